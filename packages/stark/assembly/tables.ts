// Kernels on K tables: binding a variable, eq tables, affine forms of columns. `count` is a multiple of 4 unless a comment says
// otherwise; tables shorter than that are TypeScript's.
import { addV, montV, subV } from '../../crypto/assembly/field';
import { scratch } from '../../crypto/assembly/thread';
import { addK, clearK, mulK, splatK, subK } from './quintic';

/** Binds the leading variable: table[i] += r·(table[i + half] − table[i]), i < count. r in Montgomery form, five words. */
export function foldK(table: usize, stride: usize, half: usize, count: u32, r: usize): void {
  const challenge = scratch;
  const t = scratch + 80;
  splatK(challenge, r);
  const end = table + 4 * <usize>count;
  for (let at = table; at < end; at += 16) {
    subK(t, 16, at + 4 * half, stride, at, stride);
    mulK(t, 16, t, 16, challenge, 16);
    addK(at, stride, at, stride, t, 16);
  }
}

/** out[i] ← f[i] + r·(f[i + half] − f[i]) for a base table; canonical result. */
export function foldBaseToK(table: usize, half: usize, count: u32, r: usize, out: usize, outStride: usize): void {
  const r0 = v128.load32_splat(r);
  const r1 = v128.load32_splat(r, 4);
  const r2 = v128.load32_splat(r, 8);
  const r3 = v128.load32_splat(r, 12);
  const r4 = v128.load32_splat(r, 16);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const low = v128.load(table + i);
    const d = subV(v128.load(table + 4 * half + i), low);
    const to = out + i;
    v128.store(to, addV(low, montV(d, r0)));
    v128.store(to + outStride, montV(d, r1));
    v128.store(to + 2 * outStride, montV(d, r2));
    v128.store(to + 3 * outStride, montV(d, r3));
    v128.store(to + 4 * outStride, montV(d, r4));
  }
}

/** table[i] += table[i + half]: sums out the leading variable of an eq table. */
export function sumOutK(table: usize, stride: usize, half: usize, count: u32): void {
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) addK(table + i, stride, table + i, stride, table + 4 * half + i, stride);
}

/** A new leading variable z: table[size + i] = z·table[i], table[i] −= that, for i in a chunk beginning at `table`. */
export function eqExtend(table: usize, stride: usize, size: usize, count: u32, z: usize): void {
  const challenge = scratch;
  splatK(challenge, z);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const low = table + i;
    const high = low + 4 * size;
    mulK(high, stride, low, stride, challenge, 16);
    subK(low, stride, low, stride, high, stride);
  }
}

/**
 * out[i] ← constant + Σ_t coefficient_t·column_t[i]: `terms` = column addresses (4 bytes each), `coefficients` = five words for the
 * constant, then five Montgomery words per term. Columns are base tables, offset by `from` elements.
 */
export function affineRows(terms: usize, count: u32, coefficients: usize, from: usize, rows: u32, out: usize, outStride: usize): void {
  for (let i: usize = 0; i < 4 * <usize>rows; i += 16) {
    let s0 = v128.load32_splat(coefficients);
    let s1 = v128.load32_splat(coefficients, 4);
    let s2 = v128.load32_splat(coefficients, 8);
    let s3 = v128.load32_splat(coefficients, 12);
    let s4 = v128.load32_splat(coefficients, 16);
    let k = coefficients + 20;
    for (let t: u32 = 0; t < count; t++) {
      const x = v128.load(<usize>load<u32>(terms + 4 * <usize>t) + 4 * from + i);
      s0 = addV(s0, montV(x, v128.load32_splat(k)));
      s1 = addV(s1, montV(x, v128.load32_splat(k, 4)));
      s2 = addV(s2, montV(x, v128.load32_splat(k, 8)));
      s3 = addV(s3, montV(x, v128.load32_splat(k, 12)));
      s4 = addV(s4, montV(x, v128.load32_splat(k, 16)));
      k += 20;
    }
    const to = out + i;
    v128.store(to, s0);
    v128.store(to + outStride, s1);
    v128.store(to + 2 * outStride, s2);
    v128.store(to + 3 * outStride, s3);
    v128.store(to + 4 * outStride, s4);
  }
}

/** Planes → five consecutive words per element; any count. */
export function planesToRows(table: usize, stride: usize, count: u32, out: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const from = table + 4 * <usize>i;
    const to = out + 20 * <usize>i;
    store<u32>(to, load<u32>(from));
    store<u32>(to, load<u32>(from + stride), 4);
    store<u32>(to, load<u32>(from + 2 * stride), 8);
    store<u32>(to, load<u32>(from + 3 * stride), 12);
    store<u32>(to, load<u32>(from + 4 * stride), 16);
  }
}

/** table[i] ← (first, 0, 0, 0, 0); any count. */
export function fillK(table: usize, stride: usize, count: u32, first: u32): void {
  for (let i: usize = 0; i < 4 * <usize>count; i += 4) store<u32>(table + i, first);
  for (let c: usize = 1; c < 5; c++) memory.fill(table + c * stride, 0, 4 * <usize>count);
}

/** 0, 1, 2, … : the virtual column rowIndex. */
export function iota(out: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++) store<u32>(out + 4 * <usize>i, i);
}


/** (Σ weight·table[i], Σ weight·table[i + half]); weights in Montgomery form. out: 2 registers. */
export function weightedHalves(table: usize, stride: usize, half: usize, count: u32, weights: usize, weightStride: usize, out: usize): void {
  const t = scratch;
  clearK(out);
  clearK(out + 80);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    mulK(t, 16, table + i, stride, weights + i, weightStride);
    addK(out, 16, out, 16, t, 16);
    mulK(t, 16, table + 4 * half + i, stride, weights + i, weightStride);
    addK(out + 80, 16, out + 80, 16, t, 16);
  }
}
