/**
 * What chip tests share: driver chips that stand for the rest of the circuit on one bus, and the cell flipper.
 *
 * Flipping one cell of a balanced trace changes one row only, so instead of balancing whole buses again it is enough to see whether a
 * constraint of that row fails or the row's own contribution to some bus changes.
 */
import { P } from '@weir/crypto/field';
import { defineChip, group, logHeightFor, newTrace } from '@weir/stark/air/builder';
import { checkTraces } from '@weir/stark/air/check';
import type { Air, ChipTrace, CompiledChip } from '@weir/stark/air/ir';
import { StripMachine, signed } from '@weir/stark/air/strip';

/** A chip that only gives (or takes) the tuples that its rows list. */
export function driverChip(name: string, bus: string, direction: 'send' | 'receive', length: number) {
  return defineChip({
    name,
    minLogHeight: 0,
    maxLogHeight: 20,
    columns: ['multiplicity', group('tuple', length)],
    build(b) {
      b[direction](bus, b.col.multiplicity, b.col.tuple, direction);
    },
  });
}

export type DriverChip = ReturnType<typeof driverChip>;

/** Each tuple with multiplicity 1. */
export function driverTrace(chip: DriverChip, tuples: readonly (readonly number[])[]): ChipTrace {
  const trace = newTrace(chip, logHeightFor(chip, tuples.length));
  tuples.forEach((tuple, row) => {
    for (const [i, value] of [1, ...tuple].entries()) trace.columns[i][row] = value;
  });
  return trace;
}

/** The distinct names of what fails: `chip/constraint` and `bus NAME`. */
export function failing(air: Air, traces: readonly ChipTrace[], publicValues = new Uint32Array(8 * air.publicGroups)): string[] {
  const names = checkTraces(air, traces, publicValues, { maxFailures: 2000 }).map((failure) => {
    if (failure.kind === 'constraint') return `${failure.chip}/${failure.constraint}`;
    return failure.kind === 'bus' ? `bus ${failure.bus}` : `shape ${failure.message}`;
  });
  return [...new Set(names)].sort();
}

/** The row's constraints that fail, and what it puts on the buses (`bus:tuple` → signed multiplicity). */
class RowView {
  private readonly chip: CompiledChip;
  private readonly machine: StripMachine;
  private readonly scratch = new Uint32Array(1);

  constructor(chip: CompiledChip) {
    this.chip = chip;
    this.machine = new StripMachine(chip.program);
  }

  read(trace: ChipTrace, row: number): { readonly fails: boolean; readonly contribution: string } {
    this.machine.load(trace.columns, row, 1);
    let fails = false;
    this.machine.run(1, (_, values) => {
      fails ||= values[0] !== 0;
    });
    const totals = new Map<string, number>();
    const linear = (form: Parameters<StripMachine['linear']>[0]): number => {
      this.machine.linear(form, this.scratch, 1);
      return this.scratch[0];
    };
    for (const { bus, multiplicity, tuple } of this.chip.interactions) {
      const count = signed(linear(multiplicity));
      if (count === 0) continue;
      const key = `${bus}:${tuple.map(linear).join()}`;
      totals.set(key, (totals.get(key) ?? 0) + count);
    }
    const lines = [...totals].filter(([, count]) => count !== 0).map(([key, count]) => `${key}×${count}`);
    return { fails, contribution: lines.sort().join(' ') };
  }
}

/** Cells of the chip, in the given rows, that can be raised by one without a constraint or a bus noticing. */
export function survivors(air: Air, traces: readonly ChipTrace[], chipName: string, rows: readonly number[]): string[] {
  const j = air.chips.findIndex(({ name }) => name === chipName);
  const view = new RowView(air.chips[j]);
  const trace = traces[j];
  const out: string[] = [];
  for (const row of rows) {
    const before = view.read(trace, row);
    trace.columns.forEach((cells, c) => {
      const honest = cells[row];
      cells[row] = (honest + 1) % P;
      const after = view.read(trace, row);
      cells[row] = honest;
      if (!after.fails && after.contribution === before.contribution) out.push(`${air.chips[j].columnNames[c]} row ${row}`);
    });
  }
  return out;
}

/** Constraints of the chip that no raised cell of these rows can break: constraints that say nothing. */
export function idleConstraints(air: Air, traces: readonly ChipTrace[], chipName: string, rows: readonly number[]): string[] {
  const j = air.chips.findIndex(({ name }) => name === chipName);
  const { constraintNames, program } = air.chips[j];
  const idle = new Set(constraintNames);
  const machine = new StripMachine(program);
  for (const row of rows) {
    for (const cells of traces[j].columns) {
      const honest = cells[row];
      // 2 as well as 1: a bit raised from 0 to 1 is still a bit.
      for (const raise of [1, 2]) {
        cells[row] = (honest + raise) % P;
        machine.load(traces[j].columns, row, 1);
        machine.run(1, (constraint, values) => {
          if (values[0] !== 0) idle.delete(constraintNames[constraint]);
        });
      }
      cells[row] = honest;
    }
  }
  return [...idle];
}

/** A copy of the traces that can be written to without touching the original. */
export function cloneTraces(traces: readonly ChipTrace[]): ChipTrace[] {
  return traces.map((trace) => ({ ...trace, columns: trace.columns.map((cells) => cells.slice()) }));
}
