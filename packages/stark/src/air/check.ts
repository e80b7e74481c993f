/**
 * The trace checker: names every failing (chip, row, constraint) and every unbalanced bus with the offending tuples.
 *
 * It decides exactly what the proof shows with high probability, without challenges: constraints are 0 on every row, and on
 * every bus each tuple's multiplicities cancel. The proof cancels them mod p; the checker sums them as integers as well, and
 * reports a sum that is a nonzero multiple of p, because then p occurrences would hide a tuple.
 */

import { P } from '@weir/crypto/field';
import { PUBLIC_BUS } from './compileAir.ts';
import type { Air, ChipTrace, CompiledChip, Interaction, LinearForm } from './ir.ts';
import { STRIP_ROWS, StripMachine, signed } from './strip.ts';

export interface TupleSource {
  /** `public values` for the boundary tuples. */
  readonly chip: string;
  readonly interaction: string;
  readonly row: number;
  /** Signed: positive = sent. */
  readonly multiplicity: number;
}

export type Failure =
  | { readonly kind: 'constraint'; readonly chip: string; readonly row: number; readonly constraint: string; readonly value: number }
  | {
      readonly kind: 'bus';
      readonly bus: string;
      readonly tuple: readonly number[];
      /** What is left over: positive = sent and never received. A multiple of p means that it would wrap to 0 in the field. */
      readonly excess: number;
      /** The first few rows that touch this tuple. */
      readonly sources: readonly TupleSource[];
    }
  | { readonly kind: 'shape'; readonly chip: string; readonly message: string };

export interface CheckOptions {
  /** Only constraints of these chips, and only the buses that they touch. */
  readonly onlyChips?: readonly string[];
  /** Only balance these buses. */
  readonly onlyBuses?: readonly string[];
  /** Stop after this many failures (default 100). */
  readonly maxFailures?: number;
}

/** One line per failure: `transfers/balance-does-not-go-negative fails at row 3 (value 17)`. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'constraint':
      return `${failure.chip}/${failure.constraint} fails at row ${failure.row} (value ${failure.value})`;
    case 'bus': {
      const from = failure.sources.map((s) => `${s.chip}/${s.interaction} row ${s.row} × ${s.multiplicity}`).join(', ');
      return `bus ${failure.bus}: tuple (${failure.tuple.join(', ')}) is off by ${failure.excess} [${from}]`;
    }
    case 'shape':
      return `${failure.chip}: ${failure.message}`;
  }
}

/** Empty = the trace satisfies the AIR. `traces[j]` belongs to `air.chips[j]`; `publicValues` holds 8 per group. */
export function checkTraces(air: Air, traces: readonly ChipTrace[], publicValues: Uint32Array, options: CheckOptions = {}): Failure[] {
  const maxFailures = options.maxFailures ?? 100;
  const shape = shapeFailures(air, traces, publicValues);
  if (shape.length > 0) return shape;

  const failures: Failure[] = [];
  const wanted = (chip: CompiledChip): boolean => options.onlyChips?.includes(chip.name) ?? true;
  air.chips.forEach((chip, j) => {
    if (wanted(chip)) checkConstraints(chip, traces[j], failures, maxFailures);
  });

  const buses = new Set(options.onlyBuses ?? air.chips.filter(wanted).flatMap((chip) => chip.interactions.map(({ bus }) => bus)));
  if (options.onlyChips === undefined && options.onlyBuses === undefined && air.publicGroups > 0) buses.add(PUBLIC_BUS.name);
  for (const bus of buses) {
    if (failures.length >= maxFailures) break;
    checkBus(air, traces, publicValues, bus, failures, maxFailures);
  }
  return failures;
}

