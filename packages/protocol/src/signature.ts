/** Signatures as the protocol carries them (R.x and s) and as `crypto` takes them (56 bytes). */
import { decodeSignature, SIGNATURE_BYTES, sign, verify } from '@weir/crypto/schnorr';
import { invariant } from '@weir/foundation/assert';
import { bigintToBytes, concatBytes } from '@weir/foundation/bytes';
import { messageDigest } from './messages.ts';
import type { Digest, OwnerKey, Signature } from './types.ts';

export { SIGNATURE_BYTES };

/** R.x (7 × 4 bytes) ‖ s (28 bytes), big endian. */
export function encodeSignature({ nonceX, s }: Signature): Uint8Array {
  return concatBytes(...nonceX.map((element) => bigintToBytes(BigInt(element), 4)), bigintToBytes(s, 28));
}

export function signElements(secret: bigint, elements: readonly number[]): Signature {
  const decoded = decodeSignature(sign(secret, messageDigest(elements)));
  invariant(decoded !== undefined, 'our own signature decodes');
  return { nonceX: [...decoded.nonceX], s: decoded.s };
}

/** Any values in, a boolean out. */
export function verifySignature(signature: Signature, digest: Digest, key: OwnerKey): boolean {
  const fits = signature.s >= 0n && signature.s < 1n << 224n && signature.nonceX.every((element) => element >= 0 && element < 2 ** 32);
  return fits && verify(encodeSignature(signature), digest, key);
}
