/** How many bytes each message of a proof takes (docs/proof.md), from its shape alone; what queries open, as expected for random indices. */
import { busPowOf, type SecurityProfile } from './profile.ts';
import { openedBytes } from './soundness.ts';
import type { Shape } from './stack.ts';

const ELEMENT = 20;
const NONCE = 8;

export interface ProofBytes {
  readonly heights: number;
  readonly roots: number;
  readonly answers: number;
  readonly nonces: number;
  readonly fractionTree: number;
  readonly zerocheck: number;
  readonly columns: number;
  readonly sumchecks: number;
  readonly finalPolynomial: number;
  /** Leaves and siblings, by oracle. */
  readonly oracles: readonly number[];
  readonly total: number;
}

export function expectedProofBytes(shape: Shape, profile: SecurityProfile): ProofBytes {
  const { rounds, finalVariables } = shape.schedule;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const present = (bits: number): number => (bits > 0 ? NONCE : 0);
  const layers = Array.from({ length: shape.fractionVariables }, (_, l) => 2 * ELEMENT * l + 4 * ELEMENT);
  const folds = sum(rounds.map(({ fold }) => fold)) + finalVariables;
  const parts = {
    heights: shape.logHeights.length,
    roots: profile.digestBytes * rounds.length,
    answers: ELEMENT * sum(rounds.map(({ oodSamples }) => oodSamples)),
    nonces: present(busPowOf(profile)) + sum(rounds.map(({ fold, foldPow, queryPow }) => fold * present(foldPow) + present(queryPow))),
    fractionTree: 2 * ELEMENT + sum(layers),
    zerocheck: 3 * ELEMENT * shape.maxLogHeight,
    columns: ELEMENT * shape.columns.length,
    sumchecks: 2 * ELEMENT * folds,
    finalPolynomial: ELEMENT * 2 ** finalVariables,
  };
  const oracles = rounds.map((round, i) => {
    const { leaves, siblings } = openedBytes(profile, round, i);
    return leaves + siblings;
  });
  return { ...parts, oracles, total: sum(Object.values(parts)) + sum(oracles) };
}
