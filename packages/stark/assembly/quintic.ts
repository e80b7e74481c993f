// K = F[x]/(x^5 + x^2 − 1) in SIMD lanes: four elements at a time, five vectors of coefficients, from memory to memory. An operand
// is (address, stride): coefficient c lies at address + c·stride, so a table's planes and a scratch register (stride 16) look alike.
//
// mulK is a Montgomery product, a·b/2^32: exactly one factor of every product is kept in Montgomery form.
// Small functions on purpose: V8 allocates registers badly in large ones.
import { P, P_INVERSE, addV, highWords, lowWords, subV, vP } from '../../crypto/assembly/field';

/** Odd words hold the high halves of 64-bit lanes: subtracts p·2^32 from lanes whose high half is at least p. */
// @ts-ignore: decorator
@inline export function fixHigh(x: v128): v128 { return i32x4.min_u(x, i32x4.sub(x, i64x2.splat(<i64>P << 32))); }

/** (low, high)/2^32 mod p for lanes whose high halves are below p. */
// @ts-ignore: decorator
@inline export function reduceLanes(low: v128, high: v128): v128 {
  const q = i32x4.mul(lowWords(low, high), i32x4.splat(P_INVERSE));
  const subtrahend = highWords(i64x2.extmul_low_i32x4_u(q, vP()), i64x2.extmul_high_i32x4_u(q, vP()));
  const r = i32x4.sub(highWords(low, high), subtrahend);
  return i32x4.min_u(r, i32x4.add(r, vP()));
}

/** (a0·x0 + … + a4·x4)/2^32 mod p. Four products are below 2^64 and 1.99·p·2^32; the fifth fits after one fix. */
// @ts-ignore: decorator
@inline function dot5(a0: v128, x0: v128, a1: v128, x1: v128, a2: v128, x2: v128, a3: v128, x3: v128, a4: v128, x4: v128): v128 {
  let low = i64x2.add(i64x2.extmul_low_i32x4_u(a0, x0), i64x2.extmul_low_i32x4_u(a1, x1));
  let high = i64x2.add(i64x2.extmul_high_i32x4_u(a0, x0), i64x2.extmul_high_i32x4_u(a1, x1));
  low = i64x2.add(low, i64x2.extmul_low_i32x4_u(a2, x2));
  high = i64x2.add(high, i64x2.extmul_high_i32x4_u(a2, x2));
  low = fixHigh(i64x2.add(low, i64x2.extmul_low_i32x4_u(a3, x3)));
  high = fixHigh(i64x2.add(high, i64x2.extmul_high_i32x4_u(a3, x3)));
  low = i64x2.add(low, i64x2.extmul_low_i32x4_u(a4, x4));
  high = i64x2.add(high, i64x2.extmul_high_i32x4_u(a4, x4));
  const top = highWords(low, high);
  const q = i32x4.mul(lowWords(low, high), i32x4.splat(P_INVERSE));
  const subtrahend = highWords(i64x2.extmul_low_i32x4_u(q, vP()), i64x2.extmul_high_i32x4_u(q, vP()));
  const r = i32x4.sub(i32x4.min_u(top, i32x4.sub(top, vP())), subtrahend);
  return i32x4.min_u(r, i32x4.add(r, vP()));
}

/** out ← a·b/2^32. out may be a or b. x^5 = 1 − x², so x^6 = x − x³, x^7 = x² − x⁴, x^8 = x³ + x² − 1. */
export function mulK(out: usize, outStride: usize, a: usize, aStride: usize, b: usize, bStride: usize): void {
  const a0 = v128.load(a);
  const a1 = v128.load(a + aStride);
  const a2 = v128.load(a + 2 * aStride);
  const a3 = v128.load(a + 3 * aStride);
  const a4 = v128.load(a + 4 * aStride);
  const b0 = v128.load(b);
  const b1 = v128.load(b + bStride);
  const b2 = v128.load(b + 2 * bStride);
  const b3 = v128.load(b + 3 * bStride);
  const b4 = v128.load(b + 4 * bStride);
  const d14 = subV(b1, b4);
  const d03 = subV(b0, b3);
  const d42 = subV(b4, b2);
  v128.store(out, dot5(a0, b0, a1, b4, a2, b3, a3, b2, a4, d14));
  v128.store(out + outStride, dot5(a0, b1, a1, b0, a2, b4, a3, b3, a4, b2));
  v128.store(out + 2 * outStride, dot5(a0, b2, a1, d14, a2, d03, a3, d42, a4, subV(b3, d14)));
  v128.store(out + 3 * outStride, dot5(a0, b3, a1, b2, a2, d14, a3, d03, a4, d42));
  v128.store(out + 4 * outStride, dot5(a0, b4, a1, b3, a2, b2, a3, d14, a4, d03));
}

/** out ← a + b */
export function addK(out: usize, outStride: usize, a: usize, aStride: usize, b: usize, bStride: usize): void {
  v128.store(out, addV(v128.load(a), v128.load(b)));
  v128.store(out + outStride, addV(v128.load(a + aStride), v128.load(b + bStride)));
  v128.store(out + 2 * outStride, addV(v128.load(a + 2 * aStride), v128.load(b + 2 * bStride)));
  v128.store(out + 3 * outStride, addV(v128.load(a + 3 * aStride), v128.load(b + 3 * bStride)));
  v128.store(out + 4 * outStride, addV(v128.load(a + 4 * aStride), v128.load(b + 4 * bStride)));
}

/** out ← a − b */
export function subK(out: usize, outStride: usize, a: usize, aStride: usize, b: usize, bStride: usize): void {
  v128.store(out, subV(v128.load(a), v128.load(b)));
  v128.store(out + outStride, subV(v128.load(a + aStride), v128.load(b + bStride)));
  v128.store(out + 2 * outStride, subV(v128.load(a + 2 * aStride), v128.load(b + 2 * bStride)));
  v128.store(out + 3 * outStride, subV(v128.load(a + 3 * aStride), v128.load(b + 3 * bStride)));
  v128.store(out + 4 * outStride, subV(v128.load(a + 4 * aStride), v128.load(b + 4 * bStride)));
}

/** Five words at `from` into all lanes of the register at `to`. */
export function splatK(to: usize, from: usize): void {
  for (let c: usize = 0; c < 5; c++) v128.store(to + 16 * c, v128.load32_splat(from + 4 * c));
}

export function clearK(register: usize): void {
  memory.fill(register, 0, 80);
}
