/** The state as bytes: the diffs from the empty state, as statement words. A restored snapshot proves itself by its roots. */
import { bigintToBytes, bytesToBigint, concatBytes } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { decodeDiffs, encodeDiffs } from '../statement/diffs.ts';
import { limbsFromWord, WORD_BYTES } from '../statement/limbs.ts';
import { encodeBody } from '../statement/statement.ts';
import type { State } from './state.ts';
import { applyDiffs, diffStates, EMPTY_STATE } from './state.ts';

const COUNT_BYTES = 4;

/** u32 number of headers ‖ words. */
export function snapshotState(state: State): Uint8Array {
  const diffs = diffStates(EMPTY_STATE, state);
  return concatBytes(bigintToBytes(BigInt(diffs.headers.length), COUNT_BYTES), encodeBody(encodeDiffs(diffs)));
}

/** Throws `CodedError` on bytes that are no snapshot. Compare `stateRoots` of the result with the roots you expect. */
export function restoreState(bytes: Uint8Array): State {
  const headers = Number(bytesToBigint(bytes.subarray(0, COUNT_BYTES)));
  const count = (bytes.length - COUNT_BYTES) / WORD_BYTES;
  if (!Number.isInteger(count) || count < 2 * headers)
    throw new CodedError('SNAPSHOT_MALFORMED', 'not a whole number of words', { length: bytes.length });
  const words = Array.from({ length: count }, (_, i) => {
    const at = COUNT_BYTES + WORD_BYTES * i;
    return limbsFromWord(bytesToBigint(bytes.subarray(at, at + WORD_BYTES)));
  });
  return applyDiffs(EMPTY_STATE, decodeDiffs(words, headers));
}
