/** Raise any cell of any active row of a true trace, and a constraint or bus notices; and no constraint is there for nothing. */
import { describe, expect, it } from 'vitest';
import { weirAir } from '../src/weirAir.ts';
import { idleConstraints, survivors } from './support/tamper.ts';
import { fill, smallBatch } from './support/world.ts';
import { EXEMPTIONS } from './tamperExemptions.ts';

const { traces } = fill(smallBatch());

/** Chips with tests of their own in test/chips: here a few rows of each, in their place in the whole. */
const SAMPLED = ['words', 'poseidon', 'schnorr', 'schnorrStep', 'schnorrTable'];
const SAMPLE_ROWS = 2;

function activeRows(chip: string): number[] {
  const j = weirAir.chips.findIndex(({ name }) => name === chip);
  const { columns, logHeight } = traces[j];
  const rows = Array.from({ length: 2 ** logHeight }, (_, row) => row).filter((row) => columns.some((cells) => cells[row] !== 0));
  return SAMPLED.includes(chip) || chip.startsWith('range') ? rows.slice(0, SAMPLE_ROWS) : rows;
}

function isExempt(chip: string, survivor: string): boolean {
  const [, column, row] = survivor.match(/^(\w+)(?:\[\d+\])? row (\d+)$/) as RegExpMatchArray;
  const j = weirAir.chips.findIndex(({ name }) => name === chip);
  const cell = (name: string): number => traces[j].columns[weirAir.chips[j].columnNames.indexOf(name)][Number(row)];
  return EXEMPTIONS.some((exemption) => exemption.chip === chip && exemption.columns.includes(column) && exemption.on(cell));
}

describe('every cell of every active row is bound', () => {
  for (const { name } of weirAir.chips) {
    it(name, () => {
      const rows = activeRows(name);
      expect(rows.length).toBeGreaterThan(0);
      expect(survivors(weirAir, traces, name, rows).filter((survivor) => !isExempt(name, survivor))).toEqual([]);
    });
  }
});

/** A raise of 1 or 2 leaves these satisfied: a carry of a sum of three is 0, 1 or 2. */
const NEEDS_A_LARGER_STEP = ['balance-covers/carry-0', 'balance-covers/carry-1'];

describe('every constraint refuses something', () => {
  for (const { name } of weirAir.chips.filter((chip) => !SAMPLED.includes(chip.name) && !chip.name.startsWith('range'))) {
    it(name, () => {
      expect(
        idleConstraints(weirAir, traces, name, activeRows(name)).filter((constraint) => !NEEDS_A_LARGER_STEP.includes(constraint)),
      ).toEqual([]);
    });
  }
});
