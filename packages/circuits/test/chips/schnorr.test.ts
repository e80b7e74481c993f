import { add as addPoints, GENERATOR, isOnCurve, liftX, multiply, negate, ORDER, type Point } from '@weir/crypto/curve';
import { inv, P } from '@weir/crypto/field';
import { challenge, DOMAIN, feedForward, hashMessage } from '@weir/crypto/poseidon';
import { decodeSignature, publicKey, secretKeyFromSeed, sign } from '@weir/crypto/schnorr';
import * as septic from '@weir/crypto/septic';
import { newTrace } from '@weir/stark/air/builder';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { poseidonChip } from '../../src/chips/poseidon/air.ts';
import { Compressions } from '../../src/chips/poseidon/trace.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { newRangeCounts } from '../../src/chips/range/trace.ts';
import { schnorrChip, schnorrChips, schnorrStepChip } from '../../src/chips/schnorr/air.ts';
import { CONSTANT_TABLE, OFFSET, START, START_COEFFICIENT, STEPS, TABLE_SIZE } from '../../src/chips/schnorr/offset.ts';
import {
  countEntries,
  fillSchnorr,
  fillSteps,
  fillStepsFast,
  type SchnorrInput,
  type SchnorrTrace,
  type StepTrace,
} from '../../src/chips/schnorr/trace.ts';
import { cloneTraces, driverChip, driverTrace, failing, idleConstraints, survivors } from '../support/tamper.ts';

const asker = driverChip('asker', 'signed', 'send', 15);
const ranges = rangeChips.filter(({ name }) => name === 'range8' || name === 'range14');
const air = compileAir({ name: 'schnorr-test', buses, chips: [...schnorrChips, poseidonChip, asker, ...ranges], publicGroups: 0 });
const [MAIN, STEP, ASKER, RANGE14] = [0, 1, 3, 5] as const;

function signed(seed: number): SchnorrInput {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(seed));
  const message = hashMessage([seed, 2, 3]);
  const decoded = decodeSignature(sign(secret, message));
  if (decoded === undefined) throw new Error('undecodable');
  return { key: publicKey(secret), message, ...decoded };
}

type SignatureTraces = readonly [SchnorrTrace, StepTrace, ...ChipTrace[]];

function build(inputs: readonly SchnorrInput[]): SignatureTraces {
  const ranges = newRangeCounts();
  const compressions = new Compressions();
  const chips = fillSchnorr(inputs, { ranges, compressions });
  const asked = driverTrace(
    asker,
    inputs.map(({ key, message }) => [...Array.from(key), ...Array.from(message)]),
  );
  return [...chips, compressions.trace(), asked, ranges.trace(8), ranges.trace(14)];
}

const inputs = [1, 2, 3].map(signed);
const honest = build(inputs);
const main = schnorrChip.index;
const step = schnorrStepChip.index;
/** Rows of the three signatures' tables, and of the constants' table, by the entry that they make; the first padding row. */
const entryRow = (signature: number, j: number): number => 3 * STEPS + 15 * signature + j - 1;
const constantRow = (high: number, low: number): number => 3 * (STEPS + 15) + 16 * high + low - 1;
const PADDING = constantRow(16, 0);
const write = (trace: ChipTrace, columns: readonly number[], row: number, values: ArrayLike<number>): void =>
  columns.forEach((c, i) => {
    trace.columns[c][row] = values[i];
  });
const read = (trace: ChipTrace, columns: readonly number[], row: number): number[] => columns.map((c) => trace.columns[c][row]);
const without = (from: Air, names: readonly string[]): Air =>
  names.reduce((current, name) => withoutConstraint(current, ...(name.split(/\/(.*)/s).slice(0, 2) as [string, string])), from);

