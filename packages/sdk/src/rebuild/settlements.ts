/** The settled batches as L1's events list them, in order. */
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import type { Abi, Hex } from 'viem';
import type { L1Client } from '../l1.ts';
import { type BlockRange, type L1Event, readEvents } from './events.ts';

export interface Settlement {
  readonly batchNumber: number;
  readonly timestamp: number;
  /** Roots after it. */
  readonly rollupRoot: Hex;
  readonly validiumRoot: Hex;
  /** How many withdrawals are in it. */
  readonly withdrawals: number;
  readonly transaction: Hex;
  readonly block: bigint;
}

export interface SettlementRange extends BlockRange {
  /** Batches up to this number are known already. */
  readonly after: number;
}

/** Yields them a range of blocks at a time. Throws `CodedError('EVENTS_INCOMPLETE')` if the RPC leaves one out. */
export async function* readSettlements(client: L1Client, { after, ...range }: SettlementRange): AsyncGenerator<Settlement[]> {
  let last = after;
  for await (const events of readEvents(client, { ...range, address: client.core, abi: weirAbi as Abi, eventName: 'BatchSettled' })) {
    const fresh = events.map(settlementOf).filter(({ batchNumber }) => batchNumber > after);
    for (const { batchNumber } of fresh) {
      if (batchNumber !== last + 1)
        throw new CodedError('EVENTS_INCOMPLETE', `the RPC shows batch ${batchNumber} after batch ${last}: ask another one`, {
          expected: last + 1,
          actual: batchNumber,
        });
      last = batchNumber;
    }
    if (fresh.length > 0) yield fresh;
  }
}

export function settlementOf({ args, transactionHash, blockNumber }: L1Event): Settlement {
  return {
    batchNumber: Number(args['batchNumber']),
    timestamp: Number(args['timestamp']),
    rollupRoot: args['rollupRoot'] as Hex,
    validiumRoot: args['validiumRoot'] as Hex,
    withdrawals: Number(args['withdrawals']),
    transaction: transactionHash,
    block: blockNumber,
  };
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
