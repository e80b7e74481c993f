// Poseidon, four permutations in the four lanes. Values are in Montgomery form inside: every operation but the S-box is linear with
// small integers, so nothing else notices, and x^3 costs two reductions.
//
// Between rounds lanes hold values below p + 2^15·371 < 2^31 (371 = the sum of a matrix row): enough for everything that follows,
// and one conditional subtraction less.
import { R2, addV, montV, shoupV, vP } from './field';
import { transpose4, untranspose4 } from './lanes';
import { scratch } from './thread';

// Scratch: the state, its two packed halves, the two halves of the product, the saved input.
const STATE: usize = 4096;
const LOW: usize = STATE + 256;
const HIGH: usize = LOW + 128;
const LOW_SUM: usize = HIGH + 128;
const HIGH_SUM: usize = LOW_SUM + 256;
const INPUT: usize = HIGH_SUM + 256;

// The table written by kernels.ts: 28·16 round constants (Montgomery), then the matrix as pairs of 16-bit entries: 16 words for even
// rows and 16 for odd rows, each the cyclic sequence of 8 twice.
const EVEN_PAIRS: usize = 4 * 28 * 16;
const ODD_PAIRS: usize = EVEN_PAIRS + 64;

/** Splits each value in a signed low and a rounded high half and packs neighbours i, i + 1 for the 16-bit dot product. */
function pack(base: usize): void {
  const half = i32x4.splat(0x8000);
  const mask = i32x4.splat(0xffff);
  for (let t: usize = 0; t < 8; t++) {
    const a = v128.load(base + STATE + 32 * t);
    const b = v128.load(base + STATE + 32 * t, 16);
    v128.store(base + LOW + 16 * t, v128.or(v128.and(a, mask), i32x4.shl(b, 16)));
    const bHigh = v128.andnot(i32x4.add(b, half), mask);
    v128.store(base + HIGH + 16 * t, v128.or(i32x4.shr_u(i32x4.add(a, half), 16), bHigh));
  }
}

// @ts-ignore: decorator
@inline function dot(a: v128, pairs: usize): v128 { return i32x4.dot_i16x8_s(a, v128.load32_splat(pairs)); }

/** One half of the product: to[i] = Σ_j M[i][j]·half_j, exact in 32 bits. */
function multiplyHalf(from: usize, to: usize, table: usize): void {
  const a0 = v128.load(from);
  const a1 = v128.load(from, 16);
  const a2 = v128.load(from, 32);
  const a3 = v128.load(from, 48);
  const a4 = v128.load(from, 64);
  const a5 = v128.load(from, 80);
  const a6 = v128.load(from, 96);
  const a7 = v128.load(from, 112);
  for (let i: usize = 0; i < 16; i++) {
    const pairs = table + (i & 1 ? ODD_PAIRS : EVEN_PAIRS) + 4 * (8 - (i >> 1));
    const s0 = i32x4.add(dot(a0, pairs), dot(a1, pairs + 4));
    const s1 = i32x4.add(dot(a2, pairs + 8), dot(a3, pairs + 12));
    const s2 = i32x4.add(dot(a4, pairs + 16), dot(a5, pairs + 20));
    const s3 = i32x4.add(dot(a6, pairs + 24), dot(a7, pairs + 28));
    v128.store(to + 16 * i, i32x4.add(i32x4.add(s0, s1), i32x4.add(s2, s3)));
  }
}

const SHIFT_QUOTIENT: u32 = <u32>(((<u64>0x10000) << 32) / 0x7f000001);

/** state[i] = high[i]·2^16 + low[i]; the high sum is in [0, 2^24), the low one in (−2^24, 2^24). */
function combine(base: usize): void {
  const shift = i32x4.splat(0x10000);
  const quotient = i32x4.splat(SHIFT_QUOTIENT);
  for (let i: usize = 0; i < 256; i += 16) {
    const sum = i32x4.add(shoupV(v128.load(base + HIGH_SUM + i), shift, quotient), v128.load(base + LOW_SUM + i));
    v128.store(base + STATE + i, i32x4.min_u(sum, i32x4.add(sum, vP())));
  }
}

// @ts-ignore: decorator
@inline function plusConstant(at: usize, constant: usize): v128 {
  const sum = i32x4.add(v128.load(at), v128.load32_splat(constant));
  return i32x4.min_u(sum, i32x4.sub(sum, vP()));
}

// @ts-ignore: decorator
@inline function cube(x: v128): v128 { return montV(montV(x, x), x); }

