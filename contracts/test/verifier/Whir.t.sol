// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Channel, ChannelLib} from "../../src/verifier/Channel.sol";
import {IVerifierErrors} from "../../src/verifier/IVerifierErrors.sol";
import {Quintic} from "../../src/verifier/Quintic.sol";
import {WhirKernels} from "../../src/verifier/WhirKernels.sol";
import {WhirResult, WhirVerifier} from "../../src/verifier/WhirVerifier.sol";
import {DefaultProfile, DefaultWhirVerifier} from "../../src/verifier/generated/DefaultProfile.sol";
import {TestProfile, TestWhirVerifier} from "./generated/TestProfile.sol";
import {vm} from "../Vm.sol";

/// Stages 1 and 5 of a vector (one eq claim beside the out-of-domain claims) around the deployed WHIR verifier.
contract WhirHarness is IVerifierErrors {
    using ChannelLib for Channel;
    using Quintic for uint256;

    event Gas(string what, uint256 gas);

    function verify(WhirVerifier whir, bytes calldata seed, uint256 variables, uint256 samples, bytes calldata proof) external returns (uint256 gas) {
        Channel memory c;
        uint256 begin;
        assembly ("memory-safe") {
            begin := proof.offset
        }
        c.position = c.begin = begin;
        c.end = begin + proof.length;
        c.absorbMemory(seed);
        uint256 root = c.digest();
        uint256[] memory z = new uint256[](samples);
        uint256[] memory a = new uint256[](samples + 1);
        for (uint256 s = 0; s < samples; s++) {
            z[s] = c.challenge();
            a[s] = _vector(c.message(20));
        }
        uint256[] memory point = new uint256[](variables);
        for (uint256 i = 0; i < variables; i++) point[i] = c.challenge();
        a[samples] = _vector(c.message(20));
        uint256 mu = c.challenge();
        uint256 claim = 0;
        for (uint256 s = samples + 1; s > 0; s--) claim = mu.mulAdd(claim, a[s - 1]);

        uint256 used = c.position - begin;
        gas = gasleft();
        WhirResult memory r = whir.open(c.state, c.counter, variables, claim, root, used, proof[used:]);
        gas -= gasleft();
        emit Gas("whir", gas);

        uint256 w = 1;
        for (uint256 i = 0; i < variables; i++) {
            // 1 − a − b + 2ab
            uint256 ab = point[i].mul(r.point[i]);
            w = w.mul(uint256(1).sub(point[i]).sub(r.point[i]).add(ab).add(ab));
        }
        uint256 coordinates;
        uint256[] memory position = r.point;
        assembly ("memory-safe") {
            coordinates := add(position, 32)
        }
        for (uint256 s = samples; s > 0; s--) w = mu.mulAdd(w, WhirKernels.sel(coordinates, variables, variables, z[s - 1]));
        if (w.add(r.weight).mul(r.finalValue) != r.claim) revert FinalSumMismatch();
        if (used + r.consumed != proof.length) revert TrailingBytes(proof.length - used - r.consumed);
    }

    function _vector(uint256 ptr) private pure returns (uint256) {
        uint256 w;
        assembly ("memory-safe") {
            w := shr(96, calldataload(ptr))
        }
        return Quintic.spread(w);
    }
}

/// WHIR alone against the proofs of the TypeScript prover.
contract WhirTest {
    event Gas(string what, uint256 gas);

    WhirHarness harness = new WhirHarness();
    DefaultWhirVerifier defaultWhir = new DefaultWhirVerifier();
    TestWhirVerifier testWhir = new TestWhirVerifier();

    function check(WhirVerifier whir, string memory path, uint256 samples) internal returns (uint256 gas) {
        string memory json = vm.readFile(path);
        bytes memory seed = vm.parseJsonBytes(json, ".seed");
        bytes memory proof = vm.parseJsonBytes(json, ".proof");
        gas = harness.verify(whir, seed, vm.parseJsonUint(json, ".variables"), samples, proof);
    }

    function test_AcceptsTestProofs() public {
        check(testWhir, "../vectors/whir-opening-test-6.json", 1);
        check(testWhir, "../vectors/whir-opening-test-9.json", 1);
    }

    function test_AcceptsDefaultProofs() public {
        check(defaultWhir, "../vectors/whir-opening-default-14.json", 1);
        check(defaultWhir, "../vectors/whir-opening-default-17.json", 1);
        check(defaultWhir, "../vectors/whir-opening-default-18.json", 1);
    }
}
