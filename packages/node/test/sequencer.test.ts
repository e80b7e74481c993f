import { requestFromJson, requestId } from '@weir/protocol/api/requests';
import { readHeader, readSlot } from '@weir/protocol/state/state';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../src/batcher/ledger.ts';
import { discardFrom } from '../src/l1/settler.ts';
import { batches, fills, l1Assets, l1Deposits, l1Rides, transactions } from '../src/storage/schema.ts';
import {
  cancelRequest,
  limbs,
  openRequest,
  orderRequest,
  type Person,
  person,
  signed,
  transferRequest,
  withdrawRequest,
} from './support/people.ts';
import { createWorld, NOW, SHARES, USDC, type World } from './support/world.ts';

const [operator, ann, bob, cid] = [0, 1, 2, 3].map(person);
const TICKET = 50;

/** A row as intake writes it. */
function rowOf(body: Record<string, unknown>, status: 'accepted' | 'open') {
  return { id: requestId(limbs, requestFromJson(body)), kind: String(body['kind']), body, status };
}
const openRow = (who: Person) => rowOf(openRequest(who), 'accepted');
const orderRow = (who: Person, leg: Parameters<typeof orderRequest>[1]) => rowOf(orderRequest(who, leg), 'open');

describe('the sequencer', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann, bob, cid);
  });
  afterAll(() => world.close());

  const balance = (who: { account: number }, slot: number) => readSlot(world.ledger.state, who.account, slot).balance;
  const statusOf = async (id: unknown) => (await world.get(`/v1/transactions/${String(id)}`)).json;

  it('opens accounts in order of arrival, in one batch', () => {
    expect(world.ledger.batchNumber).toBe(1);
    for (const who of [operator, ann, bob, cid]) expect(readHeader(world.ledger.state, who.account).ownerKey).toEqual(who.ownerKey);
    expect(world.ledger.nextAccount).toBe(4);
  });

  it('takes deposits in queue order and returns those that the account does not want', async () => {
    await world.deposit(ann, USDC, 1_000n);
    await world.deposit(bob, SHARES, 950n);
    await world.deposit(cid, USDC, 5n, { headerDigest: `0x${'00'.repeat(32)}`, slot: 7 });
    await world.deposit(cid, USDC, 500n);
    const number = await world.seal();
    expect([balance(ann, 0), balance(bob, 1), balance(cid, 0)]).toEqual([1_000n, 950n, 500n]);
    expect(world.ledger.depositCursor).toBe(4);
    const [{ transactions: sealed }] = await world.queries.select().from(batches).where(eq(batches.number, number!));
    // As L1 queued them, the returned one's slot included: L1 compares the whole entry.
    expect((sealed as { status: string; slot: number }[]).map(({ status, slot }) => `${status} ${slot}`)).toEqual([
      'taken 0',
      'taken 1',
      'returned 7',
      'taken 0',
    ]);
  });

  it('returns a deposit whose cancel was requested 44 hours ago, and one that L1 has paid back', async () => {
    const [late, reclaimed, early] = [
      await world.deposit(cid, USDC, 7n),
      await world.deposit(cid, USDC, 7n),
      await world.deposit(cid, USDC, 7n),
    ];
    await world.queries
      .update(l1Deposits)
      .set({ cancelRequestedAt: NOW - 44 * 3600 - 1 })
      .where(eq(l1Deposits.index, late));
    await world.queries.update(l1Deposits).set({ reclaimedBlock: 2 }).where(eq(l1Deposits.index, reclaimed));
    await world.queries
      .update(l1Deposits)
      .set({ cancelRequestedAt: NOW - 3600 })
      .where(eq(l1Deposits.index, early));
    await world.seal();
    expect(balance(cid, 0)).toBe(507n);
  });

  it('executes what it can and records why it refuses the rest, which changes nothing else', async () => {
    const good = await world.send(transferRequest(ann, cid, { nonce: 1, amount: 100n }));
    const [tooMuch, alsoTooMuch] = [
      transferRequest(ann, bob, { nonce: 2, amount: 850n }),
      withdrawRequest(ann, { nonce: 3, amount: 850n }),
    ];
    const [first, second] = [await world.send(tooMuch), await world.send(alsoTooMuch)];
    expect([good.status, first.status, second.status]).toEqual([202, 202, 202]);
    await world.seal();
    expect(await statusOf(good.json['id'])).toMatchObject({ status: 'batched', refusal: null });
    expect(await statusOf(first.json['id'])).toMatchObject({ status: 'batched' });
    expect(await statusOf(second.json['id'])).toMatchObject({
      status: 'refused',
      batchNumber: null,
      refusal: { code: 'INSUFFICIENT_BALANCE', balance: '50', needed: '850' },
    });
    expect([balance(ann, 0), readSlot(world.ledger.state, ann.account, 0).nonce]).toEqual([50n, 3]);
  });

  it('records a refusal even if nothing else is left to seal', async () => {
    const sent = await world.send(withdrawRequest(ann, { nonce: 3, amount: 50n, until: NOW + 10 }));
    const before = world.ledger.batchNumber;
    world.now = NOW + 11;
    expect(await world.seal()).toBeUndefined();
    world.now = NOW;
    expect(await statusOf(sent.json['id'])).toMatchObject({ status: 'refused', refusal: { code: 'EXPIRED' } });
    expect(world.ledger.batchNumber).toBe(before);
  });

  it('nets orders, boards the rest, closes the ride, and redeems once L1 has an outcome', async () => {
    await world.ride(TICKET);
    await world.deposit(ann, USDC, 950n);
    await world.seal();
    const [sell, join, dear] = [
      await world.send(orderRequest(bob, { sellSlot: 1, sellAsset: SHARES, sellNonce: 1, sellAmount: 95n, buySlot: 0, buyAsset: USDC })),
      await world.send(
        orderRequest(ann, { sellNonce: 3, sellAmount: 1_000n, minBuyAmount: 890n, buySlot: 1, ticketSlot: 2, ticketsUntil: NOW + 200_000 }),
      ),
      await world.send(orderRequest(cid, { sellNonce: 1, sellAmount: 100n, minBuyAmount: 99n, buySlot: 1 }, NOW + 60)),
    ];
    expect([sell.status, join.status, dear.status]).toEqual([202, 202, 202]);
    const number = await world.seal();
    expect(await world.queries.select().from(fills).where(eq(fills.batch, number!))).toHaveLength(2);
    expect([balance(ann, 0), balance(ann, 1), balance(ann, 2)]).toEqual([0n, 95n, 900n]);
    expect(await statusOf(join.json['id'])).toMatchObject({
      status: 'batched',
      fills: [{ sold: '100', bought: '95', boarded: '900', ticket: TICKET }],
    });
    expect(world.ledger.rides.get(TICKET)).toEqual({ boarded: 900n, closed: true });

    expect(await statusOf(dear.json['id'])).toMatchObject({ status: 'open' });
    expect(await world.seal()).toBeUndefined();
    world.now = NOW + 61;
    await world.seal();
    expect(await statusOf(dear.json['id'])).toMatchObject({ status: 'expired' });

    // Ann's shares slot is 1; half of the in asset comes back too.
    await world.queries
      .update(l1Rides)
      .set({ outcome: { outTotal: '431', inReturned: '450', tickets: '900' }, outcomeBlock: 9 })
      .where(eq(l1Rides.ticket, TICKET));
    await world.seal();
    expect([balance(ann, 0), balance(ann, 1), balance(ann, 2)]).toEqual([450n, 95n + 431n, 0n]);
    expect(world.ledger.ticketHoldings()).toEqual([]);
    expect(await world.seal()).toBeUndefined();
  });

  it('ends an order whose nonce was cancelled', async () => {
    const nonce = readSlot(world.ledger.state, cid.account, 0).nonce;
    const order = await world.send(orderRequest(cid, { sellNonce: nonce, sellAmount: 100n, minBuyAmount: 99n, buySlot: 1 }));
    const cancel = await world.send(cancelRequest(cid, 0, nonce));
    expect([order.status, cancel.status]).toEqual([202, 202]);
    await world.seal();
    await world.seal();
    expect(await statusOf(cancel.json['id'])).toMatchObject({ status: 'batched' });
    expect(await statusOf(order.json['id'])).toMatchObject({ status: 'dead' });
  });

  it('serves the forced exit of the owner and refutes a stranger', async () => {
    await world.forcedExit(bob.account, cid.l1Owner);
    await world.forcedExit(bob.account, bob.l1Owner);
    const number = await world.seal();
    const [{ transactions: sealed }] = await world.queries.select().from(batches).where(eq(batches.number, number!));
    expect((sealed as { kind: string; status: string }[]).map(({ kind, status }) => [kind, status])).toEqual([
      ['forcedExit', 'refuted'],
      ['forcedExit', 'served'],
    ]);
    expect([balance(bob, 0), balance(bob, 1)]).toEqual([0n, 0n]);
  });

  it('replays to the same state after a restart, and notices a batch that another hand changed', async () => {
    const again = await Ledger.load(world.queries);
    for (const field of ['batchNumber', 'timestamp', 'depositCursor', 'forcedCursor', 'nextAccount'] as const)
      expect(again[field]).toBe(world.ledger[field]);
    expect(again.rides).toEqual(world.ledger.rides);
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, 2));
    await world.queries
      .update(batches)
      .set({ newRollupRoot: new Uint8Array(32) })
      .where(eq(batches.number, 2));
    await expect(Ledger.load(world.queries)).rejects.toThrow('batch 2 replays to another root');
    await world.queries.update(batches).set({ newRollupRoot: row.newRollupRoot }).where(eq(batches.number, 2));
  });

  it('catches up with a batch that was committed although nobody heard so', async () => {
    await world.deposit(cid, USDC, 1n);
    const behind = await Ledger.load(world.queries);
    await world.seal();
    expect(behind.batchNumber).toBe(world.ledger.batchNumber - 1);
    await behind.sync(world.queries);
    expect(behind.batchNumber).toBe(world.ledger.batchNumber);
  });

  it('takes apart batches that can never settle: their requests wait again and are sealed again', async () => {
    const sent = await world.send(transferRequest(cid, ann, { nonce: readSlot(world.ledger.state, cid.account, 0).nonce, amount: 9n }));
    const before = balance(ann, 0);
    const number = await world.seal();
    expect(balance(ann, 0)).toBe(before + 9n);
    await discardFrom(world.queries, number!);
    expect(await statusOf(sent.json['id'])).toMatchObject({ status: 'accepted', batchNumber: null });
    world.now += 8_000;
    expect(await world.seal()).toBe(number);
    expect(await statusOf(sent.json['id'])).toMatchObject({ status: 'batched', batchNumber: number });
    expect(balance(ann, 0)).toBe(before + 9n);
    const [{ timestamp }] = await world.queries.select().from(batches).where(eq(batches.number, number!));
    expect(timestamp).toBe(world.now);
  });
});

