/**
 * The verifier, in the numbered stages of docs/proof.md. Any bytes are either accepted or refused with a named reason; the
 * Solidity verifier reads the same proof in the same order and stops at the same place.
 */
import { P } from '@weir/crypto/field';
import { add, type Ext, eq, ZERO } from '@weir/crypto/quintic';
import { invariant } from '@weir/foundation/assert';
import { PUBLIC_BUS } from './air/compileAir.ts';
import { evaluateChip } from './air/evaluate.ts';
import { type OnRead, Rejected, type Rejection, VerifierChannel } from './channel.ts';
import { publicFraction, verifyFractionSum } from './gkr.ts';
import { rowIndexAt, suffix } from './multilinear.ts';
import { combinedClaim, weightAt } from './opening.ts';
import { preamble, type Statement } from './preamble.ts';
import { busPowOf } from './profile.ts';
import { assertWithinLimits, deriveShape, type Shape } from './stack.ts';
import { foldClaim } from './sumcheck.ts';
import { verifyOpening } from './whir/verifier.ts';
import { type ZerocheckInstance, zerocheckInstance } from './zerocheck.ts';

export interface VerifyOptions extends Statement {
  readonly proof: Uint8Array;
  readonly onRead?: OnRead;
}

export type Verdict = { readonly accepted: true } | { readonly accepted: false; readonly reason: Rejection; readonly detail: string };

/** Never throws on any proof bytes or public values; a malformed *context* or AIR is the caller's bug. */
export function verifyProof(options: VerifyOptions): Verdict {
  invariant(options.context.length === 32, 'the context is a 32-byte digest');
  assertWithinLimits(options.air, options.profile);
  try {
    verifyStages(options);
    return { accepted: true };
  } catch (error) {
    if (error instanceof Rejected) return { accepted: false, reason: error.reason, detail: error.message };
    throw error;
  }
}

function verifyStages({ air, publicValues, context, profile, proof, onRead }: VerifyOptions): void {
  const channel = new VerifierChannel(proof, onRead);

  // 0. Shape and preamble: every length that follows comes from here.
  const heightBytes = channel.take(air.chips.length, 'chip heights');
  const shape = deriveShape(air, profile, [...heightBytes]);
  if (!shape) throw new Rejected('ShapeOutOfBounds', `heights ${heightBytes}`);
  if (publicValues.length !== 8 * air.publicGroups) throw new Rejected('ShapeOutOfBounds', `${publicValues.length} public values`);
  if (publicValues.some((value) => value >= P)) throw new Rejected('NonCanonicalElement', 'public values');
  channel.transcript.absorb(preamble({ air, publicValues, context, profile }, heightBytes));

  // 1. Trace commitment and out-of-domain answers.
  const root = channel.receive(profile.digestBytes, 'trace root');
  const samples: { point: Ext; value: Ext }[] = [];
  for (let s = 0; s < shape.schedule.rounds[0].oodSamples; s++) {
    const point = channel.transcript.challenge();
    const [value] = channel.receiveExts(1, 'out-of-domain answer');
    samples.push({ point, value });
  }

  // 2. Bus challenges.
  channel.grind(busPowOf(profile), 'bus challenges');
  const bus = { alpha: channel.transcript.challenge(), gamma: channel.transcript.challenge() };

  // 3. Fraction tree.
  const fractions = verifyFractionSum(channel, shape.fractionVariables, publicFraction(publicValues, bus, PUBLIC_BUS.tag));

  // 4. Zerocheck and bus claims.
  const beta = channel.transcript.challenge();
  const instance = zerocheckInstance(air, shape, bus, fractions, beta);
  const { point, columnValues } = verifyZerocheck(channel, air, shape, instance);

  // 5. One claim.
  const claims = { samples, point, columnValues, mu: channel.transcript.challenge() };

  // 6. WHIR.
  verifyOpening(channel, {
    profile,
    schedule: shape.schedule,
    root,
    claim: combinedClaim(shape, claims),
    weightAt: (at) => weightAt(shape, claims, at),
  });

  // 7. No byte may remain.
  channel.finish();
}

function verifyZerocheck(channel: VerifierChannel, air: Statement['air'], shape: Shape, instance: ZerocheckInstance) {
  let claim = instance.claim;
  const point: Ext[] = [];
  for (let t = 0; t < shape.maxLogHeight; t++) {
    const message = channel.receiveExts(3, `zerocheck round ${t}`);
    const r = channel.transcript.challenge();
    claim = foldClaim(claim, instance.point[t], message, r);
    point.push(r);
  }
  const values = channel.receiveExts(shape.columns.length, 'column values');
  const rest = values.values();
  const columnValues = air.chips.map(({ program }) => Array.from({ length: program.columns }, () => rest.next().value as Ext));
  const sum = air.chips.reduce<Ext>(
    (total, chip, j) =>
      add(total, evaluateChip(chip, columnValues[j], rowIndexAt(suffix(point, shape.logHeights[j])), instance.weights[j])),
    ZERO,
  );
  if (!eq(claim, sum)) throw new Rejected('ZerocheckMismatch', 'the column values do not meet the claim');
  return { point, columnValues };
}
