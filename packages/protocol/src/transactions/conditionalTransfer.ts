/** conditionalTransfer: a transfer that is valid only if L1 has registered a fact (a payment there, say). The fact is an effect: L1 looks it up. */
import { conditionalTransferElements } from '../messages.ts';
import { require } from '../refusals.ts';
import type { ConditionalTransfer, ConditionalTransferReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { receiptBase } from './draft.ts';
import { transferSigned } from './transfer.ts';

export function conditionalTransfer(draft: Draft, tx: ConditionalTransfer): ConditionalTransferReceipt {
  const { fact } = tx;
  require(draft.context.facts?.has(fact) === true, 'FACT_NOT_REGISTERED', () => ({ fact }));
  transferSigned(draft, tx, () => conditionalTransferElements(draft.context.instance, tx));
  draft.effects.push({ kind: 'fact', fact });
  return { kind: 'conditionalTransfer', ...receiptBase(draft) };
}
