/**
 * clearing: the batch's auction. One price per asset; every fill pays into the pot of what it sells and is paid out of the pot of
 * what it buys; L1 orders do the same out of their escrow on L1; rides sell tickets into their ticket's pot, and buy them back, for what is left over.
 *
 * The order of the stages is the order of the circuit's accesses: fills, then L1 orders and rides (which touch no slot), then pots.
 */
import { orderElements } from '../messages.ts';
import { RefusalSignal, require } from '../refusals.ts';
import type {
  Clearing,
  ClearingReceipt,
  Fill,
  FillReceipt,
  L1Fill,
  L1FillReceipt,
  L1Order,
  L1OrderEffect,
  OrderLeg,
  PotReceipt,
  PriceRow,
  Reference,
  RideReceipt,
  RideRow,
  RideTerms,
} from '../types.ts';
import { BAND_UNIT, rateOf, withinBand } from './band.ts';
import type { Draft } from './draft.ts';
import { credit, creditFee, receiptBase, requireSigned, requireUntil, sellFrom } from './draft.ts';

export function clearing(draft: Draft, tx: Clearing): ClearingReceipt {
  require(draft.context.cleared !== true, 'CLEARING_ALREADY_DONE');
  requireAscending(tx);
  const market = openMarket(draft, tx);
  const fills = tx.fills.map((fill, index) => named({ fill: index }, () => applyFill(draft, market, fill)));
  const l1Fills = (tx.l1Fills ?? []).map((fill) => named({ l1Order: fill.order }, () => applyL1Fill(draft, market, fill)));
  const rides = tx.rides.map((row) => settleRide(draft, market, row));
  const pots = tx.prices.map((row) => settlePot(draft, market, row));
  stateReferences(draft, fills);
  return { kind: 'clearing', ...receiptBase(draft), fills, l1Fills, pots, rides };
}

/** A refusal says which fill it is about: whoever composed the clearing can leave that order out. */
function named<T>(which: Readonly<Record<string, number>>, apply: () => T): T {
  try {
    return apply();
  } catch (signal) {
    throw signal instanceof RefusalSignal ? new RefusalSignal({ ...signal.refusal, ...which }) : signal;
  }
}

// ---- the market: prices, rides and pots of this clearing

interface Pot {
  inflow: bigint;
  outflow: bigint;
  fees: bigint;
}

interface Market {
  readonly prices: ReadonlyMap<number, bigint>;
  /** Rides with a row that boards, by ticket. */
  readonly boarding: ReadonlyMap<number, RideTerms>;
  readonly pots: Map<number, Pot>;
}

function requireAscending({ prices, rides, fills, l1Fills = [] }: Clearing): void {
  const firstDrop = (keys: readonly number[]) => keys.findIndex((key, i) => i > 0 && key <= keys[i - 1]);
  const rows = firstDrop(prices.map(({ asset }) => asset));
  require(rows < 0, 'PRICES_NOT_ASCENDING', () => ({ index: rows }));
  const tickets = firstDrop(rides.map(({ ticket }) => ticket));
  require(tickets < 0, 'RIDES_NOT_ASCENDING', () => ({ index: tickets }));
  // Ids start at 1.
  const l1Orders = firstDrop([0, ...l1Fills.map(({ order }) => order)]) - 1;
  require(l1Orders < 0, 'L1_ORDERS_NOT_ASCENDING', () => ({ index: l1Orders }));
  // A leg that is missing has its own code (legOf); here it only must not crash.
  const sales = firstDrop(fills.map(({ order, leg }) => order.account * 16 + (order.legs[leg]?.sellSlot ?? 0)));
  require(sales < 0, 'FILLS_NOT_ASCENDING', () => ({ index: sales }));
}

function openMarket(draft: Draft, tx: Clearing): Market {
  const prices = new Map<number, bigint>();
  for (const { asset, price } of tx.prices) {
    require(asset !== 0, 'ASSET_ZERO');
    require(price > 0n, 'PRICE_ZERO', () => ({ asset }));
    prices.set(asset, price);
  }
  const boarding = new Map<number, RideTerms>();
  for (const row of tx.rides) {
    const terms = requireRide(draft, row);
    if (row.board) boarding.set(row.ticket, requireBoards(draft, prices, terms));
  }
  const pots = new Map(tx.prices.map(({ asset }) => [asset, { inflow: 0n, outflow: 0n, fees: 0n }]));
  return { prices, boarding, pots };
}

