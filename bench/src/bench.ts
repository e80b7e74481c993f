/**
 * `npm run bench -- --orders N [--threads T] [--json]`: N signed orders, each of its own account and key with a random amount, board a ride in
 * one clearing; the batch is proven under the `default` profile and that same proof is settled on a local chain by the production contracts.
 *
 * The measured time runs from ordered transactions in memory to the final proof bytes (execution, signature checks, trace, proof). Opening and
 * funding the accounts happens before, through the same contracts with real proofs, and is not part of it.
 */
import { performance } from 'node:perf_hooks';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { fillTraces, weirAir } from '@weir/circuits/weirAir';
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
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
import { provableBits } from '@weir/stark/soundness';
import { deriveShape } from '@weir/stark/stack';
import { type BenchChain, openBenchChain } from './chain.ts';
import { clearingOf, type Person, randomAmounts } from './orders.ts';

/** Security of everything that is not the argument: Schnorr on a 217-bit group, 26-byte digests. */
const SIGNATURE_BITS = 108;
const DIGEST_BITS = (8 * DEFAULT_PROFILE.digestBytes) / 2;
/** Accounts per set-up batch: their header words must fit beside a proof. */
const SETUP_BATCH = 256;

interface BenchReport {
  readonly orders: number;
  readonly threads: number;
  readonly proveSeconds: number;
  readonly ordersPerSecond: number;
  readonly cells: number;
  readonly committedCells: number;
  readonly cellsPerSecond: number;
  readonly peakMemoryBytes: number;
  readonly proofBytes: number;
  readonly transactionBytes: number;
  readonly securityBits: number;
  readonly verifyMilliseconds: number;
  readonly gas: {
    readonly verify: number;
    readonly settle: number;
    readonly data: number;
    readonly total: number;
    readonly perOrder: number;
  };
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

  async prove(batch: Batch, context: BatchContext): Promise<Uint8Array> {
    return (await proveBatch(batchWitness(batch, context, this.instance), { backend: this.backend })).proof;
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

async function bench(orders: number, threads: number): Promise<BenchReport> {
  const chain = await openBenchChain();
  const backend = await createKernelBackend({ threads });
  try {
    log('direct: what one join costs somebody alone');
    const directGasPerOrder = await chain.directJoinGas();
    const rollup = new Rollup(chain, backend);
    const people = await setUp(rollup, orders);
    const ride = await chain.createRide();
    const context = await rollup.context(new Map([[ride.terms.ticket, ride]]));
    const clearing = clearingOf(people, ride, context.instance, context.timestamp + 3_600);

    log(`proving ${orders} orders on ${threads} thread(s)`);
    const started = performance.now();
    const batch = rollup.execute([clearing], context);
    const proof = await rollup.prove(batch, context);
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

    log('settling that proof on the local chain');
    const settled = await rollup.settle(batch, proof);
    const argumentBits = provableBits(DEFAULT_PROFILE, shape.schedule);
    return {
      orders,
      threads,
      proveSeconds: round(proveSeconds, 3),
      ordersPerSecond: round(orders / proveSeconds, 1),
      cells,
      committedCells,
      cellsPerSecond: Math.round(committedCells / proveSeconds),
      peakMemoryBytes,
      proofBytes: proof.length,
      transactionBytes: settled.transactionBytes,
      securityBits: round(Math.min(argumentBits, SIGNATURE_BITS, DIGEST_BITS), 1),
      verifyMilliseconds: Math.round(verifyMilliseconds),
      gas: { ...settled.gas, perOrder: Math.round(settled.gas.total / orders) },
      directGasPerOrder,
    };
  } finally {
    await backend.close();
    await chain.stop();
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

function flag(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  if (at === -1) return fallback;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) {
    log(`${name} needs a positive whole number`);
    process.exit(2);
  }
  return value;
}

function print(report: BenchReport): void {
  const { gas, ...rest } = report;
  const rows = [...Object.entries(rest), ...Object.entries(gas).map(([name, value]) => [`gas.${name}`, value] as const)];
  for (const [name, value] of rows) console.log(`${name.padEnd(20)} ${value.toLocaleString('en-US')}`);
}

const report = await bench(flag('--orders', 256), flag('--threads', 1));
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else print(report);
process.exit(0);
