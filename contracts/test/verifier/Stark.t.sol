// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {IVerifierErrors} from "../../src/verifier/IVerifierErrors.sol";
import {AirEvaluator} from "../../src/verifier/AirEvaluator.sol";
import {CompiledEvaluator} from "../../src/verifier/CompiledEvaluator.sol";
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
    address interpreter = address(new AirEvaluator());
    address compiled = address(new CompiledEvaluator());

    /// Deploys a contract with the given runtime code.
    function deployCode(bytes memory code) internal returns (address deployed) {
        bytes memory initcode = abi.encodePacked(hex"61", uint16(code.length), hex"80600a3d393df3", code);
        assembly ("memory-safe") {
            deployed := create(0, add(initcode, 32), mload(initcode))
        }
        require(deployed.code.length == code.length, "program");
    }

    function programs(string memory air, string memory implementation) internal returns (address[] memory out) {
        string memory json = vm.readFile(string.concat("test/verifier/generated/", air, ".program.json"));
        bytes[] memory codes = vm.parseJsonBytesArray(json, string.concat(".", implementation));
        out = new address[](codes.length);
        for (uint256 i = 0; i < codes.length; i++) out[i] = deployCode(codes[i]);
    }

    function permutationTest() internal returns (IStarkVerifier) {
        return new PermutationTestVerifier(testWhir, compiled, programs("permutation", "compiled"));
    }

    function poseidonChainTest() internal returns (IStarkVerifier) {
        return new PoseidonChainTestVerifier(testWhir, interpreter, programs("poseidon-chain", "interpreted"));
    }

    function poseidonChainDefault() internal returns (IStarkVerifier) {
        return new PoseidonChainDefaultVerifier(defaultWhir, compiled, programs("poseidon-chain", "compiled"));
    }

    function publicBytes(string memory json, string memory key) internal pure returns (bytes memory out) {
        uint256[] memory values = vm.parseJsonUintArray(json, key);
        for (uint256 i = 0; i < values.length; i++) out = bytes.concat(out, bytes4(uint32(values[i])));
    }

    function check(IStarkVerifier verifier, string memory name) internal {
        string memory json = vm.readFile(string.concat("../vectors/proofs/", name, ".json"));
        bytes memory proof = vm.parseJsonBytes(json, ".proof");
        bytes32 context = vm.parseJsonBytes32(json, ".context");
        bytes memory values = publicBytes(json, ".publicValues");
        uint256 gas = gasleft();
        verifier.verify(context, values, proof);
        emit Gas(name, gas - gasleft());
    }

    function selectorOf(string memory verdict) internal pure returns (bytes4) {
        bytes32 h = keccak256(bytes(verdict));
        if (h == keccak256("ProofTruncated")) return IVerifierErrors.ProofTruncated.selector;
        if (h == keccak256("ShapeOutOfBounds")) return IVerifierErrors.ShapeOutOfBounds.selector;
        if (h == keccak256("NonCanonicalElement")) return IVerifierErrors.NonCanonicalElement.selector;
        if (h == keccak256("GrindingFailed")) return IVerifierErrors.GrindingFailed.selector;
        if (h == keccak256("FractionRootZero")) return IVerifierErrors.FractionRootZero.selector;
        if (h == keccak256("BusUnbalanced")) return IVerifierErrors.BusUnbalanced.selector;
        if (h == keccak256("FractionLayerMismatch")) return IVerifierErrors.FractionLayerMismatch.selector;
        if (h == keccak256("ZerocheckMismatch")) return IVerifierErrors.ZerocheckMismatch.selector;
        if (h == keccak256("MerkleMismatch")) return IVerifierErrors.MerkleMismatch.selector;
        if (h == keccak256("FinalPolynomialMismatch")) return IVerifierErrors.FinalPolynomialMismatch.selector;
        if (h == keccak256("FinalSumMismatch")) return IVerifierErrors.FinalSumMismatch.selector;
        if (h == keccak256("TrailingBytes")) return IVerifierErrors.TrailingBytes.selector;
        revert(verdict);
    }

    /// Every mutant of the vector is refused under the name that TypeScript gave.
    function checkMutants(IStarkVerifier verifier, string memory name) internal view returns (uint256 count) {
        string memory json = vm.readFile(string.concat("../vectors/proofs/", name, ".json"));
        for (;; count++) {
            string memory key = string.concat(".mutants[", vm.toString(count), "]");
            if (!vm.keyExistsJson(json, key)) return count;
            string memory contextKey = string.concat(key, ".context");
            if (!vm.keyExistsJson(json, contextKey)) contextKey = ".context";
            string memory valuesKey = string.concat(key, ".publicValues");
            if (!vm.keyExistsJson(json, valuesKey)) valuesKey = ".publicValues";
            bytes4 expected = selectorOf(vm.parseJsonString(json, string.concat(key, ".verdict")));
            bytes memory proof = vm.parseJsonBytes(json, string.concat(key, ".proof"));
            try verifier.verify(vm.parseJsonBytes32(json, contextKey), publicBytes(json, valuesKey), proof) {
                revert(string.concat(name, key, " accepted"));
            } catch (bytes memory reason) {
                require(bytes4(reason) == expected, string.concat(name, key, " refused for another reason: ", vm.toString(reason)));
            }
        }
    }

    function test_AcceptsAPermutationUnderTheTestProfile() public {
        check(permutationTest(), "permutation-test");
    }

    function test_AcceptsAPoseidonChainUnderTheTestProfile() public {
        check(poseidonChainTest(), "poseidon-chain-test");
    }

    function test_AcceptsAPoseidonChainUnderTheDefaultProfile() public {
        check(poseidonChainDefault(), "poseidon-chain-default");
    }

    function test_RefusesTamperedProofsUnderTheSameNameAsTypeScript() public {
        require(checkMutants(permutationTest(), "permutation-test") >= 20);
        require(checkMutants(poseidonChainTest(), "poseidon-chain-test") >= 20);
    }

    /// Any bytes are refused by name; the loops are bounded by the shape, so gas is too.
    function testFuzz_RefusesRandomBytes(bytes memory proof, uint8 a, uint8 b) public {
        IStarkVerifier verifier = permutationTest();
        if (proof.length > 1) (proof[0], proof[1]) = (bytes1(a % 22), bytes1(b % 22));
        try verifier.verify{gas: 2_000_000}(0, "", proof) {
            revert("accepted");
        } catch (bytes memory reason) {
            require(reason.length >= 4, "out of gas");
        }
    }
}
