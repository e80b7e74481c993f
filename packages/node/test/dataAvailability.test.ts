import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { readHeader, readSlot, stateRoots } from '@weir/protocol/state/state';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { decodeHeader, digestBytes } from '@weir/protocol/statement/header';
import { decodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { and, asc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayRecord } from '../src/batcher/batchRecord.ts';
import { Ledger } from '../src/batcher/ledger.ts';
import { Committee } from '../src/committee/client.ts';
import { startCommitteeMember } from '../src/committee/start.ts';
import { CommitteeDuty } from '../src/da/committeeDuty.ts';
import { heldBatchesFrom } from '../src/da/validiumRecord.ts';
import { discardFrom, isUnattested } from '../src/l1/settler.ts';
import { batches, l1ForcedExits } from '../src/storage/schema.ts';
import { instance, openRequest, type Person, person, signed, transferRequest, withdrawRequest } from './support/people.ts';
import { createWorld, testPublisher, USDC, type World } from './support/world.ts';

const silent = pino({ level: 'silent' });
const VALIDIUM = 2 ** 26;
const CORE = `0x${'c0'.repeat(20)}` as const;
const [operator, ann] = [0, 1].map(person);
const val = { ...person(2), account: VALIDIUM };
const openValidium = (who: Person) =>
  signed(who, { kind: 'openAccount', tree: 1, keyVersion: 1, l1Owner: who.l1Owner, ownerKey: who.ownerKey });
const rowOf = async (world: World, number: number) => (await world.queries.select().from(batches).where(eq(batches.number, number)))[0];

describe('a batch in blobs', () => {
  let world: World;
  const stored: Uint8Array[][] = [];
  let blobGas = 1n;
  beforeAll(async () => {
    const publisher = testPublisher({
      prices: () => Promise.resolve({ gas: 10n ** 9n, blobGas }),
      store: (blobs) => {
        stored.push([...blobs]);
        return Promise.resolve(blobs.map((_, i) => ({ hash: `0x01${String(i).padStart(62, '0')}` as const, commitment: '0x' as const })));
      },
    });
    // Room for 40 words in calldata beside six openings.
    world = await createWorld({ publisher, maxStatementBytes: 176 + 31 * 40 + 1_920, maxTransactions: 256 });
  });
  afterAll(() => world.close());

  it('holds more than calldata does, and decodes from calldata and blobs', async () => {
    for (let i = 0; i < 90; i++) expect((await world.send(openRequest(person(i)))).status).toBe(202);
    const number = await world.seal();
    const row = await rowOf(world, number!);
    expect(row.transactionCount).toBe(90);
    expect(row.carrier).toMatchObject({ carrier: 'blobs', calldataCost: null });
    expect(row.carrier?.reason).toContain("180 words in blobs: too many for one transaction's calldata; 1 blob");
    expect([stored.length, stored[0].length, row.blobs.length, row.statement.length]).toEqual([1, 1, 1, 176]);
    const statement = decodeStatement(row.statement, stored[0]);
    expect(statement.diffs.headers.map(({ account }) => account)).toEqual(Array.from({ length: 90 }, (_, i) => i));
    // What the prover replays is the very same statement.
    const replayed = replayRecord(new Ledger().state, row);
    expect(blobsFromWords(splitBody(replayed.statement).blobs)).toEqual(stored[0]);
    expect((await Ledger.load(world.queries)).nextAccount).toBe(90);
  });

  it('is composed for calldata when blobs have become too dear: then it holds less', async () => {
    blobGas = 10n ** 15n;
    for (let i = 100; i < 190; i++) expect((await world.send(openRequest(person(i)))).status).toBe(202);
    const row = await rowOf(world, (await world.seal())!);
    expect([row.carrier?.carrier, row.blobs.length]).toEqual(['calldata', 0]);
    expect(row.transactionCount).toBeLessThan(60);
    expect(stored).toHaveLength(1);
  });
});

describe('accounts in both trees', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann);
    await world.send(openValidium(val));
    await world.seal();
    await world.deposit(ann, USDC, 1_000n);
    await world.deposit(val, USDC, 500n);
    await world.seal();
  });
  afterAll(() => world.close());

  it('say where their data is', async () => {
    expect((await world.get(`/v1/accounts/${val.account}`)).json).toMatchObject({ account: VALIDIUM, data: 'validium' });
    expect((await world.get('/v1/accounts/1')).json).toMatchObject({ data: 'rollup' });
    const row = await rowOf(world, 3);
    expect([row.validiumData === null, decodeHeader(row.statement).validiumData]).toEqual([false, true]);
  });

  it('move, with everything in their slots; what stays behind says where they are', async () => {
    const move = signed(ann, { kind: 'moveAccount', account: 1, keyVersion: 1, until: 2_000_000_000 });
    expect((await world.send({ ...move, until: 1 })).json).toMatchObject({ code: 'EXPIRED' });
    const { status, json } = await world.send(move);
    expect(status).toBe(202);
    await world.seal();
    expect((await world.get(`/v1/transactions/${String(json['id'])}`)).json).toMatchObject({ status: 'batched', kind: 'moveAccount' });
    const moved = VALIDIUM + 1;
    expect(await world.get('/v1/accounts/1')).toMatchObject({ status: 410, json: { code: 'ACCOUNT_MOVED', details: { movedTo: moved } } });
    expect(readSlot(world.ledger.state, moved, 0)).toMatchObject({ asset: USDC, balance: 1_000n });
    expect(world.ledger.accountsOf(ann.l1Owner)).toEqual([moved]);
    expect((await world.send(withdrawRequest(ann, { nonce: 1 }))).json).toMatchObject({ code: 'ACCOUNT_NOT_OPEN' });
    expect((await world.send(withdrawRequest({ ...ann, account: moved }, { nonce: 1, amount: 400n }))).status).toBe(202);
    // And back, to a new rollup account.
    const back = signed(ann, { kind: 'moveAccount', account: moved, keyVersion: 1, until: 2_000_000_000 });
    expect((await world.send(back)).status).toBe(202);
    await world.seal();
    expect(world.ledger.accountsOf(ann.l1Owner)).toEqual([2]);
    expect(readSlot(world.ledger.state, 2, 0)).toMatchObject({ asset: USDC, balance: 600n });
    expect((await Ledger.load(world.queries)).accountsOf(ann.l1Owner)).toEqual([2]);
  });

  it('answer forced requests first and in the order of L1: exits of some slots, new keys, refusals', async () => {
    const next = person(77);
    const rotated = { kind: 'rotateKey', account: val.account, requester: val.l1Owner, ownerKey: next.ownerKey } as const;
    const stranger = { ...rotated, requester: ann.l1Owner };
    const exit = { kind: 'forcedExit', account: val.account, slots: 1, requester: val.l1Owner } as const;
    const other = { ...exit, slots: 0xfffe };
    for (const [index, content] of [stranger, other, rotated, exit].entries())
      await world.queries.insert(l1ForcedExits).values({ index, content, requestedAt: world.now, block: 1 });
    expect((await world.send(transferRequest(val, operator, { amount: 1n }))).status).toBe(202);
    const row = await rowOf(world, (await world.seal())!);
    const sealed = row.transactions as { kind: string; status: string }[];
    expect(sealed.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...['rotateKey refuted', 'forcedExit served', 'rotateKey applied', 'forcedExit served'],
    ]);
    expect(readHeader(world.ledger.state, val.account)).toMatchObject({ ownerKey: next.ownerKey, keyVersion: 2 });
    expect(readSlot(world.ledger.state, val.account, 0).balance).toBe(0n);
    expect([world.ledger.forcedCursor, (await Ledger.load(world.queries)).forcedCursor]).toEqual([4, 4]);
  });
});

