/** Columns of the `poseidon` chip: one compression per row, 166 in all. */
import { group } from '@weir/stark/air/builder';
import { POSEIDON_CELLS } from '@weir/stark/air/gadgets';

export const POSEIDON_COLUMNS = [
  /** Domain (docs/statements.md): which 16 constants are added first. */
  'domain',
  group('x', 16),
  /** How many rows of other chips use this compression. */
  'multiplicity',
  /** Outputs of the S-boxes, round by round: 16 in a full round, 1 in a partial one. */
  group('sbox', POSEIDON_CELLS),
] as const;
