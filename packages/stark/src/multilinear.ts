/**
 * Multilinear polynomials as docs/proof.md numbers them: variable 0 is the most significant bit of a table index.
 * Points are arrays of K elements; tables hold five words per element.
 */
import { add as addBase, sub as subBase } from '@weir/crypto/field';
import { add, type Ext, fromBase, load, mul, mulBase, ONE, square, store, sub, ZERO } from '@weir/crypto/quintic';

export type Point = readonly Ext[];

export const WORDS = 5;

export const suffix = (point: Point, length: number): Point => point.slice(point.length - length);

/** a + x·(b − a) */
export function interpolate(a: Ext, b: Ext, x: Ext): Ext {
  return add(a, mul(x, sub(b, a)));
}

/** eq(a, x) for one variable: a·x + (1 − a)(1 − x) = 1 − a − x + 2·a·x */
function eqOne(a: Ext, x: Ext): Ext {
  const product = mul(a, x);
  return add(sub(sub(ONE, a), x), add(product, product));
}

export function eqAt(a: Point, x: Point): Ext {
  return a.reduce<Ext>((product, coordinate, i) => mul(product, eqOne(coordinate, x[i])), ONE);
}

/** eq(bits of `index`, x), most significant bit first. */
export function eqAtIndex(index: number, x: Point): Ext {
  return x.reduce<Ext>((product, coordinate, i) => {
    const bit = Math.floor(index / 2 ** (x.length - 1 - i)) % 2;
    return mul(product, bit === 1 ? coordinate : sub(ONE, coordinate));
  }, ONE);
}

/** sel(y, x) = Π_i (1 + x_i (y^{2^{n−1−i}} − 1)): the multilinear extension of j ↦ y^j. */
export function selAt(y: Ext, x: Point): Ext {
  let product = ONE;
  let power = y;
  for (let i = x.length - 1; i >= 0; i--) {
    product = mul(product, add(ONE, mul(x[i], sub(power, ONE))));
    power = square(power);
  }
  return product;
}

/** Extension of the row number: Σ 2^{n−1−i} x_i. */
export function rowIndexAt(x: Point): Ext {
  return x.reduce<Ext>((sum, coordinate) => add(add(sum, sum), coordinate), ZERO);
}

/** The table of eq(point, ·). */
export function eqTable(point: Point, scale: Ext = ONE): Uint32Array {
  const table = new Uint32Array(WORDS * 2 ** point.length);
  store(table, 0, scale);
  for (let size = 1, i = 0; i < point.length; size *= 2, i++) {
    for (let j = size - 1; j >= 0; j--) {
      const value = load(table, WORDS * j);
      const high = mul(value, point[i]);
      store(table, WORDS * (2 * j + 1), high);
      store(table, WORDS * 2 * j, sub(value, high));
    }
  }
  return table;
}

/** Sums out the leading variable: eq(z, ·) becomes eq(z without its first coordinate, ·). */
export function sumOutLeading(table: Uint32Array): Uint32Array {
  const half = table.length / 2;
  const out = new Uint32Array(half);
  for (let i = 0; i < half; i++) out[i] = addBase(table[i], table[half + i]);
  return out;
}

/** Binds the leading variable of a K table to r. */
export function bindLeading(table: Uint32Array, r: Ext): Uint32Array {
  const half = table.length / 2;
  const out = new Uint32Array(half);
  for (let i = 0; i < half; i += WORDS) store(out, i, interpolate(load(table, i), load(table, half + i), r));
  return out;
}

/** Binds the leading variable of a base-field table to r. */
export function bindLeadingBase(table: Uint32Array, r: Ext): Uint32Array {
  const half = table.length / 2;
  const out = new Uint32Array(WORDS * half);
  for (let i = 0; i < half; i++) {
    store(out, WORDS * i, mulBase(r, subBase(table[half + i], table[i])));
    out[WORDS * i] = addBase(out[WORDS * i], table[i]);
  }
  return out;
}

/** The value at a point of a K table. */
export function evaluateTable(table: Uint32Array, point: Point): Ext {
  return load(point.reduce(bindLeading, table), 0);
}

/** Σ_j table[j] y^j over a K table. */
export function evaluateUnivariate(table: Uint32Array, y: Ext): Ext {
  let sum = ZERO;
  for (let i = table.length - WORDS; i >= 0; i -= WORDS) sum = add(mul(sum, y), load(table, i));
  return sum;
}

/** Σ_j table[j] y^j over a base table. */
export function evaluateUnivariateBase(table: Uint32Array, y: Ext): Ext {
  let sum = ZERO;
  for (let i = table.length - 1; i >= 0; i--) sum = add(mul(sum, y), fromBase(table[i]));
  return sum;
}

/** Σ_j coefficients[j] x^j for a short list. */
export function evaluatePolynomial(coefficients: readonly Ext[], x: Ext): Ext {
  return coefficients.reduceRight<Ext>((sum, c) => add(mul(sum, x), c), ZERO);
}

/** table += scale · (1, y, y², …) */
export function accumulatePowers(table: Uint32Array, y: Ext, scale: Ext): void {
  let power = scale;
  for (let i = 0; i < table.length; i += WORDS) {
    store(table, i, add(load(table, i), power));
    power = mul(power, y);
  }
}

/** table[offset …] += scale · source */
export function accumulateScaled(table: Uint32Array, offset: number, source: Uint32Array, scale: Ext): void {
  for (let i = 0; i < source.length; i += WORDS) {
    const at = WORDS * offset + i;
    store(table, at, add(load(table, at), mul(load(source, i), scale)));
  }
}

/** Σ a_i · b_i of a base element and a K element. */
export function multiplyAdd(sum: Ext, a: Ext, b: number): Ext {
  return b === 0 ? sum : add(sum, mulBase(a, b));
}