describe('the schnorr chips', () => {
  it('take at most 6,500 cells a signature', () => {
    const [mainColumns, stepColumns] = schnorrChips.map((chip) => chip.columnNames.length);
    expect([mainColumns, stepColumns]).toEqual([95, 148]);
    expect(mainColumns + (STEPS + TABLE_SIZE - 1) * stepColumns).toBeLessThanOrEqual(6_500);
    expect(air.chips.slice(0, 2).map((chip) => chip.interactions.length)).toEqual([24, 7]);
  });

  it('accept valid signatures', () => {
    expect(failing(air, honest)).toEqual([]);
    expect(failing(air, build([4, 5, 6, 7, 8].map(signed)))).toEqual([]);
  });

  it('accept N − s with the same R.x, as crypto does', () => {
    const [first] = inputs;
    expect(failing(air, build([{ ...first, s: ORDER - first.s }]))).toEqual([]);
  });

  it('name a failure for every flipped cell of an active row', () => {
    expect(survivors(air, honest, 'schnorr', [0, 1, 2])).toEqual([]);
    expect(survivors(air, honest, 'schnorrStep', [0, 5, 6, 13, 27, 28, 83])).toEqual([]);
    // An entry has no step number; a third coordinate of G and of its negative is 0, as that of (0, 0), so its inverse is free.
    const entries = [entryRow(0, 1), entryRow(0, 8), entryRow(2, 15), constantRow(0, 1), constantRow(3, 0), constantRow(15, 15)];
    const free = [...entries.map((row) => `step row ${row}`), ...[entries[3], entries[5]].map((row) => `inverse5[2] row ${row}`)];
    expect(survivors(air, honest, 'schnorrStep', entries).sort()).toEqual(free.sort());
  });

  it('have no idle constraint: each is broken by some flipped cell', () => {
    // Limb 0 equals the order's only in one of 2^21 signatures, so those equations are seen in the tests of s ≥ order.
    const rare = ['challenge-limb-0', 'challenge-limb-1', 'challenge-limb-2', 'challenge-limb-3', 'limb-0', 'limb-1', 'limb-2'];
    const idle = idleConstraints(air, honest, 'schnorr', [0, 1, 2, 3]).filter((name) => !rare.some((start) => name.startsWith(start)));
    expect(idle).toEqual([]);
    expect(idleConstraints(air, honest, 'schnorrStep', [0, 6, entryRow(0, 3), PADDING])).toEqual([]);
  });

  it('refuse to fill a trace for an invalid signature, by index', () => {
    const [first, second] = inputs;
    const ranges = newRangeCounts();
    const compressions = new Compressions();
    for (const bad of [
      { ...first, s: first.s ^ 1n },
      { ...first, s: 0n },
      { ...first, s: ORDER },
      { ...first, message: second.message },
      { ...first, key: second.key },
      { ...first, key: [1, 2, 3, 4, 5, 6, 7].map((_, i) => (liftX([9, 0, 0, 0, 0, 0, i]) === undefined ? i : 0)) },
    ]) {
      expect(() => fillSchnorr([second, bad], { ranges, compressions })).toThrow(/signature 1/);
    }
  });
});

describe('the constant points', () => {
  it('are what their rules say', () => {
    expect(isOnCurve(OFFSET) && isOnCurve(START)).toBe(true);
    for (const [high, low] of [
      [0, 0],
      [0, 15],
      [7, 0],
      [15, 2],
    ]) {
      expect(CONSTANT_TABLE[high][low]).toEqual(addPoints(OFFSET, multiply(GENERATOR, (BigInt(high) << 112n) + BigInt(low))));
    }
  });

  it('cancel, and no accumulator before the last addition carries ±1 offset', () => {
    let c = START_COEFFICIENT;
    for (let t = 0; t < STEPS; t++) {
      for (let k = 0; k < 4; k++) {
        expect(c).not.toBe(0n);
        c = (2n * c) % ORDER;
      }
      for (let k = 0; k < 2; k++) {
        const isLast = t === STEPS - 1 && k === 1;
        expect(c).not.toBe(1n);
        expect(c === ORDER - 1n).toBe(isLast);
        c = (c + 1n) % ORDER;
      }
    }
    expect(c).toBe(0n);
  });

  it('leave x(s·G + e·P) in the last row', () => {
    const after = read(honest[STEP], step.after, STEPS - 1);
    expect(after.slice(0, 7)).toEqual(Array.from(inputs[0].nonceX));
    expect(isOnCurve({ x: after.slice(0, 7), y: after.slice(7) })).toBe(true);
  });
});

