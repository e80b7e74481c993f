/** Every command as people run it: a process of its own, its exit code, one object on stdout, everything else on stderr. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** anvil's development keys 0 (settles) and 1. */
const OPERATOR = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const ANN = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d';

const folder = mkdtempSync(join(tmpdir(), 'weir-cli-'));
// PostgreSQL may run as another user than we do: it must be able to walk into the folder.
chmodSync(folder, 0o755);
const keyFile = join(folder, 'ann.key');
const data = join(folder, 'data');

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function weir(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Result> {
  const child = start(args, environment);
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Runs with --json: the exit code and the one object. */
async function json(...args: readonly string[]): Promise<[number | null, Record<string, unknown>]> {
  const { code, stdout } = await weir(['--json', '--data', data, ...args]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return [code, JSON.parse(stdout) as Record<string, unknown>];
}

const codeOf = async (...args: readonly string[]) => {
  const [exit, { error }] = await json(...args);
  return [exit, (error as { code: string }).code];
};

describe('without a node', () => {
  it('says how it is used: exit 2, and the object all the same', async () => {
    const help = await weir(['--help']);
    expect(help.code).toBe(0);
    for (const command of [
      'up',
      'account',
      'deposit',
      'quote',
      'order',
      'leave',
      'keeper',
      'l1-order',
      'conditional-transfer',
      'fast-withdrawal',
      'transfer',
      'cancel',
      'withdraw',
      'rides',
      'status',
      'verify',
      'prove',
      'rebuild',
    ]) {
      expect(help.stdout).toContain(command);
    }
    expect(await codeOf('fly')).toEqual([2, 'USAGE']);
    expect(await codeOf('order')).toEqual([2, 'USAGE']);
    expect(await codeOf('status')).toEqual([2, 'USAGE']);
    expect(await codeOf('prove', '--chain-id', '1')).toEqual([2, 'USAGE']);
    expect(await codeOf('rebuild')).toEqual([2, 'USAGE']);
    expect(await codeOf('up', '--batch-size', 'many')).toEqual([2, 'USAGE']);
  });

  it('ends with 3 when nobody answers', async () => {
    expect(await codeOf('status', '--api', 'http://127.0.0.1:9', '--rpc', 'http://127.0.0.1:9')).toEqual([3, 'API_UNREACHABLE']);
    const core = `0x${'11'.repeat(20)}`;
    expect(await codeOf('rebuild', '--rpc', 'http://127.0.0.1:9', '--core', core)).toEqual([3, 'RPC_UNREACHABLE']);
    const prove = await weir(['--json', '--core', core, 'prove', '--chain-id', '1'], { DATABASE_URL: 'postgresql://x:x@127.0.0.1:9/x' });
    expect([prove.code, JSON.parse(prove.stdout)]).toMatchObject([3, { error: { code: 'DATABASE_UNREACHABLE' } }]);
  });
});

describe('with a node that `weir up` started', () => {
  let up: ChildProcess;
  let upLog = '';
  beforeAll(async () => {
    writeFileSync(keyFile, `${ANN}\n`);
    writeFileSync(join(folder, 'operator.key'), OPERATOR);
    up = start(['--json', '--data', data, 'up', '--batch-age', '100', '--prover-threads', '0'], { WEIR_POLL_MS: '50' });
    up.stderr!.on('data', (chunk: Buffer) => (upLog += chunk.toString()));
    const [first] = (await Promise.race([
      once(up.stdout!, 'data'),
      once(up, 'exit').then(() => {
        throw new Error(upLog);
      }),
    ])) as [Buffer];
    expect(Object.keys(JSON.parse(first.toString()) as object).sort()).toEqual(['api', 'core', 'rpc']);
  });
  afterAll(async () => {
    if (up.exitCode === null) up.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows status and rides, for people and for machines', async () => {
    const [code, status] = await json('status');
    expect([code, status]).toMatchObject([0, { chainId: 31_337, batch: 0, unwell: [], batches: [], assets: [] }]);
    expect(await json('rides')).toEqual([0, { rides: [] }]);
    const { stdout, stderr } = await weir(['--data', data, 'status']);
    expect(stdout).toContain('on chain 31337');
    expect(stderr).not.toContain('Error');
  });

  it('needs a key to sign, and a sound one', async () => {
    expect(await codeOf('account')).toEqual([2, 'USAGE']);
    expect(await codeOf('account', '--key-file', join(folder, 'nobody.key'))).toEqual([2, 'KEY_FILE_MISSING']);
    const broken = join(folder, 'broken.key');
    writeFileSync(broken, 'secret');
    expect(await codeOf('account', '--key-file', broken)).toEqual([2, 'KEY_FILE_MALFORMED']);
  });

  it('opens an account, once', async () => {
    expect(await codeOf('account', '--key-file', keyFile)).toEqual([1, 'NOT_FOUND']);
    const [code, account] = await json('account', 'open', '--key-file', keyFile);
    expect([code, account]).toMatchObject([0, { account: 0, keyVersion: 1, slots: [] }]);
    expect(await json('account', 'open', '--key-file', keyFile)).toEqual([0, account]);
    expect(await json('account', '--key-file', keyFile)).toEqual([0, account]);
  });

  it('ends with 1 and the code of whoever refuses', async () => {
    expect(await codeOf('deposit', '7', '100', '--key-file', keyFile)).toEqual([1, 'ASSET_UNKNOWN']);
    expect(await codeOf('order', '1', '10', '2', '--key-file', keyFile)).toEqual([1, 'NO_PRICE_LIMIT']);
    expect(await codeOf('order', '1', '10', '2', '--min-buy', '1', '--key-file', keyFile)).toEqual([1, 'NOTHING_TO_SELL']);
    expect(await codeOf('quote', '1', '10', '2', '--min-buy', '1', '--key-file', keyFile)).toEqual([1, 'NOTHING_TO_SELL']);
    expect(await codeOf('leave', '5', '--key-file', keyFile)).toEqual([1, 'RIDE_UNKNOWN']);
    expect(await codeOf('transfer', '0', '1', '5', '--key-file', keyFile)).toEqual([1, 'NOTHING_TO_SPEND']);
    expect(await codeOf('withdraw', '1', '5', '--key-file', keyFile)).toEqual([1, 'NOTHING_TO_SPEND']);
    expect(await codeOf('transfer', '9', '1', '5', '--key-file', keyFile)).toEqual([1, 'NOT_FOUND']);
    const fact = `0x${'11'.repeat(32)}`;
    expect(await codeOf('conditional-transfer', '0', '1', '5', fact, '--key-file', keyFile)).toEqual([1, 'NOTHING_TO_SPEND']);
    expect(await codeOf('conditional-transfer', '0', '1', '5', '0x11', '--key-file', keyFile)).toEqual([2, 'USAGE']);
    expect(await codeOf('l1-order', 'place', '1', '2', '10', '5', '--key-file', keyFile)).toEqual([1, 'ASSET_UNKNOWN']);
    expect(await codeOf('l1-order', 'show', '1')).toEqual([1, 'NOT_FOUND']);
    expect(await codeOf('l1-order', 'cancel', '1', '--key-file', keyFile)).toEqual([1, 'NotOrderOwner']);
    expect(await codeOf('fast-withdrawal', 'offer', '0', '1', '5', '4', '--key-file', keyFile)).toEqual([1, 'ASSET_UNKNOWN']);
    expect(await codeOf('verify', '1')).toEqual([1, 'NOT_FOUND']);
    expect(await codeOf('transfer', '0', '1', 'five', '--key-file', keyFile)).toEqual([2, 'USAGE']);
    const file = join(folder, 'proof.json');
    writeFileSync(file, '{"number": 1}');
    expect(await codeOf('verify', file)).toEqual([2, 'PROOF_FILE_MALFORMED']);
  });

  it('keeps rides: nothing to do where there are none, and no keeping without a wallet', async () => {
    expect(await json('keeper', '--once', '--key-file', keyFile)).toEqual([0, { actions: [] }]);
    expect(await codeOf('keeper', '--once')).toEqual([2, 'USAGE']);
  });

  it('rebuilds from L1 alone, and goes on from its file', async () => {
    const out = join(folder, 'state');
    for (const resume of [[], ['--resume']]) {
      expect(await json('rebuild', '--out', out, ...resume)).toMatchObject([0, { batchNumber: 0, validiumMissingFrom: null, file: out }]);
    }
    expect(await codeOf('rebuild', '--resume')).toEqual([2, 'USAGE']);
    expect(await codeOf('rebuild', '--core', `0x${'11'.repeat(20)}`)).toEqual([1, 'NO_CORE']);
    expect(await codeOf('rebuild', '--blobs', join(folder, 'nowhere'))).toEqual([2, 'USAGE']);
  });

  it('cancels: acknowledged with an id and a status', async () => {
    const [code, sent] = await json('cancel', '0', '0', '--key-file', keyFile);
    expect([code, sent]).toMatchObject([0, { status: 'accepted', duplicate: false }]);
    expect(await json('cancel', '0', '0', '--key-file', keyFile)).toMatchObject([0, { id: sent['id'], duplicate: true }]);
    expect(await codeOf('--core', `0x${'11'.repeat(20)}`, 'status')).toEqual([1, 'WRONG_DEPLOYMENT']);
  });

  it('ends with 0 when it is told to stop, having stopped everything', async () => {
    up.kill('SIGTERM');
    const [code] = (await once(up, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(await codeOf('status')).toEqual([3, 'API_UNREACHABLE']);
  });
});
