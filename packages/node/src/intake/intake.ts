/**
 * Takes a request from a person: range checks, signature, a dry run against the sequencer's state, then durable, then acknowledged.
 *
 * The dry run only spares people a late refusal; the rules are asked again when the batch is sealed. Sending the same signed request
 * twice is one request: its id is the hash of what was signed.
 */
import { keccak256 } from '@weir/crypto/keccak';
import { concatBytes, fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { stringify, toJson } from '@weir/protocol/api/json';
import { type Request, requestDigest, requestFromJson, requestId } from '@weir/protocol/api/requests';
import { verifySignature } from '@weir/protocol/signature';
import { readHeader, readSlot } from '@weir/protocol/state/state';
import type { OwnerKey } from '@weir/protocol/types';
import { eq, inArray } from 'drizzle-orm';
import type { Ledger } from '../batcher/ledger.ts';
import type { Queries } from '../storage/database.ts';
import { transactions } from '../storage/schema.ts';

export interface IntakeOptions {
  readonly queries: Queries;
  readonly instance: readonly number[];
  readonly ledger: Ledger;
  /** L1 time of the last block seen. */
  readonly now: () => number;
}

export interface Accepted {
  readonly id: string;
  readonly seq: number;
  readonly status: string;
  /** True if the same request had been accepted before. */
  readonly duplicate: boolean;
}

export type IntakeFault =
  | 'SIGNATURE_INVALID'
  | 'ACCOUNT_NOT_OPEN'
  | 'KEY_VERSION_MISMATCH'
  | 'EXPIRED'
  | 'NONCE_TOO_LOW'
  | 'NONCE_USED'
  | 'SLOT_ASSET_MISMATCH'
  | 'INSUFFICIENT_BALANCE'
  | 'SLOT_NOT_FREE'
  | 'QUEUE_FULL';

const fault = (code: IntakeFault, message: string, details: Record<string, unknown> = {}) =>
  new CodedError<IntakeFault>(code, message, details);

/** Throws `CodedError` with a code of `JsonFault`, `RequestFault` or `IntakeFault`; nothing is stored then. */
export async function acceptRequest(options: IntakeOptions, json: unknown): Promise<Accepted> {
  const request = requestFromJson(json);
  const id = idOf(options.instance, request);
  const [known] = await options.queries.select().from(transactions).where(eq(transactions.id, id));
  if (known !== undefined) return { id, seq: known.seq, status: known.status, duplicate: true };

  const key = signer(options.ledger, request);
  if (!verifySignature(request.signature, requestDigest(options.instance, request), key)) {
    throw fault('SIGNATURE_INVALID', 'the signature does not match the message and the key');
  }
  await dryRun(options, request);
  const [row] = await options.queries
    .insert(transactions)
    .values({ id, kind: request.kind, body: toJson(request), status: request.kind === 'order' ? 'open' : 'accepted' })
    .onConflictDoNothing()
    .returning({ seq: transactions.seq, status: transactions.status });
  if (row !== undefined) return { id, seq: row.seq, status: row.status, duplicate: false };
  const [raced] = await options.queries.select().from(transactions).where(eq(transactions.id, id));
  return { id, seq: raced.seq, status: raced.status, duplicate: true };
}

/** An opening's signed message does not contain the key, so the key joins its id. */
function idOf(instance: readonly number[], request: Request): string {
  const id = requestId(instance, request);
  if (request.kind !== 'openAccount') return id;
  return toHex(keccak256(concatBytes(fromHex(id), new TextEncoder().encode(stringify(request.ownerKey)))));
}

function accountOf(request: Exclude<Request, { kind: 'openAccount' }>): number {
  return request.kind === 'order' ? request.order.account : request.account;
}

function signer(ledger: Ledger, request: Request): OwnerKey {
  if (request.kind === 'openAccount') return request.ownerKey;
  const account = accountOf(request);
  const header = readHeader(ledger.state, account);
  if (header.keyVersion === 0) throw fault('ACCOUNT_NOT_OPEN', `account ${account} is not open`, { account });
  const keyVersion = request.kind === 'order' ? request.order.keyVersion : request.keyVersion;
  if (keyVersion !== header.keyVersion) {
    throw fault('KEY_VERSION_MISMATCH', `signed for key version ${keyVersion}, the account has ${header.keyVersion}`, {
      current: header.keyVersion,
    });
  }
  return header.ownerKey;
}

/** What the rules would refuse today, against the last sealed batch and what this slot's owner has pending. */
async function dryRun({ ledger, now, queries }: IntakeOptions, request: Request): Promise<void> {
  if (request.kind === 'openAccount') return;
  const until = request.kind === 'order' ? request.order.until : request.kind === 'cancel' ? undefined : request.until;
  if (until !== undefined && until < now()) throw fault('EXPIRED', 'its time is over', { until, now: now() });
  const leg = request.kind === 'order' ? request.order.legs[0] : undefined;
  const account = accountOf(request);
  const slotNumber = leg?.sellSlot ?? (request as { slot: number }).slot;
  const nonce = leg?.sellNonce ?? (request as { nonce: number }).nonce;
  const slot = readSlot(ledger.state, account, slotNumber);
  if (nonce < slot.nonce)
    throw fault('NONCE_TOO_LOW', `slot ${slotNumber} is at nonce ${slot.nonce}`, { signed: nonce, current: slot.nonce });
  if (leg === undefined) await requireFreshNonce(queries, account, slotNumber, nonce);
  if (request.kind === 'cancel') return;
  const asset = leg?.sellAsset ?? (request as { asset: number }).asset;
  if (slot.asset !== asset)
    throw fault('SLOT_ASSET_MISMATCH', `slot ${slotNumber} holds asset ${slot.asset}, not ${asset}`, { holds: slot.asset });
  const needed = leg === undefined ? (request as { amount: bigint; fee: bigint }).amount + (request as { fee: bigint }).fee : 1n;
  if (slot.balance < needed) {
    throw fault('INSUFFICIENT_BALANCE', `slot ${slotNumber} has ${slot.balance}, needs ${needed}`, {
      balance: `${slot.balance}`,
      needed: `${needed}`,
    });
  }
  if (leg !== undefined) requireRoom(ledger, account, leg.buySlot, leg.buyAsset);
}

function requireRoom(ledger: Ledger, account: number, slotNumber: number, asset: number): void {
  const slot = readSlot(ledger.state, account, slotNumber);
  if (slot.asset !== asset && slot.balance > 0n) {
    throw fault('SLOT_NOT_FREE', `slot ${slotNumber} holds asset ${slot.asset}`, { slot: slotNumber, holds: slot.asset });
  }
}

/** Two pending spends of one nonce: the second would only be refused later. */
async function requireFreshNonce(queries: Queries, account: number, slot: number, nonce: number): Promise<void> {
  const pending = await queries
    .select({ body: transactions.body })
    .from(transactions)
    .where(inArray(transactions.status, ['accepted']));
  for (const { body } of pending) {
    const other = body as { account?: number; slot?: number; nonce?: number };
    if (other.account === account && other.slot === slot && other.nonce === nonce) {
      throw fault('NONCE_USED', `another pending request spends nonce ${nonce} of slot ${slot}`, { account, slot, nonce });
    }
  }
}
