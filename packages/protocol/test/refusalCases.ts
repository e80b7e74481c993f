/**
 * For every refusal code a transaction that breaks exactly that rule. The circuits' false-trace tests start from the same cases:
 * run the executor without the one check, and a constraint or bus must fail.
 */

import type { State } from '../src/state/state.ts';
import { writeHeader, writeSlot } from '../src/state/state.ts';
import type {
  BatchContext,
  Clearing,
  Fill,
  L1Fill,
  L1Order,
  OrderLeg,
  PriceRow,
  Reference,
  RefusalCode,
  Ride,
  Transaction,
} from '../src/types.ts';
import {
  alice,
  at,
  bob,
  cancel,
  carol,
  conditionalTransfer,
  context,
  deposit,
  digestOf,
  FACT,
  fill,
  forcedExit,
  LATER,
  l1Order,
  legOf,
  moveAccount,
  openAccount,
  operator,
  order,
  person,
  ride,
  rotateKey,
  run,
  SHARES,
  settledWorld,
  TICKET,
  TIMESTAMP,
  transfer,
  USDC,
  validium,
  WETH,
  withdraw,
} from './world.ts';

export interface RefusalCase {
  readonly title: string;
  readonly state: State;
  readonly tx: Transaction;
  readonly context: BatchContext;
}

const U64_MAX = (1n << 64n) - 1n;
const world = settledWorld();
const stranger = person(9);

/** Signed for one tree, put where the operator likes. */
function openIn(account: number, signedTree: number): Transaction {
  return { ...openAccount(at(stranger, signedTree * 2 ** 26 + 9)), account };
}

const carolMoved = at(carol, validium(3));
const carolInValidium = run(world, [moveAccount(carol, carolMoved.account)]).state;
/** Alice has moved to the validium tree. */
const moved = run(world, [moveAccount(alice, validium(4))]).state;

const on = (tx: Transaction, title = '', state = world, within = context()): RefusalCase => ({ title, state, tx, context: within });
const withSlot = (account: number, slot: number, value: Parameters<typeof writeSlot>[3]): State => writeSlot(world, account, slot, value);

// ---- a clearing that is accepted as it stands; each case changes one thing

export const joinLeg = {
  sellSlot: 0,
  sellAsset: USDC,
  sellNonce: 1,
  sellAmount: 100_000n,
  buySlot: 1,
  buyAsset: SHARES,
  minBuyAmount: 90_000n,
  maxFee: 1_000n,
  minFill: 10_000n,
  ticketSlot: 2,
  ticketsUntil: LATER + 10_000,
};
export const leaveLeg = { ...joinLeg, sellAsset: SHARES, buyAsset: USDC, ticketsUntil: 0 };

const row = (asset: number, price: bigint): PriceRow => ({ asset, price, feeAccount: operator.account, feeSlot: 12 + (asset % 4) });
export const prices = (shares = 21n): PriceRow[] => [row(USDC, 20n), row(SHARES, shares), row(TICKET, 20n)];
const board = [{ ticket: TICKET, board: true, close: false }];
const rideOf = (overrides: Partial<Ride> = {}, terms: Partial<Ride['terms']> = {}) => ride(TICKET, USDC, SHARES, overrides, terms);

interface Changes {
  readonly leg?: Partial<OrderLeg>;
  readonly join?: Partial<Fill>;
  readonly until?: number;
  readonly clearing?: Partial<Clearing>;
  readonly ride?: Ride;
  readonly context?: Partial<BatchContext>;
  readonly state?: State;
}

/** Alice sells 42,000 USDC for 40,000 shares of Carol's and boards 20,000 more. */
export function clearingCase(changes: Changes = {}, title = ''): RefusalCase {
  const join = order(alice, { ...joinLeg, ...changes.leg }, changes.until === undefined ? {} : { until: changes.until });
  const leave = order(carol, leaveLeg);
  const tx: Clearing = {
    kind: 'clearing',
    prices: prices(),
    rides: board,
    fills: [
      fill(join, { sold: 42_000n, bought: 40_000n, fee: 420n, ticket: TICKET, boarded: 20_000n, ...changes.join }),
      fill(leave, { sold: 40_000n, bought: 42_000n, fee: 100n }),
    ],
    ...changes.clearing,
  };
  return on(tx, title, changes.state ?? world, context([changes.ride ?? rideOf()], changes.context));
}

