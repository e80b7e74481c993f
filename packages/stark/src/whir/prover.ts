/**
 * WHIR, the prover's side (eprint 2024/1586; docs/proof.md step 6): Σ_y W(y) P(y) = σ for a committed table P and a weight W
 * that the verifier can evaluate anywhere.
 */
import { pow, rootOfUnity, sub as subBase } from '@weir/crypto/field';
import { type Ext, ZERO, add, fromBase, load, mul, mulBase, sub } from '@weir/crypto/quintic';
import { encodeWords, type ProverChannel } from '../channel.ts';
import { accumulatePowers, bindLeading, bindLeadingBase, eqTable, evaluateUnivariate, WORDS } from '../multilinear.ts';
import type { SecurityProfile, WhirRound, WhirSchedule } from '../profile.ts';
import { commitTable, type Oracle } from './commitment.ts';

export interface Opening {
  readonly profile: SecurityProfile;
  readonly schedule: WhirSchedule;
  /** Base-field table, 2^N words. */
  readonly table: Uint32Array;
  readonly oracle: Oracle;
  /** K table of W, 2^N elements. */
  readonly weight: Uint32Array;
  /** σ */
  readonly claim: Ext;
}

export function commitBase(table: Uint32Array, profile: SecurityProfile, schedule: WhirSchedule): Oracle {
  const [{ fold, logDomain }] = schedule.rounds;
  return commitTable(table, { width: 1, fold, logDomain, digestBytes: profile.digestBytes });
}

export async function proveOpening(channel: ProverChannel, opening: Opening, onRound: (round: number) => void = () => {}): Promise<void> {
  const { profile, schedule } = opening;
  let table = opening.table;
  let width = 1;
  let weight = opening.weight;
  let oracle = opening.oracle;
  let claim = opening.claim;

  const sumcheckStep = async (foldPow: number): Promise<Ext> => {
    const [c0, c2] = width === 1 ? roundSumsBase(table, weight) : roundSums(table, weight);
    channel.sendExts([c0, c2]);
    await channel.grind(foldPow);
    const r = channel.transcript.challenge();
    claim = nextClaim(claim, c0, c2, r);
    table = width === 1 ? bindLeadingBase(table, r) : bindLeading(table, r);
    weight = bindLeading(weight, r);
    width = WORDS;
    return r;
  };

  for (const [i, round] of schedule.rounds.entries()) {
    const challenges: Ext[] = [];
    for (let step = 0; step < round.fold; step++) challenges.push(await sumcheckStep(round.foldPow));

    const next = schedule.rounds[i + 1];
    if (!next) {
      channel.send(encodeWords(table));
      await openQueries(channel, round, oracle);
      break;
    }
    const nextOracle = commitTable(table, { width: WORDS, fold: next.fold, logDomain: next.logDomain, digestBytes: profile.digestBytes });
    channel.send(nextOracle.root);
    const points: Ext[] = [];
    const values: Ext[] = [];
    for (let s = 0; s < next.oodSamples; s++) {
      const z = channel.transcript.challenge();
      const value = evaluateUnivariate(table, z);
      channel.sendExts([value]);
      points.push(z);
      values.push(value);
    }
    const indices = await openQueries(channel, round, oracle);
    const omega = rootOfUnity(round.logDomain);
    for (const index of indices) {
      points.push(fromBase(pow(omega, index)));
      values.push(foldLeaf(oracle.leaf(index), i === 0 ? 1 : WORDS, challenges));
    }
    const xi = channel.transcript.challenge();
    let scale = xi;
    for (const [j, point] of points.entries()) {
      claim = add(claim, mul(scale, values[j]));
      accumulatePowers(weight, point, scale);
      scale = mul(scale, xi);
    }
    oracle = nextOracle;
    onRound(i);
  }
  for (let step = 0; step < schedule.finalVariables; step++) await sumcheckStep(0);
}

/** Grinds, draws the indices and appends leaves and siblings. */
async function openQueries(channel: ProverChannel, round: WhirRound, oracle: Oracle): Promise<number[]> {
  await channel.grind(round.queryPow);
  const indices = channel.transcript.indices(round.queries, round.logDomain);
  for (const index of indices) channel.sendUnbound(encodeWords(oracle.leaf(index)));
  for (const sibling of oracle.siblings(indices)) channel.sendUnbound(sibling);
  return indices;
}

/** s(r) for s(X) = c_0 + c_1 X + c_2 X² with s(0) + s(1) = claim. */
export function nextClaim(claim: Ext, c0: Ext, c2: Ext, r: Ext): Ext {
  const c1 = sub(sub(claim, add(c0, c0)), c2);
  return add(c0, mul(r, add(c1, mul(r, c2))));
}

/** Σ_b eq(b, challenges) leaf[b]; the first challenge belongs to b's most significant bit. */
export function foldLeaf(leaf: Uint32Array, width: number, challenges: readonly Ext[]): Ext {
  const weights = eqTable(challenges);
  let sum = ZERO;
  for (let b = 0; b < 2 ** challenges.length; b++) {
    const weight = load(weights, WORDS * b);
    sum = add(sum, width === 1 ? mulBase(weight, leaf[b]) : mul(weight, load(leaf, WORDS * b)));
  }
  return sum;
}

/** (c_0, c_2) of Σ_x P(X, x) W(X, x). */
function roundSums(table: Uint32Array, weight: Uint32Array): [Ext, Ext] {
  const half = table.length / 2;
  let c0 = ZERO;
  let c2 = ZERO;
  for (let i = 0; i < half; i += WORDS) {
    const p0 = load(table, i);
    const w0 = load(weight, i);
    c0 = add(c0, mul(p0, w0));
    c2 = add(c2, mul(sub(load(table, half + i), p0), sub(load(weight, half + i), w0)));
  }
  return [c0, c2];
}

function roundSumsBase(table: Uint32Array, weight: Uint32Array): [Ext, Ext] {
  const half = table.length / 2;
  let c0 = ZERO;
  let c2 = ZERO;
  for (let i = 0; i < half; i++) {
    const w0 = load(weight, WORDS * i);
    c0 = add(c0, mulBase(w0, table[i]));
    c2 = add(c2, mulBase(sub(load(weight, WORDS * (half + i)), w0), subBase(table[half + i], table[i])));
  }
  return [c0, c2];
}
