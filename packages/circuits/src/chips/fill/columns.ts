/** Columns of the `fill` chip: one execution of a signed order in the clearing per row. Amounts are six limbs unless said otherwise. */
import { group } from '@weir/stark/air/builder';

export const FILL_COLUMNS = [
  'active',
  /** It has a pot part: something is sold and bought. */
  'sells',
  /** It has a ticket part: something boards a ride. */
  'boards',
  /** The order has two or three legs, of which this is one. */
  'several',
  /** It has a pot part and a band; a ticket part and a band. */
  'sellsInBand',
  'boardsInBand',
  'tick',
  'account',
  /** The fill before it in the list. */
  'previousAccount',
  'previousSlot',
  'orderBorrow',
  'orderLow',
  /** The signer's header. */
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  'versionInverse',
  group('headerGap', 2),
  'timestampLo',
  'timestampHi',
  'untilLo',
  'untilHi',
  'untilBorrow',
  'untilLoLow',
  'untilHiLow',

  /** The order's leg, as signed. */
  'sellSlot',
  'sellAsset',
  'sellNonce',
  'buySlot',
  'buyAsset',
  'ticketSlot',
  'ticketsUntilLo',
  'ticketsUntilHi',
  'ticketsUntilLoLow',
  'ticketsUntilHiLow',
  group('sellAmount', 6),
  group('minBuyAmount', 6),
  group('maxFee', 6),
  /** Three pieces. */
  group('minFill', 3),
  /** reference + 2^16·bps */
  'band',

  /** What is filled. */
  group('sold', 6),
  group('bought', 6),
  group('fee', 6),
  group('boarded', 6),
  'soldAndBoughtInverse',
  'boardedInverse',

  /** The sell slot before. */
  group('slotGap', 2),
  'nonce',
  group('balance', 3),
  group('filled', 3),
  'sameNonce',
  /** And after. */
  group('balanceAfter', 6),
  group('filledAfter', 6),
  group('filledCarry', 2),
  /** sellAmount − filledAfter, coarse. */
  group('left', 4),
  /** Nothing is left. */
  'completes',
  /** sold + boarded − minFill, coarse; 0 if the fill completes. */
  group('aboveMinimum', 4),

  /** sold·sellPrice = bought·buyPrice + remainder, remainder + remainderGap + 1 = buyPrice. */
  group('sellPrice', 6),
  group('buyPrice', 6),
  group('remainder', 4),
  group('remainderGap', 4),
  group('valueCarry', 10),
  /** bought·sellAmount − sold·minBuyAmount, coarse. */
  group('limitGap', 8),
  group('limitCarry', 10),
  /** maxFee·sold − fee·sellAmount, coarse. */
  group('feeGap', 8),
  group('feeCarry', 10),

  /** The ride whose tickets are bought: 0 unless `boards`. */
  'ticket',
  group('worstIn', 6),
  group('worstOut', 6),
  'settleByLo',
  'settleByHi',
  'settleBorrow',
  'settleLoLow',
  'settleHiLow',
  /** worstOut·sellAmount − worstIn·minBuyAmount, coarse. */
  group('worstGap', 8),
  group('worstCarry', 10),

  /** The pots' accumulators before this fill. */
  group('sellFlow', 6),
  group('sellFees', 6),
  group('buyFlow', 6),
  group('ticketFlow', 6),
] as const;
