/** Columns of the `headerChange` chip: one header that the batch changes per row. */
import { group } from '@weir/stark/air/builder';

export const HEADER_CHANGE_COLUMNS = [
  'active',
  /** The new header has its two diff words, from number `word` on. */
  'stated',
  'account',
  /** key 7, keyVersion, l1Owner 6, before the batch. */
  group('old', 14),
  group('headerDigest', 8),
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  /** Bits 28 … 30 of each new key element. */
  group('keyHi', 7),
  /** Bits 24 … 29 of the new key version. */
  'versionHi',
  'word',
] as const;
