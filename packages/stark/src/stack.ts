/**
 * The shape of a proof: where every column sits in the stacked polynomial and every interaction in the fraction tree.
 * Everything here follows from the AIR, the profile and the chip heights (docs/proof.md, "Shape").
 */
import { invariant } from '@weir/foundation/assert';
import type { Air } from './air/ir.ts';
import type { SecurityProfile, WhirSchedule } from './profile.ts';
import { scheduleFor } from './profile.ts';

export interface StackedColumn {
  readonly chip: number;
  readonly column: number;
  readonly logHeight: number;
  /** First cell in the stacked table; a multiple of 2^logHeight. */
  readonly offset: number;
}

/** Leaves of one chip in the fraction tree: index = interaction · 2^logHeight + row. */
export interface FractionBlock {
  readonly chip: number;
  readonly logHeight: number;
  /** s_j = ceil(log2(interactions)) */
  readonly logInteractions: number;
  readonly offset: number;
}

export interface Shape {
  readonly logHeights: readonly number[];
  /** n_max */
  readonly maxLogHeight: number;
  /** In stack order. */
  readonly columns: readonly StackedColumn[];
  /** N */
  readonly variables: number;
  readonly blocks: readonly FractionBlock[];
  /** L */
  readonly fractionVariables: number;
  readonly schedule: WhirSchedule;
}

/** Chip numbers by descending size, ties by number. */
function bySizeDescending(sizes: readonly number[]): number[] {
  return sizes.map((_, j) => j).sort((a, b) => sizes[b] - sizes[a] || a - b);
}

const ceilLog2 = (value: number): number => {
  let bits = 0;
  while (2 ** bits < value) bits++;
  return bits;
};

/** The calculator counts on these bounds: an AIR beyond them has fewer provable bits than its profile says. */
export function assertWithinLimits({ name, chips, buses }: Air, { airLimits }: SecurityProfile): void {
  const total = (of: (chip: Air['chips'][number]) => number) => chips.reduce((sum, chip) => sum + of(chip), 0);
  invariant(total((chip) => chip.constraintNames.length) <= airLimits.constraints, `AIR ${name} has too many constraints for the profile`);
  invariant(total((chip) => chip.program.columns) <= airLimits.columns, `AIR ${name} has too many columns for the profile`);
  invariant(
    Object.values(buses).every(({ length }) => length <= airLimits.tupleLength),
    `AIR ${name} has a tuple too long for the profile`,
  );
}

/** The shape, or undefined when a height, N or L is outside what AIR and profile allow. */
export function deriveShape(air: Air, profile: SecurityProfile, logHeights: readonly number[]): Shape | undefined {
  const { chips } = air;
  if (logHeights.length !== chips.length) return undefined;
  if (chips.some((chip, j) => logHeights[j] < chip.minLogHeight || logHeights[j] > chip.maxLogHeight)) return undefined;

  const columns: StackedColumn[] = [];
  let cells = 0;
  for (const chip of bySizeDescending(logHeights)) {
    for (let column = 0; column < chips[chip].program.columns; column++) {
      columns.push({ chip, column, logHeight: logHeights[chip], offset: cells });
      cells += 2 ** logHeights[chip];
    }
  }
  const variables = Math.max(profile.minVariables, ceilLog2(cells));

  const blocks: FractionBlock[] = [];
  let leaves = 0;
  const logInteractions = chips.map((chip) => ceilLog2(chip.interactions.length));
  for (const chip of bySizeDescending(chips.map((_, j) => logInteractions[j] + logHeights[j]))) {
    if (chips[chip].interactions.length === 0) continue;
    blocks.push({ chip, logHeight: logHeights[chip], logInteractions: logInteractions[chip], offset: leaves });
    leaves += 2 ** (logInteractions[chip] + logHeights[chip]);
  }
  const maxLogHeight = Math.max(...logHeights);
  const fractionVariables = Math.max(maxLogHeight, ceilLog2(leaves));

  const schedule = scheduleFor(profile, variables);
  if (!schedule || fractionVariables > profile.maxFractionVariables) return undefined;
  return { logHeights, maxLogHeight, columns, variables, blocks, fractionVariables, schedule };
}
