// Keccak-256 Merkle leaves and nodes (docs/proof.md "Merkle"), two independent hashes in the two 64-bit lanes of each vector.
// The round is one small function from memory to memory: V8 compiles large straight-line functions badly. One state after another, a round
// waits for the round before it through memory; so rounds of two states, four hashes, alternate, and the processor works on both.
import { scratch } from './thread';

// @ts-ignore: decorator
@inline function rotate(x: v128, n: i32): v128 { return v128.or(i64x2.shl(x, n), i64x2.shr_u(x, 64 - n)); }
// @ts-ignore: decorator
@inline function lane(at: usize, index: usize): v128 { return v128.load(at + 16 * index); }
// @ts-ignore: decorator
@inline function parity(at: usize, x: usize): v128 {
  return v128.xor(v128.xor(v128.xor(lane(at, x), lane(at, x + 5)), v128.xor(lane(at, x + 10), lane(at, x + 15))), lane(at, x + 20));
}
// @ts-ignore: decorator
@inline function chi(to: usize, a: v128, b: v128, c: v128, d: v128, e: v128): void {
  v128.store(to, v128.xor(a, v128.andnot(c, b)));
  v128.store(to, v128.xor(b, v128.andnot(d, c)), 16);
  v128.store(to, v128.xor(c, v128.andnot(e, d)), 32);
  v128.store(to, v128.xor(d, v128.andnot(a, e)), 48);
  v128.store(to, v128.xor(e, v128.andnot(b, a)), 64);
}

/** θ, ρ, π, χ, ι (FIPS 202): from one state to another. */
function round(from: usize, to: usize, constant: u64): void {
  const c0 = parity(from, 0);
  const c1 = parity(from, 1);
  const c2 = parity(from, 2);
  const c3 = parity(from, 3);
  const c4 = parity(from, 4);
  const d0 = v128.xor(c4, rotate(c1, 1));
  const d1 = v128.xor(c0, rotate(c2, 1));
  const d2 = v128.xor(c1, rotate(c3, 1));
  const d3 = v128.xor(c2, rotate(c4, 1));
  const d4 = v128.xor(c3, rotate(c0, 1));
  chi(to, v128.xor(lane(from, 0), d0), rotate(v128.xor(lane(from, 6), d1), 44), rotate(v128.xor(lane(from, 12), d2), 43),
    rotate(v128.xor(lane(from, 18), d3), 21), rotate(v128.xor(lane(from, 24), d4), 14));
  chi(to + 80, rotate(v128.xor(lane(from, 3), d3), 28), rotate(v128.xor(lane(from, 9), d4), 20), rotate(v128.xor(lane(from, 10), d0), 3),
    rotate(v128.xor(lane(from, 16), d1), 45), rotate(v128.xor(lane(from, 22), d2), 61));
  chi(to + 160, rotate(v128.xor(lane(from, 1), d1), 1), rotate(v128.xor(lane(from, 7), d2), 6), rotate(v128.xor(lane(from, 13), d3), 25),
    rotate(v128.xor(lane(from, 19), d4), 8), rotate(v128.xor(lane(from, 20), d0), 18));
  chi(to + 240, rotate(v128.xor(lane(from, 4), d4), 27), rotate(v128.xor(lane(from, 5), d0), 36), rotate(v128.xor(lane(from, 11), d1), 10),
    rotate(v128.xor(lane(from, 17), d2), 15), rotate(v128.xor(lane(from, 23), d3), 56));
  chi(to + 320, rotate(v128.xor(lane(from, 2), d2), 62), rotate(v128.xor(lane(from, 8), d3), 55), rotate(v128.xor(lane(from, 14), d4), 39),
    rotate(v128.xor(lane(from, 15), d0), 41), rotate(v128.xor(lane(from, 21), d1), 2));
  v128.store(to, v128.xor(v128.load(to), i64x2.splat(constant)));
}

