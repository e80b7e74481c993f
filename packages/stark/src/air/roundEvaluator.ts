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
import type { CompiledChip, Instruction, LinearForm, Operand, Program } from './ir.ts';

/** Values at X = 2 and X = 3. On a satisfying trace, constraints are 0 at X = 0 and X = 1, which are rows of it. */
export type BaseRound = readonly [at2: Ext, at3: Ext];
/** Values at X = x, Y = y as [x][y], for the two leading variables. On a satisfying trace they are 0 where both are 0 or 1. */
export type BaseGrid = readonly (readonly Ext[])[];
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

/** Rows per strip: values and steps of a chip of 200 columns take 0.2 to 0.5 MiB, within a second-level cache. */
const BASE_STRIP_ROWS = 256;
const EXT_STRIP_ROWS = 32;
/** Rows per unit of work. */
const CHUNK_ROWS = 512;

const MONTGOMERY = 2 ** 32 % P;
const toMontgomery = (value: number): number => mulBaseField(value, MONTGOMERY);

const WORD = 4;
const OPCODE = { mul: 0, lin: 1, keep: 2, weighKept: 3, weigh: 4, end: 5 } as const;
const KEPT = 4;

type Layout = (operand: Operand) => number;

/** opcode 1. Terms come in pairs: an odd last one is joined by 0·(itself). */
function linWords(dst: number, { constant, terms }: LinearForm, offset: Layout): number[] {
  const words = terms.flatMap(([operand, coefficient]) => [offset(operand), toMontgomery(coefficient)]);
  if (terms.length % 2 === 1) words.push(words[0], 0);
  return [OPCODE.lin, dst, toMontgomery(constant), words.length / 4, ...words];
}

/** The program for base rows as words (assembly/air.ts). */
function encodeBase({ columns, code }: Program, weights: readonly Ext[]): number[] {
  const offset: Layout = (operand) => operand * WORD * BASE_STRIP_ROWS;
  const words: number[] = [];
  const kept: Ext[] = [];
  const weighKept = (): void => {
    // Unused slots hold old values: weight 0.
    while (kept.length < KEPT) kept.push(ZERO);
    words.push(OPCODE.weighKept, ...kept.splice(0).flat());
  };
  for (const step of code) {
    if (step.kind === 'mul') words.push(OPCODE.mul, offset(columns + 1 + step.dst), offset(step.a), offset(step.b));
    else if (step.kind === 'lin') words.push(...linWords(offset(columns + 1 + step.dst), step.form, offset));
    else {
      words.push(OPCODE.keep, offset(step.a), kept.push(weights[step.constraint]) - 1);
      if (kept.length === KEPT) weighKept();
    }
  }
  if (kept.length > 0) weighKept();
  return [...words, OPCODE.end];
}

/**
 * The program for K rows: first the linear forms of columns only, which the machine evaluates twice per pair of rows and not once per X;
 * then the rest. Values: columns, rowIndex, forms, registers.
 */
