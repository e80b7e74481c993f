/** cancel: raises a slot's nonce, which ends every order, transfer and withdrawal signed at or below it. */
import { cancelElements } from '../messages.ts';
import type { Cancel, CancelReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { cancelNonce, receiptBase, requireSigned } from './draft.ts';

export function cancel(draft: Draft, tx: Cancel): CancelReceipt {
  requireSigned(draft, tx, () => cancelElements(draft.context.instance, tx));
  cancelNonce(draft, tx.account, tx.slot, tx.nonce);
  return { kind: 'cancel', ...receiptBase(draft) };
}
