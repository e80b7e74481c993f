/**
 * `npx tsx bench/src/stages.ts [--orders N] [--threads T] [--kernels]`: where a batch's proving time goes. The same batch as `npm run bench` (N signed
 * orders board one ride), made in memory: no chain, no settlement. Prints one JSON object: seconds, processor seconds and memory by stage;
 * with `--kernels` also by kernel. Ratios of two stages of one run are what to compare on a busy machine.
 */
import { createHash } from 'node:crypto';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { fillTraces } from '@weir/circuits/weirAir';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { execute, instance, pendingOrders } from './memoryBatch.ts';

const flag = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const orders = flag('--orders', 256);
const threads = flag('--threads', 1);
const repeats = flag('--repeat', 1);

interface Spent {
  seconds: number;
  cpu: number;
}
const mark = () => ({ at: performance.now(), cpu: process.cpuUsage() });
function since(from: ReturnType<typeof mark>): Spent {
  const { user, system } = process.cpuUsage(from.cpu);
  return { seconds: (performance.now() - from.at) / 1000, cpu: (user + system) / 1e6 };
}
const spend = (table: Map<string, Spent>, name: string, { seconds, cpu }: Spent) => {
  const total = table.get(name) ?? { seconds: 0, cpu: 0 };
  table.set(name, { seconds: total.seconds + seconds, cpu: total.cpu + cpu });
};
const rounded = (table: Map<string, Spent>) =>
  Object.fromEntries([...table].map(([name, { seconds, cpu }]) => [name, `${seconds.toFixed(2)} s, ${cpu.toFixed(2)} cpu`]));

const backend = await createKernelBackend({ threads });
const { state, clearing, context } = pendingOrders(orders);

for (let run = 0; run < repeats; run++) {
  const stages = new Map<string, Spent>();
  const kernels = new Map<string, Spent>();
  if (process.argv.includes('--kernels')) {
    const { run: inner } = backend.kernels;
    if (run === 0)
      backend.kernels.run = async (name, chunks) => {
        const from = mark();
        const results = await inner.call(backend.kernels, name, chunks);
        spend(kernels, name, since(from));
        return results;
      };
  }
  const started = mark();
  let from = mark();
  const batch = execute(state, [clearing], context);
  spend(stages, 'execute', since(from));
  from = mark();
  const witness = batchWitness(batch, context, instance);
  spend(stages, 'witness', since(from));
  from = mark();
  let last = 'traces';
  const { proof } = await proveBatch(witness, {
    backend,
    onProgress({ stage }) {
      spend(stages, last, since(from));
      from = mark();
      last = stage;
    },
  });
  const total = since(started);
  const traces = fillTraces(witness);
  const cells = traces.reduce((sum, { columns, logHeight }) => sum + columns.length * 2 ** logHeight, 0);
  const verdict = verifyBatch({ instance, statement: batch.statement, proof });
  console.log(
    JSON.stringify(
      {
        orders,
        threads,
        cells,
        seconds: total.seconds,
        cpu: total.cpu,
        ordersPerSecond: orders / total.seconds,
        cellsPerSecond: cells / total.seconds,
        cellsPerCpuSecond: cells / total.cpu,
        stages: rounded(stages),
        kernels: rounded(kernels),
        kernelMiB: backend.kernels.heap.memory.buffer.byteLength / 2 ** 20,
        peakMiB: process.resourceUsage().maxRSS / 1024,
        proofBytes: proof.length,
        proofSha256: createHash('sha256').update(proof).digest('hex'),
        accepted: verdict.accepted,
      },
      null,
      1,
    ),
  );
}
await backend.close();
