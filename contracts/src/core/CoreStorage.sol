// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";

import {IFacts} from "../interfaces/IFacts.sol";
import {IL1Orders} from "../interfaces/IL1Orders.sol";
import {IReferencePrices} from "../interfaces/IReferencePrices.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {Books, ForcedRequest, IWeir} from "../interfaces/IWeir.sol";

/// @dev The core's own contracts, which effects are for.
struct Satellites {
    IRidePool pool;
    IL1Orders l1Orders;
    IFacts facts;
    IReferencePrices prices;
}

struct Chain {
    uint32 batchNumber;
    uint40 timestamp;
    uint40 settledAt;
    uint32 assetCount;
    bool frozen;
}

/// @dev `cancelRequests` counts unconsumed deposits whose cancel was requested: while it is 0, a batch needs no look
/// at each of them.
struct Queues {
    uint48 depositCount;
    uint48 depositCursor;
    uint48 forcedCount;
    uint48 forcedCursor;
    uint48 cancelRequests;
}

/// @dev What happened to a queued deposit besides its place in the queue; empty for nearly all.
struct DepositRecord {
    uint40 cancelRequestedAt;
    bool reclaimed;
}

/// @dev What one asset's batches withdrew in one day (UTC), and what the L2 held before the first of them.
struct Outflow {
    uint32 day;
    uint64 base;
    uint96 withdrawn;
}

/// @notice What both the core and `Effects`, which runs on the core's storage, read or write. What only the core's own
/// parts use stands in them.
/// @param returnedBits One bit per deposit, 256 to a slot: returned by a batch.
struct CoreStorage {
    Queues queues;
    mapping(uint256 number => Books) books;
    mapping(uint256 index => bytes32) depositHash;
    mapping(uint256 index => DepositRecord) depositRecords;
    mapping(uint256 bucket => uint256 bits) returnedBits;
    mapping(uint256 index => ForcedRequest) forcedRequests;
    mapping(address recipient => uint256) rewardOf;
    mapping(uint256 batchNumber => bytes32) withdrawalsRoot;
    mapping(uint256 batchNumber => mapping(uint256 asset => uint256)) heldUntil;
    mapping(uint256 asset => Outflow) outflows;
}

/// @title CoreBooks
/// @notice The rules for what several parts of the core write.
library CoreBooks {
    /// @dev The one place where books change: each figure stays in its range or nothing happens.
    function book(CoreStorage storage s, uint256 number, int256 l2Change, int256 pooledChange, int256 owedChange)
        internal
    {
        Books storage b = s.books[number];
        (uint256 l2Total, uint256 pooled, uint256 owed) = (b.l2Total, b.pooled, b.owed);
        b.l2Total = uint64(_added(number, l2Total, l2Change, type(uint64).max));
        b.pooled = uint96(_added(number, pooled, pooledChange, type(uint96).max));
        b.owed = uint96(_added(number, owed, owedChange, type(uint96).max));
    }

    /// @dev Both operands are far below 2^255, so the signed sum can't overflow.
    function _added(uint256 number, uint256 booked, int256 change, uint256 limit) private pure returns (uint256) {
        int256 sum = int256(booked) + change;
        if (sum < 0 || uint256(sum) > limit) revert IWeir.BooksOutOfRange(number, booked, change);
        return uint256(sum);
    }

    function depositHashBefore(CoreStorage storage s, uint256 index) internal view returns (bytes32) {
        return index == 0 ? bytes32(0) : s.depositHash[index - 1];
    }

    /// @dev hash_i = keccak256(hash_(i-1) ‖ asset ‖ amount ‖ account ‖ slot ‖ headerDigest ‖ depositor), 32 bytes each.
    function depositLink(
        bytes32 previous,
        uint256 number,
        uint256 amount,
        uint256 account,
        uint256 slot,
        bytes32 headerDigest,
        address depositor
    ) internal pure returns (bytes32) {
        return EfficientHashLib.hash(
            previous,
            bytes32(number),
            bytes32(amount),
            bytes32(account),
            bytes32(slot),
            headerDigest,
            bytes32(uint256(uint160(depositor)))
        );
    }
}
