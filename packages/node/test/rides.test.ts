/** Rides as people use them, on the rules' level: several open at once, waiting for company, getting off, passing tickets on, quotes. */
import { requestFromJson, requestId } from '@weir/protocol/api/requests';
import { readSlot } from '@weir/protocol/state/state';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { l1Rides, transactions } from '../src/storage/schema.ts';
import { limbs, orderRequest, person, transferRequest } from './support/people.ts';
import { createWorld, NOW, SHARES, testPublisher, USDC, type World } from './support/world.ts';

const [operator, ann, bob, cid, dan] = [0, 1, 2, 3, 4].map(person);
const [LOOSE, TIGHT] = [50, 51];
const LATER = NOW + 200_000;
/** Gas costs 700,000 gwei a crossing. */
const GAS_PRICE = 10n ** 9n;

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

let world: World;
async function begin(...args: Parameters<typeof createWorld>): Promise<void> {
  world = await createWorld(...args);
  worlds.push(world);
  await world.open(operator, ann, bob, cid, dan);
  for (const who of [ann, bob, cid, dan]) await world.deposit(who, USDC, 1_000n);
  await world.seal();
}

const balance = (who: { account: number }, slot: number) => readSlot(world.ledger.state, who.account, slot).balance;
const order = async (...args: Parameters<typeof orderRequest>) => {
  const body = orderRequest(...args);
  const { status, json } = await world.send(body);
  expect([status, json['code']]).toEqual([202, undefined]);
  return requestId(limbs, requestFromJson(body));
};
const join = { sellAmount: 100n, ticketsUntil: LATER };
const sellTickets = { sellSlot: 2, sellAsset: LOOSE, sellNonce: 1, buySlot: 0, buyAsset: USDC };
const statusOf = async (id: string) => (await world.get(`/v1/transactions/${id}`)).json['status'];
const closed = (ticket: number) => world.ledger.rides.get(ticket)?.closed ?? false;
const outcome = (ticket: number, outTotal: string, tickets: string) =>
  world.queries
    .update(l1Rides)
    .set({ outcome: { outTotal, inReturned: '0', tickets }, outcomeBlock: 9 })
    .where(eq(l1Rides.ticket, ticket));

describe('several rides of one direction', () => {
  beforeEach(() => begin());

  it('take those whose limits they meet; the others wait, stay open and hold up nobody', async () => {
    await world.ride(LOOSE, { worstOut: '85' });
    await world.ride(TIGHT, { worstOut: '94' });
    const tooTight = await order(ann, { ...join, minBuyAmount: 95n });
    const tooEarly = await order(bob, { ...join, ticketsUntil: NOW + 50_000 });
    await order(cid, { ...join, minBuyAmount: 93n });
    await order(dan, { ...join, minBuyAmount: 80n });
    await world.seal();
    expect([ann, bob, cid, dan].map((who) => readSlot(world.ledger.state, who.account, 2).asset)).toEqual([0, 0, TIGHT, LOOSE]);
    expect([closed(LOOSE), closed(TIGHT)]).toEqual([true, true]);
    expect([await statusOf(tooTight), await statusOf(tooEarly)]).toEqual(['open', 'open']);
  });

  it('close with their minimum aboard, and board nobody beyond their maximum', async () => {
    await world.ride(LOOSE, { minSize: '150', maxSize: '250' });
    await order(ann, join);
    await world.seal();
    expect([world.ledger.rides.get(LOOSE)?.boarded, closed(LOOSE)]).toEqual([100n, false]);
    await order(bob, join);
    await order(cid, join);
    await world.seal();
    expect([world.ledger.rides.get(LOOSE)?.boarded, closed(LOOSE)]).toEqual([250n, true]);
    expect([balance(bob, 2), balance(cid, 2), balance(cid, 0)]).toEqual([100n, 50n, 950n]);
    // What found no room rides with the next one.
    await world.ride(TIGHT);
    await order(dan, join);
    await world.seal();
    expect([balance(dan, 2), balance(cid, 2)]).toEqual([100n, 50n]);
  });
});

