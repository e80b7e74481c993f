// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {Attestation, IGovernance} from "../../src/interfaces/IGovernance.sol";
import {Availability, Genesis, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {AcceptAllVerifier, WeirHarness} from "../support/WeirHarness.sol";

/// @notice Signatures of `vectors/settle-blobs.json`, made by viem with four keys; three of four are needed.
contract CommitteeTest is CoreTest {
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    bytes32 private constant DATA = bytes32(uint256(0xda) * (type(uint256).max / 0xff));

    address[] private members;
    bytes[] private signatures;
    WeirHarness private core;
    IGovernance private gov;

    function setUp() public override {
        super.setUp();
        string memory json = vm.readFile("../vectors/settle-blobs.json");
        members = vm.parseJsonAddressArray(json, ".committee.members");
        signatures = vm.parseJsonBytesArray(json, ".committee.signatures");
        assertEq(vm.parseJsonBytes32(json, ".committee.dataDigest"), DATA, "data digest");
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        (g.committee, g.threshold) = (members, 3);
        vm.prank(vm.parseJsonAddress(json, ".deployer"));
        core = _harness(g);
        assertTrue(address(core) == vm.parseJsonAddress(json, ".core"), "the core is elsewhere");
        gov = core.governance();
        gov.launch();
    }

    /// @dev The batch that the vector's members sign.
    function _batch() private view returns (Header memory h) {
        h = _header("");
        (h.newRollupRoot, h.newValidiumRoot) = (bytes32(uint256(8)), bytes32(uint256(9)));
    }

    /// @dev Those of the members whose bit is set.
    function _signed(uint256 bits) private view returns (Availability memory a) {
        a.dataDigest = DATA;
        for (uint256 i; i < 4; ++i) {
            if (bits >> i & 1 == 1) a.signatures = bytes.concat(a.signatures, signatures[i]);
        }
    }

    function _settle(Header memory h, Availability memory a) private returns (bool success) {
        bytes memory statement = _statement(h, "");
        vm.prank(OPERATOR);
        (success,) = address(core).call(abi.encodeCall(IWeir.settle, (statement, DIGEST, "", a)));
    }

    function _refuse(Header memory h, Availability memory a, bytes memory error_) private {
        bytes memory statement = _statement(h, "");
        vm.prank(OPERATOR);
        vm.expectRevert(error_);
        core.settle(statement, DIGEST, "", a);
    }

    function test_enough_members_sign_for_another_validium_root() public {
        assertTrue(_settle(_batch(), _signed(7)), "three of four");
        assertEq(uint256(core.validiumRoot()), 9, "root");
    }

    function test_all_members_may_sign() public {
        assertTrue(_settle(_batch(), _signed(15)), "four of four");
    }

    function test_any_three_do_and_fewer_do_not() public {
        for (uint256 bits; bits < 16; ++bits) {
            uint256 count = (bits & 1) + (bits >> 1 & 1) + (bits >> 2 & 1) + (bits >> 3);
            Attestation memory a = Attestation(1, bytes32(uint256(8)), bytes32(uint256(9)), GENESIS_ROOT, DATA);
            bytes memory given = _signed(bits).signatures;
            if (count < 3) vm.expectRevert(abi.encodeWithSelector(IGovernance.NotEnoughSignatures.selector, 3, count));
            gov.requireSignatures(START, a, given);
        }
    }

    function test_no_signature_is_needed_for_data_in_the_body_or_an_unchanged_root() public {
        Header memory h = _batch();
        h.flags = 2;
        Availability memory none;
        assertTrue(_settle(h, none), "data in the body");
        h = _batch();
        (h.batchNumber, h.oldRollupRoot, h.oldValidiumRoot, h.newValidiumRoot) =
            (2, h.newRollupRoot, bytes32(uint256(9)), bytes32(uint256(9)));
        h.newRollupRoot = bytes32(uint256(10));
        assertTrue(_settle(h, none), "same root");
        _refuse(_batch(), none, abi.encodeWithSelector(IWeir.WrongBatchNumber.selector, 3, 1));
    }

    function test_a_core_without_a_committee_takes_no_data_off_chain() public {
        Header memory h = _batch();
        bytes memory statement = _statement(h, "");
        vm.prank(OPERATOR);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotEnoughSignatures.selector, 0, 4));
        weir.settle(statement, DIGEST, "", _signed(15));
    }

    function test_every_byte_of_signatures_and_digest_counts() public {
        Availability memory a = _signed(7);
        for (uint256 i; i < a.signatures.length; ++i) {
            a.signatures[i] ^= 0x01;
            assertTrue(!_settle(_batch(), a), "another signature");
            a.signatures[i] ^= 0x01;
        }
        for (uint256 i; i < 32; ++i) {
            a.dataDigest ^= bytes32(uint256(1) << (8 * i));
            assertTrue(!_settle(_batch(), a), "another digest");
            a.dataDigest ^= bytes32(uint256(1) << (8 * i));
        }
        assertTrue(_settle(_batch(), a), "as signed");
    }

    function test_signatures_are_for_one_batch_of_one_core_on_one_chain() public {
        Attestation memory a = Attestation(1, bytes32(uint256(8)), bytes32(uint256(9)), GENESIS_ROOT, DATA);
        bytes memory given = _signed(7).signatures;
        gov.requireSignatures(START, a, given);
        a.batchNumber = 2;
        _refused(gov, a, given);
        (a.batchNumber, a.newRollupRoot) = (1, bytes32(uint256(10)));
        _refused(gov, a, given);
        (a.newRollupRoot, a.newValidiumRoot) = (bytes32(uint256(8)), bytes32(uint256(10)));
        _refused(gov, a, given);
        (a.newValidiumRoot, a.oldValidiumRoot) = (bytes32(uint256(9)), bytes32(uint256(10)));
        _refused(gov, a, given);
        a.oldValidiumRoot = GENESIS_ROOT;
        gov.requireSignatures(START, a, given);
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        (g.committee, g.threshold) = (members, 3);
        _refused(_harness(g).governance(), a, given);
        vm.chainId(1);
        _refused(gov, a, given);
    }

    function _refused(IGovernance by, Attestation memory a, bytes memory given) private {
        (bool success,) = address(by).call(abi.encodeCall(IGovernance.requireSignatures, (START, a, given)));
        assertTrue(!success, "replayed");
    }

    function test_no_member_counts_twice_and_the_order_is_fixed() public {
        Availability memory a;
        a.dataDigest = DATA;
        a.signatures = bytes.concat(signatures[0], signatures[0], signatures[1]);
        _refuse(_batch(), a, abi.encodeWithSelector(IGovernance.SignerRefused.selector, 1, members[0]));
        a.signatures = bytes.concat(signatures[0], signatures[2], signatures[1]);
        _refuse(_batch(), a, abi.encodeWithSelector(IGovernance.SignerRefused.selector, 2, members[1]));
        a.signatures = bytes.concat(signatures[3], signatures[0], signatures[1]);
        _refuse(_batch(), a, abi.encodeWithSelector(IGovernance.SignerRefused.selector, 1, members[0]));
    }

    function test_a_stranger_beside_enough_members_is_refused() public {
        Availability memory a = _signed(15);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(77, keccak256("anything"));
        a.signatures = bytes.concat(a.signatures, abi.encodePacked(r, s, v));
        bytes memory statement = _statement(_batch(), "");
        vm.prank(OPERATOR);
        (bool success,) = address(core).call(abi.encodeCall(IWeir.settle, (statement, DIGEST, "", a)));
        assertTrue(!success, "a stranger");
    }

    function test_a_high_s_is_refused() public {
        Availability memory a = _signed(7);
        bytes memory given = a.signatures;
        bytes32 s;
        assembly {
            s := mload(add(given, 64))
        }
        s = bytes32(ORDER - uint256(s));
        assembly {
            mstore(add(given, 64), s)
        }
        given[64] = given[64] == 0x1b ? bytes1(0x1c) : bytes1(0x1b);
        _refuse(_batch(), a, abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, s));
    }

    /// @dev v is 27 or 28; what recovers to nobody is nobody's signature.
    function test_a_signature_that_recovers_to_nobody_is_refused() public {
        uint8[4] memory vs = [uint8(0), 1, 29, 255];
        for (uint256 i; i < 4; ++i) {
            Availability memory a = _signed(7);
            a.signatures[64] = bytes1(vs[i]);
            _refuse(_batch(), a, abi.encodeWithSelector(ECDSA.ECDSAInvalidSignature.selector));
            a.signatures = bytes.concat(new bytes(64), bytes1(vs[i]), signatures[1], signatures[2]);
            _refuse(_batch(), a, abi.encodeWithSelector(ECDSA.ECDSAInvalidSignature.selector));
        }
    }

    function test_signatures_have_65_bytes() public {
        Availability memory a = _signed(7);
        a.signatures = bytes.concat(a.signatures, hex"00");
        _refuse(_batch(), a, abi.encodeWithSelector(IGovernance.SignaturesMalformed.selector, 196));
    }

    // ---- its members ----

    function test_members_ascend_and_the_threshold_is_a_majority() public {
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        bytes memory malformed = abi.encodeWithSelector(IGovernance.CommitteeMalformed.selector);
        g.threshold = 1;
        _cannotDeploy(g, malformed);
        g.committee = members;
        g.threshold = 2;
        _cannotDeploy(g, malformed);
        g.threshold = 0;
        _cannotDeploy(g, malformed);
        g.threshold = 5;
        _cannotDeploy(g, malformed);
        g.threshold = 3;
        (g.committee[1], g.committee[2]) = (members[2], members[1]);
        _cannotDeploy(g, malformed);
        (g.committee[1], g.committee[2]) = (members[2], members[2]);
        _cannotDeploy(g, malformed);
        g.committee[0] = address(0);
        _cannotDeploy(g, malformed);
        g.committee = new address[](65);
        for (uint256 i; i < 65; ++i) {
            g.committee[i] = address(uint160(i + 1));
        }
        g.threshold = 40;
        _cannotDeploy(g, malformed);
    }

    function _cannotDeploy(Genesis memory g, bytes memory error_) private {
        vm.expectRevert(error_);
        _harness(g);
    }

    function test_a_change_holds_for_batches_stamped_after_it() public {
        address[] memory next = new address[](1);
        next[0] = members[3];
        bytes memory change = abi.encodeCall(IGovernance.setCommittee, (next, 1));
        gov.announce(change);
        vm.warp(START + 14 days);
        gov.setCommittee(next, 1);
        (address[] memory before, uint256 threshold) = gov.committeeAt(START + 14 days);
        assertEq(before.length, 4, "members before");
        assertEq(threshold, 3, "threshold before");
        (address[] memory after_, uint256 one) = gov.committeeAt(START + 14 days + 1);
        assertTrue(after_.length == 1 && after_[0] == members[3] && one == 1, "members after");
    }
}
