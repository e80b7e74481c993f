/**
 * `npm run bench -- [--orders N[,N…]] [--threads T[,T…]] [--json] [--chart]`: without arguments 256, 1,024 and 4,096 orders and the largest power of 2 that
 * fits, on one thread and on two, and the chart in docs/. N signed orders, each of its own account and key with a random amount, board a ride in
 * one clearing; the batch is proven under the `default` profile and that same proof is settled on a local chain by the production contracts.
 *
 * The measured time runs from ordered transactions in memory to the final proof bytes (execution, signature checks, trace, proof). Opening and
 * funding the accounts happens before, through the same contracts with real proofs, and is not part of it.
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { fillTraces, weirAir } from '@weir/circuits/weirAir';
import { publicKey, SIGNATURE_SECURITY_BITS, secretKeyFromSeed } from '@weir/crypto/schnorr';
import type { Hex } from '@weir/foundation/bytes';
import { compressMany, verifySignature } from '@weir/node/kernels';
import { openAccountElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { EMPTY_STATE, readHeader, type State } from '@weir/protocol/state/state';
import { bindStatement, instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { digestBytes } from '@weir/protocol/statement/header';
import { encodeStatement } from '@weir/protocol/statement/statement';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Ride, Transaction } from '@weir/protocol/types';
import type { ChipTrace } from '@weir/stark/air/ir';
import { createKernelBackend, type KernelBackend } from '@weir/stark/kernels/backend';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import type { Progress } from '@weir/stark/prover';
import { securityOf } from '@weir/stark/soundness';
import { deriveShape } from '@weir/stark/stack';
import { type BenchChain, openBenchChain } from './chain.ts';
import { chart } from './chart.ts';
import { clearingOf, type Person, randomAmounts } from './orders.ts';

/** Accounts per set-up batch: their header words must fit beside a proof. */
const SETUP_BATCH = 256;
/** What clients take into their pools, less what surrounds statement and proof. */
const MAX_TRANSACTION_BYTES = 131_072 - 1_024;

export interface BenchReport {
  readonly orders: number;
  readonly threads: number;
  readonly proveSeconds: number;
  /** Wall time by stage: execution with signature checks, traces, then the prover's. */
  readonly stageSeconds: Readonly<Record<string, number>>;
  readonly ordersPerSecond: number;
  readonly cells: number;
  readonly committedCells: number;
  readonly cellsPerSecond: number;
  readonly peakMemoryBytes: number;
  readonly proofBytes: number;
  readonly transactionBytes: number;
  readonly securityBits: number;
  readonly verifyMilliseconds: number;
  /** `verify` is always measured; what settles is null where the statement does not fit a transaction, and `missing` says so. */
  readonly gas: {
    readonly verify: number;
    readonly settle: number | null;
    readonly data: number | null;
    readonly total: number | null;
    readonly perOrder: number | null;
    readonly missing?: string;
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
  readonly backend: KernelBackend;

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

  async prove(batch: Batch, context: BatchContext, onProgress?: (progress: Progress) => void): Promise<Uint8Array> {
    return (await proveBatch(batchWitness(batch, context, this.instance), { backend: this.backend, onProgress })).proof;
  }

  async settle(batch: Batch, proof: Uint8Array) {
    const { digest } = bindStatement(this.instance, batch.statement);
    const settled = await this.chain.settle(encodeStatement(batch.statement), digestBytes(digest), proof);
    this.state = batch.after;
    this.number++;
    return settled;
  }

  async run(transactions: readonly Transaction[]): Promise<void> {
    const context = await this.context();
    const batch = this.execute(transactions, context);
    await this.settle(batch, await this.prove(batch, context));
  }
}

async function setUp(rollup: Rollup, orders: number): Promise<Person[]> {
  const { chain } = rollup;
  const people = randomAmounts(orders).map((amount, account): Person => {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, account + 1);
    return { account, secret: secretKeyFromSeed(seed), amount };
  });
  const limbs = instanceLimbs(rollup.instance);
  for (let from = 0; from < orders; from += SETUP_BATCH) {
    const group = people.slice(from, from + SETUP_BATCH);
    log(`set-up: accounts and deposits ${from + group.length}/${orders}`);
    const l1Owner = chain.depositor;
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
    const deposits: Transaction[] = [];
    for (const { account, amount } of group) {
      const digest = headerDigest(readHeader(rollup.state, account));
      await chain.deposit(account, amount, digestBytes(digest));
      deposits.push({ kind: 'deposit', status: 'taken', account, headerDigest: digest, asset: 1, amount, depositor: l1Owner, slot: 0 });
    }
    await rollup.run(deposits);
  }
  return people;
}

interface Measured {
  readonly report: BenchReport;
  readonly logHeights: readonly number[];
}

