/** Columns of the `moveSlot` chip: one slot of a moving account per row. */
import { group } from '@weir/stark/air/builder';

export const MOVE_SLOT_COLUMNS = [
  'active',
  'account',
  'destination',
  'slot',
  /** Clock of slot 0, in both accounts. */
  'firstClock',
  group('gap', 2),
  group('newGap', 2),
  'asset',
  'nonce',
  group('balance', 3),
  group('filled', 3),
] as const;
