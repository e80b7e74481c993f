/**
 * What ties a proof to a statement's bytes: instance, digest D, evaluation point z, evaluation y, the public values, and the
 * transcript's context (docs/statements.md, "Public values").
 *
 * z depends on both sides, the words in the circuit (through D) and the bytes that L1 reads (through keccak(body)). Leave either out
 * and the other can be forged to meet y.
 */
import { keccak256 } from '@weir/crypto/keccak';
import { DOMAIN, feedForward } from '@weir/crypto/poseidon';
import { bigintToBytes, bytesToBigint, tagBytes } from '@weir/foundation/bytes';
import type { Address, Digest } from '../types.ts';
import type { StatementHeader } from './header.ts';
import { digestBytes, encodeHeader, FLAG_HAS_CLEARING } from './header.ts';
import type { Limbs } from './limbs.ts';
import { splitTime, wordFromLimbs } from './limbs.ts';
import type { Statement } from './statement.ts';
import { encodeBody, encodeStatement } from './statement.ts';

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

/** z = keccak256("weir.z.v1" ‖ instanceHash ‖ header ‖ D ‖ keccak256(body)) mod r. */
export function evaluationPoint(instance: Uint8Array, header: Uint8Array, digest: Digest, body: Uint8Array): bigint {
  return bytesToBigint(keccak256(tagBytes('weir.z.v1'), instance, header, digestBytes(digest), keccak256(body))) % SCALAR_FIELD;
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
  const flags = header.hasClearing ? FLAG_HAS_CLEARING : 0;
  return [header.batchNumber, ...splitTime(header.timestamp), flags, header.effectWords, header.headerDiffs, header.slotDiffs, 0];
}

export function bindStatement(instance: Uint8Array, statement: Statement): Binding {
  const { header, words } = statement;
  const { digest } = wordChain(header, words);
  const z = evaluationPoint(instance, encodeHeader(header), digest, encodeBody(words));
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
  return { digest, z, y, publicValues, context: statementContext(instance, encodeStatement(statement)) };
}

/** keccak256("weir.context.v1" ‖ instanceHash ‖ keccak256(statement)). */
export function statementContext(instance: Uint8Array, statement: Uint8Array): Uint8Array {
  return keccak256(tagBytes('weir.context.v1'), instance, keccak256(statement));
}