function shapeFailures(air: Air, traces: readonly ChipTrace[], publicValues: Uint32Array): Failure[] {
  const failures: Failure[] = [];
  const fail = (chip: string, message: string): void => {
    failures.push({ kind: 'shape', chip, message });
  };
  if (traces.length !== air.chips.length) fail(air.name, `${traces.length} traces for ${air.chips.length} chips`);
  if (publicValues.length !== 8 * air.publicGroups)
    fail(air.name, `${publicValues.length} public values for ${air.publicGroups} groups of 8`);
  if (publicValues.some((value) => value >= P)) fail(air.name, 'a public value is not below p');
  air.chips.forEach((chip, j) => {
    const trace = traces[j];
    if (trace === undefined) return;
    if (trace.logHeight < chip.minLogHeight || trace.logHeight > chip.maxLogHeight) {
      fail(chip.name, `height 2^${trace.logHeight} outside 2^${chip.minLogHeight} … 2^${chip.maxLogHeight}`);
    }
    if (trace.columns.length !== chip.columnNames.length)
      fail(chip.name, `${trace.columns.length} columns, expected ${chip.columnNames.length}`);
    trace.columns.forEach((cells, c) => {
      if (cells.length !== 2 ** trace.logHeight) fail(chip.name, `${chip.columnNames[c]} has ${cells.length} cells`);
      const row = firstAtLeastP(cells);
      if (row >= 0) fail(chip.name, `${chip.columnNames[c]} at row ${row} is not below p`);
    });
  });
  return failures;
}

function firstAtLeastP(cells: Uint32Array): number {
  for (let row = 0; row < cells.length; row++) if (cells[row] >= P) return row;
  return -1;
}

function checkConstraints(chip: CompiledChip, trace: ChipTrace, failures: Failure[], maxFailures: number): void {
  const machine = new StripMachine(chip.program);
  const height = 2 ** trace.logHeight;
  for (let from = 0; from < height && failures.length < maxFailures; from += STRIP_ROWS) {
    const length = Math.min(STRIP_ROWS, height - from);
    const found: Extract<Failure, { kind: 'constraint' }>[] = [];
    machine.load(trace.columns, from, length);
    machine.run(length, (constraint, values) => {
      for (let i = 0; i < length; i++) {
        if (values[i] !== 0) {
          found.push({
            kind: 'constraint',
            chip: chip.name,
            row: from + i,
            constraint: chip.constraintNames[constraint],
            value: values[i],
          });
        }
      }
    });
    const order = new Map(chip.constraintNames.map((name, k) => [name, k]));
    found.sort((a, b) => a.row - b.row || (order.get(a.constraint) as number) - (order.get(b.constraint) as number));
    failures.push(...found.slice(0, maxFailures - failures.length));
  }
}

/** Calls `visit(multiplicity, tuple)` for each strip: values of one interaction on rows `from … from + length − 1`. */
function forEachStrip(
  chip: CompiledChip,
  trace: ChipTrace,
  interaction: Interaction,
  visit: (multiplicity: Uint32Array, tuple: readonly Uint32Array[], from: number, length: number) => void,
): void {
  const machine = new StripMachine({ ...chip.program, registers: 0 });
  const height = 2 ** trace.logHeight;
  const multiplicity = new Uint32Array(STRIP_ROWS);
  const scratch = interaction.tuple.map(() => new Uint32Array(STRIP_ROWS));
  for (let from = 0; from < height; from += STRIP_ROWS) {
    const length = Math.min(STRIP_ROWS, height - from);
    machine.load(trace.columns, from, length);
    machine.linear(interaction.multiplicity, multiplicity, length);
    if (allZero(multiplicity, length)) continue;
    const tuple = interaction.tuple.map((form, i) => {
      const plain = singleOperand(form);
      if (plain !== undefined) return machine.values[plain];
      machine.linear(form, scratch[i], length);
      return scratch[i];
    });
    visit(multiplicity, tuple, from, length);
  }
}

function allZero(values: Uint32Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (values[i] !== 0) return false;
  return true;
}

function singleOperand({ constant, terms }: LinearForm): number | undefined {
  return constant === 0 && terms.length === 1 && terms[0][1] === 1 ? terms[0][0] : undefined;
}

