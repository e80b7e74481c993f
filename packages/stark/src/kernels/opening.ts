/** WHIR's tables in WebAssembly memory: values canonical, the weight in Montgomery form. */
import { add as addBase, mul as mulBase, pow as powBase, rootOfUnity } from '@weir/crypto/field';
import { commitLeaves, DIGEST_BYTES, DIGEST_STRIDE, treeBytes, treeOffset } from '@weir/crypto/kernels';
import { type Ext, mul, mulBase as mulExtBase, ONE, pow, ZERO } from '@weir/crypto/quintic';
import { multiproofNodes } from '../merkle.ts';
import { WORDS } from '../multilinear.ts';
import { commitTable, type Oracle, type OracleShape } from '../whir/commitment.ts';
import { type OpeningTables, ReferenceOpeningTables } from '../whir/prover.ts';
import { type KernelTable, type Machine, SMALL, toMontgomery, toMontgomeryBase } from './tables.ts';

/** Coefficients whose powers are kept: one tile of assembly/opening.ts. */
export const TILE = 64;

/** A table whose planes must not change as long as the oracle is used: one for the base field, five for K. */
export interface CommittedPlanes {
  readonly planes: readonly number[];
  readonly length: number;
  /** Elements from here on are 0 (default: none). */
  readonly used?: number;
}

/**
 * The codeword, 2^{k + d} elements, is never there as a whole (commitLeaves). Opened leaves are evaluated again from the
 * table, about a tenth of the encoding's work for a quarter of the memory.
 */
