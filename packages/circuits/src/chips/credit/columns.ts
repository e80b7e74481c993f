/** Columns of the `credit` chip: one amount that arrives in one slot per row. */
import { group } from '@weir/stark/air/builder';

export const CREDIT_COLUMNS = [
  'active',
  'account',
  'slot',
  'clock',
  group('gap', 2),
  /** What arrives. */
  'asset',
  group('amount', 3),
  /** The account's owner wants it in this slot. */
  'own',
  /** The slot before. */
  'oldAsset',
  'nonce',
  group('balance', 3),
  group('filled', 3),
  /** The slot changes its asset. */
  'opened',
  /** opened and not own */
  'foreign',
  'inverse',
  /** The balance after, as limbs. */
  group('after', 6),
  group('carry', 2),
] as const;
