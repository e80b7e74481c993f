/**
 * Turns all open orders, and the rides between their assets, into a clearing: people pay each other at one price per asset (solver.ts),
 * what is left over boards rides, and tickets whose ride still boards go back to it 1:1.
 *
 * It is untrusted: `applyTransaction` and the circuit check whatever it proposes, so a mistake here costs a refused clearing and nothing
 * else. Should the clearing of everything be refused, single pairs are tried, the one served longest ago first.
 */
import { leastInBand, rateOf } from '@weir/protocol/transactions/band';
import type {
  AccountId,
  Clearing,
  Fill,
  OrderLeg,
  OrderMessage,
  PriceRow,
  Reference,
  Ride,
  RideRow,
  Signature,
  Slot,
} from '@weir/protocol/types';
import { meetsMinFill } from './allocation.ts';
import { groupsBy, type Offer } from './book.ts';
import type { L1Offer } from './l1Offer.ts';
import { type Netting, type Quote, solve } from './solver.ts';

export interface OpenOrder {
  /** Order of arrival. */
  readonly seq: number;
  readonly order: OrderMessage;
  readonly signature: Signature;
  /** Which of its legs can trade now; all by default. */
  readonly legs?: readonly number[];
}

export interface ReferencePrice {
  readonly inAmount: bigint;
  readonly outAmount: bigint;
}

/** Where the operator takes fees and dust of an asset. */
export interface FeePlace {
  readonly feeAccount: AccountId;
  readonly feeSlot: number;
}

export interface MatchInput {
  /** Orders whose `until` has not passed, by arrival. */
  readonly orders: readonly OpenOrder[];
  readonly slot: (account: AccountId, slot: number) => Slot;
  /** Rides without an outcome, by ticket. */
  readonly rides: ReadonlyMap<number, Ride>;
  /** Quote of a ride, from its terms on L1. */
  readonly referenceOf: (ticket: number) => ReferencePrice | undefined;
  /** Price feeds on L1, for legs with a band. */
  readonly references?: ReadonlyMap<number, Reference>;
  readonly timestamp: number;
  /** A place for fees and dust of each of these assets, no two of them the same; the first that are asked for, if there are not enough. */
  readonly feePlaces: (assets: ReadonlySet<number>) => ReadonlyMap<number, FeePlace>;
  /** Stands in the price row of an asset that leaves neither fee nor dust. */
  readonly operatorAccount: AccountId;
  /** Whether a ride should close with so many tickets sold, `boarding` people among them now. */
  readonly closes: (ticket: number, boardedAfter: bigint, boarding: number) => boolean;
  /** Batch in which this pair last had a clearing of its own; 0 = never. */
  readonly lastServed: (pair: string) => number;
  /** Orders that live on L1; at most `maxL1Fills` of them are filled. */
  readonly l1Offers?: readonly L1Offer[];
  readonly maxL1Fills?: number;
  /** Fills at most this many orders. */
  readonly maxFills: number;
  /** Names at most this many rides. */
  readonly maxRides: number;
}

export interface Match {
  /** `pairOf` the two assets of a clearing of one pair; empty if it is one of everything, or only closes rides. */
  readonly pair: string;
  readonly clearing: Clearing;
  /** fills[i] executes the order with this seq. */
  readonly seqs: readonly number[];
}

export const pairOf = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);

/** The part of an order below which a remainder does not board. */
const CRUMBS = 10_000n;

interface Side extends Offer {
  readonly open: OpenOrder;
  /** Number of the leg. */
  readonly index: number;
  readonly leg: OrderLeg;
  readonly balance: bigint;
}

/** Clearings worth trying, the best first. The caller takes the first that the rules accept. */
export function* matches(input: MatchInput): Generator<Match> {
  const sides = sellable(input);
  const l1Offers = input.l1Offers ?? [];
  const everything = clear(input, sides, l1Offers);
  if (everything !== undefined) yield { pair: '', ...everything };
  const pairs = groupsBy(sides, ({ sell, buy }) => pairOf(sell, buy));
  if (pairs.size > 1) {
    for (const [pair, some] of [...pairs].sort(([a], [b]) => input.lastServed(a) - input.lastServed(b))) {
      const found = clear(
        input,
        some,
        l1Offers.filter(({ sell, buy }) => pairOf(sell, buy) === pair),
      );
      if (found !== undefined) yield { pair, ...found };
    }
  }
  const rides = dueToClose(input, new Set());
  if (rides.length > 0) yield { pair: '', clearing: { kind: 'clearing', prices: [], rides, fills: [] }, seqs: [] };
}

