/** moveAccount: an account changes its tree, and with it where its data is. Header and slots go over whole; a tombstone stays. */
import { moveAccountElements } from '../messages.ts';
import { require } from '../refusals.ts';
import { EMPTY_SLOT, isOpen, SLOTS, sameSlot, tombstone } from '../state/account.ts';
import { readHeader, readSlot, treeOf } from '../state/state.ts';
import type { MoveAccount, MoveAccountReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { accessSlot, openHeader, receiptBase, requireSignedBy, requireUntil, writeHeaderAccess } from './draft.ts';

export function moveAccount(draft: Draft, tx: MoveAccount): MoveAccountReceipt {
  const { account, destination, until } = tx;
  requireUntil(draft, until);
  require(treeOf(account) !== treeOf(destination), 'DESTINATION_IN_SAME_TREE', () => ({ account, destination }));
  const header = readHeader(draft.state, account);
  require(isOpen(header), 'ACCOUNT_NOT_OPEN', () => ({ account }));
  writeHeaderAccess(draft, account, header, tombstone(destination));
  requireSignedBy(draft, header, tx, () => moveAccountElements(draft.context.instance, tx));
  openHeader(draft, destination, header);
  for (let slot = 0; slot < SLOTS; slot++) {
    const held = readSlot(draft.state, account, slot);
    // The old place keeps nonce and filled: nothing signed for it would fit again, even if its header ever could be opened.
    accessSlot(draft, account, slot, (before) => ({ ...before, balance: 0n }));
    accessSlot(draft, destination, slot, (before) => {
      // Somebody's fee may have landed there, and a nonce must not fall.
      require(sameSlot(before, EMPTY_SLOT), 'DESTINATION_NOT_EMPTY', () => ({ destination, slot }));
      return held;
    });
  }
  return { kind: 'moveAccount', ...receiptBase(draft) };
}
