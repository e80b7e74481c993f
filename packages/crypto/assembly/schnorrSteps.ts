// s·G + e·P step by step in affine coordinates, with every slope: what a circuit of windowed steps commits. A step is
// acc ← 16·acc + T_key + W_{high, low}, T_j = C + j·P, W the caller's table of constant points.
//
// An inversion in SIMD's stead costs as much as twenty products here, but nothing is shared between signatures: they may run on any thread.
import { P, mont } from './field';
import { SIZE, add, copy, enter, invert, isZero, mul, mulBase, neg, square, sub } from './septic';
import { scratch } from './thread';

const STEPS: usize = 28;
const ENTRIES: usize = 16;
/** A run: key x, key y (7 canonical words each), digits of s_lo, s_hi and e, a byte each, most significant first, then R.x; 42 words in all. */
const RUN: usize = 168;
const RUN_NONCE: usize = 140;
const RUN_DIGITS: usize = 56;

// What schnorrKernel.ts writes: 45 and 1 (schnorr.ts).
const CURVE_A: usize = 676;
const ONE: usize = 704;

// The points that the caller brings: C, START, then W_{0,0} … W_{15,15} by (high, low).
const START: usize = 2 * SIZE;
const CONSTANTS: usize = 4 * SIZE;
const POINT: usize = 2 * SIZE;

// Scratch, behind what schnorr.ts names.
const T0: usize = 32768;
const T1: usize = T0 + SIZE;
const DENOMINATOR: usize = T1 + SIZE;
const SLOPE: usize = DENOMINATOR + SIZE;
const WORK: usize = SLOPE + SIZE; // 4 elements for invert
const A: usize = WORK + 4 * SIZE;
const ACC: usize = A + SIZE;
const KEY: usize = ACC + POINT;
const TABLE: usize = KEY + POINT; // 16 points

// @ts-ignore: decorator
@inline function unsigned(x: i32): u32 { return x < 0 ? u32(x) + P : u32(x); }

/** Seven canonical words, `stride` bytes apart. */
function leave(out: usize, stride: usize, a: usize): void {
  for (let i: usize = 0; i < 7; i++) store<u32>(out + i * stride, mont(unsigned(load<i32>(a + 4 * i)), 1));
}

function leavePoint(out: usize, stride: usize, p: usize): void {
  leave(out, stride, p);
  leave(out + 7 * stride, stride, p + SIZE);
}

/** a^(p − 2), Montgomery form. p − 2 = 126·2^24 + (2^24 − 1). */
function inverseBase(a: u32): u32 {
  let ones3 = mont(mont(a, a), a);
  ones3 = mont(mont(ones3, ones3), a);
  let t = ones3;
  for (let i = 0; i < 3; i++) t = mont(t, t);
  const ones6 = mont(t, ones3);
  t = ones6;
  for (let i = 0; i < 6; i++) t = mont(t, t);
  const ones12 = mont(t, ones6);
  t = ones12;
  for (let i = 0; i < 12; i++) t = mont(t, t);
  const ones24 = mont(t, ones12);
  t = ones6;
  for (let i = 0; i < 25; i++) t = mont(t, t);
  return mont(t, ones24);
}

/** Three words: the inverse of the first nonzero difference x2 − x1 among the first three coordinates, 0 elsewhere. */
function leaveInverse(out: usize, stride: usize, x1: usize, x2: usize): void {
  const d = scratch + T0;
  sub(d, x2, x1);
  let found = false;
  for (let i: usize = 0; i < 3; i++) {
    const difference = unsigned(load<i32>(d + 4 * i));
    store<u32>(out + i * stride, found || difference == 0 ? 0 : mont(inverseBase(difference), 1));
    found = found || difference != 0;
  }
}

/** SLOPE ← SLOPE/DENOMINATOR (0 if that is 0); then p ← (slope² − x − otherX, slope·(x − x') − y). */
function finish(p: usize, otherX: usize, table: usize): void {
  const slope = scratch + SLOPE;
  const x = scratch + T0;
  const t = scratch + T1;
  invert(scratch + DENOMINATOR, scratch + DENOMINATOR, table, scratch + WORK);
  mul(slope, slope, scratch + DENOMINATOR);
  square(x, slope);
  sub(x, x, p);
  sub(x, x, otherX);
  sub(t, p, x);
  mul(t, t, slope);
  sub(p + SIZE, t, p + SIZE);
  copy(p, x);
}

