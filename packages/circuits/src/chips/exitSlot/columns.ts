/** Columns of the `exitSlot` chip: one slot of a forced exit's account per row, emptied if the mask has it. */
import { group } from '@weir/stark/air/builder';

export const EXIT_SLOT_COLUMNS = [
  'active',
  'account',
  'slot',
  /** Clock of slot 0. */
  'firstClock',
  /** Bit of this slot in the mask, and the mask of the slots above it. */
  'selected',
  'rest',
  group('l1Owner', 6),
  group('gap', 2),
  'asset',
  'nonce',
  group('balance', 3),
  group('filled', 3),
  'isPositive',
  'inverse',
] as const;
