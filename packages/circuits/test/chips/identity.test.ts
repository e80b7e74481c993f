/** Integer identities: true ones hold at the ends of every range, false ones fail whatever carries a prover writes. */
import { inv, mul, P } from '@weir/crypto/field';
import { defineChip, group, newTrace } from '@weir/stark/air/builder';
import { compileAir } from '@weir/stark/air/compileAir';
import { splitBits, U64_LIMB_BITS } from '@weir/stark/air/gadgets';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { FLOW_BOUND } from '../../src/chips/clearing/pot.ts';
import { atLeastTerms, leftTerms } from '../../src/chips/fill/identities.ts';
import {
  COARSE_128_BITS,
  COARSE_BITS,
  COARSE_STEPS,
  constrainProducts,
  constrainSum,
  LIMB_STEPS,
  PRODUCT_STEPS,
  productCarries,
  sumCarries,
  sumCells,
} from '../../src/chips/identity.ts';
import { flowTerms } from '../../src/chips/price/identities.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { rangeTraces } from '../../src/chips/range/trace.ts';
import { limbs, put } from '../../src/trace/cells.ts';
import { Ledger } from '../../src/trace/ledger.ts';
import { failing } from '../support/tamper.ts';

let seed = 11;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const MAX = 2n ** 64n - 1n;
const randomAmount = (): bigint => ((BigInt(random(2 ** 32)) << 32n) | BigInt(random(2 ** 32))) >> BigInt(random(64));
const coarse = (value: bigint, bits: readonly number[]): number[] => splitBits(BigInt.asUintN(16 * bits.length, value), bits);

const airOf = (chip: Parameters<typeof compileAir>[0]['chips'][number]) =>
  compileAir({ name: 'identity-test', buses, chips: [chip, ...rangeChips], publicGroups: 0 });

describe('a sum without carry columns: whole − part − left = 0', () => {
  const chip = defineChip({
    name: 'sum',
    minLogHeight: 0,
    maxLogHeight: 0,
    columns: [group('whole', 6), group('part', 6), group('left', 4)],
    build(b) {
      constrainSum(b, 'left', leftTerms(b.col.whole, b.col.part, b.col.left), COARSE_STEPS, { when: 1 });
    },
  });
  const air = airOf(chip);
  const fails = (whole: bigint, part: bigint, left: bigint): boolean => {
    const ledger = new Ledger({ strict: false });
    const trace = newTrace(chip, 0);
    const cells = [limbs(whole), limbs(part), coarse(left, COARSE_BITS)] as const;
    put([...trace.col.whole, ...trace.col.part, ...trace.col.left], 0, cells.flat());
    sumCarries(ledger, 'test/left', leftTerms(...cells), COARSE_STEPS);
    return failing(air, [trace, ...rangeTraces(ledger.ranges)]).length > 0;
  };

  it('holds for the truth', () => {
    for (const [whole, part] of [
      [MAX, 0n],
      [MAX, MAX],
      [0n, 0n],
      [1n << 43n, 1n],
      [1n << 63n, MAX >> 1n],
    ]) {
      expect(fails(whole, part, whole - part)).toBe(false);
    }
  });

  it('fails one off, wrapped, and at random', () => {
    expect(fails(0n, 1n, MAX)).toBe(true);
    expect(fails(5n, 6n, -1n)).toBe(true);
    for (let i = 0; i < 40; i++) {
      const [a, b] = [randomAmount(), randomAmount()];
      const [whole, part] = a > b ? [a, b] : [b, a];
      expect(fails(whole, part, whole - part)).toBe(false);
      expect(fails(whole, part, whole - part + 1n)).toBe(true);
      const wrong = randomAmount();
      expect(fails(whole, part, wrong)).toBe(wrong !== whole - part);
    }
  });
});

describe('a pot’s limb sums: flow − remainder = 0', () => {
  const [zeros6, zeros4] = [new Array<number>(6).fill(0), new Array<number>(4).fill(0)];
  const chip = defineChip({
    name: 'flow',
    minLogHeight: 0,
    maxLogHeight: 0,
    columns: [group('flow', 6), group('remainder', 4), group('low', sumCells(flowTerms(zeros6, zeros4), LIMB_STEPS))],
    build(b) {
      constrainSum(b, 'flow', flowTerms(b.col.flow, b.col.remainder), LIMB_STEPS, { when: 1, lows: b.col.low });
    },
  });
  const air = airOf(chip);
  const fails = (flow: readonly number[], remainder: bigint): boolean => {
    const ledger = new Ledger({ strict: false });
    const trace = newTrace(chip, 0);
    const cells = coarse(remainder, COARSE_BITS);
    put([...trace.col.flow, ...trace.col.remainder], 0, [...flow, ...cells]);
    put(trace.col.low, 0, sumCarries(ledger, 'test/flow', flowTerms(flow, cells), LIMB_STEPS));
    return failing(air, [trace, ...rangeTraces(ledger.ranges)]).length > 0;
  };
  const integerOf = (flow: readonly number[]): bigint => {
    let position = 0n;
    return flow.reduce((value, limb, i) => {
      const next = value + (BigInt(limb) << position);
      position += BigInt(U64_LIMB_BITS[i]);
      return next;
    }, 0n);
  };

  it('holds for limbs of any sign up to the bound, and fails one off', () => {
    const flows = Array.from({ length: 40 }, () =>
      Array.from({ length: 6 }, (_, i) => (i === 5 ? random(2 ** 9) + 2 ** 8 : random(2 * FLOW_BOUND) - FLOW_BOUND)),
    );
    flows.push([-FLOW_BOUND, FLOW_BOUND, -FLOW_BOUND, FLOW_BOUND, -FLOW_BOUND, 2 ** 9]);
    for (const flow of flows) {
      const value = integerOf(flow);
      // The fifth limb's bound exceeds 2^64 on its own: such a flow has no remainder.
      expect(fails(flow, value)).toBe(value < 0n || value > MAX);
      expect(fails(flow, value + 1n)).toBe(true);
    }
  });

  it('fails for a negative flow', () => {
    expect(fails([-1, 0, 0, 0, 0, 0], -1n)).toBe(true);
    expect(fails([0, 0, 0, 0, 0, -1], 2n ** 64n - (1n << 54n))).toBe(true);
  });
});