/** With one free slope anywhere, the accumulator could be moved to a point from which the remaining rows lead to any wanted R. */
describe('a free slope', () => {
  const DOUBLE: Point = OFFSET;

  /** The row of entry 1 of signature 0 rewritten to add C + C, with the given slope. */
  function forgeEqualPoints(slope: readonly number[]): { readonly forged: ChipTrace[]; readonly next: Point } {
    const forged = cloneTraces(honest);
    const trace = forged[STEP];
    const row = entryRow(0, 1);
    const x = septic.sub(septic.sub(septic.square(slope), DOUBLE.x), DOUBLE.x);
    const next = { x, y: septic.sub(septic.mul(slope, septic.sub(DOUBLE.x, x)), DOUBLE.y) };
    write(trace, step.second, row, [...DOUBLE.x, ...DOUBLE.y]);
    write(trace, step.first, row, [...septic.neg(DOUBLE.x), ...septic.neg(DOUBLE.y)]);
    write(trace, step.x5, row, DOUBLE.x);
    write(trace, step.slope6, row, slope);
    write(trace, step.after, row, [...next.x, ...next.y]);
    return { forged, next };
  }

  it('between equal points is refused only because x1 ≠ x2 is proven', () => {
    const { forged, next } = forgeEqualPoints([3, 1, 4, 1, 5, 9, 2]);
    expect(isOnCurve(next)).toBe(false);
    const constraints = (from: Air): string[] => failing(from, forged).filter((name) => name.startsWith('schnorrStep/'));
    expect(constraints(air)).toEqual(['schnorrStep/add-second/x-differs']);
    expect(constraints(without(air, ['schnorrStep/add-second/x-differs']))).toEqual([]);
  });

  it('in a step is refused likewise: every addition demands its inverse', () => {
    for (const [name, columns] of [
      ['add-first', step.inverse5],
      ['add-second', step.inverse6],
    ] as const) {
      const forged = cloneTraces(honest);
      write(forged[STEP], columns, 9, [0, 0, 0]);
      expect(failing(air, forged)).toEqual([`schnorrStep/${name}/x-differs`]);
      expect(failing(without(air, [`schnorrStep/${name}/x-differs`]), forged)).toEqual([]);
    }
  });
});

