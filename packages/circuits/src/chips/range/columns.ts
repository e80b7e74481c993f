/** The range tables of the circuits: which widths exist. A table of b bits has 2^b rows, so each width must earn its height. */

/** 8 … 14: limbs of amounts, words and scalars. 16: carries of the Horner step. */
export const RANGE_BITS = [8, 10, 11, 12, 14, 16] as const;
export type RangeBits = (typeof RANGE_BITS)[number];
