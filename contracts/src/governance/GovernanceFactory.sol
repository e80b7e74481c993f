// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernance} from "../interfaces/IGovernance.sol";
import {Genesis} from "../interfaces/IWeir.sol";
import {Governance} from "./Governance.sol";

/// @title GovernanceFactory
/// @notice Holds the governance's creation code, which would take the core's own over EIP-3860's 49,152 bytes. A linked
/// library: it runs as the core, whose constructor alone calls it, and its address in the core's creation code follows
/// from its own code (deterministic proxy, salt 0).
library GovernanceFactory {
    function deploy(Genesis calldata genesis) external returns (IGovernance) {
        return new Governance(genesis);
    }
}
