/**
 * transfer, conditionalTransfer, withdraw and cancel: what an account signs with a slot and a nonce. One chip because nearly everything is shared: the signer's header, Spend(n),
 * Debit, the fee, the time limit.
 *
 * Every signed element is an expression of the columns that the row acts on; there is no second copy that could differ.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, not, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { amountRange, exclusive, splitRange, sumPieces } from '../gadgets.ts';
import { accessHeader, accessSlot, clockOf, openHeader } from '../memory.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { MOVE_COLUMNS } from './columns.ts';

/** Kind and element count of each message (docs/protocol.md). */
const TRANSFER = [2, 31] as const;
const WITHDRAW = [3, 22] as const;
const CANCEL = [4, 14] as const;
const CONDITIONAL = [9, 39] as const;
/** The effect that says which fact L1 must have. */
const FACT_EFFECT = 9;

export const moveChip = defineChip({
  name: 'move',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: MOVE_COLUMNS,
  build(b) {
    const {
      transfer,
      withdraw,
      cancel,
      conditional,
      factFirst,
      factRest,
      word,
      tick,
      account,
      slot,
      key,
      keyVersion,
      l1Owner,
      versionInverse,
    } = b.col;
    const { headerGap, slotGap, asset, nonce, balance, filled, next, nextLow, sameNonce, carry } = b.col;
    const { timestampLo, timestampHi, untilLo, untilHi, untilLow, borrow, leftLoLow, leftHiLow } = b.col;
    const { to, toSlot, toDigest, own, feeAccount, feeSlot, feeIsPositive, feeInverse, nonZeroInverse } = b.col;
    const active = exclusive(b, 'kind', [transfer, withdraw, cancel, conditional]);
    const when = active;
    /** Somebody receives it. */
    const pays = add(transfer, conditional);
    const moves = add(pays, withdraw);
    b.receive('tick', active, [tick], 'take-tick');

    // The signer: an open header, whose key and version are the signed ones because they are the same columns.
    accessHeader(b, 'signer', { account, clock: clockOf(tick), gap: headerGap, when }, [...key, keyVersion, ...l1Owner]);
    openHeader(b, 'signer-is-open', keyVersion, versionInverse, active);
    b.send('messageKey', active, [tick, ...key], 'signed-by');

    /*
     * Spend(n), n = next − 1, over the slot's nonce m: n = m (then nothing may be filled), or n − m − 1 ∈ [0, 2^16). m < 2^30, so without the
     * range n could lie "above" m by wrapping. next < 2^30 by its two parts: a nonce never reaches a value that words cannot state.
     */
    const step = sub(next, 1, nonce);
    b.boolean('same-nonce-is-a-bit', sameNonce);
    b.constraint('same-nonce-is-equal', mul(sameNonce, step));
    b.constraint('same-nonce-is-unfilled', mul(sameNonce, sum(filled)));
    rangeCheck(b, 'nonce-step', add(sub(step, 1), sameNonce), 16, { when });
    splitRange(b, 'next', next, nextLow, 14, 16, { when });

    // Debit: after + amount + fee = balance, nothing negative. A cancel moves nothing and may meet any asset.
    const after = u64Pieces(b.col.after);
    const amount = u64Pieces(b.col.amount);
    const fee = u64Pieces(b.col.fee);
    amountRange(b, 'after', b.col.after, { when });
    amountRange(b, 'amount', b.col.amount, { when });
    amountRange(b, 'fee', b.col.fee, { when });
    sumPieces(b, 'balance-covers', [after, amount, fee], balance, carry);
    b.constraint('cancel-moves-nothing', mul(cancel, sum([...amount, ...fee])));
    b.equal('asset-and-amount-are-not-zero', mul(asset, sum(amount), nonZeroInverse), moves);
    accessSlot(
      b,
      'slot',
      { account, slot, clock: clockOf(tick), gap: slotGap, when },
      [asset, nonce, ...balance, ...filled],
      [{ value: [asset, next, ...after, 0, 0, 0], when: active }],
    );

    /*
     * timestamp ≤ until, both as 20 + 20 bits: untilLo − timestampLo + 2^20·borrow and untilHi − timestampHi − borrow are in [0, 2^20). untilLo has
     * 20 bits of its own, so it cannot share its element with another slot. (A cancel signs no limit: it says until = timestamp.)
     */
    b.receive('time', active, [timestampLo, timestampHi], 'take-time');
    b.boolean('borrow-is-a-bit', borrow);
    splitRange(b, 'until-lo', untilLo, untilLow, 10, 10, { when });
    splitRange(b, 'left-lo', add(sub(untilLo, timestampLo), scale(2 ** 20, borrow)), leftLoLow, 10, 10, { when });
    splitRange(b, 'left-hi', sub(untilHi, timestampHi, borrow), leftHiLow, 10, 10, { when });

    // What is signed. Blocks of eight; block 0 and the first two places of block 1 are the prefix (message/air.ts).
    const signedNonce = sub(next, 1);
    const [kind, count] = [0, 1].map((i) => linear([TRANSFER[i], WITHDRAW[i], CONDITIONAL[i]], [transfer, withdraw, conditional]));
    const slotAndUntil = add(untilLo, scale(2 ** 20, slot));
    b.send('message', moves, [tick, 1, 0, kind, count, account, keyVersion, asset, signedNonce, amount[0], amount[1]], 'sign-block-1');
    b.send('message', moves, [tick, 2, withdraw, amount[2], ...fee, slotAndUntil, untilHi, to, toDigest[0]], 'sign-block-2');
    b.send('message', pays, [tick, 3, transfer, ...toDigest.slice(1), factFirst], 'sign-block-3');
    b.send('message', conditional, [tick, 4, 1, ...factRest, 0], 'sign-block-4');
    b.send('message', cancel, [tick, 1, 1, ...CANCEL, account, keyVersion, slot, signedNonce, 0, 0], 'sign-cancel');
    // A withdrawal's message ends after `until`: what follows in its block is padding.
    b.constraint('withdraw-pads-with-zero-to', mul(withdraw, to));
    b.constraint('withdraw-pads-with-zero-digest', mul(withdraw, toDigest[0]));
    // And so does a transfer's after the digest: another number there would be a signature of something else.
    b.constraint('transfer-pads-with-zero-fact', mul(transfer, factFirst));

    /*
     * The fact that was signed is the fact that L1 is told to look up, limb by limb: the same columns. Its limbs are below 2^28 by `words`. Without the words
     * the transfer would be unconditional; each has one taker, so two conditional transfers on one fact state it twice.
     */
    b.receive('word', conditional, [word, SECTION.effect, FACT_EFFECT, 0, 0, 0, 0, 0, 0, 0, 0], 'fact-0');
    b.receive('word', conditional, [add(word, 1), SECTION.effect, factFirst, ...factRest, 0], 'fact-1');

    // The receiver's header is open and is the one that the signer saw.
    b.send('receiver', pays, [to, clockOf(tick, 1), ...toDigest], 'receiver');
    b.boolean('own-is-a-bit', own);
    b.constraint('own-is-the-same-account', mul(own, sub(to, account)));
    b.send('credit', pays, [to, toSlot, clockOf(tick, 1), asset, ...amount, own], 'credit');
    b.send('withdrawal', withdraw, [account, asset, ...amount, ...l1Owner], 'withdrawal');

    // A fee is credited iff it is positive: crediting 0 would still open somebody's slot.
    const feeSum = sum(fee);
    b.boolean('fee-is-positive-is-a-bit', feeIsPositive);
    b.constraint('padding-pays-no-fee', mul(feeIsPositive, not(active)));
    b.constraint('positive-if-not-zero', mul(not(feeIsPositive), feeSum));
    b.equal('not-zero-if-positive', mul(feeSum, feeInverse), feeIsPositive);
    b.send('credit', feeIsPositive, [feeAccount, feeSlot, clockOf(tick, add(1, pays)), asset, ...fee, 0], 'credit-fee');
  },
});
