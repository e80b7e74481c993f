/**
 * Follows L1: turns the core's and the pool's events into rows, `safeDepth` blocks behind the tip, and unwinds them when the chain
 * reorganises. What a sealed batch has consumed stays; if L1 comes back with something else in its place, that batch can never settle,
 * and the component stops with REORG_TOO_DEEP.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { bytesToBigint, equalBytes, fromHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { digestBytes } from '@weir/protocol/statement/header';
import { WORD_BYTES } from '@weir/protocol/statement/limbs';
import { and, desc, eq, gt, gte, inArray, lt, min } from 'drizzle-orm';
import type { Logger } from 'pino';
import { type Hex, type Log, type PublicClient, parseEventLogs } from 'viem';
import type { Committee } from '../committee/client.ts';
import type { BlobArchive } from '../da/archive.ts';
import type { BlobReader } from '../da/blobSources.ts';
import type { Queries } from '../storage/database.ts';
import { batches, l1Assets, l1Blocks, l1Deposits, l1ForcedExits, l1Rides, transactions } from '../storage/schema.ts';
import { type MarketContracts, recordMarketLogs, unwindMarket } from './market.ts';
import { readSettlement } from './settlement.ts';
import { discardIn } from './settler.ts';

/** Blocks asked for at once: public nodes refuse wider ranges. */
const MAX_RANGE = 2_000n;
/** How many places to go back to are kept. */
const KEPT_BLOCKS = 1_024;

/** IRidePool.Stage */
const OVER_STAGES = [3, 4];

export interface DepositContent {
  readonly account: number;
  readonly asset: number;
  readonly amount: string;
  readonly slot: number;
  readonly headerDigest: Hex;
  readonly depositor: Hex;
}

/** An entry of the queue of forced requests, as the transactions that answer it name it. */
export type ForcedContent =
  | { readonly kind: 'forcedExit'; readonly account: number; readonly slots: number; readonly requester: Hex }
  | { readonly kind: 'rotateKey'; readonly account: number; readonly requester: Hex; readonly ownerKey: readonly number[] };

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
  /** Another node's view of the same chain: what they do not agree on is not believed. */
  readonly witness?: PublicClient | undefined;
  readonly queries: Queries;
  readonly core: Hex;
  readonly pool: Hex;
  /** The contracts beside them, if this core has any. */
  readonly market?: MarketContracts | undefined;
  readonly deployBlock: bigint;
  readonly safeDepth: number;
  /** Where the data of a batch is that somebody else has settled. */
  readonly blobs: BlobReader;
  readonly committee?: Committee | undefined;
  /** Blobs of others are kept too. */
  readonly archive?: BlobArchive | undefined;
  readonly logger?: Logger | undefined;
  /** What sealed batches have consumed of L1's queues. */
  readonly consumed: { readonly depositCursor: number; readonly forcedCursor: number; readonly l1Orders?: readonly number[] };
}

type Tx = Parameters<Parameters<Queries['transaction']>[0]>[0];

/** Reads everything up to the safe tip; returns true if there was something new. */
export async function followOnce(options: FollowerOptions): Promise<boolean> {
  const { client, queries } = options;
  const tip = (await client.getBlockNumber({ cacheTime: 0 })) - BigInt(options.safeDepth);
  const [cursor] = await queries.select().from(l1Blocks).orderBy(desc(l1Blocks.number)).limit(1);
  if (cursor !== undefined && !(await isCanonical(client, cursor))) {
    await unwind(options);
    return true;
  }
  const from = cursor === undefined ? options.deployBlock : BigInt(cursor.number) + 1n;
  if (from > tip) return false;
  const to = from + MAX_RANGE < tip ? from + MAX_RANGE : tip;
  const { hash } = await client.getBlock({ blockNumber: to });
  const logs = await client.getLogs({ address: addressesOf(options), fromBlock: from, toBlock: to });
  const read = { number: Number(to), hash: hash as Hex };
  // A reorg while we were reading: these logs belong to no chain. Look again.
  if (!(await isCanonical(client, read)) || (cursor !== undefined && !(await isCanonical(client, cursor)))) return true;
  if (options.witness !== undefined) await requireAgreement(options, options.witness, { from, to, hash: read.hash, logs });
  await record(options, logs, read);
  return true;
}

const addressesOf = ({ core, pool, market }: FollowerOptions): Hex[] => [
  core,
  pool,
  ...(market === undefined ? [] : [market.orders, market.facts, market.prices]),
];

