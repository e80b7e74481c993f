// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {vm} from "../Vm.sol";

/// @notice Deploys a real protocol's contract from the bytecode of its npm package (`e2e/src/devnet/targets.ts` extracts it).
library Real {
    string internal constant FOLDER = "../node_modules/.weir/targets/";

    error DeploymentFailed(string name);

    function deploy(string memory name) internal returns (address) {
        return deploy(name, "");
    }

    function deploy(string memory name, bytes memory arguments) internal returns (address deployed) {
        bytes memory code = bytes.concat(vm.parseBytes(vm.readFile(string.concat(FOLDER, name, ".hex"))), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        if (deployed == address(0)) revert DeploymentFailed(name);
    }
}
