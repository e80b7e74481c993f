/** Columns of the `share` chip: one division ⌊redeemed·total / tickets⌋ per row. Amounts are six limbs of a u64. */
import { group } from '@weir/stark/air/builder';
import { SHARE_CARRIES } from './identity.ts';

export const SHARE_COLUMNS = [
  'active',
  /** The share is not 0. */
  'positive',
  'inverse',
  group('redeemed', 6),
  group('total', 6),
  group('tickets', 6),
  group('share', 6),
  group('remainder', 6),
  /** tickets − 1 − remainder: the low limb of each piece, and the borrows. */
  group('slackLow', 3),
  group('borrow', 2),
  group('carry', SHARE_CARRIES),
] as const;
