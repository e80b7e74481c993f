// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IL1Orders, L1Fill, L1Order, L1OrderTerms} from "../interfaces/IL1Orders.sol";
import {IWeir} from "../interfaces/IWeir.sol";

/// @title L1Orders
/// @notice See `IL1Orders`. The core deploys it, holds its tokens (booked as owed) and calls `applyFill`; whatever a batch relies
/// on here stays as it is until no batch can rely on it any more.
contract L1Orders is IL1Orders, ReentrancyGuardTransient {
    /// @dev An id is one limb of a statement word.
    uint256 private constant MAX_ORDERS = 2 ** 28;
    /// @dev As for deposits: a batch stamped later than this after the request may not use the order...
    uint256 private constant CANCEL_BATCH_LIMIT = 44 hours;
    /// @dev ...and a batch settles within 2 hours of its timestamp, so 2 hours lie between the last one and the release.
    uint256 private constant CANCEL_DELAY = 48 hours;
    uint256 private constant EXPIRY_DELAY = 4 hours;

    /// @inheritdoc IL1Orders
    IWeir public immutable core;
    /// @inheritdoc IL1Orders
    uint256 public orderCount;
    mapping(uint256 id => L1Order) private _orders;
    /// @inheritdoc IL1Orders
    mapping(address owner => mapping(uint256 asset => uint256)) public balanceOf;

    constructor() {
        core = IWeir(msg.sender);
    }

    // ---- views ----

    /// @inheritdoc IL1Orders
    function order(uint256 id) external view returns (L1Order memory) {
        return _orders[id];
    }

    /// @inheritdoc IL1Orders
    function heldUntilOf(uint256 id) public view returns (uint256 held) {
        L1Order storage o = _orders[id];
        held = o.heldUntil;
        if (o.batchNumber == 0) return held;
        uint256 last = core.heldUntil(o.batchNumber, o.buyAsset);
        if (last > held) held = last;
    }

    /// @inheritdoc IL1Orders
    function isReleasable(uint256 id) public view returns (bool) {
        L1Order storage o = _orders[id];
        return core.frozen() || _isPast(o.cancelRequestedAt, CANCEL_DELAY) || _isPast(o.until, EXPIRY_DELAY);
    }

    // ---- balances ----

    /// @inheritdoc IL1Orders
    function deposit(uint32 asset, uint64 amount) external nonReentrant {
        _requireEntries();
        if (amount == 0) revert AmountZero();
        _pull(asset, amount);
        balanceOf[msg.sender][asset] += amount;
    }

    /// @inheritdoc IL1Orders
    function withdraw(uint32 asset, uint128 amount, address to) external nonReentrant {
        if (amount == 0) revert AmountZero();
        _take(asset, amount);
        emit Withdrawn(msg.sender, asset, amount, to);
        core.payOwed(asset, amount, to);
    }

    function _pull(uint32 asset, uint64 amount) private {
        emit Deposited(msg.sender, asset, amount);
        core.receiveOwed(asset, amount, msg.sender);
    }

    function _take(uint32 asset, uint256 amount) private {
        uint256 balance = balanceOf[msg.sender][asset];
        if (balance < amount) revert BalanceTooLow(asset, balance, amount);
        balanceOf[msg.sender][asset] = balance - amount;
    }

    // ---- orders ----

    /// @inheritdoc IL1Orders
    function place(L1OrderTerms calldata t) external nonReentrant returns (uint256 id) {
        _requireEntries();
        _requireToken(t.sellAsset);
        _requireToken(t.buyAsset);
        if (t.sellAsset == t.buyAsset) revert SameAsset(t.sellAsset);
        if (t.sellAmount == 0) revert AmountZero();
        if (t.minFill > t.sellAmount) revert MinFillTooLarge(t.minFill, t.sellAmount);
        if (t.until < block.timestamp) revert UntilPassed(t.until, block.timestamp);
        id = ++orderCount;
        if (id >= MAX_ORDERS) revert OrdersExhausted();

        uint256 balance = balanceOf[msg.sender][t.sellAsset];
        uint64 fromBalance = balance < t.sellAmount ? uint64(balance) : t.sellAmount;
        if (fromBalance != 0) _take(t.sellAsset, fromBalance);
        if (fromBalance != t.sellAmount) _pull(t.sellAsset, t.sellAmount - fromBalance);
        _orders[id] = L1Order({
            owner: msg.sender,
            until: t.until,
            cancelRequestedAt: 0,
            sellAsset: t.sellAsset,
            buyAsset: t.buyAsset,
            sellAmount: t.sellAmount,
            minBuyAmount: t.minBuyAmount,
            minFill: t.minFill,
            left: t.sellAmount,
            bought: 0,
            batchNumber: 0,
            heldUntil: 0
        });
        emit OrderPlaced(id, msg.sender, t);
    }

    /// @inheritdoc IL1Orders
    function requestCancel(uint256 id) external {
        L1Order storage o = _own(id);
        // A second request must not restart the clock.
        if (o.cancelRequestedAt != 0) revert CancelAlreadyRequested(id, o.cancelRequestedAt);
        o.cancelRequestedAt = uint40(block.timestamp);
        emit OrderCancelRequested(id, block.timestamp);
    }

    /// @inheritdoc IL1Orders
    function release(uint256 id) external nonReentrant returns (uint256 left) {
        L1Order storage o = _own(id);
        left = o.left;
        if (left == 0) revert NothingLeft(id);
        if (!isReleasable(id)) revert OrderLocked(id);
        o.left = 0;
        balanceOf[msg.sender][o.sellAsset] += left;
        emit OrderReleased(id, left);
    }

    /// @inheritdoc IL1Orders
    function collect(uint256 id) external nonReentrant returns (uint256 bought) {
        L1Order storage o = _own(id);
        bought = o.bought;
        if (bought == 0) revert NothingBought(id);
        uint256 held = heldUntilOf(id);
        if (block.timestamp < held) revert PurchaseHeld(id, held);
        (o.bought, o.batchNumber, o.heldUntil) = (0, 0, 0);
        balanceOf[msg.sender][o.buyAsset] += bought;
        emit OrderCollected(id, bought);
    }

    function _own(uint256 id) private view returns (L1Order storage o) {
        o = _orders[id];
        if (msg.sender != o.owner) revert NotOrderOwner(o.owner, msg.sender);
    }

    /// @dev While settle is paused the clock stands still: a batch that fills the order can't settle meanwhile.
    function _isPast(uint256 since, uint256 delay) private view returns (bool) {
        return since != 0 && since <= block.timestamp && core.governance().elapsed(since) >= delay;
    }

    /// @dev Tickets are the pool's: the ride's books count them, so none is locked or bought here.
    function _requireToken(uint256 asset) private view {
        if (core.asset(asset).token == address(0)) revert AssetNotToken(asset);
    }

    function _requireEntries() private view {
        if (core.frozen()) revert CoreIsFrozen();
        core.governance().requireEntries();
    }

    // ---- settle ----

    /// @inheritdoc IL1Orders
    /// @dev No token is called. The proof has bought at the clearing's price; whether the order allows it is decided here.
    function applyFill(L1Fill calldata f, uint256 timestamp, uint256 batchNumber) external {
        if (msg.sender != address(core)) revert NotCore(msg.sender);
        L1Order storage o = _orders[f.id];
        if (o.owner == address(0)) revert OrderUnknown(f.id);
        if (timestamp > o.until) revert OrderExpired(f.id, o.until);
        uint256 cancelRequestedAt = o.cancelRequestedAt;
        if (cancelRequestedAt != 0 && timestamp > cancelRequestedAt + CANCEL_BATCH_LIMIT) {
            revert OrderCancelled(f.id, cancelRequestedAt);
        }
        if (f.sellAsset != o.sellAsset || f.buyAsset != o.buyAsset) {
            revert OrderAssetsMismatch(f.id, f.sellAsset, f.buyAsset);
        }
        uint64 left = o.left;
        if (f.sold > left) revert OrderOverfilled(f.id, left, f.sold);
        if (f.sold < o.minFill && f.sold != left) revert OrderBelowMinFill(f.id, o.minFill, f.sold);
        if (uint256(f.bought) * o.sellAmount < uint256(f.sold) * o.minBuyAmount) {
            revert OrderLimitNotMet(f.id, f.sold, f.bought);
        }
        // Whether this batch's outflow is held is known only at its end, so the order remembers the batch.
        if (o.batchNumber != batchNumber) {
            (o.heldUntil, o.batchNumber) = (uint40(heldUntilOf(f.id)), uint32(batchNumber));
        }
        o.left = left - f.sold;
        // Everything bought is in the core's books, where owed has 96 bits too and is checked.
        o.bought += f.bought;
        emit OrderFilled(f.id, batchNumber, f.sold, f.bought);
    }
}
