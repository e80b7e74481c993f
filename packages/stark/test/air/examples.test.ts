import { mul, P } from '@weir/crypto/field';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '@weir/crypto/generated/poseidonConstants';
import { permute } from '@weir/crypto/poseidon';
import { describe, expect, it } from 'vitest';
import { checkTraces, describeFailure } from '../../src/air/check.ts';
import { withoutConstraint } from '../../src/air/compileAir.ts';
import type { Air, ChipTrace } from '../../src/air/ir.ts';
import { type UnnoticedChange, unnoticedChanges } from '../../src/air/tamper.ts';
import { permutation, permutationTrace } from '../../src/examples/permutation.ts';
import { poseidonChain, poseidonChainTrace } from '../../src/examples/poseidonChain.ts';

const FIRST = Array.from({ length: 16 }, (_, i) => 1000 * i + 7);

/** The trace with one cell raised by one. */
function flipped(traces: readonly ChipTrace[], chip: number, column: number, row: number): ChipTrace[] {
  return traces.map((trace, j) =>
    j !== chip
      ? trace
      : { ...trace, columns: trace.columns.map((cells, c) => (c === column ? cells.with(row, (cells[row] + 1) % P) : cells)) },
  );
}

/** The slow definition of `unnoticedChanges`: check the whole trace for every changed cell. */
function slowUnnoticedChanges(air: Air, traces: readonly ChipTrace[], publicValues: Uint32Array): UnnoticedChange[] {
  return air.chips.flatMap((chip, j) =>
    chip.columnNames.flatMap((column, c) =>
      Array.from({ length: 2 ** traces[j].logHeight }, (_, row) => ({ chip: chip.name, column, row })).filter(
        ({ row }) => checkTraces(air, flipped(traces, j, c, row), publicValues, { maxFailures: 1 }).length === 0,
      ),
    ),
  );
}

describe('the Poseidon chain', () => {
  const { traces, publicValues } = poseidonChainTrace(FIRST, 2);

  it('accepts a true chain, whose last state is what four plain steps give', () => {
    expect(checkTraces(poseidonChain, traces, publicValues)).toEqual([]);
    let state = Uint32Array.from(FIRST);
    for (let i = 0; i < 4; i++) {
      const next = state.slice();
      permute(next);
      state = next.map((lane, j) => (lane + state[j]) % P);
    }
    expect(publicValues.slice(16, 32)).toEqual(state);
  });

  it('names a failure for every flipped cell', () => {
    expect(unnoticedChanges(poseidonChain, traces)).toEqual([]);
    expect(unnoticedChanges(poseidonChain, traces, { delta: P - 12345 })).toEqual([]);
  });

  it('names a failure for every flipped public value', () => {
    for (let i = 0; i < publicValues.length; i++) {
      const failures = checkTraces(poseidonChain, traces, publicValues.with(i, publicValues[i] + 1));
      expect(failures.map((failure) => failure.kind === 'bus' && failure.bus)).toContain('public');
    }
  });

  it('reports an unknown step by bus, tuple and rows', () => {
    const failures = checkTraces(poseidonChain, flipped(traces, 1, 32, 0), publicValues.with(32, 5));
    expect(failures.map(describeFailure).join('\n')).toMatch(/bus state: tuple \(5, .*\) is off by -1 \[ends\/finish row 0 × -1\]/);
  });

  it('accepts a false trace once any one of its S-box equations is dropped', () => {
    const { constraintNames } = poseidonChain.chips[0];
    for (const [k, name] of constraintNames.entries()) {
      // One S-box cell is wrong, and everything after it follows from the wrong value.
      const false_ = falseChain(k);
      expect(checkTraces(poseidonChain, false_.traces, false_.publicValues).map(describeFailure)).toEqual([
        expect.stringMatching(new RegExp(`^step/${name} fails at row 0`)),
      ]);
      expect(checkTraces(withoutConstraint(poseidonChain, 'step', name), false_.traces, false_.publicValues)).toEqual([]);
    }
  });
});

