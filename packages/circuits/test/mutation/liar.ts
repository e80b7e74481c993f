/**
 * Searches for false traces: takes an honest batch, puts a lie into one row, and repairs everything else that the lie breaks, row by row and
 * bus by bus, until nothing is left but what the mutant no longer asks for.
 *
 * The repair is a randomised local search. A broken constraint is solved for one cell in which it is linear; an unbalanced tuple is solved by
 * bringing the row at its other end to the new tuple, by that row's free multiplicity, or, at the boundary, by other public values. A cell is
 * written once. Lookups in range tables and true compressions balance themselves, as those tables' multiplicities are the prover's.
 */
import { inv, mul, neg, P, sqrt, sub } from '@weir/crypto/field';
import { compress } from '@weir/crypto/poseidon';
import { PUBLIC_BUS } from '@weir/stark/air/compileAir';
import type { Air, ChipTrace, Interaction } from '@weir/stark/air/ir';
import { coefficientOf, formValue, type RowModel } from './rowModel.ts';

/** What the mutant lacks. */
export type Lack =
  | { readonly kind: 'constraint'; readonly chip: number; readonly constraint: number }
  /** A lookup in a range table. */
  | { readonly kind: 'lookup'; readonly chip: number; readonly interaction: number }
  /** The tuple's field is free: the row may put any value there. */
  | { readonly kind: 'field'; readonly chip: number; readonly interaction: number; readonly field: number };

/** A whole batch with its other chips, or one chip whose buses lead to nobody in particular. */
export type Scope = 'batch' | 'chip';

export interface Lie {
  readonly scope: Scope;
  /** All rows that differ from the honest batch. */
  readonly rows: readonly { readonly chip: number; readonly row: number; readonly cells: Uint32Array }[];
  readonly publicValues: Uint32Array;
}

export type Random = (below: number) => number;

interface LiedRow {
  readonly chip: number;
  readonly row: number;
  readonly cells: Uint32Array;
  readonly touched: Set<number>;
}

interface Excess {
  readonly tuple: readonly number[];
  count: number;
}

interface End {
  readonly chip: number;
  readonly row: number;
  readonly interaction: number;
}

const MAX_STEPS = 400;
/** A lie that drags in more rows than this is given up. */
const MAX_ROWS = 80;
const COMPRESS = 'compress';
const signed = (value: number): number => (value > P / 2 ? value - P : value);
const truths = new Map<string, boolean>();

function isTrueCompression(tuple: readonly number[]): boolean {
  const key = tuple.join();
  let known = truths.get(key);
  if (known === undefined) {
    if (truths.size > 200_000) truths.clear();
    const [domain] = tuple;
    known = domain < 64 && compress(domain, tuple.slice(1, 9), tuple.slice(9, 17)).every((y, i) => y === tuple[17 + i]);
    truths.set(key, known);
  }
  return known;
}

/** An honest batch, indexed. */
export class HonestBatch {
  readonly air: Air;
  readonly models: readonly RowModel[];
  readonly traces: readonly ChipTrace[];
  readonly publicValues: Uint32Array;
  /** Rows that are not all zero, by chip. */
  readonly active: readonly (readonly number[])[];
  /** Bits of the range table that a bus leads to. */
  readonly rangeHeight: ReadonlyMap<string, number>;
  private readonly ends = new Map<string, End[]>();