function priceOf(prices: ReadonlyMap<number, bigint>, asset: number): bigint {
  const price = prices.get(asset);
  require(price !== undefined, 'PRICE_MISSING', () => ({ asset }));
  return price;
}

/** What L1 checks of a ride row's effect, asked beforehand. */
function requireRide(draft: Draft, row: RideRow): RideTerms {
  const ride = draft.context.rides.get(row.ticket);
  require(ride !== undefined, 'RIDE_UNKNOWN', () => ({ ticket: row.ticket }));
  require(!ride.closed || !row.board, 'RIDE_CLOSED', () => ({ ticket: row.ticket }));
  return ride.terms;
}

/** A ride sells and buys back tickets at the in asset's price, while it boards. */
function requireBoards({ context }: Draft, prices: ReadonlyMap<number, bigint>, terms: RideTerms): RideTerms {
  const { ticket, inAsset, boardBy } = terms;
  require(context.timestamp <= boardBy, 'BOARDING_OVER', () => ({ ticket, boardBy, timestamp: context.timestamp }));
  const [ticketPrice, inPrice] = [priceOf(prices, ticket), priceOf(prices, inAsset)];
  require(ticketPrice === inPrice, 'TICKET_PRICE_MISMATCH', () => ({ ticket, ticketPrice, inPrice }));
  return terms;
}

// ---- fills

function legOf({ order, leg }: Fill): OrderLeg {
  const found = order.legs[leg] as OrderLeg | undefined;
  require(found !== undefined, 'LEG_MISSING', () => ({ legs: order.legs.length, leg }));
  return found;
}

/** sold or boarded is positive; numbers of a missing part are 0. */
function requireParts({ sold, bought, fee, ticket, boarded }: Fill): void {
  const noStray = (sold > 0n || (bought === 0n && fee === 0n)) && boarded > 0n === (ticket !== 0);
  require(sold + boarded > 0n && noStray, 'FILL_EMPTY', () => ({ sold, bought, fee, ticket, boarded }));
}

function applyFill(draft: Draft, market: Market, fill: Fill): FillReceipt {
  const { order, sold, bought, fee, boarded } = fill;
  const { account } = order;
  const firstAccess = draft.accesses.length;
  const leg = legOf(fill);
  requireParts(fill);
  requireUntil(draft, order.until);
  requireSigned(draft, { ...order, signature: fill.signature }, () => orderElements(draft.context.instance, order));
  const total = sold + boarded;
  const filledBefore = sellFrom(
    draft,
    { account, slot: leg.sellSlot, asset: leg.sellAsset },
    { nonce: leg.sellNonce, sellAmount: leg.sellAmount, minFill: leg.minFill, total, fee },
  );
  const sellPrice = priceOf(market.prices, leg.sellAsset);
  const reference = requireBand(draft, leg, fill);
  const numbers = {
    ...requireFee(leg, sold, fee),
    ...(sold > 0n ? requirePotPart(market, leg, sellPrice, fill) : NO_POT_PART),
    ...(boarded > 0n ? requireTicketPart(market, leg, fill, reference) : NO_TICKET_PART),
  };
  move(market, leg.sellAsset, { inflow: total, fees: fee });
  if (sold > 0n) {
    credit(draft, { account, slot: leg.buySlot, asset: leg.buyAsset, amount: bought }, true);
    move(market, leg.buyAsset, { outflow: bought });
  }
  if (boarded > 0n) {
    credit(draft, { account, slot: leg.ticketSlot, asset: fill.ticket, amount: boarded }, true);
    move(market, fill.ticket, { outflow: boarded });
  }
  return { fill, leg, total, filledBefore, sellPrice, ...numbers, reference, firstAccess };
}

/** What a signed band is measured against. The pot part keeps it; the ticket part's worst terms must, too (`requireTicketPart`). */
function requireBand({ context }: Draft, { band, sellAsset, buyAsset }: OrderLeg, { sold, bought }: Fill): Reference | null {
  if (band.reference === 0 && band.bps === 0) return null;
  require(BigInt(band.bps) <= BAND_UNIT, 'BAND_TOO_WIDE', () => ({ bps: band.bps }));
  const reference = context.references?.get(band.reference);
  require(reference !== undefined, 'REFERENCE_UNKNOWN', () => ({ feed: band.reference }));
  const rate = rateOf(reference, sellAsset, buyAsset);
  require(rate !== undefined, 'BAND_ASSETS_MISMATCH', () => ({ feed: band.reference, sellAsset, buyAsset }));
  require(withinBand(rate, band.bps, sold, bought), 'OUTSIDE_BAND', () => ({ ...rate, bps: band.bps, sold, bought }));
  return reference;
}

