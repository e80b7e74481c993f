/**
 * Rounds of many people over several strategies, on the rules' level: everybody within the limit, nothing lost, and of each strategy at most
 * the difference crosses. The same on a whole Weir, with proofs: `npm run story -- thousand`.
 */
import { EMPTY_STATE, readSlot, type State, totals, writeHeader, writeSlot } from '@weir/protocol/state/state';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { BatchContext, OrderLeg, Ride } from '@weir/protocol/types';
import { describe, expect, it } from 'vitest';
import { type FeePlace, type MatchInput, matches, type OpenOrder } from '../src/matching/matcher.ts';

const NOW = 1_790_000_000;
const [USDC, OPERATOR, TICKETS] = [1, 900, 100];
const UNSIGNED = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };
const context = { instance: [0, 0, 0, 0, 0, 0, 0, 0], batchNumber: 1, timestamp: NOW, rewardRecipient: `0x${'22'.repeat(20)}` } as const;

function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) & 0x7fffffff;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

interface Strategy {
  readonly asset: number;
  /** USDC per 10^6 shares, and what the way in or out costs beside. */
  readonly price: number;
  readonly cost: number;
}

/** A ride each way: what they quote lies on both sides of the price. */
function ridesOf({ asset, price, cost }: Strategy): { ride: Ride; reference: { inAmount: bigint; outAmount: bigint } }[] {
  const shares = 1_000_000n;
  const quotes = [
    { inAsset: USDC, outAsset: asset, inAmount: BigInt(Math.round(price * (1 + cost))), outAmount: shares },
    { inAsset: asset, outAsset: USDC, inAmount: shares, outAmount: BigInt(Math.round(price * (1 - cost))) },
  ];
  return quotes.map(({ inAsset, outAsset, inAmount, outAmount }, i) => {
    const [ticket, times] = [TICKETS + 2 * asset + i, { boardBy: NOW + 60, settleBy: NOW + 120 }];
    const terms = { ticket, inAsset, outAsset, worstIn: inAmount * 1_000n, worstOut: outAmount * 995n, ...times };
    return { ride: { terms, maxSize: 1n << 62n, boarded: 0n, closed: false, outcome: null }, reference: { inAmount, outAmount } };
  });
}

interface Wish {
  readonly sell: number;
  readonly buy: number;
  readonly amount: bigint;
  readonly least: bigint;
  readonly tickets: boolean;
}

/** The first strategy's share is worth 1 USDC to the unit, and as many join it as leave. */
function wishesOf(strategies: readonly Strategy[], count: number, random: () => number): Wish[] {
  const wish = (from: Strategy | undefined, to: Strategy | undefined, value: bigint, slack: number): Wish => {
    const amountIn = (strategy: Strategy | undefined) => (strategy === undefined ? value : (value * 1_000_000n) / BigInt(strategy.price));
    const least = (amountIn(to) * BigInt(Math.round(1e6 * (1 - slack)))) / 1_000_000n;
    const assets = { sell: from?.asset ?? USDC, buy: to?.asset ?? USDC };
    return { ...assets, amount: amountIn(from), least, tickets: from === undefined || to === undefined };
  };
  const [even, ...others] = strategies;
  const wishes: Wish[] = [];
  while (wishes.length < count) {
    const value = BigInt(Math.round(1e8 * (0.5 + 49.5 * random() ** 3)));
    const place = Math.floor(random() * strategies.length);
    if (place === 0 && wishes.length + 2 <= count) wishes.push(wish(undefined, even, value, 0.01), wish(even, undefined, value, 0.01));
    if (place === 0) continue;
    const [own, next] = [strategies[place], others[place % others.length]];
    const [kind, slack] = [random(), [0.008, 0.01, 0.02, -0.05][Math.floor(4 * random())]];
    if (kind < 0.15) wishes.push(wish(own, next, value, 0.02));
    else wishes.push(kind < 0.15 + 0.85 * (0.3 + 0.1 * place) ? wish(undefined, own, value, slack) : wish(own, undefined, value, slack));
  }
  return wishes;
}

