import { describe, expect, it } from 'vitest';
import type { Air } from '../src/air/ir.ts';
import { TEST_PROFILE } from '../src/profile.ts';
import { assertWithinLimits, deriveShape } from '../src/stack.ts';
import { verifyProof } from '../src/verifier.ts';
import { mixedSample, random } from './support/sampleAirs.ts';

const { air } = mixedSample({ products: 1, sink: 1, range: 1, cubes: 1, publics: 1 }, 1);
const profile = TEST_PROFILE;

describe('the layout', () => {
  it('puts every column at a multiple of its length, tallest first, without gaps or overlaps', () => {
    const below = random(11);
    for (let round = 0; round < 50; round++) {
      const heights = air.chips.map(() => below(9));
      const shape = deriveShape(air, profile, heights)!;
      let next = 0;
      for (const { logHeight, offset, chip } of shape.columns) {
        expect(offset).toBe(next);
        expect(offset % 2 ** logHeight).toBe(0);
        expect(logHeight).toBe(heights[chip]);
        next += 2 ** logHeight;
      }
      expect(2 ** shape.variables).toBeGreaterThanOrEqual(next);
      let leaves = 0;
      for (const { logHeight, logInteractions, offset } of shape.blocks) {
        expect(offset).toBe(leaves);
        expect(offset % 2 ** (logHeight + logInteractions)).toBe(0);
        leaves += 2 ** (logHeight + logInteractions);
      }
      expect(2 ** shape.fractionVariables).toBeGreaterThanOrEqual(leaves);
      expect(shape.fractionVariables).toBeGreaterThanOrEqual(Math.max(...heights));
    }
  });

  it('refuses heights, N and L outside what AIR and profile allow', () => {
    expect(deriveShape(air, profile, [1, 1, 1, 1, 11])).toBeUndefined();
    expect(deriveShape(air, profile, [1, 1, 1, 1])).toBeUndefined();
    expect(deriveShape(air, profile, [20, 20, 20, 1, 1])).toBeUndefined();
    expect(deriveShape(air, { ...profile, maxFractionVariables: 3 }, [1, 4, 1, 1, 1])).toBeUndefined();
    const base = { air, profile, context: new Uint8Array(32), publicValues: new Uint32Array(8) };
    expect(verifyProof({ ...base, proof: Uint8Array.of(20, 20, 20, 1, 1) })).toMatchObject({ reason: 'ShapeOutOfBounds' });
  });

  it('refuses an AIR that the calculator did not count on', () => {
    const buses: Air['buses'] = { ...air.buses, wide: { tag: 77, length: profile.airLimits.tupleLength + 1 } };
    expect(() => assertWithinLimits({ ...air, buses }, profile)).toThrow('tuple too long');
    expect(() => assertWithinLimits(air, { ...profile, airLimits: { ...profile.airLimits, columns: 3 } })).toThrow('too many columns');
    expect(() => assertWithinLimits(air, { ...profile, airLimits: { ...profile.airLimits, constraints: 3 } })).toThrow(
      'too many constraints',
    );
  });
});
