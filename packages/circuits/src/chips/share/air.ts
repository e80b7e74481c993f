/**
 * share = ⌊redeemed·total / tickets⌋, asked for on bus `share` by pieces, twice per redemption (once for each asset of the outcome).
 *
 * All five numbers are looked up limb by limb here, so the asker gets pieces in range with its answer.
 */
import { defineChip } from '@weir/stark/air/builder';
import { type Expr, mul, not, ONE, sum } from '@weir/stark/air/expr';
import { u64Pieces } from '@weir/stark/air/gadgets';
import { remainderTerms, valueTerms } from '../fill/identities.ts';
import { amountRange, rangeCheckLimbs } from '../gadgets.ts';
import { COARSE_BITS, COARSE_STEPS, constrainProducts, constrainSum } from '../identity.ts';
import { SHARE_COLUMNS } from './columns.ts';

export const shareChip = defineChip({
  name: 'share',
  minLogHeight: 0,
  maxLogHeight: 17,
  columns: SHARE_COLUMNS,
  build(b) {
    const { active, positive, inverse, redeemed, total, tickets, share, remainder, slack, carry } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    const asked = [redeemed, total, tickets, share].flatMap((limbs) => u64Pieces(limbs));
    b.receive('share', active, [...asked, positive], 'asked');
    for (const [name, limbs] of Object.entries({ redeemed, total, tickets, share })) amountRange(b, name, limbs, { when });
    rangeCheckLimbs(b, 'remainder', remainder, COARSE_BITS, { when });
    rangeCheckLimbs(b, 'slack', slack, COARSE_BITS, { when });

    // redeemed·total = share·tickets + remainder over the integers: limbs are in range, so no step wraps.
    constrainProducts(b, 'division', valueTerms(redeemed, total, share, tickets, remainder), carry, when);
    // remainder + slack + 1 = tickets with slack ≥ 0: so the share is the floor and tickets ≥ 1. Without it (share − 1, remainder + tickets) would
    // pass too, and with tickets = 0 any share.
    constrainSum(b, 'remainder-below-tickets', remainderTerms<Expr>(remainder, slack, ONE, tickets), COARSE_STEPS, { when });

    // positive = (share ≠ 0), both ways: the sum of limbs is below 2^14, so it is 0 mod p only if the share is. A false 0 would keep the
    // share from the passenger, a false 1 would open a slot for nothing.
    const held = sum(share);
    b.equal('positive-if-not-zero', mul(held, inverse), positive);
    b.constraint('zero-if-not-positive', mul(not(positive), held));
  },
});
