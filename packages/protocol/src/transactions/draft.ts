/**
 * What a rule works on: a private copy of the state (a reference) plus the growing lists of a receipt. The access rules that every
 * kind shares live here (docs/protocol.md, "Access rules"); each function records exactly the accesses that the circuit makes.
 */
import { messageDigest } from '../messages.ts';
import { require } from '../refusals.ts';
import { verifySignature } from '../signature.ts';
import { FIRST_PUBLIC_SLOT, isOpen } from '../state/account.ts';
import type { State } from '../state/state.ts';
import { readHeader, readSlot, treeOf, writeHeader, writeSlot } from '../state/state.ts';
import type { Access, AccountId, BatchContext, Effect, FeeSlot, Header, OwnerKey, Signature, Slot, VerifiedSignature } from '../types.ts';

export const MAX_NONCE_STEP = 2 ** 16;
export const NONCE_LIMIT = 2 ** 30;
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

export function requireRollup(account: AccountId): void {
  require(treeOf(account) === 0, 'VALIDIUM_CLOSED', () => ({ account }));
}

/** Reads a header, opened or not. */
export function accessHeader(draft: Draft, account: AccountId): Header {
  requireRollup(account);
  const header = readHeader(draft.state, account);
  draft.accesses.push({ kind: 'header', account, before: header, after: header });
  return header;
}

export function accessOpenHeader(draft: Draft, account: AccountId): Header {
  const header = accessHeader(draft, account);
  require(isOpen(header), 'ACCOUNT_NOT_OPEN', () => ({ account }));
  return header;
}

export function openHeader(draft: Draft, account: AccountId, after: Header): void {
  requireRollup(account);
  const before = readHeader(draft.state, account);
  require(!isOpen(before), 'ACCOUNT_EXISTS', () => ({ account }));
  draft.accesses.push({ kind: 'header', account, before, after });
  draft.state = writeHeader(draft.state, account, after);
}

function accessSlot(draft: Draft, account: AccountId, slot: number, change: (before: Slot) => Slot): void {
  requireRollup(account);
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
export function requireSigned(draft: Draft, { account, keyVersion, signature }: Signed, elements: () => readonly number[]): Header {
  const header = accessOpenHeader(draft, account);
  require(keyVersion === header.keyVersion, 'KEY_VERSION_MISMATCH', () => ({ signed: keyVersion, current: header.keyVersion }));
  requireSignature(draft, elements(), header.ownerKey, signature);
  return header;
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
