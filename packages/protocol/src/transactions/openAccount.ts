/** openAccount: a key joins an empty leaf. The key itself signs, so nobody is given an account under a key he did not choose. */
import { openAccountElements } from '../messages.ts';
import { require } from '../refusals.ts';
import { treeOf } from '../state/state.ts';
import type { OpenAccount, OpenAccountReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { MAX_OPENING_VERSION, openHeader, receiptBase, requireSignature } from './draft.ts';

export function openAccount(draft: Draft, tx: OpenAccount): OpenAccountReceipt {
  const { account, ownerKey, keyVersion, l1Owner } = tx;
  require(keyVersion !== 0, 'KEY_VERSION_ZERO');
  require(keyVersion <= MAX_OPENING_VERSION, 'KEY_VERSION_TOO_LARGE', () => ({ keyVersion, largest: MAX_OPENING_VERSION }));
  openHeader(draft, account, { ownerKey, keyVersion, l1Owner });
  const elements = openAccountElements(draft.context.instance, { tree: treeOf(account), keyVersion, l1Owner });
  requireSignature(draft, elements, ownerKey, tx.signature);
  return { kind: 'openAccount', ...receiptBase(draft) };
}
