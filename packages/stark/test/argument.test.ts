import { describe, expect, it } from 'vitest';
import { TEST_PROFILE } from '../src/profile.ts';
import { prove } from '../src/prover.ts';
import { verifyProof } from '../src/verifier.ts';
import { cubesSample, mixedSample, random, type Sample } from './support/sampleAirs.ts';

const context = Uint8Array.from({ length: 32 }, (_, i) => i);
const profile = TEST_PROFILE;

async function proveAndVerify(sample: Sample) {
  const proof = await prove({ ...sample, context, profile });
  return verifyProof({ ...sample, context, profile, proof });
}

describe('an honest proof is accepted', () => {
  it.each([0, 1, 3, 5, 8])('for one chip without buses at height 2^%i', async (logHeight) => {
    expect(await proveAndVerify(cubesSample(logHeight, logHeight))).toEqual({ accepted: true });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('for five chips at random heights (seed %i)', async (seed) => {
    const below = random(seed);
    const publicGroups = below(3);
    const heights = { products: below(6), sink: below(6), range: below(7), cubes: below(7), publics: 2 };
    expect(await proveAndVerify(mixedSample({ ...heights, sink: Math.max(heights.sink, heights.products) }, seed, publicGroups))).toEqual({ accepted: true });
  });
});
