/** One settled batch applied to the state before it: its diff words, from calldata or blobs, must give the roots that L1 has. */
import { compressMany } from '@weir/crypto/compressKernel';
import { bytesToBigint, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { hashState } from '@weir/protocol/state/hashState';
import { ACCOUNTS, applyDiffs, type State } from '@weir/protocol/state/state';
import { wordsFromBlobs } from '@weir/protocol/statement/blobs';
import { decodeDiffs } from '@weir/protocol/statement/diffs';
import { decodeHeader, digestBytes, HEADER_BYTES, type StatementHeader } from '@weir/protocol/statement/header';
import { limbsFromWord, WORD_BYTES } from '@weir/protocol/statement/limbs';
import { type Rebuilt, rollupRootOf, validiumRootOf } from './stateFile.ts';
import { hasValidiumData } from './statementBytes.ts';

export interface BatchData {
  /** header ‖ the words that are in calldata. */
  readonly statement: Uint8Array;
  /** Its blobs, if the header says that the diffs are there. */
  readonly blobs: readonly Uint8Array[];
}

/** Slot and header diffs that a batch has. */
export const updatesOf = ({ headerDiffs, slotDiffs }: StatementHeader): number => headerDiffs + slotDiffs;

function diffWords(header: StatementHeader, { statement, blobs }: BatchData): bigint[] {
  const count = 2 * header.headerDiffs + header.slotDiffs;
  if (blobs.length > 0) return wordsFromBlobs(blobs, count);
  const start = HEADER_BYTES + WORD_BYTES * header.effectWords;
  return Array.from({ length: count }, (_, i) => bytesToBigint(statement.subarray(start + WORD_BYTES * i, start + WORD_BYTES * (i + 1))));
}

/**
 * Throws `CodedError`: a statement or blob fault; ROOT_MISMATCH if the data does not lead from the state before to the settled roots. A
 * validium tree that moved without data in the batch stays where it was, and is marked.
 */
export function replayBatch(before: Rebuilt, data: BatchData, block: bigint): Rebuilt {
  const header = decodeHeader(data.statement);
  const { headers, slots } = decodeDiffs(diffWords(header, data).map(limbsFromWord), header.headerDiffs);
  const [newRollupRoot, newValidiumRoot] = [toHex(digestBytes(header.newRollupRoot)), toHex(digestBytes(header.newValidiumRoot))];
  const hidden = newValidiumRoot !== before.validiumRoot && !hasValidiumData(data.statement);
  const validiumMissingFrom = before.validiumMissingFrom ?? (hidden ? header.batchNumber : null);
  // Diffs on top of a tree that is not known lead nowhere.
  const known = validiumMissingFrom === null ? () => true : ({ account }: { readonly account: number }) => account < ACCOUNTS;
  const state: State = applyDiffs(before.state, { headers: headers.filter(known), slots: slots.filter(known) });
  hashState(state, compressMany);
  const [rollupRoot, validiumRoot] = [rollupRootOf(state), validiumRootOf(state)];
  if (rollupRoot !== newRollupRoot || (validiumMissingFrom === null && validiumRoot !== newValidiumRoot))
    throw new CodedError('ROOT_MISMATCH', `batch ${header.batchNumber} does not rebuild to the roots that L1 has`, {
      batch: header.batchNumber,
      expected: [newRollupRoot, newValidiumRoot],
      actual: [rollupRoot, validiumRoot],
    });
  return {
    chainId: before.chainId,
    core: before.core,
    batchNumber: header.batchNumber,
    block,
    rollupRoot: newRollupRoot,
    validiumRoot: newValidiumRoot,
    validiumMissingFrom,
    state,
  };
}
