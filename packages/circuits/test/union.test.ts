/** Tables of several chips: what keeps a row that of one member. */

import { P } from '@weir/crypto/field';
import { checkTraces } from '@weir/stark/air/check';
import { withoutConstraint } from '@weir/stark/air/compileAir';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { assemble, UNIONS, weirAir } from '../src/weirAir.ts';
import { survivors } from './support/tamper.ts';
import { fill, movingBatch, smallBatch } from './support/world.ts';

const [requests] = UNIONS;
const { publicValues, traces } = fill(smallBatch());
const honest = assemble(traces);

const columnOf = (member: string, column: string): number => requests.chip.columnNames.indexOf(`${member}.${column}`);
function changed(change: (columns: readonly Uint32Array[]) => void): ChipTrace[] {
  const copy = honest.map((trace) => ({ ...trace, columns: trace.columns.map((cells) => cells.slice()) }));
  change(copy[0].columns);
  return copy;
}
const names = (tampered: readonly ChipTrace[], air: Air = weirAir): string[] => [
  ...new Set(
    checkTraces(air, tampered, publicValues, { maxFailures: 500 }).map((failure) =>
      failure.kind === 'constraint' ? failure.constraint : failure.kind,
    ),
  ),
];

/** xorshift32 */
function random(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

describe('a table of several chips', () => {
  it('has each member’s columns once, and shares what no multiplicity reads', () => {
    for (const { chip, members, layout } of UNIONS) {
      for (const [i, places] of layout.entries()) expect(new Set(places).size).toBe(members[i].chip.columnNames.length);
      const widest = Math.max(...members.map((member) => member.chip.columnNames.length));
      const each = members.reduce((sum, member) => sum + member.chip.columnNames.length, 0);
      expect(chip.columnNames.length).toBeLessThan(Math.max(widest * 1.7, each / 2));
    }
  });

  it('refuses a row of two members', () => {
    // A padding row that claims to be two.
    const row = honest[0].columns[0].length - 1;
    const tampered = changed((columns) => {
      columns[columnOf('clearing', 'active')][row] = 1;
      columns[columnOf('withdrawal', 'active')][row] = 1;
    });
    expect(names(tampered)).toContain('at-most-one-member');
  });

  // Why no false trace passes without at-most-one-member: two members on one row are bound by all that binds either alone.
  it('asks of a row of two members what it asks of either, even without at-most-one-member', () => {
    const without = withoutConstraint(weirAir, 'requests', 'at-most-one-member');
    const row = honest[0].columns[0].length - 1;
    const below = random(31);
    const { members, layout, chip } = requests;
    const isOwn = (column: number): boolean => !chip.columnNames[column].startsWith('shared[');
    const failuresOf = (cells: Readonly<Record<number, number>>): string[] => {
      const tampered = changed((columns) => {
        for (const [column, cell] of Object.entries(cells)) columns[Number(column)][row] = cell;
      });
      return checkTraces(without, tampered, publicValues, { maxFailures: 2_000 })
        .flatMap((failure) =>
          failure.kind === 'constraint' && failure.chip === chip.name && failure.row === row ? [failure.constraint] : [],
        )
        .sort();
    };
    let seen = 0;
    for (let round = 0; round < 8; round++) {
      const pair = [below(members.length), below(members.length)];
      if (pair[0] === pair[1]) continue;
      const shared = Object.fromEntries(chip.columnNames.flatMap((_, column) => (isOwn(column) ? [] : [[column, below(P)]])));
      const own = pair.map((i) => {
        const { active } = members[i];
        const flag = layout[i][members[i].chip.columnNames.indexOf(active[below(active.length)])];
        return { ...Object.fromEntries(layout[i].filter(isOwn).map((column) => [column, below(4) === 0 ? below(P) : 0])), [flag]: 1 };
      });
      const alone = own.map((cells) => failuresOf({ ...shared, ...cells }));
      seen += alone.flat().length;
      expect(failuresOf({ ...shared, ...own[0], ...own[1] }), `${members[pair[0]].chip.name} and ${members[pair[1]].chip.name}`).toEqual(
        [...new Set(alone.flat())].sort(),
      );
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('refuses a multiplicity of one member on a row of another, by its rests-constraint alone where no bus tells', () => {
    // A prefix that nobody asked for, given on a row of an opening, and taken there as often.
    const tampered = changed((columns) => {
      columns[columnOf('prefix', 'uses')][0] = 1;
    });
    expect(names(tampered)).toContain('prefix/uses-rests');
  });

  it('notices every own column of every member on every row of the others', () => {
    const idle = new Set(
      UNIONS.flatMap(({ members }) => members.flatMap(({ chip, own = [] }) => own.map((name) => `${chip.name}.${name}`))),
    );
    for (const batch of [honest, assemble(fill(movingBatch()).traces)]) {
      const rows = Array.from({ length: 60 }, (_, row) => row);
      const free = survivors(weirAir, batch, 'requests', rows).filter((survivor) => {
        const [, column] = survivor.match(/^(.+?)(?:\[\d+\])? row \d+$/) as RegExpMatchArray;
        return column !== 'shared' && !idle.has(column);
      });
      expect(free).toEqual([]);
    }
  });
});
