/**
 * The nouns of the L2: accounts, slots, orders, transactions, effects, receipts. Plain data, no behaviour (docs/protocol.md).
 *
 * Amounts and prices are `bigint` (u64); everything else that fits a field element is `number`. Field elements are canonical
 * numbers < p. An account id is index + 2^26·tree (tree 0 rollup, 1 validium).
 */
import type { Hex } from '@weir/foundation/bytes';
import type { Refusal, RefusalCode } from './refusals.ts';

/** 20 bytes, lower case. */
export type Address = Hex;
/** 8 canonical field elements. */
export type Digest = readonly number[];
/** x-coordinate of a Schnorr public key: 7 canonical field elements. */
export type OwnerKey = readonly number[];
/** Low 224 bits of what L1's fact registry holds, 28 bytes, lower case. */
export type Fact = Hex;
/** index + 2^26·tree, below 2^27. */
export type AccountId = number;

export interface Header {
  readonly ownerKey: OwnerKey;
  /** 0 = not open; an open account has a version in 1 … 2^30 − 1. */
  readonly keyVersion: number;
  readonly l1Owner: Address;
}

export interface Slot {
  readonly asset: number;
  readonly nonce: number;
  readonly balance: bigint;
  /** How much of `nonce`'s order is sold already. */
  readonly filled: bigint;
}

export interface Signature {
  /** x(R), 7 canonical elements. */
  readonly nonceX: readonly number[];
  /** 1 ≤ s < group order. */
  readonly s: bigint;
}

// ---- signed messages

export interface OpenAccountMessage {
  readonly tree: number;
  readonly keyVersion: number;
  readonly l1Owner: Address;
}

export interface TransferMessage {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly slot: number;
  readonly asset: number;
  readonly nonce: number;
  readonly amount: bigint;
  readonly to: AccountId;
  readonly toHeaderDigest: Digest;
  /** Charged on top of `amount`, in the same asset. */
  readonly fee: bigint;
  readonly until: number;
}

/** A transfer that is valid only if L1 has registered the fact. */
export interface ConditionalTransferMessage extends TransferMessage {
  readonly fact: Fact;
}

export interface WithdrawMessage {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly slot: number;
  readonly asset: number;
  readonly nonce: number;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly until: number;
}

export interface CancelMessage {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly slot: number;
  readonly nonce: number;
}

/** Into the other tree. The operator picks the destination, so the message names none. */
export interface MoveAccountMessage {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly until: number;
}

/** A reference price (its feed's id, 1 … 65535) that a fill may be worse than by `bps` (0 … 10000) at most. {0, 0} = no band. */
export interface Band {
  readonly reference: number;
  readonly bps: number;
}

export interface OrderLeg {
  readonly sellSlot: number;
  readonly sellAsset: number;
  readonly sellNonce: number;
  readonly sellAmount: bigint;
  readonly buySlot: number;
  readonly buyAsset: number;
  /** 0 = no limit. */
  readonly minBuyAmount: bigint;
  readonly maxFee: bigint;
  readonly minFill: bigint;
  readonly ticketSlot: number;
  /** Latest `settleBy` of a ride whose tickets this leg accepts; 0 = no tickets. */
  readonly ticketsUntil: number;
  readonly band: Band;
}

export interface OrderMessage {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly until: number;
  /** One to three. Nothing ties them but the signature: each has its own slot, nonce and limit, and fills when it can. */
  readonly legs: readonly OrderLeg[];
}

// ---- transactions

/** Where the operator wants a fee (or a price row's take). Untouched if nothing is due. */
export interface FeeSlot {
  readonly feeAccount: AccountId;
  readonly feeSlot: number;
}

export interface OpenAccount extends Omit<OpenAccountMessage, 'tree'> {
  readonly kind: 'openAccount';
  readonly account: AccountId;
  readonly ownerKey: OwnerKey;
  readonly signature: Signature;
}

