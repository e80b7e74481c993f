/**
 * Poseidon (the original one, with an MDS matrix) over KoalaBear: width 16, S-box x^3, 8 full and 20 partial rounds, with
 * Plonky3's constants (vectors/poseidon-koalabear-16.json), and the hashes of docs/statements.md "Hashing the state" on top of it.
 *
 * Every hash is F(x + c_d) with F(x) = P(x) + x. The feed-forward makes it one-way; without it the truncated permutation could be
 * inverted. The domain d enters through 16 constants that are linear in d, so a circuit needs no table.
 */

import { invariant } from '@weir/foundation/assert';
import { bytesToBigint } from '@weir/foundation/bytes';
import { add, fromBigint, mul, P, reduce } from './field.ts';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from './generated/poseidonConstants.ts';
import { keccak256 } from './keccak.ts';

/** Part of what an instance is: a different hash is a different version. */
export const POSEIDON_VERSION = 1;
export const WIDTH = 16;
export const DIGEST_ELEMENTS = 8;
export const FULL_ROUNDS = 8;
export const PARTIAL_ROUNDS = 20;

/** Domains d of compress_d (docs/statements.md). 0 … 25 are the depths of the account tree, 0 being its root. */
export const DOMAIN = {
  accountNode: 26,
  slotsRoot: 27,
  slotPair: 30,
  header: 31,
  message: 32,
  challenge: 33,
  word: 34,
} as const;

/** Eight elements. */
export type Digest = readonly number[];

const domainElement = (letter: 'A' | 'B', i: number): number =>
  fromBigint(bytesToBigint(keccak256(new TextEncoder().encode(`weir.poseidon.${letter}.${i}`))));
const lanes = Array.from({ length: WIDTH }, (_, i) => i);
/** c_d[i] = DOMAIN_A[i] + d·DOMAIN_B[i]. */
export const DOMAIN_A: readonly number[] = lanes.map((i) => domainElement('A', i));
export const DOMAIN_B: readonly number[] = lanes.map((i) => domainElement('B', i));

const domainCache = new Map<number, readonly number[]>();

/** The 16 constants c_d. */
export function domainConstants(domain: number): readonly number[] {
  let constants = domainCache.get(domain);
  if (constants === undefined) {
    invariant(Number.isInteger(domain) && domain >= 0 && domain < P, `not a domain: ${domain}`);
    constants = lanes.map((i) => add(DOMAIN_A[i], mul(domain, DOMAIN_B[i])));
    if (domain < 64) domainCache.set(domain, constants);
  }
  return constants;
}

/*
 * The matrix is circulant: M·s is the cyclic correlation of s with the first row, that is multiplication modulo x^16 − 1.
 * x^16 − 1 = (x^8 − 1)(x^8 + 1) and x^8 − 1 = (x^4 − 1)(x^4 + 1), so 16 + 16 + 64 small products replace 256.
 * Row entries are below 2^7 and states below 2^31, so all sums are exact in doubles (below 2^44).
 */
const column = lanes.map((i) => MATRIX_FIRST_ROW[(WIDTH - i) % WIDTH]);
const plus8 = lanes.slice(0, 8).map((i) => column[i] + column[i + 8]);
const ROW_MINUS8 = Float64Array.from(lanes.slice(0, 8), (i) => column[i] - column[i + 8]);
const ROW_PLUS4 = Float64Array.from(lanes.slice(0, 4), (i) => plus8[i] + plus8[i + 4]);
const ROW_MINUS4 = Float64Array.from(lanes.slice(0, 4), (i) => plus8[i] - plus8[i + 4]);

const halves = new Float64Array(8);
const quarters = new Float64Array(8);
const difference = new Float64Array(8);
const product8 = new Float64Array(8);
const product4 = new Float64Array(8);

