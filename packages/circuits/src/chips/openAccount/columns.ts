/** Columns of the `openAccount` chip: one opened account per row. */
import { group } from '@weir/stark/air/builder';

export const OPEN_ACCOUNT_COLUMNS = [
  'active',
  'tick',
  'account',
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('gap', 2),
  'versionInverse',
  /** Low 10 bits of the last owner limb, which has 20. */
  'ownerTopLow',
  /** Bits 28 … 30 of each key element. */
  group('keyHi', 7),
  /** Bits 24 … 29 of the key version. */
  'versionHi',
  /** The first of the header diff's two words. */
  'word',
] as const;
