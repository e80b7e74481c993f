/** Columns of the `deposit` chip: one consumed entry of L1's deposit queue per row. */
import { group } from '@weir/stark/air/builder';

export const DEPOSIT_COLUMNS = [
  'taken',
  'returned',
  /** Steps are for what touches the state: 0 if returned. */
  'tick',
  'account',
  'slot',
  'asset',
  'assetHi',
  'assetLow',
  group('amount', 6),
  group('depositor', 6),
  /** As the account's header has it; the depositor is `own` only if he is this. */
  group('l1Owner', 6),
  'own',
  group('headerDigest', 8),
  /** Bits 28 … 30 of each digest element. */
  group('digestHi', 8),
  'nonZeroInverse',
  /** The first of the effect's three words. */
  'word',
] as const;
