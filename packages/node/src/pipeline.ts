/**
 * The pipeline: loops over the database, each moving rows on by one state. A failed round is logged, counted, shown in /health and tried
 * again; what it was doing is still a row in its old state, so nothing is lost or done twice. A broken invariant is a bug: it stops its
 * loop for good, and /health says so.
 */
import { InvariantError } from '@weir/foundation/assert';
import { and, asc, eq, gte, inArray, lte, max } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Ledger } from './batcher/ledger.ts';
import type { Sequencer } from './batcher/sequencer.ts';
import type { Committee } from './committee/client.ts';
import type { Config } from './config.ts';
import type { BlobReader } from './da/blobSources.ts';
import type { CommitteeDuty } from './da/committeeDuty.ts';
import type { Events } from './events.ts';
import { type L1, l1Time } from './l1/client.ts';
import { type Ending, isOver, readEnding } from './l1/ending.ts';
import { followOnce } from './l1/follower.ts';
import { Keeper } from './l1/keeper.ts';
import { discardFrom, type SettleOptions, settleOnce } from './l1/settler.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Monitor } from './monitor.ts';
import { enqueueProof } from './prover/jobs.ts';
import type { Queries } from './storage/database.ts';
import { type BatchStatus, batches, transactions } from './storage/schema.ts';

const STAGES: readonly BatchStatus[] = ['sealed', 'proven', 'submitted', 'settled', 'final'];

export interface PipelineOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly queries: Queries;
  readonly l1: L1;
  readonly ledger: Ledger;
  readonly sequencer: Sequencer;
  readonly boss: PgBoss;
  readonly metrics: Metrics;
  readonly events: Events;
  readonly deployBlock: bigint;
  /** Data availability: how batches settle, and where those of others are read. */
  readonly settle: SettleOptions;
  readonly blobs: BlobReader;
  readonly committee: Committee | undefined;
  readonly duty: CommitteeDuty;
  readonly monitor: Monitor;
}

/** Monitor and ending are looked at this often. */
const MONITOR_MS = 5_000;

