/**
 * Fills the two signature traces. A signature's steps cost about 2,000 septic products and 200 inversions: WebAssembly computes them
 * (crypto's schnorrSteps), if there are threads while the other traces are filled. `fillSteps` is its plain twin.
 *
 * Which lift of the key makes x(s·G + e·P) = R.x is not known beforehand: a signature that misses with one starts again with the other.
 */
import { CURVE_A, liftX, negate, type Point } from '@weir/crypto/curve';
import { add, inv, P, reduceSplit, sub } from '@weir/crypto/field';
import { Kernels } from '@weir/crypto/kernels';
import { DOMAIN } from '@weir/crypto/poseidon';
import { ENTRIES_PER_RUN, placeSteps, STEPS_KERNEL, STEPS_PER_RUN, type StepJob, type StepRows } from '@weir/crypto/schnorrSteps';
import * as septic from '@weir/crypto/septic';
import { CodedError } from '@weir/foundation/codedError';
import { logHeightFor, newTrace, type WritableTrace } from '@weir/stark/air/builder';
import type { RangeCounts } from '@weir/stark/air/gadgets';
import type { Compressions } from '../poseidon/trace.ts';
import { schnorrChip, schnorrStepChip } from './air.ts';
import type { SCHNORR_COLUMNS, STEP_COLUMNS } from './columns.ts';
import {
  CHUNK_BITS,
  CHUNKS,
  CONSTANT_TABLE,
  DIRECTIONS,
  OFFSET,
  ORDER_LIMBS,
  START,
  STEPS,
  STEPS_PER_CHUNK,
  TABLE_SIZE,
  WINDOW_BITS,
} from './offset.ts';

export interface SchnorrInput {
  /** The key's x. */
  readonly key: ArrayLike<number>;
  /** The message digest. */
  readonly message: ArrayLike<number>;
  readonly nonceX: ArrayLike<number>;
  /** 1 ≤ s < order. */
  readonly s: bigint;
}

export type SchnorrErrorCode = 'SIGNATURE_NOT_PROVABLE';
export class SchnorrError extends CodedError<SchnorrErrorCode> {}

export interface SchnorrLookups {
  readonly ranges: RangeCounts;
  readonly compressions: Compressions;
}

export type SchnorrTrace = WritableTrace<typeof SCHNORR_COLUMNS>;
export type StepTrace = WritableTrace<typeof STEP_COLUMNS>;

const COORDINATES = septic.SEPTIC_DEGREE;
const MASK = 2 ** CHUNK_BITS - 1;
const HALF_BITS = CHUNK_BITS / 2;
const HALF_MASK = 2 ** HALF_BITS - 1;
/** −1: the owner of the constants' table. */
const CONSTANTS = P - 1;
/** p − 1 = 7·2^28 + TOP_BOUND. */
const TOP_BOUND = 0xf000000;

/** Signatures whose steps are not yet computed: `stepJob` says what is, `endSchnorr` takes the answer. */
export interface SchnorrJob {
  readonly inputs: readonly SchnorrInput[];
  readonly main: SchnorrTrace;
  readonly step: StepTrace;
  /** With one lift of each key. */
  readonly runs: readonly Run[];
}

/** One trace per chip, in the order of `schnorrChips`. Throws SIGNATURE_NOT_PROVABLE, naming the index, for a signature that is not valid. */
export function fillSchnorr(inputs: readonly SchnorrInput[], lookups: SchnorrLookups): readonly [SchnorrTrace, StepTrace] {
  const job = beginSchnorr(inputs, lookups);
  return withSteps(stepJob(job), (rows) => endSchnorr(job, rows, lookups));
}

export function beginSchnorr(inputs: readonly SchnorrInput[], lookups: SchnorrLookups): SchnorrJob {
  const main = newTrace(schnorrChip, logHeightFor(schnorrChip, inputs.length));
  const step = newTrace(schnorrStepChip, logHeightFor(schnorrStepChip, constantRow(inputs.length, TABLE_SIZE, 0)));
  const challenges = inputs.map((input, row) => fillChallenge(main, row, input, lookups));
  inputs.forEach((input, row) => {
    fillScalar(main, row, input.s, lookups.ranges);
  });
  const runs = inputs.map(({ key, s }, index): Run => {
    const point = liftX(Array.from(key));
    if (point === undefined) throw notProvable(index, 'the key is not on the curve');
    return { index, key: point, s, e: challenges[index] };
  });
  return { inputs, main, step, runs };
}

