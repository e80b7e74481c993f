// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {IL1Orders, L1Fill, L1Order, L1OrderTerms} from "../../src/interfaces/IL1Orders.sol";
import {IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {BlocklistToken, FeeToken, HookToken} from "../support/Tokens.sol";

/// @notice L1 orders through the core: what locks, what a batch may do with it and when, and what comes back.
contract L1OrdersTest is CoreTest {
    IL1Orders internal orders;

    function setUp() public override {
        super.setUp();
        orders = weir.l1Orders();
        _bring(share, 1_000_000);
        _bring(usd, 1_000_000);
    }

    function _order() internal view returns (L1OrderTerms memory) {
        return L1OrderTerms({
            sellAsset: usd,
            buyAsset: share,
            sellAmount: 1000,
            minBuyAmount: 900,
            minFill: 100,
            until: uint40(block.timestamp + 10 days)
        });
    }

    function _place(L1OrderTerms memory t) internal returns (uint256 id) {
        vm.prank(BOB);
        return orders.place(t);
    }

    function _fill(uint256 id, uint64 sold, uint64 bought) internal view returns (bytes memory) {
        return Statements.l1Order(L1Fill({id: id, sellAsset: usd, buyAsset: share, sold: sold, bought: bought}));
    }

    function _expectFill(uint256 id, uint64 sold, uint64 bought, bytes memory error_) internal {
        _expectApply(_fill(id, sold, bought), error_);
    }

    function _withdrawable(uint32 asset) internal view returns (uint256) {
        return orders.balanceOf(BOB, asset);
    }

    function _collect(uint256 id) internal returns (uint256) {
        vm.prank(BOB);
        return orders.collect(id);
    }

    function _release(uint256 id) internal {
        vm.prank(BOB);
        orders.release(id);
    }

    function _expectRelease(uint256 id, bytes memory error_) internal {
        vm.prank(BOB);
        vm.expectRevert(error_);
        orders.release(id);
    }

    // ---- a life ----

    function test_an_order_is_filled_in_parts_and_what_it_bought_is_withdrawn() public {
        uint256 owed = weir.books(usd).owed;
        uint256 id = _place(_order());
        assertEq(id, 1, "ids start at 1");
        assertBooks(usd, 1_000_000, 0, owed + 1000);
        assertEq(orders.order(id).left, 1000, "locked");

        _apply(_fill(id, 400, 360));
        assertBooks(usd, 1_000_400, 0, owed + 600);
        assertBooks(share, 999_640, 0, 360);
        _apply(_fill(id, 600, 545));
        assertEq(orders.order(id).left, 0, "all sold");
        assertEq(orders.order(id).bought, 905, "bought");
        assertEq(_collect(id), 905, "collected");
        assertEq(_withdrawable(share), 905, "withdrawable");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NothingBought.selector, id));
        orders.collect(id);

        uint256 before = vault.balanceOf(ALICE);
        vm.prank(BOB);
        orders.withdraw(share, 905, ALICE);
        assertEq(vault.balanceOf(ALICE) - before, 905 * QUANTUM, "paid");
        assertBooks(share, 999_095, 0, 0);
        assertBooks(usd, 1_001_000, 0, owed);
        _expectFill(id, 1, 1, abi.encodeWithSelector(IL1Orders.OrderOverfilled.selector, id, 0, 1));
    }

    function test_an_order_takes_from_the_balance_first_and_from_the_wallet_what_lacks() public {
        vm.prank(BOB);
        orders.deposit(usd, 700);
        uint256 wallet = token.balanceOf(BOB);
        _place(_order());
        assertEq(wallet - token.balanceOf(BOB), 300 * uint256(QUANTUM), "what lacked");
        assertEq(_withdrawable(usd), 0, "used up");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.BalanceTooLow.selector, usd, 0, 1));
        orders.withdraw(usd, 1, BOB);
    }

    function test_what_an_order_must_look_like() public {
        L1OrderTerms memory t = _order();
        t.buyAsset = usd;
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.SameAsset.selector, usd));
        t = _order();
        t.sellAmount = 0;
        t.minFill = 0;
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.AmountZero.selector));
        t = _order();
        t.minFill = 1001;
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.MinFillTooLarge.selector, 1001, 1000));
        t = _order();
        t.until = uint40(block.timestamp - 1);
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.UntilPassed.selector, t.until, block.timestamp));
        t = _order();
        t.buyAsset = _create(_terms());
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.AssetNotToken.selector, t.buyAsset));
        t.buyAsset = 999;
        _expectPlace(t, abi.encodeWithSelector(IL1Orders.AssetNotToken.selector, 999));
    }

    function _expectPlace(L1OrderTerms memory t, bytes memory error_) private {
        vm.prank(BOB);
        vm.expectRevert(error_);
        orders.place(t);
    }

    // ---- what a batch may not do ----

    function test_a_batch_keeps_to_the_order() public {
        uint256 id = _place(_order());
        _expectFill(2, 100, 100, abi.encodeWithSelector(IL1Orders.OrderUnknown.selector, 2));
        _expectFill(0, 100, 100, abi.encodeWithSelector(IL1Orders.OrderUnknown.selector, 0));
        _expectFill(id, 1001, 1001, abi.encodeWithSelector(IL1Orders.OrderOverfilled.selector, id, 1000, 1001));
        _expectFill(id, 99, 99, abi.encodeWithSelector(IL1Orders.OrderBelowMinFill.selector, id, 100, 99));
        _expectFill(id, 1000, 899, abi.encodeWithSelector(IL1Orders.OrderLimitNotMet.selector, id, 1000, 899));
        _expectFill(id, 101, 90, abi.encodeWithSelector(IL1Orders.OrderLimitNotMet.selector, id, 101, 90));
        _expectApply(
            Statements.l1Order(L1Fill({id: id, sellAsset: share, buyAsset: usd, sold: 100, bought: 100})),
            abi.encodeWithSelector(IL1Orders.OrderAssetsMismatch.selector, id, share, usd)
        );
        _apply(_fill(id, 950, 855));
        // Below minFill, but all that is left; at the limit exactly.
        _apply(_fill(id, 50, 45));
    }

    function test_two_fills_of_one_order_in_one_batch_add_up() public {
        uint256 id = _place(_order());
        _expectApply(
            bytes.concat(_fill(id, 600, 600), _fill(id, 500, 500)),
            abi.encodeWithSelector(IL1Orders.OrderOverfilled.selector, id, 400, 500)
        );
        _apply(bytes.concat(_fill(id, 600, 600), _fill(id, 400, 400)));
        assertEq(_collect(1), 1000, "both");
    }

    function test_a_batch_stamped_after_until_may_not_fill() public {
        L1OrderTerms memory t = _order();
        t.until = uint40(block.timestamp + 1 hours);
        uint256 id = _place(t);
        vm.warp(t.until + 1);
        _expectFill(id, 100, 100, abi.encodeWithSelector(IL1Orders.OrderExpired.selector, id, t.until));
        bytes memory effects = _fill(id, 100, 100);
        Header memory h = _header(effects);
        h.timestamp = t.until;
        vm.warp(t.until + 2 hours);
        _apply(h, effects);
    }

    function test_more_than_the_L2_holds_cannot_be_bought() public {
        L1OrderTerms memory t = _order();
        uint256 id = _place(t);
        _expectFill(
            id, 1000, 1_000_001, abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, share, 1_000_000, -1_000_001)
        );
    }

    function test_only_the_core_fills_and_only_the_orders_use_its_custody() public {
        uint256 id = _place(_order());
        L1Fill memory f = L1Fill({id: id, sellAsset: usd, buyAsset: share, sold: 100, bought: 100});
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NotCore.selector, address(this)));
        orders.applyFill(f, block.timestamp, 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotL1Orders.selector, address(this)));
        weir.payOwed(usd, 1, ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotL1Orders.selector, address(this)));
        weir.receiveOwed(usd, 1, BOB);
    }

    // ---- cancel and expiry ----

    function test_a_cancelled_order_is_usable_for_44_hours_and_released_after_48() public {
        uint256 id = _place(_order());
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NotOrderOwner.selector, BOB, ALICE));
        orders.requestCancel(id);
        vm.prank(BOB);
        orders.requestCancel(id);
        uint256 requestedAt = orders.order(id).cancelRequestedAt;
        vm.warp(requestedAt + 1 hours);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.CancelAlreadyRequested.selector, id, requestedAt));
        orders.requestCancel(id);

        vm.warp(requestedAt + 44 hours);
        _apply(_fill(id, 100, 90));
        vm.warp(requestedAt + 44 hours + 1);
        _expectFill(id, 100, 90, abi.encodeWithSelector(IL1Orders.OrderCancelled.selector, id, requestedAt));
        vm.warp(requestedAt + 48 hours - 1);
        assertTrue(!orders.isReleasable(id), "locked");
        _expectRelease(id, abi.encodeWithSelector(IL1Orders.OrderLocked.selector, id));
        vm.warp(requestedAt + 48 hours);
        _release(id);
        assertEq(_withdrawable(usd), 900, "what was left");
        _expectRelease(id, abi.encodeWithSelector(IL1Orders.NothingLeft.selector, id));
    }

    function test_an_expired_order_is_released_once_no_batch_can_fill_it() public {
        L1OrderTerms memory t = _order();
        t.until = uint40(block.timestamp + 1 hours);
        uint256 id = _place(t);
        vm.warp(t.until + 4 hours - 1);
        assertTrue(!orders.isReleasable(id), "locked");
        _expectRelease(id, abi.encodeWithSelector(IL1Orders.OrderLocked.selector, id));
        vm.warp(t.until + 4 hours);
        _release(id);
        assertEq(_withdrawable(usd), 1000, "all of it");
    }

    /// @dev While settle is paused a batch that fills the order waits: so does the order.
    function test_a_pause_of_settle_stops_both_clocks() public {
        L1OrderTerms memory t = _order();
        t.until = uint40(block.timestamp + 1 hours);
        uint256 expiring = _place(t);
        uint256 cancelled = _place(_order());
        vm.prank(BOB);
        orders.requestCancel(cancelled);
        uint256 requestedAt = block.timestamp;
        bytes memory effects = _fill(expiring, 100, 90);
        vm.warp(t.until);
        Header memory h = _header(effects);
        vm.prank(GUARDIAN);
        governance.pauseSettle(72 hours);
        vm.warp(t.until + 72 hours);
        _expectRelease(expiring, abi.encodeWithSelector(IL1Orders.OrderLocked.selector, expiring));
        _expectRelease(cancelled, abi.encodeWithSelector(IL1Orders.OrderLocked.selector, cancelled));
        _apply(h, effects);
        vm.warp(t.until + 76 hours);
        _release(expiring);
        vm.warp(requestedAt + 72 hours + 48 hours);
        _release(cancelled);
        assertEq(_withdrawable(usd), 1900, "both");
    }

    // ---- gates ----

    function test_entries_may_be_paused_and_ways_out_not() public {
        uint256 id = _place(_order());
        vm.prank(BOB);
        orders.deposit(usd, 10);
        vm.prank(GUARDIAN);
        governance.pauseEntries();
        _expectPlace(_order(), abi.encodeWithSelector(IGovernance.EntriesPaused.selector));
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.EntriesPaused.selector));
        orders.deposit(usd, 10);
        _apply(_fill(id, 100, 100));
        vm.startPrank(BOB);
        orders.withdraw(usd, 10, BOB);
        orders.collect(id);
        orders.withdraw(share, 100, BOB);
        orders.requestCancel(id);
        vm.stopPrank();
    }

    function test_a_frozen_core_releases_every_lock_at_once() public {
        uint256 id = _place(_order());
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        weir.requestForcedExit{value: 0.1 ether}(9, 1);
        vm.warp(block.timestamp + 7 days);
        weir.freeze();
        _expectPlace(_order(), abi.encodeWithSelector(IL1Orders.CoreIsFrozen.selector));
        _release(id);
        uint256 before = token.balanceOf(BOB);
        vm.prank(BOB);
        orders.withdraw(usd, 1000, BOB);
        assertEq(token.balanceOf(BOB) - before, 1000 * uint256(QUANTUM), "out");
    }

    // ---- a large outflow waits, as withdrawals do ----

    function test_what_a_batch_with_a_large_outflow_bought_waits_a_day_and_nothing_else_does() public {
        L1OrderTerms memory t = _order();
        t.minBuyAmount = 0;
        uint256 id = _place(t);
        uint256 other = _place(t);
        _apply(bytes.concat(_fill(id, 100, 300_000), _fill(other, 100, 100_000)));
        assertEq(_collect(id), 300_000, "below the day's share");
        _apply(_fill(id, 100, 200_000));
        uint256 held = block.timestamp + 24 hours;
        assertEq(orders.heldUntilOf(id), held, "held");
        vm.warp(block.timestamp + 23 hours);
        // A later, smaller batch does not lift it.
        _apply(_fill(id, 100, 1));
        assertEq(orders.heldUntilOf(id), held, "still held");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.PurchaseHeld.selector, id, held));
        orders.collect(id);
        // Neither another order's purchase nor the balance waits with it.
        assertEq(_collect(other), 100_000, "another order");
        t = _order();
        (t.sellAsset, t.buyAsset, t.sellAmount) = (share, usd, 400_000);
        _place(t);
        vm.warp(held);
        assertEq(_collect(id), 200_001, "all of it");
        assertEq(orders.heldUntilOf(id), 0, "nothing to hold");
    }

    function test_only_the_owner_collects_and_releases() public {
        L1OrderTerms memory t = _order();
        uint256 id = _place(t);
        _apply(_fill(id, 100, 100));
        vm.warp(uint256(t.until) + 4 hours);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NotOrderOwner.selector, BOB, ALICE));
        orders.collect(id);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NotOrderOwner.selector, BOB, ALICE));
        orders.release(id);
        vm.stopPrank();
    }

    // ---- tokens that misbehave ----

    function test_a_token_that_keeps_a_fee_is_not_credited() public {
        FeeToken fee = new FeeToken();
        uint32 number = uint32(weir.registerAsset(address(fee), 1));
        fee.mint(BOB, 1000);
        vm.startPrank(BOB);
        fee.approve(address(weir), 1000);
        vm.expectRevert(abi.encodeWithSelector(IWeir.TransferMismatch.selector, address(fee), 1000, 900));
        orders.deposit(number, 1000);
        vm.stopPrank();
    }

    function test_a_token_with_hooks_comes_in_once_and_goes_out_once() public {
        HookToken hook = new HookToken();
        uint32 number = uint32(weir.registerAsset(address(hook), 1));
        hook.mint(BOB, 1000);
        vm.prank(BOB);
        hook.approve(address(weir), 1000);
        bytes[4] memory again = [
            abi.encodeCall(IL1Orders.deposit, (number, 1)),
            abi.encodeCall(IL1Orders.withdraw, (number, 1, BOB)),
            abi.encodeCall(IL1Orders.release, (1)),
            abi.encodeCall(IL1Orders.collect, (1))
        ];
        for (uint256 i; i < 4; ++i) {
            hook.hook(address(orders), again[i]);
            vm.prank(BOB);
            orders.deposit(number, 100);
            assertTrue(hook.called() && !hook.succeeded(), "refused on the way in");
            hook.hook(address(orders), again[i]);
            vm.prank(BOB);
            orders.withdraw(number, 50, BOB);
            assertTrue(hook.called() && !hook.succeeded(), "refused on the way out");
        }
        assertEq(_withdrawable(number), 200, "four times 50 left");
    }

    function test_a_token_that_refuses_its_receiver_stops_only_this_withdrawal() public {
        BlocklistToken listed = new BlocklistToken();
        uint32 number = uint32(weir.registerAsset(address(listed), 1));
        listed.mint(BOB, 1000);
        vm.startPrank(BOB);
        listed.approve(address(weir), 1000);
        orders.deposit(number, 1000);
        vm.stopPrank();
        L1OrderTerms memory t = _order();
        (t.sellAsset, t.buyAsset) = (number, share);
        uint256 id = _place(t);
        listed.block_(BOB);
        _apply(Statements.l1Order(L1Fill({id: id, sellAsset: number, buyAsset: share, sold: 500, bought: 500})));
        _collect(id);
        vm.prank(BOB);
        orders.withdraw(share, 500, BOB);
    }

    // ---- words ----

    function test_no_bit_beside_the_named_ones() public {
        uint256 id = _place(_order());
        uint256[2] memory named = [
            uint256(0xff) | 0xfffffff << 28 | 0xffffff << 56 | 0xffffff << 84 | 0xfff << 112,
            0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112 | 0x1fffff << 140
        ];
        bytes memory effects = _fill(id, 100, 100);
        for (uint256 w; w < 2; ++w) {
            for (uint256 bit_; bit_ < 248; ++bit_) {
                if (named[w] >> bit_ & 1 == 1) continue;
                bytes memory changed = bytes.concat(effects);
                changed[31 * w + 30 - bit_ / 8] ^= bytes1(uint8(1 << (bit_ % 8)));
                _expectApply(changed, abi.encodeWithSelector(IWeir.LimbNotZero.selector, w, 1 << bit_));
            }
        }
    }

    function testFuzz_a_fill_never_takes_more_or_pays_less_than_the_order_says(
        uint64 sellAmount,
        uint64 minBuyAmount,
        uint64 minFill,
        uint64 sold,
        uint64 bought
    ) public {
        L1OrderTerms memory t = _order();
        t.sellAmount = sellAmount = uint64(1 + sellAmount % 1_000_000);
        t.minBuyAmount = minBuyAmount % 2_000_000;
        t.minFill = minFill % (sellAmount + 1);
        uint256 id = _place(t);
        (sold, bought) = (1 + sold % (2 * sellAmount), 1 + bought % 1_000_000);
        bytes memory statement = _statement(_fill(id, sold, bought));
        try weir.applyStatement(statement) {
            L1Order memory o = orders.order(id);
            assertTrue(sold <= sellAmount && o.left == sellAmount - sold, "left");
            assertTrue(sold >= t.minFill || sold == sellAmount, "minFill");
            assertTrue(uint256(bought) * sellAmount >= uint256(sold) * t.minBuyAmount, "limit");
            assertEq(o.bought, bought, "bought");
        } catch {
            assertEq(orders.order(id).left, sellAmount, "untouched");
            bool allowed = sold <= sellAmount && (sold >= t.minFill || sold == sellAmount)
                && uint256(bought) * sellAmount >= uint256(sold) * t.minBuyAmount;
            assertTrue(!allowed, "refused for a reason");
        }
    }
}
