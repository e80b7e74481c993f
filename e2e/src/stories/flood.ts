/**
 * Somebody floods the queue of forced requests for seven days, ten in every block. Every request goes into L1's real queue and, as it would
 * arrive, into the node's database; the node's own sequencer seals batches of them by the real rules, one batch after another, as fast as one
 * prover on one core would prove them. Batches of a seeded sample are proven and verified, which measures what one takes; the others are
 * counted with that. The honest operator must never be frozen: no request may wait for seven days.
 *
 * Not settled on L1: batches are a sequence, so that would need the proof of each. The report says which were proven.
 */
import { join } from 'node:path';
import { weirAbi } from '@weir/abi/weir';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { compressMany } from '@weir/crypto/compressKernel';
import { decodeContext, replayRecord } from '@weir/node/batcher/batchRecord';
import { Ledger } from '@weir/node/batcher/ledger';
import { Sequencer } from '@weir/node/batcher/sequencer';
import { BlobArchive } from '@weir/node/da/archive';
import { KzgThread } from '@weir/node/da/kzg';
import { createPublisher } from '@weir/node/da/publisher';
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
import { type Abi, formatEther, type Hex, parseEventLogs, zeroAddress } from 'viem';
import { type Chain, connect } from '../devnet/chain.ts';
import { compileFlooder } from '../devnet/flooder.ts';
import type { StoryContext } from '../story.ts';
import { deployForDrills } from './drill.ts';

export interface FloodReport {
  readonly story: 'flood';
  readonly ok: boolean;
  readonly requests: { readonly inL1Queue: number; readonly served: number; readonly refuted: number };
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
  /** Gas of each request: what its fee buys at the base fee it was paid at, and what it costs to serve with its part of a settle. */
  readonly gasPerRequest: { readonly paid: number; readonly serving: number; readonly partOfSettle: number };
  /** In ETH, all requests at a base fee of 10 gwei. */
  readonly money: { readonly feeIncome: string; readonly cost: string };
  readonly problems: readonly string[];
}

const WEEK = 7 * 86_400;
const BLOCK_SECONDS = 12;
const PER_BLOCK = 10;
/** Requests a transaction: below the gas cap of one. */
const PER_TRANSACTION = 120;
/** Upper bounds that the sequencer caps batches with: a settle without effects, and one request. */
const SETTLE_GAS = 10_900_000;
const SERVE_GAS = 20_000;
const BASE_FEE = 10_000_000_000n;
/** The core's fee never falls below this price. */
const FEE_FLOOR = 2_000_000_000n;
/** As the node's default. */
const MAX_TRANSACTIONS = 256;
const START = 1_800_000_000;
const ACCOUNTS = 1_000;
/** Every third account is the attacker's: those requests are served, the others refuted. */
/** Rows at once. */
const CHUNK = 1_000;
/** What fits beside a proof. */
const STATEMENT_BYTES = 131_072 - 108_000;
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
  const fee = await chain.read<bigint>(core, weirAbi as Abi, 'forcedExitFee', [1]);
  /** As L1's events tell them, in queue order. */
  const requests: ForcedExit[] = [];
  for (let first = 0; first < count; first += PER_TRANSACTION) {
    const now = Math.min(PER_TRANSACTION, count - first);
    const hash = await chain.walletOf(sender).writeContract({
      address: flooder,
      abi: artifact.abi,
      functionName: 'flood',
      args: [core, first, now, ACCOUNTS],
      value: 2n * fee * BigInt(now),
      gas: 16_000_000n,
      account: sender,
      chain: null,
    });
    const { status, logs } = await chain.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 5 });
    if (status !== 'success') throw new Error(`the flood reverted at ${first}`);
    for (const { args } of parseEventLogs({ abi: weirAbi as Abi, eventName: 'ForcedExitRequested', logs })) {
      const { account, mask, requester } = args as unknown as { account: bigint; mask: bigint; requester: Hex };
      const status = isAttackers(Number(account)) ? 'served' : 'refuted';
      const slots = Number(mask);
      requests.push({ kind: 'forcedExit', status, account: Number(account), slots, requester: requester.toLowerCase() as Hex });
    }
    if (first % (100 * PER_TRANSACTION) === 0) log(`     ${first + now} of ${count}`);
  }
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
      ...{ queries, instance, instanceLimbs: instanceLimbs(instance), logger: pino({ level: 'silent' }), rewardRecipient: zeroAddress },
      ...{ operatorAccount: 0, maxTransactions: MAX_TRANSACTIONS, maxStatementBytes: STATEMENT_BYTES },
      // The story decides when a batch is due: whenever the prover is free.
      ...{ maxAgeMs: 0, maxUnproven: 1, rideWaitSeconds: 0, ridePolicy: { kind: 'immediate' as const } },
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
): Promise<{ seconds: number; reason: string | null }> {
  const witness = batchWitness(replayRecord(before, row), decodeContext(row.context), instance);
  const backend = await createKernelBackend({ threads: 1 });
  const started = process.cpuUsage();
  const { proof } = await proveBatch(witness, { backend }).finally(() => backend.close());
  const { user, system } = process.cpuUsage(started);
  const verdict = verifyBatch({ instance, statement: witness.statement, proof });
  return { seconds: (user + system) / 1e6, reason: verdict.accepted ? null : verdict.reason };
}

