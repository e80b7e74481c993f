/**
 * K tables in WebAssembly memory, as five planes: coefficient c of element i lies at pointer + c·stride + 4·i. A product in SIMD is a
 * Montgomery product (a·b/2^32), so of two factors one is kept in Montgomery form (x·2^32); every function says which form it takes.
 *
 * Lengths handled by kernels are multiples of 4; what is shorter than SMALL is copied out and left to plain TypeScript.
 */
import { inv as invBase, mul as mulBaseField, P } from '@weir/crypto/field';
import { type Kernels, splitWork } from '@weir/crypto/kernels';
import { add, type Ext, mul, mulBase, ONE, pow, ZERO } from '@weir/crypto/quintic';
import { eqTable, type Point, WORDS } from '../multilinear.ts';

/** Tables of at most this many elements leave WebAssembly: no kernel sees a remainder of a vector. */
export const SMALL = 64;

const MONTGOMERY = 2 ** 32 % P;
const MONTGOMERY_INVERSE = invBase(MONTGOMERY);

export const toMontgomery = (a: Ext): Ext => mulBase(a, MONTGOMERY);
export const fromMontgomery = (a: Ext): Ext => mulBase(a, MONTGOMERY_INVERSE);
export const toMontgomeryBase = (a: number): number => mulBaseField(a, MONTGOMERY);
const fromMontgomeryBase = (a: number): number => mulBaseField(a, MONTGOMERY_INVERSE);

export interface KernelTable {
  readonly pointer: number;
  /** Bytes between planes. */
  readonly stride: number;
  /** Elements. */
  readonly length: number;
}

/** The kernels with a small area for arguments and partial sums. */
export class Machine {
  readonly kernels: Kernels;
  readonly #arguments: number;
  readonly #sums: number;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
    this.#arguments = kernels.heap.alloc(256);
    this.#sums = kernels.heap.alloc(160 * (4 * kernels.threads + 1));
  }

  get heap() {
    return this.kernels.heap;
  }

  /** Writes K elements side by side; the address is good until the next call. */
  constants(...values: readonly Ext[]): number {
    this.heap.u32(this.#arguments, 5 * values.length).set(values.flat());
    return this.#arguments;
  }

  allocTable(length: number): KernelTable {
    const stride = 4 * Math.max(4, length);
    return { pointer: this.heap.alloc(5 * stride), stride, length };
  }

  /** Pieces of a table of `length` elements: multiples of 4, at most 4 per thread, none so small that handing it over takes longer than it. */
  pieces(length: number): [start: number, count: number][] {
    return splitWork(length, this.kernels.threads, 2048);
  }

  /** Runs a kernel over pieces. */
  async each(name: string, length: number, args: (start: number, count: number) => readonly number[]): Promise<void> {
    await this.kernels.run(
      name,
      this.pieces(length).map(([start, count]) => args(start, count)),
    );
  }

  /** Runs a kernel that leaves `registers` sums per piece (its last argument is where); returns them added up. */
  async sums(name: string, length: number, registers: number, args: (start: number, count: number) => readonly number[]): Promise<Ext[]> {
    const pieces = this.pieces(length);
    await this.kernels.run(
      name,
      pieces.map(([start, count], i) => [...args(start, count), this.#sums + 160 * i]),
    );
    const words = this.heap.u32(this.#sums, 40 * pieces.length);
    return Array.from({ length: registers }, (_, r) =>
      pieces.reduce<Ext>((sum, _piece, i) => add(sum, addLanes(words, 40 * i + 20 * r)), ZERO),
    );
  }

  /** Σ_i table[i] y^i. The length is a multiple of 4. */
  async horner({ pointer, length, stride }: KernelTable, y: Ext): Promise<Ext> {
    const step = this.constants(toMontgomery(pow(y, 4)));
    const pieces = this.pieces(length);
    await this.kernels.run(
      'hornerK',
      pieces.map(([start, count], i) => [pointer + 4 * start, stride, count, step, this.#sums + 160 * i]),
    );
    const words = this.heap.u32(this.#sums, 40 * pieces.length);
    return pieces.reduce<Ext>((sum, [start], i) => {
      const lanes = [0, 1, 2, 3].map((lane) => laneOf(words, 40 * i, lane));
      return add(
        sum,
        mul(
          pow(y, start),
          lanes.reduceRight((total, lane) => add(mul(total, y), lane)),
        ),
      );
    }, ZERO);
  }

  /** Binds the leading variable in place. */
  async fold(table: KernelTable, r: Ext): Promise<KernelTable> {
    const half = table.length / 2;
    const challenge = this.constants(toMontgomery(r));
    await this.each('foldK', half, (start, count) => [table.pointer + 4 * start, table.stride, half, count, challenge]);
    return { ...table, length: half };
  }

  async sumOut(table: KernelTable): Promise<KernelTable> {
    const half = table.length / 2;
    await this.each('sumOutK', half, (start, count) => [table.pointer + 4 * start, table.stride, half, count]);
    return { ...table, length: half };
  }

  /** eq(point, ·) in Montgomery form; the point has at least two coordinates. */
  async eq(point: Point): Promise<KernelTable> {
    const table = this.allocTable(2 ** point.length);
    this.upload(eqTable(point.slice(-2), toMontgomery(ONE)), table);
    for (let size = 4, i = point.length - 3; i >= 0; size *= 2, i--) {
      const z = this.constants(toMontgomery(point[i]));
      await this.each('eqExtend', size, (start, count) => [table.pointer + 4 * start, table.stride, size, count, z]);
    }
    return table;
  }

  /** Rows (five words per element) into the first elements of a table. */
  upload(rows: Uint32Array, table: KernelTable): void {
    const count = rows.length / WORDS;
    for (let c = 0; c < WORDS; c++) {
      const plane = this.heap.u32(table.pointer + c * table.stride, count);
      for (let i = 0; i < count; i++) plane[i] = rows[WORDS * i + c];
    }
  }

  /** The table as rows. */
  download({ pointer, stride, length }: KernelTable, montgomery = false): Uint32Array {
    const rows = new Uint32Array(WORDS * length);
    for (let c = 0; c < WORDS; c++) {
      const plane = this.heap.u32(pointer + c * stride, length);
      for (let i = 0; i < length; i++) rows[WORDS * i + c] = montgomery ? fromMontgomeryBase(plane[i]) : plane[i];
    }
    return rows;
  }

  async zero(table: KernelTable): Promise<void> {
    await this.each('fillK', table.length, (start, count) => [table.pointer + 4 * start, table.stride, count, 0]);
  }
}

const laneOf = (words: Uint32Array, at: number, lane: number): Ext => [
  words[at + lane],
  words[at + 4 + lane],
  words[at + 8 + lane],
  words[at + 12 + lane],
  words[at + 16 + lane],
];

function addLanes(words: Uint32Array, at: number): Ext {
  return [0, 1, 2, 3].reduce<Ext>((sum, lane) => add(sum, laneOf(words, at, lane)), ZERO);
}
