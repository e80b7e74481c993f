/**
 * The soundness calculator: provable bits of every round, and the WHIR schedule that follows from them.
 *
 * Round-by-round soundness: the argument is as strong as its weakest round (Fiat–Shamir lets a prover retry each round alone),
 * and grinding before a challenge adds to exactly that round. Everything is in the list-decoding regime up to the Johnson bound:
 * a code of rate ρ with multiplicity m has proximity θ = 1 − √ρ − η, η = √ρ/(2m), and lists of at most (m + ½)/√ρ words.
 *
 * Sources: WHIR (eprint 2024/1586, theorem 5.2), proximity gaps of BCHKS25 (eprint 2025/2055, theorem 4.2), as in
 * ethereum/soundcalc. Where soundcalc counts the un-interleaved code (length 2^{d + k − s} at fold s) we do the same: our oracles
 * are interleaved and shorter, so the figure is a lower bound. List sizes are multiplied into every later round although the
 * out-of-domain samples already single out one word; that too only lowers the figure.
 */
import { TWO_ADICITY } from '@weir/crypto/field';
import type { SecurityProfile, WhirRound, WhirSchedule } from './profile.ts';

/** log2 |K| for K = F_p^5, p = 2^31 − 2^24 + 1. */
export const FIELD_BITS = 5 * Math.log2(2 ** 31 - 2 ** 24 + 1);
/** d = max(3, 1 + deg_Z ŵ + deg_X ŵ): P·W with W multilinear. */
const WHIR_DEGREE = 3;
/** eq · (constraint of degree 3), and eq · (numerator · denominator) rounded up to the same. */
const ZEROCHECK_DEGREE = 4;
const GKR_DEGREE = 3;
const MAX_MULTIPLICITY = 24;
const MIN_MULTIPLICITY = 3;

export interface Code {
  /** −log2 of the rate. */
  readonly logInverseRate: number;
  readonly multiplicity: number;
}

/** log2 of the list size (m + ½)/√ρ. */
export function logListSize({ logInverseRate, multiplicity }: Code): number {
  return Math.log2(multiplicity + 0.5) + logInverseRate / 2;
}

/** −log2(1 − θ): what one query is worth. */
export function bitsPerQuery({ logInverseRate, multiplicity }: Code): number {
  return logInverseRate / 2 - Math.log2(1 + 1 / (2 * multiplicity));
}

/** −log2 of the proximity-gap error of a line for a code of length 2^logLength. */
export function proximityGapBits(code: Code, logLength: number): number {
  const rate = 2 ** -code.logInverseRate;
  const m = code.multiplicity + 0.5;
  const theta = 1 - Math.sqrt(rate) * (1 + 1 / (2 * code.multiplicity));
  const first = ((2 * m ** 5 + 3 * m * theta * rate) * 2 ** logLength) / (3 * rate ** 1.5);
  return FIELD_BITS - Math.log2(first + m / Math.sqrt(rate));
}

/** Two words of the list agreeing on `samples` random points: L²/2 · (2^n / |K|)^samples. */
export function outOfDomainBits(code: Code, variables: number, samples: number): number {
  return samples * (FIELD_BITS - variables) + 1 - 2 * logListSize(code);
}

/** One folding challenge: degree·L/|K| plus the proximity gap. `step` = 1 … fold. */
export function foldBits(code: Code, logDomain: number, fold: number, step: number): number {
  const sumcheck = FIELD_BITS - Math.log2(WHIR_DEGREE) - logListSize(code);
  return addErrors(sumcheck, proximityGapBits(code, logDomain + fold - step));
}

/** −log2(2^−a + 2^−b). */
function addErrors(a: number, b: number): number {
  const low = Math.min(a, b);
  return low - Math.log2(1 + 2 ** (low - Math.max(a, b)));
}

/** (1 − θ)^queries. */
export function queryBits(code: Code, queries: number): number {
  return queries * bitsPerQuery(code);
}

/** Powers of one challenge over `terms` claims about a word of the list. */
export function batchingBits(code: Code, terms: number): number {
  return FIELD_BITS - Math.log2(Math.max(1, terms)) - logListSize(code);
}

