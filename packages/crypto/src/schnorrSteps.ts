/**
 * s·G + e·P in windowed steps with every intermediate point and slope, in WebAssembly (assembly/schnorrSteps.ts): the witness of a signature
 * circuit. Its twin is that circuit's own trace filling.
 */
import type { Point } from './curve.ts';
import type { Kernels } from './kernels.ts';
import { constantWords, elementWords } from './schnorrKernel.ts';

export const STEPS_PER_RUN = 28;
export const ENTRIES_PER_RUN = 15;
/** Words per step: before 14; slope 7, x 7 of three doublings; slope of the fourth 7; first 14, slope 7, inverse 3, x 7; second 14, slope 7, inverse 3, after 14. */
const STEP_FIELDS = 132;
/** Words per table entry: start 14, slope 7, inverse 3, after 14. */
const ENTRY_FIELDS = 38;

const RUN_WORDS = 42;
const DIGITS_AT = 14;
const NONCE_AT = 35;
/** Runs per piece of work. */
const CHUNK = 16;

export interface StepRun {
  readonly key: Point;
  /** Digits of s_lo, s_hi and e, 28 each, most significant first. */
  readonly digits: Uint8Array;
  /** R.x, where the run should end. */
  readonly nonceX: ArrayLike<number>;
}

/** Field f of step t of run i is steps[f][28·i + t], and of its j-th entry entries[f][15·i + j]. Views of the kernels' memory. */
export interface StepRows {
  readonly steps: readonly Uint32Array[];
  readonly entries: readonly Uint32Array[];
  /** Which attempt ended in R.x: 0 with the key, 1 with its negative, `attempts` if none did. */
  readonly attempts: Uint32Array;
}

export interface StepJob {
  /** `constants`: C, START, then the 256 constant points. */
  readonly constants: readonly Point[];
  readonly runs: readonly StepRun[];
  /** 1, or 2 to try the negative of a key that misses R.x. */
  readonly attempts: 1 | 2;
}

/** Takes memory from the kernels' heap for as long as the rows are used: mark it before, release it after. */
export function placeSteps(
  { heap }: Kernels,
  { constants, runs, attempts }: StepJob,
): { readonly rows: StepRows; readonly chunks: readonly (readonly number[])[] } {
  const place = (words: readonly number[]): number => {
    const pointer = heap.allocWords(words.length);
    heap.u32(pointer, words.length).set(new Uint32Array(Int32Array.from(words).buffer));
    return pointer;
  };
  const table = place(constantWords());
  const points = place(constants.flatMap(({ x, y }) => [...elementWords(x), ...elementWords(y)]));
  const records = heap.allocWords(RUN_WORDS * runs.length);
  const words = heap.u32(records, RUN_WORDS * runs.length);
  const bytes = heap.u8(records, 4 * RUN_WORDS * runs.length);
  for (const [i, { key, digits, nonceX }] of runs.entries()) {
    words.set(key.x, RUN_WORDS * i);
    words.set(key.y, RUN_WORDS * i + 7);
    bytes.set(digits, 4 * (RUN_WORDS * i + DIGITS_AT));
    words.set(nonceX, RUN_WORDS * i + NONCE_AT);
  }
  const [stepRows, entryRows] = [STEPS_PER_RUN * runs.length, ENTRIES_PER_RUN * runs.length];
  const steps = heap.allocWords(STEP_FIELDS * stepRows);
  const entries = heap.allocWords(ENTRY_FIELDS * entryRows);
  const ends = heap.allocWords(runs.length);
  const fields = (pointer: number, count: number, rows: number): Uint32Array[] =>
    Array.from({ length: count }, (_, f) => heap.u32(pointer + 4 * rows * f, rows));
  const chunks: number[][] = [];
  for (let first = 0; first < runs.length; first += CHUNK) {
    chunks.push([
      table,
      points,
      records + 4 * RUN_WORDS * first,
      Math.min(CHUNK, runs.length - first),
      attempts,
      steps + 4 * STEPS_PER_RUN * first,
      4 * stepRows,
      entries + 4 * ENTRIES_PER_RUN * first,
      4 * entryRows,
      ends + 4 * first,
    ]);
  }
  const rows = {
    steps: fields(steps, STEP_FIELDS, stepRows),
    entries: fields(entries, ENTRY_FIELDS, entryRows),
    attempts: heap.u32(ends, runs.length),
  };
  return { rows, chunks };
}

export const STEPS_KERNEL = 'schnorrStepsChunk';
