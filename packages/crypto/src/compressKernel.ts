/** Many Poseidon compressions on the calling thread, in WebAssembly: the same answers as `compress` in poseidon.ts (its twin). */
import { Kernels } from './kernels.ts';
import { domainConstants, WIDTH } from './poseidon.ts';

let kernels: Kernels | undefined;

/** compress_domain of each pair: 16 words in, 8 words out. */
export function compressMany(domain: number, input: Uint32Array): Uint32Array {
  kernels ??= new Kernels({ threads: 1 });
  const { heap, poseidonTable } = kernels;
  const count = input.length / 16;
  const mark = heap.mark();
  try {
    const constants = heap.allocWords(WIDTH);
    heap.u32(constants, WIDTH).set(domainConstants(domain));
    const from = heap.allocWords(input.length);
    heap.u32(from, input.length).set(input);
    const to = heap.allocWords(8 * count);
    kernels.call('poseidonCompressChunk', poseidonTable, constants, from, to, count);
    return heap.u32(to, 8 * count).slice();
  } finally {
    heap.release(mark);
  }
}