export async function flood({ dataDirectory, log, flag }: StoryContext): Promise<FloodReport> {
  const [count, proofs] = [flag('requests', 504_000), flag('proofs', 2)];
  const anvil = await startAnvil();
  let stop: () => Promise<void> = () => Promise.resolve();
  try {
    const chain = await connect(anvil.rpcUrl);
    log(`1/2 ${count} forced requests into L1's queue`);
    const { core, flooder, queued, feeGas, requests: queue } = await fillQueue(chain, count, log);
    const problems: string[] = [];
    if (queued !== count || queue.length !== count) problems.push(`L1 has queued ${queued}, its events tell of ${queue.length}`);

    log('2/2 the operator’s week: the sequencer and one prover with one core, batch after batch');
    const opened = await openSequencer(dataDirectory, core, chain, floodState(flooder));
    stop = opened.stop;
    const { queries, ledger, sequencer, instance } = opened;
    const arrival = (index: number): number => START + Math.floor(index / PER_BLOCK) * BLOCK_SECONDS;
    // The first batch is proven to know how long one takes; the others of the sample wherever the seed says.
    const expected = Math.max(1, Math.floor(count / MAX_TRANSACTIONS));
    const sample = new Set([
      1,
      ...Array.from({ length: proofs - 1 }, (_, i) => 2 + Math.floor(((i + 0.5) * expected) / Math.max(1, proofs - 1))),
    ]);
    const proven: number[] = [];
    let [clock, interval, arrived, oldest, busy, cpuSeconds, fullest] = [START + 3_600, BLOCK_SECONDS, 0, 0, 0, 0, 0];
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
        clock += BLOCK_SECONDS;
        continue;
      }
      const [row] = await queries.select().from(batches).where(eq(batches.number, sealed.number));
      if (sample.has(sealed.number)) {
        const { seconds, reason } = await proveRow(row, before, instance);
        cpuSeconds = Math.max(cpuSeconds, seconds);
        if (reason !== null) problems.push(`the proof of batch ${sealed.number} is refused: ${reason}`);
        proven.push(sealed.number);
        log(`     batch ${sealed.number}: ${sealed.transactions} requests proven in ${seconds.toFixed(1)} s on one core`);
      }
      for (const { status } of row.transactions as { status: string }[]) {
        if (status === 'served') served++;
        else refuted++;
      }
      fullest = Math.max(fullest, sealed.transactions);
      await queries.update(batches).set({ status: 'final' }).where(eq(batches.number, sealed.number));
      interval = Math.max(BLOCK_SECONDS, Math.ceil(cpuSeconds));
      clock += interval;
      busy += interval;
      oldest = Math.max(oldest, clock - arrival(first));
      if (sealed.number % 500 === 0) log(`     batch ${sealed.number}, ${ledger.forcedCursor} of ${count} requests`);
    }
    if (served + refuted !== count) problems.push(`${served} served and ${refuted} refuted are not ${count}`);
    if (oldest >= WEEK) problems.push(`a request waits for ${(oldest / 3600).toFixed(1)} hours: anybody could freeze`);
    const sealed = ledger.batchNumber;
    const partOfSettle = Math.round((SETTLE_GAS * sealed) / count);
    if (feeGas < SERVE_GAS + partOfSettle)
      problems.push(`a request pays for ${feeGas} gas and costs ${SERVE_GAS + partOfSettle}: a flood would cost the operator money`);
    const days = Math.max(clock - START, 1) / 86_400;
    const wei = (gas: number) => formatEther(BigInt(gas) * BigInt(count) * BASE_FEE);
    return {
      story: 'flood',
      ok: problems.length === 0,
      requests: { inL1Queue: queued, served, refuted },
      batches: { sealed, proven, counted: sealed - proven.length, requestsInFullest: fullest },
      operator: {
        proveCpuSeconds: cpuSeconds,
        proofsPerDayNeeded: Math.ceil(sealed / days),
        proofsPerDayPossible: Math.floor(86_400 / interval),
        busyShare: Math.round((100 * busy) / (clock - START)) / 100,
      },
      oldestWaitedHours: Math.round((10 * oldest) / 3600) / 10,
      frozenAfterHours: WEEK / 3600,
      gasPerRequest: { paid: feeGas, serving: SERVE_GAS, partOfSettle },
      money: { feeIncome: wei(feeGas), cost: wei(SERVE_GAS + partOfSettle) },
      problems,
    };
  } finally {
    await stop();
    await anvil.stop();
  }
}
