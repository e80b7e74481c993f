// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IPriced} from "../../src/interfaces/IPriced.sol";
import {IRidePool, RedeemEffect, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {IWeir} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {HostileVault, Trick} from "../support/Vaults.sol";
import {WeirHarness} from "../support/WeirHarness.sol";

/// @notice Holds shares and deposits them into the core when told to.
contract Accomplice {
    IWeir private immutable weir;
    HostileVault private immutable vault;

    constructor(IWeir weir_, HostileVault vault_) {
        (weir, vault) = (weir_, vault_);
    }

    function prepare(uint256 assets) external {
        IERC20(vault.asset()).approve(address(vault), assets);
        vault.deposit(assets, address(this));
        vault.approve(address(weir), type(uint256).max);
    }

    function depositShares(uint32 number, uint64 amount) external {
        weir.deposit(number, amount, 5, bytes32(0), 12);
    }
}

contract ERC4626AdapterTest is CoreTest {
    uint64 private constant SIZE = 100_000;

    HostileVault private hostile;
    ERC4626Adapter private hostileAdapter;
    uint32 private hostileShare;
    uint32 private ride;

    function setUp() public override {
        super.setUp();
        hostile = new HostileVault(token);
        hostileShare = uint32(weir.registerAsset(address(hostile), QUANTUM));
        hostileAdapter = new ERC4626Adapter(pool, hostile, type(uint256).max);
        vm.prank(address(governance));
        pool.registerStrategy(hostileAdapter, 100_000);
        Terms memory t = _terms();
        (t.adapter, t.assetOut) = (hostileAdapter, hostileShare);
        ride = _closedRide(t, SIZE);
    }

    /// @dev A failed departure changes nothing; after departBy the passengers have their money back.
    function _assertOnlyRefundLeft() private {
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Closed), "stage");
        assertBooks(usd, 0, SIZE, 0);
        assertEq(token.balanceOf(address(weir)), uint256(SIZE) * QUANTUM, "balance");
        assertEq(token.allowance(address(hostileAdapter), address(hostile)), 0, "allowance");
        vm.warp(START + 27 hours + 1);
        pool.abort(ride);
        assertEq(pool.ride(ride).inReturned, SIZE, "refund");
    }

    /// @dev The vault is at par; half a per cent is let through.
    function _expectBelowPrice(uint256 received) private {
        uint256 least = uint256(SIZE) * QUANTUM * 9950 / 10_000;
        vm.expectRevert(abi.encodeWithSelector(IPriced.BelowGuardedPrice.selector, least, received));
    }

    function test_a_strategy_that_reverts_leaves_a_refund() public {
        hostile.play(Trick.Revert);
        vm.expectRevert(abi.encodeWithSelector(HostileVault.Refused.selector));
        pool.depart(ride, "");
        _assertOnlyRefundLeft();
    }

    function test_a_strategy_that_gives_nothing_leaves_a_refund() public {
        hostile.play(Trick.GiveNothing);
        _expectBelowPrice(0);
        pool.depart(ride, "");
        _assertOnlyRefundLeft();
    }

    function test_a_strategy_that_gives_less_leaves_a_refund() public {
        hostile.play(Trick.GiveHalf);
        _expectBelowPrice(uint256(SIZE) * QUANTUM / 2);
        pool.depart(ride, "");
        _assertOnlyRefundLeft();
    }

    function test_a_strategy_that_takes_less_than_approved_leaves_a_refund() public {
        hostile.play(Trick.TakeHalf);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.AllowanceLeft.selector, uint256(SIZE) * QUANTUM / 2));
        pool.depart(ride, "");
        _assertOnlyRefundLeft();
    }

    function test_a_strategy_that_redeems_less_than_it_was_given_is_refused() public {
        vm.startPrank(ALICE);
        token.approve(address(hostile), type(uint256).max);
        hostile.approve(address(weir), type(uint256).max);
        hostile.deposit(uint256(SIZE) * QUANTUM, ALICE);
        vm.stopPrank();
        Terms memory t = _terms();
        (t.adapter, t.direction, t.assetIn, t.assetOut) = (hostileAdapter, Direction.Exit, hostileShare, usd);
        uint32 exit = _closedRide(t, SIZE);
        hostile.play(Trick.RedeemHalf);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.InputLeft.selector, uint256(SIZE) * QUANTUM / 2));
        pool.depart(exit, "");
        assertBooks(hostileShare, 0, SIZE, 0);
    }

    function test_a_strategy_that_burns_all_gas_leaves_a_refund() public {
        hostile.play(Trick.BurnGas);
        (bool success,) = address(pool).call{gas: 3_000_000}(abi.encodeCall(IRidePool.depart, (ride, "")));
        assertTrue(!success, "departed");
        _assertOnlyRefundLeft();
    }

    function test_a_strategy_that_re_enters_gets_nowhere() public {
        bytes[3] memory calls = [
            abi.encodeCall(IRidePool.depart, (ride, "")),
            abi.encodeCall(IRidePool.abort, (ride)),
            abi.encodeCall(IRidePool.withdrawEarnings, (address(hostile), FEES))
        ];
        for (uint256 i; i < 3; ++i) {
            hostile.reenter(address(pool), calls[i]);
            // The strategy itself goes on, so the ride departs; only the nested call has failed.
            if (i == 0) pool.depart(ride, "");
            else _departAnother();
            assertTrue(!hostile.reentered(), "re-entered");
        }
    }

    function _departAnother() private {
        Terms memory t = _terms();
        (t.adapter, t.assetOut) = (hostileAdapter, hostileShare);
        pool.depart(_closedRide(t, SIZE), "");
    }

    function test_a_deposit_made_during_a_departure_is_not_counted_as_proceeds() public {
        // The vault lets an accomplice deposit its shares into the core: booked as a deposit, no part of the outcome.
        Accomplice accomplice = new Accomplice(weir, hostile);
        token.mint(address(accomplice), SIZE * uint256(QUANTUM));
        accomplice.prepare(SIZE * uint256(QUANTUM));
        hostile.reenter(address(accomplice), abi.encodeCall(Accomplice.depositShares, (hostileShare, SIZE)));
        pool.depart(ride, "");
        assertTrue(hostile.reentered(), "deposited");
        assertBooks(hostileShare, 0, SIZE - 100, SIZE);
        assertEq(pool.ride(ride).outTotal, SIZE - 100, "outTotal");
    }

    function test_a_batch_settled_during_a_departure_can_not_redeem_at_no_outcome() public {
        RedeemEffect memory e = _redeemEffect(ride, SIZE);
        assertEq(uint256(e.outTotal) + e.inReturned, 0, "no outcome yet");
        bytes memory statement = _statement(Statements.redeem(e));
        hostile.reenter(address(weir), abi.encodeCall(WeirHarness.applyStatement, (statement)));
        pool.depart(ride, "");
        assertTrue(!hostile.reentered(), "redeemed");
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        assertEq(weir.books(hostileShare).l2Total, SIZE - 100, "credited");
    }

    function test_only_the_pool_converts_and_only_the_pair() public {
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotRidePool.selector, address(this)));
        adapter.convert(Direction.Join, address(token), address(vault), 1, address(this), "");
        vm.prank(address(pool));
        vm.expectRevert(
            abi.encodeWithSelector(IAdapter.PairRefused.selector, Direction.Exit, address(token), address(vault))
        );
        adapter.convert(Direction.Exit, address(token), address(vault), 1, address(this), "");
    }

    function test_stopping_joins_stops_departures_but_never_exits() public {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotOwner.selector, ALICE));
        adapter.setJoinCap(0);
        uint32 join = _closedRide(_terms(), SIZE);
        Terms memory t = _terms();
        (t.direction, t.assetIn, t.assetOut) = (Direction.Exit, share, usd);
        uint32 exit = _closedRide(t, SIZE);
        adapter.setJoinCap(0);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.JoinCapExceeded.selector, 0, uint256(SIZE) * QUANTUM));
        pool.depart(join, "");
        pool.depart(exit, "");
        Terms memory refused = _terms();
        vm.prank(OPERATOR);
        vm.expectRevert(
            abi.encodeWithSelector(
                IRidePool.StrategyRefuses.selector, adapter, Direction.Join, address(token), address(vault)
            )
        );
        pool.createRide(refused);
        _create(t);
    }

    function test_a_join_above_the_cap_waits() public {
        uint32 join = _closedRide(_terms(), SIZE);
        uint256 amount = uint256(SIZE) * QUANTUM;
        adapter.setJoinCap(amount - 1);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.JoinCapExceeded.selector, amount - 1, amount));
        pool.depart(join, "");
        adapter.setJoinCap(amount);
        pool.depart(join, "");
    }

    function test_a_donation_to_the_adapter_changes_nothing() public {
        uint32 join = _closedRide(_terms(), SIZE);
        token.mint(address(adapter), 1);
        vm.prank(ALICE);
        vault.transfer(address(adapter), 1);
        pool.depart(join, "");
        assertEq(pool.ride(join).outTotal, SIZE - 100, "outTotal");
    }

    function test_a_share_price_inflated_before_departure_is_caught_by_the_limit() public {
        uint32 join = _closedRide(_terms(), SIZE);
        token.mint(address(vault), 1e30);
        (bool success, bytes memory reason) = address(pool).call(abi.encodeCall(IRidePool.depart, (join, "")));
        assertTrue(!success && bytes4(reason) == IRidePool.BelowLimit.selector, "departed");
    }
}
