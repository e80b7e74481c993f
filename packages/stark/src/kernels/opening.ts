/** WHIR's tables in WebAssembly memory: values canonical, the weight in Montgomery form. */
import { add as addBase, mul as mulBase, pow as powBase, rootOfUnity } from '@weir/crypto/field';
import { DIGEST_BYTES, DIGEST_STRIDE, encodeBase, encodeExt, treeBytes, treeOffset } from '@weir/crypto/kernels';
import { type Ext, mul, ONE, pow } from '@weir/crypto/quintic';
import { multiproofNodes } from '../merkle.ts';
import { WORDS } from '../multilinear.ts';
import { commitTable, type Oracle, type OracleShape } from '../whir/commitment.ts';
import { type OpeningTables, ReferenceOpeningTables } from '../whir/prover.ts';
import { type KernelTable, type Machine, SMALL, toMontgomery, toMontgomeryBase } from './tables.ts';

/** Leaves that are encoded and hashed together, at least. */
const LOG_PIECE = 14;

/** A table whose planes must not change as long as the oracle is used: one for the base field, five for K. */
export interface CommittedPlanes {
  readonly planes: readonly number[];
  readonly length: number;
}

/**
 * Commits coset by coset: the codeword, 2^{k + d} elements, is never there as a whole. Opened leaves are evaluated again from the
 * table, about a tenth of the encoding's work for a quarter of the memory.
 */
export async function commitKernelTable(machine: Machine, source: CommittedPlanes, shape: OracleShape): Promise<Oracle> {
  const { heap, kernels } = machine;
  const { width, fold, logDomain, digestBytes } = shape;
  const logBlock = Math.log2(source.length) - fold;
  const shift = logDomain - logBlock;
  const rowWords = width * 2 ** fold;
  const tree = heap.alloc(treeBytes(logDomain));
  await heap.scoped(async () => {
    let table = source.planes[0];
    if (width > 1) {
      table = heap.alloc(4 * width * source.length);
      kernels.call('planesToRows', source.planes[0], source.planes[1] - source.planes[0], source.length, table);
    }
    // One coset per thread at a time, or as many small ones as make a piece of work.
    const group = Math.min(Math.max(kernels.threads, 2 ** (LOG_PIECE - logBlock)), 2 ** shift);
    const leaves = group * 2 ** logBlock;
    const rows = heap.alloc(4 * rowWords * leaves);
    const digests = heap.alloc(DIGEST_STRIDE * leaves);
    const encode = width === 1 ? encodeBase : encodeExt;
    for (let coset = 0; coset < 2 ** shift; coset += group) {
      const cosets = Array.from({ length: Math.min(group, 2 ** shift - coset) }, (_, i) => coset + i);
      await encode(kernels, { table, out: rows, logBlocks: fold, logBlock, logDomain, cosets });
      await machine.each('merkleLeaves', cosets.length * 2 ** logBlock, (start, count) => [
        rows + 4 * rowWords * start,
        rowWords,
        count,
        digests + DIGEST_STRIDE * start,
      ]);
      const leafLevel = (t: number) => tree + treeOffset(logDomain, logDomain, t);
      await kernels.run(
        'scatterDigests',
        cosets.map((t, i) => [digests + DIGEST_STRIDE * i * 2 ** logBlock, 2 ** logBlock, leafLevel(t), DIGEST_STRIDE * 2 ** shift]),
      );
    }
  });
  for (let level = logDomain - 1; level >= 0; level--) {
    const [children, parents] = [treeOffset(logDomain, level + 1, 0), treeOffset(logDomain, level, 0)];
    await machine.each('merkleNodes', 2 ** level, (start, count) => [
      tree + children + 2 * DIGEST_STRIDE * start,
      count,
      tree + parents + DIGEST_STRIDE * start,
    ]);
  }
  const digest = (level: number, index: number) => heap.u8(tree + treeOffset(logDomain, level, index), digestBytes).slice();
  return {
    root: digest(0, 0),
    async open(indices) {
      const leaves = await evaluateLeaves(machine, source, shape, indices);
      return { leaves, siblings: multiproofNodes(logDomain, indices).map(({ level, index }) => digest(logDomain - level, index)) };
    },
  };
}

/** Leaf idx = every block's polynomial at ω^idx. */
async function evaluateLeaves(
  machine: Machine,
  { planes, length }: CommittedPlanes,
  shape: OracleShape,
  indices: readonly number[],
): Promise<Uint32Array[]> {
  const { heap, kernels } = machine;
  const blocks = 2 ** shape.fold;
  const blockLength = length / blocks;
  const omega = rootOfUnity(shape.logDomain);
  const points = indices.map((index) => powBase(omega, index));
  const groups = Math.ceil(points.length / 4);
  return heap.scoped(async () => {
    const steps = heap.alloc(16 * groups);
    heap.u32(steps, 4 * groups).set(points.map((y) => toMontgomeryBase(powBase(y, 4))));
    const sums = heap.alloc(64 * groups * blocks * planes.length);
    const sumsOf = (block: number, plane: number) => sums + 64 * groups * (planes.length * block + plane);
    const chunks = Array.from({ length: blocks }, (_, block) =>
      planes.map((plane, c) => [plane + 4 * block * blockLength, blockLength, steps, groups, sumsOf(block, c)]),
    );
    await kernels.run('evaluateAtPoints', chunks.flat());
    return points.map((y, query) => {
      const leaf = new Uint32Array(blocks * planes.length);
      for (let at = 0; at < leaf.length; at++) {
        const lanes = heap.u32(sums + 64 * groups * at + 16 * query, 4);
        leaf[at] = lanes.reduceRight((total, lane) => addBase(mulBase(total, y), lane), 0);
      }
      return leaf;
    });
  });
}

/** The kernels hash 26-byte digests, and vectors need whole lanes. */
export function kernelsCommit({ digestBytes, fold }: OracleShape, length: number): boolean {
  return digestBytes === DIGEST_BYTES && length >= 4 * 2 ** fold;
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
    // F goes on being folded in place: the oracle keeps its own copy.
    const copy = this.#machine.allocTable(length);
    const planes = Array.from({ length: WORDS }, (_, c) => copy.pointer + c * copy.stride);
    planes.forEach((plane, c) => {
      heap.u32(plane, length).set(heap.u32(pointer + c * stride, length));
    });
    return commitKernelTable(this.#machine, { planes, length }, shape);
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
