/**
 * A chip as the search for false traces needs it: each constraint alone, as a slice of the row program, and which cells it and each
 * interaction read. Compiled programs reuse registers, so the code is first brought into single-assignment form.
 */
import { add, mul, P } from '@weir/crypto/field';
import type { CompiledChip, LinearForm, Operand } from '@weir/stark/air/ir';

type Node = { readonly a: number; readonly b: number } | { readonly form: LinearForm };

/** The value of a linear form; operands are looked up in `values` (columns, then the row number, then nodes). */
export function formValue({ constant, terms }: LinearForm, values: ArrayLike<number>): number {
  let sum = constant;
  for (let i = 0; i < terms.length; i++) {
    const [operand, coefficient] = terms[i];
    sum += coefficient === 1 ? values[operand] : mul(coefficient, values[operand]);
  }
  return sum % P;
}

export const coefficientOf = ({ terms }: LinearForm, column: number): number =>
  terms.reduce((sum, [operand, coefficient]) => (operand === column ? add(sum, coefficient) : sum), 0);

export class RowModel {
  readonly chip: CompiledChip;
  readonly width: number;
  /** Columns that each constraint reads. */
  readonly constraintColumns: readonly (readonly number[])[];
  /** For each column: the constraints, and the interactions, that read it. */
  readonly columnConstraints: readonly (readonly number[])[];
  readonly columnInteractions: readonly (readonly number[])[];
  private readonly nodes: Node[] = [];
  private readonly roots: number[] = [];
  private readonly slices: number[][] = [];
  private readonly values: Float64Array;

  constructor(chip: CompiledChip) {
    this.chip = chip;
    this.width = chip.columnNames.length;
    const first = this.width + 1;
    const current = new Map<number, number>();
    const resolve = (operand: Operand): number => (operand < first ? operand : (current.get(operand) as number));
    for (const step of chip.program.code) {
      if (step.kind === 'assertZero') {
        this.roots[step.constraint] = resolve(step.a);
        continue;
      }
      const node: Node =
        step.kind === 'mul'
          ? { a: resolve(step.a), b: resolve(step.b) }
          : { form: { constant: step.form.constant, terms: step.form.terms.map(([operand, c]) => [resolve(operand), c] as const) } };
      this.nodes.push(node);
      current.set(first + step.dst, first + this.nodes.length - 1);
    }
    this.values = new Float64Array(first + this.nodes.length);
    const columns: number[][] = [];
    this.roots.forEach((root, k) => {
      const seen = new Set<number>();
      const visit = (operand: number): void => {
        if (seen.has(operand)) return;
        seen.add(operand);
        if (operand < first) return;
        const node = this.nodes[operand - first];
        if ('form' in node) for (const [child] of node.form.terms) visit(child);
        else for (const child of [node.a, node.b]) visit(child);
      };
      visit(root);
      const sorted = [...seen].sort((x, y) => x - y);
      columns[k] = sorted.filter((operand) => operand < this.width);
      this.slices[k] = sorted.filter((operand) => operand >= first);
    });
    this.constraintColumns = columns;
    const readers = (lists: readonly (readonly number[])[]): number[][] => {
      const out: number[][] = Array.from({ length: this.width }, () => []);
      lists.forEach((list, k) => {
        for (const column of new Set(list)) if (column < this.width) out[column].push(k);
      });
      return out;
    };
    this.columnConstraints = readers(columns);
    this.columnInteractions = readers(
      chip.interactions.map(({ multiplicity, tuple }) =>
        [multiplicity, ...tuple].flatMap(({ terms }) => terms.map(([operand]) => operand)),
      ),
    );
  }

  /** The value of constraint k; `row` holds the columns and then the row number. */
  constraint(k: number, row: Uint32Array): number {
    const { values, nodes } = this;
    const first = this.width + 1;
    for (const column of this.constraintColumns[k]) values[column] = row[column];
    values[this.width] = row[this.width];
    for (const at of this.slices[k]) {
      const node = nodes[at - first];
      values[at] = 'form' in node ? formValue(node.form, values) : mul(values[node.a], values[node.b]);
    }
    return values[this.roots[k]];
  }

  /** All constraints that `row` breaks. */
  broken(row: Uint32Array): number[] {
    return this.roots.flatMap((_, k) => (this.constraint(k, row) === 0 ? [] : [k]));
  }
}
