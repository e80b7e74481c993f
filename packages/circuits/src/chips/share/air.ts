/**
 * share = ⌊redeemed·total / tickets⌋, asked for on bus `share` by pieces, twice per redemption (once for each asset of the outcome).
 *
 * All five numbers are looked up limb by limb here, so the asker gets pieces in range with its answer.
 */
import { defineChip } from '@weir/stark/air/builder';
import { mul, not, scale, sub, sum } from '@weir/stark/air/expr';
import { constrainIdentity, U64_PIECE_BITS, u64Pieces } from '@weir/stark/air/gadgets';
import { amountRange, pieceRange } from '../gadgets.ts';
import { SHARE_COLUMNS } from './columns.ts';
import { divisionTerms, SHARE_IDENTITY } from './identity.ts';

export const shareChip = defineChip({
  name: 'share',
  minLogHeight: 0,
  maxLogHeight: 17,
  columns: SHARE_COLUMNS,
  build(b) {
    const { active, positive, inverse, redeemed, total, tickets, share, remainder, slackLow, borrow, carry } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    const asked = [redeemed, total, tickets, share].flatMap((limbs) => u64Pieces(limbs));
    b.receive('share', active, [...asked, positive], 'asked');
    for (const [name, limbs] of Object.entries({ redeemed, total, tickets, share, remainder })) amountRange(b, name, limbs, { when });

    // redeemed·total = share·tickets + remainder over the integers: limbs are in range, so no step wraps.
    constrainIdentity(b, 'division', divisionTerms({ redeemed, total, tickets, share, remainder }), carry, { ...SHARE_IDENTITY, when });

    /*
     * remainder ≤ tickets − 1, so the share is the floor and tickets ≥ 1: tickets_i − remainder_i − borrow_{i−1} + 2^{w_i} borrow_i lies in the
     * range of its piece, with borrow_{−1} = 1 and none out of the last. Without it (share − 1, remainder + tickets) would pass too, and with
     * tickets = 0 any share.
     */
    borrow.forEach((bit, i) => {
      b.boolean(`borrow-${i}-is-a-bit`, bit);
    });
    const [divisor, rest] = [u64Pieces(tickets), u64Pieces(remainder)];
    U64_PIECE_BITS.forEach((bits, i) => {
      const lent = i === 2 ? 0 : scale(-(2 ** bits), borrow[i]);
      const slack = sub(divisor[i], rest[i], i === 0 ? active : borrow[i - 1], lent);
      pieceRange(b, `remainder-below-tickets-${i}`, i, slack, slackLow[i], { when });
    });

    // positive = (share ≠ 0), both ways: the sum of limbs is below 2^14, so it is 0 mod p only if the share is. A false 0 would keep the
    // share from the passenger, a false 1 would open a slot for nothing.
    const held = sum(share);
    b.equal('positive-if-not-zero', mul(held, inverse), positive);
    b.constraint('zero-if-not-positive', mul(not(positive), held));
  },
});
