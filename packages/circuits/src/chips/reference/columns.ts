/** Columns of the `reference` chip: one entry of an L1 price feed that the batch's bands are held to per row. */
import { group } from '@weir/stark/air/builder';

export const REFERENCE_COLUMNS = [
  'active',
  'feed',
  /** Low 24 and high 6 bits of each asset. */
  'inLow',
  'inHigh',
  'outLow',
  'outHigh',
  /** Its number in the feed. */
  'entry',
  /** One unit of the out asset is worth num/den of the in asset. */
  group('num', 6),
  group('den', 6),
  /** Lookups by exchanges of in for out, and of out for in. */
  'forward',
  'backward',
  /** The first of the effect's two words. */
  'word',
] as const;
