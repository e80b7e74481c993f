import { describe, expect, it } from 'vitest';
import { KernelHeap, Kernels } from '../src/kernels.ts';

const text = (s: string): number[] => [s.length, ...new TextEncoder().encode(s)];
const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];
const MEMORY_IMPORT = [1, ...text('env'), ...text('memory'), 2, 3, 1, 0x80, 0x80, 4];

/** A module with one function (i32, i32) → () of the given body. */
function moduleOf(name: string, body: number[]): Uint8Array {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 2, 0x7f, 0x7f, 0),
    ...section(2, ...MEMORY_IMPORT),
    ...section(3, 1, 0),
    ...section(7, 1, ...text(name), 0, 0),
    ...section(10, 1, body.length + 2, 0, ...body, 0x0b),
  ]);
}
const UNREACHABLE = 0;
/** i32.store(param 0, param 1) */
const STORE = [0x20, 0, 0x20, 1, 0x36, 2, 0];
/** Traps unless param 1 is 0: `init` is told the thread's number there. */
const TRAP_UNLESS_ZERO = [0x20, 1, 0x04, 0x40, UNREACHABLE, 0x0b];

describe('worker pool', () => {
  it('runs every chunk once, on all threads, over foreign modules and one memory', async () => {
    for (const threads of [1, 2, 4]) {
      const kernels = new Kernels({ threads, modules: [moduleOf('put', STORE)] });
      const at = kernels.heap.allocWords(500);
      const results = await kernels.run(
        'put',
        Array.from({ length: 500 }, (_, i) => [at + 4 * i, i + 1]),
      );
      expect(results.length).toBe(500);
      expect([...kernels.heap.u32(at, 500)]).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
      expect(await kernels.run('put', [])).toEqual([]);
      await kernels.close();
      await expect(kernels.run('put', [[at, 1]])).rejects.toMatchObject({ code: 'POOL_CLOSED' });
    }
  });

  it('rejects with KERNEL_TRAPPED when a kernel traps, and stays usable', async () => {
    for (const threads of [1, 3]) {
      const kernels = new Kernels({ threads, modules: [moduleOf('trap', [UNREACHABLE]), moduleOf('put', STORE)] });
      const chunks = Array.from({ length: 9 }, () => [0, 0]);
      await expect(kernels.run('trap', chunks)).rejects.toMatchObject({ code: 'KERNEL_TRAPPED' });
      expect(() => kernels.call('trap', 0, 0)).toThrow(expect.objectContaining({ code: 'KERNEL_TRAPPED' }));
      const at = kernels.heap.allocWords(1);
      await kernels.run('put', [[at, 5]]);
      expect(kernels.heap.u32(at, 1)[0]).toBe(5);
      await kernels.close();
    }
  });

  it('rejects with WORKER_CRASHED when a worker dies', async () => {
    const kernels = new Kernels({ threads: 2, modules: [moduleOf('init', TRAP_UNLESS_ZERO), moduleOf('put', STORE)] });
    const at = kernels.heap.allocWords(1);
    const chunks = Array.from({ length: 50 }, () => [at, 1]);
    await expect(kernels.run('put', chunks)).rejects.toMatchObject({ code: 'WORKER_CRASHED' });
    await expect(kernels.run('put', chunks)).rejects.toMatchObject({ code: 'WORKER_CRASHED' });
    await kernels.close();
  });

  it('refuses names that do not exist or exist twice', async () => {
    const kernels = new Kernels({ threads: 1 });
    await expect(kernels.run('nothing', [[]])).rejects.toThrow('no kernel is named nothing');
    expect(() => new Kernels({ threads: 1, modules: [moduleOf('merkleNodes', STORE)] })).toThrow('two kernels are named merkleNodes');
    await kernels.close();
  });
});

describe('kernel heap', () => {
  it('hands out aligned, disjoint memory and takes it back', () => {
    const heap = new KernelHeap();
    const a = heap.alloc(1);
    const mark = heap.mark();
    const b = heap.allocWords(100_000);
    expect([a % 64, b % 64]).toEqual([0, 0]);
    expect(b).toBeGreaterThan(a);
    heap.u32(b, 100_000).fill(7);
    heap.zero(b, 4);
    expect([heap.u32(b, 2)[0], heap.u32(b, 2)[1]]).toEqual([0, 7]);
    heap.release(mark);
    expect(heap.alloc(8)).toBe(b);
    expect(() => heap.release(2 ** 30)).toThrow();
  });

  it('says OUT_OF_MEMORY past 4 GiB', () => {
    const heap = new KernelHeap();
    expect(() => heap.alloc(2 ** 32)).toThrow(expect.objectContaining({ code: 'OUT_OF_MEMORY' }));
  });
});
