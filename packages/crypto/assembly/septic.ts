// F[z]/(z^7 − 3z − 5) for the signature curve. An element is seven i32 words and a zero word (32 bytes), in Montgomery form and
// *centred*: |x| ≤ (p − 1)/2, a unique representation. Seven products of centred values stay below 1.75 p² < 2^63, so a coefficient
// of a product is reduced once.
import { P, P_INVERSE, R, R2, mont } from './field';

export const SIZE: usize = 32;
const HALF: i64 = 0x3f800000;
/** 2^32 mod p = 2^25 − 2: small enough to lift a reduced value back beside unreduced products. */
const LIFT: i64 = R;

/** x/2^32 mod p in (−1.5 p, 1.5 p) for |x| < 2^63. Both low words are equal; x − q·p itself could overflow. */
// @ts-ignore: decorator
@inline function reduce(x: i64): i64 { return (x >> 32) - ((i64(i32(x) * i32(P_INVERSE)) * i64(P)) >> 32); }

/** Centres a value in (−1.5 p, 1.5 p). */
// @ts-ignore: decorator
@inline function centre(x: i64): i32 {
  x -= i64(P) & ((HALF - x) >> 63);
  return i32(x + (i64(P) & ((x + HALF) >> 63)));
}

// @ts-ignore: decorator
@inline function centreV(x: v128): v128 {
  const p = i32x4.splat(P);
  x = i32x4.sub(x, v128.and(p, i32x4.gt_s(x, i32x4.splat(i32(HALF)))));
  return i32x4.add(x, v128.and(p, i32x4.lt_s(x, i32x4.splat(-i32(HALF)))));
}

export function copy(out: usize, a: usize): void {
  v128.store(out, v128.load(a));
  v128.store(out, v128.load(a, 16), 16);
}

export function add(out: usize, a: usize, b: usize): void {
  v128.store(out, centreV(i32x4.add(v128.load(a), v128.load(b))));
  v128.store(out, centreV(i32x4.add(v128.load(a, 16), v128.load(b, 16))), 16);
}

export function sub(out: usize, a: usize, b: usize): void {
  v128.store(out, centreV(i32x4.sub(v128.load(a), v128.load(b))));
  v128.store(out, centreV(i32x4.sub(v128.load(a, 16), v128.load(b, 16))), 16);
}

export function neg(out: usize, a: usize): void {
  v128.store(out, i32x4.neg(v128.load(a)));
  v128.store(out, i32x4.neg(v128.load(a, 16)), 16);
}

export function isZero(a: usize): bool {
  return !v128.any_true(v128.or(v128.load(a), v128.load(a, 16)));
}

/** The last step of a product: c_0 … c_6 plus z^{7+k} = 5 z^k + 3 z^{k+1} applied to the reduced c_7 … c_12. */
// @ts-ignore: decorator
@inline function store7(
  out: usize, c0: i64, c1: i64, c2: i64, c3: i64, c4: i64, c5: i64, c6: i64, h0: i64, h1: i64, h2: i64, h3: i64, h4: i64, h5: i64,
): void {
  store<i32>(out, centre(reduce(c0 + 5 * h0 * LIFT)));
  store<i32>(out, centre(reduce(c1 + (5 * h1 + 3 * h0) * LIFT)), 4);
  store<i32>(out, centre(reduce(c2 + (5 * h2 + 3 * h1) * LIFT)), 8);
  store<i32>(out, centre(reduce(c3 + (5 * h3 + 3 * h2) * LIFT)), 12);
  store<i32>(out, centre(reduce(c4 + (5 * h4 + 3 * h3) * LIFT)), 16);
  store<i32>(out, centre(reduce(c5 + (5 * h5 + 3 * h4) * LIFT)), 20);
  store<i32>(out, centre(reduce(c6 + 3 * h5 * LIFT)), 24);
  store<i32>(out, 0, 28);
}

// @ts-ignore: decorator
@inline function word(a: usize, i: usize): i64 { return i64(load<i32>(a + 4 * i)); }

/** out = a·b; out may be a or b. */
export function mul(out: usize, a: usize, b: usize): void {
  const a0 = word(a, 0), a1 = word(a, 1), a2 = word(a, 2), a3 = word(a, 3), a4 = word(a, 4), a5 = word(a, 5), a6 = word(a, 6);
  const b0 = word(b, 0), b1 = word(b, 1), b2 = word(b, 2), b3 = word(b, 3), b4 = word(b, 4), b5 = word(b, 5), b6 = word(b, 6);
  const h0 = reduce(a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1);
  const h1 = reduce(a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2);
  const h2 = reduce(a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3);
  const h3 = reduce(a4 * b6 + a5 * b5 + a6 * b4);
  const h4 = reduce(a5 * b6 + a6 * b5);
  const h5 = reduce(a6 * b6);
  store7(
    out,
    a0 * b0,
    a0 * b1 + a1 * b0,
    a0 * b2 + a1 * b1 + a2 * b0,
    a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0,
    a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0,
    a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0,
    a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0,
    h0, h1, h2, h3, h4, h5,
  );
}

