/**
 * Several chips in one table. A column costs proof bytes and L1 gas whatever its height, so chips with few rows share theirs: each row belongs to one *member*, whose
 * columns lie over those of the others.
 *
 * What makes a row of the union exactly a row of its member:
 * - Columns that a multiplicity reads (flags, counts) are the member's own. Each member's `active` sum is a bit by the member's own constraint, and the sum of all of them is
 *   one too: at most one is set. (The latter is not needed: a row of two members would have to say what either says, on the same shared cells, and send what both
 *   send. Two rows say as much. It is there so that a row can be read, and to stop a member whose flag someone forgets to make a bit.)
 * - Every own column that a multiplicity reads is 0 unless its member is active (`…-rests`). So on a row of one member all others send and take nothing.
 * - A member's constraint is multiplied by its `active`, unless it holds anyway where all its own columns are 0, or reads own columns only.
 *
 * Where the columns of two members that do not meet in one row lie upon each other so that two bus interactions read the same tuple, they become one, with the sum
 * of the multiplicities: the layout puts equal names, and columns with equal range checks, upon each other.
 */
import { P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';
import { type AnyChip, type BuiltConstraint, type BuiltInteraction, logHeightFor } from '@weir/stark/air/builder';
import { add, column, constant, type Expr, mul, neg, not, shared, sub, sum } from '@weir/stark/air/expr';
import type { ChipTrace } from '@weir/stark/air/ir';

export interface Member {
  readonly chip: AnyChip;
  /** Columns of which at most one is 1, and exactly one on the member's rows. */
  readonly active: readonly string[];
  /** Further columns that are not shared: those of constraints of degree 3 that do not vanish without a flag. */
  readonly own?: readonly string[];
}

export interface Union {
  readonly chip: AnyChip;
  readonly members: readonly Member[];
  /** By member, then by the member's column: where it lies in the union. */
  readonly layout: readonly (readonly number[])[];
}

/** What joins the names of interactions that became one. */
export const JOINED = ' + ';

// ---- reading expressions

/** The expression with columns replaced; shared nodes stay shared. */
function substitute(root: Expr, column: (index: number) => Expr, known = new Map<Expr, Expr>()): Expr {
  const visit = (node: Expr): Expr => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const made = rebuilt(node);
    known.set(node, made);
    return made;
  };
  const rebuilt = (node: Expr): Expr => {
    switch (node.kind) {
      case 'const':
      case 'rowIndex':
        return node;
      case 'column':
        return column(node.index);
      case 'add':
        return add(visit(node.a), visit(node.b));
      case 'sub':
        return sub(visit(node.a), visit(node.b));
      case 'mul':
        return mul(visit(node.a), visit(node.b));
      case 'neg':
        return neg(visit(node.a));
      case 'shared':
        return shared(visit(node.a));
    }
  };
  return visit(root);
}

function columnsOf(root: Expr): Set<number> {
  const found = new Set<number>();
  substitute(root, (index) => {
    found.add(index);
    return constant(0);
  });
  return found;
}

/** Coefficients by column (−1: the row number, −2: the constant), of a linear expression. */
function linearForm(root: Expr): Map<number, number> {
  const form = new Map<number, number>();
  const put = (at: number, value: number): void => {
    const next = ((form.get(at) ?? 0) + value) % P;
    if (next === 0) form.delete(at);
    else form.set(at, next);
  };
  const visit = (node: Expr, factor: bigint): void => {
    const times = (value: number | bigint): number => Number((factor * BigInt(value)) % BigInt(P));
    switch (node.kind) {
      case 'const':
        put(-2, times(node.value));
        break;
      case 'rowIndex':
        put(-1, times(1));
        break;
      case 'column':
        put(node.index, times(1));
        break;
      case 'add':
        visit(node.a, factor);
        visit(node.b, factor);
        break;
      case 'sub':
        visit(node.a, factor);
        visit(node.b, (BigInt(P) - factor) % BigInt(P));
        break;
      case 'neg':
        visit(node.a, (BigInt(P) - factor) % BigInt(P));
        break;
      case 'shared':
        visit(node.a, factor);
        break;
      case 'mul': {
        const [scalar, other] = node.a.kind === 'const' ? [node.a, node.b] : [node.b, node.a];
        invariant(scalar.kind === 'const', 'tuples and multiplicities are linear');
        visit(other, (factor * BigInt(scalar.value)) % BigInt(P));
        break;
      }
    }
  };
  visit(root, 1n);
  return form;
}