interface L1Changes {
  readonly order?: Partial<L1Order>;
  readonly fill?: Partial<L1Fill>;
  readonly clearing?: Partial<Clearing>;
  readonly context?: Partial<BatchContext>;
}

/** Alice buys the same 40,000 shares, 15,000 of them from Carol and 25,000 from an order on L1. */
export function l1OrderCase(changes: L1Changes = {}, title = ''): RefusalCase {
  const within = { l1Orders: new Map([[5, l1Order(changes.order)]]), ...changes.context };
  const l1Fills = [{ order: 5, sold: 25_000n, bought: 26_250n, ...changes.fill }];
  const fills = [
    fill(order(alice, joinLeg), { sold: 42_000n, bought: 40_000n, fee: 420n }),
    fill(order(carol, { ...leaveLeg, minFill: 0n }), { sold: 15_000n, bought: 15_750n }),
  ];
  return clearingCase(
    { clearing: { rides: [], prices: prices().slice(0, 2), fills, l1Fills, ...changes.clearing }, context: within },
    title,
  );
}

const sendOnFact = (overrides: object = {}, spend: object = {}): Transaction =>
  ({ ...conditionalTransfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n, ...spend }), ...overrides }) as Transaction;
const onFact = (tx: Transaction, title = '', state = world): RefusalCase => on(tx, title, state, context([], { facts: new Set([FACT]) }));

/** The join as the middle one of three legs. */
const otherLeg = legOf({ ...leaveLeg, sellSlot: 5, buySlot: 6 });
export const threeLegs = order(alice, joinLeg, { legs: [otherLeg, legOf(joinLeg), { ...otherLeg, sellSlot: 7 }] });
const ofLeg = (leg: number): Fill => ({
  ...fill(threeLegs, { sold: 42_000n, bought: 40_000n, fee: 420n, ticket: TICKET, boarded: 20_000n }),
  leg,
});
const left = fill(order(carol, leaveLeg), { sold: 40_000n, bought: 42_000n, fee: 100n });

/** One share is worth 1.049 USDC: at the clearing's 1.05 the join is 10 bps worse. */
export const FEED = 40_001;
export const reference = (overrides: Partial<Reference> = {}): Reference => ({
  feed: FEED,
  inAsset: USDC,
  outAsset: SHARES,
  num: 1_049n,
  den: 1_000n,
  entry: 7,
  ...overrides,
});
const feeds = (...references: readonly Reference[]) => ({ references: new Map(references.map((entry) => [entry.feed, entry])) });
const boardsIn = (bps: number): Fill =>
  fill(order(alice, { ...joinLeg, band: { reference: FEED, bps } }), { ticket: TICKET, boarded: 20_000n });
/** A ride within 10 bps of it at worst. */
const generous = rideOf({}, { worstOut: 953n });
const banded = (bps: number, changes: Changes = {}, feed = FEED): Changes => ({
  context: feeds(reference()),
  ...changes,
  leg: { band: { reference: feed, bps }, ...changes.leg },
});

const redeemTx = (overrides: object = {}): Transaction => ({
  kind: 'redeem',
  account: alice.account,
  ticketSlot: 2,
  outSlot: 2,
  inSlot: null,
  ...overrides,
});
const ticketsOf = (account: number): State => withSlot(account, 2, { asset: TICKET, nonce: 1, balance: 1_000n, filled: 0n });
const withTickets = ticketsOf(alice.account);
const arrived = rideOf({ closed: true, boarded: 1_000n, outcome: { outTotal: 970n, inReturned: 0n, tickets: 1_000n } });
const mixed = rideOf({ closed: true, boarded: 1_000n, outcome: { outTotal: 500n, inReturned: 400n, tickets: 1_000n } });
const redeemCase = (tx: Transaction, within: Ride = arrived, state = withTickets, title = '') => on(tx, title, state, context([within]));