describe('false signatures', () => {
  it('a table entry of another point is refused by the table', () => {
    const forged = cloneTraces(honest);
    const row = Array.from(honest[STEP].columns[step.digit]).findIndex((digit) => digit > 0);
    const other = addPoints(OFFSET, multiply(GENERATOR, 5n)) as Point;
    write(forged[STEP], step.first, row, [...other.x, ...other.y]);
    expect(failing(air, forged)).toContain('bus schnorrEntry');
  });

  it('an entry of another signature is refused: entries carry the id', () => {
    const forged = cloneTraces(honest);
    const { columns } = forged[STEP];
    const j = Math.max(columns[step.digit][STEPS + 3], 1);
    write(forged[STEP], [step.digit], STEPS + 3, [j]);
    write(forged[STEP], step.first, STEPS + 3, read(honest[STEP], step.after, entryRow(0, j)));
    expect(failing(air, forged)).toContain('bus schnorrEntry');
  });

  it('a step takes its second point from the constants, not from a table of its own', () => {
    const forged = cloneTraces(honest);
    write(forged[STEP], [step.owner], 5, [0]);
    expect(failing(air, forged)).toEqual(expect.arrayContaining(['bus schnorrEntry', 'schnorrStep/a-step-adds-a-constant']));
  });

  it('an entry cannot change tables on the way', () => {
    const forged = cloneTraces(honest);
    write(forged[STEP], [step.signature], entryRow(1, 4), [0]);
    expect(failing(air, forged)).toEqual(['bus schnorrEntry', 'schnorrStep/an-entry-stays-in-its-table']);
  });

  it('a digit of 16 has no table entry: neither the table of a signature nor that of the constants goes so far', () => {
    for (const [row, owner, high] of [
      [entryRow(0, 15), 0, 0],
      [constantRow(3, 15), P - 1, 3],
    ] as const) {
      const forged = cloneTraces(honest);
      write(forged[STEP], [step.owner, step.high, step.low], row, [owner, high, 15]);
      write(forged[STEP], step.nextChunk, row, [15, high, 0]);
      expect(failing(air, forged)).toContain('bus range8');
    }
    // 15 rows in direction 1 are all there is: one more finds nothing to add, and a second table only row 0 could allow.
    const longer = cloneTraces(honest);
    for (const columns of longer[STEP].columns) columns[PADDING] = columns[constantRow(15, 0)];
    write(longer[STEP], [step.high], PADDING, [15]);
    expect(failing(air, longer)).toContain('bus schnorrEntry');
    write(longer[MAIN], [main.constants], 1, [1]);
    expect(failing(air, longer)).toContain('schnorr/constants-in-row-0');
    write(longer[MAIN], [main.constants], 0, [2]);
    expect(failing(air, longer)).toContain('schnorr/constants-is-a-bit');
  });

  it('an entry that does not skip the first addition could add anything', () => {
    const forged = cloneTraces(honest);
    const row = entryRow(0, 3);
    // slope5 ≠ 0: another point than −first goes into the second addition.
    write(forged[STEP], step.slope5, row, septic.ONE);
    expect(failing(air, forged)).toContain('schnorrStep/an-entry-skips-first/slope[0]');
    // x4 ≠ 0, from doublings that start somewhere else.
    const moved = cloneTraces(honest);
    write(moved[STEP], step.slope4, row, septic.ONE);
    expect(failing(air, moved)).toContain('schnorrStep/an-entry-skips-first/x[0]');
  });

  it('padding rows with multiplicity are refused', () => {
    for (const [chip, column, row, expected] of [
      [MAIN, main.active, 3, 'bus signed'],
      [MAIN, main.entryZero, 3, 'schnorr/padding-offers-no-entry'],
      [MAIN, main.constants, 3, 'schnorr/constants-in-row-0'],
      [STEP, step.isStep, PADDING, 'bus schnorrStep'],
      [STEP, step.isStep, entryRow(0, 2), 'schnorrStep/not-step-and-entry'],
      [STEP, step.last, PADDING, 'schnorrStep/only-a-step-is-last'],
      [STEP, step.isEntry, PADDING, 'bus schnorrEntry'],
      [STEP, step.uses, PADDING, 'schnorrStep/only-an-entry-is-offered'],
      [STEP, step.uses, 7, 'schnorrStep/only-an-entry-is-offered'],
    ] as const) {
      const forged = cloneTraces(honest);
      forged[chip].columns[column][row] = 1;
      expect(failing(air, forged)).toContain(expected);
    }
  });

  it('an entry offered by a padding row passes without its constraint', () => {
    // A padding row offers any point with an x that is a square as entry of signature 0, and a step takes it.
    const forged = cloneTraces(honest);
    const row = Array.from(honest[STEP].columns[step.digit]).findIndex((digit, i) => {
      const entry = entryRow(Math.floor(i / STEPS), digit);
      return digit > 0 && septic.sqrt(read(honest[STEP], step.after, entry).slice(0, 7)) !== undefined;
    });
    expect(row).toBeLessThan(3 * STEPS);
    const signature = Math.floor(row / STEPS);
    const j = honest[STEP].columns[step.digit][row];
    const { columns } = forged[STEP];
    columns[step.uses][entryRow(signature, j)]--;
    write(forged[STEP], [step.owner, step.low, step.uses], PADDING, [signature, j - 1, 1]);
    write(forged[STEP], step.nextChunk, PADDING, [j - 1, 0, 0]);
    // x = slope² and y = −slope·x, from two points (0, 0).
    const slope = septic.sqrt(read(honest[STEP], step.after, entryRow(signature, j)).slice(0, 7)) as readonly number[];
    const x = septic.square(slope);
    const y = septic.neg(septic.mul(slope, x));
    write(forged[STEP], step.slope6, PADDING, slope);
    write(forged[STEP], step.after, PADDING, [...x, ...y]);
    write(forged[STEP], step.first, row, [...x, ...y]);
    const names = failing(air, forged);
    expect(names).toContain('schnorrStep/only-an-entry-is-offered');
    expect(names).not.toContain('bus schnorrEntry');
  });

  it('two signatures cannot share an id: rows of one cannot serve the other', () => {
    // Signature 1's steps 10 … 27 claim to belong to signature 0, and the reverse.
    const forged = cloneTraces(honest);
    const { columns } = forged[STEP];
    for (let t = 10; t < STEPS; t++) {
      columns[step.signature][t] = 1;
      columns[step.signature][STEPS + t] = 0;
    }
    expect(failing(air, forged)).toEqual(expect.arrayContaining(['bus schnorrEntry', 'bus schnorrStep', 'bus schnorrChunk']));
  });

  it('one verification answers one question', () => {
    const forged = cloneTraces(honest);
    forged[ASKER].columns[0][0] = 2;
    expect(failing(air, forged)).toEqual(['bus signed']);
    forged[MAIN].columns[main.active][0] = 2;
    expect(failing(air, forged)).toContain('schnorr/active-is-a-bit');
  });

  it('a second form of a challenge element is refused: a whole forged verification hangs on that constraint', () => {
    // h < 2^24 − 1 has the second form e' = h + 0xF000001, top = 7. The key's owner answers e' instead of e.
    const { seed, limb } = findSmallHash();
    const { input, secret, nonce } = signedWithNonce(seed);
    const forged = build([input]);
    const { col } = forged[MAIN];
    const second = col.hash[limb][0] + 0xf000001;
    expect(second).toBeLessThan(2 ** 28);
    const e = challenge(input.nonceX, input.message, input.key) + (0xf000001n << BigInt(28 * limb));
    for (let k = 0; k < 3; k++) col.topBit[3 * limb + k][0] = 1;
    col.topPair[limb][0] = 1;
    redoScalars(forged, input, (((nonce - e * secret) % ORDER) + ORDER) % ORDER, e);
    const name = `schnorr/challenge-limb-${limb}-is-canonical`;
    expect(failing(air, forged)).toEqual([name]);
    expect(failing(without(air, [name]), forged)).toEqual([]);
    // With the slack that the equation wants, 0xF000000 − e' < 0, the range table refuses.
    col.slack[2 * limb][0] = (0xf000000 - second + P) % P;
    col.slack[2 * limb + 1][0] = 0;
    expect(failing(air, forged)).toEqual(['bus range14']);
  });

  it('s ≥ order is refused, whichever limb is called smaller: s + order gives the same point', () => {
    const [input] = inputs;
    const forged = build([input]);
    const { col } = forged[MAIN];
    redoScalars(forged, input, input.s + ORDER, challenge(input.nonceX, input.message, input.key));
    const equalities = [0, 1, 2].map((i) => `schnorr/limb-${i}-equals-the-orders`);
    for (let choice = 0; choice < 4; choice++) {
      const orderLimb = Number((ORDER >> BigInt(28 * (7 - choice))) & 0xfffffffn);
      const gap = (orderLimb - 1 - col.high[3 - choice][0] + P) % P;
      putGap(
        forged,
        [0, 1, 2, 3].map((i) => (i === choice ? 1 : 0)),
        gap,
      );
      const names = failing(air, forged);
      expect(names.length).toBeGreaterThan(0);
      expect(names.every((name) => name === 'bus range14' || equalities.includes(name))).toBe(true);
      if (gap < 2 ** 28) expect(failing(without(air, equalities), forged)).toEqual([]);
    }
    putGap(forged, [0, 0, 0, 0], 0);
    expect(failing(air, forged)).toEqual(['schnorr/one-limb-is-smaller']);
    expect(failing(without(air, ['schnorr/one-limb-is-smaller']), forged)).toEqual([]);
  });

  it('s = 0 is refused', () => {
    // A key with x(e·P) = R.x cannot be found, since e depends on both; so the steps miss R as well.
    const [input] = inputs;
    const forged = build([input]);
    redoScalars(forged, input, 0n, challenge(input.nonceX, input.message, input.key));
    expect(failing(air, forged)).toEqual(['bus schnorrStep', 'schnorr/s-is-not-zero']);
    expect(failing(without(air, ['schnorr/s-is-not-zero']), forged)).toEqual(['bus schnorrStep']);
  });

  it("a point with the key's x that is off the curve is refused", () => {
    const forged = cloneTraces(honest);
    write(forged[MAIN], main.keyY, 0, septic.add(read(forged[MAIN], main.keyY, 0), septic.ONE));
    expect(failing(air, forged)).toEqual(expect.arrayContaining(['schnorr/key-on-curve[0]', 'bus schnorrEntry']));
  });

  it('the other lift of the key does not verify, and is refused by the last step', () => {
    const forged = cloneTraces(honest);
    const key = { x: read(honest[MAIN], main.keyX, 0), y: read(honest[MAIN], main.keyY, 0) };
    write(forged[MAIN], main.keyY, 0, negate(key).y);
    expect(failing(air, forged)).toEqual(['bus schnorrEntry']);
  });

  it('another R.x, message or key than was hashed is refused', () => {
    for (const [columns, bus] of [
      [main.nonceX, 'bus schnorrStep'],
      [main.message, 'bus signed'],
      [main.keyX, 'bus signed'],
    ] as const) {
      const forged = cloneTraces(honest);
      forged[MAIN].columns[columns[2]][1] = (forged[MAIN].columns[columns[2]][1] + 1) % P;
      expect(failing(air, forged)).toEqual(expect.arrayContaining(['bus compress', bus]));
    }
  });

  it('digits of the constants that are not 0 … 15 are refused', () => {
    for (const [column, digit] of [
      [step.low, 16],
      [step.high, 16],
      [step.high, P - 1],
    ]) {
      const forged = cloneTraces(honest);
      forged[STEP].columns[column][4] = digit;
      expect(failing(air, forged)).toContain('bus schnorrEntry');
    }
  });

  it('a chunk boundary elsewhere is refused', () => {
    const forged = cloneTraces(honest);
    forged[STEP].columns[step.last][3] = 1;
    write(forged[STEP], step.nextChunk, 3, [0, 0, 0]);
    write(forged[STEP], step.chunk, 4, [0, 0, 0]);
    expect(failing(air, forged)).toContain('bus schnorrChunk');
  });
});

