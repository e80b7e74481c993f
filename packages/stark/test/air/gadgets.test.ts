import { P } from '@weir/crypto/field';
import { permute } from '@weir/crypto/poseidon';
import { describe, expect, it } from 'vitest';
import { type AnyChip, defineChip, group, newTrace } from '../../src/air/builder.ts';
import { checkTraces, describeFailure } from '../../src/air/check.ts';
import { compileAir, defineBuses } from '../../src/air/compileAir.ts';
import * as gadgets from '../../src/air/gadgets.ts';
import { RangeCounts, rangeTable, splitBits, U64_LIMB_BITS, U128_LIMB_BITS, u64LimbCells, u64Pieces } from '../../src/air/gadgets.ts';
import { randomSource } from './randomChip.ts';

const random = randomSource(7);
const randomBigint = (bits: number): bigint => {
  let out = 0n;
  for (let i = 0; i < bits; i += 16) out = (out << 16n) | BigInt(random() & 0xffff);
  return BigInt.asUintN(bits, out >> BigInt(random() % bits));
};
const EDGES = [0n, 1n, (1n << 22n) - 1n, 1n << 22n, (1n << 43n) - 1n, 1n << 43n, (1n << 64n) - 1n];
const randomU64 = (): bigint => (random() % 4 === 0 ? EDGES[random() % EDGES.length] : randomBigint(64));

const buses = defineBuses({ range11: { tag: 11, length: 1 }, range4: { tag: 4, length: 1 } });

/** Cells in column order, and which of them a range table looks up. */
interface Row {
  readonly cells: readonly number[];
  readonly lookups: readonly { readonly value: number; readonly bits: number; readonly table: number }[];
}

/** Failures of the chip on one honest or forged row; lookups that no table can answer are left unanswered. */
function failuresOf(chip: AnyChip, { cells, lookups }: Row): string[] {
  const air = compileAir({ name: 'gadget', buses, chips: [chip, rangeTable(11), rangeTable(4)], publicGroups: 0 });
  const counts = new RangeCounts([11, 4]);
  for (const { value, bits, table } of lookups) if (value < 2 ** bits) counts.count(value, bits, table);
  const trace = newTrace(chip, 0);
  expect(cells).toHaveLength(chip.columnNames.length);
  for (const [c, cell] of cells.entries()) trace.columns[c].fill(cell);
  return checkTraces(air, [trace, counts.trace(11), counts.trace(4)], new Uint32Array(0)).map(describeFailure);
}

const limbLookups = (cells: readonly number[], bits: readonly number[], table = 11): Row['lookups'] =>
  cells.map((value, i) => ({ value, bits: bits[i], table }));
const canonicalCells = (cells: readonly (number | bigint)[]): number[] =>
  cells.map((cell) => Number(((BigInt(cell) % BigInt(P)) + BigInt(P)) % BigInt(P)));
const ONE_ROW = { name: 'gadget', minLogHeight: 0, maxLogHeight: 0 } as const;

describe('isZero', () => {
  const chip = defineChip({
    ...ONE_ROW,
    columns: ['value', 'inverse', 'flag'],
    build: (b) => gadgets.isZero(b, 'zero', b.col.value, b.col),
  });
  const row = (value: number, inverse: number, flag: number): Row => ({ cells: [value, inverse, flag], lookups: [] });

  it.each([0, 1, 5, P - 1])('accepts the flag of %i and refuses the other one, whatever the inverse', (value) => {
    const { inverse, flag } = gadgets.isZeroCells(value);
    expect(flag).toBe(value === 0 ? 1 : 0);
    expect(failuresOf(chip, row(value, inverse, flag))).toEqual([]);
    for (const forged of [0, 1, inverse, random()]) expect(failuresOf(chip, row(value, forged, 1 - flag))).not.toEqual([]);
  });
});

describe('isNonZero', () => {
  const chip = defineChip({
    ...ONE_ROW,
    columns: ['value', 'inverse', 'on'],
    build: (b) => gadgets.isNonZero(b, 'nonzero', b.col.value, b.col.inverse, { when: b.col.on }),
  });

  it('has a witness for every value but 0, and asks for none when it is off', () => {
    expect(failuresOf(chip, { cells: [9, gadgets.isZeroCells(9).inverse, 1], lookups: [] })).toEqual([]);
    expect(failuresOf(chip, { cells: [0, 123, 1], lookups: [] })).not.toEqual([]);
    expect(failuresOf(chip, { cells: [0, 123, 0], lookups: [] })).toEqual([]);
  });
});

