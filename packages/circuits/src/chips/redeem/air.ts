/**
 * redeem: a slot's tickets leave whole, and the passenger gets ⌊redeemed·outTotal / tickets⌋ of the out asset and
 * ⌊redeemed·inReturned / tickets⌋ of the in asset. No signature: the outcome fixes the amounts, and all of them go to the same account.
 *
 * The ride's terms and outcome come over bus `outcome`, a chain through all redemptions of one ride: an `outcome` row starts it with sums
 * of 0, each redemption adds its amounts, the same row ends it and states terms, outcome and sums in the effect that L1 compares with its
 * own record. **No redemption stays outside**: the sum of redeemed tickets grows by 1 … 2^64 − 1 as an integer below 2^64 from tuple to
 * tuple, so tuples cannot form a ring, and every chain runs from a start to an end.
 */
import { type ChipBuilder, defineChip } from '@weir/stark/air/builder';
import { add, type Expr, mul, not, scale, sub, sum } from '@weir/stark/air/expr';
import { U64_PIECE_BITS } from '@weir/stark/air/gadgets';
import { exclusive, pieceRange } from '../gadgets.ts';
import { accessHeader, accessSlot, clockOf, openHeader } from '../memory.ts';
import { REDEEM_COLUMNS } from './columns.ts';

/** Whoever redeems for him, the passenger's slots are his: a redemption may open any of them. */
const OWN = 1;

export const redeemChip = defineChip({
  name: 'redeem',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: REDEEM_COLUMNS,
  build(b) {
    const { active, tick, account, key, keyVersion, l1Owner, versionInverse, headerGap } = b.col;
    const { ticketSlot, slotGap, ticket, nonce, filled, redeemed, redeemedInverse } = b.col;
    const { inAsset, outAsset, outTotal, inReturned, tickets, outShare, inShare } = b.col;
    const { outCredited, outWithdrawn, inCredited, inWithdrawn, outSlot, inSlot, sums, afterLow, carry } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('tick', active, [tick], 'take-tick');

    // The header is open: otherwise a withdrawn part would leave to owner 0. l1Owner is memory's, so a withdrawal cannot go elsewhere.
    accessHeader(b, 'header', { account, clock: clockOf(tick), gap: headerGap, when: active }, [...key, keyVersion, ...l1Owner]);
    openHeader(b, 'account-is-open', keyVersion, versionInverse, active);

    // The ticket slot is emptied: what stayed could be redeemed again.
    accessSlot(
      b,
      'ticket-slot',
      { account, slot: ticketSlot, clock: clockOf(tick), gap: slotGap, when: active },
      [ticket, nonce, ...redeemed, ...filled],
      [{ value: [ticket, nonce, 0, 0, 0, ...filled], when: active }],
    );
    // redeemed ≥ 1 (pieces are below 2^22, so their sum is 0 mod p only if the amount is): the chain's order rests on it.
    b.equal('something-is-redeemed', mul(sum(redeemed), redeemedInverse), active);

    // Each part: its share, and one way out if the share is positive, none if it is 0 (crediting 0 would still open a slot).
    const outPositive = exclusive(b, 'out', [outCredited, outWithdrawn]);
    const inPositive = exclusive(b, 'in', [inCredited, inWithdrawn]);
    b.constraint('padding-gives-no-out', mul(outPositive, not(active)));
    b.constraint('padding-gives-no-in', mul(inPositive, not(active)));
    b.send('share', active, [...redeemed, ...outTotal, ...tickets, ...outShare, outPositive], 'divide-out');
    b.send('share', active, [...redeemed, ...inReturned, ...tickets, ...inShare, inPositive], 'divide-in');
    // Both assets are a ride's, hence not 0: L1 compares them. Amounts are in range and ≥ 1 by the share's row.
    b.send('credit', outCredited, [account, outSlot, clockOf(tick, 1), outAsset, ...outShare, OWN], 'credit-out');
    b.send('credit', inCredited, [account, inSlot, clockOf(tick, add(1, outCredited)), inAsset, ...inShare, OWN], 'credit-in');
    b.send('withdrawal', outWithdrawn, [account, outAsset, ...outShare, ...l1Owner], 'withdraw-out');
    b.send('withdrawal', inWithdrawn, [account, inAsset, ...inShare, ...l1Owner], 'withdraw-in');
    // A part is withdrawn only if the other is credited, and to the ticket slot: while that slot, which is free now, is not taken, nobody is
    // pushed to L1. In the first sum both products are 0 or 1, so both are 0 and at most one part is withdrawn; the second rests on that.
    b.constraint('withdrawn-beside-a-credit', add(mul(outWithdrawn, not(inCredited)), mul(inWithdrawn, not(outCredited))));
    b.constraint(
      'withdrawn-if-the-other-takes-the-ticket-slot',
      add(mul(outWithdrawn, sub(inSlot, ticketSlot)), mul(inWithdrawn, sub(outSlot, ticketSlot))),
    );

    const names = ['redeemed', 'out-credited', 'in-credited'];
    const after = [redeemed, outShare, inShare].flatMap((amount, k) => {
      const cells = { before: sums.slice(3 * k, 3 * k + 3), low: afterLow.slice(3 * k, 3 * k + 3), carry: carry.slice(2 * k, 2 * k + 2) };
      return grow(b, `sum-${names[k]}`, amount, cells, active);
    });
    const ride = [ticket, inAsset, outAsset, ...outTotal, ...inReturned, ...tickets];
    b.receive('outcome', active, [...ride, ...sums], 'chain-in');
    b.send('outcome', active, [...ride, ...after], 'chain-out');
  },
});

interface SumCells {
  readonly before: readonly Expr[];
  readonly low: readonly Expr[];
  readonly carry: readonly Expr[];
}

/**
 * after = before + amount < 2^64 over u64 pieces, after being the linear form before_i + amount_i + carry_{i−1} − 2^{w_i} carry_i that both parts
 * of are looked up. `before` is 0 or another row's `after` and `amount` is checked by a `share` row, so the form lies in (−2^23, 2^23) and is
 * an integer. Without the lookups L1 could be told a sum that is less than its parts.
 */
function grow(b: ChipBuilder, name: string, amount: readonly Expr[], { before, low, carry }: SumCells, when: Expr): Expr[] {
  carry.forEach((bit, i) => {
    b.boolean(`${name}/carry-${i}-is-a-bit`, bit);
  });
  return U64_PIECE_BITS.map((bits, i) => {
    const carried = sub(i === 0 ? 0 : carry[i - 1], i === 2 ? 0 : scale(2 ** bits, carry[i]));
    const after = add(before[i], amount[i], carried);
    pieceRange(b, `${name}/after-${i}`, i, after, low[i], { when });
    return after;
  });
}
