// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Weir} from "../../src/core/Weir.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {IStateProof} from "../../src/interfaces/IStateProof.sol";
import {Genesis, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header, StatementLib} from "../../src/libraries/StatementLib.sol";
import {STATE_PROOF_CODE_HASH, VERIFIER_CODE_HASH} from "../../src/verifier/generated/VerifierCodeHash.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {ExpectingCore, ExpectingVerifier} from "../support/ExpectingCore.sol";
import {Statements} from "../support/Statements.sol";
import {AcceptAllVerifier} from "../support/WeirHarness.sol";

/// @notice Lays the library open for calldata.
contract Binding {
    function bind(bytes calldata statement, bytes32 instance, bytes32 digest)
        external
        pure
        returns (uint256 z, uint256 y, bytes memory publicValues, bytes32 context)
    {
        bytes32[] memory none;
        Header memory h = StatementLib.header(statement);
        z = StatementLib.point(instance, statement, digest, none);
        y = StatementLib.evaluate(statement, StatementLib.words(h), z);
        publicValues = StatementLib.publicValues(h, instance, digest, z, y);
        context = StatementLib.context(instance, statement, none);
    }

    function bindBlobs(bytes calldata statement, bytes32 instance, bytes32 digest, bytes32[] memory blobHashes)
        external
        pure
        returns (uint256 z, bytes32 context)
    {
        z = StatementLib.point(instance, statement, digest, blobHashes);
        context = StatementLib.context(instance, statement, blobHashes);
    }

    function evaluate(bytes calldata statement, uint256 z) external pure returns (uint256) {
        return StatementLib.evaluate(statement, StatementLib.words(StatementLib.header(statement)), z);
    }
}

