// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ForcedRequest, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {Token} from "../support/Tokens.sol";

contract ForcedExitsTest is CoreTest {
    uint16 private constant ALL = 0xffff;
    bytes28 private constant KEY =
        bytes28(uint224(0x7f00000000000001000000020000000300000004000000057effffff));
    uint256 private fee;

    function setUp() public override {
        super.setUp();
        fee = weir.forcedExitFee(ALL);
    }

    function _request(address who, uint32 account) private returns (uint256) {
        return _request(who, account, ALL);
    }

    function _request(address who, uint32 account, uint16 mask) private returns (uint256) {
        uint256 due = weir.forcedExitFee(mask);
        vm.deal(who, 1 ether);
        vm.prank(who);
        return weir.requestForcedExit{value: due}(account, mask);
    }

    function _rotate(address who, uint32 account) private returns (uint256) {
        uint256 due = weir.keyRotationFee();
        vm.deal(who, 1 ether);
        vm.prank(who);
        return weir.requestKeyRotation{value: due}(account, KEY);
    }

    function _expect(address who, bytes memory call, uint256 value, bytes memory error_) private {
        vm.deal(who, 1 ether);
        vm.prank(who);
        vm.expectRevert(error_);
        (bool success,) = address(weir).call{value: value}(call);
        success;
    }

    // ---- requests ----

    function test_a_request_is_queued_with_its_content() public {
        assertEq(_request(ALICE, 5, 0x8001), 0, "index");
        assertEq(_rotate(BOB, 2 ** 27 - 1), 1, "index");
        ForcedRequest memory r = weir.forcedRequest(0);
        assertTrue(r.requester == ALICE && r.account == 5 && r.requestedAt == START, "who and when");
        assertTrue(r.kind == 5 && r.mask == 0x8001 && r.key == 0, "an exit");
        assertEq(uint256(r.feeUnits) * 100 gwei, weir.forcedExitFee(3), "fee: by the number of slots");
        r = weir.forcedRequest(1);
        assertTrue(r.requester == BOB && r.account == 2 ** 27 - 1 && r.kind == 6, "a rotation of a validium account");
        assertTrue(r.mask == 0 && r.key == KEY, "its key");
    }

    function test_what_could_be_neither_served_nor_refuted_is_no_request() public {
        bytes memory call = abi.encodeCall(IWeir.requestForcedExit, (uint32(2 ** 27), ALL));
        _expect(ALICE, call, fee, abi.encodeWithSelector(IWeir.AccountOutOfRange.selector, 2 ** 27));
        call = abi.encodeCall(IWeir.requestForcedExit, (5, 0));
        _expect(ALICE, call, fee, abi.encodeWithSelector(IWeir.MaskEmpty.selector));
        for (uint256 i; i < 7; ++i) {
            uint224 key = uint224(KEY) & ~(uint224(type(uint32).max) << uint224(192 - 32 * i));
            call = abi.encodeCall(
                IWeir.requestKeyRotation, (5, bytes28(key | uint224(0x7f000001) << uint224(192 - 32 * i)))
            );
            _expect(ALICE, call, fee, abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, i, 0x7f000001));
        }
    }

    function test_less_than_the_fee_is_refused_and_more_stays_the_senders() public {
        bytes memory call = abi.encodeCall(IWeir.requestForcedExit, (5, ALL));
        _expect(ALICE, call, fee - 1, abi.encodeWithSelector(IWeir.ForcedFeeTooLow.selector, fee, fee - 1));
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        weir.requestForcedExit{value: fee + 7}(5, ALL);
        assertEq(weir.rewardOf(ALICE), 7, "too much");
        weir.withdrawReward(ALICE);
        assertEq(ALICE.balance, 1 ether - fee, "paid exactly the fee");
    }

    function test_the_fee_follows_the_base_fee_and_the_number_of_slots() public {
        vm.fee(1 wei);
        uint256 one = weir.forcedExitFee(1);
        assertEq(weir.forcedExitFee(0x8000), one, "any slot");
        vm.fee(2 gwei);
        assertEq(weir.forcedExitFee(1), one, "the floor");
        vm.fee(20 gwei);
        assertEq(weir.forcedExitFee(1), 10 * one, "above it");
        assertEq(weir.forcedExitFee(ALL) - one * 10, 15 * (weir.forcedExitFee(3) - one * 10), "linear in slots");
        vm.fee(1e9 gwei);
        bytes memory call = abi.encodeCall(IWeir.requestForcedExit, (5, ALL));
        (bool success,) = address(weir).call{value: 0}(call);
        assertTrue(!success, "a fee that the queue can't hold is refused, not cut");
    }

    // ---- served or refuted, in order ----

    function test_requests_of_both_kinds_are_answered_in_order_and_pay_the_reward_recipient() public {
        _request(ALICE, 5);
        _rotate(BOB, 6);
        _request(BOB, 6, 2);
        _expectApply(
            Statements.rotateKey(6, KEY, BOB, Statements.SERVED),
            abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 6, BOB)
        );
        _apply(
            bytes.concat(
                Statements.forcedExit(5, ALICE, Statements.SERVED),
                Statements.rotateKey(6, KEY, BOB, Statements.SERVED),
                Statements.forcedExit(6, 2, BOB, Statements.REFUTED)
            )
        );
        (,, uint256 count, uint256 cursor) = weir.queues();
        assertEq(count, 3, "count");
        assertEq(cursor, 3, "cursor");
        uint256 earned = fee + weir.keyRotationFee() + weir.forcedExitFee(1);
        assertEq(weir.rewardOf(OPERATOR), earned, "reward");
        uint256 before = OPERATOR.balance;
        weir.withdrawReward(OPERATOR);
        assertEq(OPERATOR.balance - before, earned, "paid");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingToWithdraw.selector, OPERATOR));
        weir.withdrawReward(OPERATOR);
    }

    function test_a_request_that_was_never_made_or_is_consumed_can_not_be_served() public {
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        _expectApply(served, abi.encodeWithSelector(IWeir.ForcedExitQueueExhausted.selector, 0));
        _request(ALICE, 5);
        bytes memory wrong = Statements.forcedExit(5, BOB, Statements.SERVED);
        _expectApply(wrong, abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 5, BOB));
        // A whole account is no answer to a request for one slot, nor one slot to a whole account.
        wrong = Statements.forcedExit(5, 0x7fff, ALICE, Statements.SERVED);
        _expectApply(wrong, abi.encodeWithSelector(IWeir.ForcedMaskMismatch.selector, 0, ALL, 0x7fff));
        // Nor is a rotation to an exit.
        wrong = Statements.rotateKey(5, KEY, ALICE, Statements.SERVED);
        _expectApply(wrong, abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 5, ALICE));
        _apply(served);
        _expectApply(served, abi.encodeWithSelector(IWeir.ForcedExitQueueExhausted.selector, 1));
    }

    function test_a_rotation_is_answered_with_exactly_its_key() public {
        _rotate(ALICE, 5);
        bytes memory exit = Statements.forcedExit(5, ALICE, Statements.SERVED);
        _expectApply(exit, abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 5, ALICE));
        for (uint256 bit; bit < 217; ++bit) {
            bytes memory effect = Statements.rotateKey(5, KEY, ALICE, Statements.SERVED);
            effect[92 - bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
            bytes memory statement = _statement(effect);
            (bool success, bytes memory reason) =
                address(weir).call(abi.encodeCall(weir.applyStatement, (statement)));
            assertTrue(!success && bytes4(reason) == IWeir.ForcedKeyMismatch.selector, "another key");
        }
        _apply(Statements.rotateKey(5, KEY, ALICE, Statements.REFUTED));
    }

    function test_a_status_other_than_served_or_refuted_is_refused() public {
        _request(ALICE, 5);
        _expectApply(Statements.forcedExit(5, ALICE, 0), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 0));
        _expectApply(Statements.forcedExit(5, ALICE, 3), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 3));
    }

    function test_no_batch_trades_past_a_request_older_than_a_day() public {
        _request(ALICE, 5);
        vm.warp(START + 24 hours);
        Header memory h = _header("");
        h.flags = 1;
        _apply(h, "");

        vm.warp(START + 24 hours + 1);
        h = _header("");
        h.flags = 1;
        _expectApply(h, "", abi.encodeWithSelector(IWeir.ForcedExitOverdue.selector, 0, START));
        // A batch that does not trade is accepted; so is one that serves first.
        _apply("");
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        h = _header(served);
        h.flags = 1;
        _apply(h, served);
    }

    /// @dev A contract account, with code or delegated, asks like anybody; it needs no callback to be served.
    function test_a_contract_requests_like_anybody() public {
        _request(address(vault), 5);
        _apply(Statements.forcedExit(5, address(vault), Statements.SERVED));
        assertEq(weir.rewardOf(OPERATOR), fee, "served");
    }

    function test_a_recipient_that_refuses_ether_keeps_its_reward() public {
        _request(ALICE, 5);
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        Header memory h = _header(served);
        h.rewardRecipient = address(token);
        _apply(h, served);
        vm.expectRevert(abi.encodeWithSelector(IWeir.RewardTransferFailed.selector, address(token), fee));
        weir.withdrawReward(address(token));
        assertEq(weir.rewardOf(address(token)), fee, "kept");
    }

    // ---- what serving costs ----

    /// @dev What a batch of requests alone costs besides them (`npm run bench`: 7.1 M), over as many as the sequencer puts
    /// into one; a batch has as many places for assets, and every slot may take one.
    uint256 private constant BATCH_SHARE = uint256(7_200_000) / 128;

    /// @dev 16 assets that nothing else in the batch touches, all of each leaving: new books, outflow, hold.
    function test_the_fee_covers_serving_an_account_of_sixteen_assets() public {
        for (uint256 slots = 1; slots <= 16; slots += 15) {
            bytes memory effects;
            bytes memory diffs;
            for (uint256 i; i < slots; ++i) {
                uint32 number = _newAsset();
                effects = bytes.concat(effects, Statements.withdrawal(5, number, type(uint64).max, ALICE));
                diffs = abi.encodePacked(diffs, uint248(uint256(keccak256(abi.encode(i)))));
            }
            uint16 mask = uint16(2 ** slots - 1);
            _request(ALICE, 5, mask);
            effects = bytes.concat(effects, Statements.forcedExit(5, mask, ALICE, Statements.SERVED));
            uint256 cost = _cost(effects, diffs, slots);
            vm.snapshotValue("exits", slots == 1 ? "serving an exit of 1 slot" : "serving an exit of 16 slots", cost);
            assertTrue((cost + BATCH_SHARE * slots) * 2 gwei <= weir.forcedExitFee(mask), "the fee covers an exit");
        }
        _rotate(ALICE, 5);
        uint256 rotation = _cost(Statements.rotateKey(5, KEY, ALICE, Statements.SERVED), new bytes(62), 0);
        vm.snapshotValue("exits", "serving a key rotation", rotation);
        assertTrue((rotation + BATCH_SHARE) * 2 gwei <= weir.keyRotationFee(), "the fee covers a rotation");
    }

    function _newAsset() private returns (uint32 number) {
        Token t = new Token();
        number = uint32(weir.registerAsset(address(t), 1));
        t.mint(ALICE, type(uint64).max);
        vm.startPrank(ALICE);
        t.approve(address(weir), type(uint256).max);
        vm.stopPrank();
        _bring(number, type(uint64).max);
    }

    /// @dev What a batch costs more because of these words: the larger of execution with calldata at its price, and
    /// calldata at EIP-7623's floor; one of the two is what a transaction pays.
    function _cost(bytes memory effects, bytes memory diffs, uint256 slotDiffs) private returns (uint256) {
        uint256 without = _settle("", "", 0);
        uint256 with_ = _settle(effects, diffs, slotDiffs);
        bytes memory words = bytes.concat(effects, diffs);
        uint256 tokens;
        for (uint256 i; i < words.length; ++i) {
            tokens += words[i] == 0 ? 1 : 4;
        }
        uint256 standard = with_ - without + 4 * tokens;
        return standard > 10 * tokens ? standard : 10 * tokens;
    }

    function _settle(bytes memory effects, bytes memory diffs, uint256 slotDiffs) private returns (uint256 used) {
        Header memory h = _header(effects);
        if (slotDiffs == 0) h.headerDiffs = diffs.length / 62;
        h.slotDiffs = slotDiffs;
        bytes memory statement = bytes.concat(_statement(h, effects), diffs);
        vm.cool(address(weir));
        vm.prank(OPERATOR);
        used = gasleft();
        weir.settle(statement, DIGEST, "", _onChain());
        used -= gasleft();
    }

    // ---- freeze ----

    function test_anybody_freezes_after_seven_days_and_not_a_second_before() public {
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingOverdue.selector, 0, 0));
        weir.freeze();
        _request(ALICE, 5);
        vm.warp(START + 7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingOverdue.selector, 0, START));
        weir.freeze();
        vm.warp(START + 7 days);
        vm.prank(BOB);
        weir.freeze();
        assertTrue(weir.frozen(), "frozen");
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.freeze();
    }

    function test_a_served_request_freezes_nothing() public {
        _request(ALICE, 5);
        vm.warp(START + 7 days);
        _apply(Statements.forcedExit(5, ALICE, Statements.REFUTED));
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingOverdue.selector, 1, 0));
        weir.freeze();
        _request(BOB, 6);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingOverdue.selector, 1, START + 7 days));
        weir.freeze();
    }

    function test_a_frozen_core_gives_unserved_fees_back_once() public {
        _request(ALICE, 5);
        _request(BOB, 6);
        _apply(Statements.forcedExit(5, ALICE, Statements.REFUTED));
        vm.expectRevert(IWeir.NotFrozen.selector);
        weir.reclaimForcedFee(1);
        vm.warp(START + 7 days);
        weir.freeze();
        vm.expectRevert(abi.encodeWithSelector(IWeir.ForcedExitQueueExhausted.selector, 0));
        weir.reclaimForcedFee(0);
        weir.reclaimForcedFee(1);
        assertEq(weir.rewardOf(BOB), fee, "back");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingToWithdraw.selector, BOB));
        weir.reclaimForcedFee(1);
    }
}
