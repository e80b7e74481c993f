/** An L1 order as the matcher sees it: an offer like any other, with its escrow for a balance and without a fee. */
import { L1_ORDER_CANCEL_LIMIT } from '@weir/protocol/transactions/clearing';
import type { L1Order } from '@weir/protocol/types';
import type { Offer } from './book.ts';

export interface L1Offer extends Offer {
  /** Its id on L1. */
  readonly l1Order: number;
}

/** Undefined if nothing of it can be filled at this time. Those on L1 came before whoever asks now: their `seq` is below that of every request. */
export function l1OfferOf(order: L1Order, timestamp: number): L1Offer | undefined {
  const { id, sellAsset, buyAsset, sellAmount, minBuyAmount, minFill, until, sold, cancelRequestedAt } = order;
  const cancelled = cancelRequestedAt !== 0 && timestamp > cancelRequestedAt + L1_ORDER_CANCEL_LIMIT;
  const left = sellAmount - sold;
  if (timestamp > until || cancelled || left <= 0n) return undefined;
  return { l1Order: id, seq: id - 2 ** 28, sell: sellAsset, buy: buyAsset, capacity: left, left, sellAmount, minBuyAmount, minFill };
}
