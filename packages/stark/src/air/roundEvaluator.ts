/**
 * Constraints in one round of the zerocheck: Σ_rows eq(row)·Σ_k w_k C_k, with every column's leading variable set to small integers.
 *
 * The strip machine in WebAssembly (assembly/air.ts, docs/decisions/constraint-vm.md) and its plain twin. Interactions are not here:
 * they are one affine form per chip, a K column that folds like any other.
 */

import { mul as mulBaseField, P } from '@weir/crypto/field';
import { type Kernels, splitWork } from '@weir/crypto/kernels';
import { add, type Ext, load, mul, mulBase, sub, ZERO } from '@weir/crypto/quintic';
import { invariant } from '@weir/foundation/assert';
import { evaluateConstraints } from './evaluate.ts';
import type { CompiledChip, Operand } from './ir.ts';

/** Values at X = 2 and X = 3. On a satisfying trace, constraints are 0 at X = 0 and X = 1, which are rows of it. */
export type BaseRound = readonly [at2: Ext, at3: Ext];
/** Values at X = 0, 2 and 3; the one at 1 follows from the sumcheck's claim. */
export type ExtRound = readonly [at0: Ext, at2: Ext, at3: Ext];

// The twin ------------------------------------------------------------------------------------------------------------

/** Five words per element. */
const WORDS = 5;

/**
 * `columns`: the chip's columns, then rowIndex, each 2·half elements (base: one word each, K: five). `eq`: half K elements.
 * Returns the values at each of `points`.
 */
export function constraintRound(
  chip: CompiledChip,
  weights: readonly Ext[],
  columns: readonly Uint32Array[],
  eq: Uint32Array,
  points: readonly number[],
): Ext[] {
  const half = eq.length / WORDS;
  const isBase = columns[0].length === 2 * half;
  const at = (table: Uint32Array, row: number): Ext => (isBase ? [table[row], 0, 0, 0, 0] : load(table, WORDS * row));
  const sums: Ext[] = points.map(() => ZERO);
  for (let row = 0; row < half; row++) {
    const low = columns.map((table) => at(table, row));
    const steps = columns.map((table, c) => sub(at(table, half + row), low[c]));
    points.forEach((x, i) => {
      const values = low.map((value, c) => add(value, mulBase(steps[c], x)));
      const constraints = evaluateConstraints(chip, values.slice(0, -1), values[values.length - 1]);
      const weighted = constraints.reduce((sum, value, k) => add(sum, mul(weights[k], value)), ZERO);
      sums[i] = add(sums[i], mul(load(eq, WORDS * row), weighted));
    });
  }
  return sums;
}

// The machine ---------------------------------------------------------------------------------------------------------

/** Rows per strip: the values of a chip of 200 columns take 200 to 260 KiB, a fraction of a second-level cache. */
const BASE_STRIP_ROWS = 256;
const EXT_STRIP_ROWS = 64;
/** Rows per unit of work. */
const CHUNK_ROWS = 512;

const MONTGOMERY = 2 ** 32 % P;
const toMontgomery = (value: number): number => mulBaseField(value, MONTGOMERY);

const WORD = 4;
const OPCODE = { mul: 0, lin: 1, keep: 2, weighKept: 3, weigh: 4, end: 5 } as const;
const KEPT = 4;

/** The program as words (layout: assembly/air.ts). `valueBytes` = bytes of one value of a strip. */
function encodeStripProgram({ program }: CompiledChip, weights: readonly Ext[], isBase: boolean): Uint32Array {
  const valueBytes = isBase ? WORD * BASE_STRIP_ROWS : WORDS * WORD * EXT_STRIP_ROWS;
  const firstRegister = program.columns + 1;
  const offset = (operand: Operand): number => operand * valueBytes;
  const words: number[] = [];
  let kept: Ext[] = [];
  const weighKept = (): void => {
    if (kept.length === 0) return;
    // Unused slots hold old values: weight 0.
    while (kept.length < KEPT) kept.push(ZERO);
    words.push(OPCODE.weighKept, ...kept.flat());
    kept = [];
  };
  for (const step of program.code) {
    switch (step.kind) {
      case 'mul':
        words.push(OPCODE.mul, offset(firstRegister + step.dst), offset(step.a), offset(step.b));
        break;
      case 'lin': {
        const terms = step.form.terms.flatMap(([operand, coefficient]) => [offset(operand), toMontgomery(coefficient)]);
        // Terms come in pairs: an odd last one is joined by 0·(itself).
        if (terms.length % 4 !== 0) terms.push(terms[0], 0);
        words.push(OPCODE.lin, offset(firstRegister + step.dst), toMontgomery(step.form.constant), terms.length / 4, ...terms);
        break;
      }
      case 'assertZero':
        if (isBase) {
          words.push(OPCODE.keep, offset(step.a), kept.push(weights[step.constraint]) - 1);
          if (kept.length === KEPT) weighKept();
        } else words.push(OPCODE.weigh, offset(step.a), ...weights[step.constraint]);
        break;
    }
  }
  weighKept();
  words.push(OPCODE.end);
  return Uint32Array.from(words);
}