const STEP_CONSTANTS: readonly Point[] = [OFFSET, START, ...CONSTANT_TABLE.flat()];

export function stepJob({ inputs, runs }: SchnorrJob): StepJob {
  const steps = runs.map((run, i) => ({ key: run.key, digits: stepDigits(run), nonceX: inputs[i].nonceX }));
  return { constants: STEP_CONSTANTS, runs: steps, attempts: 2 };
}

export function endSchnorr(
  { inputs, main, step, runs }: SchnorrJob,
  rows: StepRows,
  lookups: SchnorrLookups,
): readonly [SchnorrTrace, StepTrace] {
  runs.forEach((run, i) => {
    const attempt = rows.attempts[i];
    if (attempt > 1) throw notProvable(i, 's·G + e·P has another x than R');
    const key = attempt === 0 ? run.key : negate(run.key);
    const end = copySteps(step, { ...run, key }, rows, i, inputs.length);
    for (let c = 0; c < COORDINATES; c++) {
      main.col.keyY[c][i] = key.y[c];
      main.col.nonceY[c][i] = end[COORDINATES + c];
    }
  });
  if (inputs.length > 0) fillConstants(step, main, inputs.length);
  countEntries(step, main, inputs.length);
  for (let row = 0; row < step.col.isEntry.length; row++)
    if (step.col.isEntry[row] === 1) lookups.ranges.count(TABLE_SIZE * nextLow(step, row), 8);
  return [main, step];
}

/*
 * Rows of `schnorrStep`: the signatures' steps, then their tables, then the constants' table by (high, low). Here row numbers of the entry that is made; entry
 * (0, 0) has no row. (The step chip does not care for the order.)
 */
const stepRow = (signature: number, t: number): number => STEPS * signature + t;
const entryRow = (signatures: number, signature: number, j: number): number => STEPS * signatures + (TABLE_SIZE - 1) * signature + j - 1;
const constantRow = (signatures: number, high: number, low: number): number =>
  entryRow(signatures, signatures, 1) + TABLE_SIZE * high + low - 1;
const nextLow = ({ col }: StepTrace, row: number): number => col.low[row] + 1 - col.digit[row];

function notProvable(index: number, why: string): SchnorrError {
  return new SchnorrError('SIGNATURE_NOT_PROVABLE', `signature ${index}: ${why}`);
}

function put(columns: readonly Uint32Array[], row: number, values: ArrayLike<number>): void {
  for (let i = 0; i < columns.length; i++) columns[i][row] = values[i];
}

// One row per signature -----------------------------------------------------------------------------------------------------

/** The row's hashes and the limbs of e; returns e. */
function fillChallenge({ col }: SchnorrTrace, row: number, input: SchnorrInput, { ranges, compressions }: SchnorrLookups): bigint {
  const inner = compressions.compress(DOMAIN.challenge, [...Array.from(input.nonceX), 0, ...Array.from(input.message)]);
  const hash = compressions.compress(DOMAIN.challenge, [...inner, ...Array.from(input.key), 0]);
  col.active[row] = 1;
  put(col.keyX, row, input.key);
  put(col.message, row, input.message);
  put(col.inner, row, inner);
  put(col.hash, row, hash);
  put(col.nonceX, row, input.nonceX);
  let e = 0n;
  for (let i = CHUNKS - 1; i >= 0; i--) {
    const limb = hash[i] & MASK;
    const top = hash[i] >>> CHUNK_BITS;
    e = (e << BigInt(CHUNK_BITS)) | BigInt(limb);
    for (let k = 0; k < 3; k++) col.topBit[3 * i + k][row] = (top >>> k) & 1;
    col.topPair[i][row] = top & (top >>> 1) & 1;
    putHalves(col.slack.slice(2 * i, 2 * i + 2), row, top === 7 ? TOP_BOUND - limb : 0, ranges);
  }
  return e;
}

