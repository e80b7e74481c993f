/** Rebuilds the state from nothing but what L1 settled: every statement's diffs, applied to the empty state, must give its roots. */

import { weirAbi } from '@weir/abi/weir';
import { equalBytes } from '@weir/foundation/bytes';
import { applyDiffs, EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import { decodeStatement } from '@weir/protocol/statement/statement';
import { readSettledStatement } from '@weir/sdk/actions/claimWithdrawal';
import type { WeirClient } from '@weir/sdk/client';

export interface Replay {
  readonly batches: number;
  readonly state: State;
}

/** Throws with the first batch whose roots do not come out. */
export async function replayFromL1(client: WeirClient): Promise<Replay> {
  const [last] = await client.publicClient.readContract({ address: client.core, abi: weirAbi, functionName: 'lastBatch' });
  let state = EMPTY_STATE;
  for (let number = 1; number <= Number(last); number++) {
    const { header, diffs } = decodeStatement(await readSettledStatement(client, number));
    const before = stateRoots(state);
    state = applyDiffs(state, diffs);
    const after = stateRoots(state);
    const roots = [
      [before.rollup, header.oldRollupRoot],
      [before.validium, header.oldValidiumRoot],
      [after.rollup, header.newRollupRoot],
      [after.validium, header.newValidiumRoot],
    ] as const;
    for (const [computed, settled] of roots) {
      if (!equalBytes(digestBytes(computed), digestBytes(settled))) throw new Error(`batch ${number} does not rebuild from its statement`);
    }
  }
  return { batches: Number(last), state };
}
