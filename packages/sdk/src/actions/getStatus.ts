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
  /** Where diffs go as the operator wants it, and the committee that keeps those of validium accounts. */
  readonly volition: { readonly policy: string; readonly committee: number; readonly threshold: number; readonly publishes: boolean };
  /** Where the diffs of the last sealed batch went, and why. */
  readonly carrier: CarrierState | null;
  /** Of L1's newest block. */
  readonly l1Time: number;
  /** Seconds; no batch is stamped later. */
  readonly sunset: number | null;
  readonly frozen: boolean;
  readonly alarms: readonly string[];
}

export interface CarrierState {
  readonly carrier: 'calldata' | 'blobs';
  /** A sentence with numbers. */
  readonly reason: string;
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
  readonly carrier: CarrierState | null;
  /** Versioned hashes. */
  readonly blobs: readonly string[];
  /** The data committee has signed for its validium diffs. */
  readonly committee: boolean;
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
