/** L1 orders and facts as a batch may rely on them: terms and cancels from L1, what is sold from the batches sealed so far. */
import type { Fact, L1Order } from '@weir/protocol/types';
import { asc, inArray, isNull } from 'drizzle-orm';
import type { L1OrderContent } from '../l1/market.ts';
import { l1OfferOf } from '../matching/l1Offer.ts';
import type { Queries } from '../storage/database.ts';
import { l1Facts, l1Orders } from '../storage/schema.ts';
import type { Ledger } from './ledger.ts';

/** Orders of which something is left that a batch stamped at `timestamp` may sell, by id. */
export async function readL1Orders(queries: Queries, ledger: Ledger, timestamp: number): Promise<Map<number, L1Order>> {
  const rows = await queries.select().from(l1Orders).where(isNull(l1Orders.releasedBlock)).orderBy(asc(l1Orders.id));
  const orders = rows.map(({ id, content, cancelRequestedAt }): L1Order => {
    const { owner: _, sellAmount, minBuyAmount, minFill, ...terms } = content as L1OrderContent;
    return {
      id,
      ...terms,
      sellAmount: BigInt(sellAmount),
      minBuyAmount: BigInt(minBuyAmount),
      minFill: BigInt(minFill),
      sold: ledger.l1Sold.get(id) ?? 0n,
      cancelRequestedAt: cancelRequestedAt ?? 0,
    };
  });
  return new Map(orders.filter((order) => l1OfferOf(order, timestamp) !== undefined).map((order) => [order.id, order]));
}

/** Those of these facts that L1 has. */
export async function readFacts(queries: Queries, wanted: readonly Fact[]): Promise<Set<Fact>> {
  if (wanted.length === 0) return new Set();
  const rows = await queries
    .select({ id: l1Facts.id })
    .from(l1Facts)
    .where(inArray(l1Facts.id, [...wanted]));
  return new Set(rows.map(({ id }) => id as Fact));
}
