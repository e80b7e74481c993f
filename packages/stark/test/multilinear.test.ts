import { P, rootOfUnity } from '@weir/crypto/field';
import { add, type Ext, fromBase, load, mul, ONE, pow, ZERO } from '@weir/crypto/quintic';
import { describe, expect, it } from 'vitest';
import {
  eqAt,
  eqAtIndex,
  eqTable,
  evaluatePolynomial,
  evaluateTable,
  evaluateUnivariate,
  rowIndexAt,
  selAt,
  sumOutLeading,
} from '../src/multilinear.ts';
import { cubicMessage, foldClaim, quadraticMessage } from '../src/sumcheck.ts';
import { evaluateOnGroup } from '../src/whir/code.ts';
import { random } from './support/sampleAirs.ts';

const below = random(5);
const ext = (): Ext => [below(P), below(P), below(P), below(P), below(P)];
const point = (n: number) => Array.from({ length: n }, ext);

describe('multilinear extensions, most significant variable first', () => {
  const n = 4;
  const r = point(n);
  const table = Uint32Array.from(point(2 ** n).flat());

  it('agree with their definition as a sum over eq', () => {
    let sum = ZERO;
    for (let i = 0; i < 2 ** n; i++) sum = add(sum, mul(load(table, 5 * i), eqAtIndex(i, r)));
    expect(evaluateTable(table, r)).toEqual(sum);
  });

  it('of eq are eq', () => {
    const z = point(n);
    expect(evaluateTable(eqTable(z), r)).toEqual(eqAt(z, r));
    expect(sumOutLeading(eqTable(z))).toEqual(eqTable(z.slice(1)));
  });

  it('of the powers of y are sel(y, ·), and sel turns a table into a univariate polynomial', () => {
    const y = ext();
    const powers = Uint32Array.from(Array.from({ length: 2 ** n }, (_, j) => pow(y, j)).flat());
    expect(evaluateTable(powers, r)).toEqual(selAt(y, r));
    let sum = ZERO;
    for (let j = 0; j < 2 ** n; j++) {
      const bits = Array.from({ length: n }, (_, i): Ext => fromBase((j >> (n - 1 - i)) & 1));
      sum = add(sum, mul(load(table, 5 * j), selAt(y, bits)));
    }
    expect(evaluateUnivariate(table, y)).toEqual(sum);
  });

  it('of the row number are rowIndexAt', () => {
    const rows = Uint32Array.from(Array.from({ length: 2 ** n }, (_, j) => fromBase(j)).flat());
    expect(evaluateTable(rows, r)).toEqual(rowIndexAt(r));
  });
});

describe('round messages', () => {
  it('carry a quadratic whose constant follows from the claim', () => {
    const [h, z, r] = [point(3), ext(), ext()];
    const at = (x: Ext) => evaluatePolynomial(h, x);
    const claim = add(mul(add(ONE, mul(z, fromBase(P - 1))), at(ZERO)), mul(z, at(ONE)));
    const message = quadraticMessage(claim, z, h[0], h[2]);
    expect(message).toEqual([h[1], h[2]]);
    expect(foldClaim(claim, z, message, r)).toEqual(at(r));
  });

  it('carry a cubic through its four values', () => {
    const h = point(4);
    expect(cubicMessage([0, 1, 2, 3].map((x) => evaluatePolynomial(h, fromBase(x))))).toEqual(h.slice(1));
  });
});

it('encoding evaluates on the group in natural order', () => {
  const values = Uint32Array.from({ length: 16 }, () => below(P));
  const coefficients = Uint32Array.from([...values].flatMap((value) => fromBase(value)));
  const encoded = values.slice();
  evaluateOnGroup(encoded);
  for (let i = 0; i < 16; i++) expect(fromBase(encoded[i])).toEqual(evaluateUnivariate(coefficients, pow(fromBase(rootOfUnity(4)), i)));
});
