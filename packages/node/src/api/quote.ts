/**
 * What an order would get, what it would cost and how long it would take, before anybody signs: the fill comes from the matcher and the
 * rules that will execute it (`Sequencer.quote`), times and gas from the batches of this node.
 */
import { CodedError } from '@weir/foundation/codedError';
import { leastInBand, rateOf } from '@weir/protocol/transactions/band';
import type { OrderLeg, OrderMessage } from '@weir/protocol/types';
import { desc, inArray } from 'drizzle-orm';
import type { Quoted, Sequencer } from '../batcher/sequencer.ts';
import type { Queries } from '../storage/database.ts';
import { batches } from '../storage/schema.ts';

export interface QuoteOptions {
  readonly sequencer: Sequencer;
  readonly queries: Queries;
  readonly now: () => number;
  readonly maxBatchAgeMs: number;
}

/** Averages are over this many batches. */
const RECENT = 20;
/** Creation, departure and settlement effects of a ride, and a vault's own call. */
const CROSSING_GAS = 700_000;
const BLOCK_SECONDS = 12;

export async function quoteOf({ sequencer, queries, now, maxBatchAgeMs }: QuoteOptions, order: OrderMessage) {
  const quoted = await sequencer.quote(order, now());
  if (quoted.refusal !== undefined) {
    const { code, ...numbers } = quoted.refusal;
    throw new CodedError(code, `the rules refuse this: ${code}`, numbers);
  }
  const recent = await recentBatches(queries);
  const [leg] = order.legs;
  const { fill } = quoted;
  const [sold, bought, boarded] = [fill?.sold ?? 0n, fill?.bought ?? 0n, fill?.boarded ?? 0n];
  const ride = rideOf(quoted, boarded);
  const least = (amount: bigint): bigint => (amount * leg.minBuyAmount + leg.sellAmount - 1n) / leg.sellAmount;
  const rest = leg.sellAmount - sold - boarded;
  const batchSeconds = Math.ceil(maxBatchAgeMs / 1_000 + recent.proveSeconds * (1 + recent.unproven) + BLOCK_SECONDS);
  return {
    now: { sold: `${sold}`, bought: `${bought}`, fee: `${fill?.fee ?? 0n}`, boarded: `${boarded}`, ticket: fill?.ticket ?? 0 },
    ride,
    reference: referenceOf(quoted, leg),
    worst: {
      price: { sell: `${leg.sellAmount}`, buy: `${leg.minBuyAmount}` },
      bought: `${bought + (ride === null ? 0n : BigInt(ride.worstOut)) + least(rest)}`,
    },
    wait: { batchSeconds, rideAtMostSeconds: ride === null ? 0 : Math.max(0, ride.departBy - now()) },
    gas: { price: `${quoted.gasPrice}`, batch: gasShare(recent.gas, Math.max(quoted.fills, 1)), ride: ride?.gasShare ?? 0 },
    fallback: {
      rest: `${rest}`,
      openUntil: rest > 0n ? order.until : 0,
      refund: `${boarded}`,
      refundBy: ride?.departBy ?? 0,
    },
  };
}

/** The ride that the order would board now. */
function rideOf({ fill, rides, closes }: Quoted, boarded: bigint) {
  const known = fill === undefined ? undefined : rides.get(fill.ticket);
  if (known === undefined) return null;
  const { ride, reference, aboard, departBy } = known;
  const { ticket, worstIn, worstOut, boardBy, settleBy } = ride.terms;
  return {
    ticket,
    /** What it quotes, and the least that its terms leave, for what would board. */
    referenceOut: `${(boarded * reference.outAmount) / reference.inAmount}`,
    worstOut: `${(boarded * worstOut) / worstIn}`,
    closesNow: closes,
    boardBy,
    departBy,
    settleBy,
    passengers: aboard.passengers + 1,
    gasShare: gasShare(CROSSING_GAS, aboard.passengers + 1),
  };
}

/** The share price on L1 that the order is held to by its band, or could be: a unit of what it buys is worth num/den of what it sells. */
function referenceOf({ reference: known }: Quoted, { band, sellAsset, buyAsset, sellAmount }: OrderLeg) {
  const rate = known && rateOf(known.reference, sellAsset, buyAsset);
  if (known === undefined || rate === undefined) return null;
  const { feed, entry } = known.reference;
  return {
    ...{ feed, entry, num: `${rate.num}`, den: `${rate.den}`, readAt: known.time, usable: known.usable },
    /** What all of sellAmount is worth at it, and the least that the band leaves of that. */
    worth: `${(sellAmount * rate.den) / rate.num}`,
    least: `${band.reference === 0 ? 0n : leastInBand(rate, band.bps, sellAmount)}`,
  };
}

const gasShare = (gas: number, among: number): number => Math.round(gas / among);

async function recentBatches(queries: Queries) {
  const rows = await queries
    .select({ gasUsed: batches.gasUsed, proveSeconds: batches.proveSeconds, status: batches.status })
    .from(batches)
    .where(inArray(batches.status, ['sealed', 'proven', 'submitted', 'settled', 'final']))
    .orderBy(desc(batches.number))
    .limit(RECENT);
  const mean = (values: readonly number[], fallback: number) =>
    values.length === 0 ? fallback : values.reduce((sum, value) => sum + value, 0) / values.length;
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  return {
    gas: mean(known(rows.map(({ gasUsed }) => gasUsed)), 6_000_000),
    proveSeconds: mean(known(rows.map(({ proveSeconds }) => proveSeconds)), 10),
    unproven: rows.filter(({ status }) => status === 'sealed').length,
  };
}
