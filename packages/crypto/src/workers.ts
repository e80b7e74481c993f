/**
 * Threads that run WebAssembly kernels on one shared memory. The calling thread is one of them: with `threads` = 1 everything runs
 * inline and no worker exists. A job is one function with a list of argument lists (chunks); threads take the next chunk from a
 * shared counter, so unequal chunks balance themselves.
 */
import { Worker } from 'node:worker_threads';
import { invariant } from '@weir/foundation/assert';
import { CodedError } from '@weir/foundation/codedError';

type KernelFunction = (...args: number[]) => number | undefined;

/** Private memory of each thread, handed to every module's optional export `init(scratch, thread)`. */
export const SCRATCH_BYTES = 65_536;

export interface PoolOptions {
  readonly threads: number;
  readonly memory: WebAssembly.Memory;
  /** Modules that import only `env.memory`; their function names are unique together. */
  readonly modules: readonly WebAssembly.Module[];
  /** `threads` scratch areas back to back. */
  readonly scratch: number;
}

interface PendingJob {
  readonly resolve: (results: [number, number][]) => void;
  readonly reject: (error: Error) => void;
}

export class WorkerPool {
  readonly threads: number;
  readonly #functions = new Map<string, KernelFunction>();
  readonly #workers: Worker[] = [];
  readonly #pending: Map<number, PendingJob>[] = [];
  #nextJob = 0;
  #failure: CodedError | undefined;
  #closed = false;

  constructor({ threads, memory, modules, scratch }: PoolOptions) {
    invariant(Number.isInteger(threads) && threads >= 1, 'a pool has at least one thread');
    this.threads = threads;
    for (const module of modules) this.#link(new WebAssembly.Instance(module, { env: { memory } }), scratch);
    for (let thread = 1; thread < threads; thread++) {
      this.#start({ memory, modules, scratch: scratch + thread * SCRATCH_BYTES, thread });
    }
  }

  #link(instance: WebAssembly.Instance, scratch: number): void {
    for (const [name, value] of Object.entries(instance.exports)) {
      if (typeof value !== 'function') continue;
      if (name === 'init') (value as KernelFunction)(scratch, 0);
      else {
        invariant(!this.#functions.has(name), `two kernels are named ${name}`);
        this.#functions.set(name, value as KernelFunction);
      }
    }
  }

  #start(workerData: object): void {
    const worker = new Worker(new URL('./kernelWorker.mjs', import.meta.url), { workerData, execArgv: [] });
    const pending = new Map<number, PendingJob>();
    worker.on('message', ({ id, results, error }: { id: number; results: [number, number][]; error?: string }) => {
      const job = pending.get(id);
      pending.delete(id);
      if (pending.size === 0) worker.unref();
      if (error === undefined) job?.resolve(results);
      else job?.reject(new CodedError('KERNEL_TRAPPED', `a kernel trapped: ${error}`));
    });
    worker.on('error', (error) => this.#fail(pending, `a worker crashed: ${String(error)}`));
    worker.on('exit', (code) => {
      if (!this.#closed) this.#fail(pending, `a worker exited with code ${code}`);
    });
    // An idle pool does not keep the process alive; a running job does (see run).
    worker.unref();
    this.#workers.push(worker);
    this.#pending.push(pending);
  }

  #fail(pending: Map<number, PendingJob>, reason: string): void {
    this.#failure ??= new CodedError('WORKER_CRASHED', reason);
    for (const job of pending.values()) job.reject(this.#failure);
    pending.clear();
  }

  #function(name: string): KernelFunction {
    const kernel = this.#functions.get(name);
    invariant(kernel !== undefined, `no kernel is named ${name}`);
    return kernel;
  }

  /** Runs a kernel inline on the calling thread. */
  call(name: string, ...args: number[]): number {
    try {
      return this.#function(name)(...args) ?? 0;
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      throw new CodedError('KERNEL_TRAPPED', `${name} trapped: ${error.message}`);
    }
  }

  /** Runs one chunk per argument list on all threads; the results are in the order of the chunks. */
  async run(name: string, argsPerChunk: readonly (readonly number[])[]): Promise<number[]> {
    this.#function(name);
    if (this.#closed) throw new CodedError('POOL_CLOSED', 'the worker pool is closed');
    if (this.#failure !== undefined) throw this.#failure;
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const helpers = Math.min(this.#workers.length, argsPerChunk.length - 1);
    const jobs: Promise<[number, number][]>[] = [];
    for (let w = 0; w < helpers; w++) jobs.push(this.#post(w, { name, chunks: argsPerChunk, counter }));
    const out = new Array<number>(argsPerChunk.length).fill(0);
    try {
      for (let i = Atomics.add(counter, 0, 1); i < argsPerChunk.length; i = Atomics.add(counter, 0, 1))
        out[i] = this.call(name, ...argsPerChunk[i]);
    } catch (error) {
      // Others stop at their next chunk; the memory must be quiet before the caller sees the failure.
      Atomics.store(counter, 0, argsPerChunk.length);
      await Promise.allSettled(jobs);
      throw error;
    }
    const settled = await Promise.allSettled(jobs);
    for (const job of settled) {
      if (job.status === 'rejected') throw job.reason;
      for (const [i, result] of job.value) out[i] = result;
    }
    return out;
  }

  /** The same on the other threads only, while the calling one goes on; inline if there are none. */
  async runBeside(name: string, argsPerChunk: readonly (readonly number[])[]): Promise<number[]> {
    if (this.#workers.length === 0) return this.run(name, argsPerChunk);
    this.#function(name);
    if (this.#closed) throw new CodedError('POOL_CLOSED', 'the worker pool is closed');
    if (this.#failure !== undefined) throw this.#failure;
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const jobs = this.#workers.map((_, w) => this.#post(w, { name, chunks: argsPerChunk, counter }));
    const out = new Array<number>(argsPerChunk.length).fill(0);
    const settled = await Promise.allSettled(jobs);
    for (const job of settled) {
      if (job.status === 'rejected') throw job.reason;
      for (const [i, result] of job.value) out[i] = result;
    }
    return out;
  }

  #post(w: number, job: object): Promise<[number, number][]> {
    const id = this.#nextJob++;
    this.#workers[w].ref();
    return new Promise((resolve, reject) => {
      this.#pending[w].set(id, { resolve, reject });
      this.#workers[w].postMessage({ id, ...job });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    for (const pending of this.#pending) {
      for (const job of pending.values()) job.reject(new CodedError('POOL_CLOSED', 'the worker pool was closed'));
      pending.clear();
    }
  }
}
