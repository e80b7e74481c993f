/**
 * `npm run bench -- [--orders N[,N…]] [--threads T[,T…]] [--repeat R] [--json] [--chart] [--from FILE[,FILE…]]`: without arguments 256, 1,024 and 4,096 orders and the largest power of 2 that
 * fits, on one thread and on two, and the chart in docs/. N signed orders, each of its own account and key with a random amount, board a ride in
 * one clearing; the batch is proven under the `default` profile and that same proof is settled on a local chain by the production contracts.
 *
 * The measured time runs from ordered transactions in memory to the final proof bytes (execution, signature checks, trace, proof). Opening and
 * funding the accounts happens before, through the same contracts with real proofs, and is not part of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness, pendingWitness } from '@weir/circuits/trace/witness';
import { fillTraces, weirAir } from '@weir/circuits/weirAir';
import { publicKey, SIGNATURE_SECURITY_BITS, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { invariant } from '@weir/foundation/assert';
import { equalBytes, type Hex } from '@weir/foundation/bytes';
import { KzgThread } from '@weir/node/da/kzg';
import { compressMany, verifySignature } from '@weir/node/kernels';
import { openAccountElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { EMPTY_STATE, readHeader, type State } from '@weir/protocol/state/state';
import { bindStatement, instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { BLOB_BYTES } from '@weir/protocol/statement/blobs';
import { digestBytes } from '@weir/protocol/statement/header';
import { encodeStatement } from '@weir/protocol/statement/statement';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Clearing, Ride, Transaction } from '@weir/protocol/types';
import type { ChipTrace } from '@weir/stark/air/ir';
import { createKernelBackend, type KernelBackend } from '@weir/stark/kernels/backend';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import type { Progress } from '@weir/stark/prover';
import { securityOf } from '@weir/stark/soundness';
import { CUT, canCut, deriveShape } from '@weir/stark/stack';
import { type PublishedBatch, publish } from './blobs.ts';
import { type BenchChain, openBenchChain } from './chain.ts';
import { chart } from './chart.ts';
import { clearingOf, type Person, randomAmounts } from './orders.ts';
import { peakMemory, resetPeakMemory } from './peakMemory.ts';

/** Accounts opened, and deposits taken, per set-up batch: what the statement of either adds to calldata fits beside a proof. */
const OPENED_AT_ONCE = 2_048;
const DEPOSITED_AT_ONCE = 256;
const BLOB_GAS = 131_072;

export interface BenchReport {
  readonly orders: number;
  readonly threads: number;
  readonly proveSeconds: number;
  /** Of all threads; what a busy machine changes least. */
  readonly processorSeconds: number;
  /** The machine's load average before the proof: above 0 somebody else was there, the set-up at least. */
  readonly load: number;
  /** The most that this process had at once from the first transaction to the proof: what is left of the set-up, chain apart, is in it. */
  readonly peakMemoryBytes: number;
  /** Wall time by stage: execution with signature checks, blobs (committed to beside the next stage), traces, then the prover's. */
  readonly stageSeconds: Readonly<Record<string, number>>;
  readonly stageProcessorSeconds: Readonly<Record<string, number>>;
  readonly ordersPerSecond: number;
  readonly cells: number;
  readonly committedCells: number;
  /** 2^N: what encoding and hashing cost. */
  readonly tableCells: number;
  readonly cellsPerSecond: number;
  readonly proofBytes: number;
  /** Without blobs. */
  readonly transactionBytes: number;
  readonly blobs: number;
  readonly securityBits: number;
  readonly verifyMilliseconds: number;
  /** total = verify + settle + data, per order too; `blob` is blob gas, which has a price of its own. */
  readonly gas: {
    readonly verify: number;
    readonly settle: number;
    readonly data: number;
    readonly total: number;
    readonly blob: number;
    readonly perOrder: number;
  };
  /** The same orders' joins done directly on the same chain, by as many people as the chain has keys for. */
  readonly direct: { readonly joins: number; readonly gasPerOrder: number; readonly total: number };
  readonly directGasPerOrder: number;
}

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Keeps the state and settles batches on the chain. */
class Rollup {
  state: State = EMPTY_STATE;
  number = 0;
  readonly chain: BenchChain;
  readonly instance: Uint8Array;
  backend: KernelBackend;
  readonly kzg = new KzgThread();

