import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../src/matching/book.ts';
import { cyclesOf, type Edge, maximumCirculation } from '../src/matching/circulation.ts';
import { type Netting, type Quote, solve } from '../src/matching/solver.ts';
import { bestValue } from './referenceClearing.ts';

/**
 * What the fast solver may lose against the slow one, on books of up to four assets with amounts that floors do not matter for: at most
 * this part of the value in any book (prices at which most trades are a search among local bests), and next to nothing on average.
 */
const STATED_BOUND = 0.35;
const STATED_MEAN_LOSS = 0.002;

interface Wish {
  readonly sell: number;
  readonly buy: number;
  readonly value: number;
  /** Limit / quote; 0 = none. */
  readonly limit: number;
  readonly minFill?: number;
}

/** Asset a is quoted at worth[a]; capacities are values of 10^9 or so, in quanta. */
function bookOf(wishes: readonly Wish[], worth: readonly number[], scale = 1e9): Offer[] {
  return wishes.map(({ sell, buy, value, limit, minFill = 0 }, seq) => {
    const amount = Math.max(1, Math.floor((value * scale * 1_000) / worth[sell]));
    const minBuyAmount = BigInt(Math.floor((amount * limit * worth[sell]) / worth[buy]));
    const capacity = BigInt(amount);
    return { seq, sell, buy, capacity, left: capacity, sellAmount: capacity, minBuyAmount, minFill: BigInt(Math.floor(amount * minFill)) };
  });
}

const quotesOf = (worth: readonly number[]): Quote[] =>
  worth.slice(1).map((price, i) => ({ inAsset: 0, outAsset: i + 1, inAmount: BigInt(price), outAmount: BigInt(worth[0]) }));

const boughtBy = ({ prices }: Netting, { sell, buy }: Offer, sold: bigint) => (sold * prices.get(sell)!) / prices.get(buy)!;

/** What the protocol's rules ask of a clearing, in their words. */
function expectValid(netting: Netting): void {
  const over = new Map<number, bigint>();
  for (const [offer, sold] of netting.sold) {
    const bought = boughtBy(netting, offer, sold);
    expect(sold >= 1n && sold <= offer.capacity && bought >= 1n).toBe(true);
    expect(bought * offer.sellAmount >= sold * offer.minBuyAmount).toBe(true);
    expect(sold >= offer.minFill || sold === offer.left).toBe(true);
    over.set(offer.sell, (over.get(offer.sell) ?? 0n) + sold);
    over.set(offer.buy, (over.get(offer.buy) ?? 0n) - bought);
  }
  for (const left of over.values()) expect(left >= 0n).toBe(true);
  for (const price of netting.prices.values()) expect(price >= 1n && price < 1n << 64n).toBe(true);
}

function tradedValue(netting: Netting, worth: readonly number[]): number {
  return [...netting.sold].reduce((sum, [offer, sold]) => {
    return sum + Math.min(Number(sold) * worth[offer.sell], Number(boughtBy(netting, offer, sold)) * worth[offer.buy]);
  }, 0);
}

const worths = (assets: number) => fc.array(fc.integer({ min: 300, max: 3_000 }), { minLength: assets, maxLength: assets });
const wishesOf = (assets: number, most: number, minFills: boolean) =>
  fc.array(
    fc
      .record({
        sell: fc.nat(assets - 1),
        step: fc.integer({ min: 1, max: assets - 1 }),
        value: fc.double({ min: 0.1, max: 1.1, noNaN: true }),
        limit: fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 880, max: 1_090 }).map((permille) => permille / 1_000) },
          { weight: 1, arbitrary: fc.constant(0) },
        ),
        minFill: minFills ? fc.constantFrom(0, 0.2, 0.7, 1) : fc.constant(0),
      })
      .map(({ sell, step, ...rest }): Wish => ({ sell, buy: (sell + step) % assets, ...rest })),
    { minLength: 2, maxLength: most },
  );

