/**
 * Step 4 of docs/proof.md: one sumcheck for all constraints and for the fraction tree's claims. F_j collects chip j's constraints
 * under powers of β and its interactions under their weights in the tree; short chips join when their variables are reached.
 */
import { add, type Ext, load, mul, ONE, sub, ZERO } from '@weir/crypto/quintic';
import { type ChipWeights, evaluateConstraints, foldInteractions, type InteractionForm } from './air/evaluate.ts';
import type { Air, CompiledChip } from './air/ir.ts';
import type { ProverChannel } from './channel.ts';
import type { BusChallenges, FractionClaim } from './gkr.ts';
import { bindLeading, bindLeadingBase, eqAtIndex, type Point, suffix, sumOutLeading, WORDS } from './multilinear.ts';
import type { Shape } from './stack.ts';
import { cubicMessage } from './sumcheck.ts';

export interface ZerocheckInstance {
  readonly weights: readonly ChipWeights[];
  /** c = p + β (q − 1 + Σ_j Σ_i w_{j,i}) */
  readonly claim: Ext;
  /** ρ': the last n_max coordinates of ρ. */
  readonly point: Point;
}

export function zerocheckInstance(
  air: Air,
  shape: Shape,
  { alpha, gamma }: BusChallenges,
  fractions: FractionClaim,
  beta: Ext,
): ZerocheckInstance {
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

/** The prover's side: columns and eq weights, bound variable by variable. The reference below, or kernels. */
export interface ZerocheckTables {
  /** h(0), h(1), h(2), h(3), up to one constant for all four; `z` is the coordinate of ρ' that belongs to this variable. */
  values(z: Ext): Promise<readonly Ext[]>;
  bind(r: Ext): Promise<void>;
  /** After the last variable: per chip, one value per column. */
  columnValues(): Ext[][];
}

/** One chip's tables: its columns, then rowIndex. */
export interface ChipTables {
  readonly chip: CompiledChip;
  readonly logHeight: number;
  readonly weights: ChipWeights;
  readonly form: InteractionForm;
  /** 1 = base field, 5 = K. */
  readonly width: number;
  readonly tables: readonly Uint32Array[];
}

export function baseChipTables(chip: CompiledChip, columns: readonly Uint32Array[], logHeight: number, weights: ChipWeights): ChipTables {
  const rowIndex = Uint32Array.from({ length: 2 ** logHeight }, (_, row) => row);
  return { chip, logHeight, weights, form: foldInteractions(chip, weights), width: 1, tables: [...columns, rowIndex] };
}

/** The version to read. A chip whose variables are not reached yet adds the same constant to all values: it is left out. */
export class ReferenceZerocheckTables implements ZerocheckTables {
  #chips: readonly ChipTables[];
  /** Variables not bound yet. */
  #left: number;
  #eq: Uint32Array;

  /** `eqWeights` = eq of the coordinates after the next one (empty when none is left). */
  constructor(chips: readonly ChipTables[], left: number, eqWeights: Uint32Array) {
    this.#chips = chips;
    this.#left = left;
    this.#eq = eqWeights;
  }

  async values(): Promise<readonly Ext[]> {
    return this.#chips
      .filter(({ logHeight }) => logHeight >= this.#left)
      .map((chip) => chipValues(chip, this.#eq))
      .reduce<Ext[]>((sums, values) => sums.map((sum, x) => add(sum, values[x])), [ZERO, ZERO, ZERO, ZERO]);
  }

  async bind(r: Ext): Promise<void> {
    this.#chips = this.#chips.map((chip) => (chip.logHeight >= this.#left ? bindChip(chip, r) : chip));
    this.#left -= 1;
    if (this.#eq.length > WORDS) this.#eq = sumOutLeading(this.#eq);
  }

  columnValues(): Ext[][] {
    return this.#chips.map((chip) => chip.tables.slice(0, -1).map((table) => cellAt(chip, table, 0)));
  }
}

const cellAt = ({ width }: ChipTables, table: Uint32Array, row: number): Ext =>
  width === 1 ? [table[row], 0, 0, 0, 0] : load(table, WORDS * row);

const bindChip = (chip: ChipTables, r: Ext): ChipTables => ({
  ...chip,
  width: WORDS,
  tables: chip.tables.map((table) => (chip.width === 1 ? bindLeadingBase(table, r) : bindLeading(table, r))),
});

/** h_j(0 … 3) = Σ_x eq(x) F_j(X, x). */
function chipValues(chip: ChipTables, eqWeights: Uint32Array): Ext[] {
  const sums: Ext[] = [ZERO, ZERO, ZERO, ZERO];
  const half = chip.tables[0].length / chip.width / 2;
  for (let row = 0; row < half; row++) {
    const weight = load(eqWeights, WORDS * row);
    let values = chip.tables.map((table) => cellAt(chip, table, row));
    const steps = chip.tables.map((table, c) => sub(cellAt(chip, table, half + row), values[c]));
    for (let x = 0; x < 4; x++) {
      if (x > 0) values = values.map((value, c) => add(value, steps[c]));
      sums[x] = add(sums[x], mul(weight, evaluateFolded(chip, values)));
    }
  }
  return sums;
}

/** F_j at one row; `values` = columns, then rowIndex. */
function evaluateFolded({ chip, form, weights }: ChipTables, values: readonly Ext[]): Ext {
  const linear = form.coefficients.reduce<Ext>((sum, coefficient, c) => add(sum, mul(coefficient, values[c])), form.constant);
  return evaluateConstraints(chip, values.slice(0, -1), values[values.length - 1]).reduce<Ext>(
    (sum, value, k) => add(sum, mul(weights.constraintWeights[k], value)),
    linear,
  );
}

/** Runs the sumcheck; returns its point r and the column values, chip by chip. */
export async function proveZerocheck(
  channel: ProverChannel,
  instance: ZerocheckInstance,
  tables: ZerocheckTables,
): Promise<{ point: Ext[]; columnValues: Ext[][] }> {
  const point: Ext[] = [];
  for (const z of instance.point) {
    channel.sendExts(cubicMessage(await tables.values(z)));
    const r = channel.transcript.challenge();
    await tables.bind(r);
    point.push(r);
  }
  const columnValues = tables.columnValues();
  channel.sendExts(columnValues.flat());
  return { point, columnValues };
}
