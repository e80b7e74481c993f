/**
 * The soundness calculator: provable bits of every round, and the WHIR schedule that follows from them.
 *
 * Round-by-round soundness: the argument is as strong as its weakest round (Fiat–Shamir lets a prover retry each round alone),
 * and grinding before a challenge adds to exactly that round. Everything is in the list-decoding regime up to the Johnson bound:
 * a code of rate ρ with multiplicity m has proximity θ = 1 − √ρ − η, η = √ρ/(2m), and lists of at most (m + ½)/√ρ words.
 *
 * Sources: WHIR (eprint 2024/1586, theorem 5.2), proximity gaps of BCHKS25 (eprint 2025/2055, theorems 4.2 and 4.6), as in
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
const MIN_MULTIPLICITY = 2;

/**
 * Up to which distance a word counts as close. `johnson` is what schedules are derived for; `unique` (half the minimum distance: lists of one word)
 * is printed beside it, for the same queries and grinding.
 */
export type Regime = 'johnson' | 'unique';

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

/**
 * −log2 of the proximity-gap error of a line for a code of length 2^logLength. The theorem's own m is max(⌈√ρ/η⌉, 3), twice that of the list size,
 * whose η is √ρ/(2m): as theorem 4.6 (mutual correlated agreement) has it and soundcalc reads it; theorem 1.5 and others count the m of the list.
 */
export function proximityGapBits(
  code: Code,
  logLength: number,
  { fieldBits = FIELD_BITS, multiplicity = Math.max(2 * code.multiplicity, 3) } = {},
): number {
  const rate = 2 ** -code.logInverseRate;
  const m = multiplicity + 0.5;
  const theta = 1 - Math.sqrt(rate) * (1 + 1 / (2 * code.multiplicity));
  const first = ((2 * m ** 5 + 3 * m * theta * rate) * 2 ** logLength) / (3 * rate ** 1.5);
  return fieldBits - Math.log2(first + m / Math.sqrt(rate));
}

/** −log2(1 − θ) for θ = (1 − ρ)/2: what one query is worth up to half the minimum distance. */
export function uniqueBitsPerQuery(logInverseRate: number): number {
  return 1 - Math.log2(1 + 2 ** -logInverseRate);
}

/** −log2((θn + 1)/|K|) for a line of words of length 2^logLength (BCHKS25, theorem 1.3). */
export function uniqueProximityGapBits(logInverseRate: number, logLength: number, fieldBits = FIELD_BITS): number {
  return fieldBits - Math.log2(((1 - 2 ** -logInverseRate) / 2) * 2 ** logLength + 1);
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
  const worst = { logInverseRate: Math.max(...profile.logInverseRates), multiplicity: MAX_MULTIPLICITY };
  const missing = Math.ceil(profile.targetBits - logupBits(profile, worst));
  return within(missing, profile.grinding.bus, `bus grinding of profile ${profile.name}`);
}

function within(bits: number, { floor, cap }: { floor: number; cap: number }, what: string): number {
  if (bits > cap) throw new RangeError(`${what}: ${bits} bits needed, at most ${cap} allowed`);
  return Math.max(floor, bits);
}

/** How much dearer a byte gets at a time while the proof is too long. */
const DEARER = 1.25;
/** Nothing gets shorter any more. */
const DEAREST = 1e6;

/**
 * The schedule for N variables at the profile's price of a byte. If step 6 is longer than the profile wants it, the longest codeword may be used, at the lowest
 * price at which it is not.
 */
export function deriveSchedule(profile: SecurityProfile, variables: number): WhirSchedule {
  const isShort = (schedule: WhirSchedule): boolean => expectedWhirBytes(profile, schedule) <= profile.maxOpeningBytes;
  const usual = cheapestSchedule(profile, variables);
  if (isShort(usual)) return usual;
  for (let { hashesPerByte } = profile; hashesPerByte < DEAREST; hashesPerByte *= DEARER) {
    const schedule = cheapestSchedule({ ...profile, hashesPerByte, logCodeword: profile.maxLogCodeword }, variables);
    if (isShort(schedule)) return schedule;
  }
  throw new RangeError(`profile ${profile.name}: no schedule for ${variables} variables within ${profile.maxOpeningBytes} bytes`);
}

/**
 * Of all rates, fold sequences, domains and grindings that the profile allows, the one with the least
 * expected bytes plus the prover's hashes at the profile's price (on a tie the first in the profile's order). Both add up round by round, so the
 * best tail is found once.
 */
function cheapestSchedule(profile: SecurityProfile, variables: number): WhirSchedule {
  const longest = Math.max(profile.logCodeword, variables + profile.logInverseRates[0]);
  let best: Tail | undefined;
  for (const logInverseRate of profile.logInverseRates) {
    if (variables + logInverseRate > longest) continue;
    const tail = bestTail(searchFor(profile), 0, variables, variables + logInverseRate);
    if (tail && (!best || tail.cost < best.cost)) best = tail;
  }
  if (!best) throw new RangeError(`profile ${profile.name} has no schedule for ${variables} variables`);
  return { variables, rounds: best.rounds, finalVariables: best.finalVariables };
}

