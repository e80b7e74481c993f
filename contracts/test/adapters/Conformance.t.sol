// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Adapter} from "../../src/adapters/Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IPriced} from "../../src/interfaces/IPriced.sol";
import {IRidePool, Ride, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {IUniswapV2Pair} from "../../src/interfaces/targets/IUniswapV2.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {FlashLender, IFlashBorrower, PlayToken} from "../targets/PlayToken.sol";
import {AaveV3Subject, CompoundV2Subject, MorphoBlueSubject} from "./Lending.sol";
import {BalancerV2Subject, UniswapV2Subject, UniswapV3Subject, UniswapV3SwapSubject} from "./Liquidity.sol";
import {Subject} from "./Subject.sol";
import {OpenZeppelinVaultSubject, SoladyVaultSubject, StataSubject} from "./Vaults.sol";

/// @notice What every adapter must pass: each test runs once for each row of `fixtureRow`. A new adapter is a new row and its
/// `Subject`.
///
/// The searcher of the last tests is this contract: one transaction, a flash loan as large as it likes, any calls of its own
/// before and after the departure that it triggers.
contract ConformanceTest is CoreTest, IFlashBorrower {
    /// @dev Quanta of 10^12: 1000 units of a token with 18 decimals.
    uint64 internal constant SIZE = 1e9;
    uint96 internal constant MONEY_QUANTUM = 1e12;
    uint256 internal constant BOARDED = uint256(SIZE) * MONEY_QUANTUM;
    uint256 internal constant SEED = 1e24;

    Subject private target;
    PlayToken internal money;
    Adapter internal subject;
    FlashLender private _lender;
    /// @dev Asset numbers.
    uint32 internal moneyAsset;
    uint32 internal shareAsset;
    IERC20 internal shareToken;

    uint32 private _attacked;
    Attack private _attack;
    bool private _departed;

    enum Attack {
        Donation,
        Sandwich,
        Inflation,
        Inside
    }

    /// @dev Of `Attack.Inside`: attempts, how the first of them went, and the guarded price before and the highest since.
    uint256 private _tries;
    bool private _departedInside;
    uint256 private _priceBefore;
    uint256 private _priceInside;

    // ---- set-up ----

    function fixtureRow() external pure returns (uint256[] memory rows) {
        rows = new uint256[](10);
        for (uint256 i; i < rows.length; ++i) {
            rows[i] = i;
        }
    }

    function _subject(uint256 row) private returns (Subject) {
        if (row == 0) return new OpenZeppelinVaultSubject();
        if (row == 1) return new SoladyVaultSubject();
        if (row == 2) return new StataSubject();
        if (row == 3) return new AaveV3Subject();
        if (row == 4) return new MorphoBlueSubject();
        if (row == 5) return new CompoundV2Subject();
        if (row == 6) return new UniswapV2Subject();
        if (row == 7) return new UniswapV3Subject();
        if (row == 8) return new UniswapV3SwapSubject();
        return new BalancerV2Subject();
    }

    modifier on(uint256 row) {
        _use(row, false);
        _;
    }

    function _use(uint256 row, bool empty) private {
        _lender = new FlashLender();
        money = new PlayToken("A");
        moneyAsset = uint32(weir.registerAsset(address(money), MONEY_QUANTUM));
        target = _subject(row);
        subject = target.deploy(pool, money, empty);
        shareToken = IERC20(subject.share());
        shareAsset = uint32(weir.registerAsset(address(shareToken), target.shareQuantum()));
        vm.prank(address(governance));
        pool.registerStrategy(subject, 100_000);
    }

    /// @dev The money for a ride of `direction`, with ALICE, approved to the core; twice, since a price is asked for first.
    function _supply(Direction direction) private {
        money.mint(ALICE, 4 * BOARDED);
        vm.prank(ALICE);
        money.approve(address(weir), type(uint256).max);
        if (direction == Direction.Join) return;
        target.enter(ALICE, 4 * BOARDED);
        vm.prank(ALICE);
        shareToken.approve(address(weir), type(uint256).max);
    }

    /// @dev As many share quanta as `BOARDED` of money buys, roughly: a quarter of what ALICE has.
    function _size(Direction direction) private view returns (uint64) {
        if (direction == Direction.Join) return SIZE;
        return uint64(shareToken.balanceOf(ALICE) / target.shareQuantum() / 4);
    }

    function _plainTerms(Direction direction) internal view returns (Terms memory t) {
        t = _terms();
        (t.adapter, t.direction) = (subject, direction);
        (t.assetIn, t.assetOut) = direction == Direction.Join ? (moneyAsset, shareAsset) : (shareAsset, moneyAsset);
        (t.referenceIn, t.referenceOut, t.worstIn, t.worstOut) = (type(uint64).max, 1, type(uint64).max, 1);
        (t.minSize, t.maxSize) = (1, type(uint64).max);
        (t.keeperReward, t.feeBps) = (0, 0);
    }

    /// @dev What a departure brings when nobody interferes.
    function _honest(Direction direction, uint64 size) private returns (uint64 out) {
        uint256 snapshot = vm.snapshotState();
        uint32 ride = _closedRide(_plainTerms(direction), size);
        pool.depart(ride, "");
        out = pool.ride(ride).outTotal;
        vm.revertToState(snapshot);
    }

    /// @dev Reference 0.1 % below what there is, worst 5 %.
    function _ride(Direction direction) internal returns (uint32 ride, uint64 size, uint64 honest) {
        _supply(direction);
        size = _size(direction);
        honest = _honest(direction, size);
        ride = _closedRide(_usualTerms(direction, size, honest), size);
    }

    function _usualTerms(Direction direction, uint64 size, uint64 honest) private view returns (Terms memory t) {
        t = _plainTerms(direction);
        (t.referenceIn, t.referenceOut) = (size, honest - honest / 1000);
        (t.worstIn, t.worstOut) = (size, honest - honest / 20);
        t.feeBps = 10;
        t.keeperReward = honest / 1000;
    }

    // ---- what must hold after anything ----

    function _assertNothingLeft() private view {
        assertEq(money.balanceOf(address(subject)), 0, "money in the adapter");
        assertEq(shareToken.balanceOf(address(subject)), 0, "shares in the adapter");
        assertEq(money.allowance(address(subject), target.spender()), 0, "allowance of money");
        assertEq(shareToken.allowance(address(subject), target.spender()), 0, "allowance of shares");
    }

    function _assertBacked(uint32 number) private view {
        uint256 booked = weir.books(number).l2Total + weir.books(number).pooled + weir.books(number).owed;
        (IERC20 token_, uint256 quantum) = (IERC20(weir.asset(number).token), weir.asset(number).quantum);
        assertTrue(token_.balanceOf(address(weir)) >= booked * quantum, "the core is short");
    }

    function _assertDeparted(uint32 ride) internal view {
        Ride memory r = pool.ride(ride);
        Terms memory t = pool.terms(ride);
        assertEq(uint256(r.stage), uint256(Stage.Departed), "stage");
        assertTrue(
            uint256(r.outTotal) * t.worstIn >= uint256(r.tickets) * t.worstOut, "passengers got less than their terms"
        );
        assertEq(weir.books(t.assetIn).pooled, 0, "left in the pool");
        assertEq(weir.books(t.assetOut).pooled, r.outTotal, "proceeds");
        _assertBacked(t.assetIn);
        _assertBacked(t.assetOut);
        _assertNothingLeft();
    }

    /// @dev The attempt changed nothing, and after departBy everybody has his own back.
    function _assertRefunded(uint32 ride, uint64 size) internal {
        Terms memory t = pool.terms(ride);
        assertEq(uint256(pool.ride(ride).stage), uint256(Stage.Closed), "stage");
        vm.warp(uint256(t.departBy) + 1);
        pool.abort(ride);
        assertEq(pool.ride(ride).inReturned, size, "refund");
        assertEq(weir.books(t.assetIn).pooled, size, "pooled");
        _apply(Statements.redeem(_redeemEffect(ride, size)));
        assertEq(weir.books(t.assetIn).pooled, 0, "redeemed");
        _assertBacked(t.assetIn);
        _assertNothingLeft();
    }

    function _tryDepart(uint32 ride) private returns (bool success) {
        (success,) = address(pool).call(abi.encodeCall(IRidePool.depart, (ride, "")));
    }

    /// @dev Whatever happened before: either the terms, or the money back.
    function _assertTermsOrRefund(uint32 ride, uint64 size) private {
        if (_tryDepart(ride)) _assertDeparted(ride);
        else _assertRefunded(ride, size);
    }

    // ---- join, exit, gain, loss ----

    function table_join(uint256 row) public on(row) {
        (uint32 ride,, uint64 honest) = _ride(Direction.Join);
        pool.depart(ride, "");
        _assertDeparted(ride);
        // 10 bps of it are the fee.
        assertEq(pool.ride(ride).outTotal, honest - honest / 1000, "outTotal");
    }

    function table_exit(uint256 row) public on(row) {
        (uint32 ride,, uint64 honest) = _ride(Direction.Exit);
        pool.depart(ride, "");
        _assertDeparted(ride);
        assertEq(pool.ride(ride).outTotal, honest - honest / 1000, "outTotal");
    }

    function table_a_round_trip_brings_no_more_than_was_put_in(uint256 row) public on(row) {
        (uint32 ride,,) = _ride(Direction.Join);
        pool.depart(ride, "");
        uint64 shares = pool.ride(ride).outTotal;
        _apply(Statements.redeem(_redeemEffect(ride, SIZE)));
        uint32 back = _create(_plainTerms(Direction.Exit));
        _apply(Statements.ride(_rideEffect(back, shares, true)));
        pool.depart(back, "");
        uint256 got = pool.ride(back).outTotal;
        assertTrue(got <= SIZE, "made money of nothing");
        assertTrue(got >= uint256(SIZE) * 97 / 100, "lost too much");
    }

    function table_a_gain_belongs_to_the_ride(uint256 row) public on(row) {
        (uint32 ride,, uint64 honest) = _ride(Direction.Exit);
        target.gain();
        pool.depart(ride, "");
        uint256 outTotal = pool.ride(ride).outTotal;
        uint256 taken = (pool.earned(address(money), FEES) + pool.earned(address(money), address(this))) / MONEY_QUANTUM;
        assertTrue(outTotal + taken > honest, "no gain");
        assertTrue(taken <= (outTotal + taken) / 1000 + honest / 1000, "more than fee and reward");
        _assertDeparted(ride);
    }

    function table_a_loss_is_refused_and_refunded_in_shares(uint256 row) public on(row) {
        (uint32 ride, uint64 size,) = _ride(Direction.Exit);
        target.lose();
        assertTrue(!_tryDepart(ride), "departed below the terms");
        _assertRefunded(ride, size);
    }

    // ---- less and more than the terms ----

    function table_a_target_that_returns_less_than_the_terms_leaves_a_refund(uint256 row) public on(row) {
        for (uint256 i; i < 2; ++i) {
            Direction direction = Direction(i);
            _supply(direction);
            uint64 size = _size(direction);
            Terms memory t = _plainTerms(direction);
            t.referenceIn = t.worstIn = size;
            t.referenceOut = t.worstOut = _honest(direction, size) + 1;
            uint32 ride = _closedRide(t, size);
            (bool success, bytes memory reason) = address(pool).call(abi.encodeCall(IRidePool.depart, (ride, "")));
            assertTrue(!success && bytes4(reason) == IRidePool.BelowLimit.selector, "departed");
            _assertRefunded(ride, size);
        }
    }

    function table_what_comes_above_the_terms_belongs_to_the_ride(uint256 row) public on(row) {
        for (uint256 i; i < 2; ++i) {
            Direction direction = Direction(i);
            uint256 snapshot = vm.snapshotState();
            _supply(direction);
            uint64 size = _size(direction);
            uint64 honest = _honest(direction, size);
            Terms memory t = _usualTerms(direction, size, honest);
            (t.referenceOut, t.worstOut) = (honest / 2, honest / 3);
            uint32 ride = _closedRide(t, size);
            pool.depart(ride, "");
            assertEq(pool.ride(ride).outTotal, honest - honest / 1000, "outTotal");
            _assertDeparted(ride);
            vm.revertToState(snapshot);
        }
    }

    function table_a_keepers_minimum_is_kept(uint256 row) public on(row) {
        (uint32 ride,, uint64 honest) = _ride(Direction.Join);
        uint256 least = (uint256(honest) + 1) * target.shareQuantum();
        (bool success, bytes memory reason) =
            address(pool).call(abi.encodeCall(IRidePool.depart, (ride, abi.encode(least))));
        assertTrue(!success && bytes4(reason) == IAdapter.BelowKeeperMinimum.selector, "below the minimum");
        pool.depart(ride, abi.encode(least - 2 * uint256(target.shareQuantum())));
        _assertDeparted(ride);
    }

    function test_a_zap_leaves_nothing_on_either_side() public {
        _use(6, false);
        UniswapV2Subject zapped = UniswapV2Subject(address(target));
        (IUniswapV2Pair pair, PlayToken second) = (zapped.pair(), zapped.second());
        (uint32 ride,,) = _ride(Direction.Join);
        (uint112 r0, uint112 r1,) = pair.getReserves();
        pool.depart(ride, "");
        (uint112 s0, uint112 s1,) = pair.getReserves();
        assertEq(second.balanceOf(address(subject)), 0, "second token");
        // Everything is in the pair, and the second token's side only changed hands.
        uint256 grown = uint256(s0) + s1 - r0 - r1;
        assertEq(grown, BOARDED, "all of it");
    }

    // ---- pause and cap ----

    function table_a_pause_refunds_its_own_ride_only(uint256 row) public on(row) {
        (uint32 ride, uint64 size,) = _ride(Direction.Join);
        // Another strategy's ride, in flight at the same time.
        uint32 another = _closedRide(_terms(), 100_000);
        target.pause();
        assertTrue(!_tryDepart(ride), "departed to a stopped target");
        pool.depart(another, "");
        assertEq(uint256(pool.ride(another).stage), uint256(Stage.Departed), "the other ride");
        _assertRefunded(ride, size);
    }

    function table_a_pause_refunds_an_exit_in_shares(uint256 row) public on(row) {
        (uint32 ride, uint64 size,) = _ride(Direction.Exit);
        money.block_(target.target());
        assertTrue(!_tryDepart(ride), "departed from a stopped target");
        _assertRefunded(ride, size);
    }

    function table_a_cap_stops_joins_and_never_exits(uint256 row) public on(row) {
        (uint32 join, uint64 size,) = _ride(Direction.Join);
        subject.setJoinCap(BOARDED - 1);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.JoinCapExceeded.selector, BOARDED - 1, BOARDED));
        pool.depart(join, "");
        uint256 snapshot = vm.snapshotState();
        subject.setJoinCap(BOARDED);
        pool.depart(join, "");
        vm.revertToState(snapshot);
        subject.setJoinCap(0);
        assertTrue(!subject.accepts(Direction.Join, address(money), address(shareToken)), "accepts a join");
        assertTrue(subject.accepts(Direction.Exit, address(shareToken), address(money)), "refuses an exit");
        snapshot = vm.snapshotState();
        (uint32 exit,,) = _ride(Direction.Exit);
        pool.depart(exit, "");
        vm.revertToState(snapshot);
        _assertRefunded(join, size);
    }

    function table_only_the_owner_sets_the_cap_and_only_the_pool_converts_only_the_pair(uint256 row) public on(row) {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotOwner.selector, ALICE));
        subject.setJoinCap(1);
        vm.expectRevert(abi.encodeWithSelector(IAdapter.NotRidePool.selector, address(this)));
        subject.convert(Direction.Join, address(money), address(shareToken), 1, address(this), "");
        vm.prank(address(pool));
        vm.expectRevert(
            abi.encodeWithSelector(IAdapter.PairRefused.selector, Direction.Exit, address(money), address(shareToken))
        );
        subject.convert(Direction.Exit, address(money), address(shareToken), 1, address(pool), "");
    }

    // ---- re-entry ----

    function table_nothing_is_gained_by_re_entering(uint256 row) public on(row) {
        for (uint256 i; i < 10; ++i) {
            uint256 snapshot = vm.snapshotState();
            Direction direction = Direction(i % 2);
            (uint32 ride, uint64 size,) = _ride(direction);
            bytes[5] memory calls = [
                abi.encodeCall(IRidePool.depart, (ride, "")),
                abi.encodeCall(IRidePool.abort, (ride)),
                abi.encodeCall(IRidePool.redeemTickets, (ride, ALICE)),
                abi.encodeCall(IRidePool.withdrawEarnings, (address(money), FEES)),
                abi.encodeCall(IAdapter.convert, (direction, address(money), address(shareToken), 1, address(this), ""))
            ];
            money.hook(i < 8 ? address(pool) : address(subject), calls[i / 2]);
            _assertTermsOrRefund(ride, size);
            assertEq(money.successes(), 0, "re-entered");
            assertTrue(money.calls() != 0, "never tried");
            vm.revertToState(snapshot);
        }
    }

    // ---- donation, inflation, sandwich ----

    function table_a_donation_to_the_adapter_changes_nothing_and_stays_there(uint256 row) public on(row) {
        (uint32 ride,, uint64 honest) = _ride(Direction.Join);
        money.mint(address(subject), 7);
        // Little enough not to move anybody's price.
        money.mint(ALICE, 1e15);
        target.enter(ALICE, 1e15);
        uint256 shares = shareToken.balanceOf(ALICE) / 2;
        vm.prank(ALICE);
        shareToken.transfer(address(subject), shares);
        pool.depart(ride, "");
        uint64 outTotal = pool.ride(ride).outTotal;
        assertTrue(outTotal <= honest && outTotal > honest - honest / 100, "outTotal");
        assertEq(money.balanceOf(address(subject)), 7, "money");
        assertEq(shareToken.balanceOf(address(subject)), shares, "shares");
    }

    function table_donors_and_first_depositors_can_not_take_from_a_ride(uint256 row) public {
        _use(row, true);
        if (!target.canBeEmpty()) return;
        _supply(Direction.Join);
        Terms memory t = _usualTerms(Direction.Join, SIZE, _honest(Direction.Join, SIZE));
        uint32 ride = _closedRide(t, SIZE);
        _runAttack(Attack.Inflation, ride);
    }

    function table_a_searcher_who_donates_gains_nothing_or_passengers_have_their_terms(uint256 row) public on(row) {
        for (uint256 i; i < 2; ++i) {
            uint256 snapshot = vm.snapshotState();
            (uint32 ride,,) = _ride(Direction(i));
            _runAttack(Attack.Donation, ride);
            vm.revertToState(snapshot);
        }
    }

    function table_a_searcher_who_sandwiches_gains_nothing_or_passengers_have_their_terms(uint256 row) public on(row) {
        for (uint256 i; i < 2; ++i) {
            uint256 snapshot = vm.snapshotState();
            (uint32 ride,,) = _ride(Direction(i));
            _runAttack(Attack.Sandwich, ride);
            vm.revertToState(snapshot);
        }
    }

    /// @dev Read-only re-entrancy: the departure happens within the searcher's own calls of the target, from a token that
    /// calls back, when the target's money has moved and its books have not.
    function table_a_searcher_who_departs_inside_the_target_gains_nothing_or_passengers_have_their_terms(uint256 row)
        public
        on(row)
    {
        for (uint256 i; i < 2; ++i) {
            uint256 snapshot = vm.snapshotState();
            (uint32 ride,,) = _ride(Direction(i));
            _priceBefore = _guarded();
            // What he did may spoil his own calls (a pair counts the money that he has just sent as the ride's): then he undoes it all.
            if (_runAttack(Attack.Inside, ride)) assertTrue(_tries != 0, "never inside");
            assertTrue(_priceInside <= _priceBefore, "a price was taken in while the target was half-way");
            vm.revertToState(snapshot);
        }
    }

    /// @dev What the table relies on: a plain vault does look twice as rich in the middle of a deposit as large as itself.
    function test_in_the_middle_of_a_deposit_a_join_departs_nowhere() public {
        _use(0, false);
        (uint32 ride,,) = _ride(Direction.Join);
        _priceBefore = _guarded();
        _runAttack(Attack.Inside, ride);
        assertTrue(_tries != 0 && !_departedInside, "departed at half the shares");
        _assertDeparted(ride);
    }

    /// @dev 0 where the strategy names no price.
    function _guarded() private returns (uint256 price) {
        (bool success, bytes memory result) = address(subject).call(abi.encodeCall(IPriced.guardPrice, ()));
        if (success) price = abi.decode(result, (uint256));
    }

    /// @notice What the token calls back to, on each transfer of the searcher's.
    function departInside() external {
        ++_tries;
        uint256 price = _guarded();
        if (price > _priceInside) _priceInside = price;
        if (_departed || !_tryDepart(_attacked)) return;
        _departed = true;
        if (_tries == 1) _departedInside = true;
    }

    /// @dev In one transaction, with a flash loan: prepare, depart, take the profit, repay. A searcher who can't repay
    /// has done nothing.
    function _runAttack(Attack attack, uint32 ride) private returns (bool repaid) {
        (_attack, _attacked, _departed) = (attack, ride, false);
        uint64 size = pool.ride(ride).tickets;
        // With money of his own he can also lose: what happened inside is seen afterwards.
        if (attack == Attack.Inside) money.mint(address(this), 2 * SEED);
        uint256 before = money.balanceOf(address(this));
        (repaid,) = address(_lender)
            .call(abi.encodeCall(FlashLender.flash, (money, _trades(attack) ? SEED : SEED / 10)));
        if (!repaid) _departed = false;
        if (repaid && _departed) {
            _assertDeparted(ride);
            return repaid;
        }
        assertTrue(money.balanceOf(address(this)) <= before, "profit without a departure");
        _assertTermsOrRefund(ride, size);
    }

    function onFlash(uint256 amount) external {
        Direction direction = pool.terms(_attacked).direction;
        if (_attack == Attack.Inside) money.hook(address(this), abi.encodeCall(this.departInside, ()));
        if (_trades(_attack)) {
            target.push(address(this), direction, amount);
        } else {
            // A foot in the door, so that a part of the donation is the searcher's own.
            uint256 stake = _attack == Attack.Inflation ? 2 : amount / 2;
            try target.enter(address(this), stake) {}
            catch {
                target.enter(address(this), amount / 1e9);
            }
            money.transfer(target.target(), money.balanceOf(address(this)) / 2);
        }
        if (_attack != Attack.Inside) _departed = _tryDepart(_attacked);
        if (_trades(_attack)) {
            target.unwind(address(this), direction);
        } else if (shareToken.balanceOf(address(this)) != 0) {
            target.quit(address(this));
        }
        if (_attack != Attack.Inside) return;
        money.hook(address(0), "");
        if (!_departed) _departed = _tryDepart(_attacked);
    }

    function _trades(Attack attack) private pure returns (bool) {
        return attack == Attack.Sandwich || attack == Attack.Inside;
    }
}
