import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { type OrderRequest, type Request, requestDigest, requestFromJson } from '@weir/protocol/api/requests';
import { verifySignature } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountState, findAccount, getAccount, slotFor } from '../src/actions/getAccount.ts';
import { placeOrder } from '../src/actions/placeOrder.ts';
import { rebalance, rebalanceState } from '../src/actions/rebalance.ts';
import { transfer } from '../src/actions/spend.ts';
import { createWeirClient, type WeirClient } from '../src/client.ts';

const CORE = `0x${'c0'.repeat(20)}` as const;
const secret = secretKeyFromSeed(new Uint8Array(32).fill(9));
const key = { secret, ownerKey: [...publicKey(secret)] };
const account: AccountState = {
  account: 4,
  ownerKey: key.ownerKey,
  keyVersion: 1,
  l1Owner: `0x${'aa'.repeat(20)}`,
  headerDigest: [1, 2, 3, 4, 5, 6, 7, 8],
  slots: [
    { slot: 0, asset: 1, nonce: 3, balance: 100n, filled: 0n },
    { slot: 1, asset: 2, nonce: 5, balance: 10n, filled: 4n },
    { slot: 2, asset: 9, nonce: 1, balance: 0n, filled: 0n },
  ],
};

/** One server is node and L1 at once: it remembers what was posted to it. */
describe('the client', () => {
  let server: Server;
  let url = '';
  let client: WeirClient;
  let posted: unknown;
  /** Accounts that the node shows. */
  let shown: unknown[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.url === '/broken/v1/status') return response.end('<html>');
        if (request.url === '/v1/status') return response.end(JSON.stringify({ chainId: 31_337, core: CORE, pool: CORE }));
        if (request.url === '/elsewhere/v1/status') return response.end(JSON.stringify({ chainId: 1, core: CORE, pool: CORE }));
        if (request.url?.startsWith('/v1/accounts')) {
          return response.end(JSON.stringify(request.url.includes('?') ? { accounts: shown } : shown[0]));
        }
        if (request.url === '/v1/transactions') {
          posted = JSON.parse(body);
          response.statusCode = 422;
          return response.end(JSON.stringify({ code: 'NONCE_USED', message: 'no', details: { nonce: 3 } }));
        }
        return response.end(JSON.stringify({ jsonrpc: '2.0', id: (JSON.parse(body) as { id: number }).id, result: '0x7a69' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = await createWeirClient({ api: url, rpc: url });
  });
  afterAll(() => server.close());

  it('believes no digest: one of another header would send deposits to another account', async () => {
    const { slots: _, ...header } = account;
    const honest = { ...header, headerDigest: [...headerDigest(header)], slots: [] };
    const code = (found: Promise<{ account: number }>) =>
      found.then(
        ({ account: number }) => number,
        (error: { code: string }) => error.code,
      );
    const stranger = { ...honest, account: 7, ownerKey: [...publicKey(secret + 1n)] };
    shown = [{ ...stranger, headerDigest: [...headerDigest(stranger)] }, honest];
    expect(await code(findAccount(client, account.l1Owner, key.ownerKey))).toBe(4);
    // The stranger's digest under the caller's own key.
    shown = [{ ...honest, account: 7, headerDigest: [...headerDigest(stranger)] }];
    expect(await code(findAccount(client, account.l1Owner, key.ownerKey))).toBe('HEADER_MISMATCH');
    expect(await code(getAccount(client, 7))).toBe('HEADER_MISMATCH');
    // The caller's key, another's address: what leaves goes there.
    const elsewhere = { ...honest, l1Owner: `0x${'bb'.repeat(20)}` as const };
    shown = [{ ...elsewhere, headerDigest: [...headerDigest(elsewhere)] }];
    expect(await code(findAccount(client, account.l1Owner, key.ownerKey))).toBe('NOT_FOUND');
  });

  it('refuses nodes that do not answer, answer nonsense, or serve something else', async () => {
    const code = (api: string, core?: `0x${string}`) =>
      createWeirClient({ api, rpc: url, ...(core === undefined ? {} : { core }) }).then(
        () => 'connected',
        (error: { code: string }) => error.code,
      );
    expect(await code('http://127.0.0.1:9')).toBe('API_UNREACHABLE');
    expect(await code(`${url}/broken`)).toBe('API_ERROR');
    expect(await code(`${url}/elsewhere`)).toBe('WRONG_CHAIN');
    expect(await code(url, `0x${'dd'.repeat(20)}`)).toBe('WRONG_DEPLOYMENT');
    expect(await code(url, CORE)).toBe('connected');
  });

  const valid = (): Request => {
    const request = requestFromJson(posted);
    expect(verifySignature(request.signature, requestDigest(client.instanceLimbs, request), key.ownerKey)).toBe(true);
    return request;
  };

  it("signs a transfer for this deployment, and throws the node's refusal", async () => {
    const parameters = { key, account, to: account, asset: 1, amount: 7n, until: 99 };
    await expect(transfer(client, parameters)).rejects.toMatchObject({ code: 'NONCE_USED', details: { nonce: 3 } });
    expect(valid()).toMatchObject({
      kind: 'transfer',
      account: 4,
      slot: 0,
      nonce: 3,
      amount: 7n,
      fee: 0n,
      to: 4,
      toHeaderDigest: account.headerDigest,
    });
    await transfer(client, { ...parameters, asset: 2 }).catch(() => undefined);
    // A partly filled nonce belongs to its order: a spend takes the next one.
    expect(valid()).toMatchObject({ slot: 1, nonce: 6 });
    await expect(transfer(client, { ...parameters, asset: 7 })).rejects.toMatchObject({ code: 'NOTHING_TO_SPEND' });
  });

  it('signs an order with slots that are free, and only with a limit unless told otherwise', async () => {
    const order = { key, account, sellAsset: 1, buyAsset: 5, sellAmount: 50n, minBuyAmount: 49n, until: 99, ticketsUntil: 200 };
    await placeOrder(client, order).catch(() => undefined);
    expect(valid()).toMatchObject({
      order: { legs: [{ sellSlot: 0, sellNonce: 3, buySlot: 2, ticketSlot: 3, minBuyAmount: 49n, ticketsUntil: 200 }] },
    });
    await expect(placeOrder(client, { ...order, minBuyAmount: 0n })).rejects.toMatchObject({ code: 'NO_PRICE_LIMIT' });
    await placeOrder(client, { ...order, minBuyAmount: 0n, atAnyPrice: true }).catch(() => undefined);
    expect(valid()).toMatchObject({ order: { legs: [{ minBuyAmount: 0n }] } });
    await expect(placeOrder(client, { ...order, sellAsset: 7 })).rejects.toMatchObject({ code: 'NOTHING_TO_SELL' });
  });

  it('signs a rebalancing: each leg sells from the slot that the one before fills, which is nobody else’s', async () => {
    const [toUsd, toEth] = [
      { buyAsset: 2, atWorst: { sell: 100n, buy: 95n } },
      { buyAsset: 9, atWorst: { sell: 2n, buy: 1n }, band: { reference: 3, bps: 20 } },
    ];
    const parameters = { key, account, sellAsset: 1, sellAmount: 80n, legs: [toUsd, toEth], maxFeeBps: 100, until: 99, ticketsUntil: 200 };
    await rebalance(client, parameters).catch(() => undefined);
    const { legs } = (valid() as OrderRequest).order;
    // Slot 1 holds some of asset 2 already: what comes on the way is kept apart, in slot 2, which is empty.
    expect(legs).toMatchObject([
      { sellSlot: 0, sellNonce: 3, sellAmount: 80n, buySlot: 2, buyAsset: 2, minBuyAmount: 76n, ticketSlot: 3, band: { reference: 0 } },
      {
        sellSlot: 2,
        sellNonce: 2,
        sellAsset: 2,
        sellAmount: 16n * 76n,
        minBuyAmount: 16n * 38n,
        buyAsset: 9,
        band: { reference: 3, bps: 20 },
      },
    ]);
    expect(new Set(legs.flatMap(({ sellSlot, buySlot, ticketSlot }) => [sellSlot, buySlot, ticketSlot])).size).toBe(5);
    const code = (changes: object) => rebalance(client, { ...parameters, ...changes }).catch((error: { code: string }) => error.code);
    expect(await Promise.all([code({ legs: [toUsd] }), code({ legs: [{ ...toUsd, atWorst: { sell: 1n, buy: 0n } }, toEth] })])).toEqual([
      'LEGS_WRONG',
      'NO_PRICE_LIMIT',
    ]);

    const fill = { batch: 1, sold: '0', bought: '0', boarded: '80', fee: '0', ticket: 77, leg: 0 };
    const request = { id: '0x', kind: 'order', status: 'open' as const, batchNumber: 1, refusal: null, fills: [fill] };
    const riding = {
      ...account,
      slots: [
        { slot: 0, asset: 1, nonce: 3, balance: 20n, filled: 80n },
        { slot: 3, asset: 77, nonce: 1, balance: 80n, filled: 0n },
      ],
    };
    expect(rebalanceState(legs, request, riding)).toMatchObject({
      isDone: false,
      legs: [{ boarded: 80n, riding: 80n, waiting: 0n }, { waiting: 0n }],
    });
    const between = { ...account, slots: [{ slot: 2, asset: 2, nonce: 2, balance: 78n, filled: 0n }] };
    expect(rebalanceState(legs, request, between)).toMatchObject({ isDone: false, legs: [{ riding: 0n }, { waiting: 78n, sold: 0n }] });
    const sold = { ...fill, sold: '78', bought: '39', boarded: '0', ticket: 0, leg: 1 };
    const done = { ...account, slots: [{ slot: 2, asset: 2, nonce: 2, balance: 0n, filled: 78n }] };
    expect(rebalanceState(legs, { ...request, fills: [fill, sold] }, done)).toMatchObject({ isDone: true, legs: [{}, { bought: 39n }] });
  });

  it('finds a slot: the one that holds the asset, else the first without a balance', () => {
    expect([slotFor(account, 2), slotFor(account, 5), slotFor(account, 5, [2])]).toEqual([1, 2, 3]);
    const full = {
      ...account,
      slots: Array.from({ length: 16 }, (_, slot) => ({ slot, asset: 50 + slot, nonce: 1, balance: 1n, filled: 0n })),
    };
    expect(() => slotFor(full, 5)).toThrow(expect.objectContaining({ code: 'ACCOUNT_FULL' }) as Error);
  });
});
