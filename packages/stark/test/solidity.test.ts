/** Both verifiers give every proof the same verdict: TypeScript, and Solidity as deployed bytecode on a local chain. */
import { readFileSync } from 'node:fs';
import { P } from '@weir/crypto/field';
import type { Ext } from '@weir/crypto/quintic';
import { fromHex } from '@weir/foundation/bytes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Air } from '../src/air/ir.ts';
import type { AirImplementation } from '../src/compile/solidity.ts';
import { permutation } from '../src/examples/permutation.ts';
import { poseidonChain } from '../src/examples/poseidonChain.ts';
import { DEFAULT_PROFILE, type SecurityProfile, TEST_PROFILE } from '../src/profile.ts';
import { verifyProof } from '../src/verifier.ts';
import {
  type Chain,
  compileVerifiers,
  creationCode,
  deployEvaluator,
  deployVerifier,
  randomEvaluation,
  startChain,
  type VerifyCall,
  verifyOnChain,
  verifyTransaction,
} from './support/evm.ts';
import { mixedSample, random } from './support/sampleAirs.ts';
import { readsOf } from './support/tampering.ts';

interface Vector extends VerifyCall {
  readonly mutants: readonly (Partial<VerifyCall> & { readonly name: string; readonly verdict: string })[];
}

function readVector(name: string): Vector {
  const json = JSON.parse(readFileSync(new URL(`../../../vectors/proofs/${name}.json`, import.meta.url), 'utf8'));
  const decode = (entry: Record<string, string | number[]>) => ({
    ...(entry.context && { context: fromHex(entry.context as string) }),
    ...(entry.publicValues && { publicValues: Uint32Array.from(entry.publicValues as number[]) }),
    ...(entry.proof && { proof: fromHex(entry.proof as string) }),
  });
  const mutants = json.mutants.map((mutant: Record<string, string>) => ({ name: mutant.name, verdict: mutant.verdict, ...decode(mutant) }));
  return { ...(decode(json) as VerifyCall), mutants };
}

const samples: readonly (readonly [
  vector: string,
  air: Air,
  profile: SecurityProfile,
  contract: string,
  profileFile: string,
  implementation: AirImplementation,
])[] = [
  ['permutation-test', permutation, TEST_PROFILE, 'PermutationTestVerifier', 'TestProfile', 'compiled'],
  ['permutation-cut-test', permutation, TEST_PROFILE, 'PermutationTestVerifier', 'TestProfile', 'compiled'],
  ['permutation-both-cut-test', permutation, TEST_PROFILE, 'PermutationTestVerifier', 'TestProfile', 'compiled'],
  ['poseidon-chain-test', poseidonChain, TEST_PROFILE, 'PoseidonChainTestVerifier', 'TestProfile', 'interpreted'],
  ['poseidon-chain-default', poseidonChain, DEFAULT_PROFILE, 'PoseidonChainDefaultVerifier', 'DefaultProfile', 'compiled'],
];

/** A large proof is changed in this many places, evenly spread over its reads. */
const MAX_CHANGED_READS = 100;

let chain: Chain;
beforeAll(async () => {
  compileVerifiers();
  chain = await startChain();
}, 240_000);
afterAll(() => chain.stop());

