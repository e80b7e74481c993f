/** redeemed·total − share·tickets − remainder = 0 over the integers: the terms, once for the constraint and once for the trace. */
import type { Expr } from '@weir/stark/air/expr';
import {
  type IdentityOptions,
  identityCells,
  limbTerms,
  negatedTerms,
  productTerms,
  type Term,
  U64_LIMB_BITS,
} from '@weir/stark/air/gadgets';

export interface Division<T> {
  readonly redeemed: readonly T[];
  readonly total: readonly T[];
  readonly tickets: readonly T[];
  readonly share: readonly T[];
  readonly remainder: readonly T[];
}

/** Limbs of a u64 each. No product is a column: both cancel inside a step, where at most 12 products below 2^22 meet. */
export function divisionTerms<T extends Expr | bigint>({ redeemed, total, tickets, share, remainder }: Division<T>): Term<T>[] {
  const limbs = (values: readonly T[]): Term<T>[] => limbTerms(values, U64_LIMB_BITS);
  const taken = [...productTerms(limbs(share), limbs(tickets)), ...limbs(remainder)];
  return [...productTerms(limbs(redeemed), limbs(total)), ...negatedTerms(taken)];
}

/** A carry fits one lookup of 16 bits. */
export const SHARE_IDENTITY: IdentityOptions = { radixBits: 10, tableBits: 16 };

const ZEROS = new Array<bigint>(6).fill(0n);
export const SHARE_CARRIES = identityCells(
  divisionTerms({ redeemed: ZEROS, total: ZEROS, tickets: ZEROS, share: ZEROS, remainder: ZEROS }),
  SHARE_IDENTITY,
);
