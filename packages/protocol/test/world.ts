/** A small world for tests: an instance, people with keys, and builders of signed transactions. */
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import {
  cancelElements,
  conditionalTransferElements,
  moveAccountElements,
  openAccountElements,
  orderElements,
  transferElements,
  withdrawElements,
} from '../src/messages.ts';
import { signElements } from '../src/signature.ts';
import { headerDigest } from '../src/state/account.ts';
import type { State } from '../src/state/state.ts';
import { EMPTY_STATE, treeOf } from '../src/state/state.ts';
import { instanceHash, instanceLimbs } from '../src/statement/binding.ts';
import { applyTransaction } from '../src/transactions/applyTransaction.ts';
import type {
  Address,
  BatchContext,
  Cancel,
  ConditionalTransfer,
  Deposit,
  Fact,
  Fill,
  ForcedExit,
  L1Order,
  MoveAccount,
  OpenAccount,
  OrderLeg,
  OrderMessage,
  OwnerKey,
  Receipt,
  RefusalCode,
  Ride,
  RotateKey,
  Transaction,
  Transfer,
  Withdraw,
} from '../src/types.ts';
import { INSTANCE } from './statementCases.ts';

export interface Person {
  readonly account: number;
  readonly secret: bigint;
  readonly ownerKey: OwnerKey;
  readonly l1Owner: Address;
  readonly keyVersion: number;
}

export function person(account: number): Person {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(account + 1));
  const l1Owner: Address = `0x${(account + 0xa11ce0000).toString(16).padStart(40, '0')}`;
  return { account, secret, ownerKey: [...publicKey(secret)], l1Owner, keyVersion: 1 };
}

export const digestOf = (who: Person) => headerDigest(who);

export const TIMESTAMP = 1_790_000_000;
export const LATER = TIMESTAMP + 3_600;
export const instance = instanceLimbs(instanceHash(INSTANCE.chainId, INSTANCE.core));

export function context(rides: readonly Ride[] = [], overrides: Partial<BatchContext> = {}): BatchContext {
  return {
    instance,
    batchNumber: 1,
    timestamp: TIMESTAMP,
    rewardRecipient: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
    rides: new Map(rides.map((ride) => [ride.terms.ticket, ride])),
    ...overrides,
  };
}

export function ride(
  ticket: number,
  inAsset: number,
  outAsset: number,
  overrides: Partial<Ride> = {},
  terms: Partial<Ride['terms']> = {},
): Ride {
  return {
    terms: { ticket, inAsset, outAsset, worstIn: 1_000n, worstOut: 950n, boardBy: LATER, settleBy: LATER + 3_600, ...terms },
    maxSize: 1n << 50n,
    boarded: 0n,
    closed: false,
    outcome: null,
    ...overrides,
  };
}

/** Sells shares for USDC. */
export function l1Order(overrides: Partial<L1Order> = {}): L1Order {
  return {
    id: 5,
    sellAsset: SHARES,
    buyAsset: USDC,
    sellAmount: 50_000n,
    minBuyAmount: 50_000n,
    minFill: 10n,
    until: LATER,
    sold: 0n,
    cancelRequestedAt: 0,
    ...overrides,
  };
}

// ---- transactions

export function openAccount(who: Person): OpenAccount {
  const message = { tree: treeOf(who.account), keyVersion: who.keyVersion, l1Owner: who.l1Owner };
  const signature = signElements(who.secret, openAccountElements(instance, message));
  return { kind: 'openAccount', account: who.account, ownerKey: who.ownerKey, keyVersion: who.keyVersion, l1Owner: who.l1Owner, signature };
}

export function deposit(who: Person, slot: number, asset: number, amount: bigint, overrides: Partial<Deposit> = {}): Deposit {
  return {
    kind: 'deposit',
    status: 'taken',
    account: who.account,
    headerDigest: digestOf(who),
    asset,
    amount,
    depositor: who.l1Owner,
    slot,
    ...overrides,
  };
}

type SpendFields = { slot: number; asset: number; nonce: number; amount: bigint; fee?: bigint; until?: number };

export function transfer(from: Person, to: Person, toSlot: number, spend: SpendFields, feeTo: Person = from, feeSlot = 15): Transfer {
  const message = {
    account: from.account,
    keyVersion: from.keyVersion,
    fee: 0n,
    until: LATER,
    ...spend,
    to: to.account,
    toHeaderDigest: digestOf(to),
  };
  const signature = signElements(from.secret, transferElements(instance, message));
  return { kind: 'transfer', ...message, toSlot, feeAccount: feeTo.account, feeSlot, signature };
}

export const FACT: Fact = `0x${'fac7'.repeat(14)}`;

export function conditionalTransfer(
  from: Person,
  to: Person,
  toSlot: number,
  spend: SpendFields,
  fact: Fact = FACT,
  feeTo: Person = from,
  feeSlot = 15,
): ConditionalTransfer {
  const { kind: _, signature: __, ...plain } = transfer(from, to, toSlot, spend, feeTo, feeSlot);
  const signature = signElements(from.secret, conditionalTransferElements(instance, { ...plain, fact }));
  return { kind: 'conditionalTransfer', ...plain, fact, signature };
}

