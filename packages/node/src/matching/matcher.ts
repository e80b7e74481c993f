/**
 * Turns the open orders of one pair of assets, and the rides between them, into a clearing: one price, the short side filled as far as
 * its minFills allow, the long side in order of arrival, and what is left over boarded.
 *
 * It is untrusted: `applyTransaction` and the circuit check whatever it proposes, so a mistake here costs a refused clearing and nothing
 * else. One pair per clearing; pairs take turns (the one served longest ago first), so a busy pair starves nobody.
 */
import type { AccountId, Clearing, Fill, OrderLeg, OrderMessage, PriceRow, Ride, RideRow, Signature, Slot } from '@weir/protocol/types';

export interface OpenOrder {
  /** Order of arrival. */
  readonly seq: number;
  readonly order: OrderMessage;
  readonly signature: Signature;
}

export interface ReferencePrice {
  readonly inAmount: bigint;
  readonly outAmount: bigint;
}

export interface MatchInput {
  /** Single-leg orders whose `until` has not passed, by arrival. */
  readonly orders: readonly OpenOrder[];
  readonly slot: (account: AccountId, slot: number) => Slot;
  /** Rides without an outcome, by ticket. */
  readonly rides: ReadonlyMap<number, Ride>;
  /** Quote of a ride, from its terms on L1. */
  readonly referenceOf: (ticket: number) => ReferencePrice | undefined;
  readonly timestamp: number;
  /** Where the operator takes fees and dust of an asset. */
  readonly feeSlotOf: (asset: number) => { readonly feeAccount: AccountId; readonly feeSlot: number };
  readonly closes: (ticket: number, boardedAfter: bigint) => boolean;
  /** Batch in which this pair last had a clearing; 0 = never. */
  readonly lastServed: (pair: string) => number;
  /** Fills at most this many orders. */
  readonly maxFills: number;
  /** Names at most this many rides. */
  readonly maxRides: number;
}

export interface Match {
  /** `pairOf` the two assets; empty if the clearing only closes rides. */
  readonly pair: string;
  readonly clearing: Clearing;
  /** fills[i] executes the order with this seq. */
  readonly seqs: readonly number[];
}

export const pairOf = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);

interface Side {
  readonly open: OpenOrder;
  readonly leg: OrderLeg;
  /** What the order has left to sell. */
  readonly left: bigint;
  readonly balance: bigint;
  /** What it can sell into a pot: the fee is set aside. */
  readonly capacity: bigint;
}

/** P[base] / P[quote]: one base is worth base/quote of the other. */
interface Price {
  readonly base: bigint;
  readonly quote: bigint;
}

/** Clearings worth trying, the best first. The caller takes the first that the rules accept. */
export function* matches(input: MatchInput): Generator<Match> {
  const sides = sellable(input);
  const pairs = new Map<string, OrderLeg>();
  for (const { leg } of sides) {
    const pair = pairOf(leg.sellAsset, leg.buyAsset);
    if (!pairs.has(pair)) pairs.set(pair, leg);
  }
  const turns = [...pairs].sort(([a], [b]) => input.lastServed(a) - input.lastServed(b));
  for (const [pair, leg] of turns) {
    const found = matchPair(input, sides, leg.sellAsset, leg.buyAsset);
    if (found !== undefined) yield { pair, ...found };
  }
  const rides = dueToClose(input, new Set());
  if (rides.length > 0) yield { pair: '', clearing: { kind: 'clearing', prices: [], rides, fills: [] }, seqs: [] };
}

/** Rides with passengers that should close although nobody boards now. */
function dueToClose(input: MatchInput, boardedNow: ReadonlySet<number>): RideRow[] {
  return [...input.rides]
    .filter(([ticket, { closed, boarded }]) => !closed && boarded > 0n && !boardedNow.has(ticket) && input.closes(ticket, boarded))
    .slice(0, Math.max(0, input.maxRides - boardedNow.size))
    .map(([ticket]) => ({ ticket, board: false, close: true }));
}

