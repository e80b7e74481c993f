// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DepositContent, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {FeeToken, HookToken, NoReturnToken, Token} from "../support/Tokens.sol";

contract DepositsTest is CoreTest {
    // ---- queueing ----

    function test_a_deposit_is_pulled_booked_and_linked() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        assertEq(_queue(c), 0, "index");
        assertBooks(usd, 0, 0, 10);
        assertEq(token.balanceOf(address(weir)), 10 * uint256(QUANTUM), "balance");
        bytes32 first = keccak256(abi.encode(bytes32(0), c.asset, c.amount, c.account, c.slot, c.headerDigest, ALICE));
        assertEq(weir.depositHash(0), first, "first");
        c.depositor = BOB;
        c.slot = 13;
        assertEq(_queue(c), 1, "index");
        bytes32 second = keccak256(abi.encode(first, c.asset, c.amount, c.account, c.slot, c.headerDigest, BOB));
        assertEq(weir.depositHash(1), second, "second");
    }

    function _refuse(DepositContent memory c, bytes memory error_) private {
        vm.prank(c.depositor);
        vm.expectRevert(error_);
        weir.deposit(c.asset, c.amount, c.account, c.headerDigest, c.slot);
    }

    function test_a_deposit_that_no_batch_could_take_is_refused() public {
        _refuse(_content(usd, 0, ALICE), abi.encodeWithSelector(IWeir.AmountZero.selector));
        _refuse(_content(0, 1, ALICE), abi.encodeWithSelector(IWeir.AssetUnknown.selector, 0));
        _refuse(_content(3, 1, ALICE), abi.encodeWithSelector(IWeir.AssetUnknown.selector, 3));
        DepositContent memory c = _content(usd, 1, ALICE);
        c.account = 2 ** 27;
        _refuse(c, abi.encodeWithSelector(IWeir.AccountOutOfRange.selector, 2 ** 27));
        c = _content(usd, 1, ALICE);
        c.slot = 16;
        _refuse(c, abi.encodeWithSelector(IWeir.SlotOutOfRange.selector, 16));
        c = _content(usd, 1, ALICE);
        c.headerDigest = bytes32(type(uint256).max);
        _refuse(c, abi.encodeWithSelector(IWeir.ElementNotCanonical.selector, 0, type(uint32).max));
        uint32 ticket = _create(_terms());
        _refuse(_content(ticket, 1, ALICE), abi.encodeWithSelector(IWeir.AssetIsTicket.selector, ticket));
    }

    function test_a_fee_on_transfer_token_is_refused() public {
        FeeToken fee = new FeeToken();
        uint32 number = uint32(weir.registerAsset(address(fee), 1));
        fee.mint(ALICE, 100);
        vm.prank(ALICE);
        fee.approve(address(weir), 100);
        _refuse(
            _content(number, 100, ALICE), abi.encodeWithSelector(IWeir.TransferMismatch.selector, address(fee), 100, 90)
        );
    }

    function test_a_token_that_returns_nothing_works() public {
        NoReturnToken old = new NoReturnToken();
        uint32 number = uint32(weir.registerAsset(address(old), 1));
        old.mint(ALICE, 100);
        vm.prank(ALICE);
        old.approve(address(weir), 100);
        DepositContent memory c = _content(number, 100, ALICE);
        _queue(c);
        _apply(Statements.deposit(c, Statements.TAKEN));
        weir.claim(_withdraw(number, 100, BOB));
        assertEq(old.balanceOf(BOB), 100, "paid");
    }

    function test_a_token_hook_can_not_re_enter() public {
        HookToken hook = new HookToken();
        uint32 number = uint32(weir.registerAsset(address(hook), 1));
        hook.mint(ALICE, 100);
        vm.prank(ALICE);
        hook.approve(address(weir), 100);
        hook.hook(address(weir), abi.encodeCall(IWeir.deposit, (number, 1, 5, DIGEST, 12)));
        _queue(_content(number, 60, ALICE));
        assertTrue(hook.called() && !hook.succeeded(), "re-entered");
        assertEq(
            keccak256(hook.answer()), keccak256(abi.encodeWithSignature("ReentrancyGuardReentrantCall()")), "reason"
        );
        assertBooks(number, 0, 0, 60);
    }

    function test_a_donation_is_nobodys() public {
        _queue(_content(usd, 10, ALICE));
        vm.prank(BOB);
        token.transfer(address(weir), 12345);
        assertBooks(usd, 0, 0, 10);
        _queue(_content(usd, 5, BOB));
        assertBooks(usd, 0, 0, 15);
    }

    function test_ether_sent_directly_is_refused() public {
        (bool success,) = address(weir).call{value: 1}("");
        assertTrue(!success, "accepted");
    }

    // ---- consuming ----

    function testFuzz_any_mix_of_taken_and_returned_is_consumed_in_order(uint256 choices, uint8 count) public {
        count = uint8(1 + count % 20);
        bytes memory effects;
        uint256 taken;
        for (uint256 i; i < count; ++i) {
            DepositContent memory c = _content(i % 3 == 0 ? share : usd, uint64(100 + i), i % 2 == 0 ? ALICE : BOB);
            _queue(c);
            bool take = choices >> i & 1 == 1;
            if (take && c.asset == usd) taken += c.amount;
            effects = bytes.concat(effects, Statements.deposit(c, take ? Statements.TAKEN : Statements.RETURNED));
        }
        _apply(effects);
        assertEq(weir.books(usd).l2Total, taken, "l2Total");
        (, uint256 cursor,,) = weir.queues();
        assertEq(cursor, count, "cursor");
        for (uint256 i; i < count; ++i) {
            assertTrue(weir.isDepositReturned(i) == (choices >> i & 1 == 0), "returned bit");
        }
    }

    function test_returned_bits_reach_their_slots_across_a_boundary() public {
        DepositContent memory c = _content(usd, 1, ALICE);
        bytes memory effects;
        for (uint256 i; i < 260; ++i) {
            _queue(c);
            bool keep = i < 250 || i == 255;
            effects = bytes.concat(effects, Statements.deposit(c, keep ? Statements.TAKEN : Statements.RETURNED));
        }
        _apply(effects);
        for (uint256 i; i < 260; ++i) {
            assertTrue(weir.isDepositReturned(i) != (i < 250 || i == 255), "returned bit");
        }
    }

    function test_every_field_of_a_taken_deposit_is_the_queues() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        bytes32 expected = weir.depositHash(0);
        for (uint256 i; i < 6; ++i) {
            DepositContent memory d = _content(usd, 10, ALICE);
            if (i == 0) d.asset = share;
            if (i == 1) d.amount = 11;
            if (i == 2) d.account = 6;
            if (i == 3) d.slot = 13;
            if (i == 4) d.headerDigest = bytes32(uint256(1));
            if (i == 5) d.depositor = BOB;
            bytes32 actual =
                keccak256(abi.encode(bytes32(0), d.asset, d.amount, d.account, d.slot, d.headerDigest, d.depositor));
            _expectApply(
                Statements.deposit(d, Statements.TAKEN),
                abi.encodeWithSelector(IWeir.DepositQueueMismatch.selector, 1, expected, actual)
            );
        }
    }

    function test_a_deposit_can_not_be_taken_twice_or_out_of_order() public {
        DepositContent memory a = _content(usd, 10, ALICE);
        DepositContent memory b = _content(usd, 20, BOB);
        _queue(a);
        _queue(b);
        bytes memory second = _statement(Statements.deposit(b, Statements.TAKEN));
        vm.expectRevert();
        weir.applyStatement(second);
        _apply(bytes.concat(Statements.deposit(a, Statements.TAKEN), Statements.deposit(b, Statements.TAKEN)));
        _expectApply(
            Statements.deposit(b, Statements.TAKEN), abi.encodeWithSelector(IWeir.DepositQueueExhausted.selector, 2)
        );
    }

    function test_a_status_other_than_taken_or_returned_is_refused() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        _expectApply(Statements.deposit(c, 0), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 0));
        _expectApply(Statements.deposit(c, 3), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 3));
    }

    // ---- returning ----

    function test_a_returned_deposit_is_paid_back_at_once_and_once() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositNotReturned.selector, 0));
        weir.reclaimDeposit(0, c);
        _apply(Statements.deposit(c, Statements.RETURNED));
        uint256 before = token.balanceOf(ALICE);
        weir.reclaimDeposit(0, c);
        assertEq(token.balanceOf(ALICE) - before, 10 * uint256(QUANTUM), "paid");
        assertBooks(usd, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositAlreadyReclaimed.selector, 0));
        weir.reclaimDeposit(0, c);
    }

    function test_a_taken_deposit_is_not_paid_back() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        vm.prank(ALICE);
        weir.requestDepositCancel(0, c);
        _apply(Statements.deposit(c, Statements.TAKEN));
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositNotReturned.selector, 0));
        weir.reclaimDeposit(0, c);
        vm.warp(START + 48 hours);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositNotPending.selector, 0, 1));
        weir.cancelDeposit(0, c);
    }

    function test_content_that_is_not_the_queues_is_refused() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        _apply(Statements.deposit(c, Statements.RETURNED));
        bytes32 expected = weir.depositHash(0);
        c.depositor = BOB;
        bytes32 actual = keccak256(abi.encode(bytes32(0), c.asset, c.amount, c.account, c.slot, c.headerDigest, BOB));
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositContentMismatch.selector, 0, expected, actual));
        weir.reclaimDeposit(0, c);
    }

    // ---- cancelling ----

    function _requested() private returns (DepositContent memory c) {
        c = _content(usd, 10, ALICE);
        _queue(c);
        vm.prank(ALICE);
        weir.requestDepositCancel(0, c);
    }

    function test_only_the_depositor_asks_for_a_cancel_once_and_while_it_is_pending() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotDepositor.selector, ALICE, address(this)));
        weir.requestDepositCancel(0, c);
        vm.startPrank(ALICE);
        weir.requestDepositCancel(0, c);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositCancelAlreadyRequested.selector, 0, START));
        weir.requestDepositCancel(0, c);
        vm.stopPrank();
        _apply(Statements.deposit(c, Statements.TAKEN));
        _queue(c);
        _apply(Statements.deposit(c, Statements.TAKEN));
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositNotPending.selector, 1, 2));
        weir.requestDepositCancel(1, c);
    }

    function test_a_cancel_is_paid_48_hours_after_its_request() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositCancelNotRequested.selector, 0));
        weir.cancelDeposit(0, c);
        vm.prank(ALICE);
        weir.requestDepositCancel(0, c);
        vm.warp(START + 48 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositCancelTooEarly.selector, 0, START + 48 hours));
        weir.cancelDeposit(0, c);
        vm.warp(START + 48 hours);
        uint256 before = token.balanceOf(ALICE);
        weir.cancelDeposit(0, c);
        assertEq(token.balanceOf(ALICE) - before, 10 * uint256(QUANTUM), "paid");
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositAlreadyReclaimed.selector, 0));
        weir.cancelDeposit(0, c);
    }

    function test_a_batch_takes_a_deposit_up_to_44_hours_after_the_request_by_its_own_time() public {
        DepositContent memory c = _requested();
        bytes memory effects = Statements.deposit(c, Statements.TAKEN);
        // Stamped at the last moment, settled two hours later: 46 hours after the request.
        vm.warp(START + 46 hours);
        Header memory h = _header(effects);
        h.timestamp = START + 44 hours + 1;
        _expectApply(h, effects, abi.encodeWithSelector(IWeir.DepositCancelled.selector, 0, START));
        h.timestamp = START + 44 hours;
        _apply(h, effects);
    }

    function test_a_cancelled_deposit_is_consumed_as_returned_and_paid_once() public {
        DepositContent memory c = _requested();
        vm.warp(START + 48 hours);
        weir.cancelDeposit(0, c);
        _apply(Statements.deposit(c, Statements.RETURNED));
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositAlreadyReclaimed.selector, 0));
        weir.reclaimDeposit(0, c);
        assertBooks(usd, 0, 0, 0);
    }

    function test_confirming_an_account_is_an_event_and_bounded() public {
        weir.confirmAccount(2 ** 27 - 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.AccountOutOfRange.selector, 2 ** 27));
        weir.confirmAccount(2 ** 27);
    }

    /// @dev Bit 26 is the tree: the last account of the validium tree is as good as any.
    function test_a_deposit_to_a_validium_account_is_taken_as_any_other() public {
        DepositContent memory c = _content(usd, 7, ALICE);
        c.account = 2 ** 27 - 1;
        _queue(c);
        _apply(Statements.deposit(c, Statements.TAKEN));
        assertBooks(usd, 7, 0, 0);
    }
}