describe('rangeCheck', () => {
  const chip = defineChip({
    ...ONE_ROW,
    columns: ['bit', 'narrow', 'full', 'on'],
    build(b) {
      gadgets.rangeCheck(b, 'bit', b.col.bit, 1);
      gadgets.rangeCheck(b, 'narrow', b.col.narrow, 7, { tableBits: 11, when: b.col.on });
      gadgets.rangeCheck(b, 'full', b.col.full, 4);
      b.boolean('on', b.col.on);
    },
  });
  const row = (bit: number, narrow: number, full: number, on = 1): Row => ({
    cells: [bit, narrow, full, on],
    lookups: [...(on === 1 ? [{ value: narrow, bits: 7, table: 11 }] : []), { value: full, bits: 4, table: 4 }],
  });

  it('accepts the ends of each range', () => {
    for (const [bit, narrow, full] of [
      [0, 0, 0],
      [1, 127, 15],
    ])
      expect(failuresOf(chip, row(bit, narrow, full))).toEqual([]);
  });

  it.each([
    ['a bit of 2', row(2, 0, 0)],
    ['a full-width value', row(0, 0, 16)],
    ['a narrow value that the wide table would hold', row(0, 128, 0)],
    ['a narrow value whose shift wraps into the table', row(0, Number((BigInt(P) + 16n) / 16n), 0)],
    ['a negative value', row(0, P - 1, 0)],
  ])('refuses %s', (_, forged) => {
    expect(failuresOf(chip, forged)).not.toEqual([]);
  });

  it('sends nothing when it is off', () => {
    expect(failuresOf(chip, row(1, 999_999, 3, 0))).toEqual([]);
  });
});

describe('u64 arithmetic', () => {
  const addition = defineChip({
    ...ONE_ROW,
    columns: [group('x', 6), group('y', 6), group('total', 6), group('carry', 2)],
    build(b) {
      const { x, y, total, carry } = b.col;
      for (const [name, limbs] of Object.entries({ x, y, total })) gadgets.rangeCheckU64(b, name, limbs);
      gadgets.u64Add(b, 'sum', u64Pieces(x), u64Pieces(y), u64Pieces(total), [carry[0], carry[1]]);
    },
  });
  const additionRow = (x: bigint, y: bigint, total: bigint, carries: readonly number[]): Row => {
    const values = [x, y, total].map(u64LimbCells);
    return { cells: [...values.flat(), ...carries], lookups: values.flatMap((limbs) => limbLookups(limbs, U64_LIMB_BITS)) };
  };

  it('adds', () => {
    for (let i = 0; i < 40; i++) {
      const [x, y] = [randomU64(), randomU64()];
      if ((x + y) >> 64n) {
        // No carries make an overflowing sum true mod 2^64.
        for (const carries of [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ])
          expect(failuresOf(addition, additionRow(x, y, BigInt.asUintN(64, x + y), carries))).not.toEqual([]);
      } else {
        const row = additionRow(x, y, x + y, gadgets.u64AddCarries(x, y));
        expect(failuresOf(addition, row)).toEqual([]);
        expect(failuresOf(addition, additionRow(x, y, BigInt.asUintN(64, x + y + 1n), gadgets.u64AddCarries(x, y)))).not.toEqual([]);
        for (const carry of [18, 19])
          expect(failuresOf(addition, { ...row, cells: row.cells.with(carry, 1 - row.cells[carry]) })).not.toEqual([]);
      }
    }
  });

  const comparison = defineChip({
    ...ONE_ROW,
    columns: [group('x', 6), group('y', 6), group('difference', 6), group('borrow', 3)],
    build(b) {
      const { x, y, difference, borrow } = b.col;
      for (const [name, limbs] of Object.entries({ x, y, difference })) gadgets.rangeCheckU64(b, name, limbs);
      gadgets.u64Compare(b, 'compare', u64Pieces(x), u64Pieces(y), u64Pieces(difference), [borrow[0], borrow[1], borrow[2]]);
    },
  });
  const comparisonRow = (x: bigint, y: bigint, difference: bigint, borrows: readonly number[]): Row =>
    additionRow(x, y, difference, borrows);

  it('compares: the last borrow says whether x < y, and no other answer passes', () => {
    for (let i = 0; i < 40; i++) {
      const [x, y] = random() % 5 === 0 ? [7n << 40n, 7n << 40n] : [randomU64(), randomU64()];
      const { difference, borrows } = gadgets.u64CompareCells(x, y);
      expect(borrows[2]).toBe(x < y ? 1 : 0);
      expect(failuresOf(comparison, comparisonRow(x, y, difference, borrows))).toEqual([]);
      for (let mask = 0; mask < 8; mask++) {
        const forged = [mask & 1, (mask >> 1) & 1, mask >> 2];
        if (forged.join() !== borrows.join()) expect(failuresOf(comparison, comparisonRow(x, y, difference, forged))).not.toEqual([]);
      }
    }
  });
});