describe.each(samples)('the deployed verifier and the vector %s', (name, air, profile, contract, profileFile, implementation) => {
  const vector = readVector(name);
  let verifier: `0x${string}`;
  const inTypeScript = (call: VerifyCall): string => {
    const verdict = verifyProof({ air, profile, ...call });
    return verdict.accepted ? 'accepted' : verdict.reason;
  };
  beforeAll(async () => {
    verifier = await deployVerifier(
      chain,
      air,
      creationCode(profileFile, profileFile.replace('Profile', 'WhirVerifier')),
      creationCode(contract, contract),
      implementation,
    );
  });

  it('accepts the honest proof in one transaction below the gas limit of L1', async () => {
    const { gas } = await verifyTransaction(chain, verifier, vector);
    expect(gas).toBeLessThan(2 ** 24);
  });

  it('refuses the spoiled proofs of the vector under the expected names', async () => {
    for (const mutant of vector.mutants) {
      expect(await verifyOnChain(chain, verifier, { ...vector, ...mutant }), mutant.name).toBe(mutant.verdict);
    }
  });

  it('agrees with TypeScript when any message changes in any place (seeded)', async () => {
    const below = random(name.length);
    const statement = { air, profile, context: vector.context, publicValues: vector.publicValues };
    const reads = readsOf(statement, vector.proof);
    const stride = Math.ceil(reads.length / MAX_CHANGED_READS);
    for (const { what, offset, length } of reads.filter((_, i) => i % stride === 0)) {
      const proof = vector.proof.slice();
      proof[offset + below(length)] ^= 1 << below(8);
      const expected = inTypeScript({ ...vector, proof });
      expect(expected, what).not.toBe('accepted');
      expect(await verifyOnChain(chain, verifier, { ...vector, proof }), what).toBe(expected);
    }
  }, 60_000);

  it('agrees with TypeScript when the proof ends early or goes on', async () => {
    const below = random(7);
    const lengths = [
      0,
      1,
      ...Array.from({ length: 20 }, () => below(vector.proof.length)),
      vector.proof.length + 1,
      vector.proof.length + 40,
    ];
    for (const length of lengths) {
      const proof = new Uint8Array(length);
      proof.set(vector.proof.subarray(0, length));
      expect(await verifyOnChain(chain, verifier, { ...vector, proof }), `${length} bytes`).toBe(inTypeScript({ ...vector, proof }));
    }
  }, 60_000);

  it('refuses random bytes by name', async () => {
    const below = random(11);
    for (let i = 0; i < 20; i++) {
      const proof = Uint8Array.from({ length: below(4096) }, () => below(256));
      air.chips.forEach((chip, j) => {
        if (j < proof.length) proof[j] = chip.minLogHeight + below(chip.maxLogHeight - chip.minLogHeight + 1);
      });
      expect(await verifyOnChain(chain, verifier, { ...vector, proof })).toBe(inTypeScript({ ...vector, proof }));
    }
  }, 60_000);

  it('refuses public values of another number', async () => {
    const publicValues = new Uint32Array(vector.publicValues.length + 8);
    expect(await verifyOnChain(chain, verifier, { ...vector, publicValues })).toBe('ShapeOutOfBounds');
  });
});

describe.each([
  ['permutation', permutation],
  ['poseidon-chain', poseidonChain],
  ['mixed heights', mixedSample({ products: 3, sink: 3, range: 4, cubes: 2, publics: 1 }, 5).air],
] as const)('the deployed evaluators of %s', (_, air) => {
  it.each(['compiled', 'interpreted'] as const)('agree with the reference evaluator at random points of K (%s)', async (implementation) => {
    const evaluate = await deployEvaluator(chain, air, implementation);
    const below = random(99);
    const element = (): Ext => [below(P), below(P), below(P), below(P), below(P)];
    for (let round = 0; round < 4; round++) {
      const { point, columns, expected } = randomEvaluation(air, element);
      expect((await evaluate(point, columns.flat())).value).toEqual(expected);
    }
  });
});

it('a verifier refuses to be deployed on parts that are not the pinned ones', async () => {
  const wrongWhir = creationCode('DefaultProfile', 'DefaultWhirVerifier');
  const verifier = creationCode('PermutationTestVerifier', 'PermutationTestVerifier');
  await expect(deployVerifier(chain, permutation, wrongWhir, verifier, 'compiled')).rejects.toThrow(
    'permutation verifier was not deployed',
  );
  const whir = creationCode('TestProfile', 'TestWhirVerifier');
  await expect(deployVerifier(chain, poseidonChain, whir, verifier, 'compiled')).rejects.toThrow(
    'poseidon-chain verifier was not deployed',
  );
});
