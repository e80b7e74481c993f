/**
 * The byte budget of a batch's proof, message by message, for signed orders that each board a ride. The heights are those that `npm run bench` measures;
 * what is not fixed by them (which leaves are opened, which nodes they share) is the expectation. docs/verifier-gas.md has the table.
 */
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import { expectedProofBytes, type ProofBytes } from '@weir/stark/proofBytes';
import { CUT, deriveShape } from '@weir/stark/stack';
import { describe, expect, it } from 'vitest';
import { weirAir } from '../src/weirAir.ts';

type Budget = Omit<ProofBytes, 'oracles'> & { readonly oracle0: number; readonly laterOracles: number };

/** Heights that grow with the orders, for 2^10 of them. */
const AT_1024: Readonly<Record<string, number>> = {
  ...{ services: 13, body: 12, fill: 10, schnorr: 10, schnorrStep: CUT + 16, ticks: 10, account: 10, tree: 13, poseidon: 15 },
};

function shapeFor(logOrders: number) {
  const codes = weirAir.chips.map(({ name, minLogHeight }) => {
    const grown = AT_1024[name];
    return grown === undefined ? Math.max(minLogHeight, name === 'requests' ? 3 : 0) : grown + logOrders - 10;
  });
  return deriveShape(weirAir, DEFAULT_PROFILE, codes);
}

const BUDGETS: readonly (readonly [orders: number, variables: number, budget: Budget])[] = [
  [
    256,
    22,
    {
      ...{ heights: 20, roots: 80, answers: 60, nonces: 160, fractionTree: 9_300, zerocheck: 1_050, columns: 24_000 },
      ...{ sumchecks: 1_000, finalPolynomial: 2_600, oracle0: 21_500, laterOracles: 32_000, total: 88_000 },
    },
  ],
  [
    1_024,
    24,
    {
      ...{ heights: 20, roots: 110, answers: 80, nonces: 180, fractionTree: 11_100, zerocheck: 1_050, columns: 24_000 },
      ...{ sumchecks: 1_000, finalPolynomial: 2_600, oracle0: 27_500, laterOracles: 40_000, total: 105_000 },
    },
  ],
  [
    4_096,
    26,
    {
      ...{ heights: 20, roots: 110, answers: 80, nonces: 200, fractionTree: 13_100, zerocheck: 1_100, columns: 24_000 },
      ...{ sumchecks: 1_100, finalPolynomial: 2_600, oracle0: 38_200, laterOracles: 39_100, total: 120_000 },
    },
  ],
];

describe.each(BUDGETS)('the proof of %i orders', (orders, variables, budget) => {
  const shape = shapeFor(Math.log2(orders));
  it('keeps its byte budget, message by message', () => {
    expect(shape?.variables).toBe(variables);
    const { oracles, ...bytes } = expectedProofBytes(shape!, DEFAULT_PROFILE);
    const [oracle0, ...later] = oracles;
    const messages: Budget = { ...bytes, oracle0, laterOracles: later.reduce((sum, each) => sum + each, 0) };
    if (process.env['WEIR_MEASURE'] !== undefined) console.log(orders, messages);
    for (const [name, bound] of Object.entries(budget)) expect(messages[name as keyof Budget], name).toBeLessThanOrEqual(bound);
  });
});
