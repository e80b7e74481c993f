/**
 * band: bought·num·10^4 ≥ sold·den·(10^4 − bps), where one unit of what is bought is worth num/den of what is sold by the feed that the leg
 * names. One row for the pot part of a banded fill (sold, bought), one for its ticket part (the ride's worst terms).
 *
 * Relies on whoever asks for sold and bought in range, on the `reference` row for num and den in range, and that they are the feed's on L1.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, expr, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { rangeCheckLimbs } from '../gadgets.ts';
import { constrainProducts } from '../identity.ts';
import { BAND_COLUMNS } from './columns.ts';
import { BAND_STEPS, BPS_BITS, bandTerms, GAP_BITS, SCALED_BITS, SCALED_STEPS, scaledTerms } from './identities.ts';

export const UNIT = 10_000;

export const bandChip = defineChip({
  name: 'band',
  minLogHeight: 0,
  maxLogHeight: 15,
  columns: BAND_COLUMNS,
  build(b) {
    const { active, sellAsset, buyAsset, feed, bps, sold, bought, num, den, worth, least, gap } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);

    // The signed element has one reading: feed + 2^16·bps with feed < 2^16 and bps ≤ 10^4. Else another feed could be read with another bps.
    rangeCheck(b, 'feed', feed, 16, { when });
    rangeCheck(b, 'bps', bps, BPS_BITS, { when });
    // A band wider than the price would turn the inequality round: 10^4 − bps is a number, not a residue.
    const width = sub(UNIT, bps);
    rangeCheck(b, 'width', width, BPS_BITS, { when });
    b.receive('band', active, [sellAsset, buyAsset, add(feed, scale(2 ** 16, bps)), ...sold, ...bought], 'take');
    // The feed's price between exactly these two assets, this way round.
    b.receive('reference', active, [feed, sellAsset, buyAsset, ...num, ...den], 'price');

    // worth = bought·10^4, least = sold·(10^4 − bps), as limbs: they are too long to be multiplied as they are.
    rangeCheckLimbs(b, 'worth', worth, SCALED_BITS, { when });
    constrainProducts(b, 'worth-of-bought', scaledTerms(bought, expr(UNIT), UNIT, worth), b.col.worthCarry, when, SCALED_STEPS);
    rangeCheckLimbs(b, 'least', least, SCALED_BITS, { when });
    constrainProducts(b, 'least-for-sold', scaledTerms(sold, width, 2 ** BPS_BITS - 1, least), b.col.leastCarry, when, SCALED_STEPS);
    // worth·num = least·den + gap, gap ≥ 0. Without it a fill could be as far from the reference as its limit lets it.
    rangeCheckLimbs(b, 'gap', gap, GAP_BITS, { when });
    constrainProducts(b, 'within-band', bandTerms(worth, num, least, den, gap), b.col.carry, when, BAND_STEPS);
  },
});
