/**
 * Somebody floods the queue of forced requests for seven days, ten in every block. Every request goes into L1's real queue and, as it would
 * arrive, into the node's database; the node's own sequencer decides when a batch is due and seals it by the real rules, and one prover with one
 * core proves one after another. Batches of a seeded sample are proven and verified, which measures what one takes; the others are counted with
 * the slowest of these. The honest operator must never be frozen: no request may wait for seven days. Nor may it pay: the fees must cover the gas.
 *
 * The first batch is settled on L1, which measures the gas. Later ones are not: batches are a sequence, so that would need the proof of each.
 * The report says which were proven.
 */
import { join } from 'node:path';
import { weirAbi } from '@weir/abi/weir';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { compressMany } from '@weir/crypto/compressKernel';
import { toHex } from '@weir/foundation/bytes';
import { decodeContext, replayRecord } from '@weir/node/batcher/batchRecord';
import { Ledger } from '@weir/node/batcher/ledger';
import { Sequencer } from '@weir/node/batcher/sequencer';
import { BlobArchive } from '@weir/node/da/archive';
import { KzgThread } from '@weir/node/da/kzg';
import { createPublisher } from '@weir/node/da/publisher';
import { CALLDATA_ONLY } from '@weir/node/l1/availability';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { openDatabase } from '@weir/node/storage/database';
import { startEmbeddedPostgres } from '@weir/node/storage/embeddedPostgres';
import { batches, l1Assets, l1ForcedExits } from '@weir/node/storage/schema';
import { hashState } from '@weir/protocol/state/hashState';
import { applyDiffs, EMPTY_STATE, type State, totals } from '@weir/protocol/state/state';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import type { ForcedExit } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { type Abi, encodeFunctionData, formatEther, type Hex, parseEventLogs } from 'viem';
import { packBlocks } from '../devnet/blocks.ts';
import { type Chain, connect } from '../devnet/chain.ts';
import { compileFlooder } from '../devnet/flooder.ts';
import { plantState } from '../planted.ts';
import type { StoryContext } from '../story.ts';
import { deployForDrills } from './drill.ts';

export interface FloodReport {
  readonly story: 'flood';
  readonly ok: boolean;
  readonly requests: { readonly inL1Queue: number; readonly served: number; readonly refuted: number };
  /** Of L1's queue, as it was filled; the week itself is the story's clock. */
  readonly seconds: { readonly fill: number; readonly week: number };
  readonly batches: {
    readonly sealed: number;
    /** Numbers of those that were proven and verified; the others are counted with the slowest of these. */
    readonly proven: readonly number[];
    readonly counted: number;
    readonly requestsInFullest: number;
  };
  readonly operator: {
    readonly proveCpuSeconds: number;
    /** What the flood asks, and what one core gives. */
    readonly proofsPerDayNeeded: number;
    readonly proofsPerDayPossible: number;
    readonly busyShare: number;
  };
  readonly oldestWaitedHours: number;
  readonly frozenAfterHours: number;
  /** Gas: what the first batch's settle took (all of its requests new, so the dearest), and each request's part of it and of its fee. */
  readonly gas: { readonly settle: number; readonly requests: number; readonly perRequest: number; readonly paidPerRequest: number };
  /** In ETH, all requests and all batches at 10 gwei: what fees bring, and what batches cost if each costs as much as the first. */
  readonly money: { readonly feeIncome: string; readonly cost: string };
  readonly problems: readonly string[];
}

const WEEK = 7 * 86_400;
const BLOCK_SECONDS = 12;
const PER_BLOCK = 10;
/** Requests a transaction: below the gas cap of one. */
const PER_TRANSACTION = 120;
/** In a block of L1 as it is filled: larger ones than mainnet's, which saves nothing but time. */
const TRANSACTIONS_AT_ONCE = 40;
const FILLING_BLOCK_GAS = 1_000_000_000n;
/** EIP-7825 */
const MAX_TRANSACTION_GAS = 16_777_216n;
const BASE_FEE = 10_000_000_000n;
/** The core's fee never falls below this price. */
const FEE_FLOOR = 2_000_000_000n;
/** As the node's defaults. */
const MAX_TRANSACTIONS = 256;
/** The node looks whether a batch is due. */
const LOOK_SECONDS = 60;
const FORCED_WAIT_SECONDS = 1_800;
/** What fits beside a proof. */
const STATEMENT_BYTES = 131_072 - 108_000;
const ACCOUNTS = 1_000;
/** Rows at once. */
const CHUNK = 1_000;
/** Requests in a batch, at most: what a sample is drawn by. */
const FULLEST = 136;
/** Every third account is the attacker's: those requests are served, the others refuted. */
const FORCED_EXIT_REQUESTED = (weirAbi as Abi).filter((item) => item.type === 'event' && item.name === 'ForcedExitRequested');
const isAttackers = (account: number): boolean => account % 3 === 0;

