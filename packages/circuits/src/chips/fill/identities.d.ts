/** The integer identities of a fill: one list of terms each, for constraints (expressions) and trace (numbers) alike. */
import type { Expr } from '@weir/stark/air/expr';
import { type Term } from '../identity.ts';
type Limbs<T> = readonly T[];
/** balanceAfter + sold + boarded + fee − balance = 0. */
export declare const balanceTerms: <T extends Expr | number>(balanceAfter: Limbs<T>, sold: Limbs<T>, boarded: Limbs<T>, fee: Limbs<T>, balance: Limbs<T>) => Term<T>[];
/** sellAmount − filledAfter − left = 0. */
export declare const leftTerms: <T extends Expr | number>(sellAmount: Limbs<T>, filledAfter: Limbs<T>, left: Limbs<T>) => Term<T>[];
/** sold + boarded − minFill − aboveMinimum = 0. */
export declare const minimumTerms: <T extends Expr | number>(sold: Limbs<T>, boarded: Limbs<T>, minFill: Limbs<T>, aboveMinimum: Limbs<T>) => Term<T>[];
/** sold·sellPrice − bought·buyPrice − remainder = 0. */
export declare const valueTerms: <T extends Expr | number>(sold: Limbs<T>, sellPrice: Limbs<T>, bought: Limbs<T>, buyPrice: Limbs<T>, remainder: Limbs<T>) => Term<T>[];
/** remainder + remainderGap + 1 − buyPrice = 0. */
export declare const remainderTerms: <T extends Expr | number>(remainder: Limbs<T>, remainderGap: Limbs<T>, one: T, buyPrice: Limbs<T>) => Term<T>[];
/** a·b − c·d − gap = 0: a·b ≥ c·d. */
export declare const atLeastTerms: <T extends Expr | number>(a: Limbs<T>, b: Limbs<T>, c: Limbs<T>, d: Limbs<T>, gap: Limbs<T>) => Term<T>[];
export {};