const send = (overrides: object = {}, spend: object = {}): Transaction =>
  ({ ...transfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n, ...spend }), ...overrides }) as Transaction;

export const REFUSAL_CASES: Readonly<Record<RefusalCode, readonly RefusalCase[]>> = {
  OUT_OF_RANGE: [
    on(deposit(alice, 0, USDC, U64_MAX + 1n), 'an amount of 2^64'),
    on(deposit(alice, 16, USDC, 1n), 'slot 16'),
    on(send({ toHeaderDigest: digestOf(bob).map((e, i) => (i === 0 ? e + 0x7f000001 : e)) }), 'a non-canonical element'),
  ],
  ACCOUNT_EXISTS: [
    on(openAccount({ ...stranger, account: alice.account }), 'a second opening'),
    on(openAccount({ ...stranger, account: alice.account }), 'an opening over a tombstone', moved),
    on(moveAccount(alice, carolMoved.account), 'a move onto an account', carolInValidium),
  ],
  ACCOUNT_NOT_OPEN: [
    on(
      {
        ...deposit(stranger, 0, USDC, 1n),
        headerDigest: digestOf({ ...stranger, ownerKey: [0, 0, 0, 0, 0, 0, 0], keyVersion: 0, l1Owner: `0x${'0'.repeat(40)}` }),
      },
      'a deposit that names the empty header',
    ),
    on(cancel(stranger, 0, 1), 'a signer without an account'),
    on(cancel(alice, 0, 9), 'a signer whose account has moved', moved),
    on(moveAccount(alice, validium(6)), 'a second move', moved),
    on(rotateKey(stranger, bob, 'applied', { requester: `0x${'0'.repeat(40)}` }), 'a rotation of an unopened account by nobody'),
    redeemCase(redeemTx({ account: stranger.account }), arrived, ticketsOf(stranger.account), 'tickets under an unopened header'),
  ],
  KEY_VERSION_ZERO: [on(openAccount({ ...stranger, keyVersion: 0 }), 'version 0')],
  KEY_VERSION_TOO_LARGE: [
    on(openAccount({ ...stranger, keyVersion: 2 ** 29 }), 'an opening in the upper half'),
    on(
      rotateKey(alice, bob),
      'a rotation of the last version',
      writeHeader(world, alice.account, { ownerKey: alice.ownerKey, keyVersion: 2 ** 30 - 1, l1Owner: alice.l1Owner }),
    ),
  ],
  KEY_VERSION_MISMATCH: [
    on(moveAccount({ ...alice, keyVersion: 2 }, validium(5)), 'a move of another version'),
    on(cancel(alice, 0, 1), 'a key that was replaced', run(world, [rotateKey(alice, bob)]).state),
    on(cancel({ ...alice, keyVersion: 2 }, 0, 1), 'another version'),
    clearingCase(
      { clearing: { fills: [fill(order({ ...alice, keyVersion: 2 }, joinLeg), { ticket: TICKET, boarded: 20_000n })] } },
      'an order of another version',
    ),
  ],
  SIGNATURE_INVALID: [
    on(send({ amount: 11n }), 'a transfer of another amount'),
    onFact(sendOnFact({ amount: 11n }), 'a conditional transfer of another amount'),
    on(
      sendOnFact({ fact: `0x${'11'.repeat(28)}` }),
      'a conditional transfer on another fact',
      world,
      context([], { facts: new Set([`0x${'11'.repeat(28)}` as const]) }),
    ),
    onFact(
      { ...sendOnFact(), signature: transfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n }).signature } as Transaction,
      'a transfer’s signature',
    ),
    on({ ...openAccount(stranger), signature: openAccount(person(10)).signature }, 'an opening signed by another key'),
    on({ ...cancel(alice, 0, 2), nonce: 3 } as Transaction, 'a cancel of another nonce'),
    on({ ...moveAccount(alice, validium(5)), until: LATER + 1 } as Transaction, 'a move of another time'),
    on(openIn(validium(9), 0), 'an opening in the tree that was not signed'),
    on({ ...withdraw(alice, { slot: 0, asset: USDC, nonce: 1, amount: 10n }), fee: 1n }, 'a withdrawal of another fee'),
    clearingCase(
      {
        clearing: {
          fills: [fill({ ...order(alice, joinLeg), signature: order(alice, leaveLeg).signature }, { ticket: TICKET, boarded: 20_000n })],
        },
      },
      'another order',
    ),
  ],
  HEADER_MISMATCH: [
    on({ ...deposit(alice, 0, USDC, 1n), headerDigest: digestOf(bob) }, 'a deposit for another key'),
    on(
      transfer(alice, { ...bob, ownerKey: carol.ownerKey }, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n }),
      'a transfer to another key',
    ),
  ],
  EXPIRED: [
    onFact(sendOnFact({}, { until: TIMESTAMP - 1 }), 'a conditional transfer'),
    on(send({}, { until: TIMESTAMP - 1 }), 'a transfer'),
    clearingCase({ until: TIMESTAMP - 1 }, 'an order'),
    on(withdraw(alice, { slot: 0, asset: USDC, nonce: 1, amount: 10n, until: 0 }), 'a withdrawal'),
    on(moveAccount(alice, validium(5), TIMESTAMP - 1), 'a move'),
  ],
  AMOUNT_ZERO: [
    on(deposit(alice, 0, USDC, 0n), 'a deposit'),
    on(send({}, { amount: 0n }), 'a transfer'),
    onFact(sendOnFact({}, { amount: 0n }), 'a conditional transfer'),
    on(withdraw(alice, { slot: 0, asset: USDC, nonce: 1, amount: 0n }), 'a withdrawal'),
  ],
  ASSET_ZERO: [on(deposit(alice, 0, 0, 1n), 'a deposit of asset 0')],
  INSUFFICIENT_BALANCE: [
    on(send({}, { amount: 1_000_001n }), 'a transfer'),
    onFact(sendOnFact({}, { amount: 1_000_001n }), 'a conditional transfer'),
    on(send({}, { amount: 1_000_000n, fee: 1n }), 'its fee'),
    clearingCase(
      { state: withSlot(alice.account, 0, { asset: USDC, nonce: 1, balance: 62_419n, filled: 0n }) },
      'a fill, its fee included',
    ),
  ],
  BALANCE_OVERFLOW: [
    on(deposit(alice, 0, USDC, 1n), 'a deposit', withSlot(alice.account, 0, { asset: USDC, nonce: 1, balance: U64_MAX, filled: 0n })),
  ],
  SLOT_ASSET_MISMATCH: [
    on(send({}, { asset: WETH }), 'a transfer'),
    clearingCase({ state: withSlot(alice.account, 0, { asset: WETH, nonce: 1, balance: 1_000_000n, filled: 0n }) }, 'a fill'),
  ],
  SLOT_NOT_FREE: [
    on(deposit(alice, 0, WETH, 1n), 'a deposit into a slot that holds another asset'),
    redeemCase(redeemTx({ outSlot: 0 }), arrived, withTickets, 'a redemption into a slot that holds another asset'),
    clearingCase({ leg: { buySlot: 0 } }, 'bought into the sell slot'),
    clearingCase({ leg: { ticketSlot: 1 } }, 'tickets into the buy slot'),
  ],
  SLOT_RESERVED: [
    on(deposit(alice, 11, WETH, 1n, { depositor: bob.l1Owner }), 'a stranger opens slot 11'),
    on(transfer(alice, bob, 3, { slot: 0, asset: USDC, nonce: 1, amount: 10n }), 'a transfer opens slot 3'),
    clearingCase({ clearing: { prices: prices().map((price) => ({ ...price, feeSlot: 11 })) } }, 'fees open slot 11'),
  ],
  NONCE_TOO_LOW: [
    on(send({}, { nonce: 0 }), 'a transfer'),
    on(cancel(alice, 0, 0), 'a cancel'),
    clearingCase({ leg: { sellNonce: 0 } }, 'a fill'),
  ],
  NONCE_PARTLY_FILLED: [on(send(), 'a transfer', withSlot(alice.account, 0, { asset: USDC, nonce: 1, balance: 1_000_000n, filled: 1n }))],
  NONCE_TOO_FAR: [on(cancel(alice, 0, 1 + 2 ** 16 + 1), 'a cancel'), clearingCase({ leg: { sellNonce: 1 + 2 ** 16 + 1 } }, 'a fill')],
  NONCE_EXHAUSTED: [
    on(cancel(alice, 0, 2 ** 30 - 1), 'a cancel', withSlot(alice.account, 0, { asset: USDC, nonce: 2 ** 30 - 2, balance: 1n, filled: 0n })),
    on(
      deposit(alice, 0, WETH, 1n),
      'a slot that changes asset',
      withSlot(alice.account, 0, { asset: USDC, nonce: 2 ** 30 - 1, balance: 0n, filled: 0n }),
    ),
  ],
  CLEARING_ALREADY_DONE: [clearingCase({ context: { cleared: true } }, 'a second clearing')],
  PRICES_NOT_ASCENDING: [clearingCase({ clearing: { prices: [...prices(), row(TICKET, 20n)] } }, 'two prices of one asset')],
  RIDES_NOT_ASCENDING: [clearingCase({ clearing: { rides: [...board, ...board] } }, 'one ride twice')],
  FILLS_NOT_ASCENDING: [
    clearingCase(
      {
        clearing: {
          fills: [
            fill(order(alice, joinLeg), { ticket: TICKET, boarded: 20_000n }),
            fill(order(alice, joinLeg), { ticket: TICKET, boarded: 20_000n }),
          ],
        },
      },
      'a slot sells twice',
    ),
  ],
  PRICE_ZERO: [clearingCase({ clearing: { prices: [...prices(), row(TICKET + 1, 0n)] } }, 'a price of 0')],
  PRICE_MISSING: [
    l1OrderCase({ order: { buyAsset: WETH } }, 'no price of what an L1 order buys'),
    clearingCase({ clearing: { prices: prices().filter(({ asset }) => asset !== SHARES) } }, 'no price of the bought asset'),
    clearingCase({ clearing: { prices: prices().filter(({ asset }) => asset !== TICKET) } }, 'no price of the ticket'),
  ],
  LEG_MISSING: [
    clearingCase({ join: { leg: 1 } }, 'the second leg of one'),
    clearingCase({ clearing: { fills: [fill(order(alice, joinLeg, { legs: [] }), { ticket: TICKET, boarded: 20_000n })] } }, 'no legs'),
  ],
  BAND_TOO_WIDE: [clearingCase(banded(12_345), 'more than the whole price')],
  BAND_ASSETS_MISMATCH: [
    clearingCase(banded(10_000, { context: feeds(reference({ inAsset: WETH })) }), 'the feed of another asset'),
    clearingCase(banded(10_000, { context: feeds(reference({ outAsset: WETH })) }), 'the feed of another strategy'),
  ],
  OUTSIDE_BAND: [
    clearingCase(banded(9, { ride: generous }), 'one basis point too far'),
    clearingCase(banded(0, { ride: generous }), 'of no width'),
    clearingCase(
      banded(9, { ride: generous, context: feeds(reference({ inAsset: SHARES, outAsset: USDC, num: 1_000n, den: 1_049n })) }),
      'against a feed the other way round',
    ),
  ],
  RIDE_OUTSIDE_BAND: [
    clearingCase(banded(34), 'the ride at its worst'),
    clearingCase(banded(0, { clearing: { fills: [boardsIn(34)] } }), 'the ride alone'),
  ],
  REFERENCE_UNKNOWN: [
    clearingCase(banded(50, {}, FEED + 1), 'another feed'),
    clearingCase(banded(50, {}, 0), 'a band without a feed'),
    clearingCase(banded(50, { context: {} }), 'no feed at all'),
  ],
  FILL_EMPTY: [
    l1OrderCase({ order: { minFill: 0n }, fill: { sold: 0n, bought: 0n } }, 'an L1 order that sells nothing'),
    l1OrderCase({ order: { minFill: 0n }, fill: { sold: 0n } }, 'an L1 order that buys for nothing'),
    clearingCase({ join: { sold: 0n, bought: 0n, fee: 0n, ticket: 0, boarded: 0n } }, 'nothing sold'),
    clearingCase({ join: { sold: 0n, fee: 0n } }, 'bought for nothing'),
    clearingCase({ join: { boarded: 0n } }, 'a ticket without boarding'),
  ],
  BOUGHT_NOT_FLOOR: [
    l1OrderCase({ fill: { bought: 26_249n } }, 'an L1 order gets one less'),
    l1OrderCase({ fill: { bought: 26_251n } }, 'an L1 order gets one more'),
    clearingCase({ join: { bought: 39_999n } }, 'one less'),
    clearingCase({ join: { bought: 40_001n } }, 'one more'),
  ],
  BOUGHT_ZERO: [
    l1OrderCase(
      {
        order: { minBuyAmount: 0n, minFill: 0n },
        fill: { sold: 1n, bought: 0n },
        clearing: { prices: [row(USDC, 22n), row(SHARES, 21n)], fills: [] },
      },
      'an L1 order sells too little to buy anything',
    ),
    clearingCase({ leg: { minFill: 0n, minBuyAmount: 0n }, join: { sold: 1n, bought: 0n, fee: 0n } }, 'a sale too small to buy anything'),
  ],
  LIMIT_NOT_MET: [clearingCase({ leg: { minBuyAmount: 95_239n } }, 'a price worse than the limit')],
  FEE_TOO_HIGH: [
    clearingCase({ join: { fee: 421n } }, 'one more than the share of maxFee'),
    clearingCase({ join: { sold: 21n, bought: 20n, fee: 1n } }, 'a fee on boarding'),
  ],
  OVERFILLED: [
    clearingCase({ join: { boarded: 58_001n } }, 'one more than sellAmount'),
    clearingCase(
      { state: withSlot(alice.account, 0, { asset: USDC, nonce: 1, balance: 1_000_000n, filled: 38_001n }) },
      'with an earlier fill',
    ),
  ],
  BELOW_MIN_FILL: [clearingCase({ leg: { minFill: 62_001n } }, 'less than minFill and not the rest')],
  POT_SHORT: [
    l1OrderCase({ clearing: { fills: [] } }, 'nobody sells what an L1 order buys'),
    clearingCase(
      { clearing: { fills: [fill(order(alice, joinLeg), { sold: 42_000n, bought: 40_000n, ticket: TICKET, boarded: 20_000n })] } },
      'nobody sells what is bought',
    ),
  ],
  RIDE_NOT_IN_CLEARING: [
    clearingCase({ clearing: { rides: [] } }, 'no ride row'),
    clearingCase({ clearing: { rides: [{ ticket: TICKET, board: false, close: true }] } }, 'a row that only closes'),
  ],
  RIDE_IN_MISMATCH: [
    clearingCase(
      { ride: rideOf({}, { inAsset: SHARES }), clearing: { prices: [row(USDC, 20n), row(SHARES, 21n), row(TICKET, 21n)] } },
      'a ride of another in asset',
    ),
  ],
  RIDE_OUT_MISMATCH: [clearingCase({ ride: rideOf({}, { outAsset: WETH }) }, 'a ride to another asset')],
  RIDE_WORST_PRICE: [clearingCase({ ride: rideOf({}, { worstOut: 899n }) }, 'a worst price below the limit')],
  RIDE_SETTLES_TOO_LATE: [
    clearingCase({ leg: { ticketsUntil: LATER + 3_599 } }, 'settles after ticketsUntil'),
    clearingCase({ leg: { ticketsUntil: 0 } }, 'an order that accepts no tickets'),
  ],
  TICKET_PRICE_MISMATCH: [
    clearingCase({ clearing: { prices: [row(USDC, 20n), row(SHARES, 21n), row(TICKET, 19n)] } }, 'tickets dearer than their in asset'),
  ],
  BOARDING_OVER: [clearingCase({ ride: rideOf({}, { boardBy: TIMESTAMP - 1 }) }, 'after boardBy')],
  RIDE_UNKNOWN: [
    clearingCase({ context: { rides: new Map() } }, 'a ride that L1 does not know'),
    on(redeemTx({ ticketSlot: 0 }), 'a slot without tickets'),
  ],
  RIDE_CLOSED: [clearingCase({ ride: rideOf({ closed: true }) }, 'a closed ride')],
  RIDE_FULL: [clearingCase({ ride: rideOf({ maxSize: 19_999n }) }, 'more than maxSize')],
  RIDE_NO_OUTCOME: [redeemCase(redeemTx(), rideOf({ closed: true }), withTickets, 'before arrival')],
  RIDE_OUTCOME_TOO_SMALL: [
    redeemCase(
      redeemTx(),
      rideOf({ closed: true, outcome: { outTotal: 1n, inReturned: 0n, tickets: 999n } }),
      withTickets,
      'fewer tickets than are held',
    ),
    redeemCase(
      redeemTx(),
      rideOf({ closed: true, outcome: { outTotal: 0n, inReturned: 0n, tickets: 0n } }),
      withTickets,
      'an outcome without tickets',
    ),
  ],
  L1_ORDERS_NOT_ASCENDING: [
    l1OrderCase(
      {
        clearing: {
          l1Fills: [
            { order: 5, sold: 12_500n, bought: 13_125n },
            { order: 5, sold: 12_500n, bought: 13_125n },
          ],
        },
      },
      'one order twice',
    ),
    l1OrderCase({ fill: { order: 0 }, context: { l1Orders: new Map([[0, l1Order({ id: 0 })]]) } }, 'order 0'),
  ],
  L1_ORDER_UNKNOWN: [l1OrderCase({ context: { l1Orders: undefined } }, 'an order that L1 does not know')],
  L1_ORDER_EXPIRED: [l1OrderCase({ order: { until: TIMESTAMP - 1 } }, 'after its time')],
  L1_ORDER_CANCELLED: [l1OrderCase({ order: { cancelRequestedAt: TIMESTAMP - 44 * 3600 - 1 } }, '44 hours after the request')],
  L1_ORDER_OVERFILLED: [l1OrderCase({ order: { sold: 25_001n } }, 'more than its escrow holds')],
  L1_ORDER_BELOW_MIN_FILL: [l1OrderCase({ order: { minFill: 25_001n } }, 'less than minFill and not the rest')],
  L1_ORDER_LIMIT_NOT_MET: [l1OrderCase({ order: { minBuyAmount: 52_501n } }, 'a price worse than the limit')],
  FACT_NOT_REGISTERED: [on(sendOnFact(), 'before the fact'), onFact(sendOnFact({ fact: `0x${'11'.repeat(28)}` }), 'another fact')],
  NOTHING_TO_REDEEM: [
    redeemCase(redeemTx(), arrived, withSlot(alice.account, 2, { asset: TICKET, nonce: 1, balance: 0n, filled: 0n }), 'no tickets left'),
  ],
  REDEEM_NEEDS_SLOT: [
    redeemCase(redeemTx({ outSlot: null }), arrived, withTickets, 'the only part without a slot'),
    redeemCase(redeemTx({ outSlot: null, inSlot: null }), mixed, withTickets, 'both parts without a slot'),
    redeemCase(redeemTx({ outSlot: 3, inSlot: null }), mixed, withTickets, 'a part without a slot while the ticket slot is free'),
  ],
  REQUESTER_NOT_OWNER: [
    on(forcedExit(alice, 'served', { requester: bob.l1Owner }), 'served for somebody else'),
    on(rotateKey(alice, bob, 'applied', { requester: bob.l1Owner }), 'applied for somebody else'),
    on(forcedExit(alice), 'served for the owner that a moved account had', moved),
  ],
  REQUESTER_IS_OWNER: [
    on(forcedExit(alice, 'refuted'), 'refuted although it is the owner'),
    on(rotateKey(alice, bob, 'refuted'), 'refuted although it is the owner'),
  ],
  SLOTS_NONE: [on(forcedExit(alice, 'served', { slots: 0 }), 'of no slot')],
  DESTINATION_IN_SAME_TREE: [
    on(moveAccount(alice, 40), 'a move inside the rollup tree'),
    on(moveAccount(carolMoved, validium(6)), 'a move inside the validium tree', carolInValidium),
  ],
  DESTINATION_NOT_EMPTY: [
    on(
      moveAccount(alice, validium(5)),
      'a fee has landed there',
      withSlot(validium(5), 15, { asset: USDC, nonce: 1, balance: 1n, filled: 0n }),
    ),
    on(
      moveAccount(alice, validium(5)),
      'a slot there was used and is empty',
      withSlot(validium(5), 0, { asset: USDC, nonce: 9, balance: 0n, filled: 0n }),
    ),
  ],
};

