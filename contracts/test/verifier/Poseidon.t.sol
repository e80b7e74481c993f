// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoseidonKoalaBear} from "../../src/verifier/generated/PoseidonKoalaBear.sol";
import {vm} from "../Vm.sol";

/// The library computes in a call's first pages of memory.
contract PoseidonProbe {
    function compress(uint256 domain, uint256 left, uint256 right) external view returns (uint256 digest, uint256 gas) {
        gas = gasleft();
        digest = PoseidonKoalaBear.compress(domain, left, right);
        gas -= gasleft();
    }
}

/// The published known answer and the compressions of docs/statements.md.
contract PoseidonTest {
    event Gas(string what, uint256 gas);

    PoseidonProbe private probe = new PoseidonProbe();

    function packed(uint256[] memory values) internal pure returns (uint256 word) {
        for (uint256 i = 0; i < 8; i++) word = (word << 32) | values[i];
    }

    /// compress_d(x - c_d) = P(x) + x, of which the first eight elements are used.
    function test_PublishedKnownAnswer() public {
        string memory json = vm.readFile("../vectors/poseidon-koalabear-16.json");
        string memory domains = vm.readFile("../vectors/poseidon-domains.json");
        uint256[] memory x = vm.parseJsonUintArray(json, ".knownAnswer.input");
        uint256[] memory a = vm.parseJsonUintArray(domains, ".A");
        uint256[] memory output = vm.parseJsonUintArray(json, ".knownAnswer.output");
        uint256 left;
        uint256 right;
        uint256 expected;
        uint256 p = PoseidonKoalaBear.P;
        for (uint256 i = 0; i < 8; i++) {
            left = (left << 32) | (x[i] + p - a[i]) % p;
            right = (right << 32) | (x[8 + i] + p - a[8 + i]) % p;
            expected = (expected << 32) | (output[i] + x[i]) % p;
        }
        (uint256 digest, uint256 gas) = probe.compress(0, left, right);
        emit Gas("compression", gas);
        require(digest == expected, "known answer");
        vm.snapshotValue("exits", "one Poseidon compression", gas);
        require(gas < 33_000, "a compression costs too much");
    }

    function test_CompressionVectors() public view {
        string memory json = vm.readFile("../vectors/poseidon-domains.json");
        for (uint256 i = 0; vm.keyExistsJson(json, string.concat(".compress[", vm.toString(i), "]")); i++) {
            string memory key = string.concat(".compress[", vm.toString(i), "]");
            uint256 left = packed(vm.parseJsonUintArray(json, string.concat(key, ".left")));
            uint256 right = packed(vm.parseJsonUintArray(json, string.concat(key, ".right")));
            uint256 expected = packed(vm.parseJsonUintArray(json, string.concat(key, ".output")));
            (uint256 digest,) = probe.compress(vm.parseJsonUint(json, string.concat(key, ".domain")), left, right);
            require(digest == expected, key);
        }
    }
}
