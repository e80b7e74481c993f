/** The statement: exactly the bytes that L1 settles and the proof binds. header ‖ effect words ‖ header diffs ‖ slot diffs. */
import { bigintToBytes, bytesToBigint, concatBytes } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { Diffs, Effect } from '../types.ts';
import { decodeDiffs, encodeDiffs } from './diffs.ts';
import { decodeEffects, encodeEffect } from './effects.ts';
import type { StatementFault } from './errors.ts';
import type { StatementHeader } from './header.ts';
import { decodeHeader, encodeHeader, HEADER_BYTES } from './header.ts';
import type { Limbs } from './limbs.ts';
import { limbsFromWord, WORD_BYTES, wordFromLimbs } from './limbs.ts';

/** A statement taken apart. `words` are the body's words as limbs, in order. */
export interface Statement {
  readonly header: StatementHeader;
  readonly words: readonly Limbs[];
  readonly effects: readonly Effect[];
  readonly diffs: Diffs;
}

/** The counts are not a choice: they come from effects and diffs. */
export type HeaderFields = Omit<StatementHeader, 'effectWords' | 'headerDiffs' | 'slotDiffs'>;

export function buildStatement(fields: HeaderFields, effects: readonly Effect[], diffs: Diffs): Statement {
  const effectWords = effects.flatMap(encodeEffect);
  return {
    header: { ...fields, effectWords: effectWords.length, headerDiffs: diffs.headers.length, slotDiffs: diffs.slots.length },
    words: [...effectWords, ...encodeDiffs(diffs)],
    effects,
    diffs,
  };
}

export function encodeBody(words: readonly Limbs[]): Uint8Array {
  const body = new Uint8Array(WORD_BYTES * words.length);
  for (const [i, limbs] of words.entries()) body.set(bigintToBytes(wordFromLimbs(limbs), WORD_BYTES), WORD_BYTES * i);
  return body;
}

export function encodeStatement(statement: Statement): Uint8Array {
  return concatBytes(encodeHeader(statement.header), encodeBody(statement.words));
}

/** Any bytes in; a statement or `CodedError<StatementFault>` out. */
export function decodeStatement(bytes: Uint8Array): Statement {
  const fault = (code: StatementFault, message: string) => new CodedError(code, message, { length: bytes.length });
  const header = decodeHeader(bytes);
  const count = header.effectWords + 2 * header.headerDiffs + header.slotDiffs;
  const length = HEADER_BYTES + WORD_BYTES * count;
  if (bytes.length < length) throw fault('STATEMENT_TRUNCATED', `a statement of ${count} words has ${length} bytes`);
  if (bytes.length > length) throw fault('STATEMENT_TRAILING_BYTES', `a statement of ${count} words has ${length} bytes`);
  const words = Array.from({ length: count }, (_, i) => {
    const at = HEADER_BYTES + WORD_BYTES * i;
    return limbsFromWord(bytesToBigint(bytes.subarray(at, at + WORD_BYTES)));
  });
  return {
    header,
    words,
    effects: decodeEffects(words.slice(0, header.effectWords)),
    diffs: decodeDiffs(words.slice(header.effectWords), header.headerDiffs),
  };
}
