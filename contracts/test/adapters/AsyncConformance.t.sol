// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC7540Adapter} from "../../src/adapters/ERC7540Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IAsyncAdapter} from "../../src/interfaces/IAsyncAdapter.sol";
import {IRidePool, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {AsyncVaultStandIn} from "../targets/AsyncVaultStandIn.sol";
import {PlayToken} from "../targets/PlayToken.sol";

/// @notice The conformance suite for adapters whose targets answer later: the cases of `Conformance.t.sol`, where a departure
/// is a request and the price that of a later day. Parts, cancellation and silence: `Rides.t.sol`.
contract AsyncConformanceTest is CoreTest {
    uint64 private constant SIZE = 100_000;
    uint256 private constant BOARDED = uint256(SIZE) * QUANTUM;

    PlayToken private money;
    AsyncVaultStandIn private target;
    ERC7540Adapter private subject;
    uint32 private moneyAsset;
    uint32 private shareAsset;

    function setUp() public override {
        super.setUp();
        money = new PlayToken("A");
        target = new AsyncVaultStandIn(money);
        subject = new ERC7540Adapter(pool, target, true, type(uint256).max);
        moneyAsset = uint32(weir.registerAsset(address(money), QUANTUM));
        shareAsset = uint32(weir.registerAsset(address(target), QUANTUM));
        vm.prank(address(governance));
        pool.registerStrategy(subject, 200_000);
        money.mint(ALICE, 1e30);
        target.mint(ALICE, 1e30);
        vm.startPrank(ALICE);
        money.approve(address(weir), type(uint256).max);
        target.approve(address(weir), type(uint256).max);
        vm.stopPrank();
    }

    function _closed(Direction direction) private returns (uint32 ride) {
        Terms memory t = _terms();
        (t.adapter, t.direction, t.worstOut) = (subject, direction, 0);
        (t.assetIn, t.assetOut) = direction == Direction.Join ? (moneyAsset, shareAsset) : (shareAsset, moneyAsset);
        return _closedRide(t, SIZE);
    }

    function _answer(uint32 ride) private {
        address courier = address(subject.courierOf(ride));
        if (pool.terms(ride).direction == Direction.Join) target.fulfilDeposit(courier, BOARDED);
        else target.fulfilRedeem(courier, BOARDED);
    }

    /// @dev Ten basis points of what came are the fee; the rest is the passengers', to the unit, and nothing is left on the way.
    function _assertOutcome(uint32 ride, uint256 came) private {
        Terms memory t = pool.terms(ride);
        uint256 outTotal = came - came * 10 / 10_000;
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Departed), "stage");
        assertEq(pool.ride(ride).outTotal, outTotal, "outTotal");
        assertEq(weir.books(t.assetOut).pooled, outTotal, "proceeds");
        assertEq(weir.books(t.assetIn).pooled, 0, "left in the pool");
        _assertNothingLeft(ride);
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        assertEq(weir.books(t.assetOut).pooled, 0, "redeemed");
    }

    function _assertRefunded(uint32 ride) private {
        Terms memory t = pool.terms(ride);
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Closed), "stage");
        vm.warp(uint256(t.departBy) + 1);
        pool.abort(ride);
        assertEq(pool.ride(ride).inReturned, SIZE, "refund");
        _assertNothingLeft(ride);
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        assertEq(weir.books(t.assetIn).pooled, 0, "redeemed");
    }

    function _assertNothingLeft(uint32 ride) private view {
        address[2] memory places = [address(subject), address(subject.courierOf(ride))];
        for (uint256 i; i < places.length; ++i) {
            assertEq(money.balanceOf(places[i]), 0, "money on the way");
            assertEq(target.balanceOf(places[i]), 0, "shares on the way");
            assertEq(money.allowance(places[i], address(target)), 0, "allowance of money");
        }
    }

    // ---- join, exit, gain, loss, less and more ----

    /// @dev There is no price to be held to: whatever the target gives, a gain as a loss, is the ride's.
    function testFuzz_whatever_the_target_gives_is_the_rides(uint256 price, bool join) public {
        price = 1e17 + price % 1e19;
        uint32 ride = _closed(join ? Direction.Join : Direction.Exit);
        pool.depart(ride, "");
        target.setPrice(price);
        _answer(ride);
        pool.arrive(ride);
        _assertOutcome(ride, (join ? BOARDED * 1e18 / price : BOARDED * price / 1e18) / QUANTUM);
    }

    function test_a_target_that_gives_nothing_leaves_an_outcome_of_nothing_to_its_own_ride_only() public {
        uint32 ride = _closed(Direction.Exit);
        uint32 another = _closedRide(_terms(), SIZE);
        pool.depart(ride, "");
        target.setPrice(0);
        _answer(ride);
        pool.arrive(ride);
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Departed), "stage");
        assertEq(pool.ride(ride).outTotal, 0, "outTotal");
        pool.depart(another, "");
        assertTrue(pool.ride(another).outTotal != 0, "the other ride");
    }

    function test_a_target_that_takes_less_than_it_was_given_leaves_a_refund() public {
        uint32 ride = _closed(Direction.Join);
        target.take(9000);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.InputLeft.selector, BOARDED / 10));
        pool.depart(ride, "");
        _assertRefunded(ride);
    }

    // ---- pause and cap ----

    function test_a_pause_refunds_its_own_ride_only() public {
        for (uint256 i; i < 2; ++i) {
            uint256 snapshot = vm.snapshotState();
            uint32 ride = _closed(Direction(i));
            uint32 another = _closedRide(_terms(), SIZE);
            target.break_(true);
            vm.expectRevert(abi.encodeWithSelector(AsyncVaultStandIn.Broken.selector));
            pool.depart(ride, "");
            pool.depart(another, "");
            assertEq(uint256(pool.ride(another).stage), uint256(Stage.Departed), "the other ride");
            _assertRefunded(ride);
            vm.revertToState(snapshot);
        }
    }

    function test_a_cap_stops_joins_and_never_exits() public {
        uint32 join = _closed(Direction.Join);
        uint32 exit = _closed(Direction.Exit);
        subject.setJoinCap(BOARDED - 1);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.JoinCapExceeded.selector, BOARDED - 1, BOARDED));
        pool.depart(join, "");
        subject.setJoinCap(0);
        assertTrue(!subject.accepts(Direction.Join, address(money), address(target)), "accepts a join");
        assertTrue(subject.accepts(Direction.Exit, address(target), address(money)), "refuses an exit");
        pool.depart(exit, "");
        assertEq(uint256(pool.ride(exit).stage), uint256(Stage.Requested), "the exit");
        // A request that is on its way is not called back by a cap.
        _answer(exit);
        pool.arrive(exit);
        assertEq(uint256(pool.ride(exit).stage), uint256(Stage.Departed), "arrived");
        _apply(Statements.redeem(_redeemEffect(exit, SIZE)));
        _assertRefunded(join);
    }

    // ---- re-entry ----

    function test_nothing_is_gained_by_re_entering() public {
        for (uint256 i; i < 14; ++i) {
            uint256 snapshot = vm.snapshotState();
            uint32 ride = _closed(i % 2 == 0 ? Direction.Join : Direction.Exit);
            bytes[7] memory calls = [
                abi.encodeCall(IRidePool.depart, (ride, "")),
                abi.encodeCall(IRidePool.arrive, (ride)),
                abi.encodeCall(IRidePool.abort, (ride)),
                abi.encodeCall(IRidePool.collectLate, (ride)),
                abi.encodeCall(IRidePool.redeemTickets, (ride, ALICE)),
                abi.encodeCall(IRidePool.withdrawEarnings, (address(money), FEES)),
                abi.encodeCall(IAsyncAdapter.collect, (ride, address(this)))
            ];
            // The asset moves in a join's request, and in an exit's answer.
            money.hook(i / 2 == 6 ? address(subject) : address(pool), calls[i / 2]);
            pool.depart(ride, "");
            _answer(ride);
            pool.arrive(ride);
            assertTrue(money.calls() != 0, "never tried");
            assertEq(money.successes(), 0, "re-entered");
            _assertOutcome(ride, SIZE);
            vm.revertToState(snapshot);
        }
    }

    // ---- donation, inflation, sandwich ----

    /// @dev Neither the pool nor the adapter reads a balance of the target or its price: between request and answer nobody's
    /// tokens change what the ride gets, and what a donor leaves on the way stays there.
    function test_donors_and_searchers_around_a_departure_change_nothing() public {
        for (uint256 i; i < 2; ++i) {
            uint256 snapshot = vm.snapshotState();
            uint32 ride = _closed(Direction(i));
            address[4] memory places = [address(subject), address(subject.courierOf(ride)), address(target), address(pool)];
            for (uint256 j; j < places.length; ++j) {
                money.mint(places[j], 1e24);
                target.mint(places[j], 1e24);
            }
            pool.depart(ride, "");
            _answer(ride);
            pool.arrive(ride);
            assertEq(pool.ride(ride).outTotal, SIZE - SIZE / 1000, "outTotal");
            assertEq(money.balanceOf(address(subject)), 1e24, "the donation of money");
            assertEq(target.balanceOf(address(subject)), 1e24, "the donation of shares");
            vm.revertToState(snapshot);
        }
    }

    function test_nobody_claims_for_a_courier_and_a_first_depositor_gets_his_own_only() public {
        money.mint(BOB, 1);
        vm.startPrank(BOB);
        money.approve(address(target), 1);
        target.requestDeposit(1, BOB, BOB);
        vm.stopPrank();
        money.mint(address(target), 1e24);
        uint32 ride = _closed(Direction.Join);
        pool.depart(ride, "");
        _answer(ride);
        address courier = address(subject.courierOf(ride));
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(AsyncVaultStandIn.NotController.selector, BOB));
        target.deposit(BOARDED, BOB, courier);
        pool.arrive(ride);
        _assertOutcome(ride, SIZE);
    }
}
