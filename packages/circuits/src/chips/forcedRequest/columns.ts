/** Columns of the `forcedRequest` chip: one consumed entry of L1's queue of forced requests per row. */
import { group } from '@weir/stark/air/builder';

export const FORCED_REQUEST_COLUMNS = [
  /** A forced exit, or a key rotation; granted or not. */
  'exitServed',
  'exitRefuted',
  'keyApplied',
  'keyRefuted',
  'tick',
  'account',
  group('requester', 6),
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('gap', 2),
  /** Proves that requester and owner differ. */
  group('weight', 6),
  /** An exit's slots. */
  'mask',
  /** A rotation's new key, and bits 28 … 30 of its elements. */
  group('newKey', 7),
  group('newKeyHi', 7),
  'versionInverse',
  /** The first of the effect's words. */
  'word',
] as const;
