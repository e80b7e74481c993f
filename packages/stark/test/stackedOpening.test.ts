import { P } from '@weir/crypto/field';
import { type Ext, fromBase } from '@weir/crypto/quintic';
import { invariant } from '@weir/foundation/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKernelBackend, type KernelBackend } from '../src/kernels/backend.ts';
import { evaluateStacked, openStacked } from '../src/kernels/stackedOpening.ts';
import { Machine } from '../src/kernels/tables.ts';
import { evaluateUnivariateBase } from '../src/multilinear.ts';
import { weightTable } from '../src/opening.ts';
import type { Shape, StackedColumn } from '../src/stack.ts';
import { ReferenceOpeningTables } from '../src/whir/prover.ts';
import { random } from './support/sampleAirs.ts';

const below = random(11);
const ext = (): Ext => [below(P), below(P), below(P), below(P), below(P)];

/** Columns of these heights (descending) laid one after another, behind them third quarters of as many cut ones; only what the opening reads. */
function shapeOf(variables: number, fold: number, heights: readonly number[], cut: readonly number[]): Shape {
  let end = 0;
  const lay = (logLength: number): number => {
    end += 2 ** logLength;
    return end - 2 ** logLength;
  };
  const columns = heights.map(
    (logLength, column): StackedColumn => ({
      ...{ chip: 0, column },
      ...{ logHeight: logLength, pieces: [{ row: 0, logLength, offset: lay(logLength) }] },
    }),
  );
  for (const [i, logLength] of cut.entries()) {
    const { pieces } = columns[i];
    invariant(logLength === heights[i] - 1 && end % 2 ** logLength === 0, 'half of the half, aligned');
    const row = 2 * 2 ** logLength;
    columns[i] = { ...columns[i], logHeight: logLength + 2, pieces: [...pieces, { row, logLength, offset: lay(logLength) }] };
  }
  return { variables, columns, schedule: { rounds: [{ fold }] } } as unknown as Shape;
}

const repeated = (height: number, count: number): number[] => new Array<number>(count).fill(height);

describe.each([1, 2])('the stacked opening on %i threads', (threads) => {
  let backend: KernelBackend;
  beforeAll(async () => {
    backend = await createKernelBackend({ threads });
  });
  afterAll(() => backend.close());

  it.each([
    ['columns of all heights', 14, 4, [12, 11, ...repeated(10, 2), ...repeated(8, 5), 7, 7, 5, 3, 2, 2, 1, 1, ...repeated(0, 6)], []],
    ['a column over all blocks', 12, 3, [12], []],
    ['columns over several blocks', 13, 5, [12, 11, 10], []],
    ['short columns only', 11, 1, [...repeated(7, 3), 6, ...repeated(1, 3), 0], []],
    ['no tile at all: left to the reference', 9, 2, [8, 7, 3], []],
    ['long columns that are cut', 14, 5, [11, 11, 10, 10], [10, 10, 9, 9]],
    ['short columns that are cut', 12, 2, [9, 8, 8, 7, 7], [8, 7, 7, 6, 6]],
    ['columns of a few rows that are cut', 10, 2, [3, 3, 2, 2], [2, 2, 1, 1]],
  ] as const)('gives the sums of the plain tables: %s', async (_, variables, fold, heights, cut) => {
    const shape = shapeOf(variables, fold, heights, cut);
    const used = [...heights, ...cut].reduce((sum, height) => sum + 2 ** height, 0);
    const table = Uint32Array.from({ length: 2 ** variables }, (_, i) => (i < used ? below(P) : 0));
    const claims = {
      samples: [
        { point: ext(), value: ext() },
        { point: ext(), value: ext() },
      ],
      point: Array.from({ length: Math.max(...heights) + (cut.length > 0 ? 1 : 0) }, ext),
      columnValues: [],
      mu: ext(),
    };
    const machine = new Machine(backend.kernels);
    const pointer = machine.heap.allocWords(table.length);
    machine.heap.u32(pointer, table.length).set(table);
    const base = { pointer, length: table.length, used };
    expect(await evaluateStacked(machine, base, claims.mu)).toEqual(evaluateUnivariateBase(table, claims.mu));

    const opening = await openStacked(machine, shape, base, claims);
    const plain = new ReferenceOpeningTables(table, weightTable(shape, claims));
    for (let round = 0; round < variables - 1; round++) {
      expect(await opening.roundSums(), `round ${round}`).toEqual(await plain.roundSums());
      const r = ext();
      await opening.bind(r);
      await plain.bind(r);
      if (round < fold - 1) continue;
      // As between two rounds of WHIR: an out-of-domain point and queries.
      const terms = Array.from({ length: 1 + (round % 4) }, (_, i) => ({ point: i === 1 ? ext() : fromBase(below(P)), scale: ext() }));
      await opening.addPowers(terms);
      await plain.addPowers(terms);
    }
    expect(opening.values()).toEqual(plain.values());
  });
});
