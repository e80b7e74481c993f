/** What `follower.ts` reads of the contracts beside the core: orders placed on L1, and facts. */
import { factsAbi } from '@weir/abi/facts';
import { l1OrdersAbi } from '@weir/abi/l1Orders';
import { CodedError } from '@weir/foundation/codedError';
import { and, eq, gt, notInArray } from 'drizzle-orm';
import { type Hex, type Log, parseEventLogs } from 'viem';
import type { Queries } from '../storage/database.ts';
import { l1Facts, l1Orders } from '../storage/schema.ts';

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
}

const isFrom = (log: Log, address: Hex): boolean => log.address.toLowerCase() === address.toLowerCase();

export async function recordMarketLogs(tx: Tx, { orders, facts }: MarketContracts, logs: readonly Log[]): Promise<void> {
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
}
