import { describe, expect, it } from 'vitest';
import { readSlot, writeSlot } from '../src/state/state.ts';
import { applyBatch } from '../src/transactions/applyBatch.ts';
import type { Redeem, RideOutcome } from '../src/types.ts';
import { alice, bob, carol, context, ride, SHARES, settledWorld, TICKET, USDC } from './world.ts';

const tickets = (state: ReturnType<typeof settledWorld>, account: number, balance: bigint) =>
  writeSlot(state, account, 5, { asset: TICKET, nonce: 3, balance, filled: 0n });

/** Alice holds 1,000 of 3,000 tickets, Bob 1,999, Carol 1. */
const boarded = tickets(tickets(tickets(settledWorld(), alice.account, 1_000n), bob.account, 1_999n), carol.account, 1n);

const redeem = (account: number, outSlot: number | null, inSlot: number | null): Redeem => ({
  kind: 'redeem',
  account,
  ticketSlot: 5,
  outSlot,
  inSlot,
});

const arrive = (outcome: RideOutcome, transactions: readonly Redeem[]) =>
  applyBatch(boarded, transactions, context([ride(TICKET, USDC, SHARES, { closed: true, boarded: 3_000n, outcome })]));

describe('redeem', () => {
  it('pays everybody the floor of his share, and never more than came back', () => {
    const outcome = { outTotal: 2_800n, inReturned: 0n, tickets: 3_000n };
    const batch = arrive(outcome, [redeem(alice.account, 5, null), redeem(bob.account, 1, null), redeem(carol.account, 0, null)]);
    expect(batch.refused).toEqual([]);
    // 1000·2800/3000 = 933.3, 1999·2800/3000 = 1865.7, 2800/3000 = 0.9
    expect(readSlot(batch.after, alice.account, 5)).toEqual({ asset: SHARES, nonce: 4, balance: 933n, filled: 0n });
    expect(readSlot(batch.after, bob.account, 1)).toEqual({ asset: SHARES, nonce: 1, balance: 1_865n, filled: 0n });
    expect(readSlot(batch.after, bob.account, 5)).toEqual({ asset: TICKET, nonce: 3, balance: 0n, filled: 0n });
    expect(readSlot(batch.after, carol.account, 0).balance).toBe(1_000_000n);
    expect(batch.effects).toEqual([
      {
        kind: 'redeem',
        ticket: TICKET,
        inAsset: USDC,
        outAsset: SHARES,
        ...outcome,
        redeemed: 3_000n,
        outCredited: 2_798n,
        inCredited: 0n,
      },
    ]);
  });

  it('refunds an aborted ride 1:1 into the ticket slot', () => {
    const batch = arrive({ outTotal: 0n, inReturned: 3_000n, tickets: 3_000n }, [redeem(alice.account, null, 5)]);
    expect(readSlot(batch.after, alice.account, 5)).toEqual({ asset: USDC, nonce: 4, balance: 1_000n, filled: 0n });
  });

  it('withdraws the part that has no slot to l1Owner', () => {
    const batch = arrive({ outTotal: 1_500n, inReturned: 900n, tickets: 3_000n }, [redeem(bob.account, 5, null)]);
    expect(readSlot(batch.after, bob.account, 5)).toMatchObject({ asset: SHARES, balance: 999n });
    expect(batch.effects).toEqual([
      { kind: 'withdrawal', account: bob.account, asset: USDC, amount: 599n, l1Owner: bob.l1Owner },
      expect.objectContaining({ kind: 'redeem', redeemed: 1_999n, outCredited: 999n, inCredited: 599n }),
    ]);
  });

  it('happens once', () => {
    const outcome = { outTotal: 2_800n, inReturned: 0n, tickets: 3_000n };
    const batch = arrive(outcome, [redeem(bob.account, 1, null), redeem(bob.account, 1, null)]);
    expect(batch.refused).toMatchObject([{ index: 1, refusal: { code: 'NOTHING_TO_REDEEM' } }]);
  });
});