/** One sale per slot and clearing: the order that came first has it. */
function sellable(input: MatchInput): Side[] {
  const taken = new Set<number>();
  const sides: Side[] = [];
  for (const open of input.orders) {
    const leg = open.order.legs[0];
    const key = open.order.account * 16 + leg.sellSlot;
    if (taken.has(key)) continue;
    const slot = input.slot(open.order.account, leg.sellSlot);
    if (slot.asset !== leg.sellAsset || leg.sellNonce < slot.nonce) continue;
    const left = leg.sellAmount - (slot.nonce === leg.sellNonce ? slot.filled : 0n);
    if (left <= 0n || slot.balance === 0n) continue;
    taken.add(key);
    sides.push({ open, leg, left, balance: slot.balance, capacity: min(left, affordable(slot.balance, leg)) });
  }
  return sides;
}

/** Largest x with x + ⌊maxFee·x / sellAmount⌋ ≤ balance. */
function affordable(balance: bigint, { sellAmount, maxFee }: OrderLeg): bigint {
  let x = (balance * sellAmount) / (sellAmount + maxFee);
  while (x + 1n + (maxFee * (x + 1n)) / sellAmount <= balance) x++;
  return x;
}

function matchPair(input: MatchInput, sides: readonly Side[], base: number, quote: number): Omit<Match, 'pair'> | undefined {
  const sells = sides.filter(({ leg }) => leg.sellAsset === base && leg.buyAsset === quote);
  const buys = sides.filter(({ leg }) => leg.sellAsset === quote && leg.buyAsset === base);
  // Tickets have one price only, their in asset's, and one buyer, the ride.
  const tickets = input.rides.has(base) || input.rides.has(quote);
  const netted = tickets ? NOTHING_NETTED : bestNetting(input, sells, buys, base, quote);
  const draft = new Draft(input, netted, base, quote);
  if (!tickets) {
    draft.board(sells);
    draft.board(buys);
  }
  draft.buyBack(sides);
  return draft.finish();
}

// ---- the price

/** Would a sale at this price meet the limit, floors apart (those are checked on the exact numbers)? */
function accepts({ sellAmount, minBuyAmount }: OrderLeg, { base, quote }: Price): boolean {
  return base * sellAmount >= quote * minBuyAmount;
}

