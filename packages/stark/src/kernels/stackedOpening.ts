/**
 * The first folds of step 6 without a table of W. The weight of the stacked table has a structure (opening.ts): powers of each
 * out-of-domain point, and eq tables that end in the same coordinates for every column. So in a *tile* of 64 neighbours it is a number of
 * K times one of a few tables of 64, the same for all tiles, and
 *
 *     Σ_y W(y) P(y) = Σ_parts Σ_tile G(tile) F(tile),   F(tile) = Σ_{i < 64} low[i] P(64 tile + i).
 *
 * F costs one pass over P; the sumcheck over the leading variables then runs on F and G, a 64th as long, and says the same as it would on P and W: a
 * variable that both sides are linear in does not care which sum over the last six came first. Columns too short to hold tiles are summed
 * one by one, in every block, as one more part. Once the first round's variables are bound, P is folded over all its
 * blocks in one pass, and W is as short as that and written directly.
 */
import { add as addBase } from '@weir/crypto/field';
import { add, type Ext, load, mul, ONE, pow, sub, ZERO } from '@weir/crypto/quintic';
import { eqAtIndex, eqTable, evaluateUnivariateBase, type Point, suffix, WORDS } from '../multilinear.ts';
import { pieceWeight, type StackClaims, weightTable } from '../opening.ts';
import type { Shape } from '../stack.ts';
import type { Oracle } from '../whir/commitment.ts';
import { type OpeningTables, ReferenceOpeningTables } from '../whir/prover.ts';
import { addPowers, KernelOpeningTables, pairSums, TILE } from './opening.ts';
import { type KernelTable, type Machine, toMontgomery, toMontgomeryBase } from './tables.ts';

const LOG_TILE = Math.log2(TILE);
/** Columns from this height on have at least four tiles, one vector. */
const TILED = LOG_TILE + 2;

interface BaseTable {
  readonly pointer: number;
  readonly length: number;
  /** Elements from here on are 0. */
  readonly used: number;
}

/** A column, or as much of one as lies in one block: W(y) = weight·eq(point, y's last `point.length` bits) on it. */
interface Piece {
  readonly offset: number;
  readonly point: Point;
  readonly weight: Ext;
}

/** Σ G·F; F canonical, G in Montgomery form. */
interface Part {
  readonly values: KernelTable;
  readonly weights: KernelTable;
}

/** Σ_i P[i] y^i. */
export async function evaluateStacked(machine: Machine, base: BaseTable, y: Ext): Promise<Ext> {
  const { heap } = machine;
  if (base.length < 4 * TILE) return evaluateUnivariateBase(heap.u32(base.pointer, base.length), y);
  return heap.scoped(async () => machine.horner(await tileSums(machine, base, powersBelow(y)), pow(y, TILE)));
}

export async function openStacked(machine: Machine, shape: Shape, base: BaseTable, claims: StackClaims): Promise<OpeningTables> {
  const fold = shape.schedule.rounds[0].fold;
  if (shape.variables < fold + TILED) {
    return new ReferenceOpeningTables(machine.heap.u32(base.pointer, base.length).slice(), weightTable(shape, claims));
  }
  const opening = new StackedOpening(machine, shape, base, claims);
  await opening.prepare();
  return opening;
}

class StackedOpening implements OpeningTables {
  readonly #machine: Machine;
  readonly #base: BaseTable;
  readonly #claims: StackClaims;
  readonly #variables: number;
  readonly #fold: number;
  readonly #pieces: readonly Piece[];
  readonly #mark: number;
  readonly #challenges: Ext[] = [];
  #parts: Part[] = [];
  #folded: KernelOpeningTables | undefined;

  constructor(machine: Machine, shape: Shape, base: BaseTable, claims: StackClaims) {
    this.#machine = machine;
    this.#base = base;
    this.#claims = claims;
    this.#variables = shape.variables;
    this.#fold = shape.schedule.rounds[0].fold;
    this.#pieces = piecesOf(shape, claims, this.#blockVariables);
    this.#mark = machine.heap.mark();
  }