/** One effect for each feed that fills were held to, ascending. */
function stateReferences({ effects }: Draft, fills: readonly FillReceipt[]): void {
  const used = new Map(fills.flatMap(({ reference }) => (reference === null ? [] : [[reference.feed, reference] as const])));
  for (const reference of [...used.values()].sort((a, b) => a.feed - b.feed)) effects.push({ kind: 'reference', ...reference });
}

function requireFee({ sellAmount, maxFee }: OrderLeg, sold: bigint, fee: bigint): Pick<FillReceipt, 'feeLeft' | 'feeRight'> {
  const [feeLeft, feeRight] = [fee * sellAmount, maxFee * sold];
  require(feeLeft <= feeRight, 'FEE_TOO_HIGH', () => ({ fee, maxFee, sold, sellAmount }));
  return { feeLeft, feeRight };
}

type PotPart = Pick<FillReceipt, 'buyPrice' | 'soldValue' | 'boughtValue' | 'remainder' | 'limitLeft' | 'limitRight'>;
const NO_POT_PART: PotPart = { buyPrice: 0n, soldValue: 0n, boughtValue: 0n, remainder: 0n, limitLeft: 0n, limitRight: 0n };

type Trade = Pick<PotPart, 'buyPrice' | 'soldValue' | 'boughtValue' | 'remainder'>;

/** bought = ⌊sold·P[a] / P[b]⌋, never more, never less. */
function requireFloor(market: Market, buyAsset: number, sellPrice: bigint, { sold, bought }: Pick<Fill, 'sold' | 'bought'>): Trade {
  const buyPrice = priceOf(market.prices, buyAsset);
  const soldValue = sold * sellPrice;
  const boughtValue = bought * buyPrice;
  const remainder = soldValue - boughtValue;
  require(remainder >= 0n && remainder < buyPrice, 'BOUGHT_NOT_FLOOR', () => ({ bought, floor: soldValue / buyPrice }));
  require(bought > 0n, 'BOUGHT_ZERO', () => ({ sold, sellPrice, buyPrice }));
  return { buyPrice, soldValue, boughtValue, remainder };
}

/** The clearing's price, and within the limit. */
function requirePotPart(market: Market, leg: OrderLeg, sellPrice: bigint, { sold, bought }: Fill): PotPart {
  const trade = requireFloor(market, leg.buyAsset, sellPrice, { sold, bought });
  const [limitLeft, limitRight] = [bought * leg.sellAmount, sold * leg.minBuyAmount];
  require(limitLeft >= limitRight, 'LIMIT_NOT_MET', () => ({ sold, bought, sellAmount: leg.sellAmount, minBuyAmount: leg.minBuyAmount }));
  return { ...trade, limitLeft, limitRight };
}

type TicketPart = Pick<FillReceipt, 'worstLeft' | 'worstRight' | 'ride'>;
const NO_TICKET_PART: TicketPart = { worstLeft: 0n, worstRight: 0n, ride: null };

/** Tickets of a ride that at worst keeps the order's limit, and is over in time. */
function requireTicketPart(market: Market, leg: OrderLeg, { ticket }: Fill, reference: Reference | null): TicketPart {
  const ride = market.boarding.get(ticket);
  require(ride !== undefined, 'RIDE_NOT_IN_CLEARING', () => ({ ticket }));
  require(ride.inAsset === leg.sellAsset, 'RIDE_IN_MISMATCH', () => ({ ticket, inAsset: ride.inAsset, sellAsset: leg.sellAsset }));
  require(ride.outAsset === leg.buyAsset, 'RIDE_OUT_MISMATCH', () => ({ ticket, outAsset: ride.outAsset, buyAsset: leg.buyAsset }));
  require(ride.settleBy <= leg.ticketsUntil, 'RIDE_SETTLES_TOO_LATE', () => ({ settleBy: ride.settleBy, ticketsUntil: leg.ticketsUntil }));
  const [worstLeft, worstRight] = [ride.worstOut * leg.sellAmount, ride.worstIn * leg.minBuyAmount];
  require(worstLeft >= worstRight, 'RIDE_WORST_PRICE', () => ({ worstOut: ride.worstOut, worstIn: ride.worstIn }));
  const rate = reference === null ? undefined : rateOf(reference, leg.sellAsset, leg.buyAsset);
  const kept = rate === undefined || withinBand(rate, leg.band.bps, ride.worstIn, ride.worstOut);
  require(kept, 'RIDE_OUTSIDE_BAND', () => ({ ...rate, bps: leg.band.bps, worstIn: ride.worstIn, worstOut: ride.worstOut }));
  return { worstLeft, worstRight, ride };
}