const flip = ({ base, quote }: Price): Price => ({ base: quote, quote: base });
const compare = (a: Price, b: Price): number => {
  const difference = a.base * b.quote - b.base * a.quote;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Lowest price that a seller of base takes; highest one that a buyer of base pays. */
const sellLimit = ({ leg }: Side): Price => ({ base: leg.minBuyAmount, quote: leg.sellAmount });
const buyLimit = ({ leg }: Side): Price => ({ base: leg.sellAmount, quote: leg.minBuyAmount });

/**
 * Candidates: the quotes of open rides, then a price that leaves both sides room, then the limit at which most could trade. They are
 * tried out, because floors and minFills decide what really trades; most base sold wins, ties go to the earlier candidate.
 */
function bestNetting(input: MatchInput, sells: readonly Side[], buys: readonly Side[], base: number, quote: number): Netted {
  const limits = [
    ...sells.filter(({ leg }) => leg.minBuyAmount > 0n).map(sellLimit),
    ...buys.filter(({ leg }) => leg.minBuyAmount > 0n).map(buyLimit),
  ];
  const references = quotes(input, base, quote);
  const widest = mostTraded([...references, { base: 1n, quote: 1n }, ...limits], volumeAt(sells, buys));
  let best: Netted | undefined;
  for (const price of [...references, ...roomyPrices(sells, buys, widest), widest]) {
    const netted = net(sells, buys, price, input.maxFills);
    if (best === undefined || netted.total > best.total) best = netted;
  }
  return best!;
}

function mostTraded(candidates: readonly Price[], volume: (price: Price) => bigint): Price {
  let best = candidates[0];
  let most = -1n;
  for (const candidate of candidates) {
    const traded = volume(candidate);
    if (traded > most) [best, most] = [candidate, traded];
  }
  return best;
}

/** What open rides between the two assets quote, the newest first. */
function quotes(input: MatchInput, base: number, quote: number): Price[] {
  const found: Price[] = [];
  for (const [ticket, { terms }] of [...input.rides].sort(([a], [b]) => b - a)) {
    const reference = input.referenceOf(ticket);
    if (reference === undefined) continue;
    if (terms.inAsset === base && terms.outAsset === quote) found.push({ base: reference.outAmount, quote: reference.inAmount });
    if (terms.inAsset === quote && terms.outAsset === base) found.push({ base: reference.inAmount, quote: reference.outAmount });
  }
  return found;
}

/** Between the tightest limits of those who trade at a price, or a bit inside the only one: exactly at a limit, floors break it. */
function roomyPrices(sells: readonly Side[], buys: readonly Side[], price: Price): Price[] {
  const low = sells
    .filter(({ leg }) => leg.minBuyAmount > 0n && accepts(leg, price))
    .map(sellLimit)
    .sort(compare)
    .pop();
  const [high] = buys
    .filter(({ leg }) => leg.minBuyAmount > 0n && accepts(leg, flip(price)))
    .map(buyLimit)
    .sort(compare);
  if (low === undefined && high === undefined) return [];
  if (high === undefined) return asPrices(low!.base * 1_001n, low!.quote * 1_000n);
  if (low === undefined) return asPrices(high.base * 1_000n, high.quote * 1_001n);
  // The mediant, both fractions first written with equal weight.
  const [weightOfLow, weightOfHigh] = [high.base + high.quote, low.base + low.quote];
  return asPrices(low.base * weightOfLow + high.base * weightOfHigh, low.quote * weightOfLow + high.quote * weightOfHigh);
}

/** Prices are u64. */
function asPrices(base: bigint, quote: bigint): Price[] {
  while (base >> 64n > 0n || quote >> 64n > 0n) [base, quote] = [base >> 1n, quote >> 1n];
  return base > 0n && quote > 0n ? [{ base, quote }] : [];
}

/** Base that changes hands at a price, from sorted limits: one search per candidate. */
function volumeAt(sells: readonly Side[], buys: readonly Side[]): (price: Price) => bigint {
  const sold = cumulated(sells, sellLimit);
  // A buyer's limit turned over: with falling prices more of them agree.
  const bought = cumulated(buys, (side) => flip(buyLimit(side)));
  return (price) => min((sold(price) * price.base) / price.quote, bought(flip(price)));
}

/** Capacity of all sides whose limit is at most a price. */
function cumulated(sides: readonly Side[], limit: (side: Side) => Price): (price: Price) => bigint {
  const sorted = sides.map((side) => ({ limit: limit(side), capacity: side.capacity })).sort((a, b) => compare(a.limit, b.limit));
  const sums: bigint[] = [0n];
  for (const { capacity } of sorted) sums.push(sums[sums.length - 1] + capacity);
  return (price) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(sorted[middle].limit, price) <= 0) low = middle + 1;
      else high = middle;
    }
    return sums[low];
  };
}

// ---- netting

interface Netted {
  readonly price: Price;
  /** What each order sells into a pot. */
  readonly amounts: readonly (readonly [Side, bigint])[];
  /** Base sold. */
  readonly total: bigint;
}

const NOTHING_NETTED: Netted = { price: { base: 1n, quote: 1n }, amounts: [], total: 0n };

/**
 * People pay each other. S of base is sold against Q of quote. Each pot covers what the floors pay out of it if S = ⌊Q·quote/base⌋ or
 * Q = ⌊S·base/quote⌋: the sum of the floors is at most the floor of the sum. A side that cannot reach its total exactly (a minFill, a
 * limit that a small amount would break by its floor) lowers it, and the other side follows, until both agree.
 */
