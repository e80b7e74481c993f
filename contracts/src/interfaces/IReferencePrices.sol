// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAdapter} from "./IAdapter.sol";

/// @notice Whose share price a feed records: `assetOut` is the share, `assetIn` what it is a share of (asset numbers).
struct Feed {
    IAdapter adapter;
    uint32 assetIn;
    uint32 assetOut;
}

/// @notice One out quantum is worth num / den in quanta. One storage slot, written once.
struct PriceEntry {
    uint64 num;
    uint64 den;
    uint40 time;
}

/// @title IReferencePrices
/// @notice Share prices that a signed band is measured by (effect kind 7 of a statement). Anybody opens a feed for a
/// registered strategy and anybody appends its price, which has gone through the adapter's guard; nobody can change or
/// remove an entry.
///
/// Monotone: whether a batch stamped t may use an entry depends on t, the entry and its successor's time alone. An entry
/// appended while the batch is being proven has a time ≥ t (no batch is stamped in the future), so it takes nothing away.
///
/// The core asks once per reference effect: `if (!prices.isUsable(feed, index, in, out, num, den, h.timestamp)) revert`.
interface IReferencePrices {
    event FeedOpened(uint256 indexed feed, IAdapter indexed adapter, uint256 assetIn, uint256 assetOut);
    event PriceAppended(uint256 indexed feed, uint256 indexed index, uint256 num, uint256 den);

    error StrategyUnknown(IAdapter adapter);
    /// @notice Thrown when the adapter does not turn `assetOut` back into `assetIn`.
    error PairRefused(IAdapter adapter, uint256 assetIn, uint256 assetOut);
    error FeedAlreadyOpen(uint256 feed);
    error FeedsExhausted();
    error FeedUnknown(uint256 feed);
    /// @notice Thrown when an entry of this very moment is there already.
    error TooSoon(uint256 feed, uint256 time);
    /// @notice Thrown when a price has left what the feed's denominator can express: 2^16 times the opening one.
    error PriceOutOfRange(uint256 feed, uint256 num);

    /// @notice Seconds after its append in which an entry may be used.
    function MAX_AGE() external view returns (uint256);
    /// @notice Seconds after its successor's append in which batches may still be stamped with the older one.
    function MAX_STALE() external view returns (uint256);

    function feedCount() external view returns (uint256);
    function feed(uint256 number) external view returns (Feed memory);
    function feedOf(IAdapter adapter, uint32 assetIn, uint32 assetOut) external view returns (uint256);
    /// @notice Entries of a feed: indices 0 to length − 1.
    function length(uint256 feed) external view returns (uint256);
    function entry(uint256 feed, uint256 index) external view returns (PriceEntry memory);

    /// @notice Opens the feed of a strategy that is `IPriced`, with a first entry. Numbers from 1.
    function open(IAdapter adapter, uint32 assetIn, uint32 assetOut) external returns (uint256 feed);
    /// @notice Appends the guarded price of this moment.
    function append(uint256 feed) external returns (uint256 index);

    /// @notice Whether a batch stamped `batchTimestamp` may fill within a band around exactly this entry.
    function isUsable(
        uint256 feed,
        uint256 index,
        uint32 assetIn,
        uint32 assetOut,
        uint64 num,
        uint64 den,
        uint256 batchTimestamp
    ) external view returns (bool);
}
