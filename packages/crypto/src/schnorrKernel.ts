/**
 * Schnorr verification in WebAssembly: the same answers as `verify` in schnorr.ts (its twin), several times faster.
 * `verifySchnorr` is for one signature on the calling thread; `verifySchnorrBatch` spreads many over a worker pool.
 */
import { buildGeneratorTable } from './curve.ts';
import { isCanonical, mul, P, rootOfUnity } from './field.ts';
import { Kernels, MONTGOMERY_ONE, splitWork } from './kernels.ts';
import { DIGEST_ELEMENTS, DOMAIN, domainConstants, WIDTH } from './poseidon.ts';
import { decodeSignature } from './schnorr.ts';
import type { Septic } from './septic.ts';
import { FROBENIUS_1, FROBENIUS_2, FROBENIUS_4, SEPTIC_DEGREE } from './septic.ts';

export interface SignedDigest {
  readonly signature: Uint8Array;
  readonly messageDigest: ArrayLike<number>;
  readonly key: ArrayLike<number>;
}

/** Montgomery form, centred around 0: how assembly/septic.ts stores a coefficient. */
function centred(value: number): number {
  const x = mul(value, MONTGOMERY_ONE);
  return x > P / 2 ? x - P : x;
}

/** A septic element as the kernels store it. */
export const elementWords = (a: Septic): number[] => [...a.map(centred), 0];
const transposed = (rows: readonly Septic[]): number[] => rows.flatMap((_, k) => elementWords(rows.map((row) => row[k])));
const COMB_WINDOW = 6;

/** The constants at the offsets that assembly/septic.ts and assembly/schnorr.ts name, up to the comb. */
export function constantWords(): number[] {
  const constants = [
    ...[FROBENIUS_1, FROBENIUS_2, FROBENIUS_4].flatMap(transposed),
    mul(rootOfUnity(24), MONTGOMERY_ONE),
    centred(45),
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const one = elementWords([1, 0, 0, 0, 0, 0, 0]);
  const curveB = elementWords([0, 0, 0, 41, 0, 0, 0]);
  return [...constants, ...one, ...curveB];
}

function tableWords(): Int32Array {
  const comb = buildGeneratorTable(COMB_WINDOW).flatMap((row) => row.flatMap(({ x, y }) => [...elementWords(x), ...elementWords(y)]));
  return Int32Array.from([...constantWords(), ...comb]);
}

interface Tables {
  readonly curve: number;
  readonly constants: number;
}
const tablesOf = new WeakMap<Kernels, Tables>();

/** Writes the tables into the kernels' heap, once; call it before any `mark` whose `release` would free them. */
export function prepareSchnorr(kernels: Kernels): void {
  if (tablesOf.has(kernels)) return;
  const words = tableWords();
  const curve = kernels.heap.allocWords(words.length);
  kernels.heap.u32(curve, words.length).set(new Uint32Array(words.buffer));
  const constants = kernels.heap.allocWords(WIDTH);
  kernels.heap.u32(constants, WIDTH).set(domainConstants(DOMAIN.challenge));
  tablesOf.set(kernels, { curve, constants });
}

const RECORD_WORDS = 32;

/** Writes a record for the kernel; false if the bytes are not a signature, or an element is not canonical. */
function writeRecord(record: Uint32Array, { signature, messageDigest, key }: SignedDigest): boolean {
  const decoded = decodeSignature(signature);
  if (decoded === undefined || messageDigest.length !== DIGEST_ELEMENTS || key.length !== SEPTIC_DEGREE) return false;
  if (!Array.from(messageDigest).every(isCanonical) || !Array.from(key).every(isCanonical)) return false;
  record.set(decoded.nonceX, 0);
  for (let i = 0, rest = decoded.s; i < 7; i++, rest >>= 32n) record[7 + i] = Number(rest & 0xffffffffn);
  record.set(messageDigest, 14);
  record.set(key, 22);
  return true;
}

/** One boolean per entry, on all threads of the pool. Prepares the tables if `prepareSchnorr` has not. */
export function verifySchnorrBatch(kernels: Kernels, entries: readonly SignedDigest[]): Promise<boolean[]> {
  prepareSchnorr(kernels);
  const { heap, poseidonTable } = kernels;
  const { curve, constants } = tablesOf.get(kernels) as Tables;
  return heap.scoped(async () => {
    const records = heap.allocWords(RECORD_WORDS * entries.length);
    const results = heap.allocWords(entries.length);
    const written: number[] = [];
    for (const [i, entry] of entries.entries()) {
      if (writeRecord(heap.u32(records + 4 * RECORD_WORDS * written.length, RECORD_WORDS), entry)) written.push(i);
    }
    const pieces = splitWork(written.length, kernels.threads, 8);
    await kernels.run(
      'schnorrVerifyChunk',
      pieces.map(([start, n]) => [curve, poseidonTable, constants, records + 4 * RECORD_WORDS * start, results + 4 * start, n]),
    );
    const valid = new Array<boolean>(entries.length).fill(false);
    const answers = heap.u32(results, written.length);
    for (const [i, index] of written.entries()) valid[index] = answers[i] === 1;
    return valid;
  });
}

interface Verifier {
  readonly kernels: Kernels;
  readonly record: Uint32Array;
  readonly result: Uint32Array;
  readonly args: readonly number[];
}
let single: Verifier | undefined;

function createVerifier(): Verifier {
  const kernels = new Kernels({ threads: 1 });
  prepareSchnorr(kernels);
  const { heap } = kernels;
  const { curve, constants } = tablesOf.get(kernels) as Tables;
  const record = heap.allocWords(RECORD_WORDS);
  const result = heap.allocWords(1);
  const args = [curve, kernels.poseidonTable, constants, record, result, 1];
  return { kernels, record: heap.u32(record, RECORD_WORDS), result: heap.u32(result, 1), args };
}

/** Any input gives a boolean; nothing throws. The first call builds the tables (some ten milliseconds). */
export function verifySchnorr(signature: Uint8Array, messageDigest: ArrayLike<number>, key: ArrayLike<number>): boolean {
  single ??= createVerifier();
  if (!writeRecord(single.record, { signature, messageDigest, key })) return false;
  single.kernels.call('schnorrVerifyChunk', ...single.args);
  return single.result[0] === 1;
}
