/** What the rules say of an order's own slots before anybody trades with it: the same functions that a fill goes through. */
import { type Refusal, RefusalSignal, refuse } from '@weir/protocol/refusals';
import { readSlot, type State } from '@weir/protocol/state/state';
import { credit, newDraft, requireUntil, sellFrom } from '@weir/protocol/transactions/draft';
import type { BatchContext, OrderMessage } from '@weir/protocol/types';

/**
 * `whole` asks for everything that the order may still sell, fee included; otherwise the smallest sale will do (others may trade with
 * part of an order). Undefined = it can trade.
 */
export function checkOrder(state: State, context: BatchContext, order: OrderMessage, whole: boolean): Refusal | undefined {
  try {
    requireSlots(state, context, order, whole);
    return undefined;
  } catch (signal) {
    if (signal instanceof RefusalSignal) return signal.refusal;
    throw signal;
  }
}

function requireSlots(state: State, context: BatchContext, { account, until, legs }: OrderMessage, whole: boolean): void {
  const [leg] = legs;
  const draft = newDraft(state, context);
  requireUntil(draft, until);
  const slot = readSlot(state, account, leg.sellSlot);
  const filled = slot.nonce === leg.sellNonce ? slot.filled : 0n;
  const left = leg.sellAmount - filled;
  if (left <= 0n) refuse('OVERFILLED', { filled, sellAmount: leg.sellAmount });
  const sale = whole ? { total: left, fee: (leg.maxFee * left) / leg.sellAmount } : { total: 1n, fee: 0n };
  const terms = { nonce: leg.sellNonce, sellAmount: leg.sellAmount, minFill: 0n };
  sellFrom(draft, { account, slot: leg.sellSlot, asset: leg.sellAsset }, { ...terms, ...sale });
  credit(draft, { account, slot: leg.buySlot, asset: leg.buyAsset, amount: 1n }, true);
  if (leg.ticketsUntil === 0) return;
  const tickets = readSlot(draft.state, account, leg.ticketSlot);
  const rides = tickets.balance === 0n || context.rides.has(tickets.asset);
  if (!rides || leg.ticketSlot === leg.buySlot) refuse('SLOT_NOT_FREE', { account, slot: leg.ticketSlot, holds: tickets.asset });
}
