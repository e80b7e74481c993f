// WHIR's sumcheck and weight table. The weight is kept in Montgomery form, the table of values canonical.
import { addV, montV, subV } from '../../crypto/assembly/field';
import { scratch } from '../../crypto/assembly/thread';
import { addK, clearK, mulK, splatK, subK } from './quintic';

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

/** The same for a base table. */
export function openingRoundBase(table: usize, weight: usize, weightStride: usize, half: usize, count: u32, out: usize): void {
  clearK(out);
  clearK(out + 80);
  const far: usize = 4 * half;
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const a = v128.load(table + i);
    const d = subV(v128.load(table + far + i), a);
    let w = weight + i;
    let sum = out;
    for (let c: u32 = 0; c < 5; c++) {
      const low = v128.load(w);
      v128.store(sum, addV(v128.load(sum), montV(a, low)));
      v128.store(sum, addV(v128.load(sum, 80), montV(d, subV(v128.load(w + far), low))), 80);
      w += weightStride;
      sum += 16;
    }
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
export function hornerBase(table: usize, count: u32, step: usize, out: usize): void {
  const y4 = scratch;
  splatK(y4, step);
  clearK(out);
  for (let i: isize = 4 * <isize>count - 16; i >= 0; i -= 16) {
    mulK(out, 16, out, 16, y4, 16);
    v128.store(out, addV(v128.load(out), v128.load(table + <usize>i)));
  }
}

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
 * A base table as a polynomial at `groups`·4 points: per point four lanes Σ_k table[4k + lane]·step^k, 16 bytes at `out`. `steps` = y⁴ of
 * each point in Montgomery form. Four points at a time, so that their chains of products overlap.
 */
export function evaluateAtPoints(table: usize, count: u32, steps: usize, groups: u32, out: usize): void {
  for (let g: u32 = 0; g < groups; g++) {
    const s0 = v128.load32_splat(steps);
    const s1 = v128.load32_splat(steps, 4);
    const s2 = v128.load32_splat(steps, 8);
    const s3 = v128.load32_splat(steps, 12);
    let a0 = i64x2.splat(0);
    let a1 = i64x2.splat(0);
    let a2 = i64x2.splat(0);
    let a3 = i64x2.splat(0);
    for (let i: isize = 4 * <isize>count - 16; i >= 0; i -= 16) {
      const x = v128.load(table + <usize>i);
      a0 = addV(montV(a0, s0), x);
      a1 = addV(montV(a1, s1), x);
      a2 = addV(montV(a2, s2), x);
      a3 = addV(montV(a3, s3), x);
    }
    v128.store(out, a0);
    v128.store(out, a1, 16);
    v128.store(out, a2, 32);
    v128.store(out, a3, 48);
    steps += 16;
    out += 64;
  }
}
