/** Raise any cell of any active row of a true trace, and a constraint or bus notices; and no constraint is there for nothing. */
import type { ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { weirAir } from '../src/weirAir.ts';
import { BATCHES } from './support/batches.ts';
import { idleConstraints, survivors } from './support/tamper.ts';
import { fill } from './support/world.ts';
import { EXEMPTIONS } from './tamperExemptions.ts';

const filled = BATCHES.map((batch) => fill(batch()).traces);

/** Chips with tests of their own in test/chips: here a few rows of each, in their place in the whole. */
const SAMPLED = ['words', 'poseidon', 'schnorr', 'schnorrStep'];
const SAMPLE_ROWS = 2;
/** Of the others, in each batch. */
const MOST_ROWS = 100;

interface Active {
  readonly traces: readonly ChipTrace[];
  readonly rows: readonly number[];
}

/** The chip's active rows in each batch that has any. */
function activeIn(chip: string): Active[] {
  const j = weirAir.chips.findIndex(({ name }) => name === chip);
  const found = filled.flatMap((traces): Active[] => {
    const { columns, logHeight } = traces[j];
    const rows = Array.from({ length: 2 ** logHeight }, (_, row) => row).filter((row) => columns.some((cells) => cells[row] !== 0));
    return rows.length === 0
      ? []
      : [{ traces, rows: rows.slice(0, SAMPLED.includes(chip) || chip.startsWith('range') ? SAMPLE_ROWS : MOST_ROWS) }];
  });
  if (found.length === 0) throw new Error(`no batch of test/support/batches.ts has an active row of ${chip}`);
  return found;
}

function isExempt(chip: string, traces: readonly ChipTrace[], survivor: string): boolean {
  const [, column, row] = survivor.match(/^(\w+)(?:\[\d+\])? row (\d+)$/) as RegExpMatchArray;
  const j = weirAir.chips.findIndex(({ name }) => name === chip);
  const cell = (name: string): number => traces[j].columns[weirAir.chips[j].columnNames.indexOf(name)][Number(row)];
  return EXEMPTIONS.some((exemption) => exemption.chip === chip && exemption.columns.includes(column) && exemption.on(cell));
}

describe('every cell of every active row is bound', () => {
  for (const { name } of weirAir.chips) {
    it(name, () => {
      for (const { traces, rows } of activeIn(name)) {
        expect(survivors(weirAir, traces, name, rows).filter((survivor) => !isExempt(name, traces, survivor))).toEqual([]);
      }
    });
  }
});

/** A raise of 1 or 2 leaves these satisfied: a carry of a sum of three is 0, 1 or 2. */
const NEEDS_A_LARGER_STEP = ['balance-covers/carry-0', 'balance-covers/carry-1', 'filled-grows/carry-0', 'filled-grows/carry-1'];

describe('every constraint refuses something', () => {
  for (const { name } of weirAir.chips.filter((chip) => !SAMPLED.includes(chip.name) && !chip.name.startsWith('range'))) {
    it(name, () => {
      const idle = activeIn(name)
        .map(({ traces, rows }) => idleConstraints(weirAir, traces, name, rows))
        .reduce((some, others) => some.filter((constraint) => others.includes(constraint)));
      expect(idle.filter((constraint) => !NEEDS_A_LARGER_STEP.includes(constraint))).toEqual([]);
    });
  }
});
