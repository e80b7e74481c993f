/** Columns of the `withdrawal` chip: one withdrawal effect per row. */
import { group } from '@weir/stark/air/builder';

export const WITHDRAWAL_COLUMNS = [
  'active',
  'account',
  'asset',
  'assetHi',
  'assetLow',
  group('amount', 3),
  group('l1Owner', 6),
  /** The first of the effect's two words. */
  'word',
] as const;