function putHalves(columns: readonly Uint32Array[], row: number, value: number, ranges: RangeCounts): void {
  [value & HALF_MASK, value >>> HALF_BITS].forEach((half, i) => {
    ranges.count(half, HALF_BITS);
    columns[i][row] = half;
  });
}

/** The limbs of s and the proof that 1 ≤ s < order. */
function fillScalar({ col }: SchnorrTrace, row: number, s: bigint, ranges: RangeCounts): void {
  const limbs = Array.from({ length: 2 * CHUNKS }, (_, i) => Number((s >> BigInt(CHUNK_BITS * i)) & BigInt(MASK)));
  put(col.low, row, limbs.slice(0, CHUNKS));
  put(col.high, row, limbs.slice(CHUNKS));
  const at = Array.from({ length: CHUNKS }, (_, i) => 2 * CHUNKS - 1 - i).findIndex((limb) => limbs[limb] !== ORDER_LIMBS[limb]);
  const limb = 2 * CHUNKS - 1 - at;
  if (s < 1n || at < 0 || limbs[limb] > ORDER_LIMBS[limb]) throw notProvable(row, 's is not in 1 … order − 1');
  col.smaller[at][row] = 1;
  putHalves(col.gap, row, ORDER_LIMBS[limb] - 1 - limbs[limb], ranges);
  col.sInverse[row] = inv(limbs.reduce((total, value) => add(total, value), 0));
}

// Steps and tables, all signatures together ----------------------------------------------------------------------------------

/** One multiplication s·G + e·key of the steps; `index` is the signature's id. */
export interface Run {
  readonly index: number;
  readonly key: Point;
  readonly s: bigint;
  readonly e: bigint;
}

const high = new Float64Array(2 * COORDINATES - 1);
const low = new Float64Array(2 * COORDINATES - 1);

/** out[o…] = a[i…]·b[j…], as crypto's `septic.mul` without allocations; out may be a or b. */
function mulAt(out: Uint32Array, o: number, a: Uint32Array, i: number, b: Uint32Array, j: number): void {
  high.fill(0);
  low.fill(0);
  for (let k = 0; k < COORDINATES; k++) {
    const h = b[j + k] >>> 16;
    const l = b[j + k] & 0xffff;
    for (let m = 0; m < COORDINATES; m++) {
      high[m + k] += a[i + m] * h;
      low[m + k] += a[i + m] * l;
    }
  }
  for (let k = 0; k < COORDINATES; k++) {
    let h = high[k];
    let l = low[k];
    if (k < COORDINATES - 1) {
      h += 5 * high[k + COORDINATES];
      l += 5 * low[k + COORDINATES];
    }
    if (k > 0) {
      h += 3 * high[k + COORDINATES - 1];
      l += 3 * low[k + COORDINATES - 1];
    }
    out[o + k] = reduceSplit(h, l);
  }
}

/** Points (or field elements) of all runs, one after another. */
class Lanes {
  readonly x: Uint32Array;
  readonly y: Uint32Array;

  constructor(runs: number) {
    this.x = new Uint32Array(COORDINATES * runs);
    this.y = new Uint32Array(COORDINATES * runs);
  }

  set(run: number, { x, y }: Point): void {
    this.x.set(x, COORDINATES * run);
    this.y.set(y, COORDINATES * run);
  }

  copy(run: number, from: Lanes): void {
    for (let at = COORDINATES * run; at < COORDINATES * (run + 1); at++) {
      this.x[at] = from.x[at];
      this.y[at] = from.y[at];
    }
  }
}

/** Affine arithmetic on one point per run. A zero denominator (an exceptional case) leaves slope 0: that run then misses its R. */
class Batch {
  readonly runs: number;
  readonly slope: Uint32Array;
  private readonly denominator: Uint32Array;
  private readonly prefix: Uint32Array;
  private readonly work = new Uint32Array(COORDINATES);

  constructor(runs: number) {
    this.runs = runs;
    this.slope = new Uint32Array(COORDINATES * runs);
    this.denominator = new Uint32Array(COORDINATES * runs);
    this.prefix = new Uint32Array(COORDINATES * runs);
  }

