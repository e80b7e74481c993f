/**
 * What a rule works on: a private copy of the state (a reference) plus the growing lists of a receipt. The access rules that every
 * kind shares live here (docs/protocol.md, "Access rules"); each function records exactly the accesses that the circuit makes.
 */
import { messageDigest } from '../messages.ts';
import { require } from '../refusals.ts';
import { verifySignature } from '../signature.ts';
import { FIRST_PUBLIC_SLOT, isOpen, isUnopened } from '../state/account.ts';
import type { State } from '../state/state.ts';
import { readHeader, readSlot, writeHeader, writeSlot } from '../state/state.ts';
import type { Access, AccountId, BatchContext, Effect, FeeSlot, Header, OwnerKey, Signature, Slot, VerifiedSignature } from '../types.ts';

export const MAX_NONCE_STEP = 2 ** 16;
export const NONCE_LIMIT = 2 ** 30;
/** Half of what a version may be: a rotation can always be served. */
export const MAX_OPENING_VERSION = 2 ** 29 - 1;
export const VERSION_LIMIT = 2 ** 30;
export const U64 = 1n << 64n;

export interface Draft {
  state: State;
  readonly context: BatchContext;
  readonly accesses: Access[];
  readonly signatures: VerifiedSignature[];
  readonly effects: Effect[];
}

export function newDraft(state: State, context: BatchContext): Draft {
  return { state, context, accesses: [], signatures: [], effects: [] };
}

/** Reads a header, opened or not. */
export function accessHeader(draft: Draft, account: AccountId): Header {
  const header = readHeader(draft.state, account);
  writeHeaderAccess(draft, account, header, header);
  return header;
}

export function accessOpenHeader(draft: Draft, account: AccountId): Header {
  const header = accessHeader(draft, account);
  require(isOpen(header), 'ACCOUNT_NOT_OPEN', () => ({ account }));
  return header;
}

/** One access that reads and writes. */
export function writeHeaderAccess(draft: Draft, account: AccountId, before: Header, after: Header): void {
  draft.accesses.push({ kind: 'header', account, before, after });
  if (after !== before) draft.state = writeHeader(draft.state, account, after);
}

/** From all zeros: an account that was opened, or that has moved away, stays what it is. */
export function openHeader(draft: Draft, account: AccountId, after: Header): void {
  const before = readHeader(draft.state, account);
  require(isUnopened(before), 'ACCOUNT_EXISTS', () => ({ account }));
  writeHeaderAccess(draft, account, before, after);
}

export function accessSlot(draft: Draft, account: AccountId, slot: number, change: (before: Slot) => Slot): void {
  const before = readSlot(draft.state, account, slot);
  const after = change(before);
  draft.accesses.push({ kind: 'slot', account, slot, before, after });
  draft.state = writeSlot(draft.state, account, slot, after);
}

// ---- signatures and time

export function requireSignature(draft: Draft, elements: readonly number[], key: OwnerKey, signature: Signature): void {
  const digest = messageDigest(elements);
  const verify = draft.context.verifySignature ?? verifySignature;
  require(verify(signature, digest, key), 'SIGNATURE_INVALID', () => ({ digest }));
  draft.signatures.push({ elements, digest, key, signature });
}

interface Signed {
  readonly account: AccountId;
  readonly keyVersion: number;
  readonly signature: Signature;
}

/** The signer's header, once its key has signed `elements`. */
export function requireSigned(draft: Draft, signed: Signed, elements: () => readonly number[]): Header {
  const header = accessOpenHeader(draft, signed.account);
  requireSignedBy(draft, header, signed, elements);
  return header;
}

/** The same for a header that the caller accesses itself. */
export function requireSignedBy(draft: Draft, header: Header, { keyVersion, signature }: Signed, elements: () => readonly number[]): void {
  require(keyVersion === header.keyVersion, 'KEY_VERSION_MISMATCH', () => ({ signed: keyVersion, current: header.keyVersion }));
  requireSignature(draft, elements(), header.ownerKey, signature);
}

export function requireUntil(draft: Draft, until: number): void {
  const { timestamp } = draft.context;
  require(timestamp <= until, 'EXPIRED', () => ({ until, timestamp }));
}

// ---- slots

/** n ≥ m, n − m ≤ 2^16. */
export function requireNonce(signed: number, current: number): void {
  require(signed >= current, 'NONCE_TOO_LOW', () => ({ signed, current }));
  require(signed - current <= MAX_NONCE_STEP, 'NONCE_TOO_FAR', () => ({ signed, current, step: MAX_NONCE_STEP }));
}

