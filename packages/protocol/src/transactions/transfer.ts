/** transfer: from a slot to another account (or another slot of one's own), with an exact fee on top. */
import { transferElements } from '../messages.ts';
import { require } from '../refusals.ts';
import type { ConditionalTransfer, Transfer, TransferReceipt } from '../types.ts';
import { requireHeaderDigest } from './deposit.ts';
import type { Draft } from './draft.ts';
import { accessOpenHeader, credit, creditFee, receiptBase, requireSigned, requireUntil, spendFrom } from './draft.ts';

export function transfer(draft: Draft, tx: Transfer): TransferReceipt {
  transferSigned(draft, tx, () => transferElements(draft.context.instance, tx));
  return { kind: 'transfer', ...receiptBase(draft) };
}

/** What both kinds of transfer do, under the signature of `elements`. */
export function transferSigned(draft: Draft, tx: Transfer | ConditionalTransfer, elements: () => readonly number[]): void {
  const { account, slot, asset, nonce, amount, fee, to, toSlot } = tx;
  require(amount > 0n, 'AMOUNT_ZERO');
  requireUntil(draft, tx.until);
  requireSigned(draft, tx, elements);
  spendFrom(draft, { account, slot, asset, amount: amount + fee }, nonce);
  requireHeaderDigest(accessOpenHeader(draft, to), tx.toHeaderDigest);
  credit(draft, { account: to, slot: toSlot, asset, amount }, to === account);
  creditFee(draft, tx, asset, fee);
}
