/**
 * The WebAssembly kernels that the node's own thread uses: signatures at intake and sealing, hashes of a new state. Same answers as the TypeScript twins,
 * several times faster.
 */
import { verifySchnorr } from '@weir/crypto/schnorrKernel';
import { encodeSignature } from '@weir/protocol/signature';
import type { Digest, OwnerKey, Signature } from '@weir/protocol/types';

/** For signatures whose fields are in range (`requestFromJson` and the transaction shapes see to that). */
export function verifySignature(signature: Signature, digest: Digest, key: OwnerKey): boolean {
  return verifySchnorr(encodeSignature(signature), digest, key);
}

export { compressMany } from '@weir/crypto/compressKernel';
