/**
 * Follows L1: turns the core's and the pool's events into rows, `safeDepth` blocks behind the tip, and unwinds them when the chain
 * reorganises. What a batch has already consumed is never unwound silently: that is a bug or a reorg deeper than `safeDepth`, and stops
 * the component.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { and, eq, gt, gte, inArray } from 'drizzle-orm';
import type { Hex, Log, PublicClient } from 'viem';
import { parseEventLogs } from 'viem';
import type { Queries } from '../storage/database.ts';
import { batches, l1Assets, l1Cursor, l1Deposits, l1ForcedExits, l1Rides, transactions } from '../storage/schema.ts';

/** Blocks asked for at once: public nodes refuse wider ranges. */
const MAX_RANGE = 2_000n;

export interface DepositContent {
  readonly account: number;
  readonly asset: number;
  readonly amount: string;
  readonly slot: number;
  readonly headerDigest: Hex;
  readonly depositor: Hex;
}

export interface RideContent {
  readonly adapter: Hex;
  readonly direction: number;
  readonly assetIn: number;
  readonly assetOut: number;
  readonly referenceIn: string;
  readonly referenceOut: string;
  readonly worstIn: string;
  readonly worstOut: string;
  readonly minSize: string;
  readonly maxSize: string;
  readonly boardBy: number;
  readonly departBy: number;
  readonly settleBy: number;
}

/** `tickets` is the ride's size when it departed or was aborted. */
export interface RideOutcomeContent {
  readonly outTotal: string;
  readonly inReturned: string;
  readonly tickets: string;
}

export interface FollowerOptions {
  readonly client: PublicClient;
  readonly queries: Queries;
  readonly core: Hex;
  readonly pool: Hex;
  readonly deployBlock: bigint;
  readonly safeDepth: number;
}

/** Reads everything up to the safe tip; returns true if there was something new. */
export async function followOnce(options: FollowerOptions): Promise<boolean> {
  const { client, queries } = options;
  const tip = (await client.getBlockNumber({ cacheTime: 0 })) - BigInt(options.safeDepth);
  const [cursor] = await queries.select().from(l1Cursor).where(eq(l1Cursor.id, 1));
  if (cursor !== undefined && !(await stillCanonical(client, cursor.block, cursor.blockHash))) {
    await unwind(options, cursor.block);
    return true;
  }
  const from = cursor === undefined ? options.deployBlock : BigInt(cursor.block) + 1n;
  if (from > tip) return false;
  const to = from + MAX_RANGE < tip ? from + MAX_RANGE : tip;
  const logs = await client.getLogs({ address: [options.core, options.pool], fromBlock: from, toBlock: to });
  const block = await client.getBlock({ blockNumber: to });
  await record(options, logs, Number(to), block.hash as Hex);
  return true;
}

async function stillCanonical(client: PublicClient, block: number, hash: string): Promise<boolean> {
  const seen = await client.getBlock({ blockNumber: BigInt(block) }).catch(() => undefined);
  return seen?.hash === hash;
}

/** Steps back, twice as far each time it is called on a still-orphaned cursor, and forgets what those blocks said. */
async function unwind(options: FollowerOptions, orphan: number): Promise<void> {
  const target = Math.max(orphan - 8, Number(options.deployBlock) - 1);
  const block = target < Number(options.deployBlock) ? undefined : await options.client.getBlock({ blockNumber: BigInt(target) });
  await options.queries.transaction(async (tx) => {
    await tx.delete(l1Deposits).where(gt(l1Deposits.block, target));
    await tx.delete(l1ForcedExits).where(gt(l1ForcedExits.block, target));
    await tx.delete(l1Rides).where(gt(l1Rides.block, target));
    await tx.delete(l1Assets).where(gt(l1Assets.block, target));
    await tx
      .update(l1Rides)
      .set({ outcome: null, outcomeBlock: null })
      .where(gte(l1Rides.outcomeBlock, target + 1));
    // Orphaned settlements are sent again by the settler.
    const orphaned = await tx
      .update(batches)
      .set({ status: 'proven', l1Transaction: null, l1Block: null, gasUsed: null })
      .where(and(gt(batches.l1Block, target), inArray(batches.status, ['settled', 'final'])))
      .returning({ number: batches.number });
    for (const { number } of orphaned) {
      await tx
        .update(transactions)
        .set({ status: 'proven' })
        .where(and(eq(transactions.batch, number), inArray(transactions.status, ['settled', 'final'])));
    }
    await tx.delete(l1Cursor).where(eq(l1Cursor.id, 1));
    if (block !== undefined) await tx.insert(l1Cursor).values({ id: 1, block: target, blockHash: block.hash as Hex });
  });
}

