/**
 * Random histories: choices are numbers (fast-check shrinks them), each turned into a transaction that is likely, not certain, to be
 * accepted in the state at hand. Signatures are assumed (`verifySignature` is true): what is tested here is everything else.
 */
import fc from 'fast-check';
import { messageDigest, orderElements } from '../src/messages.ts';
import type { State } from '../src/state/state.ts';
import { accountId, EMPTY_STATE, indexOf, readHeader, readSlot, treeOf } from '../src/state/state.ts';
import { addressLimbs } from '../src/statement/limbs.ts';
import type {
  Band,
  BatchContext,
  Clearing,
  Fill,
  L1Fill,
  L1Order,
  OrderLeg,
  OrderMessage,
  Reference,
  Ride,
  Transaction,
} from '../src/types.ts';
import type { Person } from './world.ts';
import {
  alice,
  bob,
  carol,
  context,
  deposit,
  digestOf,
  FACT,
  instance,
  LATER,
  l1Order,
  legOf,
  operator,
  ride,
  run,
  SHARES,
  TICKET,
  USDC,
} from './world.ts';

export const ARRIVED = 101;
export const people: readonly Person[] = [alice, bob, carol];
const everybody: readonly Person[] = [...people, operator];
const NO_SIGNATURE = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };

export const rides: readonly Ride[] = [
  ride(TICKET, USDC, SHARES, { boarded: 1_000_000_000_000n }),
  ride(ARRIVED, USDC, SHARES, {
    closed: true,
    boarded: 1_000_000n,
    outcome: { outTotal: 912_345n, inReturned: 54_321n, tickets: 1_000_000n },
  }),
];

export const FEED = 5;
/** A share is worth between a half and twice a USDC in most clearings; in a few, fills in a band are refused. */
const reference: Reference = { feed: FEED, inAsset: USDC, outAsset: SHARES, num: 3n, den: 2n, entry: 9 };

const U63 = 1n << 63n;
/** One way and the other, as much as anybody wants. */
export const l1Orders: readonly L1Order[] = [
  l1Order({ id: 3, sellAmount: U63, minBuyAmount: 0n, minFill: 0n }),
  l1Order({ id: 2 ** 28 - 1, sellAsset: USDC, buyAsset: SHARES, sellAmount: U63, minBuyAmount: 0n, minFill: 0n }),
];

export const within: BatchContext = context(rides, {
  verifySignature: () => true,
  l1Orders: new Map(l1Orders.map((one) => [one.id, one])),
  facts: new Set([FACT]),
  references: new Map([[FEED, reference]]),
});

/** Everybody open; the people with some of each asset. */
export const start: State = run(
  EMPTY_STATE,
  [
    ...everybody.map(
      (who): Transaction => ({
        kind: 'openAccount',
        account: who.account,
        ownerKey: who.ownerKey,
        keyVersion: 1,
        l1Owner: who.l1Owner,
        signature: NO_SIGNATURE,
      }),
    ),
    ...people.flatMap((who) => [USDC, SHARES, ARRIVED].map((asset, slot) => deposit(who, slot, asset, 300_000n))),
  ],
  within,
).state;

/** One step of a history. Which numbers matter depends on `kind`. */
export interface Choice {
  readonly kind:
    | 'deposit'
    | 'transfer'
    | 'conditionalTransfer'
    | 'withdraw'
    | 'cancel'
    | 'clearing'
    | 'redeem'
    | 'forcedExit'
    | 'rotateKey'
    | 'moveAccount'
    | 'replay';
  readonly who: number;
  readonly other: number;
  readonly slot: number;
  readonly otherSlot: number;
  readonly asset: number;
  readonly amount: number;
  readonly nonceStep: number;
  readonly price: number;
  readonly pick: number;
}

const SLOTS_IN_USE = 4;

const weighted = fc.constantFrom<Choice['kind']>(
  'deposit',
  'deposit',
  'deposit',
  'transfer',
  'conditionalTransfer',
  'transfer',
  'withdraw',
  'cancel',
  'clearing',
  'clearing',
  'clearing',
  'clearing',
  'redeem',
  'forcedExit',
  'rotateKey',
  'moveAccount',
  'moveAccount',
  'replay',
  'replay',
  'replay',
);

