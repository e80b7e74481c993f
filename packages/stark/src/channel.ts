/**
 * The two ends of the proof: the prover's end appends a message and absorbs it, the verifier's end reads it, checks that every
 * element is canonical, and absorbs the same bytes. Lengths never come from the proof.
 */
import { P } from '@weir/crypto/field';
import { EXT_BYTES, type Ext, encodeInto, load } from '@weir/crypto/quintic';
import { concatBytes } from '@weir/foundation/bytes';
import { findNonce, NONCE_BYTES, Transcript } from './transcript.ts';

/** Why a proof is refused; the same names are Solidity's custom errors. */
export type Rejection =
  | 'ProofTruncated'
  | 'ShapeOutOfBounds'
  | 'NonCanonicalElement'
  | 'GrindingFailed'
  | 'FractionRootZero'
  | 'BusUnbalanced'
  | 'FractionLayerMismatch'
  | 'ZerocheckMismatch'
  | 'MerkleMismatch'
  | 'FinalPolynomialMismatch'
  | 'FinalSumMismatch'
  | 'TrailingBytes';

/** Carries a rejection out of the verifier's stages; `verifyProof` turns it into a value. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  readonly reason: Rejection;

  constructor(reason: Rejection, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

export function encodeExts(values: readonly Ext[]): Uint8Array {
  const bytes = new Uint8Array(EXT_BYTES * values.length);
  for (const [i, value] of values.entries()) encodeInto(bytes, EXT_BYTES * i, value);
  return bytes;
}

/** Canonical words → 4 bytes big endian each. */
export function encodeWords(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < words.length; i++) view.setUint32(4 * i, words[i]);
  return bytes;
}

/** Finds the smallest nonce; the wasm kernel and the TypeScript twin give the same one. */
export type NonceSearch = (state: Uint8Array, bits: number) => Promise<Uint8Array> | Uint8Array;

export class ProverChannel {
  readonly transcript = new Transcript();
  readonly #parts: Uint8Array[] = [];
  readonly #searchNonce: NonceSearch;

  constructor(searchNonce: NonceSearch = findNonce) {
    this.#searchNonce = searchNonce;
  }

  /** In the proof, not absorbed: bound by other means (Merkle openings, the heights that the preamble holds). */
  sendUnbound(bytes: Uint8Array): void {
    this.#parts.push(bytes);
  }

  send(message: Uint8Array): void {
    this.#parts.push(message);
    this.transcript.absorb(message);
  }

  sendExts(values: readonly Ext[]): void {
    this.send(encodeExts(values));
  }

  async grind(bits: number): Promise<void> {
    if (bits === 0) return;
    const nonce = await this.#searchNonce(this.transcript.state, bits);
    this.transcript.acceptNonce(nonce, bits);
    this.#parts.push(nonce);
  }

  proof(): Uint8Array {
    return concatBytes(...this.#parts);
  }
}

/** Told about every read: where the bytes of a proof go. */
export type OnRead = (what: string, offset: number, length: number) => void;

export class VerifierChannel {
  readonly transcript = new Transcript();
  readonly #proof: Uint8Array;
  readonly #onRead: OnRead;
  #offset = 0;

  constructor(proof: Uint8Array, onRead: OnRead = () => {}) {
    this.#proof = proof;
    this.#onRead = onRead;
  }

  /** The next `length` bytes, not absorbed. */
  take(length: number, what: string): Uint8Array {
    const end = this.#offset + length;
    if (end > this.#proof.length)
      throw new Rejected('ProofTruncated', `${what}: ${length} bytes at ${this.#offset} of ${this.#proof.length}`);
    const bytes = this.#proof.subarray(this.#offset, end);
    this.#onRead(what, this.#offset, length);
    this.#offset = end;
    return bytes;
  }

  /** `count` canonical base elements, not absorbed. */
  takeWords(count: number, what: string): Uint32Array {
    const bytes = this.take(4 * count, what);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const words = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      words[i] = view.getUint32(4 * i);
      if (words[i] >= P) throw new Rejected('NonCanonicalElement', `${what}: word ${i} is ${words[i]}`);
    }
    return words;
  }

  receive(length: number, what: string): Uint8Array {
    const bytes = this.take(length, what);
    this.transcript.absorb(bytes);
    return bytes;
  }

  receiveExts(count: number, what: string): Ext[] {
    const start = this.#offset;
    const words = this.takeWords(5 * count, what);
    this.transcript.absorb(this.#proof.subarray(start, this.#offset));
    return Array.from({ length: count }, (_, i) => load(words, 5 * i));
  }

  grind(bits: number, what: string): void {
    if (bits === 0) return;
    const nonce = this.take(NONCE_BYTES, what);
    if (!this.transcript.acceptNonce(nonce, bits)) throw new Rejected('GrindingFailed', `${what}: fewer than ${bits} leading zero bits`);
  }

  finish(): void {
    const rest = this.#proof.length - this.#offset;
    if (rest > 0) throw new Rejected('TrailingBytes', `${rest} bytes after the end`);
  }
}
