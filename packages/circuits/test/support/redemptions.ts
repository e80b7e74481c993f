/** Batches with redemptions: everybody holds tickets of two rides, one with out and refund, one that was aborted. */
import { type State, writeSlot } from '@weir/protocol/state/state';
import type { BatchContext, Redeem, RideOutcome } from '@weir/protocol/types';
import type { BatchWitness } from '../../src/trace/witness.ts';
import { witnessOf, world } from './world.ts';

const { alice, bob, carol, ride, context, SHARES, TICKET, USDC, WETH } = world;

/** Ticket, in and out asset have bits from 24 up, and so have amounts beyond their first piece. */
export const BIG_TICKET = 2 ** 24 * 37 + 5;
export const BIG_OUT = 2 ** 24 * 63 + 9;
export const BIG_IN = 2 ** 30 - 1;

const MIXED: RideOutcome = { outTotal: 2_100n, inReturned: 700n, tickets: 3_000n };
const ABORTED: RideOutcome = { outTotal: 0n, inReturned: (1n << 63n) + 12_345n, tickets: (1n << 63n) + 12_345n };

export const redemptionContext: BatchContext = context([
  ride(TICKET, USDC, SHARES, { closed: true, outcome: MIXED }),
  ride(BIG_TICKET, BIG_IN, BIG_OUT, { closed: true, outcome: ABORTED }),
]);

const tickets = (state: State, account: number, slot: number, asset: number, balance: bigint): State =>
  writeSlot(state, account, slot, { asset, nonce: 7, balance, filled: BigInt(slot) });

/** 3,000 tickets in five slots; 2^63 + 12,345 of the other ride in two. */
export const boarded: State = [
  [alice.account, 5, TICKET, 1_000n],
  [alice.account, 6, TICKET, 1n],
  [bob.account, 5, TICKET, 1_898n],
  [carol.account, 5, TICKET, 1n],
  [carol.account, 6, TICKET, 100n],
  [bob.account, 9, BIG_TICKET, 1n << 63n],
  [carol.account, 9, BIG_TICKET, 12_345n],
].reduce(
  (state, [account, slot, asset, balance]) => tickets(state, Number(account), Number(slot), Number(asset), BigInt(balance)),
  world.settledWorld(),
);

export const redeem = (account: number, ticketSlot: number, outSlot: number | null, inSlot: number | null): Redeem => ({
  kind: 'redeem',
  account,
  ticketSlot,
  outSlot,
  inSlot,
});

/** Both parts credited, each part withdrawn once, shares of 0, a slot opened, one grown, sums over several redemptions. */
export function redemptionBatch(): BatchWitness {
  return witnessOf(
    boarded,
    [
      redeem(alice.account, 5, 5, 0),
      world.deposit(alice, 1, WETH, 1n),
      redeem(alice.account, 6, 5, null),
      redeem(bob.account, 5, null, 5),
      redeem(bob.account, 9, 3, 9),
      redeem(carol.account, 5, null, null),
      redeem(carol.account, 6, 6, null),
      redeem(carol.account, 9, null, 2),
    ],
    redemptionContext,
  );
}
