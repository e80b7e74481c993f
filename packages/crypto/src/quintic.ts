/**
 * K = F[x]/(x^5 + x^2 − 1), the challenge field (|K| ≈ 2^154.94).
 *
 * Elements are five canonical coefficients c_0 … c_4: `Ext` as a value, five consecutive words inside a `Uint32Array` for tables,
 * and 20 bytes (each coefficient big endian) in a proof.
 */
import {
  add as addBase,
  inv as invBase,
  isCanonical,
  mul as mulBaseField,
  neg as negBase,
  P,
  reduceSplit,
  sub as subBase,
} from './field.ts';

export type Ext = readonly [number, number, number, number, number];

export const EXT_DEGREE = 5;
export const EXT_BYTES = 20;
export const ZERO: Ext = [0, 0, 0, 0, 0];
export const ONE: Ext = [1, 0, 0, 0, 0];

export function fromBase(a: number): Ext {
  return [a, 0, 0, 0, 0];
}

export function eq(a: Ext, b: Ext): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3] && a[4] === b[4];
}

export function isZero(a: Ext): boolean {
  return (a[0] | a[1] | a[2] | a[3] | a[4]) === 0;
}

export function add(a: Ext, b: Ext): Ext {
  return [addBase(a[0], b[0]), addBase(a[1], b[1]), addBase(a[2], b[2]), addBase(a[3], b[3]), addBase(a[4], b[4])];
}

export function sub(a: Ext, b: Ext): Ext {
  return [subBase(a[0], b[0]), subBase(a[1], b[1]), subBase(a[2], b[2]), subBase(a[3], b[3]), subBase(a[4], b[4])];
}

export function neg(a: Ext): Ext {
  return [negBase(a[0]), negBase(a[1]), negBase(a[2]), negBase(a[3]), negBase(a[4])];
}

/** a·s for s in the base field. */
export function mulBase(a: Ext, s: number): Ext {
  return [mulBaseField(a[0], s), mulBaseField(a[1], s), mulBaseField(a[2], s), mulBaseField(a[3], s), mulBaseField(a[4], s)];
}

export function mul(a: Ext, b: Ext): Ext {
  const [a0, a1, a2, a3, a4] = a;
  const [b0, b1, b2, b3, b4] = b;
  // The 31-bit factors of b are split in 15 + 16 bits, so that every sum of products is exact in a double and only the five
  // results are reduced. x^5 = 1 − x², x^6 = x − x³, x^7 = x² − x⁴, x^8 = x³ + x² − 1.
  const h0 = b0 >>> 16,
    h1 = b1 >>> 16,
    h2 = b2 >>> 16,
    h3 = b3 >>> 16,
    h4 = b4 >>> 16;
  const l0 = b0 & 0xffff,
    l1 = b1 & 0xffff,
    l2 = b2 & 0xffff,
    l3 = b3 & 0xffff,
    l4 = b4 & 0xffff;
  const h5 = a1 * h4 + a2 * h3 + a3 * h2 + a4 * h1;
  const l5 = a1 * l4 + a2 * l3 + a3 * l2 + a4 * l1;
  const h6 = a2 * h4 + a3 * h3 + a4 * h2;
  const l6 = a2 * l4 + a3 * l3 + a4 * l2;
  const h7 = a3 * h4 + a4 * h3;
  const l7 = a3 * l4 + a4 * l3;
  const h8 = a4 * h4;
  const l8 = a4 * l4;
  return [
    reduceSplit(a0 * h0 + h5 - h8, a0 * l0 + l5 - l8),
    reduceSplit(a0 * h1 + a1 * h0 + h6, a0 * l1 + a1 * l0 + l6),
    reduceSplit(a0 * h2 + a1 * h1 + a2 * h0 - h5 + h7 + h8, a0 * l2 + a1 * l1 + a2 * l0 - l5 + l7 + l8),
    reduceSplit(a0 * h3 + a1 * h2 + a2 * h1 + a3 * h0 - h6 + h8, a0 * l3 + a1 * l2 + a2 * l1 + a3 * l0 - l6 + l8),
    reduceSplit(a0 * h4 + a1 * h3 + a2 * h2 + a3 * h1 + a4 * h0 - h7, a0 * l4 + a1 * l3 + a2 * l2 + a3 * l1 + a4 * l0 - l7),
  ];
}

