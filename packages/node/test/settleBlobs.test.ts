import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex, type Hex } from '@weir/foundation/bytes';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { isBlob } from '@weir/protocol/statement/kzg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestChain, type TestChain } from './support/chain.ts';
import { throwAwayFolder } from './support/database.ts';
import { person, signed } from './support/people.ts';
import { eventually, type RunningNode, runNode } from './support/runNode.ts';

const [operator, ann] = [0, 1].map(person);

describe('a batch whose diffs are in a blob', () => {
  let chain: TestChain;
  let node: RunningNode;
  const [first, second] = [throwAwayFolder(), throwAwayFolder()];
  const environment = { WEIR_DATA_CARRIER: 'blobs', WEIR_SNAPSHOT_EVERY: '1' };

  beforeAll(async () => {
    chain = await startTestChain();
    node = await runNode({ chain, dataDirectory: first, environment });
  });
  afterAll(async () => {
    await node.stop();
    await chain.stop();
    for (const folder of [first, second]) rmSync(folder, { recursive: true, force: true });
  });

  it('settles with the openings, is archived before it is sent, and served', async () => {
    const limbs = instanceLimbs(instanceHash(31_337n, chain.core.toLowerCase() as Hex));
    for (const who of [operator, ann])
      expect(
        (await node.post(signed(who, { kind: 'openAccount', tree: 0, keyVersion: 1, l1Owner: who.l1Owner, ownerKey: who.ownerKey }, limbs)))
          .status,
      ).toBe(202);
    const batch = await eventually(
      async () => {
        const { json } = await node.get('/v1/batches/1');
        return ['settled', 'final'].includes(String(json['status'])) ? json : undefined;
      },
      () => `batch 1\n${node.log()}`,
    );
    const [hash] = batch['blobs'] as Hex[];
    expect(batch).toMatchObject({ origin: 'own', carrier: { carrier: 'blobs' }, blobs: [hash], committee: false });
    const receipt = await chain.client.getTransactionReceipt({ hash: batch['l1Transaction'] as Hex });
    expect([receipt.status, receipt.blobGasUsed]).toEqual(['success', 131_072n]);
    expect(readdirSync(join(first, 'blobs'))).toEqual([`${hash}.blob`]);
    const served = new Uint8Array(await (await fetch(`${node.url}/v1/blobs/${hash}`)).arrayBuffer());
    expect(isBlob(served, fromHex(hash))).toBe(true);
  });

  it('is followed from L1 alone by a node whose database is empty', async () => {
    const status = (await node.get('/v1/status')).json;
    await node.stop();
    node = await runNode({ chain, dataDirectory: second, environment });
    await eventually(
      async () => ((await node.get('/v1/status')).json['settledBatch'] === status['batch'] ? true : undefined),
      () => `the node to catch up\n${node.log()}`,
    );
    const batch = (await node.get('/v1/batches/1')).json;
    expect(batch).toMatchObject({ origin: 'l1', transactions: 0 });
    expect(readdirSync(join(second, 'blobs'))).toEqual((batch['blobs'] as string[]).map((hash) => `${hash}.blob`));
    const now = await eventually(async () => {
      const { json } = await node.get('/v1/status');
      return json['nextAccount'] === status['nextAccount'] ? json : undefined;
    }, 'the ledger to have applied it');
    expect(now['rollupRoot']).toEqual(status['rollupRoot']);
    expect((await node.get('/v1/accounts/1')).json).toMatchObject({ l1Owner: ann.l1Owner, data: 'rollup' });
  });
});
