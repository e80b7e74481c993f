/** What prover and verifier of WHIR compute alike. */
import { add, type Ext, load, mul, mulBase, sub, ZERO } from '@weir/crypto/quintic';
import { eqTable, WORDS } from '../multilinear.ts';

/** s(r) for s(X) = c_0 + c_1 X + c_2 X² with s(0) + s(1) = claim. */
export function nextClaim(claim: Ext, c0: Ext, c2: Ext, r: Ext): Ext {
  const c1 = sub(sub(claim, add(c0, c0)), c2);
  return add(c0, mul(r, add(c1, mul(r, c2))));
}

/** Σ_b eq(b, challenges) leaf[b]; the first challenge belongs to b's most significant bit. */
export function foldLeaf(leaf: Uint32Array, width: number, challenges: readonly Ext[]): Ext {
  const weights = eqTable(challenges);
  let sum = ZERO;
  for (let b = 0; b < 2 ** challenges.length; b++) {
    const weight = load(weights, WORDS * b);
    sum = add(sum, width === 1 ? mulBase(weight, leaf[b]) : mul(weight, load(leaf, WORDS * b)));
  }
  return sum;
}
