import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { P } from '../src/field.ts';
import { Kernels, encodeBase, encodeExt, merkleTree, treeBytes, treeOffset } from '../src/kernels.ts';
import { encodeTwin, merkleTwin } from '../src/kernelTwins.ts';

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

    it('encodes base and K tables as their definition says', async () => {
      for (const [width, encode] of [
        [1, encodeBase],
        [5, encodeExt],
      ] as const) {
        for (const [logBlocks, logBlock, logDomain] of [[6, 6, 8], [2, 5, 8], [7, 4, 5], [0, 3, 3], [1, 0, 4], [3, 1, 2], [2, 2, 2], [5, 7, 7], [2, 9, 10]]) {
          const mark = kernels.heap.mark();
          const table = elements(width * 2 ** (logBlocks + logBlock), 7 + logBlock);
          const outWords = width * 2 ** (logBlocks + logDomain);
          const out = kernels.heap.allocWords(outWords);
          await encode(kernels, { table: place(table), out, logBlocks, logBlock, logDomain });
          expect(kernels.heap.u32(out, outWords)).toEqual(encodeTwin(table, logBlocks, logBlock, logDomain, width));
          kernels.heap.release(mark);
        }
      }
    });

    it('hashes Merkle trees of rows of any length as the definition says', async () => {
      for (const [rowWords, depth] of [[64, 5], [1, 1], [33, 3], [34, 2], [35, 0], [16, 6], [67, 1], [68, 1], [80, 4], [5, 2]]) {
        const mark = kernels.heap.mark();
        const rows = elements(rowWords * 2 ** depth, rowWords);
        const tree = kernels.heap.alloc(treeBytes(depth));
        await merkleTree(kernels, { rows: place(rows), rowWords, depth, tree });
        merkleTwin(rows, rowWords).forEach((digests, height) =>
          digests.forEach((digest, index) => {
            const actual = kernels.heap.u8(tree + treeOffset(depth, depth - height, index), 32);
            expect([...actual]).toEqual([...digest, 0, 0, 0, 0, 0, 0]);
          }),
        );
        kernels.heap.release(mark);
      }
    });
  });
}