/** As `sign`, with the nonce known: what a key's owner can do. */
function signedWithNonce(seed: number): { readonly input: SchnorrInput; readonly secret: bigint; readonly nonce: bigint } {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(seed & 0xff));
  const nonce = BigInt(1_000_003 + seed);
  const message = hashMessage([seed]);
  const key = publicKey(secret);
  const nonceX = (multiply(GENERATOR, nonce) as Point).x;
  const s = (((nonce - challenge(nonceX, message, key) * secret) % ORDER) + ORDER) % ORDER;
  return { input: { key, message, nonceX, s }, secret, nonce };
}

/** A signature one of whose challenge elements is small enough to have two forms (one element in 127 is). */
function findSmallHash(): { readonly seed: number; readonly limb: number } {
  for (let seed = 1; ; seed++) {
    const { input } = signedWithNonce(seed);
    const inner = feedForward(DOMAIN.challenge, [...Array.from(input.nonceX), 0, ...Array.from(input.message)]);
    const hash = feedForward(DOMAIN.challenge, [...inner, ...Array.from(input.key), 0]);
    const limb = [0, 1, 2, 3].find((i) => hash[i] < 2 ** 24 - 1);
    if (limb !== undefined) return { seed, limb };
  }
}

/** Rewrites signature 0 for other scalars, as a forger would: limbs, steps, table, the end point's y (whichever lift fits), multiplicities. */
function redoScalars(traces: SignatureTraces, input: SchnorrInput, s: bigint, e: bigint): void {
  const [mainTrace, stepTrace] = traces;
  const limbs = Array.from({ length: 8 }, (_, i) => Number((s >> BigInt(28 * i)) & 0xfffffffn));
  write(mainTrace, [...main.low, ...main.high], 0, limbs);
  mainTrace.col.sInverse[0] = inv(limbs.reduce((total, limb) => (total + limb) % P, 0));
  const gap = Number(ORDER >> 196n) - 1 - limbs[7];
  if (gap >= 0) putGap(traces, [1, 0, 0, 0], gap);
  const key = { x: read(mainTrace, main.keyX, 0), y: read(mainTrace, main.keyY, 0) };
  for (const lift of [key, negate(key)]) {
    const [end] = fillSteps([{ index: 0, key: lift, s, e }], stepTrace, 1);
    write(mainTrace, [...main.keyY, ...main.nonceY], 0, [...lift.y, ...end.slice(7)]);
    if (end.slice(0, 7).every((c, i) => c === input.nonceX[i])) break;
  }
  countEntries(stepTrace, mainTrace, 1);
}

