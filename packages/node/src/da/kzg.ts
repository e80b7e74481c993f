/** KZG off the event loop: half a second of arithmetic per answer, in one thread that starts with the first question. */
import { Worker } from 'node:worker_threads';
import type { Opening } from '@weir/protocol/statement/kzg';
import type { KzgTask } from './kzgWork.ts';
import type { SidecarForm } from './sidecars.ts';

interface Pending {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class KzgThread {
  #worker: Worker | undefined;
  readonly #pending = new Map<number, Pending>();
  #next = 0;
  #closed = false;

  commit(blob: Uint8Array): Promise<Uint8Array> {
    return this.#run({ kind: 'commit', blob });
  }

  open(blob: Uint8Array, z: bigint): Promise<Opening> {
    return this.#run({ kind: 'open', blob, z });
  }

  /** What the blob travels with. */
  prove(blob: Uint8Array, commitment: Uint8Array, form: SidecarForm): Promise<Uint8Array[]> {
    return this.#run({ kind: 'prove', blob, commitment, form });
  }

  isBlob(blob: Uint8Array, hash: Uint8Array): Promise<boolean> {
    return this.#run({ kind: 'check', blob, hash });
  }

  #run<T>(task: KzgTask): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        reject(new Error('the KZG thread is closed'));
        return;
      }
      const id = this.#next++;
      this.#pending.set(id, { resolve: resolve as (result: never) => void, reject });
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage({ id, task });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./kzgThread.mjs', import.meta.url), { execArgv: [] });
    worker.on('message', ({ id, result, error }: { id: number; result?: never; error?: string }) => {
      const pending = this.#pending.get(id);
      this.#pending.delete(id);
      // An idle thread does not keep the process alive.
      if (this.#pending.size === 0) worker.unref();
      if (error === undefined) pending?.resolve(result as never);
      else pending?.reject(new Error(error));
    });
    // The next question starts another one.
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('the KZG thread ended')));
    return worker;
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }
}
