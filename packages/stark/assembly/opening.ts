// WHIR's sumcheck and weight table. The weight is kept in Montgomery form, the table of values canonical.
import { P, addV, mont, montV } from '../../crypto/assembly/field';
import { scratch } from '../../crypto/assembly/thread';
import { addK, clearK, fixHigh, mulK, reduceLanes, splatK, subK } from './quintic';

/** (Σ P(0,x) W(0,x), Σ ΔP ΔW) over `count` pairs at distance `half`; out: 2 registers. */
export function openingRound(table: usize, tableStride: usize, weight: usize, weightStride: usize, half: usize, count: u32, out: usize): void {
  const t = scratch;
  const u = scratch + 80;
  clearK(out);
  clearK(out + 80);
  const far: usize = 4 * half;
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const a = table + i;
    const w = weight + i;
    mulK(t, 16, a, tableStride, w, weightStride);
    addK(out, 16, out, 16, t, 16);
    subK(t, 16, a + far, tableStride, a, tableStride);
    subK(u, 16, w + far, weightStride, w, weightStride);
    mulK(t, 16, t, 16, u, 16);
    addK(out + 80, 16, out + 80, 16, t, 16);
  }
}

/** table[i] += first[lane]·step^(i/4): `first` = register with scale·(1, y, y², y³), `step` = y⁴ (Montgomery), five words. */
export function accumulatePowersK(table: usize, stride: usize, count: u32, first: usize, step: usize): void {
  const power = scratch;
  const y4 = scratch + 80;
  memory.copy(power, first, 80);
  splatK(y4, step);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    addK(table + i, stride, table + i, stride, power, 16);
    mulK(power, 16, power, 16, y4, 16);
  }
}

/** One plane of one tile: out[i] += Σ_q factor_q·powers_q[i], factors 20 bytes apart. */
function addPowerTile(out: usize, powers: usize, factors: usize, points: u32): void {
  for (let i: usize = 0; i < TILE; i += 16) {
    let low = i64x2.splat(0);
    let high = i64x2.splat(0);
    let power = powers + i;
    let factor = factors;
    for (let q: u32 = 0; q < points; q += 2) {
      const x = v128.load(power);
      const y = v128.load(power + TILE);
      const c = v128.load32_splat(factor);
      const d = v128.load32_splat(factor, 20);
      low = fixHigh(i64x2.add(low, i64x2.add(i64x2.extmul_low_i32x4_u(x, c), i64x2.extmul_low_i32x4_u(y, d))));
      high = fixHigh(i64x2.add(high, i64x2.add(i64x2.extmul_high_i32x4_u(x, c), i64x2.extmul_high_i32x4_u(y, d))));
      power += 2 * TILE;
      factor += 40;
    }
    v128.store(out + i, addV(v128.load(out + i), reduceLanes(low, high)));
  }
}

/**
 * table[i] += Σ_q scale_q·y_q^i for an even number of base points and whole tiles: `powers` holds 1, y, …, y^63 of each, `steps` y^64, `factors`
 * scale·y^(this piece's start), five words each, which are used up. All in Montgomery form.
 */
export function accumulateBasePowers(table: usize, stride: usize, count: u32, powers: usize, steps: usize, factors: usize, points: u32): void {
  const end: usize = <usize>count << 2;
  for (let at: usize = 0; at < end; at += TILE) {
    for (let c: usize = 0; c < 5; c++) addPowerTile(table + c * stride + at, powers, factors + 4 * c, points);
    for (let q: usize = 0; q < <usize>points; q++) {
      const step = load<u32>(steps + 4 * q);
      for (let c: usize = 0; c < 20; c += 4) store<u32>(factors + 20 * q + c, mont(load<u32>(factors + 20 * q + c), step));
    }
  }
}

/** table[i] += scale·source[i]; scale in Montgomery form. */
export function accumulateScaledK(table: usize, stride: usize, source: usize, sourceStride: usize, count: u32, scale: usize): void {
  const s = scratch;
  const t = scratch + 80;
  splatK(s, scale);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    mulK(t, 16, source + i, sourceStride, s, 16);
    addK(table + i, stride, table + i, stride, t, 16);
  }
}

/** Per lane: Σ_k table[4k + lane]·step^k, step = y⁴ in Montgomery form. out: 1 register. */
export function hornerK(table: usize, stride: usize, count: u32, step: usize, out: usize): void {
  const y4 = scratch;
  splatK(y4, step);
  clearK(out);
  for (let i: isize = 4 * <isize>count - 16; i >= 0; i -= 16) {
    mulK(out, 16, out, 16, y4, 16);
    addK(out, 16, out, 16, table + <usize>i, stride);
  }
}

/**
 * Σ_i table[i]·weights[i] over `bytes`, four lanes to be added up; weights in Montgomery form. Two products are below 2^63; with a sum
 * below p·2^32 before them they stay below 2^64, and one conditional subtraction restores that bound.
 */
function dot(table: usize, weights: usize, bytes: usize): v128 {
  let low = i64x2.splat(0);
  let high = i64x2.splat(0);
  let i: usize = 0;
  for (; i + 32 <= bytes; i += 32) {
    const x = v128.load(table + i);
    const y = v128.load(table + i, 16);
    const c = v128.load(weights + i);
    const d = v128.load(weights + i, 16);
    low = fixHigh(i64x2.add(low, i64x2.add(i64x2.extmul_low_i32x4_u(x, c), i64x2.extmul_low_i32x4_u(y, d))));
    high = fixHigh(i64x2.add(high, i64x2.add(i64x2.extmul_high_i32x4_u(x, c), i64x2.extmul_high_i32x4_u(y, d))));
  }
  if (i < bytes) {
    const x = v128.load(table + i);
    const c = v128.load(weights + i);
    low = fixHigh(i64x2.add(low, i64x2.extmul_low_i32x4_u(x, c)));
    high = fixHigh(i64x2.add(high, i64x2.extmul_high_i32x4_u(x, c)));
  }
  return reduceLanes(low, high);
}

