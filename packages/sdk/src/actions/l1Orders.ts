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
  const held = await getL1Balance(client, wallet.address, terms.sellAsset);
  if (held.balance < terms.sellAmount) await allow(client, wallet, token, client.core, (terms.sellAmount - held.balance) * quantum);
  const { transaction, logs } = await call(client, wallet, 'place', [{ ...terms, minFill }]);
  const [placed] = parseEventLogs({ abi: l1OrdersAbi, eventName: 'OrderPlaced', logs: [...logs] });
  return { id: Number(placed.args.id), transaction };
}

/** Batches stamped in the next 44 hours may still fill it; what is left can be released after 48. */
export async function cancelL1Order(client: L1Client, wallet: Account, id: number): Promise<Hex> {
  return (await call(client, wallet, 'requestCancel', [BigInt(id)])).transaction;
}

/** Anybody: gives what is left of a cancelled or expired order back to its owner's balance. */
export async function releaseL1Order(client: L1Client, wallet: Account, id: number): Promise<Hex> {
  return (await call(client, wallet, 'release', [BigInt(id)])).transaction;
}

/** From the wallet's balance here, what it bought included. */
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
  /** 0 = no request. */
  readonly cancelRequestedAt: number;
}

export async function getL1Order(client: L1Client, id: number): Promise<L1OrderState> {
  const address = await l1OrdersOf(client);
  const found = await client.publicClient.readContract({ address, abi: l1OrdersAbi, functionName: 'order', args: [BigInt(id)] });
  if (found.owner === zeroAddress) throw new CodedError('NOT_FOUND', `there is no L1 order ${id}`, { id });
  return { id, ...found };
}

export interface L1Balance {
  readonly balance: bigint;
  /** Seconds: before that a large outflow holds it. */
  readonly heldUntil: number;
}

export async function getL1Balance(client: L1Client, owner: Hex, asset: number): Promise<L1Balance> {
  const address = await l1OrdersOf(client);
  const read = (functionName: 'balanceOf' | 'heldUntilOf'): Promise<bigint> =>
    client.publicClient.readContract({ address, abi: l1OrdersAbi, functionName, args: [owner, BigInt(asset)] });
  const [balance, heldUntil] = await Promise.all([read('balanceOf'), read('heldUntilOf')]);
  return { balance, heldUntil: Number(heldUntil) };
}

async function call(client: L1Client, wallet: Account, functionName: string, args: readonly unknown[]): Promise<L1CallReturnType> {
  return callL1(client, { wallet, address: await l1OrdersOf(client), abi: l1OrdersAbi as Abi, functionName, args });
}
