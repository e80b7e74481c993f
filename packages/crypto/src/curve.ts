/**
 * The signature curve of SP1 over the septic extension: y² = x³ + 45 x + 41 z³, of prime order N (217 bits), cofactor 1.
 * Known answers: vectors/septic-curve.json (order, generator and multiples computed with PARI/GP).
 *
 * Points at the interface are affine; `undefined` is the identity. Inside a multiplication they are Jacobian (X : Y : Z),
 * x = X/Z², y = Y/Z³, which needs one inversion at the end. Not constant time: see the note on signing in schnorr.ts.
 */

import type { Septic } from './septic.ts';
import * as septic from './septic.ts';

export const ORDER = 199372529839252601278447397890876471698671718266839763841250021879n;
export const CURVE_A = 45;
export const CURVE_B: Septic = [0, 0, 0, 41, 0, 0, 0];

export interface Point {
  readonly x: Septic;
  readonly y: Septic;
}

/** x = k + z for the smallest k ≥ 1 on the curve; y has an even constant coefficient. */
export const GENERATOR: Point = {
  x: [4, 1, 0, 0, 0, 0, 0],
  y: [788580176, 734083423, 383607096, 1594638150, 1729214056, 1002926473, 117933033],
};

/** x³ + 45 x + 41 z³. */
function rightHandSide(x: Septic): Septic {
  return septic.add(septic.mul(septic.add(septic.square(x), [CURVE_A, 0, 0, 0, 0, 0, 0]), x), CURVE_B);
}

export function isOnCurve({ x, y }: Point): boolean {
  return septic.eq(septic.square(y), rightHandSide(x));
}

/** One of the two points with this x (which of them is unspecified), or undefined if there is none. */
export function liftX(x: Septic): Point | undefined {
  const y = septic.sqrt(rightHandSide(x));
  return y === undefined ? undefined : { x, y };
}

export function negate(point: Point): Point {
  return { x: point.x, y: septic.neg(point.y) };
}

/** The chord through two points with x1 ≠ x2, or the tangent, of the given slope. */
function thirdPoint(p: Point, q: Point, slope: Septic): Point {
  const x = septic.sub(septic.sub(septic.square(slope), p.x), q.x);
  return { x, y: septic.sub(septic.mul(slope, septic.sub(p.x, x)), p.y) };
}

export function double(p: Point | undefined): Point | undefined {
  if (p === undefined || septic.isZero(p.y)) return undefined;
  const numerator = septic.add(septic.mulBase(septic.square(p.x), 3), [CURVE_A, 0, 0, 0, 0, 0, 0]);
  return thirdPoint(p, p, septic.mul(numerator, septic.inv(septic.add(p.y, p.y))));
}

export function add(p: Point | undefined, q: Point | undefined): Point | undefined {
  if (p === undefined) return q;
  if (q === undefined) return p;
  if (septic.eq(p.x, q.x)) return septic.eq(p.y, q.y) ? double(p) : undefined;
  return thirdPoint(p, q, septic.mul(septic.sub(q.y, p.y), septic.inv(septic.sub(q.x, p.x))));
}

/** x = X/Z², y = Y/Z³; the identity is undefined. */
interface Jacobian {
  readonly x: Septic;
  readonly y: Septic;
  readonly z: Septic;
}

const toJacobian = (p: Point): Jacobian => ({ x: p.x, y: p.y, z: septic.ONE });

/** "dbl-2007-bl" without its squaring tricks. There is no point with y = 0, the order being odd. */
function doubleJacobian(p: Jacobian | undefined): Jacobian | undefined {
  if (p === undefined) return undefined;
  const yy = septic.square(p.y);
  const zz = septic.square(p.z);
  const s = septic.mulBase(septic.mul(p.x, yy), 4);
  const m = septic.add(septic.mulBase(septic.square(p.x), 3), septic.mulBase(septic.square(zz), CURVE_A));
  const x = septic.sub(septic.square(m), septic.add(s, s));
  const y = septic.sub(septic.mul(m, septic.sub(s, x)), septic.mulBase(septic.square(yy), 8));
  const yz = septic.mul(p.y, p.z);
  return { x, y, z: septic.add(yz, yz) };
}

/** p + q with q affine ("madd"), complete: equal and opposite points and the identity are handled. */
function addMixed(p: Jacobian | undefined, q: Point): Jacobian | undefined {
  if (p === undefined) return toJacobian(q);
  const zz = septic.square(p.z);
  const h = septic.sub(septic.mul(q.x, zz), p.x);
  const r = septic.sub(septic.mul(q.y, septic.mul(zz, p.z)), p.y);
  if (septic.isZero(h)) return septic.isZero(r) ? doubleJacobian(p) : undefined;
  const hh = septic.square(h);
  const hhh = septic.mul(h, hh);
  const v = septic.mul(p.x, hh);
  const x = septic.sub(septic.sub(septic.square(r), hhh), septic.add(v, v));
  const y = septic.sub(septic.mul(r, septic.sub(v, x)), septic.mul(p.y, hhh));
  return { x, y, z: septic.mul(p.z, h) };
}

