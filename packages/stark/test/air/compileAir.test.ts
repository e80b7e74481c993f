import { describe, expect, it } from 'vitest';
import { type ChipBuilder, defineChip, group, type TypedChipBuilder } from '../../src/air/builder.ts';
import { AirLintError, compileAir, defineBuses } from '../../src/air/compileAir.ts';
import { add, linear, mul, neg, scale, select, shared, sub, sum } from '../../src/air/expr.ts';
import { poseidonChain } from '../../src/examples/poseidonChain.ts';

const buses = defineBuses({ pair: { tag: 2, length: 2 } });
const COLUMNS = ['a', 'b', 'c'] as const;
type B = TypedChipBuilder<typeof COLUMNS>;

const chip = (build: (b: B) => void, options: { name?: string; exempt?: Record<string, string>; maxLogHeight?: number } = {}) =>
  defineChip({
    name: options.name ?? 'chip',
    minLogHeight: 1,
    maxLogHeight: options.maxLogHeight ?? 4,
    columns: COLUMNS,
    exempt: options.exempt,
    build,
  });
const useAll = (b: B): void => b.constraint('all', sum([b.col.a, b.col.b, b.col.c]));
/** `build` after a constraint that uses every column. */
const all =
  (build: (b: B) => void) =>
  (b: B): void => {
    useAll(b);
    build(b);
  };
const compile = (...chips: ReturnType<typeof chip>[]) => compileAir({ name: 'test', buses, chips, publicGroups: 0 });

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AirLintError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('a shared sum', () => {
  const total = (b: B) => sum([b.col.a, scale(2, b.col.b), scale(3, b.col.c)]);
  const uses = (b: B, value: ReturnType<typeof total>): void => {
    b.constraint('once', sub(mul(b.col.a, b.col.a), value));
    b.constraint('twice', sub(mul(b.col.b, b.col.b), value));
    b.constraint('thrice', sub(mul(b.col.c, b.col.c), value));
  };
  const terms = (build: (b: B) => void): number =>
    compile(chip(build)).chips[0].program.code.reduce((count, step) => count + (step.kind === 'lin' ? step.form.terms.length : 0), 0);

  it('is computed once', () => {
    expect(terms((b) => uses(b, total(b)))).toBe(3 * 4);
    expect(terms((b) => uses(b, shared(total(b))))).toBe(3 + 3 * 2);
  });

  it('is written out in interactions, which know no registers', () => {
    const send = (share: (value: ReturnType<typeof total>) => ReturnType<typeof total>) =>
      compile(chip((b) => b.send('pair', scale(5, share(total(b))), [share(add(share(total(b)), 1)), 7]))).chips[0].interactions;
    expect(send(shared)).toEqual(send((value) => value));
    expect(codeOf(() => compile(chip(all((b) => b.send('pair', shared(mul(b.col.a, b.col.b)), [1, 2])))))).toBe('INTERACTION_NOT_LINEAR');
  });

  it('keeps the degree of what it holds, and vanishes where the sum does', () => {
    expect(codeOf(() => compile(chip(all((b) => b.constraint('quartic', mul(shared(mul(b.col.a, b.col.b)), b.col.c, b.col.c))))))).toBe(
      'DEGREE_TOO_HIGH',
    );
    expect(codeOf(() => compile(chip(all((b) => b.constraint('nothing', shared(sub(b.col.a, b.col.a)))))))).toBe('CONSTANT_CONSTRAINT');
  });
});

describe('the lints', () => {
  it.each<[string, () => unknown]>([
    ['DEGREE_TOO_HIGH', () => compile(chip(all((b) => b.constraint('quartic', mul(b.col.a, b.col.a, b.col.b, b.col.c)))))],
    ['INTERACTION_NOT_LINEAR', () => compile(chip(all((b) => b.send('pair', mul(b.col.a, b.col.b), [1, 2]))))],
    ['INTERACTION_NOT_LINEAR', () => compile(chip(all((b) => b.send('pair', 1, [mul(b.col.a, b.rowIndex), 2]))))],
    ['TUPLE_LENGTH_MISMATCH', () => compile(chip(all((b) => b.send('pair', 1, [b.col.a]))))],
    ['UNKNOWN_BUS', () => compile(chip(all((b) => b.send('toString', 1, [b.col.a]))))],
    ['DUPLICATE_NAME', () => compile(chip(all((b) => useAll(b))))],
    ['DUPLICATE_NAME', () => compile(chip(useAll), chip(useAll))],
    ['UNUSED_COLUMN', () => compile(chip((b) => b.constraint('some', add(b.col.a, b.col.b))))],
    ['NEEDLESS_EXEMPTION', () => compile(chip(useAll, { exempt: { a: 'is used after all' } }))],
    ['CONSTANT_CONSTRAINT', () => compile(chip(all((b) => b.constraint('nothing', sub(b.col.a, b.col.a)))))],
    ['BAD_HEIGHT', () => compile(chip(useAll, { maxLogHeight: 25 }))],
    ['BAD_BUS', () => defineBuses({ one: { tag: 1, length: 2 } })],
    ['BAD_BUS', () => defineBuses({ one: { tag: 5, length: 2 }, two: { tag: 5, length: 2 } })],
    ['BAD_BUS', () => defineBuses({ zero: { tag: 0, length: 2 } })],
  ])('refuse with %s', (code, action) => {
    expect(codeOf(action)).toBe(code);
  });

  it('see through products that cancel: the degree is that of the polynomial', () => {
    const hidden = (b: B) => sub(mul(b.col.a, b.col.b), mul(b.col.b, b.col.a));
    expect(codeOf(() => compile(chip(all((b) => b.send('pair', hidden(b), [1, 2])))))).toBe('no error');
  });

  it('accept an unused column that is exempt with a reason, group members by the name of the group', () => {
    const grouped = defineChip({
      name: 'grouped',
      minLogHeight: 0,
      maxLogHeight: 0,
      columns: ['a', group('hint', 3)],
      exempt: { hint: 'only for the trace reader' },
      build: (b) => b.boolean('a', b.col.a),
    });
    expect(() => compileAir({ name: 'test', buses, chips: [grouped], publicGroups: 0 })).not.toThrow();
  });
});

