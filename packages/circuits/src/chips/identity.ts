/**
 * Identities over the integers between numbers in limbs: Σ value·2^position = 0, cut into steps whose sums cannot wrap mod p.
 *
 * Step k gathers the terms from its start up to the next one's, w bits on: Σ value·2^shift + carry_{k−1} = 2^w·carry_k, and 0 in the last
 * step. Each carry is an offset plus a range-checked number. Bounds follow from the terms' own: the planner refuses a step in which the
 * worst cells allowed by their ranges could wrap, so zero mod p is zero. Relies on every value being in its declared bounds (checked by
 * the caller).
 *
 * Unlike `constrainIdentity` of `stark`, the steps are chosen by hand, limbs need not line up, a carry fills its whole table (one lookup
 * each), and in a *sum* (values of degree 1) carries are linear forms: they need no columns at all, or one where they exceed the widest
 * table.
 */
import { inv, P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, type ExprLike, expr, mul, neg, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, U64_LIMB_BITS } from '@weir/stark/air/gadgets';
import type { Ledger } from '../trace/ledger.ts';
import { splitRange } from './gadgets.ts';
import { RANGE_BITS } from './range/columns.ts';

/** value·2^position, min ≤ value ≤ max. Values are expressions in the circuit and numbers in the trace. */
export interface Term<T extends Expr | number> {
  readonly value: T;
  readonly position: number;
  readonly min: number;
  readonly max: number;
}

/** Four limbs of 16 bits: a u64 that is only compared, never stated, needs no pieces. */
export const COARSE_BITS = [16, 16, 16, 16] as const;
export const COARSE_128_BITS = [...COARSE_BITS, ...COARSE_BITS] as const;

/** Range-checked limbs, least significant first. */
export function limbTerms<T extends Expr | number>(values: readonly T[], bits: readonly number[]): Term<T>[] {
  invariant(values.length === bits.length, `${values.length} limbs, ${bits.length} widths`);
  let next = 0;
  return values.map((value, i) => {
    const position = next;
    next += bits[i];
    return { value, position, min: 0, max: 2 ** bits[i] - 1 };
  });
}

/** The six limbs of an amount. */
export const u64Terms = <T extends Expr | number>(limbs: readonly T[]): Term<T>[] => limbTerms(limbs, U64_LIMB_BITS);

const times = <T extends Expr | number>(a: T, b: T): T => (typeof a === 'number' ? a * (b as number) : mul(a, b as Expr)) as T;
const minus = <T extends Expr | number>(a: T): T => (typeof a === 'number' ? -a : neg(a)) as T;

/** The schoolbook product of two numbers in non-negative limbs. */
export function productTerms<T extends Expr | number>(left: readonly Term<T>[], right: readonly Term<T>[]): Term<T>[] {
  return left.flatMap((x) =>
    right.map((y) => ({ value: times(x.value, y.value), position: x.position + y.position, min: 0, max: x.max * y.max })),
  );
}

export const negated = <T extends Expr | number>(terms: readonly Term<T>[]): Term<T>[] =>
  terms.map(({ value, position, min, max }) => ({ value: minus(value), position, min: -max, max: -min }));

/** x·y of two amounts. */
export const product = <T extends Expr | number>(x: readonly T[], y: readonly T[]): Term<T>[] => productTerms(u64Terms(x), u64Terms(y));

// ---- steps

/** Where the limbs of amounts stand. */
export const LIMB_STEPS = [0, 11, 22, 33, 43, 54] as const;
/** Where the products of two limbs stand (44 = 43 + 1 and its like belong to the step before). */
export const PRODUCT_STEPS = [0, 11, 22, 33, 43, 54, 65, 76, 86, 97, 108] as const;
export const COARSE_STEPS = [0, 16, 32, 48] as const;
export const PIECE_STEPS = [0, 22, 43] as const;
/** For pieces and coarse limbs together. */
export const MIXED_STEPS = [0, 16, 22, 32, 43] as const;

interface Step {
  readonly terms: readonly { readonly index: number; readonly shift: number }[];
  /** Absent in the last step. */
  readonly carry?: { readonly width: number; readonly offset: number; readonly bits: number };
}

type Bounds = Pick<Term<number>, 'position' | 'min' | 'max'>;
const WIDEST = 16;
/** A carry beyond the widest table: its low bits are a column, the high ones a linear form. No wider than needed, or steps could wrap. */
const SPLIT_LOW_BITS = 10;
const SPLIT_HIGH_BITS = 8;

function planSteps(terms: readonly Bounds[], starts: readonly number[]): Step[] {
  let [carryMin, carryMax] = [0, 0];
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? Number.POSITIVE_INFINITY;
    const mine = terms.flatMap(({ position }, index) => (position >= start && position < end ? [{ index, shift: position - start }] : []));
    const low = mine.reduce((total, { index, shift }) => total + terms[index].min * 2 ** shift, carryMin);
    const high = mine.reduce((total, { index, shift }) => total + terms[index].max * 2 ** shift, carryMax);
    if (k === starts.length - 1) {
      invariant(high < P && -low < P, `identity: the last step could wrap (${low} … ${high})`);
      return { terms: mine };
    }
    const width = end - start;
    const offset = Math.ceil(low / 2 ** width);
    const span = Math.floor(high / 2 ** width) - offset;
    const bits = RANGE_BITS.find((table) => table <= WIDEST && span < 2 ** table) ?? SPLIT_LOW_BITS + SPLIT_HIGH_BITS;
    invariant(span < 2 ** bits, `identity: the carry of step ${k} is too wide`);
    [carryMin, carryMax] = [offset, offset + 2 ** bits - 1];
    invariant(high - carryMin * 2 ** width < P && carryMax * 2 ** width - low < P, `identity: step ${k} could wrap`);
    return { terms: mine, carry: { width, offset, bits } };
  });
}