function clear(input: MatchInput, sides: readonly Side[], l1Offers: readonly L1Offer[]): Omit<Match, 'pair'> | undefined {
  const assets = new Set<number>();
  for (const { sell, buy } of [...sides, ...l1Offers]) assets.add(sell).add(buy);
  const places = input.feePlaces(assets);
  // A ticket has one price and one buyer while its ride boards; afterwards it trades like anything else.
  const free = sides.filter(({ sell, buy }) => !boards(input, sell) && !boards(input, buy));
  // What a trade leaves of an asset needs a place; boarding leaves nothing.
  const isPayable = ({ sell, buy }: Offer): boolean => places.has(sell) && places.has(buy);
  const payable = free.filter(isPayable);
  const draft = new Draft(input, places, net(input, payable, l1Offers.filter(isPayable)));
  draft.board(free);
  draft.buyBack(sides);
  return draft.finish();
}

/** What is filled of L1 orders costs L1 gas each: if it is too many of them, only the first of those take part. */
function net(input: MatchInput, sides: readonly Side[], l1Offers: readonly L1Offer[]): Netting {
  const among = (some: readonly L1Offer[]): Netting => solve([...some, ...sides], quotesOf(input), input.maxFills);
  const netting = among(l1Offers);
  const filled = l1Offers.filter((offer) => netting.sold.has(offer));
  const { maxL1Fills = 0 } = input;
  return filled.length <= maxL1Fills ? netting : among(filled.slice(0, maxL1Fills));
}

function boards({ rides, timestamp }: MatchInput, asset: number): boolean {
  const ride = rides.get(asset);
  return ride !== undefined && !ride.closed && timestamp <= ride.terms.boardBy;
}

const directionOf = (inAsset: number, outAsset: number): string => `${inAsset},${outAsset}`;

/**
 * Rides that board, by direction. Several may be open at once, with worst prices for looser and for tighter limits: an order boards the
 * loosest that it accepts, which is the surest to depart and leaves the others to those who need them; then the one that ends boarding
 * first; then the oldest, so that a full one is followed by the next. Whom none suits boards none and holds up nobody.
 */
function tiersOf(input: MatchInput): ReadonlyMap<string, readonly Ride[]> {
  const open = [...input.rides.values()].filter(({ terms }) => boards(input, terms.ticket));
  const looserFirst = ({ terms: a }: Ride, { terms: b }: Ride): number => {
    const difference = a.worstOut * b.worstIn - b.worstOut * a.worstIn;
    return difference < 0n ? -1 : difference > 0n ? 1 : a.boardBy - b.boardBy || a.ticket - b.ticket;
  };
  return groupsBy(open.sort(looserFirst), ({ terms }) => directionOf(terms.inAsset, terms.outAsset));
}

/**
 * The strategies' share prices: what the newest ride between two assets quotes; between the two quotes where rides go both ways. A ticket of
 * a ride that is under way is worth what it cost.
 */
function quotesOf({ rides, referenceOf }: MatchInput): Quote[] {
  const newest = new Map<string, Quote>();
  const tickets: Quote[] = [];
  for (const [ticket, { terms }] of [...rides].sort(([a], [b]) => b - a)) {
    const { inAsset, outAsset } = terms;
    tickets.push({ inAsset, outAsset: ticket, inAmount: 1n, outAmount: 1n });
    const reference = referenceOf(ticket);
    const direction = directionOf(inAsset, outAsset);
    if (reference === undefined || reference.inAmount === 0n || reference.outAmount === 0n || newest.has(direction)) continue;
    newest.set(direction, { inAsset, outAsset, ...reference });
  }
  const shares = [...newest.values()].flatMap((quote): Quote[] => {
    const back = newest.get(directionOf(quote.outAsset, quote.inAsset));
    if (back === undefined) return [quote];
    // The mediant of two prices lies between them.
    const { inAsset, outAsset, inAmount, outAmount } = quote;
    return inAsset > outAsset ? [] : [{ inAsset, outAsset, inAmount: inAmount + back.outAmount, outAmount: outAmount + back.inAmount }];
  });
  return [...shares, ...tickets];
}

/** Rides with passengers that should close although nobody boards now. */
function dueToClose(input: MatchInput, boardedNow: ReadonlySet<number>): RideRow[] {
  return [...input.rides]
    .filter(([ticket, { closed, boarded }]) => !closed && boarded > 0n && !boardedNow.has(ticket) && input.closes(ticket, boarded, 0))
    .slice(0, Math.max(0, input.maxRides - boardedNow.size))
    .map(([ticket]) => ({ ticket, board: false, close: true }));
}

