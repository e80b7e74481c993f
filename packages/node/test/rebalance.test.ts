/** An order of three legs on its way: over a ride, a trade and a trade; and one that its owner leaves half way. */
import { readSlot } from '@weir/protocol/state/state';
import type { OrderLeg } from '@weir/protocol/types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { l1Assets, l1Rides } from '../src/storage/schema.ts';
import { cancelRequest, LATER, orderRequest, type Person, person, signed } from './support/people.ts';
import { createWorld, NOW, SHARES, USDC, type World } from './support/world.ts';

const [operator, ann, bob] = [0, 1, 2].map(person);
const [ETH, ETH_SHARES, TICKET] = [3, 4, 50];

const leg = (fields: Partial<OrderLeg>): OrderLeg => ({
  ...{ sellSlot: 0, sellAsset: SHARES, sellNonce: 1, sellAmount: 100n, buySlot: 1, buyAsset: USDC, minBuyAmount: 0n, maxFee: 0n },
  ...{ minFill: 0n, ticketSlot: 9, ticketsUntil: 0, band: { reference: 0, bps: 0 } },
  ...fields,
});
/** Slot 5 is where the USDC of the first leg come in, although slot 0 holds others; slot 6 takes the ETH. */
const threeLegs = (nonce: number): OrderLeg[] => [
  leg({ sellSlot: 1, sellNonce: nonce, minBuyAmount: 90n, buySlot: 5, ticketSlot: 8, ticketsUntil: NOW + 200_000 }),
  leg({ sellSlot: 5, sellAsset: USDC, sellNonce: nonce, sellAmount: 1_000n, minBuyAmount: 400n, buySlot: 6, buyAsset: ETH }),
  leg({ sellSlot: 6, sellAsset: ETH, sellNonce: nonce, sellAmount: 1_000n, minBuyAmount: 900n, buySlot: 7, buyAsset: ETH_SHARES }),
];
const orderOf = (who: Person, legs: readonly OrderLeg[]): Record<string, unknown> =>
  signed(who, { kind: 'order', order: { account: who.account, keyVersion: 1, until: LATER, legs } });

describe('an order of three legs', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    for (const number of [ETH, ETH_SHARES])
      await world.queries.insert(l1Assets).values({ number, token: `0x${'0'.repeat(39)}${number}`, quantum: '1', block: 1 });
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 7n);
    await world.deposit(ann, SHARES, 200n);
    await world.deposit(bob, ETH, 1_000n);
    await world.deposit(bob, ETH_SHARES, 1_000n);
    await world.seal();
    await world.ride(TICKET, { direction: 1, assetIn: SHARES, assetOut: USDC });
  });
  afterAll(() => world.close());

  const balance = (who: Person, slot: number) => readSlot(world.ledger.state, who.account, slot).balance;
  const statusOf = async (id: unknown) => (await world.get(`/v1/transactions/${String(id)}`)).json;
  const arrives = (outTotal: string, tickets: string) =>
    world.queries
      .update(l1Rides)
      .set({ outcome: { outTotal, inReturned: '0', tickets }, outcomeBlock: 9 })
      .where(eq(l1Rides.ticket, TICKET));

  it('goes from leg to leg: what a ride brings comes into the slot that the next leg sells from', async () => {
    const sent = await world.send(orderOf(ann, threeLegs(1)));
    expect([sent.status, sent.json['code']]).toEqual([202, undefined]);
    await world.seal();
    expect([balance(ann, 1), balance(ann, 8)]).toEqual([100n, 100n]);
    expect(await statusOf(sent.json['id'])).toMatchObject({ status: 'open', fills: [{ leg: 0, boarded: '100', ticket: TICKET }] });

    await arrives('94', '100');
    await world.seal();
    // Not into slot 0, where her other USDC are: those were not to be sold.
    expect([balance(ann, 0), balance(ann, 5), balance(ann, 8)]).toEqual([7n, 94n, 0n]);

    const eth = orderRequest(bob, { sellSlot: 2, sellAsset: ETH, sellAmount: 47n, buyAsset: USDC, minBuyAmount: 94n, buySlot: 0 });
    const shares = orderRequest(bob, {
      sellSlot: 3,
      sellAsset: ETH_SHARES,
      sellAmount: 500n,
      buyAsset: ETH,
      minBuyAmount: 500n,
      buySlot: 4,
    });
    expect([(await world.send(eth)).status, (await world.send(shares)).status]).toEqual([202, 202]);
    await world.seal();
    await world.seal();
    const [bought, left] = [balance(ann, 6), balance(ann, 7)];
    expect([balance(ann, 0), balance(ann, 5) < 94n, bought + left > 40n, left > 40n]).toEqual([7n, true, true, true]);
    const { fills } = (await statusOf(sent.json['id'])) as { fills: { leg: number }[] };
    expect(fills.map((fill) => fill.leg)).toEqual([0, 1, 2]);
  });

  it('is left by cancels: what has come so far stays, and no leg sells any more', async () => {
    const nonces = [1, 5, 6].map((slot) => readSlot(world.ledger.state, ann.account, slot).nonce);
    const sent = await world.send(orderOf(ann, threeLegs(Math.max(...nonces) + 2)));
    expect([sent.status, sent.json['code']]).toEqual([202, undefined]);
    const cancels = [1, 5, 6].map((slot) => cancelRequest(ann, slot, Math.max(...nonces) + 2));
    for (const cancel of cancels) expect((await world.send(cancel)).status).toBe(202);
    const before = balance(ann, 1);
    await world.seal();
    await world.seal();
    expect(balance(ann, 1)).toBe(before);
    expect(await statusOf(sent.json['id'])).toMatchObject({ status: 'dead', fills: [] });
  });

  it('is taken only if every leg could come about', async () => {
    const [first, second] = threeLegs(50);
    const code = async (...legs: readonly OrderLeg[]) => (await world.send(orderOf(ann, legs))).json['code'];
    // Sells from a slot that no earlier leg fills.
    expect(await code(second, first)).toBe('INSUFFICIENT_BALANCE');
    expect(await code(first, { ...second, sellAsset: ETH })).toBe('SLOT_ASSET_MISMATCH');
    expect(await code(first, { ...second, sellNonce: 0 })).toBe('NONCE_TOO_LOW');
    expect(await code(first, { ...second, buySlot: 0 })).toBe('SLOT_NOT_FREE');
    expect(await code(first, { ...second, band: { reference: 3, bps: 1 } })).toBe('REFERENCE_UNKNOWN');
  });
});
