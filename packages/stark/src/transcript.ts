/**
 * The Fiat–Shamir transcript of docs/proof.md: a Keccak-256 chain whose every input starts with a type byte, so that no absorbed
 * message, squeeze, nonce, leaf or node can be mistaken for another.
 */
import { P } from '@weir/crypto/field';
import { keccak256 } from '@weir/crypto/keccak';
import type { Ext } from '@weir/crypto/quintic';
import { bytesToBigint } from '@weir/foundation/bytes';

export const TypeByte = { absorb: 1, squeeze: 2, grind: 3, leaf: 4, node: 5 } as const;

export const NONCE_BYTES = 8;

const CHUNK_MASK = (1n << 51n) - 1n;

function u64(value: number): Uint8Array {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(value));
  return out;
}

export class Transcript {
  #state: Uint8Array = new Uint8Array(32);
  #counter = 0;

  get state(): Uint8Array {
    return this.#state;
  }

  absorb(message: Uint8Array): void {
    this.#state = keccak256(Uint8Array.of(TypeByte.absorb), this.#state, u64(message.length), message);
    this.#counter = 0;
  }

  /** 32 bytes; the counter only returns to 0 with an absorb or a grind. */
  squeeze(): Uint8Array {
    return keccak256(Uint8Array.of(TypeByte.squeeze), this.#state, u64(this.#counter++));
  }

  /** Five 51-bit chunks, least significant first, each reduced mod p (bias < 2^−20 per coordinate). */
  challenge(): Ext {
    const h = bytesToBigint(this.squeeze());
    const coordinate = (i: number) => Number((h >> BigInt(51 * i)) & CHUNK_MASK) % P;
    return [coordinate(0), coordinate(1), coordinate(2), coordinate(3), coordinate(4)];
  }

  /** `count` indices below 2^logSize, eight per squeeze, sorted and without duplicates. */
  indices(count: number, logSize: number): number[] {
    const found = new Set<number>();
    const mask = 2 ** logSize - 1;
    for (let t = 0; 8 * t < count; t++) {
      const view = new DataView(this.squeeze().buffer);
      for (let j = 0; j < 8 && 8 * t + j < count; j++) found.add((view.getUint32(28 - 4 * j) & mask) >>> 0);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Verifier's side of a grind: the nonce's hash needs `bits` leading zeros. The profile, never the proof, says how many. */
  acceptNonce(nonce: Uint8Array, bits: number): boolean {
    const hash = grindHash(this.#state, nonce);
    if (leadingZeros(hash) < bits) return false;
    this.#state = hash;
    this.#counter = 0;
    return true;
  }
}

export function grindHash(state: Uint8Array, nonce: Uint8Array): Uint8Array {
  return keccak256(Uint8Array.of(TypeByte.grind), state, nonce);
}

export function leadingZeros(hash: Uint8Array): number {
  let zeros = 0;
  for (const byte of hash) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24;
    zeros += 8;
  }
  return zeros;
}

/** Plain search from nonce 0 (the wasm kernel finds the same nonce: the smallest). */
export function findNonce(state: Uint8Array, bits: number): Uint8Array {
  for (let n = 0; ; n++) {
    const nonce = u64(n);
    if (leadingZeros(grindHash(state, nonce)) >= bits) return nonce;
  }
}