/** With its limit as tight as its band makes it. */
function heldToBand(leg: OrderLeg, references: MatchInput['references']): OrderLeg {
  const reference = references?.get(leg.band.reference);
  const rate = reference && rateOf(reference, leg.sellAsset, leg.buyAsset);
  if (rate === undefined) return leg;
  const least = leastInBand(rate, leg.band.bps, leg.sellAmount);
  return least > leg.minBuyAmount ? { ...leg, minBuyAmount: least } : leg;
}

/** All legs that can trade, each an offer by itself. One sale per slot and clearing: the order that came first has it. */
function sellable(input: MatchInput): Side[] {
  const taken = new Set<number>();
  const sides: Side[] = [];
  const consider = (open: OpenOrder, index: number): void => {
    const leg = heldToBand(open.order.legs[index], input.references);
    const key = open.order.account * 16 + leg.sellSlot;
    if (taken.has(key)) return;
    const slot = input.slot(open.order.account, leg.sellSlot);
    if (slot.asset !== leg.sellAsset || leg.sellNonce < slot.nonce) return;
    const left = leg.sellAmount - (slot.nonce === leg.sellNonce ? slot.filled : 0n);
    if (left <= 0n || slot.balance === 0n) return;
    taken.add(key);
    const { sellAsset: sell, buyAsset: buy, sellAmount, minBuyAmount, minFill } = leg;
    const capacity = left + feeOf(leg, left) <= slot.balance ? left : min(left, affordable(slot.balance, leg));
    sides.push({ seq: open.seq, sell, buy, capacity, left, sellAmount, minBuyAmount, minFill, open, index, leg, balance: slot.balance });
  };
  for (const open of input.orders) {
    if (open.legs !== undefined) for (const index of open.legs) consider(open, index);
    else for (let index = 0; index < open.order.legs.length; index++) consider(open, index);
  }
  return sides;
}