describe('lowering', () => {
  const programOf = (build: (b: B) => void) => compile(chip(build)).chips[0].program;

  it('flattens sums of any depth to one linear form', () => {
    const { code } = programOf((b) =>
      b.constraint('deep', sub(scale(3, add(b.col.a, neg(sub(b.col.b, 7)))), linear([2, -1], [b.col.a, b.col.c], 5))),
    );
    expect(code).toEqual([
      {
        kind: 'lin',
        dst: 0,
        form: {
          constant: 16,
          terms: [
            [0, 1],
            [1, 0x7f000001 - 3],
            [2, 1],
          ],
        },
      },
      { kind: 'assertZero', constraint: 0, a: 4 },
    ]);
  });

  it('computes equal products once, whatever their factors and order', () => {
    const { code } = programOf((b) => {
      b.constraint('one', sub(mul(b.col.a, b.col.b), b.col.c));
      b.constraint('two', add(mul(scale(5, b.col.b), b.col.a), b.col.c));
    });
    expect(code.filter((step) => step.kind === 'mul')).toHaveLength(1);
  });

  it('reuses registers: a long chain of independent constraints needs few', () => {
    const { registers } = programOf((b) => {
      for (let i = 0; i < 50; i++) b.constraint(`cube ${i}`, sub(mul(add(b.col.a, i), add(b.col.a, i), b.col.b), b.col.c));
    });
    expect(registers).toBeLessThanOrEqual(3);
  });

  it('asserts every constraint once, in descending order', () => {
    for (const { program, constraintNames } of poseidonChain.chips) {
      const asserted = program.code.flatMap((step) => (step.kind === 'assertZero' ? [step.constraint] : []));
      expect(asserted).toEqual(constraintNames.map((_, k) => constraintNames.length - 1 - k));
    }
  });

  it('makes a Poseidon S-box one linear form, two products and one difference', () => {
    const { program } = poseidonChain.chips[0];
    expect(program.code).toHaveLength(148 * 5);
    expect(program.registers).toBeLessThanOrEqual(4);
  });
});

describe('the digest', () => {
  const base = chip(useAll);
  const digestOf = (air: ReturnType<typeof compile>) => air.digest.join();

  it('is the same for the same AIR, and has 32 bytes', () => {
    expect(digestOf(compile(base))).toBe(digestOf(compile(chip(useAll))));
    expect(compile(base).digest).toHaveLength(32);
  });

  it.each([
    ['a constraint', compile(chip((b) => b.constraint('all', add(sum([b.col.a, b.col.b, b.col.c]), 1))))],
    ['a height bound', compile(chip(useAll, { maxLogHeight: 5 }))],
    ['an interaction', compile(chip(all((b) => b.send('pair', b.col.a, [1, 2]))))],
    ['a bus', compileAir({ name: 'test', buses: defineBuses({ pair: { tag: 3, length: 2 } }), chips: [base], publicGroups: 0 })],
    ['the public values', compileAir({ name: 'test', buses, chips: [base], publicGroups: 1 })],
  ])('changes with %s', (_, air) => {
    expect(digestOf(air)).not.toBe(digestOf(compile(base)));
  });
});

describe('expressions', () => {
  it('select takes the first value when the condition is 1', () => {
    const build = (b: ChipBuilder & B): void => b.constraint('select', select(b.col.a, b.col.b, b.col.c));
    expect(compile(chip(build)).chips[0].program.code.filter((step) => step.kind === 'mul')).toHaveLength(1);
  });
});