export const choice: fc.Arbitrary<Choice> = fc.record({
  kind: weighted,
  who: fc.nat(people.length - 1),
  other: fc.nat(people.length - 1),
  slot: fc.nat(SLOTS_IN_USE - 1),
  otherSlot: fc.oneof(fc.nat(SLOTS_IN_USE - 1), fc.constantFrom(12, 13, 15)),
  asset: fc.constantFrom(USDC, USDC, SHARES, ARRIVED),
  amount: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1_000_000 })),
  nonceStep: fc.constantFrom(0, 0, 0, 1, 3),
  price: fc.integer({ min: 1, max: 1_000 }),
  pick: fc.nat(1_000_000),
});

/** What a history remembers: everything signed so far, executed or not. */
export interface Memory {
  readonly signed: Transaction[];
  readonly orders: OrderMessage[];
}

const feeAccount = operator.account;

/** A nonce that the slot accepts for a spend: above its own if it is partly filled. */
function spendNonce(state: State, account: number, slot: number, step: number): number {
  const { nonce, filled } = readSlot(state, account, slot);
  return nonce + (filled > 0n ? 1 : 0) + step;
}

/** Ids of one person: their indices are congruent mod this in both trees. */
const PERIOD = 16;
/** Whose account this is. */
export const personOf = (account: number): Person => everybody.find((who) => who.account === indexOf(account) % PERIOD) as Person;

/** Where somebody is now (a tombstone says where he went), under which key version. */
export function current(state: State, who: Person): Person {
  let { account } = who;
  let header = readHeader(state, account);
  while (header.keyVersion === 0) {
    [account] = addressLimbs(header.l1Owner);
    header = readHeader(state, account);
  }
  return { ...who, account, keyVersion: header.keyVersion };
}

export function toTransaction(state: State, memory: Memory, c: Choice): Transaction | undefined {
  const who = current(state, people[c.who]);
  const other = current(state, people[c.other]);
  const { account, keyVersion } = who;
  const held = readSlot(state, account, c.slot);
  const amount = held.balance === 0n ? BigInt(c.amount) : (BigInt(c.amount) % (held.balance / 2n + 1n)) + 1n;
  const spend = {
    account,
    keyVersion,
    slot: c.slot,
    asset: held.asset,
    nonce: spendNonce(state, account, c.slot, c.nonceStep),
    amount,
    fee: BigInt(c.amount % 3),
    until: LATER,
  };
  const feeSlot = 12 + (held.asset % 4);
  switch (c.kind) {
    case 'deposit':
      return {
        kind: 'deposit',
        status: c.pick % 10 === 0 ? 'returned' : 'taken',
        account,
        headerDigest: digestOf(who),
        asset: c.asset,
        amount: BigInt(c.amount),
        depositor: other.l1Owner,
        slot: c.otherSlot,
      };
    case 'transfer':
      return {
        kind: 'transfer',
        ...spend,
        to: other.account,
        toHeaderDigest: digestOf(other),
        toSlot: c.otherSlot,
        feeAccount,
        feeSlot,
        signature: NO_SIGNATURE,
      };
    case 'conditionalTransfer':
      return {
        kind: 'conditionalTransfer',
        ...spend,
        to: other.account,
        toHeaderDigest: digestOf(other),
        fact: c.pick % 5 === 0 ? `0x${'00'.repeat(28)}` : FACT,
        toSlot: c.otherSlot,
        feeAccount,
        feeSlot,
        signature: NO_SIGNATURE,
      };
    case 'withdraw':
      return { kind: 'withdraw', ...spend, feeAccount, feeSlot, signature: NO_SIGNATURE };
    case 'cancel':
      return { kind: 'cancel', account, keyVersion, slot: c.slot, nonce: spend.nonce, signature: NO_SIGNATURE };
    case 'clearing':
      return toClearing(state, memory, c);
    case 'redeem':
      return {
        kind: 'redeem',
        account,
        ticketSlot: c.pick % 2 === 0 ? 2 : c.slot,
        outSlot: c.pick % 5 === 0 ? null : c.pick % 4 === 1 ? 2 : c.otherSlot,
        inSlot: c.pick % 3 === 0 ? null : c.pick % SLOTS_IN_USE,
      };
    case 'forcedExit':
      return c.pick % 4 === 0
        ? {
            kind: 'forcedExit',
            status: c.who === c.other ? 'served' : 'refuted',
            account,
            slots: c.pick % 8 === 0 ? 2 ** 16 - 1 : 1 + (c.pick % (2 ** 16 - 1)),
            requester: other.l1Owner,
          }
        : undefined;
    case 'rotateKey':
      // The old key again: only the version counts here, and whoever signs these histories has one key per person.
      return {
        kind: 'rotateKey',
        status: c.who === c.other ? 'applied' : 'refuted',
        account: c.pick % 5 === 0 ? people[c.who].account : account,
        requester: other.l1Owner,
        ownerKey: who.ownerKey,
      };
    case 'moveAccount': {
      const tree = c.pick % 10 === 0 ? treeOf(account) : 1 - treeOf(account);
      const destination = accountId(tree, people[c.who].account + PERIOD * (c.pick % 40));
      return { kind: 'moveAccount', account, keyVersion, until: LATER, destination, signature: NO_SIGNATURE };
    }
    case 'replay':
      return memory.signed.length === 0 ? undefined : memory.signed[c.pick % memory.signed.length];
  }
}

