import { describe, expect, it } from 'vitest';
import domains from '../../../vectors/poseidon-domains.json' with { type: 'json' };
import vector from '../../../vectors/poseidon-koalabear-16.json' with { type: 'json' };
import { add, mul, P } from '../src/field.ts';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '../src/generated/poseidonConstants.ts';
import { challenge, compress, DOMAIN_A, DOMAIN_B, domainConstants, feedForward, hashMessage, permute } from '../src/poseidon.ts';

/** The permutation straight from its definition, with big integers. */
function permuteByDefinition(input: readonly number[]): number[] {
  const p = BigInt(P);
  let state = input.map(BigInt);
  ROUND_CONSTANTS.forEach((constants, round) => {
    const isFull = round < 4 || round >= 24;
    state = state.map((x, i) => (x + BigInt(constants[i])) % p).map((x, i) => (isFull || i === 0 ? (x * x * x) % p : x));
    state = state.map((_, i) => state.reduce((sum, x, j) => (sum + x * BigInt(MATRIX_FIRST_ROW[(j - i + 16) % 16])) % p, 0n));
  });
  return state.map(Number);
}

describe('poseidon', () => {
  it('meets the published known answer', () => {
    const state = vector.knownAnswer.input.slice();
    permute(state);
    expect(state).toEqual(vector.knownAnswer.output);
  });

  it('equals its definition on extreme and pseudo-random states', () => {
    let x = 1;
    const states = [new Array<number>(16).fill(P - 1), new Array<number>(16).fill(0)];
    for (let n = 0; n < 20; n++) states.push(Array.from({ length: 16 }, () => (x = mul(add(x, 12345), 1103515245))));
    for (const state of states) {
      const actual = state.slice();
      permute(actual);
      expect(actual).toEqual(permuteByDefinition(state));
    }
  });

  it('compresses with the feed-forward and constants linear in the domain', () => {
    const x = Array.from({ length: 16 }, (_, i) => i * 1000003);
    for (const d of [0, 1, 25, 34]) {
      const c = domainConstants(d);
      expect(c).toEqual(DOMAIN_A.map((a, i) => add(a, mul(d, DOMAIN_B[i]))));
      const input = x.map((value, i) => add(value, c[i]));
      const expected = permuteByDefinition(input).map((value, i) => add(value, input[i]));
      expect(feedForward(d, x)).toEqual(expected.slice(0, 8));
      expect(compress(d, x.slice(0, 8), x.slice(8))).toEqual(expected.slice(0, 8));
    }
  });

  it('keeps the vectors of docs/statements.md', () => {
    expect(DOMAIN_A).toEqual(domains.A);
    expect(DOMAIN_B).toEqual(domains.B);
    for (const entry of domains.compress) expect(compress(entry.domain, entry.left, entry.right)).toEqual(entry.output);
    for (const entry of domains.messages) expect(hashMessage(entry.elements)).toEqual(entry.digest);
    for (const entry of domains.challenges) expect(challenge(entry.nonceX, entry.digest, entry.keyX).toString()).toBe(entry.e);
  });

  it('gives distinct digests for distinct lengths, domains and orders', () => {
    const l = [1, 2, 3, 4, 5, 6, 7, 8];
    const r = [8, 7, 6, 5, 4, 3, 2, 1];
    const digests = [compress(0, l, r), compress(0, r, l), compress(1, l, r), hashMessage(l), hashMessage([...l, 0])].map(String);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
