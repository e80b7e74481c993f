/**
 * One member of the data availability committee: stores the validium diffs of every batch, and signs that it does.
 *
 * It signs only what it can serve: the diffs, applied to a validium state that it holds itself, give the new root, and everything is on
 * disk before the signature leaves. It never signs two different things for one batch number; that too is on disk first. It may *hold*
 * several batches of one number (one was taken apart and sealed anew): states are found by root, so it can go on from whichever settles.
 */
import { bigintToBytes, bytesToBigint, concatBytes, equalBytes, type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { hashState } from '@weir/protocol/state/hashState';
import { snapshotState } from '@weir/protocol/state/snapshot';
import { applyDiffs, EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { availabilityTypedData, decodeValidiumData, type ValidiumData } from '@weir/protocol/statement/availability';
import { dataDigest } from '@weir/protocol/statement/binding';
import { digestBytes } from '@weir/protocol/statement/header';
import { hashTypedData, type PrivateKeyAccount } from 'viem';
import { compressMany } from '../kernels.ts';
import { Log } from './log.ts';

/** What the operator asks a member to hold. Roots are 32 bytes. */
export interface HeldBatch extends ValidiumData {
  readonly batchNumber: number;
  readonly oldValidiumRoot: Uint8Array;
  readonly newValidiumRoot: Uint8Array;
}

/**
 * DATA_MISSING: it does not hold the state before; the details say what it has. ROOT_MISMATCH: the diffs give another root.
 * SIGNED_ANOTHER: it has signed something else for this number. NOT_VALIDIUM: a diff of a rollup account. LOG_FAILED: its disk.
 */
export type MemberFault = 'DATA_MISSING' | 'ROOT_MISMATCH' | 'SIGNED_ANOTHER' | 'NOT_VALIDIUM' | 'LOG_FAILED';

const fault = (code: MemberFault, message: string, details: Record<string, unknown> = {}) => new CodedError(code, message, details);

export interface MemberOptions {
  readonly file: string;
  readonly account: PrivateKeyAccount;
  readonly instance: Uint8Array;
  readonly chainId: number;
  readonly core: Hex;
}

/** First byte of a record. */
const BATCH_RECORD = 1;
const SIGNED_RECORD = 2;
/** States of that many newest batches stay in memory; all of their data stays on disk. */
const KEPT_STATES = 256;

interface KnownState {
  readonly state: State;
  readonly batchNumber: number;
}

export interface Signed {
  readonly signer: Hex;
  readonly signature: Hex;
  readonly dataDigest: Hex;
}

export class Member {
  readonly #options: MemberOptions;
  readonly #log: Log;
  readonly #states: Map<string, KnownState>;
  readonly #batches: Map<number, HeldBatch[]>;
  readonly #signed: Map<number, Uint8Array>;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: MemberOptions, log: Log, memory: Memory) {
    this.#options = options;
    this.#log = log;
    this.#states = memory.states;
    this.#batches = memory.batches;
    this.#signed = memory.signed;
  }

  /** Reads everything back. Throws `CodedError`: LOG_CORRUPT. */
  static async open(options: MemberOptions): Promise<Member> {
    const memory = emptyMemory();
    const log = await Log.open(options.file, (record) => remember(memory, record));
    return new Member(options, log, memory);
  }

  get address(): Hex {
    return this.#options.account.address;
  }

  get isWell(): boolean {
    return this.#log.isWell;
  }

  /** Highest batch number held; 0 = none. */
  get lastBatch(): number {
    return Math.max(0, ...this.#batches.keys());
  }

  batches(number: number): readonly HeldBatch[] {
    return this.#batches.get(number) ?? [];
  }

  /** The validium state behind a root, with the batch that made it; by default the newest. */
  stateAt(root?: Uint8Array): KnownState & { readonly root: Hex } {
    const newest = (): string => [...this.#states.keys()][this.#states.size - 1];
    const key = root === undefined ? newest() : toHex(root);
    const known = this.#states.get(key);
    if (known === undefined) throw new CodedError('NOT_FOUND', 'no state with this root is held', { root: key });
    return { ...known, root: key as Hex };
  }

  snapshot(root?: Uint8Array): { readonly root: Hex; readonly batchNumber: number; readonly bytes: Uint8Array } {
    const { state, ...rest } = this.stateAt(root);
    return { root: rest.root, batchNumber: rest.batchNumber, bytes: snapshotState(state) };
  }

  /** Stores it. One at a time: what is held depends on what was held before. */
  hold(batch: HeldBatch): Promise<void> {
    return this.#exclusive(() => this.#hold(batch));
  }

  /** Stores it, then signs for it under this rollup root. */
  sign(batch: HeldBatch, newRollupRoot: Uint8Array): Promise<Signed> {
    return this.#exclusive(async () => {
      await this.#hold(batch);
      const { account, instance, chainId, core } = this.#options;
      const digest = toHex(dataDigest(instance, batch.batchNumber, decodeValidiumData(batch)));
      const typedData = availabilityTypedData(chainId, core, {
        batchNumber: BigInt(batch.batchNumber),
        newRollupRoot: toHex(newRollupRoot),
        newValidiumRoot: toHex(batch.newValidiumRoot),
        oldValidiumRoot: toHex(batch.oldValidiumRoot),
        dataDigest: digest,
      });
      const hash = Uint8Array.from(Buffer.from(hashTypedData(typedData).slice(2), 'hex'));
      const before = this.#signed.get(batch.batchNumber);
      if (before !== undefined && !equalBytes(before, hash))
        throw fault('SIGNED_ANOTHER', `another batch ${batch.batchNumber} is signed already`, { batchNumber: batch.batchNumber });
      if (before === undefined) {
        await this.#log.append(concatBytes(Uint8Array.of(SIGNED_RECORD), bigintToBytes(BigInt(batch.batchNumber), 4), hash));
        this.#signed.set(batch.batchNumber, hash);
      }
      return { signer: account.address, signature: await account.signTypedData(typedData), dataDigest: digest };
    });
  }

  async #hold(batch: HeldBatch): Promise<void> {
    const held = this.batches(batch.batchNumber).some((other) => sameBatch(other, batch));
    if (held) return;
    const before = this.#states.get(toHex(batch.oldValidiumRoot));
    if (before === undefined)
      throw fault('DATA_MISSING', `the state before batch ${batch.batchNumber} is not held`, { lastBatch: this.lastBatch });
    const after = stateAfter(before.state, batch);
    await this.#log.append(encodeBatch(batch));
    keep({ states: this.#states, batches: this.#batches, signed: this.#signed }, batch, after);
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#log.close();
  }
}

// ---- state

interface Memory {
  readonly states: Map<string, KnownState>;
  readonly batches: Map<number, HeldBatch[]>;
  readonly signed: Map<number, Uint8Array>;
}

const rootOf = (state: State): Uint8Array => digestBytes(stateRoots(state).validium);

function emptyMemory(): Memory {
  const states = new Map([[toHex(rootOf(EMPTY_STATE)), { state: EMPTY_STATE, batchNumber: 0 }]]);
  return { states, batches: new Map(), signed: new Map() };
}

/** Throws if the diffs do not lead to the root that the batch claims. */
function stateAfter(before: State, batch: HeldBatch): State {
  const after = applyDiffs(before, decodeValidiumData(batch));
  hashState(after, compressMany);
  const root = rootOf(after);
  if (!equalBytes(root, batch.newValidiumRoot))
    throw fault('ROOT_MISMATCH', `the diffs of batch ${batch.batchNumber} give another root`, { root: toHex(root) });
  return after;
}

function keep({ states, batches }: Memory, batch: HeldBatch, state: State): void {
  const key = toHex(batch.newValidiumRoot);
  // The newest stands last.
  states.delete(key);
  states.set(key, { state, batchNumber: batch.batchNumber });
  batches.set(batch.batchNumber, [...(batches.get(batch.batchNumber) ?? []), batch]);
  if (states.size > KEPT_STATES) states.delete([...states.keys()][0]);
}

const sameBatch = (a: HeldBatch, b: HeldBatch): boolean =>
  equalBytes(a.oldValidiumRoot, b.oldValidiumRoot) &&
  equalBytes(a.newValidiumRoot, b.newValidiumRoot) &&
  a.headerDiffs === b.headerDiffs &&
  equalBytes(a.words, b.words);

// ---- records

function encodeBatch({ batchNumber, oldValidiumRoot, newValidiumRoot, headerDiffs, slotDiffs, words }: HeldBatch): Uint8Array {
  const uint = (value: number, length: number) => bigintToBytes(BigInt(value), length);
  const counts = [uint(batchNumber, 4), uint(headerDiffs, 2), uint(slotDiffs, 3)];
  return concatBytes(Uint8Array.of(BATCH_RECORD), ...counts, oldValidiumRoot, newValidiumRoot, words);
}

function remember(memory: Memory, record: Uint8Array): void {
  const uint = (from: number, to: number) => Number(bytesToBigint(record.subarray(from, to)));
  if (record[0] === SIGNED_RECORD) {
    memory.signed.set(uint(1, 5), record.slice(5));
    return;
  }
  const batch: HeldBatch = {
    batchNumber: uint(1, 5),
    headerDiffs: uint(5, 7),
    slotDiffs: uint(7, 10),
    oldValidiumRoot: record.slice(10, 42),
    newValidiumRoot: record.slice(42, 74),
    words: record.slice(74),
  };
  const before = memory.states.get(toHex(batch.oldValidiumRoot));
  if (before === undefined) throw new CodedError('LOG_CORRUPT', `the state before batch ${batch.batchNumber} is missing`);
  keep(memory, batch, stateAfter(before.state, batch));
}
