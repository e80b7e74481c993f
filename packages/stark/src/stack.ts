/**
 * The shape of a proof: where every column sits in the stacked polynomial and every interaction in the fraction tree.
 * Everything here follows from the AIR, the profile and the chip heights (docs/proof.md, "Shape").
 */
import { invariant } from '@weir/foundation/assert';
import type { Air, ChipTrace } from './air/ir.ts';
import type { SecurityProfile, WhirSchedule } from './profile.ts';
import { scheduleFor } from './profile.ts';

/** 2^logLength rows of a column that lie side by side in the stacked table. */
export interface ColumnPiece {
  /** First row; a multiple of 2^logLength. */
  readonly row: number;
  readonly logLength: number;
  /** First cell in the stacked table; a multiple of 2^logLength. */
  readonly offset: number;
}

export interface StackedColumn {
  readonly chip: number;
  readonly column: number;
  /** n_j */
  readonly logHeight: number;
  /** All its rows; of a cut chip, the first half and the third quarter: the rest is 0 without being committed. */
  readonly pieces: readonly ColumnPiece[];
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
  /** In stack order: of their first pieces. */
  readonly columns: readonly StackedColumn[];
  /** N */
  readonly variables: number;
  readonly blocks: readonly FractionBlock[];
  /** L */
  readonly fractionVariables: number;
  readonly schedule: WhirSchedule;
}

/** In a height's byte: the chip's last quarter of rows is all 0 and not committed. */
export const CUT = 128;

/** Cells of a stack, 2^n per column, or three quarters of that. */
const cellsOf = (width: number, code: number): number => (code >= CUT ? (3 * width * 2 ** (code - CUT)) / 4 : width * 2 ** code);

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

/**
 * The heights' bytes for these traces: log2, and `CUT` for as few chips as make N as small as it gets. Every cut costs L1 a range of columns
 * more, and saves nobody anything unless N is smaller.
 */
export function heightCodes(traces: readonly ChipTrace[], { minVariables }: SecurityProfile): number[] {
  const codes = traces.map(({ logHeight }) => logHeight);
  const total = (): number => traces.reduce((sum, { columns }, j) => sum + cellsOf(columns.length, codes[j]), 0);
  const candidates = bySizeDescending(traces.map(({ columns, logHeight }) => columns.length * 2 ** logHeight)).filter((j) =>
    canCut(traces[j]),
  );
  const variables = (cells: number): number => Math.max(minVariables, ceilLog2(cells));
  const least = variables(candidates.reduce((cells, j) => cells - cellsOf(traces[j].columns.length, codes[j]) / 4, total()));
  for (const j of candidates) {
    if (variables(total()) === least) break;
    codes[j] += CUT;
  }
  return codes;
}

/** The last quarter of its rows is all 0. */
export function canCut({ logHeight, columns }: ChipTrace): boolean {
  return logHeight >= 2 && columns.every((column) => column.subarray(3 * 2 ** (logHeight - 2)).every((cell) => cell === 0));
}

/** The stack's parts in their order: longest first; of one length whole chips before halves before third quarters, then by number. */
function stackParts(codes: readonly number[]): { readonly chip: number; readonly row: number; readonly logLength: number }[] {
  const parts = codes.flatMap((code, chip) => {
    if (code < CUT) return [{ chip, row: 0, logLength: code, rank: 0 }];
    const n = code - CUT;
    return [
      { chip, row: 0, logLength: n - 1, rank: 1 },
      { chip, row: 2 ** (n - 1), logLength: n - 2, rank: 2 },
    ];
  });
  return parts.sort((a, b) => b.logLength - a.logLength || a.rank - b.rank || a.chip - b.chip);
}

/** The shape, or undefined when a height, N or L is outside what AIR and profile allow. `codes`: the heights as the proof has them. */
export function deriveShape(air: Air, profile: SecurityProfile, codes: readonly number[]): Shape | undefined {
  const { chips } = air;
  if (codes.length !== chips.length) return undefined;
  const logHeights = codes.map((code) => code % CUT);
  if (chips.some((chip, j) => logHeights[j] < chip.minLogHeight || logHeights[j] > chip.maxLogHeight)) return undefined;
  if (codes.some((code) => code >= CUT && code < CUT + 2)) return undefined;

  const pieces = chips.map(({ program }) => Array.from({ length: program.columns }, (): ColumnPiece[] => []));
  const columns: StackedColumn[] = [];
  let cells = 0;
  for (const { chip, row, logLength } of stackParts(codes)) {
    for (const [column, own] of pieces[chip].entries()) {
      if (row === 0) columns.push({ chip, column, logHeight: logHeights[chip], pieces: own });
      own.push({ row, logLength, offset: cells });
      cells += 2 ** logLength;
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
