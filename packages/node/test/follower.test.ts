import { weirAbi } from '@weir/abi/weir';
import { asc, eq } from 'drizzle-orm';
import type { Abi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOnce } from '../src/l1/follower.ts';
import type { Database } from '../src/storage/database.ts';
import { batches, l1Assets, l1Blocks, l1Deposits, l1ForcedExits, transactions } from '../src/storage/schema.ts';
import { startTestChain, type TestChain } from './support/chain.ts';
import { startTestDatabase } from './support/database.ts';
import { person } from './support/people.ts';

const ann = person(1);
const DAY = 86_400;

describe('the follower', () => {
  let chain: TestChain;
  let database: Database;
  const blobs = { sources: [], isBlob: () => Promise.resolve(false) };
  const consumed = { depositCursor: 0, forcedCursor: 0 };
  beforeAll(async () => {
    [chain, database] = await Promise.all([startTestChain(), startTestDatabase()]);
  });
  afterAll(async () => {
    await chain.stop();
    await database.close();
  });

  const once = () =>
    followOnce({
      client: chain.client,
      queries: database.queries,
      core: chain.core,
      pool: chain.pool,
      deployBlock: 0n,
      safeDepth: 0,
      blobs,
      consumed,
    });
  async function follow(): Promise<void> {
    while (await once());
  }
  const deposits = () => database.queries.select().from(l1Deposits).orderBy(asc(l1Deposits.index));
  const amounts = async () => (await deposits()).map(({ content }) => (content as { amount: string }).amount);
  const contentOf = async (index: number) => {
    const { content } = (await deposits())[index];
    const { amount, ...rest } = content as Record<string, unknown>;
    return { ...rest, amount: BigInt(amount as string) };
  };
  const call = (functionName: string, args: readonly unknown[], value = 0n) =>
    chain.send(chain.core, weirAbi as Abi, functionName, args, value);

  it('believes nothing that a second RPC does not confirm', async () => {
    const elsewhere = await startTestChain();
    try {
      await elsewhere.deposit(ann, 1n, 0);
      const options = {
        client: chain.client,
        queries: database.queries,
        core: chain.core,
        pool: chain.pool,
        deployBlock: 0n,
        safeDepth: 0,
        blobs,
        consumed,
      };
      await expect(followOnce({ ...options, witness: elsewhere.client })).rejects.toMatchObject({ code: 'RPCS_DISAGREE' });
      expect(await database.queries.select().from(l1Blocks)).toEqual([]);
      expect(await followOnce({ ...options, witness: chain.client })).toBe(true);
    } finally {
      await elsewhere.stop();
    }
  });

  it('turns events into rows, once', async () => {
    await chain.deposit(ann, 100n, 0);
    await follow();
    expect(await database.queries.select().from(l1Assets)).toMatchObject([{ number: 1, quantum: '1' }]);
    expect(await deposits()).toMatchObject([
      { index: 0, content: { account: 1, amount: '100', slot: 0, depositor: chain.operator.address.toLowerCase() } },
    ]);
    expect(await once()).toBe(false);
    await chain.deposit(ann, 200n, 0);
    await follow();
    expect(await amounts()).toEqual(['100', '200']);
  });

  it('sees forced exits', async () => {
    await call('requestForcedExit', [1, 3], 10n ** 17n);
    await follow();
    expect(await database.queries.select().from(l1ForcedExits)).toMatchObject([
      { index: 0, content: { kind: 'forcedExit', account: 1, slots: 3, requester: chain.operator.address.toLowerCase() } },
    ]);
  });

  it('forgets what a reorg took back, however deep, and reads what came instead', async () => {
    await chain.deposit(ann, 300n, 0);
    await follow();
    expect(await amounts()).toEqual(['100', '200', '300']);
    // Twenty empty blocks, followed one by one, then all of them and the deposit (three transactions) replaced by nothing.
    for (let i = 0; i < 20; i++) {
      await chain.test.mine({ blocks: 1 });
      await once();
    }
    await chain.test.request({ method: 'anvil_reorg' as never, params: [23, []] as never });
    await follow();
    expect(await amounts()).toEqual(['100', '200']);
    await chain.deposit(ann, 301n, 0);
    await follow();
    expect(await amounts()).toEqual(['100', '200', '301']);
  });

  it('unwinds a cancel request, and a settlement', async () => {
    await call('requestDepositCancel', [0n, await contentOf(0)]);
    await follow();
    expect((await deposits())[0].cancelRequestedAt).not.toBeNull();
    const head = Number(await chain.client.getBlockNumber());
    // As if a batch had settled in that block.
    await database.queries.insert(batches).values({
      number: 1,
      status: 'settled',
      timestamp: 1,
      transactions: [],
      context: {},
      transactionCount: 1,
      statement: new Uint8Array(),
      digest: new Uint8Array(),
      newRollupRoot: new Uint8Array(32),
      l1Block: head,
      l1Transaction: `0x${'11'.repeat(32)}`,
    });
    await database.queries.insert(transactions).values({ id: '0x01', kind: 'cancel', body: {}, status: 'settled', batch: 1 });
    await chain.test.request({ method: 'anvil_reorg' as never, params: [1, []] as never });
    await follow();
    expect((await deposits())[0]).toMatchObject({ cancelRequestedAt: null, cancelBlock: null });
    expect(await database.queries.select().from(batches)).toMatchObject([{ status: 'proven', l1Block: null }]);
    expect(await database.queries.select().from(transactions)).toMatchObject([{ status: 'proven' }]);
    await database.queries.delete(batches);
    await database.queries.delete(transactions);
  });

  it('sees a deposit that L1 has paid back', async () => {
    await call('requestDepositCancel', [2n, await contentOf(2)]);
    await chain.test.increaseTime({ seconds: 2 * DAY + 1 });
    await chain.test.mine({ blocks: 1 });
    await call('cancelDeposit', [2n, await contentOf(2)]);
    await follow();
    const [row] = await database.queries.select().from(l1Deposits).where(eq(l1Deposits.index, 2));
    expect(row.reclaimedBlock).not.toBeNull();
  });

  it('stops when L1 has replaced what a batch consumed', async () => {
    await chain.deposit(ann, 400n, 0);
    await follow();
    consumed.depositCursor = 4;
    await chain.test.request({ method: 'anvil_reorg' as never, params: [3, []] as never });
    await follow();
    expect(await amounts()).toEqual(['100', '200', '301', '400']);
    await chain.deposit(ann, 401n, 0);
    await expect(follow()).rejects.toMatchObject({ code: 'REORG_TOO_DEEP' });
  });

  it('keeps places to go back to, and not for ever', async () => {
    await database.queries.insert(l1Blocks).values({ number: -2_000, hash: '0x' });
    consumed.depositCursor = 0;
    await database.queries.delete(l1Deposits).where(eq(l1Deposits.index, 3));
    await follow();
    expect(await amounts()).toEqual(['100', '200', '301', '401']);
    expect(await database.queries.$count(l1Blocks, eq(l1Blocks.number, -2_000))).toBe(0);
  });
});
