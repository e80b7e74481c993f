/**
 * The WebAssembly kernels behind plain functions: a bump-allocated shared memory, the worker pool, and one wrapper per kernel that
 * cuts its work into chunks. Signatures and layouts: README "KERNELS". Each has a TypeScript twin (kernelTwins.ts) in the tests.
 */
import { readFileSync } from 'node:fs';
import { invariant } from '@weir/foundation/assert';
import { CodedError } from '@weir/foundation/codedError';
import { mul, pow, rootOfUnity, TWO_ADICITY } from './field.ts';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from './generated/poseidonConstants.ts';
import { domainConstants, WIDTH } from './poseidon.ts';
import type { Ext } from './quintic.ts';
import { SCRATCH_BYTES, WorkerPool } from './workers.ts';

const PAGE = 65_536;
const MAX_PAGES = 65_536;
const ALIGNMENT = 64;

/** Bump allocator over one shared WebAssembly memory. Address 0 is never handed out. */
export class KernelHeap {
  readonly memory: WebAssembly.Memory;
  #next = ALIGNMENT;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
  }

  /** 64-byte aligned; the contents are whatever was there before. */
  alloc(bytes: number): number {
    invariant(Number.isSafeInteger(bytes) && bytes >= 0, `cannot allocate ${bytes} bytes`);
    const pointer = this.#next;
    const end = pointer + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = Math.ceil(end / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (end > PAGE * MAX_PAGES) throw new CodedError('OUT_OF_MEMORY', "the kernels' 4 GiB are exhausted", { bytes, used: pointer });
    if (missing > 0) {
      try {
        this.memory.grow(missing);
      } catch {
        throw new CodedError('OUT_OF_MEMORY', 'the system refused memory to the kernels', { bytes, used: pointer });
      }
    }
    this.#next = end;
    return pointer;
  }

  allocWords(count: number): number {
    return this.alloc(4 * count);
  }

  get usedBytes(): number {
    return this.#next;
  }

  mark(): number {
    return this.#next;
  }

  /** Frees everything allocated since `mark`. */
  release(mark: number): void {
    invariant(mark <= this.#next && mark >= ALIGNMENT, 'release of a mark that is not below the top');
    this.#next = mark;
  }

  u32(pointer: number, words: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, pointer, words);
  }

  u8(pointer: number, bytes: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, pointer, bytes);
  }

  /** Runs `work` and frees what it allocated. One such operation at a time: the heap is a stack. */
  async scoped<T>(work: () => Promise<T>): Promise<T> {
    const mark = this.mark();
    try {
      return await work();
    } finally {
      this.release(mark);
    }
  }

  zero(pointer: number, bytes: number): void {
    this.u8(pointer, bytes).fill(0);
  }
}

let compiled: WebAssembly.Module | undefined;

/** The compiled crypto kernels, once per process. */
export function cryptoModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./generated/kernels.wasm', import.meta.url)));
  return compiled;
}

export interface KernelOptions {
  /** Counts the calling thread. */
  readonly threads: number;
  /** Further wasm modules that import `env.memory` only. */
  readonly modules?: readonly (Uint8Array | WebAssembly.Module)[];
}

export class Kernels {
  readonly heap: KernelHeap;
  readonly threads: number;
  /** Round constants and matrix for the Poseidon kernels (assembly/poseidon.ts). */
  readonly poseidonTable: number;
  /** Called before every `run`; what it throws stops the work there. */
  checkpoint: (() => void) | undefined;
  readonly #pool: WorkerPool;

  constructor({ threads, modules = [] }: KernelOptions) {
    this.heap = new KernelHeap();
    this.threads = threads;
    const scratch = this.heap.alloc(threads * SCRATCH_BYTES);
    const table = poseidonTableWords();
    this.poseidonTable = this.heap.allocWords(table.length);
    this.heap.u32(this.poseidonTable, table.length).set(table);
    const extra = modules.map((module) => (module instanceof WebAssembly.Module ? module : new WebAssembly.Module(module as BufferSource)));
    this.#pool = new WorkerPool({ threads, memory: this.heap.memory, modules: [cryptoModule(), ...extra], scratch });
  }

  /** One chunk per argument list, on all threads. */
  async run(name: string, argsPerChunk: readonly (readonly number[])[]): Promise<number[]> {
    this.checkpoint?.();
    return this.#pool.run(name, argsPerChunk);
  }

  /** Like `run`, but the calling thread goes on meanwhile (unless it is the only one). */
  runBeside(name: string, argsPerChunk: readonly (readonly number[])[]): Promise<number[]> {
    return this.#pool.runBeside(name, argsPerChunk);
  }

