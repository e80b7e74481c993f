/**
 * A node, wired by hand, in order, and unwound in reverse: database, L1, ledger, jobs, local prover, pipeline, API.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { DEFAULT_PROFILE } from '@weir/stark/profile';
import { eq } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { createApi } from './api/server.ts';
import { Ledger } from './batcher/ledger.ts';
import { Sequencer } from './batcher/sequencer.ts';
import { Committee } from './committee/client.ts';
import type { Config } from './config.ts';
import { BlobArchive } from './da/archive.ts';
import { archiveSource, beaconSource, rpcSource } from './da/blobSources.ts';
import { CommitteeDuty } from './da/committeeDuty.ts';
import { KzgThread } from './da/kzg.ts';
import { createPublisher } from './da/publisher.ts';
import type { SidecarForm } from './da/sidecars.ts';
import { heldBatchesFrom } from './da/validiumRecord.ts';
import { Events, type NodeEvent } from './events.ts';
import { connectL1, type L1 } from './l1/client.ts';
import { isOver } from './l1/ending.ts';
import { MAX_TRANSACTION_BYTES } from './l1/settler.ts';
import { defaultLogger } from './logger.ts';
import { createMetrics } from './metrics/metrics.ts';
import { Monitor } from './monitor.ts';
import { Pipeline } from './pipeline.ts';
import { enqueueProof, openJobs } from './prover/jobs.ts';
import { LocalProver } from './prover/localProver.ts';
import { lockDatabase, openDatabase, type Queries } from './storage/database.ts';
import { type EmbeddedDatabase, startEmbeddedPostgres } from './storage/embeddedPostgres.ts';
import { batches } from './storage/schema.ts';

/** Bytes of a settle transaction that are not statement: proof, ABI and envelope, with room for a proof that grows with the batch. */
const PROOF_ROOM = 108_000;

export interface WeirNode {
  readonly url: string;
  readonly databaseUrl: string;
  readonly l1: L1;
  subscribe(listener: (event: NodeEvent) => void): () => void;
  /** Takes no more requests, finishes what is under way, and stops. */
  stop(): Promise<void>;
}

/** What has been started, to be stopped in reverse. */
class Unwind {
  readonly #steps: (() => Promise<unknown>)[] = [];
  #done: Promise<void> | undefined;

