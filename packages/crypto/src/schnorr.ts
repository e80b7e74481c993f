/**
 * Schnorr signatures with x-only keys on the septic curve, exactly as docs/statements.md "Hashing the state".
 *
 * Sign: R = k·G, e = challenge(R.x, message digest, P.x), s = k − e·d mod N. Valid iff x(s·G + e·P) = R.x for P either lift of the
 * key's x and the sum is not the identity. The nonce is deterministic, so a broken random generator cannot leak the key and the
 * same message is always signed with the same bytes.
 *
 * With x-only R and both lifts allowed, (R.x, N − s) is valid whenever (R.x, s) is: signature bytes never identify a message.
 * Replay protection is the slot nonce's business.
 *
 * Signing here is not constant time; keys live in the wallet's own process, which is the threat model of docs/security.md.
 */

import { invariant } from '@weir/foundation/assert';
import { bigintToBytes, bytesToBigint, concatBytes, tagBytes } from '@weir/foundation/bytes';
import { combinationHasX, liftX, multiplyGenerator, ORDER } from './curve.ts';
import { isCanonical } from './field.ts';
import { keccak256 } from './keccak.ts';
import { challenge, DIGEST_ELEMENTS } from './poseidon.ts';
import type { Septic } from './septic.ts';
import { SEPTIC_DEGREE } from './septic.ts';

/** R.x (7 elements of 4 bytes) ‖ s (28 bytes), big endian. */
export const SIGNATURE_BYTES = 56;
/** Square-root attacks on a group of this order: a discrete logarithm costs about 2^108 additions. */
export const SIGNATURE_SECURITY_BITS = Math.floor((ORDER.toString(2).length - 1) / 2);
const ELEMENTS_BYTES = 4 * SEPTIC_DEGREE;

/** A 512-bit hash reduced to 1 … N − 1: the bias is below 2^−290. */
function scalarFromHash(tag: string, ...parts: readonly Uint8Array[]): bigint {
  const half = (index: number): Uint8Array => keccak256(tagBytes(tag), Uint8Array.of(index), ...parts);
  return (bytesToBigint(concatBytes(half(0), half(1))) % (ORDER - 1n)) + 1n;
}

/** The secret scalar of a seed of at least 32 bytes (for instance the hash of an EIP-712 signature). */
export function secretKeyFromSeed(seed: Uint8Array): bigint {
  if (seed.length < 32) throw new RangeError(`a key seed has at least 32 bytes, not ${seed.length}`);
  return scalarFromHash('weir.schnorr.key.v1', seed);
}

/** x(d·G): seven elements. */
export function publicKey(secret: bigint): Septic {
  invariant(secret > 0n && secret < ORDER, 'secret key outside 1 … N − 1');
  return pointX(secret);
}

function pointX(scalar: bigint): Septic {
  const point = multiplyGenerator(scalar);
  invariant(point !== undefined, 'a scalar in 1 … N − 1 is never the identity');
  return point.x;
}

function elementBytes(elements: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(4 * elements.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < elements.length; i++) view.setUint32(4 * i, elements[i]);
  return bytes;
}

function isElements(values: ArrayLike<number>, count: number): boolean {
  return values.length === count && Array.from(values).every(isCanonical);
}

/** Signs the digest of a message (`hashMessage`): 8 elements. */
export function sign(secret: bigint, messageDigest: ArrayLike<number>): Uint8Array {
  invariant(isElements(messageDigest, DIGEST_ELEMENTS), 'a message digest is 8 canonical elements');
  const key = publicKey(secret);
  for (let attempt = 0; ; attempt++) {
    const nonce = scalarFromHash(
      'weir.schnorr.nonce.v1',
      bigintToBytes(secret, 28),
      elementBytes(messageDigest),
      bigintToBytes(BigInt(attempt), 4),
    );
    const nonceX = pointX(nonce);
    const e = challenge(nonceX, messageDigest, key);
    const s = (((nonce - e * secret) % ORDER) + ORDER) % ORDER;
    // s = 0 is invalid and happens with probability 2^−217: take the next nonce.
    if (s !== 0n) return concatBytes(elementBytes(nonceX), bigintToBytes(s, 28));
  }
}

export interface DecodedSignature {
  readonly nonceX: Septic;
  readonly s: bigint;
}

/** Undefined unless it is 56 bytes, R.x is canonical and 1 ≤ s < N. Whether R.x is on the curve is left to `verify`. */
export function decodeSignature(signature: Uint8Array): DecodedSignature | undefined {
  if (signature.length !== SIGNATURE_BYTES) return undefined;
  const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength);
  const nonceX = Array.from({ length: SEPTIC_DEGREE }, (_, i) => view.getUint32(4 * i));
  const s = bytesToBigint(signature.subarray(ELEMENTS_BYTES));
  return nonceX.every(isCanonical) && s > 0n && s < ORDER ? { nonceX, s } : undefined;
}

/** Any input gives a boolean; nothing throws. */
export function verify(signature: Uint8Array, messageDigest: ArrayLike<number>, key: ArrayLike<number>): boolean {
  const decoded = decodeSignature(signature);
  if (decoded === undefined || !isElements(messageDigest, DIGEST_ELEMENTS) || !isElements(key, SEPTIC_DEGREE)) return false;
  const point = liftX(Array.from(key));
  if (point === undefined) return false;
  return combinationHasX(decoded.s, challenge(decoded.nonceX, messageDigest, key), point, decoded.nonceX);
}