/** One entry of L1's deposit queue, in queue order: taken into the slot that it names, or returned. */
export interface Deposit {
  readonly kind: 'deposit';
  readonly status: 'taken' | 'returned';
  readonly account: AccountId;
  readonly headerDigest: Digest;
  readonly asset: number;
  readonly amount: bigint;
  readonly depositor: Address;
  readonly slot: number;
}

export interface Transfer extends TransferMessage, FeeSlot {
  readonly kind: 'transfer';
  readonly toSlot: number;
  readonly signature: Signature;
}

export interface ConditionalTransfer extends ConditionalTransferMessage, FeeSlot {
  readonly kind: 'conditionalTransfer';
  readonly toSlot: number;
  readonly signature: Signature;
}

export interface Withdraw extends WithdrawMessage, FeeSlot {
  readonly kind: 'withdraw';
  readonly signature: Signature;
}

export interface Cancel extends CancelMessage {
  readonly kind: 'cancel';
  readonly signature: Signature;
}

export interface PriceRow extends FeeSlot {
  readonly asset: number;
  /** u64 ≥ 1; only ratios of prices matter. */
  readonly price: bigint;
}

/** A ride that this clearing boards or buys back (`board`), closes (`close`), or both. */
export interface RideRow {
  readonly ticket: number;
  readonly board: boolean;
  readonly close: boolean;
}

/**
 * One execution of an order's leg in a clearing. The pot part sells `sold` for `bought` of the leg's buy asset; the ticket part
 * sells `boarded` for as many tickets of `ticket`. Either may be zero (then so are `bought`, `fee` / `ticket`), not both.
 */
export interface Fill {
  readonly order: OrderMessage;
  readonly signature: Signature;
  readonly leg: number;
  readonly sold: bigint;
  readonly bought: bigint;
  readonly fee: bigint;
  readonly ticket: number;
  readonly boarded: bigint;
}

/** One execution of (part of) an L1 order in a clearing: at the clearing's prices, without a fee. */
export interface L1Fill {
  /** The order's id on L1. */
  readonly order: number;
  readonly sold: bigint;
  readonly bought: bigint;
}

export interface Clearing {
  readonly kind: 'clearing';
  /** Strictly ascending by asset. */
  readonly prices: readonly PriceRow[];
  /** Strictly ascending by ticket. */
  readonly rides: readonly RideRow[];
  /** Strictly ascending by (account, sell slot): a slot sells at most once per clearing. */
  readonly fills: readonly Fill[];
  /** Strictly ascending by order. Absent: none. */
  readonly l1Fills?: readonly L1Fill[];
}

/** A part of a redemption goes to a slot of the passenger, or (null) becomes a withdrawal to l1Owner. */
export interface Redeem {
  readonly kind: 'redeem';
  readonly account: AccountId;
  readonly ticketSlot: number;
  readonly outSlot: number | null;
  readonly inSlot: number | null;
}

/** One entry of L1's queue of forced requests, in queue order: the masked slots are emptied, or the requester is not the owner. */
export interface ForcedExit {
  readonly kind: 'forcedExit';
  readonly status: 'served' | 'refuted';
  readonly account: AccountId;
  /** 16 bits, slot i is bit i; not 0. */
  readonly slots: number;
  readonly requester: Address;
}

/** One entry of the same queue: a new key for the account, or the requester is not the owner. */
export interface RotateKey {
  readonly kind: 'rotateKey';
  readonly status: 'applied' | 'refuted';
  readonly account: AccountId;
  readonly requester: Address;
  readonly ownerKey: OwnerKey;
}

/** Header and all 16 slots go to an unopened id of the other tree; a tombstone stays behind. */
export interface MoveAccount extends MoveAccountMessage {
  readonly kind: 'moveAccount';
  readonly destination: AccountId;
  readonly signature: Signature;
}

export type Transaction =
  | OpenAccount
  | Deposit
  | Transfer
  | ConditionalTransfer
  | Cancel
  | Clearing
  | Redeem
  | Withdraw
  | ForcedExit
  | RotateKey
  | MoveAccount;
