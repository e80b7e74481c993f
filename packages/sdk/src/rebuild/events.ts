/** Events of a contract over any range of blocks: public nodes refuse wide ranges, so a range is halved until they answer. */
import type { Abi, Hex } from 'viem';
import type { L1Client } from '../l1.ts';

export interface BlockRange {
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
}

export interface L1Event {
  readonly args: Readonly<Record<string, unknown>>;
  readonly transactionHash: Hex;
  readonly blockNumber: bigint;
}

export interface EventFilter extends BlockRange {
  readonly address: Hex;
  readonly abi: Abi;
  readonly eventName: string;
  /** Indexed arguments; a list means any of them. */
  readonly args?: Readonly<Record<string, unknown>>;
}

const FIRST_RANGE = 50_000n;

/** In order, a range of blocks at a time. */
export async function* readEvents({ publicClient }: L1Client, filter: EventFilter): AsyncGenerator<readonly L1Event[]> {
  let [from, range] = [filter.fromBlock, FIRST_RANGE];
  while (from <= filter.toBlock) {
    const to = from + range - 1n < filter.toBlock ? from + range - 1n : filter.toBlock;
    const request = { ...filter, fromBlock: from, toBlock: to } as Parameters<typeof publicClient.getContractEvents>[0];
    const events = await publicClient.getContractEvents(request).catch((error: unknown) => {
      if (from === to) throw error;
      return undefined;
    });
    if (events === undefined) {
      range = (to - from + 1n) / 2n;
      continue;
    }
    if (events.length > 0) yield events as unknown as L1Event[];
    from = to + 1n;
    range *= 2n;
  }
}

export async function readAllEvents(client: L1Client, filter: EventFilter): Promise<L1Event[]> {
  const all: L1Event[] = [];
  for await (const events of readEvents(client, filter)) all.push(...events);
  return all;
}
