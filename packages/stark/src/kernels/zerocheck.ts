/**
 * The zerocheck in WebAssembly memory. A chip is its columns and rowIndex (base field first, K once a variable is bound) and one K
 * table for all its interactions, which is linear in each variable; constraints come from the strip machine.
 */
import { add, type Ext, inv, mul, ONE, sub, ZERO } from '@weir/crypto/quintic';
import { type ChipWeights, foldInteractions, type InteractionForm } from '../air/evaluate.ts';
import type { Air, CompiledChip } from '../air/ir.ts';
import { type BaseGrid, RoundEvaluator } from '../air/roundEvaluator.ts';
import { eqTable, evaluatePolynomial, type Point, WORDS } from '../multilinear.ts';
import type { Shape } from '../stack.ts';
import { cubicMessage } from '../sumcheck.ts';
import { baseChipTables, type ChipTables, ReferenceZerocheckTables, type ZerocheckInstance, type ZerocheckTables } from '../zerocheck.ts';
import { affineRows, type DeviceColumns } from './fractions.ts';
import { type KernelTable, type Machine, toMontgomery } from './tables.ts';

/** Rounds over at least 4 pairs run on kernels: the reference evaluator is slow on wide chips, so little is left to it. */
const SMALL_VARIABLES = 2;

interface KernelChip {
  readonly number: number;
  readonly chip: CompiledChip;
  readonly logHeight: number;
  readonly weights: ChipWeights;
  readonly form: InteractionForm;
  readonly evaluator: RoundEvaluator;
  /** Columns, then rowIndex: base addresses until the first variable is bound. */
  readonly base: readonly number[];
  columns: KernelTable[] | undefined;
  /** The chip's first two rounds, computed together. */
  pair: { readonly grid: BaseGrid; readonly challenge?: Ext } | undefined;
  /** Σ_i w_i (mult_i + β d_i) per row. */
  interactions: KernelTable;
  /** What is left of Σ eq·Σ_k β^{2+k} C_k: 0 for a satisfying trace, then its round polynomial at the challenge. */
  claim: Ext;
  /** (c_0 … c_3) of this round's constraint polynomial. */
  polynomial: readonly Ext[];
}

export async function kernelZerocheckTables(
  machine: Machine,
  air: Air,
  shape: Shape,
  columns: DeviceColumns,
  { weights, point }: ZerocheckInstance,
): Promise<ZerocheckTables> {
  const baseTables = (j: number): ChipTables => {
    const rows = 2 ** shape.logHeights[j];
    const cells = air.chips[j].columnNames.map((_, c) => machine.heap.u32(columns.address(j, c), rows).slice());
    return baseChipTables(air.chips[j], cells, shape.logHeights[j], weights[j]);
  };
  if (point.length <= SMALL_VARIABLES) {
    const eqWeights = point.length > 0 ? eqTable(point.slice(1)) : new Uint32Array(0);
    return new ReferenceZerocheckTables(
      air.chips.map((_, j) => baseTables(j)),
      point.length,
      eqWeights,
    );
  }

  const chips = new Map<number, KernelChip>();
  for (const [j, chip] of air.chips.entries()) {
    if (shape.logHeights[j] > SMALL_VARIABLES) chips.set(j, await kernelChip(machine, j, chip, shape.logHeights[j], weights[j], columns));
  }
  let left = point.length;
  let eqWeights = await machine.eq(point.slice(1));
  let small: ReferenceZerocheckTables | undefined;
  const active = () => [...chips.values()].filter(({ logHeight }) => logHeight >= left);

  return {
    async values(z) {
      if (small) return small.values();
      const next = point.length - left + 1;
      for (const chip of active()) if (startsPair(chip, left)) chip.pair = { grid: await gridValues(machine, chip, point.slice(next + 1)) };
      let sums: Ext[] = [ZERO, ZERO, ZERO, ZERO];
      for (const chip of active()) {
        const values = await chipValues(machine, chip, eqWeights, z, point[next]);
        sums = sums.map((sum, x) => add(sum, values[x]));
      }
      return sums;
    },
    async bind(r) {
      if (small) return small.bind(r);
      for (const chip of active()) await bindChip(machine, chip, r);
      left -= 1;
      eqWeights = await machine.sumOut(eqWeights);
      if (left > SMALL_VARIABLES) return;
      const tables = air.chips.map((_, j) => {
        const chip = chips.get(j);
        return chip ? { ...chip, width: 5, tables: chip.columns!.map((column) => machine.download(column)) } : baseTables(j);
      });
      small = new ReferenceZerocheckTables(tables, left, machine.download(eqWeights, true));
    },
    columnValues: () => small!.columnValues(),
  };
}

async function kernelChip(
  machine: Machine,
  number: number,
  chip: CompiledChip,
  logHeight: number,
  weights: ChipWeights,
  columns: DeviceColumns,
): Promise<KernelChip> {
  const form = foldInteractions(chip, weights);
  const base = [...chip.columnNames.map((_, c) => columns.address(number, c)), columns.rowIndex];
  const interactions = machine.allocTable(2 ** logHeight);
  const terms = form.coefficients
    .map((coefficient, c) => [c, coefficient] as const)
    .filter(([, coefficient]) => coefficient.some((word) => word !== 0));
  await affineRows(
    machine,
    { constant: form.constant, terms },
    (operand) => base[operand],
    interactions,
    (a) => a,
  );
  const evaluator = new RoundEvaluator(machine.kernels, chip, weights.constraintWeights);
  return {
    number,
    chip,
    logHeight,
    weights,
    form,
    evaluator,
    base,
    columns: undefined,
    pair: undefined,
    interactions,
    claim: ZERO,
    polynomial: [],
  };
}

