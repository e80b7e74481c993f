/**
 * A proving worker: takes a job, replays the batches before it to get the state it starts from, proves, stores the proof. It holds no
 * key and decides nothing: a wrong proof is refused by L1. `weir prove` runs one on any machine that reaches the database.
 */
import { proveBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { invariant } from '@weir/foundation/assert';
import { equalBytes, fromHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { decodeHeader } from '@weir/protocol/statement/header';
import { encodeStatement } from '@weir/protocol/statement/statement';
import type { Digest } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import type { Progress } from '@weir/stark/prover';
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import { decodeContext, replayRecord, replayRow } from '../batcher/batchRecord.ts';
import { openDatabase, type Queries } from '../storage/database.ts';
import { batches, transactions } from '../storage/schema.ts';
import { openJobs, PROVE_QUEUE, type ProveJob } from './jobs.ts';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly instance: Uint8Array;
  readonly threads: number;
  readonly onProgress: (progress: ProveProgress) => void;
  /** A proof failed: its job, and nothing else. The queue offers it again. */
  readonly onFailure?: (failure: ProveFailure) => void;
  /** The job queue failed. */
  readonly onError: (error: Error) => void;
  /** What proves; tests bring one that breaks. */
  readonly createBackend?: typeof createKernelBackend;
}

export interface ProveFailure {
  readonly number: number;
  readonly code: string;
  readonly reason: string;
}

interface Proving extends WorkerOptions {
  readonly queries: Queries;
  /** The worker is told to end. */
  readonly stopped: AbortSignal;
}

export interface ProveProgress {
  readonly number: number;
  readonly stage: string;
  /** 0 … 100 of the whole proof. */
  readonly percent: number;
  /** Estimate, once there is one. */
  readonly secondsLeft?: number;
}

/** Takes jobs until stopped. */
export async function runWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const database = await openDatabase(options.databaseUrl);
  const boss = await openJobs(options.databaseUrl, options.onError);
  const states = new StateCache(database.queries);
  const stopping = new AbortController();
  const proving: Proving = { ...options, queries: database.queries, stopped: stopping.signal };
  await boss.work<ProveJob>(PROVE_QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    const { number } = job.data;
    try {
      await proveOne(proving, states, number);
    } catch (error) {
      const { code = 'INTERNAL', message } = error as { code?: string; message: string };
      options.onFailure?.({ number, code, reason: message });
      throw error;
    }
  });
  let ended: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    stopping.abort(new CodedError('PROVER_STOPPED', 'the prover was told to end'));
    await boss.stop({ graceful: false, wait: true });
    await database.close();
  };
  return {
    stop() {
      ended ??= end();
      return ended;
    },
  };
}

async function proveOne(options: Proving, states: StateCache, number: number): Promise<void> {
  const { queries, instance, stopped, createBackend = createKernelBackend } = options;
  const [row] = await queries.select().from(batches).where(eq(batches.number, number));
  if (row === undefined || row.proof !== null || row.origin !== 'own') return;
  const batch = replayRecord(await states.before(row), row);
  const started = performance.now();
  const hashes = row.blobs.map(({ hash }) => fromHex(hash));
  const witness = batchWitness(batch, decodeContext(row.context), instance, hashes);
  invariant(equalBytes(encodeStatement(witness.statement), row.statement), `batch ${number} does not replay to its statement`);
  const wanted = new Wanted(queries, row);
  // A backend of its own: its memory (up to 4 GiB) goes back when the proof is done, and a failed proof leaves nothing behind.
  const backend = await createBackend({ threads: options.threads });
  const signal = AbortSignal.any([stopped, wanted.signal]);
  const onProgress = (progress: Progress): void => {
    options.onProgress({ number, ...progress });
    wanted.ask();
  };
  const proven = await proveBatch(witness, { profile: DEFAULT_PROFILE, backend, onProgress, signal })
    .catch((error: unknown) => {
      // Nobody waits for it: the job is done.
      if (error === wanted.signal.reason) return undefined;
      throw error;
    })
    .finally(() => backend.close());
  if (proven === undefined) return;
  const { proof } = proven;
  const proveSeconds = (performance.now() - started) / 1000;
  await queries.transaction(async (tx) => {
    // The batch may have been taken apart and sealed anew meanwhile: the proof belongs to this statement and to no other.
    const stored = await tx
      .update(batches)
      .set({ proof, proveSeconds, status: 'proven' })
      .where(and(eq(batches.number, number), eq(batches.statement, row.statement), isNull(batches.proof)))
      .returning({ number: batches.number });
    if (stored.length === 0) return;
    await tx
      .update(transactions)
      .set({ status: 'proven' })
      .where(and(eq(transactions.batch, number), eq(transactions.status, 'batched')));
  });
}

/** How often a running proof asks whether anybody still waits for it. */
const ASK_MS = 1_000;

/** Aborts when the batch was taken apart, sealed anew, or proven by somebody else. */
class Wanted {
  readonly #queries: Queries;
  readonly #row: typeof batches.$inferSelect;
  readonly #controller = new AbortController();
  #nextAt = 0;

  constructor(queries: Queries, row: typeof batches.$inferSelect) {
    this.#queries = queries;
    this.#row = row;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  ask(): void {
    if (performance.now() < this.#nextAt) return;
    this.#nextAt = performance.now() + ASK_MS;
    const { number, statement } = this.#row;
    const same = and(eq(batches.number, number), eq(batches.statement, statement), isNull(batches.proof));
    this.#queries
      .$count(batches, same)
      .then((found) => found > 0 || this.#controller.abort(new CodedError('PROOF_UNWANTED', `batch ${number} needs this proof no more`)))
      // A database that does not answer says nothing about the batch.
      .catch(() => undefined);
  }
}

/** The state after the last batch asked for, so that batches proven in order are replayed once. */
class StateCache {
  readonly #queries: Queries;
  #after = 0;
  #state: State = EMPTY_STATE;

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  /** State that a batch starts from. */
  async before(row: typeof batches.$inferSelect): Promise<State> {
    const { oldRollupRoot, oldValidiumRoot } = decodeHeader(row.statement);
    const isBefore = (): boolean => {
      const { rollup, validium } = stateRoots(this.#state);
      return sameDigest(rollup, oldRollupRoot) && sameDigest(validium, oldValidiumRoot);
    };
    await this.#replayTo(row.number - 1);
    // Batches that we had replayed may have been sealed anew meanwhile.
    if (!isBefore()) {
      this.#forget();
      await this.#replayTo(row.number - 1);
    }
    invariant(isBefore(), `batch ${row.number} does not follow the batches before it`);
    return this.#state;
  }

  #forget(): void {
    this.#after = 0;
    this.#state = EMPTY_STATE;
  }

  async #replayTo(last: number): Promise<void> {
    if (last < this.#after) this.#forget();
    const rows = await this.#queries
      .select()
      .from(batches)
      .where(and(gt(batches.number, this.#after), lte(batches.number, last)))
      .orderBy(asc(batches.number));
    for (const row of rows) {
      this.#state = replayRow(this.#state, row).after;
      this.#after = row.number;
    }
    invariant(this.#after === last, `batch ${last} is missing`);
  }
}

const sameDigest = (a: Digest, b: Digest): boolean => a.every((element, i) => element === b[i]);
