import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { restoreState } from '@weir/protocol/state/snapshot';
import { diffStates, EMPTY_STATE, type State, stateRoots, writeHeader, writeSlot } from '@weir/protocol/state/state';
import { availabilityTypedData, decodeValidiumData, encodeValidiumData } from '@weir/protocol/statement/availability';
import { dataDigest } from '@weir/protocol/statement/binding';
import { digestBytes } from '@weir/protocol/statement/header';
import { pino } from 'pino';
import { recoverTypedDataAddress } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Committee, type CommitteeOptions } from '../src/committee/client.ts';
import { Log } from '../src/committee/log.ts';
import { type HeldBatch, Member } from '../src/committee/member.ts';
import { batchToJson, createCommitteeService, requestHash, SIGNATURE_HEADER } from '../src/committee/service.ts';
import { instance, person } from './support/people.ts';

const silent = pino({ level: 'silent' });
const core = `0x${'c0'.repeat(20)}` as const;
const chainId = 31_337;
const operator = privateKeyToAccount(generatePrivateKey());
const VALIDIUM = 2 ** 26;
const rollupRoot = new Uint8Array(32).fill(9);
const folder = mkdtempSync(join(tmpdir(), 'weir-committee-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(folder, `${files++}`, 'member.log');

/** States that follow each other, and the batches between them. */
function history(count: number, seed = 1): { readonly batches: readonly HeldBatch[]; readonly states: readonly State[] } {
  const { ownerKey, l1Owner } = person(seed);
  const states: State[] = [EMPTY_STATE];
  for (let i = 1; i <= count; i++) {
    const opened = i === 1 ? writeHeader(EMPTY_STATE, VALIDIUM, { ownerKey, keyVersion: 1, l1Owner }) : states[i - 1];
    states.push(writeSlot(opened, VALIDIUM + (i % 3), i % 16, { asset: 1, nonce: i, balance: BigInt(1000 * i + seed), filled: 0n }));
  }
  return { states, batches: states.slice(1).map((after, i) => batchOf(i + 1, states[i], after)) };
}

function batchOf(batchNumber: number, before: State, after: State): HeldBatch {
  const root = (state: State) => digestBytes(stateRoots(state).validium);
  return { batchNumber, oldValidiumRoot: root(before), newValidiumRoot: root(after), ...encodeValidiumData(diffStates(before, after)) };
}

const openMember = (file: string, account = privateKeyToAccount(generatePrivateKey())) =>
  Member.open({ file, account, instance, chainId, core });

describe('the log', () => {
  const record = (i: number) => new Uint8Array(40 + i).fill(i);

  async function write(count: number): Promise<string> {
    const file = newFile();
    const log = await Log.open(file, () => undefined);
    await Promise.all(Array.from({ length: count }, (_, i) => log.append(record(i))));
    await log.close();
    return file;
  }

  async function readBack(file: string): Promise<Uint8Array[]> {
    const records: Uint8Array[] = [];
    await (await Log.open(file, (found) => records.push(found))).close();
    return records;
  }

  it('gives back what was appended, in order', async () => {
    expect(await readBack(await write(5))).toEqual([0, 1, 2, 3, 4].map(record));
  });

  it('cuts off a record that the file ends within, and goes on after the one before', async () => {
    const file = await write(3);
    const whole = readFileSync(file);
    const lastBytes = record(2).length + 20;
    for (let cut = 1; cut < lastBytes; cut++) {
      writeFileSync(file, whole.subarray(0, whole.length - cut));
      expect(await readBack(file)).toEqual([0, 1].map(record));
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(100)]));
    expect(await readBack(file)).toEqual([0, 1, 2].map(record));
    const log = await Log.open(file, () => undefined);
    await log.append(record(3));
    await log.close();
    expect(await readBack(file)).toEqual([0, 1, 2, 3].map(record));
  });

  it('refuses to open with any bit of any record changed', async () => {
    const file = await write(2);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] ^= 1 << (at % 8);
      writeFileSync(file, damaged);
      await expect(readBack(file), `byte ${at}`).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
    }
  });
});

