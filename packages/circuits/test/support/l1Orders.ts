/** A clearing with L1 orders on both sides, and transfers that hang on facts. */
import { writeSlot } from '@weir/protocol/state/state';
import type { Clearing, PriceRow } from '@weir/protocol/types';
import type { BatchWitness } from '../../src/trace/witness.ts';
import { witnessOf, world } from './world.ts';

const { alice, bob, carol, operator, context, fill, order, l1Order, conditionalTransfer, transfer, FACT, SHARES, USDC } = world;
const OTHER_FACT = `0x${'0123456789abcdef'.repeat(3)}fedcba98` as const;
const FAR_ASSET = 2 ** 30 - 1;

const row = (asset: number, price: bigint): PriceRow => ({ asset, price, feeAccount: operator.account, feeSlot: 12 + (asset % 4) });

/**
 * L1 orders that sell and that buy, with and without dust, of ids and assets at both ends; a fact that two transfers hang on; a conditional transfer with a fee, one to
 * oneself, and an ordinary one between them.
 */
export function l1OrderBatch(): BatchWitness {
  const balance = 1_000_000n;
  let state = world.settledWorld();
  state = writeSlot(state, carol.account, 5, { asset: FAR_ASSET, nonce: 1, balance, filled: 0n });
  state = writeSlot(state, operator.account, 15, { asset: FAR_ASSET, nonce: 1, balance: 5n, filled: 0n });
  const orders = [
    l1Order({ id: 1 }),
    l1Order({ id: 70_000, sellAsset: USDC, buyAsset: SHARES, minBuyAmount: 0n }),
    l1Order({ id: 2 ** 28 - 1, sellAsset: USDC, buyAsset: FAR_ASSET, minBuyAmount: 0n }),
  ];
  const tx: Clearing = {
    kind: 'clearing',
    prices: [row(USDC, 20n), row(SHARES, 21n), row(FAR_ASSET, 2n ** 14n)],
    rides: [],
    fills: [
      fill(
        order(alice, { sellSlot: 0, sellAsset: USDC, sellNonce: 3, sellAmount: 100_000n, buySlot: 1, buyAsset: SHARES, maxFee: 1_000n }),
        { sold: 42_000n, bought: 40_000n, fee: 420n },
      ),
      fill(order(carol, { sellSlot: 0, sellAsset: SHARES, sellNonce: 1, sellAmount: 40_000n, buySlot: 1, buyAsset: USDC }), {
        sold: 20_953n,
        bought: 22_000n,
      }),
      fill(order(carol, { sellSlot: 5, sellAsset: FAR_ASSET, sellNonce: 1, sellAmount: balance, buySlot: 1, buyAsset: USDC }), {
        sold: 1n,
        bought: 819n,
      }),
    ],
    l1Fills: [
      { order: 1, sold: 20_000n, bought: 21_000n },
      { order: 70_000, sold: 1_001n, bought: 953n },
      { order: 2 ** 28 - 1, sold: 820n, bought: 1n },
    ],
  };
  const spend = { slot: 0, asset: USDC, nonce: 1, amount: 1_000n };
  const within = context([], { l1Orders: new Map(orders.map((one) => [one.id, one])), facts: new Set([FACT, OTHER_FACT]) });
  return witnessOf(
    state,
    [
      conditionalTransfer(alice, bob, 12, { ...spend, fee: 3n }, FACT, operator, 12),
      transfer(alice, bob, 12, { ...spend, nonce: 2 }),
      conditionalTransfer(bob, alice, 0, spend, FACT),
      tx,
      conditionalTransfer(bob, bob, 3, { ...spend, nonce: 2 }, OTHER_FACT),
      conditionalTransfer(carol, bob, 13, { slot: 0, asset: SHARES, nonce: 2, amount: 5n }, OTHER_FACT, operator, 13),
      transfer(carol, alice, 12, { slot: 5, asset: FAR_ASSET, nonce: 2, amount: 5n }),
    ],
    within,
  );
}
