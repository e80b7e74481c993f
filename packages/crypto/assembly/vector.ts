// Element-wise operations on tables of K = F[x]/(x^5 + x^2 − 1), four elements at a time.
//
// A product is d ↦ d·b as a 5×5 matrix: row i is x^i·b, and x·(c_0 … c_4) = (c_4, c_0, c_1 − c_4, c_2, c_3), so the 25 entries are
// only 9 values. Entries and d are centred (|·| ≤ p/2), hence the sum of five products stays below 1.25 p² < 2^63 and is reduced once.
import { P_INVERSE, R2, addV, highWords, lowWords, mont, montV, shoupQuotient, shoupV, subV, vP } from './field';
import { loadExt4, storeExt4 } from './lanes';
import { scratch } from './thread';

// Scratch: two operands, the result (five vectors each), the nine matrix values, and padded groups for the last elements.
const X: usize = 8192;
const Y: usize = X + 80;
const OUT: usize = Y + 80;
const MATRIX: usize = OUT + 80;
const TAIL_A: usize = MATRIX + 144;
const TAIL_B: usize = TAIL_A + 80;
const TAIL_OUT: usize = TAIL_B + 80;
const POWERS: usize = TAIL_OUT + 80;

// @ts-ignore: decorator
@inline function centre(x: v128): v128 { return i32x4.sub(x, v128.and(vP(), i32x4.gt_s(x, i32x4.splat(0x3f800000)))); }

// @ts-ignore: decorator
@inline function plusIfNegative(x: v128): v128 { return i32x4.add(x, v128.and(vP(), i32x4.shr_s(x, 31))); }

/** (d_0 m_0 + … + d_4 m_4)/2^32 mod p, canonical; d_0 … d_4 are the centred vectors at `d`. */
function dot5(d: usize, m0: v128, m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  const d0 = v128.load(d);
  const d1 = v128.load(d, 16);
  const d2 = v128.load(d, 32);
  const d3 = v128.load(d, 48);
  const d4 = v128.load(d, 64);
  const low = i64x2.add(
    i64x2.add(i64x2.add(i64x2.extmul_low_i32x4_s(d0, m0), i64x2.extmul_low_i32x4_s(d1, m1)), i64x2.extmul_low_i32x4_s(d4, m4)),
    i64x2.add(i64x2.extmul_low_i32x4_s(d2, m2), i64x2.extmul_low_i32x4_s(d3, m3)),
  );
  const high = i64x2.add(
    i64x2.add(i64x2.add(i64x2.extmul_high_i32x4_s(d0, m0), i64x2.extmul_high_i32x4_s(d1, m1)), i64x2.extmul_high_i32x4_s(d4, m4)),
    i64x2.add(i64x2.extmul_high_i32x4_s(d2, m2), i64x2.extmul_high_i32x4_s(d3, m3)),
  );
  const q = i32x4.mul(lowWords(low, high), i32x4.splat(P_INVERSE));
  const subtrahend = highWords(i64x2.extmul_low_i32x4_s(q, vP()), i64x2.extmul_high_i32x4_s(q, vP()));
  // |sum|/2^32 < 0.63 p and |q·p|/2^32 ≤ p/2: the result is in (−1.13 p, 1.13 p).
  const r = plusIfNegative(plusIfNegative(i32x4.sub(highWords(low, high), subtrahend)));
  return i32x4.min_u(r, i32x4.sub(r, vP()));
}

/** The nine matrix values of five canonical vectors b (in Montgomery form) at `from`. */
function prepareMatrix(base: usize, from: usize): void {
  const b0 = v128.load(from);
  const b1 = v128.load(from, 16);
  const b2 = v128.load(from, 32);
  const b3 = v128.load(from, 48);
  const b4 = v128.load(from, 64);
  const t1 = subV(b1, b4);
  const to = base + MATRIX;
  v128.store(to, centre(b0));
  v128.store(to, centre(b1), 16);
  v128.store(to, centre(b2), 32);
  v128.store(to, centre(b3), 48);
  v128.store(to, centre(b4), 64);
  v128.store(to, centre(t1), 80);
  v128.store(to, centre(subV(b0, b3)), 96);
  v128.store(to, centre(subV(b4, b2)), 112);
  v128.store(to, centre(subV(b3, t1)), 128);
}

// @ts-ignore: decorator
@inline function matrix(base: usize, index: usize): v128 { return v128.load(base + MATRIX + 16 * index); }

/** OUT = X·matrix, X centred. */
function multiply(base: usize): void {
  const x = base + X;
  const to = base + OUT;
  v128.store(to, dot5(x, matrix(base, 0), matrix(base, 4), matrix(base, 3), matrix(base, 2), matrix(base, 5)));
  v128.store(to, dot5(x, matrix(base, 1), matrix(base, 0), matrix(base, 4), matrix(base, 3), matrix(base, 2)), 16);
  v128.store(to, dot5(x, matrix(base, 2), matrix(base, 5), matrix(base, 6), matrix(base, 7), matrix(base, 8)), 32);
  v128.store(to, dot5(x, matrix(base, 3), matrix(base, 2), matrix(base, 5), matrix(base, 6), matrix(base, 7)), 48);
  v128.store(to, dot5(x, matrix(base, 4), matrix(base, 3), matrix(base, 2), matrix(base, 5), matrix(base, 6)), 64);
}