/** Largest x with x + ⌊maxFee·x / sellAmount⌋ ≤ balance. */
function affordable(balance: bigint, { sellAmount, maxFee }: OrderLeg): bigint {
  let x = (balance * sellAmount) / (sellAmount + maxFee);
  while (x + 1n + (maxFee * (x + 1n)) / sellAmount <= balance) x++;
  return x;
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
  readonly #places: ReadonlyMap<number, FeePlace>;
  readonly #netted: ReadonlyMap<number, bigint>;
  readonly #plans = new Map<Side, Planned>();
  /** What L1 orders sell. */
  readonly #l1 = new Map<L1Offer, bigint>();
  /** Change in tickets of a ride by this clearing. */
  readonly #boarded = new Map<number, bigint>();

  constructor(input: MatchInput, places: ReadonlyMap<number, FeePlace>, { prices, sold }: Netting) {
    this.#input = input;
    this.#places = places;
    this.#netted = prices;
    for (const [offer, amount] of sold) {
      if ('l1Order' in offer) this.#l1.set(offer as L1Offer, amount);
      else this.#plans.set(offer as Side, { sold: amount, boarded: 0n, ticket: 0 });
    }
  }

  /** What is left over boards the first open ride that suits the order. No fee is due on this part. */
  board(sides: readonly Side[]): void {
    const tiers = tiersOf(this.#input);
    for (const side of sides) {
      const rides = tiers.get(directionOf(side.sell, side.buy));
      if (rides === undefined) continue;
      const plan = this.#plans.get(side) ?? { sold: 0n, boarded: 0n, ticket: 0 };
      if (!this.#plans.has(side) && this.#plans.size >= this.#input.maxFills) continue;
      const rest = min(side.left, side.balance - feeOf(side.leg, plan.sold)) - plan.sold;
      // What the floors of a trade leave of an order is not worth a crossing: it waits for the next clearing.
      const begun = plan.sold > 0n || side.left < side.sellAmount;
      if (rest <= 0n || (begun && rest * CRUMBS < side.sellAmount)) continue;
      for (const ride of rides) {
        const { ticket } = ride.terms;
        const boarded = min(rest, ride.maxSize - ride.boarded - (this.#boarded.get(ticket) ?? 0n));
        const named = this.#boarded.has(ticket) || this.#boarded.size < this.#input.maxRides;
        if (!named || boarded <= 0n || !meetsMinFill(side, plan.sold + boarded) || !this.#accepts(side, ride)) continue;
        this.#plans.set(side, { ...plan, boarded, ticket });
        this.#boarded.set(ticket, (this.#boarded.get(ticket) ?? 0n) + boarded);
        break;
      }
    }
  }

  /** The person's own terms: how late, how dear, and where the tickets are to be kept. */
  #accepts({ open, leg }: Side, { terms }: Ride): boolean {
    if (terms.settleBy > leg.ticketsUntil || terms.worstOut * leg.sellAmount < terms.worstIn * leg.minBuyAmount) return false;
    const holds = this.#input.slot(open.order.account, leg.ticketSlot);
    return holds.balance === 0n || holds.asset === terms.ticket;
  }

  /** Tickets for sale while their ride boards go back to the ride, 1:1. */
  buyBack(sides: readonly Side[]): void {
    for (const side of sides) {
      if (!boards(this.#input, side.sell) || side.buy !== this.#input.rides.get(side.sell)!.terms.inAsset) continue;
      if (this.#plans.size >= this.#input.maxFills) continue;
      if (!this.#boarded.has(side.sell) && this.#boarded.size >= this.#input.maxRides) continue;
      if (side.capacity === 0n || !meetsMinFill(side, side.capacity) || side.sellAmount < side.minBuyAmount) continue;
      this.#plans.set(side, { sold: side.capacity, boarded: 0n, ticket: 0 });
      this.#boarded.set(side.leg.sellAsset, (this.#boarded.get(side.leg.sellAsset) ?? 0n) - side.capacity);
    }
  }

  finish(): Omit<Match, 'pair'> | undefined {
    if (this.#plans.size === 0 && this.#l1.size === 0) return undefined;
    const prices = this.#prices();
    const fills = [...this.#plans].map(([{ open, index, leg }, { sold, boarded, ticket }]) => {
      const bought = sold === 0n ? 0n : (sold * prices.get(leg.sellAsset)!) / prices.get(leg.buyAsset)!;
      const { order, signature } = open;
      const fee = this.#places.has(leg.sellAsset) ? feeOf(leg, sold) : 0n;
      const fill: Fill = { order, signature, leg: index, sold, bought, fee, ticket, boarded };
      return { fill, seq: open.seq, key: order.account * 16 + leg.sellSlot };
    });
    fills.sort((a, b) => a.key - b.key);
    const boarding = [...this.#boarded].map(([ticket, change]): RideRow => {
      const people = fills.filter(({ fill }) => fill.ticket === ticket).length;
      return { ticket, board: true, close: this.#input.closes(ticket, this.#input.rides.get(ticket)!.boarded + change, people) };
    });
    const rides = [...boarding, ...dueToClose(this.#input, new Set(this.#boarded.keys()))].sort((a, b) => a.ticket - b.ticket);
    const nowhere = { feeAccount: this.#input.operatorAccount, feeSlot: 15 };
    const rows = [...prices].map(([asset, price]): PriceRow => ({ asset, price, ...(this.#places.get(asset) ?? nowhere) }));
    return {
      clearing: {
        kind: 'clearing',
        prices: rows.sort((a, b) => a.asset - b.asset),
        rides,
        fills: fills.map(({ fill }) => fill),
        ...this.#l1Fills(prices),
      },
      seqs: fills.map(({ seq }) => seq),
    };
  }

  #l1Fills(prices: ReadonlyMap<number, bigint>): Pick<Clearing, 'l1Fills'> {
    if (this.#l1.size === 0) return {};
    const fills = [...this.#l1].map(([{ l1Order, sell, buy }, sold]) => ({
      order: l1Order,
      sold,
      bought: (sold * prices.get(sell)!) / prices.get(buy)!,
    }));
    return { l1Fills: fills.sort((a, b) => a.order - b.order) };
  }

  /** A row for every asset that moves; a boarding ride's ticket costs what its in asset costs. */
  #prices(): Map<number, bigint> {
    const prices = new Map<number, bigint>();
    const priceOf = (asset: number): bigint => {
      const inAsset = this.#boarded.has(asset) ? this.#input.rides.get(asset)!.terms.inAsset : asset;
      return this.#netted.get(inAsset) ?? 1n;
    };
    for (const [{ leg }, { sold }] of this.#plans) {
      prices.set(leg.sellAsset, priceOf(leg.sellAsset));
      if (sold > 0n) prices.set(leg.buyAsset, priceOf(leg.buyAsset));
    }
    for (const { sell, buy } of this.#l1.keys()) for (const asset of [sell, buy]) prices.set(asset, priceOf(asset));
    for (const ticket of this.#boarded.keys()) {
      for (const asset of [ticket, this.#input.rides.get(ticket)!.terms.inAsset]) prices.set(asset, priceOf(asset));
    }
    return prices;
  }
}

const feeOf = ({ maxFee, sellAmount }: OrderLeg, sold: bigint): bigint => (maxFee * sold) / sellAmount;

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