/** out = a²; out may be a. */
export function square(out: usize, a: usize): void {
  const a0 = word(a, 0), a1 = word(a, 1), a2 = word(a, 2), a3 = word(a, 3), a4 = word(a, 4), a5 = word(a, 5), a6 = word(a, 6);
  const h0 = reduce(2 * (a1 * a6 + a2 * a5 + a3 * a4));
  const h1 = reduce(2 * (a2 * a6 + a3 * a5) + a4 * a4);
  const h2 = reduce(2 * (a3 * a6 + a4 * a5));
  const h3 = reduce(2 * (a4 * a6) + a5 * a5);
  const h4 = reduce(2 * (a5 * a6));
  const h5 = reduce(a6 * a6);
  store7(
    out,
    a0 * a0,
    2 * (a0 * a1),
    2 * (a0 * a2) + a1 * a1,
    2 * (a0 * a3 + a1 * a2),
    2 * (a0 * a4 + a1 * a3) + a2 * a2,
    2 * (a0 * a5 + a1 * a4 + a2 * a3),
    2 * (a0 * a6 + a1 * a5 + a2 * a4) + a3 * a3,
    h0, h1, h2, h3, h4, h5,
  );
}

/** out = a·s for a scalar in the same form. */
export function mulBase(out: usize, a: usize, s: i32): void {
  for (let i: usize = 0; i < 7; i++) store<i32>(out + 4 * i, centre(reduce(word(a, i) * i64(s))));
  store<i32>(out, 0, 28);
}

/** The linear map with matrix rows at `rows`: out_k = Σ_i rows[k][i]·a_i (a power of Frobenius). out must not be a. */
export function applyLinear(out: usize, a: usize, rows: usize): void {
  for (let k: usize = 0; k < 7; k++) {
    let sum: i64 = 0;
    for (let i: usize = 0; i < 7; i++) sum += word(a, i) * word(rows + 32 * k, i);
    store<i32>(out + 4 * k, centre(reduce(sum)));
  }
  store<i32>(out, 0, 28);
}

/** Seven canonical words to an element. */
export function enter(out: usize, words: usize): void {
  for (let i: usize = 0; i < 7; i++) store<i32>(out + 4 * i, centre(i64(mont(load<u32>(words + 4 * i), R2))));
  store<i32>(out, 0, 28);
}

// Base-field scalars in Montgomery form, unsigned and canonical.

// @ts-ignore: decorator
@inline function unsigned(x: i32): u32 { return x < 0 ? u32(x) + P : u32(x); }

function powBase(a: u32, exponent: u32): u32 {
  let out = R;
  for (let bit: i32 = 31; bit >= 0; bit--) {
    out = mont(out, out);
    if ((exponent >> bit) & 1) out = mont(out, a);
  }
  return out;
}

/** √a, or 0 if a is 0 or not a square (Tonelli–Shanks; `generator` has order 2^24). */
function sqrtBase(a: u32, generator: u32): u32 {
  const half = powBase(a, 63);
  let root = mont(half, a);
  let rest = mont(root, half);
  let order: u32 = 24;
  while (rest != R) {
    let k: u32 = 0;
    for (let power = rest; power != R && k < 25; k++) power = mont(power, power);
    if (k >= order) return 0;
    let step = generator;
    for (let i = k + 1; i < order; i++) step = mont(step, step);
    root = mont(root, step);
    generator = mont(step, step);
    rest = mont(rest, generator);
    order = k;
  }
  return root;
}

/** Offsets in the table that schnorrKernel.ts writes: Frobenius powers 1, 2, 4 (7 rows of 32 bytes), the 2^24-th root of unity. */
const FROBENIUS_1: usize = 0;
const FROBENIUS_2: usize = 224;
const FROBENIUS_4: usize = 448;
const ROOT_OF_UNITY: usize = 672;

/** b^{1 + p² + p⁴}; uses two elements at `temporary`. */
function powerOnePlusP2PlusP4(out: usize, b: usize, table: usize, temporary: usize): void {
  applyLinear(temporary, b, table + FROBENIUS_2);
  applyLinear(temporary + SIZE, b, table + FROBENIUS_4);
  mul(temporary, temporary, temporary + SIZE);
  mul(out, b, temporary);
}

/** out = 1/a (0 for 0) by Itoh–Tsujii; uses four elements at `temporary`; out may be a. */
export function invert(out: usize, a: usize, table: usize, temporary: usize): void {
  const t = temporary + 2 * SIZE;
  const u = t + SIZE;
  applyLinear(t, a, table + FROBENIUS_1);
  applyLinear(u, t, table + FROBENIUS_1);
  mul(t, t, u);
  powerOnePlusP2PlusP4(t, t, table, temporary);
  mul(u, a, t);
  mulBase(out, t, centre(i64(powBase(unsigned(load<i32>(u)), P - 2))));
}

/** out = √a if there is one (septic.ts explains the exponents); uses four elements at `temporary`. */
export function sqrt(out: usize, a: usize, table: usize, temporary: usize): bool {
  if (isZero(a)) {
    copy(out, a);
    return true;
  }
  const t = temporary + 2 * SIZE;
  const u = t + SIZE;
  // t = a^{p (p+1)/2}, (p + 1)/2 = 127·2^23 + 1.
  applyLinear(u, a, table + FROBENIUS_1);
  copy(t, u);
  for (let i = 1; i < 7; i++) {
    square(t, t);
    mul(t, t, u);
  }
  for (let i = 0; i < 23; i++) square(t, t);
  mul(t, t, u);
  powerOnePlusP2PlusP4(t, t, table, temporary);
  mul(u, a, t);
  mul(t, u, t);
  const root = sqrtBase(unsigned(load<i32>(t)), load<u32>(table, ROOT_OF_UNITY));
  if (root == 0) return false;
  mulBase(out, u, centre(i64(powBase(root, P - 2))));
  return true;
}
