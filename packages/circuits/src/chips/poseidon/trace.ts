/**
 * Collects the compressions that the other chips look up, each distinct one once, and lays them out as the `poseidon` trace.
 *
 * The permutation is computed once, when a compression is first asked for, together with the S-box outputs that the trace commits:
 * hashing the state and filling this trace are the same work.
 */
import { mul, P } from '@weir/crypto/field';
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '@weir/crypto/generated/poseidonConstants';
import { DIGEST_ELEMENTS, domainConstants, FULL_ROUNDS, PARTIAL_ROUNDS, WIDTH } from '@weir/crypto/poseidon';
import { invariant } from '@weir/foundation/assert';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import { POSEIDON_CELLS } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { poseidonChip } from './air.ts';

/** One record: domain, x (16), S-boxes (148), y (8). */
const X_AT = 1;
const SBOX_AT = X_AT + WIDTH;
const Y_AT = SBOX_AT + POSEIDON_CELLS;
const RECORD = Y_AT + DIGEST_ELEMENTS;
const ROUNDS = FULL_ROUNDS + PARTIAL_ROUNDS;
const INVERSE_OF_P = 1 / P;

/*
 * The matrix is circulant: multiplying by it is multiplication modulo x^16 − 1 = (x^4 − 1)(x^4 + 1)(x^8 + 1), that is 16 + 16 + 64 products
 * instead of 256. `kernel` is the matrix's first column; the three factors see it reduced.
 */
const kernel = Array.from({ length: WIDTH }, (_, i) => MATRIX_FIRST_ROW[(WIDTH - i) % WIDTH]);
const folded = kernel.slice(0, 8).map((value, i) => value + kernel[i + 8]);
/** a·b mod x^n − sign as a matrix over b: entry (k, i) multiplies b_i. Halved where Chinese remaindering divides by 2. */
const productMatrix = (a: readonly number[], sign: number, divisor: number): Float64Array =>
  Float64Array.from({ length: a.length ** 2 }, (_, at) => {
    const k = Math.floor(at / a.length);
    const i = at % a.length;
    return ((k >= i ? a[k - i] : sign * a[k - i + a.length]) as number) / divisor;
  });
const MINUS8 = productMatrix(
  kernel.slice(0, 8).map((value, i) => value - kernel[i + 8]),
  -1,
  2,
);
const PLUS4 = productMatrix(
  folded.slice(0, 4).map((value, i) => value + folded[i + 4]),
  1,
  4,
);
const MINUS4 = productMatrix(
  folded.slice(0, 4).map((value, i) => value - folded[i + 4]),
  -1,
  4,
);
const CONSTANTS = Float64Array.from(ROUND_CONSTANTS.flatMap((round) => [...round]));

const state = new Float64Array(WIDTH);
const cubed = new Float64Array(WIDTH);

const plus = new Float64Array(8);
const minus = new Float64Array(8);

function reduceExact(total: number): number {
  const rest = total - Math.floor(total * INVERSE_OF_P) * P;
  return rest < 0 ? rest + P : rest >= P ? rest - P : rest;
}

/** state = M·cubed. Matrix entries are below 2^7 and lanes below 2^31: sums stay below 2^44 with two binary places, exact in a double. */
function multiplyMatrix(): void {
  for (let i = 0; i < 8; i++) {
    plus[i] = cubed[i] + cubed[i + 8];
    minus[i] = cubed[i] - cubed[i + 8];
  }
  const [d0, d1, d2, d3, d4, d5, d6, d7] = [minus[0], minus[1], minus[2], minus[3], minus[4], minus[5], minus[6], minus[7]];
  const [p0, p1, p2, p3] = [plus[0] + plus[4], plus[1] + plus[5], plus[2] + plus[6], plus[3] + plus[7]];
  const [m0, m1, m2, m3] = [plus[0] - plus[4], plus[1] - plus[5], plus[2] - plus[6], plus[3] - plus[7]];
  for (let i = 0; i < 4; i++) {
    const k = 4 * i;
    const even = PLUS4[k] * p0 + PLUS4[k + 1] * p1 + PLUS4[k + 2] * p2 + PLUS4[k + 3] * p3;
    const odd = MINUS4[k] * m0 + MINUS4[k + 1] * m1 + MINUS4[k + 2] * m2 + MINUS4[k + 3] * m3;
    const low = negacyclic(8 * i, d0, d1, d2, d3, d4, d5, d6, d7);
    const high = negacyclic(8 * i + 32, d0, d1, d2, d3, d4, d5, d6, d7);
    state[i] = reduceExact(even + odd + low);
    state[i + 8] = reduceExact(even + odd - low);
    state[i + 4] = reduceExact(even - odd + high);
    state[i + 12] = reduceExact(even - odd - high);
  }
}

