import { P } from '@weir/crypto/field';
import { feedForward } from '@weir/crypto/poseidon';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import type { ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { buses } from '../../src/buses.ts';
import { poseidonChip } from '../../src/chips/poseidon/air.ts';
import { Compressions } from '../../src/chips/poseidon/trace.ts';
import { rangeChips } from '../../src/chips/range/air.ts';
import { newRangeCounts, rangeTraces } from '../../src/chips/range/trace.ts';
import { wordsChip } from '../../src/chips/words/air.ts';
import { CARRY_PLAN, limbsOf, R, R_DIGITS, scalarOf } from '../../src/chips/words/horner.ts';
import { fillWords, initialState, type WordsInput, wordsDigest } from '../../src/chips/words/trace.ts';
import { cloneTraces, driverChip, driverTrace, failing, idleConstraints, survivors } from '../support/tamper.ts';

let seed = 7;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const randomWord = (): number[] => Array.from({ length: 9 }, (_, i) => random(2 ** (i === 8 ? 24 : 28)));
const ZERO_WORD = new Array<number>(9).fill(0);
const FULL_WORD = ZERO_WORD.map((_, i) => 2 ** (i === 8 ? 24 : 28) - 1);
const wordValue = (word: readonly number[]): bigint => word.reduceRight((value, limb) => (value << 28n) | BigInt(limb), 0n);

const drivers = {
  reader: driverChip('reader', 'word', 'receive', 11),
  chainStart: driverChip('chainStart', 'wordChain', 'send', 11),
  chainEnd: driverChip('chainEnd', 'wordChain', 'receive', 11),
  hornerStart: driverChip('hornerStart', 'horner', 'send', 45),
  hornerEnd: driverChip('hornerEnd', 'horner', 'receive', 45),
};
const air = compileAir({
  name: 'words-test',
  buses,
  chips: [wordsChip, poseidonChip, ...Object.values(drivers), ...rangeChips],
  publicGroups: 0,
});
const WORDS = 0;
const READER = 2;
const HORNER_END = 6;

function build(input: WordsInput, z: bigint, { y: claimedY }: { readonly y?: readonly number[] } = {}) {
  const ranges = newRangeCounts();
  const compressions = new Compressions();
  const states = wordsDigest(input, compressions);
  const { trace, digest, y } = fillWords(input, z, states, ranges);
  const { words, effectWords, headerDiffs } = input;
  const headerEnd = effectWords + 2 * headerDiffs;
  const zLimbs = limbsOf(z);
  const traces: ChipTrace[] = [
    trace,
    compressions.trace(),
    driverTrace(
      drivers.reader,
      words.map((word, i) => [i, i < effectWords ? 0 : i < headerEnd ? 1 : 2, ...Array.from(word)]),
    ),
    driverTrace(drivers.chainStart, [[0, effectWords, headerEnd, ...initialState(input)]]),
    driverTrace(drivers.chainEnd, [[words.length, effectWords, headerEnd, ...digest]]),
    driverTrace(drivers.hornerStart, [[words.length, ...zLimbs, ...new Array<number>(22).fill(0)]]),
    driverTrace(drivers.hornerEnd, [[0, ...zLimbs, ...(claimedY ?? y)]]),
    ...rangeTraces(ranges),
  ];
  return { traces, digest, y, ranges };
}

const words = [
  randomWord(),
  FULL_WORD,
  randomWord(),
  randomWord(),
  ZERO_WORD,
  randomWord(),
  FULL_WORD,
  FULL_WORD,
  randomWord(),
  randomWord(),
];
const input: WordsInput = { words, effectWords: 4, headerDiffs: 1, slotDiffs: 4 };
const z = R - 1n - (1n << 200n);
const honest = build(input, z);
const { index } = wordsChip;
const cell = (traces: readonly ChipTrace[], column: number): Uint32Array => traces[WORDS].columns[column];

describe('the words chip', () => {
  it('stays within its columns and interactions', () => {
    expect(air.chips[WORDS].columnNames.length).toBe(174);
    expect(air.chips[WORDS].interactions.length).toBeLessThanOrEqual(128);
  });

  it('accepts true words of all sections and gives the D and y of the statement', () => {
    expect(failing(air, honest.traces)).toEqual([]);
    let state = initialState(input);
    for (const word of words) state = feedForward(34, [...state.slice(0, 7), ...word]);
    expect(honest.digest).toEqual(state);
    const y = words.reduceRight((acc, word) => (acc * z + wordValue(word)) % R, 0n);
    expect(scalarOf(honest.y)).toBe(y);
  });

  it('accepts random words at random and extreme z', () => {
    const many = Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? FULL_WORD : randomWord()));
    for (const point of [0n, 1n, R - 1n, wordValue(randomWord()) % R, (1n << 252n) - 1n]) {
      const { traces } = build({ words: many, effectWords: 0, headerDiffs: 0, slotDiffs: 16 }, point);
      expect(failing(air, traces)).toEqual([]);
    }
  });

  it('accepts a statement without words, with D = the counts and y = 0', () => {
    const empty = build({ words: [], effectWords: 0, headerDiffs: 0, slotDiffs: 0 }, z);
    expect(failing(air, empty.traces)).toEqual([]);
    expect(empty.digest).toEqual(new Array<number>(8).fill(0));
    expect(scalarOf(empty.y)).toBe(0n);
  });

  it('has no idle constraint: each is broken by some flipped cell', () => {
    expect(idleConstraints(air, honest.traces, 'words', [0, 3, 5, 9, 12])).toEqual([]);
  });

  it('names a failure for every flipped cell of an active row', () => {
    expect(survivors(air, honest.traces, 'words', [0, 3, 4, 5, 6, 9])).toEqual([]);
  });

  it('refuses a padding row that takes part', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.active)[12] = 1;
    expect(failing(air, forged)).toContain('bus word');
    cell(forged, index.active)[12] = P - 1;
    expect(failing(air, forged)).toContain('words/active-is-a-bit');
  });
});

