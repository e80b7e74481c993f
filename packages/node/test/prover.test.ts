/** Proving jobs: progress, cancellation, and failures that touch nothing but their job. */
import { CodedError } from '@weir/foundation/codedError';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueProof, openJobs } from '../src/prover/jobs.ts';
import { type ProveFailure, type ProveProgress, runWorker, type WorkerOptions } from '../src/prover/worker.ts';
import { batches } from '../src/storage/schema.ts';
import { instance, person } from './support/people.ts';
import { eventually } from './support/runNode.ts';
import { createWorld, type World } from './support/world.ts';

const operator = person(0);

describe('a proving worker', () => {
  let world: World;
  let boss: Awaited<ReturnType<typeof openJobs>>;
  let progress: ProveProgress[];
  let failures: ProveFailure[];
  const started: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    world = await createWorld();
    await world.open(operator);
    boss = await openJobs(world.databaseUrl, () => undefined);
    await enqueueProof(boss, 1);
    [progress, failures] = [[], []];
  });
  afterEach(async () => {
    for (const worker of started.splice(0)) await worker.stop();
    await boss.stop({ graceful: false });
    await world.close();
  });

  const work = async (more: Partial<WorkerOptions> = {}) => {
    const worker = await runWorker({
      databaseUrl: world.databaseUrl,
      instance,
      threads: 2,
      onProgress: (step) => progress.push(step),
      onFailure: (failure) => failures.push(failure),
      onError: () => undefined,
      ...more,
    });
    started.push(worker);
    return worker;
  };
  const rowOfBatch = async () => (await world.queries.select().from(batches).where(eq(batches.number, 1)))[0];
  const proven = () => eventually(async () => ((await rowOfBatch()).proof !== null ? true : undefined), 'a proof');

  it('says where it is, how far, and how long it will take', async () => {
    await work();
    await proven();
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual([
      'traces',
      'commit',
      'fractions',
      'zerocheck',
      'claims',
      'opening',
      'done',
    ]);
    const percents = progress.map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect([percents[0], percents[percents.length - 1]]).toEqual([0, 100]);
    const estimates = progress.flatMap(({ secondsLeft }) => (secondsLeft === undefined ? [] : [secondsLeft]));
    expect(estimates.length).toBeGreaterThan(5);
    expect(estimates[estimates.length - 1]).toBe(0);
    expect(failures).toEqual([]);
  });

  it('gives its job back when it is told to end, in the middle of a proof', async () => {
    let worker: { stop(): Promise<void> } | undefined;
    let stopping: Promise<void> | undefined;
    worker = await work({
      onProgress: ({ stage }) => {
        if (stage === 'zerocheck') stopping ??= worker?.stop();
      },
    });
    await eventually(async () => (failures.length > 0 ? true : undefined), 'a failure');
    await stopping;
    expect(failures).toEqual([{ number: 1, code: 'PROVER_STOPPED', reason: 'the prover was told to end' }]);
    expect((await rowOfBatch()).proof).toBeNull();
    await enqueueProof(boss, 1);
    await work();
    await proven();
  });

  it('stops proving a batch that was sealed anew, and proves what it is now when asked', async () => {
    const { statement } = await rowOfBatch();
    let changed: Promise<unknown> | undefined;
    let made = 0;
    await work({
      onProgress: (step) => {
        progress.push(step);
        changed ??= world.queries
          .update(batches)
          .set({ statement: Buffer.from('another') })
          .where(eq(batches.number, 1))
          .execute();
      },
      // The first is slow enough that the question is answered before the proof ends.
      createBackend: async (options) => {
        const backend = await createKernelBackend(options);
        if (made++ > 0) return backend;
        const inner = backend.kernels.run.bind(backend.kernels);
        backend.kernels.run = async (name, chunks) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return inner(name, chunks);
        };
        return backend;
      },
    });
    const done = () => boss.getQueueSize('prove', { before: 'completed' });
    await eventually(async () => ((await done()) === 0 && progress.length > 0 ? true : undefined), 'the job to be done', 200_000);
    await changed;
    expect(progress.some(({ stage }) => stage === 'done')).toBe(false);
    expect(failures).toEqual([]);
    expect((await rowOfBatch()).proof).toBeNull();

    await world.queries.update(batches).set({ statement }).where(eq(batches.number, 1));
    await enqueueProof(boss, 1);
    await proven();
    expect(made).toBe(2);
  }, 300_000);

  it('fails the job with the reason when a thread crashes, and does the next with another backend', async () => {
    let made = 0;
    await work({
      createBackend: async (options) => {
        const backend = await createKernelBackend(options);
        if (made++ > 0) return backend;
        let runs = 0;
        const inner = backend.kernels.run.bind(backend.kernels);
        backend.kernels.run = async (name, chunks) => {
          if (++runs === 40) throw new CodedError('WORKER_CRASHED', 'a worker exited with code 1');
          return inner(name, chunks);
        };
        return backend;
      },
    });
    await proven();
    expect(failures).toEqual([{ number: 1, code: 'WORKER_CRASHED', reason: 'a worker exited with code 1' }]);
    expect(made).toBe(2);
  });
});