describe('the committee duty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weir-duty-'));
  const account = privateKeyToAccount(generatePrivateKey());
  const keys = Array.from({ length: 3 }, generatePrivateKey);
  const running: (Awaited<ReturnType<typeof startCommitteeMember>> | undefined)[] = [];
  let world: World;
  let duty: CommitteeDuty;
  let committee: Committee;

  const start = async (i: number, port = 0) => {
    const options = { dataDirectory: join(folder, String(i)), key: keys[i], chainId: 31_337, core: CORE, operators: [account.address] };
    running[i] = await startCommitteeMember({ ...options, host: '127.0.0.1', port, logger: silent });
  };
  const portOf = (url: string) => Number(new URL(url).port);

  beforeAll(async () => {
    for (const i of keys.keys()) await start(i);
    world = await createWorld({ publisher: testPublisher({ validiumData: () => duty.publishes }) });
    committee = new Committee({
      members: running.map((member) => ({ address: member!.address, url: member!.url })),
      ...{ threshold: 2, timeoutMs: 3_000, instance, chainId: 31_337, core: CORE, account },
      history: (from) => heldBatchesFrom(world.queries, from),
    });
    duty = new CommitteeDuty({ committee, queries: world.queries, patience: 2, logger: silent });
    await world.open(operator, ann);
    await world.send(openValidium(val));
    await world.seal();
  });
  afterAll(async () => {
    await world.close();
    await Promise.all(running.map((member) => member?.stop() ?? Promise.resolve()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function rounds(): Promise<number | undefined> {
    for (let i = 0; i < 10; i++) {
      const { busy, discard } = await duty.round();
      if (discard !== undefined) return discard;
      if (!busy && (await unsigned()).length === 0) return undefined;
    }
    return undefined;
  }
  async function unsigned(): Promise<number[]> {
    const rows = await world.queries
      .select()
      .from(batches)
      .where(and(eq(batches.origin, 'own')))
      .orderBy(asc(batches.number));
    return rows.filter(isUnattested).map(({ number }) => number);
  }
  const deposit = async () => {
    await world.deposit(val, USDC, 10n);
    return rowOf(world, (await world.seal())!);
  };

  it('leaves the diffs out of the statement and gets them signed', async () => {
    expect(await unsigned()).toEqual([2]);
    expect(await rounds()).toBeUndefined();
    const row = await rowOf(world, 2);
    const header = decodeHeader(row.statement);
    expect([header.validiumData, header.headerDiffs, row.attestation?.length]).toEqual([false, 0, 32 + 2 * 65]);
    // Batches without validium accounts need nobody.
    expect(isUnattested(await rowOf(world, 1))).toBe(false);
  });

  it('publishes instead when too few members sign, and nothing that was sealed is lost', async () => {
    const urls = running.map((member) => member!.url);
    await running[0]?.stop();
    await running[1]?.stop();
    await deposit();
    const discard = await rounds();
    expect([discard, duty.publishes]).toEqual([3, true]);
    await discardFrom(world.queries, discard!);
    const again = await rowOf(world, (await world.seal())!);
    expect([again.number, decodeHeader(again.statement).validiumData, isUnattested(again)]).toEqual([3, true, false]);
    expect(readSlot(world.ledger.state, val.account, 0).balance).toBe(10n);

    await start(0, portOf(urls[0]));
    await start(1, portOf(urls[1]));
    await world.queries.update(batches).set({ status: 'settled' });
    await duty.round();
    expect(duty.publishes).toBe(false);
    const next = await deposit();
    expect(decodeHeader(next.statement).validiumData).toBe(false);
    expect(await rounds()).toBeUndefined();
    expect((await rowOf(world, next.number)).attestation).not.toBeNull();
    const root = toHex(digestBytes(stateRoots(world.ledger.state).validium));
    const [snapshot] = await Promise.all([fetch(`${urls[0]}/v1/status`)]);
    expect(((await snapshot.json()) as { root: string }).root).toBe(root);
    expect(fromHex(root)).toEqual(next.newValidiumRoot);
  });
});
