/** Counting of range lookups while the other chips' traces are filled. */
import { RangeCounts } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { RANGE_BITS } from './columns.ts';

export function newRangeCounts(): RangeCounts {
  return new RangeCounts(RANGE_BITS);
}

/** The tables' traces, in the order of `rangeChips`. */
export function rangeTraces(counts: RangeCounts): ChipTrace[] {
  return RANGE_BITS.map((bits) => counts.trace(bits));
}
