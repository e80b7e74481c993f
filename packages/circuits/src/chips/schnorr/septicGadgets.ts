/**
 * Septic arithmetic and the affine group law as expressions, F_q = F[z]/(z^7 − 3z − 5), y² = x³ + 45x + 41z³ (crypto's `septic`, `curve`).
 *
 * `one` below is the row's `active` column: constants are scaled by it, so an all-zero padding row satisfies every equation without raising a degree.
 */
import { CURVE_A, CURVE_B } from '@weir/crypto/curve';
import { SEPTIC_DEGREE } from '@weir/crypto/septic';
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, mul, neg, scale, shared, sub, sum } from '@weir/stark/air/expr';

export type SepticExpr = readonly Expr[];
export interface PointExpr {
  readonly x: SepticExpr;
  readonly y: SepticExpr;
}

/** Columns x (7) and y (7) of a point. */
export const pointOf = (cells: readonly Expr[]): PointExpr => ({ x: cells.slice(0, SEPTIC_DEGREE), y: cells.slice(SEPTIC_DEGREE) });

export const addSeptic = (a: SepticExpr, b: SepticExpr): SepticExpr => a.map((ai, i) => add(ai, b[i]));
export const subSeptic = (a: SepticExpr, b: SepticExpr): SepticExpr => a.map((ai, i) => sub(ai, b[i]));
export const scaleSeptic = (factor: number, a: SepticExpr): SepticExpr => a.map((ai) => scale(factor, ai));
export const negSeptic = (a: SepticExpr): SepticExpr => a.map((ai) => neg(ai));

/** Each coordinate in a register of its own: for values that are used more than once. */
export const shareSeptic = (a: SepticExpr): SepticExpr => a.map((ai) => shared(ai));

/** The 13 coefficients of the product of two polynomials of degree 6. */
const plainProduct = (a: SepticExpr, b: SepticExpr): readonly Expr[] =>
  Array.from({ length: 2 * SEPTIC_DEGREE - 1 }, (_, k) =>
    sum(a.flatMap((ai, i) => (k - i >= 0 && k - i < SEPTIC_DEGREE ? [mul(ai, b[k - i])] : []))),
  );

/** Modulo z^7 − 3z − 5: coefficient 7 + k adds 5 times itself to z^k and 3 times to z^{k+1}, so it is computed once. */
function reduceSeptic(plain: readonly Expr[]): SepticExpr {
  const high = plain.slice(SEPTIC_DEGREE).map((coefficient) => shared(coefficient));
  return plain
    .slice(0, SEPTIC_DEGREE)
    .map((coefficient, k) => add(coefficient, k < high.length ? scale(5, high[k]) : 0, k > 0 ? scale(3, high[k - 1]) : 0));
}

export const mulSeptic = (a: SepticExpr, b: SepticExpr): SepticExpr => reduceSeptic(plainProduct(a, b));

/** A constant of F_q, times `one`. */
export const constantSeptic = (value: readonly number[], one: Expr): SepticExpr => value.map((coefficient) => scale(coefficient, one));

export function equalSeptic(b: ChipBuilder, name: string, left: SepticExpr, right: SepticExpr): void {
  left.forEach((coefficient, i) => {
    b.equal(`${name}[${i}]`, coefficient, right[i]);
  });
}

/** y² = x³ + 45x + 41z³, on rows where `one` is 1. */
export function onCurve(b: ChipBuilder, name: string, { x, y }: PointExpr, one: Expr): void {
  const right = addSeptic(addSeptic(mulSeptic(mulSeptic(x, x), x), scaleSeptic(CURVE_A, x)), constantSeptic(CURVE_B, one));
  equalSeptic(b, name, mulSeptic(y, y), right);
}

/** The third point of the chord or tangent of this slope, reflected: x3 = slope² − x1 − x2, y3 = slope·(x1 − x3) − y1. */
export function thirdX(slope: SepticExpr, x1: SepticExpr, x2: SepticExpr): SepticExpr {
  return subSeptic(subSeptic(mulSeptic(slope, slope), x1), x2);
}

export function thirdY(slope: SepticExpr, p: PointExpr, x3: SepticExpr): SepticExpr {
  return subSeptic(mulSeptic(slope, subSeptic(p.x, x3)), p.y);
}

/**
 * 2·slope·y = 3x² + 45. It has one solution: y ≠ 0, because the point is on a curve of prime order, which has no point of order 2. Relies on
 * the point being on the curve.
 */
export function tangent(b: ChipBuilder, name: string, slope: SepticExpr, p: PointExpr, one: Expr): void {
  // The difference of the two products is reduced once.
  const squares = plainProduct(p.x, p.x);
  const difference = reduceSeptic(plainProduct(slope, p.y).map((coefficient, k) => sub(scale(2, coefficient), scale(3, squares[k]))));
  equalSeptic(b, name, difference, constantSeptic([CURVE_A, 0, 0, 0, 0, 0, 0], one));
}

/**
 * slope·(x2 − x1) = y2 − y1, and x1 ≠ x2: Σ inverse_i·(x2 − x1)_i = 1 over the first coordinates (three of them: a pair of points that
 * differ only in the other four cannot be proven, which happens with probability 2^−93). Were x1 = x2 and y1 = y2, any slope would do, and the sum
 * could be steered to any R.
 */
export function chord(
  b: ChipBuilder,
  name: string,
  slope: SepticExpr,
  p: PointExpr,
  q: PointExpr,
  inverse: readonly Expr[],
  one: Expr,
): void {
  const run = subSeptic(q.x, p.x);
  equalSeptic(b, `${name}/slope`, mulSeptic(slope, run), subSeptic(q.y, p.y));
  b.equal(`${name}/x-differs`, sum(inverse.map((cell, i) => mul(cell, run[i]))), one);
}
