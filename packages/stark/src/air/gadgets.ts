/**
 * Row gadgets shared by circuits. Each states its equation and what it relies on; the matching trace filler stands beside it.
 *
 * `name` prefixes the constraints' names. `when` is a boolean (constrained by the caller, linear): the gadget binds only rows where
 * it is 1, and sends nothing elsewhere.
 */

import { add as addModP, inv, mul as mulModP, P, reduce } from '@weir/crypto/field';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '@weir/crypto/generated/poseidonConstants';
import { FULL_ROUNDS, PARTIAL_ROUNDS, WIDTH } from '@weir/crypto/poseidon';
import { invariant } from '@weir/foundation/assert';
import { type Chip, type ChipBuilder, defineChip, newTrace, type WritableTrace } from './builder.ts';
import { add, type Expr, type ExprLike, fromLimbs, linear, mul, neg, scale, sub, sum } from './expr.ts';

export interface When {
  /** Default 1: every row. */
  readonly when?: ExprLike;
}

/** value = 0 on rows where `when` is 1. */
function constrainWhen(b: ChipBuilder, name: string, when: ExprLike | undefined, value: ExprLike): void {
  b.constraint(name, when === undefined ? value : mul(when, value));
}

// Zero test ---------------------------------------------------------------------------------------------------------

/**
 * flag = (value = 0), both ways, on every row. flag = 1 − value·inverse, and value·flag = 0.
 * If value ≠ 0 the second equation forces flag = 0; if value = 0 the first forces flag = 1. `value` linear; `flag` a column.
 */
export function isZero(b: ChipBuilder, name: string, value: ExprLike, columns: { readonly inverse: Expr; readonly flag: Expr }): void {
  b.equal(`${name}/flag`, columns.flag, sub(1, mul(value, columns.inverse)));
  b.constraint(`${name}/zero-when-flagged`, mul(value, columns.flag));
}

export function isZeroCells(value: number): { readonly inverse: number; readonly flag: number } {
  return { inverse: inv(value), flag: value === 0 ? 1 : 0 };
}

/** value ≠ 0 on rows where `when` is 1: value·inverse = 1. */
export function isNonZero(b: ChipBuilder, name: string, value: ExprLike, inverse: Expr, { when }: When = {}): void {
  constrainWhen(b, name, when, sub(mul(value, inverse), 1));
}

// Ranges ------------------------------------------------------------------------------------------------------------

export interface RangeOptions extends When {
  /** Use the table of this many bits (≥ bits): a narrower value then costs two sends. Default: `bits`. */
  readonly tableBits?: number;
}

/** 2^30 < p: an integer below it is the same number in F. */
const MAX_BITS = 30;

/**
 * 0 ≤ value < 2^bits on rows where `when` is 1; value linear. One bit: value·(value − 1) = 0. Else sends (value) to bus
 * `range<tableBits>`, and, if the table is wider, also (value·2^{t−bits}): value < 2^t, so the second is an integer below 2^{2t−bits} ≤ 2^30,
 * hence value < 2^bits. Relies on `rangeTable(tableBits)` being in the AIR and on `when` being boolean.
 */
export function rangeCheck(
  b: ChipBuilder,
  name: string,
  value: ExprLike,
  bits: number,
  { when, tableBits = bits }: RangeOptions = {},
): void {
  if (bits === 1) {
    constrainWhen(b, `${name}/is-a-bit`, when, mul(value, sub(value, 1)));
    return;
  }
  for (const [i, shift] of rangeShifts(bits, tableBits).entries()) {
    b.send(`range${tableBits}`, when ?? 1, [scale(2 ** shift, value)], i === 0 ? `${name}/range` : `${name}/range-shifted`);
  }
}

/** The left shifts under which a `bits`-wide value is looked up in a table of `tableBits`. */
function rangeShifts(bits: number, tableBits: number): readonly number[] {
  invariant(bits > 0 && bits <= tableBits && 2 * tableBits - bits <= MAX_BITS, `range of ${bits} bits in a table of ${tableBits}`);
  return bits === tableBits ? [0] : [0, tableBits - bits];
}

