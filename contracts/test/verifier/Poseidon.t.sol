// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoseidonKoalaBear} from "../../src/verifier/generated/PoseidonKoalaBear.sol";
import {vm} from "../Vm.sol";

/// The published known answer and the compressions of docs/statements.md.
contract PoseidonTest {
    event Gas(string what, uint256 gas);

    function packed(uint256[] memory values) internal pure returns (uint256 word) {
        for (uint256 i = 0; i < 8; i++) word = (word << 32) | values[i];
    }

    function test_PublishedKnownAnswer() public {
        string memory json = vm.readFile("../vectors/poseidon-koalabear-16.json");
        uint256[] memory input = vm.parseJsonUintArray(json, ".knownAnswer.input");
        uint256[] memory output = vm.parseJsonUintArray(json, ".knownAnswer.output");
        uint256[16] memory state;
        for (uint256 i = 0; i < 16; i++) state[i] = input[i];
        uint256 gas = gasleft();
        PoseidonKoalaBear.permute(state);
        gas -= gasleft();
        emit Gas("permutation", gas);
        for (uint256 i = 0; i < 16; i++) require(state[i] == output[i], "known answer");
        require(gas < 64_000, "a permutation costs too much");
    }

    function test_CompressionVectors() public view {
        string memory json = vm.readFile("../vectors/poseidon-domains.json");
        for (uint256 i = 0; vm.keyExistsJson(json, string.concat(".compress[", vm.toString(i), "]")); i++) {
            string memory key = string.concat(".compress[", vm.toString(i), "]");
            uint256 left = packed(vm.parseJsonUintArray(json, string.concat(key, ".left")));
            uint256 right = packed(vm.parseJsonUintArray(json, string.concat(key, ".right")));
            uint256 expected = packed(vm.parseJsonUintArray(json, string.concat(key, ".output")));
            require(PoseidonKoalaBear.compress(vm.parseJsonUint(json, string.concat(key, ".domain")), left, right) == expected, key);
        }
    }
}