  constructor(air: Air, models: readonly RowModel[], traces: readonly ChipTrace[], publicValues: Uint32Array) {
    this.air = air;
    this.models = models;
    this.traces = traces;
    this.publicValues = publicValues;
    this.rangeHeight = rangeTablesOf(air);
    const table = new Set(air.chips.filter((chip) => isRangeTable(chip)).map(({ name }) => name));
    this.active = traces.map(({ columns, logHeight }, j) =>
      table.has(air.chips[j].name)
        ? []
        : Array.from({ length: 2 ** logHeight }, (_, row) => row).filter((row) => columns.some((cells) => cells[row] !== 0)),
    );
    air.chips.forEach(({ interactions }, chip) => {
      if (table.has(air.chips[chip].name)) return;
      for (const row of this.active[chip]) {
        const cells = this.cells(chip, row);
        interactions.forEach(({ bus, multiplicity, tuple }, interaction) => {
          if (this.rangeHeight.has(bus) || formValue(multiplicity, cells) === 0) return;
          const key = `${bus}:${tuple.map((form) => formValue(form, cells)).join()}`;
          const list = this.ends.get(key);
          if (list) list.push({ chip, row, interaction });
          else this.ends.set(key, [{ chip, row, interaction }]);
        });
      }
    });
  }

  /** Columns and then the row number. */
  cells(chip: number, row: number): Uint32Array {
    const { columns } = this.traces[chip];
    const out = new Uint32Array(columns.length + 1);
    for (let c = 0; c < columns.length; c++) out[c] = columns[c][row];
    out[columns.length] = row;
    return out;
  }

  endsOf(bus: string, tuple: readonly number[]): readonly End[] {
    return this.ends.get(`${bus}:${tuple.join()}`) ?? [];
  }
}

export const isRangeTable = ({ interactions, constraintNames }: Air['chips'][number]): boolean =>
  constraintNames.length === 0 && interactions.length === 1 && interactions[0].tuple.length === 1;

export function rangeTablesOf(air: Air): Map<string, number> {
  return new Map(air.chips.filter(isRangeTable).map(({ interactions, maxLogHeight }) => [interactions[0].bus, maxLogHeight]));
}

/** One attempt: the state of a search. */
class Attempt {
  private readonly honest: HonestBatch;
  private readonly lack: Lack;
  private readonly scope: Scope;
  private readonly random: Random;
  private readonly rows = new Map<string, LiedRow>();
  private readonly broken = new Map<string, { row: LiedRow; constraint: number }>();
  private readonly falseLookups = new Map<string, { row: LiedRow; interaction: number }>();
  private readonly excess = new Map<string, Map<string, Excess>>();
  private readonly publicValues: Uint32Array;
  private readonly compressIsABus: boolean;
  /** Authors declare constraints in the order in which values follow from one another; now and then another order helps. */
  private readonly inOrder: boolean;
  private readonly groupsFirst: boolean;
  /** Results stand to the right of what they are computed from. */
  private readonly forward: boolean;
  private readonly zeroesFirst: boolean;

  constructor(honest: HonestBatch, lack: Lack, scope: Scope, random: Random) {
    this.honest = honest;
    this.lack = lack;
    this.scope = scope;
    this.random = random;
    this.publicValues = honest.publicValues.slice();
    this.compressIsABus = honest.air.chips[lack.chip].interactions.some(({ bus, name }) => bus === COMPRESS && name.startsWith('receive'));
    this.inOrder = random(4) > 0;
    this.groupsFirst = random(2) === 0;
    this.forward = random(2) === 0;
    this.zeroesFirst = random(6) === 0;
  }

  run(chip: number, row: number, onStuck?: (what: string) => void): Lie | undefined {
    const start = this.row(chip, row);
    if (!this.startLie(start)) return undefined;
    for (let step = 0; step < MAX_STEPS; step++) {
      if (this.rows.size > MAX_ROWS) return undefined;
      if (!this.repairOne()) {
        if (!this.isClean() || !this.isLie(start)) {
          onStuck?.(this.stuck());
          return undefined;
        }
        return {
          scope: this.scope,
          rows: [...this.rows.values()].map(({ chip: j, row: r, cells }) => ({ chip: j, row: r, cells: cells.slice(0, -1) })),
          publicValues: this.publicValues,
        };
      }
    }
    return undefined;
  }

