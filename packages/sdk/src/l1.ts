/** One Weir deployment as L1 alone shows it: nothing here knows of a node. What must work without one takes this client. */
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import {
  type Account,
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
import { withReceipts } from './receipts.ts';

export interface L1Client {
  readonly core: Hex;
  readonly pool: Hex;
  readonly chainId: number;
  readonly instance: Uint8Array;
  readonly instanceLimbs: readonly number[];
  readonly publicClient: PublicClient;
  /** A wallet of the given account on the deployment's chain. */
  walletOf(account: Account): WalletClient<Transport, Chain, Account>;
}

export interface CreateL1ClientParameters {
  readonly rpc: string;
  readonly core: Hex;
}

/** Throws `CodedError('NO_CORE')` if there is no core at that address. */
export async function createL1Client({ rpc, core }: CreateL1ClientParameters): Promise<L1Client> {
  const client = createPublicClient({ transport: http(rpc, { timeout: 60_000 }) });
  const chainId = await client.getChainId();
  if ((await client.getCode({ address: core })) === undefined)
    throw new CodedError('NO_CORE', `there is no contract at ${core} on chain ${chainId}`, { core, chainId });
  const pool = await client.readContract({ address: core, abi: weirAbi, functionName: 'pool' });
  return l1ClientOf({ rpc, core, pool, chainId });
}

interface Deployment {
  readonly rpc: string;
  readonly core: Hex;
  readonly pool: Hex;
  readonly chainId: number;
}

export function l1ClientOf({ rpc, core, pool, chainId }: Deployment): L1Client {
  const transport = http(rpc, { timeout: 60_000 });
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const instance = instanceHash(BigInt(chainId), core.toLowerCase() as Hex);
  return {
    core,
    pool,
    chainId,
    instance,
    instanceLimbs: instanceLimbs(instance),
    publicClient: withReceipts(createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 100 }) as PublicClient),
    walletOf: (account) => createWalletClient({ account, chain, transport }),
  };
}
