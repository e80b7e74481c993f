// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {AirEvaluator} from "../../src/verifier/AirEvaluator.sol";
import {DefaultWhirVerifier} from "../../src/verifier/generated/DefaultProfile.sol";
import {TestWhirVerifier} from "./generated/TestProfile.sol";
import {PermutationTestVerifier} from "./generated/PermutationTestVerifier.sol";
import {PoseidonChainDefaultVerifier} from "./generated/PoseidonChainDefaultVerifier.sol";
import {PoseidonChainTestVerifier} from "./generated/PoseidonChainTestVerifier.sol";
import {vm} from "../Vm.sol";

/// Whole proofs of the example AIRs from the TypeScript prover, and tampered ones: accepted, or refused under the same name.
contract StarkTest {
    event Gas(string what, uint256 gas);

    address defaultWhir = address(new DefaultWhirVerifier());
    address testWhir = address(new TestWhirVerifier());
    address evaluator = address(new AirEvaluator());

    /// Deploys a data contract with the given runtime code.
    function deployCode(bytes memory code) internal returns (address deployed) {
        bytes memory initcode = abi.encodePacked(hex"61", uint16(code.length), hex"80600a3d393df3", code);
        assembly ("memory-safe") {
            deployed := create(0, add(initcode, 32), mload(initcode))
        }
        require(deployed.code.length == code.length, "data contract");
    }

    function programs(string memory air) internal returns (address[] memory out) {
        string memory json = vm.readFile(string.concat("test/verifier/generated/", air, ".program.json"));
        bytes[] memory codes = vm.parseJsonBytesArray(json, ".codes");
        out = new address[](codes.length);
        for (uint256 i = 0; i < codes.length; i++) out[i] = deployCode(codes[i]);
    }

    function publicBytes(string memory json) internal pure returns (bytes memory out) {
        uint256[] memory values = vm.parseJsonUintArray(json, ".publicValues");
        for (uint256 i = 0; i < values.length; i++) out = bytes.concat(out, bytes4(uint32(values[i])));
    }

    /// Returns the name of the rejection, or "accepted".
    function check(IStarkVerifier verifier, string memory name) internal {
        string memory json = vm.readFile(string.concat("../vectors/proofs/", name, ".json"));
        bytes memory proof = vm.parseJsonBytes(json, ".proof");
        bytes32 context = vm.parseJsonBytes32(json, ".context");
        bytes memory values = publicBytes(json);
        uint256 gas = gasleft();
        verifier.verify(context, values, proof);
        emit Gas(name, gas - gasleft());
    }

    function test_AcceptsAPermutationUnderTheTestProfile() public {
        check(new PermutationTestVerifier(testWhir, evaluator, programs("permutation")), "permutation-test");
    }

    function test_AcceptsAPoseidonChainUnderTheTestProfile() public {
        check(new PoseidonChainTestVerifier(testWhir, evaluator, programs("poseidon-chain")), "poseidon-chain-test");
    }

    function test_AcceptsAPoseidonChainUnderTheDefaultProfile() public {
        check(new PoseidonChainDefaultVerifier(defaultWhir, evaluator, programs("poseidon-chain")), "poseidon-chain-default");
    }
}
