/** Columns of the `message` chip: one block of eight signed elements per row. */
import { group } from '@weir/stark/air/builder';

export const MESSAGE_COLUMNS = [
  'active',
  /** Block 1: the block before it is the kind's prefix. */
  'first',
  'last',
  'step',
  'block',
  /** What the transaction gives in the first two places: kind and count in block 1. */
  group('given', 2),
  group('element', 8),
  group('state', 8),
  group('next', 8),
  /** Only in the last block: who signs. */
  group('key', 7),
] as const;
