/** WHIR's tables in WebAssembly memory: values canonical, the weight in Montgomery form. */
import { DIGEST_BYTES, encodeBase, encodeExt, merkleTree, treeBytes, treeOffset } from '@weir/crypto/kernels';
import { type Ext, mul, ONE, pow } from '@weir/crypto/quintic';
import { multiproofNodes } from '../merkle.ts';
import { WORDS } from '../multilinear.ts';
import { commitTable, type Oracle, type OracleShape } from '../whir/commitment.ts';
import { type OpeningTables, ReferenceOpeningTables } from '../whir/prover.ts';
import { type KernelTable, type Machine, SMALL, toMontgomery } from './tables.ts';

/** Commits to `table` (elements of `width` words, row-major) where it lies. The codeword stays on the heap. */
export async function commitKernelTable(machine: Machine, table: number, length: number, shape: OracleShape): Promise<Oracle> {
  const { heap, kernels } = machine;
  const { width, fold, logDomain, digestBytes } = shape;
  const leafWords = width * 2 ** fold;
  const rows = heap.alloc(4 * leafWords * 2 ** logDomain);
  const options = { table, out: rows, logBlocks: fold, logBlock: Math.log2(length) - fold, logDomain };
  await (width === 1 ? encodeBase(kernels, options) : encodeExt(kernels, options));
  const tree = heap.alloc(treeBytes(logDomain));
  await merkleTree(kernels, { rows, rowWords: leafWords, depth: logDomain, tree });
  const digest = (level: number, index: number) => heap.u8(tree + treeOffset(logDomain, level, index), digestBytes).slice();
  return {
    root: digest(0, 0),
    leaf: (index) => heap.u32(rows + 4 * leafWords * index, leafWords).slice(),
    siblings: (indices) => multiproofNodes(logDomain, indices).map(({ level, index }) => digest(logDomain - level, index)),
  };
}

/** The kernels hash 26-byte digests, and vectors need whole lanes. */
export function kernelsCommit({ digestBytes }: OracleShape, length: number): boolean {
  return digestBytes === DIGEST_BYTES && length >= SMALL;
}

export class KernelOpeningTables implements OpeningTables {
  readonly #machine: Machine;
  #base: { pointer: number; length: number } | undefined;
  #table: KernelTable;
  #weight: KernelTable;
  #small: ReferenceOpeningTables | undefined;

  /** `weight` in Montgomery form, as long as the base table. */
  constructor(machine: Machine, base: { readonly pointer: number; readonly length: number }, weight: KernelTable) {
    this.#machine = machine;
    this.#base = base;
    this.#weight = weight;
    this.#table = machine.allocTable(base.length / 2);
    this.#leaveWhenSmall();
  }

  async roundSums(): Promise<readonly [Ext, Ext]> {
    if (this.#small) return this.#small.roundSums();
    const weight = this.#weight;
    const half = weight.length / 2;
    const base = this.#base;
    const table = this.#table;
    const [c0, c2] = base
      ? await this.#machine.sums('openingRoundBase', half, 2, (start, count) => [
          base.pointer + 4 * start,
          weight.pointer + 4 * start,
          weight.stride,
          half,
          count,
        ])
      : await this.#machine.sums('openingRound', half, 2, (start, count) => [
          table.pointer + 4 * start,
          table.stride,
          weight.pointer + 4 * start,
          weight.stride,
          half,
          count,
        ]);
    return [c0, c2];
  }

  async bind(r: Ext): Promise<void> {
    if (this.#small) return this.#small.bind(r);
    const machine = this.#machine;
    const base = this.#base;
    if (base) {
      const half = base.length / 2;
      const challenge = machine.constants(toMontgomery(r));
      const out = this.#table;
      await machine.each('foldBaseToK', half, (start, count) => [
        base.pointer + 4 * start,
        half,
        count,
        challenge,
        out.pointer + 4 * start,
        out.stride,
      ]);
      this.#base = undefined;
    } else {
      this.#table = await machine.fold(this.#table, r);
    }
    this.#weight = await machine.fold(this.#weight, r);
    this.#leaveWhenSmall();
  }

  async commit(shape: OracleShape): Promise<Oracle> {
    if (this.#small) return this.#small.commit(shape);
    const { heap } = this.#machine;
    const { length, pointer, stride } = this.#table;
    if (!kernelsCommit(shape, length)) return commitTable(this.#machine.download(this.#table), shape);
    const rows = heap.alloc(20 * length);
    this.#machine.kernels.call('planesToRows', pointer, stride, length, rows);
    return commitKernelTable(this.#machine, rows, length, shape);
  }

  async evaluate(y: Ext): Promise<Ext> {
    return this.#small ? this.#small.evaluate(y) : this.#machine.horner(this.#table, y);
  }

  async addPowers(terms: readonly { readonly point: Ext; readonly scale: Ext }[]): Promise<void> {
    if (this.#small) return this.#small.addPowers(terms);
    for (const { point, scale } of terms) await addPowers(this.#machine, this.#weight, point, scale);
  }

  values(): Uint32Array {
    return this.#small ? this.#small.values() : this.#machine.download(this.#table);
  }

  #leaveWhenSmall(): void {
    if (this.#weight.length > SMALL || this.#small) return;
    const weight = this.#machine.download(this.#weight, true);
    const base = this.#base;
    const values = base ? this.#machine.heap.u32(base.pointer, base.length).slice() : this.#machine.download(this.#table);
    this.#small = new ReferenceOpeningTables(values, weight);
  }
}

/** weight[i] += scale·y^i, the weight in Montgomery form. */
export async function addPowers(machine: Machine, weight: KernelTable, y: Ext, scale: Ext): Promise<void> {
  const { heap, kernels } = machine;
  const y2 = mul(y, y);
  const y4 = mul(y2, y2);
  const lanes = [ONE, y, y2, mul(y2, y)].map((power) => toMontgomery(mul(power, scale))) as [Ext, Ext, Ext, Ext];
  const mark = heap.mark();
  const pieces = machine.pieces(weight.length);
  const step = heap.allocWords(WORDS);
  heap.u32(step, WORDS).set(toMontgomery(y4));
  // Each piece starts with its own power of y.
  let powers = lanes;
  const stride = pow(y, pieces[0][1]);
  const chunks = pieces.map(([start, count]) => {
    const first = heap.allocWords(20);
    const words = heap.u32(first, 20);
    for (let c = 0; c < WORDS; c++) for (let lane = 0; lane < 4; lane++) words[4 * c + lane] = powers[lane][c];
    powers = powers.map((power) => mul(power, stride)) as [Ext, Ext, Ext, Ext];
    return [weight.pointer + 4 * start, weight.stride, count, first, step];
  });
  await kernels.run('accumulatePowersK', chunks);
  heap.release(mark);
}
