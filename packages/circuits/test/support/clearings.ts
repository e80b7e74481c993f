/** Clearings as witnesses: the cases that the chips of a clearing distinguish, and random ones of every size of number. */
import {
  cancelElements,
  conditionalTransferElements,
  moveAccountElements,
  orderElements,
  transferElements,
  withdrawElements,
} from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { type State, writeSlot } from '@weir/protocol/state/state';
import type { BatchContext, Clearing, Fill, OrderLeg, PriceRow, Reference, Ride, Slot, Transaction } from '@weir/protocol/types';
import { personOf } from '../../../protocol/test/randomWorld.ts';
import { clearingCase, FEED, reference } from '../../../protocol/test/refusalCases.ts';
import type { BatchWitness } from '../../src/trace/witness.ts';
import { witnessOf, world } from './world.ts';

const { alice, bob, carol, operator, context, fill, legOf, order, ride, LATER, SHARES, TICKET, USDC, WETH } = world;
const SECOND_TICKET = 2 ** 29 + 7;
const FAR_ASSET = 2 ** 30 - 1;

const row = (asset: number, price: bigint): PriceRow => ({ asset, price, feeAccount: operator.account, feeSlot: 12 + (asset % 4) });
const slotOf = (asset: number, balance: bigint, nonce = 1, filled = 0n): Slot => ({ asset, nonce, balance, filled });

/** One fill with both parts, one with a pot part; a ride that boards; every pot pays. */
export function plainClearing(): BatchWitness {
  const { state, tx, context: within } = clearingCase();
  return witnessOf(state, [tx], within);
}

export const emptyClearing = (): BatchWitness => witnessOf(world.settledWorld(), [{ kind: 'clearing', prices: [], rides: [], fills: [] }]);

/**
 * Boarding without a pot part, at a later nonce; both parts, with dust; the rest of an order that is partly filled; tickets sold back
 * (negative net); a ride that is only closed; a slot that is sold out and bought into; a price nobody uses; a transfer before and a
 * cancel after.
 */
export function variedClearing(): BatchWitness {
  let state = world.settledWorld();
  state = writeSlot(state, alice.account, 0, slotOf(USDC, 1_000_000n, 7, 123n));
  state = writeSlot(state, alice.account, 6, slotOf(USDC, 1_000n, 1, 0n));
  state = writeSlot(state, bob.account, 0, slotOf(USDC, 50_000n, 3, 20_000n));
  state = writeSlot(state, carol.account, 0, slotOf(SHARES, 40_020n, 1, 0n));
  state = writeSlot(state, carol.account, 3, slotOf(SECOND_TICKET, 9_000n));
  state = writeSlot(state, operator.account, 12, slotOf(FAR_ASSET, 5n));
  const rides: Ride[] = [
    ride(TICKET, USDC, SHARES),
    ride(SECOND_TICKET, USDC, WETH, { boarded: 9_000n }),
    ride(FAR_ASSET, USDC, WETH, { closed: true }, { boardBy: 5 }),
  ];
  const joinLeg = { sellSlot: 0, sellAsset: USDC, buySlot: 1, buyAsset: SHARES, ticketSlot: 2, ticketsUntil: LATER + 10_000 };
  const tx: Clearing = {
    kind: 'clearing',
    prices: [row(USDC, 20n), row(SHARES, 21n), row(TICKET, 20n), row(SECOND_TICKET, 20n), row(FAR_ASSET, 1n)],
    rides: [
      { ticket: TICKET, board: true, close: true },
      { ticket: SECOND_TICKET, board: true, close: false },
      { ticket: FAR_ASSET, board: false, close: true },
    ],
    fills: [
      fill(order(alice, { ...joinLeg, sellNonce: 9, sellAmount: 90_000n, minFill: 5_000n }), { ticket: TICKET, boarded: 5_001n }),
      // Both parts, and dust: 22·20 = 20·21 + 20.
      fill(order(alice, { ...joinLeg, sellSlot: 6, sellNonce: 1, sellAmount: 100n, minBuyAmount: 90n, maxFee: 10n, minFill: 32n }), {
        sold: 22n,
        bought: 20n,
        fee: 2n,
        ticket: TICKET,
        boarded: 10n,
      }),
      fill(order(bob, { ...joinLeg, sellNonce: 3, sellAmount: 62_000n, minFill: 60_000n, maxFee: 62_000n }), {
        sold: 42_000n,
        bought: 40_000n,
        fee: 41n,
      }),
      // Everything sold: the slot takes what is bought.
      fill(order(carol, { sellSlot: 0, sellAsset: SHARES, sellNonce: 1, sellAmount: 40_020n, buySlot: 0, buyAsset: USDC }), {
        sold: 40_020n,
        bought: 42_021n,
      }),
      fill(
        order(carol, { sellSlot: 3, sellAsset: SECOND_TICKET, sellNonce: 2, sellAmount: 9_000n, buySlot: 4, buyAsset: USDC, maxFee: 90n }),
        {
          sold: 4_500n,
          bought: 4_500n,
          fee: 45n,
        },
      ),
    ],
  };
  return witnessOf(
    state,
    [world.transfer(alice, operator, 13, { slot: 0, asset: USDC, nonce: 8, amount: 5n }), tx, world.cancel(bob, 0, 4)],
    context(rides),
  );
}