/** Each limb i in [0, 2^bits[i]). */
export function rangeCheckLimbs(
  b: ChipBuilder,
  name: string,
  limbs: readonly ExprLike[],
  bits: readonly number[],
  options: RangeOptions = {},
): void {
  invariant(limbs.length === bits.length, `${name}: ${limbs.length} limbs, ${bits.length} widths`);
  for (const [i, limb] of limbs.entries()) rangeCheck(b, `${name}[${i}]`, limb, bits[i], options);
}

const RANGE_COLUMNS = ['multiplicity'] as const;
export type RangeTable = Chip<typeof RANGE_COLUMNS>;

/** The table of bus `range<bits>` (length 1): receives the row number, as often as the row says. */
export function rangeTable(bits: number): RangeTable {
  return defineChip({
    name: `range${bits}`,
    minLogHeight: bits,
    maxLogHeight: bits,
    columns: RANGE_COLUMNS,
    build(b) {
      b.receive(`range${bits}`, b.col.multiplicity, [b.rowIndex]);
    },
  });
}

/** Counts lookups while traces are filled, then gives the tables' traces. */
export class RangeCounts {
  private readonly tables = new Map<number, WritableTrace<typeof RANGE_COLUMNS>>();

  constructor(tableBits: readonly number[]) {
    for (const bits of tableBits) this.tables.set(bits, newTrace(rangeTable(bits), bits));
  }

  /** The lookups of one `rangeCheck` on a row where it is active. */
  count(value: number, bits: number, tableBits = bits): void {
    invariant(Number.isInteger(value) && value >= 0 && value < 2 ** bits, `${value} does not fit ${bits} bits`);
    if (bits === 1) return;
    for (const shift of rangeShifts(bits, tableBits)) this.trace(tableBits).col.multiplicity[value * 2 ** shift]++;
  }

  countLimbs(values: ArrayLike<number>, bits: readonly number[], tableBits?: number): void {
    for (const [i, width] of bits.entries()) this.count(values[i], width, tableBits);
  }

  trace(tableBits: number): WritableTrace<typeof RANGE_COLUMNS> {
    const table = this.tables.get(tableBits);
    invariant(table, `no range table of ${tableBits} bits`);
    return table;
  }
}

// u64 as pieces and limbs ---------------------------------------------------------------------------------------------

/** Least significant first: v = v0 + 2^22 v1 + 2^43 v2, pieces of 22, 21 and 21 bits (docs/statements.md). */
export type U64<T = Expr> = readonly [T, T, T];
export const U64_PIECE_BITS = [22, 21, 21] as const;
/** Each piece is two limbs, which small tables can range-check: positions 0, 11, 22, 33, 43, 54. */
export const U64_LIMB_BITS = [11, 11, 11, 10, 11, 10] as const;

/** Splits a non-negative integer into consecutive fields, least significant first. */
export function splitBits(value: bigint, bits: readonly number[]): number[] {
  let rest = value;
  const out = bits.map((width) => {
    const field = Number(rest & ((1n << BigInt(width)) - 1n));
    rest >>= BigInt(width);
    return field;
  });
  invariant(rest === 0n && value >= 0n, `${value} does not fit ${bits.join('+')} bits`);
  return out;
}

export const u64LimbCells = (value: bigint): number[] => splitBits(value, U64_LIMB_BITS);

/** The pieces as linear forms of six limbs: piece = low limb + 2^11 high limb. */
export function u64Pieces(limbs: readonly ExprLike[]): U64 {
  invariant(limbs.length === 6, 'a u64 has six limbs');
  const piece = (i: number): Expr => fromLimbs([limbs[2 * i], limbs[2 * i + 1]], 11);
  return [piece(0), piece(1), piece(2)];
}

/** Six limbs in their ranges: then the pieces are in theirs and the value is below 2^64, with one encoding. */
export function rangeCheckU64(b: ChipBuilder, name: string, limbs: readonly ExprLike[], { tableBits = 11, when }: RangeOptions = {}): void {
  rangeCheckLimbs(b, name, limbs, U64_LIMB_BITS, { tableBits, when });
}

