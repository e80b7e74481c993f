/**
 * Pots: what flows through each asset of a clearing, added up without a carry.
 *
 * A pot has two accumulators, `flow` (in minus out) and `fees`, each six limb sums. A price row starts them at 0 and takes what they end
 * at; every movement takes the accumulator's tuple from bus `pot`, adds its limbs and puts it back. Sent and taken tuples of an
 * accumulator being equal as multisets, their sums are equal, so the end is the sum of all movements whatever their order (a group of
 * movements that hangs on no price row adds up to 0, and may as well be absent).
 *
 * A limb's sum cannot wrap: at most 2^14 fills move below 2^12 each, and each ride or L1 order moves an asset by less than 2^11 (if it moves one twice, then in and out). The
 * table that they are in has 2^18 rows: even so many stay below 2^29 + 2^26 < p/2, and a sum beyond FLOW_BOUND has no carries in range, so it proves nothing.
 */
import type { ChipBuilder } from '@weir/stark/air/builder';
import { add, type Expr, type ExprLike } from '@weir/stark/air/expr';

/** How many rows (log2) the carries below are made for. */
export const FILL_LOG_ROWS = 14;
export const RIDE_LOG_ROWS = 8;
export const L1_FILL_LOG_ROWS = 8;

export const POT = { flow: 0, fees: 1 } as const;
export type PotSide = keyof typeof POT;

/** Per fill and asset at most sold + boarded flow in (2·(2^11 − 1)), and bought and boarded out; per ride a net each way; per L1 order sold in and bought out. */
export const FLOW_BOUND = 2 ** (FILL_LOG_ROWS + 12) + 2 ** (RIDE_LOG_ROWS + 12) + 2 ** (L1_FILL_LOG_ROWS + 11);
export const FEES_BOUND = 2 ** (FILL_LOG_ROWS + 11);

/** `before` are six cells. Relies on the movement's limbs being range-checked, up to their sign. */
export function movePot(
  b: ChipBuilder,
  name: string,
  at: { readonly asset: ExprLike; readonly side: PotSide; readonly when: ExprLike },
  before: readonly Expr[],
  movement: readonly ExprLike[],
): void {
  b.receive('pot', at.when, [at.asset, POT[at.side], ...before], `${name}/take`);
  b.send('pot', at.when, [at.asset, POT[at.side], ...before.map((limb, i) => add(limb, movement[i]))], `${name}/give`);
}

/** The accumulators while a clearing's traces are filled. */
export class Pots {
  private readonly sums = new Map<string, number[]>();

  read(asset: number, side: PotSide): number[] {
    return this.sums.get(`${asset} ${side}`) ?? [0, 0, 0, 0, 0, 0];
  }

  /** Returns the limbs before. */
  move(asset: number, side: PotSide, movement: readonly number[]): number[] {
    const before = this.read(asset, side);
    this.sums.set(
      `${asset} ${side}`,
      before.map((limb, i) => limb + movement[i]),
    );
    return before;
  }
}
