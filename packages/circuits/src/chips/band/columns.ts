/** Columns of the `band` chip: one exchange that a signed band holds to a reference price per row. */
import { group } from '@weir/stark/air/builder';

export const BAND_COLUMNS = [
  'active',
  'sellAsset',
  'buyAsset',
  'feed',
  'bps',
  group('sold', 6),
  group('bought', 6),
  /** What is bought is worth num/den of what is sold. */
  group('num', 6),
  group('den', 6),
  /** bought·10^4 and sold·(10^4 − bps): 78 bits. */
  group('worth', 8),
  group('worthCarry', 5),
  group('least', 8),
  group('leastCarry', 5),
  /** worth·num − least·den, coarse. */
  group('gap', 9),
  group('carry', 11),
] as const;