  /** For whoever wants to know why a search ends: what it could not repair. */
  private stuck(): string {
    const { chips } = this.honest.air;
    return [
      ...[...this.broken.values()].map(({ row, constraint }) => `${chips[row.chip].name}/${chips[row.chip].constraintNames[constraint]}`),
      ...[...this.falseLookups.values()].map(({ row, interaction }) => chips[row.chip].interactions[interaction].name),
      ...[...this.excess].filter(([, entries]) => entries.size > 0).map(([bus]) => `bus ${bus}`),
    ].join(', ');
  }

  // ---- what is asked for

  private isClean(): boolean {
    return this.broken.size === 0 && this.falseLookups.size === 0 && [...this.excess.values()].every((entries) => entries.size === 0);
  }

  private isLie({ chip, row, cells }: LiedRow): boolean {
    const { lack, honest } = this;
    if (lack.kind === 'constraint') return honest.models[chip].constraint(lack.constraint, cells) !== 0;
    const interaction = honest.air.chips[chip].interactions[lack.interaction];
    if (formValue(interaction.multiplicity, cells) === 0) return false;
    if (lack.kind === 'lookup') return formValue(interaction.tuple[0], cells) >= 2 ** (honest.rangeHeight.get(interaction.bus) as number);
    const before = formValue(interaction.tuple[lack.field], honest.cells(chip, row));
    return formValue(interaction.tuple[lack.field], cells) !== before;
  }

  /** Columns through which the lie can come in. */
  private startLie(start: LiedRow): boolean {
    const { lack, honest, random } = this;
    const model = honest.models[lack.chip];
    const columns =
      lack.kind === 'constraint'
        ? model.constraintColumns[lack.constraint]
        : model.chip.interactions[lack.interaction].tuple[lack.kind === 'field' ? lack.field : 0].terms
            .map(([operand]) => operand)
            .filter((operand) => operand < model.width);
    if (columns.length === 0) return false;
    if (lack.kind === 'lookup' && random(4) > 0) return this.leaveRange(start, lack.interaction);
    const count = 1 + [0, 0, 0, 1, 2][random(5)];
    for (let i = 0; i < count; i++) {
      const column = columns[random(columns.length)];
      this.set(start, column, this.another(start.cells[column]));
      start.touched.add(column);
    }
    return this.isLie(start);
  }

  /** One cell such that the number just leaves its range, or wraps around p in the equation that divides it by a power of 2. */
  private leaveRange(start: LiedRow, interaction: number): boolean {
    const { honest, random } = this;
    const { bus, tuple } = honest.air.chips[start.chip].interactions[interaction];
    const bits = honest.rangeHeight.get(bus) as number;
    const now = formValue(tuple[0], start.cells);
    const wrap = (P - 1) / 2 ** (8 + random(9));
    const targets = [
      2 ** bits + random(4),
      P - 1 - random(4),
      2 ** (bits + random(8)),
      2 ** bits * (1 + random(8)) + now,
      mul(1 + 2 * random(64), inv(2 ** (1 + random(14)))),
      now + wrap * (1 + random(3)),
      now + P - wrap * (1 + random(3)),
    ];
    const wanted = targets[random(targets.length)] % P;
    const width = honest.models[start.chip].width;
    const terms = this.shuffled(tuple[0].terms.filter(([column]) => column < width));
    if (terms.length === 0) return false;
    const [[column, coefficient]] = terms;
    this.set(start, column, (start.cells[column] + mul(sub(wanted, now), inv(coefficient))) % P);
    start.touched.add(column);
    return this.isLie(start);
  }

  private another(value: number): number {
    const { random } = this;
    const sizes = [
      1,
      1,
      1,
      1,
      2,
      2 ** 8,
      2 ** 10,
      2 ** 11,
      2 ** 12,
      2 ** 14,
      2 ** 16,
      2 ** 22,
      2 ** 24,
      2 ** 28,
      2 ** 30,
      (P - 1) / 2 ** (8 + random(9)),
    ];
    const pick = random(10);
    if (pick === 0) return random(P);
    if (pick === 1 && value !== 0) return 0;
    if (pick === 2 && value !== 1) return 1;
    // Small once it is shifted.
    if (pick === 3) return mul(1 + random(255), inv(2 ** (1 + random(16))));
    const step = sizes[random(sizes.length)] * (random(2) === 0 ? 1 : -1);
    return (((value + step) % P) + P) % P;
  }

