/**
 * A true proof brought with anything but its own statement, instance, batch, digest or circuit is refused: by the core's header checks, each
 * under its own error, or by the verifier, then under the same name as in TypeScript. All through the deployed bytecode.
 *
 * `WEIR_LONG=1` flips every bit of the statement instead of one bit of every byte.
 */
import { readFileSync } from 'node:fs';
import { weirAbi } from '@weir/abi/weir';
import { verifyBatch } from '@weir/circuits/prove';
import { weirAir } from '@weir/circuits/weirAir';
import { P } from '@weir/crypto/field';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { evaluate, instanceHash } from '@weir/protocol/statement/binding';
import { HEADER_BYTES } from '@weir/protocol/statement/header';
import { WORD_BYTES, wordFromLimbs } from '@weir/protocol/statement/limbs';
import { decodeStatement, encodeBody, encodeStatement } from '@weir/protocol/statement/statement';
import type { Digest } from '@weir/protocol/types';
import type { Air } from '@weir/stark/air/ir';
import type { Abi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgeWords } from './support/forgedWords.ts';
import { BEGIN, type ProveAs, questionFor, random, type Scene, STAMP, setScene, verifyInTypeScript, wordsOf } from './support/hostile.ts';
import { BalancingChannel, edited, messagesOf } from './support/hostileProofs.ts';

const LONG = process.env['WEIR_LONG'] === '1';
const MINUTES = 60_000 * (LONG ? 20 : 2);

/** A statement that the proof was not made for changes every challenge; the first check that uses one is that of the buses. */
const NOT_ITS_STATEMENT = 'BusUnbalanced';

let scene: Scene;
let statement: Uint8Array;
let digest: Digest;
let proof: Uint8Array;
beforeAll(async () => {
  scene = await setScene();
  ({ statement, digest, proof } = scene.honest);
});
afterAll(() => scene?.stop());

