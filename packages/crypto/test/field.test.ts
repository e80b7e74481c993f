import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as field from '../src/field.ts';

const P = BigInt(field.P);
const element = fc.oneof(fc.integer({ min: 0, max: field.P - 1 }), fc.constantFrom(0, 1, 2, field.P - 1, field.P - 2, 2 ** 24, 2 ** 30));

describe('field', () => {
  it('agrees with big integers on every operation', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)];
        expect(BigInt(field.mul(a, b))).toBe((x * y) % P);
        expect(BigInt(field.add(a, b))).toBe((x + y) % P);
        expect(BigInt(field.sub(a, b))).toBe((x - y + P) % P);
        expect(BigInt(field.neg(a))).toBe((P - x) % P);
        expect(BigInt(field.pow(a, b & 0xffff))).toBe(modPow(x, y & 0xffffn));
        expect(field.mul(a, field.inv(a))).toBe(a === 0 ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('multiplies exactly where the quotient is close to an integer', () => {
    for (let q = 1; q < 200; q++) {
      for (let a = field.P - 40; a < field.P; a++) {
        const b = field.P - q;
        expect(BigInt(field.mul(a, b))).toBe((BigInt(a) * BigInt(b)) % P);
      }
    }
  });

  it('reduces integers of either sign up to 2^52', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger().map((n) => Math.trunc(n / 2)),
        (x) => {
          expect(BigInt(field.reduce(x))).toBe(((BigInt(x) % P) + P) % P);
          expect(field.fromBigint(BigInt(x))).toBe(field.reduce(x));
        },
      ),
    );
  });

  it('takes square roots of exactly the squares', () => {
    fc.assert(
      fc.property(element, (a) => {
        const root = field.sqrt(field.mul(a, a));
        expect(root === a || root === field.neg(a)).toBe(true);
        if (a !== 0) expect(field.sqrt(field.mul(field.GENERATOR, field.mul(a, a)))).toBeUndefined();
      }),
    );
  });

  it('inverts batches and leaves zeros alone', () => {
    const values = [5, 0, field.P - 1, 7, 0];
    const inverted = values.slice();
    field.batchInverse(inverted);
    expect(inverted).toEqual(values.map((v) => (v === 0 ? 0 : field.inv(v))));
  });

  it('has roots of unity of every order up to 2^24', () => {
    for (let logN = 1; logN <= field.TWO_ADICITY; logN++) {
      expect(field.pow(field.rootOfUnity(logN), 2 ** (logN - 1))).toBe(field.P - 1);
    }
    expect(() => field.rootOfUnity(25)).toThrow();
  });
});

function modPow(base: bigint, exponent: bigint): bigint {
  let out = 1n;
  for (let i = 0n; i < exponent.toString(2).length; i++) {
    out = (out * out) % P;
    if ((exponent >> (BigInt(exponent.toString(2).length) - 1n - i)) & 1n) out = (out * base) % P;
  }
  return out;
}