  /** acc ← 2·acc, leaving the slopes in `slope`. */
  double(acc: Lanes): void {
    const { slope, denominator } = this;
    for (let at = 0; at < slope.length; at += COORDINATES) {
      mulAt(slope, at, acc.x, at, acc.x, at);
      for (let c = 0; c < COORDINATES; c++) {
        slope[at + c] = (3 * slope[at + c] + (c === 0 ? CURVE_A : 0)) % P;
        denominator[at + c] = (2 * acc.y[at + c]) % P;
      }
    }
    this.divide();
    this.finish(acc, acc.x);
  }

  /** acc ← acc + other. */
  add(acc: Lanes, other: Lanes): void {
    const { slope, denominator } = this;
    for (let at = 0; at < slope.length; at++) {
      slope[at] = sub(other.y[at], acc.y[at]);
      denominator[at] = sub(other.x[at], acc.x[at]);
    }
    this.divide();
    this.finish(acc, other.x);
  }

  /** slope ← slope / denominator with one inversion. */
  private divide(): void {
    const { slope, denominator, prefix, work } = this;
    const product = Uint32Array.from(septic.ONE);
    const isZero = (at: number): boolean => denominator.subarray(at, at + COORDINATES).every((c) => c === 0);
    for (let at = 0; at < slope.length; at += COORDINATES) {
      prefix.set(product, at);
      if (!isZero(at)) mulAt(product, 0, product, 0, denominator, at);
    }
    const inverse = Uint32Array.from(septic.inv(Array.from(product)));
    for (let at = slope.length - COORDINATES; at >= 0; at -= COORDINATES) {
      if (isZero(at)) {
        slope.fill(0, at, at + COORDINATES);
        continue;
      }
      mulAt(work, 0, inverse, 0, prefix, at);
      mulAt(slope, at, slope, at, work, 0);
      mulAt(inverse, 0, inverse, 0, denominator, at);
    }
  }

  /** acc ← (slope² − acc.x − otherX, slope·(acc.x − x) − acc.y). */
  private finish(acc: Lanes, otherX: Uint32Array): void {
    const { slope, work } = this;
    const x = new Uint32Array(COORDINATES);
    for (let at = 0; at < slope.length; at += COORDINATES) {
      mulAt(x, 0, slope, at, slope, at);
      for (let c = 0; c < COORDINATES; c++) {
        x[c] = sub(sub(x[c], acc.x[at + c]), otherX[at + c]);
        work[c] = sub(acc.x[at + c], x[c]);
      }
      mulAt(work, 0, work, 0, slope, at);
      for (let c = 0; c < COORDINATES; c++) {
        acc.y[at + c] = sub(work[c], acc.y[at + c]);
        acc.x[at + c] = x[c];
      }
    }
  }
}

/** Copies lane `run` of a field element array into 7 columns. */
function putLane(columns: readonly Uint32Array[], row: number, lanes: Uint32Array, run: number): void {
  for (let c = 0; c < COORDINATES; c++) columns[c][row] = lanes[COORDINATES * run + c];
}

/** The witness that x1 ≠ x2: the inverse of the first nonzero difference among the first coordinates; all 0 if there is none. */
function putInverse(columns: readonly Uint32Array[], row: number, x1: Uint32Array, x2: Uint32Array, run: number): void {
  let found = false;
  columns.forEach((cells, c) => {
    const difference = sub(x2[COORDINATES * run + c], x1[COORDINATES * run + c]);
    cells[row] = found || difference === 0 ? 0 : inv(difference);
    found ||= difference !== 0;
  });
}

const halves = (point: readonly Uint32Array[]) => ({ x: point.slice(0, COORDINATES), y: point.slice(COORDINATES) });

function putPoint(columns: readonly Uint32Array[], row: number, lanes: Lanes, run: number): void {
  const { x, y } = halves(columns);
  putLane(x, row, lanes.x, run);
  putLane(y, row, lanes.y, run);
}

/** An entry row that is not yet added up: owner, direction (`digit`), index of the entry that it starts from, and that entry. */
interface EntryStart {
  readonly owner: number;
  readonly direction: number;
  readonly high: number;
  readonly low: number;
}

