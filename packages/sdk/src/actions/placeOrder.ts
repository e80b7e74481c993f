/**
 * "Sell at most this, buy at least that ratio, pay at most this fee, until then": one signature for netting and riding alike.
 * The price limit is `minBuyAmount` for all of `sellAmount`; 0 would mean "any price" and must be asked for by name.
 */
import { CodedError } from '@weir/foundation/codedError';
import type { KeyPair } from '@weir/protocol/keys';
import type { OrderMessage } from '@weir/protocol/types';
import type { WeirClient } from '../client.ts';
import { type AccountState, slotFor } from './getAccount.ts';
import { type SendRequestReturnType, sendRequest } from './sendRequest.ts';

/** What an order says, before it is signed. */
export interface OrderTerms {
  readonly account: AccountState;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: bigint;
  readonly minBuyAmount: bigint;
  /** Needed when minBuyAmount is 0: the order then sells at any price. */
  readonly atAnyPrice?: boolean;
  /** For all of sellAmount, in the sell asset. */
  readonly maxFee?: bigint;
  readonly minFill?: bigint;
  /** Seconds since 1970. */
  readonly until: number;
  /** Latest settleBy of a ride whose tickets are welcome; 0 = none. */
  readonly ticketsUntil?: number;
}

export interface PlaceOrderParameters extends OrderTerms {
  readonly key: KeyPair;
}

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL, or the node's refusal. */
export async function placeOrder(client: WeirClient, parameters: PlaceOrderParameters): Promise<SendRequestReturnType> {
  return sendRequest(client, parameters.key.secret, { kind: 'order', order: orderMessage(parameters) });
}

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL. */
export function orderMessage(terms: OrderTerms): OrderMessage {
  const { account, sellAsset, buyAsset, minBuyAmount } = terms;
  if (minBuyAmount === 0n && terms.atAnyPrice !== true) {
    throw new CodedError('NO_PRICE_LIMIT', 'minBuyAmount 0 sells at any price; say atAnyPrice if that is meant');
  }
  const sell = account.slots.find((slot) => slot.asset === sellAsset);
  if (sell === undefined)
    throw new CodedError('NOTHING_TO_SELL', `account ${account.account} holds none of asset ${sellAsset}`, { sellAsset });
  const buySlot = slotFor(account, buyAsset, [sell.slot]);
  const ticketsUntil = terms.ticketsUntil ?? 0;
  return {
    account: account.account,
    keyVersion: account.keyVersion,
    until: terms.until,
    legs: [
      {
        sellSlot: sell.slot,
        sellAsset,
        sellNonce: sell.filled === 0n ? sell.nonce : sell.nonce + 1,
        sellAmount: terms.sellAmount,
        buySlot,
        buyAsset,
        minBuyAmount,
        maxFee: terms.maxFee ?? 0n,
        minFill: terms.minFill ?? 0n,
        ticketSlot: ticketsUntil === 0 ? 0 : freeSlot(account, [sell.slot, buySlot]),
        ticketsUntil,
        band: { reference: 0, bps: 0 },
      },
    ],
  };
}

/** Tickets need a slot of their own: an empty one that neither side of the order uses. */
function freeSlot({ account, slots }: AccountState, taken: readonly number[]): number {
  for (let slot = 0; slot < 16; slot++) {
    const value = slots.find((used) => used.slot === slot);
    if (!taken.includes(slot) && (value === undefined || value.balance === 0n)) return slot;
  }
  throw new CodedError('ACCOUNT_FULL', `account ${account} has no free slot for tickets`, { account });
}