/**
 * total = x + y with total < 2^64: x_i + y_i + carry_{i−1} = total_i + 2^{w_i} carry_i, carries boolean, no carry out of the last piece.
 * Relies on the pieces of x, y and total being range-checked by the caller: both sides are then below 2^24, so equality mod p is equality.
 */
export function u64Add(
  b: ChipBuilder,
  name: string,
  x: U64<ExprLike>,
  y: U64<ExprLike>,
  total: U64<ExprLike>,
  carries: readonly [Expr, Expr],
  { when }: When = {},
): void {
  for (const [i, carry] of carries.entries()) b.boolean(`${name}/carry${i}`, carry);
  U64_PIECE_BITS.forEach((bits, i) => {
    const carryIn = i === 0 ? 0 : carries[i - 1];
    const carryOut = i === 2 ? 0 : scale(2 ** bits, carries[i]);
    constrainWhen(b, `${name}/piece${i}`, when, sub(add(x[i], y[i], carryIn), total[i], carryOut));
  });
}

export function u64AddCarries(x: bigint, y: bigint): readonly [number, number] {
  invariant(x + y < 1n << 64n, `${x} + ${y} overflows`);
  const low = (value: bigint, bits: bigint): bigint => value & ((1n << bits) - 1n);
  return [Number((low(x, 22n) + low(y, 22n)) >> 22n), Number((low(x, 43n) + low(y, 43n)) >> 43n)];
}

/**
 * difference = x − y + 2^64·borrows[2], and borrows[2] = (x < y): x_i − y_i − borrow_{i−1} + 2^{w_i} borrow_i = difference_i, borrows boolean.
 * Relies on the pieces of x, y and difference being range-checked by the caller: both sides are then below 2^23 in size, so equality mod p is
 * equality, and a difference in [0, 2^64) leaves one choice of borrows. To assert x ≥ y, pass 0 as the last borrow.
 */
export function u64Compare(
  b: ChipBuilder,
  name: string,
  x: U64<ExprLike>,
  y: U64<ExprLike>,
  difference: U64<ExprLike>,
  borrows: readonly [ExprLike, ExprLike, ExprLike],
  { when }: When = {},
): void {
  borrows.forEach((borrow, i) => {
    if (typeof borrow === 'object' && borrow.kind !== 'const') b.boolean(`${name}/borrow${i}`, borrow);
  });
  U64_PIECE_BITS.forEach((bits, i) => {
    const borrowIn = i === 0 ? 0 : borrows[i - 1];
    constrainWhen(b, `${name}/piece${i}`, when, sub(add(x[i], scale(2 ** bits, borrows[i])), y[i], borrowIn, difference[i]));
  });
}

export function u64CompareCells(
  x: bigint,
  y: bigint,
): { readonly difference: bigint; readonly borrows: readonly [number, number, number] } {
  const low = (value: bigint, bits: bigint): bigint => value & ((1n << bits) - 1n);
  const borrow = (bits: bigint): number => (low(x, bits) < low(y, bits) ? 1 : 0);
  return { difference: BigInt.asUintN(64, x - y), borrows: [borrow(22n), borrow(43n), borrow(64n)] };
}

// Integer identities ----------------------------------------------------------------------------------------------------

/**
 * One term of an integer identity: value · 2^position with min ≤ value ≤ max. The same function, written once over `T`, gives the terms as
 * expressions (for the constraints) and as bigints (for the trace).
 */
export interface Term<T extends Expr | bigint> {
  readonly value: T;
  readonly position: number;
  readonly min: bigint;
  readonly max: bigint;
}

/** Limbs from `position` on, least significant first, each in [0, 2^bits[i]): the caller range-checks them. */
export function limbTerms<T extends Expr | bigint>(values: readonly T[], bits: readonly number[], position = 0): Term<T>[] {
  invariant(values.length === bits.length, `${values.length} limbs, ${bits.length} widths`);
  let at = position;
  return values.map((value, i) => {
    const term = { value, position: at, min: 0n, max: (1n << BigInt(bits[i])) - 1n };
    at += bits[i];
    return term;
  });
}

