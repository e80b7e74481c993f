import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, HIGH_PROFILE, profileId, type SecurityProfile, scheduleFor, TEST_PROFILE } from '../src/profile.ts';
import {
  bitsPerQuery,
  expectedWhirBytes,
  FIELD_BITS,
  outOfDomainBits,
  provableBits,
  proximityGapBits,
  soundnessTable,
} from '../src/soundness.ts';
import { schedulesVector } from './vectors/schedules.ts';

const schedules = (profile: SecurityProfile) =>
  Array.from({ length: profile.maxVariables - profile.minVariables + 1 }, (_, i) => scheduleFor(profile, profile.minVariables + i)!);

describe('the soundness calculator', () => {
  it('agrees with hand-computed values of the formulas', () => {
    expect(FIELD_BITS).toBeCloseTo(154.94, 2);
    // ρ = 1/8, m = 10: 1 − θ = √ρ·1.05.
    expect(bitsPerQuery({ logInverseRate: 3, multiplicity: 10 })).toBeCloseTo(-Math.log2(Math.sqrt(1 / 8) * 1.05), 10);
    // (2·10.5^5/(3·ρ^1.5))·2^28 dominates: 16.38 + 4.5 + 28 bits below |K|.
    expect(proximityGapBits({ logInverseRate: 3, multiplicity: 10 }, 28)).toBeCloseTo(154.94 - 48.88, 1);
    // L²/2 · 2^26/|K|
    expect(outOfDomainBits({ logInverseRate: 3, multiplicity: 10 }, 26, 1)).toBeCloseTo(
      154.94 - 26 + 1 - 2 * Math.log2(10.5 * Math.sqrt(8)),
      1,
    );
  });

  it('gives every round of every default schedule at least 100 bits', () => {
    for (const schedule of schedules(DEFAULT_PROFILE)) {
      for (const { round, bits } of soundnessTable(DEFAULT_PROFILE, schedule))
        expect(bits, `N = ${schedule.variables}, ${round}`).toBeGreaterThanOrEqual(100);
    }
  });

  it('gives every round of every high schedule at least 128 bits', () => {
    for (const schedule of schedules(HIGH_PROFILE)) expect(provableBits(HIGH_PROFILE, schedule)).toBeGreaterThanOrEqual(128);
  });

  it('keeps WHIR below 80 KB up to 2^24 cells', () => {
    for (const schedule of schedules(DEFAULT_PROFILE).filter(({ variables }) => variables <= 24)) {
      expect(expectedWhirBytes(DEFAULT_PROFILE, schedule)).toBeLessThan(80_000);
    }
  });

  it('never asks for more queries or folds than the domain and table have', () => {
    for (const profile of [DEFAULT_PROFILE, HIGH_PROFILE, TEST_PROFILE]) {
      for (const { rounds, finalVariables, variables } of schedules(profile)) {
        expect(rounds.reduce((sum, { fold }) => sum + fold, finalVariables)).toBe(variables);
        for (const round of rounds) {
          expect(round.logDomain).toBeLessThanOrEqual(24);
          expect(round.logDomain).toBeGreaterThan(round.variables - round.fold);
        }
      }
    }
  });

  it('changes the profile id with any number of the profile', () => {
    const other = { ...DEFAULT_PROFILE, grinding: { ...DEFAULT_PROFILE.grinding, query: 19 } };
    expect(profileId(other)).not.toEqual(profileId(DEFAULT_PROFILE));
  });

  it('still derives the published tables', () => {
    expect(schedulesVector()).toBe(readFileSync(new URL('../../../vectors/schedules.json', import.meta.url), 'utf8'));
  });
});
