/**
 * Expressions over one row of a chip: immutable nodes with one `kind`, built by free functions and read by every backend.
 *
 * Authors write ordinary algebra; flattening, sharing and register allocation happen later (`compileAir.ts`). Nodes are
 * shared freely: a value used twice is evaluated once.
 */

import { P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';

export type Expr =
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'column'; readonly index: number; readonly name: string }
  | { readonly kind: 'rowIndex' }
  | { readonly kind: 'add'; readonly a: Expr; readonly b: Expr }
  | { readonly kind: 'sub'; readonly a: Expr; readonly b: Expr }
  | { readonly kind: 'mul'; readonly a: Expr; readonly b: Expr }
  | { readonly kind: 'neg'; readonly a: Expr }
  | { readonly kind: 'shared'; readonly a: Expr };

/** What the arithmetic helpers accept: an expression, or an integer constant of any size and sign (reduced mod p). */
export type ExprLike = Expr | number | bigint;

/** The canonical representative in [0, p) of any integer. */
export function canonical(value: number | bigint): number {
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `not an exact integer: ${value}`);
    const rest = value % P;
    return rest < 0 ? rest + P : rest + 0;
  }
  const rest = Number(value % BigInt(P));
  return rest < 0 ? rest + P : rest;
}

export const ZERO: Expr = Object.freeze({ kind: 'const', value: 0 });
export const ONE: Expr = Object.freeze({ kind: 'const', value: 1 });
export const ROW_INDEX: Expr = Object.freeze({ kind: 'rowIndex' });

export function constant(value: number | bigint): Expr {
  return Object.freeze({ kind: 'const', value: canonical(value) });
}

export function column(index: number, name: string): Expr {
  return Object.freeze({ kind: 'column', index, name });
}

export function expr(value: ExprLike): Expr {
  return typeof value === 'object' ? value : constant(value);
}

const isConst = (node: Expr, value: number): boolean => node.kind === 'const' && node.value === value;

function add2(a: Expr, b: Expr): Expr {
  if (isConst(a, 0)) return b;
  if (isConst(b, 0)) return a;
  if (a.kind === 'const' && b.kind === 'const') return constant(a.value + b.value);
  return Object.freeze({ kind: 'add', a, b });
}

/** a + b + … */
export function add(first: ExprLike, ...rest: readonly ExprLike[]): Expr {
  return rest.reduce<Expr>((sumSoFar, next) => add2(sumSoFar, expr(next)), expr(first));
}

/** a − b − … */
export function sub(first: ExprLike, ...rest: readonly ExprLike[]): Expr {
  return rest.reduce<Expr>((left, next) => {
    const right = expr(next);
    if (isConst(right, 0)) return left;
    if (left.kind === 'const' && right.kind === 'const') return constant(left.value - right.value);
    return Object.freeze({ kind: 'sub', a: left, b: right });
  }, expr(first));
}

function mul2(a: Expr, b: Expr): Expr {
  if (isConst(a, 0) || isConst(b, 0)) return ZERO;
  if (isConst(a, 1)) return b;
  if (isConst(b, 1)) return a;
  if (a.kind === 'const' && b.kind === 'const') return constant(BigInt(a.value) * BigInt(b.value));
  return Object.freeze({ kind: 'mul', a, b });
}

/** a · b · … (constants included; the degree is checked when the chip is compiled) */
export function mul(first: ExprLike, ...rest: readonly ExprLike[]): Expr {
  return rest.reduce<Expr>((product, next) => mul2(product, expr(next)), expr(first));
}

/** −a */
export function neg(value: ExprLike): Expr {
  const a = expr(value);
  return a.kind === 'const' ? constant(-a.value) : Object.freeze({ kind: 'neg', a });
}

/** factor · a for an integer constant. */
export function scale(factor: number | bigint, a: ExprLike): Expr {
  return mul2(constant(factor), expr(a));
}

/**
 * The same value, computed once and kept in a register. Sums are otherwise flattened into everything that uses them, which is best for a sum used once (a
 * Poseidon round) and wasteful for a long one used often: its terms are paid for at each use, by the prover in every row.
 */
export function shared(value: ExprLike): Expr {
  const a = expr(value);
  return a.kind === 'const' || a.kind === 'column' || a.kind === 'rowIndex' || a.kind === 'shared'
    ? a
    : Object.freeze({ kind: 'shared', a });
}

/** Σ values; 0 for none. */
export function sum(values: readonly ExprLike[]): Expr {
  return values.length === 0 ? ZERO : add(values[0], ...values.slice(1));
}

/** constantTerm + Σ coefficients[i] · values[i] */
export function linear(coefficients: readonly (number | bigint)[], values: readonly ExprLike[], constantTerm: number | bigint = 0): Expr {
  invariant(coefficients.length === values.length, 'linear: as many coefficients as values');
  return add(constant(constantTerm), ...coefficients.map((coefficient, i) => scale(coefficient, values[i])));
}

/** Σ limbs[i] · 2^(offset of i), where limb i is `bits[i]` wide (or `bits` for all), least significant first. */
export function fromLimbs(limbs: readonly ExprLike[], bits: number | readonly number[]): Expr {
  let offset = 0n;
  const coefficients = limbs.map((_, i) => {
    const weight = 1n << offset;
    offset += BigInt(typeof bits === 'number' ? bits : bits[i]);
    return weight;
  });
  return linear(coefficients, limbs);
}

/** 1 − a: the complement of a boolean. */
export function not(a: ExprLike): Expr {
  return sub(1, a);
}

/** condition ? yes : no, for a boolean condition: no + condition · (yes − no). */
export function select(condition: ExprLike, yes: ExprLike, no: ExprLike): Expr {
  return add(no, mul(condition, sub(yes, no)));
}
