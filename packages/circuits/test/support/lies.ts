/** False traces that are written by hand: a lie after some part is filled, and the constraints that alone stop it. */
import type { ChipTrace } from '@weir/stark/air/ir';
import { expect } from 'vitest';
import { Ledger } from '../../src/trace/ledger.ts';
import type { BatchWitness } from '../../src/trace/witness.ts';
import { CHIPS, PARTS, weirAir } from '../../src/weirAir.ts';
import { type Filled, failureNames, without } from './world.ts';

/** Reads and writes cells by chip and column. */
export function cells(traces: readonly ChipTrace[], chip: string) {
  const j = CHIPS.findIndex(({ name }) => name === chip);
  const column = (name: string): Uint32Array => traces[j].columns[CHIPS[j].columnNames.indexOf(name)];
  return {
    get: (name: string, row: number): number => column(name)[row],
    set(name: string, row: number, value: number): void {
      column(name)[row] = value;
    },
    group: (name: string, row: number, length: number): number[] => Array.from({ length }, (_, i) => column(`${name}[${i}]`)[row]),
  };
}

type Lie = (traces: ChipTrace[], ledger: Ledger) => void;

/** Fills part by part; `lie` sees the traces so far after the part that holds `chip`. */
export const fillWithLie = (witness: BatchWitness, chip: string, lie: Lie): Filled => fillWithLies(witness, { [chip]: lie });

export function fillWithLies(witness: BatchWitness, lies: Readonly<Record<string, Lie>>): Filled {
  const ledger = new Ledger();
  const traces: ChipTrace[] = [];
  for (const part of PARTS) {
    traces.push(...part.fill(witness, ledger));
    for (const { name } of part.chips) lies[name]?.(traces, ledger);
  }
  return { witness, traces, publicValues: Uint32Array.from(witness.binding.publicValues) };
}

export function expectStoppedOnlyBy(filled: Filled, chip: string, constraints: readonly string[]): void {
  const stopping = failureNames(filled);
  expect(stopping.length).toBeGreaterThan(0);
  expect(constraints.map((name) => `${chip}/${name}`)).toEqual(expect.arrayContaining(stopping));
  const mutant = constraints.reduce((air, name) => without(air, chip, name), weirAir);
  expect(failureNames(filled, mutant)).toEqual([]);
}
