/** Our programs as people run them: processes of their own, the command line and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '@weir/node/storage/embeddedPostgres';

const MAIN = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, '--json', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
  /** SIGKILL: no handler, no cleaning up, nothing finished. Its database, which would survive, goes too. */
  kill(): Promise<void>;
}

export interface NodeProcessOptions {
  readonly rpc: string;
  readonly core: string;
  readonly keyFile: string;
  readonly dataDirectory: string;
  readonly environment?: NodeJS.ProcessEnv;
}

export async function startNodeProcess({ rpc, core, keyFile, dataDirectory, environment }: NodeProcessOptions): Promise<NodeProcess> {
  const args = ['--rpc', rpc, '--core', core, '--data', dataDirectory, 'up', '--operator-key-file', keyFile];
  const child = start(args, environment);
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-10_000)));
  const [first] = (await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(() => {
      throw new Error(`the node did not start: ${log}`);
    }),
  ])) as [Buffer];
  const { api } = JSON.parse(first.toString()) as { api: string };
  return {
    api,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
      // It is still running: whoever starts on its folder takes it over, and may stop it.
      await (await startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres'), log: () => undefined })).stop();
    },
  };
}
