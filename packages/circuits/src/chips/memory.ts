/**
 * Access to slot and header memory, in one gadget for every chip that executes (docs/circuits.md, "Memory").
 *
 * An access at clock t takes the tuple that the previous access of the same key left (clock t' < t) and leaves its own. Chains begin at
 * clock 0 with the old state's value and end where `slotLeaf` / `account` take the last tuple, one row per key.
 */
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, type ExprLike, fromLimbs, mul, scale, sub } from '@weir/stark/air/expr';
import { rangeCheckLimbs } from './gadgets.ts';

/** Clocks per step: at most 16 accesses to slots, and 16 to headers. */
export const CLOCKS_PER_STEP = 16;
/** t − t' − 1 in two limbs. */
export const GAP_BITS = [12, 12] as const;

/** Clock of access number k of a step: above 0, and two steps share none, so clock order is an order of whole steps. */
export function clockOf(tick: ExprLike, k: ExprLike = 0): Expr {
  return add(scale(CLOCKS_PER_STEP, tick), 1, k);
}

/** asset, nonce, balance 3, filled 3 */
export type SlotExpr = readonly ExprLike[];

export interface AccessAt {
  readonly account: ExprLike;
  readonly clock: Expr;
  /** Two cells: clock − 1 − previous clock. */
  readonly gap: readonly Expr[];
  readonly when: Expr;
}

/**
 * previous = clock − 1 − gap, gap < 2^24. Clocks are at most 2^24 (a step's number is a row number of `ticks`), so previous is an integer in
 * (−2^24, clock), and only non-negative ones are ever produced. Without the range a tuple from the future could be read.
 */
function previousClock(b: ChipBuilder, name: string, { clock, gap, when }: AccessAt): Expr {
  rangeCheckLimbs(b, `${name}/gap`, gap, GAP_BITS, { when });
  return sub(clock, 1, fromLimbs(gap, GAP_BITS));
}

/** Consumes `before` and produces each of `after` with its own multiplicity (they must add up to `when`). */
export function accessSlot(
  b: ChipBuilder,
  name: string,
  at: AccessAt & { readonly slot: ExprLike },
  before: SlotExpr,
  after: readonly { readonly value: SlotExpr; readonly when: ExprLike; readonly name?: string }[],
): void {
  const previous = previousClock(b, name, at);
  b.receive('slot', at.when, [at.account, at.slot, previous, ...before], `${name}/read`);
  for (const { value, when, name: write = 'write' } of after)
    b.send('slot', when, [at.account, at.slot, at.clock, ...value], `${name}/${write}`);
}

/** key 7, keyVersion, l1Owner 6 */
export type HeaderExpr = readonly ExprLike[];

interface HeaderWrite {
  readonly value: HeaderExpr;
  readonly when: ExprLike;
  readonly name: string;
}

/** Consumes `before` and produces it again, or what is written: multiplicities must add up to `when`. */
export function accessHeader(
  b: ChipBuilder,
  name: string,
  at: AccessAt,
  before: HeaderExpr,
  after: readonly HeaderWrite[] = [{ value: before, when: at.when, name: 'write' }],
): void {
  const previous = previousClock(b, name, at);
  b.receive('header', at.when, [at.account, previous, ...before], `${name}/read`);
  for (const { value, when, name: write } of after) b.send('header', when, [at.account, at.clock, ...value], `${name}/${write}`);
}

/** The header is open: keyVersion · inverse = when. Relies on the version being what memory holds. */
export function openHeader(b: ChipBuilder, name: string, keyVersion: Expr, inverse: Expr, when: ExprLike): void {
  b.equal(name, mul(keyVersion, inverse), when);
}