  /** Inline on the calling thread. */
  call(name: string, ...args: number[]): number {
    return this.#pool.call(name, ...args);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

export async function createKernels(options: KernelOptions): Promise<Kernels> {
  return new Kernels(options);
}

/** 2^32 mod p: the Montgomery form of 1. */
export const MONTGOMERY_ONE = 0x01fffffe;

/** 28·16 round constants in Montgomery form, then the matrix rows as pairs of 16-bit entries, even and odd, each sequence twice. */
function poseidonTableWords(): Uint32Array {
  const entry = (i: number): number => MATRIX_FIRST_ROW[(i + WIDTH) % WIDTH];
  const pairs = (first: number): number[] =>
    Array.from({ length: 16 }, (_, u) => entry(2 * (u % 8) + first) | (entry(2 * (u % 8) + first + 1) << 16));
  return Uint32Array.from([...ROUND_CONSTANTS.flat().map((c) => mul(c, MONTGOMERY_ONE)), ...pairs(0), ...pairs(-1)]);
}

/** [start, count) pieces of `total`, each a multiple of `unit` except the last, a few per thread. */
export function splitWork(total: number, threads: number, unit: number): [start: number, count: number][] {
  const pieces = threads === 1 ? 1 : 4 * threads;
  const size = Math.max(unit, Math.ceil(total / pieces / unit) * unit);
  const out: [number, number][] = [];
  for (let start = 0; start < total; start += size) out.push([start, Math.min(size, total - start)]);
  return out;
}

export interface CommitOptions {
  /** 2^logBlocks blocks of 2^logBlock elements of `width` words. */
  readonly table: number;
  /** Words per element: 1 for the base field, 5 for K. */
  readonly width: 1 | 5;
  readonly logBlocks: number;
  readonly logBlock: number;
  readonly logDomain: number;
  /** Blocks from here on are all zero: they are not read. */
  readonly usedBlocks?: number;
  /** 2^logDomain digests are written here. */
  readonly leaves: number;
  readonly onPart?: (fraction: number) => void;
}

/** From this size on a coset is loaded in 16 parts whose first layers are computed on the way. */
const LOG_PARTED = 12;
/** Cosets in work at once are at least one, and no more than these bytes. */
const COSETS_BYTES = 2 ** 26;
/** What is loaded at once: half of a second-level cache. */
const TILE_BYTES = 2 ** 19;

/**
 * Reed–Solomon encoding and the leaves' digests (docs/proof.md, "Oracle i" and "Merkle"): digest idx is that of the row (G_b(ω^idx))_b. The codeword is never
 * there as a whole: coset by coset it is computed and hashed, all threads on the same coset or on a few small ones.
 */
export async function commitLeaves(
  kernels: Kernels,
  { table, width, logBlocks, logBlock, logDomain, usedBlocks = 2 ** logBlocks, leaves, onPart }: CommitOptions,
): Promise<void> {
  invariant(
    logDomain >= logBlock && logDomain <= TWO_ADICITY && logBlocks >= 0,
    'the domain is at least as large as a block and has a root of unity',
  );
  const { heap, threads } = kernels;
  await heap.scoped(async () => {
    const words = width * 2 ** logBlocks;
    const vectors = (count: number): number => 16 * Math.ceil((4 * count) / 16);
    const stride = vectors(words);
    // Whole vectors of columns.
    const used = Math.min(2 ** logBlocks, 4 * Math.ceil(usedBlocks / 4));
    const bytes = vectors(width * used);
    const twiddles = heap.alloc(16 * 2 ** logBlock);
    kernels.call('encodeTwiddles', twiddles, logBlock, rootOfUnity(logBlock));
    const shift = logDomain - logBlock;
    const omega = rootOfUnity(logDomain);
    const cosetBytes = stride * 2 ** logBlock;
    const group = Math.min(2 ** shift, Math.max(1, 2 ** Math.floor(Math.log2(COSETS_BYTES / cosetBytes))));
    const work = heap.alloc(group * cosetBytes);
    const logParts = logBlock >= LOG_PARTED ? 4 : 0;
    const parts = 2 ** logParts;
    const tile = Math.min(256, Math.max(4, 4 * Math.floor(TILE_BYTES / (4 * parts * stride))));
    const pieces = splitWork(2 ** logBlock / parts, group < 4 * threads ? threads : 1, tile);
    for (let first = 0; first < 2 ** shift; first += group) {
      const cosets = Array.from({ length: group }, (_, i) => ({ at: work + i * cosetBytes, t: first + i }));
      await kernels.run(
        'encodeTiles',
        cosets.flatMap(({ at, t }) =>
          pieces.map(([from, count]) => [
            ...[table, logBlock, used, width, at, stride, bytes, pow(omega, t), twiddles, logParts],
            ...[from, count, tile],
          ]),
        ),
      );
      await kernels.run(
        'encodeLeaves',
        cosets.flatMap(({ at, t }) =>
          Array.from({ length: parts }, (_, part) => [
            ...[at, logBlock, logParts, part, stride, bytes, words, twiddles],
            ...[leaves + DIGEST_STRIDE * t, shift],
          ]),
        ),
      );
      onPart?.((first + group) / 2 ** shift);
    }
  });
}

/** Room that a digest takes in a tree: 26 bytes and 6 zeros. */
export const DIGEST_STRIDE = 32;
export const DIGEST_BYTES = 26;

/** Bytes of a tree with 2^depth leaves. */
export function treeBytes(depth: number): number {
  return DIGEST_STRIDE * (2 ** (depth + 1) - 1);
}

/** Byte offset of a digest inside the tree; level 0 is the root, level `depth` the leaves, which come first. */
export function treeOffset(depth: number, level: number, index: number): number {
  return DIGEST_STRIDE * (2 ** (depth + 1) - 2 ** (level + 1) + index);
}

export interface MerkleOptions {
  readonly rows: number;
  readonly rowWords: number;
  readonly depth: number;
  readonly tree: number;
}

/** Hashes 2^depth rows and all levels above them (docs/proof.md, "Merkle"). */
export async function merkleTree(kernels: Kernels, { rows, rowWords, depth, tree }: MerkleOptions): Promise<void> {
  const split = kernels.threads === 1 ? 0 : Math.min(depth, Math.ceil(Math.log2(8 * kernels.threads)));
  const subtrees = Array.from({ length: 2 ** split }, (_, index) => [rows, rowWords, depth, depth - split, index, tree]);
  await kernels.run('merkleSubtree', subtrees);
  for (let level = split - 1; level >= 0; level--) {
    kernels.call('merkleNodes', tree + treeOffset(depth, level + 1, 0), 2 ** level, tree + treeOffset(depth, level, 0));
  }
}

export interface PoseidonPermuteOptions {
  readonly states: number;
  readonly count: number;
}

/** Permutes `count` states of 16 words in place. */
export async function poseidonPermute(kernels: Kernels, { states, count }: PoseidonPermuteOptions): Promise<void> {
  const chunks = splitWork(count, kernels.threads, 4).map(([start, n]) => [kernels.poseidonTable, states + 64 * start, n]);
  await kernels.run('poseidonPermuteChunk', chunks);
}

export interface PoseidonCompressOptions {
  readonly domain: number;
  /** 16 words (left ‖ right) each. */
  readonly input: number;
  /** 8 words each; must not overlap the input. */
  readonly output: number;
  readonly count: number;
}

/** compress_domain of `count` pairs. */
export function poseidonCompress(kernels: Kernels, { domain, input, output, count }: PoseidonCompressOptions): Promise<void> {
  const { heap, poseidonTable } = kernels;
  return heap.scoped(async () => {
    const constants = heap.allocWords(WIDTH);
    heap.u32(constants, WIDTH).set(domainConstants(domain));
    const pieces = splitWork(count, kernels.threads, 4);
    await kernels.run(
      'poseidonCompressChunk',
      pieces.map(([start, n]) => [poseidonTable, constants, input + 64 * start, output + 32 * start, n]),
    );
  });
}

/** Runs `work` with the scalar in memory. */
function withScalar(kernels: Kernels, r: Ext, work: (pointer: number) => Promise<unknown>): Promise<void> {
  return kernels.heap.scoped(async () => {
    const pointer = kernels.heap.allocWords(5);
    kernels.heap.u32(pointer, 5).set(r);
    await work(pointer);
  });
}

export interface FoldOptions {
  /** 2·half elements. */
  readonly input: number;
  /** half elements of K. */
  readonly output: number;
  readonly half: number;
  readonly r: Ext;
}

/** K output[i] = f[i] + r (f[i + half] − f[i]) for a base table f. */
export function foldBase(kernels: Kernels, { input, output, half, r }: FoldOptions): Promise<void> {
  return withScalar(kernels, r, (scalar) =>
    kernels.run(
      'foldBaseChunk',
      splitWork(half, kernels.threads, 4).map(([start, n]) => [
        input + 4 * start,
        input + 4 * (half + start),
        output + 20 * start,
        n,
        scalar,
      ]),
    ),
  );
}

/** The same for a K table; `output` may be `input`. */
export function foldExt(kernels: Kernels, { input, output, half, r }: FoldOptions): Promise<void> {
  return withScalar(kernels, r, (scalar) =>
    kernels.run(
      'foldExtChunk',
      splitWork(half, kernels.threads, 4).map(([start, n]) => [
        input + 20 * start,
        input + 20 * (half + start),
        output + 20 * start,
        n,
        scalar,
      ]),
    ),
  );
}

export interface MulExtOptions {
  readonly a: number;
  readonly b: number;
  readonly output: number;
  readonly count: number;
}

/** output[i] = a[i]·b[i] in K; `output` may be `a` or `b`. */
export async function mulExt(kernels: Kernels, { a, b, output, count }: MulExtOptions): Promise<void> {
  await kernels.run(
    'mulExtChunk',
    splitWork(count, kernels.threads, 4).map(([start, n]) => [a + 20 * start, b + 20 * start, output + 20 * start, n]),
  );
}

export interface MulAddExtOptions {
  /** Base elements. */
  readonly a: number;
  readonly scalar: Ext;
  readonly output: number;
  readonly count: number;
}

/** K output[i] += scalar·a[i]. */
export function mulAddExt(kernels: Kernels, { a, scalar, output, count }: MulAddExtOptions): Promise<void> {
  return withScalar(kernels, scalar, (pointer) =>
    kernels.run(
      'mulAddExtChunk',
      splitWork(count, kernels.threads, 4).map(([start, n]) => [a + 4 * start, output + 20 * start, n, pointer]),
    ),
  );
}