function toAffine(p: Jacobian | undefined): Point | undefined {
  if (p === undefined) return undefined;
  const zInverse = septic.inv(p.z);
  const zz = septic.square(zInverse);
  return { x: septic.mul(p.x, zz), y: septic.mul(p.y, septic.mul(zz, zInverse)) };
}

/** Affine forms of all points with one inversion. */
function toAffineBatch(points: readonly Jacobian[]): Point[] {
  const prefix: Septic[] = [];
  let product: Septic = septic.ONE;
  for (const point of points) {
    prefix.push(product);
    product = septic.mul(product, point.z);
  }
  const out = new Array<Point>(points.length);
  let inverse = septic.inv(product);
  for (let i = points.length - 1; i >= 0; i--) {
    const zInverse = septic.mul(inverse, prefix[i]);
    const zz = septic.square(zInverse);
    out[i] = { x: septic.mul(points[i].x, zz), y: septic.mul(points[i].y, septic.mul(zz, zInverse)) };
    inverse = septic.mul(inverse, points[i].z);
  }
  return out;
}

/** Digits of width w: d_i odd or 0, |d_i| < 2^{w−1}, Σ d_i 2^i = scalar (wNAF). */
function nonAdjacentForm(scalar: bigint, width: number): number[] {
  const digits: number[] = [];
  const modulus = 2 ** width;
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    let digit = 0;
    if (rest & 1n) {
      digit = Number(BigInt.asUintN(width, rest));
      if (digit >= modulus / 2) digit -= modulus;
      rest -= BigInt(digit);
    }
    digits.push(digit);
  }
  return digits;
}

/** Odd multiples p, 3p, … (2^{w−2} of them). */
function oddMultiples(p: Point, width: number): Point[] {
  const twice = toAffine(doubleJacobian(toJacobian(p)));
  const multiples: Jacobian[] = [toJacobian(p)];
  for (let i = 1; i < 2 ** (width - 2); i++) {
    // N is a large prime, so no small multiple is the identity.
    multiples.push(addMixed(multiples[i - 1], twice as Point) as Jacobian);
  }
  return toAffineBatch(multiples);
}

const WINDOW = 5;

function multiplyJacobian(p: Point, scalar: bigint): Jacobian | undefined {
  const table = oddMultiples(p, WINDOW);
  const digits = nonAdjacentForm(scalar, WINDOW);
  let sum: Jacobian | undefined;
  for (let i = digits.length - 1; i >= 0; i--) {
    sum = doubleJacobian(sum);
    const digit = digits[i];
    if (digit > 0) sum = addMixed(sum, table[digit >> 1]);
    if (digit < 0) sum = addMixed(sum, negate(table[-digit >> 1]));
  }
  return sum;
}

/** scalar·p for a non-negative scalar; undefined is the identity. */
export function multiply(p: Point, scalar: bigint): Point | undefined {
  return toAffine(multiplyJacobian(p, scalar % ORDER));
}

/** 218 bits hold every scalar. */
const SCALAR_BITS = 218;

/** Fixed-base table of G: row i holds j·2^{window·i}·G for j = 1 … 2^window − 1; the rows cover every scalar below the order. */
export function buildGeneratorTable(window: number): Point[][] {
  const rows = Math.ceil(SCALAR_BITS / window);
  const width = 2 ** window - 1;
  const points: Jacobian[] = [];
  let base: Point = GENERATOR;
  for (let row = 0; row < rows; row++) {
    let multiple: Jacobian | undefined = toJacobian(base);
    for (let j = 1; j <= width; j++) {
      points.push(multiple as Jacobian);
      multiple = addMixed(multiple, base);
    }
    base = toAffine(multiple) as Point;
  }
  const affine = toAffineBatch(points);
  return Array.from({ length: rows }, (_, row) => affine.slice(width * row, width * (row + 1)));
}

const COMB_WINDOW = 4;
let combTable: readonly (readonly Point[])[] | undefined;

function multiplyGeneratorJacobian(scalar: bigint): Jacobian | undefined {
  combTable ??= buildGeneratorTable(COMB_WINDOW);
  let sum: Jacobian | undefined;
  for (let row = 0, rest = scalar; rest > 0n; row++, rest >>= BigInt(COMB_WINDOW)) {
    const digit = Number(rest & 15n);
    if (digit !== 0) sum = addMixed(sum, combTable[row][digit - 1]);
  }
  return sum;
}

/** scalar·G by additions only. */
export function multiplyGenerator(scalar: bigint): Point | undefined {
  return toAffine(multiplyGeneratorJacobian(scalar % ORDER));
}

/** True iff x(s·G + e·P) or x(s·G − e·P) is `x`: both signs, because the caller's lift P of a key may be either point. */
export function combinationHasX(s: bigint, e: bigint, p: Point, x: Septic): boolean {
  const left = multiplyGeneratorJacobian(s);
  const right = toAffine(multiplyJacobian(p, e));
  const candidates = right === undefined ? [left] : [addMixed(left, right), addMixed(left, negate(right))];
  return candidates.some((sum) => sum !== undefined && septic.eq(septic.mul(x, septic.square(sum.z)), sum.x));
}
