/** Ways to spoil a proof: its bytes after the fact, or the prover's own messages while it goes on as if they were true. */
import { weirAir } from '@weir/circuits/weirAir';
import { P } from '@weir/crypto/field';
import { type Ext, neg } from '@weir/crypto/quintic';
import { PUBLIC_BUS } from '@weir/stark/air/compileAir';
import { encodeExts, type NonceSearch, ProverChannel, type Rejection } from '@weir/stark/channel';
import { publicFraction } from '@weir/stark/gkr';
import { DEFAULT_PROFILE, type SecurityProfile, scheduleFor, type WhirSchedule } from '@weir/stark/profile';
import { grindHash, leadingZeros } from '@weir/stark/transcript';
import { verifyProof } from '@weir/stark/verifier';
import type { Question } from './hostile.ts';

export interface Message {
  readonly what: string;
  /** `what` without its numbers: messages of one kind play one role. */
  readonly kind: string;
  readonly offset: number;
  readonly length: number;
}

/** Every message of an accepted proof, in reading order. */
export function messagesOf(question: Question): Message[] {
  const messages: Message[] = [];
  verifyProof({
    air: weirAir,
    profile: DEFAULT_PROFILE,
    ...question,
    onRead: (what, offset, length) => messages.push({ what, kind: what.replaceAll(/\d+/g, '#'), offset, length }),
  });
  return messages;
}

/** The first and the last message of every kind that holds elements. */
export function representatives(messages: readonly Message[]): Message[] {
  const elements = messages.filter(isElements);
  const kinds = [...new Set(elements.map(({ kind }) => kind))];
  const ends = kinds.flatMap((kind) => [elements.find((each) => each.kind === kind)!, elements.findLast((each) => each.kind === kind)!]);
  return [...new Set(ends)];
}

/**
 * Why a proof with one changed message is refused, by the message's kind. What comes before a grind is refused by the nonce, which no longer
 * fits (before the bus challenges the `default` profile does not grind: there the buses no longer balance). A column of an idle chip, whose
 * selectors are all 0, may have any value for the zerocheck: it is the opening, begun with a challenge after it, that holds it.
 */
export const REASON_BY_KIND: Readonly<Record<string, readonly Rejection[]>> = {
  'chip heights': ['ShapeOutOfBounds', 'BusUnbalanced', 'NonCanonicalElement'],
  'trace root': ['BusUnbalanced'],
  'out-of-domain answer': ['BusUnbalanced'],
  'fraction root': ['BusUnbalanced'],
  'fraction layer #': ['FractionLayerMismatch'],
  'fraction layer # round #': ['FractionLayerMismatch'],
  'zerocheck round #': ['ZerocheckMismatch'],
  'column values': ['ZerocheckMismatch', 'GrindingFailed'],
  'whir # fold #': ['GrindingFailed'],
  'whir # fold # nonce': ['GrindingFailed'],
  'root #': ['GrindingFailed'],
  'out-of-domain answer #': ['GrindingFailed'],
  'whir # queries': ['GrindingFailed'],
  'oracle # leaves': ['MerkleMismatch'],
  'oracle # siblings': ['MerkleMismatch'],
  'final polynomial': ['GrindingFailed'],
  'last sumcheck #': ['FinalSumMismatch'],
};

/** Messages that are bytes, not elements. */
const BYTE_KINDS = new Set(['chip heights', 'trace root', 'root #', 'whir # fold # nonce', 'whir # queries', 'oracle # siblings']);

export const isElements = ({ kind }: Message): boolean => !BYTE_KINDS.has(kind);

export function edited(bytes: Uint8Array, edit: (copy: Uint8Array, view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  edit(copy, new DataView(copy.buffer));
  return copy;
}

/** Adds 1 mod p to the element at `at`. */
export const incremented = (bytes: Uint8Array, at: number): Uint8Array =>
  edited(bytes, (_, view) => view.setUint32(at, (view.getUint32(at) + 1) % P));

/** Altered messages are both sent and absorbed: a prover who lies once, and for the rest computes what an honest one would. */
export class LyingChannel extends ProverChannel {
  readonly #offset: number;
  readonly #place: number;
  #sent = 0;

  /** The lie is told in the message that begins at `offset`, about the element `place` bytes behind. */
  constructor(offset: number, findNonce?: NonceSearch, place = 0) {
    super(findNonce);
    this.#offset = offset;
    this.#place = place;
  }

  override sendUnbound(bytes: Uint8Array): void {
    this.#sent += bytes.length;
    super.sendUnbound(bytes);
  }

  override send(message: Uint8Array): void {
    super.send(this.#sent === this.#offset ? this.lie(message) : message);
    this.#sent += message.length;
  }

  protected lie(truth: Uint8Array): Uint8Array {
    return incremented(truth, this.#place);
  }

  override async grind(bits: number): Promise<void> {
    if (bits > 0) this.#sent += 8;
    await super.grind(bits);
  }
}

/**
 * For a prover with false public values: the fraction tree's root is claimed to be what they need to balance. It cannot be what the traces
 * sum to, so the root no longer follows from the layer below.
 */
export class BalancingChannel extends LyingChannel {
  readonly #publicValues: Uint32Array;
  readonly #drawn: Ext[] = [];

  /** The root's message begins at `offset`. */
  constructor(offset: number, publicValues: Uint32Array, findNonce?: NonceSearch) {
    super(offset, findNonce);
    this.#publicValues = publicValues;
    const { transcript } = this;
    const challenge = transcript.challenge.bind(transcript);
    transcript.challenge = () => {
      const drawn = challenge();
      this.#drawn.push(drawn);
      return drawn;
    };
  }

  /** P/Q = −P_pub/Q_pub; α and γ are the last two challenges before the root. */
  protected override lie(): Uint8Array {
    const [alpha, gamma] = this.#drawn.slice(-2);
    const { numerator, denominator } = publicFraction(this.#publicValues, { alpha, gamma }, PUBLIC_BUS.tag);
    return encodeExts([neg(numerator), denominator]);
  }
}

/**
 * Grinds too little before the last queries: one bit less, or as many as it takes for the smallest nonce to really fall short (the first
 * that has one bit less has them all half of the time).
 */
export class LazyChannel extends ProverChannel {
  readonly #findNonce: NonceSearch;
  readonly #grinds: number;
  #done = 0;

  constructor(grinds: number, findNonce: NonceSearch) {
    super(findNonce);
    this.#grinds = grinds;
    this.#findNonce = findNonce;
  }

  override async grind(bits: number): Promise<void> {
    if (bits > 0 && ++this.#done === this.#grinds) return super.grind(await this.#shortOf(bits));
    return super.grind(bits);
  }

  async #shortOf(bits: number): Promise<number> {
    for (let fewer = bits - 1; ; fewer--) {
      const nonce = await this.#findNonce(this.transcript.state, fewer);
      if (leadingZeros(grindHash(this.transcript.state, nonce)) < bits) return fewer;
    }
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? Writable<U>[] : T[K] };

/**
 * The `default` profile with one parameter of its derived schedule changed, for a prover that is the same otherwise. Under its own name it
 * has an id of its own. Under the name `default` it is a forgery: the id is derived before the change, so that what the prover absorbs is
 * exactly the preamble that L1 expects.
 */
export function changedProfile(name: string, variables: number, change: (schedule: Writable<WhirSchedule>) => void): SecurityProfile {
  const profile = { ...DEFAULT_PROFILE, name };
  change(scheduleFor(profile, variables) as Writable<WhirSchedule>);
  return profile;
}
