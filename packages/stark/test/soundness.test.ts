import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, HIGH_PROFILE, profileId, type SecurityProfile, scheduleFor, TEST_PROFILE } from '../src/profile.ts';
import {
  bitsPerQuery,
  deriveSchedule,
  expectedGrinding,
  expectedWhirBytes,
  FIELD_BITS,
  merkleHashes,
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
    // η = √ρ/20, so the theorem's m is 20: (2·20.5^5/(3·ρ^1.5))·2^28 dominates, 21.21 + 4.5 + 28 bits below |K|.
    expect(proximityGapBits({ logInverseRate: 3, multiplicity: 10 }, 28)).toBeCloseTo(154.94 - 53.71, 1);
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

  it('keeps WHIR below 60 KB up to 2^23 cells and below 82 KB at 2^26', () => {
    for (const schedule of schedules(DEFAULT_PROFILE)) {
      expect(expectedWhirBytes(DEFAULT_PROFILE, schedule)).toBeLessThan(schedule.variables <= 23 ? 60_000 : 81_500);
    }
  });

  it('leaves room for the statement and 1,800 columns in a transaction of 131,072 bytes at 2^23 cells', () => {
    const statement = 17_000;
    const fractions = 40 + Array.from({ length: 25 }, (_, l) => 40 * l + 80).reduce((sum, layer) => sum + layer);
    const zerocheck = 20 * 60;
    const columns = 1800 * 20;
    const whir = expectedWhirBytes(DEFAULT_PROFILE, scheduleFor(DEFAULT_PROFILE, 23)!);
    expect(whir + columns + zerocheck + fractions + statement).toBeLessThan(130_000);
  });

  it('expects at most 2.5 seconds of grinding at 4.7 million hashes per second, and few more for all trees', () => {
    for (const schedule of schedules(DEFAULT_PROFILE)) {
      expect(expectedGrinding(schedule)).toBeLessThan(2.5 * 4_700_000);
      expect(merkleHashes(schedule)).toBeLessThan(schedule.variables < 26 ? 30_000_000 : 70_000_000);
      for (const { queryPow } of schedule.rounds) expect(queryPow).toBeLessThanOrEqual(22);
    }
  });

  it('keeps the first codeword to its bound, except where the lowest rate or the bound on bytes needs more', () => {
    for (const profile of [DEFAULT_PROFILE, HIGH_PROFILE, TEST_PROFILE]) {
      for (const { variables, rounds } of schedules(profile)) {
        const usual = Math.max(profile.logCodeword, variables + profile.logInverseRates[0]);
        const longest = profile === DEFAULT_PROFILE && variables === 26 ? profile.maxLogCodeword : usual;
        expect(rounds[0].fold + rounds[0].logDomain).toBeLessThanOrEqual(longest);
      }
    }
  });

  it('refuses a profile that wants shorter proofs than there are', () => {
    expect(() => deriveSchedule({ ...DEFAULT_PROFILE, maxOpeningBytes: 20_000 }, 26)).toThrow('no schedule for 26 variables');
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
    const other = { ...DEFAULT_PROFILE, hashesPerByte: 2501 };
    expect(profileId(other)).not.toEqual(profileId(DEFAULT_PROFILE));
  });

  it('still derives the published tables', () => {
    expect(schedulesVector()).toBe(readFileSync(new URL('../../../vectors/schedules.json', import.meta.url), 'utf8'));
  });
});
