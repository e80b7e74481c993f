/** Columns of the `slotLeaf` chip: one touched slot per row, before and after the batch. */
import { group } from '@weir/stark/air/builder';

export const SLOT_LEAF_COLUMNS = [
  'active',
  'account',
  'slot',
  /** asset, nonce, balance 3, filled 3 */
  group('old', 8),
  /** The new asset = assetLow + 2^12·assetMiddle + 2^24·assetHi. */
  'assetLow',
  'assetMiddle',
  'assetHi',
  'nonce',
  group('balance', 3),
  group('filled', 3),
  /** Bits 24 … 29 of the nonce. */
  'nonceHi',
  'lastClock',
  /** The account is in the validium tree, whose diffs are not in the body: no word. */
  'silent',
  /** The slot has a diff word, number `word`. */
  'changed',
  'word',
] as const;
