/**
 * WHIR, the prover's side (eprint 2024/1586; docs/proof.md step 6): Σ_y W(y) P(y) = σ for a committed table P and a weight W
 * that the verifier can evaluate anywhere.
 */
import { pow, rootOfUnity, sub as subBase } from '@weir/crypto/field';
import { add, type Ext, fromBase, load, mul, mulBase, sub, ZERO } from '@weir/crypto/quintic';
import { encodeWords, type ProverChannel } from '../channel.ts';
import { accumulatePowers, bindLeading, bindLeadingBase, evaluateUnivariate, WORDS } from '../multilinear.ts';
import type { SecurityProfile, WhirRound, WhirSchedule } from '../profile.ts';
import { commitTable, type Oracle, type OracleShape } from './commitment.ts';
import { foldLeaf, nextClaim } from './fold.ts';

/** The prover's two tables, F and W: the reference below, or kernels in WebAssembly memory. */
export interface OpeningTables {
  /** (c_0, c_2) of Σ_x F(X, x) W(X, x). */
  roundSums(): Promise<readonly [Ext, Ext]>;
  /** Binds the leading variable of both. */
  bind(r: Ext): Promise<void>;
  commit(shape: OracleShape): Promise<Oracle>;
  /** Σ_x F[x] y^x */
  evaluate(y: Ext): Promise<Ext>;
  /** W += Σ_j scale_j · sel(point_j, ·) */
  addPowers(terms: readonly { readonly point: Ext; readonly scale: Ext }[]): Promise<void>;
  /** F's values, five words each. */
  values(): Uint32Array;
}

export interface Opening {
  readonly profile: SecurityProfile;
  readonly schedule: WhirSchedule;
  /** The commitment of step 1. */
  readonly oracle: Oracle;
  readonly tables: OpeningTables;
  /** σ */
  readonly claim: Ext;
}

/** The shape of oracle i. */
export function oracleShape(profile: SecurityProfile, schedule: WhirSchedule, i: number): OracleShape {
  const { fold, logDomain } = schedule.rounds[i];
  return { width: i === 0 ? 1 : WORDS, fold, logDomain, digestBytes: profile.digestBytes };
}

export async function proveOpening(channel: ProverChannel, opening: Opening, onRound: (round: number) => void = () => {}): Promise<void> {
  const { profile, schedule, tables } = opening;
  let oracle = opening.oracle;
  let claim = opening.claim;

  const sumcheckStep = async (foldPow: number): Promise<Ext> => {
    const [c0, c2] = await tables.roundSums();
    channel.sendExts([c0, c2]);
    await channel.grind(foldPow);
    const r = channel.transcript.challenge();
    claim = nextClaim(claim, c0, c2, r);
    await tables.bind(r);
    return r;
  };

  for (const [i, round] of schedule.rounds.entries()) {
    const challenges: Ext[] = [];
    for (let step = 0; step < round.fold; step++) challenges.push(await sumcheckStep(round.foldPow));

    const next = schedule.rounds[i + 1];
    if (!next) {
      channel.send(encodeWords(tables.values()));
      await openQueries(channel, round, oracle);
      break;
    }
    const nextOracle = await tables.commit(oracleShape(profile, schedule, i + 1));
    channel.send(nextOracle.root);
    const claims: { point: Ext; value: Ext }[] = [];
    for (let s = 0; s < next.oodSamples; s++) {
      const point = channel.transcript.challenge();
      const value = await tables.evaluate(point);
      channel.sendExts([value]);
      claims.push({ point, value });
    }
    const { indices, leaves } = await openQueries(channel, round, oracle);
    const omega = rootOfUnity(round.logDomain);
    for (const [j, index] of indices.entries()) {
      claims.push({ point: fromBase(pow(omega, index)), value: foldLeaf(leaves[j], i === 0 ? 1 : WORDS, challenges) });
    }
    const xi = channel.transcript.challenge();
    let scale = xi;
    const terms: { point: Ext; scale: Ext }[] = [];
    for (const { point, value } of claims) {
      claim = add(claim, mul(scale, value));
      terms.push({ point, scale });
      scale = mul(scale, xi);
    }
    await tables.addPowers(terms);
    oracle = nextOracle;
    onRound(i);
  }
  for (let step = 0; step < schedule.finalVariables; step++) await sumcheckStep(0);
}

/** The version to read. `table` is in the base field until its first variable is bound. */
export class ReferenceOpeningTables implements OpeningTables {
  #table: Uint32Array;
  #weight: Uint32Array;
  #width: number;

  constructor(table: Uint32Array, weight: Uint32Array) {
    this.#table = table;
    this.#weight = weight;
    this.#width = table.length === weight.length ? WORDS : 1;
  }

  async roundSums(): Promise<[Ext, Ext]> {
    return this.#width === 1 ? roundSumsBase(this.#table, this.#weight) : roundSums(this.#table, this.#weight);
  }

  async bind(r: Ext): Promise<void> {
    this.#table = this.#width === 1 ? bindLeadingBase(this.#table, r) : bindLeading(this.#table, r);
    this.#weight = bindLeading(this.#weight, r);
    this.#width = WORDS;
  }

  async commit(shape: OracleShape): Promise<Oracle> {
    return commitTable(this.#table, shape);
  }

  async evaluate(y: Ext): Promise<Ext> {
    return evaluateUnivariate(this.#table, y);
  }

  async addPowers(terms: readonly { readonly point: Ext; readonly scale: Ext }[]): Promise<void> {
    for (const { point, scale } of terms) accumulatePowers(this.#weight, point, scale);
  }

  values(): Uint32Array {
    return this.#table;
  }
}

/** Grinds, draws the indices and appends leaves and siblings. */
async function openQueries(channel: ProverChannel, round: WhirRound, oracle: Oracle) {
  await channel.grind(round.queryPow);
  const indices = channel.transcript.indices(round.queries, round.logDomain);
  const { leaves, siblings } = await oracle.open(indices);
  for (const leaf of leaves) channel.sendUnbound(encodeWords(leaf));
  for (const sibling of siblings) channel.sendUnbound(sibling);
  return { indices, leaves };
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
