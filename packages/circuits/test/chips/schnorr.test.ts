import { add as addPoints, GENERATOR, isOnCurve, liftX, multiply, negate, ORDER, type Point } from '@weir/crypto/curve';
import { inv, P } from '@weir/crypto/field';
import { challenge, DOMAIN, feedForward, hashMessage } from '@weir/crypto/poseidon';
import { decodeSignature, publicKey, secretKeyFromSeed, sign } from '@weir/crypto/schnorr';
import * as septic from '@weir/crypto/septic';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { poseidonChip } from '../../src/chips/poseidon/air.ts';
import { Compressions } from '../../src/chips/poseidon/trace.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { newRangeCounts } from '../../src/chips/range/trace.ts';
import { schnorrChip, schnorrChips, schnorrStepChip, schnorrTableChip } from '../../src/chips/schnorr/air.ts';
import { HIGH_TABLE, LOW_TABLE, OFFSET, START, START_COEFFICIENT, STEPS, TABLE_SIZE } from '../../src/chips/schnorr/offset.ts';
import {
  countEntries,
  fillSchnorr,
  fillSteps,
  type SchnorrInput,
  type SchnorrTrace,
  type StepTrace,
  type TableTrace,
} from '../../src/chips/schnorr/trace.ts';
import { cloneTraces, driverChip, driverTrace, failing, idleConstraints, survivors } from '../support/tamper.ts';

const asker = driverChip('asker', 'signed', 'send', 15);
const range14 = rangeChips.filter(({ name }) => name === 'range14');
const air = compileAir({ name: 'schnorr-test', buses, chips: [...schnorrChips, poseidonChip, asker, ...range14], publicGroups: 0 });
const [MAIN, STEP, TABLE, ASKER] = [0, 1, 2, 4] as const;

function signed(seed: number): SchnorrInput {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(seed));
  const message = hashMessage([seed, 2, 3]);
  const decoded = decodeSignature(sign(secret, message));
  if (decoded === undefined) throw new Error('undecodable');
  return { key: publicKey(secret), message, ...decoded };
}

type SignatureTraces = readonly [SchnorrTrace, StepTrace, TableTrace, ...ChipTrace[]];

function build(inputs: readonly SchnorrInput[]): SignatureTraces {
  const ranges = newRangeCounts();
  const compressions = new Compressions();
  const chips = fillSchnorr(inputs, { ranges, compressions });
  const asked = driverTrace(
    asker,
    inputs.map(({ key, message }) => [...Array.from(key), ...Array.from(message)]),
  );
  return [...chips, compressions.trace(), asked, ranges.trace(14)];
}

const inputs = [1, 2, 3].map(signed);
const honest = build(inputs);
const main = schnorrChip.index;
const step = schnorrStepChip.index;
const table = schnorrTableChip.index;
const write = (trace: ChipTrace, columns: readonly number[], row: number, values: ArrayLike<number>): void =>
  columns.forEach((c, i) => {
    trace.columns[c][row] = values[i];
  });
const read = (trace: ChipTrace, columns: readonly number[], row: number): number[] => columns.map((c) => trace.columns[c][row]);
const without = (from: Air, names: readonly string[]): Air =>
  names.reduce((current, name) => withoutConstraint(current, ...(name.split(/\/(.*)/s).slice(0, 2) as [string, string])), from);

