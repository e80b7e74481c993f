/**
 * Turns the open orders of one pair of assets, and the rides between them, into a clearing: one price, the short side filled in full,
 * the long side in order of arrival, and what is left over boarded.
 *
 * It is untrusted: `applyTransaction` and the circuit check whatever it proposes, so a mistake here costs a refused clearing and nothing
 * else. One pair per batch; the pair of the order that has waited longest goes first.
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
  readonly rides: ReadonlyMap<number, Ride>;
  /** Quote of a ride, from its terms on L1. */
  readonly referenceOf: (ticket: number) => ReferencePrice | undefined;
  readonly timestamp: number;
  /** Where the operator takes fees and dust of an asset. */
  readonly feeSlotOf: (asset: number) => { readonly feeAccount: AccountId; readonly feeSlot: number };
  readonly closes: (ticket: number, boardedAfter: bigint) => boolean;
  /** Fills at most this many orders. */
  readonly maxFills: number;
}

export interface Match {
  readonly clearing: Clearing;
  /** fills[i] executes the order with this seq. */
  readonly seqs: readonly number[];
}

interface Side {
  readonly open: OpenOrder;
  readonly leg: OrderLeg;
  /** What it can still sell, fee set aside. */
  readonly capacity: bigint;
}

/** P[base] / P[quote]: one base is worth base/quote of the other. */
interface Price {
  readonly base: bigint;
  readonly quote: bigint;
}

export function match(input: MatchInput): Match | undefined {
  const sides = sellable(input);
  const tried = new Set<string>();
  for (const { leg } of sides) {
    const pair = [leg.sellAsset, leg.buyAsset].sort((a, b) => a - b).join();
    if (tried.has(pair)) continue;
    tried.add(pair);
    const found = matchPair(input, sides, leg.sellAsset, leg.buyAsset);
    if (found !== undefined) return found;
  }
  return closeOnly(input);
}

/** Rides that are due to close although nobody trades. */
function closeOnly(input: MatchInput): Match | undefined {
  const rides = dueToClose(input, new Map());
  if (rides.length === 0) return undefined;
  return { clearing: { kind: 'clearing', prices: [], rides, fills: [] }, seqs: [] };
}

function dueToClose(input: MatchInput, boardedNow: ReadonlyMap<number, bigint>): RideRow[] {
  const rows: RideRow[] = [];
  for (const [ticket, ride] of [...input.rides].sort(([a], [b]) => a - b)) {
    if (ride.closed || boardedNow.has(ticket)) continue;
    if (input.closes(ticket, ride.boarded)) rows.push({ ticket, board: false, close: true });
  }
  return rows;
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
    const capacity = min(left, affordable(slot.balance, leg));
    if (capacity <= 0n) continue;
    taken.add(key);
    sides.push({ open, leg, capacity });
  }
  return sides;
}

/** Largest x with x + ⌊maxFee·x / sellAmount⌋ ≤ balance. */
function affordable(balance: bigint, { sellAmount, maxFee }: OrderLeg): bigint {
  let x = (balance * sellAmount) / (sellAmount + maxFee);
  while (x + 1n + (maxFee * (x + 1n)) / sellAmount <= balance) x++;
  return x;
}

function matchPair(input: MatchInput, sides: readonly Side[], base: number, quote: number): Match | undefined {
  const sells = sides.filter(({ leg }) => leg.sellAsset === base && leg.buyAsset === quote);
  const buys = sides.filter(({ leg }) => leg.sellAsset === quote && leg.buyAsset === base);
  const price = bestPrice(input, sells, buys, base, quote);
  const draft = new Draft(input, price, base, quote);
  draft.net(sells, buys);
  draft.board(sells);
  draft.board(buys);
  draft.buyBack(sides);
  return draft.finish();
}