/** α, γ: Σ m/d is a rational function of total degree ≤ 2^L·(tuple length + 1). */
export function logupBits(profile: SecurityProfile, code: Code): number {
  return FIELD_BITS - profile.maxFractionVariables - Math.log2(profile.airLimits.tupleLength + 1) - logListSize(code);
}

export function busGrinding(profile: SecurityProfile): number {
  const worst = { logInverseRate: profile.logInverseRate, multiplicity: MAX_MULTIPLICITY };
  const missing = Math.ceil(profile.targetBits - logupBits(profile, worst));
  return within(missing, profile.grinding.bus, `bus grinding of profile ${profile.name}`);
}

function within(bits: number, { floor, cap }: { floor: number; cap: number }, what: string): number {
  if (bits > cap) throw new RangeError(`${what}: ${bits} bits needed, at most ${cap} allowed`);
  return Math.max(floor, bits);
}

const shrinkAfter = (profile: SecurityProfile, round: number): number =>
  profile.domainShrinks[Math.min(round, profile.domainShrinks.length - 1)];

/**
 * The schedule for N variables: of all fold sequences that the profile allows, the one with the fewest expected bytes (on a tie the
 * one whose first differing fold comes first in the profile). Bytes add up round by round, so the best tail is found once.
 */
export function deriveSchedule(profile: SecurityProfile, variables: number): WhirSchedule {
  const tails = new Map<string, Tail | undefined>();
  const bestTail = (i: number, n: number, logLength: number): Tail | undefined => {
    const key = `${i} ${n} ${logLength}`;
    if (tails.has(key)) return tails.get(key);
    let best: Tail | undefined;
    if (i > 0 && n <= profile.maxFinalVariables) best = { rounds: [], finalVariables: n, bytes: finalBytes(n) };
    for (const fold of i === 0 ? [profile.firstFold] : profile.laterFolds) {
      const round = roundFor(profile, n, fold, logLength);
      const tail = round && bestTail(i + 1, n - fold, logLength - shrinkAfter(profile, i));
      if (!round || !tail) continue;
      const bytes = roundBytes(profile, round, i) + tail.bytes;
      if (!best || bytes < best.bytes) best = { rounds: [round, ...tail.rounds], finalVariables: tail.finalVariables, bytes };
    }
    tails.set(key, best);
    return best;
  };
  const best = bestTail(0, variables, variables + profile.logInverseRate);
  if (!best) throw new RangeError(`profile ${profile.name} has no schedule for ${variables} variables`);
  return { variables, rounds: best.rounds, finalVariables: best.finalVariables };
}

interface Tail {
  readonly rounds: readonly WhirRound[];
  readonly finalVariables: number;
  readonly bytes: number;
}

function roundFor(profile: SecurityProfile, n: number, fold: number, logLength: number): WhirRound | undefined {
  const logDomain = logLength - fold;
  if (n < fold || logDomain < 1 || logDomain > TWO_ADICITY || logLength <= n) return undefined;
  return bestRound(profile, n, fold, logDomain);
}

/** The multiplicity with the fewest queries (then the least folding grinding) whose folding challenges reach the target. */
function bestRound(profile: SecurityProfile, variables: number, fold: number, logDomain: number): WhirRound | undefined {
  const { targetBits, grinding } = profile;
  let best: WhirRound | undefined;
  for (let multiplicity = MAX_MULTIPLICITY; multiplicity >= MIN_MULTIPLICITY; multiplicity--) {
    const code = { logInverseRate: logDomain + fold - variables, multiplicity };
    const missing = Math.ceil(targetBits - foldBits(code, logDomain, fold, 1));
    if (missing > grinding.fold.cap) continue;
    const foldPow = Math.max(grinding.fold.floor, missing);
    const queries = Math.ceil((targetBits + QUERY_MARGIN - grinding.query) / bitsPerQuery(code));
    let oodSamples = 1;
    while (outOfDomainBits(code, variables, oodSamples) < targetBits) oodSamples++;
    if (best && (queries > best.queries || (queries === best.queries && foldPow >= best.foldPow))) continue;
    best = { variables, fold, logDomain, oodSamples, foldPow, queryPow: grinding.query, queries, multiplicity };
  }
  return best;
}

/** The shift round's error is (1−θ)^q + L(q+1)/|K|; this margin leaves room for the second term. */
const QUERY_MARGIN = 0.01;