  // ---- state

  private row(chip: number, row: number): LiedRow {
    const key = `${chip}:${row}`;
    let known = this.rows.get(key);
    if (!known) {
      known = { chip, row, cells: this.honest.cells(chip, row), touched: new Set() };
      this.rows.set(key, known);
    }
    return known;
  }

  private set(row: LiedRow, column: number, value: number): void {
    if (row.cells[column] === value) return;
    const model = this.honest.models[row.chip];
    const { interactions } = model.chip;
    for (const i of model.columnInteractions[column]) this.emit(row, i, interactions[i], -1);
    row.cells[column] = value;
    for (const i of model.columnInteractions[column]) this.emit(row, i, interactions[i], 1);
    for (const constraint of model.columnConstraints[column]) {
      if (this.lack.kind === 'constraint' && this.lack.chip === row.chip && this.lack.constraint === constraint) continue;
      const key = `${row.chip}:${row.row}:${constraint}`;
      if (model.constraint(constraint, row.cells) === 0) this.broken.delete(key);
      else this.broken.set(key, { row, constraint });
    }
  }

  private emit(row: LiedRow, i: number, interaction: Interaction, sign: number): void {
    const { lack, honest } = this;
    const { bus, multiplicity, tuple } = interaction;
    const count = signed(formValue(multiplicity, row.cells));
    const mine = lack.kind !== 'constraint' && lack.chip === row.chip && lack.interaction === i;
    const height = honest.rangeHeight.get(bus);
    if (height !== undefined || (bus === COMPRESS && !this.compressIsABus)) {
      const key = `${row.chip}:${row.row}:${i}`;
      this.falseLookups.delete(key);
      if (sign < 0 || count === 0 || (mine && lack.kind === 'lookup')) return;
      const values = tuple.map((form) => formValue(form, row.cells));
      if (mine && lack.kind === 'field') values[lack.field] = formValue(tuple[lack.field], honest.cells(row.chip, row.row));
      const fine = height === undefined ? isTrueCompression(values) : values[0] < 2 ** height;
      if (!fine) this.falseLookups.set(key, { row, interaction: i });
      return;
    }
    if (this.scope === 'chip' && lack.kind !== 'field') return;
    if (count === 0) return;
    const values = tuple.map((form) => formValue(form, row.cells));
    if (mine && lack.kind === 'field') values[lack.field] = formValue(tuple[lack.field], honest.cells(row.chip, row.row));
    this.addExcess(bus, values, sign * count);
  }

  private addExcess(bus: string, tuple: readonly number[], count: number): void {
    let entries = this.excess.get(bus);
    if (!entries) {
      entries = new Map();
      this.excess.set(bus, entries);
    }
    const key = tuple.join();
    const entry = entries.get(key) ?? { tuple, count: 0 };
    entry.count += count;
    if (entry.count === 0) entries.delete(key);
    else entries.set(key, entry);
  }

  // ---- repairs

