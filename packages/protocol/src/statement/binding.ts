/**
 * What ties a proof to a statement's bytes: instance, digest D, evaluation point z, evaluation y, the public values, and the
 * transcript's context (docs/statements.md, "Public values").
 *
 * z depends on both sides, the words in the circuit (through D) and what L1 reads (keccak of the calldata words, and the blobs' versioned hashes). Leave either out
 * and the other can be forged to meet y.
 */
import { keccak256 } from '@weir/crypto/keccak';
import { DOMAIN, feedForward } from '@weir/crypto/poseidon';
import { invariant } from '@weir/foundation/assert';
import { bigintToBytes, bytesToBigint, concatBytes, tagBytes } from '@weir/foundation/bytes';
import type { Address, Diffs, Digest } from '../types.ts';
import { diffsOfTree, encodeDiffs } from './diffs.ts';
import type { StatementHeader } from './header.ts';
import { digestBytes, encodeHeader, flagsOf } from './header.ts';
import type { Limbs } from './limbs.ts';
import { splitTime, wordFromLimbs } from './limbs.ts';
import type { Statement } from './statement.ts';
import { encodeBody, encodeStatement, splitBody } from './statement.ts';

/** The BLS12-381 scalar field, so that y may later come from the point-evaluation precompile. */
export const SCALAR_FIELD = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;

export const PUBLIC_GROUPS = 13;
export const GROUP_ELEMENTS = 8;

/** keccak256("weir.instance.v1" ‖ chainId ‖ core): one deployment. */
export function instanceHash(chainId: bigint, core: Address): Uint8Array {
  return keccak256(tagBytes('weir.instance.v1'), bigintToBytes(chainId, 32), bigintToBytes(BigInt(core), 32));
}

/** The low 224 bits as 8 limbs of 28 bits, least significant first. */
export function instanceLimbs(hash: Uint8Array): number[] {
  const value = bytesToBigint(hash);
  return Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(28 * i)) & 0xfffffffn));
}

type Counts = Pick<StatementHeader, 'effectWords' | 'headerDiffs' | 'slotDiffs'>;

/** D and every state of the chain on the way: states[i] (8 elements) follows word i. */
export function wordChain(counts: Counts, words: readonly Limbs[]): { readonly digest: Digest; readonly states: readonly Digest[] } {
  const start = [counts.effectWords, counts.headerDiffs, counts.slotDiffs, 0, 0, 0, 0, 0];
  const states: Digest[] = [];
  let state: Digest = start;
  for (const limbs of words) {
    state = feedForward(DOMAIN.word, [...state.slice(0, 7), ...limbs]);
    states.push(state);
  }
  return { digest: state, states };
}

/** z = keccak256("weir.z.v1" ‖ instanceHash ‖ header ‖ D ‖ keccak256(calldata words) ‖ versioned hashes) mod r. */
export function evaluationPoint(
  instance: Uint8Array,
  header: Uint8Array,
  digest: Digest,
  calldata: Uint8Array,
  versionedHashes: readonly Uint8Array[] = [],
): bigint {
  const seen = concatBytes(keccak256(calldata), ...versionedHashes);
  return bytesToBigint(keccak256(tagBytes('weir.z.v1'), instance, header, digestBytes(digest), seen)) % SCALAR_FIELD;
}

/** y = Σ word_i z^i mod r, by Horner from the last word. */
export function evaluate(words: readonly Limbs[], z: bigint): bigint {
  let y = 0n;
  for (let i = words.length - 1; i >= 0; i--) y = (y * z + wordFromLimbs(words[i])) % SCALAR_FIELD;
  return y;
}

/** 22 limbs of 12 bits and two zeros: three groups. */
export function scalarLimbs(value: bigint): number[] {
  return Array.from({ length: 3 * GROUP_ELEMENTS }, (_, i) => (i < 22 ? Number((value >> BigInt(12 * i)) & 0xfffn) : 0));
}

/** Everything the proof binds of a statement. */
export interface Binding {
  readonly digest: Digest;
  readonly z: bigint;
  readonly y: bigint;
  /** 13 groups of 8 elements. */
  readonly publicValues: readonly number[];
  /** 32 bytes for the proof's transcript. */
  readonly context: Uint8Array;
}

export function batchGroup(header: StatementHeader): number[] {
  return [header.batchNumber, ...splitTime(header.timestamp), flagsOf(header), header.effectWords, header.headerDiffs, header.slotDiffs, 0];
}

/** `versionedHashes`: of the statement's blobs, in order, 32 bytes each. */
export function bindStatement(instance: Uint8Array, statement: Statement, versionedHashes: readonly Uint8Array[] = []): Binding {
  const { header, words } = statement;
  invariant(versionedHashes.length === header.blobs && versionedHashes.every(({ length }) => length === 32), 'one hash per blob');
  const { digest } = wordChain(header, words);
  const z = evaluationPoint(instance, encodeHeader(header), digest, encodeBody(splitBody(statement).calldata), versionedHashes);
  const y = evaluate(words, z);
  const publicValues = [
    ...header.oldRollupRoot,
    ...header.newRollupRoot,
    ...header.oldValidiumRoot,
    ...header.newValidiumRoot,
    ...instanceLimbs(instance),
    ...batchGroup(header),
    ...digest,
    ...scalarLimbs(z),
    ...scalarLimbs(y),
  ];
  return { digest, z, y, publicValues, context: statementContext(instance, encodeStatement(statement), versionedHashes) };
}

/** keccak256("weir.context.v1" ‖ instanceHash ‖ keccak256(statement) ‖ versioned hashes). */
export function statementContext(instance: Uint8Array, statement: Uint8Array, versionedHashes: readonly Uint8Array[] = []): Uint8Array {
  return keccak256(tagBytes('weir.context.v1'), instance, keccak256(statement), ...versionedHashes);
}

/**
 * keccak256("weir.data.v1" ‖ instanceHash ‖ batchNumber u32 ‖ headerDiffs u16 ‖ slotDiffs u24 ‖ diff words): what a committee member has
 * stored when it signs. Of the validium accounts' diffs, headers then slots.
 */
export function dataDigest(instance: Uint8Array, batchNumber: number, diffs: Diffs): Uint8Array {
  const { headers, slots } = diffsOfTree(1, diffs);
  const counts = [
    [batchNumber, 4],
    [headers.length, 2],
    [slots.length, 3],
  ].map(([value, length]) => bigintToBytes(BigInt(value), length));
  return keccak256(tagBytes('weir.data.v1'), instance, ...counts, encodeBody(encodeDiffs({ headers, slots })));
}