// ---- clearings

/** What a fill is signed by, and which leg of it. */
type Ordered = Pick<Fill, 'order' | 'leg' | 'signature'>;

export const legOfFill = ({ order, leg }: Pick<Fill, 'order' | 'leg'>): OrderLeg => order.legs[leg];

/** An order for all of a slot, alone or beside legs for other slots; or one that was signed earlier. */
function anOrder(state: State, memory: Memory, c: Choice, who: Person, slot: number, buyAsset: number, fresh: boolean): Ordered {
  const earlier = memory.orders
    .filter(({ account }) => account === who.account)
    .flatMap((order) => order.legs.map((_, leg) => ({ order, leg, signature: NO_SIGNATURE })))
    .filter((one) => legOfFill(one).sellSlot === slot && legOfFill(one).buyAsset === buyAsset);
  if (!fresh && earlier.length > 0) return earlier[c.pick % earlier.length];
  const { asset, nonce, balance } = readSlot(state, who.account, slot);
  const own = legOf({
    sellSlot: slot,
    sellAsset: asset,
    sellNonce: nonce + c.nonceStep,
    sellAmount: balance,
    buySlot: SLOTS_IN_USE + buyAsset,
    buyAsset,
    maxFee: balance / 10n,
    minFill: c.pick % 2 === 0 ? 0n : balance / 4n,
    ticketSlot: 8,
    ticketsUntil: LATER + 10_000,
    band: asset === TICKET ? { reference: 0, bps: 0 } : aBand(c),
  });
  // What the other legs say is for other clearings: the one that the bought slot sells on, and one that sells nothing that exists.
  const others = [
    { ...own, sellSlot: own.buySlot, sellAsset: buyAsset, sellNonce: 1, buySlot: slot, buyAsset: asset, band: { reference: 0, bps: 0 } },
    { ...own, sellSlot: 15 },
  ].slice(0, c.pick % 3);
  const legs = c.pick % 2 === 0 ? [own, ...others] : [...others, own];
  const order = { account: who.account, keyVersion: who.keyVersion, until: LATER, legs };
  return { order, leg: legs.indexOf(own), signature: NO_SIGNATURE };
}

const aBand = ({ pick }: Choice): Band => (pick % 4 === 3 ? { reference: FEED, bps: 5_000 + (pick % 5_001) } : { reference: 0, bps: 0 });

interface Seller {
  readonly who: Person;
  readonly slot: number;
  readonly balance: bigint;
}

function sellersOf(state: State, asset: number): Seller[] {
  return people
    .map((person) => current(state, person))
    .flatMap((who) =>
      Array.from({ length: 16 }, (_, slot) => ({ who, slot, ...readSlot(state, who.account, slot) })).filter(
        (held) => held.asset === asset && held.balance > 1n,
      ),
    );
}

