/** Structured ways to spoil a proof, drawn at random. Each names the class of field that it spoils, for the report. */
import { weirAir } from '@weir/circuits/weirAir';
import { P } from '@weir/crypto/field';
import { concatBytes } from '@weir/foundation/bytes';
import type { Question } from '../support/hostile.ts';
import { edited, isElements, type Message } from '../support/hostileProofs.ts';

export type Below = (bound: number) => number;

export interface Subject {
  readonly question: Question;
  readonly messages: readonly Message[];
  /** A second true proof, of other traces of the same AIR: its parts are well-formed and belong elsewhere. */
  readonly other: { readonly question: Question; readonly messages: readonly Message[] };
}

export interface Spoiled {
  readonly operator: string;
  /** The message's kind, `public values`, `context` or `length`. */
  readonly field: string;
  /** Enough to find it again. */
  readonly label: string;
  readonly question: Question;
}

const DIGEST_KINDS = new Set(['trace root', 'root #', 'oracle # siblings']);
const isNonce = ({ length, kind }: Message): boolean => length === 8 && !isElements({ length, kind, offset: 0, what: '' });

type Operator = (subject: Subject, below: Below) => Omit<Spoiled, 'operator'> | undefined;

/** Kinds are equally likely, whatever their number: siblings would crowd out all else. */
function pick(messages: readonly Message[], below: Below): Message {
  const kinds = [...new Set(messages.map(({ kind }) => kind))];
  const kind = kinds[below(kinds.length)];
  const these = messages.filter((message) => message.kind === kind);
  return these[below(these.length)];
}

const onProof =
  (
    spoil: (proof: Uint8Array, subject: Subject, below: Below) => { field: string; label: string; proof: Uint8Array } | undefined,
  ): Operator =>
  (subject, below) => {
    const spoiled = spoil(subject.question.proof, subject, below);
    return spoiled && { field: spoiled.field, label: spoiled.label, question: { ...subject.question, proof: spoiled.proof } };
  };

const elementPlace = ({ offset, length }: Message, below: Below): number => offset + 4 * below(length >> 2);

