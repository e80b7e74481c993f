/**
 * Checks a batch's proof yourself, with the TypeScript verifier: from a node (statement and proof it serves, compared with what L1 settled)
 * or from a file that holds the same JSON.
 */
import { verifyBatch as verifyStatement } from '@weir/circuits/prove';
import { equalBytes, fromHex, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { decodeStatement } from '@weir/protocol/statement/statement';
import type { WeirClient } from '../client.ts';
import { readSettledStatement } from './claimWithdrawal.ts';

/** What `/v1/batches/N/proof` serves. */
export interface ProofFile {
  readonly number: number;
  readonly statement: Hex;
  readonly digest: Hex;
  readonly proof: Hex;
}

export interface VerifyReport {
  readonly batch: number;
  readonly accepted: boolean;
  /** Rejection name of docs/proof.md, if refused. */
  readonly reason: string | null;
  readonly milliseconds: number;
  /** True if these are the bytes that L1 settled; null if L1 was not asked. */
  readonly settledOnL1: boolean | null;
}

export const getProof = (client: WeirClient, number: number): Promise<ProofFile> => client.request(`/v1/batches/${number}/proof`);

const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value);

/** Throws `CodedError('PROOF_FILE_MALFORMED')` or the statement's fault if the file is not what it says. */
export function verifyProofFile(instance: Uint8Array, file: ProofFile): VerifyReport {
  const bytes = (name: 'statement' | 'proof'): Uint8Array => {
    const value: unknown = file?.[name];
    if (!isHex(value)) throw new CodedError('PROOF_FILE_MALFORMED', `expected {number, statement, proof}: ${name} is not a 0x string`);
    return fromHex(value);
  };
  const proof = bytes('proof');
  const statement = decodeStatement(bytes('statement'));
  const started = performance.now();
  const verdict = verifyStatement({ instance, statement, proof });
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
  const settled = await readSettledStatement(client, number).catch(() => undefined);
  const report = verifyProofFile(client.instance, file);
  return { ...report, settledOnL1: settled !== undefined && equalBytes(settled, fromHex(file.statement)) };
}
