/**
 * F_q = F[z]/(z^7 − 3z − 5), q = p^7: the coordinate field of the signature curve (septicCurve of SP1 Hypercube).
 * Elements are seven canonical coefficients, z^0 first.
 */
import {
  add as addBase,
  inv as invBase,
  mul as mulBaseField,
  neg as negBase,
  P,
  reduceSplit,
  sqrt as sqrtBase,
  sub as subBase,
} from './field.ts';

export type Septic = readonly number[];

export const SEPTIC_DEGREE = 7;
export const ZERO: Septic = [0, 0, 0, 0, 0, 0, 0];
export const ONE: Septic = [1, 0, 0, 0, 0, 0, 0];

export function eq(a: Septic, b: Septic): boolean {
  for (let i = 0; i < SEPTIC_DEGREE; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function isZero(a: Septic): boolean {
  return eq(a, ZERO);
}

export function add(a: Septic, b: Septic): Septic {
  const out = new Array<number>(SEPTIC_DEGREE);
  for (let i = 0; i < SEPTIC_DEGREE; i++) out[i] = addBase(a[i], b[i]);
  return out;
}

export function sub(a: Septic, b: Septic): Septic {
  const out = new Array<number>(SEPTIC_DEGREE);
  for (let i = 0; i < SEPTIC_DEGREE; i++) out[i] = subBase(a[i], b[i]);
  return out;
}

export function neg(a: Septic): Septic {
  return a.map(negBase);
}

/** a·s for s in F. */
export function mulBase(a: Septic, s: number): Septic {
  const out = new Array<number>(SEPTIC_DEGREE);
  for (let i = 0; i < SEPTIC_DEGREE; i++) out[i] = mulBaseField(a[i], s);
  return out;
}

/**
 * a·b. The factors of b are split in 15 + 16 bits and z^{7+k} = 3 z^{k+1} + 5 z^k is applied to the unreduced sums: no result
 * collects more than 45 products (weights included) of 47 bits each, so every sum is exact in a double.
 */
export function mul(a: Septic, b: Septic): Septic {
  const high = new Float64Array(13);
  const low = new Float64Array(13);
  for (let j = 0; j < SEPTIC_DEGREE; j++) {
    const h = b[j] >>> 16;
    const l = b[j] & 0xffff;
    for (let i = 0; i < SEPTIC_DEGREE; i++) {
      high[i + j] += a[i] * h;
      low[i + j] += a[i] * l;
    }
  }
  const out = new Array<number>(SEPTIC_DEGREE);
  for (let k = 0; k < SEPTIC_DEGREE; k++) {
    let h = high[k];
    let l = low[k];
    if (k < 6) {
      h += 5 * high[k + 7];
      l += 5 * low[k + 7];
    }
    if (k > 0) {
      h += 3 * high[k + 6];
      l += 3 * low[k + 6];
    }
    out[k] = reduceSplit(h, l);
  }
  return out;
}

export function square(a: Septic): Septic {
  return mul(a, a);
}

/** a^e for a non-negative exponent. */
export function pow(a: Septic, e: bigint): Septic {
  let result = ONE;
  let base = a;
  for (let rest = e; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mul(result, base);
    if (rest > 1n) base = mul(base, base);
  }
  return result;
}

/** Images of z^0 … z^6 under y ↦ y^(p^k): a Frobenius power is this linear map. */
const frobeniusRows = (image: Septic): readonly Septic[] => {
  const rows: Septic[] = [ONE];
  for (let i = 1; i < SEPTIC_DEGREE; i++) rows.push(mul(rows[i - 1], image));
  return rows;
};
const applyFrobenius = (a: Septic, rows: readonly Septic[]): Septic => rows.reduce((sum, row, i) => add(sum, mulBase(row, a[i])), ZERO);

const frobeniusOfZ = pow([0, 1, 0, 0, 0, 0, 0], BigInt(P));
/** Rows of y ↦ y^p, y^(p²), y^(p⁴). */
export const FROBENIUS_1 = frobeniusRows(frobeniusOfZ);
export const FROBENIUS_2 = frobeniusRows(applyFrobenius(frobeniusOfZ, FROBENIUS_1));
export const FROBENIUS_4 = frobeniusRows(applyFrobenius(applyFrobenius(frobeniusOfZ, FROBENIUS_1), FROBENIUS_2));

/** b^{1 + p² + p⁴}. */
const powerOnePlusP2PlusP4 = (b: Septic): Septic => mul(mul(b, applyFrobenius(b, FROBENIUS_2)), applyFrobenius(b, FROBENIUS_4));

/** 1/a, and 0 for 0: a^{−1} = a^{p + p² + … + p⁶} / N(a) with the norm in F (Itoh–Tsujii). */
export function inv(a: Septic): Septic {
  const first = applyFrobenius(a, FROBENIUS_1);
  const conjugates = powerOnePlusP2PlusP4(mul(first, applyFrobenius(first, FROBENIUS_1)));
  const norm = mul(a, conjugates)[0];
  return mulBase(conjugates, invBase(norm));
}

/** a^{(p+1)/2}, where (p + 1)/2 = 127·2^23 + 1. */
function powerHalfOfPPlusOne(a: Septic): Septic {
  let power = a;
  for (let i = 1; i < 7; i++) power = mul(square(power), a);
  for (let i = 0; i < 23; i++) power = square(power);
  return mul(power, a);
}

/**
 * A square root of a, or undefined if there is none. With r = 1 + p + … + p⁶ (odd) the norm N(a) = a^r is in F, and
 * (r + 1)/2 = 1 + p·(p+1)/2·(1 + p² + p⁴). So for c = a^{(r−1)/2} and b = a·c: b² = a·N(a) and b·c = N(a). Hence a is a square
 * iff N(a) is, and then b/√N(a) is its root.
 */
export function sqrt(a: Septic): Septic | undefined {
  if (isZero(a)) return ZERO;
  const c = powerOnePlusP2PlusP4(powerHalfOfPPlusOne(applyFrobenius(a, FROBENIUS_1)));
  const b = mul(a, c);
  const rootOfNorm = sqrtBase(mul(b, c)[0]);
  return rootOfNorm === undefined ? undefined : mulBase(b, invBase(rootOfNorm));
}