function encodeExt(
  program: Program,
  weights: readonly Ext[],
): { readonly forms: number[]; readonly code: number[]; readonly inputs: number } {
  const columns = program.columns + 1;
  const isOfColumns = (step: Instruction): boolean => step.kind === 'lin' && step.form.terms.every(([operand]) => operand < columns);
  const inputs = columns + program.code.filter(isOfColumns).length;
  const at = (value: number): number => value * WORDS * WORD * EXT_STRIP_ROWS;
  // Where each register's current value is kept.
  const held = new Map<Operand, number>();
  const offset: Layout = (operand) => at(operand < columns ? operand : (held.get(operand) as number));
  const forms: number[] = [];
  const code: number[] = [];
  let nextForm = columns;
  for (const step of program.code) {
    if (step.kind === 'assertZero') {
      code.push(OPCODE.weigh, offset(step.a), ...weights[step.constraint]);
    } else if (step.kind === 'lin' && isOfColumns(step)) {
      forms.push(...linWords(at(nextForm), step.form, offset));
      held.set(columns + step.dst, nextForm++);
    } else {
      const dst = inputs + step.dst;
      if (step.kind === 'mul') code.push(OPCODE.mul, at(dst), offset(step.a), offset(step.b));
      else code.push(...linWords(at(dst), step.form, offset));
      held.set(columns + step.dst, dst);
    }
  }
  return { forms: [...forms, OPCODE.end], code: [...code, OPCODE.end], inputs };
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
  readonly #registerCount: number;
  readonly #baseCode: number;
  readonly #extForms: number;
  readonly #extCode: number;
  /** Columns, rowIndex and linear forms of them: what is affine in X. */
  readonly #extInputs: number;
  readonly #columns: number;
  readonly #work: number;
  readonly #workBytes: number;
  readonly #sums: number;

  constructor(kernels: Kernels, chip: CompiledChip, constraintWeights: readonly Ext[]) {
    const { heap, threads } = kernels;
    this.#kernels = kernels;
    this.#columnCount = chip.program.columns + 1;
    this.#registerCount = chip.program.registers;
    const upload = (words: readonly number[]): number => {
      const pointer = heap.allocWords(words.length);
      heap.u32(pointer, words.length).set(words);
      return pointer;
    };
    const { forms, code, inputs } = encodeExt(chip.program, constraintWeights);
    this.#baseCode = upload(encodeBase(chip.program, constraintWeights));
    this.#extForms = upload(forms);
    this.#extCode = upload(code);
    this.#extInputs = inputs;
    this.#columns = heap.allocWords(this.#columnCount);
    const baseWords = (2 * this.#columnCount + this.#registerCount + KEPT + WORDS) * BASE_STRIP_ROWS;
    const extWords = WORDS * (2 * inputs + this.#registerCount + 1) * EXT_STRIP_ROWS;
    this.#workBytes = WORD * Math.max(baseWords, extWords);
    this.#work = heap.alloc(threads * this.#workBytes);
    this.#sums = heap.alloc(REGISTER_BYTES * REGISTERS * (4 * threads + 1));
  }

  /**
   * First round alone: `columns` = addresses of the base columns and, last, of the row numbers; 2·half words each. eq: half elements in
   * Montgomery form. half is a multiple of 4.
   */
  async base(columns: readonly number[], half: number, eq: Planes): Promise<BaseRound> {
    this.#setColumns(columns, half);
    const [at2, at3] = await this.#run('airRoundBase', half, 2, (from, count) => [
      this.#baseCode,
      this.#columns,
      this.#columnCount,
      this.#columnCount + this.#registerCount,
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

  /**
   * The first two rounds at once, for 4·quarter words each: C is of degree 3 in either variable, so values on a grid say all about the first round and, at its
   * challenge, about the second, whose columns would else be of K. eq: of the variables after both.
   */
  async grid(columns: readonly number[], quarter: number, eq: Planes): Promise<BaseGrid> {
    this.#setColumns(columns, quarter);
    const values = await this.#run('airGridBase', quarter, REGISTERS, (from, count) => [
      this.#baseCode,
      this.#columns,
      this.#columnCount,
      this.#columnCount + this.#registerCount,
      quarter,
      from,
      count,
      eq.pointer,
      eq.stride,
      this.#work,
      this.#workBytes,
      WORD * BASE_STRIP_ROWS,
    ]);
    return [[ZERO, ZERO, ...values.slice(0, 2)], [ZERO, ZERO, ...values.slice(2, 4)], values.slice(4, 8), values.slice(8, 12)];
  }

  /** Later rounds: the same over K columns, canonical, all with planes `stride` bytes apart. */
  async extension(columns: readonly number[], stride: number, half: number, eq: Planes): Promise<ExtRound> {
    this.#setColumns(columns, half);
    const [at0, at2, at3] = await this.#run('airRoundK', half, 3, (from, count) => [
      this.#extForms,
      this.#extCode,
      this.#columns,
      this.#columnCount,
      stride,
      this.#extInputs,
      this.#extInputs + this.#registerCount,
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
    const sumsAt = (piece: number): number => this.#sums + REGISTERS * REGISTER_BYTES * piece;
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
/** Of a piece of work, at most. */
const REGISTERS = 12;