/** Candidates: the quotes of open rides, then every limit; most value traded wins, ties go to the earlier candidate. */
function bestPrice(input: MatchInput, sells: readonly Side[], buys: readonly Side[], base: number, quote: number): Price {
  const candidates: Price[] = [];
  for (const [ticket, { terms }] of [...input.rides].sort(([a], [b]) => b - a)) {
    const reference = input.referenceOf(ticket);
    if (reference === undefined) continue;
    if (terms.inAsset === base && terms.outAsset === quote) candidates.push({ base: reference.outAmount, quote: reference.inAmount });
    if (terms.inAsset === quote && terms.outAsset === base) candidates.push({ base: reference.inAmount, quote: reference.outAmount });
  }
  for (const { leg } of sells) if (leg.minBuyAmount > 0n) candidates.push({ base: leg.minBuyAmount, quote: leg.sellAmount });
  for (const { leg } of buys) if (leg.minBuyAmount > 0n) candidates.push({ base: leg.sellAmount, quote: leg.minBuyAmount });
  candidates.push({ base: 1n, quote: 1n });
  let best = candidates[0];
  let bestVolume = -1n;
  for (const candidate of candidates) {
    const sold = total(sells.filter(({ leg }) => accepts(leg, candidate)));
    const bought = total(buys.filter(({ leg }) => accepts(leg, flip(candidate))));
    const volume = min((sold * candidate.base) / candidate.quote, bought);
    if (volume > bestVolume) [best, bestVolume] = [candidate, volume];
  }
  return best;
}

/** Would a sale at this price meet the limit, floors apart (those are checked on the exact numbers)? */
function accepts({ sellAmount, minBuyAmount }: OrderLeg, { base, quote }: Price): boolean {
  return base * sellAmount >= quote * minBuyAmount;
}

const flip = ({ base, quote }: Price): Price => ({ base: quote, quote: base });
const total = (sides: readonly Side[]): bigint => sides.reduce((sum, { capacity }) => sum + capacity, 0n);

interface Planned {
  sold: bigint;
  boarded: bigint;
  ticket: number;
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

  constructor(input: MatchInput, price: Price, base: number, quote: number) {
    this.#input = input;
    this.#price = price;
    this.#base = base;
    this.#quote = quote;
  }