/** Accepted, so that a case fails for its own reason only. */
export const ACCEPTED_CASES: readonly RefusalCase[] = [
  clearingCase({}, 'the clearing that the cases change'),
  clearingCase({ clearing: { fills: [ofLeg(1), left] } }, 'a clearing that fills the second leg of three'),
  clearingCase(banded(10, { ride: generous }), 'a fill at the edge of its band'),
  clearingCase(banded(0, { ride: generous, context: feeds(reference({ num: 1_050n })) }), 'a fill at the reference itself'),
  clearingCase(
    banded(10, { ride: generous, context: feeds(reference({ inAsset: SHARES, outAsset: USDC, num: 1_000n, den: 1_049n })) }),
    'a fill in a band of a feed the other way round',
  ),
  clearingCase(banded(0, { clearing: { fills: [boardsIn(35)] } }), 'a ride in a band'),
  clearingCase(banded(10_000, { context: feeds(reference({ num: U64_MAX, den: 1n })) }), 'a band as wide as the price'),
  on(send(), 'a transfer'),
  onFact(sendOnFact({}, { fee: 1n }), 'a conditional transfer'),
  l1OrderCase({}, 'a clearing with an L1 order'),
  l1OrderCase(
    { order: { cancelRequestedAt: TIMESTAMP - 44 * 3600, until: TIMESTAMP, minFill: 25_000n } },
    'an L1 order at its last moment',
  ),
  l1OrderCase({ order: { sold: 25_000n, minFill: 30_000n, minBuyAmount: 52_500n } }, 'the rest of an L1 order, at its limit'),
  on(openAccount(stranger), 'an opening'),
  redeemCase(redeemTx(), arrived, withTickets, 'a redemption'),
  redeemCase(redeemTx({ outSlot: 2, inSlot: null }), mixed, withTickets, 'a redemption with a withdrawn part'),
  redeemCase(redeemTx({ outSlot: 1, inSlot: 0 }), mixed, withTickets, 'a redemption into two slots'),
  on(cancel(alice, 0, 1 + 2 ** 16), 'the farthest nonce'),
  on(forcedExit(alice), 'a forced exit'),
  on(forcedExit(alice, 'served', { slots: 0b1000_0000_0000_0101 }), 'a forced exit of three slots'),
  on(forcedExit(stranger, 'refuted', { requester: alice.l1Owner }), 'a refuted forced exit of an unopened account'),
  on(forcedExit(alice, 'refuted'), 'a refuted forced exit of a tombstone', moved),
  on(rotateKey(alice, bob), 'a key rotation'),
  on(rotateKey(alice, bob, 'refuted'), 'a refuted key rotation of a tombstone', moved),
  on(rotateKey(stranger, bob, 'refuted', { requester: alice.l1Owner }), 'a refuted key rotation of an unopened account'),
  on(moveAccount(alice, validium(5)), 'a move'),
  on(moveAccount(carolMoved, 41), 'a move back', carolInValidium),
  on(openIn(validium(9), 1), 'an opening in the validium tree'),
  on(openAccount({ ...stranger, keyVersion: 2 ** 29 - 1 }), 'an opening with the largest version'),
  on(
    transfer(alice, carolMoved, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n, fee: 1n }, operator, 13),
    'a transfer to the other tree',
    carolInValidium,
  ),
  on(deposit(stranger, 3, USDC, 5n, { status: 'returned' }), 'a returned deposit'),
];
