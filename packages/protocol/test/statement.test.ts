import { toHex } from '@weir/foundation/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindStatement,
  dataDigest,
  evaluate,
  instanceHash,
  instanceLimbs,
  PUBLIC_GROUPS,
  SCALAR_FIELD,
  wordChain,
} from '../src/statement/binding.ts';
import { blobsFromWords } from '../src/statement/blobs.ts';
import { diffsOfTree } from '../src/statement/diffs.ts';
import { encodeHeader } from '../src/statement/header.ts';
import { wordFromLimbs } from '../src/statement/limbs.ts';
import type { Statement } from '../src/statement/statement.ts';
import { buildStatement, decodeStatement, encodeStatement, splitBody } from '../src/statement/statement.ts';
import { diffs, distinctDiffs, distinctEffects, effects, fields, INSTANCE, validiumDiffs } from './statementCases.ts';
import { expectVectorFile } from './vectorFile.ts';

const instance = instanceHash(INSTANCE.chainId, INSTANCE.core);
const full = buildStatement(fields, effects, diffs);
const distinct = buildStatement({ ...fields, batchNumber: 8 }, distinctEffects, distinctDiffs);
const empty = buildStatement({ ...fields, hasClearing: false }, [], { headers: [], slots: [] });
const withValidium = buildStatement(fields, distinctEffects, validiumDiffs, { validiumData: true, blobs: false });
const inBlobs = buildStatement(fields, distinctEffects, validiumDiffs, { validiumData: true, blobs: true });
const rollupInBlobs = buildStatement(fields, distinctEffects, validiumDiffs, { validiumData: false, blobs: true });
/** Stands for the hash of a commitment: here it only has to be bound. */
const hashesOf = ({ header }: Statement) => Array.from({ length: header.blobs }, (_, i) => new Uint8Array(32).fill(i + 1));
const blobsOf = (statement: Statement) => blobsFromWords(splitBody(statement).blobs);

function vector(name: string, statement: Statement) {
  const hashes = hashesOf(statement);
  const binding = bindStatement(instance, statement, hashes);
  return {
    name,
    header: statement.header,
    effects: statement.effects,
    diffs: statement.diffs,
    headerBytes: toHex(encodeHeader(statement.header)),
    words: statement.words.map((limbs) => `0x${wordFromLimbs(limbs).toString(16).padStart(62, '0')}`),
    wordLimbs: statement.words,
    statement: toHex(encodeStatement(statement)),
    digest: binding.digest,
    wordChain: wordChain(statement.header, statement.words).states,
    z: binding.z,
    y: binding.y,
    publicValues: binding.publicValues,
    context: toHex(binding.context),
    versionedHashes: hashes.map(toHex),
    dataDigest: toHex(dataDigest(instance, statement.header.batchNumber, statement.diffs)),
  };
}

