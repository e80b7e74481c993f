import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './support/people.ts';
import { createWorld, USDC, type World } from './support/world.ts';

const [operator, ann] = [0, 1].map(person);

describe('the API', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann);
    await world.deposit(ann, USDC, 1_000n);
    await world.ride(50);
    await world.seal();
  });
  afterAll(() => world.close());

  it('shows accounts by number and by owner', async () => {
    const { json } = await world.get('/v1/accounts/1');
    expect(json).toMatchObject({ account: 1, keyVersion: 1, l1Owner: ann.l1Owner, ownerKey: ann.ownerKey, headerDigest: ann.digest });
    expect(json['slots']).toEqual([{ slot: 0, asset: 1, nonce: 1, balance: '1000', filled: '0' }]);
    expect((await world.get(`/v1/accounts?owner=${ann.l1Owner.toUpperCase().replace('0X', '0x')}`)).json['accounts']).toEqual([json]);
    expect(await world.get('/v1/accounts/99')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    expect(await world.get('/v1/accounts/-1')).toMatchObject({ status: 400, json: { code: 'OUT_OF_RANGE' } });
    expect(await world.get('/v1/accounts?owner=me')).toMatchObject({ status: 400, json: { code: 'OUT_OF_RANGE' } });
  });

  it('shows batches, rides, assets and status', async () => {
    expect((await world.get('/v1/batches')).json['batches']).toMatchObject([
      { number: 2, status: 'sealed', transactions: 1, proofBytes: null },
      { number: 1, transactions: 2 },
    ]);
    expect((await world.get('/v1/batches/2')).json).toMatchObject({ number: 2 });
    expect(await world.get('/v1/batches/2/proof')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    expect((await world.get('/v1/rides')).json['rides']).toMatchObject([{ ticket: 50, boarded: '0', closed: false, outcome: null }]);
    expect((await world.get('/v1/assets')).json['assets']).toMatchObject([{ number: 1, quantum: '1' }, { number: 2 }]);
    expect((await world.get('/v1/status')).json).toMatchObject({
      chainId: 31_337,
      batch: 2,
      settledBatch: 0,
      waiting: 0,
      nextAccount: 2,
      unwell: [],
    });
    expect((await world.get('/v1/batches/2')).json).toMatchObject({
      ...{ origin: 'own', blobs: [], committee: false },
      carrier: { carrier: 'calldata', reason: expect.stringContaining('this chain takes no blobs'), blobCost: null },
    });
    expect((await world.get(`/v1/blobs/0x01${'00'.repeat(31)}`)).status).toBe(404);
    expect((await world.get('/v1/blobs/..%2f..%2fkey')).status).toBe(400);
    expect((await world.get('/v1/status')).json).toMatchObject({
      volition: { policy: 'auto', committee: 0, publishes: true },
      carrier: { carrier: 'calldata', reason: '1 words in calldata: this chain takes no blobs' },
      alarms: [],
    });
    expect(await world.get('/v1/nothing')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
  });

  it('is healthy until a component is not', async () => {
    expect(await world.get('/health')).toEqual({ status: 200, json: { ok: true, unwell: [] } });
    world.unwell.push('settle');
    expect(await world.get('/health')).toEqual({ status: 503, json: { ok: false, unwell: ['settle'] } });
    world.unwell.pop();
  });

  it('counts requests by kind and outcome', async () => {
    await world.send({ kind: 'gift' });
    const { payload } = await world.api.inject({ method: 'GET', url: '/metrics' });
    expect(payload).toContain('weir_requests_total{kind="openAccount",outcome="accepted"} 2');
    expect(payload).toContain('weir_requests_total{kind="unknown",outcome="KIND_UNKNOWN"} 1');
  });

  it('describes requests and answers with real schemas', async () => {
    const { json } = await world.get('/docs/json');
    const paths = json['paths'] as Record<string, Record<string, Record<string, unknown>>>;
    const post = JSON.stringify(paths['/v1/transactions']['post']['requestBody']);
    for (const word of ['openAccount', 'toHeaderDigest', 'minBuyAmount', 'signature', 'nonceX']) expect(post).toContain(word);
    for (const [path, methods] of Object.entries(paths)) {
      if (path === '/v1/blobs/{hash}') continue; // bytes
      for (const { responses } of Object.values(methods)) expect(JSON.stringify(responses), path).toContain('"type":"object"');
    }
  });

  it('tells watchers what happens over a WebSocket', async () => {
    const { port } = new URL(await world.api.listen({ port: 0 }));
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const upgrade = request({ port, path: '/v1/events', headers });
    upgrade.end();
    const [, socket] = (await once(upgrade, 'upgrade')) as [unknown, Socket];
    world.events.emit({ type: 'settled', batch: 7 });
    const [frame] = (await once(socket, 'data')) as [Buffer];
    // RFC 6455: a final text frame, its length below 126, the payload unmasked.
    expect([frame[0], frame[1]]).toEqual([0x81, frame.length - 2]);
    expect(JSON.parse(frame.subarray(2).toString())).toEqual({ type: 'settled', batch: 7 });
    socket.destroy();
  });
});