/** Adds the round's constants and cubes the first `cubes` lanes of the state. */
function addAndCube(state: usize, constants: usize, cubes: usize): void {
  for (let i: usize = 0; i < 16; i++) {
    const x = plusConstant(state + 16 * i, constants + 4 * i);
    v128.store(state + 16 * i, i < cubes ? cube(x) : x);
  }
}

/** state ← M·state */
function multiply(base: usize, table: usize): void {
  pack(base);
  multiplyHalf(base + LOW, base + LOW_SUM, table);
  multiplyHalf(base + HIGH, base + HIGH_SUM, table);
  combine(base);
}

function permutation(base: usize, table: usize): void {
  for (let round: usize = 0; round < 28; round++) {
    addAndCube(base + STATE, table + 64 * round, round < 4 || round >= 24 ? 16 : 1);
    multiply(base, table);
  }
}

/** Loads four states of 16 words, adds 16 constants (0 = none) and enters Montgomery form; keeps the canonical input. */
function loadStates(base: usize, s0: usize, s1: usize, s2: usize, s3: usize, constants: usize): void {
  for (let i: usize = 0; i < 64; i += 16) transpose4(v128.load(s0 + i), v128.load(s1 + i), v128.load(s2 + i), v128.load(s3 + i), base + INPUT + 4 * i);
  for (let i: usize = 0; i < 16; i++) {
    const at = base + INPUT + 16 * i;
    if (constants != 0) v128.store(at, addV(v128.load(at), v128.load32_splat(constants + 4 * i)));
    v128.store(base + STATE + 16 * i, montV(v128.load(at), i32x4.splat(R2)));
  }
}

/** Leaves Montgomery form; with `feedForward` adds the input. */
function finish(base: usize, feedForward: bool): void {
  for (let i: usize = 0; i < 256; i += 16) {
    const x = montV(v128.load(base + STATE + i), i32x4.splat(1));
    v128.store(base + STATE + i, feedForward ? addV(x, v128.load(base + INPUT + i)) : x);
  }
}

/** Words 4·from … of the states to four places; lanes past the end repeat the last one. */
function storeWords(base: usize, words: usize, t0: usize, t1: usize, t2: usize, t3: usize): void {
  for (let i: usize = 0; i < words; i += 4) {
    const at = base + STATE + 16 * i;
    untranspose4(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48), t0 + 4 * i, t1 + 4 * i, t2 + 4 * i, t3 + 4 * i);
  }
}

/** Permutes `count` ≥ 1 states of 16 words in place. */
export function poseidonPermuteChunk(table: usize, states: usize, count: u32): void {
  const base = scratch;
  const last = states + 64 * <usize>(count - 1);
  for (let at = states; at <= last; at += 256) {
    const s1 = min<usize>(at + 64, last);
    const s2 = min<usize>(at + 128, last);
    const s3 = min<usize>(at + 192, last);
    loadStates(base, at, s1, s2, s3, 0);
    permutation(base, table);
    finish(base, false);
    storeWords(base, 16, at, s1, s2, s3);
  }
}

/** compress of `count` ≥ 1 pairs: 16 words in, 8 words out, with the domain's 16 constants. */
export function poseidonCompressChunk(table: usize, constants: usize, input: usize, output: usize, count: u32): void {
  const base = scratch;
  for (let i: u32 = 0; i < count; i += 4) {
    const i1 = <usize>min<u32>(i + 1, count - 1);
    const i2 = <usize>min<u32>(i + 2, count - 1);
    const i3 = <usize>min<u32>(i + 3, count - 1);
    loadStates(base, input + 64 * <usize>i, input + 64 * i1, input + 64 * i2, input + 64 * i3, constants);
    permutation(base, table);
    finish(base, true);
    storeWords(base, 8, output + 32 * <usize>i, output + 32 * i1, output + 32 * i2, output + 32 * i3);
  }
}

/**
 * One compression with its S-boxes, as a circuit's row commits them: 16 words in (the domain's constants added), the 148 cubes round by round (16 in a full
 * round, 1 in a partial one), 8 words out. All four lanes compute the same.
 */
export function poseidonRecord(table: usize, input: usize, cubes: usize, output: usize): void {
  const base = scratch;
  loadStates(base, input, input, input, input, 0);
  for (let round: usize = 0; round < 28; round++) {
    const count: usize = round < 4 || round >= 24 ? 16 : 1;
    addAndCube(base + STATE, table + 64 * round, count);
    for (let i: usize = 0; i < count; i++, cubes += 4) v128.store32_lane(cubes, montV(v128.load(base + STATE + 16 * i), i32x4.splat(1)), 0);
    multiply(base, table);
  }
  finish(base, true);
  storeWords(base, 8, output, output, output, output);
}
