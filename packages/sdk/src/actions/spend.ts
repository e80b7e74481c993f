/** Signed spends from a slot: transfer to another account, withdraw to L1, cancel whatever a nonce allowed. */
import { CodedError } from '@weir/foundation/codedError';
import type { KeyPair } from '@weir/protocol/keys';
import type { Fact } from '@weir/protocol/types';
import type { WeirClient } from '../client.ts';
import type { AccountState } from './getAccount.ts';
import { type SendRequestReturnType, type SignedRequest, sendRequest, signRequest, submitRequest } from './sendRequest.ts';

export interface SpendParameters {
  readonly key: KeyPair;
  readonly account: AccountState;
  readonly asset: number;
  readonly amount: bigint;
  /** Exact, in the same asset, on top of `amount`. */
  readonly fee?: bigint;
  /** Seconds since 1970. */
  readonly until: number;
}

export interface TransferParameters extends SpendParameters {
  readonly to: AccountState;
}

export function spendFields({ account, asset, amount, fee = 0n, until }: SpendParameters) {
  const held = account.slots.filter((candidate) => candidate.asset === asset);
  // An asset may lie in two slots (one of them between two legs of an order): the first that has enough.
  const slot = held.find(({ balance }) => balance >= amount + fee) ?? held[0];
  if (slot === undefined) throw new CodedError('NOTHING_TO_SPEND', `account ${account.account} holds none of asset ${asset}`, { asset });
  return {
    account: account.account,
    keyVersion: account.keyVersion,
    slot: slot.slot,
    asset,
    nonce: slot.filled === 0n ? slot.nonce : slot.nonce + 1,
    amount,
    fee,
    until,
  };
}

/** The recipient is named by id *and* header digest: if the account is not what the sender saw, the transfer is refused. */
export async function transfer(client: WeirClient, parameters: TransferParameters): Promise<SendRequestReturnType> {
  const { to } = parameters;
  return sendRequest(client, parameters.key.secret, {
    kind: 'transfer',
    ...spendFields(parameters),
    to: to.account,
    toHeaderDigest: to.headerDigest,
  });
}

export interface ConditionalTransferParameters extends TransferParameters {
  /** 28 bytes: the low 224 bits of the fact. */
  readonly fact: Fact;
}

/** Executes once L1 has registered the fact; until then (a day at most) it waits at the node, and nothing else may spend from its slot. */
export function signConditionalTransfer(
  client: Pick<WeirClient, 'instanceLimbs'>,
  parameters: ConditionalTransferParameters,
): SignedRequest<'conditionalTransfer'> {
  const { to, fact } = parameters;
  return signRequest<'conditionalTransfer'>(client, parameters.key.secret, {
    kind: 'conditionalTransfer',
    ...spendFields(parameters),
    to: to.account,
    toHeaderDigest: to.headerDigest,
    fact,
  });
}

export function conditionalTransfer(client: WeirClient, parameters: ConditionalTransferParameters): Promise<SendRequestReturnType> {
  return submitRequest(client, signConditionalTransfer(client, parameters));
}

export async function withdraw(client: WeirClient, parameters: SpendParameters): Promise<SendRequestReturnType> {
  return sendRequest(client, parameters.key.secret, { kind: 'withdraw', ...spendFields(parameters) });
}

export interface CancelParameters {
  readonly key: KeyPair;
  readonly account: AccountState;
  readonly slot: number;
  readonly nonce: number;
}

/** Certain once settled; until then the order may still fill. */
export function cancel(client: WeirClient, { key, account, slot, nonce }: CancelParameters): Promise<SendRequestReturnType> {
  return sendRequest(client, key.secret, { kind: 'cancel', account: account.account, keyVersion: account.keyVersion, slot, nonce });
}