describe('u64 product and quotient', () => {
  const { U64_PRODUCT_CARRIES, U64_DIVISION_CARRIES } = gadgets;
  const product = defineChip({
    ...ONE_ROW,
    columns: [group('x', 6), group('y', 6), group('product', 12), group('carry', U64_PRODUCT_CARRIES)],
    build(b) {
      const { x, y, product, carry } = b.col;
      gadgets.rangeCheckU64(b, 'x', x);
      gadgets.rangeCheckU64(b, 'y', y);
      gadgets.rangeCheckLimbs(b, 'product', product, U128_LIMB_BITS, { tableBits: 11 });
      gadgets.u64Product(b, 'times', x, y, product, carry);
    },
  });
  const productRow = (x: bigint, y: bigint): Row => {
    const limbs = [u64LimbCells(x), u64LimbCells(y), gadgets.u128LimbCells(x * y)];
    const carries = gadgets.u64ProductCarries(x, y);
    return {
      cells: [...limbs.flat(), ...carries.map(({ cell }) => cell)],
      lookups: [
        ...limbs.flatMap((list, i) => limbLookups(list, i === 2 ? U128_LIMB_BITS : U64_LIMB_BITS)),
        ...carries.map(({ cell, bits }) => ({ value: cell, bits, table: 11 })),
      ],
    };
  };

  it('multiplies, and refuses every single changed cell', () => {
    for (let i = 0; i < 10; i++) {
      const row = productRow(randomU64(), randomU64());
      expect(failuresOf(product, row)).toEqual([]);
      const c = random() % row.cells.length;
      expect(failuresOf(product, { ...row, cells: row.cells.with(c, (row.cells[c] + 1) % P) })).not.toEqual([]);
    }
  });

  it('refuses a product that is only right mod p, with the carries that make every equation hold mod p', () => {
    const row = productRow(3n, 5n);
    const forged = [...row.cells];
    // 15 = 16 − 1: take one from the first limb and give 2^{−11} mod p to the carry, and so on up the chain.
    const inverse = (bits: number): bigint => {
      let value = 1n;
      for (let i = 0; i < bits; i++) value = value % 2n === 0n ? value / 2n : (value + BigInt(P)) / 2n;
      return value;
    };
    forged[12] = 14;
    forged[24] = canonicalCells([BigInt(row.cells[24]) + inverse(11)])[0];
    expect(failuresOf(product, { ...row, cells: forged }).join()).toMatch(/range11|times/);
  });

  const division = defineChip({
    ...ONE_ROW,
    columns: [
      group('dividend', 12),
      group('divisor', 6),
      group('quotient', 6),
      group('remainder', 6),
      group('carry', U64_DIVISION_CARRIES),
      group('slack', 6),
      group('slackCarry', 2),
    ],
    build(b) {
      const { dividend, divisor, quotient, remainder, carry, slack, slackCarry } = b.col;
      gadgets.rangeCheckLimbs(b, 'dividend', dividend, U128_LIMB_BITS, { tableBits: 11 });
      for (const [name, limbs] of Object.entries({ divisor, quotient, remainder })) gadgets.rangeCheckU64(b, name, limbs);
      gadgets.u64Division(
        b,
        'divide',
        { dividend, divisor, quotient, remainder },
        { carries: carry, slack, slackCarries: [slackCarry[0], slackCarry[1]] },
      );
    },
  });
  const divisionRow = (dividend: bigint, divisor: bigint): Row => {
    const cells = gadgets.u64DivisionCells(dividend, divisor);
    const { quotient, remainder, carries, slack, slackCarries } = cells;
    const limbs = [gadgets.u128LimbCells(dividend), ...[divisor, quotient, remainder].map(u64LimbCells)];
    return {
      cells: [...limbs.flat(), ...carries.map(({ cell }) => cell), ...slack, ...slackCarries],
      lookups: [
        ...limbs.flatMap((list, i) => limbLookups(list, i === 0 ? U128_LIMB_BITS : U64_LIMB_BITS)),
        ...carries.map(({ cell, bits }) => ({ value: cell, bits, table: 11 })),
        ...limbLookups(slack, U64_LIMB_BITS),
      ],
    };
  };
  const randomDivision = (): [bigint, bigint] => {
    const divisor = randomU64() || 1n;
    return [randomU64() * divisor + (randomBigint(64) % divisor), divisor];
  };

  it('divides, and refuses every single changed cell', () => {
    for (let i = 0; i < 10; i++) {
      const row = divisionRow(...randomDivision());
      expect(failuresOf(division, row)).toEqual([]);
      const c = random() % row.cells.length;
      expect(failuresOf(division, { ...row, cells: row.cells.with(c, (row.cells[c] + 1) % P) })).not.toEqual([]);
    }
  });

  it('refuses a smaller quotient with a remainder that is not below the divisor', () => {
    const [dividend, divisor] = [1_000_003n, 1000n];
    const honest = divisionRow(dividend, divisor);
    const terms = gadgets.u64DivisionTerms(
      gadgets.u128LimbCells(dividend).map(BigInt),
      u64LimbCells(divisor).map(BigInt),
      u64LimbCells(999n).map(BigInt),
      u64LimbCells(1003n).map(BigInt),
    );
    const carries = gadgets.identityCarries(terms, gadgets.U64_IDENTITY);
    // The slack divisor − 1 − remainder = −4 has no six limbs in range: as −4 mod p it satisfies every equation, but no table holds it.
    for (const slackCarries of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const cells = [
        ...gadgets.u128LimbCells(dividend),
        ...[divisor, 999n, 1003n].flatMap(u64LimbCells),
        ...carries.map(({ cell }) => cell),
        ...canonicalCells([-4, 0, 0, 0, 0, 0]),
        ...slackCarries,
      ];
      const failures = failuresOf(division, { cells, lookups: honest.lookups });
      expect(failures.join()).toContain('bus range11');
    }
  });

  it('has no witness for a divisor of 0', () => {
    expect(() => gadgets.u64DivisionCells(5n, 0n)).toThrow('division by zero');
    const row = divisionRow(5n, 6n);
    const cells = [...row.cells];
    cells.fill(0, 12, 18);
    expect(failuresOf(division, { cells, lookups: row.lookups }).join()).toContain('divide/remainder-below-divisor');
  });
});

