/** Small gadgets of the L2's chips, on top of `stark/air/gadgets.ts`. */
import { inv } from '@weir/crypto/field';
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, type ExprLike, mul, scale, sub, sum } from '@weir/stark/air/expr';
import { type RangeOptions, rangeCheck, U64_LIMB_BITS, U64_PIECE_BITS } from '@weir/stark/air/gadgets';

export { rangeCheckLimbs } from '@weir/stark/air/gadgets';

export const ADDRESS_LIMBS = 6;
export const DIGEST = 8;
export const KEY = 7;

/** value = 0 where `when` is 1. */
export function constrainWhen(b: ChipBuilder, name: string, when: ExprLike, value: ExprLike): void {
  b.constraint(name, mul(when, value));
}

/** left_i = right_i for all i where `when` is 1. */
export function equalWhen(b: ChipBuilder, name: string, when: ExprLike, left: readonly ExprLike[], right: readonly ExprLike[]): void {
  left.forEach((value, i) => {
    constrainWhen(b, `${name}[${i}]`, when, sub(value, right[i]));
  });
}

/** Booleans of which at most one is set; returns their sum, which says whether the row is active. */
export function exclusive(b: ChipBuilder, name: string, flags: readonly Expr[]): Expr {
  flags.forEach((flag, i) => {
    b.boolean(`${name}-${i}-is-a-bit`, flag);
  });
  const any = sum(flags);
  b.boolean(`${name}-at-most-one`, any);
  return any;
}

/** The six limbs of an amount, each looked up in the table of its own width. */
export function amountRange(b: ChipBuilder, name: string, limbs: readonly Expr[], options: RangeOptions = {}): void {
  limbs.forEach((limb, i) => {
    rangeCheck(b, `${name}[${i}]`, limb, U64_LIMB_BITS[i], options);
  });
}

/** The two parts of value = low + 2^lowBits · high when only `low` is a column: high as a linear form. */
export function highPart(value: ExprLike, low: ExprLike, lowBits: number): Expr {
  return scale(inv(2 ** lowBits), sub(value, low));
}

/**
 * 0 ≤ value < 2^(lowBits + highBits) by one column: both low and (value − low)/2^lowBits are looked up, so value is the integer
 * low + 2^lowBits·high. Relies on lowBits + highBits ≤ 30.
 */
export function splitRange(
  b: ChipBuilder,
  name: string,
  value: ExprLike,
  low: Expr,
  lowBits: number,
  highBits: number,
  options: RangeOptions = {},
): void {
  rangeCheck(b, `${name}/low`, low, lowBits, { when: options.when });
  rangeCheck(b, `${name}/high`, highPart(value, low, lowBits), highBits, { when: options.when });
}

/** Piece i of a u64 that is a linear form, with its low limb as the only column. */
export function pieceRange(b: ChipBuilder, name: string, i: number, value: ExprLike, low: Expr, options: RangeOptions = {}): void {
  splitRange(b, name, value, low, U64_LIMB_BITS[2 * i], U64_LIMB_BITS[2 * i + 1], options);
}

/**
 * Σ parts = total over u64 pieces: Σ_j parts_j,i + carry_{i−1} = total_i + 2^{w_i} carry_i, carries in 0 … parts − 1 (two or three parts), none out of the
 * last piece. Relies on all pieces being range-checked: both sides stay below 2^25, so equality mod p is equality.
 */
export function sumPieces(
  b: ChipBuilder,
  name: string,
  parts: readonly (readonly ExprLike[])[],
  total: readonly ExprLike[],
  carries: readonly Expr[],
): void {
  carries.forEach((carry, i) => {
    const choices = parts.map((_, value) => sub(carry, value));
    b.constraint(`${name}/carry-${i}`, mul(choices[0], ...choices.slice(1)));
  });
  U64_PIECE_BITS.forEach((bits, i) => {
    const left = sum(parts.map((part) => part[i]));
    b.equal(
      `${name}/piece-${i}`,
      i === 0 ? left : add(left, carries[i - 1]),
      i === 2 ? total[i] : add(total[i], scale(2 ** bits, carries[i])),
    );
  });
}
