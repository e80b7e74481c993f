/** The fraction tree in WebAssembly memory: numerators canonical, denominators in Montgomery form. */
import { add, type Ext, fromBase, load, mul, mulBase, neg, sub, ZERO } from '@weir/crypto/quintic';
import { evaluateInteraction } from '../air/evaluate.ts';
import type { Air, Interaction, LinearForm } from '../air/ir.ts';
import { type BusChallenges, type FractionLevel, type FractionTree, LayerTables, nextLevel } from '../gkr.ts';
import { eqTable, WORDS } from '../multilinear.ts';
import type { Shape } from '../stack.ts';
import { type KernelTable, type Machine, SMALL, toMontgomery, toMontgomeryBase } from './tables.ts';

interface KernelLevel {
  readonly numerators: KernelTable;
  readonly denominators: KernelTable;
}

/** Where the columns lie in WebAssembly memory. */
export interface DeviceColumns {
  /** Address of column `column` of chip `chip`. */
  address(chip: number, column: number): number;
  /** Address of 0, 1, 2, … , at least as long as the tallest chip. */
  readonly rowIndex: number;
}

export async function kernelFractionTree(
  machine: Machine,
  air: Air,
  shape: Shape,
  columns: DeviceColumns,
  bus: BusChallenges,
): Promise<FractionTree> {
  const large: KernelLevel[] = [await leafLevel(machine, air, shape, columns, bus)];
  while (large[0].numerators.length > 2 * SMALL) large.unshift(await levelAbove(machine, large[0]));
  const small: FractionLevel[] = [downloadLevel(machine, large[0])];
  while (small[0].numerators.length > WORDS) small.unshift(nextLevel(small[0]));
  // Level l is small[l] up to the one that exists twice.
  const levelOf = (level: number) => (level < small.length ? undefined : large[level - small.length + 1]);

  let inKernel: { span: number; length: number; level: KernelLevel; weights: KernelTable } | undefined;
  let layer: LayerTables;
  let mark = machine.heap.mark();

  const leaveKernel = () => {
    const { span, length, level, weights } = inKernel!;
    const part = (table: KernelTable, first: number, montgomery: boolean) =>
      machine.download({ ...table, pointer: table.pointer + 4 * first, length }, montgomery);
    const join = (table: KernelTable, montgomery: boolean) =>
      Uint32Array.from([...part(table, 0, montgomery), ...part(table, span, montgomery)]);
    layer = new LayerTables(
      { numerators: join(level.numerators, false), denominators: join(level.denominators, true) },
      machine.download(weights, true),
    );
    inKernel = undefined;
  };

  return {
    variables: shape.fractionVariables,
    root: () => [load(small[0].numerators, 0), load(small[0].denominators, 0)],
    async beginLayer(l, point) {
      machine.heap.release(mark);
      const level = levelOf(l + 1);
      if (!level) {
        layer = new LayerTables(small[l + 1], l > 0 ? eqTable(point.slice(1)) : new Uint32Array(0));
        return;
      }
      mark = machine.heap.mark();
      const span = level.numerators.length / 2;
      inKernel = { span, length: span, level, weights: await machine.eq(point.slice(1)) };
    },
    async roundSums(lambda) {
      if (!inKernel) return layer.roundSums(lambda);
      const { level, span, length, weights } = inKernel;
      const half = length / 2;
      const { numerators, denominators } = level;
      const factor = machine.constants(lambda);
      const [h0, c2] = await machine.sums('fractionRound', half, 2, (start, count) => [
        numerators.pointer + 4 * start,
        denominators.pointer + 4 * start,
        numerators.stride,
        span,
        half,
        count,
        weights.pointer + 4 * start,
        weights.stride,
        factor,
      ]);
      return [h0, c2];
    },
    async bind(r) {
      if (!inKernel) return layer.bind(r);
      const { level, span, length, weights } = inKernel;
      for (const table of [level.numerators, level.denominators]) {
        for (const first of [0, span]) await machine.fold({ ...table, pointer: table.pointer + 4 * first, length }, r);
      }
      inKernel = { span, length: length / 2, level, weights: weights.length > 1 ? await machine.sumOut(weights) : weights };
      if (length / 2 <= SMALL) leaveKernel();
    },
    ends: () => layer.ends(),
  };
}

async function levelAbove(machine: Machine, { numerators, denominators }: KernelLevel): Promise<KernelLevel> {
  const half = numerators.length / 2;
  const up = { numerators: machine.allocTable(half), denominators: machine.allocTable(half) };
  await machine.each('fractionUp', half, (start, count) => [
    numerators.pointer + 4 * start,
    denominators.pointer + 4 * start,
    numerators.stride,
    half,
    count,
    up.numerators.pointer + 4 * start,
    up.denominators.pointer + 4 * start,
    up.numerators.stride,
  ]);
  return up;
}

