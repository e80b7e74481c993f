/** forcedExit: one entry of L1's forced queue. Served at whatever the masked slots hold, or refuted because it is not the owner who asks. */
import { require } from '../refusals.ts';
import { SLOTS } from '../state/account.ts';
import type { ForcedExit, ForcedExitReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { accessHeader, emptySlot, receiptBase } from './draft.ts';

export function forcedExit(draft: Draft, tx: ForcedExit): ForcedExitReceipt {
  const { status, account, slots, requester } = tx;
  // L1 takes no request for nothing: it would be served by touching nothing.
  require(slots !== 0, 'SLOTS_NONE');
  // An unopened account's l1Owner is 0, a tombstone's an address without a key, and L1's requester is neither: "not open" needs no case of its own.
  const { l1Owner } = accessHeader(draft, account);
  draft.effects.push({ kind: 'forcedExit', status, account, slots, requester });
  if (status === 'refuted') {
    require(requester !== l1Owner, 'REQUESTER_IS_OWNER', () => ({ requester }));
    return { kind: 'forcedExit', ...receiptBase(draft) };
  }
  require(requester === l1Owner, 'REQUESTER_NOT_OWNER', () => ({ requester, l1Owner }));
  for (let slot = 0; slot < SLOTS; slot++) {
    if (((slots >> slot) & 1) === 0) continue;
    const { asset, balance } = emptySlot(draft, account, slot);
    if (balance > 0n) draft.effects.push({ kind: 'withdrawal', account, asset, amount: balance, l1Owner });
  }
  return { kind: 'forcedExit', ...receiptBase(draft) };
}