function net(sells: readonly Side[], buys: readonly Side[], price: Price, maxFills: number): Netted {
  const { base, quote } = price;
  const [willingSellers, willingBuyers] = [
    sells.filter(({ leg }) => accepts(leg, price)),
    buys.filter(({ leg }) => accepts(leg, flip(price))),
  ];
  const sellers = willingSellers.slice(0, Math.max(maxFills >> 1, maxFills - willingBuyers.length));
  const buyers = willingBuyers.slice(0, maxFills - sellers.length);
  let [soldMost, paidMost] = [total(sellers), total(buyers)];
  for (;;) {
    const sellersShort = soldMost * base <= paidMost * quote;
    const sold = sellersShort ? soldMost : (paidMost * quote) / base;
    const paid = sellersShort ? (soldMost * base) / quote : paidMost;
    const selling = take(sellers, sold, price);
    const paying = take(buyers, paid, flip(price));
    if (selling.total === sold && paying.total === paid) return { price, amounts: [...selling.amounts, ...paying.amounts], total: sold };
    [soldMost, paidMost] = [min(soldMost, selling.total), min(paidMost, paying.total)];
  }
}

/** Fills in order of arrival up to `amount`; passes over an order that such an amount does not suit. */
function take(sides: readonly Side[], amount: bigint, price: Price): { total: bigint; amounts: [Side, bigint][] } {
  const amounts: [Side, bigint][] = [];
  let left = amount;
  for (const side of sides) {
    const sold = suitable(side, min(side.capacity, left), price);
    if (sold === 0n) continue;
    amounts.push([side, sold]);
    left -= sold;
  }
  return { total: amount - left, amounts };
}

/** The amount, or the least one that buys as much, if that suits the order; else 0. */
function suitable(side: Side, amount: bigint, price: Price): bigint {
  const least = (((amount * price.base) / price.quote) * price.quote + price.base - 1n) / price.base;
  return [amount, least].find((sold) => sold > 0n && meetsMinFill(side, sold) && meetsLimit(side.leg, sold, price)) ?? 0n;
}

// ---- the clearing

interface Planned {
  readonly sold: bigint;
  readonly boarded: bigint;
  readonly ticket: number;
}

/** Collects what each order does, then writes it as a clearing. */
class Draft {
  readonly #input: MatchInput;
  readonly #price: Price;
  readonly #base: number;
  readonly #quote: number;
  readonly #plans = new Map<Side, Planned>();
  /** Change in tickets of a ride by this clearing. */
  readonly #boarded = new Map<number, bigint>();

  constructor(input: MatchInput, netted: Netted, base: number, quote: number) {
    this.#input = input;
    this.#price = netted.price;
    this.#base = base;
    this.#quote = quote;
    for (const [side, sold] of netted.amounts) this.#plans.set(side, { sold, boarded: 0n, ticket: 0 });
  }

