// Keccak-256 Merkle leaves and nodes (docs/proof.md "Merkle"), two independent hashes in the two 64-bit lanes of each vector.
// The round is one small function from memory to memory: V8 compiles large straight-line functions badly.
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
@inline function chi(to: usize, a: v128, b: v128, c: v128, d: v128, e: v128, iota: v128): void {
  v128.store(to, v128.xor(v128.xor(a, v128.andnot(c, b)), iota));
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
  const none = i64x2.splat(0);
  chi(to, v128.xor(lane(from, 0), d0), rotate(v128.xor(lane(from, 6), d1), 44), rotate(v128.xor(lane(from, 12), d2), 43),
    rotate(v128.xor(lane(from, 18), d3), 21), rotate(v128.xor(lane(from, 24), d4), 14), i64x2.splat(constant));
  chi(to + 80, rotate(v128.xor(lane(from, 3), d3), 28), rotate(v128.xor(lane(from, 9), d4), 20), rotate(v128.xor(lane(from, 10), d0), 3),
    rotate(v128.xor(lane(from, 16), d1), 45), rotate(v128.xor(lane(from, 22), d2), 61), none);
  chi(to + 160, rotate(v128.xor(lane(from, 1), d1), 1), rotate(v128.xor(lane(from, 7), d2), 6), rotate(v128.xor(lane(from, 13), d3), 25),
    rotate(v128.xor(lane(from, 19), d4), 8), rotate(v128.xor(lane(from, 20), d0), 18), none);
  chi(to + 240, rotate(v128.xor(lane(from, 4), d4), 27), rotate(v128.xor(lane(from, 5), d0), 36), rotate(v128.xor(lane(from, 11), d1), 10),
    rotate(v128.xor(lane(from, 17), d2), 15), rotate(v128.xor(lane(from, 23), d3), 56), none);
  chi(to + 320, rotate(v128.xor(lane(from, 2), d2), 62), rotate(v128.xor(lane(from, 8), d3), 55), rotate(v128.xor(lane(from, 14), d4), 39),
    rotate(v128.xor(lane(from, 15), d0), 41), rotate(v128.xor(lane(from, 21), d1), 2), none);
}

/** Keccak-f[1600] on both lanes of the state at `state` (400 bytes, 400 more behind it are used). */
export function permutation(state: usize): void {
  const other = state + 400;
  round(state, other, 0x0000000000000001); round(other, state, 0x0000000000008082);
  round(state, other, 0x800000000000808a); round(other, state, 0x8000000080008000);
  round(state, other, 0x000000000000808b); round(other, state, 0x0000000080000001);
  round(state, other, 0x8000000080008081); round(other, state, 0x8000000000008009);
  round(state, other, 0x000000000000008a); round(other, state, 0x0000000000000088);
  round(state, other, 0x0000000080008009); round(other, state, 0x000000008000000a);
  round(state, other, 0x000000008000808b); round(other, state, 0x800000000000008b);
  round(state, other, 0x8000000000008089); round(other, state, 0x8000000000008003);
  round(state, other, 0x8000000000008002); round(other, state, 0x8000000000000080);
  round(state, other, 0x000000000000800a); round(other, state, 0x800000008000000a);
  round(state, other, 0x8000000080008081); round(other, state, 0x8000000000008080);
  round(state, other, 0x0000000080000001); round(other, state, 0x8000000080008008);
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

/**
 * digest(4 ‖ words, each big endian) of two rows. The type byte shifts the stream by one byte against the 64-bit lanes, so lane n
 * is the byte-swapped pair n shifted left by 8, with the top byte of pair n − 1 below it.
 */
function hashRows(row0: usize, row1: usize, words: u32, out0: usize, out1: usize): void {
  const state = scratch;
  memory.fill(state, 0, 400);
  const length: u32 = 1 + 4 * words;
  const pairs: u32 = words >> 1;
  const lanes: u32 = (length / 136 + 1) * RATE_LANES;
  const lastLane: u32 = length >> 3;
  let carry = i64x2.splat(LEAF);
  let inBlock: u32 = 0;
  for (let n: u32 = 0; n < lanes; n++) {
    if (n <= lastLane) {
      let pair = i64x2.splat(0);
      if (n < pairs) pair = v128.load64_lane(row1 + 8 * <usize>n, v128.load64_zero(row0 + 8 * <usize>n), 1);
      else if (n << 1 < words) pair = v128.load32_lane(row1 + 8 * <usize>n, v128.load32_zero(row0 + 8 * <usize>n), 2);
      pair = v128.shuffle<u8>(pair, pair, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
      let value = v128.or(i64x2.shl(pair, 8), carry);
      carry = i64x2.shr_u(pair, 56);
      if (n == lastLane) value = v128.xor(value, i64x2.splat((<u64>1) << (8 * (length & 7))));
      xorLane(state, inBlock, value);
    }
    if (++inBlock == RATE_LANES) {
      if (n + 1 == lanes) xorLane(state, RATE_LANES - 1, i64x2.splat(0x8000000000000000));
      permutation(state);
      inBlock = 0;
    }
  }
  squeeze(state, out0, out1);
}

// @ts-ignore: decorator
@inline function pairOf(at0: usize, at1: usize): v128 { return v128.load64_lane(at1, v128.load64_zero(at0), 1); }

/** digest(5 ‖ left 26 ‖ right 26) of two pairs of neighbouring digests: 53 bytes, one block. */
function hashNodes(pair0: usize, pair1: usize, out0: usize, out1: usize): void {
  const state = scratch;
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
  permutation(state);
  squeeze(state, out0, out1);
}

/** Digests of `count` rows, `stride` bytes apart. An odd last one is hashed twice. */
export function merkleLeaves(rows: usize, words: u32, count: u32, out: usize, stride: usize): void {
  for (let i: u32 = 0; i < count; i += 2) {
    const next = i + 1 < count ? i + 1 : i;
    hashRows(rows + 4 * <usize>i * words, rows + 4 * <usize>next * words, words, out + stride * <usize>i, out + stride * <usize>next);
  }
}

/** `count` parents of 2·count digests. */
export function merkleNodes(children: usize, count: u32, out: usize): void {
  for (let i: u32 = 0; i < count; i += 2) {
    const next = i + 1 < count ? i + 1 : i;
    hashNodes(children + 64 * <usize>i, children + 64 * <usize>next, out + 32 * <usize>i, out + 32 * <usize>next);
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
