/**
 * Whatever is done to a proof of the production circuit, both verifiers refuse it with the same, expected name: TypeScript, and Solidity as
 * deployed bytecode within mainnet's gas limit (`Scene.verifyOnL1` throws on anything that is not a custom error, out of gas included).
 *
 * Places are drawn with a seed. `WEIR_LONG=1` changes every sibling and many more elements; `npm run fuzz:proof` goes on for hours.
 */
import { weirAir } from '@weir/circuits/weirAir';
import { P } from '@weir/crypto/field';
import { concatBytes, toHex } from '@weir/foundation/bytes';
import type { Rejection } from '@weir/stark/channel';
import { DEFAULT_PROFILE, profileId, type SecurityProfile, TEST_PROFILE } from '@weir/stark/profile';
import { deriveShape } from '@weir/stark/stack';
import { verifyProof } from '@weir/stark/verifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random, type Scene, setScene, verifyInTypeScript } from './support/hostile.ts';
import {
  changedProfile,
  edited,
  incremented,
  LazyChannel,
  LyingChannel,
  type Message,
  messagesOf,
  REASON_BY_KIND,
  representatives,
} from './support/hostileProofs.ts';

const LONG = process.env['WEIR_LONG'] === '1';
const MINUTES = 60_000 * (LONG ? 20 : 2);

let scene: Scene;
let honest: Uint8Array;
let messages: Message[];
beforeAll(async () => {
  scene = await setScene();
  honest = scene.honest.proof;
  messages = messagesOf(scene.honest);
});
afterAll(() => scene?.stop());

/** Asks both, insists on one answer, and on its being one of the expected. */
async function expectRefusal(proof: Uint8Array, expected: readonly Rejection[], label: string): Promise<void> {
  const question = { ...scene.honest, proof };
  const inTypeScript = verifyInTypeScript(question);
  expect(await scene.verifyOnL1(question), label).toBe(inTypeScript);
  expect(expected, label).toContain(inTypeScript);
}

const messageOf = (what: string): Message => {
  const found = messages.find((message) => message.what === what);
  if (!found) throw new RangeError(`no message called ${what}`);
  return found;
};
const first = (kind: string): Message => messages.find((message) => message.kind === kind)!;
const last = (kind: string): Message => messages.findLast((message) => message.kind === kind)!;
const at = (what: string): number => messageOf(what).offset;

it('the true proof is accepted by both', async () => {
  expect(verifyInTypeScript(scene.honest)).toBe('accepted');
  expect(await scene.verifyOnL1(scene.honest)).toBe('accepted');
});

it('every kind of message has its expected reason', () => {
  expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(Object.keys(REASON_BY_KIND)));
});

/** One of 64 siblings: there are hundreds, and they play one role. */
const isSampled = ({ kind }: Message, i: number): boolean => LONG || kind !== 'oracle # siblings' || i % 64 === 0;

it('one flipped bit in any message', { timeout: MINUTES }, async () => {
  const below = random(1);
  for (const { what, kind, offset, length } of messages.filter(isSampled)) {
    const byte = below(length);
    const bit = below(8);
    const proof = edited(honest, (bytes) => {
      bytes[offset + byte] ^= 1 << bit;
    });
    await expectRefusal(proof, ['NonCanonicalElement', ...REASON_BY_KIND[kind]], `${what}, byte ${byte}, bit ${bit}`);
  }
});

/** First, last and some elements between. */
function placesIn({ length, offset }: Message, below: (bound: number) => number): number[] {
  const count = length / 4;
  const between = Array.from({ length: Math.min(LONG ? 256 : 1, count >> 5) }, () => below(count));
  return [...new Set([0, count - 1, ...between])].map((i) => offset + 4 * i);
}

it('an element of any kind of message replaced by another', { timeout: MINUTES }, async () => {
  const below = random(2);
  for (const message of representatives(messages)) {
    for (const place of placesIn(message, below)) {
      const value = new DataView(honest.buffer, honest.byteOffset).getUint32(place);
      for (const other of [0, P - 1, (value + 1 + below(P - 1)) % P]) {
        if (other === value) continue;
        const proof = edited(honest, (_, view) => view.setUint32(place, other));
        await expectRefusal(proof, REASON_BY_KIND[message.kind], `${message.what}: ${value} at ${place} became ${other}`);
      }
    }
  }
});

