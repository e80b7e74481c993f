/** L1 as the node sees it: one RPC for reading, one key for sending, and the deployment's addresses and instance. */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import {
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';

export interface L1 {
  readonly chain: Chain;
  readonly client: PublicClient;
  readonly wallet: WalletClient<Transport, Chain, PrivateKeyAccount>;
  readonly account: PrivateKeyAccount;
  readonly core: Hex;
  readonly pool: Hex;
  readonly chainId: number;
}

export interface ConnectL1Options {
  readonly rpcUrl: string;
  readonly core: Hex;
  readonly operatorKey: Hex;
}

export async function connectL1({ rpcUrl, core, operatorKey }: ConnectL1Options): Promise<L1> {
  const transport = http(rpcUrl, { timeout: 60_000, retryCount: 5 });
  const chainId = await createPublicClient({ transport }).getChainId();
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 100 }) as PublicClient;
  const account = privateKeyToAccount(operatorKey);
  const wallet = createWalletClient({ chain, transport, account });
  const pool = await client.readContract({ address: core, abi: weirAbi, functionName: 'pool' });
  return { chain, client, wallet, account, core, pool, chainId };
}

/** Simulates first, so that a revert comes back with its decoded custom error and costs nothing. */
export async function callPool(l1: L1, functionName: 'depart' | 'abort' | 'closeByTime', args: readonly unknown[]): Promise<Hex> {
  const { request } = await l1.client.simulateContract({
    account: l1.account,
    address: l1.pool,
    abi: ridePoolAbi,
    functionName,
    args,
  } as Parameters<PublicClient['simulateContract']>[0]);
  const hash = await l1.wallet.writeContract(request as Parameters<typeof l1.wallet.writeContract>[0]);
  const receipt = await l1.client.waitForTransactionReceipt({ hash });
  if (receipt.status !== 'success') throw new Error(`${functionName} reverted in ${hash}`);
  return hash;
}
