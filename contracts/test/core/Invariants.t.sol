// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Direction} from "../../src/interfaces/IAdapter.sol";
import {RedeemEffect, Ride, RideEffect, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {Books, DepositContent, ForcedRequest, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice Plays people, an honest operator, keepers and time against the core and the pool, and keeps its own books.
/// It knows who should be paid what; the invariants compare that with what the contracts say and hold.
contract Handler is CoreTest {
    struct Queued {
        DepositContent content;
        uint256 requestedAt;
        bool returned;
        bool paid;
    }

    string[] public names;
    mapping(string name => uint256) public calls;
    mapping(string name => uint256) public successes;

    Queued[] private deposits;
    uint256 private cursor;
    WithdrawalClaim[] private claims;
    uint32[] public rides;

    /// @dev Own books, in quanta: what the L2 holds, what is claimable, what is pending, by asset.
    mapping(uint32 asset => uint256) public onL2;
    mapping(uint32 asset => uint256) public claimable;
    mapping(uint32 asset => uint256) public pending;
    mapping(uint32 ride => uint256) public l1Tickets;
    mapping(uint32 ride => uint256) public outPaid;
    mapping(uint32 ride => uint256) public inPaid;

    constructor() {
        setUp();
    }

    modifier counted(string memory name) {
        if (calls[name]++ == 0) names.push(name);
        _;
    }

    function _done(string memory name) private {
        ++successes[name];
    }

    function nameCount() external view returns (uint256) {
        return names.length;
    }

    // ---- vocabulary ----

    function _bound(uint256 value, uint256 low, uint256 high) private pure returns (uint256) {
        return low + value % (high - low + 1);
    }

    function _boundAsset(uint256 seed) private view returns (uint32) {
        return seed % 2 == 0 ? usd : share;
    }

    function _boundRide(uint256 seed, Stage stage) private view returns (uint32) {
        for (uint256 i; i < rides.length; ++i) {
            uint32 ride = rides[(seed % rides.length + i) % rides.length];
            if (pool.ride(ride).stage == stage) return ride;
        }
        return 0;
    }

    // ---- people ----

    function deposit(uint256 seed, uint256 amount) external counted("deposit") {
        DepositContent memory c =
            _content(_boundAsset(seed), uint64(_bound(amount, 1, 1e12)), seed % 3 == 0 ? ALICE : BOB);
        _queue(c);
        deposits.push(Queued(c, 0, false, false));
        pending[c.asset] += c.amount;
        _done("deposit");
    }

    function requestCancel(uint256 seed) external counted("requestCancel") {
        if (cursor == deposits.length) return;
        uint256 i = _bound(seed, cursor, deposits.length - 1);
        if (deposits[i].requestedAt != 0) return;
        vm.prank(deposits[i].content.depositor);
        weir.requestDepositCancel(i, deposits[i].content);
        deposits[i].requestedAt = block.timestamp;
        _done("requestCancel");
    }

    function payBack(uint256 seed) external counted("payBack") {
        if (deposits.length == 0) return;
        for (uint256 k; k < deposits.length; ++k) {
            uint256 i = (seed % deposits.length + k) % deposits.length;
            Queued storage q = deposits[i];
            if (q.paid) continue;
            bool cancelled = i >= cursor && q.requestedAt != 0 && block.timestamp >= q.requestedAt + 48 hours;
            if (!q.returned && !cancelled) continue;
            if (q.returned) weir.reclaimDeposit(i, q.content);
            else weir.cancelDeposit(i, q.content);
            q.paid = true;
            pending[q.content.asset] -= q.content.amount;
            return _done("payBack");
        }
    }

    function claim(uint256 seed) external counted("claim") {
        if (claims.length == 0) return;
        uint256 i = seed % claims.length;
        WithdrawalClaim memory w = claims[i];
        uint32 number = uint32(w.word0 >> 140 & 0xffffff);
        uint256 amount = w.word0 >> 56 & 0x3fffff | (w.word0 >> 84 & 0x1fffff) << 22;
        weir.claim(w);
        claimable[number] -= amount;
        if (weir.asset(number).token == address(0)) l1Tickets[number] += amount;
        claims[i] = claims[claims.length - 1];
        claims.pop();
        _done("claim");
    }

    function redeemOnL1(uint256 seed) external counted("redeemOnL1") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, seed % 2 == 0 ? Stage.Departed : Stage.Aborted);
        if (ride == 0 || pool.balanceOf(BOB, ride) == 0) return;
        Terms memory t = pool.terms(ride);
        (uint256 out, uint256 back) = (weir.books(t.assetOut).pooled, weir.books(t.assetIn).pooled);
        l1Tickets[ride] -= pool.balanceOf(BOB, ride);
        pool.redeemTickets(ride, BOB);
        outPaid[ride] += out - weir.books(t.assetOut).pooled;
        inPaid[ride] += back - weir.books(t.assetIn).pooled;
        _done("redeemOnL1");
    }

    // ---- the operator's batches ----

    function settleDeposits(uint256 seed, uint256 count) external counted("settleDeposits") {
        count = _bound(count, 0, 5);
        bytes memory effects;
        for (; count != 0 && cursor < deposits.length; --count) {
            Queued storage q = deposits[cursor++];
            bool late = q.requestedAt != 0 && block.timestamp > q.requestedAt + 44 hours;
            bool take = !late && seed >> count & 1 == 1;
            effects =
                bytes.concat(effects, Statements.deposit(q.content, take ? Statements.TAKEN : Statements.RETURNED));
            if (take) {
                pending[q.content.asset] -= q.content.amount;
                onL2[q.content.asset] += q.content.amount;
            }
            q.returned = !take;
        }
        if (effects.length == 0) return;
        _apply(effects);
        _done("settleDeposits");
    }

    function settleWithdrawal(uint256 seed, uint256 amount) external counted("settleWithdrawal") {
        bool tickets = rides.length != 0 && seed % 3 == 0;
        uint32 number = tickets ? rides[seed / 3 % rides.length] : _boundAsset(seed / 3);
        if (onL2[number] == 0) return;
        uint64 bounded = uint64(_bound(amount, 1, onL2[number]));
        claims.push(_withdraw(number, bounded, BOB));
        onL2[number] -= bounded;
        claimable[number] += bounded;
        _done("settleWithdrawal");
    }

    function createRide(uint256 seed) external counted("createRide") {
        if (rides.length == 100 || (seed % 4 != 0 && _boundRide(seed, Stage.Boarding) != 0)) return;
        Terms memory t = _terms();
        t.boardBy = uint40(block.timestamp + 12 hours);
        t.departBy = t.boardBy + 36 hours;
        t.settleBy = t.departBy + 1 days;
        if (seed % 2 == 1) (t.direction, t.assetIn, t.assetOut) = (Direction.Exit, share, usd);
        t.maxSize = 1e12;
        // The vault's price moves: terms around what it would give now.
        uint256 quote = seed % 2 == 1 ? vault.convertToAssets(1e18) : vault.convertToShares(1e18);
        t.minSize = 1e6;
        (t.referenceIn, t.referenceOut) = (1e18, uint64(quote * 99 / 100));
        (t.worstIn, t.worstOut) = (1e18, uint64(quote * 90 / 100));
        rides.push(_create(t));
        _done("createRide");
    }

    function board(uint256 seed, uint256 amount) external counted("board") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, Stage.Boarding);
        if (ride == 0 || block.timestamp > pool.terms(ride).boardBy) return;
        RideEffect memory e = _rideEffect(ride, 0, seed % 4 == 0);
        e.negative = seed % 5 == 0;
        uint256 most = e.negative ? onL2[ride] : onL2[e.assetIn];
        if (most == 0) return;
        e.net = uint64(_bound(amount, 1, most));
        if (!e.negative && pool.ride(ride).tickets + e.net > 1e12) return;
        _apply(Statements.ride(e));
        if (e.negative) (onL2[ride], onL2[e.assetIn]) = (onL2[ride] - e.net, onL2[e.assetIn] + e.net);
        else (onL2[ride], onL2[e.assetIn]) = (onL2[ride] + e.net, onL2[e.assetIn] - e.net);
        _done("board");
    }

    function settleRedeem(uint256 seed, uint256 amount) external counted("settleRedeem") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, seed % 2 == 0 ? Stage.Departed : Stage.Aborted);
        if (ride == 0 || onL2[ride] == 0) return;
        RedeemEffect memory e = _redeemEffect(ride, uint64(_bound(amount, 1, onL2[ride])));
        _apply(Statements.redeem(e));
        onL2[ride] -= e.redeemed;
        onL2[e.assetOut] += e.outCredited;
        onL2[e.assetIn] += e.inCredited;
        outPaid[ride] += e.outCredited;
        inPaid[ride] += e.inCredited;
        _done("settleRedeem");
    }

    function forceExit(uint256 seed) external counted("forceExit") {
        (,, uint256 count, uint256 next) = weir.queues();
        vm.deal(ALICE, 1 ether);
        uint256 fee = weir.forcedExitFee(0xffff);
        vm.prank(ALICE);
        weir.requestForcedExit{value: fee}(uint32(_bound(seed, 0, 2 ** 27 - 1)), 0xffff);
        if (seed % 2 == 0 && next <= count) {
            ForcedRequest memory f = weir.forcedRequest(next);
            _apply(Statements.forcedExit(f.account, f.requester, 1 + seed % 3 % 2));
        }
        _done("forceExit");
    }

    // ---- keepers, strategies, time ----

    function closeByTime(uint256 seed) external counted("closeByTime") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, Stage.Boarding);
        if (ride == 0 || block.timestamp < uint256(pool.terms(ride).boardBy) + 24 hours) return;
        pool.closeByTime(ride);
        _done("closeByTime");
    }

    function depart(uint256 seed) external counted("depart") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, Stage.Closed);
        if (ride == 0) return;
        Terms memory t = pool.terms(ride);
        if (block.timestamp > t.departBy || pool.ride(ride).tickets < t.minSize) return;
        // The limit may not be met yet: that is the strategy's business, and reverts.
        try pool.depart(ride, "") {
            _done("depart");
        } catch {}
    }

    function abort(uint256 seed) external counted("abort") {
        if (rides.length == 0) return;
        uint32 ride = _boundRide(seed, Stage.Closed);
        if (ride == 0) return;
        Terms memory t = pool.terms(ride);
        if (block.timestamp <= t.departBy && pool.ride(ride).tickets >= t.minSize) return;
        pool.abort(ride);
        _done("abort");
    }

    function donate(uint256 seed, uint256 amount) external counted("donate") {
        address[3] memory to = [address(weir), address(pool), address(vault)];
        vm.prank(ALICE);
        token.transfer(to[seed % 3], _bound(amount, 1, 1e27));
        _done("donate");
    }

    function withdrawEarnings(uint256 seed) external counted("withdrawEarnings") {
        address earnedIn = weir.asset(_boundAsset(seed)).token;
        address who = seed % 3 == 0 ? FEES : address(this);
        if (pool.earned(earnedIn, who) == 0) return;
        pool.withdrawEarnings(earnedIn, who);
        _done("withdrawEarnings");
    }

    function passTime(uint256 by) external counted("passTime") {
        vm.warp(block.timestamp + _bound(by, 1, 5 hours));
        _done("passTime");
    }

    // ---- the invariants ----

    /// @dev What the core says it owes is what the handler's own books say, and the core holds it.
    function checkSolvency() external view {
        uint32[2] memory numbers = [usd, share];
        for (uint256 i; i < 2; ++i) {
            uint32 number = numbers[i];
            Books memory b = weir.books(number);
            assertEq(b.l2Total, onL2[number], "l2Total");
            assertEq(b.owed, pending[number] + claimable[number], "owed");
            assertEq(b.pooled, _heldForRides(number), "pooled");
            uint256 owed = (uint256(b.l2Total) + b.pooled + b.owed) * QUANTUM;
            address at_ = weir.asset(number).token;
            assertTrue(IERC20(at_).balanceOf(address(weir)) >= owed, "the core holds less than it owes");
            uint256 earned = pool.earned(at_, FEES) + pool.earned(at_, address(this));
            assertTrue(IERC20(at_).balanceOf(address(pool)) >= earned, "the pool holds less than it owes");
        }
        (,, uint256 count, uint256 next) = weir.queues();
        assertEq(address(weir).balance, (count - next) * weir.forcedExitFee(0xffff) + weir.rewardOf(OPERATOR), "ether");
    }

    /// @dev Boarded and not departed, or outcome and not redeemed.
    function _heldForRides(uint32 number) private view returns (uint256 held) {
        for (uint256 i; i < rides.length; ++i) {
            Terms memory t = pool.terms(rides[i]);
            Ride memory r = pool.ride(rides[i]);
            bool settled = r.stage == Stage.Departed || r.stage == Stage.Aborted;
            if (t.assetOut == number) held += r.outTotal - outPaid[rides[i]];
            if (t.assetIn == number) held += (settled ? r.inReturned : r.tickets) - inPaid[rides[i]];
        }
    }

    /// @dev Every ticket is somewhere, and the ones left are worth at most what is held for them.
    function checkTickets() external view {
        for (uint256 i; i < rides.length; ++i) {
            uint32 ride = rides[i];
            Ride memory r = pool.ride(ride);
            assertEq(onL2[ride] + claimable[ride] + l1Tickets[ride] + r.redeemed, r.tickets, "tickets");
            assertEq(weir.books(ride).l2Total, onL2[ride], "tickets on the L2");
            if (r.stage != Stage.Departed && r.stage != Stage.Aborted || r.tickets == 0) continue;
            uint256 left = r.tickets - r.redeemed;
            assertTrue(left * r.outTotal / r.tickets <= r.outTotal - outPaid[ride], "out held");
            assertTrue(left * r.inReturned / r.tickets <= r.inReturned - inPaid[ride], "in held");
        }
    }
}