const K_BYTES = 20;
const NONCE_BYTES = 8;

/** Expected size of step 6 in bytes (indices at random). */
export function expectedWhirBytes(profile: SecurityProfile, { rounds, finalVariables }: WhirSchedule): number {
  return rounds.reduce((bytes, round, i) => bytes + roundBytes(profile, round, i), finalBytes(finalVariables));
}

const finalBytes = (variables: number): number => variables * 2 * K_BYTES + 2 ** variables * K_BYTES;

function roundBytes(profile: SecurityProfile, round: WhirRound, i: number): number {
  const leafBytes = 2 ** round.fold * (i === 0 ? 4 : K_BYTES);
  const folds = round.fold * (2 * K_BYTES + (round.foldPow > 0 ? NONCE_BYTES : 0));
  const commitment = i === 0 ? 0 : profile.digestBytes + round.oodSamples * K_BYTES;
  const leaves = distinctNodes(2 ** round.logDomain, round.queries) * leafBytes;
  const siblings = expectedSiblings(round.logDomain, round.queries) * profile.digestBytes;
  return folds + commitment + (round.queryPow > 0 ? NONCE_BYTES : 0) + leaves + siblings;
}

const distinctNodes = (nodes: number, queries: number): number => nodes * (1 - (1 - 1 / nodes) ** queries);

function expectedSiblings(depth: number, queries: number): number {
  let siblings = 0;
  for (let level = depth; level > 0; level--) siblings += 2 * distinctNodes(2 ** (level - 1), queries) - distinctNodes(2 ** level, queries);
  return siblings;
}

export interface RoundBits {
  readonly round: string;
  readonly bits: number;
  readonly grinding: number;
}

const codeOf = (round: WhirRound): Code => ({
  logInverseRate: round.logDomain + round.fold - round.variables,
  multiplicity: round.multiplicity,
});

/** Bits of every challenge of the argument, grinding included, in the order of docs/proof.md. */
export function soundnessTable(profile: SecurityProfile, schedule: WhirSchedule): readonly RoundBits[] {
  const table: RoundBits[] = [];
  const add = (round: string, bits: number, grinding = 0) => table.push({ round, bits: bits + grinding, grinding });
  const [first] = schedule.rounds;
  const code = codeOf(first);
  const list = logListSize(code);
  const { constraints, columns } = profile.airLimits;
  add('out of domain 0', outOfDomainBits(code, schedule.variables, first.oodSamples));
  add('bus challenges', logupBits(profile, code), busGrinding(profile));
  add('fraction tree: layer batching', FIELD_BITS - list);
  add('fraction tree: sumcheck', FIELD_BITS - Math.log2(GKR_DEGREE) - list);
  add('zerocheck: batching', batchingBits(code, constraints + 2));
  add('zerocheck: point', FIELD_BITS - Math.log2(profile.maxVariables) - list);
  add('zerocheck: sumcheck', FIELD_BITS - Math.log2(ZEROCHECK_DEGREE) - list);
  add('opening: batching', batchingBits(code, columns + first.oodSamples));
  for (const [i, round] of schedule.rounds.entries()) {
    const here = codeOf(round);
    for (let step = 1; step <= round.fold; step++)
      add(`whir ${i}: fold ${step}`, foldBits(here, round.logDomain, round.fold, step), round.foldPow);
    const next = schedule.rounds[i + 1];
    if (!next) {
      add(`whir ${i}: final queries`, queryBits(here, round.queries), round.queryPow);
      continue;
    }
    add(`whir ${i + 1}: out of domain`, outOfDomainBits(codeOf(next), next.variables, next.oodSamples));
    add(`whir ${i}: queries`, queryBits(here, round.queries), round.queryPow);
    add(`whir ${i}: combination`, batchingBits(codeOf(next), round.queries + next.oodSamples + 1));
  }
  add('whir: last sumcheck', FIELD_BITS - 1);
  return table;
}

/** The argument's provable bits: its weakest round, or the digests' collision resistance. */
export function provableBits(profile: SecurityProfile, schedule: WhirSchedule): number {
  return Math.min(profile.digestBytes * 4, ...soundnessTable(profile, schedule).map((entry) => entry.bits));
}