export function square(a: Ext): Ext {
  return mul(a, a);
}

/** a^e for a non-negative exponent. */
export function pow(a: Ext, e: number | bigint): Ext {
  let result = ONE;
  let base = a;
  for (let rest = BigInt(e); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mul(result, base);
    if (rest > 1n) base = mul(base, base);
  }
  return result;
}

/** Images of x^1 … x^4 under y ↦ y^(p^k): a Frobenius power is this linear map. */
const frobeniusRows = (exponent: bigint): readonly Ext[] => {
  const image = pow([0, 1, 0, 0, 0], exponent);
  const rows: Ext[] = [ONE];
  for (let i = 1; i < EXT_DEGREE; i++) rows.push(mul(rows[i - 1], image));
  return rows;
};
const FROBENIUS_1 = frobeniusRows(BigInt(P));
const FROBENIUS_2 = frobeniusRows(BigInt(P) ** 2n);

const applyFrobenius = (a: Ext, rows: readonly Ext[]): Ext => rows.reduce((sum, row, i) => add(sum, mulBase(row, a[i])), ZERO);

/** 1/a, and 0 for 0: a^{−1} = a^{p + p² + p³ + p⁴} / N(a), the norm N(a) = a^{1 + p + p² + p³ + p⁴} being in F (Itoh–Tsujii). */
export function inv(a: Ext): Ext {
  const first = applyFrobenius(a, FROBENIUS_1);
  const pair = mul(first, applyFrobenius(first, FROBENIUS_1));
  const conjugates = mul(pair, applyFrobenius(pair, FROBENIUS_2));
  const norm = mul(a, conjugates)[0];
  return mulBase(conjugates, invBase(norm));
}

/** Inverses of all values with one inversion. Zeros stay zero. */
export function batchInverse(values: readonly Ext[]): Ext[] {
  const prefix: Ext[] = [];
  let product = ONE;
  for (const value of values) {
    prefix.push(product);
    if (!isZero(value)) product = mul(product, value);
  }
  const out: Ext[] = new Array<Ext>(values.length).fill(ZERO);
  let inverse = inv(product);
  for (let i = values.length - 1; i >= 0; i--) {
    if (isZero(values[i])) continue;
    out[i] = mul(inverse, prefix[i]);
    inverse = mul(inverse, values[i]);
  }
  return out;
}

/** The element whose first word is `words[at]`. */
export function load(words: ArrayLike<number>, at: number): Ext {
  return [words[at], words[at + 1], words[at + 2], words[at + 3], words[at + 4]];
}

export function store(words: Uint32Array, at: number, a: Ext): void {
  words[at] = a[0];
  words[at + 1] = a[1];
  words[at + 2] = a[2];
  words[at + 3] = a[3];
  words[at + 4] = a[4];
}

/** Writes 20 bytes at `at`. */
export function encodeInto(bytes: Uint8Array, at: number, a: Ext): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < EXT_DEGREE; i++) view.setUint32(at + 4 * i, a[i]);
}

export function encode(a: Ext): Uint8Array {
  const bytes = new Uint8Array(EXT_BYTES);
  encodeInto(bytes, 0, a);
  return bytes;
}

/** Reads 20 bytes at `at`; undefined if they are not there or a coefficient is not below p. */
export function decode(bytes: Uint8Array, at = 0): Ext | undefined {
  if (at < 0 || at + EXT_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: Ext = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12), view.getUint32(at + 16)];
  return out.every(isCanonical) ? out : undefined;
}
