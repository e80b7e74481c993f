/** Columns of the `moveAccount` chip: one account that changes its tree per row. */
import { group } from '@weir/stark/air/builder';

export const MOVE_ACCOUNT_COLUMNS = [
  'active',
  'tick',
  /** account = index + 2^26·tree, destination = newIndex + 2^26·(1 − tree) */
  'tree',
  'index',
  'indexLow',
  'newIndex',
  'newIndexLow',
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('gap', 2),
  group('newGap', 2),
  'versionInverse',
  'timestampLo',
  'timestampHi',
  'untilLo',
  'untilHi',
  /** until − timestamp: the borrow between the halves, and the low 10 bits of each half. */
  'borrow',
  'leftLoLow',
  'leftHiLow',
] as const;
