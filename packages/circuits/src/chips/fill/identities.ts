/** The integer identities of a fill: one list of terms each, for constraints (expressions) and trace (numbers) alike. */
import type { Expr } from '@weir/stark/air/expr';
import { U64_PIECE_BITS } from '@weir/stark/air/gadgets';
import { COARSE_128_BITS, COARSE_BITS, limbTerms, negated, product, type Term, u64Terms } from '../identity.ts';

type Limbs<T> = readonly T[];

/** balanceAfter + sold + boarded + fee − balance = 0. */
export const balanceTerms = <T extends Expr | number>(
  balanceAfter: Limbs<T>,
  sold: Limbs<T>,
  boarded: Limbs<T>,
  fee: Limbs<T>,
  balance: Limbs<T>,
): Term<T>[] => [...[balanceAfter, sold, boarded, fee].flatMap((limbs) => u64Terms(limbs)), ...negated(limbTerms(balance, U64_PIECE_BITS))];

/** sellAmount − filledAfter − left = 0. */
export const leftTerms = <T extends Expr | number>(sellAmount: Limbs<T>, filledAfter: Limbs<T>, left: Limbs<T>): Term<T>[] => [
  ...u64Terms(sellAmount),
  ...negated(u64Terms(filledAfter)),
  ...negated(limbTerms(left, COARSE_BITS)),
];

/** sold + boarded − minFill − aboveMinimum = 0. */
export const minimumTerms = <T extends Expr | number>(
  sold: Limbs<T>,
  boarded: Limbs<T>,
  minFill: Limbs<T>,
  aboveMinimum: Limbs<T>,
): Term<T>[] => [
  ...u64Terms(sold),
  ...u64Terms(boarded),
  ...negated(limbTerms(minFill, U64_PIECE_BITS)),
  ...negated(limbTerms(aboveMinimum, COARSE_BITS)),
];

/** sold·sellPrice − bought·buyPrice − remainder = 0. */
export const valueTerms = <T extends Expr | number>(
  sold: Limbs<T>,
  sellPrice: Limbs<T>,
  bought: Limbs<T>,
  buyPrice: Limbs<T>,
  remainder: Limbs<T>,
): Term<T>[] => [...product(sold, sellPrice), ...negated(product(bought, buyPrice)), ...negated(limbTerms(remainder, COARSE_BITS))];

/** remainder + remainderGap + 1 − buyPrice = 0. */
export const remainderTerms = <T extends Expr | number>(
  remainder: Limbs<T>,
  remainderGap: Limbs<T>,
  one: T,
  buyPrice: Limbs<T>,
): Term<T>[] => [
  ...limbTerms(remainder, COARSE_BITS),
  ...limbTerms(remainderGap, COARSE_BITS),
  { value: one, position: 0, min: 1, max: 1 },
  ...negated(u64Terms(buyPrice)),
];

/** a·b − c·d − gap = 0: a·b ≥ c·d. */
export const atLeastTerms = <T extends Expr | number>(a: Limbs<T>, b: Limbs<T>, c: Limbs<T>, d: Limbs<T>, gap: Limbs<T>): Term<T>[] => [
  ...product(a, b),
  ...negated(product(c, d)),
  ...negated(limbTerms(gap, COARSE_128_BITS)),
];
