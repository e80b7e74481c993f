/**
 * Pots: what flows through each asset of a clearing, added up without a carry.
 *
 * A pot has two accumulators, `flow` (in minus out) and `fees`, each six limb sums. A price row starts them at 0 and takes what they end at; every movement takes
 * the accumulator's tuple from bus `pot`, adds its limbs and puts it back. Sent and taken tuples of an accumulator being equal as multisets, their sums are
 * equal, so the end is the sum of all movements whatever their order (a group of movements that hangs on no price row adds up to 0, and may as well be absent).
 *
 * A limb's sum cannot wrap: FILL_ROWS and RIDE_ROWS bound the number of movements, and each is below 2^12.
 */
import type { ChipBuilder } from '@weir/stark/air/builder';
import { type Expr, type ExprLike } from '@weir/stark/air/expr';
/** Height bounds (log2) of the chips that move: a height beyond them would widen every carry below. */
export declare const FILL_LOG_ROWS = 14;
export declare const RIDE_LOG_ROWS = 8;
export declare const POT: {
    readonly flow: 0;
    readonly fees: 1;
};
export type PotSide = keyof typeof POT;
/** Per fill and asset at most sold + boarded flow in (2·(2^11 − 1)), and bought and boarded out; per ride a net each way. */
export declare const FLOW_BOUND: number;
export declare const FEES_BOUND: number;
/** `before` are six cells. Relies on the movement's limbs being range-checked, up to their sign. */
export declare function movePot(b: ChipBuilder, name: string, at: {
    readonly asset: ExprLike;
    readonly side: PotSide;
    readonly when: ExprLike;
}, before: readonly Expr[], movement: readonly ExprLike[]): void;
/** The accumulators while a clearing's traces are filled. */
export declare class Pots {
    private readonly sums;
    read(asset: number, side: PotSide): number[];
    /** Returns the limbs before. */
    move(asset: number, side: PotSide, movement: readonly number[]): number[];
}