/** A one-step chain whose k-th S-box cell is off by one, later cells and the last state following from it. */
function falseChain(k: number): { traces: ChipTrace[]; publicValues: Uint32Array } {
  const sboxes: number[] = [];
  let state = [...FIRST];
  for (let round = 0; round < 28; round++) {
    const full = round < 4 || round >= 24;
    const cubed = state.map((lane, i) => {
      const input = (lane + ROUND_CONSTANTS[round][i]) % P;
      if (i > 0 && !full) return input;
      const cheat = sboxes.length === k ? 1 : 0;
      sboxes.push((mul(mul(input, input), input) + cheat) % P);
      return sboxes[sboxes.length - 1];
    });
    state = state.map((_, i) => cubed.reduce((sum, value, j) => (sum + mul(MATRIX_FIRST_ROW[(j - i + 16) % 16], value)) % P, 0));
  }
  const last = state.map((lane, i) => (lane + FIRST[i]) % P);
  const oneRow = (cells: readonly number[]): ChipTrace => ({ logHeight: 0, columns: cells.map((cell) => Uint32Array.of(cell)) });
  return {
    traces: [oneRow([...FIRST, ...sboxes]), oneRow([...FIRST, ...last, 1])],
    publicValues: Uint32Array.from([...FIRST, ...last, 1, 0, 0, 0, 0, 0, 0, 0]),
  };
}

describe('the permutation', () => {
  const { traces, publicValues } = permutationTrace([5, 3, 5, 8, 13], [4, 2, 0, 1, 3]);

  it('accepts the same multiset in another order', () => {
    expect(checkTraces(permutation, traces, publicValues)).toEqual([]);
  });

  it('names a failure for every flipped cell', () => {
    expect(unnoticedChanges(permutation, traces)).toEqual([]);
    expect(slowUnnoticedChanges(permutation, traces, publicValues)).toEqual([]);
  });

  it.each([
    ['left', 'padding-has-no-value'],
    ['left', 'active-is-a-bit'],
    ['right', 'value-is-key-cubed'],
  ])('has cells that may be changed unnoticed once %s/%s is dropped, the same by the fast and the slow way', (chip, constraint) => {
    const weaker = withoutConstraint(permutation, chip, constraint);
    const unnoticed = unnoticedChanges(weaker, traces);
    expect(unnoticed).toEqual(slowUnnoticedChanges(weaker, traces, publicValues));
    expect(unnoticed.length > 0).toBe(constraint !== 'active-is-a-bit');
    const exempt = Object.fromEntries(unnoticed.map(({ column }) => [`${chip}/${column}`, 'nothing constrains it any more']));
    expect(unnoticedChanges(weaker, traces, { exempt })).toEqual([]);
    expect(unnoticedChanges(weaker, traces, { rows: (_, row) => row < 5 })).toEqual([]);
  });

  it.each([
    // active = 2 on one row stands for two receives of the same pair.
    [
      'left',
      'active-is-a-bit',
      {
        left: [[2], [0], [0]],
        right: [
          [1, 1],
          [0, 0],
          [0, 0],
        ],
      },
    ],
    [
      'right',
      'active-is-a-bit',
      {
        left: [
          [1, 1],
          [5, 5],
          [125, 125],
        ],
        right: [[2], [5], [125]],
      },
    ],
    ['left', 'padding-has-no-key', { left: [[0], [9], [0]], right: [[0], [0], [0]] }],
    ['left', 'padding-has-no-value', { left: [[0], [0], [9]], right: [[0], [0], [0]] }],
    ['right', 'value-is-key-cubed', { left: [[1], [5], [124]], right: [[1], [5], [124]] }],
  ] as const)('accepts a false trace once %s/%s is dropped', (chip, constraint, cells) => {
    const trace = (columns: readonly (readonly number[])[]): ChipTrace => ({
      logHeight: Math.log2(columns[0].length),
      columns: columns.map((column) => Uint32Array.from(column)),
    });
    const forged = [trace(cells.left), trace(cells.right)];
    const failures = checkTraces(permutation, forged, publicValues).map(describeFailure);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(`${chip}/${constraint}`);
    expect(checkTraces(withoutConstraint(permutation, chip, constraint), forged, publicValues)).toEqual([]);
  });
});
