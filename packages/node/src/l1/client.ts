/** L1 as the node sees it: one RPC for reading, one key for sending, and the deployment's addresses and instance. */
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import {
  type Abi,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  keccak256,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';

import type { MarketContracts } from './market.ts';

export interface L1 {
  readonly chain: Chain;
  readonly client: PublicClient;
  /** A second view of the same chain, if configured. */
  readonly witness: PublicClient | undefined;
  readonly wallet: WalletClient<Transport, Chain, PrivateKeyAccount>;
  readonly account: PrivateKeyAccount;
  readonly core: Hex;
  readonly pool: Hex;
  /** The contracts of L1 orders, facts and reference prices. */
  readonly market: MarketContracts;
  readonly chainId: number;
  /** Settler and keeper share one key: whoever picks a nonce sends before the other picks one. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

export interface ConnectL1Options {
  readonly rpcUrl: string;
  /** Empty = none. */
  readonly witnessRpcUrl?: string;
  readonly core: Hex;
  readonly operatorKey: Hex;
}

/** Throws `CodedError('NO_CORE')` if there is no core at that address. */
export async function connectL1({ rpcUrl, witnessRpcUrl = '', core, operatorKey }: ConnectL1Options): Promise<L1> {
  const transport = http(rpcUrl, { timeout: 60_000, retryCount: 5 });
  const chainId = await createPublicClient({ transport }).getChainId();
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 100 }) as PublicClient;
  const witness =
    witnessRpcUrl === ''
      ? undefined
      : (createPublicClient({ chain, transport: http(witnessRpcUrl, { timeout: 60_000 }), cacheTime: 0 }) as PublicClient);
  const account = privateKeyToAccount(operatorKey);
  const wallet = createWalletClient({ chain, transport, account });
  if ((await client.getCode({ address: core })) === undefined) {
    throw new CodedError('NO_CORE', `there is no contract at ${core} on chain ${chainId}`, { core, chainId });
  }
  const pool = await client.readContract({ address: core, abi: weirAbi, functionName: 'pool' });
  const orders = await client.readContract({ address: core, abi: weirAbi, functionName: 'l1Orders' });
  const facts = await client.readContract({ address: core, abi: weirAbi, functionName: 'facts' });
  const prices = await client.readContract({ address: core, abi: weirAbi, functionName: 'referencePrices' });
  let last: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return { chain, client, witness, wallet, account, core, pool, market: { orders, facts, prices }, chainId, exclusive };
}

export interface Call {
  readonly to: Hex;
  readonly data: Hex;
  readonly gas: bigint;
}

/**
 * Signs and sends. `beforeSending` gets the transaction's hash first: what is written down there survives a crash in between, so that
 * nobody has to guess later whether it was sent.
 */
export function send(l1: L1, call: Call, beforeSending?: (hash: Hex, bytes: number) => Promise<void>): Promise<Hex> {
  return l1.exclusive(async () => {
    const request = await l1.wallet.prepareTransactionRequest(call);
    const serializedTransaction = await l1.wallet.signTransaction(request);
    const hash = keccak256(serializedTransaction);
    await beforeSending?.(hash, (serializedTransaction.length - 2) / 2);
    return l1.client.sendRawTransaction({ serializedTransaction });
  });
}

export const callPool = (l1: L1, functionName: 'depart' | 'arrive' | 'abort' | 'closeByTime', args: readonly unknown[]): Promise<Hex> =>
  simulateAndSend(l1, { address: l1.pool, abi: ridePoolAbi as Abi, functionName, args });

/** Appends what a share is worth now to its feed. */
export const appendPrice = (l1: L1, feed: number): Promise<Hex> =>
  simulateAndSend(l1, { address: l1.market.prices, abi: referencePricesAbi as Abi, functionName: 'append', args: [BigInt(feed)] });

interface ContractCall {
  readonly address: Hex;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Simulates first, so that a revert comes back with its decoded custom error and costs nothing. */
async function simulateAndSend(l1: L1, call: ContractCall): Promise<Hex> {
  return l1.exclusive(async () => {
    const { request } = await l1.client.simulateContract({ account: l1.account, ...call } as Parameters<
      PublicClient['simulateContract']
    >[0]);
    const hash = await l1.wallet.writeContract(request as Parameters<typeof l1.wallet.writeContract>[0]);
    const receipt = await l1.client.waitForTransactionReceipt({ hash });
    if (receipt.status !== 'success') throw new CodedError('KEEPER_REVERTED', `${call.functionName} reverted in ${hash}`, { hash });
    return hash;
  });
}

/**
 * Timestamp of the block that is being built, at least that of the newest one: on a chain without regular blocks the newest one may be
 * from yesterday, and a batch stamped yesterday would be refused.
 */
export async function l1Time({ client }: L1): Promise<number> {
  const [latest, pending] = await Promise.all([
    client.getBlock({ blockTag: 'latest' }),
    client.getBlock({ blockTag: 'pending' }).catch(() => undefined),
  ]);
  return Math.max(Number(latest.timestamp), Number(pending?.timestamp ?? 0n));
}
