/**
 * What people sign, as field elements (docs/protocol.md, "Signed messages"). Everything signed names its kind, its length and the
 * instance first; the digest is the message chain of docs/statements.md. A format never changes: a new one takes a new kind number.
 *
 * Small numbers are packed where the sum stays below 2^30, so each element is a linear function of range-checked pieces and has
 * one reading only.
 */
import { hashMessage } from '@weir/crypto/poseidon';
import { addressLimbs, amountPieces, factLimbs, splitTime } from './statement/limbs.ts';
import type {
  CancelMessage,
  ConditionalTransferMessage,
  Digest,
  MoveAccountMessage,
  OpenAccountMessage,
  OrderLeg,
  OrderMessage,
  TransferMessage,
  WithdrawMessage,
} from './types.ts';

export const MESSAGE_KINDS = {
  openAccount: 1,
  transfer: 2,
  withdraw: 3,
  cancel: 4,
  order: 5,
  moveAccount: 6,
  orderLegs: 7,
  leg: 8,
  conditionalTransfer: 9,
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;

/** Element counts (`orderLegs`: with two legs, 8 more with three). `leg` is never signed by itself. */
export const MESSAGE_ELEMENTS = {
  openAccount: 18,
  transfer: 31,
  withdraw: 22,
  cancel: 14,
  order: 32,
  moveAccount: 14,
  orderLegs: 30,
  leg: 20,
  conditionalTransfer: 39,
} as const;

/** (kind, count, instance 8) ‖ rest; the count includes everything. */
function message(kind: MessageKind, instance: readonly number[], rest: readonly number[]): number[] {
  return [MESSAGE_KINDS[kind], 2 + instance.length + rest.length, ...instance, ...rest];
}

/** 18 elements: …, tree, keyVersion, l1Owner 6. The key itself enters through the signature's challenge. */
export function openAccountElements(instance: readonly number[], m: OpenAccountMessage): number[] {
  return message('openAccount', instance, [m.tree, m.keyVersion, ...addressLimbs(m.l1Owner)]);
}

/** 31 elements: …, account, keyVersion, asset, nonce, amount 3, fee 3, untilLo + 2^20·slot, untilHi, to, toHeaderDigest 8. */
export function transferElements(instance: readonly number[], m: TransferMessage): number[] {
  return message('transfer', instance, [...spendElements(m), m.to, ...m.toHeaderDigest]);
}

/** 39 elements: a transfer's, then the fact as 8 limbs of 28 bits. */
export function conditionalTransferElements(instance: readonly number[], m: ConditionalTransferMessage): number[] {
  return message('conditionalTransfer', instance, [...spendElements(m), m.to, ...m.toHeaderDigest, ...factLimbs(m.fact)]);
}

/** 22 elements: …, account, keyVersion, asset, nonce, amount 3, fee 3, untilLo + 2^20·slot, untilHi. */
export function withdrawElements(instance: readonly number[], m: WithdrawMessage): number[] {
  return message('withdraw', instance, spendElements(m));
}

function spendElements(m: WithdrawMessage): number[] {
  const [untilLo, untilHi] = splitTime(m.until);
  return [
    m.account,
    m.keyVersion,
    m.asset,
    m.nonce,
    ...amountPieces(m.amount),
    ...amountPieces(m.fee),
    untilLo + 2 ** 20 * m.slot,
    untilHi,
  ];
}

/** 14 elements: …, account, keyVersion, slot, nonce. */
export function cancelElements(instance: readonly number[], m: CancelMessage): number[] {
  return message('cancel', instance, [m.account, m.keyVersion, m.slot, m.nonce]);
}

/**
 * …, account, keyVersion, untilLo, untilHi, then what is ordered. One leg: its 18 elements (kind `order`, 32). Two or three: 8 elements
 * of digest per leg (kind `orderLegs`, 14 + 8 per leg), so that whoever shows one leg need not show the others.
 */
export function orderElements(instance: readonly number[], m: OrderMessage): number[] {
  const signer = [m.account, m.keyVersion, ...splitTime(m.until)];
  return m.legs.length === 1
    ? message('order', instance, [...signer, ...legElements(m.legs[0])])
    : message('orderLegs', instance, [...signer, ...m.legs.flatMap(legDigest)]);
}

/** The message chain over (8, 20, the leg's 18 elements). */
export function legDigest(leg: OrderLeg): Digest {
  return hashMessage([MESSAGE_KINDS.leg, MESSAGE_ELEMENTS.leg, ...legElements(leg)]);
}

/**
 * 18 elements: sellAsset, sellNonce, buyAsset, sellAmount 3, minBuyAmount 3, maxFee 3, minFill 3,
 * ticketsUntilLo + 2^20·sellSlot + 2^24·buySlot, ticketsUntilHi + 2^20·ticketSlot, band reference + 2^16·bps.
 */
export function legElements(leg: OrderLeg): number[] {
  const [ticketsLo, ticketsHi] = splitTime(leg.ticketsUntil);
  return [
    leg.sellAsset,
    leg.sellNonce,
    leg.buyAsset,
    ...amountPieces(leg.sellAmount),
    ...amountPieces(leg.minBuyAmount),
    ...amountPieces(leg.maxFee),
    ...amountPieces(leg.minFill),
    ticketsLo + 2 ** 20 * leg.sellSlot + 2 ** 24 * leg.buySlot,
    ticketsHi + 2 ** 20 * leg.ticketSlot,
    leg.band.reference + 2 ** 16 * leg.band.bps,
  ];
}

/** 14 elements: …, account, keyVersion, untilLo, untilHi. */
export function moveAccountElements(instance: readonly number[], m: MoveAccountMessage): number[] {
  return message('moveAccount', instance, [m.account, m.keyVersion, ...splitTime(m.until)]);
}

/** The digest that is signed. */
export function messageDigest(elements: readonly number[]): Digest {
  return hashMessage(elements);
}
