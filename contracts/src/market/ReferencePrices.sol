// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Direction, IAdapter} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {Feed, IReferencePrices, PriceEntry} from "../interfaces/IReferencePrices.sol";
import {IWeir} from "../interfaces/IWeir.sol";

/// @title ReferencePrices
/// @notice See `IReferencePrices`. It holds nothing and may do nothing; only what the core makes of its answers matters.
contract ReferencePrices is IReferencePrices {
    uint256 public constant MAX_AGE = 24 hours;
    uint256 public constant MAX_STALE = 15 minutes;
    /// @dev A feed's number has 16 bits in a statement.
    uint256 private constant MAX_FEEDS = 65_535;
    /// @dev A feed's denominator is the largest power of two up to 2^60 that starts its numerator below 2^48.
    uint256 private constant START_NUM = 2 ** 48;
    uint256 private constant MAX_DEN = 2 ** 60;

    IWeir public immutable core;
    uint256 public feedCount;

    mapping(uint256 number => Feed) private _feeds;
    mapping(bytes32 key => uint256 number) private _numbers;
    mapping(uint256 number => PriceEntry[]) private _entries;

    constructor(IWeir core_) {
        core = core_;
    }

    /// @inheritdoc IReferencePrices
    function feed(uint256 number) external view returns (Feed memory) {
        return _feeds[number];
    }

    /// @inheritdoc IReferencePrices
    function feedOf(IAdapter adapter, uint32 assetIn, uint32 assetOut) external view returns (uint256) {
        return _numbers[keccak256(abi.encode(adapter, assetIn, assetOut))];
    }

    /// @inheritdoc IReferencePrices
    function length(uint256 number) external view returns (uint256) {
        return _entries[number].length;
    }

    /// @inheritdoc IReferencePrices
    function entry(uint256 number, uint256 index) external view returns (PriceEntry memory) {
        return _entries[number][index];
    }

    /// @inheritdoc IReferencePrices
    function open(IAdapter adapter, uint32 assetIn, uint32 assetOut) external returns (uint256 number) {
        if (core.pool().gasFloor(adapter) == 0) revert StrategyUnknown(adapter);
        (address tokenIn, address tokenOut) = (core.asset(assetIn).token, core.asset(assetOut).token);
        if (!adapter.accepts(Direction.Exit, tokenOut, tokenIn)) revert PairRefused(adapter, assetIn, assetOut);
        bytes32 key = keccak256(abi.encode(adapter, assetIn, assetOut));
        if (_numbers[key] != 0) revert FeedAlreadyOpen(_numbers[key]);
        if (feedCount == MAX_FEEDS) revert FeedsExhausted();

        number = ++feedCount;
        _numbers[key] = number;
        _feeds[number] = Feed(adapter, assetIn, assetOut);
        emit FeedOpened(number, adapter, assetIn, assetOut);
        uint256 den = MAX_DEN;
        uint256 num = _guardedPrice(number, den);
        while (num >= START_NUM && den > 1) {
            num >>= 1;
            den >>= 1;
        }
        _push(number, num, den);
    }

    /// @inheritdoc IReferencePrices
    function append(uint256 number) external returns (uint256 index) {
        index = _entries[number].length;
        if (index == 0) revert FeedUnknown(number);
        PriceEntry memory last = _entries[number][index - 1];
        if (last.time == block.timestamp) revert TooSoon(number, block.timestamp);
        _push(number, _guardedPrice(number, last.den), last.den);
    }

    /// @dev Rounded down, and never zero: a share that is worth nothing is worth less than any band asks for.
    function _guardedPrice(uint256 number, uint256 den) private returns (uint256) {
        Feed memory f = _feeds[number];
        IPriced priced = IPriced(address(f.adapter));
        uint256 inUnits = core.asset(f.assetIn).quantum * priced.PRICED_SHARES();
        uint256 scaled = Math.mulDiv(priced.guardPrice(), den * core.asset(f.assetOut).quantum, inUnits);
        return Math.max(scaled, 1);
    }

    function _push(uint256 number, uint256 num, uint256 den) private {
        if (num > type(uint64).max) revert PriceOutOfRange(number, num);
        emit PriceAppended(number, _entries[number].length, num, den);
        _entries[number].push(PriceEntry(uint64(num), uint64(den), uint40(block.timestamp)));
    }

    /// @inheritdoc IReferencePrices
    function isUsable(
        uint256 number,
        uint256 index,
        uint32 assetIn,
        uint32 assetOut,
        uint64 num,
        uint64 den,
        uint256 batchTimestamp
    ) external view returns (bool) {
        PriceEntry[] storage entries = _entries[number];
        if (index >= entries.length) return false;
        Feed memory f = _feeds[number];
        PriceEntry memory e = entries[index];
        if (f.assetIn != assetIn || f.assetOut != assetOut || e.num != num || e.den != den) return false;
        if (batchTimestamp < e.time || batchTimestamp > e.time + MAX_AGE) return false;
        return index + 1 == entries.length || batchTimestamp <= entries[index + 1].time + MAX_STALE;
    }
}
