/** Limit orders that live on L1: a wallet (or, with the same calls, a contract) places one, and it trades against L2 orders without an account there. */
import { l1OrdersAbi } from '@weir/abi/l1Orders';
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import { type Abi, type Account, type Hex, parseEventLogs, zeroAddress } from 'viem';
import type { L1Client } from '../l1.ts';
import { allow, callL1, type L1CallReturnType } from '../l1Call.ts';

export interface PlaceL1OrderParameters {
  readonly wallet: Account;
  readonly sellAsset: number;
  readonly buyAsset: number;
  /** In quanta, as all amounts here. */
  readonly sellAmount: bigint;
  /** For all of `sellAmount`; 0 = at any price. */
  readonly minBuyAmount: bigint;
  /** At least so much at once, or all that is left. */
  readonly minFill?: bigint;
  /** Seconds since 1970. */
  readonly until: number;
}

export interface PlaceL1OrderReturnType {
  readonly id: number;
  readonly transaction: Hex;
}

export const l1OrdersOf = ({ publicClient, core }: L1Client): Promise<Hex> =>
  publicClient.readContract({ address: core, abi: weirAbi, functionName: 'l1Orders' });

export async function tokenOf({ publicClient, core }: L1Client, asset: number): Promise<{ readonly token: Hex; readonly quantum: bigint }> {
  const { token, quantum } = await publicClient.readContract({ address: core, abi: weirAbi, functionName: 'asset', args: [BigInt(asset)] });
  if (token === zeroAddress) throw new CodedError('ASSET_UNKNOWN', `asset ${asset} is no token of L1's registry`, { asset });
  return { token, quantum };
}

/** Locks what it sells: from the wallet's balance here first, then from the wallet. */
export async function placeL1Order(client: L1Client, parameters: PlaceL1OrderParameters): Promise<PlaceL1OrderReturnType> {
  const { wallet, minFill = 0n, ...terms } = parameters;
  const { token, quantum } = await tokenOf(client, terms.sellAsset);
  const balance = await getL1Balance(client, wallet.address, terms.sellAsset);
  if (balance < terms.sellAmount) await allow(client, wallet, token, client.core, (terms.sellAmount - balance) * quantum);
  const { transaction, logs } = await call(client, wallet, 'place', [{ ...terms, minFill }]);
  const [placed] = parseEventLogs({ abi: l1OrdersAbi, eventName: 'OrderPlaced', logs: [...logs] });
  return { id: Number(placed.args.id), transaction };
}

/** Batches stamped in the next 44 hours may still fill it; what is left can be released after 48. */
export async function cancelL1Order(client: L1Client, wallet: Account, id: number): Promise<Hex> {
  return (await call(client, wallet, 'requestCancel', [BigInt(id)])).transaction;
}

/** What is left of a cancelled or expired order goes back to the wallet's balance here. */
export async function releaseL1Order(client: L1Client, wallet: Account, id: number): Promise<Hex> {
  return (await call(client, wallet, 'release', [BigInt(id)])).transaction;
}

/** What an order has bought goes to the wallet's balance here, unless it is held (`heldUntil`). */
export async function collectL1Order(client: L1Client, wallet: Account, id: number): Promise<Hex> {
  return (await call(client, wallet, 'collect', [BigInt(id)])).transaction;
}

/** From the wallet's balance here: what it deposited, and what it collected or got back of its orders. */
export async function withdrawL1Balance(
  client: L1Client,
  {
    wallet,
    asset,
    amount,
    to = wallet.address,
  }: { readonly wallet: Account; readonly asset: number; readonly amount: bigint; readonly to?: Hex },
): Promise<Hex> {
  return (await call(client, wallet, 'withdraw', [asset, amount, to])).transaction;
}

export interface L1OrderState {
  readonly id: number;
  readonly owner: Hex;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: bigint;
  readonly minBuyAmount: bigint;
  readonly minFill: bigint;
  readonly until: number;
  readonly left: bigint;
  /** Not collected yet. */
  readonly bought: bigint;
  /** Of the last purchase in it; 0 = none. */
  readonly batchNumber: number;
  /** Seconds: before that a large outflow holds what it bought. */
  readonly heldUntil: number;
  /** 0 = no request. */
  readonly cancelRequestedAt: number;
}

export async function getL1Order(client: L1Client, id: number): Promise<L1OrderState> {
  const address = await l1OrdersOf(client);
  const read = { address, abi: l1OrdersAbi, args: [BigInt(id)] } as const;
  const [found, heldUntil] = await Promise.all([
    client.publicClient.readContract({ ...read, functionName: 'order' }),
    client.publicClient.readContract({ ...read, functionName: 'heldUntilOf' }),
  ]);
  if (found.owner === zeroAddress) throw new CodedError('NOT_FOUND', `there is no L1 order ${id}`, { id });
  return { id, ...found, heldUntil: Number(heldUntil) };
}

/** What the wallet may withdraw or sell; what its orders lock or have bought is not in it. */
export async function getL1Balance(client: L1Client, owner: Hex, asset: number): Promise<bigint> {
  const address = await l1OrdersOf(client);
  return client.publicClient.readContract({ address, abi: l1OrdersAbi, functionName: 'balanceOf', args: [owner, BigInt(asset)] });
}

async function call(client: L1Client, wallet: Account, functionName: string, args: readonly unknown[]): Promise<L1CallReturnType> {
  return callL1(client, { wallet, address: await l1OrdersOf(client), abi: l1OrdersAbi as Abi, functionName, args });
}
