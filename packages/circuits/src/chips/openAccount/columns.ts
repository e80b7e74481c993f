/** Columns of the `openAccount` chip: one opened account per row. */
import { group } from '@weir/stark/air/builder';

export const OPEN_ACCOUNT_COLUMNS = [
  'active',
  'tick',
  /** account = index + 2^26·tree */
  'tree',
  'index',
  'indexLow',
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('gap', 2),
  'versionInverse',
  /** Low 14 bits of the key version. */
  'versionLow',
  /** Low 10 bits of the last owner limb, which has 20. */
  'ownerTopLow',
] as const;