export const OPERATORS: Readonly<Record<string, Operator>> = {
  'flip a bit': onProof((proof, { messages }, below) => {
    const { what, kind, offset, length } = pick(messages, below);
    const [byte, bit] = [offset + below(length), below(8)];
    return {
      field: kind,
      label: `${what}: byte ${byte}, bit ${bit}`,
      proof: edited(proof, (bytes) => {
        bytes[byte] ^= 1 << bit;
      }),
    };
  }),
  'another element': onProof((proof, { messages }, below) => {
    const message = pick(messages.filter(isElements), below);
    const at = elementPlace(message, below);
    const values = [0, 1, P - 1, below(P)];
    const value = values[below(values.length)];
    return {
      field: message.kind,
      label: `${message.what}: ${value} at ${at}`,
      proof: edited(proof, (_, view) => view.setUint32(at, value)),
    };
  }),
  'not canonical': onProof((proof, { messages }, below) => {
    const message = pick(messages.filter(isElements), below);
    const at = elementPlace(message, below);
    const now = new DataView(proof.buffer, proof.byteOffset).getUint32(at);
    const values = [now + P, P, 2 ** 31, 2 ** 31 - 1, 2 ** 32 - 1].filter((value) => value < 2 ** 32);
    const value = values[below(values.length)];
    return {
      field: message.kind,
      label: `${message.what}: ${value} at ${at}`,
      proof: edited(proof, (_, view) => view.setUint32(at, value)),
    };
  }),
  'zeros for a message': onProof((proof, { messages }, below) => {
    const { what, kind, offset, length } = pick(messages, below);
    return { field: kind, label: what, proof: edited(proof, (bytes) => bytes.fill(0, offset, offset + length)) };
  }),
  'all commitments zero': onProof((proof, { messages }) => ({
    field: 'trace root',
    label: 'every root and sibling',
    proof: edited(proof, (bytes) => {
      for (const { kind, offset, length } of messages) if (DIGEST_KINDS.has(kind)) bytes.fill(0, offset, offset + length);
    }),
  })),
  'two messages exchanged': onProof((proof, { messages }, below) => {
    const one = pick(messages, below);
    const twins = messages.filter(({ length, offset }) => length === one.length && offset !== one.offset);
    if (twins.length === 0) return undefined;
    const two = twins[below(twins.length)];
    return {
      field: one.kind,
      label: `${one.what} and ${two.what}`,
      proof: edited(proof, (bytes) => {
        bytes.set(proof.subarray(two.offset, two.offset + two.length), one.offset);
        bytes.set(proof.subarray(one.offset, one.offset + one.length), two.offset);
      }),
    };
  }),
  'a round repeated': onProof((proof, { messages }, below) => {
    const { what, kind, offset, length } = pick(messages, below);
    return { field: kind, label: what, proof: concatBytes(proof.subarray(0, offset + length), proof.subarray(offset)) };
  }),
  'a round left out': onProof((proof, { messages }, below) => {
    const { what, kind, offset, length } = pick(messages, below);
    return { field: kind, label: what, proof: concatBytes(proof.subarray(0, offset), proof.subarray(offset + length)) };
  }),
  'a nonce used again': onProof((proof, { messages }, below) => {
    const nonces = messages.filter(isNonce);
    if (nonces.length < 2) return undefined;
    const [to, from] = [nonces[below(nonces.length)], nonces[below(nonces.length)]];
    if (to === from) return undefined;
    return {
      field: to.kind,
      label: `${to.what} takes that of ${from.what}`,
      proof: edited(proof, (bytes) => bytes.set(proof.subarray(from.offset, from.offset + 8), to.offset)),
    };
  }),
  'another height': onProof((proof, _, below) => {
    const chip = below(weirAir.chips.length);
    const heights = [0, 1, 24, 31, 32, 255, proof[chip] + 1, Math.max(0, proof[chip] - 1), below(256)];
    const height = heights[below(heights.length)] & 255;
    return {
      field: 'chip heights',
      label: `chip ${chip}: ${height}`,
      proof: edited(proof, (bytes) => {
        bytes[chip] = height;
      }),
    };
  }),
  'part of another proof': onProof((proof, { messages, other }, below) => {
    const one = pick(messages, below);
    const foreign = other.messages.find(({ what, length }) => what === one.what && length === one.length);
    if (!foreign) return undefined;
    return {
      field: one.kind,
      label: one.what,
      proof: edited(proof, (bytes) =>
        bytes.set(other.question.proof.subarray(foreign.offset, foreign.offset + foreign.length), one.offset),
      ),
    };
  }),
  'ends of two proofs': onProof((proof, { messages, other }, below) => {
    const one = pick(messages, below);
    const foreign = other.messages.find(({ what }) => what === one.what);
    if (!foreign) return undefined;
    return {
      field: one.kind,
      label: `another proof from ${one.what} on`,
      proof: concatBytes(proof.subarray(0, one.offset), other.question.proof.subarray(foreign.offset)),
    };
  }),
  'another statement’s proof': ({ question, other }) => ({
    field: 'whole proof',
    label: 'the other proof',
    question: { ...question, proof: other.question.proof },
  }),
  'cut off': onProof((proof, { messages }, below) => {
    const { offset, length, what, kind } = pick(messages, below);
    const end = below(2) === 0 ? offset : offset + below(length);
    return { field: kind, label: `${what}: ${end} bytes`, proof: proof.slice(0, end) };
  }),
  'goes on': onProof((proof, _, below) => {
    const more = Uint8Array.from({ length: 1 + below(64) }, () => below(256));
    return { field: 'length', label: `${more.length} more`, proof: concatBytes(proof, more) };
  }),
  'random bytes': onProof((proof, _, below) => {
    const heights = below(2) === 0 ? proof.subarray(0, weirAir.chips.length) : new Uint8Array(0);
    const mask = below(2) === 0 ? 255 : 0x3f;
    const noise = Uint8Array.from({ length: below(60_000) }, (__, i) => below(256) & (i % 4 === 0 ? mask : 255));
    return { field: 'whole proof', label: `${heights.length} + ${noise.length} bytes`, proof: concatBytes(heights, noise) };
  }),
  'random end': onProof((proof, { messages }, below) => {
    const { what, kind, offset } = pick(messages, below);
    const tail = Uint8Array.from({ length: proof.length - offset }, (__, i) => below(256) & (i % 4 === 0 ? 0x3f : 255));
    return { field: kind, label: `noise from ${what} on`, proof: concatBytes(proof.subarray(0, offset), tail) };
  }),
  'another public value': ({ question }, below) => {
    const at = below(question.publicValues.length);
    const values = [0, P - 1, P, 2 ** 32 - 1, (question.publicValues[at] + 1) % P, below(P)];
    const publicValues = question.publicValues.slice();
    publicValues[at] = values[below(values.length)];
    return { field: 'public values', label: `${at}: ${publicValues[at]}`, question: { ...question, publicValues } };
  },
  'another number of public values': ({ question }, below) => {
    const lengths = [
      0,
      8,
      question.publicValues.length - 8,
      question.publicValues.length - 1,
      question.publicValues.length + 1,
      question.publicValues.length + 8,
    ];
    const publicValues = new Uint32Array(lengths[below(lengths.length)]);
    publicValues.set(question.publicValues.subarray(0, publicValues.length));
    return { field: 'public values', label: `${publicValues.length} values`, question: { ...question, publicValues } };
  },
  'another context': ({ question }, below) => {
    const context = question.context.slice();
    context[below(32)] ^= 1 << below(8);
    return { field: 'context', label: 'one bit', question: { ...question, context } };
  },
};

/** Undefined where the draw changes nothing. */
export function spoil(subject: Subject, below: Below): Spoiled | undefined {
  const names = Object.keys(OPERATORS);
  const operator = names[below(names.length)];
  const spoiled = OPERATORS[operator](subject, below);
  if (!spoiled || isSame(spoiled.question, subject.question)) return undefined;
  return { operator, ...spoiled };
}

function isSame(a: Question, b: Question): boolean {
  return (
    Buffer.compare(a.proof, b.proof) === 0 &&
    Buffer.compare(a.context, b.context) === 0 &&
    a.publicValues.length === b.publicValues.length &&
    a.publicValues.every((value, i) => value === b.publicValues[i])
  );
}
