/**
 * A node, wired by hand, in order, and unwound in reverse: database, L1, ledger, jobs, local prover, pipeline loops, API.
 *
 * Each pipeline component is a loop over the database. A failed round is logged, counted, shown in /health and tried again; what it was
 * doing is still a row in its old state, so nothing is lost or done twice.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toHex } from '@weir/foundation/bytes';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type PgBoss from 'pg-boss';
import { type Logger, pino } from 'pino';
import { createApi } from './api/server.ts';
import { Ledger } from './batcher/ledger.ts';
import { sealBatch } from './batcher/sequencer.ts';
import type { Config } from './config.ts';
import { connectL1, type L1 } from './l1/client.ts';
import { followOnce } from './l1/follower.ts';
import { keepOnce } from './l1/keeper.ts';
import { MAX_TRANSACTION_BYTES, settleOnce } from './l1/settler.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { enqueueProof, openJobs } from './prover/jobs.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { type EmbeddedDatabase, startEmbeddedPostgres } from './storage/embeddedPostgres.ts';
import { batches, transactions } from './storage/schema.ts';

/** Bytes of a settle transaction that are not statement: proof, ABI and envelope, with room for a proof that grows with the batch. */
const PROOF_ROOM = 108_000;

export interface NodeEvent {
  readonly type: 'sealed' | 'proving' | 'proven' | 'submitted' | 'settled' | 'ride';
  readonly batch?: number;
  readonly [detail: string]: unknown;
}

export interface WeirNode {
  readonly url: string;
  readonly databaseUrl: string;
  readonly l1: L1;
  subscribe(listener: (event: NodeEvent) => void): () => void;
  stop(): Promise<void>;
}

export async function startNode(config: Config, logger: Logger = pino({ level: 'info' })): Promise<WeirNode> {
  const unwind: (() => Promise<unknown>)[] = [];
  try {
    return await start(config, logger, unwind);
  } catch (error) {
    for (const undo of unwind.reverse()) await undo().catch(() => undefined);
    throw error;
  }
}

async function start(config: Config, logger: Logger, unwind: (() => Promise<unknown>)[]): Promise<WeirNode> {
  // 1. Database.
  mkdirSync(config.dataDirectory, { recursive: true });
  const embedded = await embeddedDatabase(config, logger);
  if (embedded !== undefined) unwind.push(() => embedded.stop());
  const databaseUrl = embedded?.url ?? config.databaseUrl;
  const database: Database = await openDatabase(databaseUrl);
  unwind.push(() => database.close());
  const { queries } = database;

  // 2. L1.
  const l1 = await connectL1({ rpcUrl: config.rpcUrl, core: config.core, operatorKey: config.operatorKey });
  const instance = instanceHash(BigInt(l1.chainId), l1.core.toLowerCase() as `0x${string}`);
  const deployBlock = await findDeployBlock(l1);

  // 3. Ledger: the batches replayed.
  const ledger = await Ledger.load(queries);
  logger.info({ batch: ledger.batchNumber, accounts: ledger.nextAccount }, 'state replayed');

  // 4. Jobs and the local prover.
  const metrics = createMetrics();
  const events = new Events();
  const boss: PgBoss = await openJobs(databaseUrl, (error) => logger.error({ err: error }, 'job queue'));
  unwind.push(() => boss.stop({ graceful: true, timeout: 2_000 }));
  const unproven = await queries.select({ number: batches.number }).from(batches).where(isNull(batches.proof));
  for (const { number } of unproven) await enqueueProof(boss, number);
  if (config.proverThreads > 0) {
    const prover = new LocalProver({ databaseUrl, instance: toHex(instance), threads: config.proverThreads, logger, events });
    unwind.push(() => prover.stop());
  }

  // 5. Pipeline loops.
  const context: PipelineContext = {
    config,
    logger,
    database,
    l1,
    ledger,
    boss,
    metrics,
    events,
    instance,
    deployBlock,
    clock: { now: 0 },
    unwell: new Map(),
  };
  const loops = startLoops(context);
  unwind.push(() => loops.stop());

  // 6. API, last: nothing is acknowledged before everything behind it runs.
  const api: FastifyInstance = await createApi({
    queries,
    ledger,
    metrics,
    logger,
    intake: { queries, instance: instanceLimbs(instance), ledger, now: () => context.clock.now },
    deployment: {
      chainId: l1.chainId,
      core: l1.core,
      pool: l1.pool,
      profile: DEFAULT_PROFILE.name,
      operatorAccount: config.operatorAccount,
    },
    unwell: () => [...context.unwell.keys()],
    subscribe: (listener) => events.subscribe(listener),
  });
  const url = await api.listen({ host: config.host, port: config.port });
  unwind.push(() => api.close());
  logger.info({ url }, 'node is up');

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (const undo of unwind.reverse()) await undo();
  };
  return { url, databaseUrl, l1, subscribe: (listener) => events.subscribe(listener), stop: () => (stopped ??= stop()) };
}