const keyOf = (root: Expr): string =>
  [...linearForm(root)]
    .sort(([a], [b]) => a - b)
    .map((term) => term.join(':'))
    .join(',');

// ---- layout

/** Range checks of single columns: `range14` of column 3 is the signature entry of that column. */
function signatures({ interactions }: AnyChip): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const { bus, tuple } of interactions) {
    if (tuple.length !== 1) continue;
    const form = [...linearForm(tuple[0])];
    if (form.length !== 1 || form[0][0] < 0) continue;
    const [[at, factor]] = form;
    found.set(at, (found.get(at) ?? new Set()).add(`${bus}:${factor}`));
  }
  return found;
}

interface Place {
  readonly names: Set<string>;
  readonly checks: Set<string>;
}

/** Lays the shared columns of all members over each other: first by name, then by what is checked of them, then anywhere. */
function layOver(
  members: readonly Member[],
  own: readonly ReadonlySet<number>[],
): { readonly places: number; readonly at: Map<number, number>[] } {
  const places: Place[] = [];
  const at = members.map(() => new Map<number, number>());
  const widest = members.map((_, i) => i).sort((a, b) => members[b].chip.columnNames.length - members[a].chip.columnNames.length);
  for (const i of widest) {
    const { chip } = members[i];
    const checks = signatures(chip);
    const taken = new Set<number>();
    const shared = chip.columnNames.map((_, index) => index).filter((index) => !own[i].has(index));
    const settle = (fits: (place: Place, index: number) => boolean): void => {
      for (const index of shared) {
        if (at[i].has(index)) continue;
        const found = places.findIndex((place, p) => !taken.has(p) && fits(place, index));
        if (found < 0) continue;
        at[i].set(index, found);
        taken.add(found);
      }
    };
    const checksOf = (index: number): ReadonlySet<string> => checks.get(index) ?? new Set();
    const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((one) => b.has(one));
    const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((one) => b.has(one));
    settle((place, index) => place.names.has(chip.columnNames[index]) && within(checksOf(index), place.checks));
    settle((place, index) => checksOf(index).size > 0 && same(checksOf(index), place.checks));
    settle((place, index) => place.names.has(chip.columnNames[index]));
    settle((place, index) => checksOf(index).size === 0 && place.checks.size === 0);
    settle(() => true);
    for (const index of shared) {
      if (!at[i].has(index)) at[i].set(index, places.push({ names: new Set(), checks: new Set() }) - 1);
      const place = places[at[i].get(index) as number];
      place.names.add(chip.columnNames[index]);
      for (const check of checksOf(index)) place.checks.add(check);
    }
  }
  return { places: places.length, at };
}

// ---- the union

function ownColumns({ chip, active, own = [] }: Member): Set<number> {
  const found = multiplied(chip);
  for (const name of [...active, ...own]) {
    const matching = chip.columnNames.flatMap((column, i) => (column === name || column.startsWith(`${name}[`) ? [i] : []));
    invariant(matching.length > 0, `${chip.name} has no column ${name}`);
    for (const i of matching) found.add(i);
  }
  return found;
}

/** Columns that some multiplicity reads. */
function multiplied({ name, interactions }: AnyChip): Set<number> {
  const found = new Set<number>();
  for (const { multiplicity } of interactions) {
    const columns = columnsOf(multiplicity);
    invariant(columns.size > 0, `${name}: an interaction on every row cannot be a member's`);
    for (const index of columns) found.add(index);
  }
  return found;
}

