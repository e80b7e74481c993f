/**
 * The statement: exactly the bytes that L1 settles and the proof binds. header ‖ effect words ‖ header diffs ‖ slot diffs; the diffs are in
 * calldata like the rest, or in blobs.
 */
import { invariant } from '@weir/foundation/assert';
import { bigintToBytes, bytesToBigint, concatBytes } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { Diffs, Effect, Publication } from '../types.ts';
import { blobCount, MAX_BLOBS, wordsFromBlobs } from './blobs.ts';
import { decodeDiffs, diffsOfTree, encodeDiffs } from './diffs.ts';
import { decodeEffects, encodeEffect } from './effects.ts';
import type { StatementFault } from './errors.ts';
import type { StatementHeader } from './header.ts';
import { decodeHeader, encodeHeader, HEADER_BYTES } from './header.ts';
import type { Limbs } from './limbs.ts';
import { limbsFromWord, WORD_BYTES, wordFromLimbs } from './limbs.ts';

/** A statement taken apart. `words` are the body's words as limbs, in order, wherever they are published. */
export interface Statement {
  readonly header: StatementHeader;
  readonly words: readonly Limbs[];
  readonly effects: readonly Effect[];
  /** Those in the body. */
  readonly diffs: Diffs;
}

/** The counts are not a choice: they come from effects, diffs and publication. */
export type HeaderFields = Omit<StatementHeader, 'effectWords' | 'headerDiffs' | 'slotDiffs' | 'validiumData' | 'blobs'>;

const IN_CALLDATA: Publication = { validiumData: false, blobs: false };

/** `diffs` are all that the batch changed; the validium accounts' are left out unless they are to be published. */
export function buildStatement(
  fields: HeaderFields,
  effects: readonly Effect[],
  diffs: Diffs,
  { validiumData, blobs }: Publication = IN_CALLDATA,
): Statement {
  const effectWords = effects.flatMap(encodeEffect);
  const published = validiumData ? diffs : diffsOfTree(0, diffs);
  const diffWords = encodeDiffs(published);
  const counts = { effectWords: effectWords.length, headerDiffs: published.headers.length, slotDiffs: published.slots.length };
  const blobsNeeded = blobs ? blobCount(diffWords.length) : 0;
  invariant(blobsNeeded <= MAX_BLOBS, 'the batcher keeps a batch within the blobs of one transaction');
  return {
    header: { ...fields, ...counts, validiumData, blobs: blobsNeeded },
    words: [...effectWords, ...diffWords],
    effects,
    diffs: published,
  };
}

export function encodeBody(words: readonly Limbs[]): Uint8Array {
  const body = new Uint8Array(WORD_BYTES * words.length);
  for (const [i, limbs] of words.entries()) body.set(bigintToBytes(wordFromLimbs(limbs), WORD_BYTES), WORD_BYTES * i);
  return body;
}

/** Where the body's words are: in calldata, behind the header, or as the coefficients of the blobs' polynomials (`blobs.ts`). */
export interface SplitBody {
  readonly calldata: readonly Limbs[];
  /** 4,096 to a blob, in order; empty if there is no blob. */
  readonly blobs: readonly bigint[];
}

export function splitBody({ header, words }: Pick<Statement, 'header' | 'words'>): SplitBody {
  if (header.blobs === 0) return { calldata: words, blobs: [] };
  return { calldata: words.slice(0, header.effectWords), blobs: words.slice(header.effectWords).map(wordFromLimbs) };
}

/** What L1 settles as calldata. The rest, if there are blobs, is `splitBody(statement).blobs`. */
export function encodeStatement(statement: Statement): Uint8Array {
  return concatBytes(encodeHeader(statement.header), encodeBody(splitBody(statement).calldata));
}

/**
 * Any bytes in (calldata, and the blobs that the header counts); a statement out, or `CodedError<StatementFault>`, or `BlobFault` for a blob that is
 * none of words.
 */
export function decodeStatement(bytes: Uint8Array, blobs: readonly Uint8Array[] = []): Statement {
  const fault = (code: StatementFault, message: string) => new CodedError(code, message, { length: bytes.length });
  const header = decodeHeader(bytes);
  const diffWords = 2 * header.headerDiffs + header.slotDiffs;
  if (blobs.length !== header.blobs || (header.blobs > 0 && header.blobs !== blobCount(diffWords)))
    throw fault('STATEMENT_BLOB_COUNT', `${diffWords} diff words in ${header.blobs} blobs, and ${blobs.length} are here`);
  const count = header.effectWords + (header.blobs > 0 ? 0 : diffWords);
  const length = HEADER_BYTES + WORD_BYTES * count;
  if (bytes.length < length) throw fault('STATEMENT_TRUNCATED', `a statement of ${count} words has ${length} bytes`);
  if (bytes.length > length) throw fault('STATEMENT_TRAILING_BYTES', `a statement of ${count} words has ${length} bytes`);
  const words = Array.from({ length: count }, (_, i) => {
    const at = HEADER_BYTES + WORD_BYTES * i;
    return limbsFromWord(bytesToBigint(bytes.subarray(at, at + WORD_BYTES)));
  });
  if (header.blobs > 0) words.push(...wordsFromBlobs(blobs, diffWords).map(limbsFromWord));
  return {
    header,
    words,
    effects: decodeEffects(words.slice(0, header.effectWords)),
    diffs: decodeDiffs(words.slice(header.effectWords), header.headerDiffs),
  };
}
