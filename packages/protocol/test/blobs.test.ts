import { readFileSync } from 'node:fs';
import { bytesToBigint, concatBytes, fromHex, toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import { evaluate, SCALAR_FIELD } from '../src/statement/binding.ts';
import { BLOB_BYTES, BLOB_WORDS, blobCount, blobsFromWords, wordsFromBlobs } from '../src/statement/blobs.ts';
import { blobCommitment, blobProof, isBlob, openBlob, openingInput, verifyOpening, versionedHash } from '../src/statement/kzg.ts';
import { limbsFromWord } from '../src/statement/limbs.ts';

type BlobRecipe = { powersOf: string } | { oneAt: number } | { constant: string };
const vectors = JSON.parse(readFileSync(new URL('../../../vectors/kzg.json', import.meta.url), 'utf8')) as {
  blobs: Record<string, BlobRecipe>;
  commitments: { name: string; blob: string; commitment: string }[];
  blobProofs: { name: string; blob: string; commitment: string; proof: string }[];
  openings: { name: string; blob: string; z: string; proof: string; y: string }[];
};

function power(base: bigint, exponent: number): bigint {
  return exponent === 0 ? 1n : (power((base * base) % SCALAR_FIELD, exponent >> 1) * (exponent % 2 === 1 ? base : 1n)) % SCALAR_FIELD;
}

function blobOf(name: string): Uint8Array {
  const recipe = vectors.blobs[name];
  const element = (i: number): bigint => {
    if ('powersOf' in recipe) return power(BigInt(recipe.powersOf), i + 256);
    if ('oneAt' in recipe) return i === recipe.oneAt ? 1n : 0n;
    return BigInt(recipe.constant);
  };
  return fromHex(`0x${Array.from({ length: BLOB_WORDS }, (_, i) => element(i).toString(16).padStart(64, '0')).join('')}`);
}

/** Words that look like anything. */
const wordsOf = (count: number): bigint[] => Array.from({ length: count }, (_, i) => power(7n, i + 1) >> 7n);

describe('published KZG vectors', () => {
  it.each(vectors.commitments)('$name', ({ blob, commitment }) => {
    expect(toHex(blobCommitment(blobOf(blob)))).toBe(commitment);
  });
  it.each(vectors.blobProofs)('$name', ({ blob, commitment, proof }) => {
    expect(toHex(blobCommitment(blobOf(blob)))).toBe(commitment);
    expect(toHex(blobProof(blobOf(blob), fromHex(commitment)))).toBe(proof);
  });
  it.each(vectors.openings)('$name', ({ blob, z, y, proof }) => {
    const opening = openBlob(blobOf(blob), BigInt(z));
    expect({ y: opening.y, proof: toHex(opening.proof) }).toEqual({ y: BigInt(y), proof });
  });
});

describe('words in blobs', () => {
  it.each([1, 2, 4_095, 4_096, 4_097, 9_000])('%i words come back', (count) => {
    const words = wordsOf(count);
    const blobs = blobsFromWords(words);
    expect(blobs.map(({ length }) => length)).toEqual(Array.from({ length: blobCount(count) }, () => BLOB_BYTES));
    expect(wordsFromBlobs(blobs, count)).toEqual(words);
  });

  it('makes no blob of no words', () => {
    expect(blobsFromWords([])).toEqual([]);
    expect(wordsFromBlobs([], 0)).toEqual([]);
  });

  it('opens to the Horner value of its words, so that segments add up to y', () => {
    const words = wordsOf(5_000);
    const blobs = blobsFromWords(words);
    const z = power(11n, 777);
    const limbs = words.map(limbsFromWord);
    const parts = blobs.map((blob) => openBlob(blob, z).y);
    expect(parts[0]).toBe(evaluate(limbs.slice(0, BLOB_WORDS), z));
    expect((parts[0] + power(z, BLOB_WORDS) * parts[1]) % SCALAR_FIELD).toBe(evaluate(limbs, z));
  });

  it('proves openings that verify, and not for another value, point or blob', () => {
    const [blob] = blobsFromWords(wordsOf(3));
    const [other] = blobsFromWords(wordsOf(4));
    const commitment = blobCommitment(blob);
    const opening = openBlob(blob, 12_345n);
    expect(verifyOpening(commitment, 12_345n, opening)).toBe(true);
    expect(verifyOpening(commitment, 12_346n, opening)).toBe(false);
    expect(verifyOpening(commitment, 12_345n, { ...opening, y: opening.y + 1n })).toBe(false);
    expect(verifyOpening(blobCommitment(other), 12_345n, opening)).toBe(false);
    expect(openingInput(commitment, 12_345n, opening)).toHaveLength(192);
  });

  it('knows a blob by its versioned hash', () => {
    const [blob] = blobsFromWords(wordsOf(3));
    const hash = versionedHash(blobCommitment(blob));
    expect(hash[0]).toBe(1);
    expect(isBlob(blob, hash)).toBe(true);
    const changed = blob.slice();
    changed[BLOB_BYTES - 1] ^= 1;
    expect(isBlob(changed, hash)).toBe(false);
    expect(isBlob(blob.subarray(1), hash)).toBe(false);
  });

  it('refuses blobs that no batch can have', () => {
    const [blob] = blobsFromWords(wordsOf(4_096));
    const code = (blobs: Uint8Array[], count: number) => {
      try {
        wordsFromBlobs(blobs, count);
        return undefined;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(code([blob], 4_096)).toBeUndefined();
    // An unused coefficient that is not 0, too few and too many blobs, a cut one, an element above the field, a coefficient of 32 bytes.
    expect(code([blob], 4_095)).toBe('BLOB_MALFORMED');
    expect(code([blob], 4_097)).toBe('BLOB_MALFORMED');
    expect(code([blob, blob], 4_096)).toBe('BLOB_MALFORMED');
    expect(code([blob.subarray(1)], 4_096)).toBe('BLOB_MALFORMED');
    expect(code([concatBytes(new Uint8Array(32).fill(0xff), blob.subarray(32))], 4_096)).toBe('BLOB_MALFORMED');
    expect(code(blobsFromWords([1n << 248n]), 1)).toBe('BLOB_MALFORMED');
    expect(bytesToBigint(blob.subarray(0, 32))).toBeLessThan(SCALAR_FIELD);
  });
});
