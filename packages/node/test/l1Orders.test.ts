/** Orders that live on L1 and transfers that wait for a fact: what L1 would say is written into its tables. */

import { readSlot } from '@weir/protocol/state/state';
import { decodeStatement } from '@weir/protocol/statement/statement';
import type { Fact, L1Order } from '@weir/protocol/types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../src/batcher/ledger.ts';
import type { L1OrderContent } from '../src/l1/market.ts';
import { l1OfferOf } from '../src/matching/l1Offer.ts';
import { batches, l1Facts, l1Orders } from '../src/storage/schema.ts';
import { cancelRequest, LATER, orderRequest, type Person, person, signed, transferRequest } from './support/people.ts';
import { createWorld, NOW, SHARES, USDC, type World } from './support/world.ts';

const [operator, ann, bob] = [0, 1, 2].map(person);
const FACT: Fact = `0x${'fac7'.repeat(14)}`;

describe('L1 orders', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 10_000n);
    await world.deposit(bob, SHARES, 10_000n);
    await world.seal();
  });
  afterAll(() => world.close());

  async function place(id: number, overrides: Partial<L1OrderContent> = {}): Promise<void> {
    const content: L1OrderContent = {
      owner: `0x${'0e'.repeat(20)}`,
      sellAsset: SHARES,
      buyAsset: USDC,
      sellAmount: '1000',
      minBuyAmount: '1000',
      minFill: '0',
      until: NOW + 10_000,
      ...overrides,
    };
    await world.queries.insert(l1Orders).values({ id, content, block: 1 });
  }
  const buyShares = (amount: bigint, sellNonce: number) =>
    orderRequest(ann, { sellAsset: USDC, buyAsset: SHARES, buySlot: 1, sellAmount: amount, minBuyAmount: (amount * 9n) / 10n, sellNonce });
  const effectsOf = async (number: number) => {
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, number));
    return decodeStatement(row.statement).effects.filter(({ kind }) => kind === 'l1Order') as unknown as {
      order: number;
      sold: bigint;
      bought: bigint;
    }[];
  };
  const shares = () => readSlot(world.ledger.state, ann.account, 1).balance;

  it('trade with orders of the L2 in a clearing, within their limits', async () => {
    await place(1);
    await world.send(buyShares(600n, 1));
    const [effect] = await effectsOf((await world.seal())!);
    expect(effect.order).toBe(1);
    expect(effect.bought >= effect.sold).toBe(true);
    expect(shares()).toBeGreaterThan(500n);
    expect(world.ledger.l1Sold.get(1)).toBe(effect.sold);
    expect(world.ledger.totals.get(SHARES)).toBe(10_000n + effect.sold);
    expect(world.ledger.totals.get(USDC)).toBe(10_000n - effect.bought);
  });

  it('are filled again with what is left, and not beyond it', async () => {
    await world.send(buyShares(5_000n, 2));
    const [effect] = await effectsOf((await world.seal())!);
    expect(world.ledger.l1Sold.get(1)).toBe(1_000n);
    expect(effect.sold).toBeLessThan(1_000n);
    await world.send(cancelRequest(ann, 0, 3));
    await world.seal();
  });

  it('are left alone once cancelled for 44 hours, expired or released', async () => {
    await place(2);
    await place(3, { until: NOW - 1 });
    await place(4);
    await world.queries
      .update(l1Orders)
      .set({ cancelRequestedAt: NOW - 44 * 3600 - 1, cancelBlock: 2 })
      .where(eq(l1Orders.id, 2));
    await world.queries.update(l1Orders).set({ releasedBlock: 2 }).where(eq(l1Orders.id, 4));
    await world.send(buyShares(100n, 4));
    expect(await world.seal()).toBeUndefined();
    await place(5, { minBuyAmount: '1' });
    // Something new: the order that waited in vain is looked at again.
    const [effect] = await effectsOf((await world.seal())!);
    expect(effect.order).toBe(5);
  });

  it('survive a restart: what was sold is counted again from the batches', async () => {
    const again = await Ledger.load(world.queries);
    expect(again.l1Sold).toEqual(world.ledger.l1Sold);
    await world.ledger.snapshot(world.queries);
    expect((await Ledger.load(world.queries)).l1Sold).toEqual(world.ledger.l1Sold);
  });

  it('offer what is left of them', () => {
    const order: L1Order = {
      ...{ id: 7, sellAsset: 1, buyAsset: 2, sellAmount: 10n, minBuyAmount: 5n, minFill: 8n, until: NOW, sold: 4n, cancelRequestedAt: 0 },
    };
    expect(l1OfferOf(order, NOW)).toMatchObject({ l1Order: 7, sell: 1, buy: 2, capacity: 6n, left: 6n, minFill: 8n });
    expect(l1OfferOf(order, NOW + 1)).toBeUndefined();
    expect(l1OfferOf({ ...order, sold: 10n }, NOW)).toBeUndefined();
    expect(l1OfferOf({ ...order, cancelRequestedAt: NOW - 44 * 3600 }, NOW)).toBeDefined();
    expect(l1OfferOf({ ...order, cancelRequestedAt: NOW - 44 * 3600 - 1 }, NOW)).toBeUndefined();
  });
});