  /**
   * People pay each other. Both totals are cut to the same value: quote = Q, base = ⌊Q·quote/base⌋, so each pot holds at least what the
   * floors pay out of it, and less than one quantum per fill more.
   */
  net(sells: readonly Side[], buys: readonly Side[]): void {
    const { base, quote } = this.#price;
    const sellers = sells.filter(({ leg }) => accepts(leg, this.#price));
    const buyers = buys.filter(({ leg }) => accepts(leg, flip(this.#price)));
    const quoteWanted = min(total(buyers), (total(sellers) * base) / quote);
    const quoteSold = this.#take(buyers, quoteWanted, flip(this.#price));
    const baseSold = this.#take(sellers, (quoteSold * quote) / base, this.#price);
    // A minFill may have kept the sellers below what the buyers gave: cut the buyers again, from the back.
    if ((baseSold * base) / quote + 1n < quoteSold) {
      for (const side of buyers) this.#plans.delete(side);
      this.#take(buyers, ceilDiv(baseSold * base, quote), flip(this.#price));
    }
  }

  /** Fills in order of arrival up to `amount`; skips an order whose minFill does not fit. Returns what was taken. */
  #take(sides: readonly Side[], amount: bigint, price: Price): bigint {
    let left = amount;
    for (const side of sides) {
      if (this.#plans.size >= this.#input.maxFills) break;
      const sold = min(side.capacity, left);
      if (sold === 0n || !meetsMinFill(side, sold, this.#input) || !meetsLimit(side.leg, sold, price)) continue;
      this.#plans.set(side, { sold, boarded: 0n, ticket: 0 });
      left -= sold;
    }
    return amount - left;
  }

  /** What is left over boards the newest open ride whose worst price and date the order accepts. */
  board(sides: readonly Side[]): void {
    for (const side of sides) {
      const plan = this.#plans.get(side) ?? { sold: 0n, boarded: 0n, ticket: 0 };
      const rest = side.capacity - plan.sold;
      if (rest === 0n || (!this.#plans.has(side) && this.#plans.size >= this.#input.maxFills)) continue;
      const found = this.#rideFor(side);
      if (found === undefined) continue;
      const [ticket, ride] = found;
      const room = ride.maxSize - ride.boarded - (this.#boarded.get(ticket) ?? 0n);
      const boarded = min(rest, room);
      if (boarded <= 0n || !meetsMinFill(side, plan.sold + boarded, this.#input)) continue;
      this.#plans.set(side, { ...plan, boarded, ticket });
      this.#boarded.set(ticket, (this.#boarded.get(ticket) ?? 0n) + boarded);
    }
  }

  #rideFor({ open, leg }: Side): [number, Ride] | undefined {
    const holds = this.#input.slot(open.order.account, leg.ticketSlot);
    return [...this.#input.rides]
      .filter(([ticket, { terms, closed }]) => {
        const right = terms.inAsset === leg.sellAsset && terms.outAsset === leg.buyAsset;
        const inTime = !closed && this.#input.timestamp <= terms.boardBy && terms.settleBy <= leg.ticketsUntil;
        const worst = terms.worstOut * leg.sellAmount >= terms.worstIn * leg.minBuyAmount;
        return right && inTime && worst && (holds.balance === 0n || holds.asset === ticket);
      })
      .sort(([a], [b]) => b - a)[0];
  }

  /** Tickets for sale while their ride boards go back to the ride, 1:1. */
  buyBack(sides: readonly Side[]): void {
    for (const side of sides) {
      const ride = this.#input.rides.get(side.leg.sellAsset);
      if (ride === undefined || ride.closed || this.#input.timestamp > ride.terms.boardBy) continue;
      if (side.leg.buyAsset !== ride.terms.inAsset || !this.#isOurs(ride.terms.inAsset)) continue;
      if (this.#plans.size >= this.#input.maxFills || !accepts(side.leg, { base: 1n, quote: 1n })) continue;
      if (!meetsMinFill(side, side.capacity, this.#input)) continue;
      this.#plans.set(side, { sold: side.capacity, boarded: 0n, ticket: 0 });
      this.#boarded.set(side.leg.sellAsset, (this.#boarded.get(side.leg.sellAsset) ?? 0n) - side.capacity);
    }
  }

  #isOurs(asset: number): boolean {
    return asset === this.#base || asset === this.#quote || this.#input.rides.has(this.#base) || this.#input.rides.has(this.#quote);
  }

  finish(): Match | undefined {
    if (this.#plans.size === 0) return undefined;
    const prices = this.#prices();
    const fills: { fill: Fill; seq: number; key: number }[] = [];
    for (const [{ open, leg }, { sold, boarded, ticket }] of this.#plans) {
      const bought = sold === 0n ? 0n : (sold * prices.get(leg.sellAsset)!) / prices.get(leg.buyAsset)!;
      const fee = (leg.maxFee * sold) / leg.sellAmount;
      const fill: Fill = { order: open.order, signature: open.signature, leg: 0, sold, bought, fee, ticket, boarded };
      fills.push({ fill, seq: open.seq, key: open.order.account * 16 + leg.sellSlot });
    }
    fills.sort((a, b) => a.key - b.key);
    const rides: RideRow[] = [...this.#boarded.keys()].map((ticket) => ({
      ticket,
      board: true,
      close: this.#input.closes(ticket, this.#input.rides.get(ticket)!.boarded + this.#boarded.get(ticket)!),
    }));
    rides.push(...dueToClose(this.#input, this.#boarded));
    const rows: PriceRow[] = [...prices].map(([asset, price]) => ({ asset, price, ...this.#input.feeSlotOf(asset) }));
    return {
      clearing: {
        kind: 'clearing',
        prices: rows.sort((a, b) => a.asset - b.asset),
        rides: rides.sort((a, b) => a.ticket - b.ticket),
        fills: fills.map(({ fill }) => fill),
      },
      seqs: fills.map(({ seq }) => seq),
    };
  }

  /** A row for every asset that moves; a boarding ride's ticket costs what its in asset costs. */
  #prices(): Map<number, bigint> {
    const prices = new Map<number, bigint>();
    const priceOf = (asset: number): bigint => {
      if (asset === this.#base) return this.#price.base;
      if (asset === this.#quote) return this.#price.quote;
      return this.#price.base;
    };
    for (const [{ leg }, { sold }] of this.#plans) {
      prices.set(leg.sellAsset, priceOf(leg.sellAsset));
      if (sold > 0n) prices.set(leg.buyAsset, priceOf(leg.buyAsset));
    }
    for (const ticket of this.#boarded.keys()) {
      const { inAsset } = this.#input.rides.get(ticket)!.terms;
      prices.set(inAsset, priceOf(inAsset));
      prices.set(ticket, priceOf(inAsset));
    }
    return prices;
  }
}

function meetsMinFill({ open, leg }: Side, amount: bigint, input: MatchInput): boolean {
  const slot = input.slot(open.order.account, leg.sellSlot);
  const filled = slot.nonce === leg.sellNonce ? slot.filled : 0n;
  return amount >= leg.minFill || filled + amount === leg.sellAmount;
}

/** bought ≥ 1 and the limit, on the exact numbers. */
function meetsLimit({ sellAmount, minBuyAmount }: OrderLeg, sold: bigint, { base, quote }: Price): boolean {
  const bought = (sold * base) / quote;
  return bought >= 1n && bought * sellAmount >= sold * minBuyAmount;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