const times = <T extends Expr | bigint>(a: T, b: T): T => (typeof a === 'bigint' ? a * (b as bigint) : mul(a as Expr, b as Expr)) as T;
const minus = <T extends Expr | bigint>(a: T): T => (typeof a === 'bigint' ? -a : neg(a as Expr)) as T;

/** The schoolbook product of two sums of terms. */
export function productTerms<T extends Expr | bigint>(left: readonly Term<T>[], right: readonly Term<T>[]): Term<T>[] {
  return left.flatMap((x) =>
    right.map((y) => {
      const corners = [x.min * y.min, x.min * y.max, x.max * y.min, x.max * y.max].sort((a, c) => (a < c ? -1 : 1));
      return {
        value: times(x.value, y.value),
        position: x.position + y.position,
        min: corners[0],
        max: corners[3],
      };
    }),
  );
}

export function negatedTerms<T extends Expr | bigint>(terms: readonly Term<T>[]): Term<T>[] {
  return terms.map(({ value, position, min, max }) => ({ value: minus(value), position, min: -max, max: -min }));
}

export interface IdentityOptions {
  /** Least width of a step in bits: terms nearer than this to a step's start belong to it, shifted. Small enough that no step's sum reaches p. */
  readonly radixBits: number;
  /** The range table for carries. */
  readonly tableBits: number;
}

interface IdentityStep {
  /** Numbers of the terms of this step, with the shift of each inside the step. */
  readonly terms: readonly { readonly index: number; readonly shift: number }[];
  /** The carry out of this step, offset + Σ cells·2^…, stands `width` bits above its start; undefined for the last step. */
  readonly carry?: { readonly width: number; readonly offset: bigint; readonly cellBits: readonly number[] };
}

type Bounds = Pick<Term<bigint>, 'position' | 'min' | 'max'>;

function ceilDiv(a: bigint, bits: number): bigint {
  return -(-a >> BigInt(bits));
}

/** Where steps begin: at the lowest position, then at the next one that is at least `radixBits` further. */
function stepStarts(terms: readonly Bounds[], radixBits: number): number[] {
  const positions = [...new Set(terms.map(({ position }) => position))].sort((a, b) => a - b);
  const starts: number[] = [];
  for (const position of positions) {
    if (starts.length === 0 || position - starts[starts.length - 1] >= radixBits) starts.push(position);
  }
  return starts;
}

function planIdentity(terms: readonly Bounds[], { radixBits, tableBits }: IdentityOptions): IdentityStep[] {
  const starts = stepStarts(terms, radixBits);
  let carryMin = 0n;
  let carryMax = 0n;
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? Number.POSITIVE_INFINITY;
    const mine = terms.flatMap(({ position }, index) => (position >= start && position < end ? [{ index, shift: position - start }] : []));
    const bound = (side: 'min' | 'max'): bigint =>
      mine.reduce((total, { index, shift }) => total + (terms[index][side] << BigInt(shift)), 0n);
    const low = bound('min') + carryMin;
    const high = bound('max') + carryMax;
    if (k === starts.length - 1) {
      invariant(high < P && -low < P, `identity: the last step could wrap (${low} … ${high})`);
      return { terms: mine };
    }
    const width = end - start;
    const offset = ceilDiv(low, width);
    const bits = ((high >> BigInt(width)) - offset).toString(2).length;
    const cellBits = Array.from({ length: Math.ceil(bits / tableBits) }, (_, i) => Math.min(tableBits, bits - i * tableBits));
    carryMin = offset;
    carryMax = offset + (1n << BigInt(bits)) - 1n;
    // Even with the worst cells allowed by their ranges, the equation's value stays inside (−p, p): zero mod p is zero.
    const scaled = (carry: bigint): bigint => carry << BigInt(width);
    invariant(high - scaled(carryMin) < P && scaled(carryMax) - low < P, `identity: step ${k} could wrap, use a smaller radix`);
    return { terms: mine, carry: { width, offset, cellBits } };
  });
}

