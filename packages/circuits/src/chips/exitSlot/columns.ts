/** Columns of the `exitSlot` chip: one slot emptied by a forced exit per row. */
import { group } from '@weir/stark/air/builder';

export const EXIT_SLOT_COLUMNS = [
  'active',
  'account',
  'slot',
  /** Clock of slot 0. */
  'firstClock',
  group('l1Owner', 6),
  group('gap', 2),
  'asset',
  'nonce',
  group('balance', 3),
  group('filled', 3),
  'isPositive',
  'inverse',
] as const;