function checkBus(
  air: Air,
  traces: readonly ChipTrace[],
  publicValues: Uint32Array,
  bus: string,
  failures: Failure[],
  maxFailures: number,
): void {
  const table = new TupleTable(air.buses[bus].length);
  const forEachInteraction = (visit: (chip: CompiledChip, trace: ChipTrace, interaction: Interaction) => void): void =>
    air.chips.forEach((chip, j) => {
      for (const interaction of chip.interactions) if (interaction.bus === bus) visit(chip, traces[j], interaction);
    });

  forEachInteraction((chip, trace, interaction) =>
    forEachStrip(chip, trace, interaction, (multiplicity, tuple, _, length) => table.addStrip(tuple, multiplicity, length)),
  );
  const publicTuples =
    bus === PUBLIC_BUS.name ? Array.from({ length: air.publicGroups }, (_, t) => [t, ...publicValues.slice(8 * t, 8 * t + 8)]) : [];
  for (const tuple of publicTuples) table.add(tuple, 1);

  const unbalanced = table.unbalanced(maxFailures - failures.length);
  if (unbalanced.length === 0) return;

  const sources = new Map<string, TupleSource[]>(unbalanced.map(({ tuple }) => [tuple.join(), []]));
  const MAX_SOURCES = 4;
  publicTuples.forEach((tuple, row) => {
    sources.get(tuple.join())?.push({ chip: 'public values', interaction: 'group', row, multiplicity: 1 });
  });
  forEachInteraction((chip, trace, interaction) =>
    forEachStrip(chip, trace, interaction, (multiplicity, tuple, from, length) => {
      for (let i = 0; i < length; i++) {
        if (multiplicity[i] === 0) continue;
        const list = sources.get(tuple.map((values) => values[i]).join());
        if (list === undefined || list.length >= MAX_SOURCES) continue;
        list.push({ chip: chip.name, interaction: interaction.name, row: from + i, multiplicity: signed(multiplicity[i]) });
      }
    }),
  );
  for (const { tuple, excess } of unbalanced) {
    failures.push({ kind: 'bus', bus, tuple, excess, sources: sources.get(tuple.join()) ?? [] });
  }
}

/** Open-addressing hash table from tuples (compared exactly) to integer sums of signed multiplicities. */
class TupleTable {
  private readonly length: number;
  private capacity = 1 << 10;
  private size = 0;
  private slots = new Int32Array(this.capacity).fill(-1);
  private tuples: Uint32Array;
  private sums = new Float64Array(this.capacity / 2);

  constructor(length: number) {
    this.length = length;
    this.tuples = new Uint32Array((length * this.capacity) / 2);
  }

  addStrip(tuple: readonly Uint32Array[], multiplicity: Uint32Array, length: number): void {
    const one: number[] = new Array(this.length);
    for (let row = 0; row < length; row++) {
      if (multiplicity[row] === 0) continue;
      for (let i = 0; i < this.length; i++) one[i] = tuple[i][row];
      this.add(one, signed(multiplicity[row]));
    }
  }

  add(tuple: readonly number[], multiplicity: number): void {
    const slot = this.find(tuple);
    if (this.slots[slot] < 0) {
      this.slots[slot] = this.size;
      this.tuples.set(tuple, this.size * this.length);
      this.sums[this.size++] = multiplicity;
      if (2 * this.size >= this.capacity) this.grow();
    } else this.sums[this.slots[slot]] += multiplicity;
  }

  unbalanced(limit: number): { readonly tuple: readonly number[]; readonly excess: number }[] {
    const out = [];
    for (let id = 0; id < this.size && out.length < limit; id++) {
      if (this.sums[id] !== 0)
        out.push({ tuple: [...this.tuples.subarray(id * this.length, (id + 1) * this.length)], excess: this.sums[id] });
    }
    return out;
  }

  private hash(tuple: ArrayLike<number>, offset: number): number {
    let hash = 0x9e3779b9;
    for (let i = 0; i < this.length; i++) {
      hash = Math.imul(hash ^ tuple[offset + i], 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return hash & (this.capacity - 1);
  }

  private find(tuple: readonly number[]): number {
    let slot = this.hash(tuple, 0);
    while (this.slots[slot] >= 0 && !this.equals(this.slots[slot], tuple)) slot = (slot + 1) & (this.capacity - 1);
    return slot;
  }

  private equals(id: number, tuple: readonly number[]): boolean {
    const offset = id * this.length;
    for (let i = 0; i < this.length; i++) if (this.tuples[offset + i] !== tuple[i]) return false;
    return true;
  }

  private grow(): void {
    this.capacity *= 2;
    const tuples = new Uint32Array((this.length * this.capacity) / 2);
    tuples.set(this.tuples);
    this.tuples = tuples;
    const sums = new Float64Array(this.capacity / 2);
    sums.set(this.sums);
    this.sums = sums;
    this.slots = new Int32Array(this.capacity).fill(-1);
    for (let id = 0; id < this.size; id++) {
      let slot = this.hash(this.tuples, id * this.length);
      while (this.slots[slot] >= 0) slot = (slot + 1) & (this.capacity - 1);
      this.slots[slot] = id;
    }
  }
}
