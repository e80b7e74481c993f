/**
 * When a ride should go, and what L1 asks of it then: one judgement for the operator who closes rides, for keepers who send them off, and
 * for the simulator that compares policies (`npm run bench:departure`).
 *
 * Who waits pays with time, whoever goes pays gas, and nobody knows who comes next. `adaptive` goes when the waiting so far has cost as
 * much as the crossing would: never more than twice what somebody who knows the future pays (Dooly, Goldman, Scott, "TCP dynamic
 * acknowledgment delay", STOC 1998, for one crossing price). It goes early when gas is cheap or many wait, late when gas is dear.
 */

export type DeparturePolicy =
  | { readonly kind: 'immediate' }
  /** This long after the first came aboard. */
  | { readonly kind: 'interval'; readonly seconds: number }
  /** With this many aboard. */
  | { readonly kind: 'passengers'; readonly count: number }
  /** What an hour of one unit's waiting is worth, in wei. */
  | { readonly kind: 'adaptive'; readonly weiPerHour: number };

/** Whoever waits, counted in units: passengers where they are known (the operator), tickets where they are not (a keeper). */
export interface Waiting {
  readonly units: number;
  /** Seconds that all of them have waited together. */
  readonly unitSeconds: number;
  /** Seconds that the first of them has waited. */
  readonly firstSeconds: number;
  /** What the crossing takes. */
  readonly gas: number;
  readonly gasPrice: bigint;
}

export function shouldDepart(policy: DeparturePolicy, { units, unitSeconds, firstSeconds, gas, gasPrice }: Waiting): boolean {
  if (units === 0) return false;
  switch (policy.kind) {
    case 'immediate':
      return true;
    case 'interval':
      return firstSeconds >= policy.seconds;
    case 'passengers':
      return units >= policy.count;
    case 'adaptive':
      return (unitSeconds / 3600) * policy.weiPerHour >= gas * Number(gasPrice);
  }
}

/** What L1 holds a closed ride to (contracts/src/pool/RidePool.sol). */
export interface DepartureTerms {
  readonly referenceIn: bigint;
  readonly referenceOut: bigint;
  readonly worstIn: bigint;
  readonly worstOut: bigint;
  readonly keeperReward: bigint;
  readonly maxSize: bigint;
  readonly departBy: number;
}

const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** How much of its window a ride has waited, as a fraction. A ride closed at its last moment has waited for all of it. */
function waitedPart({ departBy }: DepartureTerms, closedAt: number, now: number): readonly [waited: bigint, window: bigint] {
  if (departBy <= closedAt) return [1n, 1n];
  return [BigInt(Math.max(0, Math.min(now, departBy) - closedAt)), BigInt(departBy - closedAt)];
}

/** The least that a departure must bring at this moment: from the reference quote at close down to the worst one at departBy. */
export function limitAt(terms: DepartureTerms, tickets: bigint, closedAt: number, now: number): bigint {
  const atClose = ceilDiv(tickets * terms.referenceOut, terms.referenceIn);
  const worst = ceilDiv(tickets * terms.worstOut, terms.worstIn);
  const [waited, window] = waitedPart(terms, closedAt, now);
  return atClose - ((atClose - worst) * waited) / window;
}

/**
 * What the keeper of this moment is promised, in out quanta: by the part of the window that has passed and the part of the largest size that is
 * aboard. He gets it as far as the departure brings more than the worst quote.
 */
export function keeperRewardAt(terms: DepartureTerms, tickets: bigint, closedAt: number, now: number): bigint {
  const [waited, window] = waitedPart(terms, closedAt, now);
  return (terms.keeperReward * tickets * waited) / (window * terms.maxSize);
}

/** How long a target may take to answer a cancellation (contracts/src/pool/RidePool.sol). */
const CANCEL_WINDOW_SECONDS = 7 * 86_400;

/** A ride whose target answers later. */
export interface RequestedRide {
  readonly settleBy: number;
  /** 0 = nobody has asked the target to cancel yet. */
  readonly cancelAskedAt: number;
  /** Nothing is pending at the target any more. */
  readonly answered: boolean;
}

/** What arriving does for its passengers at this moment: fixes the outcome, or has what is pending cancelled. Parts alone do nothing. */
export function arrivalAt({ settleBy, cancelAskedAt, answered }: RequestedRide, now: number): 'complete' | 'cancel' | 'wait' {
  if (answered || (cancelAskedAt !== 0 && now > cancelAskedAt + CANCEL_WINDOW_SECONDS)) return 'complete';
  return cancelAskedAt === 0 && now > settleBy ? 'cancel' : 'wait';
}

/** When arriving fixes the outcome at the latest, whatever the target does, if somebody asks it to cancel as soon as that is possible. */
export function completesBy({ settleBy, cancelAskedAt }: RequestedRide, now: number): number {
  return (cancelAskedAt === 0 ? Math.max(now, settleBy + 1) : cancelAskedAt) + CANCEL_WINDOW_SECONDS + 1;
}
