/** Keccak-256 as Ethereum uses it (original padding), from the audited @noble/hashes: the TypeScript twin of the Keccak kernel. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@weir/foundation/bytes';

/** keccak256 of the concatenation of `parts`. */
export function keccak256(...parts: readonly Uint8Array[]): Uint8Array {
  return keccak_256(parts.length === 1 ? parts[0] : concatBytes(...parts));
}
