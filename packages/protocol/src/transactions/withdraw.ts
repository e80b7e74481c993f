/** withdraw: from a slot to the account's l1Owner, who claims it on L1. */
import { withdrawElements } from '../messages.ts';
import { require } from '../refusals.ts';
import type { Withdraw, WithdrawReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { creditFee, receiptBase, requireSigned, requireUntil, spendFrom } from './draft.ts';

export function withdraw(draft: Draft, tx: Withdraw): WithdrawReceipt {
  const { account, slot, asset, nonce, amount, fee } = tx;
  require(amount > 0n, 'AMOUNT_ZERO');
  requireUntil(draft, tx.until);
  const { l1Owner } = requireSigned(draft, tx, () => withdrawElements(draft.context.instance, tx));
  spendFrom(draft, { account, slot, asset, amount: amount + fee }, nonce);
  creditFee(draft, tx, asset, fee);
  draft.effects.push({ kind: 'withdrawal', account, asset, amount, l1Owner });
  return { kind: 'withdraw', ...receiptBase(draft) };
}