  constructor(chain: BenchChain, backend: KernelBackend) {
    this.chain = chain;
    this.backend = backend;
    this.instance = instanceHash(BigInt(chain.chainId), chain.core.toLowerCase() as Hex);
  }

  async context(rides: ReadonlyMap<number, Ride> = new Map()): Promise<BatchContext> {
    return {
      instance: instanceLimbs(this.instance),
      batchNumber: this.number + 1,
      timestamp: await this.chain.now(),
      rewardRecipient: '0x0000000000000000000000000000000000000001',
      rides,
    };
  }

  execute(transactions: readonly Transaction[], context: BatchContext): Batch {
    const batch = applyBatch(this.state, transactions, { ...context, verifySignature }, compressMany);
    if (batch.refused.length > 0) throw new Error(`the batch refuses: ${JSON.stringify(batch.refused[0].refusal.code)}`);
    return batch;
  }

  async settle({ batch, ...published }: PublishedBatch, proof: Uint8Array) {
    const blobs = await published.blobs;
    const hashes = blobs.map(({ hash }) => hash);
    const { digest, z } = bindStatement(this.instance, batch.statement, hashes);
    const statement = encodeStatement(batch.statement);
    const settled = await this.chain.settle({ statement, digest: digestBytes(digest), proof, blobs, z });
    this.state = batch.after;
    this.number++;
    return settled;
  }

  async run(transactions: readonly Transaction[]): Promise<void> {
    const context = await this.context();
    const published = publish(this.execute(transactions, context), this.kzg);
    await this.settle(published, await prove(this.backend, this.instance, published, context));
  }
}

async function prove(
  backend: KernelBackend,
  instance: Uint8Array,
  { batch, blobs }: PublishedBatch,
  context: BatchContext,
  onProgress?: (progress: Progress) => void,
): Promise<Uint8Array> {
  const hashes = blobs.then((all) => all.map(({ hash }) => hash));
  return (await proveBatch(pendingWitness(batch, context, instance, hashes), { backend, onProgress })).proof;
}

function groupsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

async function setUp(rollup: Rollup, orders: number): Promise<Person[]> {
  const { chain } = rollup;
  const people = randomAmounts(orders).map((amount, account): Person => {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, account + 1);
    return { account, secret: secretKeyFromSeed(seed), amount };
  });
  const limbs = instanceLimbs(rollup.instance);
  const l1Owner = chain.depositor;
  for (const group of groupsOf(people, OPENED_AT_ONCE)) {
    log(`set-up: accounts ${group[0].account + group.length}/${orders}`);
    const opened = group.map(({ account, secret }): Transaction => {
      const message = { tree: 0, keyVersion: 1, l1Owner };
      return {
        kind: 'openAccount',
        account,
        ownerKey: [...publicKey(secret)],
        ...message,
        signature: signElements(secret, openAccountElements(limbs, message)),
      };
    });
    await rollup.run(opened);
  }
  for (const group of groupsOf(people, DEPOSITED_AT_ONCE)) {
    log(`set-up: deposits ${group[0].account + group.length}/${orders}`);
    const deposits = group.map(({ account, amount }) => ({ account, amount, digest: headerDigest(readHeader(rollup.state, account)) }));
    await chain.deposit(deposits.map(({ account, amount, digest }) => ({ account, amount, headerDigest: digestBytes(digest) })));
    await rollup.run(
      deposits.map(
        ({ account, amount, digest }): Transaction => ({
          ...{ kind: 'deposit', status: 'taken', account, headerDigest: digest, asset: 1, amount, depositor: l1Owner, slot: 0 },
        }),
      ),
    );
  }
  return people;
}

interface Measured {
  readonly report: BenchReport;
  /** Of its tables, cut wherever that is possible. */
  readonly heights: readonly number[];
}

