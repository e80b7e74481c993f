/** WHIR, the verifier's side: docs/proof.md step 6. */
import { pow, rootOfUnity } from '@weir/crypto/field';
import { add, type Ext, eq, fromBase, mul, ZERO } from '@weir/crypto/quintic';
import { equalBytes } from '@weir/foundation/bytes';
import { encodeWords, Rejected, type VerifierChannel } from '../channel.ts';
import { hashLeaf, rootFromMultiproof } from '../merkle.ts';
import { evaluateTable, evaluateUnivariate, type Point, selAt, suffix, WORDS } from '../multilinear.ts';
import type { SecurityProfile, WhirRound, WhirSchedule } from '../profile.ts';
import { foldLeaf, nextClaim } from './fold.ts';

export interface OpeningClaim {
  readonly profile: SecurityProfile;
  readonly schedule: WhirSchedule;
  readonly root: Uint8Array;
  /** σ */
  readonly claim: Ext;
  /** W at a point of K^N. */
  readonly weightAt: (point: Point) => Ext;
}

/** scale · sel(point, last `variables` coordinates) */
interface SelTerm {
  readonly point: Ext;
  readonly scale: Ext;
  readonly variables: number;
}

/** Throws `Rejected`; returns when the opening holds (trailing bytes are the caller's business). */
export function verifyOpening(channel: VerifierChannel, opening: OpeningClaim): void {
  const { profile, schedule } = opening;
  let root = opening.root;
  let claim = opening.claim;
  const challenges: Ext[] = [];
  const terms: SelTerm[] = [];

  const sumcheckStep = (foldPow: number, what: string) => {
    const [c0, c2] = channel.receiveExts(2, what);
    channel.grind(foldPow, `${what} nonce`);
    const r = channel.transcript.challenge();
    claim = nextClaim(claim, c0, c2, r);
    challenges.push(r);
  };

  let finalTable: Uint32Array | undefined;
  for (const [i, round] of schedule.rounds.entries()) {
    for (let step = 0; step < round.fold; step++) sumcheckStep(round.foldPow, `whir ${i} fold ${step}`);
    const folds = challenges.slice(challenges.length - round.fold);
    const width = i === 0 ? 1 : WORDS;
    const next = schedule.rounds[i + 1];
    if (!next) {
      finalTable = Uint32Array.from(channel.receiveExts(2 ** schedule.finalVariables, 'final polynomial').flat());
      for (const { point, value } of readQueries(channel, profile, round, root, width, folds, i)) {
        if (!eq(evaluateUnivariate(finalTable, point), value)) throw new Rejected('FinalPolynomialMismatch', `at domain point ${point[0]}`);
      }
      break;
    }
    const nextRoot = channel.receive(profile.digestBytes, `root ${i + 1}`);
    const evaluations: { point: Ext; value: Ext }[] = [];
    for (let s = 0; s < next.oodSamples; s++) {
      const point = channel.transcript.challenge();
      const [value] = channel.receiveExts(1, `out-of-domain answer ${i + 1}`);
      evaluations.push({ point, value });
    }
    evaluations.push(...readQueries(channel, profile, round, root, width, folds, i));
    const xi = channel.transcript.challenge();
    let scale = xi;
    for (const { point, value } of evaluations) {
      claim = add(claim, mul(scale, value));
      terms.push({ point, scale, variables: next.variables });
      scale = mul(scale, xi);
    }
    root = nextRoot;
  }
  for (let step = 0; step < schedule.finalVariables; step++) sumcheckStep(0, `last sumcheck ${step}`);

  const weight = terms.reduce<Ext>(
    (sum, term) => add(sum, mul(term.scale, selAt(term.point, suffix(challenges, term.variables)))),
    opening.weightAt(challenges),
  );
  const value = finalTable ? evaluateTable(finalTable, suffix(challenges, schedule.finalVariables)) : ZERO;
  if (!eq(claim, mul(weight, value))) throw new Rejected('FinalSumMismatch', 'σ ≠ W(R)·F(R)');
}

/** Reads the leaves, then the siblings, compares the root, and folds each leaf. */
function readQueries(
  channel: VerifierChannel,
  profile: SecurityProfile,
  round: WhirRound,
  root: Uint8Array,
  width: number,
  folds: readonly Ext[],
  oracle: number,
): { point: Ext; value: Ext }[] {
  channel.grind(round.queryPow, `whir ${oracle} queries`);
  const indices = channel.transcript.indices(round.queries, round.logDomain);
  const leafWords = width * 2 ** round.fold;
  const words = channel.takeWords(indices.length * leafWords, `oracle ${oracle} leaves`);
  const leaves = indices.map((_, j) => words.subarray(j * leafWords, (j + 1) * leafWords));
  const digests = leaves.map((leaf) => hashLeaf(encodeWords(leaf), profile.digestBytes));
  const computed = rootFromMultiproof(digests, indices, round.logDomain, profile.digestBytes, () =>
    channel.take(profile.digestBytes, `oracle ${oracle} siblings`),
  );
  if (!equalBytes(computed, root)) throw new Rejected('MerkleMismatch', `oracle ${oracle}`);
  const omega = rootOfUnity(round.logDomain);
  return indices.map((index, j) => ({ point: fromBase(pow(omega, index)), value: foldLeaf(leaves[j], width, folds) }));
}