const part = (balance: bigint, c: Choice): bigint => (balance * BigInt(1 + (c.pick % 90))) / 100n;

/**
 * USDC sellers trade against one seller of shares who sells exactly what they buy; what they have left boards; ticket holders sell
 * their tickets back. Every order is either new or one that was signed before.
 */
function toClearing(state: State, memory: Memory, c: Choice): Clearing | undefined {
  const [usdcPrice, sharesPrice] = [BigInt(c.price), BigInt(1 + (c.pick % 997))];
  const leaver = sellersOf(state, SHARES)[0];
  const fills: Fill[] = [];
  let wanted = 0n;
  const fresh = c.amount % 3 !== 0;
  for (const { who, slot, balance } of sellersOf(state, USDC)) {
    const signed = anOrder(state, memory, c, who, slot, SHARES, fresh);
    const { maxFee, sellAmount } = legOfFill(signed);
    const sold = part(balance, c) / 2n;
    const bought = (sold * usdcPrice) / sharesPrice;
    const trades = leaver !== undefined && bought > 0n && wanted + bought <= leaver.balance - leaver.balance / 10n;
    if (trades) wanted += bought;
    const boarded = c.pick % 7 === 0 ? 0n : part(balance, c) / 3n;
    const fee = trades ? (maxFee * sold) / sellAmount : 0n;
    if (!trades && boarded === 0n) continue;
    fills.push({
      ...signed,
      sold: trades ? sold : 0n,
      bought: trades ? bought : 0n,
      fee,
      ticket: boarded > 0n ? TICKET : 0,
      boarded,
    });
  }
  const l1Fills: L1Fill[] = [];
  const onL1 = (order: number, sold: bigint, bought: bigint): boolean => {
    if (sold > 0n && bought > 0n) l1Fills.push({ order, sold, bought });
    return sold > 0n && bought > 0n;
  };
  if (leaver !== undefined && c.pick % 3 === 1) {
    const sold = BigInt(c.amount) / 3n;
    const bought = (sold * usdcPrice) / sharesPrice;
    if (wanted + bought <= leaver.balance - leaver.balance / 10n && onL1(l1Orders[1].id, sold, bought)) wanted += bought;
  }
  if (c.pick % 3 === 0 && onL1(l1Orders[0].id, wanted / 3n, ((wanted / 3n) * sharesPrice) / usdcPrice)) wanted -= wanted / 3n;
  l1Fills.sort((a, b) => a.order - b.order);
  if (wanted > 0n && (wanted * sharesPrice) / usdcPrice > 0n) {
    fills.push({
      ...anOrder(state, memory, c, leaver.who, leaver.slot, USDC, fresh),
      sold: wanted,
      bought: (wanted * sharesPrice) / usdcPrice,
      fee: 0n,
      ticket: 0,
      boarded: 0n,
    });
  }
  for (const { who, slot, balance } of sellersOf(state, TICKET)) {
    const signed = anOrder(state, memory, c, who, slot, USDC, fresh);
    const sold = part(balance, c);
    if (sold > 0n && c.pick % 3 === 0) fills.push({ ...signed, sold, bought: sold, fee: 0n, ticket: 0, boarded: 0n });
  }
  fills.sort((a, b) => keyOf(a) - keyOf(b));
  const row = (asset: number, price: bigint) => ({ asset, price, feeAccount, feeSlot: 12 + (asset % 4) });
  return {
    kind: 'clearing',
    prices: [row(USDC, usdcPrice), row(SHARES, sharesPrice), row(TICKET, usdcPrice)],
    rides: [{ ticket: TICKET, board: true, close: false }],
    fills,
    ...(l1Fills.length === 0 ? {} : { l1Fills }),
  };
}

const keyOf = (fill: Fill): number => fill.order.account * 16 + legOfFill(fill).sellSlot;

/** The digest under which an order is known, and which of its legs. */
export const legKey = ({ order, leg }: Pick<Fill, 'order' | 'leg'>): string =>
  `${messageDigest(orderElements(instance, order)).join()} ${leg}`;
