import { describe, expect, it } from 'vitest';
import { readSlot } from '../src/state/state.ts';
import { applyBatch } from '../src/transactions/applyBatch.ts';
import type { Clearing } from '../src/types.ts';
import { alice, bob, carol, context, fill, LATER, operator, order, ride, SHARES, settledWorld, TICKET, USDC } from './world.ts';

describe('a round', () => {
  it('nets joiners against a leaver and boards the difference in the same clearing', () => {
    const world = settledWorld();
    const join = (who: typeof alice, sellAmount: bigint) =>
      order(who, {
        sellSlot: 0,
        sellAsset: USDC,
        sellNonce: 1,
        sellAmount,
        buySlot: 1,
        buyAsset: SHARES,
        minBuyAmount: (sellAmount * 9n) / 10n,
        maxFee: 100n,
        ticketSlot: 2,
        ticketsUntil: LATER + 10_000,
      });
    const leave = order(carol, {
      sellSlot: 0,
      sellAsset: SHARES,
      sellNonce: 1,
      sellAmount: 500_000n,
      buySlot: 1,
      buyAsset: USDC,
      minBuyAmount: 500_000n,
      maxFee: 50n,
    });
    // 21 USDC for 20 shares: Carol's 500,000 shares are worth 525,000 USDC, all of it Alice's.
    const clearing: Clearing = {
      kind: 'clearing',
      prices: [
        { asset: USDC, price: 20n, feeAccount: operator.account, feeSlot: 12 },
        { asset: SHARES, price: 21n, feeAccount: operator.account, feeSlot: 13 },
        { asset: TICKET, price: 20n, feeAccount: operator.account, feeSlot: 14 },
      ],
      rides: [{ ticket: TICKET, board: true, close: true }],
      fills: [
        fill(join(alice, 800_000n), { sold: 525_000n, bought: 500_000n, fee: 60n, ticket: TICKET, boarded: 275_000n }),
        fill(join(bob, 400_000n), { ticket: TICKET, boarded: 400_000n }),
        fill(leave, { sold: 500_000n, bought: 525_000n, fee: 50n }),
      ],
    };
    const batch = applyBatch(world, [clearing], context([ride(TICKET, USDC, SHARES)]));
    expect(batch.refused).toEqual([]);
    expect(readSlot(batch.after, alice.account, 0)).toEqual({ asset: USDC, nonce: 1, balance: 199_940n, filled: 800_000n });
    expect(readSlot(batch.after, alice.account, 1).balance).toBe(500_000n);
    expect(readSlot(batch.after, alice.account, 2)).toMatchObject({ asset: TICKET, balance: 275_000n });
    expect(readSlot(batch.after, bob.account, 2)).toMatchObject({ asset: TICKET, balance: 400_000n });
    expect(readSlot(batch.after, carol.account, 1)).toMatchObject({ asset: USDC, balance: 525_000n });
    expect(readSlot(batch.after, operator.account, 12)).toMatchObject({ asset: USDC, balance: 60n });
    expect(batch.effects).toEqual([expect.objectContaining({ kind: 'ride', net: 675_000n, close: true })]);
    expect(batch.statement.header).toMatchObject({ hasClearing: true, effectWords: 3, headerDiffs: 0 });
  });
});
