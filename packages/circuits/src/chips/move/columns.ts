/** Columns of the `move` chip: one transfer, conditionalTransfer, withdraw or cancel per row. */
import { group } from '@weir/stark/air/builder';

export const MOVE_COLUMNS = [
  'transfer',
  'withdraw',
  'cancel',
  'conditional',
  'tick',
  'account',
  'slot',
  /** The signer's header. */
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  'versionInverse',
  group('headerGap', 2),
  /** The slot before. */
  group('slotGap', 2),
  'asset',
  'nonce',
  group('balance', 3),
  group('filled', 3),
  /** The signed nonce + 1, and its low 14 bits. */
  'next',
  'nextLow',
  /** The signed nonce is the slot's. */
  'sameNonce',
  group('amount', 6),
  group('fee', 6),
  /** The balance after. */
  group('after', 6),
  group('carry', 2),
  'timestampLo',
  'timestampHi',
  'untilLo',
  'untilHi',
  'untilLow',
  /** until − timestamp: the borrow between the halves, and the low 10 bits of each half. */
  'borrow',
  'leftLoLow',
  'leftHiLow',
  /** Whom a transfer goes to; 0 otherwise (`toSlot` and `own` then mean nothing). */
  'to',
  'toSlot',
  group('toDigest', 8),
  'own',
  /** What a conditional transfer relies on, and the first of the effect's two words; 0 otherwise. */
  'factFirst',
  group('factRest', 7),
  'word',
  'feeAccount',
  'feeSlot',
  'feeIsPositive',
  'feeInverse',
  'nonZeroInverse',
] as const;
