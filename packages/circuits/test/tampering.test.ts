/** Raise any cell of any active row of a true trace, and a constraint or bus notices; and no constraint is there for nothing. */
import type { ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { type Union, usedRows } from '../src/chips/union.ts';
import { assemble, CHIPS, UNIONS, weirAir } from '../src/weirAir.ts';
import { BATCHES } from './support/batches.ts';
import { idleConstraints, survivors } from './support/tamper.ts';
import { fill } from './support/world.ts';
import { EXEMPTIONS } from './tamperExemptions.ts';

const filled = BATCHES.map((batch) => {
  const { traces: own } = fill(batch());
  return { own, traces: assemble(own) };
});

const unionOf = (chip: string): Union | undefined => UNIONS.find(({ members }) => members.some((member) => member.chip.name === chip));

/** Chips with tests of their own in test/chips: here a few rows of each, in their place in the whole. */
const SAMPLED = ['words', 'poseidon', 'schnorr', 'schnorrStep'];
const SAMPLE_ROWS = 2;
/** Of the others, in each batch. */
const MOST_ROWS = 100;

/** A chip's rows: of its own table, or of the union that it is a member of. */
interface Active {
  readonly traces: readonly ChipTrace[];
  /** The table in `weirAir`. */
  readonly table: string;
  readonly rows: readonly number[];
  /** Rows of the chip's own trace. */
  readonly from: number;
}

const position = (chips: readonly { readonly name: string }[], chip: string): number => chips.findIndex(({ name }) => name === chip);

/** The chip's active rows in each batch that has any. */
function activeIn(chip: string): Active[] {
  const most = SAMPLED.includes(chip) || chip.startsWith('range') ? SAMPLE_ROWS : MOST_ROWS;
  const union = unionOf(chip);
  const found = filled.flatMap(({ own, traces }): Active[] => {
    const rows = Math.min(most, usedRows(own[position(CHIPS, chip)]));
    if (rows === 0) return [];
    let from = 0;
    for (const member of union?.members ?? []) {
      if (member.chip.name === chip) break;
      from += usedRows(own[position(CHIPS, member.chip.name)]);
    }
    return [{ traces, table: union?.chip.name ?? chip, rows: Array.from({ length: rows }, (_, i) => from + i), from }];
  });
  if (found.length === 0) throw new Error(`no batch of test/support/batches.ts has an active row of ${chip}`);
  return found;
}

/** The chip's columns in its table: by the table's column name, the chip's. */
function columnsIn(chip: string): Map<string, string> {
  const { columnNames } = CHIPS[position(CHIPS, chip)];
  const union = unionOf(chip);
  const layout =
    union?.layout[
      position(
        union.members.map((member) => member.chip),
        chip,
      )
    ];
  return new Map(columnNames.map((name, i) => [layout === undefined ? name : (union as Union).chip.columnNames[layout[i]], name]));
}

/** Columns that are a member's own only so that its constraint holds elsewhere with 0: no bus reads them. */
const IDLE = UNIONS.flatMap(({ members }) => members.flatMap(({ chip, own = [] }) => own.map((name) => `${chip.name}.${name}`)));
const isIdle = (column: string): boolean => IDLE.includes(column.replace(/\[\d+\]$/, ''));

/** Cells of the chip's rows that can be raised unnoticed, under the chip's own column names; unused shared columns hold nothing. */
function unnoticed(chip: string): string[] {
  const columns = columnsIn(chip);
  return activeIn(chip).flatMap(({ traces, table, rows }) => {
    const trace = traces[position(weirAir.chips, table)];
    return survivors(weirAir, traces, table, rows).flatMap((survivor) => {
      const [, column, row] = survivor.match(/^(.+) row (\d+)$/) as RegExpMatchArray;
      const name = columns.get(column);
      if (name === undefined) return column.startsWith('shared[') || isIdle(column) ? [] : [survivor];
      const cell = (of: string): number => {
        const [at] = [...columns].find(([, own]) => own === of) as [string, string];
        return trace.columns[weirAir.chips[position(weirAir.chips, table)].columnNames.indexOf(at)][Number(row)];
      };
      const plain = name.replace(/\[\d+\]$/, '');
      return EXEMPTIONS.some((one) => one.chip === chip && one.columns.includes(plain) && one.on(cell)) ? [] : [`${name} row ${row}`];
    });
  });
}

describe('every cell of every active row is bound', () => {
  for (const { name } of CHIPS) {
    it(name, () => {
      expect(unnoticed(name)).toEqual([]);
    });
  }
});

/** A raise of 1 or 2 leaves these satisfied: a carry of a sum of three is 0, 1 or 2. */
const NEEDS_A_LARGER_STEP = ['balance-covers/carry-0', 'balance-covers/carry-1', 'filled-grows/carry-0', 'filled-grows/carry-1'];

describe('every constraint refuses something', () => {
  for (const { name } of CHIPS.filter((chip) => !SAMPLED.includes(chip.name) && !chip.name.startsWith('range'))) {
    it(name, () => {
      const idle = activeIn(name)
        .map(({ traces, table, rows }) => idleConstraints(weirAir, traces, table, rows))
        .reduce((some, others) => some.filter((constraint) => others.includes(constraint)));
      const own =
        unionOf(name) === undefined ? idle : idle.flatMap((full) => (full.startsWith(`${name}/`) ? [full.slice(name.length + 1)] : []));
      expect(own.filter((constraint) => !NEEDS_A_LARGER_STEP.includes(constraint))).toEqual([]);
    });
  }
});