interface Search {
  readonly profile: SecurityProfile;
  readonly tails: Map<string, Tail | undefined>;
}

interface Tail {
  readonly rounds: readonly WhirRound[];
  readonly finalVariables: number;
  readonly cost: number;
}

/** Shared by all N of a profile. */
const searches = new WeakMap<SecurityProfile, Search>();

function searchFor(profile: SecurityProfile): Search {
  const search = searches.get(profile) ?? { profile, tails: new Map() };
  searches.set(profile, search);
  return search;
}

/** Rounds i, i + 1, … from n variables and a code of length 2^logLength on. */
function bestTail(search: Search, i: number, n: number, logLength: number): Tail | undefined {
  const { profile, tails } = search;
  const key = `${i === 0} ${n} ${logLength}`;
  if (tails.has(key)) return tails.get(key);
  let best: Tail | undefined;
  if (i > 0 && n <= profile.maxFinalVariables) best = { rounds: [], finalVariables: n, cost: finalBytes(n) };
  for (const round of candidatesFor(profile, i, n, logLength)) {
    const cost = roundBytes(profile, round, i) + (treeHashes(round, i) + grindingHashes(round)) / profile.hashesPerByte;
    for (const shrink of profile.domainShrinks) {
      const tail = bestTail(search, i + 1, n - round.fold, logLength - shrink);
      if (tail && (!best || cost + tail.cost < best.cost)) {
        best = { rounds: [round, ...tail.rounds], finalVariables: tail.finalVariables, cost: cost + tail.cost };
      }
    }
  }
  tails.set(key, best);
  return best;
}

/** Every fold with every number of queries, each with the least grinding that makes it enough. */
function candidatesFor(profile: SecurityProfile, i: number, n: number, logLength: number): readonly WhirRound[] {
  const folds = i === 0 ? profile.firstFolds : profile.laterFolds;
  return folds.flatMap((fold) => {
    const logDomain = logLength - fold;
    if (n < fold || logDomain < 1 || logDomain > TWO_ADICITY || logLength <= n) return [];
    return roundsFor(profile, n, fold, logDomain);
  });
}

const expectedNonces = (bits: number): number => (bits > 0 ? 2 ** bits : 0);
const grindingHashes = ({ fold, foldPow, queryPow }: WhirRound): number => fold * expectedNonces(foldPow) + expectedNonces(queryPow);

/** Permutations for oracle i: leaves of 136-byte blocks behind their type byte, and as many nodes of one block. */
const treeHashes = ({ fold, logDomain }: WhirRound, i: number): number =>
  2 ** logDomain * (Math.floor((1 + leafBytes(fold, i)) / KECCAK_RATE) + 2);

const KECCAK_RATE = 136;

/** Expected hashes for all nonces of step 6. */
export const expectedGrinding = ({ rounds }: WhirSchedule): number => rounds.reduce((sum, round) => sum + grindingHashes(round), 0);

/** Keccak permutations for all trees. */
export const merkleHashes = ({ rounds }: WhirSchedule): number => rounds.reduce((sum, round, i) => sum + treeHashes(round, i), 0);

/** By rising grinding and falling queries: of each number of queries the one with the least grinding, before queries and then folds. */
function roundsFor(profile: SecurityProfile, variables: number, fold: number, logDomain: number): readonly WhirRound[] {
  const { targetBits, grinding } = profile;
  const codes = codesFor(profile, variables, fold, logDomain);
  const rounds: WhirRound[] = [];
  for (let queryPow = grinding.query.floor; queryPow <= grinding.query.cap; queryPow++) {
    let best = rounds.at(-1);
    for (const { code, foldPow, oodSamples } of codes) {
      const queries = Math.ceil((targetBits + QUERY_MARGIN - queryPow) / bitsPerQuery(code));
      if (best && (queries > best.queries || (queries === best.queries && (best.queryPow < queryPow || foldPow >= best.foldPow)))) continue;
      best = { variables, fold, logDomain, oodSamples, foldPow, queryPow, queries, multiplicity: code.multiplicity };
    }
    if (best && best !== rounds.at(-1)) rounds.push(best);
  }
  return rounds;
}

