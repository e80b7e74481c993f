/** The integer identities of a pot. */
import type { Expr } from '@weir/stark/air/expr';
import { type Term } from '../identity.ts';
type Limbs<T> = readonly T[];
/** flow − remainder = 0. */
export declare const flowTerms: <T extends Expr | number>(flow: Limbs<T>, remainder: Limbs<T>) => Term<T>[];
/** remainder + fees − take = 0. */
export declare const takeTerms: <T extends Expr | number>(remainder: Limbs<T>, fees: Limbs<T>, take: Limbs<T>) => Term<T>[];
export {};