function floodState(attacker: Hex): State {
  const indices = Array.from({ length: ACCOUNTS }, (_, i) => i);
  return applyDiffs(EMPTY_STATE, {
    headers: indices.map((account) => ({
      account,
      header: {
        ownerKey: [account + 1, 2, 3, 4, 5, 6, 7],
        keyVersion: 1,
        l1Owner: (isAttackers(account) ? attacker.toLowerCase() : `0x${'aa'.repeat(20)}`) as Hex,
      },
    })),
    slots: indices.map((account) => ({ account, slot: 0, value: { asset: 1, nonce: 1, balance: BigInt(account), filled: 0n } })),
  });
}

/** Fills the queue; returns what is in it. */
async function fillQueue(chain: Chain, count: number, log: (line: string) => void) {
  const { core } = (await deployForDrills(chain)).deployment;
  const sender = chain.account(3);
  const artifact = compileFlooder();
  const flooder = await chain.deploy(sender, artifact);
  await plantState(chain, core, floodState(flooder));
  const fee = await chain.read<bigint>(core, weirAbi as Abi, 'forcedExitFee', [1]);
  await chain.test.setBlockGasLimit({ gasLimit: FILLING_BLOCK_GAS });
  const unpack = await packBlocks(chain);
  let nonce = await chain.publicClient.getTransactionCount({ address: sender.address });
  const send = async (first: number): Promise<Hex> => {
    const requests = Math.min(PER_TRANSACTION, count - first);
    const args = [core, first, requests, ACCOUNTS] as const;
    const call = { address: flooder, abi: artifact.abi, functionName: 'flood', args, value: 2n * fee * BigInt(requests) };
    return chain.walletOf(sender).writeContract({ ...call, gas: MAX_TRANSACTION_GAS, account: sender, chain: null, nonce: nonce++ });
  };
  /** As L1's events tell them, in queue order. */
  const requests: ForcedExit[] = [];
  for (let first = 0; first < count; first += TRANSACTIONS_AT_ONCE * PER_TRANSACTION) {
    const starts = Array.from({ length: TRANSACTIONS_AT_ONCE }, (_, i) => first + i * PER_TRANSACTION).filter((start) => start < count);
    const hashes: Hex[] = [];
    for (const start of starts) hashes.push(await send(start));
    for (const [i, hash] of hashes.entries()) {
      const { status, logs } = await chain.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 });
      if (status !== 'success') throw new Error(`the flood reverted at ${starts[i]}`);
      for (const { args } of parseEventLogs({ abi: FORCED_EXIT_REQUESTED, logs })) {
        const { account, mask, requester } = args as unknown as { account: bigint; mask: bigint; requester: Hex };
        const status = isAttackers(Number(account)) ? 'served' : 'refuted';
        const slots = Number(mask);
        requests.push({ kind: 'forcedExit', status, account: Number(account), slots, requester: requester.toLowerCase() as Hex });
      }
    }
    if ((first / PER_TRANSACTION) % (10 * TRANSACTIONS_AT_ONCE) === 0)
      log(`     ${Math.min(count, first + TRANSACTIONS_AT_ONCE * PER_TRANSACTION)} of ${count}`);
  }
  await unpack();
  const [, , queued] = await chain.read<readonly bigint[]>(core, weirAbi as Abi, 'queues');
  // What a fee buys: it is asked for at the base fee of its block, or at the floor.
  const { baseFeePerGas } = await chain.publicClient.getBlock();
  const price = (baseFeePerGas ?? 0n) > FEE_FLOOR ? baseFeePerGas! : FEE_FLOOR;
  return { core, flooder, queued: Number(queued), feeGas: Number(fee / price), requests };
}

