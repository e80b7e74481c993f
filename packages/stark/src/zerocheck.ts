/**
 * Step 4 of docs/proof.md: one sumcheck for all constraints and for the fraction tree's claims. F_j collects chip j's constraints
 * under powers of β and its interactions under their weights in the tree; short chips join when their variables are reached.
 */
import { type Ext, ONE, ZERO, add, load, mul, sub } from '@weir/crypto/quintic';
import { type ChipWeights, evaluateConstraints, foldInteractions, type InteractionForm } from './air/evaluate.ts';
import type { Air, ChipTrace, CompiledChip } from './air/ir.ts';
import type { ProverChannel } from './channel.ts';
import type { BusChallenges, FractionClaim } from './gkr.ts';
import { bindLeading, bindLeadingBase, eqAtIndex, eqTable, type Point, suffix, sumOutLeading, WORDS } from './multilinear.ts';
import type { Shape } from './stack.ts';
import { cubicMessage } from './sumcheck.ts';

export interface ZerocheckInstance {
  readonly weights: readonly ChipWeights[];
  /** c = p + β (q − 1 + Σ_j Σ_i w_{j,i}) */
  readonly claim: Ext;
  /** ρ': the last n_max coordinates of ρ. */
  readonly point: Point;
}

export function zerocheckInstance(air: Air, shape: Shape, { alpha, gamma }: BusChallenges, fractions: FractionClaim, beta: Ext): ZerocheckInstance {
  const interactionWeights: Ext[][] = air.chips.map(() => []);
  let total = ZERO;
  for (const { chip, logHeight, logInteractions, offset } of shape.blocks) {
    const prefixLength = shape.fractionVariables - logInteractions - logHeight;
    const prefix = eqAtIndex(offset / 2 ** (logInteractions + logHeight), fractions.point.slice(0, prefixLength));
    const selector = fractions.point.slice(prefixLength, prefixLength + logInteractions);
    interactionWeights[chip] = air.chips[chip].interactions.map((_, i) => mul(prefix, eqAtIndex(i, selector)));
    total = interactionWeights[chip].reduce(add, total);
  }
  let power = mul(beta, beta);
  const weights = air.chips.map((chip, j): ChipWeights => {
    const constraintWeights = chip.constraintNames.map(() => {
      const weight = power;
      power = mul(power, beta);
      return weight;
    });
    return { alpha, gamma, beta, interactionWeights: interactionWeights[j], constraintWeights };
  });
  const claim = add(fractions.numerator, mul(beta, add(sub(fractions.denominator, ONE), total)));
  return { weights, claim, point: suffix(fractions.point, shape.maxLogHeight) };
}

/** Evaluates h_j(0 … 3) = Σ_x eq(x) F_j(X, x) round by round and binds the chip's columns. */
export interface ChipRounds {
  /** `weights` = eq of the coordinates after the current one. */
  values(weights: Uint32Array): Promise<readonly [Ext, Ext, Ext, Ext]>;
  bind(r: Ext): Promise<void>;
  /** After the last variable: one value per column. */
  columnValues(): Ext[];
}

/** The version to read: K tables and the reference evaluator. */
export function referenceChipRounds(chip: CompiledChip, trace: ChipTrace, weights: ChipWeights): ChipRounds {
  const form = foldInteractions(chip, weights);
  const rows = 2 ** trace.logHeight;
  let width = 1;
  let tables: Uint32Array[] = [...trace.columns, Uint32Array.from({ length: rows }, (_, row) => row)];
  const at = (table: Uint32Array, row: number): Ext => (width === 1 ? [table[row], 0, 0, 0, 0] : load(table, WORDS * row));
  return {
    async values(eqWeights) {
      const sums: [Ext, Ext, Ext, Ext] = [ZERO, ZERO, ZERO, ZERO];
      const half = tables[0].length / width / 2;
      for (let row = 0; row < half; row++) {
        const weight = load(eqWeights, WORDS * row);
        let values = tables.map((table) => at(table, row));
        const steps = tables.map((table, c) => sub(at(table, half + row), values[c]));
        for (let x = 0; x < 4; x++) {
          if (x > 0) values = values.map((value, c) => add(value, steps[c]));
          sums[x] = add(sums[x], mul(weight, evaluateFolded(chip, values, form, weights.constraintWeights)));
        }
      }
      return sums;
    },
    async bind(r) {
      tables = tables.map((table) => (width === 1 ? bindLeadingBase(table, r) : bindLeading(table, r)));
      width = WORDS;
    },
    columnValues: () => tables.slice(0, -1).map((table) => at(table, 0)),
  };
}

/** F_j at one row; `values` = columns, then rowIndex. */
function evaluateFolded(chip: CompiledChip, values: readonly Ext[], form: InteractionForm, constraintWeights: readonly Ext[]): Ext {
  const linear = form.coefficients.reduce<Ext>((sum, coefficient, c) => add(sum, mul(coefficient, values[c])), form.constant);
  const columns = values.slice(0, -1);
  return evaluateConstraints(chip, columns, values[values.length - 1]).reduce<Ext>(
    (sum, value, k) => add(sum, mul(constraintWeights[k], value)),
    linear,
  );
}

/** Runs the sumcheck; returns its point r and the column values, chip by chip. */
export async function proveZerocheck(
  channel: ProverChannel,
  shape: Shape,
  instance: ZerocheckInstance,
  chips: readonly ChipRounds[],
): Promise<{ point: Ext[]; columnValues: Ext[][] }> {
  const n = shape.maxLogHeight;
  let weights = n > 0 ? eqTable(instance.point.slice(1)) : new Uint32Array(0);
  const point: Ext[] = [];
  for (let t = 0; t < n; t++) {
    let sums: Ext[] = [ZERO, ZERO, ZERO, ZERO];
    // A chip whose variables are not reached yet adds the same constant to all four values: it cancels in c_1, c_2, c_3.
    const active = chips.filter((_, j) => shape.logHeights[j] >= n - t);
    for (const chip of active) {
      const values = await chip.values(weights);
      sums = sums.map((sum, x) => add(sum, values[x]));
    }
    channel.sendExts(cubicMessage(sums));
    const r = channel.transcript.challenge();
    for (const chip of active) await chip.bind(r);
    if (t + 1 < n) weights = sumOutLeading(weights);
    point.push(r);
  }
  const columnValues = chips.map((chip) => chip.columnValues());
  channel.sendExts(columnValues.flat());
  return { point, columnValues };
}