/** Writes the rows `rows[i]` that add `addends` to `entries` (both per lane), in place. */
function putEntries(trace: StepTrace, rows: readonly number[], starts: readonly EntryStart[], addends: Lanes, entries: Lanes): void {
  const { col } = trace;
  const batch = new Batch(rows.length);
  rows.forEach((row, i) => {
    const { owner, direction, high, low } = starts[i];
    put([col.isEntry, col.signature, col.owner, col.digit, col.high, col.low], row, [1, owner, owner, direction, high, low]);
    // The running chunks start from 0 and go on as in a step; nobody takes them.
    put(col.nextChunk, row, [low, high, direction]);
    putPoint(col.second, row, entries, i);
    putLane(col.x5, row, addends.x, i);
    const { x, y } = halves(col.first);
    for (let c = 0; c < COORDINATES; c++) {
      x[c][row] = sub(0, addends.x[COORDINATES * i + c]);
      y[c][row] = sub(0, addends.y[COORDINATES * i + c]);
    }
    putInverse(col.inverse6, row, addends.x, entries.x, i);
  });
  batch.add(entries, addends);
  rows.forEach((row, i) => {
    putLane(col.slope6, row, batch.slope, i);
    putPoint(col.after, row, entries, i);
  });
}

/** Writes the table rows of the runs; returns C + j·P of every run for j = 0 … 15. */
function fillTables(runs: readonly Run[], trace: StepTrace, signatures: number): Lanes[] {
  const keys = new Lanes(runs.length);
  const entry = new Lanes(runs.length);
  runs.forEach(({ key }, i) => {
    keys.set(i, key);
    entry.set(i, OFFSET);
  });
  const entries = [entry];
  for (let j = 1; j < TABLE_SIZE; j++) {
    const next = new Lanes(runs.length);
    runs.forEach((_, i) => {
      next.copy(i, entries[j - 1]);
    });
    const rows = runs.map(({ index }) => entryRow(signatures, index, j));
    const starts = runs.map(({ index }) => ({ owner: index, direction: 0, high: 0, low: j - 1 }));
    putEntries(trace, rows, starts, keys, next);
    entries.push(next);
  }
  return entries;
}

/** Writes the constants' table: from (0, 0) up in direction 1, and from each (high, 0) in direction 0. */
function fillConstants(trace: StepTrace, main: SchnorrTrace, signatures: number): void {
  const cells = CONSTANT_TABLE.flatMap((line, high) => line.map((_, low) => ({ high, low }))).slice(1);
  const addends = new Lanes(cells.length);
  const entries = new Lanes(cells.length);
  const starts = cells.map(({ high, low }, i): EntryStart => {
    const direction = low === 0 ? 1 : 0;
    const start = { owner: CONSTANTS, direction, high: high - direction, low: low - 1 + direction };
    addends.set(i, DIRECTIONS[direction]);
    entries.set(i, CONSTANT_TABLE[start.high][start.low]);
    return start;
  });
  const rows = cells.map(({ high, low }) => constantRow(signatures, high, low));
  putEntries(trace, rows, starts, addends, entries);
  main.col.constants[0] = 1;
}

/** The digits of s_lo, s_hi and e at step t, most significant first. */
interface Digits {
  readonly low: number;
  readonly high: number;
  readonly key: number;
}

function digitsOf({ s, e }: Run, t: number): Digits {
  const shift = BigInt(WINDOW_BITS * (STEPS - 1 - t));
  const digit = (scalar: bigint): number => Number(BigInt.asUintN(WINDOW_BITS, scalar >> shift));
  return { low: digit(s), high: digit(s >> BigInt(WINDOW_BITS * STEPS)), key: digit(e) };
}

