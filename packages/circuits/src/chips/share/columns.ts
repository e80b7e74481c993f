/** Columns of the `share` chip: one division ⌊redeemed·total / tickets⌋ per row. */
import { group } from '@weir/stark/air/builder';

export const SHARE_COLUMNS = [
  'active',
  /** The share is not 0. */
  'positive',
  'inverse',
  /** Six limbs of a u64 each. */
  group('redeemed', 6),
  group('total', 6),
  group('tickets', 6),
  group('share', 6),
  /** Four limbs of 16 bits each: remainder + slack + 1 = tickets. */
  group('remainder', 4),
  group('slack', 4),
  group('carry', 10),
] as const;
