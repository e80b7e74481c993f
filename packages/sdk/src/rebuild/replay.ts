/** One settled batch applied to the state before it: its diff words, from calldata or blobs, must give the roots that L1 has. */
import { compressMany } from '@weir/crypto/compressKernel';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { hashState } from '@weir/protocol/state/hashState';
import { ACCOUNTS, applyDiffs, type State } from '@weir/protocol/state/state';
import { digestBytes, type StatementHeader } from '@weir/protocol/statement/header';
import { decodeStatement } from '@weir/protocol/statement/statement';
import { type Rebuilt, rollupRootOf, validiumRootOf } from './stateFile.ts';

export interface BatchData {
  /** header ‖ the words that are in calldata. */
  readonly statement: Uint8Array;
  /** Its blobs, if the header says that the diffs are there. */
  readonly blobs: readonly Uint8Array[];
}

/** Slot and header diffs that a batch has. */
export const updatesOf = ({ headerDiffs, slotDiffs }: StatementHeader): number => headerDiffs + slotDiffs;

/**
 * Throws `CodedError`: a statement or blob fault; ROOT_MISMATCH if the data does not lead from the state before to the settled roots. A
 * validium tree that moved without data in the batch stays where it was, and is marked.
 */
export function replayBatch(before: Rebuilt, data: BatchData, block: bigint): Rebuilt {
  const { header, diffs } = decodeStatement(data.statement, data.blobs);
  const [newRollupRoot, newValidiumRoot] = [toHex(digestBytes(header.newRollupRoot)), toHex(digestBytes(header.newValidiumRoot))];
  const hidden = newValidiumRoot !== before.validiumRoot && !header.validiumData;
  const validiumMissingFrom = before.validiumMissingFrom ?? (hidden ? header.batchNumber : null);
  // Diffs on top of a tree that is not known lead nowhere.
  const known = validiumMissingFrom === null ? () => true : ({ account }: { readonly account: number }) => account < ACCOUNTS;
  const state: State = applyDiffs(before.state, { headers: diffs.headers.filter(known), slots: diffs.slots.filter(known) });
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
