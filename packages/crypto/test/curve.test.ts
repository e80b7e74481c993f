import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../../../vectors/septic-curve.json' with { type: 'json' };
import * as curve from '../src/curve.ts';
import { P } from '../src/field.ts';
import * as septic from '../src/septic.ts';

const coefficient = fc.oneof(fc.integer({ min: 0, max: P - 1 }), fc.constantFrom(0, 1, P - 1));
const element = fc.array(coefficient, { minLength: 7, maxLength: 7 });
const scalar = fc.bigInt({ min: 0n, max: curve.ORDER * 2n });

function mulByDefinition(a: septic.Septic, b: septic.Septic): number[] {
  const c = new Array<bigint>(13).fill(0n);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) c[i + j] += BigInt(x) * BigInt(y);
  for (let k = 12; k >= 7; k--) {
    c[k - 6] += 3n * c[k];
    c[k - 7] += 5n * c[k];
  }
  return c.slice(0, 7).map((x) => Number(x % BigInt(P)));
}

describe('septic', () => {
  it('multiplies as the definition says, inverts, and takes roots of exactly the squares', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        expect(septic.mul(a, b)).toEqual(mulByDefinition(a, b));
        expect(septic.mul(a, septic.inv(a))).toEqual(septic.isZero(a) ? septic.ZERO : septic.ONE);
        const root = septic.sqrt(septic.square(a));
        expect(root !== undefined && (septic.eq(root, a) || septic.eq(root, septic.neg(a)))).toBe(true);
        const any = septic.sqrt(b);
        if (any === undefined) expect(septic.pow(b, (BigInt(P) ** 7n - 1n) / 2n)[0]).toBe(P - 1);
        else expect(septic.square(any)).toEqual(b);
      }),
      { numRuns: 100 },
    );
  });

  it('multiplies the largest coefficients exactly', () => {
    const top = new Array<number>(7).fill(P - 1);
    expect(septic.mul(top, top)).toEqual(mulByDefinition(top, top));
  });
});

describe('curve', () => {
  it('meets the published order, generator and multiples', () => {
    expect(curve.ORDER.toString()).toBe(vector.order);
    expect(curve.GENERATOR).toEqual({ x: vector.generator.x, y: vector.generator.y });
    for (const { scalar: k, x, y } of vector.multiples) {
      expect(curve.multiplyGenerator(BigInt(k))).toEqual({ x, y });
      expect(curve.multiply(curve.GENERATOR, BigInt(k))).toEqual({ x, y });
    }
    expect(curve.multiply(curve.GENERATOR, curve.ORDER)).toBeUndefined();
    expect(curve.multiplyGenerator(0n)).toBeUndefined();
  });

  it('adds, doubles and multiplies consistently and stays on the curve', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const p = curve.multiplyGenerator(a);
        const q = curve.multiplyGenerator(b);
        const sum = curve.add(p, q);
        expect(sum).toEqual(curve.multiplyGenerator(a + b));
        if (sum !== undefined) expect(curve.isOnCurve(sum)).toBe(true);
        if (p !== undefined) {
          expect(curve.multiply(p, b)).toEqual(curve.multiplyGenerator((a * b) % curve.ORDER));
          expect(curve.add(p, curve.negate(p))).toBeUndefined();
          expect(curve.add(p, p)).toEqual(curve.double(p));
          expect([p.y, septic.neg(p.y)]).toContainEqual(curve.liftX(p.x)?.y);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('finds no point for about half of all x', () => {
    const lifted = Array.from({ length: 40 }, (_, k) => curve.liftX([k, 2, 3, 0, 0, 0, 1])).filter((p) => p !== undefined);
    expect(lifted.length).toBeGreaterThan(5);
    expect(lifted.length).toBeLessThan(35);
    expect(lifted.every(curve.isOnCurve)).toBe(true);
  });
});
