/** Share prices on L1 that bands are measured by, as the node has read them: of each feed the newest entry. */
import type { WeirClient } from '../client.ts';

export interface ReferenceState {
  /** What a band names. */
  readonly feed: number;
  readonly inAsset: number;
  readonly outAsset: number;
  readonly entry: number;
  /** One quantum of outAsset is worth num/den quanta of inAsset. */
  readonly num: bigint;
  readonly den: bigint;
  /** Seconds since 1970. */
  readonly readAt: number;
}

export async function getReferences(client: WeirClient): Promise<readonly ReferenceState[]> {
  type Sent = Omit<ReferenceState, 'num' | 'den'> & { readonly num: string; readonly den: string };
  const { references } = await client.request<{ references: readonly Sent[] }>('/v1/references');
  return references.map(({ num, den, ...rest }) => ({ ...rest, num: BigInt(num), den: BigInt(den) }));
}