const LAST_FEED = 2 ** 16 - 1;
/** A share is worth 1.049 USDC; and 3 WETH, by the last of all feeds, the other way round. */
export const REFERENCES: readonly Reference[] = [
  reference(),
  { feed: LAST_FEED, inAsset: WETH, outAsset: SHARES, num: 3n, den: 1n, entry: 2 ** 28 - 1 },
];

/**
 * Bob's order of three legs goes all the way in one clearing: USDC → shares → WETH → a far asset, each leg from the slot that the one before
 * filled. Others fill the first or the second leg of two. Bands: of both parts, of a ticket part alone, along a feed and against it, at
 * their edges and with room.
 */
export function leggedCase(): { readonly state: State; readonly tx: Clearing; readonly within: BatchContext } {
  let state = world.settledWorld();
  state = writeSlot(state, alice.account, 6, slotOf(USDC, 1_000n));
  state = writeSlot(state, carol.account, 5, slotOf(FAR_ASSET, 900_000n));
  const band = { reference: FEED, bps: 10 };
  const legs = (who: world.Person, leg: number, ...all: readonly OrderLeg[]) => ({ ...order(who, all[leg], { legs: all }), leg });
  const joinLeg = legOf({
    sellSlot: 0,
    sellAsset: USDC,
    sellNonce: 1,
    sellAmount: 90_000n,
    buySlot: 1,
    buyAsset: SHARES,
    minBuyAmount: 80_000n,
    ticketSlot: 2,
    ticketsUntil: LATER + 10_000,
    band: { reference: FEED, bps: 35 },
  });
  const [toShares, toWeth, toFar] = [
    legOf({ sellSlot: 0, sellAsset: USDC, sellNonce: 1, sellAmount: 42_000n, minFill: 42_000n, buySlot: 1, buyAsset: SHARES, band }),
    legOf({
      sellSlot: 1,
      sellAsset: SHARES,
      sellNonce: 1,
      sellAmount: 2n ** 64n - 1n,
      buySlot: 2,
      buyAsset: WETH,
      band: { reference: LAST_FEED, bps: 0 },
    }),
    legOf({ sellSlot: 2, sellAsset: WETH, sellNonce: 1, sellAmount: 120_000n, buySlot: 3, buyAsset: FAR_ASSET }),
  ];
  const back = legOf({ sellSlot: 5, sellAsset: FAR_ASSET, sellNonce: 1, sellAmount: 840_000n, buySlot: 6, buyAsset: USDC, maxFee: 5n });
  const tx: Clearing = {
    kind: 'clearing',
    prices: [row(USDC, 20n), row(SHARES, 21n), row(WETH, 7n), row(TICKET, 20n), row(FAR_ASSET, 1n)],
    rides: [{ ticket: TICKET, board: true, close: false }],
    fills: [
      fill(legs(alice, 1, { ...back, sellSlot: 9 }, joinLeg), { sold: 42n, bought: 40n, ticket: TICKET, boarded: 5_001n }),
      fill(order(alice, { ...joinLeg, sellSlot: 6, sellAmount: 500n, minBuyAmount: 450n }), { ticket: TICKET, boarded: 500n }),
      fill(legs(bob, 0, toShares, toWeth, toFar), { sold: 42_000n, bought: 40_000n }),
      fill(legs(bob, 1, toShares, toWeth, toFar), { sold: 40_000n, bought: 120_000n }),
      fill(legs(bob, 2, toShares, toWeth, toFar), { sold: 120_000n, bought: 840_000n }),
      fill(order(carol, { ...joinLeg, sellAsset: SHARES, buyAsset: USDC, minBuyAmount: 0n, band: { reference: FEED, bps: 0 } }), {
        sold: 40n,
        bought: 42n,
      }),
      fill(legs(carol, 0, back, toFar), { sold: 840_000n, bought: 42_000n, fee: 5n }),
    ],
  };
  const within = context([ride(TICKET, USDC, SHARES)], { references: new Map(REFERENCES.map((one) => [one.feed, one])) });
  return { state, tx, within };
}