describe('the solver', () => {
  it('is never worse than the slow reference by more than the stated bound', { timeout: 600_000 }, () => {
    const reached: number[] = [];
    const markets = fc
      .integer({ min: 2, max: 4 })
      .chain((assets) => fc.tuple(worths(assets), wishesOf(assets, assets === 4 ? 7 : 9, false)));
    fc.assert(
      fc.property(markets, ([worth, wishes]) => {
        const offers = bookOf(wishes, worth);
        const netting = solve(offers, quotesOf(worth), 100);
        expectValid(netting);
        const plain = offers.map(({ sell, buy, capacity, minBuyAmount, sellAmount }) => {
          return { sell, buy, capacity: Number(capacity), limit: Number(minBuyAmount) / Number(sellAmount) };
        });
        const best = bestValue(plain, worth);
        reached.push(best === 0 ? 1 : Math.min(1, tradedValue(netting, worth) / best));
        expect(reached[reached.length - 1]).toBeGreaterThanOrEqual(1 - STATED_BOUND);
      }),
      { numRuns: Number(process.env['SOLVER_RUNS'] ?? 300), seed: 20, endOnFailure: true },
    );
    expect(reached.reduce((sum, part) => sum + part, 0) / reached.length).toBeGreaterThanOrEqual(1 - STATED_MEAN_LOSS);
  });

  it('keeps every rule with small amounts, minFills and few fills', () => {
    const markets = fc
      .integer({ min: 2, max: 6 })
      .chain((assets) => fc.tuple(worths(assets), wishesOf(assets, 30, true), fc.nat(40), fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(markets, ([worth, wishes, maxFills, digits]) => {
        const netting = solve(bookOf(wishes, worth, 10 ** digits), quotesOf(worth), maxFills);
        expectValid(netting);
        expect(netting.sold.size).toBeLessThanOrEqual(maxFills);
      }),
      { numRuns: 500 },
    );
  });

  it('trades at the quote when that costs no volume', () => {
    const worth = [1_000, 1_250];
    const offers = bookOf(
      [
        { sell: 0, buy: 1, value: 1, limit: 0.9 },
        { sell: 1, buy: 0, value: 1, limit: 0.9 },
      ],
      worth,
    );
    const { prices } = solve(offers, quotesOf(worth), 10);
    expect(prices.get(0)! * 1_250n).toBe(prices.get(1)! * 1_000n);
  });

  it('finds a ring whose limits all but use up each other', () => {
    const worth = [1_000, 700, 2_000, 1_500];
    const limits = [0.93, 1.04, 1.005, 1.02];
    const offers = bookOf(
      limits.map((limit, i) => ({ sell: i, buy: (i + 1) % 4, value: 1, limit })),
      worth,
    );
    expect(solve(offers, quotesOf(worth), 10).sold.size).toBe(4);
  });

  it('gives the same answer whatever the order of the offers', () => {
    const worth = [1_000, 1_100, 900];
    const markets = fc.tuple(wishesOf(3, 20, true), fc.integer({ min: 1, max: 19 }));
    fc.assert(
      fc.property(markets, ([wishes, turn]) => {
        const offers = bookOf(wishes, worth);
        const turned = [...offers.slice(turn), ...offers.slice(0, turn)];
        const [a, b] = [offers, turned].map((list) => solve(list, quotesOf(worth), 50));
        expect([...b.prices].sort()).toEqual([...a.prices].sort());
        for (const [offer, sold] of a.sold) expect(b.sold.get(offer)).toBe(sold);
      }),
      { numRuns: 100 },
    );
  });

  it('clears 100,000 offers over 20 assets', { timeout: 60_000 }, () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const worth = Array.from({ length: 20 }, () => Math.round(1_000 * Math.exp(2 * (random() - 0.5))));
    const wishes = Array.from({ length: 100_000 }, (): Wish => {
      const sell = Math.floor(random() * 20);
      return { sell, buy: (sell + 1 + Math.floor(random() * 19)) % 20, value: 0.01 + random(), limit: Math.exp((random() - 0.5) / 10) };
    });
    const netting = solve(bookOf(wishes, worth), quotesOf(worth), 1 << 14);
    expectValid(netting);
    // The margins of 380 pairs leave a few hundred places; half of all offers are willing at any price.
    expect(netting.sold.size).toBeGreaterThan(15_000);
  });
});

describe('the largest circulation', () => {
  const graphs = fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), capacity: fc.bigInt({ min: 0n, max: 100n }) }), { maxLength: 20 });
  const honest = graphs.map((edges): Edge[] => edges.filter(({ from, to }) => from !== to));

  it('is a circulation, leaves no cycle of free capacity, and is the sum of its cycles', () => {
    fc.assert(
      fc.property(honest, (edges) => {
        const flow = maximumCirculation(6, edges);
        const over = [0n, 0n, 0n, 0n, 0n, 0n];
        for (const [i, { from, to, capacity }] of edges.entries()) {
          expect(flow[i] >= 0n && flow[i] <= capacity).toBe(true);
          over[from] -= flow[i];
          over[to] += flow[i];
        }
        expect(over).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
        const sums = edges.map(() => 0n);
        for (const { edges: cycle, amount } of cyclesOf(edges, flow)) for (const edge of cycle) sums[edge] += amount;
        expect(sums).toEqual(flow);
        const free = edges.map((edge, i) => ({ ...edge, capacity: edge.capacity - flow[i] }));
        expect(maximumCirculation(6, free).every((amount) => amount === 0n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
