/**
 * Collects the compressions that the other chips look up, each distinct one once, and lays them out as the `poseidon` trace.
 *
 * The permutation is computed once, when a compression is first asked for, together with the S-box outputs that the trace commits:
 * hashing the state and filling this trace are the same work.
 */
import { add, P } from '@weir/crypto/field';
import { Kernels } from '@weir/crypto/kernels';
import { DIGEST_ELEMENTS, domainConstants, WIDTH } from '@weir/crypto/poseidon';
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
/** Records in one array: growing never copies them. */
const BLOCK = 2 ** 12;
/** Rows turned into columns together: their records fit a first-level cache. */
const TILE = 32;

/** Where the kernel of assembly/poseidon.ts reads and writes one compression; `sboxes` and `y` are views of its memory. */
interface Recorder {
  readonly input: Uint32Array;
  readonly sboxes: Uint32Array;
  readonly y: Uint32Array;
  run(): void;
}

let recorder: Recorder | undefined;

/** One for the process: a compression's result is needed at once (the next one hashes it), so there is nothing to spread over threads. */
function sharedRecorder(): Recorder {
  if (recorder === undefined) {
    const kernels = new Kernels({ threads: 1 });
    const { heap, poseidonTable } = kernels;
    const [input, sboxes, y] = [WIDTH, POSEIDON_CELLS, DIGEST_ELEMENTS].map((words) => ({ words, pointer: heap.allocWords(words) }));
    const view = ({ words, pointer }: typeof input): Uint32Array => heap.u32(pointer, words);
    recorder = {
      input: view(input),
      sboxes: view(sboxes),
      y: view(y),
      run: () => void kernels.call('poseidonRecord', poseidonTable, input.pointer, sboxes.pointer, y.pointer),
    };
  }
  return recorder;
}

/** Fills the S-boxes and y of the record at `at`, whose domain and x are set. */
function fillRecord(records: Uint32Array, at: number): void {
  const { input, sboxes, y, run } = sharedRecorder();
  const constants = domainConstants(records[at]);
  for (let i = 0; i < WIDTH; i++) input[i] = add(records[at + X_AT + i], constants[i]);
  run();
  records.set(sboxes, at + SBOX_AT);
  records.set(y, at + Y_AT);
}

/** The distinct compressions of one proof, with the number of lookups of each. */
export class Compressions {
  private readonly blocks: Uint32Array[] = [];
  private counts = new Uint32Array(BLOCK);
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
    const block = this.blocks[Math.floor(record / BLOCK)];
    const at = (record % BLOCK) * RECORD + Y_AT;
    const y = new Array<number>(DIGEST_ELEMENTS);
    for (let i = 0; i < DIGEST_ELEMENTS; i++) y[i] = block[at + i];
    return y;
  }

  /** Rows in the order of first use; padding rows are compress_0(0, …, 0), used by nobody. */
  trace(): ChipTrace {
    const trace = newTrace(poseidonChip, logHeightFor(poseidonChip, this.size));
    const { index } = poseidonChip;
    const padding = new Uint32Array(RECORD);
    fillRecord(padding, 0);
    const fields = [index.domain, ...index.x, ...index.sbox];
    for (let first = 0; first < this.size; first += TILE) {
      const block = this.blocks[Math.floor(first / BLOCK)];
      const end = Math.min(first + TILE, this.size);
      fields.forEach((column, field) => {
        const cells = trace.columns[column];
        for (let row = first, at = (first % BLOCK) * RECORD + field; row < end; row++, at += RECORD) cells[row] = block[at];
      });
    }
    fields.forEach((column, field) => {
      trace.columns[column].fill(padding[field], this.size);
    });
    trace.col.multiplicity.set(this.counts.subarray(0, this.size));
    return trace;
  }

  private append(domain: number, x: ArrayLike<number>): number {
    const record = this.size++;
    if (record % BLOCK === 0) this.blocks.push(new Uint32Array(RECORD * BLOCK));
    if (this.size > this.counts.length) this.growCounts();
    const block = this.blocks[Math.floor(record / BLOCK)];
    const at = (record % BLOCK) * RECORD;
    block[at] = domain;
    for (let i = 0; i < WIDTH; i++) {
      invariant(x[i] >= 0 && x[i] < P, 'a compression takes canonical elements');
      block[at + X_AT + i] = x[i];
    }
    fillRecord(block, at);
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
    const block = this.blocks[Math.floor(record / BLOCK)];
    const at = (record % BLOCK) * RECORD;
    if (block[at] !== domain) return false;
    for (let i = 0; i < WIDTH; i++) if (block[at + X_AT + i] !== x[i]) return false;
    return true;
  }

  private growCounts(): void {
    const counts = new Uint32Array(2 * this.counts.length);
    counts.set(this.counts);
    this.counts = counts;
  }

  private growIndex(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let record = 0; record < this.size; record++) {
      const block = this.blocks[Math.floor(record / BLOCK)];
      const at = (record % BLOCK) * RECORD;
      let slot = this.slotOf(block[at], block.subarray(at + X_AT, at + SBOX_AT));
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = record + 1;
    }
  }
}
