/** Rides as the node sees them: terms from L1, boarding so far, outcome once there is one. */
import type { WeirClient } from '../client.ts';

export interface RideState {
  readonly ticket: number;
  readonly terms: {
    readonly adapter: string;
    readonly direction: number;
    readonly assetIn: number;
    readonly assetOut: number;
    readonly referenceIn: string;
    readonly referenceOut: string;
    readonly worstIn: string;
    readonly worstOut: string;
    readonly minSize: string;
    readonly maxSize: string;
    readonly boardBy: number;
    readonly departBy: number;
    readonly settleBy: number;
  };
  readonly outcome: { readonly outTotal: string; readonly inReturned: string; readonly tickets: string } | null;
  readonly boarded: string;
  readonly closed: boolean;
}

export async function getRides(client: WeirClient): Promise<readonly RideState[]> {
  return (await client.request<{ rides: RideState[] }>('/v1/rides')).rides;
}