/** Four places at `at`: out = a·row mod x^4 − 1. Unrolled, like the next two: half the time of loops. */
function multiplyCyclic4(out: Float64Array, a: Float64Array, at: number, row: Float64Array): void {
  const x0 = a[at];
  const c0 = row[0];
  const x1 = a[at + 1];
  const c1 = row[1];
  const x2 = a[at + 2];
  const c2 = row[2];
  const x3 = a[at + 3];
  const c3 = row[3];
  out[at] = x0 * c0 + x1 * c3 + x2 * c2 + x3 * c1;
  out[at + 1] = x0 * c1 + x1 * c0 + x2 * c3 + x3 * c2;
  out[at + 2] = x0 * c2 + x1 * c1 + x2 * c0 + x3 * c3;
  out[at + 3] = x0 * c3 + x1 * c2 + x2 * c1 + x3 * c0;
}

/** out = a·row mod x^4 + 1. */
function multiplyNegacyclic4(out: Float64Array, a: Float64Array, at: number, row: Float64Array): void {
  const x0 = a[at];
  const c0 = row[0];
  const x1 = a[at + 1];
  const c1 = row[1];
  const x2 = a[at + 2];
  const c2 = row[2];
  const x3 = a[at + 3];
  const c3 = row[3];
  out[at] = x0 * c0 - x1 * c3 - x2 * c2 - x3 * c1;
  out[at + 1] = x0 * c1 + x1 * c0 - x2 * c3 - x3 * c2;
  out[at + 2] = x0 * c2 + x1 * c1 + x2 * c0 - x3 * c3;
  out[at + 3] = x0 * c3 + x1 * c2 + x2 * c1 + x3 * c0;
}

/** out = a·row mod x^8 + 1. */
function multiplyNegacyclic8(out: Float64Array, a: Float64Array, at: number, row: Float64Array): void {
  const x0 = a[at];
  const c0 = row[0];
  const x1 = a[at + 1];
  const c1 = row[1];
  const x2 = a[at + 2];
  const c2 = row[2];
  const x3 = a[at + 3];
  const c3 = row[3];
  const x4 = a[at + 4];
  const c4 = row[4];
  const x5 = a[at + 5];
  const c5 = row[5];
  const x6 = a[at + 6];
  const c6 = row[6];
  const x7 = a[at + 7];
  const c7 = row[7];
  out[at] = x0 * c0 - x1 * c7 - x2 * c6 - x3 * c5 - x4 * c4 - x5 * c3 - x6 * c2 - x7 * c1;
  out[at + 1] = x0 * c1 + x1 * c0 - x2 * c7 - x3 * c6 - x4 * c5 - x5 * c4 - x6 * c3 - x7 * c2;
  out[at + 2] = x0 * c2 + x1 * c1 + x2 * c0 - x3 * c7 - x4 * c6 - x5 * c5 - x6 * c4 - x7 * c3;
  out[at + 3] = x0 * c3 + x1 * c2 + x2 * c1 + x3 * c0 - x4 * c7 - x5 * c6 - x6 * c5 - x7 * c4;
  out[at + 4] = x0 * c4 + x1 * c3 + x2 * c2 + x3 * c1 + x4 * c0 - x5 * c7 - x6 * c6 - x7 * c5;
  out[at + 5] = x0 * c5 + x1 * c4 + x2 * c3 + x3 * c2 + x4 * c1 + x5 * c0 - x6 * c7 - x7 * c6;
  out[at + 6] = x0 * c6 + x1 * c5 + x2 * c4 + x3 * c3 + x4 * c2 + x5 * c1 + x6 * c0 - x7 * c7;
  out[at + 7] = x0 * c7 + x1 * c6 + x2 * c5 + x3 * c4 + x4 * c3 + x5 * c2 + x6 * c1 + x7 * c0;
}