export type TransactionKind = Transaction['kind'];

// ---- what a batch relies on (bound to L1 by the statement's effects and public values)

export interface RideTerms {
  readonly ticket: number;
  readonly inAsset: number;
  readonly outAsset: number;
  /** At least worstOut out for worstIn in, net of all ride fees. */
  readonly worstIn: bigint;
  readonly worstOut: bigint;
  readonly boardBy: number;
  readonly settleBy: number;
}

export interface RideOutcome {
  readonly outTotal: bigint;
  readonly inReturned: bigint;
  /** All tickets at departure (or abort). */
  readonly tickets: bigint;
}

/** A ride as L1 (plus the batches before this one) knows it. */
export interface Ride {
  readonly terms: RideTerms;
  readonly maxSize: bigint;
  /** Tickets boarded so far, net. */
  readonly boarded: bigint;
  /** By an effect, or by time. */
  readonly closed: boolean;
  readonly outcome: RideOutcome | null;
}

/** An L1 order as L1 (plus the batches before this one) knows it. What it sells is in its own escrow: `sellAmount − sold` of it is left. */
export interface L1Order {
  /** 1 … 2^28 − 1 */
  readonly id: number;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellAmount: bigint;
  /** 0 = no limit. */
  readonly minBuyAmount: bigint;
  readonly minFill: bigint;
  readonly until: number;
  readonly sold: bigint;
  /** A batch stamped later than `L1_ORDER_CANCEL_LIMIT` after this may not use it; 0 = no request. */
  readonly cancelRequestedAt: number;
}

/** One entry of an L1 price feed: one quantum of outAsset is worth num/den quanta of inAsset. */
export interface Reference {
  /** 1 … 65535. */
  readonly feed: number;
  readonly inAsset: number;
  readonly outAsset: number;
  /** u64 ≥ 1, both. */
  readonly num: bigint;
  readonly den: bigint;
  /** Its number in the feed, below 2^28: entries are appended and never change. */
  readonly entry: number;
}

export interface BatchContext {
  /** Low 224 bits of the instance hash as 8 limbs of 28 bits (`statement/instance.ts`). */
  readonly instance: readonly number[];
  readonly batchNumber: number;
  readonly timestamp: number;
  readonly rewardRecipient: Address;
  /** By ticket asset. */
  readonly rides: ReadonlyMap<number, Ride>;
  /** By feed: the entry that banded fills of this batch are held to. None by default: then banded legs do not fill. */
  readonly references?: ReadonlyMap<number, Reference>;
  /** By id. */
  readonly l1Orders?: ReadonlyMap<number, L1Order>;
  /** Those that L1 has registered (of those that anybody asks for). */
  readonly facts?: ReadonlySet<Fact>;
  /** A batch has at most one clearing; `applyBatch` sets this after it. */
  readonly cleared?: boolean;
  /** How the batch's diffs are published; not at all for validium accounts, and in calldata, by default. */
  readonly publication?: Publication;
  /** Schnorr verification by default; a node may answer from what intake has verified already. */
  readonly verifySignature?: (signature: Signature, digest: Digest, key: OwnerKey) => boolean;
}

/** What the statement says about its diffs; it changes nothing in the state. */
export interface Publication {
  /** The validium accounts' diffs are in the body too (else L1 wants the committee's signatures if their root moved). */
  readonly validiumData: boolean;
  /** The diff words go into blobs, if there are any. */
  readonly blobs: boolean;
}

// ---- effects (statement words that L1 acts on or checks)

export interface DepositEffect {
  readonly kind: 'deposit';
  readonly status: 'taken' | 'returned';
  readonly slot: number;
  readonly account: AccountId;
  readonly asset: number;
  readonly amount: bigint;
  readonly headerDigest: Digest;
  readonly depositor: Address;
}