it('a second encoding of the same element, in any kind of message', { timeout: MINUTES }, async () => {
  const below = random(3);
  for (const message of representatives(messages)) {
    for (const place of placesIn(message, below)) {
      const proof = edited(honest, (_, view) => view.setUint32(place, view.getUint32(place) + P));
      await expectRefusal(proof, ['NonCanonicalElement'], `${message.what} at ${place}`);
    }
  }
});

it('a proof that ends early', { timeout: MINUTES }, async () => {
  const below = random(4);
  const boundaries = new Map(messages.map(({ kind, offset, length }) => [kind, [offset, offset + length - 1]]));
  const lengths = new Set([
    0,
    1,
    honest.length - 1,
    ...[...boundaries.values()].flat(),
    ...Array.from({ length: LONG ? 16 : 4 }, () => below(honest.length)),
  ]);
  for (const length of lengths) await expectRefusal(honest.slice(0, length), ['ProofTruncated'], `${length} bytes`);
});

it('a proof that goes on', async () => {
  for (const tail of [Uint8Array.of(0), new Uint8Array(20), new Uint8Array(32).fill(255), honest]) {
    await expectRefusal(concatBytes(honest, tail), ['TrailingBytes'], `${tail.length} bytes more`);
  }
  for (const { what, offset } of [first('oracle # siblings'), first('zerocheck round #'), first('column values')]) {
    const shifted = concatBytes(honest.subarray(0, offset), new Uint8Array(20), honest.subarray(offset));
    const refusals: Rejection[] = ['MerkleMismatch', 'ZerocheckMismatch', 'NonCanonicalElement'];
    await expectRefusal(shifted, refusals, `20 zeros before ${what}`);
  }
});

it('bytes that never were a proof', { timeout: MINUTES }, async () => {
  const below = random(5);
  const heights = honest.subarray(0, weirAir.chips.length);
  const noise = (length: number, mask: number) => Uint8Array.from({ length }, (_, i) => below(256) & (i % 4 === 0 ? mask : 255));
  await expectRefusal(new Uint8Array(0), ['ProofTruncated'], 'nothing');
  await expectRefusal(new Uint8Array(100_000), ['ShapeOutOfBounds', 'BusUnbalanced', 'FractionRootZero'], 'zeros');
  await expectRefusal(new Uint8Array(100_000).fill(255), ['ShapeOutOfBounds'], 'ones');
  for (let i = 0; i < (LONG ? 10 : 2); i++) {
    const length = below(100_000);
    await expectRefusal(noise(length, 255), ['ShapeOutOfBounds', 'ProofTruncated'], `${length} random bytes`);
    const fitting = concatBytes(heights, noise(26, 255), noise(length, 255));
    await expectRefusal(fitting, ['NonCanonicalElement', 'BusUnbalanced', 'ProofTruncated'], `heights and ${length} random bytes`);
    const canonical = concatBytes(heights, noise(26, 255), noise(length, 0x3f));
    await expectRefusal(canonical, ['BusUnbalanced', 'ProofTruncated'], `heights and ${length} bytes of random elements`);
  }
});

describe('what each name stands for, from deployed bytecode', () => {
  it.each<[Rejection, string, () => Uint8Array]>([
    ['ProofTruncated', 'the last byte is missing', () => honest.slice(0, -1)],
    ['ShapeOutOfBounds', 'a chip of 2^255 rows', () => edited(honest, (bytes) => bytes.fill(255, 0, 1))],
    ['NonCanonicalElement', 'p for an answer', () => edited(honest, (_, view) => view.setUint32(at('out-of-domain answer'), P))],
    ['GrindingFailed', 'another nonce', () => edited(honest, (bytes) => bytes.fill(7, at('whir 0 queries'), at('whir 0 queries') + 8))],
    [
      'FractionRootZero',
      'the sum’s denominator is 0',
      () => edited(honest, (bytes) => bytes.fill(0, at('fraction root') + 20, at('fraction root') + 40)),
    ],
    ['BusUnbalanced', 'another sum', () => incremented(honest, at('fraction root'))],
    ['FractionLayerMismatch', 'the first layer is not the sum’s', () => incremented(honest, at('fraction layer 0'))],
    ['ZerocheckMismatch', 'another value of a column', () => incremented(honest, at('column values'))],
    ['MerkleMismatch', 'another leaf', () => incremented(honest, at('oracle 0 leaves'))],
    ['FinalSumMismatch', 'another last message', () => incremented(honest, last('last sumcheck #').offset)],
    ['TrailingBytes', 'one byte more', () => concatBytes(honest, Uint8Array.of(0))],
  ])('%s: %s', async (reason, label, proof) => {
    await expectRefusal(proof(), [reason], label);
  });
});