/** One set-up; the batch is proven for each number of threads, `--repeat` times of which the fastest counts, and settled once. */
async function bench(orders: number, threadCounts: readonly number[]): Promise<Measured[]> {
  const chain = await openBenchChain();
  const most = Math.max(...threadCounts);
  const rollup = new Rollup(chain, await createKernelBackend({ threads: most }));
  try {
    const people = await setUp(rollup, orders);
    log('direct: what the same joins cost people alone');
    const direct = await chain.directJoins(people.map(({ amount }) => amount));
    const ride = await chain.createRide();
    const context = await rollup.context(new Map([[ride.terms.ticket, ride]]));
    const clearing = clearingOf(people, ride, context.instance, context.timestamp + 3_600);
    // As in a node, the prover and the KZG thread have worked before.
    await rollup.kzg.commit(new Uint8Array(BLOB_BYTES));

    const proven = new Map<number, Proven>();
    for (const threads of [...threadCounts].sort((a, b) => b - a)) {
      if (threads !== most) {
        await rollup.backend.close();
        rollup.backend = await createKernelBackend({ threads });
      }
      for (let run = 0; run < repeats; run++) {
        log(`proving ${orders} orders on ${threads} thread(s)`);
        const measured = await measureProof(rollup, clearing, context);
        const best = proven.get(threads);
        if (!best || measured.proveSeconds < best.proveSeconds) proven.set(threads, measured);
      }
    }
    const runs = threadCounts.map((threads) => proven.get(threads) as Proven);
    const [{ published, proof }] = runs;
    if (runs.some((run) => !equalBytes(run.proof, proof))) throw new Error('the number of threads changes the proof');
    const hashes = (await published.blobs).map(({ hash }) => hash);

    const { statement } = published.batch;
    const verifyStarted = performance.now();
    const verdict = verifyBatch({ instance: rollup.instance, statement, versionedHashes: hashes, proof });
    const verifyMilliseconds = performance.now() - verifyStarted;
    if (!verdict.accepted) throw new Error(`our own proof is refused: ${verdict.reason}`);

    const traces = fillTraces(batchWitness(published.batch, context, rollup.instance, hashes));
    const cells = traces.reduce((sum, trace) => sum + trace.columns.length * usedRows(trace), 0);
    const shape = deriveShape(weirAir, DEFAULT_PROFILE, [...proof.subarray(0, weirAir.chips.length)]);
    invariant(shape, 'an accepted proof has a shape');
    const committedCells = shape.columns.flatMap(({ pieces }) => pieces).reduce((sum, { logLength }) => sum + 2 ** logLength, 0);
    const security = securityOf(DEFAULT_PROFILE, shape.schedule, SIGNATURE_SECURITY_BITS);

    log('settling that proof on the local chain');
    const { gas, transactionBytes } = await rollup.settle(published, proof);
    return runs.map(({ proveSeconds, processorSeconds, stageSeconds, stageProcessorSeconds, peakMemoryBytes, load }, i) => ({
      report: {
        orders,
        threads: threadCounts[i],
        proveSeconds: round(proveSeconds, 3),
        processorSeconds: round(processorSeconds, 1),
        load,
        stageSeconds,
        stageProcessorSeconds,
        ordersPerSecond: round(orders / proveSeconds, 1),
        cells,
        committedCells,
        tableCells: 2 ** shape.variables,
        cellsPerSecond: Math.round(committedCells / proveSeconds),
        peakMemoryBytes,
        proofBytes: proof.length,
        transactionBytes,
        blobs: hashes.length,
        securityBits: round(security.total, 1),
        verifyMilliseconds: Math.round(verifyMilliseconds),
        gas: { ...gas, blob: BLOB_GAS * hashes.length, perOrder: Math.round(gas.total / orders) },
        direct: { ...direct, total: direct.gasPerOrder * orders },
        directGasPerOrder: direct.gasPerOrder,
      },
      heights: traces.map((trace) => (canCut(trace) ? CUT + trace.logHeight : trace.logHeight)),
    }));
  } finally {
    await rollup.backend.close();
    await rollup.kzg.close();
    await chain.stop();
  }
}

interface Proven {
  readonly published: PublishedBatch;
  readonly proof: Uint8Array;
  readonly proveSeconds: number;
  readonly processorSeconds: number;
  readonly stageSeconds: Readonly<Record<string, number>>;
  readonly stageProcessorSeconds: Readonly<Record<string, number>>;
  readonly peakMemoryBytes: number;
  readonly load: number;
}

/** From ordered transactions to the proof's bytes, commitments to blobs included: the proof depends on their hashes. */
async function measureProof(rollup: Rollup, clearing: Clearing, context: BatchContext): Promise<Proven> {
  resetPeakMemory();
  const load = round(loadavg()[0], 1);
  const started = performance.now();
  const processor = process.cpuUsage();
  const stages = new Stages('execute');
  const batch = rollup.execute([clearing], context);
  stages.enter('publish');
  const published = publish(batch, rollup.kzg);
  stages.enter('traces');
  const proof = await prove(rollup.backend, rollup.instance, published, context, ({ stage }) => stages.enter(stage));
  const proveSeconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return {
    ...{ published, proof, proveSeconds, processorSeconds: (user + system) / 1e6, load },
    ...{ stageSeconds: stages.seconds('elapsed'), stageProcessorSeconds: stages.seconds('processor') },
    peakMemoryBytes: peakMemory(),
  };
}