/** How many carry columns the identity needs. */
export function identityCells(terms: readonly Bounds[], options: IdentityOptions): number {
  return planIdentity(terms, options).reduce((cells, step) => cells + (step.carry?.cellBits.length ?? 0), 0);
}

/**
 * Σ value·2^position = 0 over the integers. Step k gathers the terms from its start up to the next one's, w bits on:
 * Σ value·2^shift + carry_{k−1} = 2^w·carry_k, and 0 in the last step. Carries are an offset plus range-checked cells; bounds are computed
 * from the terms' own, so that no step can wrap mod p. Relies on each value being in its declared bounds (checked by the caller).
 * Values may have degree 2 (3 without `when`).
 */
export function constrainIdentity(
  b: ChipBuilder,
  name: string,
  terms: readonly Term<Expr>[],
  carries: readonly Expr[],
  { when, ...options }: IdentityOptions & When,
): void {
  const steps = planIdentity(terms, options);
  invariant(carries.length === identityCells(terms, options), `${name}: needs ${identityCells(terms, options)} carry columns`);
  let next = 0;
  let carryIn: Expr | undefined;
  steps.forEach((step, k) => {
    const left = add(sum(step.terms.map(({ index, shift }) => scale(2 ** shift, terms[index].value))), carryIn ?? 0);
    if (step.carry === undefined) {
      constrainWhen(b, `${name}/step${k}`, when, left);
      return;
    }
    const { width, offset, cellBits } = step.carry;
    const cells = carries.slice(next, next + cellBits.length);
    next += cellBits.length;
    for (const [i, cell] of cells.entries()) {
      rangeCheck(b, `${name}/carry${k}.${i}`, cell, cellBits[i], { when, tableBits: cellBits[i] === 1 ? 1 : options.tableBits });
    }
    const carry = add(fromLimbs(cells, cellBits), offset);
    constrainWhen(b, `${name}/step${k}`, when, sub(left, scale(2 ** width, carry)));
    carryIn = carry;
  });
}

/** The carry cells, with the bits of each (for `RangeCounts.count(cell, bits, tableBits)`). Throws if the identity does not hold. */
export function identityCarries(
  terms: readonly Term<bigint>[],
  options: IdentityOptions,
): { readonly cell: number; readonly bits: number }[] {
  const out: { cell: number; bits: number }[] = [];
  let carry = 0n;
  for (const { value, min, max } of terms) invariant(value >= min && value <= max, `identity: ${value} outside ${min} … ${max}`);
  for (const step of planIdentity(terms, options)) {
    const total = step.terms.reduce((sumSoFar, { index, shift }) => sumSoFar + (terms[index].value << BigInt(shift)), carry);
    if (step.carry === undefined) {
      invariant(total === 0n, 'identity does not hold');
      break;
    }
    const { width, offset, cellBits } = step.carry;
    carry = total >> BigInt(width);
    invariant(carry << BigInt(width) === total, 'identity does not hold');
    splitBits(carry - offset, cellBits).forEach((cell, i) => {
      out.push({ cell, bits: cellBits[i] });
    });
  }
  return out;
}

// Products and quotients of u64 --------------------------------------------------------------------------------------------

/** Limb widths of a 128-bit value: two u64 side by side. */
export const U128_LIMB_BITS = [...U64_LIMB_BITS, ...U64_LIMB_BITS] as const;
export const u128LimbCells = (value: bigint): number[] => splitBits(value, U128_LIMB_BITS);

/** x·y − product = 0, for 6 + 6 limbs and a product of 12. */
export function u64ProductTerms<T extends Expr | bigint>(x: readonly T[], y: readonly T[], product: readonly T[]): Term<T>[] {
  return [...productTerms(limbTerms(x, U64_LIMB_BITS), limbTerms(y, U64_LIMB_BITS)), ...negatedTerms(limbTerms(product, U128_LIMB_BITS))];
}

