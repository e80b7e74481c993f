/**
 * Proves a synthetic AIR of 2^logCells committed cells and prints one JSON object per run:
 *   npx tsx packages/stark/bench/prove.ts [--log-cells 20] [--threads 1] [--profile default]
 * Four chips of mixed heights, 64 columns each of the wide ones, degree-3 constraints, one interaction per three columns.
 */
import { mul, P } from '@weir/crypto/field';
import { defineChip, group, newTrace } from '../src/air/builder.ts';
import { compileAir, defineBuses } from '../src/air/compileAir.ts';
import { add as addExpr, mul as mulExpr } from '../src/air/expr.ts';
import { createKernelBackend } from '../src/kernels/backend.ts';
import { PROFILES } from '../src/profile.ts';
import { prove } from '../src/prover.ts';
import { verifyProof } from '../src/verifier.ts';

const argument = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const logCells = Number(argument('log-cells', '20'));
const threads = Number(argument('threads', '1'));
const profile = PROFILES[argument('profile', 'default')];

const WIDTH = 96;
const buses = defineBuses({ link: { tag: 5, length: 4 } });

/** Columns c with c[i+2] = c[i]·c[i+1]·c[i] + i; every third column starts a tuple that is sent and taken back. */
const wide = (name: string) =>
  defineChip({
    name,
    minLogHeight: 2,
    maxLogHeight: 22,
    columns: [group('c', WIDTH)],
    build(b) {
      const { c } = b.col;
      for (let i = 2; i < WIDTH; i++) b.equal(`step ${i}`, c[i], addExpr(mulExpr(c[i - 2], c[i - 1], c[i - 2]), i));
      for (let i = 0; i + 3 < WIDTH; i += 6) {
        b.send('link', 1, [b.rowIndex, c[i], c[i + 1], c[i + 2]]);
        b.receive('link', 1, [b.rowIndex, c[i], c[i + 1], c[i + 2]]);
      }
    },
  });

const chips = ['first', 'second', 'third', 'fourth'].map(wide);
const air = compileAir({ name: 'bench', buses, chips, publicGroups: 0 });
// 96·2^h·(1 + 1/2 + 1/4 + 1/4) = 192·2^h cells below 2^logCells.
const top = logCells - 8;
const traces = [top, top - 1, top - 2, top - 2].map((logHeight, j) => {
  const trace = newTrace(chips[j], logHeight);
  for (let row = 0; row < 2 ** logHeight; row++) {
    let a = (row * 7919 + j) % P;
    let b = (row * 104729 + 3) % P;
    trace.columns[0][row] = a;
    trace.columns[1][row] = b;
    for (let i = 2; i < WIDTH; i++) {
      const next = (mul(mul(a, b), a) + i) % P;
      trace.columns[i][row] = next;
      a = b;
      b = next;
    }
  }
  return trace;
});

const backend = await createKernelBackend({ threads });
const context = new Uint8Array(32);
const stages: Record<string, number> = {};
const cpuBefore = process.cpuUsage();
let last: { stage: string; at: number } | undefined;
const started = performance.now();
const proof = await prove({
  air,
  traces,
  publicValues: new Uint32Array(0),
  context,
  profile,
  backend,
  onProgress({ stage }) {
    const at = performance.now();
    if (last) stages[last.stage] = (stages[last.stage] ?? 0) + Math.round(at - last.at);
    last = { stage, at };
  },
});
const proveMs = Math.round(performance.now() - started);
const cpu = process.cpuUsage(cpuBefore);
const cpuMs = Math.round((cpu.user + cpu.system) / 1000);
const verifyStarted = performance.now();
const verdict = verifyProof({ air, publicValues: new Uint32Array(0), context, profile, proof });
console.log(
  JSON.stringify({
    cells: traces.reduce((sum, { columns }) => sum + columns.length * columns[0].length, 0),
    threads,
    profile: profile.name,
    proveMs,
    cpuMs,
    stages,
    proofBytes: proof.length,
    verifyMs: Math.round(performance.now() - verifyStarted),
    heapMiB: Math.round(backend.kernels.heap.memory.buffer.byteLength / 2 ** 20),
    rssMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    accepted: verdict.accepted,
  }),
);
await backend.close();
process.exit(verdict.accepted ? 0 : 1);
