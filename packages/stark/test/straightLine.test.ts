/** The generated EVM code of an AIR gives every block's value as the reference evaluator does, at random and at extreme points. */
import { P } from '@weir/crypto/field';
import type { Ext } from '@weir/crypto/quintic';
import * as K from '@weir/crypto/quintic';
import { describe, expect, it } from 'vitest';
import { defineChip } from '../src/air/builder.ts';
import { compileAir, defineBuses } from '../src/air/compileAir.ts';
import { evaluateConstraints, evaluateForm } from '../src/air/evaluate.ts';
import { add, neg } from '../src/air/expr.ts';
import type { Air } from '../src/air/ir.ts';
import { blockBits, ceilLog2 } from '../src/compile/blocks.ts';
import { CONSTRAINTS_PER_BLOCK, layoutOf, straightLineContracts } from '../src/compile/straightLine.ts';
import { permutation } from '../src/examples/permutation.ts';
import { poseidonChain } from '../src/examples/poseidonChain.ts';
import { fromScalar, toScalar } from './support/evm.ts';
import { mixedSample, random } from './support/sampleAirs.ts';
import { run } from './support/straightLineEvm.ts';

const LOW10 = toWord([0x3ff, 0x3ff, 0x3ff, 0x3ff, 0x3ff]);
const LOW11 = toWord([0x7ff, 0x7ff, 0x7ff, 0x7ff, 0x7ff]);

function toWord(lanes: readonly number[]): bigint {
  return lanes.reduceRight((word, lane) => (word << 51n) | BigInt(lane), 0n);
}

/** Fills the input as `CompiledEvaluator` does and says what each unit must answer. */
function evaluation(air: Air, element: () => Ext) {
  const layout = layoutOf(air);
  const input = new Map<number, bigint>();
  const entry = (at: number, value: Ext) => {
    const word = toScalar(value);
    const pieces = [word & LOW10, (word >> 10n) & LOW10, (word >> 20n) & LOW11, word];
    for (const [i, piece] of pieces.entries()) input.set(at + 32 * i, piece);
  };
  const powers = (at: number, first: Ext, x: Ext, count: number): Ext[] => {
    const list: Ext[] = [];
    for (let i = 0, power = first; i < count; i++, power = K.mul(power, x)) {
      entry(at + 128 * i, power);
      list.push(power);
    }
    return list;
  };
  const [beta, gamma] = [element(), element()];
  const betas = powers(layout.beta, K.ONE, beta, CONSTRAINTS_PER_BLOCK + 1);
  const length = Math.max(1, ...air.chips.flatMap(({ interactions }) => interactions.map(({ tuple }) => tuple.length)));
  const gammas = powers(layout.gamma, gamma, gamma, length);
  const expected: Ext[] = [];
  air.chips.forEach((chip, j) => {
    const at = layout.chips[j];
    const columns = chip.columnNames.map((_, c) => {
      const value = element();
      input.set(at.columns + 32 * c, toScalar(value));
      return value;
    });
    const rowIndex = element();
    input.set(at.columns + 32 * columns.length, toScalar(rowIndex));
    const constraints = evaluateConstraints(chip, columns, rowIndex);
    for (let k = 0; k < constraints.length; k += CONSTRAINTS_PER_BLOCK) {
      const block = constraints.slice(k, k + CONSTRAINTS_PER_BLOCK);
      expected.push(block.reduce<Ext>((sum, value, r) => K.add(sum, K.mul(betas[r], value)), K.ZERO));
    }
    const { interactions } = chip;
    if (interactions.length === 0) return;
    const size = 1 << blockBits(ceilLog2(interactions.length));
    const weights = Array.from({ length: size }, (_, i) => {
      const weight = element();
      entry(at.eq + 128 * i, weight);
      return weight;
    });
    const value = (operand: number): Ext => (operand < columns.length ? columns[operand] : rowIndex);
    for (let i = 0; i < interactions.length; i += size) {
      const block = interactions.slice(i, i + size).map(({ tag, multiplicity, tuple }, b) => {
        const print = tuple.reduce<Ext>((sum, form, k) => K.add(sum, K.mul(gammas[k], evaluateForm(form, value))), K.fromBase(tag));
        return K.mul(weights[b], K.sub(evaluateForm(multiplicity, value), K.mul(beta, print)));
      });
      expected.push(block.reduce<Ext>(K.add, K.ZERO));
    }
  });
  return { input, expected };
}

/** Interactions of tables in which several chips' rows share tuples: blocks of 32 with 36 products of both signs, which no lane holds at once. */
function joined(): Air {
  const chip = defineChip({
    name: 'joined',
    minLogHeight: 0,
    maxLogHeight: 4,
    columns: ['a', 'b'],
    build(b) {
      const { a, b: other } = b.col;
      for (let i = 0; i < 288; i++) {
        const multiplicity = i % 32 < 3 ? add(a, other) : i % 32 < 14 ? neg(a) : a;
        b.send('out', multiplicity, [other], `send-${i}`);
      }
    },
  });
  return compileAir({ name: 'joined', buses: defineBuses({ out: { tag: 9, length: 1 } }), chips: [chip], publicGroups: 0 });
}

const below = random(41);
const points: readonly (readonly [name: string, element: () => Ext])[] = [
  ['random', () => [below(P), below(P), below(P), below(P), below(P)]],
  // Every lane of the scalar form p − 1: the largest sums.
  ['the largest lanes', () => fromScalar(toWord([P - 1, P - 1, P - 1, P - 1, P - 1]))],
  ['lanes of 0, 1 and p − 1', () => fromScalar(toWord(Array.from({ length: 5 }, () => [0, 1, P - 1][below(3)])))],
];

describe.each([
  ['permutation', permutation],
  ['poseidon-chain', poseidonChain],
  ['mixed heights', mixedSample({ products: 3, sink: 3, range: 4, cubes: 2, publics: 1 }, 5).air],
  ['joined interactions', joined()],
] as const)('the code of %s', (_, air) => {
  const contracts = straightLineContracts(air).slice(1);

  it.each(points)('gives the values of all blocks: %s', (_name, element) => {
    const { input, expected } = evaluation(air, element);
    const answers = contracts.flatMap((code) => run(code, input).answer.map(fromScalar));
    expect(answers).toEqual(expected);
  });
});
