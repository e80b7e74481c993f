// The fraction tree of LogUp-GKR. Numerators are canonical, denominators in Montgomery form, so that P·Q is canonical and Q·Q stays
// in Montgomery form, without conversions.
import { scratch } from '../../crypto/assembly/thread';
import { addK, clearK, mulK, splatK, subK } from './quintic';

/** Level above: P ← P0 Q1 + P1 Q0, Q ← Q0 Q1, nodes i and i + half, for i in a chunk that begins at the pointers. */
export function fractionUp(p: usize, q: usize, stride: usize, half: usize, count: u32, upP: usize, upQ: usize, upStride: usize): void {
  const t = scratch;
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const p0 = p + i;
    const q0 = q + i;
    const q1 = q0 + 4 * half;
    mulK(t, 16, p0, stride, q1, stride);
    mulK(upP + i, upStride, p0 + 4 * half, stride, q0, stride);
    addK(upP + i, upStride, upP + i, upStride, t, 16);
    mulK(upQ + i, upStride, q0, stride, q1, stride);
  }
}

/** sum += weight·(p0·q1 + (p1 + λ q1)·q0); u, t are registers. */
// @ts-ignore: decorator
@inline function addGate(
  sum: usize, weight: usize, weightStride: usize, lambda: usize,
  p0: usize, p1: usize, q0: usize, q1: usize, stride: usize, t: usize, u: usize,
): void {
  mulK(t, 16, lambda, 16, q1, stride);
  addK(t, 16, t, 16, p1, stride);
  mulK(t, 16, t, 16, q0, stride);
  mulK(u, 16, p0, stride, q1, stride);
  addK(t, 16, t, 16, u, 16);
  mulK(t, 16, t, 16, weight, weightStride);
  addK(sum, 16, sum, 16, t, 16);
}

/**
 * h(0) and the leading coefficient of one round, summed over `count` pairs: p, q hold both halves of the level's table (second half
 * at + 4·span), each half having its pairs at distance `half`. out: 2 registers of 80 bytes (four lanes to be added up).
 */
export function fractionRound(
  p: usize, q: usize, stride: usize, span: usize, half: usize, count: u32, weights: usize, weightStride: usize, lambda: usize, out: usize,
): void {
  const l = scratch;
  const t = scratch + 80;
  const u = scratch + 160;
  const d0 = scratch + 240;
  const d1 = scratch + 320;
  const d2 = scratch + 400;
  const d3 = scratch + 480;
  splatK(l, lambda);
  clearK(out);
  clearK(out + 80);
  const other: usize = 4 * span;
  const far: usize = 4 * half;
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const p0 = p + i;
    const p1 = p0 + other;
    const q0 = q + i;
    const q1 = q0 + other;
    addGate(out, weights + i, weightStride, l, p0, p1, q0, q1, stride, t, u);
    subK(d0, 16, p0 + far, stride, p0, stride);
    subK(d1, 16, p1 + far, stride, p1, stride);
    subK(d2, 16, q0 + far, stride, q0, stride);
    subK(d3, 16, q1 + far, stride, q1, stride);
    addGate(out + 80, weights + i, weightStride, l, d0, d1, d2, d3, 16, t, u);
  }
}
