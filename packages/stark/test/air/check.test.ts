import { P } from '@weir/crypto/field';
import { describe, expect, it } from 'vitest';
import { defineChip } from '../../src/air/builder.ts';
import { checkTraces, describeFailure } from '../../src/air/check.ts';
import { compileAir, defineBuses } from '../../src/air/compileAir.ts';
import { permutation, permutationTrace } from '../../src/examples/permutation.ts';
import { poseidonChain, poseidonChainTrace } from '../../src/examples/poseidonChain.ts';

const NONE = new Uint32Array(0);

describe('the checker', () => {
  const free = defineChip({
    name: 'free',
    minLogHeight: 0,
    maxLogHeight: 4,
    columns: ['multiplicity', 'value'],
    build: (b) => b.send('one', b.col.multiplicity, [b.col.value], 'anything'),
  });
  const air = compileAir({ name: 'free', buses: defineBuses({ one: { tag: 2, length: 1 } }), chips: [free], publicGroups: 0 });
  const trace = (multiplicity: number[], value: number[]) => [
    { logHeight: Math.log2(value.length), columns: [Uint32Array.from(multiplicity), Uint32Array.from(value)] },
  ];

  it('cancels multiplicities with their signs', () => {
    expect(checkTraces(air, trace([2, P - 1, P - 1, 0], [7, 7, 7, 99]), NONE)).toEqual([]);
  });

  it('reports tuples whose multiplicities cancel only mod p', () => {
    // Three times (p − 1)/2, and (p + 3)/2 = −(p − 3)/2 as a signed number: p in all.
    const third = (P - 1) / 2;
    const failures = checkTraces(air, trace([third, third, 1, 0], [7, 7, 7, 0]), NONE);
    expect(failures).toMatchObject([{ kind: 'bus', bus: 'one', tuple: [7], excess: P }]);
  });

  it('names every unbalanced tuple and the rows that touch it', () => {
    const failures = checkTraces(air, trace([1, 1, 0, P - 1], [7, 8, 9, 10]), NONE);
    expect(failures.map(describeFailure)).toEqual([
      'bus one: tuple (7) is off by 1 [free/anything row 0 × 1]',
      'bus one: tuple (8) is off by 1 [free/anything row 1 × 1]',
      'bus one: tuple (10) is off by -1 [free/anything row 3 × -1]',
    ]);
  });

  it('stops at the wanted number of failures', () => {
    const { traces } = permutationTrace([1, 2, 3, 4], [0, 1, 2, 3]);
    const broken = [traces[0], { ...traces[1], columns: traces[1].columns.map((cells) => cells.map((cell) => cell + 1)) }];
    expect(checkTraces(permutation, broken, NONE, { maxFailures: 3 })).toHaveLength(3);
  });

  it('can look at one chip, or one bus, only', () => {
    const { traces } = permutationTrace([1, 2, 3, 4], [0, 1, 2, 3]);
    const broken = [{ ...traces[0], columns: traces[0].columns.with(0, Uint32Array.of(2, 1, 1, 1)) }, traces[1]];
    expect(checkTraces(permutation, broken, NONE, { onlyChips: ['right'] }).map(({ kind }) => kind)).toEqual(['bus']);
    expect(checkTraces(permutation, broken, NONE, { onlyChips: ['right'], onlyBuses: [] })).toEqual([]);
    expect(checkTraces(permutation, broken, NONE, { onlyChips: [], onlyBuses: ['pair'] })).toHaveLength(1);
  });

  it.each([
    ['a height out of bounds', { logHeight: 5, columns: [new Uint32Array(32), new Uint32Array(32)] }, 'height 2^5 outside 2^0 … 2^4'],
    ['a missing column', { logHeight: 0, columns: [new Uint32Array(1)] }, '1 columns, expected 2'],
    ['a short column', { logHeight: 1, columns: [new Uint32Array(2), new Uint32Array(1)] }, 'value has 1 cells'],
    ['a cell that is not canonical', { logHeight: 0, columns: [Uint32Array.of(0), Uint32Array.of(P)] }, 'value at row 0 is not below p'],
  ])('refuses %s', (_, bad, message) => {
    expect(checkTraces(air, [bad], NONE).map(describeFailure)).toEqual([`free: ${message}`]);
  });

  it('refuses public values of the wrong number or size', () => {
    const { traces, publicValues } = poseidonChainTrace(new Array(16).fill(1), 0);
    expect(checkTraces(poseidonChain, traces, publicValues.slice(1))).toHaveLength(1);
    expect(checkTraces(poseidonChain, traces, publicValues.with(3, P))).toHaveLength(1);
  });
});
