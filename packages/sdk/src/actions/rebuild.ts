/**
 * The state of the L2 from L1 alone: events name the batches, calldata and blobs hold their diffs, and every batch must give the roots that
 * L1 stored. No node is asked, and no answer of RPC or archive is believed further than the roots go.
 */
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import { restoreState } from '@weir/protocol/state/snapshot';
import { EMPTY_STATE } from '@weir/protocol/state/state';
import { decodeHeader } from '@weir/protocol/statement/header';
import type { Hex } from 'viem';
import type { L1Client } from '../l1.ts';
import { type BlobSource, readBlob, rpcBlobs } from '../rebuild/blobSources.ts';
import { type BatchData, replayBatch, updatesOf } from '../rebuild/replay.ts';
import { findDeployBlock, readSettlements, type Settlement } from '../rebuild/settlements.ts';
import { type Rebuilt, validiumRootOf } from '../rebuild/stateFile.ts';
import { GENESIS_ROOTS, type RootsBefore, readStatement } from '../rebuild/statementBytes.ts';

export interface RebuildProgress {
  readonly batch: number;
  readonly lastBatch: number;
  /** Header and slot diffs so far. */
  readonly updates: number;
}

export interface RebuildParameters {
  /** Asked in this order, the RPC of L1 first. */
  readonly blobs?: readonly BlobSource[];
  /** A committee member's snapshots: the validium accounts where their data is not on L1. What L1 publishes on top of one is applied to it. */
  readonly validium?: ValidiumSource;
  /** Go on from here (`readStateFile`); it must be of this deployment and on its chain. */
  readonly from?: Rebuilt;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Called with every new state; whoever keeps checkpoints decides how often to write. */
  readonly onState?: (state: Rebuilt) => void;
}

export interface RebuildReturnType extends Rebuilt {
  readonly updates: number;
  /** CPU time spent on decoding, hashing and comparing: the rest is waiting for L1. */
  readonly replaySeconds: number;
  /** Batches whose diffs were in blobs. */
  readonly blobBatches: number;
}

/** The snapshot of the validium tree with this root; undefined if it has none. */
export type ValidiumSource = (root: Hex) => Promise<Uint8Array | undefined>;

/** Batches whose data is fetched while earlier ones are applied. */
const AHEAD = 8;

/**
 * Throws `CodedError`: BLOB_MISSING, STATEMENT_NOT_FOUND, EVENTS_INCOMPLETE, WRONG_DEPLOYMENT, STATE_FILE_OFF_CHAIN (a checkpoint that L1 has
 * reorganised away), ROOT_MISMATCH. What was applied until then is what `onState` has seen.
 */
export async function rebuild(client: L1Client, parameters: RebuildParameters = {}): Promise<RebuildReturnType> {
  const toBlock = await client.publicClient.getBlockNumber({ cacheTime: 0 });
  const tip = await l1State(client, toBlock);
  const reader = { client, sources: [rpcBlobs(client), ...(parameters.blobs ?? [])] };
  let current = await startOf(client, parameters.from);
  let [updates, replaySeconds, blobBatches] = [0, 0, 0];

  const apply = async (task: BatchTask, fetched: BatchData): Promise<void> => {
    const started = process.cpuUsage();
    const block = task.settlement.block;
    // Its diffs are of use only on top of the tree before it.
    if (decodeHeader(fetched.statement).validiumData) current = await completed(current, parameters.validium);
    try {
      current = replayBatch(current, fetched, block);
    } catch (error) {
      if (fetched.blobs.length === 0) throw error;
      // A source has other bytes than L1 saw: find out which, and use the others.
      current = replayBatch(current, await readBatch(reader, { ...task, verify: true }), block);
    }
    const { user, system } = process.cpuUsage(started);
    replaySeconds += (user + system) / 1e6;
    updates += updatesOf(decodeHeader(fetched.statement));
    if (fetched.blobs.length > 0) blobBatches++;
    parameters.onState?.(current);
    parameters.onProgress?.({ batch: current.batchNumber, lastBatch: tip.batchNumber, updates });
  };

  const fromBlock = current.batchNumber === 0 ? await findDeployBlock(client) : current.block;
  for await (const settlements of readSettlements(client, { fromBlock, toBlock, after: current.batchNumber })) {
    const tasks = settlements.map((settlement, i) => ({ settlement, before: settlements[i - 1] ?? rootsOf(current), verify: false }));
    const fetched: Promise<BatchData>[] = [];
    for (const [i, task] of tasks.entries()) {
      for (let next = fetched.length; next < Math.min(i + AHEAD, tasks.length); next++) {
        fetched[next] = readBatch(reader, tasks[next]);
        // Its failure counts when its turn comes.
        fetched[next].catch(() => undefined);
      }
      await apply(task, await fetched[i]);
      delete fetched[i];
    }
  }
  current = await completed(current, parameters.validium);
  if (current.batchNumber !== tip.batchNumber || current.rollupRoot !== tip.rollupRoot || current.validiumRoot !== tip.validiumRoot)
    throw new CodedError('EVENTS_INCOMPLETE', `L1 has batch ${tip.batchNumber}, its events lead to batch ${current.batchNumber}`, {
      expected: tip.batchNumber,
      actual: current.batchNumber,
    });
  return { ...current, updates, replaySeconds, blobBatches };
}

