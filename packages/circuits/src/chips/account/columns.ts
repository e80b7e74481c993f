/** Columns of the `account` chip: one touched account per row. */
import { group } from '@weir/stark/air/builder';

export const ACCOUNT_COLUMNS = [
  'active',
  /** account = index + 2^26·tree */
  'tree',
  'index',
  /** In the validium tree, whose diffs are not in the body. */
  'silent',
  /** The header differs; then `headerChange` has the old one. */
  'changed',
  /** changed and not silent: the header has its two diff words. */
  'stated',
  /** The header after the batch. */
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('headerDigest', 8),
  group('oldDigest', 8),
  'slotsTouched',
  group('oldSlots', 8),
  group('newSlots', 8),
  group('oldNode', 8),
  group('newNode', 8),
  /** Clock of the last access to the header (0: none). */
  'lastClock',
] as const;