interface Reading {
  readonly from: bigint;
  readonly to: bigint;
  readonly hash: Hex;
  readonly logs: readonly Log[];
}

/** Throws `CodedError('RPCS_DISAGREE')`: one of them lags, forked or lies. Nothing is recorded; the follower asks again. */
async function requireAgreement(options: FollowerOptions, witness: PublicClient, { from, to, hash, logs }: Reading): Promise<void> {
  const block = await witness.getBlock({ blockNumber: to }).catch((error: Error) => {
    if (error.name === 'BlockNotFoundError') return undefined;
    throw error;
  });
  const theirs = block?.hash === hash ? await witness.getLogs({ address: addressesOf(options), fromBlock: from, toBlock: to }) : undefined;
  const essence = (log: Log): string => [log.blockHash, log.logIndex, log.address.toLowerCase(), ...log.topics, log.data].join();
  if (theirs !== undefined && theirs.map(essence).join('\n') === logs.map(essence).join('\n')) return;
  throw new CodedError('RPCS_DISAGREE', `the two RPCs do not agree on blocks ${from} to ${to}`, {
    block: Number(to),
    hash,
    witness: block?.hash ?? null,
  });
}

interface KnownBlock {
  readonly number: number;
  readonly hash: string;
}

async function isCanonical(client: PublicClient, { number, hash }: KnownBlock): Promise<boolean> {
  const seen = await client.getBlock({ blockNumber: BigInt(number) }).catch((error: Error) => {
    if (error.name === 'BlockNotFoundError') return undefined;
    throw error;
  });
  return seen?.hash === hash;
}

/** Goes back to the newest known block that is still there, and forgets what later ones said. */
async function unwind({ client, queries, deployBlock, consumed }: FollowerOptions): Promise<void> {
  const known = await queries.select().from(l1Blocks).orderBy(desc(l1Blocks.number));
  let target = Number(deployBlock) - 1;
  for (const block of known) {
    if (!(await isCanonical(client, block))) continue;
    target = block.number;
    break;
  }
  await queries.transaction(async (tx) => {
    await tx.delete(l1Blocks).where(gt(l1Blocks.number, target));
    await tx.delete(l1Deposits).where(and(gt(l1Deposits.block, target), gte(l1Deposits.index, consumed.depositCursor)));
    await tx.update(l1Deposits).set({ cancelRequestedAt: null, cancelBlock: null }).where(gt(l1Deposits.cancelBlock, target));
    await tx.update(l1Deposits).set({ reclaimedBlock: null }).where(gt(l1Deposits.reclaimedBlock, target));
    await tx.delete(l1ForcedExits).where(and(gt(l1ForcedExits.block, target), gte(l1ForcedExits.index, consumed.forcedCursor)));
    await tx.delete(l1Rides).where(gt(l1Rides.block, target));
    await tx.delete(l1Assets).where(gt(l1Assets.block, target));
    await unwindMarket(tx, target, consumed.l1Orders ?? []);
    await tx.update(l1Rides).set({ outcome: null, outcomeBlock: null }).where(gt(l1Rides.outcomeBlock, target));
    await unsettle(tx, target);
  });
}

/** Orphaned settlements: the settler sends ours again; with one of somebody else, all that was built on it goes. */
async function unsettle(tx: Tx, target: number): Promise<void> {
  const [foreign] = await tx
    .select({ number: min(batches.number) })
    .from(batches)
    .where(and(gt(batches.l1Block, target), eq(batches.origin, 'l1')));
  if (foreign.number !== null) await discardIn(tx, foreign.number);
  const orphaned = await tx
    .update(batches)
    .set({ status: 'proven', l1Transaction: null, l1Block: null, gasUsed: null })
    .where(and(gt(batches.l1Block, target), inArray(batches.status, ['settled', 'final'])))
    .returning({ number: batches.number });
  if (orphaned.length === 0) return;
  const numbers = orphaned.map(({ number }) => number);
  await tx
    .update(transactions)
    .set({ status: 'proven' })
    .where(and(inArray(transactions.batch, numbers), inArray(transactions.status, ['settled', 'final'])));
}