  get #blockVariables(): number {
    return this.#variables - this.#fold;
  }

  async prepare(): Promise<void> {
    const tiled = this.#pieces.filter(({ point }) => point.length >= TILED);
    const short = this.#pieces.filter(({ point }) => point.length < TILED);
    if (tiled.length > 0) this.#parts.push(await this.#columnPart(tiled));
    let scale = ONE;
    for (const { point } of this.#claims.samples) {
      this.#parts.push(await this.#powerPart(point, scale));
      scale = mul(scale, this.#claims.mu);
    }
    if (short.length > 0) this.#parts.push(await this.#shortPart(short));
  }

  /** All columns of a shape end in the same coordinates: one table of 64 serves them. */
  async #columnPart(pieces: readonly Piece[]): Promise<Part> {
    const machine = this.#machine;
    const values = await tileSums(machine, this.#base, eqTable(suffix(pieces[0].point, LOG_TILE)));
    const weights = machine.allocTable(values.length);
    await machine.zero(weights);
    const high = pieces.map(({ offset, point, weight }) => ({ offset: offset / TILE, point: point.slice(0, -LOG_TILE), weight }));
    await addPieces(machine, weights, high);
    return { values, weights };
  }

  async #powerPart(y: Ext, scale: Ext): Promise<Part> {
    const machine = this.#machine;
    const values = await tileSums(machine, this.#base, powersBelow(y));
    const weights = machine.allocTable(values.length);
    await machine.zero(weights);
    await addPowers(machine, weights, pow(y, TILE), scale);
    return { values, weights };
  }

  /** Element (block, piece) of F: the piece's column place in that block, summed with its eq table. G is 0 but in the piece's own block. */
  async #shortPart(pieces: readonly Piece[]): Promise<Part> {
    const machine = this.#machine;
    const { heap } = machine;
    const blocks = 2 ** this.#fold;
    const block = 2 ** this.#blockVariables;
    const width = 4 * Math.ceil(pieces.length / 4);
    const [values, weights] = [machine.allocTable(blocks * width), machine.allocTable(blocks * width)];
    await machine.zero(values);
    await machine.zero(weights);
    await heap.scoped(async () => {
      const sources = new Map<number, KernelTable>();
      for (const { point } of pieces) {
        if (sources.has(point.length)) continue;
        const source = machine.allocTable(2 ** point.length);
        machine.upload(eqTable(point, toMontgomery(ONE)), source);
        sources.set(point.length, source);
      }
      const chunks = pieces.map(({ offset, point }, i) => {
        const source = sources.get(point.length) as KernelTable;
        const column = this.#base.pointer + 4 * (offset % block);
        return [column, 4 * block, blocks, source.length, source.pointer, source.stride, values.pointer + 4 * i, values.stride, 4 * width];
      });
      await machine.kernels.run('columnDots', chunks);
    });
    for (const [i, { offset, weight }] of pieces.entries()) {
      const at = { pointer: weights.pointer + 4 * (Math.floor(offset / block) * width + i), stride: weights.stride, length: 1 };
      machine.upload(Uint32Array.from(toMontgomery(weight)), at);
    }
    return { values, weights };
  }

  async roundSums(): Promise<readonly [Ext, Ext]> {
    if (this.#folded) return this.#folded.roundSums();
    let sums: readonly [Ext, Ext] = [ZERO, ZERO];
    for (const { values, weights } of this.#parts) {
      const [c0, c2] = await pairSums(this.#machine, values, weights);
      sums = [add(sums[0], c0), add(sums[1], c2)];
    }
    return sums;
  }

  async bind(r: Ext): Promise<void> {
    if (this.#folded) return this.#folded.bind(r);
    this.#challenges.push(r);
    if (this.#challenges.length === this.#fold) {
      this.#parts = [];
      this.#machine.heap.release(this.#mark);
      this.#folded = new KernelOpeningTables(this.#machine, await this.#foldTable(), await this.#foldWeight());
      return;
    }
    const parts: Part[] = [];
    for (const { values, weights } of this.#parts) {
      parts.push({ values: await this.#machine.fold(values, r), weights: await this.#machine.fold(weights, r) });
    }
    this.#parts = parts;
  }

  /** Σ_b eq(b, challenges)·block_b of P. */
  async #foldTable(): Promise<KernelTable> {
    const machine = this.#machine;
    const { heap } = machine;
    const out = machine.allocTable(2 ** this.#blockVariables);
    // Pairs of blocks; those behind the last column are all 0.
    const blocks = 2 * Math.ceil(this.#base.used / (2 * out.length));
    await heap.scoped(async () => {
      const weights = heap.allocWords(WORDS * blocks);
      heap.u32(weights, WORDS * blocks).set(eqTable(this.#challenges, toMontgomery(ONE)).subarray(0, WORDS * blocks));
      await machine.each('foldBlocks', out.length, (start, count) => [
        this.#base.pointer + 4 * start,
        4 * out.length,
        blocks,
        weights,
        count,
        out.pointer + 4 * start,
        out.stride,
      ]);
    });
    return out;
  }

  /** W with its leading variables bound, in Montgomery form. */
  async #foldWeight(): Promise<KernelTable> {
    const machine = this.#machine;
    const block = 2 ** this.#blockVariables;
    const weight = machine.allocTable(block);
    await machine.zero(weight);
    let scale = ONE;
    for (const { point } of this.#claims.samples) {
      // Π (1 + r_i (z^{2^{N−1−i}} − 1)): powers fold to powers.
      const factor = this.#challenges.reduce<Ext>(
        (product, r, i) => mul(product, add(ONE, mul(r, sub(pow(point, 2 ** (this.#variables - 1 - i)), ONE)))),
        scale,
      );
      await addPowers(machine, weight, point, factor);
      scale = mul(scale, this.#claims.mu);
    }
    const blocks = eqTable(this.#challenges);
    // Pieces that fall on one place are one.
    const places = new Map<string, Piece>();
    for (const { offset, point, weight: own } of this.#pieces) {
      const place = `${offset % block} ${point.length}`;
      const scaled = mul(own, load(blocks, WORDS * Math.floor(offset / block)));
      const known = places.get(place);
      places.set(place, { offset: offset % block, point, weight: known ? add(known.weight, scaled) : scaled });
    }
    await addPieces(machine, weight, [...places.values()]);
    return weight;
  }

  async commit(...[shape]: Parameters<OpeningTables['commit']>): Promise<Oracle> {
    return this.#later.commit(shape);
  }

  async evaluate(y: Ext): Promise<Ext> {
    return this.#later.evaluate(y);
  }

  async addPowers(...[terms]: Parameters<OpeningTables['addPowers']>): Promise<void> {
    return this.#later.addPowers(terms);
  }

  values(): Uint32Array {
    return this.#later.values();
  }

  get #later(): KernelOpeningTables {
    if (!this.#folded) throw new RangeError('the first fold is not complete');
    return this.#folded;
  }
}

/** 1, y, …, y^63 */
function powersBelow(y: Ext): Uint32Array {
  const rows = new Uint32Array(WORDS * TILE);
  for (let i = 0, power: Ext = ONE; i < TILE; i++, power = mul(power, y)) rows.set(power, WORDS * i);
  return rows;
}

/** F(tile) = Σ_{i < 64} low[i]·P(64 tile + i); `low`: rows, canonical. */
async function tileSums(machine: Machine, { pointer, length, used }: BaseTable, low: Uint32Array): Promise<KernelTable> {
  const { heap } = machine;
  const out = machine.allocTable(length / TILE);
  await heap.scoped(async () => {
    const planes: KernelTable = { pointer: heap.allocWords(WORDS * TILE), stride: 4 * TILE, length: TILE };
    machine.upload(low.map(toMontgomeryBase), planes);
    const tiles = 4 * Math.ceil(used / (4 * TILE));
    await machine.zero({ ...out, pointer: out.pointer + 4 * tiles, length: length / TILE - tiles });
    await machine.each('tileDots', tiles, (start, count) => [
      pointer + 4 * TILE * start,
      count,
      planes.pointer,
      out.pointer + 4 * start,
      out.stride,
    ]);
  });
  return out;
}

/** Columns in stack order; what is longer than a block is a piece per block. */
function piecesOf(shape: Shape, { samples, point, mu }: StackClaims, blockVariables: number): Piece[] {
  let scale = pow(mu, samples.length);
  return shape.columns.flatMap(({ logHeight, pieces }) => {
    const columnScale = scale;
    scale = mul(scale, mu);
    return pieces.flatMap(({ row, logLength, offset }) => {
      const weight = mul(columnScale, pieceWeight(suffix(point, logHeight), row, logLength));
      const own = suffix(point, logLength);
      const across = own.slice(0, Math.max(0, logLength - blockVariables));
      const rest = own.slice(across.length);
      return Array.from({ length: 2 ** across.length }, (_, i) => ({
        offset: offset + i * 2 ** rest.length,
        point: rest,
        weight: across.length === 0 ? weight : mul(weight, eqAtIndex(i, across)),
      }));
    });
  });
}

/** table (Montgomery) += every piece's weighted eq table. Pieces of one length neither overlap nor have different points. */
async function addPieces(machine: Machine, table: KernelTable, pieces: readonly Piece[]): Promise<void> {
  const { heap } = machine;
  const byLength = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const group = byLength.get(piece.point.length);
    if (group) group.push(piece);
    else byLength.set(piece.point.length, [piece]);
  }
  for (const [length, group] of byLength) {
    if (length < 2) {
      for (const { offset, point, weight } of group) addSmall(machine, table, offset, eqTable(point, weight));
      continue;
    }
    await heap.scoped(async () => {
      const source = await machine.eq(group[0].point);
      const factors = heap.allocWords(WORDS * group.length);
      heap.u32(factors, WORDS * group.length).set(group.flatMap(({ weight }) => [...toMontgomery(weight)]));
      const chunks = group.flatMap(({ offset }, i) =>
        machine
          .pieces(source.length)
          .map(([start, count]) => [
            table.pointer + 4 * (offset + start),
            table.stride,
            source.pointer + 4 * start,
            source.stride,
            count,
            factors + 4 * WORDS * i,
          ]),
      );
      await machine.kernels.run('accumulateScaledK', chunks);
    });
  }
}

/** The same for pieces below one vector. */
function addSmall({ heap }: Machine, table: KernelTable, offset: number, rows: Uint32Array): void {
  for (let i = 0; i < rows.length / WORDS; i++) {
    for (let c = 0; c < WORDS; c++) {
      const cell = heap.u32(table.pointer + c * table.stride + 4 * (offset + i), 1);
      cell[0] = addBase(cell[0], toMontgomeryBase(rows[WORDS * i + c]));
    }
  }
}
