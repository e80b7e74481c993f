/** The integer identities of a pot. */
import type { Expr } from '@weir/stark/air/expr';
import { U64_LIMB_BITS } from '@weir/stark/air/gadgets';
import { FEES_BOUND, FLOW_BOUND } from '../clearing/pot.ts';
import { COARSE_BITS, limbTerms, negated, type Term, u64Terms } from '../identity.ts';

type Limbs<T> = readonly T[];

/** Limb sums that were never carried, between the given bounds. */
const sumTerms = <T extends Expr | number>(sums: Limbs<T>, min: number, max: number): Term<T>[] =>
  limbTerms(sums, U64_LIMB_BITS).map((term) => ({ ...term, min, max }));

/** flow − remainder = 0. */
export const flowTerms = <T extends Expr | number>(flow: Limbs<T>, remainder: Limbs<T>): Term<T>[] => [
  ...sumTerms(flow, -FLOW_BOUND, FLOW_BOUND),
  ...negated(limbTerms(remainder, COARSE_BITS)),
];

/** remainder + fees − take = 0. */
export const takeTerms = <T extends Expr | number>(remainder: Limbs<T>, fees: Limbs<T>, take: Limbs<T>): Term<T>[] => [
  ...limbTerms(remainder, COARSE_BITS),
  ...sumTerms(fees, 0, FEES_BOUND),
  ...negated(u64Terms(take)),
];