export interface WithdrawalEffect {
  readonly kind: 'withdrawal';
  readonly account: AccountId;
  readonly asset: number;
  readonly amount: bigint;
  readonly l1Owner: Address;
}

export interface RideEffect extends RideTerms {
  readonly kind: 'ride';
  readonly close: boolean;
  /** Tickets boarded minus bought back; may be negative. */
  readonly net: bigint;
}

export interface RedeemEffect extends RideOutcome {
  readonly kind: 'redeem';
  readonly ticket: number;
  readonly inAsset: number;
  readonly outAsset: number;
  readonly redeemed: bigint;
  /** Σ of the passengers' floor shares, credited or withdrawn. */
  readonly outCredited: bigint;
  readonly inCredited: bigint;
}

export interface ForcedExitEffect {
  readonly kind: 'forcedExit';
  readonly status: 'served' | 'refuted';
  readonly account: AccountId;
  readonly slots: number;
  readonly requester: Address;
}

export interface RotateKeyEffect {
  readonly kind: 'rotateKey';
  readonly status: 'applied' | 'refuted';
  readonly account: AccountId;
  readonly requester: Address;
  readonly ownerKey: OwnerKey;
}

/** A banded fill was held to this entry; L1 compares it with the feed. */
export interface ReferenceEffect extends Reference {
  readonly kind: 'reference';
}

export interface L1OrderEffect {
  readonly kind: 'l1Order';
  readonly order: number;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sold: bigint;
  readonly bought: bigint;
}

/** What a conditional transfer relies on. */
export interface FactEffect {
  readonly kind: 'fact';
  readonly fact: Fact;
}

export type Effect =
  | DepositEffect
  | WithdrawalEffect
  | RideEffect
  | RedeemEffect
  | ForcedExitEffect
  | RotateKeyEffect
  | ReferenceEffect
  | L1OrderEffect
  | FactEffect;

// ---- receipts: all that trace generation needs, in execution order

export interface SlotAccess {
  readonly kind: 'slot';
  readonly account: AccountId;
  readonly slot: number;
  readonly before: Slot;
  readonly after: Slot;
}

export interface HeaderAccess {
  readonly kind: 'header';
  readonly account: AccountId;
  readonly before: Header;
  readonly after: Header;
}

/** Accesses of one transaction happen one after another in this order; two of them may name the same slot. */
export type Access = SlotAccess | HeaderAccess;

export interface VerifiedSignature {
  readonly elements: readonly number[];
  readonly digest: Digest;
  readonly key: OwnerKey;
  readonly signature: Signature;
}

interface ReceiptBase {
  readonly accesses: readonly Access[];
  readonly signatures: readonly VerifiedSignature[];
  readonly effects: readonly Effect[];
}

export interface OpenAccountReceipt extends ReceiptBase {
  readonly kind: 'openAccount';
}
export interface DepositReceipt extends ReceiptBase {
  readonly kind: 'deposit';
}
export interface TransferReceipt extends ReceiptBase {
  readonly kind: 'transfer';
}
/** Its last effect is the fact's. */
export interface ConditionalTransferReceipt extends ReceiptBase {
  readonly kind: 'conditionalTransfer';
}
export interface CancelReceipt extends ReceiptBase {
  readonly kind: 'cancel';
}
export interface WithdrawReceipt extends ReceiptBase {
  readonly kind: 'withdraw';
}
export interface ForcedExitReceipt extends ReceiptBase {
  readonly kind: 'forcedExit';
}
export interface RotateKeyReceipt extends ReceiptBase {
  readonly kind: 'rotateKey';
}
/** Accesses: source header, destination header, then for each slot the source's and the destination's. */
export interface MoveAccountReceipt extends ReceiptBase {
  readonly kind: 'moveAccount';
}

