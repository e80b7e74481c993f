/**
 * Splits what a pair sells among its offers, on exact numbers.
 *
 * Less demanding limits go first; offers of one limit (to a basis point, so that nobody wins by a rounding) share pro rata; what the
 * floors of the shares leave goes by arrival. An offer gets nothing rather than less than its minFill, or an amount that the floor of what
 * it buys would take below its limit.
 */
import { isSameMargin, type Offer, type PairPrice } from './book.ts';

export interface Allocation {
  readonly total: bigint;
  /** Amounts ≥ 1, by offer. */
  readonly amounts: ReadonlyMap<Offer, bigint>;
}

export function allocate(offers: readonly Offer[], amount: bigint, price: PairPrice): Allocation {
  const amounts = new Map<Offer, bigint>();
  let left = amount;
  for (let first = 0; first < offers.length && left > 0n; ) {
    let end = first + 1;
    while (end < offers.length && isSameMargin(offers[first], offers[end])) end++;
    const group = offers.slice(first, end).sort((a, b) => a.seq - b.seq);
    left = shareOut(group, left, price, amounts);
    first = end;
  }
  return { total: amount - left, amounts };
}

/** Returns what the group did not take. */
function shareOut(group: readonly Offer[], amount: bigint, price: PairPrice, amounts: Map<Offer, bigint>): bigint {
  let takers = group;
  let wanted = takers.reduce((sum, { capacity }) => sum + capacity, 0n);
  // Whoever can't live with a share leaves the others more: the largest minimum goes first, until all that stay are content.
  while (wanted > amount && takers.length > 1) {
    const short = takers.filter((offer) => !meetsMinFill(offer, (offer.capacity * amount) / wanted));
    if (short.length === 0) break;
    const out = short.reduce((a, b) => (b.minFill > a.minFill || (b.minFill === a.minFill && b.seq > a.seq) ? b : a));
    takers = takers.filter((offer) => offer !== out);
    wanted -= out.capacity;
  }
  let left = amount;
  if (wanted > amount && takers.length > 1) {
    for (const offer of takers) {
      const share = suitable(offer, (offer.capacity * amount) / wanted, price);
      if (share > 0n) amounts.set(offer, share);
      left -= share;
    }
  }
  for (const offer of takers) {
    const had = amounts.get(offer) ?? 0n;
    const more = had + left < offer.capacity ? had + left : offer.capacity;
    const sold = suitable(offer, more, price);
    if (sold <= had) continue;
    amounts.set(offer, sold);
    left -= sold - had;
    if (left === 0n) break;
  }
  return left;
}

export function meetsMinFill({ minFill, left }: Offer, amount: bigint): boolean {
  return amount >= minFill || amount === left;
}

/** The amount, or the least one that buys as much, if that suits the offer; else 0. */
export function suitable(offer: Offer, amount: bigint, { sell, buy }: PairPrice): bigint {
  if (amount <= 0n) return 0n;
  const bought = (amount * sell) / buy;
  if (bought === 0n) return 0n;
  const enough = offer.minBuyAmount;
  if (meetsMinFill(offer, amount) && bought * offer.sellAmount >= amount * enough) return amount;
  const least = (bought * buy + sell - 1n) / sell;
  return meetsMinFill(offer, least) && bought * offer.sellAmount >= least * enough ? least : 0n;
}
