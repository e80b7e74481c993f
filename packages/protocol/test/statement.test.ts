import { toHex } from '@weir/foundation/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindStatement, instanceHash, instanceLimbs, PUBLIC_GROUPS, wordChain } from '../src/statement/binding.ts';
import { encodeHeader } from '../src/statement/header.ts';
import { wordFromLimbs } from '../src/statement/limbs.ts';
import type { Statement } from '../src/statement/statement.ts';
import { buildStatement, decodeStatement, encodeStatement } from '../src/statement/statement.ts';
import { diffs, distinctDiffs, distinctEffects, effects, fields, INSTANCE } from './statementCases.ts';
import { expectVectorFile } from './vectorFile.ts';

const instance = instanceHash(INSTANCE.chainId, INSTANCE.core);
const full = buildStatement(fields, effects, diffs);
const distinct = buildStatement({ ...fields, batchNumber: 8 }, distinctEffects, distinctDiffs);
const empty = buildStatement({ ...fields, hasClearing: false }, [], { headers: [], slots: [] });

function vector(name: string, statement: Statement) {
  const binding = bindStatement(instance, statement);
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
  };
}

describe('the statement', () => {
  it('matches the vectors shared with Solidity', () => {
    expectVectorFile('protocol-statement.json', {
      instance: { ...INSTANCE, hash: toHex(instance), limbs: instanceLimbs(instance) },
      statements: [vector('every effect kind and bound', full), vector('no words', empty), vector('pieces that all differ', distinct)],
    });
  });

  it('decodes to what was encoded', () => {
    expect(decodeStatement(encodeStatement(full))).toEqual(full);
    expect(decodeStatement(encodeStatement(distinct))).toEqual(distinct);
    expect(decodeStatement(encodeStatement(empty))).toEqual(empty);
  });

  it('has 13 groups of canonical public values', () => {
    const { publicValues } = bindStatement(instance, full);
    expect(publicValues).toHaveLength(8 * PUBLIC_GROUPS);
    expect(publicValues.every((value) => Number.isInteger(value) && value >= 0 && value < 0x7f000001)).toBe(true);
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
