/** A batch's proof: from an executed batch to bytes that L1 accepts, and back. */

import { CodedError } from '@weir/foundation/codedError';
import { bindStatement } from '@weir/protocol/statement/binding';
import { encodeStatement, type Statement } from '@weir/protocol/statement/statement';
import { checkTraces, describeFailure } from '@weir/stark/air/check';
import type { ProverBackend } from '@weir/stark/backend';
import { DEFAULT_PROFILE, type SecurityProfile } from '@weir/stark/profile';
import { type Progress, prove } from '@weir/stark/prover';
import { type Verdict, verifyProof } from '@weir/stark/verifier';
import type { BatchWitness, PendingWitness } from './trace/witness.ts';
import { fillTraces, fillTracesBeside, weirAir } from './weirAir.ts';

export type ProveErrorCode = 'TRACE_FALSE';
export class ProveError extends CodedError<ProveErrorCode> {}

export interface ProveBatchOptions {
  readonly profile?: SecurityProfile;
  readonly backend?: ProverBackend;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Check the trace first: names what is wrong instead of making a proof that nobody accepts. Costs about as much as filling it. */
  readonly check?: boolean;
}

export interface BatchProof {
  readonly proof: Uint8Array;
  readonly publicValues: Uint32Array;
  /** 32 bytes: binds instance and statement. */
  readonly context: Uint8Array;
  /** Exactly the bytes that L1 settles. */
  readonly statement: Uint8Array;
}

export async function proveBatch(witness: BatchWitness | PendingWitness, options: ProveBatchOptions = {}): Promise<BatchProof> {
  const { profile = DEFAULT_PROFILE, check = false, ...rest } = options;
  const { statement } = witness;
  rest.onProgress?.({ stage: 'traces', percent: 0 });
  const { kernels } = rest.backend ?? {};
  const traces =
    kernels === undefined ? fillTraces({ ...witness, binding: await witness.binding }) : await fillTracesBeside(kernels, witness);
  const binding = await witness.binding;
  const publicValues = Uint32Array.from(binding.publicValues);
  if (check) {
    const [failure] = checkTraces(weirAir, traces, publicValues, { maxFailures: 1 });
    if (failure !== undefined) throw new ProveError('TRACE_FALSE', describeFailure(failure), { failure });
  }
  const proof = await prove({ air: weirAir, traces, publicValues, context: binding.context, profile, ...rest });
  return { proof, publicValues, context: binding.context, statement: encodeStatement(statement) };
}

export interface VerifyBatchOptions {
  /** The 32-byte instance hash of the deployment that the proof is for. */
  readonly instance: Uint8Array;
  readonly statement: Statement;
  readonly proof: Uint8Array;
  /** Of the statement's blobs, in order: as computed from the bytes that `statement` was decoded with. */
  readonly versionedHashes?: readonly Uint8Array[];
  readonly profile?: SecurityProfile;
}

/** Public values and context come from the statement and the instance, never from whoever brings the proof. */
export function verifyBatch({ instance, statement, proof, versionedHashes = [], profile = DEFAULT_PROFILE }: VerifyBatchOptions): Verdict {
  const { publicValues, context } = bindStatement(instance, statement, versionedHashes);
  return verifyProof({ air: weirAir, publicValues: Uint32Array.from(publicValues), context, profile, proof });
}
