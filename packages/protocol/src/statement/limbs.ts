/**
 * Numbers to limb pieces and limbs to 31-byte words (docs/statements.md, "Numbers").
 *
 * A word is Σ l_i 2^{28 i}, l_0 … l_7 < 2^28, l_8 < 2^24. Every field sits inside one limb or is split at the pieces below, so that
 * a word is a linear function of range-checked pieces.
 */
import { invariant } from '@weir/foundation/assert';
import type { Hex } from '@weir/foundation/bytes';
import type { Address, Digest, Fact, OwnerKey } from '../types.ts';

export const WORD_BYTES = 31;
export const WORD_LIMBS = 9;
export const LIMB_BITS = 28;
const LIMB = 2 ** LIMB_BITS;

/** Nine limbs, least significant first. */
export type Limbs = readonly number[];
export type AmountPieces = readonly [number, number, number];

/** u64 → (22, 21, 21) bits. */
export function amountPieces(value: bigint): AmountPieces {
  invariant(value >= 0n && value < 1n << 64n, `not a u64: ${value}`);
  return [Number(value & 0x3fffffn), Number((value >> 22n) & 0x1fffffn), Number(value >> 43n)];
}

export function amountFromPieces(a0: number, a1: number, a2: number): bigint {
  return BigInt(a0) + (BigInt(a1) << 22n) + (BigInt(a2) << 43n);
}

/** asset, nonce, keyVersion (< 2^30) → [low 24 bits, high 6 bits]. */
export function splitSmall(value: number): readonly [lo: number, hi: number] {
  invariant(Number.isInteger(value) && value >= 0 && value < 2 ** 30, `not below 2^30: ${value}`);
  return [value % 2 ** 24, Math.floor(value / 2 ** 24)];
}

/** time (< 2^40) → [low 20 bits, high 20 bits]. */
export function splitTime(value: number): readonly [lo: number, hi: number] {
  invariant(Number.isInteger(value) && value >= 0 && value < 2 ** 40, `not below 2^40: ${value}`);
  return [value % 2 ** 20, Math.floor(value / 2 ** 20)];
}

/** 160 bits → six limbs (28 × 5, 20), least significant first. */
export function addressLimbs(address: Address): number[] {
  const value = BigInt(address);
  return Array.from({ length: 6 }, (_, i) => Number((value >> BigInt(LIMB_BITS * i)) & BigInt(LIMB - 1)));
}

export function addressFromLimbs(limbs: readonly number[]): Address {
  const value = limbs.reduceRight((sum, limb) => (sum << BigInt(LIMB_BITS)) | BigInt(limb), 0n);
  return `0x${value.toString(16).padStart(40, '0')}` as Hex;
}

/** 224 bits → eight limbs of 28, least significant first. */
export function factLimbs(fact: Fact): number[] {
  const value = BigInt(fact);
  return Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(LIMB_BITS * i)) & BigInt(LIMB - 1)));
}

export function factFromLimbs(limbs: readonly number[]): Fact {
  const value = limbs.slice(0, 8).reduceRight((sum, limb) => (sum << BigInt(LIMB_BITS)) | BigInt(limb), 0n);
  return `0x${value.toString(16).padStart(56, '0')}` as Hex;
}

/** 8 canonical elements → nine limbs: l_i = e_i mod 2^28, l_8 = Σ (e_i >> 28)·8^i. */
export function digestLimbs(digest: Digest): number[] {
  const limbs = digest.map((element) => element % LIMB);
  return [...limbs, digest.reduce((sum, element, i) => sum + Math.floor(element / LIMB) * 8 ** i, 0)];
}

/** Elements are below p only if `hi = 7 ⇒ lo ≤ 0xF000000`; the caller rejects elements ≥ p. */
export function digestFromLimbs(limbs: Limbs): number[] {
  return limbs.slice(0, 8).map((limb, i) => limb + LIMB * (Math.floor(limbs[8] / 8 ** i) % 8));
}

/** 7 canonical elements → eight limbs: l_i = x_i mod 2^28, l_7 = Σ (x_i >> 28)·8^i. */
export function keyLimbs(key: OwnerKey): number[] {
  return [...key.map((element) => element % LIMB), key.reduce((sum, element, i) => sum + Math.floor(element / LIMB) * 8 ** i, 0)];
}

export function keyFromLimbs(limbs: Limbs): number[] {
  return limbs.slice(0, 7).map((limb, i) => limb + LIMB * (Math.floor(limbs[7] / 8 ** i) % 8));
}

/** Fills up with zero limbs. */
export function padLimbs(limbs: readonly number[]): Limbs {
  return Array.from({ length: WORD_LIMBS }, (_, i) => limbs[i] ?? 0);
}

export function wordFromLimbs(limbs: Limbs): bigint {
  invariant(limbs.length === WORD_LIMBS, 'a word has nine limbs');
  let word = 0n;
  for (let i = WORD_LIMBS - 1; i >= 0; i--) {
    invariant(limbs[i] >= 0 && limbs[i] < (i === 8 ? 2 ** 24 : LIMB), `limb ${i} out of range: ${limbs[i]}`);
    word = (word << BigInt(LIMB_BITS)) | BigInt(limbs[i]);
  }
  return word;
}

export function limbsFromWord(word: bigint): number[] {
  return Array.from({ length: WORD_LIMBS }, (_, i) => Number((word >> BigInt(LIMB_BITS * i)) & BigInt(LIMB - 1)));
}