/** The multiplicities whose folding challenges reach the target, the largest first. */
function codesFor({ targetBits, grinding }: SecurityProfile, variables: number, fold: number, logDomain: number) {
  const codes: { readonly code: Code; readonly foldPow: number; readonly oodSamples: number }[] = [];
  for (let multiplicity = MAX_MULTIPLICITY; multiplicity >= MIN_MULTIPLICITY; multiplicity--) {
    const code = { logInverseRate: logDomain + fold - variables, multiplicity };
    const missing = Math.ceil(targetBits - foldBits(code, logDomain, fold, 1));
    if (missing > grinding.fold.cap) continue;
    let oodSamples = 1;
    while (outOfDomainBits(code, variables, oodSamples) < targetBits) oodSamples++;
    codes.push({ code, foldPow: Math.max(grinding.fold.floor, missing), oodSamples });
    // Without folding grinding a smaller multiplicity only costs queries.
    if (missing <= grinding.fold.floor) break;
  }
  return codes;
}

/** The shift round's error is (1−θ)^q + L(q+1)/|K|; this margin leaves room for the second term. */
const QUERY_MARGIN = 0.01;

const K_BYTES = 20;
const NONCE_BYTES = 8;

/** Expected size of step 6 in bytes (indices at random). */
export function expectedWhirBytes(profile: SecurityProfile, { rounds, finalVariables }: WhirSchedule): number {
  return rounds.reduce((bytes, round, i) => bytes + roundBytes(profile, round, i), finalBytes(finalVariables));
}

const leafBytes = (fold: number, i: number): number => 2 ** fold * (i === 0 ? 4 : K_BYTES);
const finalBytes = (variables: number): number => variables * 2 * K_BYTES + 2 ** variables * K_BYTES;

function roundBytes(profile: SecurityProfile, round: WhirRound, i: number): number {
  const folds = round.fold * (2 * K_BYTES + (round.foldPow > 0 ? NONCE_BYTES : 0));
  const commitment = i === 0 ? 0 : profile.digestBytes + round.oodSamples * K_BYTES;
  const { leaves, siblings } = openedBytes(profile, round, i);
  return folds + commitment + (round.queryPow > 0 ? NONCE_BYTES : 0) + leaves + siblings;
}

/** What the queries into oracle i are expected to open. */
export function openedBytes({ digestBytes }: SecurityProfile, { logDomain, queries, fold }: WhirRound, i: number) {
  return {
    leaves: distinctNodes(2 ** logDomain, queries) * leafBytes(fold, i),
    siblings: expectedSiblings(logDomain, queries) * digestBytes,
  };
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
export function soundnessTable(profile: SecurityProfile, schedule: WhirSchedule, regime: Regime = 'johnson'): readonly RoundBits[] {
  return regime === 'johnson' ? johnsonTable(profile, schedule) : uniqueTable(profile, schedule);
}

/** The same rounds, with lists of one word: what a list multiplies falls away, and a query is worth less. */
function uniqueTable(profile: SecurityProfile, schedule: WhirSchedule): readonly RoundBits[] {
  const { rounds } = schedule;
  return johnsonTable(profile, schedule).map(({ round, bits, grinding }): RoundBits => {
    const [, index, what, step] = round.match(/^whir (\d+): (out of domain|fold|final queries|queries|combination) ?(\d+)?/) ?? [];
    const here = rounds[Number(index)];
    const list = logListSize(codeOf(what === 'combination' ? rounds[Number(index) + 1] : (here ?? rounds[0])));
    const rate = here && here.logDomain + here.fold - here.variables;
    if (round === 'whir: last sumcheck') return { round, bits, grinding };
    // Two words of a list of one cannot agree.
    if (round.includes('out of domain')) return { round, bits: Number.POSITIVE_INFINITY, grinding };
    if (what?.includes('queries')) return { round, bits: here.queries * uniqueBitsPerQuery(rate) + grinding, grinding };
    if (what === 'fold') {
      const gap = uniqueProximityGapBits(rate, here.logDomain + here.fold - Number(step));
      return { round, bits: addErrors(FIELD_BITS - Math.log2(WHIR_DEGREE), gap) + grinding, grinding };
    }
    return { round, bits: bits + list, grinding };
  });
}

function johnsonTable(profile: SecurityProfile, schedule: WhirSchedule): readonly RoundBits[] {
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

/** Collisions of the tree's digests, by the birthday bound. */
export const digestBits = ({ digestBytes }: SecurityProfile): number => 4 * digestBytes;

export interface Security {
  readonly argument: number;
  readonly digests: number;
  readonly signatures: number;
  /** The least of the three: what the whole is worth. */
  readonly total: number;
}

/** What may be printed as the security of a system: never the argument's alone. `signatures` comes from the scheme that the AIR verifies. */
export function securityOf(profile: SecurityProfile, schedule: WhirSchedule, signatures: number): Security {
  const argument = Math.min(...soundnessTable(profile, schedule).map(({ bits }) => bits));
  const digests = digestBits(profile);
  return { argument, digests, signatures, total: Math.min(argument, digests, signatures) };
}

/** The argument's provable bits: its weakest round, or the digests' collision resistance. */
export function provableBits(profile: SecurityProfile, schedule: WhirSchedule): number {
  return Math.min(profile.digestBytes * 4, ...soundnessTable(profile, schedule).map((entry) => entry.bits));
}
