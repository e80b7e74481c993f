import { concatBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { blobCommitment, isBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { type Batch, publishBatch } from '@weir/protocol/transactions/applyBatch';
import { asc, eq } from 'drizzle-orm';
import { encodeFunctionData, type PublicClient, parseAbi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayRecord } from '../src/batcher/batchRecord.ts';
import { Ledger } from '../src/batcher/ledger.ts';
import { decodeValidiumRecord } from '../src/da/validiumRecord.ts';
import { readSettlement, type SettledEvent } from '../src/l1/settlement.ts';
import type { Database } from '../src/storage/database.ts';
import { batches } from '../src/storage/schema.ts';
import { startTestDatabase } from './support/database.ts';
import { person, signed, transferRequest, withdrawRequest } from './support/people.ts';
import { createWorld, USDC, type World } from './support/world.ts';

const [operator, ann] = [0, 1].map(person);
const val = { ...person(2), account: 2 ** 26 };
const wrapped = parseAbi(['function relay(address target, bytes data, uint256 nonce)']);
const settleAbi = parseAbi(['function settle(bytes statement, bytes32 digest, bytes proof)']);

/** Batches with every kind of data, sealed by one node, as another one finds them on L1. */
describe('a batch that somebody else settled', () => {
  let world: World;
  let other: Database;
  let sealed: Batch[];
  beforeAll(async () => {
    [world, other] = await Promise.all([createWorld(), startTestDatabase()]);
    await world.open(operator, ann);
    await world.send(signed(val, { kind: 'openAccount', tree: 1, keyVersion: 1, l1Owner: val.l1Owner, ownerKey: val.ownerKey }));
    await world.seal();
    await world.deposit(ann, USDC, 1_000n);
    await world.deposit(val, USDC, 500n);
    await world.seal();
    await world.send(transferRequest(ann, operator, { amount: 100n }));
    await world.send(withdrawRequest(val, { amount: 50n }));
    await world.forcedExit(operator.account, ann.l1Owner);
    await world.seal();
    const rows = await world.queries.select().from(batches).orderBy(asc(batches.number));
    const ledger = new Ledger();
    sealed = rows.map((row) => {
      const batch = replayRecord(ledger.state, row);
      ledger.state = batch.after;
      return batch;
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await other.close();
  });

  const eventOf = ({ statement: { header } }: Batch, row: typeof batches.$inferSelect): SettledEvent => ({
    batchNumber: header.batchNumber,
    rollupRoot: toHex(row.newRollupRoot),
    validiumRoot: toHex(row.newValidiumRoot!),
    transaction: `0x${'11'.repeat(32)}`,
  });
  const chainOf = (input: Hex, hashes: readonly Hex[] = []) =>
    ({
      getTransaction: () => Promise.resolve({ input, blobVersionedHashes: hashes, blockNumber: 5n }),
      getBlock: () => Promise.resolve({ timestamp: 1n }),
    }) as unknown as PublicClient;
  const settle = (statement: Uint8Array) =>
    encodeFunctionData({ abi: settleAbi, functionName: 'settle', args: [toHex(statement), `0x${'22'.repeat(32)}`, '0x3333'] });
  const relayed = (statement: Uint8Array) =>
    encodeFunctionData({ abi: wrapped, functionName: 'relay', args: [`0x${'44'.repeat(20)}`, settle(statement), 7n] });

  it.each([
    ['calldata', false, settle],
    ['blobs', true, settle],
    ['calldata through another contract', false, relayed],
  ] as const)('is read from %s, and gives the same state', async (_, inBlobs, call) => {
    await other.queries.delete(batches);
    const rows = await world.queries.select().from(batches).orderBy(asc(batches.number));
    for (const [i, row] of rows.entries()) {
      const batch = publishBatch(sealed[i], { validiumData: true, blobs: inBlobs });
      const blobs = blobsFromWords(splitBody(batch.statement).blobs);
      const hashes = blobs.map((blob) => toHex(versionedHash(blobCommitment(blob))));
      const sources = [{ name: 'test', read: () => Promise.resolve(blobs) }];
      const reader = { sources, isBlob: (blob: Uint8Array, hash: Uint8Array) => Promise.resolve(isBlob(blob, hash)) };
      const client = chainOf(call(encodeStatement(batch.statement)), hashes);
      const found = await readSettlement({ client, blobs: reader, committee: undefined }, eventOf(batch, row));
      expect([found.blobHashes, found.validiumData, found.blobWords === null]).toEqual([hashes, null, !inBlobs]);
      const { statement, blobWords, validiumData } = found;
      const known = { number: row.number, status: 'settled', origin: 'l1', timestamp: row.timestamp } as const;
      await other.queries.insert(batches).values({
        ...{ ...known, transactions: [], context: {}, transactionCount: 0, digest: new Uint8Array(), statement, blobWords, validiumData },
        ...{ newRollupRoot: row.newRollupRoot, newValidiumRoot: row.newValidiumRoot },
      });
    }
    const ledger = await Ledger.load(other.queries);
    expect(ledger.batchNumber).toBe(4);
    for (const field of ['timestamp', 'depositCursor', 'forcedCursor', 'nextAccount'] as const)
      expect(ledger[field]).toBe(world.ledger[field]);
    expect([ledger.nextIn(1), ledger.totals]).toEqual([val.account + 1, world.ledger.totals]);
    expect(ledger.accountsOf(val.l1Owner)).toEqual([val.account]);
  });

  it('needs the committee for validium data that is not published, and says so when nobody has it', async () => {
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, 3));
    const batch = publishBatch(sealed[2], { validiumData: false, blobs: false });
    const client = chainOf(settle(encodeStatement(batch.statement)));
    const blobs = { sources: [], isBlob: () => Promise.resolve(false) };
    const event = eventOf(batch, row);
    await expect(readSettlement({ client, blobs, committee: undefined }, event)).rejects.toMatchObject({ code: 'VALIDIUM_DATA_MISSING' });
    const held = { batchNumber: 3, ...decodeValidiumRecord(row.validiumData!) };
    const committee = { fetchBatch: () => Promise.resolve(held) };
    const found = await readSettlement({ client, blobs, committee: committee as never }, event);
    expect(found.validiumData).toEqual(row.validiumData);
  });

  it('is not believed by another root, and missing when the transaction does not show it', async () => {
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, 3));
    const statement = encodeStatement(sealed[2].statement);
    const blobs = { sources: [], isBlob: () => Promise.resolve(false) };
    const event = eventOf(sealed[2], row);
    for (const input of [settle(statement.subarray(0, 300)), settle(concatBytes(statement.subarray(1), Uint8Array.of(0))), '0x'] as Hex[])
      await expect(readSettlement({ client: chainOf(input), blobs, committee: undefined }, event)).rejects.toMatchObject({
        code: expect.stringMatching(/STATEMENT_MISSING|STATEMENT/),
      });
    const elsewhere = { ...event, rollupRoot: toHex(fromHex(event.rollupRoot).fill(1)) };
    await expect(readSettlement({ client: chainOf(settle(statement)), blobs, committee: undefined }, elsewhere)).rejects.toMatchObject({
      code: 'STATEMENT_MISSING',
    });
  });

  it('keeps snapshots, and starts from the newest that still fits', async () => {
    await world.ledger.snapshot(world.queries);
    const again = await Ledger.load(world.queries);
    for (const field of ['batchNumber', 'timestamp', 'depositCursor', 'forcedCursor', 'nextAccount'] as const)
      expect(again[field]).toBe(world.ledger[field]);
    expect([again.totals, again.rides, again.accountsOf(ann.l1Owner), again.nextIn(1)]).toEqual([
      ...[world.ledger.totals, world.ledger.rides, world.ledger.accountsOf(ann.l1Owner), world.ledger.nextIn(1)],
    ]);
    // With its history unreadable it can only have come from the snapshot.
    await world.queries.update(batches).set({ context: {} });
    expect((await Ledger.load(world.queries)).batchNumber).toBe(4);
    await world.queries
      .update(batches)
      .set({ newRollupRoot: new Uint8Array(32) })
      .where(eq(batches.number, 4));
    await expect(Ledger.load(world.queries)).rejects.toThrow();
  });
});
