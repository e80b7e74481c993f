/**
 * Changes every cell of a valid trace, one at a time, and lists the changes that nobody would notice. A cell in that list is a forgotten
 * constraint, unless the chip's author can say why it is free.
 *
 * Fast because an AIR is row-local: all rows of a column are changed at once and judged separately. A change is noticed if a constraint
 * of its row fails, or if what the row puts on some bus changes: the rest of the trace balanced the old tuples, so it cannot balance others.
 */

import { add } from '@weir/crypto/field';
import type { Air, ChipTrace, CompiledChip, Interaction } from './ir.ts';
import { STRIP_ROWS, StripMachine, signed } from './strip.ts';

export interface UnnoticedChange {
  readonly chip: string;
  readonly column: string;
  readonly row: number;
}

export interface TamperOptions {
  /** Added to each cell, mod p; not 0. Default 1. */
  readonly delta?: number;
  /** Which rows must be protected (default: all). For example only active ones. */
  readonly rows?: (chip: string, row: number) => boolean;
  /** Columns that may be free, as `chip/column` or, for a whole group, `chip/group`. */
  readonly exempt?: Readonly<Record<string, string>>;
}

/** `traces` must satisfy the AIR. */
export function unnoticedChanges(air: Air, traces: readonly ChipTrace[], options: TamperOptions = {}): UnnoticedChange[] {
  const { delta = 1, rows = () => true, exempt = {} } = options;
  return air.chips.flatMap((chip, j) =>
    chip.columnNames.flatMap((column, c) => {
      if (`${chip.name}/${column}` in exempt || `${chip.name}/${column.replace(/\[\d+\]$/, '')}` in exempt) return [];
      return unnoticedRows(chip, traces[j], c, delta)
        .filter((row) => rows(chip.name, row))
        .map((row) => ({ chip: chip.name, column, row }));
    }),
  );
}

function unnoticedRows(chip: CompiledChip, trace: ChipTrace, column: number, delta: number): number[] {
  const height = 2 ** trace.logHeight;
  const changed = trace.columns.with(
    column,
    trace.columns[column].map((cell) => add(cell, delta)),
  );
  const before = new StripMachine(chip.program);
  const after = new StripMachine(chip.program);
  const affected = chip.interactions.filter((interaction) => mentions(interaction, column));
  const out: number[] = [];
  for (let from = 0; from < height; from += STRIP_ROWS) {
    const length = Math.min(STRIP_ROWS, height - from);
    const noticed = new Uint8Array(length);
    before.load(trace.columns, from, length);
    after.load(changed, from, length);
    after.run(length, (_, values) => {
      for (let i = 0; i < length; i++) noticed[i] |= values[i] === 0 ? 0 : 1;
    });
    const old = affected.map((interaction) => new StripTuples(before, interaction, length));
    const now = affected.map((interaction) => new StripTuples(after, interaction, length));
    for (let i = 0; i < length; i++) {
      if (noticed[i] === 0 && sameOnBuses(old, now, i)) out.push(from + i);
    }
  }
  return out;
}

function mentions({ multiplicity, tuple }: Interaction, column: number): boolean {
  return [multiplicity, ...tuple].some(({ terms }) => terms.some(([operand]) => operand === column));
}

/** One interaction's multiplicities and tuples on a strip. */
class StripTuples {
  private readonly bus: string;
  private readonly multiplicity: Uint32Array;
  private readonly tuple: readonly Uint32Array[];

  constructor(machine: StripMachine, { bus, multiplicity, tuple }: Interaction, length: number) {
    const [first, ...rest] = [multiplicity, ...tuple].map((form) => {
      const values = new Uint32Array(length);
      machine.linear(form, values, length);
      return values;
    });
    this.bus = bus;
    this.multiplicity = first;
    this.tuple = rest;
  }

  /** Adds `sign` times what the row puts on the bus. */
  addTo(sums: Map<string, number>, row: number, sign: number): void {
    const multiplicity = signed(this.multiplicity[row]);
    if (multiplicity === 0) return;
    const key = `${this.bus}:${this.tuple.map((values) => values[row]).join()}`;
    sums.set(key, (sums.get(key) ?? 0) + sign * multiplicity);
  }
}

function sameOnBuses(old: readonly StripTuples[], now: readonly StripTuples[], row: number): boolean {
  const sums = new Map<string, number>();
  for (const tuples of now) tuples.addTo(sums, row, 1);
  for (const tuples of old) tuples.addTo(sums, row, -1);
  return [...sums.values()].every((sum) => sum === 0);
}