/** The last round, as far as a digest needs it: the first four lanes. */
function lastRound(from: usize, to: usize, constant: u64): void {
  const c0 = parity(from, 0);
  const c1 = parity(from, 1);
  const c2 = parity(from, 2);
  const c3 = parity(from, 3);
  const c4 = parity(from, 4);
  const a = v128.xor(lane(from, 0), v128.xor(c4, rotate(c1, 1)));
  const b = rotate(v128.xor(lane(from, 6), v128.xor(c0, rotate(c2, 1))), 44);
  const c = rotate(v128.xor(lane(from, 12), v128.xor(c1, rotate(c3, 1))), 43);
  const d = rotate(v128.xor(lane(from, 18), v128.xor(c2, rotate(c4, 1))), 21);
  const e = rotate(v128.xor(lane(from, 24), v128.xor(c3, rotate(c0, 1))), 14);
  chi(to, a, b, c, d, e);
  v128.store(to, v128.xor(v128.load(to), i64x2.splat(constant)));
}

/** Bytes of a state and of what its rounds use behind it. */
export const STATE: usize = 800;

/** Two rounds of one state. */
// @ts-ignore: decorator
@inline function rounds(state: usize, first: u64, second: u64): void {
  round(state, state + 400, first);
  round(state + 400, state, second);
}

/** Two rounds of two states, in turns. */
// @ts-ignore: decorator
@inline function roundsOfTwo(state: usize, first: u64, second: u64): void {
  round(state, state + 400, first);
  round(state + STATE, state + STATE + 400, first);
  round(state + 400, state, second);
  round(state + STATE + 400, state + STATE, second);
}

/** Keccak-f[1600] on both lanes of the state at `state`. */
function permutation(state: usize): void {
  rounds(state, 0x0000000000000001, 0x0000000000008082);
  rounds(state, 0x800000000000808a, 0x8000000080008000);
  rounds(state, 0x000000000000808b, 0x0000000080000001);
  rounds(state, 0x8000000080008081, 0x8000000000008009);
  rounds(state, 0x000000000000008a, 0x0000000000000088);
  rounds(state, 0x0000000080008009, 0x000000008000000a);
  rounds(state, 0x000000008000808b, 0x800000000000008b);
  rounds(state, 0x8000000000008089, 0x8000000000008003);
  rounds(state, 0x8000000000008002, 0x8000000000000080);
  rounds(state, 0x000000000000800a, 0x800000008000000a);
  rounds(state, 0x8000000080008081, 0x8000000000008080);
  rounds(state, 0x0000000080000001, 0x8000000080008008);
}

/** Keccak-f[1600] on both lanes of two states side by side; when it `isLast`, only the first four lanes of each are right. */
export function permutationOfTwo(state: usize, isLast: bool): void {
  roundsOfTwo(state, 0x0000000000000001, 0x0000000000008082);
  roundsOfTwo(state, 0x800000000000808a, 0x8000000080008000);
  roundsOfTwo(state, 0x000000000000808b, 0x0000000080000001);
  roundsOfTwo(state, 0x8000000080008081, 0x8000000000008009);
  roundsOfTwo(state, 0x000000000000008a, 0x0000000000000088);
  roundsOfTwo(state, 0x0000000080008009, 0x000000008000000a);
  roundsOfTwo(state, 0x000000008000808b, 0x800000000000008b);
  roundsOfTwo(state, 0x8000000000008089, 0x8000000000008003);
  roundsOfTwo(state, 0x8000000000008002, 0x8000000000000080);
  roundsOfTwo(state, 0x000000000000800a, 0x800000008000000a);
  roundsOfTwo(state, 0x8000000080008081, 0x8000000000008080);
  if (!isLast) {
    roundsOfTwo(state, 0x0000000080000001, 0x8000000080008008);
    return;
  }
  round(state, state + 400, 0x0000000080000001);
  round(state + STATE, state + STATE + 400, 0x0000000080000001);
  lastRound(state + 400, state, 0x8000000080008008);
  lastRound(state + STATE + 400, state + STATE, 0x8000000080008008);
}

const LEAF: u64 = 4;
const NODE: u64 = 5;
const RATE_LANES: u32 = 17;

/** The first 26 bytes, then 6 zeros, of both digests. */
function squeeze(state: usize, out0: usize, out1: usize): void {
  for (let i: usize = 0; i < 4; i++) {
    const mask: u64 = i == 3 ? 0xffff : 0xffffffffffffffff;
    store<u64>(out0 + 8 * i, load<u64>(state + 16 * i) & mask);
    store<u64>(out1 + 8 * i, load<u64>(state + 16 * i, 8) & mask);
  }
}

