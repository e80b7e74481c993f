/**
 * Sumchecks with the eq factor kept outside (docs/proof.md steps 3 and 4): the claim before variable t is
 * c = (1 − z_t) h(0) + z_t h(1), so the constant coefficient follows from the others and is never sent.
 */
import { inv as invBase } from '@weir/crypto/field';
import { add, type Ext, inv, mul, mulBase, sub } from '@weir/crypto/quintic';
import { evaluatePolynomial } from './multilinear.ts';

/** h(r), for the coefficients c_1, c_2, … of h and the claim c. */
export function foldClaim(claim: Ext, z: Ext, higher: readonly Ext[], r: Ext): Ext {
  const c0 = sub(claim, mul(z, higher.reduce(add)));
  return add(c0, mul(r, evaluatePolynomial(higher, r)));
}

/** (c_1, c_2) of a quadratic h from the claim, h(0) and its leading coefficient. z is a challenge: 0 with probability 2^−155. */
export function quadraticMessage(claim: Ext, z: Ext, h0: Ext, c2: Ext): [Ext, Ext] {
  const h1MinusH0 = mul(sub(claim, h0), inv(z));
  return [sub(h1MinusH0, c2), c2];
}

const HALF = invBase(2);
const SIXTH = invBase(6);

/** (c_1, c_2, c_3) of the cubic through h(0), h(1), h(2), h(3), by Newton's forward differences. */
export function cubicMessage(values: readonly Ext[]): [Ext, Ext, Ext] {
  const [h0, h1, h2, h3] = values;
  const first = sub(h1, h0);
  const second = mulBase(sub(sub(h2, h1), first), HALF);
  const third = mulBase(sub(sub(h3, h2), add(sub(h2, h1), sub(sub(h2, h1), first))), SIXTH);
  // h = h0 + first·X + second·X(X−1) + third·X(X−1)(X−2)
  return [add(sub(first, second), add(third, third)), sub(second, mulBase(third, 3)), third];
}