// A prover whose every nonce is true and every later message follows from the false one: what catches it is the argument itself.
describe('a prover who lies once and goes on consistently', () => {
  it.each<[Rejection, string, string]>([
    ['FinalPolynomialMismatch', 'a coefficient of the final polynomial', 'final polynomial'],
    ['FinalSumMismatch', 'the first answer out of domain', 'out-of-domain answer'],
    ['FinalSumMismatch', 'the second answer out of domain', 'out-of-domain answer 1'],
    ['FinalSumMismatch', 'a folding message', 'whir 0 fold 0'],
    ['MerkleMismatch', 'the root of the second oracle', 'root 1'],
    ['MerkleMismatch', 'the root of the trace', 'trace root'],
    ['ZerocheckMismatch', 'the values of the columns', 'column values'],
    ['FractionLayerMismatch', 'a layer of the fraction tree', 'fraction layer 3'],
  ])('%s: %s', async (reason, label, what) => {
    const lie = await scene.prove(scene.witness, { channel: (findNonce) => new LyingChannel(at(what), findNonce) });
    await expectRefusal(lie, [reason], label);
  });
});

// The one lie that the zerocheck cannot see: where every selector of a chip is 0, its constraints hold whatever else it claims.
it('a prover who lies about a column of an idle chip is caught by the opening', async () => {
  const below = random(6);
  const { offset, length } = messageOf('column values');
  const isInvisible = (at: number) => verifyInTypeScript({ ...scene.honest, proof: incremented(honest, offset + at) }) === 'GrindingFailed';
  let place = 0;
  while (!isInvisible(place)) place = 20 * below(length / 20);
  const lie = await scene.prove(scene.witness, { channel: (findNonce) => new LyingChannel(offset, findNonce, place) });
  await expectRefusal(lie, ['FinalSumMismatch'], `element at ${place}`);
});

describe('a prover who proves less than the profile demands', () => {
  type Change = Parameters<typeof changedProfile>[2];
  const variables = () => deriveShape(weirAir, DEFAULT_PROFILE, [...honest.subarray(0, weirAir.chips.length)])!.variables;
  const changes: [string, Change, readonly Rejection[]][] = [
    ['one query less of the trace', ({ rounds }) => rounds[0].queries--, ['NonCanonicalElement', 'MerkleMismatch']],
    ['one query less of the last oracle', ({ rounds }) => rounds[rounds.length - 1].queries--, ['NonCanonicalElement', 'MerkleMismatch']],
    ['the trace at twice the rate', ({ rounds }) => rounds[0].logDomain--, ['NonCanonicalElement', 'MerkleMismatch']],
    ['no sample out of domain', ({ rounds }) => rounds[0].oodSamples--, ['NonCanonicalElement', 'BusUnbalanced']],
  ];

  const acceptedUnder = (profile: SecurityProfile, proof: Uint8Array) =>
    expect(verifyProof({ air: weirAir, profile, ...scene.honest, proof }), 'a proof of its own profile').toEqual({ accepted: true });

  it.each(changes)('%s: refused for the profile’s id', async (label, change) => {
    const profile = changedProfile('weaker', variables(), change);
    expect(toHex(profileId(profile))).not.toBe(toHex(profileId(DEFAULT_PROFILE)));
    const proof = await scene.prove(scene.witness, { profile });
    acceptedUnder(profile, proof);
    await expectRefusal(proof, ['BusUnbalanced', 'NonCanonicalElement'], label);
  });

  it.each(changes)('%s, under a forged id: refused all the same', async (label, change, expected) => {
    const profile = changedProfile('default', variables(), change);
    expect(toHex(profileId(profile))).toBe(toHex(profileId(DEFAULT_PROFILE)));
    const proof = await scene.prove(scene.witness, { profile });
    acceptedUnder(profile, proof);
    await expectRefusal(proof, expected, label);
  });

  it('less grinding before the last queries', async () => {
    const grinds = messages.filter(({ kind }) => kind === 'whir # queries' || kind === 'whir # fold # nonce').length;
    const proof = await scene.prove(scene.witness, { channel: (findNonce) => new LazyChannel(grinds, findNonce!) });
    await expectRefusal(proof, ['GrindingFailed'], 'a bit less');
  });

  it('the weak profile of the tests', async () => {
    const proof = await scene.prove(scene.witness, { profile: TEST_PROFILE });
    acceptedUnder(TEST_PROFILE, proof);
    await expectRefusal(proof, ['BusUnbalanced', 'NonCanonicalElement'], 'test');
  });
});
