/** Fills the `words` trace from the statement's words, and computes D and y on the way. */
import { DOMAIN } from '@weir/crypto/poseidon';
import { invariant } from '@weir/foundation/assert';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { RangeCounts } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import type { Compressions } from '../poseidon/trace.ts';
import { wordsChip } from './air.ts';
import {
  CARRY_PLAN,
  type HornerValues,
  LAST_PIECE_BITS,
  LIMB_BITS,
  LIMBS,
  limbsOf,
  PIECE_BITS,
  PIECE_PLACES,
  PIECES,
  R,
  R_DIGITS,
} from './horner.ts';

export interface WordsInput {
  /** Each word as 9 limbs: eight of 28 bits, one of 24 (docs/statements.md, "word"). */
  readonly words: readonly ArrayLike<number>[];
  readonly effectWords: number;
  readonly headerDiffs: number;
  readonly slotDiffs: number;
}

export interface WordsTrace {
  readonly trace: ChipTrace;
  readonly digest: readonly number[];
  /** Σ word_i z^i mod r, as 22 limbs of 12 bits. */
  readonly y: readonly number[];
}

/** s_0 of the digest chain, with its eighth element. */
export function initialState({ effectWords, headerDiffs, slotDiffs }: Omit<WordsInput, 'words'>): number[] {
  return [effectWords, headerDiffs, slotDiffs, 0, 0, 0, 0, 0];
}

/** D alone: z depends on it, so it is needed before the trace can be filled. Counts one lookup per word. */
export function wordsDigest(input: WordsInput, compressions: Compressions): readonly number[][] {
  const states = [initialState(input)];
  for (const word of input.words) {
    states.push(compressions.compress(DOMAIN.word, [...states[states.length - 1].slice(0, 7), ...Array.from(word)]));
  }
  return states;
}

/** `states` is what `wordsDigest` gave for the same words: its last entry is D, from which L1 and the prover derived z. */
export function fillWords(input: WordsInput, z: bigint, states: readonly (readonly number[])[], ranges: RangeCounts): WordsTrace {
  const { words, effectWords, headerDiffs, slotDiffs } = input;
  invariant(words.length === effectWords + 2 * headerDiffs + slotDiffs && states.length === words.length + 1, 'counts tile the words');
  const trace = newTrace(wordsChip, logHeightFor(wordsChip, words.length));
  const { col } = trace;
  const zLimbs = limbsOf(z);
  const headerEnd = effectWords + 2 * headerDiffs;
  const put = (columns: readonly Uint32Array[], row: number, values: ArrayLike<number>): void =>
    columns.forEach((cells, i) => {
      cells[row] = values[i];
    });

  let acc = 0n;
  for (let row = words.length - 1; row >= 0; row--) {
    col.active[row] = 1;
    col.index[row] = row;
    col.effectEnd[row] = effectWords;
    col.headerEnd[row] = headerEnd;
    col.isEffect[row] = row < effectWords ? 1 : 0;
    col.isSlot[row] = row >= headerEnd ? 1 : 0;
    putGap(col.effectGap, row, row < effectWords ? effectWords - 1 - row : row - effectWords, ranges);
    putGap(col.headerGap, row, row < headerEnd ? headerEnd - 1 - row : row - headerEnd, ranges);
    const pieces = piecesOf(words[row]);
    pieces.forEach((piece, j) => {
      ranges.count(piece, j === PIECES - 1 ? LAST_PIECE_BITS : PIECE_BITS);
    });
    put(col.piece, row, pieces);
    put(col.state, row, states[row]);
    put(col.digest, row, states[row + 1]);

    const step = hornerStep(acc, z, zLimbs, pieces);
    put(col.z, row, zLimbs);
    put(col.acc, row, step.acc);
    put(col.quotient, row, step.quotient);
    put(col.next, row, step.next);
    for (const limb of step.acc) ranges.count(limb, LIMB_BITS);
    for (const limb of step.quotient) ranges.count(limb, LIMB_BITS);
    putCarries(col.carry, row, step.carries, ranges);
    acc = step.value;
  }
  return { trace, digest: states[states.length - 1], y: limbsOf(acc) };
}

function putGap(columns: readonly Uint32Array[], row: number, gap: number, ranges: RangeCounts): void {
  columns[0][row] = gap & 0xfff;
  columns[1][row] = gap >>> 12;
  ranges.count(gap & 0xfff, 12);
  ranges.count(gap >>> 12, 10);
}

function piecesOf(word: ArrayLike<number>): number[] {
  return Array.from({ length: PIECES }, (_, j) => (j % 2 === 0 ? word[j >> 1] & (2 ** PIECE_BITS - 1) : word[j >> 1] >>> PIECE_BITS));
}

/** `positionValues` of numbers, in plain loops: all sums stay below 2^53. */
function numberPositions({ acc, z, pieces, quotient, next }: HornerValues<number>): number[] {
  const values = new Array<number>(2 * LIMBS - 1).fill(0);
  for (let i = 0; i < LIMBS; i++) {
    const [a, q] = [acc[i], quotient[i]];
    for (let j = 0; j < LIMBS; j++) values[i + j] += a * z[j] - q * R_DIGITS[j];
    values[i] -= next[i];
  }
  PIECE_PLACES.forEach(({ position, shift }, j) => {
    values[position] += 2 ** shift * pieces[j];
  });
  return values;
}

/** One step from a canonical acc; the next one is canonical again, so the last is y. */
function hornerStep(acc: bigint, z: bigint, zLimbs: readonly number[], pieces: readonly number[]) {
  const word = pieces.reduceRight((value, piece) => (value << BigInt(PIECE_BITS)) | BigInt(piece), 0n);
  const total = acc * z + word;
  const value = total % R;
  const limbs = { acc: limbsOf(acc), z: zLimbs, pieces, quotient: limbsOf(total / R), next: limbsOf(value) };
  const carries: number[] = [];
  for (const position of numberPositions(limbs)) carries.push((position + (carries[carries.length - 1] ?? 0)) / 2 ** LIMB_BITS);
  invariant(carries.pop() === 0 && carries.every(Number.isInteger), 'the Horner identity holds');
  return { ...limbs, value, carries };
}

function putCarries(carry: readonly Uint32Array[], row: number, carries: readonly number[], ranges: RangeCounts): void {
  CARRY_PLAN.forEach(({ offset, bits }, k) => {
    carry[k][row] = carries[k] - offset;
    ranges.count(carries[k] - offset, bits);
  });
}