/** One database transaction with the cursor: no event can be missed, or counted twice. */
async function record(options: FollowerOptions, logs: Log[], read: KnownBlock): Promise<void> {
  const { queries, core, pool } = options;
  const coreLogs = parseEventLogs({ abi: weirAbi, logs: logs.filter(({ address }) => sameAddress(address, core)) });
  const poolLogs = parseEventLogs({ abi: ridePoolAbi, logs: logs.filter(({ address }) => sameAddress(address, pool)) });
  await queries.transaction(async (tx) => {
    for (const log of coreLogs) await recordCoreLog(tx, options, log);
    for (const log of poolLogs) await recordPoolLog(tx, options, log);
    const timeOf = async (blockNumber: bigint) => Number((await options.client.getBlock({ blockNumber })).timestamp);
    const reading = { logs, keptFrom: read.number - KEPT_BLOCKS, timeOf };
    if (options.market !== undefined) await recordMarketLogs(tx, options.market, reading);
    await tx.insert(l1Blocks).values(read);
    await tx.delete(l1Blocks).where(lt(l1Blocks.number, read.number - KEPT_BLOCKS));
  });
}

type CoreLog = ReturnType<typeof parseEventLogs<typeof weirAbi>>[number];
type PoolLog = ReturnType<typeof parseEventLogs<typeof ridePoolAbi>>[number];

async function recordCoreLog(tx: Tx, options: FollowerOptions, log: CoreLog): Promise<void> {
  const { client } = options;
  const block = Number(log.blockNumber);
  switch (log.eventName) {
    case 'AssetRegistered': {
      const { asset, token, quantum } = log.args;
      await tx
        .insert(l1Assets)
        .values({ number: Number(asset), token, quantum: String(quantum), block })
        .onConflictDoNothing();
      return;
    }
    case 'DepositQueued': {
      const { index, account, asset, amount, slot, headerDigest, depositor } = log.args;
      const content: DepositContent = {
        account: Number(account),
        asset: Number(asset),
        amount: String(amount),
        slot: Number(slot),
        headerDigest,
        depositor: depositor.toLowerCase() as Hex,
      };
      const [known] = await tx
        .select()
        .from(l1Deposits)
        .where(eq(l1Deposits.index, Number(index)));
      if (known === undefined) await tx.insert(l1Deposits).values({ index: Number(index), content, block });
      else requireSame(`deposit ${index}`, known.content, content);
      return;
    }
    case 'DepositCancelRequested': {
      const cancel = { cancelRequestedAt: Number(log.args.requestedAt), cancelBlock: block };
      await tx
        .update(l1Deposits)
        .set(cancel)
        .where(eq(l1Deposits.index, Number(log.args.index)));
      return;
    }
    case 'DepositReclaimed':
      await tx
        .update(l1Deposits)
        .set({ reclaimedBlock: block })
        .where(eq(l1Deposits.index, Number(log.args.index)));
      return;
    case 'ForcedExitRequested': {
      const index = Number(log.args.index);
      const { timestamp } = await client.getBlock({ blockNumber: log.blockNumber });
      const content: ForcedContent = {
        kind: 'forcedExit',
        account: Number(log.args.account),
        slots: Number(log.args.mask),
        requester: log.args.requester.toLowerCase() as Hex,
      };
      const [known] = await tx.select().from(l1ForcedExits).where(eq(l1ForcedExits.index, index));
      if (known === undefined) await tx.insert(l1ForcedExits).values({ index, content, requestedAt: Number(timestamp), block });
      else requireSame(`forced exit ${index}`, known.content, content);
      return;
    }
    case 'KeyRotationRequested': {
      const index = Number(log.args.index);
      const { timestamp } = await client.getBlock({ blockNumber: log.blockNumber });
      const content: ForcedContent = {
        kind: 'rotateKey',
        account: Number(log.args.account),
        requester: log.args.requester.toLowerCase() as Hex,
        ownerKey: keyElements(log.args.key),
      };
      const [known] = await tx.select().from(l1ForcedExits).where(eq(l1ForcedExits.index, index));
      if (known === undefined) await tx.insert(l1ForcedExits).values({ index, content, requestedAt: Number(timestamp), block });
      else requireSame(`key rotation ${index}`, known.content, content);
      return;
    }
    case 'BatchSettled':
      await recordSettled(tx, options, log);
      return;
    default:
      return;
  }
}