// @ts-ignore: decorator
@inline function xorLane(state: usize, index: u32, value: v128): void {
  const at = state + 16 * <usize>index;
  v128.store(at, v128.xor(v128.load(at), value));
}

/** Words 2n and 2n + 1 of both rows, each big endian; 0 behind their end. */
// @ts-ignore: decorator
@inline function wordsAt(row0: usize, row1: usize, words: u32, n: u32): v128 {
  let pair = i64x2.splat(0);
  const at: usize = 8 * <usize>n;
  const word: u32 = n << 1;
  if (word + 1 < words) pair = v128.load64_lane(row1 + at, v128.load64_zero(row0 + at), 1);
  else if (word < words) pair = v128.load32_lane(row1 + at, v128.load32_zero(row0 + at), 2);
  return v128.shuffle<u8>(pair, pair, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/**
 * Block `block` of 4 ‖ words, padded, of two rows into a state. The type byte shifts the stream by one byte against the 64-bit lanes, so lane n
 * is the byte-swapped pair n shifted left by 8, with the top byte of pair n − 1 below it.
 */
function absorb(state: usize, row0: usize, row1: usize, words: u32, block: u32): void {
  const first = block * RATE_LANES;
  const length: u32 = 1 + 4 * words;
  const lastLane: u32 = length >> 3;
  const end = min<u32>(first + RATE_LANES, lastLane + 1);
  let carry = block == 0 ? i64x2.splat(LEAF) : i64x2.shr_u(wordsAt(row0, row1, words, first - 1), 56);
  for (let n = first; n < end; n++) {
    const pair = wordsAt(row0, row1, words, n);
    let value = v128.or(i64x2.shl(pair, 8), carry);
    carry = i64x2.shr_u(pair, 56);
    if (n == lastLane) value = v128.xor(value, i64x2.splat((<u64>1) << (8 * (length & 7))));
    xorLane(state, n - first, value);
  }
  if (first + RATE_LANES > lastLane) xorLane(state, RATE_LANES - 1, i64x2.splat(0x8000000000000000));
}

// @ts-ignore: decorator
@inline function blocksOf(words: u32): u32 { return (1 + 4 * words) / (8 * RATE_LANES) + 1; }

/** digest(4 ‖ words, each big endian) of two rows. */
function hashRows(row0: usize, row1: usize, words: u32, out0: usize, out1: usize): void {
  const state = scratch;
  const blocks = blocksOf(words);
  memory.fill(state, 0, 400);
  for (let block: u32 = 0; block < blocks; block++) {
    absorb(state, row0, row1, words, block);
    permutation(state);
  }
  squeeze(state, out0, out1);
}

/** The same of four rows, `rowBytes` apart. */
function hashFourRows(rows: usize, rowBytes: usize, words: u32, out0: usize, out1: usize, out2: usize, out3: usize): void {
  const state = scratch;
  const blocks = blocksOf(words);
  memory.fill(state, 0, 400);
  memory.fill(state + STATE, 0, 400);
  for (let block: u32 = 0; block < blocks; block++) {
    absorb(state, rows, rows + rowBytes, words, block);
    absorb(state + STATE, rows + 2 * rowBytes, rows + 3 * rowBytes, words, block);
    permutationOfTwo(state, block + 1 == blocks);
  }
  squeeze(state, out0, out1);
  squeeze(state + STATE, out2, out3);
}

function reversed(value: u32, bits: u32): u32 {
  let x = value;
  x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  return bits == 0 ? 0 : bswap<u32>(x) >> (32 - bits);
}

/** Leaves of `count` rows (a power of 2), `stride` bytes apart: that of row `position + i` goes to place reversed(position + i)·2^shift of `leaves`. */
export function hashReversed(
  rows: usize, stride: usize, words: u32, count: u32, position: u32, logBlock: u32, leaves: usize, shift: u32,
): void {
  for (let i: u32 = 0; i < count; i += 4) {
    const row = rows + stride * <usize>i;
    const out0 = leaves + ((<usize>32 * reversed(position + i, logBlock)) << shift);
    const half = <usize>16 << (logBlock + shift);
    if (count == 1) hashRows(row, row, words, out0, out0);
    else if (count == 2) hashRows(row, row + stride, words, out0, out0 + half);
    else hashFourRows(row, stride, words, out0, out0 + half, out0 + half / 2, out0 + half + half / 2);
  }
}

// @ts-ignore: decorator
@inline function pairOf(at0: usize, at1: usize): v128 { return v128.load64_lane(at1, v128.load64_zero(at0), 1); }

/** 5 ‖ left 26 ‖ right 26 of two pairs of neighbouring digests into a state: 53 bytes, one block. */
function absorbNodes(state: usize, pair0: usize, pair1: usize): void {
  memory.fill(state, 0, 400);
  const l0 = pairOf(pair0, pair1);
  const l1 = pairOf(pair0 + 8, pair1 + 8);
  const l2 = pairOf(pair0 + 16, pair1 + 16);
  const l3 = pairOf(pair0 + 24, pair1 + 24);
  const r0 = pairOf(pair0 + 32, pair1 + 32);
  const r1 = pairOf(pair0 + 40, pair1 + 40);
  const r2 = pairOf(pair0 + 48, pair1 + 48);
  const r3 = pairOf(pair0 + 56, pair1 + 56);
  v128.store(state, v128.or(i64x2.shl(l0, 8), i64x2.splat(NODE)));
  v128.store(state, v128.or(i64x2.shl(l1, 8), i64x2.shr_u(l0, 56)), 16);
  v128.store(state, v128.or(i64x2.shl(l2, 8), i64x2.shr_u(l1, 56)), 32);
  // Left ends at byte 26, so right begins at bit 24 of lane 3.
  v128.store(state, v128.or(v128.or(i64x2.shl(l3, 8), i64x2.shr_u(l2, 56)), i64x2.shl(r0, 24)), 48);
  v128.store(state, v128.or(i64x2.shl(r1, 24), i64x2.shr_u(r0, 40)), 64);
  v128.store(state, v128.or(i64x2.shl(r2, 24), i64x2.shr_u(r1, 40)), 80);
  v128.store(state, v128.or(v128.or(i64x2.shl(r3, 24), i64x2.shr_u(r2, 40)), i64x2.splat((<u64>1) << 40)), 96);
  v128.store(state, i64x2.splat(0x8000000000000000), 256);
}

/** Digests of `count` rows, `stride` bytes apart. An odd last one is hashed twice. */
function merkleLeaves(rows: usize, words: u32, count: u32, out: usize, stride: usize): void {
  const rowBytes: usize = 4 * <usize>words;
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    const to = out + stride * <usize>i;
    hashFourRows(rows + rowBytes * i, rowBytes, words, to, to + stride, to + 2 * stride, to + 3 * stride);
  }
  for (; i < count; i += 2) {
    const next = i + 1 < count ? i + 1 : i;
    hashRows(rows + rowBytes * i, rows + rowBytes * next, words, out + stride * <usize>i, out + stride * <usize>next);
  }
}

/** `count` parents of 2·count digests. */
export function merkleNodes(children: usize, count: u32, out: usize): void {
  const state = scratch;
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    const from = children + 64 * <usize>i;
    const to = out + 32 * <usize>i;
    absorbNodes(state, from, from + 64);
    absorbNodes(state + STATE, from + 128, from + 192);
    permutationOfTwo(state, true);
    squeeze(state, to, to + 32);
    squeeze(state + STATE, to + 64, to + 96);
  }
  for (; i < count; i += 2) {
    const next = i + 1 < count ? i + 1 : i;
    absorbNodes(state, children + 64 * <usize>i, children + 64 * <usize>next);
    permutation(state);
    squeeze(state, out + 32 * <usize>i, out + 32 * <usize>next);
  }
}

/** Leaves and levels of the subtree number `index` with 2^height leaves, inside a tree of 2^depth leaves stored leaves first. */
export function merkleSubtree(rows: usize, words: u32, depth: u32, height: u32, index: u32, tree: usize): void {
  const leaves: u32 = 1 << height;
  const first = <usize>index << height;
  let level = tree;
  let at = level + 32 * first;
  merkleLeaves(rows + 4 * first * words, words, leaves, at, 32);
  for (let h: u32 = 1; h <= height; h++) {
    level += <usize>32 << (depth - h + 1);
    const above = level + 32 * (first >> h);
    merkleNodes(at, leaves >> h, above);
    at = above;
  }
}
