/**
 * The calculator's formulas against parameter sets that others have published, with their own figures. All from ethereum/soundcalc
 * (https://github.com/ethereum/soundcalc, `reports/`), whose figures are floors of bits or have one decimal.
 */

import { SIGNATURE_SECURITY_BITS } from '@weir/crypto/schnorr';
import { describe, expect, it } from 'vitest';
import { HIGH_PROFILE, PROFILES, scheduleFor } from '../src/profile.ts';
import {
  bitsPerQuery,
  proximityGapBits,
  securityOf,
  soundnessTable,
  uniqueBitsPerQuery,
  uniqueProximityGapBits,
} from '../src/soundness.ts';

const KOALA_BEAR_4 = 4 * Math.log2(2 ** 31 - 2 ** 24 + 1);
const BABY_BEAR_4 = 4 * Math.log2(2 ** 31 - 2 ** 27 + 1);

/** m = 50: soundcalc's default gap of √ρ/100. */
const DEFAULT_GAP = 50;
const tenth = (bits: number): number => Math.round(10 * bits) / 10;

describe('SP1 6.1 (reports/sp1.md): KoalaBear⁴, unique decoding', () => {
  it.each([
    ['core', 2, 124, 16],
    ['compress', 2, 124, 16],
    ['shrink', 3, 94, 22],
  ] as const)('query phase of %s: 100 bits', (_, logInverseRate, queries, grinding) => {
    expect(Math.floor(queries * uniqueBitsPerQuery(logInverseRate) + grinding)).toBe(100);
  });

  it.each([
    ['core', 21, 2, [103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 121, 122]],
    ['compress', 20, 2, [104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 121, 122]],
    ['shrink', 18, 3, [105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 120, 121]],
  ] as const)('commit rounds of %s', (_, logLength, logInverseRate, published) => {
    const rounds = published.map((__, i) =>
      Math.floor(uniqueProximityGapBits(logInverseRate, logLength + logInverseRate - 1 - i, KOALA_BEAR_4)),
    );
    expect(rounds).toEqual(published);
  });
});

describe('OpenVM 2.0 (reports/openvm2.md): BabyBear⁴, WHIR, 20 bits of grinding before queries', () => {
  /** Each round folds 4 variables and halves the domain: the rate falls by 2^3. */
  const weakest = (queries: readonly number[], logBlowup: number, perQuery: (logInverseRate: number) => number): number =>
    Math.min(...queries.map((count, i) => count * perQuery(logBlowup + 3 * i) + 20));

  it.each([
    ['app', [193, 88, 81, 81], 1, 100.1],
    ['leaf', [118, 84, 81], 2, 100.0],
  ] as const)('queries of %s, unique decoding', (_, queries, logBlowup, published) => {
    expect(tenth(weakest(queries, logBlowup, uniqueBitsPerQuery))).toBe(published);
  });

  it.each([
    ['internal', [68, 30, 20], 3, 2, 100.1],
    ['root', [57, 28, 19], 4, 1, 100.7],
  ] as const)('queries of %s, Johnson', (_, queries, logBlowup, multiplicity, published) => {
    expect(tenth(weakest(queries, logBlowup, (logInverseRate) => bitsPerQuery({ logInverseRate, multiplicity })))).toBe(published);
  });

  it('proximity gaps of root, Johnson with m = 1 in the theorem too: 105.3', () => {
    // 2^20 coefficients at rate 1/16, 20 bits of grinding before each fold.
    const options = { fieldBits: BABY_BEAR_4, multiplicity: 1 };
    const gaps = [0, 1, 2].map((i) => proximityGapBits({ logInverseRate: 4 + 3 * i, multiplicity: 1 }, 24 - i - 1, options) + 20);
    expect(tenth(Math.min(...gaps))).toBe(105.3);
  });
});

describe('the m of a proximity gap', () => {
  it.each([
    // get_m of soundcalc (proxgaps/johnson_bound.py): max(⌈√ρ/η⌉, 3) for our η = √ρ/(2m).
    [1, 3],
    [2, 4],
    [16, 32],
    [24, 48],
  ])('is that of soundcalc: m = %i → %i', (multiplicity, theirs) => {
    for (const logInverseRate of [1, 4, 13]) {
      const code = { logInverseRate, multiplicity };
      const eta = 2 ** (-logInverseRate / 2) / (2 * multiplicity);
      expect(Math.max(Math.round(2 ** (-logInverseRate / 2) / eta), 3)).toBe(theirs);
      expect(proximityGapBits(code, 25)).toBe(proximityGapBits(code, 25, { multiplicity: theirs }));
      // About five bits less than the m of the list would give.
      if (multiplicity > 3) expect(proximityGapBits(code, 25, { multiplicity }) - proximityGapBits(code, 25)).toBeGreaterThan(4.5);
    }
  });
});

describe('ZisK 0.16 (reports/zisk.md): Goldilocks³', () => {
  it.each([229, 230])('%d queries at rate 1/2 with 16 bits of grinding: 111 bits up to unique decoding', (queries) => {
    expect(Math.floor(queries * uniqueBitsPerQuery(1) + 16)).toBe(111);
  });
});

describe('DummyWHIR, soundcalc’s own example (reports/dummywhir.md): Goldilocks³, rate 1/16, fold 4', () => {
  const queries = [55, 31, 22, 17, 14];
  const grinding = [22, 22, 20, 19, 17];
  const bits = (perQuery: (logInverseRate: number) => number): number[] =>
    queries.map((count, i) => Math.floor(count * perQuery(4 + 3 * i) + grinding[i]));

  it('queries up to unique decoding', () => expect(bits(uniqueBitsPerQuery)).toEqual([72, 52, 41, 35, 30]));

  it('queries up to the Johnson bound', () =>
    expect(bits((logInverseRate) => bitsPerQuery({ logInverseRate, multiplicity: DEFAULT_GAP }))).toEqual([131, 130, 129, 129, 128]));
});

describe('what is printed', () => {
  it('is never more than the weakest of argument, digests and signatures', () => {
    for (const profile of Object.values(PROFILES)) {
      const schedule = scheduleFor(profile, profile.maxVariables)!;
      const { argument, digests, signatures, total } = securityOf(profile, schedule, SIGNATURE_SECURITY_BITS);
      expect(total).toBe(Math.min(argument, digests, signatures));
      for (const { bits } of soundnessTable(profile, schedule)) expect(total).toBeLessThanOrEqual(bits);
    }
  });

  it('`high`: an argument of 128 bits, and no more than its signatures all the same', () => {
    for (let variables = HIGH_PROFILE.minVariables; variables <= HIGH_PROFILE.maxVariables; variables++) {
      const { argument, digests, total } = securityOf(HIGH_PROFILE, scheduleFor(HIGH_PROFILE, variables)!, SIGNATURE_SECURITY_BITS);
      expect(argument).toBeGreaterThanOrEqual(128);
      expect(digests).toBe(128);
      expect(total).toBe(SIGNATURE_SECURITY_BITS);
    }
  });

  it('has the same rounds in both regimes, and more bits for every challenge but the queries up to unique decoding', () => {
    for (const profile of Object.values(PROFILES)) {
      const schedule = scheduleFor(profile, profile.maxVariables)!;
      const unique = soundnessTable(profile, schedule, 'unique');
      soundnessTable(profile, schedule).forEach(({ round, bits }, i) => {
        expect(unique[i].round).toBe(round);
        if (round.includes('queries')) expect(unique[i].bits).toBeLessThan(bits);
        else expect(unique[i].bits).toBeGreaterThanOrEqual(bits);
      });
    }
  });
});
