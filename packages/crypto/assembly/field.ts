// KoalaBear in SIMD lanes. Values are canonical (< p) unless a comment says otherwise; p > 2^30, so a + b of two canonical values
// fits a u32 and min_u(x, x − p) is the conditional subtraction.

export const P: u32 = 0x7f000001;
/** p^{−1} mod 2^32: with a positive inverse Montgomery reduction subtracts. */
export const P_INVERSE: u32 = 0x81000001;
/** 2^32 mod p and 2^64 mod p. */
export const R: u32 = 0x01fffffe;
export const R2: u32 = 0x17f7efe4;

// @ts-ignore: decorator
@inline export function vP(): v128 { return i32x4.splat(P); }

// @ts-ignore: decorator
@inline export function addV(a: v128, b: v128): v128 {
  const sum = i32x4.add(a, b);
  return i32x4.min_u(sum, i32x4.sub(sum, vP()));
}

// @ts-ignore: decorator
@inline export function subV(a: v128, b: v128): v128 {
  const difference = i32x4.sub(a, b);
  return i32x4.min_u(difference, i32x4.add(difference, vP()));
}

/** High words of the four 64-bit products in (low, high). */
// @ts-ignore: decorator
@inline export function highWords(low: v128, high: v128): v128 { return v128.shuffle<i32>(low, high, 1, 3, 5, 7); }
// @ts-ignore: decorator
@inline export function lowWords(low: v128, high: v128): v128 { return v128.shuffle<i32>(low, high, 0, 2, 4, 6); }

/** a·b/2^32 mod p for a·b < p·2^32. */
// @ts-ignore: decorator
@inline export function montV(a: v128, b: v128): v128 {
  const low = i64x2.extmul_low_i32x4_u(a, b);
  const high = i64x2.extmul_high_i32x4_u(a, b);
  const q = i32x4.mul(lowWords(low, high), i32x4.splat(P_INVERSE));
  const subtrahend = highWords(i64x2.extmul_low_i32x4_u(q, vP()), i64x2.extmul_high_i32x4_u(q, vP()));
  const r = i32x4.sub(highWords(low, high), subtrahend);
  return i32x4.min_u(r, i32x4.add(r, vP()));
}

/** a·w mod p for any u32 a, with quotient = floor(w·2^32/p) (Shoup). */
// @ts-ignore: decorator
@inline export function shoupV(a: v128, w: v128, quotient: v128): v128 {
  const q = highWords(i64x2.extmul_low_i32x4_u(a, quotient), i64x2.extmul_high_i32x4_u(a, quotient));
  const r = i32x4.sub(i32x4.mul(a, w), i32x4.mul(q, vP()));
  return i32x4.min_u(r, i32x4.sub(r, vP()));
}

// @ts-ignore: decorator
@inline export function mont(a: u32, b: u32): u32 {
  const x = u64(a) * u64(b);
  const q = u32(x) * P_INVERSE;
  const r = u32(x >> 32) - u32((u64(q) * u64(P)) >> 32);
  return min<u32>(r, r + P);
}

// @ts-ignore: decorator
@inline export function shoupQuotient(w: u32): u32 { return u32((u64(w) << 32) / u64(P)); }
