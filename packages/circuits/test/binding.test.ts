/**
 * The statement's bytes and the circuit's words are the same: changing either, or both so that y at the old z stays what it was, is refused.
 */

import { type Binding, evaluate, evaluationPoint, SCALAR_FIELD, scalarLimbs } from '@weir/protocol/statement/binding';
import { encodeHeader } from '@weir/protocol/statement/header';
import { limbsFromWord, wordFromLimbs } from '@weir/protocol/statement/limbs';
import { encodeBody } from '@weir/protocol/statement/statement';
import { describe, expect, it } from 'vitest';
import type { BatchWitness } from '../src/trace/witness.ts';
import { check, failureNames, fill, instance, smallBatch } from './support/world.ts';

const witness = smallBatch();
const { statement, binding } = witness;
const WORD = 1n << 248n;

function power(base: bigint, exponent: number): bigint {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result = (result * base) % SCALAR_FIELD;
  return result;
}

/** Word `last` gets a new value, word 0 the one that keeps y at the old z; tried until it fits 31 bytes. */
function forgedWords(): number[][] {
  const words = statement.words.map((limbs) => [...limbs]);
  const last = words.length - 1;
  const [first, changed] = [wordFromLimbs(words[0]), wordFromLimbs(words[last])];
  for (let raise = 1n; ; raise++) {
    const next = (((first - raise * power(binding.z, last)) % SCALAR_FIELD) + SCALAR_FIELD) % SCALAR_FIELD;
    if (next >= WORD || changed + raise >= WORD) continue;
    words[0] = limbsFromWord(next);
    words[last] = limbsFromWord(changed + raise);
    return words;
  }
}

const words = forgedWords();

const publicValuesWith = (digest: readonly number[], z: bigint, y: bigint): number[] => [
  ...binding.publicValues.slice(0, 48),
  ...digest,
  ...scalarLimbs(z),
  ...scalarLimbs(y),
];
const withBinding = (changes: Partial<Binding>): BatchWitness => ({ ...witness, binding: { ...binding, ...changes } });

describe('two words changed so that y at the old z is unchanged', () => {
  it('meet the old y at the old z: the polynomial at a z that the forger knows binds nothing', () => {
    expect(words).not.toEqual(statement.words);
    expect(evaluate(words, binding.z)).toBe(binding.y);
    // Were z not derived from the bytes, the honest trace would prove the forged statement.
    expect(
      failureNames(fill(withBinding({ publicValues: publicValuesWith(binding.digest, binding.z, evaluate(words, binding.z)) }))),
    ).toEqual([]);
  });

  it('in the bytes that L1 reads: z moves with keccak(body), and the circuit’s words no longer meet y', () => {
    const z = evaluationPoint(instance, encodeHeader(statement.header), binding.digest, encodeBody(words));
    expect(z).not.toBe(binding.z);
    const y = evaluate(words, z);
    const names = failureNames(fill(withBinding({ z, y, publicValues: publicValuesWith(binding.digest, z, y) })));
    expect(names).toContain('horner: publicValues/end-horner');
  });

  it('in the circuit: D moves, and effects and diffs no longer find their words', () => {
    const forged = fill({ ...witness, statement: { ...statement, words } });
    expect(failureNames(forged)).toEqual(expect.arrayContaining(['wordChain: publicValues/end-digest', 'word: words/give-word']));
  });
});

describe('one word changed', () => {
  it('in the bytes that L1 reads', () => {
    const changed = statement.words.map((limbs, i) => (i === 3 ? [limbs[0] + 1, ...limbs.slice(1)] : limbs));
    const z = evaluationPoint(instance, encodeHeader(statement.header), binding.digest, encodeBody(changed));
    const y = evaluate(changed, z);
    expect(failureNames(fill(withBinding({ z, y, publicValues: publicValuesWith(binding.digest, z, y) })))).toContain(
      'horner: publicValues/end-horner',
    );
  });

  it('between sections: a diff where L1 parses an effect', () => {
    const { header } = statement;
    const shifted = { ...statement, header: { ...header, effectWords: header.effectWords + 2, headerDiffs: header.headerDiffs - 1 } };
    const publicValues = binding.publicValues.map((value, i) => (i === 44 ? value + 2 : i === 45 ? value - 1 : value));
    expect(failureNames(fill({ ...withBinding({ publicValues }), statement: shifted }))).toContain('word: headerChange/diff-key');
  });
});

describe('public values bind the circuit', () => {
  const filled = fill(witness);
  const { publicValues } = filled;
  it('each of the 104 changes the verdict', () => {
    const bound = Array.from(publicValues, (_, i) => {
      const changed = publicValues.slice();
      changed[i] += 1;
      return check({ ...filled, publicValues: changed }, { onlyBuses: ['public'], maxFailures: 1 }).length > 0;
    });
    expect(bound.every(Boolean)).toBe(true);
  });
});

describe('what the batch takes from its context is the verifier’s', () => {
  const publicValuesBut = (index: number, value: number): number[] => binding.publicValues.map((old, i) => (i === index ? value : old));

  it('signatures made for another instance do not fit', () => {
    const other = withBinding({ publicValues: publicValuesBut(32, binding.publicValues[32] ^ 1) });
    expect(failureNames(fill(other))).toContain('context: prefix/take-instance');
  });

  it('expiry is judged at the timestamp that L1 sees', () => {
    const other = withBinding({ publicValues: publicValuesBut(41, binding.publicValues[41] + 1) });
    expect(failureNames(fill(other))).toContain('time: move/take-time');
  });
});