describe('a batch', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ maxTransactions: 256 });
  });
  afterAll(() => world.close());

  it('names at most 128 assets, the most that L1 settles; the rest of the queue waits', async () => {
    const nobody = person(9);
    for (let i = 0; i < 130; i++) await world.deposit(nobody, 1_000 + i, 1n, { slot: i % 16 });
    await world.seal();
    expect(world.ledger.depositCursor).toBe(128);
    await world.seal();
    expect(world.ledger.depositCursor).toBe(130);
  });
});

describe('when batches are sealed', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ maxTransactions: 3, maxAgeMs: 60_000, maxUnproven: 2 });
  });
  afterAll(() => world.close());

  it('waits for company until somebody has waited long enough or the batch is full, and grows while proofs are missing', async () => {
    const people = [0, 1, 2, 3, 4, 5, 6, 7].map(person);
    const open = async (who: (typeof people)[number]) => {
      expect((await world.send(openRequest(who))).status).toBe(202);
    };
    await open(people[0]);
    expect(await world.seal()).toBeUndefined();
    await open(people[1]);
    await open(people[2]);
    expect(await world.seal()).toBe(1);
    await open(people[3]);
    expect(await world.seal()).toBeUndefined();
    await world.queries
      .update(transactions)
      .set({ receivedAt: new Date(Date.now() - 61_000) })
      .where(eq(transactions.status, 'accepted'));
    expect(await world.seal()).toBe(2);
    for (const who of people.slice(4)) await open(who);
    expect(await world.seal()).toBeUndefined();
    await world.queries
      .update(batches)
      .set({ proof: new Uint8Array(1), status: 'proven' })
      .where(eq(batches.number, 1));
    expect(await world.seal()).toBe(3);
    const [{ transactionCount }] = await world.queries.select().from(batches).where(eq(batches.number, 3));
    expect(transactionCount).toBe(3);
  });
});