describe('the statement', () => {
  it('matches the vectors shared with Solidity', () => {
    expectVectorFile('protocol-statement.json', {
      instance: { ...INSTANCE, hash: toHex(instance), limbs: instanceLimbs(instance) },
      statements: [
        vector('every effect kind and bound', full),
        vector('no words', empty),
        vector('pieces that all differ', distinct),
        vector('validium diffs in calldata', withValidium),
        vector('all diffs in a blob', inBlobs),
        vector('rollup diffs in a blob', rollupInBlobs),
      ],
    });
  });

  it('decodes to what was encoded', () => {
    expect(decodeStatement(encodeStatement(full))).toEqual(full);
    expect(decodeStatement(encodeStatement(distinct))).toEqual(distinct);
    expect(decodeStatement(encodeStatement(empty))).toEqual(empty);
    expect(decodeStatement(encodeStatement(withValidium))).toEqual(withValidium);
    for (const statement of [inBlobs, rollupInBlobs]) {
      expect(encodeStatement(statement)).toHaveLength(176 + 31 * statement.header.effectWords);
      expect(decodeStatement(encodeStatement(statement), blobsOf(statement))).toEqual(statement);
    }
  });

  it('has 13 groups of canonical public values', () => {
    const { publicValues } = bindStatement(instance, full);
    expect(publicValues).toHaveLength(8 * PUBLIC_GROUPS);
    expect(publicValues.every((value) => Number.isInteger(value) && value >= 0 && value < 0x7f000001)).toBe(true);
  });

  it('publishes the validium accounts’ diffs only under its flag, and needs no blob without diff words', () => {
    expect(withValidium.diffs).toEqual(validiumDiffs);
    expect(rollupInBlobs.diffs.headers.map(({ account }) => account)).toEqual([80]);
    expect([inBlobs.header.blobs, rollupInBlobs.header.blobs, withValidium.header.blobs]).toEqual([1, 1, 0]);
    expect(buildStatement(fields, effects, { headers: [], slots: [] }, { validiumData: true, blobs: true }).header.blobs).toBe(0);
  });

  it('has one y wherever its words are: y = y_calldata + z^effectWords · Σ z^(4096 s) · y_s', () => {
    const { z, y } = bindStatement(instance, inBlobs, hashesOf(inBlobs));
    const { calldata, blobs } = splitBody(inBlobs);
    const r = SCALAR_FIELD;
    const power = (exponent: number): bigint => Array.from({ length: exponent }, () => z).reduce((a, b) => (a * b) % r, 1n);
    const segment = blobs.reduceRight((sum, word) => (sum * z + word) % r, 0n);
    expect((evaluate(calldata, z) + power(inBlobs.header.effectWords) * segment) % r).toBe(y);
  });

  it('binds the versioned hashes in z and in the context', () => {
    const [one] = hashesOf(inBlobs);
    const [a, b] = [one, one.map((byte, i) => (i === 31 ? byte ^ 1 : byte))].map((hash) => bindStatement(instance, inBlobs, [hash]));
    expect(a.digest).toEqual(b.digest);
    expect(a.z).not.toBe(b.z);
    expect(a.context).not.toEqual(b.context);
  });

  it('is refused with another number of blobs than its diff words need, or with blobs of no words', () => {
    const bytes = encodeStatement(inBlobs);
    const [blob] = blobsOf(inBlobs);
    const code = (expected: string) => expect.objectContaining({ code: expected });
    for (const blobs of [[], [blob, blob]]) expect(() => decodeStatement(bytes, blobs)).toThrow(code('STATEMENT_BLOB_COUNT'));
    const two = encodeStatement({ ...inBlobs, header: { ...inBlobs.header, blobs: 2 } });
    expect(() => decodeStatement(two, [blob, blob])).toThrow(code('STATEMENT_BLOB_COUNT'));
    const none = buildStatement(fields, effects, { headers: [], slots: [] });
    expect(() => decodeStatement(encodeStatement({ ...none, header: { ...none.header, blobs: 1 } }), [blob])).toThrow(
      code('STATEMENT_BLOB_COUNT'),
    );
    const seven = bytes.slice();
    seven[166] = 7;
    expect(() => decodeStatement(seven, [])).toThrow(code('STATEMENT_VALUE_OUT_OF_RANGE'));
    const reserved = bytes.slice();
    reserved[167] = 1;
    expect(() => decodeStatement(reserved, [blob])).toThrow(code('STATEMENT_RESERVED_NOT_ZERO'));
    const other = blobsFromWords([...splitBody(inBlobs).blobs, 1n]);
    expect(() => decodeStatement(bytes, other)).toThrow(code('BLOB_MALFORMED'));
  });

  it('has a data digest of the validium accounts’ diffs alone, bound to instance and batch', () => {
    const digest = (batchNumber: number, of = validiumDiffs, hash = instance) => toHex(dataDigest(hash, batchNumber, of));
    expect(digest(7)).toBe(digest(7, diffsOfTree(1, validiumDiffs)));
    expect(
      new Set([
        digest(7),
        digest(8),
        digest(7, distinctDiffs),
        digest(
          7,
          validiumDiffs,
          instance.map((byte) => byte ^ 1),
        ),
      ]).size,
    ).toBe(4);
  });

  it('is refused when truncated or extended at any byte', () => {
    const bytes = encodeStatement(full);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeStatement(bytes.subarray(0, length))).toThrow(expect.objectContaining({ code: 'STATEMENT_TRUNCATED' }));
    }
    expect(() => decodeStatement(new Uint8Array([...bytes, 0]))).toThrow(expect.objectContaining({ code: 'STATEMENT_TRAILING_BYTES' }));
  });

  it('turns any bytes behind a valid header into a coded fault or a statement, never a crash', () => {
    const words = full.words.length * 31;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: words, maxLength: words }), (body) => {
        const outcome = attempt(() => decodeStatement(new Uint8Array([...encodeHeader(full.header), ...body])));
        if ('fault' in outcome) expect(outcome.fault).toMatch(/^(STATEMENT|EFFECT|DIFF)_/);
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });

  it('has one encoding: a changed bit gives another statement or a coded fault, never a crash', () => {
    const bytes = encodeStatement(full);
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [at % 4, 4 + (at % 4)]) {
        const changed = bytes.slice();
        changed[at] ^= 1 << bit;
        const outcome = attempt(() => decodeStatement(changed));
        if ('fault' in outcome) expect(outcome.fault).toMatch(/^(STATEMENT|EFFECT|DIFF)_/);
        else expect(encodeStatement(outcome.statement)).toEqual(changed);
      }
    }
  });
});

function attempt(decode: () => Statement): { statement: Statement } | { fault: string } {
  try {
    return { statement: decode() };
  } catch (error) {
    return { fault: (error as { code?: string }).code ?? String(error) };
  }
}
