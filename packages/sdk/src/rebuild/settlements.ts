/** The settled batches as L1's events list them, in order. */
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import type { Hex } from 'viem';
import type { L1Client } from '../l1.ts';

export interface Settlement {
  readonly batchNumber: number;
  readonly timestamp: number;
  /** Roots after it. */
  readonly rollupRoot: Hex;
  readonly validiumRoot: Hex;
  readonly transaction: Hex;
  readonly block: bigint;
}

/** Blocks asked for at once; public nodes refuse wide ranges, then it is halved until they answer. */
const FIRST_RANGE = 50_000n;

export interface SettlementRange {
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
  /** Batches up to this number are known already. */
  readonly after: number;
}

/** Yields them a range of blocks at a time. Throws `CodedError('EVENTS_INCOMPLETE')` if the RPC leaves one out. */
export async function* readSettlements(client: L1Client, { fromBlock, toBlock, after }: SettlementRange): AsyncGenerator<Settlement[]> {
  let [from, range, last] = [fromBlock, FIRST_RANGE, after];
  while (from <= toBlock) {
    const to = from + range - 1n < toBlock ? from + range - 1n : toBlock;
    const read = await readRange(client, from, to).catch((error: unknown) => {
      if (from === to) throw error;
      return undefined;
    });
    if (read === undefined) {
      range = (to - from + 1n) / 2n;
      continue;
    }
    const fresh = read.filter(({ batchNumber }) => batchNumber > last);
    for (const { batchNumber } of fresh) {
      if (batchNumber !== last + 1)
        throw new CodedError('EVENTS_INCOMPLETE', `the RPC shows batch ${batchNumber} after batch ${last}: ask another one`, {
          expected: last + 1,
          actual: batchNumber,
        });
      last = batchNumber;
    }
    if (fresh.length > 0) yield fresh;
    from = to + 1n;
    range *= 2n;
  }
}

async function readRange({ publicClient, core }: L1Client, fromBlock: bigint, toBlock: bigint): Promise<Settlement[]> {
  const events = await publicClient.getContractEvents({ address: core, abi: weirAbi, eventName: 'BatchSettled', fromBlock, toBlock });
  return events.map(({ args, transactionHash, blockNumber }) => ({
    batchNumber: Number(args.batchNumber),
    timestamp: Number(args.timestamp),
    rollupRoot: args.rollupRoot!,
    validiumRoot: args.validiumRoot!,
    transaction: transactionHash,
    block: blockNumber,
  }));
}

/** First block with the core's code; 0 if the RPC has no old states to tell from. */
export async function findDeployBlock({ publicClient, core }: L1Client): Promise<bigint> {
  let [low, high] = [0n, await publicClient.getBlockNumber()];
  while (low < high) {
    const middle = (low + high) / 2n;
    const found = await publicClient.getCode({ address: core, blockNumber: middle }).then(
      (code) => code !== undefined,
      () => null,
    );
    if (found === null) return 0n;
    if (found) high = middle;
    else low = middle + 1n;
  }
  return low;
}
