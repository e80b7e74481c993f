/**
 * A client of one Weir deployment: the node's HTTP API, and L1 through viem. Actions (one per file in `actions/`) take it as their first
 * argument, viem style, so a bundle holds only what it uses.
 */
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
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

export interface WeirClient {
  readonly api: string;
  readonly core: Hex;
  readonly pool: Hex;
  readonly chainId: number;
  readonly instance: Uint8Array;
  readonly instanceLimbs: readonly number[];
  readonly publicClient: PublicClient;
  /** A wallet of the given account on the deployment's chain. */
  walletOf(account: Account): WalletClient<Transport, Chain, Account>;
  /** GET or POST to the node. Throws `CodedError` with the node's code, or API_UNREACHABLE. */
  request<T>(path: string, body?: unknown): Promise<T>;
}

export interface CreateWeirClientParameters {
  /** Base URL of a node, without a trailing slash. */
  readonly api: string;
  readonly rpc: string;
  /** If given, it must be the deployment that the node serves. */
  readonly core?: Hex;
}

export type CreateWeirClientErrorType = CodedError<'API_UNREACHABLE' | 'API_ERROR' | 'WRONG_DEPLOYMENT' | 'WRONG_CHAIN'>;

interface Deployment {
  readonly chainId: number;
  readonly core: Hex;
  readonly pool: Hex;
}

/** Asks node and chain who they are and refuses a node that serves another deployment. */
export async function createWeirClient({ api, rpc, core }: CreateWeirClientParameters): Promise<WeirClient> {
  const deployment = await apiRequest<Deployment>(api, '/v1/status');
  if (core !== undefined && core.toLowerCase() !== deployment.core.toLowerCase()) {
    throw new CodedError('WRONG_DEPLOYMENT', 'the node serves another core contract', { expected: core, actual: deployment.core });
  }
  const transport = http(rpc, { timeout: 60_000 });
  const chainId = await createPublicClient({ transport }).getChainId();
  if (chainId !== deployment.chainId) {
    throw new CodedError('WRONG_CHAIN', 'the RPC is of another chain than the node', { expected: deployment.chainId, actual: chainId });
  }
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const instance = instanceHash(BigInt(chainId), deployment.core.toLowerCase() as Hex);
  return {
    api,
    core: deployment.core,
    pool: deployment.pool,
    chainId,
    instance,
    instanceLimbs: instanceLimbs(instance),
    publicClient: createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 100 }) as PublicClient,
    walletOf: (account) => createWalletClient({ account, chain, transport }),
    request: (path, body) => apiRequest(api, path, body),
  };
}

async function apiRequest<T>(api: string, path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(toJson(body)) };
  const response = await fetch(`${api}${path}`, init).catch((cause: unknown) => {
    throw new CodedError('API_UNREACHABLE', `no node answers at ${api}`, { api }, { cause });
  });
  const json = (await response.json().catch((cause: unknown) => {
    throw new CodedError('API_ERROR', `${api} answers with something that is not JSON (HTTP ${response.status})`, { api }, { cause });
  })) as T & { code?: string; message?: string; details?: Record<string, unknown> };
  if (!response.ok) throw new CodedError(json.code ?? 'API_ERROR', json.message ?? `HTTP ${response.status}`, json.details ?? {});
  return json;
}
