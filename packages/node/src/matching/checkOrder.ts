/** What the rules say of an order's own slots before anybody trades with it: the same functions that a fill goes through. */
import { type Refusal, RefusalSignal, refuse } from '@weir/protocol/refusals';
import type { State } from '@weir/protocol/state/state';
import { readSlot } from '@weir/protocol/state/state';
import { rateOf } from '@weir/protocol/transactions/band';
import { credit, type Draft, newDraft, requireUntil, sellFrom } from '@weir/protocol/transactions/draft';
import type { BatchContext, OrderLeg, OrderMessage } from '@weir/protocol/types';

/**
 * Could it come about, one leg after the other? `whole` asks of each leg for everything that it may still sell, fee included, but of one
 * that sells what an earlier leg buys into its slot, for whatever that may bring; otherwise the smallest sale will do. Undefined = yes.
 */
export function checkOrder(state: State, context: BatchContext, order: OrderMessage, whole: boolean): Refusal | undefined {
  return refusalOf(() => {
    const draft = newDraft(state, context);
    requireUntil(draft, order.until);
    order.legs.forEach((leg, index) => {
      requireLeg(draft, order.account, leg, whole && !isFed(order.legs.slice(0, index), leg));
    });
  });
}

/** Legs that can trade now, with the smallest sale at least (others may trade with part of a leg); or why none can. */
export function liveLegs(state: State, context: BatchContext, order: OrderMessage): readonly number[] | Refusal {
  const refusals = order.legs.map((leg) =>
    refusalOf(() => {
      const draft = newDraft(state, context);
      requireUntil(draft, order.until);
      requireLeg(draft, order.account, leg, false);
    }),
  );
  const live = refusals.flatMap((refusal, index) => (refusal === undefined ? [index] : []));
  return live.length > 0 ? live : refusals[0]!;
}

const isFed = (earlier: readonly OrderLeg[], { sellSlot, sellAsset }: OrderLeg): boolean =>
  earlier.some(({ buySlot, buyAsset }) => buySlot === sellSlot && buyAsset === sellAsset);

function refusalOf(ask: () => void): Refusal | undefined {
  try {
    ask();
    return undefined;
  } catch (signal) {
    if (signal instanceof RefusalSignal) return signal.refusal;
    throw signal;
  }
}

/** Leaves in the draft what the next leg finds: at least one of what this one buys. */
function requireLeg(draft: Draft, account: number, leg: OrderLeg, whole: boolean): void {
  requireReference(draft.context, leg);
  const slot = readSlot(draft.state, account, leg.sellSlot);
  const filled = slot.nonce === leg.sellNonce ? slot.filled : 0n;
  const left = leg.sellAmount - filled;
  if (left <= 0n) refuse('OVERFILLED', { filled, sellAmount: leg.sellAmount });
  const sale = whole ? { total: left, fee: (leg.maxFee * left) / leg.sellAmount } : { total: 1n, fee: 0n };
  const terms = { nonce: leg.sellNonce, sellAmount: leg.sellAmount, minFill: 0n };
  sellFrom(draft, { account, slot: leg.sellSlot, asset: leg.sellAsset }, { ...terms, ...sale });
  credit(draft, { account, slot: leg.buySlot, asset: leg.buyAsset, amount: 1n }, true);
  if (leg.ticketsUntil === 0) return;
  const tickets = readSlot(draft.state, account, leg.ticketSlot);
  const rides = tickets.balance === 0n || draft.context.rides.has(tickets.asset);
  if (!rides || leg.ticketSlot === leg.buySlot) refuse('SLOT_NOT_FREE', { account, slot: leg.ticketSlot, holds: tickets.asset });
}

/** A band needs a price between the leg's two assets. */
function requireReference({ references }: BatchContext, { band, sellAsset, buyAsset }: OrderLeg): void {
  if (band.reference === 0) return;
  const reference = references?.get(band.reference);
  if (reference === undefined) refuse('REFERENCE_UNKNOWN', { feed: band.reference });
  if (rateOf(reference, sellAsset, buyAsset) === undefined) refuse('BAND_ASSETS_MISMATCH', { feed: band.reference, sellAsset, buyAsset });
}
