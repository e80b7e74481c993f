/**
 * redeem: a passenger's tickets become what the ride brought back. The outcome fixes the amounts, so no signature is needed, and
 * anybody's tickets can be redeemed for him.
 */
import { require } from '../refusals.ts';
import { readSlot } from '../state/state.ts';
import type { Header, Redeem, RedeemReceipt, RideOutcome } from '../types.ts';
import type { Draft } from './draft.ts';
import { accessOpenHeader, credit, emptySlot, receiptBase } from './draft.ts';

interface Part {
  readonly asset: number;
  readonly share: bigint;
  readonly slot: number | null;
}

/** A withdrawal instead of a slot: only if the ticket slot, which is always free now, is taken by the other part. */
function requireSlotTried(ticketSlot: number, part: Part, other: Part): void {
  const otherUsesTicketSlot = other.share > 0n && other.slot === ticketSlot;
  require(otherUsesTicketSlot, 'REDEEM_NEEDS_SLOT', () => ({ asset: part.asset, share: part.share }));
}

function deliver(draft: Draft, tx: Redeem, header: Header, part: Part, other: Part): void {
  const { asset, share, slot } = part;
  if (share === 0n) return;
  if (slot !== null) {
    credit(draft, { account: tx.account, slot, asset, amount: share }, true);
    return;
  }
  requireSlotTried(tx.ticketSlot, part, other);
  draft.effects.push({ kind: 'withdrawal', account: tx.account, asset, amount: share, l1Owner: header.l1Owner });
}

/** ⌊redeemed·total / tickets⌋ and what is left of the division. */
function divideShare(redeemed: bigint, total: bigint, { tickets }: RideOutcome): { share: bigint; remainder: bigint } {
  return { share: (redeemed * total) / tickets, remainder: (redeemed * total) % tickets };
}

export function redeem(draft: Draft, tx: Redeem): RedeemReceipt {
  const { account, ticketSlot } = tx;
  const header = accessOpenHeader(draft, account);
  const { asset: ticket } = readSlot(draft.state, account, ticketSlot);
  const ride = draft.context.rides.get(ticket);
  require(ride !== undefined, 'RIDE_UNKNOWN', () => ({ ticket }));
  const { terms, outcome } = ride;
  require(outcome !== null, 'RIDE_NO_OUTCOME', () => ({ ticket }));
  const { balance: redeemed } = emptySlot(draft, account, ticketSlot);
  require(redeemed > 0n, 'NOTHING_TO_REDEEM', () => ({ account, ticketSlot }));
  // Cannot happen with an outcome that L1 booked: all tickets there ever were are in `tickets`.
  require(redeemed <= outcome.tickets, 'RIDE_OUTCOME_TOO_SMALL', () => ({ ticket, redeemed, tickets: outcome.tickets }));

  const out = divideShare(redeemed, outcome.outTotal, outcome);
  const back = divideShare(redeemed, outcome.inReturned, outcome);
  const outPart: Part = { asset: terms.outAsset, share: out.share, slot: tx.outSlot };
  const inPart: Part = { asset: terms.inAsset, share: back.share, slot: tx.inSlot };
  deliver(draft, tx, header, outPart, inPart);
  deliver(draft, tx, header, inPart, outPart);
  draft.effects.push({
    kind: 'redeem',
    ticket,
    inAsset: terms.inAsset,
    outAsset: terms.outAsset,
    ...outcome,
    redeemed,
    outCredited: out.share,
    inCredited: back.share,
  });
  return {
    kind: 'redeem',
    ...receiptBase(draft),
    ticket,
    terms,
    outcome,
    redeemed,
    outShare: out.share,
    outRemainder: out.remainder,
    inShare: back.share,
    inRemainder: back.remainder,
  };
}