describe('false words', () => {
  it('refuses an effect word presented as a header diff', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.isEffect)[0] = 0;
    forged[READER].columns[2][0] = 1;
    expect(failing(air, forged)).toEqual(['words/effect-iff-below-effect-end']);
    expect(failing(withoutConstraint(air, 'words', 'effect-iff-below-effect-end'), forged)).toEqual([]);
    // With the gap that the equation wants, index − effectEnd = −4, the range table refuses.
    cell(forged, index.effectGap[0])[0] = P - 4;
    expect(failing(air, forged)).toContain('bus range12');
    expect(failing(air, forged)).not.toContain('words/effect-iff-below-effect-end');
  });

  it('refuses a header diff presented as an effect', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.isEffect)[5] = 1;
    forged[READER].columns[2][5] = 0;
    expect(failing(air, forged)).toEqual(['words/effect-iff-below-effect-end']);
  });

  it('refuses a slot diff presented as a header diff, and the reverse', () => {
    for (const [row, flag, section] of [
      [6, 0, 1],
      [5, 1, 2],
    ]) {
      const forged = cloneTraces(honest.traces);
      cell(forged, index.isSlot)[row] = flag;
      forged[READER].columns[2][row] = section;
      expect(failing(air, forged)).toEqual(['words/slot-iff-past-header-end']);
      expect(failing(withoutConstraint(air, 'words', 'slot-iff-past-header-end'), forged)).toEqual([]);
    }
  });

  it('refuses a section flag that is not a bit, though its equation could be met', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.isSlot)[5] = 5;
    const gap = headerGapWith(forged, 5, 5);
    cell(forged, index.headerGap[0])[5] = gap;
    forged[READER].columns[2][5] = 6;
    expect(failing(air, forged)).toContain('words/is-slot-is-a-bit');
  });

  it('refuses a word out of its place: indices follow the chain', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.index)[2] = 3;
    expect(failing(air, forged)).toEqual(expect.arrayContaining(['bus horner', 'bus word', 'bus wordChain']));
  });

  it('refuses a limb v + p: same digest, another word', () => {
    // p = 1 + 2^14·130048: adding it to limb 0 leaves the limb's residue, so D is the same and the word grows by p.
    const forged = cloneTraces(honest.traces);
    const other = words.map((word, i) => (i === 0 ? wordValue(word) + BigInt(P) : wordValue(word)));
    const y = limbsOf(other.reduceRight((acc, word) => (acc * z + word) % R, 0n));
    cell(forged, index.piece[0])[0] += 1;
    cell(forged, index.piece[1])[0] += 130048;
    resolveRow(forged, 0, y);
    y.forEach((limb, i) => {
      forged[HORNER_END].columns[24 + i][0] = limb;
    });
    const names = failing(air, forged);
    expect(names).toContain('bus range14');
    expect(names.every((name) => name.startsWith('bus range'))).toBe(true);
  });
});