/** How many carry columns a sum needs. */
export const sumCells = (terms: readonly Bounds[], starts: readonly number[]): number =>
  planSteps(terms, starts).filter(({ carry }) => carry !== undefined && carry.bits > WIDEST).length;

/** Terms of degree 1. `lows`: the low bits of each carry beyond 16 bits, in order. */
export function constrainSum(
  b: ChipBuilder,
  name: string,
  terms: readonly Term<Expr>[],
  starts: readonly number[],
  { when, lows = [] }: { readonly when: ExprLike; readonly lows?: readonly Expr[] },
): void {
  let used = 0;
  let carryIn: Expr = expr(0);
  planSteps(terms, starts).forEach((step, k) => {
    const left = add(sum(step.terms.map(({ index, shift }) => scale(2 ** shift, terms[index].value))), carryIn);
    if (step.carry === undefined) {
      b.constraint(name, mul(when, left));
      return;
    }
    const { width, offset, bits } = step.carry;
    carryIn = scale(inv(2 ** width), left);
    const cell = sub(carryIn, offset);
    if (bits <= WIDEST) rangeCheck(b, `${name}/carry-${k}`, cell, bits, { when });
    else splitRange(b, `${name}/carry-${k}`, cell, lows[used++], SPLIT_LOW_BITS, SPLIT_HIGH_BITS, { when });
  });
  invariant(used === lows.length, `${name}: needs ${used} columns`);
}

/** Terms of degree 2. `carries`: one column for each step but the last. */
export function constrainProducts(
  b: ChipBuilder,
  name: string,
  terms: readonly Term<Expr>[],
  carries: readonly Expr[],
  when: ExprLike,
  starts: readonly number[] = PRODUCT_STEPS,
): void {
  let carryIn: Expr = expr(0);
  planSteps(terms, starts).forEach((step, k) => {
    const left = add(sum(step.terms.map(({ index, shift }) => scale(2 ** shift, terms[index].value))), carryIn);
    if (step.carry === undefined) {
      b.constraint(`${name}/step-${k}`, mul(when, left));
      return;
    }
    const { width, offset, bits } = step.carry;
    invariant(bits <= WIDEST, `${name}: a carry fits one table`);
    rangeCheck(b, `${name}/carry-${k}`, carries[k], bits, { when });
    carryIn = add(carries[k], offset);
    b.constraint(`${name}/step-${k}`, mul(when, sub(left, scale(2 ** width, carryIn))));
  });
}

// ---- the trace's side

const plans = new Map<string, readonly Step[]>();

/** The plan of an identity, by its name: its bounds are the same in every row. */
function planOf(name: string, terms: readonly Bounds[], starts: readonly number[]): readonly Step[] {
  let plan = plans.get(name);
  if (plan === undefined) {
    plan = planSteps(terms, starts);
    plans.set(name, plan);
  }
  return plan;
}

/** Carries without their offsets, with their widths. */
function carriesOf(
  name: string,
  terms: readonly Term<number>[],
  starts: readonly number[],
): { readonly cell: number; readonly bits: number }[] {
  const out: { cell: number; bits: number }[] = [];
  let carryIn = 0;
  for (const step of planOf(name, terms, starts)) {
    if (step.carry === undefined) break;
    const { width, offset, bits } = step.carry;
    const total = step.terms.reduce((soFar, { index, shift }) => soFar + terms[index].value * 2 ** shift, carryIn);
    // Exact whenever the identity holds; in a false trace the step's equation fails instead.
    carryIn = Math.floor(total / 2 ** width);
    out.push({ cell: carryIn - offset, bits });
  }
  return out;
}

/** Counts the lookups of `constrainSum` and gives its `lows`. `name` must be unique to the identity. */
export function sumCarries(ledger: Ledger, name: string, terms: readonly Term<number>[], starts: readonly number[]): number[] {
  return carriesOf(name, terms, starts).flatMap(({ cell, bits }) => {
    if (bits > WIDEST) return [ledger.splitRange(cell, SPLIT_LOW_BITS, SPLIT_HIGH_BITS)];
    ledger.range(cell, bits);
    return [];
  });
}

/** Counts the lookups of `constrainProducts` and gives its `carries`. */
export function productCarries(
  ledger: Ledger,
  name: string,
  terms: readonly Term<number>[],
  starts: readonly number[] = PRODUCT_STEPS,
): number[] {
  return carriesOf(name, terms, starts).map(({ cell, bits }) => {
    ledger.range(cell, bits);
    return cell;
  });
}
