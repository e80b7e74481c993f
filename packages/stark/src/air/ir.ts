/**
 * The compiled form of an AIR: what every interpreter (checker, evaluator, wasm, Solidity) consumes.
 *
 * A chip is authored once with the builder (`builder.ts`) and lowered to this register machine. Only two operations exist:
 * a product of two values and a linear combination; everything row-local of degree <= 3 reduces to them.
 */

/** Index of a value: `0 … columns-1` = column, `columns` = rowIndex, `columns + 1 + k` = register k. */
export type Operand = number;

/** Σ coefficient·operand + constant, over the base field (canonical numbers < p). */
export interface LinearForm {
  readonly constant: number;
  readonly terms: readonly (readonly [operand: Operand, coefficient: number])[];
}

/** `dst` is a register number. `assertZero` hands over the value of one constraint (must be 0 on every row). */
export type Instruction =
  | { readonly kind: 'mul'; readonly dst: number; readonly a: Operand; readonly b: Operand }
  | { readonly kind: 'lin'; readonly dst: number; readonly form: LinearForm }
  | { readonly kind: 'assertZero'; readonly constraint: number; readonly a: Operand };

/**
 * Straight-line code. Every constraint is asserted exactly once, in *descending* order, as soon as its value exists: registers
 * are reused, and a verifier combines by Horner (acc ← acc·β + value) with one multiplication per constraint.
 */
export interface Program {
  readonly columns: number;
  readonly registers: number;
  readonly constraints: number;
  readonly code: readonly Instruction[];
}

/** One LogUp interaction; multiplicity and tuple are linear in columns and rowIndex only (no registers). Receives have a negated multiplicity. */
export interface Interaction {
  /** For error reports only. */
  readonly name: string;
  readonly bus: string;
  readonly tag: number;
  readonly multiplicity: LinearForm;
  readonly tuple: readonly LinearForm[];
}

export interface CompiledChip {
  readonly name: string;
  readonly columnNames: readonly string[];
  readonly minLogHeight: number;
  readonly maxLogHeight: number;
  readonly constraintNames: readonly string[];
  readonly program: Program;
  readonly interactions: readonly Interaction[];
}

export interface Air {
  readonly name: string;
  readonly chips: readonly CompiledChip[];
  /** bus name -> tag and declared tuple length */
  readonly buses: Readonly<Record<string, { readonly tag: number; readonly length: number }>>;
  /** Groups of 8 public values; group t is the tuple (t, v0 … v7), multiplicity +1, on bus `public` (tag 1, length 9). 0 = the AIR has no public values. */
  readonly publicGroups: number;
  /** keccak256 of the canonical serialisation of everything above, 32 bytes. Bound by the transcript. */
  readonly digest: Uint8Array;
}

/** Columns of one chip, column-major, canonical base elements; every column has length 2^logHeight. */
export interface ChipTrace {
  readonly logHeight: number;
  readonly columns: readonly Uint32Array[];
}