/** Tiles of the stacked table: 64 elements, 256 bytes (src/kernels/stackedOpening.ts). */
const TILE: usize = 256;

/** out[t] ← Σ_{i < 64} table[64 t + i]·low[i] for `tiles` (a multiple of 4) tiles; `low`: five planes of 64 words in Montgomery form. */
export function tileDots(table: usize, tiles: u32, low: usize, out: usize, outStride: usize): void {
  for (let t: u32 = 0; t < tiles; t += 4) {
    for (let c: usize = 0; c < 5; c++) {
      const weights = low + TILE * c;
      const v0 = dot(table, weights, TILE);
      const v1 = dot(table + TILE, weights, TILE);
      const v2 = dot(table + 2 * TILE, weights, TILE);
      const v3 = dot(table + 3 * TILE, weights, TILE);
      const a = addV(v128.shuffle<i32>(v0, v1, 0, 4, 2, 6), v128.shuffle<i32>(v0, v1, 1, 5, 3, 7));
      const b = addV(v128.shuffle<i32>(v2, v3, 0, 4, 2, 6), v128.shuffle<i32>(v2, v3, 1, 5, 3, 7));
      v128.store(out + c * outStride, addV(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7)));
    }
    table += 4 * TILE;
    out += 16;
  }
}

/**
 * The same for one short column in each of `blocks` blocks, `blockBytes` apart: Σ_{i < length} column[i]·weights[i] to every `outStep` bytes of
 * `out`. Any length.
 */
export function columnDots(
  column: usize, blockBytes: usize, blocks: u32, length: u32, weights: usize, weightStride: usize, out: usize, outStride: usize, outStep: usize,
): void {
  for (let b: u32 = 0; b < blocks; b++) {
    for (let c: usize = 0; c < 5; c++) {
      let sum: u32 = 0;
      for (let i: usize = 0; i < <usize>length; i++) {
        sum += mont(load<u32>(column + 4 * i), load<u32>(weights + c * weightStride + 4 * i));
        sum = min<u32>(sum, sum - P);
      }
      store<u32>(out + c * outStride, sum);
    }
    column += blockBytes;
    out += outStep;
  }
}

/** sums[i] += x[i]·w0 + y[i]·w1 for one plane; a sum is two vectors of 64-bit lanes. */
function addProducts(sums: usize, x: usize, y: usize, w0: u32, w1: u32, bytes: usize): void {
  const c = i32x4.splat(w0);
  const d = i32x4.splat(w1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(x + i);
    const b = v128.load(y + i);
    const at = sums + 2 * i;
    const low = i64x2.add(i64x2.extmul_low_i32x4_u(a, c), i64x2.extmul_low_i32x4_u(b, d));
    const high = i64x2.add(i64x2.extmul_high_i32x4_u(a, c), i64x2.extmul_high_i32x4_u(b, d));
    v128.store(at, fixHigh(i64x2.add(v128.load(at), low)));
    v128.store(at, fixHigh(i64x2.add(v128.load(at, 16), high)), 16);
  }
}

/** out[i] ← Σ_b weight_b·block_b[i], i < count: binds all leading variables at once. An even number of base blocks; five Montgomery words each. */
export function foldBlocks(table: usize, blockBytes: usize, blocks: u32, weights: usize, count: u32, out: usize, outStride: usize): void {
  const sums = scratch;
  const end: usize = <usize>count << 2;
  for (let at: usize = 0; at < end; at += TILE) {
    const bytes = min<usize>(TILE, end - at);
    memory.fill(sums, 0, 10 * TILE);
    for (let b: usize = 0; b < <usize>blocks; b += 2) {
      const x = table + at + b * blockBytes;
      const w = weights + 20 * b;
      for (let c: usize = 0; c < 5; c++) {
        addProducts(sums + 2 * TILE * c, x, x + blockBytes, load<u32>(w + 4 * c), load<u32>(w + 4 * c, 20), bytes);
      }
    }
    for (let c: usize = 0; c < 5; c++) {
      const from = sums + 2 * TILE * c;
      const to = out + c * outStride + at;
      for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, reduceLanes(v128.load(from + 2 * i), v128.load(from + 2 * i, 16)));
    }
  }
}

/**
 * A base table of `bytes` as a polynomial at several points: per point four lanes to be added up, 16 bytes at `out`. Of each point `powers`
 * holds 1, y, y², … for one tile of `tileBytes` (which divides `bytes`), and `steps` the next power, in Montgomery form.
 */
export function evaluateAtPoints(table: usize, bytes: usize, tileBytes: usize, powers: usize, steps: usize, points: u32, out: usize): void {
  memory.fill(out, 0, 16 * <usize>points);
  for (let at = bytes; at > 0; ) {
    at -= tileBytes;
    for (let q: usize = 0; q < <usize>points; q++) {
      const sum = out + 16 * q;
      const value = dot(table + at, powers + tileBytes * q, tileBytes);
      v128.store(sum, addV(montV(v128.load(sum), v128.load32_splat(steps + 4 * q)), value));
    }
  }
}
