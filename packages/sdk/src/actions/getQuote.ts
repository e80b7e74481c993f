/**
 * What an order would get, cost and wait for, before it is signed: the node runs the matcher and the rules that would execute it.
 * Nothing is signed and nothing is stored.
 */
import type { WeirClient } from '../client.ts';
import { type OrderTerms, orderMessage } from './placeOrder.ts';

export interface Quote {
  /** The fill in a clearing of all open orders and rides as they are; all 0: it would wait. */
  readonly now: { readonly sold: bigint; readonly bought: bigint; readonly fee: bigint; readonly boarded: bigint; readonly ticket: number };
  /** The ride that the rest would board. */
  readonly ride: {
    readonly ticket: number;
    readonly referenceOut: bigint;
    readonly worstOut: bigint;
    readonly closesNow: boolean;
    readonly boardBy: number;
    readonly departBy: number;
    readonly settleBy: number;
    readonly passengers: number;
    readonly gasShare: number;
  } | null;
  /**
   * The share price on L1 that the band is measured by, or could be: a unit of what is bought is worth num/den of what is sold. `worth`: of
   * all that is sold; `least`: what the band leaves of that, 0 without one. Not `usable`: too old, the order waits for somebody to read it.
   */
  readonly reference: {
    readonly feed: number;
    readonly entry: number;
    readonly num: bigint;
    readonly den: bigint;
    readonly readAt: number;
    readonly usable: boolean;
    readonly worth: bigint;
    readonly least: bigint;
  } | null;
  /** The signed limit, and the least in all if everything is filled. */
  readonly worst: { readonly price: { readonly sell: bigint; readonly buy: bigint }; readonly bought: bigint };
  readonly wait: { readonly batchSeconds: number; readonly rideAtMostSeconds: number };
  /** L1 gas that falls on this order. */
  readonly gas: { readonly price: bigint; readonly batch: number; readonly ride: number };
  /** What has found nobody stays open until then; what rides comes back 1:1 if the ride cannot depart by then. */
  readonly fallback: { readonly rest: bigint; readonly openUntil: number; readonly refund: bigint; readonly refundBy: number };
}

/** Amounts are decimal strings in JSON: everything here that is one, by name. */
const AMOUNTS = new Set(
  ['sold', 'bought', 'fee', 'boarded', 'referenceOut', 'worstOut', 'sell', 'buy', 'rest', 'refund', 'price'].concat(
    'num',
    'den',
    'worth',
    'least',
  ),
);

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL, or the refusal that the signed order would get. */
export async function getQuote(client: WeirClient, terms: OrderTerms): Promise<Quote> {
  const signature = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };
  return revive(await client.request('/v1/quote', { kind: 'order', order: orderMessage(terms), signature })) as Quote;
}

function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, typeof item === 'string' && AMOUNTS.has(name) ? BigInt(item) : revive(item)]),
  );
}
