/** Keeps one proving process alive. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { ProveFailure, ProveProgress } from './worker.ts';

type ProverMessage = (ProveProgress & { type: 'progress' }) | (ProveFailure & { type: 'failure' });

export interface LocalProverOptions {
  readonly databaseUrl: string;
  readonly instance: string;
  readonly threads: number;
  readonly logger: Logger;
  readonly onProgress: (progress: ProveProgress) => void;
  /** The process ended by itself: what it was proving has to be offered again. */
  readonly onDeath: () => void;
}

const RESTART_MS = 1_000;
const STOP_MS = 3_000;

export class LocalProver {
  readonly #options: LocalProverOptions;
  #child: ChildProcess | undefined;
  #stopping = false;

  constructor(options: LocalProverOptions) {
    this.#options = options;
    this.#spawn();
  }

  get isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  #spawn(): void {
    const { databaseUrl, instance, threads, logger, onProgress, onDeath } = this.#options;
    const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), {
      // Traces are short-lived arrays by the million: a young generation that holds them is collected a tenth as often.
      execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: databaseUrl, WEIR_INSTANCE: instance, WEIR_PROVER_THREADS: String(threads) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => logger.warn({ prover: chunk.toString().trim() }, 'prover'));
    child.on('message', (message: ProverMessage) => {
      const { type, ...rest } = message;
      if (type === 'progress') onProgress(rest as ProveProgress);
      else logger.error({ failure: rest }, 'a proof failed; its job is offered again');
    });
    child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      logger.error({ code, signal }, 'the prover ended; starting another');
      onDeath();
      setTimeout(() => this.#stopping || this.#spawn(), RESTART_MS).unref();
    });
  }

  stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined || !this.isRunning) return Promise.resolve();
    return new Promise((resolve) => {
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.once('exit', () => {
        clearTimeout(kill);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }
}
