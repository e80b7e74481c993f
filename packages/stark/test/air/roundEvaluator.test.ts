import { readFileSync } from 'node:fs';
import { mul as mulF, P } from '@weir/crypto/field';
import { createKernels, type Kernels } from '@weir/crypto/kernels';
import type { Ext } from '@weir/crypto/quintic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileAir, defineBuses } from '../../src/air/compileAir.ts';
import type { CompiledChip } from '../../src/air/ir.ts';
import { constraintRound, type Planes, RoundEvaluator } from '../../src/air/roundEvaluator.ts';
import { permutation } from '../../src/examples/permutation.ts';
import { poseidonChain } from '../../src/examples/poseidonChain.ts';
import { randomChip, randomSource } from './randomChip.ts';

const random = randomSource(99);
const randomExt = (): Ext => [random(), random(), random(), random(), random()];
const randomWords = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, i) => (i % 7 === 0 ? P - 1 - (i % 2) : random()));

const buses = defineBuses({ pair: { tag: 2, length: 2 } });
const chips: (readonly [string, CompiledChip])[] = [
  ...permutation.chips.map((chip) => [chip.name, chip] as const),
  ['poseidon step', poseidonChain.chips[0]],
  ...Array.from(
    { length: 8 },
    (_, seed) => [`random ${seed}`, compileAir({ name: 'random', buses, chips: [randomChip(seed)], publicGroups: 0 }).chips[0]] as const,
  ),
];

describe.each([1, 2])('the strip machine in WebAssembly on %i thread(s)', (threads) => {
  let kernels: Kernels;
  beforeAll(async () => {
    kernels = await createKernels({ threads, modules: [readFileSync(new URL('../../src/generated/kernels.wasm', import.meta.url))] });
  });
  afterAll(() => kernels.close());

  /** Five words per element → planes; Montgomery form on demand. */
  const uploadPlanes = (rows: Uint32Array, factor = 1): Planes => {
    const count = rows.length / 5;
    const pointer = kernels.heap.allocWords(rows.length);
    const words = kernels.heap.u32(pointer, rows.length);
    rows.forEach((word, i) => {
      words[(i % 5) * count + Math.floor(i / 5)] = mulF(word, factor);
    });
    return { pointer, stride: 4 * count };
  };
  const uploadBase = (cells: Uint32Array): number => {
    const pointer = kernels.heap.allocWords(cells.length);
    kernels.heap.u32(pointer, cells.length).set(cells);
    return pointer;
  };

  // 548 = one chunk, one strip and four rows: every loop meets a short last piece.
  it.each(chips)('agrees with its twin: %s', async (_, chip) => {
    const mark = kernels.heap.mark();
    const weights = chip.constraintNames.map(randomExt);
    const evaluator = new RoundEvaluator(kernels, chip, weights);
    for (const half of chip.constraintNames.length > 100 ? [4] : [4, 548]) {
      const eq = randomWords(5 * half);
      const eqPlanes = uploadPlanes(eq, 2 ** 32 % P);
      const base = [...chip.columnNames, 'rowIndex'].map(() => randomWords(2 * half));
      expect(await evaluator.base(base.map(uploadBase), half, eqPlanes)).toEqual(constraintRound(chip, weights, base, eq, [2, 3]));

      const ext = base.map(() => randomWords(10 * half));
      const planes = ext.map((rows) => uploadPlanes(rows));
      expect(
        await evaluator.extension(
          planes.map(({ pointer }) => pointer),
          planes[0].stride,
          half,
          eqPlanes,
        ),
      ).toEqual(constraintRound(chip, weights, ext, eq, [0, 2, 3]));

      // Twelve points cost the twin much: the wide chips' rows are few.
      if (half > 4 && chip.constraintNames.length > 3) continue;
      const tall = base.map(() => randomWords(4 * half));
      const grid = await evaluator.grid(tall.map(uploadBase), half, eqPlanes);
      for (let x = 0; x < 4; x++) {
        // A column with its leading variable set to x.
        const at = tall.map((cells) =>
          cells.slice(0, 2 * half).map((cell, i) => (cell + mulF(x, (cells[2 * half + i] + P - cell) % P)) % P),
        );
        const ys = x < 2 ? [2, 3] : [0, 1, 2, 3];
        expect(ys.map((y) => grid[x][y])).toEqual(constraintRound(chip, weights, at, eq, ys));
      }
    }
    kernels.heap.release(mark);
  });
});