/** The node's database and sequencer on the flooded L1, without the node: the story is its clock. */
async function openSequencer(folder: string, core: Hex, chain: Chain, state: State) {
  const database = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined });
  const { queries, close } = await openDatabase(database.url);
  const stop = async (): Promise<void> => {
    await close();
    await database.stop();
  };
  await queries.insert(l1Assets).values({ number: 1, token: `0x${'11'.repeat(20)}`, quantum: '1', block: 1 });
  const ledger = await Ledger.load(queries);
  hashState(state, compressMany);
  ledger.state = state;
  for (const [asset, total] of totals(state)) ledger.totals.set(asset, total);
  const instance = instanceHash(BigInt(await chain.publicClient.getChainId()), core.toLowerCase() as Hex);
  const kzg = new KzgThread();
  const sequencer = new Sequencer(
    {
      ...{
        queries,
        instance,
        instanceLimbs: instanceLimbs(instance),
        logger: pino({ level: 'silent' }),
        rewardRecipient: chain.account(0).address,
      },
      ...{ operatorAccount: 0, maxTransactions: MAX_TRANSACTIONS, maxStatementBytes: STATEMENT_BYTES },
      ...{
        maxAgeMs: 0,
        forcedWaitSeconds: FORCED_WAIT_SECONDS,
        maxUnproven: 1,
        rideWaitSeconds: 0,
        ridePolicy: { kind: 'immediate' as const },
      },
      publisher: createPublisher({
        ...{ client: chain.publicClient, archive: new BlobArchive(join(folder, 'blobs')), kzg, policy: 'calldata' },
        validiumData: () => true,
      }),
    },
    ledger,
  );
  return { queries, ledger, sequencer, instance, stop };
}

/** Proves a batch as a worker would, from its row; CPU seconds on one core. */
async function proveRow(
  row: typeof batches.$inferSelect,
  before: State,
  instance: Uint8Array,
): Promise<{ seconds: number; proof: Uint8Array; reason: string | null }> {
  const witness = batchWitness(replayRecord(before, row), decodeContext(row.context), instance);
  const backend = await createKernelBackend({ threads: 1 });
  const started = process.cpuUsage();
  const { proof } = await proveBatch(witness, { backend }).finally(() => backend.close());
  const { user, system } = process.cpuUsage(started);
  const verdict = verifyBatch({ instance, statement: witness.statement, proof });
  return { seconds: (user + system) / 1e6, proof, reason: verdict.accepted ? null : verdict.reason };
}

/** Gas of the transaction that settles it, at the time that it is stamped with. */
async function settle(chain: Chain, core: Hex, row: typeof batches.$inferSelect, proof: Uint8Array): Promise<number> {
  const args = [toHex(row.statement), toHex(row.digest), toHex(proof), CALLDATA_ONLY] as const;
  const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
  await chain.test.setNextBlockTimestamp({ timestamp: BigInt(row.timestamp + BLOCK_SECONDS) });
  const operator = chain.account(0);
  const hash = await chain.walletOf(operator).sendTransaction({ account: operator, to: core, data, gas: MAX_TRANSACTION_GAS, chain: null });
  const { status, gasUsed } = await chain.publicClient.waitForTransactionReceipt({ hash });
  if (status !== 'success') throw new Error(`L1 refuses batch ${row.number}`);
  return Number(gasUsed);
}

/** Batch numbers: the first, and others as the seed says. */
function sampleOf(size: number, batchCount: number, seed: number): Set<number> {
  const sample = new Set([1]);
  const most = Math.min(size, batchCount);
  for (let state = seed; sample.size < most; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    sample.add(2 + Math.floor((state / 0x80000000) * (batchCount - 1)));
  }
  return sample;
}

