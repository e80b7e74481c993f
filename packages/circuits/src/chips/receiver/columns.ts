/** Columns of the `receiver` chip: one named receiver (of a transfer or a deposit) per row. */
import { group } from '@weir/stark/air/builder';

export const RECEIVER_COLUMNS = [
  'forTransfer',
  'forDeposit',
  'account',
  'clock',
  group('gap', 2),
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('headerDigest', 8),
  'versionInverse',
] as const;
