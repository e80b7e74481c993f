/**
 * A proving worker: takes a job, replays the batches before it to get the state it starts from, proves, stores the proof. It holds no
 * key and decides nothing: a wrong proof is refused by L1. `weir prove` runs one on any machine that reaches the database.
 */
import { proveBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { invariant } from '@weir/foundation/assert';
import { EMPTY_STATE, type State } from '@weir/protocol/state/state';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import { decodeContext, replayRecord } from '../batcher/batchRecord.ts';
import type { Queries } from '../storage/database.ts';
import { batches, transactions } from '../storage/schema.ts';
import { PROVE_QUEUE, type ProveJob } from './jobs.ts';

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly queries: Queries;
  readonly instance: Uint8Array;
  readonly threads: number;
  readonly onProgress: (progress: { number: number; stage: string; percent: number }) => void;
}

/** Takes jobs until the boss stops. */
export async function startWorker(options: WorkerOptions): Promise<void> {
  const states = new StateCache(options.queries);
  await options.boss.work<ProveJob>(PROVE_QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    await proveOne(options, states, job.data.number);
  });
}

async function proveOne(options: WorkerOptions, states: StateCache, number: number): Promise<void> {
  const { queries } = options;
  const [row] = await queries.select().from(batches).where(eq(batches.number, number));
  if (row === undefined || row.proof !== null) return;
  const batch = replayRecord(await states.before(number), row);
  const started = performance.now();
  const witness = batchWitness(batch, decodeContext(row.context), options.instance);
  const { proof } = await proveBatch(witness, {
    profile: DEFAULT_PROFILE,
    onProgress: ({ stage, percent }) => options.onProgress({ number, stage, percent }),
  });
  const proveSeconds = (performance.now() - started) / 1000;
  await queries.transaction(async (tx) => {
    await tx
      .update(batches)
      .set({ proof, proveSeconds, status: 'proven' })
      .where(and(eq(batches.number, number), isNull(batches.proof)));
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

  async before(number: number): Promise<State> {
    if (number <= this.#after) {
      this.#after = 0;
      this.#state = EMPTY_STATE;
    }
    const rows = await this.#queries
      .select()
      .from(batches)
      .where(and(gt(batches.number, this.#after), lt(batches.number, number)))
      .orderBy(asc(batches.number));
    for (const row of rows) {
      this.#state = replayRecord(this.#state, row).after;
      this.#after = row.number;
    }
    invariant(this.#after === number - 1, `batch ${number - 1} is missing`);
    return this.#state;
  }
}