export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #keeper: Keeper;
  readonly #stopping = new AbortController();
  readonly #loops: readonly Promise<void>[];
  /** component → why its last round failed. */
  readonly unwell = new Map<string, string>();
  /** L1 time; 0 until L1 has been read for the first time. */
  now = 0;
  /** Everything on L1 before this time has been read. */
  seenUntil = 0;
  ending: Ending = { sunset: null, frozen: false };
  /** First batch to be taken apart, and why. */
  #discard: { readonly number: number; readonly reason: string } | undefined;
  #monitoredAt = 0;
  /** Batch of the newest snapshot that we know of. */
  #snapshotAt: number;
  /** Sealed, but no proving job is known to exist: the queue did not answer. */
  readonly #unqueued = new Set<number>();
  /** Last stage announced of the batches from here on; those before are final. */
  readonly #seen = new Map<number, BatchStatus>();
  #watchFrom: number | undefined;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#snapshotAt = options.ledger.batchNumber;
    this.#keeper = new Keeper(options.l1, options.queries);
    this.#loops = [
      this.#loop('follow', () => this.#follow()),
      this.#loop('sequence', () => this.#sequence()),
      this.#loop('settle', () => this.#settle()),
      this.#loop('attest', () => this.#attest()),
      this.#loop('keep', () => this.#keep()),
      this.#loop('monitor', () => this.#monitor()),
      this.#loop('watch', () => this.#watch()),
    ];
  }

  /** Ends after the rounds that are under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  /** Runs `round` until told to stop; sleeps only when there was nothing to do. */
  async #loop(component: string, round: () => Promise<boolean>): Promise<void> {
    const { logger, metrics, config } = this.#options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      let busy = false;
      try {
        busy = await round();
        this.unwell.delete(component);
      } catch (error) {
        const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
        if (this.unwell.get(component) !== message) logger.error({ component, err: error }, 'component failed');
        this.unwell.set(component, message);
        metrics.componentFailures.inc({ component });
        if (error instanceof InvariantError) return;
      }
      if (!busy) await sleep(config.pollMs, signal);
    }
  }

  async #follow(): Promise<boolean> {
    const { l1, queries, config, deployBlock, ledger, blobs, committee, logger, settle } = this.#options;
    const { client, witness, core, pool, market } = l1;
    const { archive } = settle;
    const { depositCursor, forcedCursor } = ledger;
    const { safeDepth } = config;
    const news = await followOnce({
      client,
      witness,
      queries,
      core,
      pool,
      market,
      deployBlock,
      safeDepth,
      ...{ blobs, committee, archive, logger },
      consumed: { depositCursor, forcedCursor, l1Orders: [...ledger.l1Sold.keys()] },
    });
    if (!news) {
      await this.#finalize();
      const now = await l1Time(l1);
      this.seenUntil = safeDepth === 0 ? now : await timeOfUnread(l1, safeDepth);
      this.now = now;
    }
    return news;
  }

  /** Settled batches become final: by the chain's own finalized block, or by depth where the operator says so. */
  async #finalize(): Promise<void> {
    const { l1, queries, config } = this.#options;
    const final =
      config.finalDepth < 0
        ? await l1.client.getBlock({ blockTag: 'finalized' }).then(
            ({ number }) => Number(number),
            () => -1,
          )
        : Number(await l1.client.getBlockNumber({ cacheTime: 0 })) - config.finalDepth;
    await queries.transaction(async (tx) => {
      const done = await tx
        .update(batches)
        .set({ status: 'final' })
        .where(and(eq(batches.status, 'settled'), lte(batches.l1Block, final)))
        .returning({ number: batches.number });
      if (done.length === 0) return;
      const numbers = done.map(({ number }) => number);
      await tx
        .update(transactions)
        .set({ status: 'final' })
        .where(and(inArray(transactions.batch, numbers), eq(transactions.status, 'settled')));
    });
  }

  async #sequence(): Promise<boolean> {
    const { sequencer, metrics, events, queries, logger } = this.#options;
    if (this.now === 0 || isOver(this.ending, this.now)) return false;
    for (const number of this.#unqueued) await this.#enqueue(number);
    if (this.#discard !== undefined) {
      const { number, reason } = this.#discard;
      logger.warn({ batch: number, reason }, 'batches taken apart, to be sealed again');
      await discardFrom(queries, number);
      events.emit({ type: 'discarded', batch: number, reason });
      this.#seen.clear();
      this.#discard = undefined;
    }
    const sealed = await sequencer.seal(this.now, this.seenUntil);
    if (sealed === undefined) return false;
    metrics.batchesSealed.inc();
    metrics.batchTransactions.observe(sealed.transactions);
    metrics.lastBatch.set({ stage: 'sealed' }, sealed.number);
    events.emit({ type: 'sealed', batch: sealed.number, transactions: sealed.transactions });
    metrics.blobsSent.inc(sealed.blobs);
    await this.#enqueue(sealed.number);
    await this.#keepSnapshot(sealed.number);
    return true;
  }

  async #keepSnapshot(number: number): Promise<void> {
    const { ledger, queries, config } = this.#options;
    if (number < this.#snapshotAt + config.snapshotEvery) return;
    await ledger.snapshot(queries);
    this.#snapshotAt = number;
  }

  /** If this fails, the batch is sealed all the same: the next round tries again. */
  async #enqueue(number: number): Promise<void> {
    this.#unqueued.add(number);
    await enqueueProof(this.#options.boss, number);
    this.#unqueued.delete(number);
  }

  async #settle(): Promise<boolean> {
    const { settle, events, logger, metrics } = this.#options;
    if (this.#discard !== undefined) return false;
    const result = await settleOnce(settle);
    if (result === undefined) return false;
    const { outcome, number } = result;
    if (outcome === 'discard') {
      this.#discard ??= { number, reason: result.reason };
      return false;
    }
    if (outcome === 'unproven') {
      logger.error({ batch: number, reason: result.reason }, 'the verifier refuses a proof; proving again');
      await this.#enqueue(number);
      events.emit({ type: 'unproven', batch: number, reason: result.reason });
      return false;
    }
    if (result.replaces !== undefined) {
      metrics.replacements.inc();
      logger.warn({ batch: number, transaction: result.transaction, replaces: result.replaces }, 'a settle transaction is replaced');
    }
    events.emit({ type: 'submitted', batch: number, transaction: result.transaction });
    return true;
  }

  /** The committee's signatures are collected while the batch is being proven. */
  async #attest(): Promise<boolean> {
    if (this.#discard !== undefined) return false;
    const { busy, discard } = await this.#options.duty.round();
    if (discard !== undefined) this.#discard ??= { number: discard, reason: 'the committee does not sign' };
    return busy;
  }

  async #monitor(): Promise<boolean> {
    if (this.now === 0 || Date.now() - this.#monitoredAt < MONITOR_MS) return false;
    this.#monitoredAt = Date.now();
    await this.#options.monitor.round(this.now);
    const ending = await readEnding(this.#options.l1);
    if (ending.frozen !== this.ending.frozen || ending.sunset !== this.ending.sunset)
      this.#options.logger.warn(ending, 'the end of this deployment');
    this.ending = ending;
    return false;
  }

  async #keep(): Promise<boolean> {
    const { events, logger } = this.#options;
    if (this.now === 0) return false;
    for (const action of await this.#keeper.round(this.now)) {
      if (action.transaction !== undefined) events.emit({ ...action, type: 'ride' });
      else logger.debug(action, 'keeper refused');
    }
    for (const action of await this.#keeper.readPrices(this.now)) {
      if (action.refusal === undefined) logger.info(action, 'share price read');
      else logger.warn(action, 'share price not read');
    }
    return false;
  }

  /** Whoever moved a batch on (a worker elsewhere, the follower), everybody hears of it. */
  async #watch(): Promise<boolean> {
    const { queries, metrics } = this.#options;
    const { number, status, proveSeconds } = batches;
    const first = this.#watchFrom === undefined;
    if (this.#watchFrom === undefined) {
      const [{ last }] = await queries
        .select({ last: max(number) })
        .from(batches)
        .where(eq(status, 'final'));
      this.#watchFrom = (last ?? 0) + 1;
    }
    const rows = await queries
      .select({ number, status, proveSeconds })
      .from(batches)
      .where(gte(number, this.#watchFrom))
      .orderBy(asc(number));
    for (const row of rows) {
      this.#announce(row, this.#seen.get(row.number) ?? (first ? row.status : 'sealed'));
      this.#seen.set(row.number, row.status);
    }
    while (this.#seen.get(this.#watchFrom) === 'final') this.#seen.delete(this.#watchFrom++);
    metrics.unprovenBatches.set(rows.filter((row) => row.status === 'sealed').length);
    return false;
  }

  /** Every stage since `before`; after a reorg the stage it fell back to. */
  #announce(row: { number: number; status: BatchStatus; proveSeconds: number | null }, before: BatchStatus): void {
    const { events, metrics } = this.#options;
    const [from, to] = [STAGES.indexOf(before), STAGES.indexOf(row.status)];
    if (from === to) return;
    const passed = to > from ? STAGES.slice(from + 1, to + 1) : [row.status];
    if (to > from && passed.includes('proven')) metrics.proveSeconds.observe(row.proveSeconds ?? 0);
    for (const stage of passed) {
      metrics.lastBatch.set({ stage }, row.number);
      // The settler tells of submissions itself, with the transaction.
      if (stage !== 'submitted' && stage !== 'sealed') events.emit({ type: stage, batch: row.number });
    }
  }
}

/** Of the first block that is not deep enough to be read. */
async function timeOfUnread({ client }: L1, safeDepth: number): Promise<number> {
  const first = (await client.getBlockNumber({ cacheTime: 0 })) - BigInt(safeDepth) + 1n;
  return Number((await client.getBlock({ blockNumber: first > 0n ? first : 0n })).timestamp);
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