/** What a node says to these bytes: a fault of the statement, or the verifier's reason. */
function batchInTypeScript(bytes: Uint8Array): string {
  try {
    const verdict = verifyBatch({ instance: scene.instance, statement: decodeStatement(bytes), proof });
    return verdict.accepted ? 'accepted' : verdict.reason;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

/** Both verifiers, on what L1 makes of these bytes and this D (the true D of the bytes without one). */
async function expectVerifiersRefuse(bytes: Uint8Array, label: string, given?: Digest): Promise<void> {
  const { digest: D, ...question } = questionFor(scene.instance, bytes, proof, given);
  const inTypeScript = verifyInTypeScript(question);
  expect(inTypeScript, label).toBe(NOT_ITS_STATEMENT);
  expect(await scene.settleOnL1({ statement: bytes, digest: D, proof }), label).toBe(inTypeScript);
}

/** The core refuses before it asks the verifier; TypeScript refuses too, in its own way. */
async function expectCoreRefuses(bytes: Uint8Array, error: string, label: string): Promise<void> {
  expect(await scene.settleOnL1({ statement: bytes, digest, proof }), label).toBe(error);
  expect(batchInTypeScript(bytes), label).not.toBe('accepted');
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset);

/** The core's error for a header that differs at `offset`, or undefined where only the proof can tell. */
function coreError(bytes: Uint8Array, offset: number): string | undefined {
  if (offset < 4) return 'WrongVersion';
  if (offset < 8) return 'WrongBatchNumber';
  if (offset < 16) {
    const timestamp = view(bytes).getBigUint64(8);
    if (timestamp > BigInt(BEGIN)) return 'TimestampInFuture';
    return timestamp < BigInt(BEGIN - 7_200) ? 'TimestampTooOld' : undefined;
  }
  if (offset < 48) return 'WrongRollupRoot';
  if (offset < 80) return view(bytes).getUint32(offset - (offset % 4)) >= P ? 'ElementNotCanonical' : undefined;
  if (offset < 112) return 'WrongValidiumRoot';
  if (offset < 144) return view(bytes).getUint32(offset - (offset % 4)) >= P ? 'ElementNotCanonical' : 'NotEnoughSignatures';
  if (offset < 164) return undefined;
  if (offset < 166) return view(bytes).getUint16(164) > 3 ? 'FlagsUnknown' : undefined;
  // One blob would do for the diffs of this batch, and then they must not be in calldata.
  if (offset === 166) return bytes[166] > 6 ? 'CountOutOfRange' : bytes[166] === 1 ? 'StatementLength' : 'WrongBlobCount';
  if (offset === 167) return 'ReservedNotZero';
  if (offset === 168 || offset === 173) return bytes[offset] >= 16 ? 'CountOutOfRange' : 'StatementLength';
  return offset < HEADER_BYTES ? 'StatementLength' : undefined;
}

it('the true statement with the true proof is accepted by both', async () => {
  expect(verifyBatch({ instance: scene.instance, statement: decodeStatement(statement), proof })).toEqual({ accepted: true });
  expect(await scene.settleOnL1(scene.honest)).toBe('accepted');
});

it('any byte of the statement changed', { timeout: MINUTES }, async () => {
  const below = random(11);
  for (let offset = 0; offset < statement.length; offset++) {
    for (const bit of LONG ? [0, 1, 2, 3, 4, 5, 6, 7] : [below(8)]) {
      const bytes = edited(statement, (copy) => {
        copy[offset] ^= 1 << bit;
      });
      const label = `byte ${offset}, bit ${bit}`;
      const error = coreError(bytes, offset);
      if (error !== undefined) {
        await expectCoreRefuses(bytes, error, label);
        continue;
      }
      expect(batchInTypeScript(bytes), label).not.toBe('accepted');
      // Whoever changes the words may bring the D of the changed ones, or that of the proven ones.
      await expectVerifiersRefuse(bytes, label);
      await expectVerifiersRefuse(bytes, `${label}, the proven D`, digest);
    }
  }
});

it('a statement that ends early or goes on', async () => {
  const lengths: [number, string][] = [
    [0, 'StatementTooShort'],
    [HEADER_BYTES - 1, 'StatementTooShort'],
    [HEADER_BYTES, 'StatementLength'],
    [statement.length - 1, 'StatementLength'],
    [statement.length + 1, 'StatementLength'],
    [statement.length + WORD_BYTES, 'StatementLength'],
  ];
  for (const [length, error] of lengths) {
    const bytes = new Uint8Array(length);
    bytes.set(statement.subarray(0, length));
    await expectCoreRefuses(bytes, error, `${length} bytes`);
  }
});

it('a word counted as another kind', async () => {
  // Same length, so only the proof knows where effects end and diffs begin.
  const recounted = edited(statement, (copy) => {
    copy[170] += 2;
    copy[172] -= 1;
  });
  await expectVerifiersRefuse(recounted, 'a header diff counted as effect');
});

it('two words exchanged', async () => {
  const body = statement.slice(HEADER_BYTES);
  const swapped = statement.slice();
  swapped.set(body.subarray(WORD_BYTES, 2 * WORD_BYTES), HEADER_BYTES);
  swapped.set(body.subarray(0, WORD_BYTES), HEADER_BYTES + WORD_BYTES);
  await expectVerifiersRefuse(swapped, 'words 0 and 1');
});

describe('another digest D', () => {
  it('canonical ones are refused by both verifiers', async () => {
    for (let i = 0; i < 8; i++) {
      const other = digest.map((element, at) => (at === i ? (element + 1) % P : element));
      await expectVerifiersRefuse(statement, `element ${i}`, other);
    }
    await expectVerifiersRefuse(statement, 'zero', new Array<number>(8).fill(0));
  });

  it('a second encoding of the true one is refused by the core', async () => {
    for (let i = 0; i < 8; i++) {
      const other = digest.map((element, at) => (at === i ? element + P : element));
      expect(await scene.settleOnL1({ statement, digest: other, proof })).toBe('ElementNotCanonical');
    }
  });
});

it('another timestamp that the core would allow', async () => {
  for (const timestamp of [STAMP - 5_000, STAMP - 1, STAMP + 1, BEGIN]) {
    const bytes = edited(statement, (_, at) => at.setBigUint64(8, BigInt(timestamp)));
    await expectVerifiersRefuse(bytes, `stamped ${timestamp}`);
  }
});

describe('a true proof of something else', () => {
  const core = '0x5fbdb2315678afecb367f032d93f642f64180aa3';
  it.each<[string, () => Uint8Array]>([
    ['the same batch on another chain', () => instanceHash(1n, scene.core.toLowerCase() as `0x${string}`)],
    ['the same batch for another core on this chain', () => instanceHash(31_337n, core)],
  ])('%s', async (label, instance) => {
    const other = scene.witnessFor(instance());
    const foreign = await scene.prove(other);
    // Its statement is the same to the byte: only the instance tells them apart.
    expect(encodeStatement(other.statement)).toEqual(statement);
    expect(verifyBatch({ instance: instance(), statement: other.statement, proof: foreign })).toEqual({ accepted: true });
    expect(verifyBatch({ instance: scene.instance, statement: other.statement, proof: foreign })).toMatchObject({
      reason: NOT_ITS_STATEMENT,
    });
    expect(await scene.settleOnL1({ statement, digest, proof: foreign }), label).toBe(NOT_ITS_STATEMENT);
  });

  it('the same batch under another number', async () => {
    const other = scene.witnessFor(scene.instance, 2);
    const foreign = await scene.prove(other);
    expect(verifyBatch({ instance: scene.instance, statement: other.statement, proof: foreign })).toEqual({ accepted: true });
    expect(verifyInTypeScript(questionFor(scene.instance, statement, foreign))).toBe(NOT_ITS_STATEMENT);
    expect(await scene.settleOnL1({ statement, digest, proof: foreign })).toBe(NOT_ITS_STATEMENT);
    const ownStatement = encodeStatement(other.statement);
    expect(await scene.settleOnL1({ statement: ownStatement, digest: other.binding.digest, proof: foreign })).toBe('WrongBatchNumber');
  });

  it('this batch by another circuit', async () => {
    // The prover is the same to the last constraint; only the preamble names another AIR.
    const air: Air = { ...weirAir, digest: edited(weirAir.digest, (bytes) => (bytes[0] ^= 1)) };
    const question = { ...scene.honest, proof: await scene.prove(scene.witness, { air }) };
    expect(verifyInTypeScript(question)).toBe(NOT_ITS_STATEMENT);
    expect(await scene.verifyOnL1(question)).toBe(NOT_ITS_STATEMENT);
  });

  it('a proof of an example circuit', async () => {
    const vector = JSON.parse(readFileSync(new URL('../../vectors/proofs/poseidon-chain-default.json', import.meta.url), 'utf8'));
    const foreign = fromHex(vector.proof);
    // As it is, and behind the heights of this circuit's proof.
    const heights = proof.subarray(0, weirAir.chips.length);
    const behind = edited(foreign, (bytes) => bytes.set(heights));
    for (const [bytes, reason] of [
      [foreign, 'ShapeOutOfBounds'],
      [behind, undefined],
    ] as const) {
      const question = { ...scene.honest, proof: bytes };
      const inTypeScript = verifyInTypeScript(question);
      expect(['ShapeOutOfBounds', 'NonCanonicalElement', NOT_ITS_STATEMENT]).toContain(inTypeScript);
      if (reason !== undefined) expect(inTypeScript).toBe(reason);
      expect(await scene.verifyOnL1(question)).toBe(inTypeScript);
    }
  });
});

describe('public values that no statement gives', () => {
  it('another number of them', async () => {
    for (const length of [0, 8, 96, 112]) {
      const publicValues = new Uint32Array(length);
      publicValues.set(scene.honest.publicValues.subarray(0, length));
      const question = { ...scene.honest, publicValues };
      expect(verifyInTypeScript(question)).toBe('ShapeOutOfBounds');
      expect(await scene.verifyOnL1(question)).toBe('ShapeOutOfBounds');
    }
  });

  it('any one of them another, or p more', { timeout: MINUTES }, async () => {
    for (const [i, value] of scene.honest.publicValues.entries()) {
      for (const [other, reason] of [
        [(value + 1) % P, NOT_ITS_STATEMENT],
        [value + P, 'NonCanonicalElement'],
      ] as const) {
        const publicValues = scene.honest.publicValues.slice();
        publicValues[i] = other;
        const question = { ...scene.honest, publicValues };
        expect(verifyInTypeScript(question), `value ${i}`).toBe(reason);
        expect(await scene.verifyOnL1(question), `value ${i}`).toBe(reason);
      }
    }
  });

  it('any bit of the context another', async () => {
    const below = random(12);
    for (let byte = 0; byte < 32; byte++) {
      const context = edited(scene.honest.context, (bytes) => {
        bytes[byte] ^= 1 << below(8);
      });
      const question = { ...scene.honest, context };
      expect(verifyInTypeScript(question)).toBe(NOT_ITS_STATEMENT);
      expect(await scene.verifyOnL1(question)).toBe(NOT_ITS_STATEMENT);
    }
  });
});

// Its challenges fit its public values, unlike those of a proof that is merely brought along: only the circuit's own bus can tell.
describe('a prover who proves true traces under false public values', () => {
  it.each([
    ['the new rollup root', 8],
    ['the instance', 32],
    ['the batch’s number', 40],
    ['the timestamp', 41],
    ['the count of effect words', 44],
    ['D', 48],
    ['z', 56],
    ['y', 80],
  ])('%s', async (label, at) => {
    const publicValues = scene.honest.publicValues.map((value, i) => (i === at ? (value + 1) % P : value));
    const question = { ...scene.honest, publicValues, proof: await scene.prove(scene.witness, { publicValues }) };
    expect(verifyInTypeScript(question), label).toBe('BusUnbalanced');
    expect(await scene.verifyOnL1(question), label).toBe('BusUnbalanced');
  });

  it('and claims the sum of the buses that they need', async () => {
    const publicValues = scene.honest.publicValues.map((value, i) => (i === 80 ? (value + 1) % P : value));
    const { offset } = messagesOf(scene.honest).find(({ what }) => what === 'fraction root')!;
    const channel: ProveAs['channel'] = (findNonce) => new BalancingChannel(offset, publicValues, findNonce);
    const question = { ...scene.honest, publicValues, proof: await scene.prove(scene.witness, { publicValues, channel }) };
    expect(verifyInTypeScript(question)).toBe('FractionLayerMismatch');
    expect(await scene.verifyOnL1(question)).toBe('FractionLayerMismatch');
  });
});

describe('words forged to meet y', () => {
  // The circuit's own words stay the true ones, so the proof stays true; L1 would read the forged ones.
  it('two words changed so that y at the proof’s z is the same', async () => {
    const words = wordsOf(statement);
    const { z, y } = scene.witness.binding;
    for (const [i, j] of [
      [1, 3],
      [0, words.length - 1],
      [words.length - 2, words.length - 1],
    ]) {
      const forged = forgeWords(words, z, i, j);
      expect([i, j].map((at) => wordFromLimbs(forged[at]) !== wordFromLimbs(words[at]))).toEqual([true, true]);
      expect(evaluate(forged, z)).toBe(y);

      const bytes = statement.slice();
      bytes.set(encodeBody(forged), HEADER_BYTES);
      const label = `words ${i} and ${j}`;
      await expectVerifiersRefuse(bytes, `${label}, the proven D`, digest);
      await expectVerifiersRefuse(bytes, `${label}, their own D`);
    }
  });

  it('z moves with every byte of the body, even under the proven D', () => {
    const { z } = scene.witness.binding;
    const limbsOfZ = (bytes: Uint8Array) => questionFor(scene.instance, bytes, proof, digest).publicValues.subarray(56, 80);
    const unchanged = limbsOfZ(statement);
    expect(unchanged.reduceRight((value, limb, i) => (i < 22 ? (value << 12n) | BigInt(limb) : value), 0n)).toBe(z);
    for (let offset = HEADER_BYTES; offset < statement.length; offset++) {
      const bytes = edited(statement, (copy) => {
        copy[offset] ^= 1;
      });
      expect(limbsOfZ(bytes)).not.toEqual(unchanged);
    }
  });
});

it('the true proof settles, once', async () => {
  await scene.settle(scene.honest);
  expect(await scene.chain.read(scene.core, weirAbi as Abi, 'rollupRoot')).toBe(toHex(statement.subarray(48, 80)));
  expect(await scene.settleOnL1(scene.honest)).toBe('WrongBatchNumber');
});
