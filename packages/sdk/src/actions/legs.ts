/**
 * An order's legs, from what a person means: which slots they use, and under which nonces. A leg that sells what the leg before buys gets an
 * empty slot of its own between the two, so that it sells what came that way and nothing else.
 */
import { CodedError } from '@weir/foundation/codedError';
import type { Band, OrderLeg } from '@weir/protocol/types';
import type { AccountState } from './getAccount.ts';

export interface LegParameters {
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: bigint;
  /** For all of sellAmount: the price limit. */
  readonly minBuyAmount: bigint;
  /** Needed when minBuyAmount is 0: the leg then sells at any price. */
  readonly atAnyPrice?: boolean;
  /** For all of sellAmount, in the sell asset. */
  readonly maxFee?: bigint;
  readonly minFill?: bigint;
  /** Latest settleBy of a ride whose tickets are welcome; 0 = none. */
  readonly ticketsUntil?: number;
  /** Fill only within so many basis points of a price feed on L1. */
  readonly band?: Band;
}

const NO_BAND: Band = { reference: 0, bps: 0 };
/** Slots from here on can be opened by strangers. */
const FIRST_PUBLIC_SLOT = 12;

/** Throws `CodedError`: NO_PRICE_LIMIT, NOTHING_TO_SELL, ACCOUNT_FULL. */
export function planLegs(account: AccountState, parameters: readonly LegParameters[]): OrderLeg[] {
  // What was asked for comes before what the account holds: it can be mended without knowing the account.
  const unlimited = parameters.findIndex(({ minBuyAmount, atAnyPrice }) => minBuyAmount === 0n && atAnyPrice !== true);
  if (unlimited >= 0) {
    throw new CodedError('NO_PRICE_LIMIT', 'minBuyAmount 0 sells at any price; say atAnyPrice if that is meant', { leg: unlimited });
  }
  const places = new Places(account);
  const sellSlots = parameters.map(({ sellAsset }, i) => (isFed(parameters, i) ? undefined : places.holding(sellAsset)));
  const legs: OrderLeg[] = [];
  for (const [i, leg] of parameters.entries()) {
    const { sellAsset, buyAsset, sellAmount, minBuyAmount, maxFee = 0n, minFill = 0n, ticketsUntil = 0, band = NO_BAND } = leg;
    const sellSlot = sellSlots[i] ?? legs[i - 1].buySlot;
    const buySlot = isFed(parameters, i + 1) ? places.empty() : places.receiving(buyAsset);
    legs.push({
      sellSlot,
      sellAsset,
      sellNonce: places.nonceOf(sellSlot, isFed(parameters, i)),
      sellAmount,
      buySlot,
      buyAsset,
      minBuyAmount,
      maxFee,
      minFill,
      ticketSlot: ticketsUntil === 0 ? 0 : places.empty(),
      ticketsUntil,
      band,
    });
  }
  return legs;
}

/** It sells what the leg before it buys. */
const isFed = (legs: readonly LegParameters[], i: number): boolean =>
  i > 0 && i < legs.length && legs[i].sellAsset === legs[i - 1].buyAsset;

/** Hands out slots, each once. */
class Places {
  private readonly account: AccountState;
  private readonly taken = new Set<number>();

  constructor(account: AccountState) {
    this.account = account;
  }

  private take(slot: number): number {
    this.taken.add(slot);
    return slot;
  }

  holding(asset: number): number {
    const held = this.account.slots.filter((slot) => slot.asset === asset && !this.taken.has(slot.slot));
    const found = held.find(({ balance }) => balance > 0n) ?? held[0];
    if (found === undefined)
      throw new CodedError('NOTHING_TO_SELL', `account ${this.account.account} holds none of asset ${asset}`, { sellAsset: asset });
    return this.take(found.slot);
  }

  receiving(asset: number): number {
    const held = this.account.slots.find((slot) => slot.asset === asset && !this.taken.has(slot.slot));
    return held === undefined ? this.empty() : this.take(held.slot);
  }

  /** Tickets, and what waits between two legs, need a slot of their own; one that no stranger can open for something else, if there is one. */
  empty(): number {
    const free = Array.from({ length: 16 }, (_, slot) => slot).filter((slot) => {
      const value = this.account.slots.find((used) => used.slot === slot);
      return !this.taken.has(slot) && (value === undefined || value.balance === 0n);
    });
    const found = free.find((slot) => slot < FIRST_PUBLIC_SLOT) ?? free[0];
    if (found === undefined)
      throw new CodedError('ACCOUNT_FULL', `account ${this.account.account} has no free slot`, { account: this.account.account });
    return this.take(found);
  }

  /** The nonce that is free; of a slot that a leg before is yet to open, the next one. */
  nonceOf(slot: number, fed: boolean): number {
    const used = this.account.slots.find((candidate) => candidate.slot === slot);
    if (used === undefined) return fed ? 1 : 0;
    return fed || used.filled > 0n ? used.nonce + 1 : used.nonce;
  }
}