  private shuffled<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const k = this.random(i + 1);
      [out[i], out[k]] = [out[k], out[i]];
    }
    return out;
  }

  /** False when nothing is to repair, or nothing helps. */
  private repairOne(): boolean {
    if (this.broken.size > 0) {
      const all = [...this.broken.values()];
      const { row, constraint } = this.inOrder
        ? all.reduce((first, next) => (next.constraint < first.constraint ? next : first))
        : all[this.random(all.length)];
      const ways = this.groupsFirst ? [this.repairGroup, this.repairConstraint] : [this.repairConstraint, this.repairGroup];
      if (this.zeroesFirst) ways.unshift(this.repairByZeroes);
      else ways.push(this.repairByZeroes);
      return ways.some((repair) => repair.call(this, row, constraint));
    }
    for (const { row, interaction } of this.falseLookups.values()) return this.repairLookup(row, interaction);
    for (const [bus, entries] of this.excess) if (entries.size > 0) return this.repairBus(bus, entries);
    return false;
  }

  /** Writes a cell, unless that puts a number out of its range. */
  private tryCell(row: LiedRow, column: number, value: number): boolean {
    if (row.touched.has(column)) return false;
    const before = row.cells[column];
    const falseBefore = this.falseRanges();
    this.set(row, column, value);
    if (this.falseRanges() > falseBefore) {
      this.set(row, column, before);
      return false;
    }
    row.touched.add(column);
    return true;
  }

  private falseRanges(): number {
    let count = 0;
    for (const { row, interaction } of this.falseLookups.values()) {
      if (this.honest.air.chips[row.chip].interactions[interaction].bus !== COMPRESS) count++;
    }
    return count;
  }

  private repairConstraint(row: LiedRow, k: number): boolean {
    const model = this.honest.models[row.chip];
    const now = model.constraint(k, row.cells);
    const open = model.constraintColumns[k].filter((column) => !row.touched.has(column));
    const weight = new Map(
      open.map((column) => [
        column,
        this.forward ? -column : model.columnInteractions[column].length + model.columnConstraints[column].length + this.random(6),
      ]),
    );
    const candidates = open.sort((a, b) => (weight.get(a) as number) - (weight.get(b) as number));
    for (const column of candidates) {
      const value = row.cells[column];
      const at = (raised: number): number => {
        row.cells[column] = (value + raised) % P;
        return model.constraint(k, row.cells);
      };
      const roots = this.shuffled(rootsOf([now, at(1), at(2), at(3)]));
      row.cells[column] = value;
      if (roots.some((root) => this.tryCell(row, column, (value + root) % P))) return true;
    }
    return false;
  }

  /** A sum of numbers that must be 0 mod p is solved by all of them being 0. */
  private repairByZeroes(row: LiedRow, k: number): boolean {
    const model = this.honest.models[row.chip];
    const columns = model.constraintColumns[k].filter((column) => !row.touched.has(column));
    const before = columns.map((column) => row.cells[column]);
    const falseBefore = this.falseRanges();
    for (const column of columns) this.set(row, column, 0);
    if (model.constraint(k, row.cells) === 0 && this.falseRanges() <= falseBefore) {
      columns.forEach((column, i) => {
        if (before[i] !== 0) row.touched.add(column);
      });
      return true;
    }
    columns.forEach((column, i) => {
      this.set(row, column, before[i]);
    });
    return false;
  }

  /** Coordinates of one equation over an extension field (`name[0]`, `name[1]`, …), solved at once for the coordinates of one value. */
  private repairGroup(row: LiedRow, k: number): boolean {
    const { lack, honest } = this;
    const model = honest.models[row.chip];
    const { constraintNames, columnNames } = model.chip;
    const base = stem(constraintNames[k]);
    const group = constraintNames.flatMap((name, i) =>
      stem(name) === base && !(lack.kind === 'constraint' && lack.chip === row.chip && lack.constraint === i) ? [i] : [],
    );
    if (group.length < 2) return false;
    const named = [...new Set(model.constraintColumns[k].map((column) => stem(columnNames[column])))];
    const stems = this.forward ? named.reverse() : this.shuffled(named);
    return stems.some((name) => {
      const columns = columnNames.flatMap((column, c) => (stem(column) === name && !row.touched.has(c) ? [c] : []));
      if (columns.length < group.length) return false;
      const now = group.map((i) => model.constraint(i, row.cells));
      const slopes = columns.map((column) => {
        const value = row.cells[column];
        row.cells[column] = (value + 1) % P;
        const raised = group.map((i, at) => sub(model.constraint(i, row.cells), now[at]));
        row.cells[column] = value;
        return raised;
      });
      const steps = solve(
        group.map((_, at) => [...slopes.map((raised) => raised[at]), neg(now[at])]),
        columns.length,
      );
      if (!steps) return false;
      const before = columns.map((column) => row.cells[column]);
      const falseBefore = this.falseRanges();
      columns.forEach((column, at) => {
        this.set(row, column, (before[at] + steps[at]) % P);
      });
      if (this.falseRanges() === falseBefore && group.every((i) => model.constraint(i, row.cells) === 0)) {
        columns.forEach((column, at) => {
          if (steps[at] !== 0) row.touched.add(column);
        });
        return true;
      }
      columns.forEach((column, at) => {
        this.set(row, column, before[at]);
      });
      return false;
    });
  }

  private repairLookup(row: LiedRow, i: number): boolean {
    const { bus, tuple } = this.honest.air.chips[row.chip].interactions[i];
    // A number that the lie has moved out of its range goes back to where it was, if another cell of it can give way.
    if (bus !== COMPRESS) return this.bringForm(row, i, 0, formValue(tuple[0], this.honest.cells(row.chip, row.row)));
    const values = tuple.map((form) => formValue(form, row.cells));
    if (values[0] >= 64) return false;
    const y = compress(values[0], values.slice(1, 9), values.slice(9, 17));
    return y.every((wanted, at) => this.bringForm(row, i, 17 + at, wanted));
  }

  /** Solves one field of an interaction for one of its cells. */
  private bringForm(row: LiedRow, i: number, field: number, wanted: number): boolean {
    const { lack } = this;
    const form = this.honest.air.chips[row.chip].interactions[i].tuple[field];
    if (lack.kind === 'field' && lack.chip === row.chip && lack.interaction === i && lack.field === field) return false;
    const now = formValue(form, row.cells);
    if (now === wanted) return true;
    const width = this.honest.models[row.chip].width;
    return this.shuffled(form.terms).some(
      ([column, coefficient]) =>
        column < width && this.tryCell(row, column, (row.cells[column] + mul(sub(wanted, now), inv(coefficient))) % P),
    );
  }

  private repairBus(bus: string, entries: Map<string, Excess>): boolean {
    const list = this.shuffled([...entries.values()]);
    if (bus === PUBLIC_BUS.name && this.moveBoundary(list)) return true;
    for (const stale of list) {
      const fresh = list
        .filter(({ count }) => count > 0 !== stale.count > 0)
        .map((entry) => ({ entry, distance: entry.tuple.reduce((sum, value, i) => sum + (value === stale.tuple[i] ? 0 : 1), 0) }))
        .sort((a, b) => a.distance - b.distance)
        .at(0)?.entry;
      for (const end of this.shuffled(this.endsNow(bus, stale.tuple)).slice(0, 4)) {
        if (this.random(3) > 0 && this.changeCount(end, stale.count)) return true;
        if (fresh && this.bringEnd(end, fresh.tuple)) return true;
        if (this.changeCount(end, stale.count)) return true;
      }
    }
    return false;
  }

  /** Rows that put this tuple on the bus as things stand. */
  private endsNow(bus: string, tuple: readonly number[]): End[] {
    const chips = this.honest.air.chips;
    const puts = ({ chip, row, interaction }: End): boolean => {
      const { cells } = this.row(chip, row);
      const { multiplicity, tuple: forms } = chips[chip].interactions[interaction];
      return formValue(multiplicity, cells) !== 0 && forms.every((form, i) => formValue(form, cells) === tuple[i]);
    };
    const out = this.honest.endsOf(bus, tuple).slice(0, 12).filter(puts);
    for (const { chip, row } of [...this.rows.values()]) {
      chips[chip].interactions.forEach((candidate, interaction) => {
        const end = { chip, row, interaction };
        if (candidate.bus === bus && puts(end) && !out.some((o) => o.chip === chip && o.row === row && o.interaction === interaction))
          out.push(end);
      });
    }
    return out;
  }

  private bringEnd({ chip, row, interaction }: End, wanted: readonly number[]): boolean {
    const lied = this.row(chip, row);
    return wanted.every((value, field) => this.bringForm(lied, interaction, field, value));
  }

  /** A multiplicity that no constraint reads is the prover's to choose. */
  private changeCount({ chip, row, interaction }: End, excess: number): boolean {
    const lied = this.row(chip, row);
    const model = this.honest.models[chip];
    const { multiplicity } = model.chip.interactions[interaction];
    const free = multiplicity.terms.find(
      ([column]) => column < model.width && model.columnConstraints[column].length === 0 && model.columnInteractions[column].length === 1,
    );
    if (!free) return false;
    const [column] = free;
    const step = mul(neg(((excess % P) + P) % P), inv(coefficientOf(multiplicity, column)));
    this.set(lied, column, (lied.cells[column] + step) % P);
    return true;
  }

  /** The public values are the prover's claim. */
  private moveBoundary(list: readonly Excess[]): boolean {
    const taken = list.find(({ count, tuple }) => count < 0 && tuple[0] < this.publicValues.length / 8);
    if (!taken) return false;
    const [group, ...values] = taken.tuple;
    const before = [...this.publicValues.subarray(8 * group, 8 * group + 8)];
    this.addExcess(PUBLIC_BUS.name, [group, ...before], -1);
    this.publicValues.set(values, 8 * group);
    this.addExcess(PUBLIC_BUS.name, [group, ...values], 1);
    return true;
  }
}

