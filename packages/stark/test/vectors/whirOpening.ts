/** Writes vectors/whir-opening-*.json: WHIR alone, with one eq claim and the out-of-domain claims of step 1. */
import { writeFileSync } from 'node:fs';
import { P } from '@weir/crypto/field';
import { add, type Ext, mul } from '@weir/crypto/quintic';
import { tagBytes, toHex } from '@weir/foundation/bytes';
import { ProverChannel } from '../../src/channel.ts';
import {
  accumulatePowers,
  accumulateScaled,
  bindLeading,
  bindLeadingBase,
  eqTable,
  evaluateTable,
  evaluateUnivariateBase,
} from '../../src/multilinear.ts';
import { PROFILES, profileId, scheduleFor } from '../../src/profile.ts';
import { commitTable } from '../../src/whir/commitment.ts';
import { oracleShape, proveOpening, ReferenceOpeningTables } from '../../src/whir/prover.ts';

/** table[i] = (a·i² + b·i + c) mod p */
export function sampleTable(variables: number): Uint32Array {
  return Uint32Array.from({ length: 2 ** variables }, (_, i) =>
    Number((BigInt(i) ** 2n * 48271n + BigInt(i) * 16807n + 12345n) % BigInt(P)),
  );
}

/** The transcript begins with absorb(tag ‖ profileId); then root, out-of-domain samples, eq point, value, μ, WHIR. */
export async function whirOpening(profileName: string, variables: number) {
  const profile = PROFILES[profileName];
  const schedule = scheduleFor(profile, variables)!;
  const table = sampleTable(variables);
  const channel = new ProverChannel();
  const seed = new Uint8Array([...tagBytes('weir.whir.vector'), ...profileId(profile)]);
  channel.transcript.absorb(seed);
  const oracle = commitTable(table, oracleShape(profile, schedule, 0));
  channel.send(oracle.root);
  const samples: { point: Ext; value: Ext }[] = [];
  for (let s = 0; s < schedule.rounds[0].oodSamples; s++) {
    const point = channel.transcript.challenge();
    const value = evaluateUnivariateBase(table, point);
    channel.sendExts([value]);
    samples.push({ point, value });
  }
  const eqPoint = Array.from({ length: variables }, () => channel.transcript.challenge());
  const eqValue = evaluateTable(eqPoint.slice(1).reduce(bindLeading, bindLeadingBase(table, eqPoint[0])), []);
  channel.sendExts([eqValue]);
  const mu = channel.transcript.challenge();
  const weight = new Uint32Array(5 * table.length);
  let scale: Ext = [1, 0, 0, 0, 0];
  let claim: Ext = [0, 0, 0, 0, 0];
  for (const { point, value } of samples) {
    accumulatePowers(weight, point, scale);
    claim = add(claim, mul(scale, value));
    scale = mul(scale, mu);
  }
  accumulateScaled(weight, 0, eqTable(eqPoint), scale);
  claim = add(claim, mul(scale, eqValue));
  await proveOpening(channel, { profile, schedule, oracle, tables: new ReferenceOpeningTables(table, weight), claim });
  return {
    note: 'absorb(seed); root, out-of-domain samples as in step 1; eq point = N challenges; eqValue (20 bytes) absorbed; mu = challenge; W = Σ mu^s sel(z_s) + mu^S eq(point); then step 6. proof = root ‖ answers ‖ eqValue ‖ WHIR messages.',
    profile: profileName,
    profileId: toHex(profileId(profile)),
    variables,
    schedule,
    seed: toHex(seed),
    samples,
    eqPoint,
    eqValue,
    mu,
    claim,
    proofBytes: channel.proof().length,
    proof: toHex(channel.proof()),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [profile, variables] of [
    ['test', 6],
    ['test', 9],
    ['default', 14],
    ['default', 17],
    ['default', 18],
  ] as const) {
    const vector = await whirOpening(profile, variables);
    writeFileSync(
      new URL(`../../../../vectors/whir-opening-${profile}-${variables}.json`, import.meta.url),
      `${JSON.stringify(vector, null, 1)}\n`,
    );
    console.log(profile, variables, vector.proofBytes);
  }
}