describe('a member', () => {
  it('signs chain, contract, batch, roots and data digest for what it holds', async () => {
    const member = await openMember(newFile());
    const { batches } = history(1);
    const { signer, signature } = await member.sign(batches[0], rollupRoot);
    const message = {
      batchNumber: 1n,
      newRollupRoot: toHex(rollupRoot),
      newValidiumRoot: toHex(batches[0].newValidiumRoot),
      oldValidiumRoot: toHex(batches[0].oldValidiumRoot),
      dataDigest: toHex(dataDigest(instance, 1, decodeValidiumData(batches[0]))),
    };
    expect(await recoverTypedDataAddress({ ...availabilityTypedData(chainId, core, message), signature })).toBe(signer);
    for (const other of [availabilityTypedData(1, core, message), availabilityTypedData(chainId, `0x${'c1'.repeat(20)}`, message)])
      expect(await recoverTypedDataAddress({ ...other, signature })).not.toBe(signer);
    await member.close();
  });

  it('refuses what it cannot serve: data that gives another root, no data before it, another tree', async () => {
    const member = await openMember(newFile());
    const { batches, states } = history(3);
    const wrongRoot = { ...batches[0], newValidiumRoot: batches[1].newValidiumRoot };
    await expect(member.sign(wrongRoot, rollupRoot)).rejects.toMatchObject({ code: 'ROOT_MISMATCH' });
    const words = batches[0].words.slice();
    words[words.length - 1] ^= 1;
    await expect(member.sign({ ...batches[0], words }, rollupRoot)).rejects.toMatchObject({ code: expect.any(String) });
    await expect(member.sign(batches[1], rollupRoot)).rejects.toMatchObject({ code: 'DATA_MISSING', details: { lastBatch: 0 } });
    const rollup = writeSlot(states[0], 3, 0, { asset: 1, nonce: 1, balance: 5n, filled: 0n });
    const foreign = { ...batches[0], ...rollupData(diffStates(states[0], rollup)) };
    await expect(member.sign(foreign, rollupRoot)).rejects.toMatchObject({ code: 'NOT_VALIDIUM' });
    expect(member.lastBatch).toBe(0);
    expect(member.batches(1)).toEqual([]);
    await member.close();
  });

  it('never signs two roots for one number, not even after a restart; it may hold both, and go on from either', async () => {
    const file = newFile();
    const account = privateKeyToAccount(generatePrivateKey());
    const [a, b] = [history(2, 1), history(2, 2)];
    let member = await openMember(file, account);
    const first = await member.sign(a.batches[0], rollupRoot);
    expect(await member.sign(a.batches[0], rollupRoot)).toEqual(first);
    for (let round = 0; round < 2; round++) {
      await expect(member.sign(b.batches[0], rollupRoot)).rejects.toMatchObject({ code: 'SIGNED_ANOTHER' });
      await expect(member.sign(a.batches[0], new Uint8Array(32))).rejects.toMatchObject({ code: 'SIGNED_ANOTHER' });
      await member.close();
      member = await openMember(file, account);
    }
    expect(member.batches(1)).toHaveLength(2);
    await member.hold(b.batches[0]);
    expect(member.batches(1)).toHaveLength(2);
    await member.sign(b.batches[1], rollupRoot);
    expect(member.stateAt(b.batches[1].newValidiumRoot).batchNumber).toBe(2);
    await member.close();
  });

  it('serves after a restart what it served before', async () => {
    const file = newFile();
    const { batches, states } = history(20);
    const member = await openMember(file);
    for (const batch of batches) await member.sign(batch, rollupRoot);
    const before = member.snapshot();
    await member.close();
    const again = await openMember(file);
    expect(again.lastBatch).toBe(20);
    expect(again.snapshot()).toEqual(before);
    expect(stateRoots(restoreState(before.bytes))).toEqual(stateRoots(states[20]));
    for (const batch of batches) expect(again.batches(batch.batchNumber)).toEqual([batch]);
    await again.close();
  });
});

/** Diffs of rollup accounts in the form of validium data. */
function rollupData({ headers, slots }: ReturnType<typeof diffStates>) {
  const shifted = { headers, slots: slots.map((diff) => ({ ...diff, account: diff.account + VALIDIUM })) };
  const { words, ...counts } = encodeValidiumData(shifted);
  const back = words.slice();
  // The account's limb of a slot word: clear the bit that says validium.
  const word = BigInt(toHex(back)) & ~(1n << (28n * 6n + 26n));
  return { ...counts, words: fromHex(`0x${word.toString(16).padStart(62, '0')}`) };
}

