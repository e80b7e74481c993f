import type { State } from '@weir/protocol/state/state';
import { EMPTY_STATE, readSlot, totals, writeHeader, writeSlot } from '@weir/protocol/state/state';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { BatchContext, Clearing, OrderLeg, Ride, Slot } from '@weir/protocol/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrder } from '../src/matching/checkOrder.ts';
import { type MatchInput, matches, type OpenOrder, pairOf } from '../src/matching/matcher.ts';

const [USDC, SHARES, WETH, TICKET] = [1, 2, 3, 100];
const NOW = 1_790_000_000;
const OPERATOR = 999;
const UNSIGNED = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };

interface Wish {
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: bigint;
  readonly minBuyAmount?: bigint;
  readonly balance?: bigint;
  readonly maxFee?: bigint;
  readonly minFill?: bigint;
  readonly tickets?: boolean;
}

function rideOf(overrides: Partial<Ride> = {}): Ride {
  const terms = { ticket: TICKET, inAsset: USDC, outAsset: SHARES, worstIn: 100n, worstOut: 90n, boardBy: NOW + 60, settleBy: NOW + 120 };
  return { terms, maxSize: 10_000_000n, boarded: 0n, closed: false, outcome: null, ...overrides };
}

/** Fee slots are public ones, 12 to 15: one for each asset of these tests. */
const FEE_PLACES = new Map([USDC, SHARES, WETH, TICKET].map((asset, i) => [asset, { feeAccount: OPERATOR, feeSlot: 12 + i }]));

/** One account per wish: sells from slot 0, buys into slot 1, tickets into slot 2. */
function world(wishes: readonly Wish[], rides: readonly Ride[] = [], overrides: Partial<MatchInput> = {}) {
  let state: State = EMPTY_STATE;
  const orders: OpenOrder[] = wishes.map((wish, account) => {
    const header = { ownerKey: [1, 2, 3, 4, 5, 6, account], keyVersion: 1, l1Owner: `0x${'11'.repeat(20)}` as const };
    state = writeHeader(state, account, header);
    const slot: Slot = { asset: wish.sellAsset, nonce: 0, balance: wish.balance ?? wish.sellAmount + (wish.maxFee ?? 0n), filled: 0n };
    state = writeSlot(state, account, 0, slot);
    const leg: OrderLeg = {
      sellSlot: 0,
      sellAsset: wish.sellAsset,
      sellNonce: 0,
      sellAmount: wish.sellAmount,
      buySlot: 1,
      buyAsset: wish.buyAsset,
      minBuyAmount: wish.minBuyAmount ?? 0n,
      maxFee: wish.maxFee ?? 0n,
      minFill: wish.minFill ?? 0n,
      ticketSlot: 2,
      ticketsUntil: wish.tickets === true ? NOW + 1_000 : 0,
      band: { reference: 0, bps: 0 },
    };
    return { seq: account + 1, order: { account, keyVersion: 1, until: NOW + 30, legs: [leg] }, signature: UNSIGNED };
  });
  const context: BatchContext = {
    instance: [0, 0, 0, 0, 0, 0, 0, 0],
    batchNumber: 1,
    timestamp: NOW,
    rewardRecipient: `0x${'22'.repeat(20)}`,
    rides: new Map(rides.map((ride) => [ride.terms.ticket, ride])),
    verifySignature: () => true,
  };
  const input: MatchInput = {
    orders: orders.filter(({ order }) => checkOrder(state, context, order, false) === undefined),
    slot: (account, slot) => readSlot(state, account, slot),
    rides: context.rides,
    referenceOf: () => ({ inAmount: 100n, outAmount: 95n }),
    timestamp: NOW,
    feePlaces: () => FEE_PLACES,
    operatorAccount: OPERATOR,
    closes: (_, boarded) => boarded > 0n,
    lastServed: () => 0,
    maxFills: 64,
    maxRides: 8,
    ...overrides,
  };
  return { state, context, input };
}

