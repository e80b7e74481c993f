import { describe, expect, it } from 'vitest';
import type { Air, ChipTrace } from '../src/air/ir.ts';
import { TEST_PROFILE } from '../src/profile.ts';
import { assertWithinLimits, CUT, deriveShape, heightCodes } from '../src/stack.ts';
import { verifyProof } from '../src/verifier.ts';
import { mixedSample, random } from './support/sampleAirs.ts';

const { air } = mixedSample({ products: 1, sink: 1, range: 1, cubes: 1, publics: 1 }, 1);
const profile = TEST_PROFILE;

describe('the layout', () => {
  it('puts every column at a multiple of its length, tallest first, without gaps or overlaps', () => {
    const below = random(11);
    for (let round = 0; round < 50; round++) {
      const heights = air.chips.map(() => below(9));
      const isCut = heights.map((height) => height >= 2 && below(2) === 1);
      const shape = deriveShape(
        air,
        profile,
        heights.map((height, j) => (isCut[j] ? CUT + height : height)),
      )!;
      const pieces = shape.columns.flatMap((column) => column.pieces).sort((a, b) => a.offset - b.offset);
      let next = 0;
      for (const { offset, logLength } of pieces) {
        expect(offset).toBe(next);
        expect(offset % 2 ** logLength).toBe(0);
        next += 2 ** logLength;
      }
      let firstPiece = -1;
      for (const { logHeight, pieces, chip } of shape.columns) {
        expect(logHeight).toBe(heights[chip]);
        let row = 0;
        for (const piece of pieces) {
          expect(piece.row).toBe(row);
          row += 2 ** piece.logLength;
        }
        expect(row).toBe(isCut[chip] ? (3 * 2 ** logHeight) / 4 : 2 ** logHeight);
        expect(pieces[0].offset).toBeGreaterThan(firstPiece);
        firstPiece = pieces[0].offset;
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

  it('cuts the fewest chips that make N smaller, and none that has something in its last quarter', () => {
    const trace = (width: number, logHeight: number, used: number): ChipTrace => ({
      logHeight,
      columns: Array.from({ length: width }, () => new Uint32Array(2 ** logHeight).fill(1, 0, used)),
    });
    const free = { ...profile, minVariables: 0 };
    // 32 + 16 cells: 24 + 16 is no smaller a power of 2, nor is 24 + 12.
    expect(heightCodes([trace(4, 3, 5), trace(4, 2, 1)], free)).toEqual([3, 2]);
    // 24 + 16 + 2 cells do not fit 32, 18 + 12 + 2 do; the last one need not be cut.
    expect(heightCodes([trace(3, 3, 6), trace(4, 2, 3), trace(1, 1, 1)], free)).toEqual([CUT + 3, CUT + 2, 1]);
    expect(heightCodes([trace(5, 3, 6), trace(2, 2, 3)], free)).toEqual([3, 2]);
    expect(heightCodes([trace(4, 3, 6), trace(1, 2, 3)], free)).toEqual([CUT + 3, 2]);
    expect(heightCodes([trace(4, 3, 7), trace(1, 2, 3)], free)).toEqual([3, 2]);
    expect(heightCodes([trace(4, 3, 6), trace(1, 2, 3)], profile)).toEqual([CUT + 3, 2]);
    expect(heightCodes([trace(4, 3, 6), trace(1, 2, 3)], { ...profile, minVariables: 6 })).toEqual([3, 2]);
  });

  it('refuses heights, N and L outside what AIR and profile allow', () => {
    expect(deriveShape(air, profile, [1, 1, 1, 1, 11])).toBeUndefined();
    expect(deriveShape(air, profile, [1, 1, 1, 1, CUT + 11])).toBeUndefined();
    expect(deriveShape(air, profile, [CUT + 1, 1, 1, 1, 1])).toBeUndefined();
    expect(deriveShape(air, profile, [CUT, 1, 1, 1, 1])).toBeUndefined();
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