describe('a flood of forced requests', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ maxTransactions: 200, forcedWaitSeconds: 1_800 });
  });
  afterAll(() => world.close());

  it('costs a batch only when it fills one or somebody has waited for half an hour; company takes it along at once', async () => {
    const [ann, bob] = [person(1), person(2)];
    await world.open(ann, bob);
    const before = world.ledger.batchNumber;
    await world.forcedExit(ann.account, bob.l1Owner);
    expect(await world.seal()).toBeUndefined();
    world.now = NOW + 1_799;
    expect(await world.seal()).toBeUndefined();
    world.now = NOW + 1_800;
    expect(await world.seal()).toBe(before + 1);
    expect(world.ledger.forcedCursor).toBe(1);

    await world.forcedExit(ann.account, bob.l1Owner);
    expect(await world.seal()).toBeUndefined();
    await world.deposit(ann, USDC, 5n);
    expect(await world.seal()).toBe(before + 2);
    expect(world.ledger.forcedCursor).toBe(2);

    for (let i = 0; i < 134; i++) await world.forcedExit(ann.account, bob.l1Owner);
    expect(await world.seal()).toBeUndefined();
    await world.forcedExit(ann.account, bob.l1Owner);
    expect(await world.seal()).toBe(before + 3);
    const [{ transactionCount }] = await world.queries
      .select()
      .from(batches)
      .where(eq(batches.number, before + 3));
    expect(transactionCount).toBeGreaterThan(120);
  });
});

