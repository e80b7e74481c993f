/** The range tables of the circuits: which widths exist. A table of b bits has 2^b rows, so each width must earn its height. */

/**
 * 8 … 14: limbs of amounts, words and scalars. 16: nonces and carries. 17: the middle carries of the Horner step, which would each need a column for their
 * highest bit.
 */
export const RANGE_BITS = [8, 10, 11, 12, 14, 16, 17] as const;
export type RangeBits = (typeof RANGE_BITS)[number];
