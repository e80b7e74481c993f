/**
 * What the prover computes with: plain TypeScript (the twin that one can read, for tests) or WebAssembly kernels. Both give the same
 * bytes of proof.
 */
import type { Kernels } from '@weir/crypto/kernels';
import type { Ext } from '@weir/crypto/quintic';
import type { Air, ChipTrace } from './air/ir.ts';
import type { NonceSearch } from './channel.ts';
import { type BusChallenges, type FractionTree, fractionLeaves, referenceFractionTree } from './gkr.ts';
import { eqTable, evaluateUnivariateBase } from './multilinear.ts';
import { type StackClaims, weightTable } from './opening.ts';
import type { SecurityProfile } from './profile.ts';
import type { Shape } from './stack.ts';
import { findNonce } from './transcript.ts';
import { commitTable, type Oracle } from './whir/commitment.ts';
import { type OpeningTables, oracleShape, ReferenceOpeningTables } from './whir/prover.ts';
import { baseChipTables, ReferenceZerocheckTables, type ZerocheckInstance, type ZerocheckTables } from './zerocheck.ts';

/** One proof in the making; methods are called in this order, each once (`evaluate` as often as there are samples). */
export interface ProverRun {
  /** Stacks all columns and commits to them. */
  commit(): Promise<Oracle>;
  /** Σ_j P[j] y^j of the stacked table. */
  evaluate(y: Ext): Promise<Ext>;
  fractionTree(bus: BusChallenges): Promise<FractionTree>;
  zerocheckTables(instance: ZerocheckInstance): Promise<ZerocheckTables>;
  openingTables(claims: StackClaims): Promise<OpeningTables>;
  /** Frees whatever the run holds. */
  finish(): void;
}

/** What a run tells, and asks, while it works. */
export interface RunControl {
  /** Between pieces of work: throws to stop the proof. */
  checkpoint(): void;
  /** How much of `commit` is done, 0 … 1. */
  advance(fraction: number): void;
}

export interface ProverBackend {
  readonly findNonce: NonceSearch;
  /** What it computes with, if that is WebAssembly: free for other work between proofs. */
  readonly kernels?: Kernels;
  start(air: Air, traces: readonly ChipTrace[], shape: Shape, profile: SecurityProfile, control: RunControl): ProverRun;
}

export const referenceBackend: ProverBackend = {
  findNonce,
  start(air, traces, shape, profile) {
    const stacked = stackColumns(traces, shape);
    return {
      commit: async () => commitTable(stacked, oracleShape(profile, shape.schedule, 0)),
      evaluate: async (y) => evaluateUnivariateBase(stacked, y),
      fractionTree: async (bus) => referenceFractionTree(fractionLeaves(air, traces, shape, bus)),
      async zerocheckTables({ weights, point }) {
        const chips = air.chips.map((chip, j) => baseChipTables(chip, traces[j].columns, shape.logHeights[j], weights[j]));
        return new ReferenceZerocheckTables(chips, point.length, point.length > 0 ? eqTable(point.slice(1)) : new Uint32Array(0));
      },
      openingTables: async (claims) => new ReferenceOpeningTables(stacked, weightTable(shape, claims)),
      finish() {},
    };
  },
};

function stackColumns(traces: readonly ChipTrace[], shape: Shape): Uint32Array {
  const table = new Uint32Array(2 ** shape.variables);
  for (const { chip, column, pieces } of shape.columns) {
    for (const { row, logLength, offset } of pieces) table.set(traces[chip].columns[column].subarray(row, row + 2 ** logLength), offset);
  }
  return table;
}
