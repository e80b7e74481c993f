/**
 * s·G + e·P in windowed steps with every intermediate point and slope, in WebAssembly (assembly/schnorrSteps.ts): the witness of a signature
 * circuit. Its twin is that circuit's own trace filling.
 */
import type { Point } from './curve.ts';
import { Kernels } from './kernels.ts';
import { curveTable, elementWords } from './schnorrKernel.ts';

export const STEPS_PER_RUN = 28;
export const ENTRIES_PER_RUN = 15;
/** Words per step: before 14; slope 7, x 7 of three doublings; slope of the fourth 7; first 14, slope 7, inverse 3, x 7; second 14, slope 7, inverse 3, after 14. */
export const STEP_FIELDS = 132;
/** Words per table entry: start 14, slope 7, inverse 3, after 14. */
export const ENTRY_FIELDS = 38;

const RUN_WORDS = 36;
const CHUNK = 64;

export interface StepRun {
  readonly key: Point;
  /** Digits of s_lo, s_hi and e, 28 each, most significant first. */
  readonly digits: Uint8Array;
}

/** Fields of consecutive rows: field f of row r is fields[f][r]. Views, good until the visitor returns. */
export interface StepChunk {
  readonly first: number;
  readonly count: number;
  readonly steps: readonly Uint32Array[];
  readonly entries: readonly Uint32Array[];
}

/** `constants`: C, START, then the 256 constant points. Visits the runs in order, some at a time. */
export class SchnorrSteps {
  readonly #kernels = new Kernels({ threads: 1 });
  readonly #points: number;
  readonly #runs: number;
  readonly #steps: readonly Uint32Array[];
  readonly #entries: readonly Uint32Array[];

  constructor(constants: readonly Point[]) {
    const { heap } = this.#kernels;
    curveTable(this.#kernels);
    const words = Int32Array.from(constants.flatMap(({ x, y }) => [...elementWords(x), ...elementWords(y)]));
    this.#points = heap.allocWords(words.length);
    heap.u32(this.#points, words.length).set(new Uint32Array(words.buffer));
    this.#runs = heap.allocWords(RUN_WORDS * CHUNK);
    const steps = heap.allocWords(STEP_FIELDS * STEPS_PER_RUN * CHUNK);
    const entries = heap.allocWords(ENTRY_FIELDS * ENTRIES_PER_RUN * CHUNK);
    const fields = (pointer: number, count: number, rows: number): Uint32Array[] =>
      Array.from({ length: count }, (_, f) => heap.u32(pointer + 4 * rows * f, rows));
    this.#steps = fields(steps, STEP_FIELDS, STEPS_PER_RUN * CHUNK);
    this.#entries = fields(entries, ENTRY_FIELDS, ENTRIES_PER_RUN * CHUNK);
  }

  run(runs: readonly StepRun[], visit: (chunk: StepChunk) => void): void {
    const table = curveTable(this.#kernels);
    const records = this.#kernels.heap.u32(this.#runs, RUN_WORDS * CHUNK);
    const digits = this.#kernels.heap.u8(this.#runs, 4 * RUN_WORDS * CHUNK);
    for (let first = 0; first < runs.length; first += CHUNK) {
      const count = Math.min(CHUNK, runs.length - first);
      for (let i = 0; i < count; i++) {
        const { key, digits: own } = runs[first + i];
        records.set(key.x, RUN_WORDS * i);
        records.set(key.y, RUN_WORDS * i + 7);
        digits.set(own, 4 * (RUN_WORDS * i + 14));
      }
      this.#kernels.call(
        'schnorrStepsChunk',
        table,
        this.#points,
        this.#runs,
        count,
        this.#steps[0].byteOffset,
        4 * STEPS_PER_RUN * CHUNK,
        this.#entries[0].byteOffset,
        4 * ENTRIES_PER_RUN * CHUNK,
      );
      visit({ first, count, steps: this.#steps, entries: this.#entries });
    }
  }
}
