/** Whether L1 still takes batches: a declared sunset has a date, and a frozen core is frozen for good. */
import { governanceAbi } from '@weir/abi/governance';
import { weirAbi } from '@weir/abi/weir';
import type { L1 } from './client.ts';

export interface Ending {
  /** No batch may be stamped later (seconds); null: none is declared. */
  readonly sunset: number | null;
  readonly frozen: boolean;
}

export async function readEnding({ client, core }: L1): Promise<Ending> {
  const governance = await client.readContract({ address: core, abi: weirAbi, functionName: 'governance' });
  const [sunset, frozen] = await Promise.all([
    client.readContract({ address: governance, abi: governanceAbi, functionName: 'sunset' }),
    client.readContract({ address: core, abi: weirAbi, functionName: 'frozen' }),
  ]);
  return { sunset: sunset === 0n ? null : Number(sunset), frozen };
}

/** At this L1 time nothing can be sealed any more. */
export const isOver = ({ sunset, frozen }: Ending, now: number): boolean => frozen || (sunset !== null && now > sunset);
