/**
 * "Sell yUSDC, buy yETH, at worst …" as one order: an exit, a swap, a join, each leg within its own worst price, netted or on a ride. Between
 * two legs the account holds what came so far, in a slot of its own: `rebalanceState` says what and where, `leaveRebalance` ends it there.
 */
import { CodedError } from '@weir/foundation/codedError';
import type { KeyPair } from '@weir/protocol/keys';
import type { Band, OrderLeg } from '@weir/protocol/types';
import type { WeirClient } from '../client.ts';
import { type AccountState, getAccount } from './getAccount.ts';
import type { RequestState } from './getRequest.ts';
import { type PlaceOrderReturnType, placeOrder } from './placeOrder.ts';
import type { SendRequestReturnType } from './sendRequest.ts';
import { cancel } from './spend.ts';

export interface RebalanceLeg {
  readonly buyAsset: number;
  /** At least `buy` for each `sell` of what this leg sells. */
  readonly atWorst: { readonly sell: bigint; readonly buy: bigint };
  readonly band?: Band;
}

export interface RebalanceParameters {
  readonly key: KeyPair;
  readonly account: AccountState;
  readonly sellAsset: number;
  readonly sellAmount: bigint;
  /** Two or three; each sells what the one before it buys. */
  readonly legs: readonly RebalanceLeg[];
  /** Of what each leg sells into a pot; boarding pays none. */
  readonly maxFeeBps?: number;
  readonly ticketsUntil?: number;
  /** Seconds since 1970. */
  readonly until: number;
}

const U64_MAX = 2n ** 64n - 1n;
/** A leg may bring more than its worst price says: the next one may sell as much. */
const ROOM = 16n;
/** What the floors of a trade leave of a leg may not be worth another one. */
const CRUMBS = 10_000n;

/** Throws `CodedError`: LEGS_WRONG, AMOUNT_TOO_LARGE, and what `placeOrder` throws. */
export async function rebalance(client: WeirClient, parameters: RebalanceParameters): Promise<PlaceOrderReturnType> {
  const { key, account, sellAsset, sellAmount, legs, maxFeeBps = 0, ticketsUntil = 0, until } = parameters;
  if (legs.length < 2 || legs.length > 3)
    throw new CodedError('LEGS_WRONG', 'a rebalancing has two or three legs; one is an order', { legs: legs.length });
  let [asset, most] = [sellAsset, sellAmount];
  const [first, ...further] = legs.map(({ buyAsset, atWorst, band }) => {
    const { sell, buy } = atWorst;
    if (sell <= 0n || buy <= 0n) throw new CodedError('NO_PRICE_LIMIT', 'every leg needs a worst price', { buyAsset });
    const minBuyAmount = (most * buy + sell - 1n) / sell;
    if (minBuyAmount > U64_MAX) throw new CodedError('AMOUNT_TOO_LARGE', 'the worst price asks for more than fits', { buyAsset });
    const maxFee = (most * BigInt(maxFeeBps)) / 10_000n;
    const leg = {
      sellAsset: asset,
      sellAmount: most,
      buyAsset,
      minBuyAmount,
      maxFee,
      ticketsUntil,
      ...(band === undefined ? {} : { band }),
    };
    // The limit is a ratio, so a larger amount keeps it; it ends where the next leg's own minimum would not fit.
    [asset, most] = [buyAsset, minBuyAmount];
    return leg;
  });
  return placeOrder(client, { key, account, until, ...first, further: further.map(withRoom) });
}

function withRoom<T extends { sellAmount: bigint; minBuyAmount: bigint; maxFee: bigint }>(leg: T): T {
  const largest = leg.sellAmount > leg.minBuyAmount ? leg.sellAmount : leg.minBuyAmount;
  const room = U64_MAX / largest < ROOM ? U64_MAX / largest : ROOM;
  return { ...leg, sellAmount: leg.sellAmount * room, minBuyAmount: leg.minBuyAmount * room, maxFee: leg.maxFee * room };
}

export interface RebalanceLegState {
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sold: bigint;
  readonly bought: bigint;
  readonly boarded: bigint;
  /** Waiting to be sold by this leg. */
  readonly waiting: bigint;
  /** Tickets of a ride under way, that this leg boarded. */
  readonly riding: bigint;
}

export interface RebalanceState {
  readonly status: RequestState['status'];
  readonly legs: readonly RebalanceLegState[];
  /** All that the first leg sold has arrived, but for dust. */
  readonly isDone: boolean;
}

/** From what `rebalance` returned, the request's and the account's state. */
export function rebalanceState(legs: readonly OrderLeg[], request: RequestState, account: AccountState): RebalanceState {
  const states = legs.map((leg, i): RebalanceLegState => {
    const fills = request.fills.filter((fill) => fill.leg === i);
    const total = (name: 'sold' | 'bought' | 'boarded'): bigint => fills.reduce((sum, fill) => sum + BigInt(fill[name]), 0n);
    const held = account.slots.find(({ slot }) => slot === leg.sellSlot);
    const [sold, bought, boarded] = [total('sold'), total('bought'), total('boarded')];
    const left = leg.sellAmount - sold - boarded;
    const balance = held?.asset === leg.sellAsset ? held.balance : 0n;
    const tickets = account.slots.find(({ slot }) => slot === leg.ticketSlot);
    const rides = fills.some(({ ticket }) => ticket !== 0 && ticket === tickets?.asset);
    return {
      ...{ sellAsset: leg.sellAsset, buyAsset: leg.buyAsset, sold, bought, boarded },
      waiting: balance < left ? balance : left,
      riding: leg.ticketsUntil > 0 && rides ? tickets!.balance : 0n,
    };
  });
  const isOver = ({ waiting, riding, sold, boarded }: RebalanceLegState): boolean =>
    riding === 0n && sold + boarded > 0n && waiting * CRUMBS <= sold + boarded;
  return { status: request.status, legs: states, isDone: states.every(isOver) };
}

/**
 * No leg sells any more: each slot's nonce is spent. What the account holds then is its owner's to withdraw or to order anew; tickets that
 * are under way come in as whatever their ride brings. Legs whose nonce is passed already need no cancel.
 */
export async function leaveRebalance(
  client: WeirClient,
  {
    key,
    account: id,
    legs,
  }: { readonly key: KeyPair; readonly account: number; readonly legs: readonly Pick<OrderLeg, 'sellSlot' | 'sellNonce'>[] },
): Promise<SendRequestReturnType[]> {
  const account = await getAccount(client, id);
  const sent: SendRequestReturnType[] = [];
  for (const { sellSlot: slot, sellNonce } of legs) {
    const held = account.slots.find((candidate) => candidate.slot === slot);
    if (held !== undefined && held.nonce > sellNonce) continue;
    // A partly filled nonce cannot be spent itself; the next one can.
    const nonce = held?.nonce === sellNonce && held.filled > 0n ? sellNonce + 1 : sellNonce;
    sent.push(await cancel(client, { key, account, slot, nonce }));
  }
  return sent;
}
