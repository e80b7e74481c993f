/** Reference prices as a batch may rely on them: the newest entry of each feed that L1 has, while L1 would take it. */
import { ENTRY_MAX_AGE, ENTRY_MAX_STALE } from '@weir/protocol/prices/readings';
import type { Reference } from '@weir/protocol/types';
import { desc, eq } from 'drizzle-orm';
import type { Queries } from '../storage/database.ts';
import { l1Feeds, l1Prices } from '../storage/schema.ts';

export interface KnownReference {
  readonly reference: Reference;
  readonly time: number;
}

export type References = ReadonlyMap<number, KnownReference>;

/** By feed, ascending. */
export async function readReferences(queries: Queries): Promise<References> {
  const rows = await queries
    .selectDistinctOn([l1Prices.feed], {
      ...{ feed: l1Prices.feed, entry: l1Prices.entry, num: l1Prices.num, den: l1Prices.den, time: l1Prices.time },
      ...{ inAsset: l1Feeds.assetIn, outAsset: l1Feeds.assetOut },
    })
    .from(l1Prices)
    .innerJoin(l1Feeds, eq(l1Feeds.feed, l1Prices.feed))
    .orderBy(l1Prices.feed, desc(l1Prices.entry));
  return new Map(
    rows.map(({ num, den, time, ...rest }) => [rest.feed, { reference: { ...rest, num: BigInt(num), den: BigInt(den) }, time }]),
  );
}

/**
 * Those that a batch stamped at `timestamp` may be held to. What L1 has appended since `seenUntil` is not known here: that supersedes an entry
 * for batches stamped `ENTRY_MAX_STALE` after it only, so nothing that comes later takes one from this batch, however long it is proven.
 */
export function usableReferences(known: References, timestamp: number, seenUntil: number): Map<number, Reference> {
  if (timestamp > seenUntil + ENTRY_MAX_STALE) return new Map();
  const usable = [...known.values()].filter(({ time }) => time <= timestamp && timestamp <= time + ENTRY_MAX_AGE);
  return new Map(usable.map(({ reference }) => [reference.feed, reference]));
}

export const referencesOf = (known: References): Map<number, Reference> =>
  new Map([...known].map(([feed, { reference }]) => [feed, reference]));
