// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Courier, ERC7540Adapter} from "../../src/adapters/ERC7540Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IAsyncAdapter} from "../../src/interfaces/IAsyncAdapter.sol";
import {Arrival, IRidePool, Ride, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {PriceAdapter} from "../support/Vaults.sol";
import {Token} from "../support/Tokens.sol";
import {AsyncVaultStandIn} from "../targets/AsyncVaultStandIn.sol";
import {PlayToken} from "../targets/PlayToken.sol";

/// @notice Rides to a target that answers later; the deadlines of both kinds of ride, exhaustively; what a ride costs.
contract RidesTest is CoreTest {
    uint64 private constant SIZE = 100_000;
    uint256 private constant SETTLE_BY = START + 3 days;
    uint256 private constant BOARDED = uint256(SIZE) * QUANTUM;

    PlayToken private money;
    AsyncVaultStandIn private later;
    ERC7540Adapter private asyncAdapter;
    PriceAdapter private priced;
    Token private out;
    uint32 private moneyAsset;
    uint32 private laterAsset;
    uint32 private outAsset;

    function setUp() public override {
        super.setUp();
        money = new PlayToken("A");
        later = new AsyncVaultStandIn(money);
        asyncAdapter = new ERC7540Adapter(pool, later, true, type(uint256).max);
        moneyAsset = uint32(weir.registerAsset(address(money), QUANTUM));
        laterAsset = uint32(weir.registerAsset(address(later), QUANTUM));
        out = new Token();
        outAsset = uint32(weir.registerAsset(address(out), QUANTUM));
        priced = new PriceAdapter();
        vm.startPrank(address(governance));
        pool.registerStrategy(asyncAdapter, 200_000);
        pool.registerStrategy(priced, 30_000);
        vm.stopPrank();
        money.mint(ALICE, 1e30);
        later.mint(ALICE, 1e30);
        vm.startPrank(ALICE);
        money.approve(address(weir), type(uint256).max);
        later.approve(address(weir), type(uint256).max);
        vm.stopPrank();
    }

    /// @dev The compiler takes the time of a call as constant, and these calls change it.
    function clock() external view returns (uint256) {
        return block.timestamp;
    }

    function _asyncTerms(Direction direction) private view returns (Terms memory t) {
        t = _terms();
        (t.adapter, t.direction, t.worstOut) = (asyncAdapter, direction, 0);
        (t.assetIn, t.assetOut) = direction == Direction.Join ? (moneyAsset, laterAsset) : (laterAsset, moneyAsset);
    }

    function _requested(Direction direction) private returns (uint32 ride) {
        ride = _closedRide(_asyncTerms(direction), SIZE);
        vm.prank(KEEPER);
        pool.depart(ride, "");
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Requested), "requested");
    }

    function _courier(uint32 ride) private view returns (address) {
        return address(asyncAdapter.courierOf(ride));
    }

    function _assertStage(uint32 ride, Stage stage) private view {
        assertEq(uint256(pool.ride(ride).stage), uint256(stage), "stage");
    }

    function _assertOutcome(uint32 ride, uint256 outTotal, uint256 inReturned) private {
        Ride memory r = pool.ride(ride);
        Terms memory t = pool.terms(ride);
        _assertStage(ride, Stage.Departed);
        assertEq(r.outTotal, outTotal, "outTotal");
        assertEq(r.inReturned, inReturned, "inReturned");
        assertEq(weir.books(t.assetOut).pooled, outTotal, "out");
        assertEq(weir.books(t.assetIn).pooled, inReturned, "in");
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        assertEq(weir.books(t.assetOut).pooled + weir.books(t.assetIn).pooled, 0, "redeemed");
    }

    // ---- request and arrive ----

    function test_a_price_that_nobody_can_keep_is_not_promised() public {
        Terms memory t = _asyncTerms(Direction.Join);
        t.worstOut = 1;
        vm.prank(OPERATOR);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.WorstNotZero.selector));
        pool.createRide(t);
    }

    function test_a_join_arrives_in_parts_and_its_outcome_is_all_of_them() public {
        uint32 ride = _requested(Direction.Join);
        later.fulfilDeposit(_courier(ride), BOARDED / 4);
        pool.arrive(ride);
        _assertStage(ride, Stage.Requested);
        assertEq(pool.arrival(ride).out, BOARDED / 4, "a quarter");
        assertTrue(!asyncAdapter.isAnswered(ride), "answered by a quarter");
        // The rest comes at twice the price.
        later.setPrice(2e18);
        later.fulfilDeposit(_courier(ride), BOARDED * 3 / 4);
        assertTrue(asyncAdapter.isAnswered(ride) && !asyncAdapter.isDone(ride), "answered, not collected");
        pool.arrive(ride);
        uint256 received = SIZE / 4 + SIZE * 3 / 8;
        _assertOutcome(ride, received - received * 10 / 10_000, 0);
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotRequested.selector, ride, Stage.Departed));
        pool.arrive(ride);
    }

    function test_an_exit_arrives_as_the_asset() public {
        uint32 ride = _requested(Direction.Exit);
        later.setPrice(1.5e18);
        later.fulfilRedeem(_courier(ride), BOARDED);
        pool.arrive(ride);
        _assertOutcome(ride, 150_000 - 150, 0);
    }

    function test_rides_to_one_vault_do_not_share_their_answers() public {
        uint32 one = _requested(Direction.Join);
        uint32 two = _requested(Direction.Join);
        later.fulfilDeposit(_courier(one), BOARDED);
        pool.arrive(two);
        _assertStage(two, Stage.Requested);
        assertEq(pool.arrival(two).out, 0, "the other's");
        pool.arrive(one);
        _assertStage(one, Stage.Departed);
    }

    function test_after_settleBy_what_is_pending_is_cancelled_and_comes_back() public {
        uint32 ride = _requested(Direction.Join);
        later.fulfilDeposit(_courier(ride), BOARDED / 2);
        vm.warp(SETTLE_BY);
        pool.arrive(ride);
        assertEq(pool.arrival(ride).cancelAskedAt, 0, "asked too early");
        vm.warp(SETTLE_BY + 1);
        pool.arrive(ride);
        assertEq(pool.arrival(ride).cancelAskedAt, SETTLE_BY + 1, "asked");
        assertTrue(!asyncAdapter.isAnswered(ride), "answered before the cancellation is");
        later.processCancel(_courier(ride), true);
        pool.arrive(ride);
        _assertOutcome(ride, SIZE / 2 - SIZE / 2 * 10 / 10_000, SIZE / 2);
    }

    function test_a_cancelled_exit_gives_its_shares_back() public {
        uint32 ride = _requested(Direction.Exit);
        vm.warp(SETTLE_BY + 1);
        pool.arrive(ride);
        later.processCancel(_courier(ride), false);
        pool.arrive(ride);
        _assertOutcome(ride, 0, SIZE);
    }

    function test_a_target_that_never_answers_holds_nobody_for_ever_and_what_comes_late_is_in_the_named_sink() public {
        uint32 ride = _requested(Direction.Join);
        later.fulfilDeposit(_courier(ride), BOARDED / 10);
        pool.arrive(ride);
        later.break_(true);
        vm.warp(SETTLE_BY + 1);
        pool.arrive(ride);
        vm.warp(SETTLE_BY + 1 + 7 days);
        pool.arrive(ride);
        _assertStage(ride, Stage.Requested);
        vm.warp(SETTLE_BY + 2 + 7 days);
        pool.arrive(ride);
        _assertOutcome(ride, SIZE / 10 - SIZE / 10 * 10 / 10_000, 0);
        // The vault comes back.
        later.break_(false);
        later.fulfilDeposit(_courier(ride), BOARDED * 9 / 10);
        uint256 before = pool.earned(address(later), address(this));
        pool.collectLate(ride);
        assertEq(pool.earned(address(later), address(this)) - before, BOARDED * 9 / 10, "late");
    }

    function test_a_keeper_can_not_make_a_target_fail_by_giving_too_little_gas() public {
        uint32 ride = _requested(Direction.Join);
        later.fulfilDeposit(_courier(ride), BOARDED);
        for (uint256 gas_ = 60_000; pool.ride(ride).stage == Stage.Requested; gas_ += 5000) {
            assertEq(pool.arrival(ride).out, 0, "collected and not completed");
            (bool success,) = address(pool).call{gas: gas_}(abi.encodeCall(IRidePool.arrive, (ride)));
            if (success) _assertStage(ride, Stage.Departed);
        }
    }

    function test_a_donation_to_a_courier_stops_nothing() public {
        uint32 ride = _closedRide(_asyncTerms(Direction.Join), SIZE);
        money.mint(_courier(ride), 1);
        pool.depart(ride, "");
        later.fulfilDeposit(_courier(ride), BOARDED);
        pool.arrive(ride);
        _assertStage(ride, Stage.Departed);
    }

    function test_only_the_pool_requests_and_only_the_adapter_uses_a_courier() public {
        uint32 ride = _requested(Direction.Join);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotRidePool.selector, address(this)));
        asyncAdapter.request(ride + 1, Direction.Join, address(money), address(later), 1);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotRidePool.selector, address(this)));
        asyncAdapter.collect(ride, address(this));
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotRidePool.selector, address(this)));
        asyncAdapter.cancel(ride);
        Courier courier = asyncAdapter.courierOf(ride);
        vm.expectRevert(abi.encodeWithSelector(Courier.NotAdapter.selector, address(this)));
        courier.collect(address(this));
    }

    function test_the_reward_is_shared_by_who_departed_and_who_completed() public {
        uint32 ride = _closedRide(_asyncTerms(Direction.Join), SIZE);
        vm.warp(START + 27 hours);
        vm.prank(KEEPER);
        pool.depart(ride, "");
        later.fulfilDeposit(_courier(ride), BOARDED);
        vm.prank(BOB);
        pool.arrive(ride);
        assertEq(pool.earned(address(later), KEEPER), 25 * uint256(QUANTUM), "departed");
        assertEq(pool.earned(address(later), BOB), 25 * uint256(QUANTUM), "completed");
    }

    // ---- the deadline machine ----

    uint256 private _states;

    /// @dev From every state that any sequence of six permissionless steps and waits reaches, waiting and calling pays
    /// every passenger. Both kinds of ride, with a target that works, fails, or answers halfway.
    function test_every_reachable_state_leads_to_every_passengers_payment() public {
        uint32[2] memory rides;
        for (uint256 i; i < 2; ++i) {
            Terms memory t = _asyncTerms(Direction.Join);
            if (i == 0) {
                t = _terms();
                (t.adapter, t.assetIn, t.assetOut) = (priced, moneyAsset, outAsset);
            }
            rides[i] = _create(t);
            _bring(moneyAsset, SIZE);
            _apply(Statements.ride(_rideEffect(rides[i], SIZE, false)));
        }
        priced.set(BOARDED);
        _explore(rides[0], 5);
        _explore(rides[1], 6);
        assertTrue(_states > 500, "hardly anything was reached");
    }

    function _explore(uint32 ride, uint256 depth) private {
        ++_states;
        uint256 counted = _states;
        _rescue(ride);
        for (uint256 step; step < 8; ++step) {
            uint256 snapshot = vm.snapshotState();
            if (_step(ride, step) && depth != 1) {
                _explore(ride, depth - 1);
                counted = _states;
            }
            vm.revertToState(snapshot);
            // The counter is no part of the state that is explored.
            _states = counted;
        }
    }

    /// @dev False if the step is refused or changes nothing.
    function _step(uint32 ride, uint256 step) private returns (bool done) {
        if (step == 0) (done,) = address(pool).call(abi.encodeCall(IRidePool.closeByTime, (ride)));
        if (step == 1) (done,) = address(pool).call(abi.encodeCall(IRidePool.depart, (ride, "")));
        if (step == 2) (done,) = address(pool).call(abi.encodeCall(IRidePool.abort, (ride)));
        if (step == 3) (done,) = address(pool).call(abi.encodeCall(IRidePool.arrive, (ride)));
        if (step == 4) {
            vm.warp(this.clock() + 26 hours);
            return true;
        }
        if (step == 5) {
            vm.warp(this.clock() + 8 days);
            return true;
        }
        if (step == 6) {
            later.break_(true);
            priced.set(0);
            return true;
        }
        if (step == 7 && pool.ride(ride).stage == Stage.Requested) {
            (done,) =
                address(later).call(abi.encodeCall(AsyncVaultStandIn.fulfilDeposit, (_courier(ride), BOARDED / 2)));
        }
    }

    function _rescue(uint32 ride) private {
        uint256 snapshot = vm.snapshotState();
        for (uint256 i; i < 6; ++i) {
            vm.warp(this.clock() + 8 days);
            _step(ride, 0);
            _step(ride, 2);
            _step(ride, 3);
        }
        Ride memory r = pool.ride(ride);
        assertTrue(r.stage == Stage.Departed || r.stage == Stage.Aborted, "a passenger is stuck");
        if (r.stage == Stage.Aborted) assertEq(r.inReturned, SIZE, "not all came back");
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        assertEq(pool.ride(ride).redeemed, SIZE, "redeemed");
        vm.revertToState(snapshot);
    }

    // ---- many rounds ----

    /// @dev Random rounds of rides, some of which fail, with redemptions split at random: payouts are the outcome to the unit,
    /// what floors leave is below one quantum per redemption and stays booked to the pool.
    function testFuzz_payouts_are_the_outcome_and_the_remainder_is_in_the_pool(uint256 seed) public {
        uint256 remainder;
        for (uint256 round; round < 3; ++round) {
            seed = uint256(keccak256(abi.encode(seed)));
            Terms memory t = _terms();
            (t.adapter, t.assetIn, t.assetOut) = (priced, moneyAsset, outAsset);
            uint64 size = uint64(t.minSize + seed % (t.maxSize - t.minSize));
            uint32 ride = _closedRide(t, size);
            priced.set((uint256(size) * (850 + (seed >> 64) % 300) / 1000) * QUANTUM + (seed >> 80) % QUANTUM);
            (bool departed,) = address(pool).call(abi.encodeCall(IRidePool.depart, (ride, "")));
            if (!departed) {
                vm.warp(uint256(t.departBy) + 1);
                pool.abort(ride);
            }
            remainder += _redeemAll(ride, size, seed);
            assertEq(weir.books(outAsset).pooled, remainder, "the sink");
            assertEq(weir.books(moneyAsset).pooled, 0, "refunds are 1:1");
            assertEq(out.balanceOf(address(weir)) / QUANTUM, weir.books(outAsset).l2Total + remainder, "escrow");
        }
    }

    function _redeemAll(uint32 ride, uint64 size, uint256 seed) private returns (uint256 remainder) {
        uint256 credited;
        uint256 parts;
        for (uint64 left = size; left != 0; ++parts) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 part = parts == 8 ? left : uint64(1 + seed % left);
            credited += _redeemEffect(ride, part).outCredited;
            _apply(Statements.redeem(_redeemEffect(ride, part)));
            left -= part;
        }
        remainder = pool.ride(ride).outTotal - credited;
        assertTrue(remainder < parts, "a quantum per redemption");
    }

    // ---- gas ----

    /// @dev Creation, departure without the adapter's own call, and what boarding, closing and redeeming add to settle.
    function test_a_ride_costs_the_same_for_any_number_of_passengers() public {
        // The first ride ever finds empty slots that later ones don't.
        _cost(1000);
        uint256 few = _cost(1000);
        uint256 many = _cost(1_000_000);
        vm.snapshotValue("rides", "one ride, without the adapter's own call", many);
        assertTrue(many <= 450_000, "over the budget");
        assertTrue(many <= few + 1000 && few <= many + 1000, "depends on the size");
    }

    function _cost(uint64 tickets) private returns (uint256 total) {
        Terms memory t = _terms();
        (t.adapter, t.assetIn, t.assetOut) = (priced, moneyAsset, outAsset);
        vm.prank(OPERATOR);
        uint256 before = gasleft();
        uint32 ride = uint32(pool.createRide(t));
        total = before - gasleft();
        _bring(moneyAsset, tickets);
        total += _settleCost(Statements.ride(_rideEffect(ride, tickets, true)));
        priced.set(uint256(tickets) * QUANTUM);
        uint256 snapshot = vm.snapshotState();
        before = gasleft();
        priced.convert(Direction.Join, address(money), address(out), 0, address(pool), "");
        uint256 own = before - gasleft();
        vm.revertToState(snapshot);
        before = gasleft();
        pool.depart(ride, "");
        total += before - gasleft() - own;
        total += _settleCost(Statements.redeem(_redeemEffect(ride, tickets)));
    }

    /// @dev What these effects add to a batch without any.
    function _settleCost(bytes memory effects) private returns (uint256 cost) {
        uint256 snapshot = vm.snapshotState();
        bytes memory statement = _statement("");
        uint256 before = gasleft();
        weir.applyStatement(statement);
        uint256 empty = before - gasleft();
        vm.revertToState(snapshot);
        statement = _statement(effects);
        before = gasleft();
        weir.applyStatement(statement);
        cost = before - gasleft() - empty;
    }
}
