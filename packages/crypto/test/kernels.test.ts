import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, P, pow } from '../src/field.ts';
import { ROUND_CONSTANTS } from '../src/generated/poseidonConstants.ts';
import {
  type CommitOptions,
  commitLeaves,
  foldBase,
  foldExt,
  Kernels,
  merkleTree,
  mulAddExt,
  mulExt,
  poseidonCompress,
  poseidonPermute,
  treeBytes,
  treeOffset,
} from '../src/kernels.ts';
import {
  encodeTwin,
  foldTwin,
  leavesTwin,
  merkleTwin,
  mulAddExtTwin,
  mulExtTwin,
  poseidonCompressTwin,
  poseidonPermuteTwin,
} from '../src/kernelTwins.ts';
import { domainConstants } from '../src/poseidon.ts';
import type { Ext } from '../src/quintic.ts';

/** Deterministic canonical elements with extremes mixed in. */
function elements(count: number, seed: number): Uint32Array {
  let state = seed >>> 0;
  return Uint32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const kind = state >>> 28;
    return kind === 0 ? P - 1 : kind === 1 ? 0 : ((state ^ (state >>> 7)) >>> 0) % P;
  });
}

for (const threads of [1, 3]) {
  describe(`kernels on ${threads} thread${threads > 1 ? 's' : ''}`, () => {
    let kernels: Kernels;
    beforeAll(() => {
      kernels = new Kernels({ threads });
    });
    afterAll(() => kernels.close());

    function place(words: Uint32Array): number {
      const pointer = kernels.heap.allocWords(words.length);
      kernels.heap.u32(pointer, words.length).set(words);
      return pointer;
    }

    async function committed(shape: Omit<CommitOptions, 'table' | 'leaves'>, table: Uint32Array): Promise<number[][]> {
      const leaves = kernels.heap.alloc(32 * 2 ** shape.logDomain);
      await commitLeaves(kernels, { ...shape, table: place(table), leaves });
      return Array.from({ length: 2 ** shape.logDomain }, (_, i) => [...kernels.heap.u8(leaves + 32 * i, 32)]);
    }
    const padded = (digests: readonly Uint8Array[]): number[][] => digests.map((digest) => [...digest, 0, 0, 0, 0, 0, 0]);

    it('commits to base and K tables as their definitions say', async () => {
      for (const width of [1, 5] as const) {
        for (const [logBlocks, logBlock, logDomain, usedBlocks] of [
          [6, 6, 8],
          [6, 6, 8, 33],
          [2, 5, 8],
          [7, 4, 5, 5],
          [0, 3, 3],
          [1, 0, 4],
          [3, 1, 2, 1],
          [2, 2, 2],
          [5, 7, 7],
          [2, 9, 10, 3],
          [4, 8, 9, 7],
          [1, 8, 9],
          [2, 12, 13, 2],
          [0, 13, 13],
        ]) {
          const mark = kernels.heap.mark();
          const table = elements(width * 2 ** (logBlocks + logBlock), 7 + logBlock);
          if (usedBlocks) table.fill(0, width * usedBlocks * 2 ** logBlock);
          const digests = await committed({ width, logBlocks, logBlock, logDomain, usedBlocks }, table);
          const rowWords = width * 2 ** logBlocks;
          expect(digests).toEqual(padded(leavesTwin(encodeTwin(table, logBlocks, logBlock, logDomain, width), rowWords)));
          kernels.heap.release(mark);
        }
      }
    });

    it('hashes Merkle trees of rows of any length as the definition says', async () => {
      for (const [rowWords, depth] of [
        [64, 5],
        [1, 1],
        [33, 3],
        [34, 2],
        [35, 0],
        [16, 6],
        [67, 1],
        [68, 1],
        [80, 4],
        [5, 2],
      ]) {
        const mark = kernels.heap.mark();
        const rows = elements(rowWords * 2 ** depth, rowWords);
        const tree = kernels.heap.alloc(treeBytes(depth));
        await merkleTree(kernels, { rows: place(rows), rowWords, depth, tree });
        for (const [height, digests] of merkleTwin(rows, rowWords).entries()) {
          for (const [index, digest] of digests.entries()) {
            const actual = kernels.heap.u8(tree + treeOffset(depth, depth - height, index), 32);
            expect([...actual]).toEqual([...digest, 0, 0, 0, 0, 0, 0]);
          }
        }
        kernels.heap.release(mark);
      }
    });

    it('reaches addresses above 2 GiB', async () => {
      const mark = kernels.heap.mark();
      kernels.heap.alloc(2 ** 31 + 2 ** 20);
      const table = elements(2 ** 9, 1);
      const codeword = encodeTwin(table, 4, 5, 6, 1);
      expect(await committed({ width: 1, logBlocks: 4, logBlock: 5, logDomain: 6 }, table)).toEqual(padded(leavesTwin(codeword, 16)));
      const rows = place(codeword);
      expect(rows).toBeGreaterThan(2 ** 31);
      const tree = kernels.heap.alloc(treeBytes(6));
      await merkleTree(kernels, { rows, rowWords: 16, depth: 6, tree });
      const root = merkleTwin(codeword, 16)[6][0];
      expect([...kernels.heap.u8(tree + treeOffset(6, 0, 0), 26)]).toEqual([...root]);
      const states = place(elements(32, 2));
      await poseidonPermute(kernels, { states, count: 2 });
      expect(kernels.heap.u32(states, 32)).toEqual(poseidonPermuteTwin(elements(32, 2)));
      const folded = kernels.heap.allocWords(40);
      await foldExt(kernels, { input: place(elements(80, 3)), output: folded, half: 8, r: [1, 2, 3, 4, 5] });
      expect(kernels.heap.u32(folded, 40)).toEqual(foldTwin(elements(80, 3), 5, [1, 2, 3, 4, 5]));
      kernels.heap.release(mark);
    });

    it('permutes and compresses as Poseidon does', async () => {
      for (const count of [1, 2, 3, 4, 5, 103]) {
        const mark = kernels.heap.mark();
        const input = elements(16 * count, count);
        const states = place(input);
        const output = kernels.heap.allocWords(8 * count);
        await poseidonCompress(kernels, { domain: 26, input: states, output, count });
        expect(kernels.heap.u32(output, 8 * count)).toEqual(poseidonCompressTwin(26, input));
        await poseidonPermute(kernels, { states, count });
        expect(kernels.heap.u32(states, 16 * count)).toEqual(poseidonPermuteTwin(input));
        kernels.heap.release(mark);
      }
    });

    it('records one compression as compress gives it, the first cubes being those of the inputs', () => {
      const mark = kernels.heap.mark();
      const x = elements(16, 77);
      const constants = domainConstants(26);
      const input = place(x.map((value, i) => add(value, constants[i])));
      const [cubes, output] = [kernels.heap.allocWords(148), kernels.heap.allocWords(8)];
      kernels.call('poseidonRecord', kernels.poseidonTable, input, cubes, output);
      expect(kernels.heap.u32(output, 8)).toEqual(poseidonCompressTwin(26, x));
      const first = kernels.heap.u32(input, 16).map((value, i) => pow(add(value, ROUND_CONSTANTS[0][i]), 3));
      expect(kernels.heap.u32(cubes, 16)).toEqual(first);
      kernels.heap.release(mark);
    });

    it('folds and multiplies tables of K as its definition says, up to the last element and not beyond', async () => {
      const scalars: Ext[] = [
        [P - 1, P - 1, P - 1, P - 1, P - 1],
        [0, 0, 0, 0, 0],
        [1, 2, 3, 4, 5],
        [P >>> 1, (P >>> 1) + 1, 7, P - 2, 2 ** 30],
      ];
      for (const r of scalars) {
        for (const count of [1, 2, 3, 4, 7, 130]) {
          const mark = kernels.heap.mark();
          const [a, b, base] = [elements(5 * count, 3), elements(5 * count, 4), elements(2 * count, 5)];
          const output = place(elements(5 * count + 1, 6));
          const guard = kernels.heap.u32(output, 5 * count + 1)[5 * count];
          const result = (): Uint32Array => kernels.heap.u32(output, 5 * count);
          const both = place(Uint32Array.from([...a, ...b]));
          await foldBase(kernels, { input: place(base), output, half: count, r });
          expect(result()).toEqual(foldTwin(base, 1, r));
          await foldExt(kernels, { input: both, output, half: count, r });
          expect(result()).toEqual(foldTwin(Uint32Array.from([...a, ...b]), 5, r));
          const before = result().slice();
          await mulAddExt(kernels, { a: place(base.slice(0, count)), scalar: r, output, count });
          expect(result()).toEqual(mulAddExtTwin(base.slice(0, count), r, before));
          await mulExt(kernels, { a: both, b: both + 20 * count, output, count });
          expect(result()).toEqual(mulExtTwin(a, b));
          expect(kernels.heap.u32(output, 5 * count + 1)[5 * count]).toBe(guard);
          await foldExt(kernels, { input: both, output: both, half: count, r });
          expect(kernels.heap.u32(both, 5 * count)).toEqual(foldTwin(Uint32Array.from([...a, ...b]), 5, r));
          kernels.heap.release(mark);
        }
      }
    });
  });
}