function multiplyMatrix(state: Float64Array): void {
  for (let i = 0; i < 8; i++) {
    halves[i] = state[i] + state[i + 8];
    difference[i] = state[i] - state[i + 8];
  }
  for (let i = 0; i < 4; i++) {
    quarters[i] = halves[i] + halves[i + 4];
    quarters[i + 4] = halves[i] - halves[i + 4];
  }
  multiplyCyclic4(product4, quarters, 0, ROW_PLUS4);
  multiplyNegacyclic4(product4, quarters, 4, ROW_MINUS4);
  multiplyNegacyclic8(product8, difference, 0, ROW_MINUS8);
  for (let i = 0; i < 4; i++) {
    // Chinese remaindering, twice: the sums are even, so the halves are exact.
    const low = (product4[i] + product4[i + 4]) / 2;
    const high = (product4[i] - product4[i + 4]) / 2;
    state[i] = reduce((low + product8[i]) / 2);
    state[i + 4] = reduce((high + product8[i + 4]) / 2);
    state[i + 8] = reduce((low - product8[i]) / 2);
    state[i + 12] = reduce((high - product8[i + 4]) / 2);
  }
}

const cube = (x: number): number => mul(mul(x, x), x);

const work = new Float64Array(WIDTH);

/** The permutation of 16 elements, in place. */
export function permute(state: Uint32Array | number[]): void {
  for (let i = 0; i < WIDTH; i++) work[i] = state[i];
  const rounds = FULL_ROUNDS + PARTIAL_ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const constants = ROUND_CONSTANTS[round];
    const isFull = round < FULL_ROUNDS / 2 || round >= rounds - FULL_ROUNDS / 2;
    for (let i = 0; i < WIDTH; i++) work[i] = add(work[i], constants[i]);
    work[0] = cube(work[0]);
    if (isFull) for (let i = 1; i < WIDTH; i++) work[i] = cube(work[i]);
    multiplyMatrix(work);
  }
  for (let i = 0; i < WIDTH; i++) state[i] = work[i];
}

/** The first 8 elements of F(x + c_d), F(y) = P(y) + y, for 16 elements x. */
export function feedForward(domain: number, x: ArrayLike<number>): number[] {
  invariant(x.length === WIDTH, 'feedForward takes 16 elements');
  const constants = domainConstants(domain);
  const input = constants.map((constant, i) => add(x[i], constant));
  const output = input.slice();
  permute(output);
  return output.slice(0, DIGEST_ELEMENTS).map((value, i) => add(value, input[i]));
}

/** compress_d(left, right), 8 elements each. */
export function compress(domain: number, left: ArrayLike<number>, right: ArrayLike<number>): number[] {
  invariant(left.length === DIGEST_ELEMENTS && right.length === DIGEST_ELEMENTS, 'compress takes 8 + 8 elements');
  return feedForward(domain, [...Array.from(left), ...Array.from(right)]);
}

/**
 * The message chain: elements zero-padded to a multiple of 8, s = 0^8, s ← compress_32(s, next 8). The caller's first block starts
 * with (kind, element count), so that lengths and kinds cannot be confused.
 */
export function hashMessage(elements: ArrayLike<number>): number[] {
  let state: number[] = new Array<number>(DIGEST_ELEMENTS).fill(0);
  for (let at = 0; at < elements.length; at += DIGEST_ELEMENTS) {
    const block = lanes.slice(0, DIGEST_ELEMENTS).map((i) => elements[at + i] ?? 0);
    state = compress(DOMAIN.message, state, block);
  }
  return state;
}

/** How many elements of the last hash make the challenge, and how many low bits of each. */
const CHALLENGE_LIMBS = 4;
const CHALLENGE_LIMB_BITS = 28;

/**
 * The Schnorr challenge e = Σ_{i<4} (h_i mod 2^28)·2^{28 i}, below 2^112: u = compress_33(R.x, 0, digest), h = compress_33(u, P.x, 0).
 * A forger without the key has to hit e, once per hash: 112 bits, more than the 108 of the curve (docs/decisions/shortChallenge.md).
 */
export function challenge(nonceX: ArrayLike<number>, digest: ArrayLike<number>, keyX: ArrayLike<number>): bigint {
  const u = compress(DOMAIN.challenge, [...Array.from(nonceX), 0], digest);
  const h = compress(DOMAIN.challenge, u, [...Array.from(keyX), 0]).slice(0, CHALLENGE_LIMBS);
  return h.reduceRight((e, element) => (e << BigInt(CHALLENGE_LIMB_BITS)) | BigInt(element % 2 ** CHALLENGE_LIMB_BITS), 0n);
}
