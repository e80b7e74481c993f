/** Cells of values: the trace-side twin of `chips/gadgets.ts` and `chips/memory.ts`. Amounts wrap mod 2^64 (a false trace must be writable). */
import { inv, P } from '@weir/crypto/field';
import { addressLimbs } from '@weir/protocol/statement/limbs';
import type { Header, Slot } from '@weir/protocol/types';
import { splitBits, U64_LIMB_BITS, U64_PIECE_BITS } from '@weir/stark/air/gadgets';
import { GAP_BITS } from '../chips/memory.ts';
import type { Ledger } from './ledger.ts';

/** columns[i][row] = values[i]; negative numbers become their residues. */
export function put(columns: readonly Uint32Array[], row: number, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) columns[i][row] = residue(values[i]);
}

export const residue = (value: number): number => ((value % P) + P) % P;
/** 1/value, or 0 for 0. */
export const inverseOf = (value: number): number => inv(residue(value));
export const bit = (condition: boolean): number => (condition ? 1 : 0);
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);
export const pieces = (value: bigint): number[] => splitBits(u64(value), U64_PIECE_BITS);
export const limbs = (value: bigint): number[] => splitBits(u64(value), U64_LIMB_BITS);

/** Limbs of a range-checked amount, counted. */
export function checkedLimbs(ledger: Ledger, value: bigint): number[] {
  const cells = limbs(value);
  ledger.rangeLimbs(cells, U64_LIMB_BITS);
  return cells;
}

/** Limbs of 16 bits of a number that is only compared, counted. */
export function checkedCoarse(ledger: Ledger, value: bigint, bits: readonly number[]): number[] {
  const cells = splitBits(BigInt.asUintN(16 * bits.length, value), bits);
  ledger.rangeLimbs(cells, bits);
  return cells;
}

/** The low limb of each piece of an amount that is range-checked by `splitRange`, counted. */
export function checkedPieces(ledger: Ledger, value: bigint): number[] {
  return checkedLimbs(ledger, value).filter((_, i) => i % 2 === 0);
}

/** The carries of `sumPieces`. */
export function sumCarries(parts: readonly bigint[]): number[] {
  const cells = parts.map(pieces);
  const first = Math.floor(total(cells.map((part) => part[0])) / 2 ** 22);
  return [first, Math.floor((total(cells.map((part) => part[1])) + first) / 2 ** 21)];
}

/** The two limbs of an access's gap, counted. */
export function gapCells(ledger: Ledger, { gap }: { readonly gap: number }): number[] {
  const cells = [gap % 2 ** GAP_BITS[0], Math.floor(gap / 2 ** GAP_BITS[0])];
  ledger.rangeLimbs(cells, GAP_BITS);
  return cells;
}

/** asset, nonce, balance 3, filled 3 */
export const slotCells = (slot: Slot): number[] => [slot.asset, slot.nonce, ...pieces(slot.balance), ...pieces(slot.filled)];
/** key 7, keyVersion, l1Owner 6 */
export const headerCells = (header: Header): number[] => [...header.ownerKey, header.keyVersion, ...addressLimbs(header.l1Owner)];