export function leggedClearing(): BatchWitness {
  const { state, tx, within } = leggedCase();
  return witnessOf(state, [tx], within);
}

export const CLEARINGS: readonly (() => BatchWitness)[] = [plainClearing, variedClearing, leggedClearing, emptyClearing];

// ---- random ones

export type Random = (below: number) => number;

/** A number of up to 64 bits, its length uniform. */
function amount(random: Random, bits = 64): bigint {
  const words = (BigInt(random(2 ** 32)) << 32n) | BigInt(random(2 ** 32));
  return (words >> BigInt(64 - bits + random(bits))) | 1n;
}

const min = (...values: bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));
const U64_MAX = 2n ** 64n - 1n;

/**
 * Alice and Bob sell one asset for another that Carol sells in turn, at prices and amounts of any size; undefined if somebody would get
 * nothing.
 */
export function randomClearing(random: Random): BatchWitness | undefined {
  const [a, b] = [1 + random(2 ** 20), 2 ** 20 + 1 + random(2 ** 29)];
  const [priceA, priceB] = [amount(random), amount(random)];
  let state: State = world.settledWorld();
  const fills: Fill[] = [];
  let wanted = 0n;
  const sale = (who: world.Person, [sell, buy]: readonly number[], sold: bigint, bought: bigint): void => {
    const sellAmount = sold + min(amount(random), U64_MAX - sold) * BigInt(random(2));
    const maxFee = amount(random);
    const balance = min(U64_MAX, sold + amount(random));
    const fee = min((maxFee * sold) / sellAmount, balance - sold);
    const minBuyAmount = min(U64_MAX, (bought * sellAmount) / sold);
    state = writeSlot(state, who.account, 5, slotOf(sell, balance, 2 ** 29 + random(1000)));
    const sellNonce = 2 ** 29 + 1000 + random(2 ** 15);
    fills.push(
      fill(
        order(who, {
          sellSlot: 5,
          sellAsset: sell,
          sellNonce,
          sellAmount,
          buySlot: random(5),
          buyAsset: buy,
          minBuyAmount,
          maxFee,
          minFill: sold,
        }),
        { sold, bought, fee },
      ),
    );
  };
  for (const who of [alice, bob]) {
    state = writeSlot(state, who.account, 0, slotOf(0, 0n));
    const sold = amount(random, 62);
    const bought = (sold * priceA) / priceB;
    if (bought === 0n || bought > 2n ** 62n) continue;
    wanted += bought;
    sale(who, [a, b], sold, bought);
  }
  const back = (wanted * priceB) / priceA;
  if (back === 0n) return undefined;
  state = writeSlot(state, carol.account, 0, slotOf(0, 0n));
  sale(carol, [b, a], wanted, back);
  return witnessOf(state, [{ kind: 'clearing', prices: [row(a, priceA), row(b, priceB)], rides: [], fills }]);
}

/** Transactions of `randomWorld` come with no signature: signed here, by whom they name. */
export function sign(tx: Transaction): Transaction {
  const secretOf = (account: number): bigint => personOf(account).secret;
  const { instance } = world;
  switch (tx.kind) {
    case 'clearing': {
      const signed = tx.fills.map((one) => ({
        ...one,
        signature: signElements(secretOf(one.order.account), orderElements(instance, one.order)),
      }));
      return { ...tx, fills: signed };
    }
    case 'transfer':
      return { ...tx, signature: signElements(secretOf(tx.account), transferElements(instance, tx)) };
    case 'conditionalTransfer':
      return { ...tx, signature: signElements(secretOf(tx.account), conditionalTransferElements(instance, tx)) };
    case 'withdraw':
      return { ...tx, signature: signElements(secretOf(tx.account), withdrawElements(instance, tx)) };
    case 'cancel':
      return { ...tx, signature: signElements(secretOf(tx.account), cancelElements(instance, tx)) };
    case 'moveAccount':
      return { ...tx, signature: signElements(secretOf(tx.account), moveAccountElements(instance, tx)) };
    default:
      return tx;
  }
}