  /** What is left over boards the newest open ride that the order accepts. No fee is due on this part. */
  board(sides: readonly Side[]): void {
    for (const side of sides) {
      const plan = this.#plans.get(side) ?? { sold: 0n, boarded: 0n, ticket: 0 };
      if (!this.#plans.has(side) && this.#plans.size >= this.#input.maxFills) continue;
      const found = this.#rideFor(side);
      if (found === undefined) continue;
      const [ticket, ride] = found;
      const room = ride.maxSize - ride.boarded - (this.#boarded.get(ticket) ?? 0n);
      const boarded = min(min(side.left, side.balance - feeOf(side.leg, plan.sold)) - plan.sold, room);
      if (boarded <= 0n || !meetsMinFill(side, plan.sold + boarded)) continue;
      this.#plans.set(side, { ...plan, boarded, ticket });
      this.#boarded.set(ticket, (this.#boarded.get(ticket) ?? 0n) + boarded);
    }
  }

  #rideFor({ open, leg }: Side): [number, Ride] | undefined {
    const holds = this.#input.slot(open.order.account, leg.ticketSlot);
    return [...this.#input.rides]
      .filter(([ticket, { terms, closed, boarded, maxSize }]) => {
        const right = terms.inAsset === leg.sellAsset && terms.outAsset === leg.buyAsset;
        const open = !closed && this.#input.timestamp <= terms.boardBy && terms.settleBy <= leg.ticketsUntil;
        const room = boarded + (this.#boarded.get(ticket) ?? 0n) < maxSize;
        const worst = terms.worstOut * leg.sellAmount >= terms.worstIn * leg.minBuyAmount;
        return right && open && room && worst && (holds.balance === 0n || holds.asset === ticket);
      })
      .sort(([a], [b]) => b - a)[0];
  }

  /** Tickets for sale while their ride boards go back to the ride, 1:1. */
  buyBack(sides: readonly Side[]): void {
    for (const side of sides) {
      const ride = this.#input.rides.get(side.leg.sellAsset);
      if (ride === undefined || ride.closed || this.#input.timestamp > ride.terms.boardBy) continue;
      if (side.leg.buyAsset !== ride.terms.inAsset || this.#plans.size >= this.#input.maxFills) continue;
      const unit = { base: 1n, quote: 1n };
      if (side.capacity === 0n || !meetsMinFill(side, side.capacity) || !meetsLimit(side.leg, side.capacity, unit)) continue;
      this.#plans.set(side, { sold: side.capacity, boarded: 0n, ticket: 0 });
      this.#boarded.set(side.leg.sellAsset, (this.#boarded.get(side.leg.sellAsset) ?? 0n) - side.capacity);
    }
  }

  finish(): Omit<Match, 'pair'> | undefined {
    if (this.#plans.size === 0) return undefined;
    const prices = this.#prices();
    const fills = [...this.#plans].map(([{ open, leg }, { sold, boarded, ticket }]) => {
      const bought = sold === 0n ? 0n : (sold * prices.get(leg.sellAsset)!) / prices.get(leg.buyAsset)!;
      const { order, signature } = open;
      const fill: Fill = { order, signature, leg: 0, sold, bought, fee: feeOf(leg, sold), ticket, boarded };
      return { fill, seq: open.seq, key: order.account * 16 + leg.sellSlot };
    });
    fills.sort((a, b) => a.key - b.key);
    const boarding = [...this.#boarded].map(([ticket, change]): RideRow => {
      return { ticket, board: true, close: this.#input.closes(ticket, this.#input.rides.get(ticket)!.boarded + change) };
    });
    const rides = [...boarding, ...dueToClose(this.#input, new Set(this.#boarded.keys()))].sort((a, b) => a.ticket - b.ticket);
    const rows = [...prices].map(([asset, price]): PriceRow => ({ asset, price, ...this.#input.feeSlotOf(asset) }));
    return {
      clearing: { kind: 'clearing', prices: rows.sort((a, b) => a.asset - b.asset), rides, fills: fills.map(({ fill }) => fill) },
      seqs: fills.map(({ seq }) => seq),
    };
  }

  /** A row for every asset that moves; a boarding ride's ticket costs what its in asset costs. */
  #prices(): Map<number, bigint> {
    const prices = new Map<number, bigint>();
    const priceOf = (asset: number): bigint => {
      const inAsset = this.#boarded.has(asset) ? this.#input.rides.get(asset)!.terms.inAsset : asset;
      return inAsset === this.#base ? this.#price.base : inAsset === this.#quote ? this.#price.quote : 1n;
    };
    for (const [{ leg }, { sold }] of this.#plans) {
      prices.set(leg.sellAsset, priceOf(leg.sellAsset));
      if (sold > 0n) prices.set(leg.buyAsset, priceOf(leg.buyAsset));
    }
    for (const ticket of this.#boarded.keys()) {
      for (const asset of [ticket, this.#input.rides.get(ticket)!.terms.inAsset]) prices.set(asset, priceOf(asset));
    }
    return prices;
  }
}

function meetsMinFill({ leg, left }: Side, amount: bigint): boolean {
  return amount >= leg.minFill || amount === left;
}

/** bought ≥ 1 and the limit, on the exact numbers. */
function meetsLimit({ sellAmount, minBuyAmount }: OrderLeg, sold: bigint, { base, quote }: Price): boolean {
  const bought = (sold * base) / quote;
  return bought >= 1n && bought * sellAmount >= sold * minBuyAmount;
}

const feeOf = ({ maxFee, sellAmount }: OrderLeg, sold: bigint): bigint => (maxFee * sold) / sellAmount;
const total = (sides: readonly Side[]): bigint => sides.reduce((sum, { capacity }) => sum + capacity, 0n);

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
