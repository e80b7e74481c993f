/**
 * The DSL in which a chip is written once: columns, constraints (0 on every row, degree ≤ 3) and bus interactions.
 *
 * Row-local by design: an expression sees one row; rows and chips talk over buses only. There is no next-row access, so a
 * padding row is a row like any other and must satisfy every constraint.
 */

import { invariant } from '@weir/foundation/assert';
import { column, type Expr, type ExprLike, expr, mul, neg, ROW_INDEX, sub } from './expr.ts';
import type { ChipTrace } from './ir.ts';

/** `length` columns under one name: `b.col.name[0] … b.col.name[length − 1]`. */
export interface ColumnGroup<Name extends string = string> {
  readonly name: Name;
  readonly length: number;
}

export function group<const Name extends string>(name: Name, length: number): ColumnGroup<Name> {
  return { name, length };
}

export type ColumnSpec = string | ColumnGroup;

/** `{ a: T, limb: readonly T[] }` for the column list `['a', group('limb', 9)]`. */
export type ByColumn<Specs extends readonly ColumnSpec[], T> = {
  readonly [Name in Extract<Specs[number], string>]: T;
} & {
  readonly [Group in Extract<Specs[number], ColumnGroup> as Group['name']]: readonly T[];
};

/** Any chip's builder: what gadgets take (they receive columns as arguments, so they need no column types). */
export interface ChipBuilder {
  /** The row's number, 0 … height − 1. Known to the verifier, not committed. */
  readonly rowIndex: Expr;
  /** `value` must be 0 on every row, padding included. Degree ≤ 3. */
  constraint(name: string, value: ExprLike): void;
  /** left = right on every row. */
  equal(name: string, left: ExprLike, right: ExprLike): void;
  /** value ∈ {0, 1}: value · (value − 1) = 0. */
  boolean(name: string, value: ExprLike): void;
  /** Puts `multiplicity` copies of `tuple` on the bus. Both are linear in the row. `name` only serves error reports. */
  send(bus: string, multiplicity: ExprLike, tuple: readonly ExprLike[], name?: string): void;
  /** Takes `multiplicity` copies off the bus: a send with the multiplicity negated. */
  receive(bus: string, multiplicity: ExprLike, tuple: readonly ExprLike[], name?: string): void;
}

export interface TypedChipBuilder<Specs extends readonly ColumnSpec[]> extends ChipBuilder {
  /** The row's cells by name: `b.col.a`, `b.col.limb[3]`. */
  readonly col: ByColumn<Specs, Expr>;
}

export interface ChipOptions<Specs extends readonly ColumnSpec[]> {
  readonly name: string;
  readonly minLogHeight: number;
  readonly maxLogHeight: number;
  readonly columns: Specs;
  /** Column (or group) name → why it may appear in no constraint and no bus. */
  readonly exempt?: Readonly<Record<string, string>>;
  build(b: TypedChipBuilder<Specs>): void;
}

export interface BuiltConstraint {
  readonly name: string;
  readonly value: Expr;
}

export interface BuiltInteraction {
  readonly name: string;
  readonly bus: string;
  /** Already negated for a receive. */
  readonly multiplicity: Expr;
  readonly tuple: readonly Expr[];
}

/** An authored chip: its layout, and the row program as expressions. */
export interface Chip<Specs extends readonly ColumnSpec[] = readonly ColumnSpec[]> {
  readonly name: string;
  readonly minLogHeight: number;
  readonly maxLogHeight: number;
  readonly columnNames: readonly string[];
  /** Column numbers by name: `index.a`, `index.limb[3]`. */
  readonly index: ByColumn<Specs, number>;
  readonly exempt: Readonly<Record<string, string>>;
  readonly constraints: readonly BuiltConstraint[];
  readonly interactions: readonly BuiltInteraction[];
}

/** A chip whatever its columns: for lists of chips. */
// biome-ignore lint/suspicious/noExplicitAny: the column types are between a chip and its trace filler
export type AnyChip = Chip<any>;

function layOut<T>(specs: readonly ColumnSpec[], make: (index: number, name: string) => T): Record<string, T | readonly T[]> {
  const out: Record<string, T | readonly T[]> = {};
  let next = 0;
  for (const spec of specs) {
    const name = typeof spec === 'string' ? spec : spec.name;
    invariant(!(name in out), `duplicate column: ${name}`);
    out[name] =
      typeof spec === 'string' ? make(next++, name) : Array.from({ length: spec.length }, (_, i) => make(next++, `${name}[${i}]`));
  }
  return out;
}

/** Runs `build` once and freezes what it declared. Linting happens in `compileAir`, where the buses are known. */
export function defineChip<const Specs extends readonly ColumnSpec[]>(options: ChipOptions<Specs>): Chip<Specs> {
  const columnNames: string[] = [];
  const index = layOut(options.columns, (i, name) => {
    columnNames.push(name);
    return i;
  });
  const constraints: BuiltConstraint[] = [];
  const interactions: BuiltInteraction[] = [];

  const constraint = (name: string, value: ExprLike): void => {
    constraints.push({ name, value: expr(value) });
  };
  const interact = (bus: string, multiplicity: Expr, tuple: readonly ExprLike[], name: string): void => {
    interactions.push({ name, bus, multiplicity, tuple: tuple.map(expr) });
  };
  options.build({
    col: layOut(options.columns, column) as ByColumn<Specs, Expr>,
    rowIndex: ROW_INDEX,
    constraint,
    equal: (name, left, right) => constraint(name, sub(left, right)),
    boolean: (name, value) => constraint(name, mul(value, sub(value, 1))),
    send: (bus, multiplicity, tuple, name = `send ${bus} ${interactions.length}`) => interact(bus, expr(multiplicity), tuple, name),
    receive: (bus, multiplicity, tuple, name = `receive ${bus} ${interactions.length}`) => interact(bus, neg(multiplicity), tuple, name),
  });
  return Object.freeze({
    name: options.name,
    minLogHeight: options.minLogHeight,
    maxLogHeight: options.maxLogHeight,
    columnNames,
    index: index as ByColumn<Specs, number>,
    exempt: options.exempt ?? {},
    constraints,
    interactions,
  });
}

/** A trace being filled: the chip's columns by name (`trace.col.a[row]`, `trace.col.limb[3][row]`), all zero at first. */
export interface WritableTrace<Specs extends readonly ColumnSpec[]> extends ChipTrace {
  readonly col: ByColumn<Specs, Uint32Array>;
}

/** An all-zero trace of 2^logHeight rows. Cells are canonical field elements. */
export function newTrace<Specs extends readonly ColumnSpec[]>(chip: Chip<Specs>, logHeight: number): WritableTrace<Specs> {
  const columns = chip.columnNames.map(() => new Uint32Array(2 ** logHeight));
  const col = Object.fromEntries(
    Object.entries(chip.index as Record<string, number | readonly number[]>).map(([name, at]) => [
      name,
      typeof at === 'number' ? columns[at] : at.map((i) => columns[i]),
    ]),
  );
  return { logHeight, columns, col: col as ByColumn<Specs, Uint32Array> };
}

/** The smallest log2 height, within the chip's bounds, that holds `rows` rows. */
export function logHeightFor(chip: Pick<Chip, 'name' | 'minLogHeight' | 'maxLogHeight'>, rows: number): number {
  let logHeight = chip.minLogHeight;
  while (2 ** logHeight < rows) logHeight++;
  invariant(logHeight <= chip.maxLogHeight, `${chip.name}: ${rows} rows exceed 2^${chip.maxLogHeight}`);
  return logHeight;
}
