import { describe, expect, it } from 'vitest';
import { referenceBackend } from '../src/backend.ts';
import { TEST_PROFILE } from '../src/profile.ts';
import { prove } from '../src/prover.ts';
import { verifyProof } from '../src/verifier.ts';
import { cubesSample, mixedSample, random, type Sample } from './support/sampleAirs.ts';

const context = Uint8Array.from({ length: 32 }, (_, i) => i);
const profile = TEST_PROFILE;

async function proveAndVerify(sample: Sample) {
  const proof = await prove({ ...sample, context, profile, backend: referenceBackend });
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
    expect(await proveAndVerify(mixedSample({ ...heights, sink: Math.max(heights.sink, heights.products) }, seed, publicGroups))).toEqual({
      accepted: true,
    });
  });
});

describe('a false trace is refused', () => {
  const heights = { products: 3, sink: 4, range: 4, cubes: 5, publics: 1 };

  it('whichever cell is changed', async () => {
    const sample = mixedSample(heights, 9);
    for (const [chip, trace] of sample.traces.entries()) {
      for (const [column] of trace.columns.entries()) {
        const traces = sample.traces.map((other) => ({ ...other, columns: other.columns.map((cells) => cells.slice()) }));
        traces[chip].columns[column][0] += 1;
        const verdict = await proveAndVerify({ ...sample, traces });
        expect(verdict, `chip ${chip} column ${column}`).toMatchObject({ accepted: false });
      }
    }
  });

  it('when a public tuple is received twice and another never', async () => {
    const sample = mixedSample(heights, 10, 2);
    const publics = sample.traces[4].columns.map((cells) => Uint32Array.of(cells[0], cells[0]));
    const traces = [...sample.traces.slice(0, 4), { logHeight: 1, columns: publics }];
    expect(await proveAndVerify({ ...sample, traces })).toMatchObject({ reason: 'BusUnbalanced' });
  });
});

describe('the proof', () => {
  it('is the same for the same input', async () => {
    const sample = mixedSample({ products: 2, sink: 2, range: 2, cubes: 2, publics: 1 }, 1);
    const [first, second] = [
      await prove({ ...sample, context, profile, backend: referenceBackend }),
      await prove({ ...sample, context, profile, backend: referenceBackend }),
    ];
    expect(first).toEqual(second);
  });

  it('stops with the reason of an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(prove({ ...cubesSample(3, 1), context, profile, backend: referenceBackend, signal })).rejects.toThrow('enough');
  });
});