/** Time by stage, from one entry to the next: elapsed, and of all threads. */
class Stages {
  readonly #spent = new Map<string, { elapsed: number; processor: number }>();
  #stage: string;
  #since = performance.now();
  #processor = process.cpuUsage();

  constructor(stage: string) {
    this.#stage = stage;
  }

  enter(stage: string): void {
    if (stage === this.#stage) return;
    const now = performance.now();
    const { user, system } = process.cpuUsage(this.#processor);
    const { elapsed, processor } = this.#spent.get(this.#stage) ?? { elapsed: 0, processor: 0 };
    this.#spent.set(this.#stage, { elapsed: elapsed + (now - this.#since) / 1e3, processor: processor + (user + system) / 1e6 });
    [this.#stage, this.#since, this.#processor] = [stage, now, process.cpuUsage()];
  }

  seconds(of: 'elapsed' | 'processor'): Record<string, number> {
    this.enter('done');
    return Object.fromEntries([...this.#spent].filter(([stage]) => stage !== 'done').map(([stage, spent]) => [stage, round(spent[of], 3)]));
  }
}

/** Rows that say something: padding is all zero. */
function usedRows({ logHeight, columns }: ChipTrace): number {
  let used = 0;
  for (let row = 0; row < 2 ** logHeight; row++) if (columns.some((column) => column[row] !== 0)) used++;
  return used;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

function list(name: string): readonly number[] | undefined {
  const at = process.argv.indexOf(name);
  if (at === -1) return undefined;
  const values = (process.argv[at + 1] ?? '').split(',').map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 1)) {
    log(`${name} needs positive whole numbers, separated by commas`);
    process.exit(2);
  }
  return values;
}

function print(report: BenchReport): void {
  const { gas, stageSeconds, stageProcessorSeconds, direct, ...rest } = report;
  const named = (prefix: string, record: object) => Object.entries(record).map(([name, value]) => [`${prefix}.${name}`, value] as const);
  for (const [name, value] of [
    ...Object.entries(rest),
    ...named('stage', stageSeconds),
    ...named('processor', stageProcessorSeconds),
    ...named('gas', gas),
    ...named('direct', direct),
  ]) {
    console.log(`${name.padEnd(20)} ${value.toLocaleString('en-US')}`);
  }
}

/** A batch of twice as many orders, if the profile's tables hold it: each chip that grew with the orders is one bit higher. */
function doubleFits({ heights }: Measured): boolean {
  const doubled = heights.map((code, j) => {
    const { minLogHeight, maxLogHeight } = weirAir.chips[j];
    const logHeight = code % CUT;
    return minLogHeight === maxLogHeight || logHeight === minLogHeight ? code : code + 1;
  });
  return deriveShape(weirAir, DEFAULT_PROFILE, doubled) !== undefined;
}

/** `--from FILE[,FILE…]`: the chart of reports that were measured before (`--json`), one run after another. */
function fromFiles(): BenchReport[] | undefined {
  const at = process.argv.indexOf('--from');
  return at === -1 ? undefined : process.argv[at + 1].split(',').flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as BenchReport);
}

const CHART = new URL('../../docs/bench.svg', import.meta.url);
const known = fromFiles();
if (known !== undefined) {
  writeFileSync(CHART, chart(known));
  process.exit(0);
}

const STANDARD = [256, 1_024, 4_096];
const asked = list('--orders');
const threads = list('--threads') ?? (asked ? [1] : [1, 2]);
const [repeats] = list('--repeat') ?? [1];
const reports: BenchReport[] = [];
let last: Measured | undefined;
const measure = async (orders: number): Promise<void> => {
  for (const measured of await bench(orders, threads)) {
    last = measured;
    reports.push(measured.report);
    if (!process.argv.includes('--json')) print(measured.report);
  }
};
for (const orders of asked ?? STANDARD) await measure(orders);
for (let orders = 2 * STANDARD[STANDARD.length - 1]; !asked && last && doubleFits(last); orders *= 2) await measure(orders);
if (process.argv.includes('--json')) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports));
if (!asked || process.argv.includes('--chart')) writeFileSync(CHART, chart(reports));
process.exit(0);