/** A K table in the kernels' memory: coefficient c of element i at pointer + c·stride + 4·i. */
export interface Planes {
  readonly pointer: number;
  readonly stride: number;
}

/** One chip's constraints, ready to run on its tables in the kernels' memory. Takes memory from the heap once, in the constructor. */
export class RoundEvaluator {
  readonly #kernels: Kernels;
  readonly #columnCount: number;
  readonly #valueCount: number;
  readonly #baseCode: number;
  readonly #extCode: number;
  readonly #columns: number;
  readonly #work: number;
  readonly #workBytes: number;
  readonly #sums: number;

  constructor(kernels: Kernels, chip: CompiledChip, constraintWeights: readonly Ext[]) {
    const { heap, threads } = kernels;
    this.#kernels = kernels;
    this.#columnCount = chip.program.columns + 1;
    this.#valueCount = this.#columnCount + chip.program.registers;
    const upload = (words: Uint32Array): number => {
      const pointer = heap.allocWords(words.length);
      heap.u32(pointer, words.length).set(words);
      return pointer;
    };
    this.#baseCode = upload(encodeStripProgram(chip, constraintWeights, true));
    this.#extCode = upload(encodeStripProgram(chip, constraintWeights, false));
    this.#columns = heap.allocWords(this.#columnCount);
    this.#workBytes = WORD * Math.max((this.#valueCount + KEPT + WORDS) * BASE_STRIP_ROWS, WORDS * (this.#valueCount + 1) * EXT_STRIP_ROWS);
    this.#work = heap.alloc(threads * this.#workBytes);
    this.#sums = heap.alloc(REGISTER_BYTES * 3 * (4 * threads + 1));
  }

  /**
   * First round: `columns` = addresses of the base columns and, last, of the row numbers; 2·half words each. eq: half elements in
   * Montgomery form. half is a multiple of 4.
   */
  async base(columns: readonly number[], half: number, eq: Planes): Promise<BaseRound> {
    this.#setColumns(columns, half);
    const [at2, at3] = await this.#run('airRoundBase', half, 2, (from, count) => [
      this.#baseCode,
      this.#columns,
      this.#columnCount,
      this.#valueCount,
      half,
      from,
      count,
      eq.pointer,
      eq.stride,
      this.#work,
      this.#workBytes,
      WORD * BASE_STRIP_ROWS,
    ]);
    return [at2, at3];
  }

  /** Later rounds: the same over K columns, canonical, all with planes `stride` bytes apart. */
  async extension(columns: readonly number[], stride: number, half: number, eq: Planes): Promise<ExtRound> {
    this.#setColumns(columns, half);
    const [at0, at2, at3] = await this.#run('airRoundK', half, 3, (from, count) => [
      this.#extCode,
      this.#columns,
      this.#columnCount,
      stride,
      this.#valueCount,
      half,
      from,
      count,
      eq.pointer,
      eq.stride,
      this.#work,
      this.#workBytes,
      WORD * EXT_STRIP_ROWS,
    ]);
    return [at0, at2, at3];
  }

  #setColumns(columns: readonly number[], half: number): void {
    invariant(columns.length === this.#columnCount && half % 4 === 0, 'one address per column and rowIndex; rows in multiples of 4');
    this.#kernels.heap.u32(this.#columns, columns.length).set(columns);
  }

  async #run(name: string, half: number, registers: number, args: (from: number, count: number) => readonly number[]): Promise<Ext[]> {
    const pieces = splitWork(half, this.#kernels.threads, CHUNK_ROWS);
    const sumsAt = (piece: number): number => this.#sums + 3 * REGISTER_BYTES * piece;
    await this.#kernels.run(
      name,
      pieces.map(([from, count], piece) => [...args(from, count), sumsAt(piece)]),
    );
    return Array.from({ length: registers }, (_, register) =>
      pieces.reduce<Ext>((sum, _piece, piece) => add(sum, this.#lanes(sumsAt(piece) + REGISTER_BYTES * register)), ZERO),
    );
  }

  /** The four lanes of a register, added up. */
  #lanes(pointer: number): Ext {
    const words = this.#kernels.heap.u32(pointer, REGISTER_BYTES / WORD);
    const lane = (i: number): Ext => [words[i], words[4 + i], words[8 + i], words[12 + i], words[16 + i]];
    return [lane(1), lane(2), lane(3)].reduce(add, lane(0));
  }
}

/** Five vectors of four lanes. */
const REGISTER_BYTES = 80;