async function recordPoolLog(tx: Tx, { client, pool }: FollowerOptions, log: PoolLog): Promise<void> {
  const block = Number(log.blockNumber);
  if (log.eventName === 'RideCreated') {
    const { terms, ride } = log.args;
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
      .values({ ticket: Number(ride), content, block })
      .onConflictDoNothing();
  } else if (log.eventName === 'RideDeparted' || log.eventName === 'RideAborted') {
    // An outcome never changes, so today's storage tells it; no archive is needed.
    const ride = await client.readContract({ address: pool, abi: ridePoolAbi, functionName: 'ride', args: [log.args.ride] });
    if (!OVER_STAGES.includes(ride.stage)) throw new CodedError('L1_MOVED', `ride ${log.args.ride} is not over any more: reading again`);
    const outcome: RideOutcomeContent = {
      outTotal: String(ride.outTotal),
      inReturned: String(ride.inReturned),
      tickets: String(ride.tickets),
    };
    await tx
      .update(l1Rides)
      .set({ outcome, outcomeBlock: block })
      .where(eq(l1Rides.ticket, Number(log.args.ride)));
  }
}

/** A row that survived a reorg was consumed by a sealed batch: L1 must say the same again. */
function requireSame<T extends object>(what: string, known: unknown, now: T): void {
  const same = (Object.keys(now) as (keyof T)[]).every((name) => JSON.stringify((known as T)[name]) === JSON.stringify(now[name]));
  if (!same) throw new CodedError('REORG_TOO_DEEP', `L1 has another ${what} than a sealed batch consumed`, { known, now });
}

type SettledLog = Extract<CoreLog, { eventName: 'BatchSettled' }>;

/** The L1 event is what makes a batch settled, and nothing else. */
async function recordSettled(tx: Tx, options: FollowerOptions, log: SettledLog): Promise<void> {
  const number = Number(log.args.batchNumber);
  const [batch] = await tx.select().from(batches).where(eq(batches.number, number));
  const isOurs =
    batch !== undefined &&
    equalBytes(batch.newRollupRoot, fromHex(log.args.rollupRoot)) &&
    (batch.newValidiumRoot === null || equalBytes(batch.newValidiumRoot, fromHex(log.args.validiumRoot)));
  if (!isOurs) await adopt(tx, options, log);
  const { gasUsed } = await options.client.getTransactionReceipt({ hash: log.transactionHash });
  await tx
    .update(batches)
    .set({ status: 'settled', l1Transaction: log.transactionHash, l1Block: Number(log.blockNumber), gasUsed: Number(gasUsed) })
    .where(eq(batches.number, number));
  await tx
    .update(transactions)
    .set({ status: 'settled' })
    .where(and(eq(transactions.batch, number), inArray(transactions.status, ['batched', 'proven'])));
}

/**
 * Somebody else settled this number: another operator, or anybody after 24 h, or ourselves before our database was lost. What L1 published
 * takes the place of ours; our requests wait again. The root is checked when the ledger applies it.
 */
async function adopt(tx: Tx, { client, blobs, committee, archive, logger }: FollowerOptions, log: SettledLog): Promise<void> {
  const { batchNumber, rollupRoot, validiumRoot } = log.args;
  const number = Number(batchNumber);
  const event = { batchNumber: number, rollupRoot, validiumRoot, transaction: log.transactionHash };
  const { header, statement, blobHashes, blobWords, validiumData } = await readSettlement({ client, blobs, committee }, event);
  if (archive !== undefined && blobWords !== null) await keepBlobs(archive, blobWords, blobHashes);
  logger?.warn({ batch: number, transaction: log.transactionHash }, 'somebody else settled a batch: following it');
  await discardIn(tx, number);
  await tx.insert(batches).values({
    ...{ number, status: 'settled', origin: 'l1', timestamp: header.timestamp, transactions: [], context: {}, transactionCount: 0 },
    ...{ statement, digest: new Uint8Array(), blobWords, validiumData, blobs: blobHashes.map((hash) => ({ hash, commitment: '0x' })) },
    newRollupRoot: digestBytes(header.newRollupRoot),
    newValidiumRoot: digestBytes(header.newValidiumRoot),
  });
}

/** From the words, since the reader has checked the blobs: the same words make the same blobs. */
async function keepBlobs(archive: BlobArchive, blobWords: Uint8Array, hashes: readonly Hex[]): Promise<void> {
  const words = Array.from({ length: blobWords.length / WORD_BYTES }, (_, i) =>
    bytesToBigint(blobWords.subarray(WORD_BYTES * i, WORD_BYTES * (i + 1))),
  );
  for (const [i, blob] of blobsFromWords(words).entries()) await archive.put(hashes[i], blob);
}

function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** 7 elements of 4 bytes. */
function keyElements(key: Hex): number[] {
  const bytes = fromHex(key);
  return Array.from({ length: 7 }, (_, i) => Number(bytesToBigint(bytes.subarray(4 * i, 4 * i + 4))));
}
