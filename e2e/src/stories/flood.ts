/**
 * Somebody floods the queue of forced requests for seven days, ten in every block. Every request goes into L1's real queue and, in its order,
 * through the real rules; batches of a seeded sample are proven and verified, which measures what one takes, and the others are counted
 * with that. The honest operator must never be frozen: no request may wait for seven days.
 *
 * Not settled on L1: batches are a sequence, so that would need the proof of each. The report says which were proven.
 */
import { weirAbi } from '@weir/abi/weir';
import { proveBatch, verifyBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { compressMany } from '@weir/crypto/compressKernel';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { applyDiffs, EMPTY_STATE, type State } from '@weir/protocol/state/state';
import { instanceHash } from '@weir/protocol/statement/binding';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, ForcedExit } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { type Abi, formatEther, type Hex, parseEventLogs, zeroAddress } from 'viem';
import { type Chain, connect } from '../devnet/chain.ts';
import { compileFlooder } from '../devnet/flooder.ts';
import { deployForPlanting } from './massExit.ts';

export interface FloodReport {
  readonly story: 'flood';
  readonly ok: boolean;
  readonly requests: { readonly inL1Queue: number; readonly served: number; readonly refuted: number };
  readonly batches: {
    readonly sealed: number;
    readonly proven: readonly number[];
    readonly counted: number;
    readonly requestsEach: number;
  };
  readonly operator: { readonly proveCpuSeconds: number; readonly batchesAtOnce: 1; readonly busyShare: number };
  readonly oldestWaitedHours: number;
  readonly frozenAfterHours: number;
  /** In ETH at a base fee of 10 gwei. */
  readonly money: { readonly feePerRequest: string; readonly feeIncome: string; readonly serving: string; readonly verifying: string };
  readonly problems: readonly string[];
}

const WEEK = 7 * 86_400;
const BLOCK_SECONDS = 12;
const PER_BLOCK = 10;
/** What the sequencer's cap on effects leaves room for (`GAS_PER_EFFECT`: 2.7 M at 20,000 each). */
const PER_BATCH = 128;
/** Requests a transaction: below the gas cap of one. */
const PER_TRANSACTION = 120;
/** Of a settle without effects, and of one request (README's measured round; contracts/test/core/ForcedExits.t.sol). */
const SETTLE_GAS = 10_900_000n;
const SERVE_GAS = 20_000n;
const BASE_FEE = 10_000_000_000n;
const ACCOUNTS = 1_000;
/** Every third account is the attacker's: those requests are served, the others refuted. */
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

const contextOf = (batchNumber: number): BatchContext => ({
  batchNumber,
  timestamp: 1_800_000_000 + batchNumber * BLOCK_SECONDS,
  rewardRecipient: zeroAddress,
  instance: [0, 0, 0, 0, 0, 0, 0, 0],
  rides: new Map(),
});

/** Fills the queue; returns what is in it. */
async function fillQueue(chain: Chain, count: number, log: (line: string) => void) {
  const { core } = await deployForPlanting(chain);
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
  return { core, flooder, queued: Number(queued), fee, requests };
}

export async function flood(count: number, proofs: number, log: (line: string) => void): Promise<FloodReport> {
  const anvil = await startAnvil();
  try {
    const chain = await connect(anvil.rpcUrl);
    log(`1/3 ${count} forced requests into L1's queue`);
    const { core, flooder, queued, fee, requests: queue } = await fillQueue(chain, count, log);
    const problems: string[] = [];
    if (queued !== count || queue.length !== count) problems.push(`L1 has queued ${queued}, its events tell of ${queue.length}`);

    log('2/3 all of them through the rules, in their order');
    const batches = Math.ceil(count / PER_BATCH);
    const sample = new Set(Array.from({ length: proofs }, (_, i) => 1 + Math.floor(((i + 0.5) * batches) / proofs)));
    const instance = instanceHash(31_337n, core.toLowerCase() as Hex);
    let state = floodState(flooder);
    let [served, refuted, cpuSeconds] = [0, 0, 0];
    const proven: number[] = [];
    for (let number = 1; number <= batches; number++) {
      const requests = queue.slice((number - 1) * PER_BATCH, number * PER_BATCH);
      const batch = applyBatch(state, requests, contextOf(number), compressMany);
      if (batch.refused.length > 0) problems.push(`batch ${number}: ${batch.refused.length} requests can be neither served nor refuted`);
      served += requests.filter(({ status }) => status === 'served').length;
      refuted += requests.filter(({ status }) => status === 'refuted').length;
      state = batch.after;
      if (!sample.has(number)) continue;
      const witness = batchWitness(batch, contextOf(number), instance);
      const backend = await createKernelBackend({ threads: 1 });
      const started = process.cpuUsage();
      const { proof } = await proveBatch(witness, { backend }).finally(() => backend.close());
      const { user, system } = process.cpuUsage(started);
      cpuSeconds = Math.max(cpuSeconds, (user + system) / 1e6);
      const verdict = verifyBatch({ instance, statement: witness.statement, proof });
      if (!verdict.accepted) problems.push(`the proof of batch ${number} is refused: ${verdict.reason}`);
      proven.push(number);
      log(`     batch ${number} proven in ${cpuSeconds.toFixed(1)} s on one core`);
    }

    log('3/3 the operator’s week: one prover with one core, batch after batch');
    const interval = Math.max(BLOCK_SECONDS, Math.ceil(cpuSeconds));
    let [clock, oldest, busy] = [0, 0, 0];
    for (let first = 0; first < count; first += PER_BATCH) {
      const last = Math.min(first + PER_BATCH, count) - 1;
      // A batch is sealed when it is full, or at the latest when its first request is an hour old.
      const arrived = (index: number) => Math.floor(index / PER_BLOCK) * BLOCK_SECONDS;
      const start = Math.max(clock, Math.min(arrived(last), arrived(first) + 3600));
      clock = start + interval;
      busy += interval;
      oldest = Math.max(oldest, clock - arrived(first));
    }
    if (oldest >= WEEK) problems.push(`a request waits for ${(oldest / 3600).toFixed(1)} hours: anybody could freeze`);
    const eth = (wei: bigint) => formatEther(wei);
    return {
      story: 'flood',
      ok: problems.length === 0,
      requests: { inL1Queue: queued, served, refuted },
      batches: { sealed: batches, proven, counted: batches - proven.length, requestsEach: PER_BATCH },
      operator: { proveCpuSeconds: cpuSeconds, batchesAtOnce: 1, busyShare: Math.round((100 * busy) / Math.max(clock, 1)) / 100 },
      oldestWaitedHours: Math.round((10 * oldest) / 3600) / 10,
      frozenAfterHours: WEEK / 3600,
      money: {
        feePerRequest: eth(fee),
        feeIncome: eth(fee * BigInt(count)),
        serving: eth(SERVE_GAS * BigInt(count) * BASE_FEE),
        verifying: eth(SETTLE_GAS * BigInt(batches) * BASE_FEE),
      },
      problems,
    };
  } finally {
    await anvil.stop();
  }
}
