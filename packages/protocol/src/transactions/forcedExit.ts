/** forcedExit: one entry of L1's forced queue. Served at whatever the slots hold, or refuted because it is not the owner who asks. */
import { require } from '../refusals.ts';
import { SLOTS } from '../state/account.ts';
import type { ForcedExit, ForcedExitReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { accessHeader, emptySlot, receiptBase } from './draft.ts';

export function forcedExit(draft: Draft, tx: ForcedExit): ForcedExitReceipt {
  const { status, account, requester } = tx;
  // An unopened account's l1Owner is 0, and L1's requester never is: "not opened" needs no case of its own.
  const { l1Owner } = accessHeader(draft, account);
  draft.effects.push({ kind: 'forcedExit', status, account, requester });
  if (status === 'refuted') {
    require(requester !== l1Owner, 'REQUESTER_IS_OWNER', () => ({ requester }));
    return { kind: 'forcedExit', ...receiptBase(draft) };
  }
  require(requester === l1Owner, 'REQUESTER_NOT_OWNER', () => ({ requester, l1Owner }));
  for (let slot = 0; slot < SLOTS; slot++) {
    const { asset, balance } = emptySlot(draft, account, slot);
    if (balance > 0n) draft.effects.push({ kind: 'withdrawal', account, asset, amount: balance, l1Owner });
  }
  return { kind: 'forcedExit', ...receiptBase(draft) };
}
