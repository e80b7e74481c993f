/**
 * Words ↔ EIP-4844 blobs. The words are the *coefficients* of a polynomial per blob, 4,096 each, in order; a blob's bytes are its
 * evaluations at the 4,096th roots of unity in bit-reversed order. So the circuit's Horner value of a segment of words is what the
 * point-evaluation precompile proves about the blob (docs/statements.md). Commitments and openings are in `kzg.ts`.
 */
import { fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';

/** The BLS12-381 scalar field. */
const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
/** Generates the multiplicative group of the field (the consensus specification's PRIMITIVE_ROOT_OF_UNITY). */
const PRIMITIVE_ROOT = 7n;
const ELEMENT_BYTES = 32;
const LOG_WORDS = 12;
/** A word has 31 bytes. */
const WORD_BOUND = 1n << 248n;

/** Coefficients, and field elements, of one blob. */
export const BLOB_WORDS = 2 ** LOG_WORDS;
export const BLOB_BYTES = BLOB_WORDS * ELEMENT_BYTES;
/** What L1 takes in one transaction. */
export const MAX_BLOBS = 6;

/** Blobs that this many diff words need. */
export const blobCount = (words: number): number => Math.ceil(words / BLOB_WORDS);

function power(base: bigint, exponent: bigint): bigint {
  let [out, square] = [1n, base % R];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) out = (out * square) % R;
    square = (square * square) % R;
  }
  return out;
}

const ROOT = power(PRIMITIVE_ROOT, (R - 1n) / BigInt(BLOB_WORDS));
const INVERSE_SIZE = power(BigInt(BLOB_WORDS), R - 2n);

function powersOf(root: bigint): bigint[] {
  const powers = [1n];
  for (let i = 1; i < BLOB_WORDS / 2; i++) powers.push((powers[i - 1] * root) % R);
  return powers;
}

let tables: { readonly forward: readonly bigint[]; readonly backward: readonly bigint[] } | undefined;

/** Powers of the root of unity and of its inverse, made when first needed. */
function twiddles() {
  tables ??= { forward: powersOf(ROOT), backward: powersOf(power(ROOT, R - 2n)) };
  return tables;
}

/** Coefficients in natural order → evaluations, value i at root^(bit reversal of i): decimation in frequency, in place. */
function evaluations(values: bigint[]): bigint[] {
  const { forward } = twiddles();
  for (let half = BLOB_WORDS / 2, step = 1; half >= 1; half /= 2, step *= 2) {
    for (let start = 0; start < BLOB_WORDS; start += 2 * half) {
      for (let i = 0; i < half; i++) {
        const a = values[start + i];
        const b = values[start + half + i];
        const sum = a + b;
        values[start + i] = sum >= R ? sum - R : sum;
        values[start + half + i] = ((a - b + R) * forward[i * step]) % R;
      }
    }
  }
  return values;
}

/** The inverse: evaluations in bit-reversed order → coefficients in natural order: decimation in time, in place. */
function coefficients(values: bigint[]): bigint[] {
  const { backward } = twiddles();
  for (let half = 1, step = BLOB_WORDS / 2; half < BLOB_WORDS; half *= 2, step /= 2) {
    for (let start = 0; start < BLOB_WORDS; start += 2 * half) {
      for (let i = 0; i < half; i++) {
        const a = values[start + i];
        const b = (values[start + half + i] * backward[i * step]) % R;
        const sum = a + b;
        values[start + i] = sum >= R ? sum - R : sum;
        values[start + half + i] = a >= b ? a - b : a - b + R;
      }
    }
  }
  return values.map((value) => (value * INVERSE_SIZE) % R);
}

/** The blobs of these words (31 bytes each): ⌈count / 4096⌉ of them, unused coefficients 0. */
export function blobsFromWords(words: readonly bigint[]): Uint8Array[] {
  return Array.from({ length: blobCount(words.length) }, (_, at) => {
    const segment = words.slice(at * BLOB_WORDS, (at + 1) * BLOB_WORDS);
    const values = evaluations(Array.from({ length: BLOB_WORDS }, (_, i) => segment[i] ?? 0n));
    return fromHex(`0x${values.map((value) => value.toString(16).padStart(2 * ELEMENT_BYTES, '0')).join('')}`);
  });
}

/** BLOB_MALFORMED: not a blob, or not one that these words could have made. */
export type BlobFault = 'BLOB_MALFORMED';

const malformed = (message: string, details: Record<string, unknown>) => new CodedError<BlobFault>('BLOB_MALFORMED', message, details);

/** The coefficients of one blob, whatever they are. Throws `CodedError<BlobFault>` on bytes that are no blob. */
function coefficientsOf(blob: Uint8Array, index: number): bigint[] {
  if (blob.length !== BLOB_BYTES) throw malformed(`a blob has ${BLOB_BYTES} bytes`, { blob: index, length: blob.length });
  const text = toHex(blob);
  const values = Array.from({ length: BLOB_WORDS }, (_, i) => {
    const at = 2 + 2 * ELEMENT_BYTES * i;
    return BigInt(`0x${text.slice(at, at + 2 * ELEMENT_BYTES)}`);
  });
  const wrong = values.findIndex((value) => value >= R);
  if (wrong >= 0) throw malformed('an element is not below the field size', { blob: index, element: wrong });
  return coefficients(values);
}

/**
 * The first `count` coefficients. Throws `CodedError<BlobFault>` if there are not exactly the blobs that so many words need, a used
 * coefficient is no word, or an unused one is not 0: no settled batch has such blobs.
 */
export function wordsFromBlobs(blobs: readonly Uint8Array[], count: number): bigint[] {
  if (blobs.length !== blobCount(count)) throw malformed(`${count} words need ${blobCount(count)} blobs`, { blobs: blobs.length, count });
  const words = blobs.flatMap(coefficientsOf);
  const wrong = words.findIndex((word, i) => (i < count ? word >= WORD_BOUND : word !== 0n));
  if (wrong >= 0) throw malformed('a coefficient is not a word', { coefficient: wrong, count });
  return words.slice(0, count);
}
