/**
 * Range tables: on bus `range<b>` row i receives the value i, as often as its multiplicity says. The value is the row's number, which the
 * verifier knows, and the height is fixed at 2^b, so nothing outside [0, 2^b) can be received. Multiplicities are free: a wrong one leaves
 * the bus unbalanced.
 */
import { rangeTable } from '@weir/stark/air/gadgets';
import { RANGE_BITS } from './columns.ts';

export const rangeChips = RANGE_BITS.map(rangeTable);