describe('a false y', () => {
  const claim = (limb: number): readonly number[] => honest.y.map((value, i) => (i === limb ? (value === 0 ? 1 : value - 1) : value));
  const forge = (y: readonly number[]) => {
    const forged = cloneTraces(honest.traces);
    y.forEach((limb, i) => {
      cell(forged, index.next[i])[0] = limb;
      forged[HORNER_END].columns[24 + i][0] = limb;
    });
    return forged;
  };

  it('fails at its position, in every limb; without that equation it would pass', () => {
    for (const limb of [0, 10, 21]) {
      const forged = forge(claim(limb));
      expect(failing(air, forged)).toEqual([`words/horner-position-${limb}`]);
      expect(failing(withoutConstraint(air, 'words', `horner-position-${limb}`), forged)).toEqual([]);
    }
  });

  it('cannot be bought with carries outside their range', () => {
    const forged = forge(claim(0));
    // 2^12·c_0 = v_0 mod p has a solution, but not one of 16 or 17 bits; and so on up to the last position.
    const change = 1;
    let carried = change;
    const inverse = modularInverse(4096);
    CARRY_PLAN.forEach((_, k) => {
      carried = Number((BigInt(carried) * BigInt(inverse)) % BigInt(P));
      const column = cell(forged, index.carry[k]);
      column[0] = (column[0] + carried) % P;
    });
    const names = failing(air, forged);
    expect(names).toContain('bus range16');
    expect(names).toContain('words/horner-position-42');
  });

  it('cannot be y + r: an equal residue with other limbs', () => {
    const canonical = scalarOf(honest.y);
    const forged = cloneTraces(honest.traces);
    resolveRow(forged, 0, limbsOf(canonical + R), -1n);
    const names = failing(air, forged);
    expect(names).toContain('bus horner');
    expect(names.filter((name) => name.startsWith('words/'))).toEqual([]);
  });

  it('does not come from an intermediate above r, which is allowed', () => {
    // Row 5 hands on next + r; row 4 takes it, with a larger quotient, and still gives its canonical next.
    const forged = cloneTraces(honest.traces);
    const next = scalarOf(index.next.map((c) => cell(forged, c)[5]));
    resolveRow(forged, 5, limbsOf(next + R), -1n);
    limbsOf(next + R).forEach((limb, i) => {
      cell(forged, index.acc[i])[4] = limb;
    });
    resolveRow(
      forged,
      4,
      index.next.map((c) => cell(forged, c)[4]),
      z,
    );
    const names = failing(air, forged);
    expect(names.every((name) => name.startsWith('bus range'))).toBe(true);
  });

  it('does not come from another z in one row', () => {
    const forged = cloneTraces(honest.traces);
    cell(forged, index.z[3])[2] = (cell(forged, index.z[3])[2] + 1) % 4096;
    expect(failing(air, forged)).toContain('bus horner');
  });
});

function headerGapWith(traces: readonly ChipTrace[], row: number, flag: number): number {
  const before = cell(traces, index.headerEnd)[row] - cell(traces, index.index)[row] - 1;
  return (((before - flag * (2 * before + 1)) % P) + P) % P;
}

function modularInverse(a: number): number {
  let result = 1n;
  for (let base = BigInt(a), e = BigInt(P - 2); e > 0n; e >>= 1n, base = (base * base) % BigInt(P))
    if (e & 1n) result = (result * base) % BigInt(P);
  return Number(result);
}

/** Rewrites `next`, the quotient (by `quotientChange`) and the carries of a row so that every Horner equation holds as far as integers allow. */
function resolveRow(traces: readonly ChipTrace[], row: number, next: readonly number[], quotientChange = 0n): void {
  const read = (columns: readonly number[]): bigint[] => columns.map((c) => BigInt(cell(traces, c)[row]));
  const write = (columns: readonly number[], values: readonly number[]): void =>
    columns.forEach((c, i) => {
      cell(traces, c)[row] = values[i];
    });
  const quotient = scalarOf(read(index.quotient).map(Number));
  const [acc, zLimbs, pieces] = [read(index.acc), read(index.z), read(index.piece)];
  const total =
    scalarOf(acc.map(Number)) * scalarOf(zLimbs.map(Number)) + pieces.reduce((sum, piece, j) => sum + (piece << BigInt(14 * j)), 0n);
  const exact = (total - scalarOf(next)) / R;
  expect(exact * R + scalarOf(next)).toBe(total);
  expect([quotient + quotientChange, quotient, exact]).toContain(exact);
  write(index.quotient, limbsOf(exact));
  write(index.next, next);
  write(
    index.carry,
    CARRY_PLAN.map(() => 0),
  );
  const offsets = CARRY_PLAN.map(({ offset }) => offset);
  let carry = 0n;
  const rDigits = R_DIGITS.map(BigInt);
  for (let k = 0; k < 42; k++) {
    let value = carry;
    for (let i = Math.max(0, k - 21); i <= Math.min(21, k); i++)
      value += acc[i] * zLimbs[k - i] - BigInt(limbsOf(exact)[i]) * rDigits[k - i];
    pieces.forEach((piece, j) => {
      if (Math.floor((14 * j) / 12) === k) value += piece << BigInt((14 * j) % 12);
    });
    if (k < 22) value -= BigInt(next[k]);
    expect(value % 4096n).toBe(0n);
    carry = value / 4096n;
    cell(traces, index.carry[k])[row] = Number(carry) - offsets[k];
  }
}
