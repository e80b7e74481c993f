/** Diffs that do not fit a transaction beside their proof go into blobs, as the node publishes them. */
import { toHex } from '@weir/foundation/bytes';
import type { KzgThread } from '@weir/node/da/kzg';
import type { Sidecar } from '@weir/node/da/sidecars';
import { type Availability, CALLDATA_ONLY } from '@weir/node/l1/availability';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { blobProof, openBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { type Batch, publishBatch } from '@weir/protocol/transactions/applyBatch';

/** What clients take into their pools, less what surrounds statement and proof. */
const MAX_TRANSACTION_BYTES = 131_072 - 1_024;
/** What a batch leaves room for before anybody knows its proof. */
const PROOF_BYTES = 100_000;

export interface CommittedBlob {
  readonly blob: Uint8Array;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
}

export interface PublishedBatch {
  readonly batch: Batch;
  /** Empty if all words are in calldata. */
  readonly blobs: Promise<readonly CommittedBlob[]>;
}

/** Commitments are computed on the KZG thread, as in the node, while the caller goes on. */
export function publish(batch: Batch, kzg: KzgThread): PublishedBatch {
  if (encodeStatement(batch.statement).length + PROOF_BYTES <= MAX_TRANSACTION_BYTES) return { batch, blobs: Promise.resolve([]) };
  const inBlobs = publishBatch(batch, { validiumData: false, blobs: true });
  const blobs = blobsFromWords(splitBody(inBlobs.statement).blobs).map(async (blob): Promise<CommittedBlob> => {
    const commitment = await kzg.commit(blob);
    return { blob, commitment, hash: versionedHash(commitment) };
  });
  return { batch: inBlobs, blobs: Promise.all(blobs) };
}

/** What `settle` is told about the blobs, which it opens at z. */
export function availabilityOf(blobs: readonly CommittedBlob[], z: bigint): Availability {
  const openings = blobs.map(({ blob, commitment }) => {
    const { y, proof } = openBlob(blob, z);
    return { y: `0x${y.toString(16).padStart(64, '0')}` as const, commitment: toHex(commitment), proof: toHex(proof) };
  });
  return { ...CALLDATA_ONLY, blobs: openings };
}

/** How a development chain takes them. */
export const sidecarsOf = (blobs: readonly CommittedBlob[]): Sidecar[] =>
  blobs.map(({ blob, commitment }) => ({ blob, commitment, proofs: [blobProof(blob, commitment)] }));
