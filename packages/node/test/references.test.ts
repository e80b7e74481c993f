/** Orders with a price band: what L1's feeds would say is written into its tables; what the follower makes of its events; when to read again. */
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { toJson } from '@weir/protocol/api/json';
import { ENTRY_MAX_AGE, ENTRY_MAX_STALE, isReadingDue, numeratorOf, READING_POLICY } from '@weir/protocol/prices/readings';
import { readSlot } from '@weir/protocol/state/state';
import { decodeStatement } from '@weir/protocol/statement/statement';
import type { OrderLeg, OrderMessage } from '@weir/protocol/types';
import { asc, eq } from 'drizzle-orm';
import { encodeAbiParameters, encodeEventTopics, type Hex, type Log } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeContext } from '../src/batcher/batchRecord.ts';
import { Ledger } from '../src/batcher/ledger.ts';
import { readReferences, usableReferences } from '../src/batcher/references.ts';
import { withinFeeds } from '../src/batcher/sequencer.ts';
import { recordMarketLogs, unwindMarket } from '../src/l1/market.ts';
import type { Database } from '../src/storage/database.ts';
import { batches, l1Feeds, l1Prices } from '../src/storage/schema.ts';
import { startTestDatabase } from './support/database.ts';
import { cancelRequest, LATER, orderRequest, type Person, person } from './support/people.ts';
import { createWorld, NOW, SHARES, USDC, type World } from './support/world.ts';

const [operator, ann, bob] = [0, 1, 2].map(person);
const FEED = 7;