function downloadLevel(machine: Machine, { numerators, denominators }: KernelLevel): FractionLevel {
  return { numerators: machine.download(numerators), denominators: machine.download(denominators, true) };
}

/** An affine form over K of a row's columns. */
export interface AffineForm {
  readonly constant: Ext;
  readonly terms: readonly (readonly [operand: number, coefficient: Ext])[];
}

/** d = α − (τ + Σ γ^i t_i), collected by column. */
function denominatorForm({ tag, tuple }: Interaction, { alpha, gamma }: BusChallenges): AffineForm {
  let constant = sub(alpha, fromBase(tag));
  let power: Ext = [1, 0, 0, 0, 0];
  const terms = new Map<number, Ext>();
  for (const form of tuple) {
    power = mul(power, gamma);
    const weight = neg(power);
    constant = add(constant, mulBase(weight, form.constant));
    for (const [operand, coefficient] of form.terms) terms.set(operand, add(terms.get(operand) ?? ZERO, mulBase(weight, coefficient)));
  }
  return { constant, terms: [...terms] };
}

const numeratorForm = ({ constant, terms }: LinearForm): AffineForm => ({
  constant: fromBase(constant),
  terms: terms.map(([operand, coefficient]) => [operand, fromBase(coefficient)] as const),
});

async function leafLevel(machine: Machine, air: Air, shape: Shape, columns: DeviceColumns, bus: BusChallenges): Promise<KernelLevel> {
  const size = 2 ** shape.fractionVariables;
  const level = { numerators: machine.allocTable(size), denominators: machine.allocTable(size) };
  await machine.zero(level.numerators);
  await machine.each('fillK', size, (start, count) => [
    level.denominators.pointer + 4 * start,
    level.denominators.stride,
    count,
    toMontgomeryBase(1),
  ]);
  for (const { chip, logHeight, offset } of shape.blocks) {
    const { interactions, program } = air.chips[chip];
    const rows = 2 ** logHeight;
    const address = (operand: number) => (operand < program.columns ? columns.address(chip, operand) : columns.rowIndex);
    for (const [i, interaction] of interactions.entries()) {
      const first = offset + i * rows;
      const slice = (table: KernelTable): KernelTable => ({ ...table, pointer: table.pointer + 4 * first, length: rows });
      if (rows < 4) {
        for (let row = 0; row < rows; row++) {
          const cells = Array.from({ length: program.columns }, (_, c) =>
            fromBase(machine.heap.u32(columns.address(chip, c) + 4 * row, 1)[0]),
          );
          const { multiplicity, denominator } = evaluateInteraction(interaction, cells, fromBase(row), bus.alpha, bus.gamma);
          const at = { pointer: 4 * (first + row), length: 1 };
          machine.upload(Uint32Array.from(multiplicity), { ...level.numerators, ...at, pointer: level.numerators.pointer + at.pointer });
          machine.upload(Uint32Array.from(toMontgomery(denominator)), {
            ...level.denominators,
            ...at,
            pointer: level.denominators.pointer + at.pointer,
          });
        }
        continue;
      }
      await affineRows(machine, numeratorForm(interaction.multiplicity), address, slice(level.numerators), (a) => a);
      await affineRows(machine, denominatorForm(interaction, bus), address, slice(level.denominators), toMontgomery);
    }
  }
  return level;
}

/** out ← form, in the form that `encode` gives. */
export async function affineRows(
  machine: Machine,
  form: AffineForm,
  address: (operand: number) => number,
  out: KernelTable,
  encode: (a: Ext) => Ext,
): Promise<void> {
  const { heap } = machine;
  const mark = heap.mark();
  const addresses = heap.allocWords(form.terms.length);
  heap.u32(addresses, form.terms.length).set(form.terms.map(([operand]) => address(operand)));
  const coefficients = heap.allocWords(WORDS * (form.terms.length + 1));
  const words = [encode(form.constant), ...form.terms.map(([, coefficient]) => toMontgomery(encode(coefficient)))];
  heap.u32(coefficients, WORDS * words.length).set(words.flat());
  await machine.each('affineRows', out.length, (start, count) => [
    addresses,
    form.terms.length,
    coefficients,
    start,
    count,
    out.pointer + 4 * start,
    out.stride,
  ]);
  heap.release(mark);
}