async function bench(orders: number, threads: number): Promise<Measured> {
  const chain = await openBenchChain();
  const backend = await createKernelBackend({ threads });
  try {
    const rollup = new Rollup(chain, backend);
    const people = await setUp(rollup, orders);
    log('direct: what the same joins cost people alone');
    const direct = await chain.directJoins(people.map(({ amount }) => amount));
    const ride = await chain.createRide();
    const context = await rollup.context(new Map([[ride.terms.ticket, ride]]));
    const clearing = clearingOf(people, ride, context.instance, context.timestamp + 3_600);

    log(`proving ${orders} orders on ${threads} thread(s)`);
    const started = performance.now();
    const stages = new Stages('execute');
    const batch = rollup.execute([clearing], context);
    const proof = await rollup.prove(batch, context, ({ stage }) => stages.enter(stage));
    const proveSeconds = (performance.now() - started) / 1000;
    // The high-water mark of the whole process, set-up included.
    const peakMemoryBytes = process.resourceUsage().maxRSS * 1024;

    const verifyStarted = performance.now();
    const verdict = verifyBatch({ instance: rollup.instance, statement: batch.statement, proof });
    const verifyMilliseconds = performance.now() - verifyStarted;
    if (!verdict.accepted) throw new Error(`our own proof is refused: ${verdict.reason}`);

    const traces = fillTraces(batchWitness(batch, context, rollup.instance));
    const cells = traces.reduce((sum, trace) => sum + trace.columns.length * usedRows(trace), 0);
    const shape = deriveShape(
      weirAir,
      DEFAULT_PROFILE,
      traces.map(({ logHeight }) => logHeight),
    );
    if (shape === undefined) throw new Error('the batch is larger than the profile allows');
    const committedCells = traces.reduce((sum, { columns, logHeight }) => sum + columns.length * 2 ** logHeight, 0);

    const gas = await settleGas(rollup, batch, proof);
    const security = securityOf(DEFAULT_PROFILE, shape.schedule, SIGNATURE_SECURITY_BITS);
    const { transactionBytes, ...parts } = gas;
    const report: BenchReport = {
      orders,
      threads,
      proveSeconds: round(proveSeconds, 3),
      stageSeconds: stages.seconds(),
      ordersPerSecond: round(orders / proveSeconds, 1),
      cells,
      committedCells,
      cellsPerSecond: Math.round(committedCells / proveSeconds),
      peakMemoryBytes,
      proofBytes: proof.length,
      transactionBytes,
      securityBits: round(security.total, 1),
      verifyMilliseconds: Math.round(verifyMilliseconds),
      gas: { ...parts, perOrder: parts.total === null ? null : Math.round(parts.total / orders) },
      direct: { ...direct, total: direct.gasPerOrder * orders },
      directGasPerOrder: direct.gasPerOrder,
    };
    return { report, logHeights: traces.map(({ logHeight }) => logHeight) };
  } finally {
    await backend.close();
    await chain.stop();
  }
}

/** Time by stage, from one entry to the next. */
class Stages {
  private readonly spent = new Map<string, number>();
  private stage: string;
  private since = performance.now();

  constructor(stage: string) {
    this.stage = stage;
  }

  enter(stage: string): void {
    if (stage === this.stage) return;
    const now = performance.now();
    this.spent.set(this.stage, (this.spent.get(this.stage) ?? 0) + now - this.since);
    [this.stage, this.since] = [stage, now];
  }

  seconds(): Record<string, number> {
    this.enter('done');
    return Object.fromEntries([...this.spent].filter(([stage]) => stage !== 'done').map(([stage, ms]) => [stage, round(ms / 1000, 3)]));
  }
}

type Gas = Omit<BenchReport['gas'], 'perOrder'> & { readonly transactionBytes: number };

/** The real settlement if its bytes fit a transaction, else the verifier's call alone. */
async function settleGas(rollup: Rollup, batch: Batch, proof: Uint8Array): Promise<Gas> {
  const bytes = encodeStatement(batch.statement).length + proof.length;
  if (bytes > MAX_TRANSACTION_BYTES) {
    log('the statement does not fit a transaction: asking the verifier alone');
    const { publicValues, context } = bindStatement(rollup.instance, batch.statement);
    const verify = await rollup.chain.verifyGas(context, Uint32Array.from(publicValues), proof);
    const missing = `statement and proof are ${bytes} bytes, a transaction takes ${MAX_TRANSACTION_BYTES}: settling needs blobs`;
    return { verify, settle: null, data: null, total: null, missing, transactionBytes: bytes };
  }
  log('settling that proof on the local chain');
  const { gas, transactionBytes } = await rollup.settle(batch, proof);
  return { ...gas, transactionBytes };
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
  const { gas, stageSeconds, direct, ...rest } = report;
  const named = (prefix: string, record: object) => Object.entries(record).map(([name, value]) => [`${prefix}.${name}`, value] as const);
  for (const [name, value] of [
    ...Object.entries(rest),
    ...named('stage', stageSeconds),
    ...named('gas', gas),
    ...named('direct', direct),
  ]) {
    console.log(`${name.padEnd(20)} ${value === null ? '–' : value.toLocaleString('en-US')}`);
  }
}

/** A batch of twice as many orders, if the profile's tables hold it: each chip that grew with the orders is one bit higher. */
function doubleFits({ logHeights }: Measured): boolean {
  const doubled = logHeights.map((logHeight, j) => {
    const { minLogHeight, maxLogHeight } = weirAir.chips[j];
    return minLogHeight === maxLogHeight || logHeight === minLogHeight ? logHeight : logHeight + 1;
  });
  return (
    doubled.every((logHeight, j) => logHeight <= weirAir.chips[j].maxLogHeight) &&
    deriveShape(weirAir, DEFAULT_PROFILE, doubled) !== undefined
  );
}

const STANDARD = [256, 1_024, 4_096];
const asked = list('--orders');
const threads = list('--threads') ?? (asked ? [1] : [1, 2]);
const reports: BenchReport[] = [];
let last: Measured | undefined;
const measure = async (orders: number): Promise<void> => {
  for (const count of threads) {
    last = await bench(orders, count);
    reports.push(last.report);
    if (!process.argv.includes('--json')) print(last.report);
  }
};
for (const orders of asked ?? STANDARD) await measure(orders);
for (let orders = 2 * STANDARD[STANDARD.length - 1]; !asked && last && doubleFits(last); orders *= 2) await measure(orders);
if (process.argv.includes('--json')) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports));
if (!asked || process.argv.includes('--chart')) writeFileSync(new URL('../../docs/bench.svg', import.meta.url), chart(reports));
process.exit(0);