describe('an order with a band', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.open(operator, ann, bob);
    await world.deposit(ann, USDC, 100_000n);
    await world.deposit(bob, SHARES, 100_000n);
    await world.seal();
    await world.queries.insert(l1Feeds).values({ feed: FEED, adapter: '0xad', assetIn: USDC, assetOut: SHARES, block: 1 });
  });
  afterAll(() => world.close());

  /** A share is worth num / 1000 USDC. */
  const price = (entry: number, num: number, time: number) =>
    world.queries.insert(l1Prices).values({ feed: FEED, entry, num: `${num}`, den: '1000', time, block: entry });
  const nonce = (who: Person, slot: number) => readSlot(world.ledger.state, who.account, slot).nonce;
  const buys = (bps: number, fields: Partial<OrderLeg> = {}) =>
    orderRequest(ann, { sellAmount: 1_000n, sellNonce: nonce(ann, 0), band: { reference: FEED, bps }, ...fields });
  const sells = (minBuyAmount: bigint, fields: Partial<OrderLeg> = {}) =>
    orderRequest(bob, {
      ...{ sellSlot: 1, sellAsset: SHARES, sellNonce: nonce(bob, 1), sellAmount: 1_000n, buySlot: 0, buyAsset: USDC, minBuyAmount },
      ...fields,
    });
  const leave = async () => {
    await world.send(cancelRequest(ann, 0, nonce(ann, 0) + 1));
    await world.send(cancelRequest(bob, 1, nonce(bob, 1) + 1));
    return world.seal();
  };
  const statedBy = async (number: number | undefined) => {
    const [row] = await world.queries.select().from(batches).where(eq(batches.number, number!));
    return { row, effects: decodeStatement(row.statement).effects.filter(({ kind }) => kind === 'reference') };
  };
  const traded = async (number: number | undefined) => {
    if (number === undefined) return [];
    const found = await world.queries.query.fills.findMany();
    return found.filter(({ batch, sold }) => batch === number && sold !== '0').map(({ sold, bought }) => [sold, bought]);
  };

  it('is refused if L1 has no such feed, or one between other assets', async () => {
    expect((await world.send(buys(10))).json['code']).toBe('REFERENCE_UNKNOWN');
    await price(0, 1_000, NOW - 10);
    expect((await world.send(buys(10, { buyAsset: USDC, sellSlot: 0 }))).json['code']).toBe('BAND_ASSETS_MISMATCH');
    expect((await world.send(buys(10, { band: { reference: FEED + 1, bps: 10 } }))).json['code']).toBe('REFERENCE_UNKNOWN');
  });

  it('is filled within its band and not outside it, in either direction; the batch states the entry', async () => {
    // 1,000 USDC are worth 1,000 shares; he wants 1,020 USDC for them: two per cent off.
    await world.send(sells(1_020n));
    expect((await world.send(buys(100))).status).toBe(202);
    expect(await world.seal()).toBeUndefined();
    await leave();
    await world.send(sells(1_020n));
    await world.send(buys(300));
    const number = await world.seal();
    expect(await traded(number)).toHaveLength(2);
    const { row, effects } = await statedBy(number);
    expect(effects).toEqual([{ kind: 'reference', feed: FEED, inAsset: USDC, outAsset: SHARES, num: 1_000n, den: 1_000n, entry: 0 }]);
    expect([...decodeContext(row.context).references!.keys()]).toEqual([FEED]);
    await leave();

    // The other way round it is the seller of shares who has the band, and the buyer who asks for too much.
    await world.send(sells(0n, { band: { reference: FEED, bps: 50 } }));
    await world.send(buys(0, { band: { reference: 0, bps: 0 }, minBuyAmount: 1_010n }));
    expect(await world.seal()).toBeUndefined();
    await leave();
    await world.send(sells(0n, { band: { reference: FEED, bps: 150 } }));
    await world.send(buys(0, { band: { reference: 0, bps: 0 }, minBuyAmount: 1_010n }));
    expect((await statedBy(await world.seal())).effects).toHaveLength(1);
    await leave();
  });

  it('waits for a reading if the last is too old, and is filled after the next', async () => {
    world.now = NOW + ENTRY_MAX_AGE;
    const sent = await world.send(buys(10));
    expect(sent.status).toBe(202);
    await world.send(sells(1_000n));
    expect(await world.seal()).toBeUndefined();
    const waiting = (await world.get(`/v1/transactions/${String(sent.json['id'])}`)).json;
    expect(waiting['status']).toBe('open');
    await price(1, 1_000, world.now);
    expect((await statedBy(await world.seal())).effects).toMatchObject([{ entry: 1 }]);
    await leave();
  });

  it('follows the newest reading: what was within the band is not any more', async () => {
    await world.send(buys(50));
    await world.send(sells(1_010n));
    expect(await world.seal()).toBeUndefined();
    // Shares are worth more now, so that he does not ask for too much.
    await price(2, 1_008, world.now);
    expect((await statedBy(await world.seal())).effects).toMatchObject([{ entry: 2, num: 1_008n }]);
    await leave();
  });

  it('boards a ride only if its worst terms are within the band', async () => {
    await world.ride(50, {
      worstIn: '1000',
      worstOut: '900',
      boardBy: world.now + 3_600,
      departBy: world.now + 9_000,
      settleBy: world.now + 10_000,
    });
    const boards = (bps: number) => buys(bps, { ticketsUntil: LATER, ticketSlot: 5, sellNonce: nonce(ann, 0) });
    await world.send(boards(500));
    expect(await world.seal()).toBeUndefined();
    await leave();
    await world.send(boards(1_200));
    const { effects } = await statedBy(await world.seal());
    expect(effects).toMatchObject([{ feed: FEED }]);
    expect(readSlot(world.ledger.state, ann.account, 5)).toMatchObject({ asset: 50, balance: 1_000n });
    await leave();
  });

  it('is quoted with its reference', async () => {
    expect((await world.get('/v1/references')).json['references']).toEqual([
      { feed: FEED, inAsset: USDC, outAsset: SHARES, entry: 2, num: '1008', den: '1000', readAt: world.now },
    ]);
    const quoteOf = async (leg: Record<string, unknown>) => {
      const payload = JSON.stringify({ ...leg, signature: toJson({ nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n }) });
      const answer = await world.api.inject({ method: 'POST', url: '/v1/quote', headers: { 'content-type': 'application/json' }, payload });
      return (JSON.parse(answer.payload) as { reference: unknown }).reference;
    };
    const reference = { feed: FEED, entry: 2, num: '1008', den: '1000', readAt: world.now, usable: true, worth: '992' };
    expect(await quoteOf(buys(100))).toEqual({ ...reference, least: '983' });
    expect(await quoteOf(buys(0, { band: { reference: 0, bps: 0 } }))).toEqual({ ...reference, least: '0' });
    expect(await quoteOf(sells(0n))).toMatchObject({ num: '1000', den: '1008', worth: '1008' });
    world.now += ENTRY_MAX_AGE + 1;
    expect(await quoteOf(buys(100))).toMatchObject({ usable: false });
    world.now -= ENTRY_MAX_AGE + 1;
  });

  it('is replayed after a restart from what its batch says', async () => {
    await world.queries.delete(l1Prices);
    const again = await Ledger.load(world.queries);
    expect(again.batchNumber).toBe(world.ledger.batchNumber);
    expect(readSlot(again.state, ann.account, 1)).toEqual(readSlot(world.ledger.state, ann.account, 1));
  });
});

