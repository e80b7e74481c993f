/**
 * The evaluator over K: what the verifier computes from the claimed column values at the sumcheck's point, and the reference for
 * the conformance of every other interpreter.
 */

import type { Ext } from '@weir/crypto/quintic';
import * as K from '@weir/crypto/quintic';
import type { CompiledChip, Interaction, LinearForm, Operand } from './ir.ts';

export function evaluateForm(form: LinearForm, value: (operand: Operand) => Ext): Ext {
  return form.terms.reduce<Ext>(
    (sum, [operand, coefficient]) => K.add(sum, coefficient === 1 ? value(operand) : K.mulBase(value(operand), coefficient)),
    K.fromBase(form.constant),
  );
}

/** The values of all constraints, in constraint order. */
export function evaluateConstraints(chip: CompiledChip, columns: readonly Ext[], rowIndex: Ext): Ext[] {
  const { program } = chip;
  const values: Ext[] = [...columns, rowIndex];
  const value = (operand: Operand): Ext => values[operand];
  const register = program.columns + 1;
  const out: Ext[] = new Array(program.constraints);
  for (const step of program.code) {
    if (step.kind === 'mul') values[register + step.dst] = K.mul(value(step.a), value(step.b));
    else if (step.kind === 'lin') values[register + step.dst] = evaluateForm(step.form, value);
    else out[step.constraint] = value(step.a);
  }
  return out;
}

/** Multiplicity and fingerprint d = α − (τ + Σ_{i≥1} γ^i t_i) of one interaction. */
export function evaluateInteraction(
  interaction: Interaction,
  columns: readonly Ext[],
  rowIndex: Ext,
  alpha: Ext,
  gamma: Ext,
): { readonly multiplicity: Ext; readonly denominator: Ext } {
  const value = (operand: Operand): Ext => (operand < columns.length ? columns[operand] : rowIndex);
  const tuple = interaction.tuple.map((form) => evaluateForm(form, value));
  return {
    multiplicity: evaluateForm(interaction.multiplicity, value),
    denominator: K.sub(alpha, fingerprint(interaction.tag, tuple, gamma)),
  };
}

/** τ + Σ_{i≥1} γ^i t_i, by Horner. */
export function fingerprint(tag: number, tuple: readonly Ext[], gamma: Ext): Ext {
  return K.add(
    K.fromBase(tag),
    tuple.reduceRight<Ext>((sum, value) => K.mul(K.add(sum, value), gamma), K.ZERO),
  );
}

export interface ChipWeights {
  readonly alpha: Ext;
  readonly gamma: Ext;
  readonly beta: Ext;
  /** w_{j,i} for each interaction. */
  readonly interactionWeights: readonly Ext[];
  /** β^{2+k} for each constraint. */
  readonly constraintWeights: readonly Ext[];
}

/** F_j at a point: Σ_i w_i (mult_i + β d_i) + Σ_k β^{2+k} C_k (docs/proof.md, message 4). */
export function evaluateChip(chip: CompiledChip, columns: readonly Ext[], rowIndex: Ext, weights: ChipWeights): Ext {
  let sum: Ext = K.ZERO;
  chip.interactions.forEach((interaction, i) => {
    const { multiplicity, denominator } = evaluateInteraction(interaction, columns, rowIndex, weights.alpha, weights.gamma);
    sum = K.add(sum, K.mul(weights.interactionWeights[i], K.add(multiplicity, K.mul(weights.beta, denominator))));
  });
  evaluateConstraints(chip, columns, rowIndex).forEach((value, k) => {
    sum = K.add(sum, K.mul(weights.constraintWeights[k], value));
  });
  return sum;
}

/** Σ_i w_i (mult_i + β d_i) as one affine form in the columns and rowIndex (index `columns`) over K. */
export interface InteractionForm {
  readonly constant: Ext;
  /** One coefficient per column, then one for rowIndex. */
  readonly coefficients: readonly Ext[];
}

/** Folds all interactions of a chip into one affine form, so that a row costs one product per column. */
export function foldInteractions(chip: CompiledChip, weights: Omit<ChipWeights, 'constraintWeights'>): InteractionForm {
  const coefficients: Ext[] = new Array(chip.columnNames.length + 1).fill(K.ZERO);
  let constant: Ext = K.ZERO;
  const addForm = (form: LinearForm, weight: Ext): void => {
    constant = K.add(constant, K.mulBase(weight, form.constant));
    for (const [operand, coefficient] of form.terms) {
      coefficients[operand] = K.add(coefficients[operand], K.mulBase(weight, coefficient));
    }
  };
  chip.interactions.forEach((interaction, i) => {
    const weight = weights.interactionWeights[i];
    const scaled = K.mul(weight, weights.beta);
    addForm(interaction.multiplicity, weight);
    constant = K.add(constant, K.mul(scaled, K.sub(weights.alpha, K.fromBase(interaction.tag))));
    let power = K.neg(scaled);
    for (const form of interaction.tuple) {
      power = K.mul(power, weights.gamma);
      addForm(form, power);
    }
  });
  return { constant, coefficients };
}