describe('integer identities', () => {
  it('refuse at build time a radix at which a step could wrap mod p', () => {
    const terms = gadgets.limbTerms([0n, 0n], [30, 30]);
    expect(() => gadgets.identityCells([...terms, ...terms, ...terms], { radixBits: 20, tableBits: 11 })).toThrow('could wrap');
  });

  it('throw on a false identity instead of filling a trace', () => {
    const terms = [
      ...gadgets.limbTerms(splitBits(100n, [11, 11]).map(BigInt), [11, 11]),
      ...gadgets.negatedTerms(gadgets.limbTerms([99n, 0n], [11, 11])),
    ];
    expect(() => gadgets.identityCarries(terms, { radixBits: 11, tableBits: 11 })).toThrow('does not hold');
  });
});

describe('poseidonPermutation', () => {
  const chip = defineChip({
    ...ONE_ROW,
    columns: [group('input', 16), group('sbox', gadgets.POSEIDON_CELLS), group('output', 16)],
    build(b) {
      const outputs = gadgets.poseidonPermutation(b, 'permutation', b.col.input, b.col.sbox);
      for (const [i, lane] of outputs.entries()) b.equal(`output ${i}`, b.col.output[i], lane);
    },
  });

  it('agrees with the plain permutation, and determines every cell', () => {
    const input = Uint32Array.from({ length: 16 }, random);
    const plain = input.slice();
    permute(plain);
    const { sboxes, outputs } = gadgets.poseidonCells(input);
    expect(outputs).toEqual(plain);
    const cells = [...input, ...sboxes, ...outputs];
    expect(failuresOf(chip, { cells, lookups: [] })).toEqual([]);
    for (let c = 0; c < cells.length; c += 7)
      expect(failuresOf(chip, { cells: cells.with(c, (cells[c] + 1) % P), lookups: [] })).not.toEqual([]);
  });
});
