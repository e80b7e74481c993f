/** Columns of the `words` chip: one statement word per row. */
import { group } from '@weir/stark/air/builder';
import { CARRIES, LIMBS, PIECES } from './horner.ts';

export const WORDS_COLUMNS = [
  'active',
  'index',
  /** The statement's counts, the same in every row: effectWords and effectWords + 2·headerDiffs. */
  'effectEnd',
  'headerEnd',
  /** Section of the word: effect, slot diff, else header diff. */
  'isEffect',
  'isSlot',
  /** Distances from index to the section's bounds, 12 + 10 bits. */
  group('effectGap', 2),
  group('headerGap', 2),
  /** Limb i of the word is piece 2i + 2^14·piece 2i + 1. */
  group('piece', PIECES),
  /** Digest chain before and after this word. */
  group('state', 8),
  group('digest', 8),
  /** Horner step: next = acc·z + word − quotient·r, all in 22 limbs of 12 bits. */
  group('z', LIMBS),
  group('acc', LIMBS),
  group('quotient', LIMBS),
  group('next', LIMBS),
  group('carry', CARRIES),
] as const;
