import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceBackend } from '../src/backend.ts';
import { createKernelBackend, type KernelBackend } from '../src/kernels/backend.ts';
import { HIGH_PROFILE, TEST_PROFILE } from '../src/profile.ts';
import { prove } from '../src/prover.ts';
import { CUT, canCut } from '../src/stack.ts';
import { findNonce } from '../src/transcript.ts';
import { verifyProof } from '../src/verifier.ts';
import { cubesSample, mixedSample, random } from './support/sampleAirs.ts';

const context = new Uint8Array(32).fill(3);

describe.each([1, 2])('the kernels on %i threads', (threads) => {
  let backend: KernelBackend;
  beforeAll(async () => {
    backend = await createKernelBackend({ threads });
  });
  afterAll(() => backend.close());

  it.each([0, 2, 7, 9])('give the same proof as TypeScript for one chip of height 2^%i', async (logHeight) => {
    const options = { ...cubesSample(logHeight, 1), context, profile: TEST_PROFILE };
    expect(await prove({ ...options, backend })).toEqual(await prove({ ...options, backend: referenceBackend }));
  });

  it.each([1, 2, 3])('give the same proof as TypeScript for five chips, some of them cut (seed %i)', async (seed) => {
    const below = random(seed);
    const products = 6 + below(4);
    const heights = { products, sink: products - 1, range: 3 + below(4), cubes: 5 + below(4), publics: 2 + below(5) };
    const sample = mixedSample(heights, seed, 2);
    const codes = sample.traces.map((trace, j) => (canCut(trace) && j !== seed ? CUT + trace.logHeight : trace.logHeight));
    expect(codes.some((code) => code >= CUT)).toBe(true);
    const options = { ...sample, heights: codes, context, profile: TEST_PROFILE };
    const proof = await prove({ ...options, backend });
    expect(proof).toEqual(await prove({ ...options, backend: referenceBackend }));
    expect(verifyProof({ ...options, proof })).toEqual({ accepted: true });
  });

  it.each([1, 2, 3, 4])('give the same proof as TypeScript for five chips (seed %i)', async (seed) => {
    const below = random(seed);
    const products = below(10);
    const heights = { products, sink: products + below(2), range: 1 + below(8), cubes: below(11), publics: 1 + below(2) };
    const options = { ...mixedSample(heights, seed, 2), context, profile: TEST_PROFILE };
    const proof = await prove({ ...options, backend });
    expect(proof).toEqual(await prove({ ...options, backend: referenceBackend }));
    expect(verifyProof({ ...options, proof })).toEqual({ accepted: true });
  });

  it('commit with full-length digests where the profile asks for them', async () => {
    const profile = { ...TEST_PROFILE, name: 'test-32', digestBytes: HIGH_PROFILE.digestBytes };
    const options = { ...mixedSample({ products: 4, sink: 4, range: 3, cubes: 6, publics: 1 }, 5), context, profile };
    expect(await prove({ ...options, backend })).toEqual(await prove({ ...options, backend: referenceBackend }));
  });

  it('prove nothing false: a changed cell is refused', async () => {
    const options = { ...cubesSample(8, 2), context, profile: TEST_PROFILE };
    options.traces[0].columns[1][77] ^= 1;
    const proof = await prove({ ...options, backend });
    expect(verifyProof({ ...options, proof })).toMatchObject({ reason: 'ZerocheckMismatch' });
  });

  it('serve one proof at a time, and the next after one was aborted', async () => {
    const options = { ...cubesSample(7, 2), context, profile: TEST_PROFILE, backend };
    const controller = new AbortController();
    const aborted = prove({
      ...options,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'zerocheck' && controller.abort(new Error('enough')),
    });
    await expect(prove(options)).rejects.toThrow('one proof at a time');
    await expect(aborted).rejects.toThrow('enough');
    expect(verifyProof({ ...options, proof: await prove(options) })).toEqual({ accepted: true });
  });

  it('find the same nonce', async () => {
    const state = Uint8Array.from({ length: 32 }, (_, i) => 250 - i);
    for (const bits of [1, 5, 12]) expect(await backend.findNonce(state, bits)).toEqual(findNonce(state, bits));
  });
});