async function record(options: FollowerOptions, logs: Log[], block: number, blockHash: Hex): Promise<void> {
  const coreLogs = parseEventLogs({ abi: weirAbi, logs: logs.filter((log) => sameAddress(log.address, options.core)) });
  const poolLogs = parseEventLogs({ abi: ridePoolAbi, logs: logs.filter((log) => sameAddress(log.address, options.pool)) });
  await options.queries.transaction(async (tx) => {
    for (const log of coreLogs) {
      const at = Number(log.blockNumber);
      switch (log.eventName) {
        case 'AssetRegistered': {
          const row = { number: Number(log.args.asset), token: log.args.token, quantum: String(log.args.quantum), block: at };
          await tx.insert(l1Assets).values(row).onConflictDoNothing();
          break;
        }
        case 'DepositQueued': {
          const content: DepositContent = {
            account: Number(log.args.account),
            asset: Number(log.args.asset),
            amount: String(log.args.amount),
            slot: Number(log.args.slot),
            headerDigest: log.args.headerDigest,
            depositor: log.args.depositor.toLowerCase() as Hex,
          };
          await tx
            .insert(l1Deposits)
            .values({ index: Number(log.args.index), content, block: at })
            .onConflictDoNothing();
          break;
        }
        case 'DepositCancelRequested':
          await tx
            .update(l1Deposits)
            .set({ cancelRequestedAt: Number(log.args.requestedAt) })
            .where(eq(l1Deposits.index, Number(log.args.index)));
          break;
        case 'DepositReclaimed':
          await tx
            .update(l1Deposits)
            .set({ cancelled: 1 })
            .where(eq(l1Deposits.index, Number(log.args.index)));
          break;
        case 'ForcedExitRequested': {
          const requestedAt = Number((await options.client.getBlock({ blockNumber: log.blockNumber })).timestamp);
          const content = { account: Number(log.args.account), requester: log.args.requester.toLowerCase() };
          await tx
            .insert(l1ForcedExits)
            .values({ index: Number(log.args.index), content, requestedAt, block: at })
            .onConflictDoNothing();
          break;
        }
        case 'BatchSettled':
          await markSettled(tx, options.client, Number(log.args.batchNumber), log.transactionHash, at);
          break;
        default:
          break;
      }
    }
    for (const log of poolLogs) {
      const at = Number(log.blockNumber);
      if (log.eventName === 'RideCreated') {
        const { terms } = log.args;
        const content: RideContent = {
          adapter: terms.adapter,
          direction: terms.direction,
          assetIn: terms.assetIn,
          assetOut: terms.assetOut,
          referenceIn: String(terms.referenceIn),
          referenceOut: String(terms.referenceOut),
          worstIn: String(terms.worstIn),
          worstOut: String(terms.worstOut),
          minSize: String(terms.minSize),
          maxSize: String(terms.maxSize),
          boardBy: terms.boardBy,
          departBy: terms.departBy,
          settleBy: terms.settleBy,
        };
        await tx
          .insert(l1Rides)
          .values({ ticket: Number(log.args.ride), content, block: at })
          .onConflictDoNothing();
      } else if (log.eventName === 'RideDeparted' || log.eventName === 'RideAborted') {
        const ride = await options.client.readContract({
          address: options.pool,
          abi: ridePoolAbi,
          functionName: 'ride',
          args: [log.args.ride],
          blockNumber: log.blockNumber,
        });
        const outcome: RideOutcomeContent = {
          outTotal: String(ride.outTotal),
          inReturned: String(ride.inReturned),
          tickets: String(ride.tickets),
        };
        await tx
          .update(l1Rides)
          .set({ outcome, outcomeBlock: at })
          .where(eq(l1Rides.ticket, Number(log.args.ride)));
      }
    }
    await tx.insert(l1Cursor).values({ id: 1, block, blockHash }).onConflictDoUpdate({ target: l1Cursor.id, set: { block, blockHash } });
  });
}

/** The L1 event is what makes a batch settled, and nothing else. Same database transaction as the cursor: it can't be missed. */
async function markSettled(
  tx: Parameters<Parameters<Queries['transaction']>[0]>[0],
  client: PublicClient,
  number: number,
  hash: Hex,
  block: number,
) {
  const receipt = await client.getTransactionReceipt({ hash });
  await tx
    .update(batches)
    .set({ status: 'settled', l1Transaction: hash, l1Block: block, gasUsed: Number(receipt.gasUsed) })
    .where(eq(batches.number, number));
  await tx
    .update(transactions)
    .set({ status: 'settled' })
    .where(and(eq(transactions.batch, number), inArray(transactions.status, ['batched', 'proven'])));
}

function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