export function unionChip(name: string, maxLogHeight: number, members: readonly Member[]): Union {
  const own = members.map(ownColumns);
  const { places, at } = layOver(members, own);
  const columnNames = Array.from({ length: places }, (_, i) => `shared[${i}]`);
  const layout = members.map(({ chip }, i) =>
    chip.columnNames.map((column, index) => at[i].get(index) ?? columnNames.push(`${chip.name}.${column}`) - 1),
  );

  const constraints: BuiltConstraint[] = [];
  const interactions: BuiltInteraction[] = [];
  const byTuple = new Map<string, number>();
  const everyActive: Expr[] = [];
  members.forEach(({ chip, active }, i) => {
    const moved = new Map<Expr, Expr>();
    const move = (value: Expr): Expr => substitute(value, (index) => column(layout[i][index], columnNames[layout[i][index]]), moved);
    const flag = sum(active.map((one) => column(layout[i][chip.columnNames.indexOf(one)], one)));
    everyActive.push(flag);
    for (const { name: constraint, value } of chip.constraints) {
      const columns = [...columnsOf(value)];
      const elsewhere = substitute(value, (index) => (own[i].has(index) ? constant(0) : column(index, '')));
      const rests = elsewhere.kind === 'const' && elsewhere.value === 0;
      const alone = columns.every((index) => own[i].has(index)) || rests;
      constraints.push({ name: `${chip.name}/${constraint}`, value: alone ? move(value) : mul(flag, move(value)) });
    }
    for (const index of multiplied(chip)) {
      const column_ = chip.columnNames[index];
      if (active.includes(column_)) continue;
      const value = column(layout[i][index], column_);
      constraints.push({ name: `${chip.name}/${column_}-rests`, value: mul(value, not(flag)) });
    }
    for (const { name: interaction, bus, multiplicity, tuple } of chip.interactions) {
      const movedTuple = tuple.map(move);
      const key = `${bus} ${movedTuple.map(keyOf).join(' ')}`;
      const known = byTuple.get(key);
      const full = `${chip.name}/${interaction}`;
      if (known === undefined) {
        byTuple.set(key, interactions.push({ name: full, bus, multiplicity: move(multiplicity), tuple: movedTuple }) - 1);
      } else {
        const other = interactions[known];
        interactions[known] = {
          ...other,
          name: `${other.name}${JOINED}${full}`,
          multiplicity: add(other.multiplicity, move(multiplicity)),
        };
      }
    }
  });
  const any = sum(everyActive);
  constraints.push({ name: 'at-most-one-member', value: mul(any, sub(any, 1)) });

  const chip: AnyChip = Object.freeze({
    name,
    minLogHeight: 0,
    maxLogHeight,
    columnNames,
    index: {},
    exempt: {},
    constraints,
    interactions,
  });
  return { chip, members, layout };
}

/** The members' rows one after another. `traces`: one per member. */
export function unionTrace({ chip, layout }: Union, traces: readonly ChipTrace[]): ChipTrace {
  const counts = traces.map(usedRows);
  const logHeight = logHeightFor(
    chip,
    counts.reduce((total, rows) => total + rows, 0),
  );
  const columns = chip.columnNames.map(() => new Uint32Array(2 ** logHeight));
  let start = 0;
  traces.forEach((trace, i) => {
    trace.columns.forEach((cells, index) => {
      columns[layout[i][index]].set(cells.subarray(0, counts[i]), start);
    });
    start += counts[i];
  });
  return { logHeight, columns };
}

/** Rows up to the last that is not all zero. */
export function usedRows({ columns, logHeight }: ChipTrace): number {
  let rows = 2 ** logHeight;
  while (rows > 0 && columns.every((cells) => cells[rows - 1] === 0)) rows--;
  return rows;
}
