/** Our programs as people run them: processes of their own, the command line and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '@weir/node/storage/embeddedPostgres';
import { keepInMind } from './children.ts';

const MAIN = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return keepInMind(
    spawn(process.execPath, ['--import', 'tsx', MAIN, '--json', ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Runs `weir ARGS --json`; throws with its last words unless it ends with 0. */
export async function weir<T>(args: readonly string[]): Promise<T> {
  const child = start(args);
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`weir ${args[0]} ended with ${code}: ${stderr.trim()}`);
  return JSON.parse(stdout) as T;
}

export interface NodeProcess {
  readonly api: string;
  /** SIGKILL; its database, which would survive, goes too. */
  kill(): Promise<void>;
}

export interface NodeProcessOptions {
  readonly rpc: string;
  readonly core: string;
  readonly keyFile: string;
  readonly dataDirectory: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The first thing that it prints, which it prints when it is up. Rejects with its last words if it ends before. */
async function firstAnswer<T>(child: ChildProcess, what: string): Promise<T> {
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-10_000)));
  const [first] = (await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${what} did not start (${code}): ${log}`);
    }),
  ])) as [Buffer];
  const answer = JSON.parse(first.toString()) as T & { error?: { code: string } };
  if (answer.error !== undefined) throw new Error(`${what} did not start: ${answer.error.code}`);
  return answer;
}

/** SIGKILL: no handler, no cleaning up, nothing finished. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export async function startNodeProcess({ rpc, core, keyFile, dataDirectory, environment }: NodeProcessOptions): Promise<NodeProcess> {
  const args = ['--rpc', rpc, '--core', core, '--data', dataDirectory, 'up', '--operator-key-file', keyFile];
  const child = start(args, environment);
  const { api } = await firstAnswer<{ api: string }>(child, 'the node');
  return {
    api,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await kill(child);
      // Its PostgreSQL is still running: whoever starts on its folder takes it over, and may stop it.
      await (await startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres'), log: () => undefined })).stop();
    },
  };
}

export interface CommitteeProcess {
  readonly url: string;
  kill(): Promise<void>;
}

export interface CommitteeProcessOptions {
  readonly core: string;
  readonly keyFile: string;
  readonly dataDirectory: string;
  readonly chainId: number;
  readonly operator: string;
  readonly port?: number;
}

/** Rejects with its last words if it does not start, as one with a damaged file does not. */
export async function startCommitteeProcess(options: CommitteeProcessOptions): Promise<CommitteeProcess> {
  const { core, keyFile, dataDirectory, chainId, operator, port = 0 } = options;
  const flags = ['--core', core, '--key-file', keyFile, '--data', dataDirectory];
  const child = start([...flags, 'committee', '--chain-id', String(chainId), '--operator', operator, '--port', String(port)]);
  const { url } = await firstAnswer<{ url: string }>(child, 'the committee member');
  return { url, kill: () => kill(child) };
}
