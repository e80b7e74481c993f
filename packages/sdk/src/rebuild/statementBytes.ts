/**
 * The statement that a transaction settled, wherever in its calldata it stands. Its first 144 bytes are known from events (version, number,
 * time, the four roots), so it is searched for instead of decoded: that also finds it inside the calldata of any contract that
 * passes it on as it is. A contract that builds it itself shows it only in a trace. Whatever is found proves itself by the new root.
 */
import { bigintToBytes, bytesToBigint, concatBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { EMPTY_STATE } from '@weir/protocol/state/state';
import { decodeEffects } from '@weir/protocol/statement/effects';
import { decodeHeader, HEADER_BYTES, STATEMENT_VERSION } from '@weir/protocol/statement/header';
import { limbsFromWord, WORD_BYTES } from '@weir/protocol/statement/limbs';
import type { Effect } from '@weir/protocol/types';
import type { L1Client } from '../l1.ts';
import type { Settlement } from './settlements.ts';
import { rollupRootOf, validiumRootOf } from './stateFile.ts';

/** Roots before a batch. */
export interface RootsBefore {
  readonly rollupRoot: Hex;
  readonly validiumRoot: Hex;
}

/** What the core is deployed with. */
export const GENESIS_ROOTS: RootsBefore = { rollupRoot: rollupRootOf(EMPTY_STATE), validiumRoot: validiumRootOf(EMPTY_STATE) };

export interface SettledStatement {
  /** header ‖ the words that are in calldata. */
  readonly bytes: Uint8Array;
  /** All blobs of the transaction. */
  readonly versionedHashes: readonly Hex[];
}

/** Throws `CodedError('STATEMENT_NOT_FOUND')`, saying what was looked at. */
export async function readStatement(client: L1Client, settlement: Settlement, before: RootsBefore): Promise<SettledStatement> {
  const { publicClient, core } = client;
  const { input, to, blobVersionedHashes } = await publicClient.getTransaction({ hash: settlement.transaction });
  const prefix = statementPrefix(settlement, before);
  const inCalldata = findStatement(input, prefix);
  const versionedHashes = blobVersionedHashes ?? [];
  if (inCalldata !== undefined) return { bytes: inCalldata, versionedHashes };
  const { inputs, problem } = await tracedInputs(client, settlement.transaction);
  for (const traced of inputs) {
    const bytes = findStatement(traced, prefix);
    if (bytes !== undefined) return { bytes, versionedHashes };
  }
  throw new CodedError(
    'STATEMENT_NOT_FOUND',
    `the statement of batch ${settlement.batchNumber} is not in the calldata of ${settlement.transaction} (sent to ${to ?? 'nobody'}, not to the core): ${
      problem ?? 'nor in its trace'
    }`,
    { batch: settlement.batchNumber, transaction: settlement.transaction, to, core, trace: problem ?? 'read' },
  );
}

function statementPrefix({ batchNumber, timestamp, rollupRoot, validiumRoot }: Settlement, before: RootsBefore): Hex {
  const numbers = [bigintToBytes(BigInt(STATEMENT_VERSION), 4), bigintToBytes(BigInt(batchNumber), 4), bigintToBytes(BigInt(timestamp), 8)];
  return toHex(concatBytes(...numbers, ...[before.rollupRoot, rollupRoot, before.validiumRoot, validiumRoot].map(fromHex)));
}

/** The effects, which are in calldata whether or not there are blobs. */
export function effectsOf(statement: Uint8Array): Effect[] {
  const { effectWords } = decodeHeader(statement);
  const word = (i: number) => statement.subarray(HEADER_BYTES + WORD_BYTES * i, HEADER_BYTES + WORD_BYTES * (i + 1));
  return decodeEffects(Array.from({ length: effectWords }, (_, i) => limbsFromWord(bytesToBigint(word(i)))));
}

/** How many bytes a statement has in calldata: with blobs only its effects are there. */
function statementLength(header: Uint8Array): number {
  const { effectWords, headerDiffs, slotDiffs, blobs } = decodeHeader(header);
  return HEADER_BYTES + WORD_BYTES * (effectWords + (blobs === 0 ? 2 * headerDiffs + slotDiffs : 0));
}

function findStatement(input: Hex, prefix: Hex): Uint8Array | undefined {
  const wanted = prefix.slice(2);
  const data = input.slice(2);
  for (let at = data.indexOf(wanted); at >= 0; at = data.indexOf(wanted, at + 1)) {
    if (at % 2 !== 0) continue;
    const header = data.slice(at, at + 2 * HEADER_BYTES);
    if (header.length < 2 * HEADER_BYTES) return undefined;
    const end = at + 2 * statementLength(fromHex(`0x${header}`));
    if (end <= data.length) return fromHex(`0x${data.slice(at, end)}`);
  }
  return undefined;
}

interface CallFrame {
  readonly input: Hex;
  readonly calls?: readonly CallFrame[];
}

const inputsOf = ({ input, calls = [] }: CallFrame): Hex[] => [input, ...calls.flatMap(inputsOf)];

/** Calldata of every call inside the transaction, from a node that can trace. */
async function tracedInputs({ publicClient }: L1Client, hash: Hex): Promise<{ inputs: Hex[]; problem?: string }> {
  const request = (method: string, params: unknown[]) => publicClient.request({ method, params } as never) as Promise<unknown>;
  try {
    const frame = (await request('debug_traceTransaction', [hash, { tracer: 'callTracer' }])) as CallFrame;
    return { inputs: inputsOf(frame) };
  } catch {
    try {
      const traces = (await request('trace_transaction', [hash])) as { action?: { input?: Hex } }[];
      return { inputs: traces.flatMap(({ action }) => (action?.input === undefined ? [] : [action.input])) };
    } catch {
      return {
        inputs: [],
        problem:
          'a contract in between built it, and this RPC has neither debug_traceTransaction nor trace_transaction: use one that traces',
      };
    }
  }
}