/// forge-config: default.invariant.fail-on-revert = true
contract InvariantsTest {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    event log_named_string(string key, string value);

    uint256 private constant STEPS = 3000;

    Handler private handler;

    function setUp() public {
        handler = Handler(vm.deployCode("Invariants.t.sol:Handler"));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), _selectors());
    }

    function invariant_the_core_holds_all_claims() public view {
        handler.checkSolvency();
    }

    function invariant_tickets_times_outcome_is_held() public view {
        handler.checkTickets();
    }

    /// @dev Forge forgets counts between its runs, so one long walk of our own shows that every handler gets somewhere.
    function test_a_long_walk_keeps_the_invariants_and_every_handler_succeeds() public {
        bytes4[] memory selectors = _selectors();
        for (uint256 i; i < STEPS; ++i) {
            bytes32 seed = keccak256(abi.encode(i));
            bytes4 selector = selectors[uint256(seed) % selectors.length];
            (bool success, bytes memory reason) = address(handler)
                .call(abi.encodePacked(selector, keccak256(abi.encode(seed, 1)), keccak256(abi.encode(seed, 2))));
            if (!success) {
                assembly {
                    revert(add(reason, 32), mload(reason))
                }
            }
            if (i % 10 == 0) {
                handler.checkSolvency();
                handler.checkTickets();
            }
        }
        uint256 count = handler.nameCount();
        require(count == 17, "a handler was never called");
        for (uint256 i; i < count; ++i) {
            string memory name = handler.names(i);
            emit log_named_string(
                name, string.concat(_decimal(handler.successes(name)), " of ", _decimal(handler.calls(name)))
            );
            require(handler.successes(name) != 0, string.concat(name, " never succeeded"));
        }
    }

    function _selectors() private pure returns (bytes4[] memory selectors) {
        bytes4[20] memory all = [
            Handler.deposit.selector,
            Handler.settleDeposits.selector,
            Handler.settleDeposits.selector,
            Handler.board.selector,
            Handler.board.selector,
            Handler.requestCancel.selector,
            Handler.payBack.selector,
            Handler.settleWithdrawal.selector,
            Handler.claim.selector,
            Handler.createRide.selector,
            Handler.depart.selector,
            Handler.abort.selector,
            Handler.closeByTime.selector,
            Handler.settleRedeem.selector,
            Handler.redeemOnL1.selector,
            Handler.withdrawEarnings.selector,
            Handler.forceExit.selector,
            Handler.donate.selector,
            Handler.passTime.selector,
            Handler.passTime.selector
        ];
        selectors = new bytes4[](20);
        for (uint256 i; i < 20; ++i) {
            selectors[i] = all[i];
        }
    }

    function _decimal(uint256 value) private pure returns (string memory out) {
        do {
            out = string.concat(string(abi.encodePacked(uint8(48 + value % 10))), out);
            value /= 10;
        } while (value != 0);
    }
}
