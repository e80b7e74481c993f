import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../../../vectors/quintic-extension.json' with { type: 'json' };
import { P } from '../src/field.ts';
import type { Ext } from '../src/quintic.ts';
import * as quintic from '../src/quintic.ts';

const coefficient = fc.oneof(fc.integer({ min: 0, max: P - 1 }), fc.constantFrom(0, 1, P - 1));
const element = fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient);

/** Schoolbook product with big integers. */
function mulByDefinition(a: Ext, b: Ext): number[] {
  const c = new Array<bigint>(9).fill(0n);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) c[i + j] += BigInt(x) * BigInt(y);
  for (let k = 8; k >= 5; k--) {
    c[k - 5] += c[k];
    c[k - 3] -= c[k];
  }
  return c.slice(0, 5).map((x) => Number(((x % BigInt(P)) + BigInt(P)) % BigInt(P)));
}

describe('quintic', () => {
  const a = vector.a as unknown as Ext;
  const b = vector.b as unknown as Ext;

  it('meets the published known answers', () => {
    expect(quintic.mul(a, b)).toEqual(vector.product);
    expect(quintic.inv(a)).toEqual(vector.inverseOfA);
    expect(quintic.inv(b)).toEqual(vector.inverseOfB);
    expect(quintic.pow(a, BigInt(vector.aToThe.exponent))).toEqual(vector.aToThe.value);
  });

  it('multiplies as the definition says and obeys the field laws', () => {
    fc.assert(
      fc.property(element, element, element, (x, y, z) => {
        expect(quintic.mul(x, y)).toEqual(mulByDefinition(x, y));
        expect(quintic.mul(x, quintic.add(y, z))).toEqual(quintic.add(quintic.mul(x, y), quintic.mul(x, z)));
        expect(quintic.sub(quintic.add(x, y), y)).toEqual(x);
        expect(quintic.add(x, quintic.neg(x))).toEqual(quintic.ZERO);
        expect(quintic.mulBase(x, y[0])).toEqual(quintic.mul(x, quintic.fromBase(y[0])));
        expect(quintic.mul(x, quintic.inv(x))).toEqual(quintic.isZero(x) ? quintic.ZERO : quintic.ONE);
      }),
      { numRuns: 500 },
    );
  });

  it('inverts batches and leaves zeros alone', () => {
    const values: Ext[] = [a, quintic.ZERO, b, quintic.ONE];
    expect(quintic.batchInverse(values)).toEqual(values.map(quintic.inv));
  });

  it('encodes to 20 bytes and refuses what is not canonical or not there', () => {
    fc.assert(
      fc.property(element, (x) => {
        expect(quintic.decode(quintic.encode(x))).toEqual(x);
      }),
    );
    const bytes = quintic.encode(a);
    expect(quintic.decode(bytes, 1)).toBeUndefined();
    expect(quintic.decode(bytes, -1)).toBeUndefined();
    for (let i = 0; i < 5; i++) {
      const bad = bytes.slice();
      new DataView(bad.buffer).setUint32(4 * i, P);
      expect(quintic.decode(bad)).toBeUndefined();
    }
  });

  it('loads and stores five words', () => {
    const words = new Uint32Array(12);
    quintic.store(words, 6, b);
    expect(quintic.load(words, 6)).toEqual(b);
    expect(words[5] + words[11]).toBe(0);
  });
});