export interface RedeemReceipt extends ReceiptBase {
  readonly kind: 'redeem';
  readonly ticket: number;
  readonly terms: RideTerms;
  readonly outcome: RideOutcome;
  readonly redeemed: bigint;
  /** redeemed·outTotal = outShare·tickets + outRemainder, 0 ≤ outRemainder < tickets; `in` likewise. */
  readonly outShare: bigint;
  readonly outRemainder: bigint;
  readonly inShare: bigint;
  readonly inRemainder: bigint;
}

/** Every intermediate number of one fill. Pot numbers are 0 without a pot part, worst-price numbers are 0 without a ticket part. */
export interface FillReceipt {
  readonly fill: Fill;
  readonly leg: OrderLeg;
  /** `sold + boarded`. */
  readonly total: bigint;
  /** `filled` that counts for this nonce before the fill: the slot's if the nonces are equal, else 0. */
  readonly filledBefore: bigint;
  readonly sellPrice: bigint;
  /** Price of the leg's buy asset; 0 without a pot part. */
  readonly buyPrice: bigint;
  /** sold·sellPrice = bought·buyPrice + remainder, 0 ≤ remainder < buyPrice. */
  readonly soldValue: bigint;
  readonly boughtValue: bigint;
  readonly remainder: bigint;
  /** bought·sellAmount ≥ sold·minBuyAmount. */
  readonly limitLeft: bigint;
  readonly limitRight: bigint;
  /** fee·sellAmount ≤ maxFee·sold. */
  readonly feeLeft: bigint;
  readonly feeRight: bigint;
  /** worstOut·sellAmount ≥ worstIn·minBuyAmount. */
  readonly worstLeft: bigint;
  readonly worstRight: bigint;
  readonly ride: RideTerms | null;
  /** What the leg's band is measured against. */
  readonly reference: Reference | null;
  /** Index into `accesses` of this fill's first access (header, sell slot, then buy slot if sold > 0, then ticket slot if boarded > 0). */
  readonly firstAccess: number;
}

/** inflow = outflow + remainder; take = remainder + fees goes to the row's fee slot. */
export interface PotReceipt {
  readonly row: PriceRow;
  readonly inflow: bigint;
  readonly outflow: bigint;
  readonly remainder: bigint;
  readonly fees: bigint;
  readonly take: bigint;
  /** Index into `accesses` of the fee slot's access, or −1 if take = 0. */
  readonly access: number;
}

export interface RideReceipt {
  readonly row: RideRow;
  readonly terms: RideTerms;
  /** Tickets that people took from pot[ticket] minus tickets that they gave to it (so that pot has no remainder). */
  readonly net: bigint;
}

export interface L1FillReceipt {
  readonly fill: L1Fill;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sellPrice: bigint;
  readonly buyPrice: bigint;
  /** sold·sellPrice = bought·buyPrice + remainder, 0 ≤ remainder < buyPrice. */
  readonly soldValue: bigint;
  readonly boughtValue: bigint;
  readonly remainder: bigint;
  readonly effect: L1OrderEffect;
}

export interface ClearingReceipt extends ReceiptBase {
  readonly kind: 'clearing';
  readonly fills: readonly FillReceipt[];
  readonly l1Fills: readonly L1FillReceipt[];
  readonly pots: readonly PotReceipt[];
  readonly rides: readonly RideReceipt[];
}

export type Receipt =
  | OpenAccountReceipt
  | DepositReceipt
  | TransferReceipt
  | ConditionalTransferReceipt
  | CancelReceipt
  | ClearingReceipt
  | RedeemReceipt
  | WithdrawReceipt
  | ForcedExitReceipt
  | RotateKeyReceipt
  | MoveAccountReceipt;

export type { Refusal, RefusalCode };

// ---- diffs

export interface HeaderDiff {
  readonly account: AccountId;
  readonly header: Header;
}

export interface SlotDiff {
  readonly account: AccountId;
  readonly slot: number;
  readonly value: Slot;
}

/** New values of everything that a batch changed: headers ascending by account, slots ascending by (account, slot). */
export interface Diffs {
  readonly headers: readonly HeaderDiff[];
  readonly slots: readonly SlotDiff[];
}
