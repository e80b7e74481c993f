// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {L1Fill} from "../interfaces/IL1Orders.sol";
import {IReferencePrices} from "../interfaces/IReferencePrices.sol";
import {IRidePool, RedeemEffect, RideEffect} from "../interfaces/IRidePool.sol";
import {ForcedRequest, IWeir} from "../interfaces/IWeir.sol";
import {Header, StatementLib} from "../libraries/StatementLib.sol";
import {WithdrawalTree} from "../libraries/WithdrawalTree.sol";
import {Words} from "../libraries/Words.sol";
import {CoreBooks, CoreStorage, Outflow, Queues, Satellites} from "./CoreStorage.sol";

/// @notice What `settle` reports of the effects. @param withdrawals How many. @param depositCursor The queues' first
/// unconsumed entries afterwards.
struct Applied {
    uint256 withdrawals;
    uint256 depositCursor;
    uint256 forcedCursor;
}

/// @title Effects
/// @notice Acts on a statement's effect words, in one pass. Everything is collected in memory and written once: the
/// number of storage writes depends on the assets and rides a batch touches, not on its people.
///
/// Conservation is enforced here a second time, besides the proof: per asset, taken deposits + credited outcomes
/// - withdrawals - boarded is the change of the L2 total, which stays in [0, 2^64); for a ticket, boarded - redeemed
/// - withdrawn; besides, what L1 orders sell comes in and what they buy goes out. A proof that minted something would still have to get it out past these totals.
///
/// @dev A linked library: it runs as the core, on the core's storage, and on its own it refuses to run (Solidity's call
/// protection). Its address in the core's code follows from its own code (deterministic proxy, salt 0), so there is
/// nothing that could be exchanged. It keeps the core below EIP-170's 24,576 bytes.
library Effects {
    uint256 internal constant DEPOSIT = 1;
    uint256 internal constant WITHDRAWAL = 2;
    uint256 internal constant RIDE = 3;
    uint256 internal constant REDEEM = 4;
    /// @dev Kinds of forced requests too.
    uint256 internal constant FORCED_EXIT = 5;
    uint256 internal constant ROTATE_KEY = 6;
    uint256 internal constant REFERENCE = 7;
    uint256 internal constant L1_ORDER = 8;
    uint256 internal constant FACT = 9;
    /// @dev Bit k: kind k exists; an effect of kind k has two words and not three.
    uint256 private constant KINDS = 1 << DEPOSIT | 1 << WITHDRAWAL | 1 << RIDE | 1 << REDEEM | 1 << FORCED_EXIT | 1
        << ROTATE_KEY | 1 << REFERENCE | 1 << L1_ORDER | 1 << FACT;
    uint256 private constant TWO_WORDS = 1 << WITHDRAWAL | 1 << FORCED_EXIT | 1 << REFERENCE | 1 << L1_ORDER | 1
        << FACT;

    /// @dev Statuses of a queue entry: taken or returned; served or refuted.
    uint256 internal constant ACCEPTED = 1;
    uint256 internal constant DECLINED = 2;

    /// @dev A batch stamped later than this after a deposit's cancel request may not take it any more. A batch settles
    /// within 2 hours of its timestamp, so 2 hours lie between the last one that may and the payout.
    uint256 internal constant CANCEL_BATCH_LIMIT = 44 hours;
    uint256 internal constant FORCED_EXIT_GRACE = 24 hours;
    /// @dev Fees of forced requests are stored in this unit, rounded up.
    uint256 internal constant FEE_UNIT = 100 gwei;
    /// @dev Above 1 / OUTFLOW_SHARE of an asset in a day (UTC), a batch's withdrawals of it wait.
    uint256 internal constant OUTFLOW_SHARE = 2;
    uint256 internal constant OUTFLOW_HOLD = 24 hours;

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
    uint256 private constant FORCED_EXIT_0 = 0x3ff | 0x7ffffff << 28 | 0xffff << 56;
    uint256 private constant ROTATE_KEY_0 = 0x3ff | 0x7ffffff << 28;
    /// @dev Seven limbs, and three more bits of each: a digest without its eighth element.
    uint256 private constant ROTATE_KEY_2 = 2 ** 217 - 1;
    uint256 private constant ADDRESS = type(uint160).max;

    uint256 private constant REFERENCE_0 = 0xffffff | 0xffffff << 28 | 0xffffff << 56 | 0xfff << 84 | 0xfffffff << 112;
    uint256 private constant REFERENCE_1 =
        0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112 | 0x1fffff << 140;
    uint256 private constant L1_ORDER_0 = 0xff | 0xfffffff << 28 | 0xffffff << 56 | 0xffffff << 84 | 0xfff << 112;
    uint256 private constant L1_ORDER_1 =
        0x3fffff | 0x1fffff << 28 | 0x1fffff << 56 | 0x3fffff << 84 | 0x1fffff << 112 | 0x1fffff << 140;
    uint256 private constant FACT_0 = 0xff;
    uint256 private constant FACT_1 = type(uint224).max;

    /// @dev A ledger entry is five memory words: the asset's number, the changes of its L2 total, of what is pooled and of
    /// what is owed, and the sum of its withdrawals.
    uint256 private constant ENTRY_BYTES = 160;

    /// @dev What a pass over the effects collects. `ledger` points to the first of `ledgerLength` entries.
    struct Pass {
        uint256 batchNumber;
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
        uint256 forcedFees;
        bytes32[] withdrawalLeaves;
        uint256 withdrawals;
        uint256 lastFeed;
    }

    /// @dev Acts on the effect words, all of them and nothing else, of a statement whose proof was accepted.
    function applyEffects(CoreStorage storage s, Satellites calldata c, Header calldata h, bytes calldata effects)
        external
        returns (Applied memory)
    {
        Pass memory pass = _begin(s, h);
        uint256 i;
        while (i < h.effectWords) {
            uint256 word0 = _at(effects, i);
            uint256 kind = word0 & 0xff;
            if (KINDS >> kind & 1 == 0) revert IWeir.EffectUnknown(i, kind);
            uint256 next;
            unchecked {
                next = i + (TWO_WORDS >> kind & 1 == 1 ? 2 : 3);
            }
            if (next > h.effectWords) revert IWeir.EffectTruncated(i, h.effectWords);

            if (kind == WITHDRAWAL) _applyWithdrawal(pass, effects, i, word0);
            else if (kind == DEPOSIT) _applyDeposit(s, pass, effects, i, word0);
            else if (kind == RIDE) _applyRide(c.pool, pass, effects, i, word0);
            else if (kind == REDEEM) _applyRedeem(c.pool, pass, effects, i, word0);
            else if (kind == FORCED_EXIT) _applyForcedExit(s, pass, effects, i, word0);
            else if (kind == ROTATE_KEY) _applyKeyRotation(s, pass, effects, i, word0);
            else if (kind == REFERENCE) _applyReference(c.prices, pass, effects, i, word0);
            else if (kind == L1_ORDER) _applyL1Order(c, pass, effects, i, word0);
            else _applyFact(c, effects, i, word0);
            i = next;
        }
        _end(s, pass, h);
        return Applied(pass.withdrawals, pass.depositCursor, pass.forcedCursor);
    }

    /// @dev The queues' cursors, from where the last batch left them, and empty collections.
    function _begin(CoreStorage storage s, Header calldata h) private view returns (Pass memory pass) {
        Queues memory q = s.queues;
        pass.batchNumber = h.batchNumber;
        pass.timestamp = h.timestamp;
        pass.ledger = _newLedger();
        pass.depositCursor = q.depositCursor;
        pass.depositCount = q.depositCount;
        pass.depositHash = CoreBooks.depositHashBefore(s, q.depositCursor);
        pass.cancelRequests = q.cancelRequests;
        pass.forcedCursor = q.forcedCursor;
        pass.forcedCount = q.forcedCount;
        pass.withdrawalLeaves = new bytes32[](h.effectWords / 2);
    }

    // ---- kind 1 ----

    function _applyDeposit(
        CoreStorage storage s,
        Pass memory pass,
        bytes calldata effects,
        uint256 first,
        uint256 word0
    ) private {
        _requireNamed(first, word0, DEPOSIT_0);
        uint256 word2 = _word(effects, first + 2, ADDRESS);
        uint256 index = pass.depositCursor;
        if (index >= pass.depositCount) revert IWeir.DepositQueueExhausted(index);
        pass.depositCursor = index + 1;

        uint32 number = Words.asset(word0, 5, 2, 22);
        uint64 amount = Words.amount(word0, 2);
        // Compared once, at the end, with the queue's running hash after the last one consumed.
        pass.depositHash = CoreBooks.depositLink(
            pass.depositHash,
            number,
            amount,
            Words.limb(word0, 1),
            (word0 >> 10) & 0xf,
            Words.digest(_at(effects, first + 1)),
            Words.addressOf(word2)
        );

        uint256 status = (word0 >> 8) & 3;
        uint256 cancelRequestedAt = _consumeCancelRequest(s, pass, index);
        if (status == ACCEPTED) {
            if (cancelRequestedAt != 0 && pass.timestamp > cancelRequestedAt + CANCEL_BATCH_LIMIT) {
                revert IWeir.DepositCancelled(index, cancelRequestedAt);
            }
            _record(pass, number, int256(uint256(amount)), 0, -int256(uint256(amount)));
        } else if (status == DECLINED) {
            _markReturned(s, pass, index);
        } else {
            revert IWeir.StatusUnknown(first, status);
        }
    }

    function _consumeCancelRequest(CoreStorage storage s, Pass memory pass, uint256 index)
        private
        view
        returns (uint256 requestedAt)
    {
        if (pass.cancelRequests == 0) return 0;
        requestedAt = s.depositRecords[index].cancelRequestedAt;
        if (requestedAt != 0) --pass.cancelRequests;
    }

    /// @dev Bits are collected per storage slot and flushed when the next slot begins.
    function _markReturned(CoreStorage storage s, Pass memory pass, uint256 index) private {
        uint256 bucket = index >> 8;
        if (bucket != pass.returnedBucket) {
            _flushReturned(s, pass);
            pass.returnedBucket = bucket;
        }
        pass.returnedBits |= 1 << (index & 255);
    }

    function _flushReturned(CoreStorage storage s, Pass memory pass) private {
        if (pass.returnedBits == 0) return;
        s.returnedBits[pass.returnedBucket] |= pass.returnedBits;
        pass.returnedBits = 0;
    }

    // ---- kind 2 ----

    function _applyWithdrawal(Pass memory pass, bytes calldata effects, uint256 first, uint256 word0) private pure {
        _requireNamed(first, word0, WITHDRAWAL_0);
        uint256 word1 = _word(effects, first + 1, ADDRESS);
        uint256 index = pass.withdrawals++;
        pass.withdrawalLeaves[index] = WithdrawalTree.leaf(index, word0, word1);
        int256 amount = int256(uint256(Words.amount(word0, 2)));
        _countWithdrawn(_record(pass, Words.asset(word0, 5, 2, 22), -amount, 0, amount), amount);
    }

    // ---- kind 3 ----

    /// @dev Tickets are 1:1 with the boarded asset: what boards leaves the L2 as the in asset and stays as tickets.
    function _applyRide(IRidePool pool, Pass memory pass, bytes calldata effects, uint256 first, uint256 word0)
        private
    {
        _requireNamed(first, word0, RIDE_0);
        uint256 word1 = _word(effects, first + 1, RIDE_1);
        uint256 word2 = _word(effects, first + 2, RIDE_2);
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

    function _applyRedeem(IRidePool pool, Pass memory pass, bytes calldata effects, uint256 first, uint256 word0)
        private
    {
        _requireNamed(first, word0, REDEEM_0);
        uint256 word1 = _word(effects, first + 1, REDEEM_1);
        uint256 word2 = _word(effects, first + 2, REDEEM_2);
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

    // ---- kinds 5 and 6: one queue ----

    /// @dev What the account held arrives as ordinary withdrawals; here the request only leaves the queue.
    function _applyForcedExit(
        CoreStorage storage s,
        Pass memory pass,
        bytes calldata effects,
        uint256 first,
        uint256 word0
    ) private {
        _requireNamed(first, word0, FORCED_EXIT_0);
        ForcedRequest storage request = _consume(s, pass, effects, first, word0);
        uint256 mask = Words.limb(word0, 2);
        if (request.mask != mask) revert IWeir.ForcedMaskMismatch(pass.forcedCursor - 1, request.mask, mask);
    }

    function _applyKeyRotation(
        CoreStorage storage s,
        Pass memory pass,
        bytes calldata effects,
        uint256 first,
        uint256 word0
    ) private {
        _requireNamed(first, word0, ROTATE_KEY_0);
        ForcedRequest storage request = _consume(s, pass, effects, first, word0);
        bytes28 key = request.key;
        bytes28 stated = Words.key(_word(effects, first + 2, ROTATE_KEY_2));
        if (key != stated) revert IWeir.ForcedKeyMismatch(pass.forcedCursor - 1, key, stated);
    }

    /// @dev Both kinds: status, account and requester stand in the same places.
    function _consume(CoreStorage storage s, Pass memory pass, bytes calldata effects, uint256 first, uint256 word0)
        private
        returns (ForcedRequest storage request)
    {
        uint256 word1 = _word(effects, first + 1, ADDRESS);
        uint256 status = (word0 >> 8) & 3;
        if (status != ACCEPTED && status != DECLINED) revert IWeir.StatusUnknown(first, status);
        uint256 index = pass.forcedCursor;
        if (index >= pass.forcedCount) revert IWeir.ForcedExitQueueExhausted(index);
        pass.forcedCursor = index + 1;

        request = s.forcedRequests[index];
        uint256 account = Words.limb(word0, 1);
        address requester = Words.addressOf(word1);
        if (request.account != account || request.requester != requester || request.kind != word0 & 0xff) {
            revert IWeir.ForcedExitMismatch(index, account, requester);
        }
        pass.forcedFees += request.feeUnits * FEE_UNIT;
        emit IWeir.ForcedRequestConsumed(index, account, word0 & 0xff, status == ACCEPTED);
    }

    // ---- kinds 7, 8 and 9: what contracts beside the core know ----

    /// @dev The proof holds fills to these numbers; here they become those of an entry that was fresh at the batch's timestamp.
    /// Ascending, so there is one price per feed; numbers start at 1.
    function _applyReference(
        IReferencePrices prices,
        Pass memory pass,
        bytes calldata effects,
        uint256 first,
        uint256 word0
    ) private view {
        _requireNamed(first, word0, REFERENCE_0);
        uint256 word1 = _word(effects, first + 1, REFERENCE_1);
        uint256 feed = word0 >> 8 & 0xffff;
        if (feed <= pass.lastFeed) revert IWeir.ReferenceNotAscending(pass.lastFeed, feed);
        pass.lastFeed = feed;
        uint256 index = Words.limb(word0, 4);
        uint64 den = Words.amount(word1, 3);
        if (
            den == 0
                || !prices.isUsable(
                    feed,
                    index,
                    Words.asset(word0, 1, 3, 0),
                    Words.asset(word0, 2, 3, 6),
                    Words.amount(word1, 0),
                    den,
                    pass.timestamp
                )
        ) revert IWeir.ReferenceNotUsable(feed, index);
    }

    /// @dev What is sold comes out of the order's escrow onto the L2, what is bought leaves the L2 for its owner's balance: an
    /// outflow like a withdrawal.
    function _applyL1Order(
        Satellites calldata c,
        Pass memory pass,
        bytes calldata effects,
        uint256 first,
        uint256 word0
    ) private {
        _requireNamed(first, word0, L1_ORDER_0);
        uint256 word1 = _word(effects, first + 1, L1_ORDER_1);
        L1Fill memory fill = L1Fill({
            id: Words.limb(word0, 1),
            sellAsset: Words.asset(word0, 2, 4, 0),
            buyAsset: Words.asset(word0, 3, 4, 6),
            sold: Words.amount(word1, 0),
            bought: Words.amount(word1, 3)
        });
        c.l1Orders.applyFill(fill, pass.timestamp, pass.batchNumber);
        int256 sold = int256(uint256(fill.sold));
        int256 bought = int256(uint256(fill.bought));
        _record(pass, fill.sellAsset, sold, 0, -sold);
        _countWithdrawn(_record(pass, fill.buyAsset, -bought, 0, bought), bought);
    }

    function _applyFact(Satellites calldata c, bytes calldata effects, uint256 first, uint256 word0) private view {
        _requireNamed(first, word0, FACT_0);
        c.facts.requireRegistered(bytes28(uint224(_word(effects, first + 1, FACT_1))));
    }

    // ---- the end of a pass ----

    /// @dev Compares the queues, then writes everything once.
    function _end(CoreStorage storage s, Pass memory pass, Header calldata h) private {
        Queues memory q = s.queues;
        bytes32 expected = CoreBooks.depositHashBefore(s, pass.depositCursor);
        if (pass.depositHash != expected) {
            revert IWeir.DepositQueueMismatch(pass.depositCursor, expected, pass.depositHash);
        }
        if (h.flags & StatementLib.HAS_CLEARING != 0) _requireNoOverdueExit(s, pass);

        uint256 consumed = pass.forcedCursor - q.forcedCursor;
        if (consumed != 0) s.rewardOf[h.rewardRecipient] += pass.forcedFees;
        if (consumed != 0 || pass.depositCursor != q.depositCursor) {
            q.depositCursor = uint48(pass.depositCursor);
            q.forcedCursor = uint48(pass.forcedCursor);
            q.cancelRequests = uint48(pass.cancelRequests);
            s.queues = q;
        }
        _flushReturned(s, pass);
        if (pass.withdrawals != 0) {
            s.withdrawalsRoot[h.batchNumber] = WithdrawalTree.root(pass.withdrawalLeaves, pass.withdrawals);
        }
        _bookLedger(s, pass, h.batchNumber);
    }

    /// @dev An exit can't be dodged by trading: once its request is a day old, the next batch that trades serves it.
    function _requireNoOverdueExit(CoreStorage storage s, Pass memory pass) private view {
        uint256 index = pass.forcedCursor;
        if (index == pass.forcedCount) return;
        uint256 requestedAt = s.forcedRequests[index].requestedAt;
        if (requestedAt + FORCED_EXIT_GRACE < pass.timestamp) revert IWeir.ForcedExitOverdue(index, requestedAt);
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
    function _record(Pass memory pass, uint256 asset_, int256 l2, int256 pooled, int256 owed)
        private
        pure
        returns (uint256 entry)
    {
        entry = _find(pass.ledger, pass.ledgerLength, asset_);
        if (entry == 0) {
            if (pass.ledgerLength == MAX_BATCH_ASSETS) revert IWeir.TooManyAssets(MAX_BATCH_ASSETS);
            entry = pass.ledger + ENTRY_BYTES * pass.ledgerLength++;
        }
        assembly ("memory-safe") {
            mstore(entry, asset_)
            mstore(add(entry, 32), add(mload(add(entry, 32)), l2))
            mstore(add(entry, 64), add(mload(add(entry, 64)), pooled))
            mstore(add(entry, 96), add(mload(add(entry, 96)), owed))
        }
    }

    function _countWithdrawn(uint256 entry, int256 amount) private pure {
        assembly ("memory-safe") {
            mstore(add(entry, 128), add(mload(add(entry, 128)), amount))
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

    function _bookLedger(CoreStorage storage s, Pass memory pass, uint256 batchNumber) private {
        for (uint256 i; i < pass.ledgerLength; ++i) {
            uint256 entry = pass.ledger + ENTRY_BYTES * i;
            (uint256 asset_, int256 l2, int256 pooled, int256 owed, uint256 withdrawn) = (0, 0, 0, 0, 0);
            assembly ("memory-safe") {
                asset_ := mload(entry)
                l2 := mload(add(entry, 32))
                pooled := mload(add(entry, 64))
                owed := mload(add(entry, 96))
                withdrawn := mload(add(entry, 128))
            }
            if (withdrawn != 0) _countOutflow(s, batchNumber, asset_, withdrawn);
            CoreBooks.book(s, asset_, l2, pooled, owed);
        }
    }

    /// @dev Counts what a batch withdraws of one asset, in one storage slot whatever the number of people. The share is of
    /// what the L2 held before the first such batch of the day, so no deposit in between raises it. Before `book`.
    function _countOutflow(CoreStorage storage s, uint256 batchNumber, uint256 number, uint256 amount) private {
        Outflow memory o = s.outflows[number];
        uint256 day = block.timestamp / 1 days;
        if (o.day != day) o = Outflow({day: uint32(day), base: s.books[number].l2Total, withdrawn: 0});
        o.withdrawn += uint96(amount);
        s.outflows[number] = o;
        if (o.withdrawn <= o.base / OUTFLOW_SHARE) return;
        s.heldUntil[batchNumber][number] = block.timestamp + OUTFLOW_HOLD;
        emit IWeir.WithdrawalsHeld(batchNumber, number, block.timestamp + OUTFLOW_HOLD);
    }

    /// @dev Word `index` of the effects; the caller keeps it below their number.
    function _at(bytes calldata effects, uint256 index) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := shr(8, calldataload(add(effects.offset, mul(index, 31))))
        }
    }

    function _word(bytes calldata effects, uint256 first, uint256 named) private pure returns (uint256 word) {
        word = _at(effects, first);
        _requireNamed(first, word, named);
    }

    function _requireNamed(uint256 first, uint256 word, uint256 named) private pure {
        if (word & ~named != 0) revert IWeir.LimbNotZero(first, word & ~named);
    }
}
