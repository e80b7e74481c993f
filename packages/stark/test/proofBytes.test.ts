/** The account of a proof's bytes, against the reads of published proofs. */
import { readFileSync } from 'node:fs';
import { fromHex } from '@weir/foundation/bytes';
import { expect, it } from 'vitest';
import { permutation } from '../src/examples/permutation.ts';
import { poseidonChain } from '../src/examples/poseidonChain.ts';
import { PROFILES } from '../src/profile.ts';
import { expectedProofBytes } from '../src/proofBytes.ts';
import { deriveShape } from '../src/stack.ts';
import { readsOf } from './support/tampering.ts';

it.each([
  ['permutation-cut-test', permutation],
  ['poseidon-chain-test', poseidonChain],
  ['poseidon-chain-default', poseidonChain],
] as const)('counts what %s has, message by message', (name, air) => {
  const vector = JSON.parse(readFileSync(new URL(`../../../vectors/proofs/${name}.json`, import.meta.url), 'utf8'));
  const profile = PROFILES[vector.profile];
  const proof = fromHex(vector.proof);
  const statement = { air, profile, context: fromHex(vector.context), publicValues: Uint32Array.from(vector.publicValues) };
  const reads = readsOf(statement, proof);
  const bytesOf = (kind: RegExp): number => reads.filter(({ what }) => kind.test(what)).reduce((sum, { length }) => sum + length, 0);
  const { oracles, total, ...expected } = expectedProofBytes(deriveShape(air, profile, [...proof.subarray(0, air.chips.length)])!, profile);
  expect({
    heights: bytesOf(/^chip heights/),
    roots: bytesOf(/root( \d+)?$/) - bytesOf(/^fraction root/),
    answers: bytesOf(/^out-of-domain/),
    nonces: bytesOf(/nonce$|queries$|^bus/),
    fractionTree: bytesOf(/^fraction/),
    zerocheck: bytesOf(/^zerocheck/),
    columns: bytesOf(/^column values/),
    sumchecks: bytesOf(/^whir \d+ fold \d+$|^last sumcheck/),
    finalPolynomial: bytesOf(/^final polynomial/),
  }).toEqual(expected);
  // Which nodes the opened leaves share is chance.
  expect(oracles).toHaveLength(reads.filter(({ what }) => /leaves$/.test(what)).length);
  expect(Math.abs(proof.length / total - 1)).toBeLessThan(0.08);
});
