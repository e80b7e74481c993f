/**
 * A client of one Weir deployment: the node's HTTP API, and L1 through viem. Actions (one per file in `actions/`) take it as their first
 * argument, viem style, so a bundle holds only what it uses.
 */
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import { createPublicClient, type Hex, http } from 'viem';
import { type L1Client, l1ClientOf } from './l1.ts';

export interface WeirClient extends L1Client {
  readonly api: string;
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

const ATTEMPTS = 3;

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
  const chainId = await createPublicClient({ transport: http(rpc, { timeout: 60_000 }) }).getChainId();
  if (chainId !== deployment.chainId) {
    throw new CodedError('WRONG_CHAIN', 'the RPC is of another chain than the node', { expected: deployment.chainId, actual: chainId });
  }
  return { ...l1ClientOf({ rpc, ...deployment }), api, request: (path, body) => apiRequest(api, path, body) };
}

/** A connection that was kept open may be closed at the very moment it is used again. Asking twice is safe: a node knows what it has. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}

async function apiRequest<T>(api: string, path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(toJson(body)) };
  const response = await reach(() => fetch(`${api}${path}`, init)).catch((cause: unknown) => {
    throw new CodedError('API_UNREACHABLE', `no node answers at ${api}`, { api }, { cause });
  });
  const json = (await response.json().catch((cause: unknown) => {
    throw new CodedError('API_ERROR', `${api} answers with something that is not JSON (HTTP ${response.status})`, { api }, { cause });
  })) as T & { code?: string; message?: string; details?: Record<string, unknown> };
  if (!response.ok) throw new CodedError(json.code ?? 'API_ERROR', json.message ?? `HTTP ${response.status}`, json.details ?? {});
  return json;
}
