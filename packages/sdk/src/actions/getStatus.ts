/** What a node says about itself, its batches and its assets. */
import type { WeirClient } from '../client.ts';

export interface NodeStatus {
  readonly chainId: number;
  readonly core: string;
  readonly pool: string;
  readonly profile: string;
  readonly operatorAccount: number;
  readonly batch: number;
  readonly settledBatch: number;
  readonly waiting: number;
  readonly nextAccount: number;
  readonly rollupRoot: readonly number[];
  readonly unwell: readonly string[];
}

export interface BatchState {
  readonly number: number;
  readonly status: string;
  readonly timestamp: number;
  readonly transactions: number;
  readonly statementBytes: number;
  readonly proofBytes: number | null;
  readonly proveSeconds: number | null;
  readonly l1Transaction: string | null;
  readonly l1Block: number | null;
  readonly gasUsed: number | null;
  readonly transactionBytes: number | null;
}

export interface AssetState {
  readonly number: number;
  readonly token: string;
  readonly quantum: string;
}

export const getStatus = (client: WeirClient): Promise<NodeStatus> => client.request('/v1/status');
export const getBatch = (client: WeirClient, number: number): Promise<BatchState> => client.request(`/v1/batches/${number}`);

export async function getBatches(client: WeirClient): Promise<readonly BatchState[]> {
  return (await client.request<{ batches: BatchState[] }>('/v1/batches')).batches;
}

export async function getAssets(client: WeirClient): Promise<readonly AssetState[]> {
  return (await client.request<{ assets: AssetState[] }>('/v1/assets')).assets;
}
