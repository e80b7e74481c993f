/** The integer identities of a band: one list of terms each, for constraints (expressions) and trace (numbers) alike. */
import { type Expr, mul } from '@weir/stark/air/expr';
import { U64_LIMB_BITS } from '@weir/stark/air/gadgets';
import { limbTerms, negated, productTerms, type Term, u64Terms } from '../identity.ts';

type Limbs<T> = readonly T[];

/** What bounds bps, and so 10^4 − bps. */
export const BPS_BITS = 14;
/** An amount times a number of 14 bits; in limbs so short that the products' carries fit one table each. */
export const SCALED_BITS = [...U64_LIMB_BITS, 11, 8] as const;
/** The product of 78 bits and an amount. */
export const GAP_BITS = new Array<number>(9).fill(16);

/** Where the limbs of amount·factor stand; the last three together. */
export const SCALED_STEPS = [0, 11, 22, 33, 43, 54] as const;
/** Where the products of a scaled amount's and an amount's limbs stand (65 = 64 + 1 and its like belong to the step before). */
export const BAND_STEPS = [0, 11, 22, 33, 43, 54, 64, 75, 86, 97, 107, 118] as const;

/** amount·factor − scaled = 0, 0 ≤ factor ≤ max. */
export const scaledTerms = <T extends Expr | number>(amount: Limbs<T>, factor: T, max: number, scaled: Limbs<T>): Term<T>[] => [
  ...u64Terms(amount).map((term) => ({
    ...term,
    value: (typeof factor === 'number' ? (term.value as number) * factor : mul(term.value as Expr, factor)) as T,
    max: term.max * max,
  })),
  ...negated(limbTerms(scaled, SCALED_BITS)),
];

/** worth·num − least·den − gap = 0: worth·num ≥ least·den. */
export const bandTerms = <T extends Expr | number>(
  worth: Limbs<T>,
  num: Limbs<T>,
  least: Limbs<T>,
  den: Limbs<T>,
  gap: Limbs<T>,
): Term<T>[] => [
  ...productTerms(limbTerms(worth, SCALED_BITS), u64Terms(num)),
  ...negated(productTerms(limbTerms(least, SCALED_BITS), u64Terms(den))),
  ...negated(limbTerms(gap, GAP_BITS)),
];
