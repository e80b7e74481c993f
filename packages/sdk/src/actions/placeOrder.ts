/**
 * "Sell at most this, buy at least that ratio, pay at most this fee, until then": one signature for netting and riding alike.
 * The price limit is `minBuyAmount` for all of `sellAmount`; 0 would mean "any price" and must be asked for by name.
 */
import type { KeyPair } from '@weir/protocol/keys';
import type { OrderLeg, OrderMessage } from '@weir/protocol/types';
import type { WeirClient } from '../client.ts';
import type { AccountState } from './getAccount.ts';
import { type LegParameters, planLegs } from './legs.ts';
import { type SendRequestReturnType, sendRequest } from './sendRequest.ts';

/** What an order says, before it is signed. */
export interface OrderTerms extends LegParameters {
  readonly account: AccountState;
  /** One or two more legs under the same signature; one that sells what the leg before it buys waits for that. */
  readonly further?: readonly LegParameters[];
  /** Seconds since 1970. */
  readonly until: number;
}

export interface PlaceOrderParameters extends OrderTerms {
  readonly key: KeyPair;
}

export interface PlaceOrderReturnType extends SendRequestReturnType {
  /** As signed: the slots that they use, and their nonces. */
  readonly legs: readonly OrderLeg[];
}

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL, or the node's refusal. */
export async function placeOrder(client: WeirClient, parameters: PlaceOrderParameters): Promise<PlaceOrderReturnType> {
  const order = orderMessage(parameters);
  return { ...(await sendRequest(client, parameters.key.secret, { kind: 'order', order })), legs: order.legs };
}

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL. */
export function orderMessage(terms: OrderTerms): OrderMessage {
  const { account, until, further = [] } = terms;
  return { account: account.account, keyVersion: account.keyVersion, until, legs: planLegs(account, [terms, ...further]) };
}
