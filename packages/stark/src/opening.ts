/**
 * Step 5 of docs/proof.md: all claims about the stacked polynomial P (out-of-domain answers and one value per column) become one,
 * Σ_y W(y) P(y) = σ.
 */
import { add, type Ext, mul, ZERO } from '@weir/crypto/quintic';
import { accumulatePowers, accumulateScaled, eqAt, eqAtIndex, eqTable, type Point, selAt, suffix, WORDS } from './multilinear.ts';
import type { Shape } from './stack.ts';

export interface StackClaims {
  readonly samples: readonly { readonly point: Ext; readonly value: Ext }[];
  /** r, the zerocheck's point. */
  readonly point: Point;
  /** Per chip, per column. */
  readonly columnValues: readonly (readonly Ext[])[];
  readonly mu: Ext;
}

/** σ = Σ_s μ^s a_s + Σ_c μ^{S+c} v_c, columns in stack order. */
export function combinedClaim(shape: Shape, { samples, columnValues, mu }: StackClaims): Ext {
  const values = [...samples.map(({ value }) => value), ...shape.columns.map(({ chip, column }) => columnValues[chip][column])];
  return values.reduceRight<Ext>((sum, value) => add(mul(sum, mu), value), ZERO);
}

/** The table of W. */
export function weightTable(shape: Shape, { samples, point, mu }: StackClaims): Uint32Array {
  const table = new Uint32Array(WORDS * 2 ** shape.variables);
  let scale: Ext = [1, 0, 0, 0, 0];
  for (const sample of samples) {
    accumulatePowers(table, sample.point, scale);
    scale = mul(scale, mu);
  }
  const eqTables = new Map<number, Uint32Array>();
  for (const { logHeight, offset } of shape.columns) {
    const source = eqTables.get(logHeight) ?? eqTable(suffix(point, logHeight));
    eqTables.set(logHeight, source);
    accumulateScaled(table, offset, source, scale);
    scale = mul(scale, mu);
  }
  return table;
}

/** W(at), the verifier's side: about two products per column. */
export function weightAt(shape: Shape, { samples, point, mu }: StackClaims, at: Point): Ext {
  const eqSuffix = new Map<number, Ext>();
  const low = (logHeight: number): Ext => {
    const known = eqSuffix.get(logHeight) ?? eqAt(suffix(point, logHeight), suffix(at, logHeight));
    eqSuffix.set(logHeight, known);
    return known;
  };
  const terms = [
    ...samples.map((sample) => selAt(sample.point, at)),
    ...shape.columns.map(({ logHeight, offset }) =>
      mul(eqAtIndex(offset / 2 ** logHeight, at.slice(0, shape.variables - logHeight)), low(logHeight)),
    ),
  ];
  return terms.reduceRight<Ext>((sum, term) => add(mul(sum, mu), term), ZERO);
}
