/** One run of the profile that L1 accepts, and where its bytes go. */
import { beforeAll, describe, expect, it } from 'vitest';
import { poseidonChain, poseidonChainTrace } from '../src/examples/poseidonChain.ts';
import { DEFAULT_PROFILE } from '../src/profile.ts';
import { type Progress, prove } from '../src/prover.ts';
import { verifyProof } from '../src/verifier.ts';
import { readsOf } from './support/tampering.ts';

describe('a chain of 1,024 Poseidon hashes under the default profile', () => {
  const options = {
    air: poseidonChain,
    ...poseidonChainTrace(
      Uint32Array.from({ length: 16 }, (_, i) => 3 * i),
      10,
    ),
    context: new Uint8Array(32).fill(9),
    profile: DEFAULT_PROFILE,
  };
  const progress: Progress[] = [];
  let proof: Uint8Array;
  beforeAll(async () => {
    proof = await prove({ ...options, onProgress: (step) => progress.push(step) });
  }, 60_000);

  it('is proven and accepted', () => {
    expect(verifyProof({ ...options, proof })).toEqual({ accepted: true });
  });

  it('keeps to the byte budget of each message', () => {
    const bytes = { whir: 0, fractions: 0, zerocheck: 0, rest: 0 };
    for (const { what, length } of readsOf(options, proof)) {
      if (/^(whir|oracle|root|final|last|out-of-domain answer )/.test(what)) bytes.whir += length;
      else if (/^fraction/.test(what)) bytes.fractions += length;
      else if (/^(zerocheck|column)/.test(what)) bytes.zerocheck += length;
      else bytes.rest += length;
    }
    expect(bytes.whir).toBeLessThan(75_000);
    expect(bytes.fractions).toBeLessThan(15_000);
    expect(bytes.zerocheck).toBeLessThan(15_000);
    expect(bytes.rest).toBeLessThan(5_000);
    expect(bytes.whir + bytes.fractions + bytes.zerocheck + bytes.rest).toBe(proof.length);
  });

  it('reports its progress in order', () => {
    expect(progress[0]).toEqual({ stage: 'commit', percent: 0 });
    expect(progress.at(-1)).toMatchObject({ stage: 'done', percent: 100 });
    for (let i = 1; i < progress.length; i++) expect(progress[i].percent).toBeGreaterThanOrEqual(progress[i - 1].percent);
  });
});
