/** transfer: from a slot to another account (or another slot of one's own), with an exact fee on top. */
import { transferElements } from '../messages.ts';
import { require } from '../refusals.ts';
import type { Transfer, TransferReceipt } from '../types.ts';
import { requireHeaderDigest } from './deposit.ts';
import type { Draft } from './draft.ts';
import { accessOpenHeader, credit, creditFee, receiptBase, requireSigned, requireUntil, spendFrom } from './draft.ts';

export function transfer(draft: Draft, tx: Transfer): TransferReceipt {
  const { account, slot, asset, nonce, amount, fee, to, toSlot } = tx;
  require(amount > 0n, 'AMOUNT_ZERO');
  requireUntil(draft, tx.until);
  requireSigned(draft, tx, () => transferElements(draft.context.instance, tx));
  spendFrom(draft, { account, slot, asset, amount: amount + fee }, nonce);
  requireHeaderDigest(accessOpenHeader(draft, to), tx.toHeaderDigest);
  credit(draft, { account: to, slot: toSlot, asset, amount }, to === account);
  creditFee(draft, tx, asset, fee);
  return { kind: 'transfer', ...receiptBase(draft) };
}
