/**
 * A withdrawal in one L1 block instead of one settlement: a liquidity provider pays on L1 now and gets the user's funds on the L2, by a transfer that is valid only if he
 * has paid.
 *
 * The user signs a conditional transfer to the provider on the fact "X of this token was paid to me, with this salt". The node takes it before the fact is there; from
 * then on nothing else spends from that slot there. The provider looks at the terms, pays through the transfer registry, which registers the fact, and the next batch
 * includes the transfer. What he does not get from this: a forced exit that the user asks of L1 in between is served first (look at `queues` of the core), and an
 * operator may leave a transfer out until it expires. So he gives time, or is the operator.
 */
import { factsAbi } from '@weir/abi/facts';
import { transferRegistryAbi } from '@weir/abi/transferRegistry';
import { weirAbi } from '@weir/abi/weir';
import { keccak256 } from '@weir/crypto/keccak';
import { concatBytes, fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { Fact } from '@weir/protocol/types';
import { type Abi, type Account, encodeAbiParameters, type Hex } from 'viem';
import type { WeirClient } from '../client.ts';
import type { L1Client } from '../l1.ts';
import { allow, callL1 } from '../l1Call.ts';
import type { AccountState } from './getAccount.ts';
import { tokenOf } from './l1Orders.ts';
import { type SendRequestReturnType, type SignedRequest, submitRequest } from './sendRequest.ts';
import { type SpendParameters, signConditionalTransfer } from './spend.ts';

/** A payment on L1 that the transfer registry would register. */
export interface Payment {
  readonly token: Hex;
  readonly to: Hex;
  /** In the token's units. */
  readonly amount: bigint;
  readonly salt: bigint;
}

/** The registry is the core's own: a fact of another one says whatever that one likes. */
export async function transferRegistryOf({ publicClient, core }: L1Client): Promise<Hex> {
  const facts = await publicClient.readContract({ address: core, abi: weirAbi, functionName: 'facts' });
  return publicClient.readContract({ address: facts, abi: factsAbi, functionName: 'transferRegistry' });
}

/** What a transfer waits for that is to execute once this was paid. */
export function factOfPayment(registry: Hex, { token, to, amount, salt }: Payment): Fact {
  const types = [{ type: 'address' }, { type: 'address' }, { type: 'uint256' }, { type: 'uint256' }] as const;
  const hash = keccak256(concatBytes(fromHex(registry), fromHex(encodeAbiParameters(types, [token, to, amount, salt]))));
  return toHex(hash.subarray(4)) as Fact;
}

export interface FastWithdrawalOffer {
  readonly payment: Payment;
  /** Signed by the user; valid only after the payment. */
  readonly request: SignedRequest<'conditionalTransfer'>;
}

export interface OfferFastWithdrawalParameters extends SpendParameters {
  /** The provider's account. */
  readonly provider: AccountState;
  /** In quanta: what he pays for `amount`; the difference is his. */
  readonly receive: bigint;
  readonly to: Hex;
  readonly salt?: bigint;
}

/** The user's part: what he hands to the provider. Nothing is sent. */
export async function offerFastWithdrawal(client: WeirClient, parameters: OfferFastWithdrawalParameters): Promise<FastWithdrawalOffer> {
  const { provider, receive, to, salt = randomSalt(), ...spend } = parameters;
  const { token, quantum } = await tokenOf(client, spend.asset);
  const payment = { token, to, amount: receive * quantum, salt };
  const fact = factOfPayment(await transferRegistryOf(client), payment);
  return { payment, request: signConditionalTransfer(client, { ...spend, to: provider, fact }) };
}

const randomSalt = (): bigint => BigInt(toHex(crypto.getRandomValues(new Uint8Array(32))));

export interface ServeFastWithdrawalParameters {
  readonly wallet: Account;
  /** The provider's account on the L2. */
  readonly account: AccountState;
  readonly offer: FastWithdrawalOffer;
  /** In quanta: refuses to earn less. */
  readonly minMargin: bigint;
  /** Seconds that must be left for the transfer to be included. */
  readonly minSeconds?: number;
}

export interface ServeFastWithdrawalReturnType extends SendRequestReturnType {
  readonly transaction: Hex;
}

/**
 * The provider's part: checks the offer, has the node reserve the transfer, then pays. Throws `CodedError`: OFFER_REFUSED with the reason; whatever the node says of the
 * transfer; L1's custom error.
 */
export async function serveFastWithdrawal(
  client: WeirClient,
  parameters: ServeFastWithdrawalParameters,
): Promise<ServeFastWithdrawalReturnType> {
  const { wallet, offer } = parameters;
  const { payment, request } = offer;
  const registry = await transferRegistryOf(client);
  await requireOffer(client, registry, parameters);
  const reserved = await submitRequest(client, request);
  if (reserved.status !== 'waiting') throw refused('the node does not keep the transfer waiting', { status: reserved.status });
  await allow(client, wallet, payment.token, registry, payment.amount);
  const { transaction } = await callL1(client, {
    wallet,
    address: registry,
    abi: transferRegistryAbi as Abi,
    functionName: 'pay',
    args: [payment.token, payment.to, payment.amount, payment.salt],
  });
  return { ...reserved, transaction };
}

async function requireOffer(
  client: WeirClient,
  registry: Hex,
  { account, offer: { payment, request }, minMargin, minSeconds = 600 }: ServeFastWithdrawalParameters,
): Promise<void> {
  const { token, quantum } = await tokenOf(client, request.asset);
  if (payment.token.toLowerCase() !== token.toLowerCase()) throw refused('the payment is in another token than the transfer', { token });
  if (factOfPayment(registry, payment) !== request.fact)
    throw refused('the transfer waits for another fact than this payment', { fact: request.fact });
  if (request.to !== account.account || request.toHeaderDigest.some((element, i) => element !== account.headerDigest[i]))
    throw refused('the transfer goes to another account', { to: request.to });
  const margin = request.amount * quantum - payment.amount;
  if (margin < minMargin * quantum) throw refused('the margin is too small', { margin, wanted: minMargin * quantum });
  const { timestamp } = await client.publicClient.getBlock();
  if (request.until < Number(timestamp) + minSeconds) throw refused('too little time is left', { until: request.until });
}

const refused = (why: string, details: Record<string, unknown>): CodedError => new CodedError('OFFER_REFUSED', why, details);
