/**
 * Two words of a statement changed so that y = Σ word_i z^i stays what it is at a *given* z: what somebody could do if z did not depend on
 * the bytes that L1 reads (docs/statements.md, "z depends on both sides").
 */
import { SCALAR_FIELD } from '@weir/protocol/statement/binding';
import { type Limbs, limbsFromWord, wordFromLimbs } from '@weir/protocol/statement/limbs';

const WORD_BOUND = 1n << 248n;

function power(base: bigint, exponent: number): bigint {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result = (result * base) % SCALAR_FIELD;
  return result;
}

/**
 * A small a with b = −a·t mod r small too: Euclid on (r, t) stopped half way (|a|, |b| about √r, far below a word).
 */
function smallRelation(t: bigint): { a: bigint; b: bigint } {
  let [r0, r1, s0, s1] = [SCALAR_FIELD, t, 0n, 1n];
  while (r1 * r1 > SCALAR_FIELD) {
    const q = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1];
  }
  // r1 = s1·t mod r, so s1·t − r1 = 0.
  return { a: s1, b: -r1 };
}

/** Words `i` < `j` changed: word_j += a, word_i += b with a z^{j−i} + b = 0 mod r. */
export function forgeWords(words: readonly Limbs[], z: bigint, i: number, j: number): Limbs[] {
  const { a, b } = smallRelation(power(z, j - i));
  const inRange = (value: bigint) => value >= 0n && value < WORD_BOUND;
  for (const sign of [1n, -1n]) {
    const changed = [wordFromLimbs(words[i]) + sign * b, wordFromLimbs(words[j]) + sign * a];
    if (!changed.every(inRange)) continue;
    return words.map((limbs, at) => (at === i ? limbsFromWord(changed[0]) : at === j ? limbsFromWord(changed[1]) : limbs));
  }
  throw new RangeError(`no small change of words ${i} and ${j} keeps y`);
}