describe('the schnorr chips', () => {
  it('take at most 11,000 cells a signature', () => {
    const [mainColumns, stepColumns, tableColumns] = schnorrChips.map((chip) => chip.columnNames.length);
    expect([mainColumns, stepColumns, tableColumns]).toEqual([93, 158, 57]);
    expect(mainColumns + STEPS * stepColumns + (TABLE_SIZE - 1) * tableColumns).toBeLessThanOrEqual(11_000);
    expect(air.chips.slice(0, 3).map((chip) => chip.interactions.length)).toEqual([21, 4, 3]);
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
    expect(survivors(air, honest, 'schnorrTable', [0, 7, 14, 15, 44])).toEqual([]);
  });

  it('have no idle constraint: each is broken by some flipped cell', () => {
    // Limb 0 equals the order's only in one of 2^21 signatures, so those equations are seen in the tests of s ≥ order.
    const rare = ['challenge-limb-0', 'challenge-limb-1', 'challenge-limb-2', 'challenge-limb-3', 'limb-0', 'limb-1', 'limb-2'];
    const idle = idleConstraints(air, honest, 'schnorr', [0, 1, 2, 3]).filter((name) => !rare.some((start) => name.startsWith(start)));
    expect(idle).toEqual([]);
    expect(idleConstraints(air, honest, 'schnorrStep', [0, 6, 100])).toEqual([]);
    expect(idleConstraints(air, honest, 'schnorrTable', [0, 14, 60])).toEqual([]);
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
    for (const i of [1, 2, 15]) {
      expect(LOW_TABLE[i]).toEqual(addPoints(OFFSET, multiply(GENERATOR, BigInt(i))));
      expect(HIGH_TABLE[i]).toEqual(addPoints(OFFSET, multiply(GENERATOR, BigInt(i) << 112n)));
    }
  });

  it('cancel, and no accumulator before the last addition carries ±1 offset', () => {
    let c = START_COEFFICIENT;
    for (let t = 0; t < STEPS; t++) {
      for (let k = 0; k < 4; k++) {
        expect(c).not.toBe(0n);
        c = (2n * c) % ORDER;
      }
      for (let k = 0; k < 3; k++) {
        const isLast = t === STEPS - 1 && k === 2;
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

  /** Table row 0 of signature 0 rewritten to add C + C, with the given slope, handing on the result. */
  function forgeEqualPoints(slope: readonly number[]): { readonly forged: ChipTrace[]; readonly next: Point } {
    const forged = cloneTraces(honest);
    const trace = forged[TABLE];
    const x = septic.sub(septic.sub(septic.square(slope), DOUBLE.x), DOUBLE.x);
    const next = { x, y: septic.sub(septic.mul(slope, septic.sub(DOUBLE.x, x)), DOUBLE.y) };
    write(trace, table.entry, 0, [...DOUBLE.x, ...DOUBLE.y]);
    write(trace, table.key, 0, [...DOUBLE.x, ...DOUBLE.y]);
    write(trace, table.slope, 0, slope);
    write(trace, table.next, 0, [...next.x, ...next.y]);
    return { forged, next };
  }

  it('between equal points is refused only because x1 ≠ x2 is proven', () => {
    const { forged, next } = forgeEqualPoints([3, 1, 4, 1, 5, 9, 2]);
    expect(isOnCurve(next)).toBe(false);
    const constraints = (from: Air): string[] => failing(from, forged).filter((name) => name.startsWith('schnorrTable/'));
    expect(constraints(air)).toEqual(['schnorrTable/add-key/x-differs']);
    expect(constraints(without(air, ['schnorrTable/add-key/x-differs']))).toEqual([]);
  });

  it('in a step is refused likewise: every addition demands its inverse', () => {
    for (const [name, columns] of [
      ['add-key', step.inverse5],
      ['add-low', step.inverse6],
      ['add-high', step.inverse7],
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
    write(forged[STEP], step.entry, row, [...other.x, ...other.y]);
    expect(failing(air, forged)).toContain('bus schnorrEntry');
  });

  it('an entry of another signature is refused: entries carry the id', () => {
    const forged = cloneTraces(honest);
    const { columns } = forged[STEP];
    const j = columns[step.digit][STEPS + 3];
    const tableRow = 15 * 0 + Math.max(j, 1) - 1;
    write(forged[STEP], [step.digit], STEPS + 3, [Math.max(j, 1)]);
    write(forged[STEP], step.entry, STEPS + 3, read(honest[TABLE], table.next, tableRow));
    expect(failing(air, forged)).toContain('bus schnorrEntry');
  });

  it('a digit of 16 has no table entry: a longer table would never end', () => {
    const forged = cloneTraces(honest);
    forged[TABLE].columns[table.last][14] = 0;
    expect(failing(air, forged)).toEqual(['bus schnorrTable']);
    const early = cloneTraces(honest);
    early[TABLE].columns[table.last][4] = 1;
    expect(failing(air, early)).toEqual(expect.arrayContaining(['schnorrTable/last-makes-entry-15', 'bus schnorrTable']));
  });

  it('padding rows with multiplicity are refused', () => {
    for (const [chip, column, row, expected] of [
      [MAIN, main.active, 3, 'bus signed'],
      [MAIN, main.entryZero, 3, 'schnorr/padding-offers-no-entry'],
      [STEP, step.active, 100, 'bus schnorrStep'],
      [STEP, step.last, 100, 'schnorrStep/padding-is-not-last'],
      [TABLE, table.active, 60, 'bus schnorrTable'],
      [TABLE, table.last, 60, 'schnorrTable/padding-is-not-last'],
      [TABLE, table.multiplicity, 60, 'schnorrTable/padding-offers-no-entry'],
    ] as const) {
      const forged = cloneTraces(honest);
      forged[chip].columns[column][row] = 1;
      expect(failing(air, forged)).toContain(expected);
    }
  });

  it('an entry offered by a padding row passes without its constraint', () => {
    // A padding row of the table offers any point as entry 1 of signature 0, and a step takes it.
    const forged = cloneTraces(honest);
    const { columns } = forged[TABLE];
    const row = Array.from(honest[STEP].columns[step.digit]).findIndex((digit) => digit > 0);
    const j = honest[STEP].columns[step.digit][row];
    columns[table.multiplicity][15 * Math.floor(row / STEPS) + j - 1]--;
    const at = 60;
    columns[table.multiplicity][at] = 1;
    columns[table.signature][at] = Math.floor(row / STEPS);
    columns[table.j][at] = j - 1;
    const genuine = read(honest[TABLE], table.next, 15 * Math.floor(row / STEPS) + j - 1);
    // x3 = slope² and y3 = −slope·x3 for entry = key = (0, 0): with slope 0 the row offers (0, 0); any x3 that is a square can be offered.
    write(forged[TABLE], table.slope, at, septic.sqrt(genuine.slice(0, 7)) ?? new Array<number>(7).fill(0));
    const slope = read(forged[TABLE], table.slope, at);
    const x = septic.square(slope);
    write(forged[TABLE], table.next, at, [...x, ...septic.neg(septic.mul(slope, x))]);
    const names = failing(air, forged).filter((name) => name.startsWith('schnorrTable/'));
    expect(names).toEqual(['schnorrTable/padding-offers-no-entry']);
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
    expect(failing(air, forged)).toEqual(expect.arrayContaining(['schnorr/key-on-curve[0]', 'bus schnorrTable']));
  });

  it('the other lift of the key does not verify, and is refused by the last step', () => {
    const forged = cloneTraces(honest);
    const key = { x: read(honest[MAIN], main.keyX, 0), y: read(honest[MAIN], main.keyY, 0) };
    write(forged[MAIN], main.keyY, 0, negate(key).y);
    expect(failing(air, forged)).toEqual(['bus schnorrTable']);
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

  it('digits that are not bits, and products that are not products, are refused', () => {
    for (const [column, name] of [
      [step.lowBit[2], 'schnorrStep/low-bit-2'],
      [step.highBit[0], 'schnorrStep/high-bit-0'],
      [step.lowPair[1], 'schnorrStep/low-pair-1'],
      [step.highPair[0], 'schnorrStep/high-pair-0'],
    ] as const) {
      const forged = cloneTraces(honest);
      forged[STEP].columns[column][4] += 2;
      expect(failing(air, forged)).toContain(name);
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
  const [mainTrace, stepTrace, tableTrace] = traces;
  const limbs = Array.from({ length: 8 }, (_, i) => Number((s >> BigInt(28 * i)) & 0xfffffffn));
  write(mainTrace, [...main.low, ...main.high], 0, limbs);
  mainTrace.col.sInverse[0] = inv(limbs.reduce((total, limb) => (total + limb) % P, 0));
  const gap = Number(ORDER >> 196n) - 1 - limbs[7];
  if (gap >= 0) putGap(traces, [1, 0, 0, 0], gap);
  const key = { x: read(mainTrace, main.keyX, 0), y: read(mainTrace, main.keyY, 0) };
  for (const lift of [key, negate(key)]) {
    const [end] = fillSteps([{ index: 0, key: lift, s, e }], stepTrace, tableTrace);
    write(mainTrace, [...main.keyY, ...main.nonceY], 0, [...lift.y, ...end.slice(7)]);
    if (end.slice(0, 7).every((c, i) => c === input.nonceX[i])) break;
  }
  countEntries(stepTrace, tableTrace, mainTrace, 1);
}

/** Signature 0's claim s < order, with the range table's multiplicities, as far as the values are in range. */
function putGap(traces: SignatureTraces, smaller: readonly number[], gap: number): void {
  write(traces[MAIN], main.smaller, 0, smaller);
  write(traces[MAIN], main.gap, 0, [gap & 0x3fff, gap >>> 14]);
  const counts = traces[5].columns[0].fill(0);
  for (const c of [...main.slack, ...main.gap]) {
    const value = traces[MAIN].columns[c][0];
    if (value < counts.length) counts[value]++;
  }
}

describe('filling the traces', () => {
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