function negacyclic(k: number, d0: number, d1: number, d2: number, d3: number, d4: number, d5: number, d6: number, d7: number): number {
  return (
    MINUS8[k] * d0 +
    MINUS8[k + 1] * d1 +
    MINUS8[k + 2] * d2 +
    MINUS8[k + 3] * d3 +
    MINUS8[k + 4] * d4 +
    MINUS8[k + 5] * d5 +
    MINUS8[k + 6] * d6 +
    MINUS8[k + 7] * d7
  );
}

/** Fills the S-boxes and y of the record at `at`, whose domain and x are set. */
function fillRecord(records: Uint32Array, at: number): void {
  const constants = domainConstants(records[at]);
  for (let i = 0; i < WIDTH; i++) state[i] = (records[at + X_AT + i] + constants[i]) % P;
  let next = at + SBOX_AT;
  for (let round = 0; round < ROUNDS; round++) {
    const isFull = round < FULL_ROUNDS / 2 || round >= ROUNDS - FULL_ROUNDS / 2;
    for (let i = 0; i < WIDTH; i++) {
      let lane = state[i] + CONSTANTS[round * WIDTH + i];
      if (lane >= P) lane -= P;
      if (i === 0 || isFull) {
        lane = mul(mul(lane, lane), lane);
        records[next++] = lane;
      }
      cubed[i] = lane;
    }
    multiplyMatrix();
  }
  for (let i = 0; i < DIGEST_ELEMENTS; i++) records[at + Y_AT + i] = (state[i] + records[at + X_AT + i] + constants[i]) % P;
}

/** The distinct compressions of one proof, with the number of lookups of each. */
export class Compressions {
  private records = new Uint32Array(RECORD << 10);
  private counts = new Uint32Array(1 << 10);
  private size = 0;
  /** Open addressing over record numbers + 1; 0 is free. */
  private slots = new Uint32Array(1 << 12);

  /** How many distinct compressions there are: the chip's rows before padding. */
  get rows(): number {
    return this.size;
  }

  /** compress_domain(x) for 16 canonical elements, counted as `lookups` lookups. The result is a fresh array. */
  compress(domain: number, x: ArrayLike<number>, lookups = 1): number[] {
    invariant(x.length === WIDTH, 'a compression takes 16 elements');
    if (4 * this.size >= this.slots.length) this.growIndex();
    let slot = this.slotOf(domain, x);
    while (this.slots[slot] !== 0 && !this.holds(this.slots[slot] - 1, domain, x)) slot = (slot + 1) & (this.slots.length - 1);
    if (this.slots[slot] === 0) this.slots[slot] = this.append(domain, x) + 1;
    const record = this.slots[slot] - 1;
    this.counts[record] += lookups;
    const at = record * RECORD + Y_AT;
    return Array.from(this.records.subarray(at, at + DIGEST_ELEMENTS));
  }

  /** Rows in the order of first use; padding rows are compress_0(0, …, 0), used by nobody. */
  trace(): ChipTrace {
    const trace = newTrace(poseidonChip, logHeightFor(poseidonChip, this.size));
    const { index } = poseidonChip;
    const padding = new Uint32Array(RECORD);
    fillRecord(padding, 0);
    const fields = [index.domain, ...index.x, ...index.sbox];
    fields.forEach((column, field) => {
      const cells = trace.columns[column];
      const { records, size } = this;
      for (let row = 0, at = field; row < size; row++, at += RECORD) cells[row] = records[at];
      cells.fill(padding[field], size);
    });
    trace.col.multiplicity.set(this.counts.subarray(0, this.size));
    return trace;
  }

  private append(domain: number, x: ArrayLike<number>): number {
    const record = this.size++;
    if (this.size > this.counts.length) this.growRecords();
    const at = record * RECORD;
    this.records[at] = domain;
    for (let i = 0; i < WIDTH; i++) {
      invariant(x[i] >= 0 && x[i] < P, 'a compression takes canonical elements');
      this.records[at + X_AT + i] = x[i];
    }
    fillRecord(this.records, at);
    return record;
  }

  private slotOf(domain: number, x: ArrayLike<number>): number {
    let hash = domain ^ 0x9e3779b9;
    for (let i = 0; i < WIDTH; i++) {
      hash = Math.imul(hash ^ x[i], 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return hash & (this.slots.length - 1);
  }

  private holds(record: number, domain: number, x: ArrayLike<number>): boolean {
    const at = record * RECORD;
    if (this.records[at] !== domain) return false;
    for (let i = 0; i < WIDTH; i++) if (this.records[at + X_AT + i] !== x[i]) return false;
    return true;
  }

  private growRecords(): void {
    const records = new Uint32Array(2 * this.records.length);
    records.set(this.records);
    this.records = records;
    const counts = new Uint32Array(2 * this.counts.length);
    counts.set(this.counts);
    this.counts = counts;
  }

  private growIndex(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let record = 0; record < this.size; record++) {
      let slot = this.slotOf(this.records[record * RECORD], this.records.subarray(record * RECORD + X_AT, record * RECORD + SBOX_AT));
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = record + 1;
    }
  }
}
