/**
 * A rebuilt state as a file: one line of JSON that says what it is, then the state's words. It is the checkpoint that a rebuild goes on
 * from and what `escape` takes; it is believed only after its roots have been computed again and compared with L1.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { compressMany } from '@weir/crypto/compressKernel';
import { type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { hashState } from '@weir/protocol/state/hashState';
import { restoreState, snapshotState } from '@weir/protocol/state/snapshot';
import { type State, stateRoots } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';

const FORMAT = 'weir.state.v1';

export interface Rebuilt {
  readonly chainId: number;
  readonly core: Hex;
  /** Last batch in it; 0 = the empty state. */
  readonly batchNumber: number;
  /** Block in which that batch settled. */
  readonly block: bigint;
  /** What L1 has after that batch. */
  readonly rollupRoot: Hex;
  readonly validiumRoot: Hex;
  /** First batch whose validium data only the committee has; null: the validium tree is whole. */
  readonly validiumMissingFrom: number | null;
  readonly state: State;
}

export const rollupRootOf = (state: State): Hex => toHex(digestBytes(stateRoots(state).rollup));
export const validiumRootOf = (state: State): Hex => toHex(digestBytes(stateRoots(state).validium));

/** Appears whole or not at all. */
export function writeStateFile(file: string, { state, block, ...about }: Rebuilt): void {
  const line = `${JSON.stringify({ format: FORMAT, ...about, block: Number(block) })}\n`;
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(line), snapshotState(state)]));
  renameSync(`${file}.new`, file);
}

/** Throws `CodedError`: STATE_FILE_MALFORMED; STATE_FILE_WRONG if the state is not the one whose roots the file names. */
export async function readStateFile(file: string): Promise<Rebuilt> {
  const bytes = await readFile(file);
  const end = bytes.indexOf('\n');
  const malformed = (cause?: unknown) => new CodedError('STATE_FILE_MALFORMED', `${file} is no state file`, { file }, { cause });
  let about: Omit<Rebuilt, 'state' | 'block'> & { format: string; block: number };
  try {
    about = JSON.parse(bytes.subarray(0, end).toString('utf8')) as typeof about;
  } catch (cause) {
    throw malformed(cause);
  }
  if (about.format !== FORMAT) throw malformed();
  const state = restoreState(new Uint8Array(bytes.subarray(end + 1)));
  hashState(state, compressMany);
  const { format: _, block, ...rest } = about;
  const rebuilt = { ...rest, block: BigInt(block), state };
  const whole = about.validiumMissingFrom !== null || validiumRootOf(state) === about.validiumRoot;
  if (rollupRootOf(state) !== about.rollupRoot || !whole)
    throw new CodedError('STATE_FILE_WRONG', `${file} does not hold the state that it says`, { file, batch: about.batchNumber });
  return rebuilt;
}
