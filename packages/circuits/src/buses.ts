/**
 * Every bus of the circuits: tag and tuple length. What flows on each, from whom to whom, is docs/circuits.md; this file only keeps the
 * numbers apart (two buses with one tag would share fingerprints).
 */
import { defineBuses } from '@weir/stark/air/compileAir';

export const buses = defineBuses({
  range8: { tag: 8, length: 1 },
  range10: { tag: 10, length: 1 },
  range11: { tag: 11, length: 1 },
  range12: { tag: 12, length: 1 },
  range14: { tag: 14, length: 1 },
  range16: { tag: 16, length: 1 },
  /** d, x0…x15, y0…y7 */
  compress: { tag: 20, length: 25 },
  /** key x0…6, message digest 0…7 */
  signed: { tag: 21, length: 15 },
  /** index, section, l0…l8 */
  word: { tag: 22, length: 11 },
  /** index, effectWords, effectWords + 2·headerDiffs, s0…s7 */
  wordChain: { tag: 23, length: 11 },
  /** index, z limbs (22), acc limbs (22) */
  horner: { tag: 24, length: 45 },
  /** signature, step, accumulator (14), the three scalars' running chunks */
  schnorrStep: { tag: 25, length: 19 },
  /** signature, step, the three scalars' finished chunks */
  schnorrChunk: { tag: 26, length: 5 },
  /** signature, j, C + j·P, P */
  schnorrTable: { tag: 27, length: 30 },
  /** signature, j, C + j·P */
  schnorrEntry: { tag: 28, length: 16 },
});
