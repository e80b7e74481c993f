/**
 * `npm run bench:kernels -- [--threads T] [--json]`: rates of the WebAssembly kernels and their ratio to the TypeScript twins, per unit of work.
 *
 * Encoding, Merkle trees, Poseidon, folds and signatures: packages/crypto/bench/kernels.ts. The constraints of the AIR: packages/stark/bench/roundEvaluator.ts.
 * Here: grinding, and the prover's stages over one AIR with both backends, which compute the same bytes (LogUp tree and its sumchecks, zerocheck with its
 * folds, the WHIR opening). The twin proves a smaller table.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ProverBackend, referenceBackend } from '@weir/stark/backend';
import { permutation, permutationTrace } from '@weir/stark/examples/permutation';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { TEST_PROFILE } from '@weir/stark/profile';
import { prove } from '@weir/stark/prover';
import { findNonce } from '@weir/stark/transcript';

interface Row {
  readonly kernel: string;
  readonly unit: string;
  readonly nanoseconds: number;
  readonly twinNanoseconds: number;
  readonly ratio: number;
}

const at = process.argv.indexOf('--threads');
const threads = at < 0 ? 1 : Number(process.argv[at + 1]);
const script = (path: string, args: readonly string[] = []) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL(`../../packages/${path}`, import.meta.url)), '--json', ...args],
      {
        encoding: 'utf8',
      },
    ),
  );
const row = (kernel: string, unit: string, nanoseconds: number, twinNanoseconds: number): Row => ({
  kernel,
  unit,
  nanoseconds,
  twinNanoseconds,
  ratio: twinNanoseconds / nanoseconds,
});

/** Nanoseconds per row of each stage. */
async function stages(backend: ProverBackend, logRows: number): Promise<ReadonlyMap<string, number>> {
  const rows = 2 ** logRows;
  const identity = Array.from({ length: rows }, (_, i) => i);
  const { traces, publicValues } = permutationTrace(identity, [...identity].reverse());
  const times = new Map<string, number>();
  let [stage, since] = ['', performance.now()];
  const onProgress = ({ stage: next }: { readonly stage: string }): void => {
    if (next === stage) return;
    const now = performance.now();
    if (stage !== '') times.set(stage, (times.get(stage) ?? 0) + ((now - since) * 1e6) / rows);
    [stage, since] = [next, now];
  };
  const profile = { ...TEST_PROFILE, name: 'bench', maxVariables: 24, maxFractionVariables: 24 };
  await prove({ air: permutation, traces, publicValues, context: new Uint8Array(32), profile, backend, onProgress });
  return times;
}

const NONCE_BITS = 18;
const TWIN_NONCE_BITS = 10;
/** Nanoseconds per nonce tried, over some states. */
async function grinding(search: ProverBackend['findNonce'], bits: number): Promise<number> {
  let [tried, spent] = [0, 0];
  for (let i = 0; i < 4; i++) {
    const state = new Uint8Array(32).fill(i + 1);
    const started = performance.now();
    const nonce = await search(state, bits);
    spent += performance.now() - started;
    tried += Number(new DataView(nonce.buffer, nonce.byteOffset).getBigUint64(0)) + 1;
  }
  return (spent * 1e6) / tried;
}

const rows: Row[] = [...script('crypto/bench/kernels.ts', ['--threads', String(threads)]).rows];
const air = script('stark/bench/roundEvaluator.ts');
rows.push(
  row('AIR evaluation, base rows', 'constraint', air.baseNs, air.twinBaseNs),
  row('AIR evaluation, K rows', 'constraint', air.extNs, air.twinExtNs),
);
const backend = await createKernelBackend({ threads });
await grinding(backend.findNonce, TWIN_NONCE_BITS);
rows.push(row('grinding', 'nonce', await grinding(backend.findNonce, NONCE_BITS), await grinding(findNonce, TWIN_NONCE_BITS)));
await stages(backend, 10);
const [fast, plain] = [await stages(backend, 18), await stages(referenceBackend, 11)];
const NAMES = {
  commit: 'stack, encode, Merkle tree',
  fractions: 'LogUp tree and sumchecks',
  zerocheck: 'zerocheck and its folds',
  opening: 'WHIR folds, codes, openings',
} as const;
for (const [stage, name] of Object.entries(NAMES))
  rows.push(row(name, 'row of 2 chips', fast.get(stage) as number, plain.get(stage) as number));
await backend.close();

if (process.argv.includes('--json')) console.log(JSON.stringify({ threads, rows }));
else {
  console.log(
    `${'kernel'.padEnd(34)}${'ns'.padStart(12)}${'M/s'.padStart(10)}${'twin ns'.padStart(14)}${'ratio'.padStart(8)}  per (threads = ${threads})`,
  );
  for (const { kernel, unit, nanoseconds, twinNanoseconds, ratio } of rows) {
    const numbers = `${nanoseconds.toFixed(2).padStart(12)}${(1e3 / nanoseconds).toFixed(2).padStart(10)}${twinNanoseconds.toFixed(0).padStart(14)}`;
    console.log(`${kernel.padEnd(34)}${numbers}${ratio.toFixed(0).padStart(7)}×  ${unit}`);
  }
}
process.exit(0);
