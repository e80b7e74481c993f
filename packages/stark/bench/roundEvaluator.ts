/**
 * Measures the constraint evaluator: `npx tsx packages/stark/bench/roundEvaluator.ts [--rows 4096] [--json]`.
 * One figure = nanoseconds per (pair of rows, constraint, point), on one thread; twin = the plain TypeScript version.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { P } from '@weir/crypto/field';
import { createKernels } from '@weir/crypto/kernels';
import type { Ext } from '@weir/crypto/quintic';
import { constraintRound, RoundEvaluator } from '../src/air/roundEvaluator.ts';
import { poseidonChain } from '../src/examples/poseidonChain.ts';

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '4096' }, json: { type: 'boolean', default: false } },
});
const half = Number(options.rows);
const [chip] = poseidonChain.chips;
const columns = chip.columnNames.length + 1;
const constraints = chip.constraintNames.length;

let state = 1;
const random = (): number => {
  state = Number((BigInt(state) * 48271n) % 2147483647n);
  return state % P;
};
const weights = chip.constraintNames.map((): Ext => [random(), random(), random(), random(), random()]);

const kernels = await createKernels({ threads: 1, modules: [readFileSync(new URL('../src/generated/kernels.wasm', import.meta.url))] });
const { heap } = kernels;
const fill = (words: number): number => {
  const pointer = heap.allocWords(words);
  const cells = heap.u32(pointer, words);
  for (let i = 0; i < words; i++) cells[i] = (i * 2654435761) % P;
  return pointer;
};
const eq = { pointer: fill(5 * half), stride: 4 * half };
const base = Array.from({ length: columns }, () => fill(2 * half));
const ext = Array.from({ length: columns }, () => fill(10 * half));
const evaluator = new RoundEvaluator(kernels, chip, weights);

/** Processor time, best of a few runs: other processes disturb it less than the clock. */
async function nanoseconds(units: number, action: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8; run++) {
    const start = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return (best * 1e3) / units;
}

const few = 32;
const twin = (words: number, points: readonly number[]): Promise<number> => {
  const tables = Array.from({ length: columns }, () => Uint32Array.from({ length: words * 2 * few }, random));
  const eqRows = Uint32Array.from({ length: 5 * few }, random);
  return nanoseconds(few * constraints * points.length, () => constraintRound(chip, weights, tables, eqRows, points));
};
const result = {
  chip: `${chip.name}: ${columns - 1} columns, ${constraints} constraints, ${chip.program.code.length} instructions, ${chip.program.registers} registers`,
  rows: half,
  baseNs: await nanoseconds(half * constraints * 2, () => evaluator.base(base, half, eq)),
  extNs: await nanoseconds(half * constraints * 3, () => evaluator.extension(ext, 8 * half, half, eq)),
  twinBaseNs: await twin(1, [2, 3]),
  twinExtNs: await twin(5, [0, 2, 3]),
};
await kernels.close();
if (options.json) console.log(JSON.stringify(result));
else {
  console.log(`${result.chip}; ${half} pairs of rows`);
  console.log(
    `base rows: ${result.baseNs.toFixed(1)} ns, twin ${result.twinBaseNs.toFixed(0)} ns, ratio ${(result.twinBaseNs / result.baseNs).toFixed(0)}`,
  );
  console.log(
    `K rows:    ${result.extNs.toFixed(1)} ns, twin ${result.twinExtNs.toFixed(0)} ns, ratio ${(result.twinExtNs / result.extNs).toFixed(0)}`,
  );
}
