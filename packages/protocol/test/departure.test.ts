import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalAt,
  completesBy,
  type DepartureTerms,
  keeperRewardAt,
  limitAt,
  shouldDepart,
  type Waiting,
} from '../src/rides/departure.ts';

const CLOSED = 1_000_000;
const terms: DepartureTerms = {
  referenceIn: 100n,
  referenceOut: 95n,
  worstIn: 100n,
  worstOut: 90n,
  keeperReward: 1_000n,
  maxSize: 1_000n,
  departBy: CLOSED + 1_000,
};

describe('what L1 asks of a departure', () => {
  it('relaxes in a straight line from the reference to the worst quote, while the reward grows', () => {
    const at = (seconds: number) => [
      limitAt(terms, 1_000n, CLOSED, CLOSED + seconds),
      keeperRewardAt(terms, 1_000n, CLOSED, CLOSED + seconds),
    ];
    expect(at(-5)).toEqual([950n, 0n]);
    expect(at(0)).toEqual([950n, 0n]);
    expect(at(500)).toEqual([925n, 500n]);
    expect(at(1_000)).toEqual([900n, 1_000n]);
    expect(at(2_000)).toEqual([900n, 1_000n]);
  });

  it('rewards whoever takes more people along', () => {
    expect(keeperRewardAt(terms, 1_000n, CLOSED, CLOSED + 500)).toBe(500n);
    expect(keeperRewardAt(terms, 250n, CLOSED, CLOSED + 500)).toBe(125n);
    expect(keeperRewardAt(terms, 0n, CLOSED, CLOSED + 500)).toBe(0n);
  });

  it('is the worst quote at once for a ride that closed at its last moment', () => {
    const late = { ...terms, departBy: CLOSED };
    expect(limitAt(late, 7n, CLOSED, CLOSED)).toBe(7n);
    expect(limitAt(late, 1_000n, CLOSED, CLOSED)).toBe(900n);
  });

  it('never falls below the worst quote and never rises', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1n << 64n }), fc.nat(1_200), fc.nat(1_200), (tickets, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((s) => limitAt(terms, tickets, CLOSED, CLOSED + s));
        expect(early >= late && late * 100n >= tickets * 90n).toBe(true);
      }),
    );
  });
});

describe('when a ride should go', () => {
  const waiting: Waiting = { units: 10, unitSeconds: 36_000, firstSeconds: 7_200, gas: 500_000, gasPrice: 2_000_000_000n };
  const cost = 500_000 * 2e9;

  it('is when the waiting has cost what the crossing costs', () => {
    expect(shouldDepart({ kind: 'adaptive', weiPerHour: cost / 10 }, waiting)).toBe(true);
    expect(shouldDepart({ kind: 'adaptive', weiPerHour: cost / 11 }, waiting)).toBe(false);
    expect(shouldDepart({ kind: 'adaptive', weiPerHour: cost / 11 }, { ...waiting, gasPrice: 1_000_000_000n })).toBe(true);
  });

  it('is at once, by the clock, or by the number aboard for those who ask for that; never empty', () => {
    expect(shouldDepart({ kind: 'immediate' }, waiting)).toBe(true);
    expect([7_200, 7_201].map((seconds) => shouldDepart({ kind: 'interval', seconds }, waiting))).toEqual([true, false]);
    expect([10, 11].map((count) => shouldDepart({ kind: 'passengers', count }, waiting))).toEqual([true, false]);
    expect(shouldDepart({ kind: 'immediate' }, { ...waiting, units: 0, unitSeconds: 0 })).toBe(false);
  });
});

describe('a ride whose target answers later', () => {
  const WEEK = 7 * 86_400;
  const at = (now: number, cancelAskedAt = 0, answered = false) => arrivalAt({ settleBy: 100, cancelAskedAt, answered }, now);

  it('is completed once answered, cancelled after settleBy, and completed anyhow a week after that', () => {
    expect([at(50), at(100), at(101)]).toEqual(['wait', 'wait', 'cancel']);
    expect([at(50, 0, true), at(200, 150, true)]).toEqual(['complete', 'complete']);
    expect([at(151, 150), at(150 + WEEK, 150), at(151 + WEEK, 150)]).toEqual(['wait', 'wait', 'complete']);
  });

  it('has an outcome by a known time', () => {
    const by = (now: number, cancelAskedAt: number) => completesBy({ settleBy: 100, cancelAskedAt, answered: false }, now);
    expect([by(50, 0), by(300, 0), by(300, 150)]).toEqual([102 + WEEK, 301 + WEEK, 151 + WEEK]);
    for (const asked of [0, 150]) expect(at(by(151, asked), asked === 0 ? 151 : asked)).toBe('complete');
  });
});