describe('fees and dust of a clearing of many assets', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('get a slot for each asset; an asset without one waits until the operator opens another account', async () => {
    const traders = [1, 2, 3, 4, 5, 6].map(person);
    await world.open(operator, ...traders);
    const pairs = [
      [11, 12],
      [13, 14],
      [15, 16],
    ];
    for (const [i, who] of traders.entries()) {
      const number = pairs[i >> 1][i & 1];
      await world.queries.insert(l1Assets).values({ number, token: `0x${'0'.repeat(38)}${number}`, quantum: '1', block: 1 });
      await world.deposit(who, number, 1_000n, { slot: 0 });
    }
    await world.seal();
    for (const [i, who] of traders.entries()) {
      const [sellAsset, buyAsset] = [pairs[i >> 1][i & 1], pairs[i >> 1][1 - (i & 1)]];
      const sent = await world.send(orderRequest(who, { sellAsset, buyAsset, sellAmount: 900n, minBuyAmount: 800n, maxFee: 9n }));
      expect(sent.status).toBe(202);
    }
    const bought = () => traders.map((who) => readSlot(world.ledger.state, who.account, 1).balance);
    const takenIn = (account: number) => [12, 13, 14, 15].map((slot) => readSlot(world.ledger.state, account, slot));
    await world.seal();
    expect(bought()).toEqual([900n, 900n, 900n, 900n, 0n, 0n]);
    expect(takenIn(0).map(({ asset, balance }) => [asset, balance])).toEqual([11, 12, 13, 14].map((asset) => [asset, 9n]));
    expect(await world.seal()).toBeUndefined();
    const { ownerKey, l1Owner } = operator;
    const second = signed(operator, { kind: 'openAccount', tree: 0, keyVersion: 2, l1Owner, ownerKey });
    expect((await world.send(second)).status).toBe(202);
    await world.seal();
    await world.seal();
    expect(bought()).toEqual([900n, 900n, 900n, 900n, 900n, 900n]);
    expect(takenIn(7).map(({ asset, balance }) => [asset, balance])).toEqual([
      [15, 9n],
      [16, 9n],
      [0, 0n],
      [0, 0n],
    ]);
  });
});

