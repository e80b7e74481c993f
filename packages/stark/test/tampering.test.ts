import { beforeAll, describe, expect, it } from 'vitest';
import { referenceBackend } from '../src/backend.ts';
import { permutation, permutationTrace } from '../src/examples/permutation.ts';
import { poseidonChain, poseidonChainTrace } from '../src/examples/poseidonChain.ts';
import { TEST_PROFILE } from '../src/profile.ts';
import { type ProveOptions, prove } from '../src/prover.ts';
import { CUT } from '../src/stack.ts';
import { verifyProof } from '../src/verifier.ts';
import { random } from './support/sampleAirs.ts';
import { type Mutant, mutants, readsOf } from './support/tampering.ts';

const context = Uint8Array.from({ length: 32 }, (_, i) => 200 - i);
const profile = TEST_PROFILE;

describe.each([
  ['the permutation example', () => ({ air: permutation, ...permutationTrace([5, 7, 11, 13, 17], [4, 2, 0, 1, 3]) })],
  [
    'the Poseidon chain example',
    () => ({
      air: poseidonChain,
      ...poseidonChainTrace(
        Uint32Array.from({ length: 16 }, (_, i) => i),
        2,
      ),
    }),
  ],
] as const)('a proof of %s', (_, sample) => {
  const options: ProveOptions = { ...sample(), context, profile, backend: referenceBackend };
  let honest: Uint8Array;
  let list: Mutant[];
  beforeAll(async () => {
    honest = await prove(options);
    list = await mutants(options, honest);
  });

  it('is accepted', () => {
    expect(verifyProof({ ...options, proof: honest })).toEqual({ accepted: true });
  });

  it('is refused with the expected name when it is spoiled', () => {
    for (const mutant of list) {
      const verdict = verifyProof({ ...options, ...mutant });
      expect(verdict.accepted ? 'accepted' : verdict.reason, mutant.name).toBe(mutant.reason);
    }
  });

  it('is refused when a nonce has too few zeros', () => {
    for (const read of readsOf(options, honest).filter(({ what, length }) => length === 8 && what !== 'chip heights')) {
      const verdicts = Array.from({ length: 40 }, (_, i) => {
        const proof = honest.slice();
        proof[read.offset] = i + 1;
        const verdict = verifyProof({ ...options, proof });
        return verdict.accepted ? 'accepted' : verdict.reason;
      });
      expect(verdicts, read.what).toContain('GrindingFailed');
    }
  });

  it('is refused when any message of it changes (seeded)', () => {
    const below = random(42);
    for (const { what, offset, length } of readsOf(options, honest)) {
      const proof = honest.slice();
      proof[offset + below(length)] ^= 1 << below(8);
      expect(verifyProof({ ...options, proof }).accepted, what).toBe(false);
    }
  });

  it('is refused for another AIR, without throwing', () => {
    const other = options.air === permutation ? poseidonChain : permutation;
    expect(verifyProof({ ...options, air: other, publicValues: new Uint32Array(8 * other.publicGroups), proof: honest }).accepted).toBe(
      false,
    );
  });
});

describe('a prover who cuts a chip', () => {
  const base = { air: permutation, ...permutationTrace([5, 7, 11, 13, 17], [4, 2, 0, 1, 3]), context, profile, backend: referenceBackend };

  it('is accepted where the last quarter is empty', async () => {
    for (const heights of [
      [CUT + 3, 3],
      [3, CUT + 3],
      [CUT + 3, CUT + 3],
    ]) {
      const proof = await prove({ ...base, heights });
      expect([...proof.subarray(0, 2)]).toEqual(heights);
      expect(verifyProof({ ...base, proof })).toEqual({ accepted: true });
      // The same bytes do not stand for another cut.
      for (const at of [0, 1]) {
        const other = proof.slice();
        other[at] ^= CUT;
        expect(verifyProof({ ...base, proof: other }).accepted).toBe(false);
      }
    }
  });

  it('is refused where it is not: what is not committed counts as 0', async () => {
    const keys = [5, 7, 11, 13, 17, 19, 23];
    const full = { ...base, ...permutationTrace(keys, [6, 5, 4, 3, 2, 1, 0]) };
    expect(verifyProof({ ...full, proof: await prove(full) })).toEqual({ accepted: true });
    for (const heights of [
      [CUT + 3, 3],
      [3, CUT + 3],
    ])
      expect(verifyProof({ ...full, proof: await prove({ ...full, heights }) })).toMatchObject({ reason: 'FinalSumMismatch' });
  });
});

describe('the verifier', () => {
  it('never throws on random bytes', () => {
    const below = random(7);
    for (let i = 0; i < 200; i++) {
      const proof = Uint8Array.from({ length: below(600) }, (_, at) => (at < 2 ? below(6) : below(256) & 0x7e));
      expect(verifyProof({ air: permutation, publicValues: new Uint32Array(0), context, profile, proof }).accepted).toBe(false);
    }
  });

  it('refuses public values of the wrong number or not below p', () => {
    const proof = Uint8Array.of(2, 0);
    const base = { air: poseidonChain, context, profile, proof };
    expect(verifyProof({ ...base, publicValues: new Uint32Array(8) })).toMatchObject({ reason: 'ShapeOutOfBounds' });
    expect(verifyProof({ ...base, publicValues: new Uint32Array(40).fill(0xffffffff) })).toMatchObject({ reason: 'NonCanonicalElement' });
  });
});