  push(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** A step that fails does not keep the others from running; the first failure is thrown at the end. */
  run(): Promise<void> {
    this.#done ??= (async () => {
      const failures: unknown[] = [];
      for (const step of this.#steps.toReversed()) await step().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    })();
    return this.#done;
  }
}

/** Throws `CodedError`: ALREADY_RUNNING, POSTGRES_FAILED, NO_CORE. */
export async function startNode(config: Config, logger: Logger = defaultLogger()): Promise<WeirNode> {
  const unwind = new Unwind();
  try {
    return await start(config, logger, unwind);
  } catch (error) {
    await unwind.run().catch(() => undefined);
    throw error;
  }
}

async function start(config: Config, logger: Logger, unwind: Unwind): Promise<WeirNode> {
  const events = new Events();
  const metrics = createMetrics();

  // 1. Database, ours alone.
  const embedded = await embeddedDatabase(config, logger);
  const databaseUrl = embedded?.url ?? config.databaseUrl;
  let lockLost = false;
  const lost = (): void => {
    lockLost = true;
  };
  const unlock = await lockDatabase(databaseUrl, lost).catch(async (error: unknown) => {
    await embedded?.giveBack();
    throw error;
  });
  if (embedded !== undefined) unwind.push(() => embedded.stop());
  unwind.push(unlock);
  const { queries, close } = await openDatabase(databaseUrl);
  unwind.push(close);

  // 2. L1.
  const l1 = await connectL1({
    rpcUrl: config.rpcUrl,
    witnessRpcUrl: config.witnessRpcUrl,
    core: config.core,
    operatorKey: config.operatorKey,
  });
  const instance = instanceHash(BigInt(l1.chainId), l1.core.toLowerCase() as `0x${string}`);
  const deployBlock = config.deployBlock >= 0 ? BigInt(config.deployBlock) : await findDeployBlock(l1);

  // 3. Data availability: blobs, their archive, the committee.
  const kzg = new KzgThread();
  unwind.push(() => kzg.close());
  const archive = new BlobArchive(config.blobArchive === '' ? join(config.dataDirectory, 'blobs') : config.blobArchive);
  const blobs = {
    sources: [archiveSource(archive), rpcSource(l1.client), ...(config.beaconUrl === '' ? [] : [beaconSource(config.beaconUrl)])],
    isBlob: (blob: Uint8Array, hash: Uint8Array) => kzg.isBlob(blob, hash),
  };
  const committee = config.committee.length === 0 ? undefined : committeeOf(config, l1, instance, queries);
  const duty = new CommitteeDuty({ committee, queries, patience: config.committeePatience, logger });

  // 4. Ledger: the batches replayed.
  const ledger = await Ledger.load(queries);
  logger.info({ batch: ledger.batchNumber, accounts: ledger.nextAccount }, 'state replayed');

  // 5. Jobs and the local prover. A job that a dead prover took is offered again: proving twice is harmless, waiting is not.
  const boss = await openJobs(databaseUrl, (error) => logger.error({ err: error }, 'job queue'));
  unwind.push(() => boss.stop({ graceful: true, timeout: 2_000 }));
  await enqueueUnproven(queries, boss);
  const prover =
    config.proverThreads === 0
      ? undefined
      : new LocalProver({
          databaseUrl,
          instance: toHex(instance),
          threads: config.proverThreads,
          logger,
          onProgress: ({ number, ...progress }) => events.emit({ type: 'proving', batch: number, ...progress }),
          onDeath: () => void enqueueUnproven(queries, boss).catch((error: unknown) => logger.error({ err: error }, 'job queue')),
        });
  if (prover !== undefined) unwind.push(() => prover.stop());

  // 6. The pipeline.
  const sequencer = new Sequencer(
    {
      queries,
      logger,
      instance,
      instanceLimbs: instanceLimbs(instance),
      rewardRecipient: l1.account.address.toLowerCase() as `0x${string}`,
      operatorAccount: config.operatorAccount,
      maxTransactions: config.maxBatchTransactions,
      maxStatementBytes: MAX_TRANSACTION_BYTES - PROOF_ROOM,
      maxAgeMs: config.maxBatchAgeMs,
      forcedWaitSeconds: config.forcedWaitSeconds,
      maxUnproven: config.maxUnproven,
      rideWaitSeconds: config.rideWaitSeconds,
      ridePolicy: config.waitPriceGwei === 0 ? { kind: 'immediate' } : { kind: 'adaptive', weiPerHour: config.waitPriceGwei * 1e9 },
      publisher: createPublisher({ client: l1.client, archive, kzg, policy: config.dataCarrier, validiumData: () => duty.publishes }),
    },
    ledger,
  );
  const settle = {
    ...{ l1, queries, instance, archive, kzg, policy: config.dataCarrier, replaceAfterMs: config.replaceAfterMs },
    sidecarForm: config.blobSidecars === 'auto' ? await sidecarFormOf(l1) : config.blobSidecars,
  };
  const thresholds = { members: config.committee.length, threshold: config.committeeThreshold };
  const monitor = new Monitor({ l1, queries, metrics, logger, duty, committee: thresholds });
  const pipeline = new Pipeline({
    ...{ config, logger, queries, l1, ledger, sequencer, boss, metrics, events, deployBlock },
    ...{ settle, blobs, committee, duty, monitor },
  });
  unwind.push(() => pipeline.stop());

  // 7. API, last: nothing is acknowledged before everything behind it runs.
  const unwell = (): string[] => [
    ...pipeline.unwell.keys(),
    ...(prover?.isRunning === false ? ['prover'] : []),
    ...(lockLost ? ['database'] : []),
  ];
  const { operatorAccount, maxWaiting } = config;
  const api = await createApi({
    queries,
    ledger,
    metrics,
    logger,
    intake: {
      queries,
      instance: instanceLimbs(instance),
      ledger,
      operatorAccount,
      maxWaiting,
      now: () => pipeline.now,
      over: () => isOver(pipeline.ending, pipeline.now),
    },
    quote: { sequencer, queries, now: () => pipeline.now, maxBatchAgeMs: config.maxBatchAgeMs },
    deployment: { chainId: l1.chainId, core: l1.core, pool: l1.pool, profile: DEFAULT_PROFILE.name, operatorAccount },
    unwell,
    archive,
    alarms: () => monitor.alarms,
    l1: () => ({ l1Time: pipeline.now, ...pipeline.ending }),
    volition: () => ({
      policy: config.dataCarrier,
      committee: thresholds.members,
      threshold: thresholds.members === 0 ? 0 : thresholds.threshold,
      publishes: duty.publishes,
    }),
    subscribe: (listener) => events.subscribe(listener),
  });
  const url = await api.listen({ host: config.host, port: config.port });
  unwind.push(() => api.close());
  logger.info({ url }, 'node is up');
  return { url, databaseUrl, l1, subscribe: (listener) => events.subscribe(listener), stop: () => unwind.run() };
}

async function embeddedDatabase(config: Config, logger: Logger): Promise<EmbeddedDatabase | undefined> {
  if (config.databaseUrl !== '') return undefined;
  mkdirSync(config.dataDirectory, { recursive: true });
  return startEmbeddedPostgres({ dataDirectory: join(config.dataDirectory, 'postgres'), log: (line) => logger.info(line) });
}

function committeeOf(config: Config, l1: L1, instance: Uint8Array, queries: Queries): Committee {
  const { committee: members, committeeThreshold: threshold, committeeTimeoutMs: timeoutMs } = config;
  if (threshold > members.length)
    throw new CodedError('BAD_CONFIG', `WEIR_COMMITTEE has ${members.length} members, ${threshold} signatures are asked`, {
      variable: 'WEIR_COMMITTEE_THRESHOLD',
    });
  const { chainId, account } = l1;
  const core = l1.core.toLowerCase() as Hex;
  return new Committee({
    members,
    threshold,
    timeoutMs,
    instance,
    chainId,
    core,
    account,
    history: (from) => heldBatchesFrom(queries, from),
  });
}

/** Development chains take whole-blob proofs, which are four times faster to make; networks want one proof per cell. */
async function sidecarFormOf({ client }: L1): Promise<SidecarForm> {
  const version = await client.request({ method: 'web3_clientVersion' } as never).catch(() => '');
  return String(version).startsWith('anvil') ? 'blob' : 'cells';
}

async function enqueueUnproven(queries: Queries, boss: PgBoss): Promise<void> {
  const unproven = await queries.select({ number: batches.number }).from(batches).where(eq(batches.status, 'sealed'));
  for (const { number } of unproven) await enqueueProof(boss, number);
}

/** First block whose code is there: where the follower starts reading. */
async function findDeployBlock(l1: L1): Promise<bigint> {
  let [low, high] = [0n, await l1.client.getBlockNumber()];
  while (low < high) {
    const middle = (low + high) / 2n;
    const code = await l1.client.getCode({ address: l1.core, blockNumber: middle }).catch(() => NO_HISTORY);
    // A node that has pruned old states (or a resumed development chain) cannot tell: read from the start.
    if (code === NO_HISTORY) return 0n;
    if (code === undefined) low = middle + 1n;
    else high = middle;
  }
  return low;
}

const NO_HISTORY = 'no history';
