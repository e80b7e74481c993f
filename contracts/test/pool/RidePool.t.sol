// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IRidePool, RedeemEffect, Ride, RideEffect, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {FeeToken, Token} from "../support/Tokens.sol";
import {PriceAdapter} from "../support/Vaults.sol";

contract RidePoolTest is CoreTest {
    uint64 private constant SIZE = 100_000;

    PriceAdapter private priced;
    Token private out;
    uint32 private outAsset;

    function setUp() public override {
        super.setUp();
        priced = new PriceAdapter();
        out = new Token();
        outAsset = uint32(weir.registerAsset(address(out), QUANTUM));
        vm.prank(address(governance));
        pool.registerStrategy(priced, 100_000);
    }

    /// @dev Terms over the strategy that pays what it is told to.
    function _pricedTerms() private view returns (Terms memory t) {
        t = _terms();
        t.adapter = priced;
        t.assetOut = outAsset;
    }

    function _assertStage(uint32 ride, Stage stage) private view {
        assertEq(uint256(pool.ride(ride).stage), uint256(stage), "stage");
    }

    // ---- create ----

    function _refuseTerms(Terms memory t, bytes memory error_) private {
        vm.prank(OPERATOR);
        vm.expectRevert(error_);
        pool.createRide(t);
    }

    function test_an_operator_creates_and_the_terms_are_stored() public {
        Terms memory t = _terms();
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NotCreator.selector, address(this)));
        pool.createRide(t);
        uint32 ride = _create(t);
        assertEq(ride, weir.assetCount(), "a ride's number is its ticket's");
        assertEq(keccak256(abi.encode(pool.terms(ride))), keccak256(abi.encode(t)), "terms");
        _assertStage(ride, Stage.Boarding);
    }

    function test_terms_with_a_wrong_strategy_or_pair_are_refused() public {
        Terms memory t = _terms();
        t.adapter = IAdapter(ALICE);
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.StrategyUnknown.selector, ALICE));
        t = _terms();
        t.assetOut = usd;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.SameAsset.selector, usd));
        t = _terms();
        t.direction = Direction.Exit;
        _refuseTerms(
            t,
            abi.encodeWithSelector(
                IRidePool.StrategyRefuses.selector, adapter, Direction.Exit, address(token), address(vault)
            )
        );
    }

    function test_a_ride_crosses_between_tokens_only() public {
        uint32 ticket = _create(_terms());
        Terms memory t = _pricedTerms();
        t.assetIn = ticket;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.AssetNotAToken.selector, ticket));
        t = _pricedTerms();
        t.assetOut = 99;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.AssetNotAToken.selector, 99));
    }

    function test_terms_with_wrong_prices_sizes_or_fees_are_refused() public {
        for (uint256 i; i < 4; ++i) {
            Terms memory z = _terms();
            if (i == 0) z.referenceIn = 0;
            if (i == 1) z.referenceOut = 0;
            if (i == 2) z.worstIn = 0;
            if (i == 3) z.worstOut = 0;
            _refuseTerms(z, abi.encodeWithSelector(IRidePool.PriceZero.selector));
        }
        Terms memory t = _terms();
        t.worstOut = 1001;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.WorstAboveReference.selector));
        t = _terms();
        t.minSize = 0;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.SizesOutOfOrder.selector, 0, 1_000_000));
        t.minSize = 1_000_001;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.SizesOutOfOrder.selector, 1_000_001, 1_000_000));
        t = _terms();
        t.feeBps = 101;
        _refuseTerms(t, abi.encodeWithSelector(IRidePool.FeeTooHigh.selector, 100, 101));
    }

    function _timeError(uint256 after_, uint256 span, uint256 time) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRidePool.TimeOutOfRange.selector, after_ + 1, after_ + span, time);
    }

    function test_terms_with_times_out_of_order_or_too_far_apart_are_refused() public {
        Terms memory t = _terms();
        t.boardBy = uint40(START);
        _refuseTerms(t, _timeError(START, 7 days, START));
        t.boardBy = uint40(START + 7 days + 1);
        _refuseTerms(t, _timeError(START, 7 days, START + 7 days + 1));
        t = _terms();
        uint256 closed = uint256(t.boardBy) + 24 hours;
        t.departBy = uint40(closed);
        _refuseTerms(t, _timeError(closed, 7 days, closed));
        t.departBy = uint40(closed + 7 days + 1);
        _refuseTerms(t, _timeError(closed, 7 days, closed + 7 days + 1));
        t = _terms();
        t.settleBy = t.departBy - 1;
        _refuseTerms(t, _timeError(t.departBy - 1, 30 days, t.departBy - 1));
        t.settleBy = uint40(t.departBy + 30 days);
        _refuseTerms(t, _timeError(t.departBy - 1, 30 days, t.departBy + 30 days));
    }

    function test_strategies_are_registered_once_by_the_governance() public {
        PriceAdapter other = new PriceAdapter();
        // The governance's owner does it through the governance, after the delay.
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NotGovernance.selector, address(this)));
        pool.registerStrategy(other, 1);
        vm.startPrank(address(governance));
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NotAContract.selector, ALICE));
        pool.registerStrategy(IAdapter(ALICE), 1);
        pool.registerStrategy(other, 0);
        assertEq(pool.gasFloor(other), 1, "floor");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.StrategyAlreadyRegistered.selector, other));
        pool.registerStrategy(other, 1);
        vm.stopPrank();
    }

    // ---- board and close ----

    function test_only_the_core_applies_effects() public {
        uint32 ride = _create(_terms());
        RideEffect memory e = _rideEffect(ride, 1, false);
        RedeemEffect memory r;
        bytes memory refusal = abi.encodeWithSelector(IRidePool.NotCore.selector, address(this));
        vm.expectRevert(refusal);
        pool.applyRide(e, START);
        vm.expectRevert(refusal);
        pool.applyRedeem(r);
        vm.expectRevert(refusal);
        pool.creditTickets(ride, ALICE, 1);
    }

    function test_every_term_in_a_ride_effect_is_the_stored_one() public {
        uint32 ride = _create(_terms());
        _bring(usd, 200);
        for (uint256 i; i < 6; ++i) {
            RideEffect memory e = _rideEffect(ride, 200, false);
            if (i == 0) e.assetIn = share;
            if (i == 1) e.assetOut = usd;
            if (i == 2) e.worstIn += 1;
            if (i == 3) e.worstOut -= 1;
            if (i == 4) e.boardBy += 1;
            if (i == 5) e.settleBy -= 1;
            _expectApply(Statements.ride(e), abi.encodeWithSelector(IRidePool.TermsMismatch.selector, ride));
        }
        RideEffect memory unknown = _rideEffect(ride, 200, false);
        unknown.ticket = ride + 1;
        _expectApply(Statements.ride(unknown), abi.encodeWithSelector(IRidePool.RideUnknown.selector, ride + 1));
    }

    function test_a_batch_boards_until_boardBy_by_its_own_time() public {
        uint32 ride = _create(_terms());
        _bring(usd, 400);
        vm.warp(START + 3 hours);
        bytes memory effects = Statements.ride(_rideEffect(ride, 200, false));
        Header memory h = _header(effects);
        h.timestamp = START + 1 hours + 1;
        _expectApply(
            h,
            effects,
            abi.encodeWithSelector(IRidePool.BoardingOver.selector, ride, START + 1 hours, START + 1 hours + 1)
        );
        h.timestamp = START + 1 hours;
        _apply(h, effects);
        // Buying back is over too, and so is an effect that says nothing.
        RideEffect memory e = _rideEffect(ride, 100, false);
        e.negative = true;
        _expectApply(
            Statements.ride(e),
            abi.encodeWithSelector(IRidePool.BoardingOver.selector, ride, START + 1 hours, START + 3 hours)
        );
        _expectApply(
            Statements.ride(_rideEffect(ride, 0, false)),
            abi.encodeWithSelector(IRidePool.BoardingOver.selector, ride, START + 1 hours, START + 3 hours)
        );
        _apply(Statements.ride(_rideEffect(ride, 0, true)));
        _assertStage(ride, Stage.Closed);
    }

    function test_a_ride_takes_no_more_than_its_max_and_gives_back_no_more_than_it_sold() public {
        uint32 ride = _create(_terms());
        _bring(usd, 1_000_001);
        _expectApply(
            Statements.ride(_rideEffect(ride, 1_000_001, false)),
            abi.encodeWithSelector(IRidePool.RideFull.selector, ride, 1_000_000, 1_000_001)
        );
        _apply(Statements.ride(_rideEffect(ride, 1_000_000, false)));
        RideEffect memory e = _rideEffect(ride, 1_000_001, false);
        e.negative = true;
        _expectApply(
            Statements.ride(e), abi.encodeWithSelector(IRidePool.TicketsUnderflow.selector, ride, 1_000_000, 1_000_001)
        );
    }

    function test_a_closed_ride_boards_nobody_and_closing_again_changes_nothing() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        _bring(usd, 10);
        _expectApply(
            Statements.ride(_rideEffect(ride, 10, false)),
            abi.encodeWithSelector(IRidePool.RideNotBoarding.selector, ride, Stage.Closed)
        );
        vm.warp(START + 30 minutes);
        _apply(Statements.ride(_rideEffect(ride, 0, true)));
        assertEq(pool.ride(ride).closedAt, START, "closedAt");
        pool.depart(ride, "");
        _apply(Statements.ride(_rideEffect(ride, 0, true)));
        _assertStage(ride, Stage.Departed);
    }

    function test_time_closes_a_ride_a_day_after_boardBy_without_voiding_a_batch_that_closes_it() public {
        uint32 ride = _create(_terms());
        bytes memory closing = Statements.ride(_rideEffect(ride, 0, true));
        vm.expectRevert(abi.encodeWithSelector(IRidePool.TooEarly.selector, ride, START + 25 hours));
        pool.closeByTime(ride);
        vm.warp(START + 25 hours);
        pool.closeByTime(ride);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotBoarding.selector, ride, Stage.Closed));
        pool.closeByTime(ride);
        _apply(closing);
    }

    // ---- depart ----

    function test_a_join_departs_at_the_vaults_price_and_the_proceeds_are_booked() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        uint256 boarded = uint256(SIZE) * QUANTUM;
        uint256 before = vault.balanceOf(address(weir));
        vm.prank(KEEPER);
        pool.depart(ride, "");
        // The vault is at par: 100,000 shares, 10 bps of them fee, no reward at the first moment.
        Ride memory r = pool.ride(ride);
        assertEq(r.outTotal, SIZE - 100, "outTotal");
        assertEq(r.inReturned, 0, "inReturned");
        assertBooks(usd, 0, 0, 0);
        assertBooks(share, 0, SIZE - 100, 0);
        assertEq(vault.balanceOf(address(weir)) - before, boarded - 100 * uint256(QUANTUM), "proceeds");
        assertEq(pool.earned(address(vault), FEES), 100 * uint256(QUANTUM), "fee");
        pool.withdrawEarnings(address(vault), FEES);
        assertEq(vault.balanceOf(FEES), 100 * uint256(QUANTUM), "fee paid");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NothingEarned.selector, address(vault), FEES));
        pool.withdrawEarnings(address(vault), FEES);
    }

    function test_an_exit_departs_and_pays_the_asset() public {
        Terms memory t = _terms();
        (t.direction, t.assetIn, t.assetOut) = (Direction.Exit, share, usd);
        uint32 ride = _closedRide(t, SIZE);
        pool.depart(ride, "");
        assertBooks(usd, 0, SIZE - 100, 0);
        assertBooks(share, 0, 0, 0);
    }

    function test_a_ride_departs_once_and_only_when_closed_in_time_and_large_enough() public {
        uint32 ride = _create(_terms());
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotClosed.selector, ride, Stage.Boarding));
        pool.depart(ride, "");
        _bring(usd, 99);
        _apply(Statements.ride(_rideEffect(ride, 99, true)));
        vm.expectRevert(abi.encodeWithSelector(IRidePool.BelowMinSize.selector, ride, 100, 99));
        pool.depart(ride, "");

        ride = _closedRide(_terms(), SIZE);
        vm.warp(START + 27 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.DepartureOver.selector, ride, START + 27 hours));
        pool.depart(ride, "");
        vm.warp(START + 27 hours);
        pool.depart(ride, "");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotClosed.selector, ride, Stage.Departed));
        pool.depart(ride, "");
    }

    function testFuzz_the_limit_relaxes_in_a_line_and_passengers_never_get_less_than_the_worst_price(
        uint256 waited,
        uint256 paid,
        uint64 size
    ) public {
        Terms memory t = _pricedTerms();
        size = uint64(t.minSize + size % (t.maxSize - t.minSize + 1));
        uint32 ride = _closedRide(t, size);
        waited %= 27 hours + 1;
        vm.warp(START + waited);
        paid %= uint256(2) * size;
        priced.set(paid * QUANTUM + QUANTUM / 2);
        uint256 worst = (uint256(size) * 900 + 999) / 1000;
        uint256 limit = size - (size - worst) * waited / 27 hours;
        assertEq(pool.limitAt(ride, block.timestamp), limit, "limit");
        if (paid < limit) {
            vm.expectRevert(abi.encodeWithSelector(IRidePool.BelowLimit.selector, ride, limit, paid));
            pool.depart(ride, "");
            assertBooks(usd, 0, size, 0);
            return;
        }
        vm.prank(KEEPER);
        pool.depart(ride, "");
        uint256 outTotal = pool.ride(ride).outTotal;
        assertTrue(outTotal >= worst, "worse than the worst price");
        uint256 reward = pool.earned(address(out), KEEPER) / QUANTUM;
        uint256 fee = pool.earned(address(out), FEES) / QUANTUM;
        assertEq(outTotal + reward + fee, paid, "all of it");
        // By the time that has passed and by what is aboard, out of what lies above the worst price.
        uint256 promised = uint256(t.keeperReward) * size * waited / (27 hours * uint256(t.maxSize));
        assertEq(reward, promised < paid - worst ? promised : paid - worst, "reward");
        assertTrue(fee <= paid / 1000, "fee");
        // The half quantum is nobody's: it stays in the pool.
        assertEq(out.balanceOf(address(pool)), (reward + fee) * QUANTUM + QUANTUM / 2, "pool balance");
        assertEq(out.balanceOf(address(weir)), outTotal * QUANTUM, "core balance");
    }

    function test_a_ride_closed_at_its_last_moment_departs_at_the_worst_price() public {
        Terms memory t = _pricedTerms();
        uint32 ride = _create(t);
        _bring(usd, SIZE);
        _apply(Statements.ride(_rideEffect(ride, SIZE, false)));
        vm.warp(t.departBy);
        pool.closeByTime(ride);
        priced.set(uint256(SIZE) * 9 / 10 * QUANTUM);
        pool.depart(ride, "");
        assertEq(pool.ride(ride).outTotal, SIZE * 9 / 10, "outTotal");
    }

    function test_an_outcome_of_two_to_the_64_or_more_is_refused() public {
        uint32 ride = _closedRide(_pricedTerms(), SIZE);
        priced.set(uint256(2 ** 65) * QUANTUM);
        // 10 bps of 2^65 are the fee; the keeper gets nothing at the first moment.
        uint256 outTotal = 2 ** 65 - uint256(2 ** 65) * 10 / 10_000;
        vm.expectRevert(abi.encodeWithSelector(IRidePool.OutcomeTooLarge.selector, ride, outTotal));
        pool.depart(ride, "");
    }

    function test_proceeds_that_lose_something_on_the_way_to_the_core_are_refused() public {
        FeeToken fee = new FeeToken();
        Terms memory t = _pricedTerms();
        t.assetOut = uint32(weir.registerAsset(address(fee), 1));
        uint32 ride = _closedRide(t, SIZE);
        priced.set(SIZE);
        uint256 sent = SIZE - SIZE / 1000;
        vm.expectRevert(abi.encodeWithSelector(IWeir.TransferMismatch.selector, address(fee), sent, sent - sent / 10));
        pool.depart(ride, "");
    }

    function test_a_keeper_can_not_starve_the_strategy() public {
        uint32 ride = _closedRide(_pricedTerms(), SIZE);
        priced.set(uint256(SIZE) * QUANTUM);
        bool named;
        bool success;
        for (uint256 limit = 100_000; !success; limit += 10_000) {
            _assertStage(ride, Stage.Closed);
            bytes memory reason;
            (success, reason) = address(pool).call{gas: limit}(abi.encodeCall(IRidePool.depart, (ride, "")));
            if (!success && bytes4(reason) == IRidePool.NotEnoughGas.selector) named = true;
        }
        assertTrue(named, "the floor was never met");
    }

    // ---- abort ----

    function test_a_ride_aborts_only_when_closed_and_after_departBy() public {
        uint32 ride = _create(_terms());
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotClosed.selector, ride, Stage.Boarding));
        pool.abort(ride);
        ride = _closedRide(_terms(), SIZE);
        vm.warp(START + 27 hours);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.TooEarly.selector, ride, START + 27 hours + 1));
        pool.abort(ride);
        vm.warp(START + 27 hours + 1);
        pool.abort(ride);
        assertEq(pool.ride(ride).inReturned, SIZE, "inReturned");
        assertBooks(usd, 0, SIZE, 0);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotClosed.selector, ride, Stage.Aborted));
        pool.abort(ride);
    }

    function test_a_ride_that_missed_its_min_size_aborts_at_once() public {
        uint32 ride = _closedRide(_terms(), 99);
        pool.abort(ride);
        _apply(Statements.redeem(_redeemEffect(ride, 99)));
        assertBooks(usd, 99, 0, 0);
        assertBooks(ride, 0, 0, 0);
    }

    function test_a_ride_nobody_boarded_aborts() public {
        uint32 ride = _create(_terms());
        _apply(Statements.ride(_rideEffect(ride, 0, true)));
        pool.abort(ride);
        _assertStage(ride, Stage.Aborted);
    }

    // ---- redeem ----

    function test_a_redemption_needs_an_outcome_and_names_it_exactly() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        RedeemEffect memory e = _redeemEffect(ride, 10);
        _expectApply(
            Statements.redeem(e), abi.encodeWithSelector(IRidePool.RideNotSettled.selector, ride, Stage.Closed)
        );
        pool.depart(ride, "");
        for (uint256 i; i < 5; ++i) {
            e = _redeemEffect(ride, 10);
            if (i == 0) e.assetIn = share;
            if (i == 1) e.assetOut = usd;
            if (i == 2) e.outTotal += 1;
            if (i == 3) e.inReturned += 1;
            if (i == 4) e.tickets -= 1;
            _expectApply(Statements.redeem(e), abi.encodeWithSelector(IRidePool.OutcomeMismatch.selector, ride));
        }
    }

    function test_a_redemption_credits_at_most_its_share_of_both_assets() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        pool.depart(ride, "");
        RedeemEffect memory e = _redeemEffect(ride, 1000);
        e.outCredited += 1;
        _expectApply(Statements.redeem(e), abi.encodeWithSelector(IRidePool.CreditedTooMuch.selector, ride, 999, 1000));
        e = _redeemEffect(ride, 1000);
        e.inCredited = 1;
        _expectApply(Statements.redeem(e), abi.encodeWithSelector(IRidePool.CreditedTooMuch.selector, ride, 0, 1));
    }

    function test_no_more_tickets_are_redeemed_than_were_sold() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        pool.depart(ride, "");
        _apply(Statements.redeem(_redeemEffect(ride, 60_000)));
        _expectApply(
            Statements.redeem(_redeemEffect(ride, 40_001)),
            abi.encodeWithSelector(IRidePool.RedeemedTooMuch.selector, ride, SIZE, SIZE + 1)
        );
        _apply(Statements.redeem(_redeemEffect(ride, 40_000)));
        assertBooks(ride, 0, 0, 0);
        assertEq(weir.books(share).l2Total, 59_940 + 39_960, "credited");
    }

    function test_withdrawn_tickets_are_redeemed_on_l1_at_the_same_rate() public {
        uint32 ride = _create(_terms());
        _bring(usd, SIZE);
        _apply(Statements.ride(_rideEffect(ride, SIZE, true)));
        WithdrawalClaim memory w = _withdraw(ride, 30_000, BOB);
        weir.claim(w);
        assertEq(pool.balanceOf(BOB, ride), 30_000, "tickets");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotSettled.selector, ride, Stage.Closed));
        pool.redeemTickets(ride, BOB);
        pool.depart(ride, "");
        uint256 before = vault.balanceOf(BOB);
        pool.redeemTickets(ride, BOB);
        assertEq(vault.balanceOf(BOB) - before, uint256(29_970) * QUANTUM, "paid");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NoTickets.selector, ride, BOB));
        pool.redeemTickets(ride, BOB);
        _apply(Statements.redeem(_redeemEffect(ride, 70_000)));
        assertBooks(share, 69_930, 0, 0);
    }

    function test_withdrawn_tickets_of_an_aborted_ride_are_refunded_on_l1() public {
        uint32 ride = _closedRide(_terms(), SIZE);
        weir.claim(_withdraw(ride, SIZE, BOB));
        vm.warp(START + 27 hours + 1);
        pool.abort(ride);
        uint256 before = token.balanceOf(BOB);
        pool.redeemTickets(ride, BOB);
        assertEq(token.balanceOf(BOB) - before, uint256(SIZE) * QUANTUM, "refund");
        assertBooks(usd, 0, 0, 0);
    }

    function testFuzz_any_split_of_the_tickets_is_paid_at_most_the_outcome(uint256 seed, uint256 paid) public {
        uint32 ride = _closedRide(_pricedTerms(), SIZE);
        priced.set((SIZE + paid % SIZE) * QUANTUM);
        pool.depart(ride, "");
        uint256 outTotal = pool.ride(ride).outTotal;
        uint64 left = SIZE;
        uint256 parts;
        while (left != 0) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 part = parts == 20 ? left : uint64(1 + seed % left);
            _apply(Statements.redeem(_redeemEffect(ride, part)));
            left -= part;
            ++parts;
        }
        uint256 remainder = weir.books(outAsset).pooled;
        assertEq(weir.books(outAsset).l2Total + remainder, outTotal, "outcome");
        assertTrue(remainder < parts, "the remainder is below one quantum per redemption");
    }
}