async function embeddedDatabase(config: Config, logger: Logger): Promise<EmbeddedDatabase | undefined> {
  if (config.databaseUrl !== '') return undefined;
  return startEmbeddedPostgres({ dataDirectory: join(config.dataDirectory, 'postgres'), log: (line) => logger.info(line) });
}

/** First block whose code is there: where the follower starts reading. */
async function findDeployBlock(l1: L1): Promise<bigint> {
  let [low, high] = [0n, await l1.client.getBlockNumber()];
  while (low < high) {
    const middle = (low + high) / 2n;
    const code = await l1.client.getCode({ address: l1.core, blockNumber: middle });
    if (code === undefined) low = middle + 1n;
    else high = middle;
  }
  return low;
}

class Events {
  readonly #listeners = new Set<(event: NodeEvent) => void>();

  emit(event: NodeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  subscribe(listener: (event: NodeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

interface LocalProverOptions {
  readonly databaseUrl: string;
  readonly instance: string;
  readonly threads: number;
  readonly logger: Logger;
  readonly events: Events;
}

/** Keeps one proving process alive. */
class LocalProver {
  readonly #options: LocalProverOptions;
  #child: ChildProcess | undefined;
  #stopping = false;

  constructor(options: LocalProverOptions) {
    this.#options = options;
    this.#spawn();
  }

  #spawn(): void {
    const { databaseUrl, instance, threads, logger, events } = this.#options;
    const child = fork(fileURLToPath(new URL('./prover/main.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: databaseUrl, WEIR_INSTANCE: instance, WEIR_PROVER_THREADS: String(threads) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => logger.warn({ prover: chunk.toString().trim() }, 'prover'));
    child.on('message', (message: { type: string; number?: number; stage?: string; percent?: number }) => {
      if (message.type === 'progress')
        events.emit({ type: 'proving', batch: message.number, stage: message.stage, percent: message.percent });
    });
    child.on('exit', (code) => {
      if (this.#stopping) return;
      logger.error({ code }, 'the prover ended; starting another');
      setTimeout(() => this.#stopping || this.#spawn(), 1_000);
    });
  }

  stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 3_000).unref();
    });
  }
}

interface PipelineContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly l1: L1;
  readonly ledger: Ledger;
  readonly boss: PgBoss;
  readonly metrics: Metrics;
  readonly events: Events;
  readonly instance: Uint8Array;
  readonly deployBlock: bigint;
  /** L1 time of the newest block seen. */
  readonly clock: { now: number };
  readonly unwell: Map<string, string>;
}

function startLoops(context: PipelineContext): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const loops = [
    loop(context, 'follow', stopping.signal, () => follow(context)),
    loop(context, 'sequence', stopping.signal, () => sequence(context)),
    loop(context, 'settle', stopping.signal, () => settle(context)),
    loop(context, 'keep', stopping.signal, () => keep(context)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Runs `round` until told to stop; sleeps only when there was nothing to do. */
async function loop(
  { config, logger, metrics, unwell }: PipelineContext,
  name: string,
  signal: AbortSignal,
  round: () => Promise<boolean>,
): Promise<void> {
  while (!signal.aborted) {
    let busy = false;
    try {
      busy = await round();
      unwell.delete(name);
    } catch (error) {
      const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
      if (unwell.get(name) !== message) logger.error({ component: name, err: error }, 'component failed; it will try again');
      unwell.set(name, message);
      metrics.componentFailures.inc({ component: name });
    }
    if (!busy) await sleep(config.pollMs, signal);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

async function follow(context: PipelineContext): Promise<boolean> {
  const { l1, database, config, deployBlock, events, metrics } = context;
  const before = await settledNumbers(context);
  const news = await followOnce({
    client: l1.client,
    queries: database.queries,
    core: l1.core,
    pool: l1.pool,
    deployBlock,
    safeDepth: config.safeDepth,
  });
  const tip = await l1.client.getBlock();
  context.clock.now = Number(tip.timestamp);
  for (const number of await settledNumbers(context)) {
    if (before.includes(number)) continue;
    metrics.lastBatch.set({ stage: 'settled' }, number);
    events.emit({ type: 'settled', batch: number });
  }
  await finalize(context, Number(tip.number));
  return news;
}

async function settledNumbers({ database }: PipelineContext): Promise<number[]> {
  const rows = await database.queries
    .select({ number: batches.number })
    .from(batches)
    .where(inArray(batches.status, ['settled', 'final']));
  return rows.map(({ number }) => number);
}

async function finalize({ database, config }: PipelineContext, tip: number): Promise<void> {
  const done = await database.queries
    .update(batches)
    .set({ status: 'final' })
    .where(and(eq(batches.status, 'settled'), lte(batches.l1Block, tip - config.finalDepth)))
    .returning({ number: batches.number });
  if (done.length === 0) return;
  const numbers = done.map(({ number }) => number);
  await database.queries
    .update(transactions)
    .set({ status: 'final' })
    .where(and(inArray(transactions.batch, numbers), eq(transactions.status, 'settled')));
}

async function sequence(context: PipelineContext): Promise<boolean> {
  const { database, ledger, config, instance, l1, boss, events, metrics, clock } = context;
  if (clock.now === 0) return false;
  const sealed = await sealBatch(
    {
      queries: database.queries,
      instance,
      instanceLimbs: instanceLimbs(instance),
      rewardRecipient: l1.account.address.toLowerCase() as `0x${string}`,
      operatorAccount: config.operatorAccount,
      maxTransactions: config.maxBatchTransactions,
      maxStatementBytes: MAX_TRANSACTION_BYTES - PROOF_ROOM,
      maxAgeMs: config.maxBatchAgeMs,
      rideWaitSeconds: config.rideWaitSeconds,
    },
    ledger,
    clock.now,
  );
  if (sealed === undefined) return false;
  await enqueueProof(boss, sealed.number);
  metrics.batchesSealed.inc();
  metrics.batchTransactions.observe(sealed.transactions);
  metrics.lastBatch.set({ stage: 'sealed' }, sealed.number);
  events.emit({ type: 'sealed', batch: sealed.number, transactions: sealed.transactions });
  return true;
}

async function settle({ l1, database, events }: PipelineContext): Promise<boolean> {
  const sent = await settleOnce(l1, database.queries);
  if (sent === undefined) return false;
  events.emit({ type: 'submitted', batch: sent.number, transaction: sent.transaction });
  return true;
}

async function keep({ l1, database, events, clock }: PipelineContext): Promise<boolean> {
  if (clock.now === 0) return false;
  const actions = await keepOnce(l1, database.queries, clock.now);
  for (const action of actions) if (action.transaction !== undefined) events.emit({ ...action, type: 'ride' });
  return false;
}
