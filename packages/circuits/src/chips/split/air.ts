/**
 * Cuts an element at bit 28 in the one canonical way: value = low + 2^12·middle + 2^24·top + 2^28·hi < p. A word states digests and keys so; v and
 * v + p would be two words for one element.
 *
 * p − 1 = 127·2^24, so a 31-bit integer is below p iff its top seven bits are not all set, or everything below them is 0.
 */
import { defineChip } from '@weir/stark/air/builder';
import { fromLimbs, linear, mul, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { SPLIT_COLUMNS } from './columns.ts';

export const splitChip = defineChip({
  name: 'split',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: SPLIT_COLUMNS,
  build(b) {
    const { active, low, middle, top, hi, inverse } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    rangeCheck(b, 'low', low, 12, { when });
    rangeCheck(b, 'middle', middle, 12, { when });
    rangeCheck(b, 'top', top, 4, { tableBits: 8, when });
    rangeCheck(b, 'hi', hi, 3, { tableBits: 8, when });
    const below = fromLimbs([low, middle], 12);
    const seven = linear([1, 16], [top, hi]);
    // below ≠ 0 ⇒ the top seven bits are not 127: (127 − seven)·inverse = 1.
    b.constraint('below-p', mul(below, sub(mul(sub(127, seven), inverse), 1)));
    b.receive('split', active, [fromLimbs([low, middle, top, hi], [12, 12, 4, 3]), hi], 'answer');
  },
});
