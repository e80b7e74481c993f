/**
 * What an l1Owner demands on L1 when the operator does not listen: that an account is emptied to it, or gets a new key. Batches serve these in
 * order; a day unserved stops trading, a week unserved lets anybody freeze the core and everybody escape.
 */
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { digestBytes } from '@weir/protocol/statement/header';
import type { OwnerKey } from '@weir/protocol/types';
import { type Abi, type Account, type Hex, parseEventLogs } from 'viem';
import type { L1Client } from '../l1.ts';
import { requireFreezable } from './escape.ts';

export interface ForcedRequestReturnType {
  /** Place in the queue of forced requests. */
  readonly index: number;
  readonly fee: bigint;
  readonly transaction: Hex;
  /** Seconds: from then on anybody may freeze if it is still unserved. */
  readonly freezeAt: number;
}

const FREEZE_GRACE = 7 * 86_400;
/** The base fee moves until the block; what is too much comes back with `withdrawReward`. */
const FEE_ROOM_PERCENT = 130n;
export const ALL_SLOTS = 0xffff;

export interface RequestForcedExitParameters {
  readonly wallet: Account;
  readonly account: number;
  /** Bit i is slot i; all by default. Fewer slots cost less. */
  readonly mask?: number;
}

/** L1 takes it from anybody; it is refuted unless `wallet` is the account's l1Owner. */
export async function requestForcedExit(client: L1Client, parameters: RequestForcedExitParameters): Promise<ForcedRequestReturnType> {
  const { wallet, account, mask = ALL_SLOTS } = parameters;
  const fee = await read<bigint>(client, 'forcedExitFee', [mask]);
  return request(client, { wallet, functionName: 'requestForcedExit', args: [account, mask], fee, eventName: 'ForcedExitRequested' });
}

export interface RequestKeyRotationParameters {
  readonly wallet: Account;
  readonly account: number;
  /** The new key; whoever holds its secret controls the account once it is applied. */
  readonly ownerKey: OwnerKey;
}

export async function requestKeyRotation(client: L1Client, parameters: RequestKeyRotationParameters): Promise<ForcedRequestReturnType> {
  const { wallet, account, ownerKey } = parameters;
  const fee = await read<bigint>(client, 'keyRotationFee', []);
  const key = toHex(digestBytes(ownerKey));
  return request(client, { wallet, functionName: 'requestKeyRotation', args: [account, key], fee, eventName: 'KeyRotationRequested' });
}

/** Ends the L2 for good, if a forced request is a week old or a sunset has passed. Throws `CodedError('ESCAPE_NOT_DUE')`. */
export async function freeze(client: L1Client, wallet: Account): Promise<Hex> {
  if (await read<boolean>(client, 'frozen', [])) throw new CodedError('ALREADY_FROZEN', 'the core is frozen already: escape');
  await requireFreezable(client);
  const request_ = { account: wallet, address: client.core, abi: weirAbi as Abi, functionName: 'freeze', args: [] };
  const { request: call } = await client.publicClient.simulateContract(request_);
  const transaction = await client.walletOf(wallet).writeContract(call);
  await mined(client, transaction);
  return transaction;
}

async function read<T>({ publicClient, core }: L1Client, functionName: string, args: readonly unknown[]): Promise<T> {
  return (await publicClient.readContract({ address: core, abi: weirAbi as Abi, functionName, args })) as T;
}

interface Call {
  readonly wallet: Account;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly fee: bigint;
  readonly eventName: string;
}

async function request(client: L1Client, { wallet, functionName, args, fee, eventName }: Call): Promise<ForcedRequestReturnType> {
  const value = (fee * FEE_ROOM_PERCENT) / 100n;
  const call = { account: wallet, address: client.core, abi: weirAbi as Abi, functionName, args, value };
  const simulated = await client.publicClient.simulateContract(call);
  const transaction = await client.walletOf(wallet).writeContract(simulated.request);
  const { logs, blockNumber } = await mined(client, transaction);
  const [event] = parseEventLogs({ abi: weirAbi as Abi, eventName, logs }) as unknown as { args: { index: bigint; fee: bigint } }[];
  const { timestamp } = await client.publicClient.getBlock({ blockNumber });
  return { index: Number(event.args.index), fee: event.args.fee, transaction, freezeAt: Number(timestamp) + FREEZE_GRACE };
}

async function mined(client: L1Client, hash: Hex) {
  const receipt = await client.publicClient.waitForTransactionReceipt({ hash });
  if (receipt.status !== 'success') throw new CodedError('REVERTED', `reverted in ${hash}`, { hash });
  return receipt;
}
