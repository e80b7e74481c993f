/** Starts `nodeProcess.ts` and talks to it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OPERATOR_KEY, type TestChain } from './chain.ts';

export interface RunningNode {
  readonly url: string;
  readonly databaseUrl: string;
  readonly child: ChildProcess;
  /** What it wrote to stderr so far. */
  log(): string;
  post(body: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  get(path: string): Promise<{ status: number; json: Record<string, unknown> }>;
  /** Waits until it is dead. */
  dead(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

export interface RunOptions {
  readonly chain: TestChain;
  readonly dataDirectory: string;
  /** Event at which it kills itself. */
  readonly killAt?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function runNode({ chain, dataDirectory, killAt = '', environment = {} }: RunOptions): Promise<RunningNode> {
  let log = '';
  const child = fork(fileURLToPath(new URL('./nodeProcess.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: {
      PATH: process.env['PATH'],
      WEIR_RPC_URL: chain.rpcUrl,
      WEIR_CORE: chain.core,
      WEIR_OPERATOR_KEY: OPERATOR_KEY,
      WEIR_DATA: dataDirectory,
      WEIR_BATCH_AGE_MS: '200',
      WEIR_POLL_MS: '50',
      WEIR_FINAL_DEPTH: '2',
      WEIR_TEST_KILL_AT: killAt,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  child.on('message', (event: { type: string }) => {
    log += `${new Date().toISOString()} ${JSON.stringify(event)}\n`;
  });
  const dead = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const { url, databaseUrl } = await new Promise<{ url: string; databaseUrl: string }>((resolve, reject) => {
    child.on('message', (message: { type: string; url: string; databaseUrl: string }) => message.type === 'up' && resolve(message));
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}:\n${log}`)));
  });
  const answer = async (response: Response) => ({ status: response.status, json: (await response.json()) as Record<string, unknown> });
  return {
    url,
    databaseUrl,
    child,
    log: () => log,
    post: async (body) =>
      answer(
        await fetch(`${url}/v1/transactions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    get: async (path) => answer(await fetch(`${url}${path}`)),
    dead,
    kill: async () => {
      child.kill('SIGKILL');
      await dead();
    },
    stop: async () => {
      child.kill('SIGTERM');
      await dead();
      return child.exitCode;
    },
  };
}

export async function eventually<T>(look: () => Promise<T | undefined>, what: string | (() => string), timeoutMs = 90_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