describe('who can crowd out whom', () => {
  const worlds: World[] = [];
  const newWorld = async (...args: Parameters<typeof createWorld>) => {
    const world = await createWorld(...args);
    worlds.push(world);
    return world;
  };
  afterAll(() => Promise.all(worlds.map((world) => world.close())));
  const [bobs, anns] = [
    { sellSlot: 1, sellAsset: SHARES, sellNonce: 1, sellAmount: 10n, buySlot: 0, buyAsset: USDC },
    { sellSlot: 0, sellAsset: USDC, sellNonce: 1, sellAmount: 10n, buySlot: 1, buyAsset: SHARES },
  ];
  const kindsOf = async (world: World, number: number | undefined) => {
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, number!));
    return (row.transactions as { kind: string; status?: string }[]).map(({ kind, status }) => status ?? kind);
  };

  it('returns a deposit with which L1 would count 2^64 quanta of an asset on the L2: it could not settle the batch', async () => {
    const world = await newWorld();
    await world.open(ann, bob);
    const [first, second] = [
      { ...ann, account: 0 },
      { ...bob, account: 1 },
    ];
    await world.deposit(first, USDC, 2n ** 64n - 10n);
    await world.deposit(second, USDC, 10n);
    await world.deposit(second, USDC, 9n);
    expect(await kindsOf(world, await world.seal())).toEqual(['taken', 'returned', 'taken']);
    expect(world.ledger.totals.get(USDC)).toBe(2n ** 64n - 1n);
    await world.deposit(first, USDC, 1n);
    expect(await kindsOf(world, await world.seal())).toEqual(['returned']);
    expect((await Ledger.load(world.queries)).totals).toEqual(world.ledger.totals);
  });

  it('opens accounts, which is free, in a quarter of the batch while deposits, exits and requests wait', async () => {
    const world = await newWorld({ maxTransactions: 8 });
    await world.open(operator, ann);
    for (let i = 2; i < 14; i++) expect((await world.send(openRequest(person(i)))).status).toBe(202);
    await world.deposit(ann, USDC, 1_000n);
    await world.forcedExit(operator.account, ann.l1Owner);
    expect(await kindsOf(world, await world.seal())).toEqual(['refuted', 'openAccount', 'openAccount', 'taken']);
    expect((await world.send(transferRequest(ann, operator, { amount: 1n }))).status).toBe(202);
    expect(await kindsOf(world, await world.seal())).toEqual(['openAccount', 'openAccount', 'transfer']);
    expect(await kindsOf(world, await world.seal())).toEqual(Array(8).fill('openAccount'));
  });

  it('trades although more deposits and exits wait than a batch holds, until an exit has waited for half a day', async () => {
    const world = await newWorld({ maxTransactions: 8 });
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 1_000n);
    await world.deposit(bob, SHARES, 1_000n);
    await world.seal();
    const trade = async (amount: bigint) => {
      await world.send(orderRequest(ann, { ...anns, sellAmount: amount }));
      await world.send(orderRequest(bob, { ...bobs, sellAmount: amount }));
    };
    for (let i = 0; i < 20; i++) await world.deposit(ann, USDC, 1n);
    for (let i = 0; i < 30; i++) await world.forcedExit(operator.account, bob.l1Owner);
    await trade(10n);
    const first = await kindsOf(world, await world.seal());
    expect([first.filter((kind) => kind === 'taken').length, first.filter((kind) => kind === 'refuted').length]).toEqual([2, 4]);
    expect(first[first.length - 1]).toBe('clearing');
    world.now = NOW + 12 * 3600 + 1;
    await trade(20n);
    const second = await kindsOf(world, await world.seal());
    expect([second.filter((kind) => kind === 'refuted').length, second.includes('clearing')]).toEqual([8, false]);
  });

  it('takes fees into another account of the operator once strangers have filled the open slots of the first', async () => {
    const world = await newWorld();
    await world.open(operator, ann);
    for (const [i, slot] of [12, 13, 14, 15].entries()) await world.deposit(operator, 11 + i, 1n, { slot, depositor: bob.l1Owner });
    await world.deposit(ann, USDC, 1_000n);
    await world.seal();
    const fee = withdrawRequest(ann, { amount: 10n, fee: 5n });
    expect((await world.send(fee)).json).toMatchObject({ code: 'SLOT_NOT_FREE' });
    const { ownerKey, l1Owner } = operator;
    // Somebody else's account that names the operator's address gets nothing.
    const stranger = { ...bob, l1Owner };
    for (const opening of [openRequest(stranger), signed(operator, { kind: 'openAccount', tree: 0, keyVersion: 2, l1Owner, ownerKey })]) {
      expect((await world.send(opening)).status).toBe(202);
      await world.seal();
    }
    expect((await world.send(fee)).status).toBe(202);
    await world.seal();
    expect(readSlot(world.ledger.state, 3, 12)).toMatchObject({ asset: USDC, balance: 5n });
  });

  it('trades although more accounts than it would try one by one have orders that refuse each other', async () => {
    const world = await newWorld({ maxTransactions: 256, maxStatementBytes: 60_000 });
    const honest = [operator, ann, bob];
    const hostile = Array.from({ length: 70 }, (_, i) => person(3 + i));
    for (const who of [...honest, ...hostile]) await world.queries.insert(transactions).values(openRow(who));
    await world.seal();
    for (const who of hostile) {
      await world.deposit(who, USDC, 2n);
      await world.deposit(who, SHARES, 2n);
    }
    await world.deposit(ann, USDC, 1_000n);
    await world.deposit(bob, SHARES, 1_000n);
    await world.seal();
    await world.seal();
    // Each buys both assets into one empty slot, which takes one of them.
    for (const who of hostile) {
      await world.queries.insert(transactions).values(orderRow(who, { ...anns, sellAmount: 2n, buySlot: 5 }));
      await world.queries.insert(transactions).values(orderRow(who, { ...bobs, sellAmount: 2n, buySlot: 5 }));
    }
    await world.send(orderRequest(ann, anns));
    await world.send(orderRequest(bob, bobs));
    const traded: boolean[] = [];
    for (let round = 0; round < 4; round++) {
      await world.deposit(ann, USDC, 1n);
      traded.push((await kindsOf(world, await world.seal())).includes('clearing'));
    }
    expect(traded).toContain(true);
    expect(readSlot(world.ledger.state, ann.account, 1).balance).toBe(10n);
  });
});