/** quotient·divisor + remainder − dividend = 0, for a dividend of 12 limbs and a quotient, divisor and remainder of 6. */
export function u64DivisionTerms<T extends Expr | bigint>(
  dividend: readonly T[],
  divisor: readonly T[],
  quotient: readonly T[],
  remainder: readonly T[],
): Term<T>[] {
  return [...u64ProductTerms(quotient, divisor, dividend), ...limbTerms(remainder, U64_LIMB_BITS)];
}

/** Limbs of 10 and 11 bits make steps of 10 and 11 bits: a step sums at most 6 products below 2^24, carries need up to 15 bits. */
export const U64_IDENTITY: IdentityOptions = { radixBits: 10, tableBits: 11 };

const zeros = (length: number): bigint[] => new Array<bigint>(length).fill(0n);
export const U64_PRODUCT_CARRIES = identityCells(u64ProductTerms(zeros(6), zeros(6), zeros(12)), U64_IDENTITY);
export const U64_DIVISION_CARRIES = identityCells(u64DivisionTerms(zeros(12), zeros(6), zeros(6), zeros(6)), U64_IDENTITY);

/** product = x·y over the integers. Relies on all limbs being range-checked (`rangeCheckU64`, or U128_LIMB_BITS for the product). */
export function u64Product(
  b: ChipBuilder,
  name: string,
  x: readonly Expr[],
  y: readonly Expr[],
  product: readonly Expr[],
  carries: readonly Expr[],
  options: When = {},
): void {
  constrainIdentity(b, name, u64ProductTerms(x, y, product), carries, { ...U64_IDENTITY, ...options });
}

export function u64ProductCarries(x: bigint, y: bigint): { readonly cell: number; readonly bits: number }[] {
  const big = (cells: readonly number[]): bigint[] => cells.map(BigInt);
  return identityCarries(u64ProductTerms(big(u64LimbCells(x)), big(u64LimbCells(y)), big(u128LimbCells(x * y))), U64_IDENTITY);
}

export interface U64DivisionColumns {
  /** U64_DIVISION_CARRIES cells. */
  readonly carries: readonly Expr[];
  /** Six limbs of divisor − 1 − remainder, range-checked by the gadget. */
  readonly slack: readonly Expr[];
  /** Carries of (remainder + 1) + slack = divisor. */
  readonly slackCarries: readonly [Expr, Expr];
}

/**
 * quotient = floor(dividend / divisor), remainder = the rest: quotient·divisor + remainder = dividend over the integers, and
 * remainder + slack + 1 = divisor with slack ≥ 0, so remainder < divisor and divisor ≠ 0. Relies on the limbs of dividend, divisor,
 * quotient and remainder being range-checked by the caller. Without the slack, (quotient − 1, remainder + divisor) would pass too.
 */
export function u64Division(
  b: ChipBuilder,
  name: string,
  values: {
    readonly dividend: readonly Expr[];
    readonly divisor: readonly Expr[];
    readonly quotient: readonly Expr[];
    readonly remainder: readonly Expr[];
  },
  columns: U64DivisionColumns,
  { when, tableBits = 11 }: RangeOptions = {},
): void {
  const { dividend, divisor, quotient, remainder } = values;
  constrainIdentity(b, name, u64DivisionTerms(dividend, divisor, quotient, remainder), columns.carries, { ...U64_IDENTITY, when });
  rangeCheckU64(b, `${name}/slack`, columns.slack, { tableBits, when });
  const [low, ...rest] = u64Pieces(remainder);
  u64Add(
    b,
    `${name}/remainder-below-divisor`,
    [add(low, 1), rest[0], rest[1]],
    u64Pieces(columns.slack),
    u64Pieces(divisor),
    columns.slackCarries,
    { when },
  );
}

