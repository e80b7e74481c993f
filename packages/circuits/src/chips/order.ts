/** Comparisons shared by the chips of a clearing: of times, and of keys in a list that must ascend. */

import { splitTime } from '@weir/protocol/statement/limbs';
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, type ExprLike, scale, sub } from '@weir/stark/air/expr';
import { bit } from '../trace/cells.ts';
import type { Ledger } from '../trace/ledger.ts';
import { splitRange } from './gadgets.ts';

export interface TimeGapColumns {
  readonly borrow: Expr;
  /** Low 10 bits of each half's difference. */
  readonly loLow: Expr;
  readonly hiLow: Expr;
}

/**
 * earlier ≤ later for times in two halves of 20 bits: laterLo − earlierLo + 2^20·borrow and laterHi − earlierHi − borrow are in [0, 2^20).
 * Relies on the halves being below 2^20: then the differences cannot wrap into the range.
 */
export function notAfter(
  b: ChipBuilder,
  name: string,
  earlier: readonly ExprLike[],
  later: readonly ExprLike[],
  { borrow, loLow, hiLow }: TimeGapColumns,
  when: ExprLike,
): void {
  b.boolean(`${name}/borrow-is-a-bit`, borrow);
  splitRange(b, `${name}/lo`, add(sub(later[0], earlier[0]), scale(2 ** 20, borrow)), loLow, 10, 10, { when });
  splitRange(b, `${name}/hi`, sub(later[1], earlier[1], borrow), hiLow, 10, 10, { when });
}

/** borrow, loLow, hiLow */
export function notAfterCells(ledger: Ledger, earlier: number, later: number): number[] {
  const [[earlierLo, earlierHi], [laterLo, laterHi]] = [splitTime(earlier), splitTime(later)];
  const borrow = bit(laterLo < earlierLo);
  return [
    borrow,
    ledger.splitRange(laterLo - earlierLo + 2 ** 20 * borrow, 10, 10),
    ledger.splitRange(laterHi - earlierHi - borrow, 10, 10),
  ];
}

/**
 * (high, low) above (previousHigh, previousLow), as two differences: low − previousLow − 1 + 2^lowBits·borrow, which the caller shows to
 * be in [0, 2^lowBits), and high − previousHigh − borrow, to be shown non-negative. One number high·2^lowBits + low may span 30 bits, and
 * the difference of two such numbers could wrap mod p.
 */
export function stepUp(
  b: ChipBuilder,
  borrow: Expr,
  low: { readonly value: ExprLike; readonly previous: ExprLike; readonly bits: number },
  high: { readonly value: ExprLike; readonly previous: ExprLike },
): { readonly low: Expr; readonly high: Expr } {
  b.boolean('ascending/borrow-is-a-bit', borrow);
  return { low: add(sub(low.value, low.previous, 1), scale(2 ** low.bits, borrow)), high: sub(high.value, high.previous, borrow) };
}

/** The differences of `stepUp` and its borrow. */
export function stepUpCells(
  low: { readonly value: number; readonly previous: number; readonly bits: number },
  high: { readonly value: number; readonly previous: number },
): { readonly borrow: number; readonly low: number; readonly high: number } {
  const borrow = bit(low.value <= low.previous);
  return { borrow, low: low.value - low.previous - 1 + 2 ** low.bits * borrow, high: high.value - high.previous - borrow };
}