export function withdraw(from: Person, spend: SpendFields, feeTo: Person = from, feeSlot = 15): Withdraw {
  const message = { account: from.account, keyVersion: from.keyVersion, fee: 0n, until: LATER, ...spend };
  const signature = signElements(from.secret, withdrawElements(instance, message));
  return { kind: 'withdraw', ...message, feeAccount: feeTo.account, feeSlot, signature };
}

export function cancel(who: Person, slot: number, nonce: number): Cancel {
  const message = { account: who.account, keyVersion: who.keyVersion, slot, nonce };
  return { kind: 'cancel', ...message, signature: signElements(who.secret, cancelElements(instance, message)) };
}

export function moveAccount(who: Person, destination: number, until = LATER): MoveAccount {
  const message = { account: who.account, keyVersion: who.keyVersion, until };
  return { kind: 'moveAccount', ...message, destination, signature: signElements(who.secret, moveAccountElements(instance, message)) };
}

export const ALL_SLOTS = 2 ** 16 - 1;

export function forcedExit(who: Person, status: ForcedExit['status'] = 'served', overrides: Partial<ForcedExit> = {}): ForcedExit {
  return { kind: 'forcedExit', status, account: who.account, slots: ALL_SLOTS, requester: who.l1Owner, ...overrides };
}

/** To the key that `to` has. */
export function rotateKey(who: Person, to: Person, status: RotateKey['status'] = 'applied', overrides: Partial<RotateKey> = {}): RotateKey {
  return { kind: 'rotateKey', status, account: who.account, requester: who.l1Owner, ownerKey: to.ownerKey, ...overrides };
}

/** The same person under another id (after a move), or with another key. */
export const at = (who: Person, account: number): Person => ({ ...who, account });
export const withKeyOf = (who: Person, { secret, ownerKey }: Person): Person => ({
  ...who,
  secret,
  ownerKey,
  keyVersion: who.keyVersion + 1,
});

/** Index in the validium tree. */
export const validium = (index: number): number => 2 ** 26 + index;

type LegFields = Pick<OrderLeg, 'sellSlot' | 'sellAsset' | 'sellNonce' | 'sellAmount' | 'buySlot' | 'buyAsset'> & Partial<OrderLeg>;

export function legOf(fields: LegFields): OrderLeg {
  return { minBuyAmount: 0n, maxFee: 0n, minFill: 0n, ticketSlot: 11, ticketsUntil: 0, band: { reference: 0, bps: 0 }, ...fields };
}

export function order(who: Person, fields: LegFields, overrides: Partial<OrderMessage> = {}): Pick<Fill, 'order' | 'signature' | 'leg'> {
  const message: OrderMessage = { account: who.account, keyVersion: who.keyVersion, until: LATER, legs: [legOf(fields)], ...overrides };
  return { order: message, signature: signElements(who.secret, orderElements(instance, message)), leg: 0 };
}

export function fill(signed: Pick<Fill, 'order' | 'signature' | 'leg'>, parts: Partial<Fill>): Fill {
  return { ...signed, sold: 0n, bought: 0n, fee: 0n, ticket: 0, boarded: 0n, ...parts };
}

// ---- running

export class Refused extends Error {}

/** Applies transactions that must all be accepted. */
export function run(
  state: State,
  transactions: readonly Transaction[],
  within: BatchContext = context(),
): { state: State; receipts: Receipt[] } {
  const receipts: Receipt[] = [];
  let next = state;
  for (const tx of transactions) {
    const outcome = applyTransaction(next, tx, within);
    if (!outcome.ok)
      throw new Refused(`${tx.kind}: ${JSON.stringify(outcome.refusal, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))}`);
    next = outcome.state;
    receipts.push(outcome.receipt);
  }
  return { state: next, receipts };
}

/** The code with which a transaction is refused, or 'accepted'. */
export function codeOf(state: State, tx: Transaction, within: BatchContext = context()): RefusalCode | 'accepted' {
  const outcome = applyTransaction(state, tx, within);
  return outcome.ok ? 'accepted' : outcome.refusal.code;
}

/** Assets of the world. */
export const USDC = 1;
export const SHARES = 2;
export const WETH = 3;
export const TICKET = 100;

export const alice = person(0);
export const bob = person(1);
export const carol = person(2);
export const operator = person(3);

/** Everybody open; Alice and Bob with USDC in slot 0, Carol with shares in slot 0. */
export function settledWorld(): State {
  return run(EMPTY_STATE, [
    ...[alice, bob, carol, operator].map(openAccount),
    deposit(alice, 0, USDC, 1_000_000n),
    deposit(bob, 0, USDC, 1_000_000n),
    deposit(carol, 0, SHARES, 1_000_000n),
  ]).state;
}
