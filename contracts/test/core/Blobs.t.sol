// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Availability, BlobOpening, Genesis, IWeir} from "../../src/interfaces/IWeir.sol";
import {Blobs} from "../../src/libraries/Blobs.sol";
import {Header, StatementLib} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {ExpectingCore, ExpectingVerifier} from "../support/ExpectingCore.sol";

/// @notice Settlements whose diffs are in blobs: real commitments, openings and hashes of `vectors/settle-blobs.json`,
/// which packages/protocol makes for the core at its very address.
contract BlobsTest is CoreTest {
    struct Settlement {
        bytes statement;
        bytes32 digest;
        Availability availability;
        bytes32[] hashes;
    }

    /// @dev A precompile that refuses takes all the gas that it is given.
    uint256 private constant GAS = 3_000_000;

    string private json;
    ExpectingCore private core;
    ExpectingVerifier private verifier;

    function setUp() public override {
        super.setUp();
        json = vm.readFile("../vectors/settle-blobs.json");
        verifier = new ExpectingVerifier();
        ExpectingVerifier reserve = new ExpectingVerifier();
        Genesis memory genesis = _genesis(verifier, reserve);
        vm.prank(vm.parseJsonAddress(json, ".deployer"));
        core = ExpectingCore(vm.deployCode("ExpectingCore.sol:ExpectingCore", abi.encode(genesis)));
        assertTrue(address(core) == vm.parseJsonAddress(json, ".core"), "the core is elsewhere");
        core.governance().launch();
        core.bring(1, 1);
    }

    function _load(uint256 i) private returns (Settlement memory s) {
        string memory key = string.concat(".settlements[", vm.toString(i), "]");
        s.statement = vm.parseJsonBytes(json, string.concat(key, ".statement"));
        s.digest = vm.parseJsonBytes32(json, string.concat(key, ".digest"));
        s.hashes = vm.parseJsonBytes32Array(json, string.concat(key, ".blobHashes"));
        uint256[] memory y = vm.parseJsonUintArray(json, string.concat(key, ".blobY"));
        bytes[] memory commitments = vm.parseJsonBytesArray(json, string.concat(key, ".commitments"));
        bytes[] memory proofs = vm.parseJsonBytesArray(json, string.concat(key, ".proofs"));
        s.availability.blobs = new BlobOpening[](y.length);
        for (uint256 j; j < y.length; ++j) {
            s.availability.blobs[j] = BlobOpening(bytes32(y[j]), commitments[j], proofs[j]);
        }
        // What the circuit's twin in TypeScript says: the same y, from all words.
        uint256[] memory elements = vm.parseJsonUintArray(json, string.concat(key, ".publicValues"));
        bytes memory publicValues;
        for (uint256 j; j < elements.length; ++j) {
            publicValues = abi.encodePacked(publicValues, uint32(elements[j]));
        }
        verifier.expect(vm.parseJsonBytes32(json, string.concat(key, ".context")), publicValues, "proof");
        vm.blobhashes(s.hashes);
    }

    function _settle(Settlement memory s) private {
        vm.prank(OPERATOR);
        core.settle(s.statement, s.digest, "proof", s.availability);
    }

    function _refuse(Settlement memory s) private {
        vm.prank(OPERATOR);
        (bool success,) = address(core)
        .call{gas: GAS}(abi.encodeCall(IWeir.settle, (s.statement, s.digest, "proof", s.availability)));
        assertTrue(!success, "accepted");
    }

    function _refuse(Settlement memory s, bytes memory error_) private {
        vm.prank(OPERATOR);
        (bool success, bytes memory reason) = address(core)
        .call{gas: GAS}(abi.encodeCall(IWeir.settle, (s.statement, s.digest, "proof", s.availability)));
        assertTrue(!success && keccak256(reason) == keccak256(error_), "refused otherwise");
    }

    function test_what_one_blob_holds_is_what_the_proof_is_about() public {
        _settle(_load(0));
        assertEq(uint256(core.rollupRoot()), 8, "rollup root");
        assertEq(uint256(core.validiumRoot()), 9, "validium root");
    }

    function test_and_two_blobs() public {
        _settle(_load(1));
        assertEq(uint256(core.rollupRoot()), 8, "rollup root");
    }

    // ---- every byte, one at a time, with the proof kept ----

    function test_another_byte_of_the_statement_is_refused() public {
        Settlement memory s = _load(0);
        for (uint256 i; i < s.statement.length; ++i) {
            s.statement[i] ^= 0x01;
            _refuse(s);
            s.statement[i] ^= 0x01;
        }
        _settle(s);
    }

    function test_another_byte_of_an_opening_is_refused() public {
        Settlement memory s = _load(1);
        for (uint256 blob; blob < 2; ++blob) {
            BlobOpening memory opening = s.availability.blobs[blob];
            bytes memory error_ = abi.encodeWithSelector(IWeir.BlobOpeningRefused.selector, blob);
            for (uint256 i; i < 48; ++i) {
                opening.commitment[i] ^= 0x01;
                _refuse(s, error_);
                opening.commitment[i] ^= 0x01;
                opening.proof[i] ^= 0x01;
                _refuse(s, error_);
                opening.proof[i] ^= 0x01;
            }
            for (uint256 i; i < 32; ++i) {
                opening.y ^= bytes32(uint256(1) << (8 * i));
                _refuse(s, error_);
                opening.y ^= bytes32(uint256(1) << (8 * i));
            }
            // The same value, not reduced.
            bytes32 y = opening.y;
            unchecked {
                opening.y = bytes32(uint256(y) + StatementLib.R);
            }
            _refuse(s, error_);
            opening.y = y;
        }
        _settle(s);
    }

    function test_another_byte_of_digest_or_hash_is_refused() public {
        Settlement memory s = _load(1);
        for (uint256 i; i < 32; ++i) {
            bytes32 bit = bytes32(uint256(1) << (8 * i));
            s.digest ^= bit;
            _refuse(s);
            s.digest ^= bit;
            for (uint256 blob; blob < 2; ++blob) {
                s.hashes[blob] ^= bit;
                vm.blobhashes(s.hashes);
                _refuse(s);
                s.hashes[blob] ^= bit;
            }
        }
        vm.blobhashes(s.hashes);
        _settle(s);
    }

    // ---- the transaction's blobs are the header's ----

    function test_blobs_in_another_order_are_refused() public {
        Settlement memory s = _load(1);
        (s.hashes[0], s.hashes[1]) = (s.hashes[1], s.hashes[0]);
        vm.blobhashes(s.hashes);
        _refuse(s);
        BlobOpening[] memory blobs = s.availability.blobs;
        (blobs[0], blobs[1]) = (blobs[1], blobs[0]);
        _refuse(s);
    }

    function test_a_missing_or_further_blob_is_refused() public {
        Settlement memory s = _load(1);
        bytes32[] memory one = new bytes32[](1);
        one[0] = s.hashes[0];
        vm.blobhashes(one);
        _refuse(s, abi.encodeWithSelector(IWeir.BlobMissing.selector, 1));
        bytes32[] memory three = new bytes32[](3);
        (three[0], three[1], three[2]) = (s.hashes[0], s.hashes[1], s.hashes[0]);
        vm.blobhashes(three);
        _refuse(s, abi.encodeWithSelector(IWeir.BlobUnexpected.selector, 2));
        // Nor does a batch without blobs travel with one.
        Header memory h = _header("");
        bytes memory statement = _statement(h, "");
        vm.blobhashes(one);
        vm.prank(OPERATOR);
        vm.expectRevert(abi.encodeWithSelector(IWeir.BlobUnexpected.selector, 0));
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function test_as_many_openings_as_blobs() public {
        Settlement memory s = _load(1);
        BlobOpening[] memory blobs = s.availability.blobs;
        s.availability.blobs = new BlobOpening[](1);
        s.availability.blobs[0] = blobs[0];
        _refuse(s, abi.encodeWithSelector(IWeir.WrongBlobCount.selector, 2, 1));
        s.availability.blobs = new BlobOpening[](3);
        _refuse(s, abi.encodeWithSelector(IWeir.WrongBlobCount.selector, 2, 3));
    }

    function test_an_opening_has_48_and_48_bytes() public {
        Settlement memory s = _load(0);
        BlobOpening memory opening = s.availability.blobs[0];
        bytes memory both = bytes.concat(opening.commitment, opening.proof);
        (opening.commitment, opening.proof) = ("", both);
        _refuse(s, abi.encodeWithSelector(IWeir.BlobOpeningRefused.selector, 0));
        (opening.commitment, opening.proof) = (both, "");
        _refuse(s, abi.encodeWithSelector(IWeir.BlobOpeningRefused.selector, 0));
    }

    function test_the_header_counts_exactly_the_blobs_that_the_diffs_fill() public {
        Header memory h = _header("");
        (h.headerDiffs, h.slotDiffs, h.blobs) = (2048, 1, 1);
        _expectApply(h, "", abi.encodeWithSelector(IWeir.WrongBlobCount.selector, 2, 1));
        (h.headerDiffs, h.slotDiffs, h.blobs) = (0, 4096, 2);
        _expectApply(h, "", abi.encodeWithSelector(IWeir.WrongBlobCount.selector, 1, 2));
        (h.slotDiffs, h.blobs) = (0, 1);
        _expectApply(h, "", abi.encodeWithSelector(IWeir.WrongBlobCount.selector, 0, 1));
        (h.slotDiffs, h.blobs) = (7 * 4096, 7);
        _expectApply(h, "", abi.encodeWithSelector(IWeir.CountOutOfRange.selector, 7, 7));
        (h.slotDiffs, h.blobs) = (6 * 4096, 6);
        _apply(h, "");
    }

    function test_what_no_committee_had_to_sign_comes_without_signatures() public {
        Settlement memory s = _load(0);
        s.availability.signatures = new bytes(65);
        _refuse(s, abi.encodeWithSelector(IWeir.AvailabilityUnused.selector));
        (s.availability.signatures, s.availability.dataDigest) = ("", bytes32(uint256(1)));
        _refuse(s, abi.encodeWithSelector(IWeir.AvailabilityUnused.selector));
    }

    // ---- arithmetic and gas ----

    function testFuzz_powers(uint256 base, uint256 exponent) public pure {
        base %= StatementLib.R;
        exponent %= 300;
        uint256 expected = 1;
        for (uint256 i; i < exponent; ++i) {
            expected = mulmod(expected, base, StatementLib.R);
        }
        assertEq(Blobs.power(base, exponent), expected, "power");
    }

    function test_gas_of_a_blob() public {
        Settlement memory s = _load(0);
        bytes memory data = abi.encodeCall(IWeir.settle, (s.statement, s.digest, "proof", s.availability));
        vm.prank(OPERATOR);
        uint256 used = gasleft();
        (bool success,) = address(core).call(data);
        used -= gasleft();
        assertTrue(success, "refused");
        vm.snapshotValue("settle", "one blob", used);
        assertTrue(used < 210_000, "gas");
    }
}