/** Signature 0's claim s < order, with the range table's multiplicities, as far as the values are in range. */
function putGap(traces: SignatureTraces, smaller: readonly number[], gap: number): void {
  write(traces[MAIN], main.smaller, 0, smaller);
  write(traces[MAIN], main.gap, 0, [gap & 0x3fff, gap >>> 14]);
  const counts = traces[RANGE14].columns[0].fill(0);
  for (const c of [...main.slack, ...main.gap]) {
    const value = traces[MAIN].columns[c][0];
    if (value < counts.length) counts[value]++;
  }
}

describe('filling the traces', () => {
  it('gives the same cells in WebAssembly as in TypeScript', () => {
    const lifts = inputs.map(({ key }) => liftX(Array.from(key)) as Point);
    // The offset as a key meets equal points: its slopes are 0 in both.
    const keys = [...lifts, negate(lifts[0]), OFFSET, negate(OFFSET), ...Array.from({ length: 70 }, (_, i) => lifts[i % 3])];
    const scalar = (i: number, bits: number): bigint =>
      ((BigInt(i) + 1n) * 0x9e3779b97f4a7c15f39cc0605cedc8341082276bf3a27251f86c6a11d0c18e95n) % (1n << BigInt(bits));
    const runs = keys.map((key, i) => ({ index: keys.length - i, key, s: i === 1 ? 0n : scalar(i, 224), e: scalar(3 * i, 112) }));
    const [slow, fast] = [fillSteps, fillStepsFast].map((fill) => {
      const trace = newTrace(schnorrStepChip, 12);
      return { ends: fill(runs, trace, keys.length + 1), columns: trace.columns };
    });
    expect(fast.ends).toEqual(slow.ends);
    slow.columns.forEach((cells, c) => {
      const row = cells.findIndex((cell, r) => cell !== fast.columns[c][r]);
      expect(row, schnorrStepChip.columnNames?.[c] ?? `column ${c}`).toBe(-1);
    });
  });

  it('takes a few milliseconds a signature', () => {
    const count = Number(process.env.WEIR_SIGNATURES ?? 64);
    const many = Array.from({ length: count }, (_, i) => inputs[i % inputs.length]);
    const ranges = newRangeCounts();
    const compressions = new Compressions();
    const start = performance.now();
    fillSchnorr(many, { ranges, compressions });
    const elapsedMs = performance.now() - start;
    console.info(`schnorr: ${count} signatures in ${elapsedMs.toFixed(0)} ms`);
    // A loaded machine is no failure: this only catches a different order of growth.
    expect(elapsedMs / count).toBeLessThan(200);
  });
});