function prepareScalar(base: usize, r: usize): void {
  for (let k: usize = 0; k < 5; k++) v128.store(base + Y + 16 * k, i32x4.splat(mont(load<u32>(r + 4 * k), R2)));
  prepareMatrix(base, base + Y);
}

function foldExt4(base: usize, f0: usize, f1: usize, out: usize): void {
  loadExt4(f0, base + Y);
  loadExt4(f1, base + X);
  for (let k: usize = 0; k < 80; k += 16) v128.store(base + X + k, centre(subV(v128.load(base + X + k), v128.load(base + Y + k))));
  multiply(base);
  for (let k: usize = 0; k < 80; k += 16) v128.store(base + OUT + k, addV(v128.load(base + OUT + k), v128.load(base + Y + k)));
  storeExt4(base + OUT, out);
}

/** out[i] = f0[i] + r (f1[i] − f0[i]); out may be f0. */
export function foldExtChunk(f0: usize, f1: usize, out: usize, count: u32, r: usize): void {
  const base = scratch;
  prepareScalar(base, r);
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    foldExt4(base, f0, f1, out);
    f0 += 80;
    f1 += 80;
    out += 80;
  }
  const rest = <usize>20 * (count - i);
  if (rest == 0) return;
  memory.copy(base + TAIL_A, f0, rest);
  memory.copy(base + TAIL_B, f1, rest);
  foldExt4(base, base + TAIL_A, base + TAIL_B, base + TAIL_OUT);
  memory.copy(out, base + TAIL_OUT, rest);
}

function mulExt4(base: usize, a: usize, b: usize, out: usize): void {
  loadExt4(a, base + X);
  loadExt4(b, base + Y);
  for (let k: usize = 0; k < 80; k += 16) {
    v128.store(base + X + k, centre(v128.load(base + X + k)));
    v128.store(base + Y + k, montV(v128.load(base + Y + k), i32x4.splat(R2)));
  }
  prepareMatrix(base, base + Y);
  multiply(base);
  storeExt4(base + OUT, out);
}

/** out[i] = a[i]·b[i]; out may be a or b. */
export function mulExtChunk(a: usize, b: usize, out: usize, count: u32): void {
  const base = scratch;
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    mulExt4(base, a, b, out);
    a += 80;
    b += 80;
    out += 80;
  }
  const rest = <usize>20 * (count - i);
  if (rest == 0) return;
  memory.copy(base + TAIL_A, a, rest);
  memory.copy(base + TAIL_B, b, rest);
  mulExt4(base, base + TAIL_A, base + TAIL_B, base + TAIL_OUT);
  memory.copy(out, base + TAIL_OUT, rest);
}

/** Shoup pairs of the five coefficients of r, as splats. */
function prepareShoup(base: usize, r: usize): void {
  for (let k: usize = 0; k < 5; k++) {
    const w = load<u32>(r + 4 * k);
    v128.store(base + POWERS + 32 * k, i32x4.splat(w));
    v128.store(base + POWERS + 32 * k, i32x4.splat(shoupQuotient(w)), 16);
  }
}

/** OUT = r·d for four base values d (any u32). */
// @ts-ignore: decorator
@inline function timesScalar(base: usize, d: v128): void {
  for (let k: usize = 0; k < 5; k++) {
    const pair = base + POWERS + 32 * k;
    v128.store(base + OUT + 16 * k, shoupV(d, v128.load(pair), v128.load(pair, 16)));
  }
}

function foldBase4(base: usize, f0: v128, f1: v128, out: usize): void {
  timesScalar(base, i32x4.add(i32x4.sub(f1, f0), vP()));
  v128.store(base + OUT, addV(v128.load(base + OUT), f0));
  storeExt4(base + OUT, out);
}

/** K out[i] = f0[i] + r (f1[i] − f0[i]) for base f0, f1. */
export function foldBaseChunk(f0: usize, f1: usize, out: usize, count: u32, r: usize): void {
  const base = scratch;
  prepareShoup(base, r);
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    foldBase4(base, v128.load(f0), v128.load(f1), out);
    f0 += 16;
    f1 += 16;
    out += 80;
  }
  const rest = <usize>(count - i);
  if (rest == 0) return;
  memory.copy(base + TAIL_A, f0, 4 * rest);
  memory.copy(base + TAIL_B, f1, 4 * rest);
  foldBase4(base, v128.load(base + TAIL_A), v128.load(base + TAIL_B), base + TAIL_OUT);
  memory.copy(out, base + TAIL_OUT, 20 * rest);
}

function mulAddExt4(base: usize, a: v128, out: usize): void {
  timesScalar(base, a);
  loadExt4(out, base + X);
  for (let k: usize = 0; k < 80; k += 16) v128.store(base + OUT + k, addV(v128.load(base + OUT + k), v128.load(base + X + k)));
  storeExt4(base + OUT, out);
}

/** K out[i] += r·a[i] for base a. */
export function mulAddExtChunk(a: usize, out: usize, count: u32, r: usize): void {
  const base = scratch;
  prepareShoup(base, r);
  let i: u32 = 0;
  for (; i + 4 <= count; i += 4) {
    mulAddExt4(base, v128.load(a), out);
    a += 16;
    out += 80;
  }
  const rest = <usize>(count - i);
  if (rest == 0) return;
  memory.copy(base + TAIL_A, a, 4 * rest);
  memory.copy(base + TAIL_OUT, out, 20 * rest);
  mulAddExt4(base, v128.load(base + TAIL_A), base + TAIL_OUT);
  memory.copy(out, base + TAIL_OUT, 20 * rest);
}