function nonceAfter(nonce: number): number {
  require(nonce + 1 < NONCE_LIMIT, 'NONCE_EXHAUSTED', () => ({ nonce }));
  return nonce + 1;
}

/** Spend(n): the slot moves to (n + 1, 0). */
function spent(slot: Slot, nonce: number): Slot {
  requireNonce(nonce, slot.nonce);
  require(nonce !== slot.nonce || slot.filled === 0n, 'NONCE_PARTLY_FILLED', () => ({ nonce, filled: slot.filled }));
  return { ...slot, nonce: nonceAfter(nonce), filled: 0n };
}

function debited(slot: Slot, asset: number, amount: bigint): Slot {
  require(asset !== 0, 'ASSET_ZERO');
  require(slot.asset === asset, 'SLOT_ASSET_MISMATCH', () => ({ expected: asset, found: slot.asset }));
  require(slot.balance >= amount, 'INSUFFICIENT_BALANCE', () => ({ balance: slot.balance, needed: amount }));
  return { ...slot, balance: slot.balance - amount };
}

export function cancelNonce(draft: Draft, account: AccountId, slot: number, nonce: number): void {
  accessSlot(draft, account, slot, (before) => spent(before, nonce));
}

export interface SlotAmount {
  readonly account: AccountId;
  readonly slot: number;
  readonly asset: number;
  readonly amount: bigint;
}

/** Spend and Debit of transfer and withdraw, in one access. */
export function spendFrom(draft: Draft, { account, slot, asset, amount }: SlotAmount, nonce: number): void {
  accessSlot(draft, account, slot, (before) => debited(spent(before, nonce), asset, amount));
}

/** A fill's access to its sell slot. `total` counts as sold, `fee` comes on top. Returns `filled` before. */
export function sellFrom(
  draft: Draft,
  at: Omit<SlotAmount, 'amount'>,
  sale: { readonly nonce: number; readonly sellAmount: bigint; readonly minFill: bigint; readonly total: bigint; readonly fee: bigint },
): bigint {
  let filledBefore = 0n;
  accessSlot(draft, at.account, at.slot, (before) => {
    requireNonce(sale.nonce, before.nonce);
    filledBefore = sale.nonce === before.nonce ? before.filled : 0n;
    const filled = filledBefore + sale.total;
    require(filled <= sale.sellAmount, 'OVERFILLED', () => ({ filled, sellAmount: sale.sellAmount }));
    require(sale.total >= sale.minFill || filled === sale.sellAmount, 'BELOW_MIN_FILL', () => ({
      total: sale.total,
      minFill: sale.minFill,
    }));
    return { ...debited(before, at.asset, sale.total + sale.fee), nonce: sale.nonce, filled };
  });
  return filledBefore;
}

/** Credit(asset, amount, own). */
export function credit(draft: Draft, { account, slot, asset, amount }: SlotAmount, own: boolean): void {
  require(asset !== 0, 'ASSET_ZERO');
  accessSlot(draft, account, slot, (before) => {
    const balance = (before.asset === asset ? before.balance : 0n) + amount;
    require(balance < U64, 'BALANCE_OVERFLOW', () => ({ balance: before.balance, amount }));
    if (before.asset === asset) return { ...before, balance };
    require(before.balance === 0n, 'SLOT_NOT_FREE', () => ({ account, slot, holds: before.asset }));
    require(own || slot >= FIRST_PUBLIC_SLOT, 'SLOT_RESERVED', () => ({ account, slot }));
    return { asset, nonce: nonceAfter(before.nonce), balance, filled: 0n };
  });
}

/** Fee credit: nothing is touched if nothing is due. */
export function creditFee(draft: Draft, { feeAccount, feeSlot }: FeeSlot, asset: number, amount: bigint): void {
  if (amount > 0n) credit(draft, { account: feeAccount, slot: feeSlot, asset, amount }, false);
}

/** Takes the whole balance; asset, nonce and filled stay. Returns what it held. */
export function emptySlot(draft: Draft, account: AccountId, slot: number): Slot {
  let held: Slot | undefined;
  accessSlot(draft, account, slot, (before) => {
    held = before;
    return { ...before, balance: 0n };
  });
  return held!;
}

/** What the kinds without numbers of their own put in their receipt. */
export function receiptBase({ accesses, signatures, effects }: Draft): Pick<Draft, 'accesses' | 'signatures' | 'effects'> {
  return { accesses, signatures, effects };
}
