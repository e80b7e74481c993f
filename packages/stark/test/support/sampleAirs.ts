/** Small AIRs with valid traces for the argument's tests: every feature that the layout knows, at any heights. */
import { mul, P } from '@weir/crypto/field';
import { defineChip, group, newTrace } from '../../src/air/builder.ts';
import { compileAir, defineBuses } from '../../src/air/compileAir.ts';
import { add as addExpr, mul as mulExpr, sub as subExpr } from '../../src/air/expr.ts';
import type { Air, ChipTrace } from '../../src/air/ir.ts';

/** xorshift32: a seeded stream of numbers below `bound`. */
export function random(seed: number): (bound: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}

export interface Sample {
  readonly air: Air;
  readonly traces: readonly ChipTrace[];
  readonly publicValues: Uint32Array;
}

const buses = defineBuses({ range: { tag: 7, length: 1 }, product: { tag: 9, length: 3 } });

/** a·b = c on active rows, a on the range bus, (a, b, c) on the product bus. */
const products = defineChip({
  name: 'products',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: ['active', 'a', 'b', 'c'],
  build(b) {
    const { active, a, b: factor, c } = b.col;
    b.boolean('active', active);
    b.constraint('product', mulExpr(active, subExpr(mulExpr(a, factor), c)));
    b.send('range', active, [a]);
    b.send('product', active, [a, factor, c]);
  },
});

/** Takes every product back. */
const sink = defineChip({
  name: 'sink',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: ['active', 'x', 'y', 'z'],
  build(b) {
    b.boolean('active', b.col.active);
    b.receive('product', b.col.active, [b.col.x, b.col.y, b.col.z]);
  },
});

/** The values 0 … height − 1: the row number itself is never committed. */
const range = defineChip({
  name: 'range',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: ['multiplicity'],
  build(b) {
    b.receive('range', b.col.multiplicity, [b.rowIndex]);
  },
});

/** No interactions: y = x³ + row. */
const cubes = defineChip({
  name: 'cubes',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: ['x', 'y'],
  build(b) {
    b.equal('cube', b.col.y, addExpr(mulExpr(b.col.x, b.col.x, b.col.x), b.rowIndex));
  },
});

/** Receives the public groups in order. */
const publics = defineChip({
  name: 'publics',
  minLogHeight: 0,
  maxLogHeight: 10,
  columns: ['active', group('value', 8)],
  build(b) {
    b.boolean('active', b.col.active);
    b.receive('public', b.col.active, [b.rowIndex, ...b.col.value]);
  },
});

export interface MixedHeights {
  readonly products: number;
  readonly sink: number;
  readonly range: number;
  readonly cubes: number;
  readonly publics: number;
}

/** All five chips; `rows` products are active. */
export function mixedSample(heights: MixedHeights, seed: number, publicGroups = 1): Sample {
  const below = random(seed);
  const air = compileAir({ name: 'mixed', buses, chips: [cubes, products, sink, range, publics], publicGroups });
  const rows = Math.min(2 ** heights.products, 2 ** heights.sink) - (below(2) && heights.products > 1 ? 1 : 0);

  const productTrace = newTrace(products, heights.products);
  const sinkTrace = newTrace(sink, heights.sink);
  const rangeTrace = newTrace(range, heights.range);
  for (let row = 0; row < rows; row++) {
    const a = below(2 ** heights.range);
    const b = below(P);
    productTrace.columns[0][row] = 1;
    productTrace.columns[1][row] = a;
    productTrace.columns[2][row] = b;
    productTrace.columns[3][row] = mul(a, b);
    const at = rows - 1 - row;
    sinkTrace.columns[0][at] = 1;
    sinkTrace.columns[1][at] = a;
    sinkTrace.columns[2][at] = b;
    sinkTrace.columns[3][at] = mul(a, b);
    rangeTrace.columns[0][a]++;
  }
  const cubeTrace = newTrace(cubes, heights.cubes);
  for (let row = 0; row < 2 ** heights.cubes; row++) {
    const x = below(P);
    cubeTrace.columns[0][row] = x;
    cubeTrace.columns[1][row] = (mul(mul(x, x), x) + row) % P;
  }
  const publicTrace = newTrace(publics, heights.publics);
  const publicValues = Uint32Array.from({ length: 8 * publicGroups }, () => below(P));
  for (let group = 0; group < publicGroups; group++) {
    publicTrace.columns[0][group] = 1;
    for (let i = 0; i < 8; i++) publicTrace.columns[1 + i][group] = publicValues[8 * group + i];
  }
  return { air, traces: [cubeTrace, productTrace, sinkTrace, rangeTrace, publicTrace], publicValues };
}

/** One chip, no bus, no public values. */
export function cubesSample(logHeight: number, seed: number): Sample {
  const below = random(seed);
  const air = compileAir({ name: 'cubes', buses, chips: [cubes], publicGroups: 0 });
  const trace = newTrace(cubes, logHeight);
  for (let row = 0; row < 2 ** logHeight; row++) {
    const x = below(P);
    trace.columns[0][row] = x;
    trace.columns[1][row] = (mul(mul(x, x), x) + row) % P;
  }
  return { air, traces: [trace], publicValues: new Uint32Array(0) };
}
