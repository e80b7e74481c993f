/**
 * Checks a batch's proof yourself, with the TypeScript verifier: from a node (statement, blobs and proof it serves, compared with what L1
 * settled) or from a file that holds the same JSON. Blobs count only with the bytes whose commitment they are named by.
 */
import { verifyBatch as verifyStatement } from '@weir/circuits/prove';
import { equalBytes, fromHex, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { decodeStatement } from '@weir/protocol/statement/statement';
import type { WeirClient } from '../client.ts';
import { type BlobSource, nodeBlobs, readBlob, rpcBlobs } from '../rebuild/blobSources.ts';
import { readSettled } from './claimWithdrawal.ts';

/** What `/v1/batches/N/proof` serves. */
export interface ProofFile {
  readonly number: number;
  readonly statement: Hex;
  readonly digest: Hex;
  readonly proof: Hex;
  /** Versioned hashes of the blobs that hold the diffs; none if they are in the statement's bytes. */
  readonly blobs?: readonly Hex[];
}

export interface VerifyReport {
  readonly batch: number;
  readonly accepted: boolean;
  /** Rejection name of docs/proof.md, if refused. */
  readonly reason: string | null;
  readonly milliseconds: number;
  /** True if these are the bytes and blobs that L1 settled; null if L1 was not asked. */
  readonly settledOnL1: boolean | null;
}

export const getProof = (client: WeirClient, number: number): Promise<ProofFile> => client.request(`/v1/batches/${number}/proof`);

const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value);
const isVersionedHash = (value: unknown): value is Hex => isHex(value) && value.length === 66;

function readProofFile(file: ProofFile) {
  const malformed = (message: string) => new CodedError('PROOF_FILE_MALFORMED', `expected {number, statement, proof}: ${message}`);
  const bytes = (name: 'statement' | 'proof'): Uint8Array => {
    const value: unknown = file?.[name];
    if (!isHex(value)) throw malformed(`${name} is not a 0x string`);
    return fromHex(value);
  };
  const hashes: unknown = file?.blobs ?? [];
  if (!Array.isArray(hashes) || !hashes.every(isVersionedHash)) throw malformed('blobs are not versioned hashes');
  return { proof: bytes('proof'), statement: bytes('statement'), hashes };
}

/**
 * `sources`: where its blobs are, if it has any. Throws `CodedError`: PROOF_FILE_MALFORMED, BLOB_MISSING, or the statement's fault if the file
 * is not what it says.
 */
export async function verifyProofFile(instance: Uint8Array, file: ProofFile, sources: readonly BlobSource[] = []): Promise<VerifyReport> {
  const { proof, statement: bytes, hashes } = readProofFile(file);
  const blobs: Uint8Array[] = [];
  for (const versionedHash of hashes) {
    const timestamp = (): Promise<bigint> => Promise.reject(new Error('a proof file does not say in which block it settled'));
    blobs.push(await readBlob(sources, { batch: file.number, versionedHash, timestamp, verify: true }));
  }
  const statement = decodeStatement(bytes, blobs);
  const started = performance.now();
  const verdict = verifyStatement({ instance, statement, proof, versionedHashes: hashes.map(fromHex) });
  const milliseconds = Math.round(performance.now() - started);
  return {
    batch: statement.header.batchNumber,
    accepted: verdict.accepted,
    reason: verdict.accepted ? null : verdict.reason,
    milliseconds,
    settledOnL1: null,
  };
}

export async function verifySettledBatch(client: WeirClient, number: number): Promise<VerifyReport> {
  const file = await getProof(client, number);
  const settled = await readSettled(client, number).catch(() => undefined);
  const report = await verifyProofFile(client.instance, file, [nodeBlobs(client.api), rpcBlobs(client)]);
  const hashes = file.blobs ?? [];
  const settledOnL1 =
    settled !== undefined &&
    equalBytes(settled.bytes, fromHex(file.statement)) &&
    hashes.length === settled.versionedHashes.length &&
    hashes.every((hash, i) => hash.toLowerCase() === settled.versionedHashes[i].toLowerCase());
  return { ...report, settledOnL1 };
}
