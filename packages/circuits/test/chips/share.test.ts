/** The floor of a share: true divisions of any size, and what stops a share that is not the floor. */
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import type { ChipTrace } from '@weir/stark/air/ir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { rangeTraces } from '../../src/chips/range/trace.ts';
import { shareChip } from '../../src/chips/share/air.ts';
import { type Division, putShare } from '../../src/chips/share/trace.ts';
import { pieces } from '../../src/trace/cells.ts';
import { Ledger } from '../../src/trace/ledger.ts';
import { driverChip, driverTrace, failing, idleConstraints, survivors } from '../support/tamper.ts';

const asker = driverChip('asker', 'share', 'send', 13);
const air = compileAir({ name: 'share-test', buses, chips: [shareChip, asker, ...rangeChips], publicGroups: 0 });
const MAX = (1n << 64n) - 1n;

const divide = (redeemed: bigint, total: bigint, tickets: bigint): Division => {
  const dividend = redeemed * total;
  return { redeemed, total, tickets, share: dividend / tickets, remainder: dividend % tickets };
};

/** One row per division, and somebody who asks for it and believes `positive` (by default, the truth). */
function build(divisions: readonly Division[], { positive, strict = true }: { positive?: number; strict?: boolean } = {}) {
  const ledger = new Ledger({ strict });
  const trace = newTrace(shareChip, logHeightFor(shareChip, divisions.length));
  const asked = divisions.map((division, row) => {
    putShare(trace, row, division, ledger);
    const { redeemed, total, tickets, share } = division;
    trace.col.positive[row] = positive ?? trace.col.positive[row];
    return [...[redeemed, total, tickets, share].flatMap(pieces), trace.col.positive[row]];
  });
  return { trace, traces: [trace, driverTrace(asker, asked), ...rangeTraces(ledger.ranges)] };
}

function expectStoppedOnlyBy(constraint: string, traces: readonly ChipTrace[]): void {
  expect(failing(air, traces)).toEqual([`share/${constraint}`]);
  expect(failing(withoutConstraint(air, 'share', constraint), traces)).toEqual([]);
}

const EDGES: readonly Division[] = [
  divide(1n, 0n, 1n),
  divide(1n, 1n, MAX),
  divide(MAX, MAX, MAX),
  divide(MAX - 1n, MAX, MAX),
  divide(1n << 63n, MAX, (1n << 63n) + 1n),
  divide((1n << 22n) - 1n, (1n << 43n) - 1n, 1n << 22n),
  divide(3n, 1n << 43n, 1n << 43n),
  divide(1_000n, 2_800n, 3_000n),
];

describe('share', () => {
  it('accepts the floors of small and of the largest numbers', () => {
    expect(failing(air, build(EDGES).traces)).toEqual([]);
  });

  it('accepts the floor of any numbers', () => {
    const u64 = fc.oneof(fc.bigInt({ min: 1n, max: MAX }), fc.bigInt({ min: 1n, max: 5_000n }));
    const amounts = fc.array(fc.tuple(u64, u64, u64), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(amounts, (rows) => {
        // redeemed ≤ tickets, as every outcome has it: then a share fits a u64.
        const divisions = rows.map(([a, total, b]) => (a < b ? divide(a, total, b) : divide(b, total, a)));
        expect(failing(air, build(divisions).traces)).toEqual([]);
      }),
      { numRuns: 5, seed: 3 },
    );
  });

  const thousand = divide(1_000n, 2_800n, 3_000n);

  it('refuses one less, with a remainder that makes up for it', () => {
    const forged = { ...thousand, share: thousand.share - 1n, remainder: thousand.remainder + 3_000n };
    expectStoppedOnlyBy('remainder-below-tickets', build([forged], { strict: false }).traces);
  });

  it('refuses any share of an outcome without tickets', () => {
    const forged = { redeemed: 1_000n, total: 5n, tickets: 0n, share: 77n, remainder: 5_000n };
    expectStoppedOnlyBy('remainder-below-tickets', build([forged], { strict: false }).traces);
  });

  it('refuses one more: the remainder would be negative', () => {
    const forged = { ...thousand, share: thousand.share + 1n };
    expect(failing(air, build([forged], { strict: false }).traces)).toContain('share/division/step-10');
    // As 2^64 minus something it is above the tickets, and the identity has 2^64 too much.
    const wrapped = { ...forged, remainder: thousand.remainder - 3_000n };
    const stopping = failing(air, build([wrapped], { strict: false }).traces);
    expect(stopping).toEqual(expect.arrayContaining(['share/division/step-10', 'share/remainder-below-tickets']));
  });

  it('refuses a positive share that is called 0, and a share of 0 that is called positive', () => {
    const kept = build([thousand], { positive: 0 });
    kept.trace.col.inverse[0] = 0;
    expectStoppedOnlyBy('zero-if-not-positive', kept.traces);
    const conjured = build([divide(1n, 2n, 3n)], { positive: 1 });
    expectStoppedOnlyBy('positive-if-not-zero', conjured.traces);
  });

  it('refuses the same number in other limbs', () => {
    const { trace, traces } = build([divide(2n ** 12n, 1n, 2n ** 12n), divide(2n ** 12n, 2n ** 11n, 2n ** 12n)]);
    trace.col.share[0][1] += 2 ** 11;
    trace.col.share[1][1] -= 1;
    expect(failing(air, traces)).toContain('bus range11');
  });

  it('answers nothing on a padding row', () => {
    const { trace, traces } = build(EDGES.slice(0, 3));
    trace.col.share[0][3] = 5;
    expect(failing(air, traces)).toEqual(['share/zero-if-not-positive']);
    trace.col.positive[3] = 1;
    expect(failing(air, traces)).toEqual(['share/positive-if-not-zero']);
  });

  it('leaves no cell free and no constraint idle', () => {
    const { traces } = build(EDGES);
    const rows = EDGES.map((_, row) => row);
    // 0 times any inverse is 0.
    expect(survivors(air, traces, 'share', rows)).toEqual(['inverse row 0', 'inverse row 1']);
    expect(idleConstraints(air, traces, 'share', rows)).toEqual([]);
  });
});