/** Where a polynomial of degree 1 or 2 with these values at 0, 1, 2, 3 is 0. */
function rootsOf([zero, one, two, three]: readonly number[]): number[] {
  const [first, second, third] = [sub(one, zero), sub(two, one), sub(three, two)];
  const bend = sub(second, first);
  if (sub(third, second) !== bend) return [];
  if (bend === 0) return first === 0 ? [] : [neg(mul(zero, inv(first)))];
  const half = inv(2);
  const a = mul(bend, half);
  const b = sub(first, a);
  const root = sqrt(sub(mul(b, b), mul(4, mul(a, zero))));
  if (root === undefined) return [];
  const scale = inv(mul(2, a));
  return [mul(sub(root, b), scale), mul(sub(neg(root), b), scale)];
}

const stem = (name: string): string => name.replace(/\[\d+\]$/, '');

/** One solution of linear equations (coefficients, then the right side), free unknowns 0; undefined if there is none. */
function solve(equations: number[][], unknowns: number): number[] | undefined {
  const pivots: number[] = [];
  let rank = 0;
  for (let column = 0; column < unknowns && rank < equations.length; column++) {
    const at = equations.findIndex((equation, i) => i >= rank && equation[column] !== 0);
    if (at < 0) continue;
    [equations[rank], equations[at]] = [equations[at], equations[rank]];
    const scale = inv(equations[rank][column]);
    equations[rank] = equations[rank].map((value) => mul(value, scale));
    equations.forEach((equation, i) => {
      const factor = equation[column];
      if (i === rank || factor === 0) return;
      equations[i] = equation.map((value, c) => sub(value, mul(factor, equations[rank][c])));
    });
    pivots.push(column);
    rank++;
  }
  if (equations.slice(rank).some((equation) => equation[unknowns] !== 0)) return undefined;
  const solution: number[] = new Array(unknowns).fill(0);
  pivots.forEach((column, i) => {
    solution[column] = equations[i][unknowns];
  });
  return solution;
}

export function tryLie(
  honest: HonestBatch,
  lack: Lack,
  scope: Scope,
  row: number,
  random: Random,
  onStuck?: (what: string) => void,
): Lie | undefined {
  return new Attempt(honest, lack, scope, random).run(lack.chip, row, onStuck);
}
