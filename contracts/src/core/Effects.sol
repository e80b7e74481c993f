// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {RedeemEffect, RideEffect} from "../interfaces/IRidePool.sol";
import {ForcedExit} from "../interfaces/IWeir.sol";
import {Header, StatementLib} from "../libraries/StatementLib.sol";
import {WithdrawalTree} from "../libraries/WithdrawalTree.sol";
import {Words} from "../libraries/Words.sol";
import {ForcedExits} from "./ForcedExits.sol";
import {Withdrawals} from "./Withdrawals.sol";

/// @title Effects
/// @notice Acts on a statement's effect words, in one pass. Everything is collected in memory and written once: the
/// number of storage writes depends on the assets and rides a batch touches, not on its people.
///
/// Conservation is enforced here a second time, besides the proof: per asset, taken deposits + credited outcomes
/// - withdrawals - boarded is the change of the L2 total, which stays in [0, 2^64); for a ticket, boarded - redeemed
/// - withdrawn. A proof that minted something would still have to get it out past these totals.
abstract contract Effects is ForcedExits, Withdrawals {
    uint256 internal constant DEPOSIT = 1;
    uint256 internal constant WITHDRAWAL = 2;
    uint256 internal constant RIDE = 3;
    uint256 internal constant REDEEM = 4;
    uint256 internal constant FORCED_EXIT = 5;

    /// @dev Statuses of a queue entry: taken or returned; served or refuted.
    uint256 internal constant ACCEPTED = 1;
    uint256 internal constant DECLINED = 2;

    /// @dev Header flags.
    uint256 internal constant HAS_CLEARING = 1;
    uint256 internal constant VALIDIUM_DATA = 2;

    /// @dev Assets that one batch may touch: bounds the search in the ledger.
    uint256 internal constant MAX_BATCH_ASSETS = 128;

    /// @dev The bits that `docs/statements.md` names in each word: bits per limb, limb 0 lowest. All others are zero.
    uint256 private constant DEPOSIT_0 =
        0x3fff | 0x7ffffff << 28 | 0xfffffff << 56 | 0x1fffff << 84 | 0x1fffff << 112 | 0xffffff << 140;
    uint256 private constant WITHDRAWAL_0 =
        0xff | 0x7ffffff << 28 | 0xfffffff << 56 | 0x1fffff << 84 | 0x1fffff << 112 | 0xffffff << 140;
    uint256 private constant RIDE_0 = 0x3ff | 0xffffff << 28 | 0xfffffff << 56 | 0x1fffff << 84 | 0x1fffff << 112
        | 0xffffff << 140 | 0xffffff << 168 | 0xfff << 196;
    uint256 private constant RIDE_1 = 0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112
        | 0x1fffff << 140 | 0xfffff << 168 | 0xfffff << 196;
    uint256 private constant RIDE_2 = 0xfffff | 0xfffff << 28;
    uint256 private constant REDEEM_0 = 0xff | 0xffffff << 28 | 0xfffffff << 56 | 0x1fffff << 84 | 0x1fffff << 112
        | 0xffffff << 140 | 0xffffff << 168 | 0xfff << 196;
    uint256 private constant REDEEM_1 = 0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112
        | 0x1fffff << 140 | 0x3fffff << 168 | 0x1fffff << 196 | 0x1fffff << 224;
    uint256 private constant REDEEM_2 =
        0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112 | 0x1fffff << 140;
    uint256 private constant FORCED_EXIT_0 = 0x3ff | 0x7ffffff << 28 | ALL_SLOTS << 56;
    /// @dev A request is for all of an account's slots.
    uint256 private constant ALL_SLOTS = 0xffff;
    uint256 private constant ADDRESS = type(uint160).max;

    /// @dev A ledger entry is four memory words: the asset's number and the changes of its L2 total, of what is pooled
    /// and of what is owed.
    uint256 private constant ENTRY_BYTES = 128;

    /// @dev What a pass over the effects collects. `ledger` points to the first of `ledgerLength` entries.
    struct Pass {
        uint256 timestamp;
        uint256 ledger;
        uint256 ledgerLength;
        uint256 depositCursor;
        uint256 depositCount;
        bytes32 depositHash;
        uint256 cancelRequests;
        uint256 returnedBucket;
        uint256 returnedBits;
        uint256 forcedCursor;
        uint256 forcedCount;
        bytes32[] withdrawalLeaves;
        uint256 withdrawals;
    }

    /// @dev Acts on a statement whose length is what its header says and whose proof was accepted.
    function _applyStatement(Header memory h, bytes calldata statement) internal returns (Pass memory pass) {
        _begin(pass, h);
        uint256 i;
        while (i < h.effectWords) {
            uint256 word0 = StatementLib.word(statement, i);
            uint256 kind = word0 & 0xff;
            if (kind == 0 || kind > FORCED_EXIT) revert EffectUnknown(i, kind);
            uint256 next;
            unchecked {
                next = i + (kind == WITHDRAWAL || kind == FORCED_EXIT ? 2 : 3);
            }
            if (next > h.effectWords) revert EffectTruncated(i, h.effectWords);

            if (kind == WITHDRAWAL) _applyWithdrawal(pass, statement, i, word0);
            else if (kind == DEPOSIT) _applyDeposit(pass, statement, i, word0);
            else if (kind == RIDE) _applyRide(pass, statement, i, word0);
            else if (kind == REDEEM) _applyRedeem(pass, statement, i, word0);
            else _applyForcedExit(pass, statement, i, word0);
            i = next;
        }
        _end(pass, h);
    }

    /// @dev The queues' cursors, from where the last batch left them, and empty collections.
    function _begin(Pass memory pass, Header memory h) private view {
        Queues memory q = _queues;
        pass.timestamp = h.timestamp;
        pass.ledger = _newLedger();
        pass.depositCursor = q.depositCursor;
        pass.depositCount = q.depositCount;
        pass.depositHash = _depositHashBefore(q.depositCursor);
        pass.cancelRequests = q.cancelRequests;
        pass.forcedCursor = q.forcedCursor;
        pass.forcedCount = q.forcedCount;
        pass.withdrawalLeaves = new bytes32[](h.effectWords / 2);
    }

    // ---- kind 1 ----

    function _applyDeposit(Pass memory pass, bytes calldata statement, uint256 first, uint256 word0) private {
        _requireNamed(first, word0, DEPOSIT_0);
        uint256 word2 = _word(statement, first + 2, ADDRESS);
        uint256 index = pass.depositCursor;
        if (index >= pass.depositCount) revert DepositQueueExhausted(index);
        pass.depositCursor = index + 1;

        uint32 number = Words.asset(word0, 5, 2, 22);
        uint64 amount = Words.amount(word0, 2);
        // Compared once, at the end, with the queue's running hash after the last one consumed.
        pass.depositHash = _depositLink(
            pass.depositHash,
            number,
            amount,
            Words.limb(word0, 1),
            (word0 >> 10) & 0xf,
            Words.digest(StatementLib.word(statement, first + 1)),
            Words.addressOf(word2)
        );

        uint256 status = (word0 >> 8) & 3;
        uint256 cancelRequestedAt = _consumeCancelRequest(pass, index);
        if (status == ACCEPTED) {
            if (cancelRequestedAt != 0 && pass.timestamp > cancelRequestedAt + CANCEL_BATCH_LIMIT) {
                revert DepositCancelled(index, cancelRequestedAt);
            }
            _record(pass, number, int256(uint256(amount)), 0, -int256(uint256(amount)));
        } else if (status == DECLINED) {
            _markReturned(pass, index);
        } else {
            revert StatusUnknown(first, status);
        }
    }

    function _consumeCancelRequest(Pass memory pass, uint256 index) private view returns (uint256 requestedAt) {
        if (pass.cancelRequests == 0) return 0;
        requestedAt = _depositRecords[index].cancelRequestedAt;
        if (requestedAt != 0) --pass.cancelRequests;
    }

    /// @dev Bits are collected per storage slot and flushed when the next slot begins.
    function _markReturned(Pass memory pass, uint256 index) private {
        uint256 bucket = index >> 8;
        if (bucket != pass.returnedBucket) {
            _flushReturned(pass);
            pass.returnedBucket = bucket;
        }
        pass.returnedBits |= 1 << (index & 255);
    }

    function _flushReturned(Pass memory pass) private {
        if (pass.returnedBits == 0) return;
        _returnedBits[pass.returnedBucket] |= pass.returnedBits;
        pass.returnedBits = 0;
    }

    // ---- kind 2 ----

    function _applyWithdrawal(Pass memory pass, bytes calldata statement, uint256 first, uint256 word0) private pure {
        _requireNamed(first, word0, WITHDRAWAL_0);
        uint256 word1 = _word(statement, first + 1, ADDRESS);
        uint256 index = pass.withdrawals++;
        pass.withdrawalLeaves[index] = WithdrawalTree.leaf(index, word0, word1);
        int256 amount = int256(uint256(Words.amount(word0, 2)));
        _record(pass, Words.asset(word0, 5, 2, 22), -amount, 0, amount);
    }

    // ---- kind 3 ----

    /// @dev Tickets are 1:1 with the boarded asset: what boards leaves the L2 as the in asset and stays as tickets.
    function _applyRide(Pass memory pass, bytes calldata statement, uint256 first, uint256 word0) private {
        _requireNamed(first, word0, RIDE_0);
        uint256 word1 = _word(statement, first + 1, RIDE_1);
        uint256 word2 = _word(statement, first + 2, RIDE_2);
        RideEffect memory effect = RideEffect({
            ticket: Words.asset(word0, 1, 2, 22),
            assetIn: Words.asset(word0, 5, 7, 0),
            assetOut: Words.asset(word0, 6, 7, 6),
            net: Words.amount(word0, 2),
            negative: (word0 >> 9) & 1 == 1,
            close: (word0 >> 8) & 1 == 1,
            worstIn: Words.amount(word1, 0),
            worstOut: Words.amount(word1, 3),
            boardBy: Words.time(word1, 6, word1, 7),
            settleBy: Words.time(word2, 0, word2, 1)
        });
        pool.applyRide(effect, pass.timestamp);
        int256 boarded = int256(uint256(effect.net));
        if (effect.negative) boarded = -boarded;
        _record(pass, effect.assetIn, -boarded, boarded, 0);
        _record(pass, effect.ticket, boarded, 0, 0);
    }

    // ---- kind 4 ----

    function _applyRedeem(Pass memory pass, bytes calldata statement, uint256 first, uint256 word0) private {
        _requireNamed(first, word0, REDEEM_0);
        uint256 word1 = _word(statement, first + 1, REDEEM_1);
        uint256 word2 = _word(statement, first + 2, REDEEM_2);
        RedeemEffect memory effect = RedeemEffect({
            ticket: Words.asset(word0, 1, 2, 22),
            assetIn: Words.asset(word0, 5, 7, 0),
            assetOut: Words.asset(word0, 6, 7, 6),
            redeemed: Words.amount(word0, 2),
            outTotal: Words.amount(word1, 0),
            inReturned: Words.amount(word1, 3),
            tickets: Words.amount(word1, 6),
            outCredited: Words.amount(word2, 0),
            inCredited: Words.amount(word2, 3)
        });
        pool.applyRedeem(effect);
        int256 outCredited = int256(uint256(effect.outCredited));
        int256 inCredited = int256(uint256(effect.inCredited));
        _record(pass, effect.ticket, -int256(uint256(effect.redeemed)), 0, 0);
        _record(pass, effect.assetOut, outCredited, -outCredited, 0);
        _record(pass, effect.assetIn, inCredited, -inCredited, 0);
    }

    // ---- kind 5 ----

    /// @dev What the account held arrives as ordinary withdrawals; here the request only leaves the queue.
    function _applyForcedExit(Pass memory pass, bytes calldata statement, uint256 first, uint256 word0) private {
        _requireNamed(first, word0, FORCED_EXIT_0);
        uint256 word1 = _word(statement, first + 1, ADDRESS);
        uint256 status = (word0 >> 8) & 3;
        if (status != ACCEPTED && status != DECLINED) revert StatusUnknown(first, status);
        uint256 index = pass.forcedCursor;
        if (index >= pass.forcedCount) revert ForcedExitQueueExhausted(index);
        pass.forcedCursor = index + 1;

        ForcedExit memory request = _forcedExits[index];
        uint256 account = Words.limb(word0, 1);
        address requester = Words.addressOf(word1);
        if (request.account != account || request.requester != requester || Words.limb(word0, 2) != ALL_SLOTS) {
            revert ForcedExitMismatch(index, account, requester);
        }
        emit ForcedExitConsumed(index, account, status == ACCEPTED);
    }

    // ---- the end of a pass ----

    /// @dev Compares the queues, then writes everything once.
    function _end(Pass memory pass, Header memory h) private {
        Queues memory q = _queues;
        bytes32 expected = _depositHashBefore(pass.depositCursor);
        if (pass.depositHash != expected) {
            revert DepositQueueMismatch(pass.depositCursor, expected, pass.depositHash);
        }
        if (h.flags & HAS_CLEARING != 0) _requireNoOverdueExit(pass);

        uint256 consumed = pass.forcedCursor - q.forcedCursor;
        if (consumed != 0) rewardOf[h.rewardRecipient] += consumed * FORCED_EXIT_FEE;
        if (consumed != 0 || pass.depositCursor != q.depositCursor) {
            q.depositCursor = uint48(pass.depositCursor);
            q.forcedCursor = uint48(pass.forcedCursor);
            q.cancelRequests = uint48(pass.cancelRequests);
            _queues = q;
        }
        _flushReturned(pass);
        if (pass.withdrawals != 0) {
            withdrawalsRoot[h.batchNumber] = WithdrawalTree.root(pass.withdrawalLeaves, pass.withdrawals);
        }
        _bookLedger(pass);
    }

    /// @dev An exit can't be dodged by trading: once its request is a day old, the next batch that trades serves it.
    function _requireNoOverdueExit(Pass memory pass) private view {
        uint256 index = pass.forcedCursor;
        if (index == pass.forcedCount) return;
        uint256 requestedAt = _forcedExits[index].requestedAt;
        if (requestedAt + FORCED_EXIT_GRACE < pass.timestamp) revert ForcedExitOverdue(index, requestedAt);
    }

    // ---- helpers ----

    function _newLedger() private pure returns (uint256 ledger) {
        bytes memory entries = new bytes(MAX_BATCH_ASSETS * ENTRY_BYTES);
        assembly ("memory-safe") {
            ledger := add(entries, 32)
        }
    }

    /// @dev Adds one change to the ledger. Effects of one asset tend to follow each other, so the search goes from the
    /// newest entry down. 2^20 words of at most 2^64 can't overflow a sum.
    function _record(Pass memory pass, uint256 asset_, int256 l2, int256 pooled, int256 owed) private pure {
        uint256 entry = _find(pass.ledger, pass.ledgerLength, asset_);
        if (entry == 0) {
            if (pass.ledgerLength == MAX_BATCH_ASSETS) revert TooManyAssets(MAX_BATCH_ASSETS);
            entry = pass.ledger + ENTRY_BYTES * pass.ledgerLength++;
        }
        assembly ("memory-safe") {
            mstore(entry, asset_)
            mstore(add(entry, 32), add(mload(add(entry, 32)), l2))
            mstore(add(entry, 64), add(mload(add(entry, 64)), pooled))
            mstore(add(entry, 96), add(mload(add(entry, 96)), owed))
        }
    }

    /// @dev The asset's entry, or 0.
    function _find(uint256 ledger, uint256 length, uint256 asset_) private pure returns (uint256 entry) {
        assembly ("memory-safe") {
            for { let at_ := add(ledger, mul(length, ENTRY_BYTES)) } gt(at_, ledger) {} {
                at_ := sub(at_, ENTRY_BYTES)
                if eq(mload(at_), asset_) {
                    entry := at_
                    break
                }
            }
        }
    }

    function _bookLedger(Pass memory pass) private {
        for (uint256 i; i < pass.ledgerLength; ++i) {
            uint256 entry = pass.ledger + ENTRY_BYTES * i;
            (uint256 asset_, int256 l2, int256 pooled, int256 owed) = (0, 0, 0, 0);
            assembly ("memory-safe") {
                asset_ := mload(entry)
                l2 := mload(add(entry, 32))
                pooled := mload(add(entry, 64))
                owed := mload(add(entry, 96))
            }
            _book(asset_, l2, pooled, owed);
        }
    }

    function _word(bytes calldata statement, uint256 first, uint256 named) private pure returns (uint256 word) {
        word = StatementLib.word(statement, first);
        _requireNamed(first, word, named);
    }

    function _requireNamed(uint256 first, uint256 word, uint256 named) private pure {
        if (word & ~named != 0) revert LimbNotZero(first, word & ~named);
    }
}
