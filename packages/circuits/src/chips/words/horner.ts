/**
 * The Horner step acc' = acc·z + word mod r over the BLS12-381 scalar field (docs/statements.md, "y"), as an identity over the integers
 *
 *     acc·z + word − q·r − acc' = 0
 *
 * in limbs of 12 bits. Position k of the product collects v_k; carries c_k link them: v_k + c_{k−1} = 2^12·c_k and v_42 + c_41 = 0. Then
 * Σ v_k 2^{12 k} telescopes to 0. This file computes the bounds that make each equation mod p an equation over the integers.
 *
 * The word enters as pieces of 14 bits, piece j shifted to its place inside limb position floor(14 j / 12): it is only added, so it needs
 * no cutting at multiples of 12 bits, and two pieces per 28-bit limb serve the digest as well.
 */
import { P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';

/** The BLS12-381 scalar field. */
export const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
export const LIMBS = 22;
export const LIMB_BITS = 12;
const RADIX = 2 ** LIMB_BITS;
const POSITIONS = 2 * LIMBS - 1;
/** c_0 … c_41. */
export const CARRIES = POSITIONS - 1;
const CARRY_TABLES = [16, 17];

export const PIECE_BITS = 14;
/** Two pieces per limb of the word; l_8 has 24 bits, so its second piece has 10. */
export const PIECES = 18;
export const LAST_PIECE_BITS = 10;

export function limbsOf(value: bigint): number[] {
  let rest = value;
  const limbs = Array.from({ length: LIMBS }, () => {
    const limb = Number(rest & BigInt(RADIX - 1));
    rest >>= BigInt(LIMB_BITS);
    return limb;
  });
  invariant(rest === 0n, 'a scalar has 22 limbs of 12 bits');
  return limbs;
}

export function scalarOf(limbs: ArrayLike<number>): bigint {
  return Array.from(limbs).reduceRight((value, limb) => (value << BigInt(LIMB_BITS)) | BigInt(limb), 0n);
}

/** r in digits of −2^11 … 2^11 − 1: they are smaller on average than unsigned ones, which keeps carries short. */
export const R_DIGITS: readonly number[] = (() => {
  const digits = limbsOf(R);
  for (let i = 0; i < LIMBS - 1; i++) {
    if (digits[i] < RADIX / 2) continue;
    digits[i] -= RADIX;
    digits[i + 1] += 1;
  }
  return digits;
})();

/** Where piece j of the word goes: limb position and shift inside it. */
export const PIECE_PLACES: readonly { readonly position: number; readonly shift: number }[] = Array.from({ length: PIECES }, (_, j) => ({
  position: Math.floor((PIECE_BITS * j) / LIMB_BITS),
  shift: (PIECE_BITS * j) % LIMB_BITS,
}));

/** What `positionValues` needs of numbers, so that constraints and trace are one definition. */
export interface Algebra<T> {
  sumOfProducts(pairs: readonly (readonly [T, T])[]): T;
  combine(coefficients: readonly number[], values: readonly T[]): T;
  add(a: T, b: T): T;
}

export interface HornerValues<T> {
  readonly acc: readonly T[];
  readonly z: readonly T[];
  readonly pieces: readonly T[];
  readonly quotient: readonly T[];
  readonly next: readonly T[];
}

/** v_k = Σ acc_i z_{k−i} + (pieces of the word at k) − Σ q_i r_{k−i} − acc'_k. */
export function positionValues<T>(algebra: Algebra<T>, { acc, z, pieces, quotient, next }: HornerValues<T>): T[] {
  return Array.from({ length: POSITIONS }, (_, k) => {
    const indices = Array.from({ length: LIMBS }, (_, i) => i).filter((i) => k - i >= 0 && k - i < LIMBS);
    const product = algebra.sumOfProducts(indices.map((i) => [acc[i], z[k - i]] as const));
    const mine = PIECE_PLACES.flatMap(({ position, shift }, j) => (position === k ? [{ coefficient: 2 ** shift, value: pieces[j] }] : []));
    const linear = [
      ...mine,
      ...indices.map((i) => ({ coefficient: -R_DIGITS[k - i], value: quotient[i] })),
      ...(k < LIMBS ? [{ coefficient: -1, value: next[k] }] : []),
    ];
    return algebra.add(
      product,
      algebra.combine(
        linear.map(({ coefficient }) => coefficient),
        linear.map(({ value }) => value),
      ),
    );
  });
}

/** Closed intervals of integers. */
interface Interval {
  readonly min: number;
  readonly max: number;
}

const INTERVALS: Algebra<Interval> = {
  sumOfProducts: (pairs) =>
    pairs.reduce((sum, [a, b]) => ({ min: sum.min + a.min * b.min, max: sum.max + a.max * b.max }), { min: 0, max: 0 }),
  combine: (coefficients, values) =>
    coefficients.reduce(
      (sum, c, i) => ({
        min: sum.min + (c < 0 ? c * values[i].max : c * values[i].min),
        max: sum.max + (c < 0 ? c * values[i].min : c * values[i].max),
      }),
      { min: 0, max: 0 },
    ),
  add: (a, b) => ({ min: a.min + b.min, max: a.max + b.max }),
};

export interface Carry {
  /** c_k = offset + cell. */
  readonly offset: number;
  /** The table that checks the cell. */
  readonly bits: number;
}

/**
 * The carries' offsets and widths from the limbs' ranges. Limbs of acc, z, q and acc' are below 2^12 and pieces below 2^14, so |v_k| < 2^29
 * (22 products of 24 bits dominate), |c_k| < 2^18, and |v_k + c_{k−1} − 2^12 c_k| < 2^30 + 2^29 < p: checked below for the worst cells that the
 * range tables allow, not just for honest ones. So zero mod p is zero.
 */
function planCarries(): Carry[] {
  const limb: Interval = { min: 0, max: RADIX - 1 };
  const limbs = new Array<Interval>(LIMBS).fill(limb);
  const pieces = Array.from(
    { length: PIECES },
    (_, j): Interval => ({ min: 0, max: 2 ** (j === PIECES - 1 ? LAST_PIECE_BITS : PIECE_BITS) - 1 }),
  );
  const values = positionValues(INTERVALS, { acc: limbs, z: limbs, pieces, quotient: limbs, next: limbs });
  let honest: Interval = { min: 0, max: 0 };
  let allowed: Interval = { min: 0, max: 0 };
  const carries = values.slice(0, CARRIES).map(({ min, max }): Carry => {
    honest = { min: Math.ceil((min + honest.min) / RADIX), max: Math.floor((max + honest.max) / RADIX) };
    const offset = honest.min;
    const bits = CARRY_TABLES.find((table) => honest.max - offset < 2 ** table);
    invariant(bits !== undefined, 'a carry has at most 17 bits');
    const next: Interval = { min: offset, max: offset + 2 ** bits - 1 };
    invariant(max + allowed.max - RADIX * next.min < P && min + allowed.min - RADIX * next.max > -P, 'a position cannot wrap mod p');
    allowed = next;
    return { offset, bits };
  });
  const last = values[POSITIONS - 1];
  invariant(last.max + allowed.max < P && last.min + allowed.min > -P, 'the last position cannot wrap mod p');
  return carries;
}

export const CARRY_PLAN: readonly Carry[] = planCarries();