/** Its first round is this one, and the next one is on kernels too. */
const startsPair = ({ logHeight, columns, pair }: KernelChip, left: number): boolean =>
  logHeight === left && left >= SMALL_VARIABLES + 2 && columns === undefined && pair === undefined;

/** `rest`: the coordinates after the chip's first two. */
async function gridValues(machine: Machine, { chip, evaluator, base, interactions }: KernelChip, rest: Point): Promise<BaseGrid> {
  // A table that others look up: its rows are anything.
  if (chip.constraintNames.length === 0) return ZERO_GRID;
  return machine.heap.scoped(async () => evaluator.grid(base, interactions.length / 4, await machine.eq(rest)));
}

const ZERO_GRID: BaseGrid = Array.from({ length: 4 }, () => [ZERO, ZERO, ZERO, ZERO]);

/** h_j(0 … 3): constraints from the strip machine, interactions from two weighted sums (they are linear in X). */
async function chipValues(machine: Machine, chip: KernelChip, eqWeights: KernelTable, z: Ext, nextZ: Ext): Promise<Ext[]> {
  const half = chip.interactions.length / 2;
  const constraints = chip.pair ? pairValues(chip.pair, nextZ) : await constraintValues(chip, half, eqWeights, z);
  const [c1, c2, c3] = cubicMessage(constraints);
  chip.polynomial = [constraints[0], c1, c2, c3];
  const [low, high] = await machine.sums('weightedHalves', half, 2, (start, count) => [
    chip.interactions.pointer + 4 * start,
    chip.interactions.stride,
    half,
    count,
    eqWeights.pointer + 4 * start,
    eqWeights.stride,
  ]);
  const step = sub(high, low);
  const linear = [low, high, add(high, step), add(add(high, step), step)];
  return constraints.map((value, x) => add(value, linear[x]));
}

/** The first round's values: the second variable summed out; or the second's: the first variable at its challenge. */
function pairValues({ grid, challenge }: NonNullable<KernelChip['pair']>, nextZ: Ext): Ext[] {
  if (!challenge) return grid.map((row) => add(row[0], mul(nextZ, sub(row[1], row[0]))));
  return [0, 1, 2, 3].map((y) => {
    const at = grid.map((row) => row[y]);
    const [c1, c2, c3] = cubicMessage(at);
    return evaluatePolynomial([at[0], c1, c2, c3], challenge);
  });
}

/** Σ eq·Σ_k β^{2+k} C_k at X = 0 … 3. */
async function constraintValues(chip: KernelChip, half: number, eqWeights: KernelTable, z: Ext): Promise<Ext[]> {
  // A table that others look up: its rows are anything.
  if (chip.chip.constraintNames.length === 0) return [ZERO, ZERO, ZERO, ZERO];
  if (!chip.columns) {
    const [at2, at3] = await chip.evaluator.base(chip.base, half, eqWeights);
    return [ZERO, ZERO, at2, at3];
  }
  const pointers = chip.columns.map(({ pointer }) => pointer);
  const [at0, at2, at3] = await chip.evaluator.extension(pointers, chip.columns[0].stride, half, eqWeights);
  // claim = (1 − z) C(0) + z C(1)
  const at1 = add(at0, mul(sub(chip.claim, at0), inv(z)));
  return [at0, at1, at2, at3];
}

/** One piece of work per column: wide chips keep all threads busy even when they are short. */
async function bindChip(machine: Machine, chip: KernelChip, r: Ext): Promise<void> {
  chip.claim = evaluatePolynomial(chip.polynomial, r);
  chip.interactions = await machine.fold(chip.interactions, r);
  const challenge = machine.constants(toMontgomery(r));
  const half = chip.interactions.length;
  if (chip.columns) {
    const folds = chip.columns.map(({ pointer, stride }) => [pointer, stride, half, half, challenge]);
    await machine.kernels.run('foldK', folds);
    chip.columns = chip.columns.map((column) => ({ ...column, length: half }));
    return;
  }
  if (chip.pair && !chip.pair.challenge) {
    chip.pair = { ...chip.pair, challenge: r };
    return;
  }
  chip.columns = chip.base.map(() => machine.allocTable(half));
  if (chip.pair?.challenge) {
    await bindPair(machine, chip, chip.columns, [chip.pair.challenge, r]);
    chip.pair = undefined;
    return;
  }
  const folds = chip.columns.map(({ pointer, stride }, c) => [chip.base[c], half, half, challenge, pointer, stride]);
  await machine.kernels.run('foldBaseToK', folds);
}

/** Both variables at once: columns never exist over K with only one bound. */
function bindPair({ heap, kernels }: Machine, { base }: KernelChip, columns: readonly KernelTable[], challenges: Point): Promise<unknown> {
  return heap.scoped(async () => {
    const weights = heap.allocWords(4 * WORDS);
    heap.u32(weights, 4 * WORDS).set(eqTable(challenges, toMontgomery(ONE)));
    const folds = columns.map(({ pointer, stride, length }, c) => [base[c], 4 * length, 4, weights, length, pointer, stride]);
    await kernels.run('foldBlocks', folds);
  });
}