export async function commitKernelTable(
  machine: Machine,
  source: CommittedPlanes,
  shape: OracleShape,
  onPart: (fraction: number) => void = () => {},
): Promise<Oracle> {
  const { heap, kernels } = machine;
  const { width, fold, logDomain, digestBytes } = shape;
  const logBlock = Math.log2(source.length) - fold;
  const tree = heap.alloc(treeBytes(logDomain));
  await heap.scoped(async () => {
    let table = source.planes[0];
    if (width > 1) {
      table = heap.alloc(4 * width * source.length);
      kernels.call('planesToRows', source.planes[0], source.planes[1] - source.planes[0], source.length, table);
    }
    await commitLeaves(kernels, {
      ...{ table, width: width === 1 ? 1 : 5, logBlocks: fold, logBlock, logDomain },
      usedBlocks: Math.ceil((source.used ?? source.length) / 2 ** logBlock),
      leaves: tree + treeOffset(logDomain, logDomain, 0),
      onPart: (fraction) => onPart(0.85 * fraction),
    });
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
  { planes, length, used = length }: CommittedPlanes,
  shape: OracleShape,
  indices: readonly number[],
): Promise<Uint32Array[]> {
  const { heap, kernels } = machine;
  const blocks = 2 ** shape.fold;
  const blockLength = length / blocks;
  const omega = rootOfUnity(shape.logDomain);
  const points = indices.map((index) => powBase(omega, index));
  const tile = Math.min(TILE, blockLength);
  return heap.scoped(async () => {
    const powers = heap.allocWords(tile * points.length);
    const steps = heap.allocWords(points.length);
    const powerWords = heap.u32(powers, tile * points.length);
    points.forEach((y, q) => {
      for (let i = 0, power = toMontgomeryBase(1); i < tile; i++, power = mulBase(power, y)) powerWords[tile * q + i] = power;
    });
    heap.u32(steps, points.length).set(points.map((y) => toMontgomeryBase(powBase(y, tile))));
    const sums = heap.alloc(16 * points.length * blocks * planes.length);
    heap.zero(sums, 16 * points.length * blocks * planes.length);
    const sumsOf = (block: number, plane: number) => sums + 16 * points.length * (planes.length * block + plane);
    const chunks = Array.from({ length: Math.ceil(used / blockLength) }, (_, block) =>
      planes.map((plane, c) => [
        plane + 4 * block * blockLength,
        4 * blockLength,
        4 * tile,
        powers,
        steps,
        points.length,
        sumsOf(block, c),
      ]),
    );
    await kernels.run('evaluateAtPoints', chunks.flat());
    return points.map((_, q) =>
      Uint32Array.from({ length: blocks * planes.length }, (_, at) =>
        heap.u32(sums + 16 * (points.length * at + q), 4).reduce((total, lane) => addBase(total, lane), 0),
      ),
    );
  });
}

/** The kernels hash 26-byte digests, and vectors need whole lanes. */
export function kernelsCommit({ digestBytes, fold }: OracleShape, length: number): boolean {
  return digestBytes === DIGEST_BYTES && length >= 4 * 2 ** fold;
}

/** F and W, both over K: W's structure, if it had any, is used up (stackedOpening.ts). */
export class KernelOpeningTables implements OpeningTables {
  readonly #machine: Machine;
  #table: KernelTable;
  #weight: KernelTable;
  #small: ReferenceOpeningTables | undefined;

  /** `weight` in Montgomery form. */
  constructor(machine: Machine, table: KernelTable, weight: KernelTable) {
    this.#machine = machine;
    this.#table = table;
    this.#weight = weight;
    this.#leaveWhenSmall();
  }

  async roundSums(): Promise<readonly [Ext, Ext]> {
    return this.#small ? this.#small.roundSums() : pairSums(this.#machine, this.#table, this.#weight);
  }

  async bind(r: Ext): Promise<void> {
    if (this.#small) return this.#small.bind(r);
    this.#table = await this.#machine.fold(this.#table, r);
    this.#weight = await this.#machine.fold(this.#weight, r);
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
    const isBase = ({ point }: (typeof terms)[number]): boolean => point.slice(1).every((word) => word === 0);
    for (const { point, scale } of terms.filter((term) => !isBase(term))) await addPowers(this.#machine, this.#weight, point, scale);
    await addBasePowers(
      this.#machine,
      this.#weight,
      terms.filter(isBase).map(({ point, scale }) => ({ point: point[0], scale })),
    );
  }

  values(): Uint32Array {
    return this.#small ? this.#small.values() : this.#machine.download(this.#table);
  }

  #leaveWhenSmall(): void {
    if (this.#weight.length > SMALL || this.#small) return;
    this.#small = new ReferenceOpeningTables(this.#machine.download(this.#table), this.#machine.download(this.#weight, true));
  }
}

/** (c_0, c_2) of Σ_x F(X, x) W(X, x), W in Montgomery form. */
export async function pairSums(machine: Machine, table: KernelTable, weight: KernelTable): Promise<readonly [Ext, Ext]> {
  const half = weight.length / 2;
  const [c0, c2] = await machine.sums('openingRound', half, 2, (start, count) => [
    table.pointer + 4 * start,
    table.stride,
    weight.pointer + 4 * start,
    weight.stride,
    half,
    count,
  ]);
  return [c0, c2];
}

/**
 * weight[i] += Σ scale·y^i for base points, as those of queries are, the weight in Montgomery form: in a tile of 64 each is a number of K times the same 64
 * base powers, and all of them are added before they are reduced.
 */
async function addBasePowers(
  machine: Machine,
  weight: KernelTable,
  terms: readonly { readonly point: number; readonly scale: Ext }[],
): Promise<void> {
  const { heap, kernels } = machine;
  const all = terms.length % 2 === 0 ? terms : [...terms, { point: 1, scale: ZERO }];
  await heap.scoped(async () => {
    const powers = heap.allocWords(TILE * all.length);
    const steps = heap.allocWords(all.length);
    const powerWords = heap.u32(powers, TILE * all.length);
    for (const [q, { point }] of all.entries()) {
      for (let i = 0, power = toMontgomeryBase(1); i < TILE; i++, power = mulBase(power, point)) powerWords[TILE * q + i] = power;
    }
    heap.u32(steps, all.length).set(all.map(({ point }) => toMontgomeryBase(powBase(point, TILE))));
    const chunks = machine.pieces(weight.length).map(([start, count]) => {
      const factors = heap.allocWords(WORDS * all.length);
      heap
        .u32(factors, WORDS * all.length)
        .set(all.flatMap(({ point, scale }) => [...toMontgomery(mulExtBase(scale, powBase(point, start)))]));
      return [weight.pointer + 4 * start, weight.stride, count, powers, steps, factors, all.length];
    });
    await kernels.run('accumulateBasePowers', chunks);
  });
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
