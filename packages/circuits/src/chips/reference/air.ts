/**
 * reference: the effect reference(feed, assets, entry, num, den): a price that L1 knows enters here, for bands to be measured against, both ways.
 *
 * L1 compares feed, assets and numbers with the entry, limb by limb, so that they are canonical and num, den ≥ 1, and judges its age. The circuit
 * proves that what was stated is what was used. A row that nothing looks up is harmless; so are two of one feed, of which L1 takes one.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, not, scale } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { amountRange } from '../gadgets.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { REFERENCE_COLUMNS } from './columns.ts';

const KIND = 7;

export const referenceChip = defineChip({
  name: 'reference',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: REFERENCE_COLUMNS,
  build(b) {
    const { active, feed, inLow, inHigh, outLow, outHigh, entry, num, den, forward, backward, word } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);

    /*
     * The effect. feed < 2^16, or l0 = 7 + 2^8·feed could be a number whose low 8 bits are another kind's. inHigh has one reading beside outHigh.
     * The other limbs are below 2^28 (`words`), and L1 compares each with its own.
     */
    rangeCheck(b, 'feed', feed, 16, { when });
    rangeCheck(b, 'in-high', inHigh, 6, { tableBits: 8, when });
    rangeCheck(b, 'out-high', outHigh, 8, { when });
    for (const [name, limbs] of Object.entries({ num, den })) amountRange(b, name, limbs, { when });
    const first = [linear([2 ** 8], [feed], KIND), inLow, outLow, add(inHigh, scale(2 ** 6, outHigh)), entry, 0, 0, 0, 0];
    b.receive('word', active, [word, SECTION.effect, ...first], 'word-0');
    b.receive('word', active, [add(word, 1), SECTION.effect, ...u64Pieces(num), ...u64Pieces(den), 0, 0, 0], 'word-1');

    // For whoever sells in for out: out is worth num/den of in. And for out sold for in: in is worth den/num of out.
    b.constraint('padding-is-no-price-forward', mul(forward, not(active)));
    b.constraint('padding-is-no-price-backward', mul(backward, not(active)));
    const [inAsset, outAsset] = [add(inLow, scale(2 ** 24, inHigh)), add(outLow, scale(2 ** 24, outHigh))];
    b.send('reference', forward, [feed, inAsset, outAsset, ...num, ...den], 'give-forward');
    b.send('reference', backward, [feed, outAsset, inAsset, ...den, ...num], 'give-backward');
  },
});
