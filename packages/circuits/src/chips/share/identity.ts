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

/** redeemed·total = share·tickets + remainder */
export interface Division<T> {
  readonly redeemed: T;
  readonly total: T;
  readonly tickets: T;
  readonly share: T;
  readonly remainder: T;
}

/** Each number as the limbs of a u64. No product is a column: they meet inside a step, at most 12 of them below 2^22 each. */
export function divisionTerms<T extends Expr | bigint>({ redeemed, total, tickets, share, remainder }: Division<readonly T[]>): Term<T>[] {
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