/** p ← 2p; leaves the slope. */
function double(p: usize, table: usize): void {
  const slope = scratch + SLOPE;
  const t = scratch + T0;
  square(t, p);
  add(slope, t, t);
  add(slope, slope, t);
  add(slope, slope, scratch + A);
  add(scratch + DENOMINATOR, p + SIZE, p + SIZE);
  finish(p, p, table);
}

/** p ← p + q; leaves the slope. */
function addPoint(p: usize, q: usize, table: usize): void {
  sub(scratch + SLOPE, q + SIZE, p + SIZE);
  sub(scratch + DENOMINATOR, q, p);
  finish(p, q, table);
}

function copyPoint(to: usize, from: usize): void {
  copy(to, from);
  copy(to + SIZE, from + SIZE);
}

/** Rows of one run for the key at KEY; leaves the last accumulator at ACC. */
function run(table: usize, points: usize, digits: usize, steps: usize, stepStride: usize, entries: usize, entryStride: usize): void {
  const acc = scratch + ACC;
  const key = scratch + KEY;
  const multiples = scratch + TABLE;
  copyPoint(multiples, points);
  let out = entries;
  for (let j: usize = 1; j < ENTRIES; j++) {
    const entry = multiples + POINT * j;
    copyPoint(entry, entry - POINT);
    leavePoint(out, entryStride, entry);
    leaveInverse(out + 21 * entryStride, entryStride, key, entry);
    addPoint(entry, key, table);
    leave(out + 14 * entryStride, entryStride, scratch + SLOPE);
    leavePoint(out + 24 * entryStride, entryStride, entry);
    out += 4;
  }
  copyPoint(acc, points + START);
  out = steps;
  for (let t: usize = 0; t < STEPS; t++) {
    const low = <usize>load<u8>(digits + t);
    const high = <usize>load<u8>(digits + STEPS + t);
    const first = multiples + POINT * <usize>load<u8>(digits + 2 * STEPS + t);
    const second = points + CONSTANTS + POINT * (ENTRIES * high + low);
    leavePoint(out, stepStride, acc);
    let at = out + 14 * stepStride;
    for (let d = 0; d < 4; d++) {
      double(acc, table);
      leave(at, stepStride, scratch + SLOPE);
      at += 7 * stepStride;
      if (d == 3) break;
      leave(at, stepStride, acc);
      at += 7 * stepStride;
    }
    leavePoint(at, stepStride, first);
    leaveInverse(at + 21 * stepStride, stepStride, acc, first);
    addPoint(acc, first, table);
    leave(at + 14 * stepStride, stepStride, scratch + SLOPE);
    leave(at + 24 * stepStride, stepStride, acc);
    at += 31 * stepStride;
    leavePoint(at, stepStride, second);
    leaveInverse(at + 21 * stepStride, stepStride, acc, second);
    addPoint(acc, second, table);
    leave(at + 14 * stepStride, stepStride, scratch + SLOPE);
    leavePoint(at + 24 * stepStride, stepStride, acc);
    out += 4;
  }
}

/**
 * `count` runs. A field is an array of words with `stride` bytes between fields; run i has rows 28·i … 28·i + 27 of `steps` and
 * 15·i … 15·i + 14 of `entries`. Fields of a step: before 14, then slope 7 and x 7 of three doublings, slope of the fourth 7, first 14, slope 7,
 * inverse 3, x 7, second 14, slope 7, inverse 3, after 14. Of an entry: start 14, slope 7, inverse 3, after 14.
 * A run that does not end in R.x is done again with the key's negative, up to `attempts` in all; ends[i] = the one that did, or `attempts`.
 */
export function schnorrStepsChunk(
  table: usize, points: usize, runs: usize, count: u32, attempts: u32, steps: usize, stepStride: usize, entries: usize, entryStride: usize, ends: usize,
): void {
  const key = scratch + KEY;
  const t = scratch + T0;
  mulBase(scratch + A, table + ONE, load<i32>(table, CURVE_A));
  for (let i: usize = 0; i < <usize>count; i++) {
    const record = runs + RUN * i;
    enter(key, record);
    enter(key + SIZE, record + 28);
    let attempt: u32 = 0;
    for (; attempt < attempts; attempt++) {
      if (attempt > 0) neg(key + SIZE, key + SIZE);
      run(table, points, record + RUN_DIGITS, steps + 4 * STEPS * i, stepStride, entries + 4 * (ENTRIES - 1) * i, entryStride);
      enter(t, record + RUN_NONCE);
      sub(t, t, scratch + ACC);
      if (isZero(t)) break;
    }
    store<u32>(ends + 4 * i, attempt);
  }
}