function play(seed: number, count: number, strategyCount: number) {
  const random = randomFrom(seed);
  const strategies = Array.from({ length: strategyCount }, (_, i): Strategy => {
    if (i === 0) return { asset: 2, price: 1_000_000, cost: 0.0001 };
    return { asset: 2 + i, price: Math.round(1e6 * Math.exp(2 * random() - 1)), cost: 0.0001 + 0.002 * random() };
  });
  const known = strategies.flatMap(ridesOf);
  const rides = new Map(known.map(({ ride }) => [ride.terms.ticket, ride]));
  const references = new Map(known.map(({ ride, reference }) => [ride.terms.ticket, reference]));
  const wishes = wishesOf(strategies, count, random);
  let state: State = EMPTY_STATE;
  const orders = wishes.map(({ sell, buy, amount, least, tickets }, account): OpenOrder => {
    const maxFee = amount / 2_000n;
    state = writeHeader(state, account, { ownerKey: [1, 2, 3, 4, 5, 6, account], keyVersion: 1, l1Owner: `0x${'11'.repeat(20)}` });
    state = writeSlot(state, account, 0, { asset: sell, nonce: 0, balance: amount + maxFee, filled: 0n });
    const sale = { sellSlot: 0, sellAsset: sell, sellNonce: 0, sellAmount: amount, minBuyAmount: least, maxFee, minFill: 0n };
    const rest = { buySlot: 1, buyAsset: buy, ticketSlot: 2, ticketsUntil: tickets ? NOW + 500 : 0, band: { reference: 0, bps: 0 } };
    const leg: OrderLeg = { ...sale, ...rest };
    return { seq: account + 1, order: { account, keyVersion: 1, until: NOW + 30, legs: [leg] }, signature: UNSIGNED };
  });
  const batch: BatchContext = { ...context, rides, verifySignature: () => true };
  const input: MatchInput = {
    orders,
    slot: (account, slot) => readSlot(state, account, slot),
    rides,
    referenceOf: (ticket) => references.get(ticket),
    timestamp: NOW,
    feePlaces: (assets) =>
      new Map([...assets].map((asset, i): [number, FeePlace] => [asset, { feeAccount: OPERATOR + (i >> 2), feeSlot: 12 + (i & 3) }])),
    operatorAccount: OPERATOR,
    closes: (_, boarded) => boarded > 0n,
    lastServed: () => 0,
    maxFills: count,
    maxRides: 64,
  };
  const [found] = matches(input);
  const outcome = applyTransaction(state, found.clearing, batch);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { strategies, wishes, rides, clearing: found.clearing, before: totals(state), after: totals(outcome.state) };
}

describe('a round of many people over several strategies', () => {
  it.each([1, 2, 3, 4, 5])('crosses differences only, and keeps every limit (seed %i)', (seed) => {
    const { strategies, wishes, rides, clearing, before, after } = play(seed, 60 + 60 * seed, 2 + seed);
    for (const { order, sold, bought, fee } of clearing.fills) {
      const { amount, least } = wishes[order.account];
      expect(bought * amount >= sold * least && fee * amount <= (amount / 2_000n) * sold).toBe(true);
    }
    const boarded = new Map<number, bigint>();
    for (const fill of clearing.fills) if (fill.boarded > 0n) boarded.set(fill.ticket, (boarded.get(fill.ticket) ?? 0n) + fill.boarded);
    const [even, ...others] = strategies.map(({ asset }) => [TICKETS + 2 * asset, TICKETS + 2 * asset + 1]);
    expect(even.filter((ticket) => boarded.has(ticket))).toEqual([]);
    for (const both of others) expect(both.filter((ticket) => boarded.has(ticket)).length).toBeLessThanOrEqual(1);
    expect(clearing.rides.map(({ ticket }) => ticket)).toEqual([...boarded.keys()].sort((a, b) => a - b));
    for (const asset of [USDC, ...strategies.map((strategy) => strategy.asset)]) {
      const gone = [...boarded].reduce((sum, [ticket, amount]) => sum + (rides.get(ticket)!.terms.inAsset === asset ? amount : 0n), 0n);
      expect((before.get(asset) ?? 0n) - (after.get(asset) ?? 0n)).toBe(gone);
    }
    // Who accepts a ride is served in full, but for crumbs; who asks too much boards none.
    for (const [account, { amount, tickets, least, sell, buy }] of wishes.entries()) {
      const fill = clearing.fills.find(({ order }) => order.account === account);
      const boardedTerms = rides.get(fill?.ticket ?? 0)?.terms;
      if (boardedTerms !== undefined) expect(boardedTerms.worstOut * amount >= boardedTerms.worstIn * least).toBe(true);
      const open = [...rides.values()].some(
        ({ terms }) => terms.inAsset === sell && terms.outAsset === buy && terms.worstOut * amount >= terms.worstIn * least,
      );
      if (tickets && open) expect((fill!.sold + fill!.boarded) * 1_000n).toBeGreaterThan(amount * 998n);
    }
  });
});