// ---- L1 orders

/** A batch stamped later than this after a cancel was requested on L1 may not use the order: 4 hours before the escrow can be taken back. */
export const L1_ORDER_CANCEL_LIMIT = 44 * 3600;

/** What L1 checks of the effect in its own storage, asked beforehand: a batch that L1 would refuse is never built. */
function requireL1Order({ context }: Draft, { order: id, sold, bought }: L1Fill): L1Order {
  const order = context.l1Orders?.get(id);
  require(order !== undefined, 'L1_ORDER_UNKNOWN');
  const { timestamp } = context;
  const { until, cancelRequestedAt, sellAmount, minBuyAmount, minFill } = order;
  require(timestamp <= until, 'L1_ORDER_EXPIRED', () => ({ until, timestamp }));
  require(cancelRequestedAt === 0 || timestamp <= cancelRequestedAt + L1_ORDER_CANCEL_LIMIT, 'L1_ORDER_CANCELLED', () => ({
    cancelRequestedAt,
    timestamp,
  }));
  const after = order.sold + sold;
  require(after <= sellAmount, 'L1_ORDER_OVERFILLED', () => ({ sold: after, sellAmount }));
  require(sold >= minFill || after === sellAmount, 'L1_ORDER_BELOW_MIN_FILL', () => ({ sold, minFill }));
  require(bought * sellAmount >= sold * minBuyAmount, 'L1_ORDER_LIMIT_NOT_MET', () => ({ sold, bought, sellAmount, minBuyAmount }));
  return order;
}

/** Takes part like any other order, at the same prices: out of its escrow into the pot, out of the pot into its owner's balance on L1. */
function applyL1Fill(draft: Draft, market: Market, fill: L1Fill): L1FillReceipt {
  const { order, sold, bought } = fill;
  require(sold > 0n, 'FILL_EMPTY', () => ({ sold, bought }));
  const { sellAsset, buyAsset } = requireL1Order(draft, fill);
  const sellPrice = priceOf(market.prices, sellAsset);
  const trade = requireFloor(market, buyAsset, sellPrice, fill);
  move(market, sellAsset, { inflow: sold });
  move(market, buyAsset, { outflow: bought });
  const effect: L1OrderEffect = { kind: 'l1Order', order, sellAsset, buyAsset, sold, bought };
  draft.effects.push(effect);
  return { fill, sellAsset, buyAsset, sellPrice, ...trade, effect };
}

// ---- rides and pots

function move({ pots }: Market, asset: number, amounts: Partial<Pot>): void {
  const pot = pots.get(asset);
  require(pot !== undefined, 'PRICE_MISSING', () => ({ asset }));
  pot.inflow += amounts.inflow ?? 0n;
  pot.outflow += amounts.outflow ?? 0n;
  pot.fees += amounts.fees ?? 0n;
}

/** The ride makes up the difference between the tickets that people took and those that they gave. */
function settleRide(draft: Draft, market: Market, row: RideRow): RideReceipt {
  const { terms, maxSize, boarded } = draft.context.rides.get(row.ticket)!;
  let net = 0n;
  if (row.board) {
    const { inflow, outflow } = market.pots.get(row.ticket)!;
    net = outflow - inflow;
    if (net >= 0n) {
      move(market, row.ticket, { inflow: net });
      move(market, terms.inAsset, { outflow: net });
    } else {
      move(market, row.ticket, { outflow: -net });
      move(market, terms.inAsset, { inflow: -net });
    }
  }
  const size = boarded + net;
  require(net === 0n || (size >= 0n && size <= maxSize), 'RIDE_FULL', () => ({ ticket: row.ticket, boarded, net, maxSize }));
  draft.effects.push({ kind: 'ride', ...terms, net, close: row.close });
  return { row, terms, net };
}

/** What is left in a pot is dust of the floors; it goes, with the fees, to the slot that the price row names. */
function settlePot(draft: Draft, market: Market, row: PriceRow): PotReceipt {
  const { inflow, outflow, fees } = market.pots.get(row.asset)!;
  const remainder = inflow - outflow;
  require(remainder >= 0n, 'POT_SHORT', () => ({ asset: row.asset, inflow, outflow }));
  const take = remainder + fees;
  const access = take > 0n ? draft.accesses.length : -1;
  creditFee(draft, row, row.asset, take);
  return { row, inflow, outflow, remainder, fees, take, access };
}