describe('conditional transfers', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 1_000n);
    await world.seal();
  });
  afterAll(() => world.close());

  const conditional = (from: Person, to: Person, fields: { nonce?: number; until?: number; fact?: Fact; amount?: bigint } = {}) =>
    signed(from, {
      ...{ kind: 'conditionalTransfer', account: from.account, keyVersion: 1, slot: 0, asset: USDC, nonce: 1, amount: 100n, fee: 0n },
      ...{ until: NOW + 3_600, to: to.account, toHeaderDigest: to.digest, fact: FACT },
      ...fields,
    });
  const register = (fact: Fact) => world.queries.insert(l1Facts).values({ id: fact, block: 1 });
  const statusOf = async (id: unknown) => (await world.get(`/v1/transactions/${String(id)}`)).json['status'];

  it('wait for their fact, and nothing else gets past them to their slot', async () => {
    const sent = await world.send(conditional(ann, bob));
    expect([sent.status, sent.json['status']]).toEqual([202, 'waiting']);
    expect(await world.seal()).toBeUndefined();
    for (const other of [
      transferRequest(ann, bob, { nonce: 2 }),
      cancelRequest(ann, 0, 2),
      conditional(ann, bob, { nonce: 2 }),
      orderRequest(ann, {}),
    ])
      expect((await world.send(other)).json['code']).toBe('SLOT_PROMISED');
    await register(FACT);
    await world.seal();
    expect(await statusOf(sent.json['id'])).toBe('batched');
    expect(readSlot(world.ledger.state, ann.account, 0).balance).toBe(900n);
    expect((await world.send(transferRequest(ann, bob, { nonce: 2 }))).status).toBe(202);
    await world.seal();
  });

  it('go straight in if the fact is there', async () => {
    const sent = await world.send(conditional(ann, bob, { nonce: 3 }));
    expect(sent.json['status']).toBe('accepted');
    await world.seal();
    expect(await statusOf(sent.json['id'])).toBe('batched');
  });

  it('do not wait beside something that may still spend from the slot, nor for longer than a day', async () => {
    const other: Fact = `0x${'22'.repeat(28)}`;
    expect((await world.send(conditional(ann, bob, { nonce: 4, fact: other, until: LATER }))).json['code']).toBe('WAITS_TOO_LONG');
    await world.send(transferRequest(ann, bob, { nonce: 5 }));
    expect((await world.send(conditional(ann, bob, { nonce: 6, fact: other }))).json['code']).toBe('SLOT_BUSY');
    await world.seal();
    const waiting = await world.send(conditional(ann, bob, { nonce: 6, fact: other }));
    expect(waiting.json['status']).toBe('waiting');
    world.now = NOW + 3_601;
    await world.seal();
    expect(await statusOf(waiting.json['id'])).toBe('expired');
    world.now = NOW;
  });

  it('are replayed after a restart', async () => {
    const again = await Ledger.load(world.queries);
    expect(readSlot(again.state, bob.account, 12)).toEqual(readSlot(world.ledger.state, bob.account, 12));
  });
});
