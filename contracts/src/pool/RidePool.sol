// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {IAdapter} from "../interfaces/IAdapter.sol";
import {IAsyncAdapter} from "../interfaces/IAsyncAdapter.sol";
import {Arrival, IRidePool, RedeemEffect, Ride, RideEffect, Stage, Terms} from "../interfaces/IRidePool.sol";
import {Asset, IWeir} from "../interfaces/IWeir.sol";

/// @title RidePool
/// @notice Rides, from their terms to the last ticket. What is boarded stays in the core until departure and the
/// proceeds go back there; this contract holds only fees and keeper rewards that wait to be withdrawn, and the
/// remainders below one quantum that a departure leaves (nobody's: they stay).
///
/// Rounding: what a departure must bring is rounded up, what it credits is rounded down, every share is rounded down.
contract RidePool is IRidePool, ERC6909, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 internal constant BPS = 10_000;
    uint256 internal constant MAX_FEE_BPS = 100;
    /// @dev After boardBy, batches that board may still settle for 2 hours; a day later nobody is waiting for one.
    uint256 internal constant CLOSE_DELAY = 24 hours;
    uint256 internal constant MAX_BOARDING = 7 days;
    uint256 internal constant MAX_DEPARTURE = 7 days;
    uint256 internal constant MAX_SETTLING = 30 days;
    /// @dev How long a target may take to answer a cancellation.
    uint256 internal constant CANCEL_WINDOW = 7 days;

    /// @inheritdoc IRidePool
    IWeir public immutable core;

    mapping(uint256 ride => Terms) private _terms;
    mapping(uint256 ride => Ride) private _rides;
    mapping(uint256 ride => Arrival) private _arrivals;
    /// @inheritdoc IRidePool
    mapping(IAdapter adapter => uint256) public gasFloor;
    /// @inheritdoc IRidePool
    mapping(address token => mapping(address account => uint256)) public earned;

    /// @dev The core deploys its pool.
    constructor() {
        core = IWeir(msg.sender);
    }

    modifier onlyCore() {
        if (msg.sender != address(core)) revert NotCore(msg.sender);
        _;
    }

    /// @inheritdoc IRidePool
    function terms(uint256 number) external view returns (Terms memory) {
        return _terms[number];
    }

    /// @inheritdoc IRidePool
    function ride(uint256 number) external view returns (Ride memory) {
        return _rides[number];
    }

    /// @inheritdoc IRidePool
    function arrival(uint256 number) external view returns (Arrival memory) {
        return _arrivals[number];
    }

    // ---- create ----

    /// @inheritdoc IRidePool
    function registerStrategy(IAdapter adapter, uint32 gasFloor_) external {
        if (msg.sender != address(core.governance())) revert NotGovernance(msg.sender);
        if (address(adapter).code.length == 0) revert NotAContract(address(adapter));
        if (gasFloor[adapter] != 0) revert StrategyAlreadyRegistered(adapter);
        // A floor of zero would read as "unknown".
        gasFloor[adapter] = Math.max(gasFloor_, 1);
        emit StrategyRegistered(adapter, gasFloor_);
    }

    /// @inheritdoc IRidePool
    function createRide(Terms calldata t) external returns (uint256 number) {
        core.governance().requireEntries();
        if (!core.isOperator(msg.sender)) revert NotCreator(msg.sender);
        _requireNotFrozen();
        _checkStrategy(t);
        _checkPrices(t);
        _checkTimes(t);
        number = core.registerTicket();
        _terms[number] = t;
        _rides[number].stage = Stage.Boarding;
        emit RideCreated(number, msg.sender, t);
    }

    function _checkStrategy(Terms calldata t) private view {
        if (gasFloor[t.adapter] == 0) revert StrategyUnknown(t.adapter);
        if (t.assetIn == t.assetOut) revert SameAsset(t.assetIn);
        (address tokenIn, address tokenOut) = (_asset(t.assetIn).token, _asset(t.assetOut).token);
        if (tokenIn == address(0)) revert AssetNotAToken(t.assetIn);
        if (tokenOut == address(0)) revert AssetNotAToken(t.assetOut);
        if (!t.adapter.accepts(t.direction, tokenIn, tokenOut)) {
            revert StrategyRefuses(t.adapter, t.direction, tokenIn, tokenOut);
        }
    }

    /// @dev A target that answers later guarantees nothing when it is asked, so its worst price is zero: only orders
    /// without a limit board.
    function _checkPrices(Terms calldata t) private view {
        bool later = t.adapter.asynchronous();
        if (later && t.worstOut != 0) revert WorstNotZero();
        if (t.referenceIn == 0 || t.referenceOut == 0 || t.worstIn == 0 || (t.worstOut == 0 && !later)) {
            revert PriceZero();
        }
        // worstOut / worstIn <= referenceOut / referenceIn
        if (uint256(t.worstOut) * t.referenceIn > uint256(t.referenceOut) * t.worstIn) revert WorstAboveReference();
        if (t.minSize == 0 || t.minSize > t.maxSize) revert SizesOutOfOrder(t.minSize, t.maxSize);
        if (t.feeBps > MAX_FEE_BPS) revert FeeTooHigh(MAX_FEE_BPS, t.feeBps);
    }

    function _checkTimes(Terms calldata t) private view {
        _checkSpan(block.timestamp, t.boardBy, MAX_BOARDING);
        _checkSpan(t.boardBy + CLOSE_DELAY, t.departBy, MAX_DEPARTURE);
        _checkSpan(t.departBy - 1, t.settleBy, MAX_SETTLING);
    }

    /// @dev after < time <= after + span
    function _checkSpan(uint256 after_, uint256 time, uint256 span) private pure {
        if (time <= after_ || time > after_ + span) revert TimeOutOfRange(after_ + 1, after_ + span, time);
    }

    // ---- board and close ----

    /// @inheritdoc IRidePool
    function applyRide(RideEffect calldata e, uint256 timestamp) external onlyCore {
        Terms storage t = _terms[e.ticket];
        Ride storage r = _rides[e.ticket];
        if (r.stage == Stage.None) revert RideUnknown(e.ticket);
        if (
            e.assetIn != t.assetIn || e.assetOut != t.assetOut || e.worstIn != t.worstIn || e.worstOut != t.worstOut
                || e.boardBy != t.boardBy || e.settleBy != t.settleBy
        ) revert TermsMismatch(e.ticket);

        // A batch that only closes stays valid whoever closed the ride meanwhile.
        if (e.net != 0 || !e.close) _board(t, r, e, timestamp);
        if (e.close && r.stage == Stage.Boarding) _close(e.ticket, r);
    }

    function _board(Terms storage t, Ride storage r, RideEffect calldata e, uint256 timestamp) private {
        if (r.stage != Stage.Boarding) revert RideNotBoarding(e.ticket, r.stage);
        if (timestamp > t.boardBy) revert BoardingOver(e.ticket, t.boardBy, timestamp);
        uint256 tickets = r.tickets;
        if (e.negative) {
            if (e.net > tickets) revert TicketsUnderflow(e.ticket, tickets, e.net);
            tickets -= e.net;
        } else {
            tickets += e.net;
            if (tickets > t.maxSize) revert RideFull(e.ticket, t.maxSize, tickets);
        }
        r.tickets = uint64(tickets);
        emit RideBoarded(e.ticket, tickets);
    }

    /// @inheritdoc IRidePool
    function closeByTime(uint256 number) external {
        Ride storage r = _rides[number];
        if (r.stage != Stage.Boarding) revert RideNotBoarding(number, r.stage);
        uint256 allowedAt = _terms[number].boardBy + CLOSE_DELAY;
        if (block.timestamp < allowedAt) revert TooEarly(number, allowedAt);
        _close(number, r);
    }

    function _close(uint256 number, Ride storage r) private {
        r.stage = Stage.Closed;
        r.closedAt = uint40(block.timestamp);
        emit RideClosed(number, r.tickets);
    }

    // ---- depart and abort ----

    /// @inheritdoc IRidePool
    function depart(uint256 number, bytes calldata data) external nonReentrant {
        _requireNotFrozen();
        Terms memory t = _terms[number];
        Ride storage r = _rides[number];
        Ride memory before = r;
        if (before.stage != Stage.Closed) revert RideNotClosed(number, before.stage);
        if (block.timestamp > t.departBy) revert DepartureOver(number, t.departBy);
        if (before.tickets < t.minSize) revert BelowMinSize(number, t.minSize, before.tickets);

        if (t.adapter.asynchronous()) return _request(number, t, r, before);

        // 1. Cross. The guard keeps a strategy out of this contract; should it settle a batch meanwhile, the ride is
        // still only closed: nobody ever sees a departed ride without its outcome.
        IERC20 tokenOut = IERC20(_asset(t.assetOut).token);
        uint256 quantum = _asset(t.assetOut).quantum;
        uint256 received = _cross(t, before.tickets, tokenOut, data) / quantum;

        // 2. The limit, which relaxes with time.
        uint256 limit = _limitUp(t, before, block.timestamp);
        if (received < limit) revert BelowLimit(number, limit, received);

        // 3. Keeper and fee, only from what lies above the worst price: passengers never get less than that.
        uint256 spare = received - _quoteUp(before.tickets, t.worstIn, t.worstOut);
        uint256 keeperReward = Math.min(_keeperRewardDown(t, before, block.timestamp), spare);
        uint256 fee = Math.min(received * t.feeBps / BPS, spare - keeperReward);
        earned[address(tokenOut)][msg.sender] += keeperReward * quantum;
        earned[address(tokenOut)][t.feeRecipient] += fee * quantum;

        // 4. The outcome.
        uint256 outTotal = received - keeperReward - fee;
        r.stage = Stage.Departed;
        r.outTotal = _intoCore(number, t.assetOut, outTotal);
        emit RideDeparted(number, msg.sender, outTotal, fee, keeperReward);
    }

    /// @dev Hands `amount` quanta that lie here to the core.
    function _intoCore(uint256 number, uint32 asset, uint256 amount) private returns (uint64) {
        if (amount > type(uint64).max) revert OutcomeTooLarge(number, amount);
        if (amount == 0) return 0;
        Asset memory a = _asset(asset);
        IERC20(a.token).forceApprove(address(core), amount * a.quantum);
        core.receiveIntoPool(asset, amount);
        return uint64(amount);
    }

    // ---- request and arrive ----

    function _request(uint256 number, Terms memory t, Ride storage r, Ride memory before) private {
        r.stage = Stage.Requested;
        _arrivals[number].keeper = msg.sender;
        _arrivals[number].keeperReward = uint64(_keeperRewardDown(t, before, block.timestamp));
        Asset memory assetIn = _asset(t.assetIn);
        core.payFromPool(t.assetIn, before.tickets, address(t.adapter));
        _requireGas(t.adapter);
        IAsyncAdapter(address(t.adapter))
            .request(number, t.direction, assetIn.token, _asset(t.assetOut).token, before.tickets * assetIn.quantum);
        emit RideRequested(number, msg.sender);
    }

    /// @inheritdoc IRidePool
    function arrive(uint256 number) external nonReentrant {
        Ride storage r = _rides[number];
        if (r.stage != Stage.Requested) revert RideNotRequested(number, r.stage);
        Terms memory t = _terms[number];
        Arrival storage a = _arrivals[number];
        (uint256 out, uint256 returned, bool answered) = _collect(number, t);
        a.out += uint128(out);
        a.returned += uint128(returned);
        emit RideArrived(number, out, returned);

        if (answered && _isDone(number, t.adapter)) return _complete(number, t, r, a);
        if (block.timestamp <= t.settleBy) return;
        if (a.cancelAskedAt == 0) return _askToCancel(number, t.adapter, a);
        // A target that answers nobody keeps nobody waiting for ever: the outcome is what has arrived.
        if (block.timestamp > a.cancelAskedAt + CANCEL_WINDOW) _complete(number, t, r, a);
    }

    /// @dev What arrived here, by balances. A target that fails must not stop the clock, so its failure is an answer, too;
    /// the floor of gas keeps a caller from making it fail.
    function _collect(uint256 number, Terms memory t) private returns (uint256 out, uint256 returned, bool answered) {
        (IERC20 tokenOut, IERC20 tokenIn) = (IERC20(_asset(t.assetOut).token), IERC20(_asset(t.assetIn).token));
        (uint256 outBefore, uint256 inBefore) = (tokenOut.balanceOf(address(this)), tokenIn.balanceOf(address(this)));
        _requireGas(t.adapter);
        try IAsyncAdapter(address(t.adapter)).collect(number, address(this)) {
            answered = true;
        } catch {}
        out = tokenOut.balanceOf(address(this)) - outBefore;
        returned = tokenIn.balanceOf(address(this)) - inBefore;
    }

    function _isDone(uint256 number, IAdapter adapter) private view returns (bool done) {
        try IAsyncAdapter(address(adapter)).isDone(number) returns (bool done_) {
            done = done_;
        } catch {}
    }

    function _askToCancel(uint256 number, IAdapter adapter, Arrival storage a) private {
        a.cancelAskedAt = uint40(block.timestamp);
        _requireGas(adapter);
        try IAsyncAdapter(address(adapter)).cancel(number) {
            emit RideCancelAsked(number, true);
        } catch {
            emit RideCancelAsked(number, false);
        }
    }

    /// @dev Fixes the outcome. The reward is for departing and for this, half each, and like the fee from the proceeds.
    function _complete(uint256 number, Terms memory t, Ride storage r, Arrival storage a) private {
        Asset memory assetOut = _asset(t.assetOut);
        uint256 received = a.out / assetOut.quantum;
        uint256 keeperReward = Math.min(a.keeperReward, received);
        uint256 fee = Math.min(received * t.feeBps / BPS, received - keeperReward);
        earned[assetOut.token][a.keeper] += (keeperReward - keeperReward / 2) * assetOut.quantum;
        earned[assetOut.token][msg.sender] += keeperReward / 2 * assetOut.quantum;
        earned[assetOut.token][t.feeRecipient] += fee * assetOut.quantum;
        uint256 outTotal = received - keeperReward - fee;
        r.stage = Stage.Departed;
        r.outTotal = _intoCore(number, t.assetOut, outTotal);
        r.inReturned = _intoCore(number, t.assetIn, a.returned / _asset(t.assetIn).quantum);
        emit RideDeparted(number, a.keeper, outTotal, fee, keeperReward);
    }

    /// @inheritdoc IRidePool
    function collectLate(uint256 number) external nonReentrant {
        Ride memory r = _rides[number];
        if (r.stage != Stage.Departed || _arrivals[number].keeper == address(0)) {
            revert RideNotRequested(number, r.stage);
        }
        Terms memory t = _terms[number];
        (uint256 out, uint256 returned,) = _collect(number, t);
        _creditLate(number, _asset(t.assetOut).token, out);
        _creditLate(number, _asset(t.assetIn).token, returned);
    }

    function _creditLate(uint256 number, address token, uint256 amount) private {
        if (amount == 0) return;
        earned[token][core.governance().owner()] += amount;
        emit LateProceeds(number, token, amount);
    }

    /// @dev A keeper must not be able to starve a strategy that swallows its own out-of-gas.
    function _requireGas(IAdapter adapter) private view {
        uint256 floor = gasFloor[adapter];
        uint256 left = gasleft() - gasleft() / 64;
        if (left < floor) revert NotEnoughGas(floor, left);
    }

    /// @dev Sends the boarded asset through the adapter. What counts is what arrived here, not what anybody says.
    function _cross(Terms memory t, uint256 boarded, IERC20 tokenOut, bytes calldata data)
        private
        returns (uint256 received)
    {
        Asset memory assetIn = _asset(t.assetIn);
        uint256 before = tokenOut.balanceOf(address(this));
        core.payFromPool(t.assetIn, boarded, address(t.adapter));
        _requireGas(t.adapter);
        t.adapter.convert(t.direction, assetIn.token, address(tokenOut), boarded * assetIn.quantum, address(this), data);
        received = tokenOut.balanceOf(address(this)) - before;
    }

    /// @inheritdoc IRidePool
    function limitAt(uint256 number, uint256 timestamp) external view returns (uint256) {
        Ride memory r = _rides[number];
        if (r.stage != Stage.Closed) revert RideNotClosed(number, r.stage);
        return _limitUp(_terms[number], r, timestamp);
    }

    /// @dev The reference quote at close, the worst quote at departBy, a straight line between.
    function _limitUp(Terms memory t, Ride memory r, uint256 timestamp) private pure returns (uint256) {
        uint256 atClose = _quoteUp(r.tickets, t.referenceIn, t.referenceOut);
        uint256 worst = _quoteUp(r.tickets, t.worstIn, t.worstOut);
        (uint256 waited, uint256 window) = _waiting(t, r, timestamp);
        return atClose - (atClose - worst) * waited / window;
    }

    /// @dev By what has been waited of the window, and by what is aboard of the largest size. Below 2^64 · 2^64 · 2^40.
    function _keeperRewardDown(Terms memory t, Ride memory r, uint256 timestamp) private pure returns (uint256) {
        (uint256 waited, uint256 window) = _waiting(t, r, timestamp);
        return uint256(t.keeperReward) * r.tickets * waited / (window * t.maxSize);
    }

    /// @dev waited <= window, window >= 1: a ride closed at its last moment has waited for all of it.
    function _waiting(Terms memory t, Ride memory r, uint256 timestamp)
        private
        pure
        returns (uint256 waited, uint256 window)
    {
        if (t.departBy <= r.closedAt) return (1, 1);
        window = t.departBy - r.closedAt;
        waited = timestamp <= r.closedAt ? 0 : Math.min(timestamp - r.closedAt, window);
    }

    /// @dev ceil(amount * priceOut / priceIn)
    function _quoteUp(uint256 amount, uint256 priceIn, uint256 priceOut) private pure returns (uint256) {
        return (amount * priceOut + priceIn - 1) / priceIn;
    }

    /// @inheritdoc IRidePool
    function abort(uint256 number) external nonReentrant {
        Ride storage r = _rides[number];
        // Nothing boards or departs any more once the core is frozen: every ride in flight is refunded, at once.
        bool frozen = core.frozen();
        if (r.stage != Stage.Closed && !(frozen && r.stage == Stage.Boarding)) revert RideNotClosed(number, r.stage);
        Terms storage t = _terms[number];
        if (!frozen && block.timestamp <= t.departBy && r.tickets >= t.minSize) {
            revert TooEarly(number, t.departBy + 1);
        }
        r.stage = Stage.Aborted;
        r.inReturned = r.tickets;
        emit RideAborted(number, r.tickets);
    }

    // ---- redeem ----

    /// @inheritdoc IRidePool
    function applyRedeem(RedeemEffect calldata e) external onlyCore {
        Terms storage t = _terms[e.ticket];
        Ride storage r = _rides[e.ticket];
        Ride memory outcome = _outcome(e.ticket);
        if (
            e.assetIn != t.assetIn || e.assetOut != t.assetOut || e.outTotal != outcome.outTotal
                || e.inReturned != outcome.inReturned || e.tickets != outcome.tickets
        ) revert OutcomeMismatch(e.ticket);
        (uint256 outShare, uint256 inShare) = _redeem(e.ticket, r, outcome, e.redeemed);
        if (e.outCredited > outShare) revert CreditedTooMuch(e.ticket, outShare, e.outCredited);
        if (e.inCredited > inShare) revert CreditedTooMuch(e.ticket, inShare, e.inCredited);
    }

    /// @inheritdoc IRidePool
    function creditTickets(uint256 number, address holder, uint256 amount) external onlyCore {
        _mint(holder, number, amount);
    }

    /// @inheritdoc IRidePool
    function redeemTickets(uint256 number, address holder) external nonReentrant {
        uint256 amount = balanceOf(holder, number);
        if (amount == 0) revert NoTickets(number, holder);
        _burn(holder, number, amount);
        (uint256 outShare, uint256 inShare) = _redeem(number, _rides[number], _outcome(number), amount);
        emit TicketsRedeemed(number, holder, amount, outShare, inShare);
        Terms storage t = _terms[number];
        if (outShare != 0) core.payFromPool(t.assetOut, outShare, holder);
        if (inShare != 0) core.payFromPool(t.assetIn, inShare, holder);
    }

    /// @dev Floors over any split of the tickets sum to at most the outcome.
    function _redeem(uint256 number, Ride storage r, Ride memory outcome, uint256 amount)
        private
        returns (uint256 outShare, uint256 inShare)
    {
        uint256 redeemed = outcome.redeemed + amount;
        if (redeemed > outcome.tickets) revert RedeemedTooMuch(number, outcome.tickets, redeemed);
        r.redeemed = uint64(redeemed);
        if (amount == 0) return (0, 0);
        outShare = amount * outcome.outTotal / outcome.tickets;
        inShare = amount * outcome.inReturned / outcome.tickets;
    }

    function _outcome(uint256 number) private view returns (Ride memory r) {
        r = _rides[number];
        if (r.stage != Stage.Departed && r.stage != Stage.Aborted) revert RideNotSettled(number, r.stage);
    }

    // ---- the token ----

    /// @inheritdoc IERC6909Metadata
    function name(uint256 id) external pure returns (string memory) {
        return string.concat("Weir ride ", Strings.toString(id));
    }

    /// @inheritdoc IERC6909Metadata
    function symbol(uint256 id) external pure returns (string memory) {
        return string.concat("RIDE-", Strings.toString(id));
    }

    /// @notice Tickets are counted in whole quanta of what was boarded.
    function decimals(uint256) external pure returns (uint8) {
        return 0;
    }

    // ---- earnings ----

    /// @inheritdoc IRidePool
    function withdrawEarnings(address token, address account) external nonReentrant {
        uint256 amount = earned[token][account];
        if (amount == 0) revert NothingEarned(token, account);
        earned[token][account] = 0;
        emit EarningsWithdrawn(token, account, amount);
        IERC20(token).safeTransfer(account, amount);
    }

    function _requireNotFrozen() private view {
        if (core.frozen()) revert CoreIsFrozen();
    }

    function _asset(uint256 number) private view returns (Asset memory) {
        return core.asset(number);
    }
}
