/** What `settle` takes besides statement, digest and proof. */
import type { Hex } from 'viem';

export interface BlobOpening {
  readonly y: Hex;
  readonly commitment: Hex;
  readonly proof: Hex;
}

export interface Availability {
  readonly blobs: readonly BlobOpening[];
  readonly dataDigest: Hex;
  readonly signatures: Hex;
}

/** All words in calldata, nothing that a committee would have to sign. */
export const CALLDATA_ONLY: Availability = { blobs: [], dataDigest: `0x${'00'.repeat(32)}`, signatures: '0x' };
