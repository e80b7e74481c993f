import { add, P } from '@weir/crypto/field';
import { domainConstants, feedForward } from '@weir/crypto/poseidon';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import { poseidonCells } from '@weir/stark/air/gadgets';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { poseidonChip } from '../../src/chips/poseidon/air.ts';
import { Compressions } from '../../src/chips/poseidon/trace.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { newRangeCounts, rangeTraces } from '../../src/chips/range/trace.ts';
import { cloneTraces, driverChip, driverTrace, failing, idleConstraints, survivors } from '../support/tamper.ts';

let seed = 1;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const randomX = (): number[] => Array.from({ length: 16 }, () => random(P));

describe('the poseidon chip', () => {
  const user = driverChip('user', 'compress', 'send', 25);
  const air = compileAir({ name: 'poseidon-test', buses, chips: [poseidonChip, user], publicGroups: 0 });
  const compressions = new Compressions();
  const lookups = Array.from({ length: 12 }, (_, i) => {
    const x = i === 11 ? new Array<number>(16).fill(P - 1) : randomX();
    return [i * 3, ...x, ...compressions.compress(i * 3, x)];
  });
  lookups.push([...lookups[4]]);
  compressions.compress(lookups[4][0], lookups[4].slice(1, 17));
  const traces = [compressions.trace(), driverTrace(user, lookups)];
  const { index } = poseidonChip;

  it('has at most 168 columns and one interaction', () => {
    expect(air.chips[0].columnNames.length).toBeLessThanOrEqual(168);
    expect(air.chips[0].interactions.length).toBe(1);
  });

  it('keeps its rows in order beyond one block of records', () => {
    const many = new Compressions();
    const x = (row: number): number[] => Array.from({ length: 16 }, (_, i) => (i === 3 ? row : i));
    for (let row = 0; row < 4_130; row++) many.compress(row % 7, x(row));
    expect(many.compress(4_100 % 7, x(4_100))).toEqual([...feedForward(4_100 % 7, x(4_100))]);
    const { columns } = many.trace();
    const { index } = poseidonChip;
    for (const row of [0, 31, 32, 4_095, 4_096, 4_129]) {
      expect([columns[index.domain][row], ...index.x.map((column) => columns[column][row])], `row ${row}`).toEqual([row % 7, ...x(row)]);
    }
    expect([4_099, 4_100, 4_130].map((row) => columns[index.multiplicity][row])).toEqual([1, 2, 0]);
  });

  it('gives what crypto computes, one row per distinct compression', () => {
    for (const tuple of lookups) expect(tuple.slice(17)).toEqual(feedForward(tuple[0], tuple.slice(1, 17)));
    expect(compressions.rows).toBe(12);
    expect(traces[0].columns[index.multiplicity][4]).toBe(2);
  });

  it('commits the S-boxes of the plain permutation', () => {
    for (const [row, [domain, ...x]] of lookups.slice(0, 12).entries()) {
      const constants = domainConstants(domain);
      const { sboxes } = poseidonCells(constants.map((constant, i) => add(x[i], constant)));
      expect(index.sbox.map((column) => traces[0].columns[column][row])).toEqual(Array.from(sboxes));
    }
  });

  it('accepts true rows', () => {
    expect(failing(air, traces)).toEqual([]);
  });

  it('has no idle constraint: each is broken by some flipped cell', () => {
    expect(idleConstraints(air, traces, 'poseidon', [0])).toEqual([]);
  });

  it('names a failure for every flipped cell, padding included', () => {
    expect(survivors(air, traces, 'poseidon', [0, 4, 11, 12, 15])).toEqual([]);
  });

  it('refuses an S-box that is not a cube, in every round; without its constraint the hash could be forged', () => {
    for (const [cell, name] of [
      [0, 'round0-lane0'],
      [70, 'round10-lane0'],
      [147, 'round27-lane15'],
    ] as const) {
      const forged = cloneTraces(traces);
      const boxes = index.sbox.map((c) => forged[0].columns[c]);
      boxes[cell][2] = (boxes[cell][2] + 1) % P;
      const names = failing(air, forged);
      expect(names).toContain(`poseidon/permutation/${name}`);
      expect(failing(withoutConstraint(air, 'poseidon', `poseidon/permutation/${name}`.slice(9)), forged)).not.toContain(
        `poseidon/permutation/${name}`,
      );
    }
  });

  it('refuses a digest under another domain', () => {
    const forged = cloneTraces(traces);
    forged[1].columns[1][3] = 26;
    expect(failing(air, forged)).toEqual(['bus compress']);
  });

  it('fills 2^14 rows fast', () => {
    const many = new Compressions();
    const inputs = Array.from({ length: 2 ** 14 }, randomX);
    const start = performance.now();
    for (const x of inputs) many.compress(0, x);
    many.trace();
    const elapsedMs = performance.now() - start;
    console.info(`poseidon: 2^14 rows in ${elapsedMs.toFixed(0)} ms`);
    // A loaded machine is no failure: this only catches a different order of growth.
    expect(elapsedMs).toBeLessThan(15_000);
  });
});

describe('the range tables', () => {
  const users = [8, 10, 11, 12, 14, 16, 17].map((bits) => driverChip(`user${bits}`, `range${bits}`, 'send', 1));
  const air = compileAir({ name: 'range-test', buses, chips: [...rangeChips, ...users], publicGroups: 0 });
  const widths = [8, 10, 11, 12, 14, 16, 17];
  const build = (values: (bits: number) => number[]) => {
    const counts = newRangeCounts();
    for (const bits of widths) for (const value of values(bits)) if (value < 2 ** bits) counts.count(value, bits);
    return [
      ...rangeTraces(counts),
      ...users.map((user, i) =>
        driverTrace(
          user,
          values(widths[i]).map((value) => [value]),
        ),
      ),
    ];
  };

  it('accept 0 … 2^bits − 1', () => {
    expect(
      failing(
        air,
        build((bits) => [0, 1, 1, 2 ** bits - 1]),
      ),
    ).toEqual([]);
  });

  it('refuse 2^bits and p − 1', () => {
    expect(
      failing(
        air,
        build((bits) => [2 ** bits]),
      ),
    ).toEqual(widths.map((bits) => `bus range${bits}`).sort());
    expect(
      failing(
        air,
        build(() => [P - 1]),
      ),
    ).toEqual(widths.map((bits) => `bus range${bits}`).sort());
  });

  it('name the bus for a wrong multiplicity', () => {
    const traces = build((bits) => [0, 2 ** bits - 1]);
    for (const bits of widths) expect(survivors(air, traces, `range${bits}`, [0, 1, 2 ** bits - 1])).toEqual([]);
  });
});
