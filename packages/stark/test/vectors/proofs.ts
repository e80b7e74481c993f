/** Writes vectors/proofs/*.json: whole proofs of the example AIRs with their mutants and the verdict that each must get. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { toHex } from '@weir/foundation/bytes';
import type { Air, ChipTrace } from '../../src/air/ir.ts';
import { permutation, permutationTrace } from '../../src/examples/permutation.ts';
import { poseidonChain, poseidonChainTrace } from '../../src/examples/poseidonChain.ts';
import { PROFILES, profileId } from '../../src/profile.ts';
import { prove } from '../../src/prover.ts';
import { CUT } from '../../src/stack.ts';
import { verifyProof } from '../../src/verifier.ts';
import { mutants } from '../support/tampering.ts';

const context = Uint8Array.from({ length: 32 }, (_, i) => 7 * i + 1);

interface Example {
  readonly name: string;
  readonly profile: string;
  readonly air: Air;
  readonly traces: readonly ChipTrace[];
  readonly publicValues: Uint32Array;
  readonly heights?: readonly number[];
}

const chainStart = Uint32Array.from({ length: 16 }, (_, i) => 1000 + i);

export const EXAMPLES: readonly Example[] = [
  { name: 'permutation-test', profile: 'test', air: permutation, ...permutationTrace([5, 7, 11, 13, 17], [4, 2, 0, 1, 3]) },
  {
    ...{ name: 'permutation-cut-test', profile: 'test', air: permutation, heights: [CUT + 4, 4] },
    ...permutationTrace([5, 7, 11, 13, 17, 19, 23, 29, 31], [4, 2, 0, 1, 3, 8, 7, 6, 5]),
  },
  {
    ...{ name: 'permutation-both-cut-test', profile: 'test', air: permutation, heights: [CUT + 3, CUT + 3] },
    ...permutationTrace([5, 7, 11, 13, 17], [4, 2, 0, 1, 3]),
  },
  { name: 'poseidon-chain-test', profile: 'test', air: poseidonChain, ...poseidonChainTrace(chainStart, 2) },
  { name: 'poseidon-chain-default', profile: 'default', air: poseidonChain, ...poseidonChainTrace(chainStart, 6) },
];

export async function proofVector({ name, profile: profileName, air, traces, publicValues, heights }: Example) {
  const profile = PROFILES[profileName];
  const options = { air, traces, publicValues, context, profile, ...(heights && { heights }) };
  const proof = await prove(options);
  const verdict = verifyProof({ ...options, proof });
  if (!verdict.accepted) throw new Error(`${name}: ${verdict.reason}: ${verdict.detail}`);
  const list = profileName === 'test' ? await mutants(options, proof) : [];
  for (const mutant of list) {
    const refused = verifyProof({ ...options, ...mutant });
    if (refused.accepted || refused.reason !== mutant.reason) throw new Error(`${name}, ${mutant.name}: ${JSON.stringify(refused)}`);
  }
  return {
    name,
    air: air.name,
    airDigest: toHex(air.digest),
    profile: profileName,
    profileId: toHex(profileId(profile)),
    context: toHex(context),
    heights: [...proof.subarray(0, air.chips.length)],
    publicValues: [...publicValues],
    proofBytes: proof.length,
    proof: toHex(proof),
    verdict: 'accepted',
    mutants: list.map((mutant) => ({
      name: mutant.name,
      verdict: mutant.reason,
      ...(mutant.context ? { context: toHex(mutant.context) } : {}),
      ...(mutant.publicValues ? { publicValues: [...mutant.publicValues] } : {}),
      proof: toHex(mutant.proof),
    })),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folder = new URL('../../../../vectors/proofs/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const example of EXAMPLES) {
    const started = Date.now();
    const vector = await proofVector(example);
    writeFileSync(new URL(`${example.name}.json`, folder), `${JSON.stringify(vector, null, 1)}\n`);
    console.log(example.name, vector.proofBytes, `${Date.now() - started} ms`);
  }
}
