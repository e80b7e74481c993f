/** Killed at every stage of the pipeline, a node loses nothing that it acknowledged, and does nothing twice. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { digestBytes } from '@weir/protocol/statement/header';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/storage/database.ts';
import { batches } from '../src/storage/schema.ts';
import { startTestChain, type TestChain } from './support/chain.ts';
import { throwAwayFolder } from './support/database.ts';
import { person, signed } from './support/people.ts';
import { eventually, type RunningNode, runNode } from './support/runNode.ts';

const [operator, ann] = [0, 1].map(person);

const START = 1_000n;
/** The operator's wallet deposits for her: others may open only slots 12 to 15. */
const SLOT = 12;

describe('a node that is killed', () => {
  let chain: TestChain;
  let node: RunningNode;
  let limbs: readonly number[];
  let nonce = 1;
  const dataDirectory = throwAwayFolder();
  const acknowledged: string[] = [];

  beforeAll(async () => {
    chain = await startTestChain();
    limbs = instanceLimbs(instanceHash(31_337n, chain.core.toLowerCase() as `0x${string}`));
  });
  afterAll(async () => {
    await node.stop();
    await chain.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  const start = async (killAt?: string): Promise<void> => {
    node = await runNode({ chain, dataDirectory, ...(killAt === undefined ? {} : { killAt }) });
  };

  async function send(body: Record<string, unknown>): Promise<string> {
    const { status, json } = await node.post(body);
    expect([status, json['code']]).toEqual([202, undefined]);
    acknowledged.push(json['id'] as string);
    return json['id'] as string;
  }

  const openAccount = (who: typeof ann) =>
    send(signed(who, { kind: 'openAccount', tree: 0, keyVersion: 1, l1Owner: who.l1Owner, ownerKey: who.ownerKey }, limbs));

  const pay = () =>
    send(
      signed(
        ann,
        {
          kind: 'transfer',
          account: ann.account,
          keyVersion: 1,
          slot: SLOT,
          asset: chain.asset,
          nonce: nonce++,
          amount: 1n,
          fee: 0n,
          until: 2_000_000_000,
          to: operator.account,
          toHeaderDigest: operator.digest,
        },
        limbs,
      ),
    );

  const reaches = (id: string, ...wanted: string[]) =>
    eventually(
      async () => {
        const { json } = await node.get(`/v1/transactions/${id}`);
        return wanted.includes(json['status'] as string) ? json : undefined;
      },
      () => `${id} to be ${wanted.join(' or ')}\n${node.log()}`,
    );

  const balance = async (account: number) => {
    const { json } = await node.get(`/v1/accounts/${account}`);
    return (json['slots'] as { balance: string }[]).reduce((sum, slot) => sum + BigInt(slot.balance), 0n);
  };

  /** Starts again: the request settles. */
  async function recovers(id: string): Promise<void> {
    await node.dead();
    await start();
    await reaches(id, 'settled', 'final');
  }

  it('works at all: opens accounts, takes a deposit, settles', async () => {
    await start();
    await openAccount(operator);
    const id = await openAccount(ann);
    await reaches(id, 'batched', 'proven', 'settled');
    await chain.deposit(ann, START, SLOT);
    await eventually(
      async () => ((await balance(1)) === START ? true : undefined),
      () => `the deposit\n${node.log()}`,
    );
    await eventually(async () => ((await chain.lastBatch()) >= 2 ? true : undefined), 'two batches on L1');
    await node.kill();
    await start();
    expect(node.log()).toContain('using the PostgreSQL that is already running');
    expect(await balance(1)).toBe(START);
  });

  it('right after an acknowledgement', async () => {
    const id = await pay();
    await node.kill();
    await recovers(id);
  });

  it('after sealing, before anybody knows that there is something to prove', async () => {
    await node.stop();
    await start('sealed');
    await recovers(await pay());
  });

  it('while proving, and PostgreSQL with it', async () => {
    await node.stop();
    await start('proving');
    const id = await pay();
    await node.dead();
    const postmaster = Number(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    await recovers(id);
  });

  it('with a proof that nobody has sent yet, and with a settlement written down that was never sent', async () => {
    await node.stop();
    // Without money nothing can be sent.
    const funds = await chain.client.getBalance({ address: chain.operator.address });
    await chain.test.setBalance({ address: chain.operator.address, value: 0n });
    await start('proven');
    const id = await pay();
    await node.dead();
    await start();
    const { batchNumber } = (await reaches(id, 'proven')) as { batchNumber: number };
    await node.kill();
    const database = await openDatabase(node.databaseUrl);
    await database.queries
      .update(batches)
      .set({ status: 'submitted', l1Transaction: `0x${'5e'.repeat(32)}` })
      .where(eq(batches.number, batchNumber));
    await database.close();
    await chain.test.setBalance({ address: chain.operator.address, value: funds });
    await recovers(id);
  });

  it('with its settlement in the mempool', async () => {
    await node.stop();
    await chain.test.setAutomine(false);
    await start('submitted');
    const id = await pay();
    await node.dead();
    await start();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await chain.test.getTxpoolStatus()).toMatchObject({ pending: 1, queued: 0 });
    await chain.test.mine({ blocks: 1 });
    await chain.test.setAutomine(true);
    await reaches(id, 'settled', 'final');
  });

  it('after settling, before it is final', async () => {
    await node.stop();
    await start('settled');
    const id = await pay();
    await recovers(id);
    await chain.test.mine({ blocks: 2 });
    await reaches(id, 'final');
  });

  it('and in the end everything acknowledged has happened exactly once', async () => {
    const paid = BigInt(nonce - 1);
    await eventually(async () => {
      const { json } = await node.get('/v1/batches');
      return (json['batches'] as { status: string }[]).every(({ status }) => status === 'settled' || status === 'final') ? true : undefined;
    }, 'all batches to settle');
    for (const id of acknowledged) expect(['settled', 'final']).toContain((await node.get(`/v1/transactions/${id}`)).json['status']);
    expect([await balance(0), await balance(1)]).toEqual([paid, START - paid]);

    const database = await openDatabase(node.databaseUrl);
    const rows = await database.queries.select().from(batches).orderBy(batches.number);
    await database.close();
    const executed = rows.flatMap(({ transactions }) => transactions as { kind: string; nonce?: number }[]);
    expect(executed.filter(({ kind }) => kind === 'transfer').map((tx) => tx.nonce)).toEqual(
      Array.from({ length: nonce - 1 }, (_, i) => i + 1),
    );
    expect(executed.filter(({ kind }) => kind === 'openAccount')).toHaveLength(2);
    expect(executed.filter(({ kind }) => kind === 'deposit')).toHaveLength(1);

    const root = await chain.client.readContract({ address: chain.core, abi: weirAbi, functionName: 'rollupRoot' });
    const status = (await node.get('/v1/status')).json;
    expect([root, root]).toEqual([toHex(rows[rows.length - 1].newRollupRoot), toHex(digestBytes(status['rollupRoot'] as number[]))]);
    const settlements = await chain.client.getContractEvents({
      address: chain.core,
      abi: weirAbi,
      eventName: 'BatchSettled',
      fromBlock: 0n,
    });
    expect(settlements.map(({ args }) => Number(args.batchNumber))).toEqual(rows.map(({ number }) => number));
    // Nobody else sent anything either: a second settlement would have been mined as a revert.
    for (const { transactionHash } of settlements)
      expect((await chain.client.getTransactionReceipt({ hash: transactionHash })).status).toBe('success');
  });

  it('refuses to run twice on one data folder', async () => {
    await expect(runNode({ chain, dataDirectory })).rejects.toThrow('another node works on this database');
    expect((await node.get('/health')).status).toBe(200);
  });

  it('says in /health what fails when L1 is gone, and still stops in order', async () => {
    await chain.stop();
    // Every stage that asks L1 may be the first to fail; the one that follows it has to.
    const { status } = await eventually(async () => {
      const answer = await node.get('/health');
      const { unwell = [] } = answer.json as { unwell?: string[] };
      return unwell.includes('follow') ? answer : undefined;
    }, 'the node to notice');
    expect(status).toBe(503);
    expect(await node.stop()).toBe(0);
  });
});