/** Digits and running chunks of a step row; the row before it (same chunk) is already filled. */
function putDigits({ col }: StepTrace, row: number, t: number, { low, high, key }: Digits): void {
  put([col.low, col.high, col.digit], row, [low, high, key]);
  const isLast = t % STEPS_PER_CHUNK === STEPS_PER_CHUNK - 1;
  col.last[row] = isLast ? 1 : 0;
  [low, high, key].forEach((window, i) => {
    const before = t % STEPS_PER_CHUNK === 0 ? 0 : col.nextChunk[i][row - 1];
    col.chunk[i][row] = before;
    col.nextChunk[i][row] = isLast ? 0 : TABLE_SIZE * before + window;
  });
}

/**
 * Writes steps and tables of the runs; returns the last accumulator (x, y) of each. Any s, e < 2^224 and 2^112 will do: canonical scalars are the
 * `schnorr` row's business. `signatures`: how many the trace is laid out for.
 */
export function fillSteps(runs: readonly Run[], step: StepTrace, signatures: number): Uint32Array[] {
  if (runs.length === 0) return [];
  const entries = fillTables(runs, step, signatures);
  const batch = new Batch(runs.length);
  const acc = new Lanes(runs.length);
  const other = new Lanes(runs.length);
  runs.forEach((_, i) => {
    acc.set(i, START);
  });
  const { col } = step;
  for (let t = 0; t < STEPS; t++) {
    const rows = runs.map(({ index }) => stepRow(index, t));
    const digits = runs.map((run) => digitsOf(run, t));
    const each = (visit: (row: number, i: number) => void): void => rows.forEach(visit);
    each((row, i) => {
      put([col.isStep, col.owner, col.signature, col.step], row, [1, CONSTANTS, runs[i].index, t]);
      putDigits(step, row, t, digits[i]);
      putPoint(col.before, row, acc, i);
    });

    const double = (slope: readonly Uint32Array[], x: readonly Uint32Array[]): void => {
      batch.double(acc);
      each((row, i) => {
        putLane(slope, row, batch.slope, i);
        if (x.length > 0) putLane(x, row, acc.x, i);
      });
    };
    double(col.slope1, col.x1);
    double(col.slope2, col.x2);
    double(col.slope3, col.x3);
    double(col.slope4, []);

    const addOther = (slope: readonly Uint32Array[], inverse: readonly Uint32Array[], x: readonly Uint32Array[]): void => {
      each((row, i) => putInverse(inverse, row, acc.x, other.x, i));
      batch.add(acc, other);
      each((row, i) => {
        putLane(slope, row, batch.slope, i);
        putLane(x, row, acc.x, i);
      });
    };
    each((row, i) => {
      other.copy(i, entries[digits[i].key]);
      putPoint(col.first, row, other, i);
    });
    addOther(col.slope5, col.inverse5, col.x5);
    each((row, i) => {
      other.set(i, CONSTANT_TABLE[digits[i].high][digits[i].low]);
      putPoint(col.second, row, other, i);
    });
    addOther(col.slope6, col.inverse6, halves(col.after).x);
    each((row, i) => putPoint(col.after, row, acc, i));
  }
  return runs.map((_, i) =>
    Uint32Array.of(...acc.x.subarray(COORDINATES * i, COORDINATES * (i + 1)), ...acc.y.subarray(COORDINATES * i, COORDINATES * (i + 1))),
  );
}

let kernels: Kernels | undefined;

/** On the calling thread; the rows are good until `use` returns. */
function withSteps<T>(job: StepJob, use: (rows: StepRows) => T): T {
  kernels ??= new Kernels({ threads: 1 });
  const mark = kernels.heap.mark();
  try {
    const { rows, chunks } = placeSteps(kernels, job);
    for (const chunk of chunks) kernels.call(STEPS_KERNEL, ...chunk);
    return use(rows);
  } finally {
    kernels.heap.release(mark);
  }
}

/** `fillSteps` in WebAssembly: the same cells. */
export function fillStepsFast(runs: readonly Run[], step: StepTrace, signatures: number): Uint32Array[] {
  const steps = runs.map((run) => ({ key: run.key, digits: stepDigits(run), nonceX: run.key.x }));
  return withSteps({ constants: STEP_CONSTANTS, runs: steps, attempts: 1 }, (rows) =>
    runs.map((run, i) => copySteps(step, run, rows, i, signatures)),
  );
}