export function u64DivisionCells(
  dividend: bigint,
  divisor: bigint,
): {
  readonly quotient: bigint;
  readonly remainder: bigint;
  readonly carries: readonly { readonly cell: number; readonly bits: number }[];
  readonly slack: readonly number[];
  readonly slackCarries: readonly [number, number];
} {
  invariant(divisor > 0n, 'division by zero');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  const slack = divisor - 1n - remainder;
  const big = (cells: readonly number[]): bigint[] => cells.map(BigInt);
  const terms = u64DivisionTerms(
    big(u128LimbCells(dividend)),
    big(u64LimbCells(divisor)),
    big(u64LimbCells(quotient)),
    big(u64LimbCells(remainder)),
  );
  const low = (value: bigint, bits: bigint): bigint => value & ((1n << bits) - 1n);
  const carry = (bits: bigint): number => Number((low(remainder, bits) + 1n + low(slack, bits)) >> bits);
  return {
    quotient,
    remainder,
    carries: identityCarries(terms, U64_IDENTITY),
    slack: u64LimbCells(slack),
    slackCarries: [carry(22n), carry(43n)],
  };
}

// Poseidon -----------------------------------------------------------------------------------------------------------------

/** One committed S-box output per cube: 8 full rounds of 16 lanes and 20 partial ones. */
export const POSEIDON_CELLS = FULL_ROUNDS * WIDTH + PARTIAL_ROUNDS;
const ROUNDS = FULL_ROUNDS + PARTIAL_ROUNDS;
const isFullRound = (round: number): boolean => round < FULL_ROUNDS / 2 || round >= FULL_ROUNDS / 2 + PARTIAL_ROUNDS;
const matrixRow = (i: number): number[] => Array.from({ length: WIDTH }, (_, j) => MATRIX_FIRST_ROW[(j - i + WIDTH) % WIDTH]);
const MATRIX = Array.from({ length: WIDTH }, (_, i) => matrixRow(i));

/**
 * The Poseidon permutation of 16 linear inputs; returns its 16 outputs, linear in the last S-boxes. Per round: add constants, cube (all lanes,
 * or lane 0 in a partial round), multiply by the matrix. Every S-box output is a column with s = (linear form)³; nothing else is committed,
 * because the matrix is linear. The 148 equations leave no freedom: inputs determine every cell.
 *
 * The sums stay flat: sharing x_i ± x_{i+8} in the full rounds (the matrix is circulant) leaves 13 % of the terms out but adds 26 % of the instructions, which made
 * the prover 4 % slower on K rows and the evaluation on L1 7 % dearer.
 */
export function poseidonPermutation(b: ChipBuilder, name: string, inputs: readonly ExprLike[], sboxes: readonly Expr[]): Expr[] {
  invariant(inputs.length === WIDTH && sboxes.length === POSEIDON_CELLS, `${name}: ${WIDTH} inputs and ${POSEIDON_CELLS} S-box columns`);
  let state: ExprLike[] = [...inputs];
  let next = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const cubed = state.map((lane, i) => {
      const input = add(lane, ROUND_CONSTANTS[round][i]);
      if (i > 0 && !isFullRound(round)) return input;
      const output = sboxes[next++];
      b.equal(`${name}/round${round}-lane${i}`, output, mul(input, input, input));
      return output;
    });
    state = MATRIX.map((row) => linear(row, cubed));
  }
  return state as Expr[];
}

/** The S-box cells and the outputs of the permutation on canonical inputs. */
export function poseidonCells(inputs: ArrayLike<number>): { readonly sboxes: Uint32Array; readonly outputs: Uint32Array } {
  const sboxes = new Uint32Array(POSEIDON_CELLS);
  const state = Uint32Array.from(inputs);
  const cubed = new Float64Array(WIDTH);
  let next = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < WIDTH; i++) {
      const input = addModP(state[i], ROUND_CONSTANTS[round][i]);
      if (i > 0 && !isFullRound(round)) {
        cubed[i] = input;
        continue;
      }
      cubed[i] = mulModP(mulModP(input, input), input);
      sboxes[next++] = cubed[i];
    }
    for (let i = 0; i < WIDTH; i++) {
      // Matrix entries are below 2^7: sixteen products stay below 2^42, exact in a double.
      const row = MATRIX[i];
      let total = 0;
      for (let j = 0; j < WIDTH; j++) total += row[j] * cubed[j];
      state[i] = reduce(total);
    }
  }
  return { sboxes, outputs: state };
}
