import { readSlot } from '@weir/protocol/state/state';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_OPEN_ORDERS } from '../src/intake/intake.ts';
import { verifySignature } from '../src/kernels.ts';
import { l1Rides, transactions } from '../src/storage/schema.ts';
import {
  cancelRequest,
  LATER,
  limbs,
  openRequest,
  orderRequest,
  person,
  signed,
  transferRequest,
  withdrawRequest,
} from './support/people.ts';
import { createWorld, NOW, snapshotOf, USDC, type World } from './support/world.ts';

const [operator, ann, bob, stranger] = [0, 1, 2, 3].map(person);
const OVER = 60;
const BOARDING = 61;

describe('intake', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 1_000n);
    await world.ride(OVER, { boardBy: NOW - 1 });
    await world.queries
      .update(l1Rides)
      .set({ outcome: { outTotal: '1', inReturned: '0', tickets: '1' }, outcomeBlock: 1 })
      .where(eq(l1Rides.ticket, OVER));
    await world.ride(BOARDING);
    await world.seal();
  });
  afterAll(() => world.close());

  /** Refused with this code and status, and not a row has changed. */
  async function refused(body: unknown, code: string, status = 422): Promise<Record<string, unknown>> {
    const before = await snapshotOf(world);
    const answer = await world.send(body);
    expect([answer.json['code'], answer.status]).toEqual([code, status]);
    expect(Object.keys(answer.json).sort()).toEqual(['code', 'details', 'message']);
    expect(await snapshotOf(world)).toEqual(before);
    return answer.json['details'] as Record<string, unknown>;
  }

  const good = () => transferRequest(ann, bob, { nonce: 1, amount: 10n });

  it('refuses what is not a request', async () => {
    await refused('{"kind": "transfer", ', 'JSON_MALFORMED', 400);
    await refused('[]', 'JSON_MALFORMED', 400);
    await refused({ ...good(), surplus: 1 }, 'JSON_MALFORMED', 400);
    await refused({ ...good(), amount: 10 }, 'JSON_MALFORMED', 400);
    await refused({ kind: 'gift' }, 'KIND_UNKNOWN', 400);
    await refused({ ...good(), memo: 'x'.repeat(70_000) }, 'BODY_TOO_LARGE', 413);
  });

  it('refuses amounts of 0 and of 2^64 and above', async () => {
    await refused(transferRequest(ann, bob, { amount: 0n }), 'AMOUNT_ZERO');
    await refused({ ...good(), amount: `${1n << 64n}` }, 'OUT_OF_RANGE', 400);
    await refused({ ...good(), amount: '-1' }, 'JSON_MALFORMED', 400);
    await refused(orderRequest(ann, { sellAmount: 0n }), 'AMOUNT_ZERO');
  });

  it('refuses a wrong signature: another message, another person, another instance', async () => {
    await refused({ ...good(), amount: '11' }, 'SIGNATURE_INVALID');
    await refused({ ...good(), signature: transferRequest(bob, ann)['signature'] }, 'SIGNATURE_INVALID');
    const {
      kind: _,
      signature: __,
      ...order
    } = orderRequest(ann, {}) as { kind: string; signature: unknown; order: Record<string, unknown> };
    await refused({ kind: 'order', ...order, signature: good()['signature'] }, 'SIGNATURE_INVALID');
    const elsewhere = signed(
      stranger,
      { kind: 'openAccount', tree: 0, keyVersion: 1, l1Owner: stranger.l1Owner, ownerKey: stranger.ownerKey },
      limbs.toReversed(),
    );
    await refused(elsewhere, 'SIGNATURE_INVALID');
  });

  it('refuses nonces that are used up or too far ahead', async () => {
    expect(await refused(transferRequest(ann, bob, { nonce: 0 }), 'NONCE_TOO_LOW')).toEqual({ signed: 0, current: 1 });
    await refused(transferRequest(ann, bob, { nonce: 1 + 2 ** 16 + 1 }), 'NONCE_TOO_FAR');
    await refused(orderRequest(ann, { sellNonce: 0 }), 'NONCE_TOO_LOW');
    await refused(cancelRequest(ann, 0, 0), 'NONCE_TOO_LOW');
  });

  it('refuses what has expired', async () => {
    await refused(transferRequest(ann, bob, { until: NOW - 1 }), 'EXPIRED');
    await refused(orderRequest(ann, {}, NOW - 1), 'EXPIRED');
  });

  it('refuses more than there is, fee included', async () => {
    expect(await refused(withdrawRequest(ann, { amount: 995n, fee: 6n }), 'INSUFFICIENT_BALANCE')).toEqual({
      balance: '1000',
      needed: '1001',
    });
    await refused(orderRequest(ann, { sellAmount: 1_001n }), 'INSUFFICIENT_BALANCE');
    await refused(orderRequest(ann, { sellAmount: 1_000n, maxFee: 1n }), 'INSUFFICIENT_BALANCE');
  });

  it('refuses assets that L1 does not know, or that the slot does not hold', async () => {
    await refused(withdrawRequest(ann, { asset: 77 }), 'ASSET_UNKNOWN');
    await refused(orderRequest(ann, { buyAsset: 77 }), 'ASSET_UNKNOWN');
    await refused(withdrawRequest(ann, { asset: 0 }), 'ASSET_ZERO');
    await refused(withdrawRequest(ann, { asset: 2 }), 'SLOT_ASSET_MISMATCH');
  });

  it('refuses to trade tickets of a ride that does not board any more', async () => {
    await refused(orderRequest(ann, { sellAsset: OVER, buyAsset: USDC }), 'RIDE_OVER');
    await refused(orderRequest(ann, { buyAsset: OVER }), 'RIDE_OVER');
    expect((await world.send(orderRequest(ann, { buyAsset: BOARDING }, NOW + 5))).status).toBe(202);
  });

  it('refuses a slot that is not free', async () => {
    await refused(orderRequest(ann, { buySlot: 0 }), 'SLOT_NOT_FREE');
    await refused(orderRequest(ann, { ticketSlot: 0, ticketsUntil: LATER }), 'SLOT_NOT_FREE');
    await refused(orderRequest(ann, { ticketSlot: 1, buySlot: 1, ticketsUntil: LATER }), 'SLOT_NOT_FREE');
  });

  it('refuses accounts that are not open and headers that are not theirs', async () => {
    await refused(withdrawRequest(stranger), 'ACCOUNT_NOT_OPEN');
    await refused(orderRequest(stranger, {}), 'ACCOUNT_NOT_OPEN');
    await refused(transferRequest(ann, stranger, { nonce: 1 }), 'ACCOUNT_NOT_OPEN');
    await refused(transferRequest(ann, { ...bob, digest: ann.digest }, { nonce: 1 }), 'HEADER_MISMATCH');
    await refused({ ...good(), keyVersion: 2 }, 'KEY_VERSION_MISMATCH');
  });

  it('refuses legs that say the same, and bands of feeds that nobody knows', async () => {
    const order = orderRequest(ann, {}) as { order: { legs: Record<string, unknown>[] } };
    const [leg] = order.order.legs;
    await refused({ ...order, order: { ...order.order, legs: [leg, leg] } }, 'LEGS_COLLIDE');
    await refused(orderRequest(ann, { band: { reference: 1, bps: 10 } }), 'REFERENCE_UNKNOWN');
  });

  it('takes the same request once, and one spend of a nonce', async () => {
    const first = await world.send(good());
    expect(first.status).toBe(202);
    const again = await world.send(good());
    expect([again.status, again.json['code'], again.json['details']]).toEqual([409, 'DUPLICATE', first.json]);
    expect(await refused(withdrawRequest(ann, { nonce: 1 }), 'NONCE_USED')).toEqual({ account: 1, slot: 0, nonce: 1 });
    // At the same moment: one of each wins, whatever the order.
    const both = [transferRequest(ann, bob, { nonce: 2 }), withdrawRequest(ann, { nonce: 2 }), transferRequest(ann, bob, { nonce: 2 })];
    const answers = await Promise.all(both.map((body) => world.send(body)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.every(({ status, json }) => status === 202 || ['NONCE_USED', 'DUPLICATE'].includes(json['code'] as string))).toBe(true);
    await world.seal();
    expect(readSlot(world.ledger.state, ann.account, 0).nonce).toBe(3);
    expect((await world.send(good())).json).toMatchObject({ code: 'DUPLICATE', details: { status: 'batched' } });
  });

  it('refuses everything with CLOSED once L1 takes no more batches', async () => {
    world.over = true;
    expect(await world.send(openRequest(stranger))).toMatchObject({ status: 422, json: { code: 'CLOSED' } });
    world.over = false;
  });

  it('refuses with QUEUE_FULL while too many wait', async () => {
    const people = Array.from({ length: 100 }, (_, i) => person(100 + i));
    const full = (await Promise.all(people.map((who) => world.send(openRequest(who))))).filter(({ status }) => status === 202).length;
    expect(full).toBe(100);
    await refused(openRequest(stranger), 'QUEUE_FULL', 429);
    // Openings are free: they fill their own line only.
    const { nonce } = readSlot(world.ledger.state, ann.account, 0);
    expect((await world.send(transferRequest(ann, bob, { nonce, amount: 1n }))).status).toBe(202);
    await world.seal();
    expect((await world.send(openRequest(stranger))).status).toBe(202);
  });

  it('keeps so many open orders of one account and no more, and those of others all the same', async () => {
    const { nonce } = readSlot(world.ledger.state, ann.account, 0);
    const order = (i: number) => orderRequest(ann, { sellNonce: nonce, sellAmount: 10n, minBuyAmount: BigInt(1_000 + i), buySlot: 5 });
    const open = await world.queries.$count(transactions, eq(transactions.status, 'open'));
    for (let i = open; i < MAX_OPEN_ORDERS; i++) expect((await world.send(order(i))).status).toBe(202);
    await refused(order(-1), 'QUEUE_FULL', 429);
    // Found by the index, not by reading every order there is.
    const plan = await world.queries.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(sql`explain select 1 from transactions where status = 'open' and (body #>> '{order,account}')::bigint = 3`);
    });
    expect(JSON.stringify(plan)).toContain('transactions_open_orders');
  });

  it('verifies a thousand signatures in well under a second', () => {
    const digest = [1, 2, 3, 4, 5, 6, 7, 8];
    const signature = { nonceX: [1, 2, 3, 4, 5, 6, 7], s: 12_345n };
    verifySignature(signature, digest, ann.ownerKey);
    const started = performance.now();
    for (let i = 0; i < 1_000; i++) verifySignature({ ...signature, s: BigInt(i + 1) }, digest, ann.ownerKey);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