/** With the validium tree of the last batch, if it is missing and the source has it. */
async function completed(rebuilt: Rebuilt, source: ValidiumSource | undefined): Promise<Rebuilt> {
  if (source === undefined || rebuilt.validiumMissingFrom === null) return rebuilt;
  const snapshot = await source(rebuilt.validiumRoot);
  return snapshot === undefined ? rebuilt : withValidium(rebuilt, snapshot);
}

interface BatchTask {
  readonly settlement: Settlement;
  readonly before: RootsBefore;
  /** Recompute the commitment of every blob. */
  readonly verify: boolean;
}

interface Reader {
  readonly client: L1Client;
  readonly sources: readonly BlobSource[];
}

const rootsOf = ({ rollupRoot, validiumRoot }: Rebuilt): RootsBefore => ({ rollupRoot, validiumRoot });

async function readBatch({ client, sources }: Reader, { settlement, before, verify }: BatchTask): Promise<BatchData> {
  const { bytes, versionedHashes } = await readStatement(client, settlement, before);
  const { blobs: count } = decodeHeader(bytes);
  const timestamp = async () => (await client.publicClient.getBlock({ blockNumber: settlement.block })).timestamp;
  const blobs: Uint8Array[] = [];
  for (const versionedHash of versionedHashes.slice(0, count)) {
    blobs.push(await readBlob(sources, { batch: settlement.batchNumber, versionedHash, timestamp, verify }));
  }
  return { statement: bytes, blobs };
}

interface L1State extends RootsBefore {
  readonly batchNumber: number;
}

async function l1State({ publicClient, core }: L1Client, blockNumber: bigint): Promise<L1State> {
  const read = <T>(functionName: 'lastBatch' | 'rollupRoot' | 'validiumRoot') =>
    publicClient.readContract({ address: core, abi: weirAbi, functionName, blockNumber }) as Promise<T>;
  const [last, rollupRoot, validiumRoot] = await Promise.all([
    read<readonly bigint[]>('lastBatch'),
    read<Hex>('rollupRoot'),
    read<Hex>('validiumRoot'),
  ]);
  return { batchNumber: Number(last[0]), rollupRoot, validiumRoot };
}

async function startOf(client: L1Client, from: Rebuilt | undefined): Promise<Rebuilt> {
  const { chainId, core, publicClient } = client;
  if (from === undefined) {
    return {
      chainId,
      core,
      batchNumber: 0,
      block: 0n,
      ...GENESIS_ROOTS,
      validiumMissingFrom: null,
      state: EMPTY_STATE,
    };
  }
  if (from.chainId !== chainId || from.core.toLowerCase() !== core.toLowerCase())
    throw new CodedError('WRONG_DEPLOYMENT', `the state file is of core ${from.core} on chain ${from.chainId}`, { core, chainId });
  if (from.batchNumber === 0) return from;
  const events = await publicClient.getContractEvents({
    address: core,
    abi: weirAbi,
    eventName: 'BatchSettled',
    args: { batchNumber: BigInt(from.batchNumber) },
    fromBlock: from.block,
    toBlock: from.block,
  });
  if (events[0]?.args.rollupRoot !== from.rollupRoot || events[0].args.validiumRoot !== from.validiumRoot)
    throw new CodedError('STATE_FILE_OFF_CHAIN', `L1 has another batch ${from.batchNumber} than the state file: rebuild from the start`, {
      batch: from.batchNumber,
    });
  return from;
}

/**
 * Puts a committee member's snapshot of the validium tree (`GET /v1/snapshot?root=…`) in place of what L1 does not show. Throws
 * `CodedError('VALIDIUM_DATA_WRONG')` if it is not the tree whose root L1 has.
 */
export function withValidium(rebuilt: Rebuilt, snapshot: Uint8Array): Rebuilt {
  const state = { rollup: rebuilt.state.rollup, validium: restoreState(snapshot).validium };
  const root = validiumRootOf(state);
  if (root !== rebuilt.validiumRoot)
    throw new CodedError('VALIDIUM_DATA_WRONG', 'these are not the validium accounts of the last settled batch', {
      expected: rebuilt.validiumRoot,
      actual: root,
    });
  return { ...rebuilt, validiumMissingFrom: null, state };
}
