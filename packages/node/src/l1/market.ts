/** What `follower.ts` reads of the contracts beside the core: orders placed on L1, facts, and reference prices. */
import { factsAbi } from '@weir/abi/facts';
import { l1OrdersAbi } from '@weir/abi/l1Orders';
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { CodedError } from '@weir/foundation/codedError';
import { and, eq, gt, lt, lte, max, notInArray } from 'drizzle-orm';
import { type Hex, type Log, parseEventLogs } from 'viem';
import type { Queries } from '../storage/database.ts';
import { l1Facts, l1Feeds, l1Orders, l1Prices } from '../storage/schema.ts';

type Tx = Parameters<Parameters<Queries['transaction']>[0]>[0];

/** Terms of an order as L1 has stored them; amounts are decimal strings. */
export interface L1OrderContent {
  readonly owner: Hex;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: string;
  readonly minBuyAmount: string;
  readonly minFill: string;
  readonly until: number;
}

export interface MarketContracts {
  readonly orders: Hex;
  readonly facts: Hex;
  readonly prices: Hex;
}

export interface MarketReading {
  readonly logs: readonly Log[];
  /** Nothing goes back to before this block without being read again from the start. */
  readonly keptFrom: number;
  readonly timeOf: (block: bigint) => Promise<number>;
}

const isFrom = (log: Log, address: Hex): boolean => log.address.toLowerCase() === address.toLowerCase();

export async function recordMarketLogs(tx: Tx, { orders, facts, prices }: MarketContracts, reading: MarketReading): Promise<void> {
  const { logs } = reading;
  for (const log of parseEventLogs({ abi: l1OrdersAbi, logs: logs.filter((one) => isFrom(one, orders)) })) await recordOrderLog(tx, log);
  for (const { args, blockNumber } of parseEventLogs({
    abi: factsAbi,
    eventName: 'FactRegistered',
    logs: logs.filter((one) => isFrom(one, facts)),
  }))
    await tx
      .insert(l1Facts)
      .values({ id: args.id.toLowerCase(), block: Number(blockNumber) })
      .onConflictDoNothing();
  await recordPrices(tx, { ...reading, logs: logs.filter((one) => isFrom(one, prices)) });
}

/**
 * Of the entries read at once, each feed's last: an earlier one is of use only to whoever goes back in between, which nobody does. Batches
 * carry what they were held to themselves.
 */
async function recordPrices(tx: Tx, { logs, keptFrom, timeOf }: MarketReading): Promise<void> {
  for (const { args, blockNumber } of parseEventLogs({ abi: referencePricesAbi, eventName: 'FeedOpened', logs: [...logs] }))
    await tx
      .insert(l1Feeds)
      .values({
        ...{ feed: Number(args.feed), adapter: args.adapter.toLowerCase(), block: Number(blockNumber) },
        ...{ assetIn: Number(args.assetIn), assetOut: Number(args.assetOut) },
      })
      .onConflictDoNothing();
  const appended = parseEventLogs({ abi: referencePricesAbi, eventName: 'PriceAppended', logs: [...logs] });
  const newest = new Map(appended.map((log) => [Number(log.args.feed), log]));
  for (const [feed, { args, blockNumber }] of newest) {
    const entry = { entry: Number(args.index), num: `${args.num}`, den: `${args.den}` };
    await tx
      .insert(l1Prices)
      .values({ feed, ...entry, time: await timeOf(blockNumber), block: Number(blockNumber) })
      .onConflictDoNothing();
    const [{ settled }] = await tx
      .select({ settled: max(l1Prices.entry) })
      .from(l1Prices)
      .where(and(eq(l1Prices.feed, feed), lte(l1Prices.block, keptFrom)));
    if (settled !== null) await tx.delete(l1Prices).where(and(eq(l1Prices.feed, feed), lt(l1Prices.entry, settled)));
  }
}

type OrderLog = ReturnType<typeof parseEventLogs<typeof l1OrdersAbi>>[number];

async function recordOrderLog(tx: Tx, log: OrderLog): Promise<void> {
  const block = Number(log.blockNumber);
  switch (log.eventName) {
    case 'OrderPlaced': {
      const { owner, terms } = log.args;
      const id = Number(log.args.id);
      const content: L1OrderContent = {
        owner: owner.toLowerCase() as Hex,
        sellAsset: terms.sellAsset,
        buyAsset: terms.buyAsset,
        sellAmount: String(terms.sellAmount),
        minBuyAmount: String(terms.minBuyAmount),
        minFill: String(terms.minFill),
        until: terms.until,
      };
      const [known] = await tx.select().from(l1Orders).where(eq(l1Orders.id, id));
      if (known === undefined) await tx.insert(l1Orders).values({ id, content, block });
      // It survived a reorg because a sealed batch has filled it: L1 must say the same again.
      else if (Object.entries(content).some(([name, value]) => (known.content as Record<string, unknown>)[name] !== value))
        throw new CodedError('REORG_TOO_DEEP', `L1 has another order ${id} than a sealed batch has filled`, {
          known: known.content,
          now: content,
        });
      return;
    }
    case 'OrderCancelRequested':
      await tx
        .update(l1Orders)
        .set({ cancelRequestedAt: Number(log.args.requestedAt), cancelBlock: block })
        .where(eq(l1Orders.id, Number(log.args.id)));
      return;
    case 'OrderReleased':
      await tx
        .update(l1Orders)
        .set({ releasedBlock: block })
        .where(eq(l1Orders.id, Number(log.args.id)));
      return;
    default:
      return;
  }
}

/** Forgets what blocks after `target` said, but for orders that sealed batches have filled. */
export async function unwindMarket(tx: Tx, target: number, filled: readonly number[]): Promise<void> {
  const orphaned = gt(l1Orders.block, target);
  await tx.delete(l1Orders).where(filled.length === 0 ? orphaned : and(orphaned, notInArray(l1Orders.id, [...filled])));
  await tx.update(l1Orders).set({ cancelRequestedAt: null, cancelBlock: null }).where(gt(l1Orders.cancelBlock, target));
  await tx.update(l1Orders).set({ releasedBlock: null }).where(gt(l1Orders.releasedBlock, target));
  await tx.delete(l1Facts).where(gt(l1Facts.block, target));
  await tx.delete(l1Feeds).where(gt(l1Feeds.block, target));
  await tx.delete(l1Prices).where(gt(l1Prices.block, target));
}
