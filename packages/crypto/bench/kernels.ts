/**
 * Kernels against their TypeScript twins, one row each: `npx tsx packages/crypto/bench/kernels.ts [--threads T] [--json]`.
 * Twins are timed on smaller inputs, so the ratio is per unit of work.
 */
import { P } from '../src/field.ts';
import {
  commitLeaves,
  foldBase,
  foldExt,
  Kernels,
  merkleTree,
  mulAddExt,
  mulExt,
  poseidonCompress,
  poseidonPermute,
  treeBytes,
} from '../src/kernels.ts';
import {
  encodeTwin,
  foldTwin,
  leavesTwin,
  merkleTwin,
  mulAddExtTwin,
  mulExtTwin,
  poseidonCompressTwin,
  poseidonPermuteTwin,
} from '../src/kernelTwins.ts';
import { hashMessage } from '../src/poseidon.ts';
import type { Ext } from '../src/quintic.ts';
import { publicKey, sign, verify } from '../src/schnorr.ts';
import { prepareSchnorr, verifySchnorr, verifySchnorrBatch } from '../src/schnorrKernel.ts';

interface Row {
  readonly kernel: string;
  readonly unit: string;
  readonly nanoseconds: number;
  readonly twinNanoseconds: number;
  readonly ratio: number;
}

const flag = (name: string): string | undefined => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const threads = Number(flag('--threads') ?? 1);
const kernels = new Kernels({ threads });
const { heap } = kernels;
const rows: Row[] = [];

function elements(count: number): Uint32Array {
  let state = count;
  return Uint32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % P;
  });
}

function place(words: Uint32Array): number {
  const pointer = heap.allocWords(words.length);
  heap.u32(pointer, words.length).set(words);
  return pointer;
}

/** Best of five, after one warm-up, in nanoseconds. */
async function best(work: () => unknown, repeats = 5): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= repeats; i++) {
    const start = performance.now();
    await work();
    if (i > 0) fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest * 1e6;
}

interface Subject {
  readonly kernel: string;
  readonly unit: string;
  readonly units: number;
  readonly run: () => unknown;
  readonly twinUnits: number;
  readonly twin: () => unknown;
}

async function measure({ kernel, unit, units, run, twinUnits, twin }: Subject): Promise<void> {
  const mark = heap.mark();
  const nanoseconds = (await best(run)) / units;
  const twinNanoseconds = (await best(twin, 2)) / twinUnits;
  rows.push({ kernel, unit, nanoseconds, twinNanoseconds, ratio: twinNanoseconds / nanoseconds });
  heap.release(mark);
}

const r: Ext = [1234567, 2345678, P - 1, 987654321, 1];
const n = 2 ** 18;
prepareSchnorr(kernels);

