/** The published proofs stay what they were: an accidental change of the format shows here before it shows on L1. */
import { readdirSync, readFileSync } from 'node:fs';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import { permutation } from '../src/examples/permutation.ts';
import { poseidonChain } from '../src/examples/poseidonChain.ts';
import { PROFILES, profileId } from '../src/profile.ts';
import { verifyProof } from '../src/verifier.ts';
import type { proofVector } from './vectors/proofs.ts';
import { whirOpening } from './vectors/whirOpening.ts';

type Vector = Awaited<ReturnType<typeof proofVector>>;

const folder = new URL('../../../vectors/', import.meta.url);
const airs = { [permutation.name]: permutation, [poseidonChain.name]: poseidonChain };
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;

describe.each(readdirSync(new URL('proofs/', folder)))('vectors/proofs/%s', (file) => {
  const vector = read<Vector>(`proofs/${file}`);
  const profile = PROFILES[vector.profile];
  const air = airs[vector.air];
  const verdictOf = ({
    proof,
    context = vector.context,
    publicValues = vector.publicValues,
  }: {
    proof: string;
    context?: string;
    publicValues?: number[];
  }) => {
    const verdict = verifyProof({
      air,
      profile,
      context: fromHex(context),
      publicValues: Uint32Array.from(publicValues),
      proof: fromHex(proof),
    });
    return verdict.accepted ? 'accepted' : verdict.reason;
  };

  it('belongs to the current profile and AIR', () => {
    expect(vector.profileId).toBe(toHex(profileId(profile)));
    expect(vector.airDigest).toBe(toHex(air.digest));
  });

  it('is accepted, and its mutants are refused by name', () => {
    expect(verdictOf(vector)).toBe('accepted');
    for (const mutant of vector.mutants) expect(verdictOf(mutant), mutant.name).toBe(mutant.verdict);
  });
});

it.each([6, 9])('vectors/whir-opening-test-%i.json is what the prover gives', async (variables) => {
  expect(JSON.parse(JSON.stringify(await whirOpening('test', variables)))).toEqual(read(`whir-opening-test-${variables}.json`));
});
