/** Columns of the `l1Fill` chip: one execution of an L1 order in the clearing per row. Amounts are six limbs. */
import { group } from '@weir/stark/air/builder';

export const L1_FILL_COLUMNS = [
  'active',
  /** The order's id, and that of the row before it in the list. */
  'order',
  'previous',
  'orderLow',
  /** Low 24 and high 6 bits of each asset. */
  'sellLow',
  'sellHigh',
  'buyLow',
  'buyHigh',
  group('sold', 6),
  group('bought', 6),
  'soldInverse',
  'boughtInverse',
  /** sold·sellPrice = bought·buyPrice + remainder, remainder + remainderGap + 1 = buyPrice. */
  group('sellPrice', 6),
  group('buyPrice', 6),
  group('remainder', 4),
  group('remainderGap', 4),
  group('valueCarry', 10),
  /** The pots' accumulators before this fill. */
  group('sellFlow', 6),
  group('buyFlow', 6),
  /** The first of the effect's two words. */
  'word',
] as const;
