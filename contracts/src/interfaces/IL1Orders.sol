// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWeir} from "./IWeir.sol";

/// @notice What an L1 order says. @param minBuyAmount For all of `sellAmount`; 0 is no limit. @param minFill At least this much
/// at once, or all that is left. Amounts are in quanta.
struct L1OrderTerms {
    uint32 sellAsset;
    uint32 buyAsset;
    uint64 sellAmount;
    uint64 minBuyAmount;
    uint64 minFill;
    uint40 until;
}

/// @notice An order, what is left of it in escrow and what it has bought. The order of fields packs it into three storage slots,
/// of which a fill writes the last.
/// @param bought Not collected yet. @param batchNumber That of the last purchase in it, whose hold, if any, the core knows.
/// @param heldUntil The latest hold of those before.
struct L1Order {
    address owner;
    uint40 until;
    uint40 cancelRequestedAt;
    uint32 sellAsset;
    uint32 buyAsset;
    uint64 sellAmount;
    uint64 minBuyAmount;
    uint64 minFill;
    uint64 left;
    uint96 bought;
    uint32 batchNumber;
    uint40 heldUntil;
}

/// @notice What a batch did with an order.
struct L1Fill {
    uint256 id;
    uint32 sellAsset;
    uint32 buyAsset;
    uint64 sold;
    uint64 bought;
}

/// @notice Limit orders of contracts and wallets that live on L1 and trade against L2 orders inside the proof, at the clearing's
/// price and without a fee. The tokens are in the core; here are balances in quanta and the orders that lock them. What an order
/// buys stays with the order until its owner collects it, so that each order's outcome, and a hold on it, is its own.
interface IL1Orders {
    event Deposited(address indexed owner, uint256 indexed asset, uint256 amount);
    event Withdrawn(address indexed owner, uint256 indexed asset, uint256 amount, address to);
    event OrderPlaced(uint256 indexed id, address indexed owner, L1OrderTerms terms);
    event OrderFilled(uint256 indexed id, uint256 indexed batchNumber, uint256 sold, uint256 bought);
    event OrderCancelRequested(uint256 indexed id, uint256 requestedAt);
    event OrderReleased(uint256 indexed id, uint256 left);
    event OrderCollected(uint256 indexed id, uint256 bought);

    error NotCore(address caller);
    error CoreIsFrozen();
    error AmountZero();
    error AssetNotToken(uint256 asset);
    error SameAsset(uint256 asset);
    error MinFillTooLarge(uint256 minFill, uint256 sellAmount);
    error UntilPassed(uint256 until, uint256 now_);
    error OrdersExhausted();
    error BalanceTooLow(uint256 asset, uint256 balance, uint256 needed);
    error NotOrderOwner(address owner, address caller);
    error CancelAlreadyRequested(uint256 id, uint256 requestedAt);
    error OrderLocked(uint256 id);
    error NothingLeft(uint256 id);
    error NothingBought(uint256 id);
    error PurchaseHeld(uint256 id, uint256 until);

    error OrderUnknown(uint256 id);
    error OrderAssetsMismatch(uint256 id, uint256 sellAsset, uint256 buyAsset);
    error OrderExpired(uint256 id, uint256 until);
    error OrderCancelled(uint256 id, uint256 requestedAt);
    error OrderOverfilled(uint256 id, uint256 left, uint256 sold);
    error OrderBelowMinFill(uint256 id, uint256 minFill, uint256 sold);
    error OrderLimitNotMet(uint256 id, uint256 sold, uint256 bought);

    function core() external view returns (IWeir);
    function orderCount() external view returns (uint256);
    function order(uint256 id) external view returns (L1Order memory);
    /// @notice What the owner may withdraw or sell; what orders lock or have bought is not in it.
    function balanceOf(address owner, uint256 asset) external view returns (uint256);
    /// @notice Until when what the order has bought is held: purchases in a batch whose outflow of the asset was large wait as
    /// withdrawals do (`IWeir.heldUntil`), and with them what the order bought before and did not collect.
    function heldUntilOf(uint256 id) external view returns (uint256);
    /// @notice Whether no batch can fill the order any more, so that what is left may be released.
    function isReleasable(uint256 id) external view returns (bool);

    /// @notice Takes tokens from the caller, who has approved the core.
    function deposit(uint32 asset, uint64 amount) external;
    /// @notice Always open: pays out of the caller's balance.
    function withdraw(uint32 asset, uint128 amount, address to) external;
    /// @notice Locks `sellAmount`: out of the caller's balance and, where that is too little, out of its wallet. A batch may fill
    /// the order from now on. Ids start at 1.
    function place(L1OrderTerms calldata terms) external returns (uint256 id);
    /// @notice Only the order's owner. Batches stamped in the next 44 hours may still fill it; what is left is free after 48.
    function requestCancel(uint256 id) external;
    /// @notice Only the order's owner: what is left goes to its balance, once no batch can fill the order any more: 48 hours after
    /// a cancel request, 4 hours after `until` (a pause of settle not counted), or when the core is frozen.
    function release(uint256 id) external returns (uint256 left);
    /// @notice Only the order's owner: what the order has bought goes to its balance, unless it is held.
    function collect(uint256 id) external returns (uint256 bought);
    /// @notice Only the core, in `settle`: everything that L1 knows of the order is checked here.
    function applyFill(L1Fill calldata fill, uint256 timestamp, uint256 batchNumber) external;
}