describe('getting off and passing on', () => {
  beforeEach(() => begin({ rideWaitSeconds: 1_000 }));

  it('gives tickets back 1:1 while the ride boards, all or some', async () => {
    await world.ride(LOOSE);
    await order(ann, join);
    await world.seal();
    expect([balance(ann, 0), balance(ann, 2)]).toEqual([900n, 100n]);
    await order(ann, { ...sellTickets, sellAmount: 40n, minBuyAmount: 40n });
    await world.seal();
    expect([balance(ann, 0), balance(ann, 2), world.ledger.rides.get(LOOSE)?.boarded]).toEqual([940n, 60n, 60n]);
    // One leaves in the clearing in which another boards.
    await order(ann, { ...sellTickets, sellNonce: 2, sellAmount: 60n, minBuyAmount: 60n });
    await order(bob, join);
    await world.seal();
    expect([balance(ann, 0), balance(ann, 2), balance(bob, 2)]).toEqual([1_000n, 0n, 100n]);
    expect(world.ledger.rides.get(LOOSE)).toEqual({ boarded: 100n, closed: false });
    // The last one off leaves an empty ride, which nobody has to send anywhere.
    await order(bob, { ...sellTickets, sellAmount: 100n, minBuyAmount: 100n });
    await world.seal();
    expect([balance(bob, 0), world.ledger.rides.get(LOOSE)?.boarded]).toEqual([1_000n, 0n]);
  });

  it('sells tickets to other people between close and arrival, gives them away, and redeems them for whoever holds them', async () => {
    await world.ride(LOOSE);
    await order(ann, join);
    await order(cid, join);
    await world.seal();
    const ask = await order(ann, { ...sellTickets, sellAmount: 100n, minBuyAmount: 101n });
    const bid = await order(bob, { sellAmount: 103n, buyAsset: LOOSE, buySlot: 3, minBuyAmount: 100n });
    await world.seal();
    // The ride itself pays 1:1, too little for Ann, and sells to nobody but passengers.
    expect([await statusOf(ask), await statusOf(bid)]).toEqual(['open', 'open']);
    world.now = NOW + 3_000;
    await world.seal();
    expect(closed(LOOSE)).toBe(true);
    await world.seal();
    expect([balance(ann, 2), balance(bob, 3)]).toEqual([0n, 100n]);
    expect(balance(ann, 0)).toBeGreaterThanOrEqual(1_001n);
    const gift = { slot: 2, asset: LOOSE, nonce: 1, amount: 30n };
    expect((await world.send(transferRequest(cid, dan, gift))).status).toBe(202);
    await world.seal();
    await outcome(LOOSE, '190', '200');
    await world.seal();
    expect([balance(bob, 1), balance(cid, 1)]).toEqual([95n, 66n]);
    const dans = Array.from({ length: 16 }, (_, slot) => readSlot(world.ledger.state, dan.account, slot));
    expect(dans.find(({ asset }) => asset === SHARES)?.balance).toBe(28n);
    expect((await world.send(orderRequest(bob, { sellNonce: 9, buyAsset: LOOSE, buySlot: 3 }))).json).toMatchObject({ code: 'RIDE_OVER' });
    world.now = NOW;
  });
});

describe('when rides close', () => {
  beforeEach(() =>
    begin({
      ridePolicy: { kind: 'adaptive', weiPerHour: 7e14 },
      publisher: testPublisher({ prices: () => Promise.resolve({ gas: GAS_PRICE, blobGas: undefined }) }),
    }),
  );

  it('is once the waiting of all aboard has cost what the crossing costs', async () => {
    await world.ride(LOOSE);
    await order(ann, join);
    await world.seal();
    expect(closed(LOOSE)).toBe(false);
    // One passenger's hour would do; half of it alone does not, half of it and two others' quarters do.
    world.now = NOW + 1_800;
    await order(bob, join);
    await order(cid, join);
    await world.seal();
    expect(closed(LOOSE)).toBe(false);
    world.now = NOW + 2_300;
    expect(await world.seal()).toBeUndefined();
    world.now = NOW + 2_400;
    await world.seal();
    expect([closed(LOOSE), world.ledger.rides.get(LOOSE)?.boarded]).toEqual([true, 300n]);
  });
});

describe('a quote', () => {
  beforeEach(() => begin({ rideWaitSeconds: 1_000 }));
  const quote = async (...args: Parameters<typeof orderRequest>) => {
    const unsigned = { ...orderRequest(...args), signature: { nonceX: [0, 0, 0, 0, 0, 0, 0], s: '1' } };
    const { statusCode, payload } = await world.api.inject({
      method: 'POST',
      url: '/v1/quote',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(unsigned),
    });
    return { status: statusCode, json: JSON.parse(payload) as Record<string, unknown> };
  };

  it('is what the next batch then does, and leaves no trace', async () => {
    await world.ride(LOOSE);
    await world.deposit(bob, SHARES, 95n);
    await world.seal();
    await order(bob, { sellSlot: 1, sellAsset: SHARES, sellAmount: 95n, buySlot: 0, buyAsset: USDC, minBuyAmount: 100n });
    await order(cid, { ...join, sellAmount: 1n });
    await world.seal();
    const wish = { ...join, sellAmount: 1_000n, minBuyAmount: 900n };
    const { status, json } = await quote(ann, wish, NOW + 500);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      now: { sold: '100', bought: '95', boarded: '900', ticket: LOOSE },
      ride: { referenceOut: '855', worstOut: '810', closesNow: false, passengers: 2, gasShare: 350_000 },
      worst: { price: { sell: '1000', buy: '900' }, bought: '905' },
      fallback: { rest: '0', openUntil: 0, refund: '900', refundBy: NOW + 90_000 },
    });
    expect(await world.queries.$count(transactions, eq(transactions.status, 'accepted'))).toBe(0);
    await order(ann, wish, NOW + 500);
    await world.seal();
    expect([balance(ann, 1), balance(ann, 2)]).toEqual([95n, 900n]);
  });

  it('says that an order would wait, with what stays open; and why the rules would refuse it', async () => {
    const waits = await quote(ann, { ...join, sellAmount: 500n, minBuyAmount: 400n }, NOW + 500);
    expect(waits.json).toMatchObject({
      now: { sold: '0', bought: '0', boarded: '0', ticket: 0 },
      ride: null,
      worst: { bought: '400' },
      wait: { rideAtMostSeconds: 0 },
      fallback: { rest: '500', openUntil: NOW + 500, refund: '0' },
    });
    expect(await quote(ann, { ...join, sellAmount: 5_000n })).toMatchObject({ status: 422, json: { code: 'INSUFFICIENT_BALANCE' } });
    expect(await quote(ann, join, NOW - 1)).toMatchObject({ status: 422, json: { code: 'EXPIRED' } });
  });
});