describe('the committee', () => {
  const services: { readonly url: string; readonly address: Hex; close(): Promise<void> }[] = [];

  async function start(): Promise<(typeof services)[number]> {
    const member = await openMember(newFile());
    const service = await createCommitteeService({ member, instance, operators: [operator.address], logger: silent });
    const url = await service.listen({ host: '127.0.0.1', port: 0 });
    const running = {
      url,
      address: member.address,
      close: async () => {
        await service.close();
        await member.close();
      },
    };
    services.push(running);
    return running;
  }

  beforeAll(async () => {
    for (let i = 0; i < 6; i++) await start();
  });
  afterAll(async () => {
    await Promise.all(services.map((service) => service.close().catch(() => undefined)));
  });

  const { batches } = history(6);
  const committee = (changes: Partial<CommitteeOptions> = {}) =>
    new Committee({
      members: services,
      threshold: 5,
      timeoutMs: 5_000,
      instance,
      chainId,
      core,
      account: operator,
      history: (from) => Promise.resolve(batches.filter(({ batchNumber }) => batchNumber >= from)),
      ...changes,
    });

  it('gives exactly the threshold of signatures, ascending by signer, low s, and members catch up', async () => {
    const { signatures, signers } = await committee().collect(batches[2], rollupRoot);
    expect(signatures).toHaveLength(5 * 65);
    expect([...signers].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))).toEqual(signers);
    const message = {
      batchNumber: 3n,
      newRollupRoot: toHex(rollupRoot),
      newValidiumRoot: toHex(batches[2].newValidiumRoot),
      oldValidiumRoot: toHex(batches[2].oldValidiumRoot),
      dataDigest: toHex(dataDigest(instance, 3, decodeValidiumData(batches[2]))),
    };
    for (const [i, signer] of signers.entries()) {
      const signature = toHex(signatures.subarray(65 * i, 65 * i + 65));
      expect(await recoverTypedDataAddress({ ...availabilityTypedData(chainId, core, message), signature })).toBe(signer);
    }
  });

  it('takes writes from the operator only, over exactly these bytes', async () => {
    const body = new TextEncoder().encode(JSON.stringify(batchToJson(batches[0])));
    const post = async (signature: string, sent: Uint8Array = body) => {
      const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
      const response = await fetch(`${services[0].url}/v1/batches`, { method: 'POST', body: sent as BodyInit, headers });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    const sign = (who: typeof operator, within = instance) => who.signMessage({ message: { raw: requestHash(within, body) } });
    expect(await post(await sign(operator))).toEqual([200, undefined]);
    expect(await post('')).toEqual([401, 'NOT_OPERATOR']);
    expect(await post(await sign(privateKeyToAccount(generatePrivateKey())))).toEqual([401, 'NOT_OPERATOR']);
    expect(await post(await sign(operator, new Uint8Array(32)))).toEqual([401, 'NOT_OPERATOR']);
    expect(await post(await sign(operator), Uint8Array.of(...body, 32))).toEqual([401, 'NOT_OPERATOR']);
  });

  it('serves data by batch, by account and as a whole to anybody', async () => {
    const [{ url }] = services;
    const byBatch = (await (await fetch(`${url}/v1/batches/1`)).json()) as { batches: unknown[] };
    expect(byBatch.batches).toEqual([batchToJson(batches[0])]);
    expect(await committee().fetchBatch(3, batches[2].newValidiumRoot)).toEqual(batches[2]);
    expect(await committee().fetchBatch(3, rollupRoot)).toBeUndefined();
    const snapshot = await fetch(`${url}/v1/snapshot`);
    const state = restoreState(new Uint8Array(await snapshot.arrayBuffer()));
    expect(toHex(digestBytes(stateRoots(state).validium))).toBe(snapshot.headers.get('x-weir-root'));
    const account = (await (await fetch(`${url}/v1/accounts/${VALIDIUM}`)).json()) as { header: { keyVersion: number }; slots: unknown[] };
    expect([account.header.keyVersion, account.slots.length]).toEqual([1, 16]);
    expect((await fetch(`${url}/v1/batches/999`)).status).toBe(404);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('weir_committee_last_batch 3');
  });

  it('works with one member gone, and says who failed when two are', async () => {
    await services[5].close();
    expect((await committee().collect(batches[3], rollupRoot)).signers).toHaveLength(5);
    await services[4].close();
    const failing = committee();
    await expect(failing.collect(batches[4], rollupRoot)).rejects.toMatchObject({ code: 'COMMITTEE_DOWN' });
    expect([...failing.failures.values()]).toEqual(['UNREACHABLE', 'UNREACHABLE']);
  });

  it('does not count a member that signs with another key', async () => {
    const [first, ...others] = services.slice(0, 4);
    const members = [{ ...first, address: `0x${'ee'.repeat(20)}` as const }, ...others];
    const failing = committee({ members, threshold: 4 });
    await expect(failing.collect(batches[3], rollupRoot)).rejects.toMatchObject({ code: 'COMMITTEE_DOWN' });
    expect(failing.failures.get(members[0].address)).toBe('SIGNATURE_WRONG');
  });
});

describe('a member that is killed', () => {
  const script = fileURLToPath(new URL('./support/committeeProcess.ts', import.meta.url));
  const directory = join(folder, 'killed');
  const key = generatePrivateKey();
  let child: ChildProcess | undefined;
  afterAll(() => child?.kill('SIGKILL'));

  async function start(): Promise<string> {
    const env = { ...process.env, KEY: key, DIRECTORY: directory, CORE: core, OPERATOR: operator.address };
    child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve, reject) => {
      child?.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      child?.once('exit', () => reject(new Error('the member exited')));
    });
  }

  it('still has everything that it has signed, and can be killed at any moment', async () => {
    const { batches } = history(12);
    let signed = 0;
    for (let round = 0; round < 3; round++) {
      const url = await start();
      const members = [{ url, address: privateKeyToAccount(key).address }];
      const history_ = () => Promise.resolve(batches);
      const committee = new Committee({
        members,
        threshold: 1,
        timeoutMs: 5_000,
        instance,
        chainId,
        core,
        account: operator,
        history: history_,
      });
      for (let number = 1; number <= signed; number++)
        expect(await committee.fetchBatch(number, batches[number - 1].newValidiumRoot)).toEqual(batches[number - 1]);
      for (let i = 0; i < 3; i++, signed++) await committee.collect(batches[signed], rollupRoot);
      // The next one is under way when the blow falls.
      const cut = committee.collect(batches[signed], rollupRoot).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5 * round));
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await Promise.all([gone, cut]);
    }
  });
});
