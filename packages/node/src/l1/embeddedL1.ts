/**
 * A local Ethereum chain: anvil from npm on a port that the operating system picks, with mainnet's per-transaction gas cap switched on
 * (without it a verifier that outgrows mainnet would pass here).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The launcher script of the npm package that carries anvil for this platform. */
function anvilLauncher(): string {
  const manifest = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin['anvil']);
}

export interface Anvil {
  readonly rpcUrl: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export interface AnvilOptions {
  /** Fixed port (0 = any free one). */
  readonly port?: number;
  /** Chain state is loaded from and saved to this file once a second, so that a restart resumes it. */
  readonly stateFile?: string;
  /** Keeps only so many old states, for chains of many blocks with much in them; all of them if not given. */
  readonly states?: number | undefined;
  /** Seconds between blocks; without it every transaction is mined at once. */
  readonly blockTime?: number;
}

/** Starts anvil and resolves when it listens; rejects with its output if it exits first. */
export function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    String(options.port ?? 0),
    '--enable-tx-gas-limit',
    '--gas-limit',
    '60000000',
    '--order',
    'fifo',
  ];
  if (options.stateFile !== undefined) args.push('--state', options.stateFile, '--state-interval', '1');
  if (options.states !== undefined) args.push('--prune-history', String(options.states));
  if (options.blockTime !== undefined) args.push('--block-time', String(options.blockTime));
  const child = spawn(process.execPath, [anvilLauncher(), ...args], {
    env: { ...process.env, TARGET_TOOL: 'anvil' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends this process by itself ends anvil too.
  const atExit = (): void => void child.kill('SIGTERM');
  process.once('exit', atExit);
  child.once('exit', () => process.removeListener('exit', atExit));
  return new Promise((resolve, reject) => {
    let output = '';
    const onData = (chunk: Buffer): void => {
      output += chunk.toString();
      const listening = /Listening on (127\.0\.0\.1:\d+)/.exec(output);
      if (listening === null) return;
      child.stdout.off('data', onData);
      child.stdout.resume();
      resolve({ rpcUrl: `http://${listening[1]}`, process: child, stop: () => stopProcess(child) });
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`anvil exited with ${code}:\n${output}`)));
  });
}

/** Resolves when anvil itself is gone: it writes its state after the launcher has passed the signal on, and has the launcher's pipes till then. */
function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}