/** Writes run number `i` of the rows; returns its last accumulator (x, y). */
function copySteps(step: StepTrace, run: Run, rows: StepRows, i: number, signatures: number): Uint32Array {
  const { col } = step;
  const { index, key } = run;
  const stepColumns = [
    [col.before, col.slope1, col.x1, col.slope2, col.x2, col.slope3, col.x3, col.slope4],
    [col.first, col.slope5, col.inverse5, col.x5, col.second, col.slope6, col.inverse6, col.after],
  ].flat(2);
  const row = stepRow(index, 0);
  stepColumns.forEach((cells, f) => {
    cells.set(rows.steps[f].subarray(STEPS_PER_RUN * i, STEPS_PER_RUN * (i + 1)), row);
  });
  putStepDigits(step, index, stepDigits(run));
  const entry = entryRow(signatures, index, 1);
  [col.second, col.slope6, col.inverse6, col.after].flat().forEach((cells, f) => {
    cells.set(rows.entries[f].subarray(ENTRIES_PER_RUN * i, ENTRIES_PER_RUN * (i + 1)), entry);
  });
  putEntryStarts(step, index, entry, key);
  return Uint32Array.from(col.after, (cells) => cells[row + STEPS - 1]);
}

/** Windows of s_lo, s_hi and e, each most significant first. */
function stepDigits({ s, e }: Run): Uint8Array {
  const digits = new Uint8Array(3 * STEPS);
  [s, s >> BigInt(WINDOW_BITS * STEPS), e].forEach((scalar, which) => {
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const bits = Number((scalar >> BigInt(CHUNK_BITS * (CHUNKS - 1 - chunk))) & BigInt(MASK));
      for (let i = 0; i < STEPS_PER_CHUNK; i++) {
        digits[STEPS * which + STEPS_PER_CHUNK * chunk + i] = (bits >>> (WINDOW_BITS * (STEPS_PER_CHUNK - 1 - i))) & (TABLE_SIZE - 1);
      }
    }
  });
  return digits;
}

function putStepDigits(step: StepTrace, index: number, digits: Uint8Array): void {
  const { col } = step;
  for (let t = 0; t < STEPS; t++) {
    const row = stepRow(index, t);
    col.isStep[row] = 1;
    col.owner[row] = CONSTANTS;
    col.signature[row] = index;
    col.step[row] = t;
    putDigits(step, row, t, { low: digits[t], high: digits[STEPS + t], key: digits[2 * STEPS + t] });
  }
}

/** What entry rows j = 1 … 15 of a key have beside their points. */
function putEntryStarts({ col }: StepTrace, index: number, first: number, key: Point): void {
  const last = first + TABLE_SIZE - 1;
  col.isEntry.fill(1, first, last);
  for (const cells of [col.signature, col.owner]) cells.fill(index, first, last);
  for (let j = 0; j < TABLE_SIZE - 1; j++) {
    col.low[first + j] = j;
    col.nextChunk[0][first + j] = j;
  }
  const { x, y } = halves(col.first);
  for (let c = 0; c < COORDINATES; c++) {
    col.x5[c].fill(key.x[c], first, last);
    x[c].fill(sub(0, key.x[c]), first, last);
    y[c].fill(sub(0, key.y[c]), first, last);
  }
}

/** Uses of the table entries by the steps and by the entries after them, from the digits that the rows ended up with. */
export function countEntries({ col }: StepTrace, main: SchnorrTrace, signatures: number): void {
  main.col.entryZero.fill(0);
  main.col.constantZero.fill(0);
  col.uses.fill(0);
  const use = (owner: number, high: number, low: number): void => {
    if (high === 0 && low === 0) {
      if (owner === CONSTANTS) main.col.constantZero[0]++;
      else main.col.entryZero[owner]++;
    } else col.uses[owner === CONSTANTS ? constantRow(signatures, high, low) : entryRow(signatures, owner, low)]++;
  };
  for (let row = 0; row < col.isStep.length; row++) {
    if (col.isStep[row] === 1) use(col.signature[row], 0, col.digit[row]);
    if (col.isStep[row] === 1 || col.isEntry[row] === 1) use(col.owner[row], col.high[row], col.low[row]);
  }
}
