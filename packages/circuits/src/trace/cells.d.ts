import type { Header, Slot } from '@weir/protocol/types';
import type { Ledger } from './ledger.ts';
/** columns[i][row] = values[i]; negative numbers become their residues. */
export declare function put(columns: readonly Uint32Array[], row: number, values: ArrayLike<number>): void;
export declare const residue: (value: number) => number;
/** 1/value, or 0 for 0. */
export declare const inverseOf: (value: number) => number;
export declare const bit: (condition: boolean) => number;
export declare const total: (values: readonly number[]) => number;
export declare const pieces: (value: bigint) => number[];
export declare const limbs: (value: bigint) => number[];
/** Limbs of a range-checked amount, counted. */
export declare function checkedLimbs(ledger: Ledger, value: bigint): number[];
/** The low limb of each piece of an amount that is range-checked by `splitRange`, counted. */
export declare function checkedPieces(ledger: Ledger, value: bigint): number[];
/** The carries of `sumPieces`. */
export declare function sumCarries(parts: readonly bigint[]): number[];
/** The two limbs of an access's gap, counted. */
export declare function gapCells(
  ledger: Ledger,
  {
    gap,
  }: {
    readonly gap: number;
  },
): number[];
/** asset, nonce, balance 3, filled 3 */
export declare const slotCells: (slot: Slot) => number[];
/** key 7, keyVersion, l1Owner 6 */
export declare const headerCells: (header: Header) => number[];