contract SettleTest is CoreTest {
    uint256 private constant R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    // ---- construction ----

    function _genesis(IStarkVerifier v, bytes32 root) private returns (Genesis memory g) {
        g = _genesis(v, new ExpectingVerifier());
        g.rollupRoot = root;
    }

    function _expecting(Genesis memory genesis) private returns (ExpectingCore) {
        return ExpectingCore(vm.deployCode("ExpectingCore.sol:ExpectingCore", abi.encode(genesis)));
    }

    function test_a_core_with_another_state_proof_can_not_be_deployed() public {
        Genesis memory genesis = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        genesis.stateProof = IStateProof(address(genesis.verifier));
        vm.expectRevert(
            abi.encodeWithSelector(
                IWeir.StateProofCodeMismatch.selector,
                STATE_PROOF_CODE_HASH,
                keccak256(type(AcceptAllVerifier).runtimeCode)
            )
        );
        _harness(genesis);
    }

    /// @dev The production core, which knows one hash and asks nobody: not the deployer, not the verifier.
    function test_the_production_core_can_not_be_deployed_with_another_verifier() public {
        IStarkVerifier[3] memory others =
            [IStarkVerifier(new AcceptAllVerifier()), new ExpectingVerifier(), IStarkVerifier(address(0xdead))];
        for (uint256 i; i < others.length; ++i) {
            Genesis memory g = _genesis(others[i], GENESIS_ROOT);
            vm.expectRevert(
                abi.encodeWithSelector(
                    IWeir.VerifierCodeMismatch.selector, VERIFIER_CODE_HASH, address(others[i]).codehash
                )
            );
            new Weir(g);
        }
    }

    function test_a_core_can_not_be_deployed_with_another_cores_verifier() public {
        IStarkVerifier other = new AcceptAllVerifier();
        bytes32 expected = keccak256(type(ExpectingVerifier).runtimeCode);
        Genesis memory g = _genesis(other, GENESIS_ROOT);
        vm.expectRevert(abi.encodeWithSelector(IWeir.VerifierCodeMismatch.selector, expected, address(other).codehash));
        _expecting(g);
        g = _genesis(new ExpectingVerifier(), other);
        vm.expectRevert(abi.encodeWithSelector(IWeir.VerifierCodeMismatch.selector, expected, address(other).codehash));
        _expecting(g);
    }

    function test_a_core_tells_its_verifiers_code_hash() public view {
        (IStarkVerifier active,) = governance.activeVerifier();
        (IStarkVerifier reserve,) = governance.reserveVerifier();
        assertEq(weir.verifierCodeHash(), address(active).codehash, "code hash");
        assertEq(weir.reserveVerifierCodeHash(), address(reserve).codehash, "reserve's code hash");
    }

    function test_a_genesis_root_is_canonical() public {
        IStarkVerifier v = new ExpectingVerifier();
        Genesis memory g = _genesis(v, bytes32(uint256(0x7f000001) << 224));
        vm.expectRevert(abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, 0, 0x7f000001));
        _expecting(g);
    }

    function test_the_instance_is_the_chain_and_the_core() public view {
        bytes32 expected = keccak256(abi.encode(bytes32("weir.instance.v1"), block.chainid, address(weir)));
        assertEq(weir.instanceHash(), expected, "instance");
    }

    function test_a_fork_with_another_chain_id_is_another_instance() public {
        bytes32 before = weir.instanceHash();
        vm.chainId(block.chainid + 1);
        assertTrue(weir.instanceHash() != before, "same instance");
    }

    // ---- who settles ----

    function test_only_an_operator_settles_within_a_day_of_the_last_batch() public {
        bytes memory statement = _statement("");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotOperator.selector, address(this), START + 24 hours));
        weir.settle(statement, DIGEST, "", _onChain());
        vm.prank(OPERATOR);
        weir.settle(statement, DIGEST, "", _onChain());
        (uint256 batchNumber, uint256 timestamp, uint256 settledAt) = weir.lastBatch();
        assertEq(batchNumber, 1, "batchNumber");
        assertEq(timestamp, START, "timestamp");
        assertEq(settledAt, START, "settledAt");
        assertEq(uint256(weir.rollupRoot()), uint256(GENESIS_ROOT) + 1, "root");
    }

    function test_anyone_settles_a_day_after_the_last_batch() public {
        vm.warp(START + 24 hours - 1);
        bytes memory statement = _statement("");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotOperator.selector, address(this), START + 24 hours));
        weir.settle(statement, DIGEST, "", _onChain());
        vm.warp(START + 24 hours);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function _settleAs(address who) private {
        bytes memory statement = _statement("");
        vm.prank(who);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function test_a_removed_operator_settles_for_two_more_days() public {
        _settleAs(OPERATOR);
        weir.removeOperator(OPERATOR);
        vm.warp(START + 23 hours);
        _settleAs(OPERATOR);
        vm.warp(START + 46 hours);
        _settleAs(OPERATOR);
        vm.warp(START + 48 hours);
        bytes memory statement = _statement("");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotOperator.selector, OPERATOR, START + 70 hours));
        vm.prank(OPERATOR);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function test_removing_an_operator_twice_does_not_prolong_its_notice() public {
        weir.removeOperator(OPERATOR);
        vm.warp(START + 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotOperator.selector, OPERATOR, START + 48 hours));
        weir.removeOperator(OPERATOR);
    }

    // ---- what the verifier sees ----

    function test_the_proof_is_verified_over_exactly_the_settled_bytes() public {
        ExpectingVerifier v = new ExpectingVerifier();
        ExpectingCore core = _expecting(_genesis(v, GENESIS_ROOT));
        core.governance().launch();
        Header memory h = _header("");
        h.slotDiffs = 3;
        bytes memory statement = _statement(h, abi.encodePacked(uint248(11), uint248(22), uint248(33)));
        (,, bytes memory publicValues, bytes32 context) = new Binding().bind(statement, core.instanceHash(), DIGEST);
        v.expect(context, publicValues, "proof");

        // Any byte of the statement, the digest or the proof changed: the header is refused, or the verifier is asked
        // about something else.
        for (uint256 i; i < statement.length; ++i) {
            bytes memory copy = bytes.concat(statement);
            copy[i] ^= 0x01;
            vm.prank(OPERATOR);
            vm.expectRevert();
            core.settle(copy, DIGEST, "proof", _onChain());
        }
        vm.startPrank(OPERATOR);
        vm.expectRevert();
        core.settle(statement, bytes32(uint256(DIGEST) - 1), "proof", _onChain());
        vm.expectRevert();
        core.settle(statement, DIGEST, "Proof", _onChain());
        core.settle(statement, DIGEST, "proof", _onChain());
        vm.stopPrank();
        assertEq(core.rollupRoot(), h.newRollupRoot, "root");
    }

    function test_a_digest_is_canonical() public {
        bytes memory statement = _statement("");
        vm.prank(OPERATOR);
        vm.expectRevert(abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, 7, 0x7f000001));
        weir.settle(statement, bytes32(uint256(0x7f000001)), "", _onChain());
    }

    // ---- the header ----

    function _refuse(Header memory h, bytes memory error_) private {
        _expectApply(h, "", error_);
    }

    function test_a_statement_shorter_than_a_header_is_refused() public {
        for (uint256 length; length < 176; length += 25) {
            vm.expectRevert(abi.encodeWithSelector(IWeir.StatementTooShort.selector, length));
            weir.applyStatement(new bytes(length));
        }
    }

    function test_the_length_is_what_the_counts_say() public {
        Header memory h = _header("");
        (h.effectWords, h.headerDiffs, h.slotDiffs) = (1, 2, 4);
        _refuse(h, abi.encodeWithSelector(IWeir.StatementLength.selector, 176 + 31 * 9, 176));
        h = _header("");
        _expectApply(h, hex"00", abi.encodeWithSelector(IWeir.StatementLength.selector, 176, 177));
    }

    function test_counts_are_below_two_to_the_20() public {
        Header memory h = _header("");
        h.effectWords = 2 ** 20;
        _refuse(h, abi.encodeWithSelector(IWeir.CountOutOfRange.selector, 2 ** 20, 2 ** 20));
        h = _header("");
        h.slotDiffs = 2 ** 20;
        _refuse(h, abi.encodeWithSelector(IWeir.CountOutOfRange.selector, 2 ** 20, 2 ** 20));
    }

    function test_another_version_is_refused() public {
        Header memory h = _header("");
        h.version = 2;
        _refuse(h, abi.encodeWithSelector(IWeir.WrongVersion.selector, 1, 2));
    }

    function test_reserved_bytes_and_flags_are_zero() public {
        Header memory h = _header("");
        h.reserved = 1;
        _refuse(h, abi.encodeWithSelector(IWeir.ReservedNotZero.selector, 167, 1));
        h = _header("");
        h.flags = 4;
        _refuse(h, abi.encodeWithSelector(IWeir.FlagsUnknown.selector, 4));
    }

    function test_a_batch_is_neither_skipped_nor_replayed() public {
        bytes memory first = _statement("");
        Header memory h = _header("");
        h.batchNumber = 2;
        _refuse(h, abi.encodeWithSelector(IWeir.WrongBatchNumber.selector, 1, 2));
        weir.applyStatement(first);
        vm.expectRevert(abi.encodeWithSelector(IWeir.WrongBatchNumber.selector, 2, 1));
        weir.applyStatement(first);
    }

    function test_old_roots_are_the_stored_ones() public {
        Header memory h = _header("");
        h.oldRollupRoot = DIGEST;
        _refuse(h, abi.encodeWithSelector(IWeir.WrongRollupRoot.selector, GENESIS_ROOT, DIGEST));
        h = _header("");
        (h.oldValidiumRoot, h.newValidiumRoot) = (DIGEST, DIGEST);
        _refuse(h, abi.encodeWithSelector(IWeir.WrongValidiumRoot.selector, GENESIS_ROOT, DIGEST));
        // Each tree has its own: the two can't be exchanged.
        _apply("");
        h = _header("");
        (h.oldRollupRoot, h.oldValidiumRoot) = (h.oldValidiumRoot, h.oldRollupRoot);
        _refuse(h, abi.encodeWithSelector(IWeir.WrongRollupRoot.selector, weir.rollupRoot(), weir.validiumRoot()));
    }

    function test_a_new_root_is_canonical() public {
        for (uint256 i; i < 8; ++i) {
            Header memory h = _header("");
            h.newRollupRoot = bytes32(uint256(0x7f000001) << (224 - 32 * i));
            _refuse(h, abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, i, 0x7f000001));
            (h.newRollupRoot, h.newValidiumRoot) = (h.newValidiumRoot, h.newRollupRoot);
            _refuse(h, abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, i, 0x7f000001));
        }
    }

    function test_timestamps_never_fall_lead_or_lag_more_than_two_hours() public {
        _apply("");
        Header memory h = _header("");
        h.timestamp = START - 1;
        _refuse(h, abi.encodeWithSelector(IWeir.TimestampBeforePrevious.selector, START, START - 1));
        h.timestamp = START + 1;
        _refuse(h, abi.encodeWithSelector(IWeir.TimestampInFuture.selector, START, START + 1));
        h.timestamp = START;
        vm.warp(START + 2 hours + 1);
        _refuse(h, abi.encodeWithSelector(IWeir.TimestampTooOld.selector, START + 1, START));
        vm.warp(START + 2 hours);
        _apply(h, "");
    }

    // ---- the polynomial and the vectors ----

    function testFuzz_y_is_the_polynomial_over_the_words(uint256 z, uint256[] memory words) public {
        z %= R;
        Header memory h = _header("");
        h.slotDiffs = words.length;
        bytes memory statement = Statements.encodeHeader(h);
        (uint256 expected, uint256 power) = (0, 1);
        for (uint256 i; i < words.length; ++i) {
            uint248 word = uint248(words[i]);
            statement = abi.encodePacked(statement, word);
            expected = addmod(expected, mulmod(word, power, R), R);
            power = mulmod(power, z, R);
        }
        assertEq(new Binding().evaluate(statement, z), expected, "y");
    }

    function test_vectors_of_the_protocol_bind_alike() public {
        string memory json = vm.readFile("../vectors/protocol-statement.json");
        bytes32 instance = vm.parseJsonBytes32(json, ".instance.hash");
        Binding binding = new Binding();
        uint256 i;
        for (string memory at_; vm.keyExistsJson(json, at_ = string.concat(".statements[", vm.toString(i), "]")); ++i) {
            bytes memory statement = vm.parseJsonBytes(json, string.concat(at_, ".statement"));
            bytes32 digest = bytes32(_bytesOf(vm.parseJsonUintArray(json, string.concat(at_, ".digest"))));
            bytes32[] memory hashes = vm.parseJsonBytes32Array(json, string.concat(at_, ".versionedHashes"));
            if (hashes.length != 0) {
                // Its blobs are no real ones; Blobs.t.sol has such.
                (uint256 point, bytes32 bound) = binding.bindBlobs(statement, instance, digest, hashes);
                assertEq(point, vm.parseJsonUint(json, string.concat(at_, ".z")), "z");
                assertEq(bound, vm.parseJsonBytes32(json, string.concat(at_, ".context")), "context");
                continue;
            }
            (uint256 z, uint256 y, bytes memory publicValues, bytes32 context) =
                binding.bind(statement, instance, digest);
            assertEq(z, vm.parseJsonUint(json, string.concat(at_, ".z")), "z");
            assertEq(y, vm.parseJsonUint(json, string.concat(at_, ".y")), "y");
            assertEq(context, vm.parseJsonBytes32(json, string.concat(at_, ".context")), "context");
            bytes memory expected = _bytesOf(vm.parseJsonUintArray(json, string.concat(at_, ".publicValues")));
            assertEq(keccak256(publicValues), keccak256(expected), "publicValues");
        }
    }

    function _bytesOf(uint256[] memory elements) private pure returns (bytes memory out) {
        for (uint256 i; i < elements.length; ++i) {
            out = abi.encodePacked(out, uint32(elements[i]));
        }
    }
}
