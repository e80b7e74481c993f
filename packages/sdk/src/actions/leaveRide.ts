/**
 * Getting off before the ride closes: its tickets go back to it 1:1 for what they cost. An ordinary order that sells tickets; once the ride
 * is closed the same order sells them to other people, if the limit allows.
 */
import { CodedError } from '@weir/foundation/codedError';
import type { KeyPair } from '@weir/protocol/keys';
import type { WeirClient } from '../client.ts';
import type { AccountState } from './getAccount.ts';
import { getRides } from './getRides.ts';
import { placeOrder } from './placeOrder.ts';
import type { SendRequestReturnType } from './sendRequest.ts';

export interface LeaveRideParameters {
  readonly key: KeyPair;
  readonly account: AccountState;
  readonly ticket: number;
  /** All of them unless told otherwise. */
  readonly amount?: bigint;
  /** What the tickets must bring at least; as much as they cost unless told otherwise. */
  readonly minBuyAmount?: bigint;
  readonly maxFee?: bigint;
  /** Seconds since 1970. */
  readonly until: number;
}

/** Throws `CodedError`: NO_TICKETS, RIDE_UNKNOWN, ACCOUNT_FULL, or the node's refusal. */
export async function leaveRide(client: WeirClient, parameters: LeaveRideParameters): Promise<SendRequestReturnType> {
  const { account, ticket } = parameters;
  const ride = (await getRides(client)).find((candidate) => candidate.ticket === ticket);
  if (ride === undefined) throw new CodedError('RIDE_UNKNOWN', `there is no ride ${ticket}`, { ticket });
  const held = account.slots.filter(({ asset }) => asset === ticket).reduce((most, { balance }) => (balance > most ? balance : most), 0n);
  const amount = parameters.amount ?? held;
  if (held === 0n || amount > held)
    throw new CodedError('NO_TICKETS', `account ${account.account} holds ${held} tickets`, { ticket, held });
  return placeOrder(client, {
    key: parameters.key,
    account,
    sellAsset: ticket,
    buyAsset: ride.terms.assetIn,
    sellAmount: amount,
    minBuyAmount: parameters.minBuyAmount ?? amount,
    maxFee: parameters.maxFee ?? 0n,
    until: parameters.until,
  });
}
