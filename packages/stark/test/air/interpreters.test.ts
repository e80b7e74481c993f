/** Conformance: every interpreter of the same chip gives the same values on random rows. */
import { add as addF, mul as mulF, P } from '@weir/crypto/field';
import * as K from '@weir/crypto/quintic';
import { describe, expect, it } from 'vitest';
import type { BuiltConstraint } from '../../src/air/builder.ts';
import { compileAir, defineBuses } from '../../src/air/compileAir.ts';
import { evaluateChip, evaluateConstraints, evaluateForm, evaluateInteraction, foldInteractions } from '../../src/air/evaluate.ts';
import type { Expr } from '../../src/air/expr.ts';
import { STRIP_ROWS, StripMachine } from '../../src/air/strip.ts';
import { left, permutation, right } from '../../src/examples/permutation.ts';
import { ends, poseidonChain, step } from '../../src/examples/poseidonChain.ts';
import { randomChip, randomSource } from './randomChip.ts';

const random = randomSource(2026);
const randomExt = (): K.Ext => [random(), random(), random(), random(), random()];

/** What an expression means, by definition. */
function meaning(node: Expr, columns: readonly K.Ext[], rowIndex: K.Ext): K.Ext {
  switch (node.kind) {
    case 'const':
      return K.fromBase(node.value);
    case 'column':
      return columns[node.index];
    case 'rowIndex':
      return rowIndex;
    case 'neg':
      return K.neg(meaning(node.a, columns, rowIndex));
    case 'shared':
      return meaning(node.a, columns, rowIndex);
    case 'add':
      return K.add(meaning(node.a, columns, rowIndex), meaning(node.b, columns, rowIndex));
    case 'sub':
      return K.sub(meaning(node.a, columns, rowIndex), meaning(node.b, columns, rowIndex));
    case 'mul':
      return K.mul(meaning(node.a, columns, rowIndex), meaning(node.b, columns, rowIndex));
  }
}

const cases = [
  ...[left, right].map((chip, j) => [chip.name, chip, permutation.chips[j]] as const),
  ...[step, ends].map((chip, j) => [chip.name, chip, poseidonChain.chips[j]] as const),
  ...Array.from({ length: 20 }, (_, seed) => {
    const chip = randomChip(seed);
    const buses = defineBuses({ pair: { tag: 2, length: 2 } });
    return [chip.name, chip, compileAir({ name: 'random', buses, chips: [chip], publicGroups: 0 }).chips[0]] as const;
  }),
];

describe.each(cases)('chip %s', (_, authored, chip) => {
  const columns = chip.columnNames.map(randomExt);
  const rowIndex = randomExt();

  it('has the constraint values that its expressions mean', () => {
    // The Poseidon expressions are deep DAGs: their meaning without sharing would take for ever.
    const shallow = authored.constraints.length < 100 ? authored.constraints : authored.constraints.slice(0, 32);
    const values = evaluateConstraints(chip, columns, rowIndex);
    shallow.forEach(({ value }: BuiltConstraint, k: number) => {
      expect(values[k]).toEqual(meaning(value, columns, rowIndex));
    });
    expect(values).toHaveLength(chip.constraintNames.length);
  });

  it('has the same values over the base field, strip by strip', () => {
    const machine = new StripMachine(chip.program);
    const rows = STRIP_ROWS;
    const trace = chip.columnNames.map(() => Uint32Array.from({ length: rows }, (_, i) => (i < 3 ? [0, 1, P - 1][i] : random())));
    machine.load(trace, 0, rows);
    machine.run(rows, (constraint, values) => {
      for (const row of [0, 1, 2, rows - 1]) {
        const expected = evaluateConstraints(
          chip,
          trace.map((cells) => K.fromBase(cells[row])),
          K.fromBase(row),
        )[constraint];
        expect(K.fromBase(values[row])).toEqual(expected);
      }
    });
  });

  it('folds its interactions into one affine form with the same value', () => {
    const weights = {
      alpha: randomExt(),
      gamma: randomExt(),
      beta: randomExt(),
      interactionWeights: chip.interactions.map(randomExt),
      constraintWeights: chip.constraintNames.map(randomExt),
    };
    const { constant, coefficients } = foldInteractions(chip, weights);
    let value = coefficients.reduce((total, coefficient, c) => K.add(total, K.mul(coefficient, [...columns, rowIndex][c])), constant);
    evaluateConstraints(chip, columns, rowIndex).forEach((constraint, k) => {
      value = K.add(value, K.mul(weights.constraintWeights[k], constraint));
    });
    expect(value).toEqual(evaluateChip(chip, columns, rowIndex, weights));
  });
});

describe('parts of the evaluator', () => {
  it('computes α − (τ + Σ γ^i t_i), i from 1', () => {
    const [alpha, gamma] = [randomExt(), randomExt()];
    const interaction = permutation.chips[0].interactions[0];
    const values = [3, 10, 20].map(K.fromBase);
    const { multiplicity, denominator } = evaluateInteraction(interaction, values, K.ZERO, alpha, gamma);
    expect(multiplicity).toEqual(K.fromBase(3));
    const tuple = K.add(K.mulBase(gamma, 10), K.mulBase(K.mul(gamma, gamma), 20));
    expect(denominator).toEqual(K.sub(alpha, K.add(K.fromBase(2), tuple)));
  });

  it('evaluates a form with large coefficients', () => {
    const value = evaluateForm(
      {
        constant: 5,
        terms: [
          [0, P - 1],
          [1, 123456789],
        ],
      },
      (operand) => K.fromBase(operand + 7),
    );
    expect(value).toEqual(K.fromBase(addF(addF(5, P - 7), mulF(123456789, 8))));
  });
});
