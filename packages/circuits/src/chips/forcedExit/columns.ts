/** Columns of the `forcedExit` chip: one consumed entry of L1's forced-exit queue per row. */
import { group } from '@weir/stark/air/builder';

export const FORCED_EXIT_COLUMNS = [
  'served',
  'refuted',
  'tick',
  'account',
  group('requester', 6),
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  group('gap', 2),
  /** Proves that requester and owner differ. */
  group('weight', 6),
  /** The first of the effect's two words. */
  'word',
] as const;
