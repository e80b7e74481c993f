/**
 * `npx tsx bench/src/stages.ts [--orders N] [--threads T] [--kernels]`: where a batch's proving time goes. The same batch as `npm run bench` (N signed
 * orders board one ride), made in memory: no chain, no settlement. Prints one JSON object: seconds, processor seconds and memory by stage;
 * with `--kernels` also by kernel. Ratios of two stages of one run are what to compare on a busy machine.
 */
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { fillTraces } from '@weir/circuits/weirAir';
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { compressMany, verifySignature } from '@weir/node/kernels';
import { openAccountElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { EMPTY_STATE, readHeader, type State } from '@weir/protocol/state/state';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Ride, Transaction } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { clearingOf, type Person, randomAmounts } from './orders.ts';

const flag = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const orders = flag('--orders', 256);
const threads = flag('--threads', 1);
const repeats = flag('--repeat', 1);

const OWNER = '0x00000000000000000000000000000000000000aa';
const START = 1_800_000_000;
const instance = instanceHash(31_337n, '0x00000000000000000000000000000000000000c0');
const limbs = instanceLimbs(instance);
const QUOTE = 1_000_000_000_000n;
const ride: Ride = {
  terms: {
    ticket: 2 ** 20,
    inAsset: 1,
    outAsset: 2,
    worstIn: QUOTE,
    worstOut: (QUOTE * 995n) / 1000n,
    boardBy: START + 21_600,
    settleBy: START + 1_728_000,
  },
  maxSize: 10n ** 15n,
  boarded: 0n,
  closed: false,
  outcome: null,
};

function contextOf(batchNumber: number, rides: ReadonlyMap<number, Ride> = new Map()): BatchContext {
  return { instance: limbs, batchNumber, timestamp: START, rewardRecipient: '0x0000000000000000000000000000000000000001', rides };
}

function execute(state: State, transactions: readonly Transaction[], context: BatchContext): Batch {
  const batch = applyBatch(state, transactions, { ...context, verifySignature }, compressMany);
  if (batch.refused.length > 0) throw new Error(`the batch refuses: ${batch.refused[0].refusal.code}`);
  return batch;
}

/** N funded accounts. */
function openAccounts(): { people: Person[]; state: State; batches: number } {
  const people = randomAmounts(orders).map((amount, account): Person => {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, account + 1);
    return { account, secret: secretKeyFromSeed(seed), amount };
  });
  let state = EMPTY_STATE;
  let batches = 0;
  for (let from = 0; from < orders; from += 256) {
    const group = people.slice(from, from + 256);
    const opened = group.map(({ account, secret }): Transaction => {
      const message = { tree: 0, keyVersion: 1, l1Owner: OWNER } as const;
      return {
        kind: 'openAccount',
        account,
        ownerKey: [...publicKey(secret)],
        ...message,
        signature: signElements(secret, openAccountElements(limbs, message)),
      };
    });
    state = execute(state, opened, contextOf(++batches)).after;
    const deposits = group.map(
      ({ account, amount }): Transaction => ({
        kind: 'deposit',
        status: 'taken',
        account,
        headerDigest: headerDigest(readHeader(state, account)),
        asset: 1,
        amount,
        depositor: OWNER,
        slot: 0,
      }),
    );
    state = execute(state, deposits, contextOf(++batches)).after;
  }
  return { people, state, batches };
}

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
const { people, state, batches } = openAccounts();
const context = contextOf(batches + 1, new Map([[ride.terms.ticket, ride]]));
const clearing = clearingOf(people, ride, limbs, START + 3_600);

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
        accepted: verdict.accepted,
      },
      null,
      1,
    ),
  );
}
await backend.close();