describe('an entry', () => {
  const known = new Map([[FEED, { reference: { feed: FEED, inAsset: 1, outAsset: 2, num: 1n, den: 1n, entry: 0 }, time: NOW }]]);

  it('is used from its time on for a day', () => {
    expect(usableReferences(known, NOW - 1, NOW).size).toBe(0);
    expect(usableReferences(known, NOW, NOW).size).toBe(1);
    expect(usableReferences(known, NOW + ENTRY_MAX_AGE, NOW + ENTRY_MAX_AGE).size).toBe(1);
    expect(usableReferences(known, NOW + ENTRY_MAX_AGE + 1, NOW + ENTRY_MAX_AGE + 1).size).toBe(0);
  });

  it('is not used when L1 may have superseded it for too long already', () => {
    expect(usableReferences(known, NOW + 5_000, NOW + 5_000 - ENTRY_MAX_STALE).size).toBe(1);
    expect(usableReferences(known, NOW + 5_000, NOW + 5_000 - ENTRY_MAX_STALE - 1).size).toBe(0);
  });

  it('is followed by another when it is old or the price has moved, and not sooner than that', () => {
    const { maxAge, spacing } = READING_POLICY;
    const last = { num: 100_000n, time: NOW };
    expect(isReadingDue(last, 100_000n, NOW + maxAge, READING_POLICY)).toBe(false);
    expect(isReadingDue(last, 100_000n, NOW + maxAge + 1, READING_POLICY)).toBe(true);
    for (const num of [100_100n, 99_900n]) {
      expect(isReadingDue(last, num, NOW + spacing, READING_POLICY)).toBe(true);
      expect(isReadingDue(last, num, NOW + spacing - 1, READING_POLICY)).toBe(false);
    }
    expect(isReadingDue(last, 100_099n, NOW + spacing, READING_POLICY)).toBe(false);
    expect(isReadingDue(last, 100_000n, NOW + spacing, { ...READING_POLICY, deviationBps: 0 })).toBe(false);
  });

  it('is what L1 computes from the price of a share', () => {
    // contracts/test/market/ReferencePrices.t.sol: a share is worth 1.5; an out quantum is a hundredth of an in quantum.
    const quanta = { in: 10n ** 12n, out: 10n ** 10n };
    expect(numeratorOf(15n * 10n ** 23n, 2n ** 54n, quanta)).toBe((15n * 2n ** 54n) / 1_000n);
    expect(numeratorOf(0n, 2n ** 54n, quanta)).toBe(1n);
  });
});

describe('a clearing', () => {
  const orderOn = (feeds: readonly number[]) => ({
    seq: 1,
    signature: { nonceX: [], s: 1n },
    order: { legs: feeds.map((reference) => ({ band: { reference, bps: 1 } })) } as unknown as OrderMessage,
  });

  it('is held to no more feeds than it can pay for: those of the orders that came first', () => {
    const kept = withinFeeds([orderOn([0]), orderOn([3, 0]), orderOn([4, 5]), orderOn([5]), orderOn([3, 4, 5])], 2);
    expect(kept.map(({ legs }) => legs)).toEqual([[0], [0, 1], [0], [0, 1]]);
  });
});

describe('the follower', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  afterAll(() => database.close());

  const prices: Hex = `0x${'cc'.repeat(20)}`;
  const contracts = { orders: `0x${'aa'.repeat(20)}`, facts: `0x${'bb'.repeat(20)}`, prices } as const;
  const logOf = (block: bigint, topics: readonly unknown[], data: Hex, address = prices): Log =>
    ({ address, topics, data, blockNumber: block, logIndex: 0, blockHash: null, transactionHash: null }) as unknown as Log;
  const opened = (feed: bigint, block: bigint): Log =>
    logOf(
      block,
      encodeEventTopics({ abi: referencePricesAbi, eventName: 'FeedOpened', args: { feed, adapter: `0x${'ad'.repeat(20)}` } }),
      encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [BigInt(USDC), BigInt(SHARES)]),
    );
  const appended = (feed: bigint, index: bigint, block: bigint, address = prices): Log =>
    logOf(
      block,
      encodeEventTopics({ abi: referencePricesAbi, eventName: 'PriceAppended', args: { feed, index } }),
      encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [1_000n + index, 1_000n]),
      address,
    );
  const read = (logs: readonly Log[], keptFrom = 0) =>
    database.queries.transaction((tx) =>
      recordMarketLogs(tx, contracts, { logs, keptFrom, timeOf: (block) => Promise.resolve(NOW + Number(block)) }),
    );
  const entries = async () => (await database.queries.select().from(l1Prices).orderBy(asc(l1Prices.entry))).map(({ entry }) => entry);
  const newest = async () => [...(await readReferences(database.queries)).values()];

  it('keeps the last entry of each feed of what it reads at once, with its time', async () => {
    await read([opened(1n, 5n), appended(1n, 0n, 5n), appended(1n, 1n, 6n), appended(1n, 2n, 6n, `0x${'dd'.repeat(20)}`)]);
    expect(await newest()).toEqual([
      { reference: { feed: 1, inAsset: USDC, outAsset: SHARES, num: 1_001n, den: 1_000n, entry: 1 }, time: NOW + 6 },
    ]);
  });

  it('goes back to the entry before when a reorg takes one away', async () => {
    await read([appended(1n, 2n, 9n)]);
    await read([appended(1n, 3n, 10n)]);
    await database.queries.transaction((tx) => unwindMarket(tx, 8, []));
    expect((await newest()).map(({ reference }) => reference.entry)).toEqual([1]);
    await database.queries.transaction((tx) => unwindMarket(tx, 4, []));
    expect([await newest(), await database.queries.$count(l1Feeds)]).toEqual([[], 0]);
  });

  it('forgets what nothing can go back to', async () => {
    await read([opened(1n, 5n), appended(1n, 0n, 5n)]);
    for (const block of [6n, 7n, 8n]) await read([appended(1n, block - 5n, block)]);
    expect(await entries()).toEqual([0, 1, 2, 3]);
    await read([appended(1n, 4n, 9n)], 7);
    expect(await entries()).toEqual([2, 3, 4]);
  });
});
