/** How far a proof is: stages weighed by what they cost, in nanoseconds of one thread as measured (README, "Measured"). Only ratios matter. */
import type { Shape } from './stack.ts';

export type ProverStage = 'commit' | 'fractions' | 'zerocheck' | 'claims' | 'opening' | 'done';

export interface Progress {
  /** A prover's stage, or one that comes before it (`traces`). */
  readonly stage: ProverStage | 'traces';
  /** 0 … 100 of the whole, never falling. */
  readonly percent: number;
  /** Estimate from the time that the percent so far have taken; absent as long as that says nothing. */
  readonly secondsLeft?: number;
}

const HASH = 260;
const ENCODED_WORD = 5.5;
const LEAF = 25;
const CELL = 90;
const OPENED_CELL = 0.3;
const KECCAK_RATE = 136;
/** Below this an estimate is a guess. */
const ESTIMATE_FROM_PERCENT = 3;

function oracleCost(fold: number, logDomain: number, width: number): number {
  const words = width * 2 ** fold;
  return 2 ** logDomain * (words * ENCODED_WORD + HASH * (Math.floor((4 * words + 1) / KECCAK_RATE) + 2));
}

interface Costs {
  readonly stages: Readonly<Record<ProverStage, number>>;
  /** Of the opening, after round i: 0 … 1. */
  readonly openingRounds: readonly number[];
}

function costsOf({ schedule, columns, fractionVariables }: Shape): Costs {
  const [first, ...later] = schedule.rounds;
  const cells = columns.reduce((sum, { logHeight }) => sum + 2 ** logHeight, 0);
  const rounds = schedule.rounds.map(({ queries, queryPow }, i) => {
    const next = later[i];
    const commitment = next ? oracleCost(next.fold, next.logDomain, 5) : 0;
    return commitment + HASH * 2 ** queryPow + (i === 0 ? OPENED_CELL * queries * cells : 0);
  });
  const opening = rounds.reduce((sum, cost) => sum + cost, 0);
  const openingRounds = rounds.map((_, i) => rounds.slice(0, i + 1).reduce((sum, cost) => sum + cost, 0) / opening);
  const commit = oracleCost(first.fold, first.logDomain, 1);
  return {
    stages: { commit, fractions: LEAF * 2 ** fractionVariables, zerocheck: CELL * cells, claims: cells, opening, done: 0 },
    openingRounds,
  };
}

const ORDER: readonly ProverStage[] = ['commit', 'fractions', 'zerocheck', 'claims', 'opening', 'done'];

export class ProgressMeter {
  readonly #costs: Costs;
  readonly #report: (progress: Progress) => void;
  readonly #started = performance.now();
  #stage: ProverStage = 'commit';
  #percent = 0;

  constructor(shape: Shape, report: (progress: Progress) => void) {
    this.#costs = costsOf(shape);
    this.#report = report;
  }

  enter(stage: ProverStage): void {
    this.#stage = stage;
    this.advance(0);
  }

  /** `fraction` of the current stage is done. */
  advance(fraction: number): void {
    const { stages } = this.#costs;
    const at = ORDER.indexOf(this.#stage);
    const cost = (list: readonly ProverStage[]): number => list.reduce((sum, stage) => sum + stages[stage], 0);
    const done = (cost(ORDER.slice(0, at)) + fraction * stages[this.#stage]) / cost(ORDER);
    this.#percent = Math.max(this.#percent, Math.min(100, Math.floor(100 * done + 1e-9)));
    const elapsed = (performance.now() - this.#started) / 1000;
    const secondsLeft = this.#percent < ESTIMATE_FROM_PERCENT ? undefined : (elapsed * (100 - this.#percent)) / this.#percent;
    this.#report({ stage: this.#stage, percent: this.#percent, ...(secondsLeft === undefined ? {} : { secondsLeft }) });
  }

  afterOpeningRound(round: number): void {
    this.advance(this.#costs.openingRounds[round]);
  }
}