function firstClearing(wishes: readonly Wish[], rides: readonly Ride[] = [], overrides: Partial<MatchInput> = {}): Clearing | undefined {
  const { state, context, input } = world(wishes, rides, overrides);
  const [found] = matches(input);
  if (found === undefined) return undefined;
  const outcome = applyTransaction(state, found.clearing, context);
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${String(outcome.refusal['fill'])}`);
  return found.clearing;
}

const soldBy = (clearing: Clearing | undefined, account: number) => clearing?.fills.find(({ order }) => order.account === account);

describe('the matcher', () => {
  it('nets two orders at the price of the ride between their assets', () => {
    const clearing = firstClearing(
      [
        { sellAsset: SHARES, buyAsset: USDC, sellAmount: 950n, minBuyAmount: 900n },
        { sellAsset: USDC, buyAsset: SHARES, sellAmount: 1_000n, minBuyAmount: 900n },
      ],
      [rideOf()],
    );
    expect(soldBy(clearing, 0)).toMatchObject({ sold: 950n, bought: 1_000n, boarded: 0n });
    expect(soldBy(clearing, 1)).toMatchObject({ sold: 1_000n, bought: 950n, boarded: 0n });
  });

  it('boards what is left over, and closes the ride that has enough', () => {
    const clearing = firstClearing(
      [
        { sellAsset: SHARES, buyAsset: USDC, sellAmount: 95n },
        { sellAsset: USDC, buyAsset: SHARES, sellAmount: 1_000n, minBuyAmount: 850n, tickets: true },
      ],
      [rideOf()],
    );
    expect(soldBy(clearing, 1)).toMatchObject({ sold: 100n, bought: 95n, boarded: 900n, ticket: TICKET });
    expect(clearing?.rides).toEqual([{ ticket: TICKET, board: true, close: true }]);
  });

  it('boards nobody whose limit the worst price would break, who wants no tickets, or for whom there is no room', () => {
    const wish = { sellAsset: USDC, buyAsset: SHARES, sellAmount: 1_000n, tickets: true };
    expect(firstClearing([{ ...wish, minBuyAmount: 901n }], [rideOf()])).toBeUndefined();
    expect(firstClearing([{ ...wish, tickets: false }], [rideOf()])).toBeUndefined();
    expect(firstClearing([wish], [rideOf({ closed: true })])).toBeUndefined();
    expect(soldBy(firstClearing([wish, wish], [rideOf({ maxSize: 1_500n })]), 1)).toMatchObject({ boarded: 500n });
  });

  describe('with several rides open', () => {
    const tier = (ticket: number, worstOut: bigint, more: Partial<Ride['terms']> = {}, overrides: Partial<Ride> = {}) => {
      const ride = rideOf(overrides);
      return { ...ride, terms: { ...ride.terms, ticket, worstOut, ...more } };
    };
    const join = { sellAsset: USDC, buyAsset: SHARES, sellAmount: 1_000n, tickets: true };

    it('each order boards the loosest tier that it accepts; one that accepts none holds up nobody', () => {
      const rides = [tier(TICKET, 80n), tier(TICKET + 1, 90n), tier(TICKET + 2, 94n)];
      const limits = [950n, 940n, 890n, 100n];
      const clearing = firstClearing(
        limits.map((minBuyAmount) => ({ ...join, minBuyAmount })),
        rides,
      );
      expect(limits.map((_, account) => soldBy(clearing, account)?.ticket)).toEqual([undefined, TICKET + 2, TICKET + 1, TICKET]);
    });

    it('whose ticketsUntil is too early never boards, and never blocks who comes later', () => {
      const rides = [tier(TICKET, 90n, { settleBy: NOW + 5_000 }), tier(TICKET + 1, 92n, { settleBy: NOW + 500 })];
      expect(soldBy(firstClearing([join], rides), 0)?.ticket).toBe(TICKET + 1);
      expect(firstClearing([{ ...join, minBuyAmount: 925n }], rides)).toBeUndefined();
      expect(firstClearing([join], rides.slice(0, 1))).toBeUndefined();
      expect(soldBy(firstClearing([{ ...join, minBuyAmount: 999n }, join], rides), 1)?.ticket).toBe(TICKET + 1);
    });

    it('a full ride is followed by the next of its tier; whoever no longer fits waits whole if that is his minFill', () => {
      const rides = [tier(TICKET, 90n, {}, { maxSize: 1_500n }), tier(TICKET + 1, 90n, {}, { maxSize: 700n })];
      const clearing = firstClearing([join, { ...join, minFill: 600n }, { ...join, minFill: 400n }], rides, {
        closes: (ticket, boarded) => boarded >= (ticket === TICKET ? 1_500n : 700n),
      });
      expect(soldBy(clearing, 0)).toMatchObject({ ticket: TICKET, boarded: 1_000n });
      expect(soldBy(clearing, 1)).toMatchObject({ ticket: TICKET + 1, boarded: 700n });
      expect(soldBy(clearing, 2)).toMatchObject({ ticket: TICKET, boarded: 500n });
      expect(clearing?.rides).toEqual([
        { ticket: TICKET, board: true, close: true },
        { ticket: TICKET + 1, board: true, close: true },
      ]);
    });

    it('names no more of them than the batch has room for', () => {
      const wishes = [
        { ...join, minBuyAmount: 940n },
        { ...join, minBuyAmount: 890n },
      ];
      const clearing = firstClearing(wishes, [tier(TICKET, 90n), tier(TICKET + 1, 94n)], { maxRides: 1 });
      expect(clearing?.rides.map(({ ticket }) => ticket)).toEqual([TICKET + 1]);
    });

    it('joins and leaves ride apart, each what the other direction leaves over', () => {
      const exit = tier(TICKET + 1, 100n, { inAsset: SHARES, outAsset: USDC, worstIn: 100n });
      const leave = { sellAsset: SHARES, buyAsset: USDC, sellAmount: 950n, tickets: true };
      const referenceOf = (ticket: number) => (ticket === TICKET ? { inAmount: 100n, outAmount: 95n } : { inAmount: 95n, outAmount: 100n });
      const joins = firstClearing([join, { ...leave, sellAmount: 95n }], [tier(TICKET, 90n), exit], { referenceOf });
      expect(joins?.rides).toEqual([{ ticket: TICKET, board: true, close: true }]);
      const leaves = firstClearing([{ ...join, sellAmount: 100n }, leave], [tier(TICKET, 90n), exit], { referenceOf });
      expect(soldBy(leaves, 1)).toMatchObject({ sold: 95n, bought: 100n, boarded: 855n, ticket: TICKET + 1 });
      expect(leaves?.rides).toEqual([{ ticket: TICKET + 1, board: true, close: true }]);
    });

    it('nobody rides where joins equal leaves, and crumbs of an order wait for the next clearing', () => {
      const rides = [tier(TICKET, 90n)];
      const leave = { sellAsset: SHARES, buyAsset: USDC, tickets: true };
      const even = firstClearing(
        [
          { ...join, sellAmount: 100_000n },
          { ...leave, sellAmount: 95_000n },
        ],
        rides,
      );
      expect(even?.rides).toEqual([]);
      const crumbs = firstClearing(
        [
          { ...join, sellAmount: 100_009n },
          { ...leave, sellAmount: 95_000n },
        ],
        rides,
      );
      expect(crumbs?.rides).toEqual([]);
      const rest = firstClearing(
        [
          { ...join, sellAmount: 100_011n },
          { ...leave, sellAmount: 95_000n },
        ],
        rides,
      );
      expect(soldBy(rest, 0)).toMatchObject({ sold: 100_000n, boarded: 11n });
    });

    it('tickets of one that has left trade between people; those of one that boards only with the ride', () => {
      const seller = { sellAsset: TICKET, buyAsset: USDC, sellAmount: 400n, minBuyAmount: 380n };
      const buyer = { sellAsset: USDC, buyAsset: TICKET, sellAmount: 400n, minBuyAmount: 380n };
      const left = firstClearing([seller, buyer], [rideOf({ boarded: 700n, closed: true })]);
      expect(soldBy(left, 0)).toMatchObject({ sold: 400n, bought: 400n });
      expect(soldBy(left, 1)).toMatchObject({ sold: 400n, bought: 400n });
      const boarding = firstClearing([seller, buyer], [rideOf({ boarded: 700n })]);
      expect(soldBy(boarding, 0)).toMatchObject({ sold: 400n, bought: 400n });
      expect(soldBy(boarding, 1)).toBeUndefined();
    });
  });

  it('buys tickets back one to one while their ride boards', () => {
    const leave = { sellAsset: TICKET, buyAsset: USDC, sellAmount: 400n, minBuyAmount: 400n };
    expect(soldBy(firstClearing([leave], [rideOf({ boarded: 700n })]), 0)).toMatchObject({ sold: 400n, bought: 400n });
    expect(firstClearing([leave], [rideOf({ boarded: 700n, closed: true })])).toBeUndefined();
  });

  it('leaves out an order that its minFill does not let in', () => {
    const clearing = firstClearing([
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 100n, minBuyAmount: 100n, minFill: 100n },
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 30n, minBuyAmount: 30n },
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 60n, minBuyAmount: 60n },
    ]);
    expect(soldBy(clearing, 0)).toBeUndefined();
    expect(soldBy(clearing, 1)).toMatchObject({ sold: 30n });
    expect(soldBy(clearing, 2)).toMatchObject({ sold: 30n });
  });

  it('shares pro rata at the margin and fills better limits first', () => {
    const clearing = firstClearing([
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 100n, minBuyAmount: 90n },
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 200n, minBuyAmount: 200n },
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 100n, minBuyAmount: 100n },
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 160n, minBuyAmount: 160n },
    ]);
    expect([0, 1, 2].map((account) => soldBy(clearing, account)?.sold)).toEqual([100n, 40n, 20n]);
    expect(soldBy(clearing, 3)).toMatchObject({ sold: 160n, bought: 160n });
  });

  it('shares pro rata among limits that a rounding parts', () => {
    const clearing = firstClearing([
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 200_000n, minBuyAmount: 190_001n },
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 100_000n, minBuyAmount: 95_000n },
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 150_000n, minBuyAmount: 150_000n },
    ]);
    const [most, least] = [0, 1].map((account) => soldBy(clearing, account)!.sold);
    expect([2n * least, 2n * least + 1n]).toContain(most);
    expect(most).toBeGreaterThan(95_000n);
  });

  it('leaves no last quantum of an order that others can take whole', () => {
    const [inAmount, outAmount] = [1_000_000_000n, 999_956_137n];
    const limit = (amount: bigint, give: bigint, get: bigint) => (amount * get * 994n) / (give * 1_000n);
    const clearing = firstClearing(
      [
        { sellAsset: SHARES, buyAsset: USDC, sellAmount: 599_973_681n, minBuyAmount: limit(599_973_681n, outAmount, inAmount) },
        { sellAsset: USDC, buyAsset: SHARES, sellAmount: 1_000_000_000n, minBuyAmount: limit(1_000_000_000n, inAmount, outAmount) },
      ],
      [rideOf()],
      { referenceOf: () => ({ inAmount, outAmount }) },
    );
    expect(soldBy(clearing, 0)?.sold).toBe(599_973_681n);
  });

  it('nets a ring of three assets that no pair of orders could', () => {
    const clearing = firstClearing([
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 3_000_000n, minBuyAmount: 1_000n },
      { sellAsset: WETH, buyAsset: SHARES, sellAmount: 1_000n, minBuyAmount: 2_800_000n },
      { sellAsset: SHARES, buyAsset: USDC, sellAmount: 2_900_000n, minBuyAmount: 2_900_000n },
    ]);
    expect(clearing?.fills.length).toBe(3);
    expect(soldBy(clearing, 1)?.sold).toBeGreaterThanOrEqual(960n);
  });

  it('takes the fee on top, never more than the balance allows', () => {
    const clearing = firstClearing([
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 1_000n, minBuyAmount: 1_000n, maxFee: 100n, balance: 1_000n },
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 5_000n, minBuyAmount: 5_000n },
    ]);
    expect(soldBy(clearing, 0)).toMatchObject({ sold: 909n, fee: 90n });
  });

  it('clears all pairs together, and falls back on single ones: the one served longest ago first', () => {
    const wishes = [
      { sellAsset: USDC, buyAsset: WETH, sellAmount: 10n },
      { sellAsset: WETH, buyAsset: USDC, sellAmount: 10n },
      { sellAsset: USDC, buyAsset: SHARES, sellAmount: 10n },
      { sellAsset: SHARES, buyAsset: USDC, sellAmount: 10n },
    ];
    const lastServed = (pair: string) => (pair === pairOf(USDC, WETH) ? 7 : 3);
    const found = [...matches(world(wishes, [], { lastServed }).input)];
    expect(found.map(({ pair }) => pair)).toEqual(['', pairOf(USDC, SHARES), pairOf(USDC, WETH)]);
    expect(found.map(({ clearing }) => clearing.fills.length)).toEqual([4, 2, 2]);
  });

  it('closes no more rides at once than a batch has room for', () => {
    const rides = Array.from({ length: 12 }, (_, i) => {
      const ride = rideOf({ boarded: 5n });
      return { ...ride, terms: { ...ride.terms, ticket: 100 + i } };
    });
    const clearing = firstClearing([], rides, { maxRides: 8 });
    expect(clearing?.rides.map(({ ticket }) => ticket)).toEqual([100, 101, 102, 103, 104, 105, 106, 107]);
  });

  it('closes a ride whose boarding is over although nobody trades', () => {
    const ride = rideOf({ boarded: 5n });
    const clearing = firstClearing([], [ride], { timestamp: NOW });
    expect(clearing).toEqual({ kind: 'clearing', prices: [], rides: [{ ticket: TICKET, board: false, close: true }], fills: [] });
    expect(firstClearing([], [rideOf()], {})).toBeUndefined();
  });

  // ---- properties

  const amount = fc.oneof(
    fc.bigInt({ min: 1n, max: 50n }),
    fc.bigInt({ min: 1n, max: 10n ** 6n }),
    fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }),
  );
  const pair = fc.constantFrom([USDC, SHARES], [SHARES, USDC], [USDC, SHARES], [TICKET, USDC], [USDC, WETH]);
  const wish: fc.Arbitrary<Wish> = fc
    .record({
      pair,
      sellAmount: amount,
      limit: fc.nat(2_000),
      balance: fc.option(amount, { nil: undefined }),
      fee: fc.nat(100),
      minFill: fc.nat(100),
      tickets: fc.boolean(),
    })
    .map(({ pair: [sellAsset, buyAsset], sellAmount, limit, balance, fee, minFill, tickets }) => ({
      sellAsset,
      buyAsset,
      sellAmount,
      minBuyAmount: (sellAmount * BigInt(limit)) / 1_000n,
      maxFee: (sellAmount * BigInt(fee)) / 1_000n,
      minFill: minFill < 50 ? 0n : (sellAmount * BigInt(minFill)) / 100n,
      tickets,
      ...(balance === undefined ? {} : { balance }),
    }));
  const rides = fc
    // Everybody's tickets were boarded once: their sum is at most 12 · 2^63.
    .record({
      boarded: fc.bigInt({ min: 12n << 63n, max: 13n << 63n }),
      room: fc.bigInt({ min: 0n, max: 1_000_000n }),
      closed: fc.boolean(),
    })
    .map(({ boarded, room, closed }) => [rideOf({ boarded, maxSize: boarded + room, closed })]);
  const runs = { numRuns: 400 };

  it('proposes only what the rules accept, and moves no asset out of nothing', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), rides, fc.integer({ min: 1, max: 16 }), (wishes, open, maxFills) => {
        const { state, context, input } = world(wishes, open, { maxFills });
        for (const { clearing, seqs } of matches(input)) {
          const outcome = applyTransaction(state, clearing, context);
          if (!outcome.ok) throw new Error(outcome.refusal.code);
          expect(clearing.fills.length).toBeLessThanOrEqual(maxFills);
          expect(seqs).toEqual(clearing.fills.map(({ order }) => order.account + 1));
          const net = outcome.receipt.effects.reduce((sum, effect) => sum + (effect.kind === 'ride' ? effect.net : 0n), 0n);
          const [before, after] = [totals(state), totals(outcome.state)];
          for (const asset of [USDC, SHARES, WETH, TICKET]) {
            const change = (after.get(asset) ?? 0n) - (before.get(asset) ?? 0n);
            expect(change).toBe(asset === TICKET ? net : asset === USDC ? -net : 0n);
          }
        }
      }),
      runs,
    );
  });

  it('always finds a trade between two orders that agree and may be filled in part', () => {
    const many = fc.bigInt({ min: 1_000n, max: 10n ** 12n });
    fc.assert(
      fc.property(many, many, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (a, b, low, high) => {
        const clearing = firstClearing([
          { sellAsset: USDC, buyAsset: WETH, sellAmount: a, minBuyAmount: (a * BigInt(low)) / 1_000n },
          { sellAsset: WETH, buyAsset: USDC, sellAmount: b, minBuyAmount: (b * BigInt(high)) / 1_000n },
        ]);
        expect(clearing?.fills.length).toBe(2);
      }),
      runs,
    );
  });
});
