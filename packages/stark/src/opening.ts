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

/** What a column's extension at `point` counts a piece with: eq of the coordinates that select it. */
export function pieceWeight(point: Point, row: number, logLength: number): Ext {
  return eqAtIndex(row / 2 ** logLength, point.slice(0, point.length - logLength));
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
  for (const { logHeight, pieces } of shape.columns) {
    for (const { row, logLength, offset } of pieces) {
      const source = eqTables.get(logLength) ?? eqTable(suffix(point, logLength));
      eqTables.set(logLength, source);
      accumulateScaled(table, offset, source, mul(scale, pieceWeight(suffix(point, logHeight), row, logLength)));
    }
    scale = mul(scale, mu);
  }
  return table;
}

/** W(at), the verifier's side: about two products per column (L1 does ranges of them at once). */
export function weightAt(shape: Shape, { samples, point, mu }: StackClaims, at: Point): Ext {
  const eqSuffix = new Map<number, Ext>();
  const low = (logHeight: number): Ext => {
    const known = eqSuffix.get(logHeight) ?? eqAt(suffix(point, logHeight), suffix(at, logHeight));
    eqSuffix.set(logHeight, known);
    return known;
  };
  const terms = [
    ...samples.map((sample) => selAt(sample.point, at)),
    ...shape.columns.map(({ logHeight, pieces }) =>
      pieces
        .map(({ row, logLength, offset }) => {
          const place = eqAtIndex(offset / 2 ** logLength, at.slice(0, shape.variables - logLength));
          return mul(mul(place, low(logLength)), pieceWeight(suffix(point, logHeight), row, logLength));
        })
        .reduce(add),
    ),
  ];
  return terms.reduceRight<Ext>((sum, term) => add(mul(sum, mu), term), ZERO);
}