export async function flood({ dataDirectory, log, flag }: StoryContext): Promise<FloodReport> {
  const [count, proofs, seed] = [flag('requests', 504_000), flag('proofs', 8), flag('seed', 1)];
  const anvil = await startAnvil({ states: 4 });
  let stop: () => Promise<void> = () => Promise.resolve();
  try {
    const chain = await connect(anvil.rpcUrl);
    log(`1/2 ${count} forced requests into L1's queue`);
    const began = performance.now();
    const { core, flooder, queued, feeGas, requests: queue } = await fillQueue(chain, count, log);
    const filled = performance.now();
    const problems: string[] = [];
    if (queued !== count || queue.length !== count) problems.push(`L1 has queued ${queued}, its events tell of ${queue.length}`);

    log('2/2 the operator’s week: the sequencer and one prover with one core, batch after batch');
    const opened = await openSequencer(dataDirectory, core, chain, floodState(flooder));
    stop = opened.stop;
    const { queries, ledger, sequencer, instance } = opened;
    const start = Number((await chain.publicClient.getBlock()).timestamp);
    const arrival = (index: number): number => start + Math.floor(index / PER_BLOCK) * BLOCK_SECONDS;
    const sample = sampleOf(proofs, Math.floor(count / FULLEST), seed);
    const proven: number[] = [];
    let [clock, arrived, oldest, busy, cpuSeconds, fullest, gas, inFirst] = [start, 0, 0, 0, 0, 0, 0, 0];
    let [served, refuted] = [0, 0];
    while (ledger.forcedCursor < count) {
      // Everything that L1 has by now.
      let until = arrived;
      while (until < count && arrival(until) <= clock) until++;
      for (; arrived < until; arrived = Math.min(arrived + CHUNK, until)) {
        const rows = queue.slice(arrived, Math.min(arrived + CHUNK, until)).map(({ account, slots, requester }, i) => ({
          index: arrived + i,
          content: { kind: 'forcedExit' as const, account, slots, requester },
          requestedAt: arrival(arrived + i),
          block: 1,
        }));
        await queries.insert(l1ForcedExits).values(rows);
      }
      const [before, first] = [ledger.state, ledger.forcedCursor];
      const sealed = await sequencer.seal(clock);
      if (sealed === undefined) {
        clock += LOOK_SECONDS;
        continue;
      }
      const [row] = await queries.select().from(batches).where(eq(batches.number, sealed.number));
      if (sample.has(sealed.number)) {
        const { seconds, proof, reason } = await proveRow(row, before, instance);
        cpuSeconds = Math.max(cpuSeconds, seconds);
        if (reason !== null) problems.push(`the proof of batch ${sealed.number} is refused: ${reason}`);
        proven.push(sealed.number);
        log(`     batch ${sealed.number}: ${sealed.transactions} requests proven in ${seconds.toFixed(1)} s on one core`);
        if (sealed.number === 1) {
          [gas, inFirst] = [await settle(chain, core, row, proof), sealed.transactions];
          log(`     and settled on L1 with ${gas} gas`);
        }
      }
      for (const { status } of row.transactions as { status: string }[]) {
        if (status === 'served') served++;
        else refuted++;
      }
      fullest = Math.max(fullest, sealed.transactions);
      await queries.update(batches).set({ status: 'final' }).where(eq(batches.number, sealed.number));
      const interval = Math.max(BLOCK_SECONDS, Math.ceil(cpuSeconds));
      clock += interval;
      busy += interval;
      oldest = Math.max(oldest, clock - arrival(first));
      if (sealed.number % 500 === 0) log(`     batch ${sealed.number}, ${ledger.forcedCursor} of ${count} requests`);
    }
    if (served + refuted !== count) problems.push(`${served} served and ${refuted} refuted are not ${count}`);
    if (oldest >= WEEK) problems.push(`a request waits for ${(oldest / 3600).toFixed(1)} hours: anybody could freeze`);
    const sealed = ledger.batchNumber;
    if (feeGas * count < gas * sealed)
      problems.push(`fees pay for ${feeGas * count} gas and ${sealed} batches cost ${gas * sealed}: a flood would cost the operator money`);
    const days = (clock - start) / 86_400;
    const ether = (amount: number) => formatEther(BigInt(amount) * BASE_FEE);
    return {
      story: 'flood',
      ok: problems.length === 0,
      requests: { inL1Queue: queued, served, refuted },
      seconds: { fill: Math.round((filled - began) / 1e3), week: Math.round((performance.now() - filled) / 1e3) },
      batches: { sealed, proven, counted: sealed - proven.length, requestsInFullest: fullest },
      operator: {
        proveCpuSeconds: Math.round(10 * cpuSeconds) / 10,
        proofsPerDayNeeded: Math.ceil(sealed / days),
        proofsPerDayPossible: Math.floor(86_400 / Math.max(BLOCK_SECONDS, Math.ceil(cpuSeconds))),
        busyShare: Math.round((100 * busy) / (clock - start)) / 100,
      },
      oldestWaitedHours: Math.round((100 * oldest) / 3600) / 100,
      frozenAfterHours: WEEK / 3600,
      gas: { settle: gas, requests: inFirst, perRequest: Math.round(gas / inFirst), paidPerRequest: feeGas },
      money: { feeIncome: ether(feeGas * count), cost: ether(gas * sealed) },
      problems,
    };
  } finally {
    await stop();
    await anvil.stop();
  }
}