const base = elements(2 ** 20);
const small = base.slice(0, 2 ** 12);
const table = place(base);
const leaves = heap.alloc(32 * 2 ** 17);
const out = heap.allocWords(2 ** 21);
await measure({
  kernel: 'commitLeaves 64 × 2^14, rate 1/8',
  unit: 'codeword word',
  units: 2 ** 23,
  run: () => commitLeaves(kernels, { table, width: 1, leaves, logBlocks: 6, logBlock: 14, logDomain: 17 }),
  twinUnits: 2 ** 15,
  twin: () => leavesTwin(encodeTwin(small, 6, 6, 9, 1), 64),
});
await measure({
  kernel: 'commitLeaves 16 × 2^13 of K, rate 1/8',
  unit: 'codeword word',
  units: 5 * 2 ** 20,
  run: () => commitLeaves(kernels, { table, width: 5, leaves, logBlocks: 4, logBlock: 13, logDomain: 16 }),
  twinUnits: 5 * 2 ** 12,
  twin: () => leavesTwin(encodeTwin(base.slice(0, 5 * 2 ** 9), 4, 5, 8, 5), 80),
});
const plain = place(elements(64 * 2 ** 15));
const tree = heap.alloc(treeBytes(15));
await measure({
  kernel: 'merkleTree 2^15 rows of 256 bytes',
  unit: 'Keccak-f',
  units: 3 * 2 ** 15,
  run: () => merkleTree(kernels, { rows: plain, rowWords: 64, depth: 15, tree }),
  twinUnits: 3 * 2 ** 9,
  twin: () => merkleTwin(base.slice(0, 64 * 2 ** 9), 64),
});
await measure({
  kernel: 'poseidonPermute',
  unit: 'permutation',
  units: 2 ** 15,
  run: () => poseidonPermute(kernels, { states: table, count: 2 ** 15 }),
  twinUnits: 2 ** 8,
  twin: () => poseidonPermuteTwin(small),
});
await measure({
  kernel: 'poseidonCompress',
  unit: 'compression',
  units: 2 ** 15,
  run: () => poseidonCompress(kernels, { domain: 3, input: table, output: out, count: 2 ** 15 }),
  twinUnits: 2 ** 8,
  twin: () => poseidonCompressTwin(3, small),
});
const ext = elements(10 * n);
const extTable = place(ext);
const twinExt = ext.slice(0, 5 * 2 ** 12);
await measure({
  kernel: 'foldBase',
  unit: 'output element',
  units: n,
  run: () => foldBase(kernels, { input: table, output: out, half: n, r }),
  twinUnits: 2 ** 11,
  twin: () => foldTwin(small, 1, r),
});
await measure({
  kernel: 'foldExt',
  unit: 'output element',
  units: n,
  run: () => foldExt(kernels, { input: extTable, output: out, half: n, r }),
  twinUnits: 2 ** 11,
  twin: () => foldTwin(twinExt, 5, r),
});
await measure({
  kernel: 'mulExt',
  unit: 'product',
  units: n,
  run: () => mulExt(kernels, { a: extTable, b: extTable + 20 * n, output: out, count: n }),
  twinUnits: 2 ** 12,
  twin: () => mulExtTwin(twinExt, twinExt),
});
await measure({
  kernel: 'mulAddExt',
  unit: 'element',
  units: n,
  run: () => mulAddExt(kernels, { a: table, scalar: r, output: out, count: n }),
  twinUnits: 2 ** 12,
  twin: () => mulAddExtTwin(small, r, twinExt),
});

const secret = 123456789n;
const key = publicKey(secret);
const entries = Array.from({ length: 200 }, (_, i) => {
  const messageDigest = hashMessage([i]);
  return { signature: sign(secret, messageDigest), messageDigest, key };
});
const verifyTwin = (): boolean => entries.slice(0, 20).every((e) => verify(e.signature, e.messageDigest, e.key));
await measure({
  kernel: 'verifySchnorr (one by one)',
  unit: 'signature',
  units: entries.length,
  run: () => entries.every((e) => verifySchnorr(e.signature, e.messageDigest, e.key)),
  twinUnits: 20,
  twin: verifyTwin,
});
await measure({
  kernel: 'verifySchnorrBatch',
  unit: 'signature',
  units: entries.length,
  run: () => verifySchnorrBatch(kernels, entries),
  twinUnits: 20,
  twin: verifyTwin,
});
const signNanoseconds = (await best(() => entries.slice(0, 20).map((e) => sign(secret, e.messageDigest)))) / 20;
await kernels.close();

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ threads, signNanoseconds, rows }, null, 1));
} else {
  console.log(`${'kernel'.padEnd(34)}${'ns'.padStart(12)}${'twin ns'.padStart(14)}${'ratio'.padStart(8)}  per (threads = ${threads})`);
  for (const row of rows) {
    const numbers = `${row.nanoseconds.toFixed(2).padStart(12)}${row.twinNanoseconds.toFixed(0).padStart(14)}${row.ratio.toFixed(0).padStart(7)}×`;
    console.log(`${row.kernel.padEnd(34)}${numbers}  ${row.unit}`);
  }
  console.log(`\nsigning (TypeScript only): ${(signNanoseconds / 1e6).toFixed(2)} ms`);
}
