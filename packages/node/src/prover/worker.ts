/**
 * A proving worker: takes a job, replays the batches before it to get the state it starts from, proves, stores the proof. It holds no
 * key and decides nothing: a wrong proof is refused by L1. `weir prove` runs one on any machine that reaches the database.
 */
import { proveBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { invariant } from '@weir/foundation/assert';
import { equalBytes } from '@weir/foundation/bytes';
import { EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { decodeStatement, encodeStatement } from '@weir/protocol/statement/statement';
import type { Digest } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import { decodeContext, replayRecord } from '../batcher/batchRecord.ts';
import { openDatabase, type Queries } from '../storage/database.ts';
import { batches, transactions } from '../storage/schema.ts';
import { openJobs, PROVE_QUEUE, type ProveJob } from './jobs.ts';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly instance: Uint8Array;
  readonly threads: number;
  readonly onProgress: (progress: ProveProgress) => void;
  /** The job queue failed. */
  readonly onError: (error: Error) => void;
}

interface Proving extends WorkerOptions {
  readonly queries: Queries;
}

export interface ProveProgress {
  readonly number: number;
  readonly stage: string;
  readonly percent: number;
}

/** Takes jobs until stopped. */
export async function runWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const database = await openDatabase(options.databaseUrl);
  const boss = await openJobs(options.databaseUrl, options.onError);
  const states = new StateCache(database.queries);
  await boss.work<ProveJob>(PROVE_QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    await proveOne({ ...options, queries: database.queries }, states, job.data.number);
  });
  return {
    stop: async () => {
      await boss.stop({ graceful: false, wait: true });
      await database.close();
    },
  };
}

async function proveOne(options: Proving, states: StateCache, number: number): Promise<void> {
  const { queries, instance, onProgress } = options;
  const [row] = await queries.select().from(batches).where(eq(batches.number, number));
  if (row === undefined || row.proof !== null) return;
  const batch = replayRecord(await states.before(row), row);
  const started = performance.now();
  const witness = batchWitness(batch, decodeContext(row.context), instance);
  invariant(equalBytes(encodeStatement(witness.statement), row.statement), `batch ${number} does not replay to its statement`);
  // A backend of its own: its memory (up to 4 GiB) goes back when the proof is done, and a failed proof leaves nothing behind.
  const backend = await createKernelBackend({ threads: options.threads });
  const progress = ({ stage, percent }: { stage: string; percent: number }) => onProgress({ number, stage, percent });
  const { proof } = await proveBatch(witness, { profile: DEFAULT_PROFILE, backend, onProgress: progress }).finally(() => backend.close());
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
    const oldRoot = decodeStatement(row.statement).header.oldRollupRoot;
    await this.#replayTo(row.number - 1);
    // Batches that we had replayed may have been sealed anew meanwhile.
    if (!sameDigest(stateRoots(this.#state).rollup, oldRoot)) {
      this.#forget();
      await this.#replayTo(row.number - 1);
    }
    invariant(sameDigest(stateRoots(this.#state).rollup, oldRoot), `batch ${row.number} does not follow the batches before it`);
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
      this.#state = replayRecord(this.#state, row).after;
      this.#after = row.number;
    }
    invariant(this.#after === last, `batch ${last} is missing`);
  }
}

const sameDigest = (a: Digest, b: Digest): boolean => a.every((element, i) => element === b[i]);
