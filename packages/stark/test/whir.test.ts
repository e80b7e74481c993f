import { readFileSync } from 'node:fs';
import { add, type Ext, mul } from '@weir/crypto/quintic';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import { Rejected, VerifierChannel } from '../src/channel.ts';
import { eqAt, selAt } from '../src/multilinear.ts';
import { PROFILES, profileId, scheduleFor } from '../src/profile.ts';
import { verifyOpening } from '../src/whir/verifier.ts';
import { whirOpening } from './vectors/whirOpening.ts';

type Vector = Awaited<ReturnType<typeof whirOpening>>;

function verify(vector: Vector, proof = fromHex(vector.proof)): string {
  try {
    const profile = PROFILES[vector.profile];
    const schedule = scheduleFor(profile, vector.variables)!;
    const channel = new VerifierChannel(proof);
    channel.transcript.absorb(fromHex(vector.seed));
    const root = channel.receive(profile.digestBytes, 'root');
    const claims: { value: Ext; weight: (point: readonly Ext[]) => Ext }[] = [];
    for (let s = 0; s < schedule.rounds[0].oodSamples; s++) {
      const z = channel.transcript.challenge();
      claims.push({ value: channel.receiveExts(1, 'answer')[0], weight: (point) => selAt(z, point) });
    }
    const eqPoint = Array.from({ length: vector.variables }, () => channel.transcript.challenge());
    claims.push({ value: channel.receiveExts(1, 'value')[0], weight: (point) => eqAt(eqPoint, point) });
    const mu = channel.transcript.challenge();
    const combine = (of: (i: number) => Ext) => claims.reduceRight<Ext>((sum, _, i) => add(mul(sum, mu), of(i)), [0, 0, 0, 0, 0]);
    verifyOpening(channel, {
      profile,
      schedule,
      root,
      claim: combine((i) => claims[i].value),
      weightAt: (point) => combine((i) => claims[i].weight(point)),
    });
    channel.finish();
    return 'accepted';
  } catch (error) {
    if (error instanceof Rejected) return error.reason;
    throw error;
  }
}

describe('a WHIR opening', () => {
  it.each([5, 6, 7, 8, 9, 10])('of %i variables is accepted under the test profile', async (variables) => {
    expect(verify(await whirOpening('test', variables))).toBe('accepted');
  });

  it.each([14, 17, 18])('of %i variables that is published for the default profile is accepted', (variables) => {
    const vector = JSON.parse(
      readFileSync(new URL(`../../../vectors/whir-opening-default-${variables}.json`, import.meta.url), 'utf8'),
    ) as Vector;
    expect(vector.profileId).toBe(toHex(profileId(PROFILES.default)));
    expect(verify(vector)).toBe('accepted');
  });

  it('is refused when any byte of it changes', async () => {
    const vector = await whirOpening('test', 6);
    const proof = fromHex(vector.proof);
    for (let at = 0; at < proof.length; at += 7) {
      const tampered = proof.slice();
      tampered[at] ^= 1 << (at % 8);
      expect(verify(vector, tampered), `byte ${at}`).not.toBe('accepted');
    }
  });
});
