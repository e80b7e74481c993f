/**
 * The strip machine over base-field rows: a program is executed instruction by instruction, each over a whole strip of rows, so
 * that interpreting costs one dispatch per strip and not per row. The wasm evaluator has the same shape
 * (docs/decisions/constraint-vm.md); this is the version that one can read.
 */

import { mul, P, reduce } from '@weir/crypto/field';
import type { LinearForm, Program } from './ir.ts';

/** Rows per strip: registers of a large chip stay in the second-level cache. */
export const STRIP_ROWS = 256;

/** A coefficient as a small signed number when possible, so that its products are exact in a double. */
const SMALL = 1 << 18;
export const signed = (coefficient: number): number => (coefficient > P / 2 ? coefficient - P : coefficient);

/** A strip of `length` values each for columns, the row number and registers. */
export class StripMachine {
  readonly values: Uint32Array[];
  private readonly sums = new Float64Array(STRIP_ROWS);
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
    this.values = Array.from({ length: program.columns + 1 + program.registers }, () => new Uint32Array(STRIP_ROWS));
  }

  /** Points the machine at rows `from … from + length − 1` of a trace. */
  load(columns: readonly Uint32Array[], from: number, length: number): void {
    for (let c = 0; c < this.program.columns; c++) this.values[c] = columns[c].subarray(from, from + length);
    const rowIndex = this.values[this.program.columns];
    for (let row = 0; row < length; row++) rowIndex[row] = from + row;
  }

  /** Runs the program and hands every constraint's values (the first `length` of the strip) to `onValues`. */
  run(length: number, onValues: (constraint: number, values: Uint32Array) => void): void {
    const { values } = this;
    const firstRegister = this.program.columns + 1;
    for (const step of this.program.code) {
      switch (step.kind) {
        case 'mul': {
          const a = values[step.a];
          const b = values[step.b];
          const dst = values[firstRegister + step.dst];
          for (let row = 0; row < length; row++) dst[row] = mul(a[row], b[row]);
          break;
        }
        case 'lin':
          this.linear(step.form, values[firstRegister + step.dst], length);
          break;
        case 'assertZero':
          onValues(step.constraint, values[step.a]);
          break;
      }
    }
  }

  /** dst ← the form's values. */
  linear({ constant, terms }: LinearForm, dst: Uint32Array, length: number): void {
    const { sums, values } = this;
    sums.fill(signed(constant), 0, length);
    // Each small term adds less than 2^49 to the sum's magnitude: reduce before 2^52 could be passed.
    let room = 7;
    for (const [operand, coefficient] of terms) {
      const source = values[operand];
      const factor = signed(coefficient);
      if (Math.abs(factor) < SMALL) {
        for (let row = 0; row < length; row++) sums[row] += factor * source[row];
        room -= 1;
      } else {
        for (let row = 0; row < length; row++) sums[row] += mul(coefficient, source[row]);
        room -= 2 ** -18;
      }
      if (room < 1) {
        for (let row = 0; row < length; row++) sums[row] = reduce(sums[row]);
        room = 7;
      }
    }
    for (let row = 0; row < length; row++) dst[row] = reduce(sums[row]);
  }
}