describe('products: a·b ≥ c·d', () => {
  const chip = defineChip({
    name: 'products',
    minLogHeight: 0,
    maxLogHeight: 0,
    columns: [group('a', 6), group('b', 6), group('c', 6), group('d', 6), group('gap', 8), group('carry', PRODUCT_STEPS.length - 1)],
    build(b) {
      constrainProducts(b, 'at-least', atLeastTerms(b.col.a, b.col.b, b.col.c, b.col.d, b.col.gap), b.col.carry, 1);
    },
  });
  const air = airOf(chip);

  /** With `solve`, every step but the last is made true mod p: the carries that a cheating prover would write. */
  const fails = (factors: readonly bigint[], gap: bigint, solve = false): boolean => {
    const ledger = new Ledger({ strict: false });
    const trace = newTrace(chip, 0);
    const [a, b, c, d] = factors.map(limbs);
    const gapCells = coarse(gap, COARSE_128_BITS);
    const terms = atLeastTerms(a, b, c, d, gapCells);
    const honest = productCarries(solve ? new Ledger({ strict: false }) : ledger, 'test/at-least', terms);
    put(
      [...trace.col.a, ...trace.col.b, ...trace.col.c, ...trace.col.d, ...trace.col.gap, ...trace.col.carry],
      0,
      [a, b, c, d, gapCells, honest].flat(),
    );
    if (solve) {
      for (let k = 0; k < honest.length; k++) {
        trace.col.carry[k][0] = solveStep(terms, k, honest);
        // No carry's table is wider than 16 bits.
        if (trace.col.carry[k][0] >= 2 ** 16) return true;
      }
    }
    const names = failing(air, [trace, ...rangeTraces(ledger.ranges)]);
    return names.some((name) => !solve || !name.startsWith('bus range'));
  };

  /** The cell of carry k: the running sum divided mod p, minus the plan's offset (a rounded running sum minus its cell). */
  function solveStep(terms: ReturnType<typeof atLeastTerms<number>>, k: number, honest: readonly number[]): number {
    let [carry, offset] = [0, 0];
    for (let step = 0, floor = 0; step <= k; step++) {
      const [start, end] = [PRODUCT_STEPS[step], PRODUCT_STEPS[step + 1]];
      const total = terms
        .filter(({ position }) => position >= start && position < end)
        .reduce((sum, { value, position }) => sum + value * 2 ** (position - start), 0);
      floor = Math.floor((total + floor) / 2 ** (end - start));
      offset = floor - honest[step];
      const left = (((total + carry) % P) + P) % P;
      carry = mul(left, inv(2 ** (end - start)));
    }
    return (((carry - offset) % P) + P) % P;
  }

  it('hold at the ends of the ranges', () => {
    expect(fails([MAX, MAX, 0n, 0n], MAX * MAX)).toBe(false);
    expect(fails([MAX, MAX, MAX, MAX], 0n)).toBe(false);
    expect(fails([0n, 0n, 0n, MAX], 0n)).toBe(false);
    expect(fails([MAX, MAX, MAX, MAX - 1n], MAX)).toBe(false);
  });

  it('hold at random, and fail one off even with carries solved mod p', () => {
    for (let i = 0; i < 40; i++) {
      const [a, b, c, d] = [randomAmount(), randomAmount(), randomAmount(), randomAmount()];
      const factors = a * b >= c * d ? [a, b, c, d] : [c, d, a, b];
      const gap = factors[0] * factors[1] - factors[2] * factors[3];
      expect(fails(factors, gap)).toBe(false);
      expect(fails(factors, gap, true)).toBe(false);
      for (const wrong of [gap + 1n, gap - 1n, gap ^ (1n << BigInt(random(128)))]) expect(fails(factors, wrong, true)).toBe(true);
      if (gap > 0n) expect(fails([factors[2], factors[3], factors[0], factors[1]], -gap, true)).toBe(true);
    }
  });
});
