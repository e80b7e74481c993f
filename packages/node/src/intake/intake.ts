/**
 * Takes a request from a person: range checks, a dry run of the rules (signature included) against the last sealed state, then durable,
 * then acknowledged.
 *
 * The dry run only spares people a late refusal; the rules are asked again when the batch is sealed. Sending the same signed request
 * twice is one request: its id is the hash of what was signed.
 */
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import { type OrderRequest, type Request, requestDigest, requestFromJson, requestId } from '@weir/protocol/api/requests';
import type { Refusal } from '@weir/protocol/refusals';
import { readHeader, treeOf } from '@weir/protocol/state/state';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { BatchContext, Transaction } from '@weir/protocol/types';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { readFacts } from '../batcher/l1Orders.ts';
import type { Ledger } from '../batcher/ledger.ts';
import { readReferences, referencesOf } from '../batcher/references.ts';
import { readRides } from '../batcher/rides.ts';
import { completed, destinationIn } from '../batcher/sequencer.ts';
import { verifySignature } from '../kernels.ts';
import { checkOrder } from '../matching/checkOrder.ts';
import type { Queries } from '../storage/database.ts';
import { l1Assets, l1Rides, type TransactionStatus, transactions } from '../storage/schema.ts';

export interface IntakeOptions {
  readonly queries: Queries;
  readonly instance: readonly number[];
  readonly ledger: Ledger;
  readonly operatorAccount: number;
  /** Refuses with QUEUE_FULL above this many waiting requests. */
  readonly maxWaiting: number;
  /** L1 time of the last block seen. */
  readonly now: () => number;
  /** L1 takes no more batches: a sunset has passed, or the core is frozen. */
  readonly over: () => boolean;
}

export interface Accepted {
  readonly id: string;
  readonly seq: number;
  readonly status: string;
}

/** Orders that one account may keep open: every batch looks at each of them. */
export const MAX_OPEN_ORDERS = 64;

/** Beside the codes of `JsonFault`, `RequestFault` and `RefusalCode` (docs/protocol.md). */
export type IntakeFault =
  | 'ASSET_UNKNOWN'
  | 'CLOSED'
  | 'DUPLICATE'
  | 'NONCE_USED'
  | 'QUEUE_FULL'
  | 'SLOT_BUSY'
  | 'SLOT_PROMISED'
  | 'WAITS_TOO_LONG';

const fault = (code: IntakeFault | 'RIDE_OVER', message: string, details: Record<string, unknown> = {}) =>
  new CodedError(code, message, details);

/** Throws `CodedError` with a code of `JsonFault`, `RequestFault`, `RefusalCode` or `IntakeFault`; nothing is stored then. */
export async function acceptRequest(options: IntakeOptions, json: unknown): Promise<Accepted> {
  const { queries, instance } = options;
  if (options.over()) throw fault('CLOSED', 'this deployment has ended (sunset or freeze): everything gets out by `weir escape`');
  const request = requestFromJson(json);
  const id = requestId(instance, request);
  const known = await find(queries, id);
  if (known !== undefined) throw duplicate(known);

  const [context] = await Promise.all([
    contextOf(options, request),
    requireRoom(options, request),
    requireAssets(options, request),
    requireUnpromised(options, request),
  ]);
  requireAcceptable(options, request, context);
  const status = await firstStatus(options, request);
  const [row] = await queries
    .insert(transactions)
    .values({ id, kind: request.kind, body: toJson(request), status, ...spendOf(request) })
    .onConflictDoNothing()
    .returning({ id: transactions.id, seq: transactions.seq, status: transactions.status });
  if (row !== undefined) return row;
  // Another request was there first, at this very moment or before: the same one, or one that spends the same nonce.
  const raced = await find(queries, id);
  if (raced !== undefined) throw duplicate(raced);
  throw fault('NONCE_USED', 'another request that spends this nonce is waiting already', spendOf(request));
}

/** Whoever sends again because an answer got lost learns from the details where his request stands. */
const duplicate = (known: Accepted): CodedError => fault('DUPLICATE', 'the node has this very request already', { ...known });

async function find(queries: Queries, id: string) {
  const { seq, status } = transactions;
  const [row] = await queries.select({ id: transactions.id, seq, status }).from(transactions).where(eq(transactions.id, id));
  return row;
}

/** A waiting transfer keeps a line in everybody's way for no longer than this. */
const MAX_WAIT_SECONDS = 24 * 3600;

/** A conditional transfer may come before its fact: then it waits for it, and nothing else may use its slot meanwhile. */
async function firstStatus({ queries, now }: IntakeOptions, request: Request): Promise<TransactionStatus> {
  if (request.kind === 'order') return 'open';
  if (request.kind !== 'conditionalTransfer') return 'accepted';
  if ((await readFacts(queries, [request.fact])).size > 0) return 'accepted';
  const longest = now() + MAX_WAIT_SECONDS;
  if (request.until > longest)
    throw fault('WAITS_TOO_LONG', 'a transfer waits for its fact for a day at most', { until: request.until, longest });
  const { account, slot, status, body } = transactions;
  const spends = and(eq(account, request.account), eq(slot, request.slot), eq(status, 'accepted'));
  const sells = { order: { account: request.account, legs: [{ sellSlot: request.slot }] } };
  const busy = await queries.$count(transactions, or(spends, and(eq(status, 'open'), sql`${body} @> ${JSON.stringify(sells)}::jsonb`)));
  if (busy > 0) throw fault('SLOT_BUSY', 'something else may still spend from this slot', { account: request.account, slot: request.slot });
  return 'waiting';
}

/** Whoever has paid for a waiting transfer relies on its slot; L1's forced requests alone go past it. */
async function requireUnpromised({ queries }: IntakeOptions, request: Request): Promise<void> {
  if (request.kind === 'openAccount') return;
  const { account, slots } =
    request.kind === 'order'
      ? { account: request.order.account, slots: request.order.legs.map(({ sellSlot }) => sellSlot) }
      : { account: request.account, slots: request.kind === 'moveAccount' ? undefined : [request.slot] };
  const theirs = and(eq(transactions.status, 'waiting'), eq(transactions.account, account));
  const promised = await queries.$count(transactions, slots === undefined ? theirs : and(theirs, inArray(transactions.slot, slots)));
  if (promised > 0) throw fault('SLOT_PROMISED', 'a conditional transfer from this slot waits for its fact', { account });
}

/** What a request uses up; empty for those that use up nothing by themselves. */
function spendOf(request: Request): { account?: number; slot?: number; nonce?: number } {
  if (request.kind === 'openAccount' || request.kind === 'order' || request.kind === 'moveAccount') return {};
  const { account, slot, nonce } = request;
  return { account, slot, nonce };
}

/** Openings, which cost nothing, have a line of their own; orders, which stay, are counted by account: nobody can fill up another's room. */
async function requireRoom({ queries, maxWaiting }: IntakeOptions, request: Request): Promise<void> {
  const { kind, status, body } = transactions;
  const isOrder = request.kind === 'order';
  const line = isOrder
    ? and(eq(status, 'open'), sql`(${body} #>> '{order,account}')::bigint = ${request.order.account}`)
    : and(eq(status, 'accepted'), request.kind === 'openAccount' ? eq(kind, 'openAccount') : ne(kind, 'openAccount'));
  const most = isOrder ? MAX_OPEN_ORDERS : maxWaiting;
  const waiting = await queries.$count(transactions, line);
  if (waiting >= most) throw fault('QUEUE_FULL', 'too many requests are waiting; try again later', { waiting, maxWaiting: most });
}

/** Assets that L1's registry has; tickets only until their ride is over. */
async function requireAssets({ queries }: IntakeOptions, request: Request): Promise<void> {
  if (request.kind === 'openAccount' || request.kind === 'cancel' || request.kind === 'moveAccount') return;
  const named = request.kind === 'order' ? request.order.legs.flatMap((leg) => [leg.sellAsset, leg.buyAsset]) : [request.asset];
  const [assets, rides] = await Promise.all([
    queries.select({ number: l1Assets.number }).from(l1Assets).where(inArray(l1Assets.number, named)),
    queries.select().from(l1Rides).where(inArray(l1Rides.ticket, named)),
  ]);
  const known = new Set([...assets.map(({ number }) => number), ...rides.map(({ ticket }) => ticket)]);
  const unknown = named.find((asset) => !known.has(asset));
  if (unknown !== undefined) throw fault('ASSET_UNKNOWN', `asset ${unknown} is not in L1's registry`, { asset: unknown });
  // Tickets trade between people from close to arrival; then they are redeemed. While the ride boards, it alone sells and buys them.
  if (request.kind !== 'order') return;
  for (const { ticket, outcome } of rides) {
    if (outcome !== null) throw fault('RIDE_OVER', `ride ${ticket} is over: its tickets are redeemed`, { ticket });
  }
}

/** Only orders look at rides and reference prices; one held to a price that nobody has read lately waits until somebody does. */
async function contextOf({ queries, instance, ledger, now }: IntakeOptions, request: Request): Promise<BatchContext> {
  const isOrder = request.kind === 'order';
  const rides = isOrder ? await readRides(queries, ledger) : [];
  const references = isOrder && request.order.legs.some(({ band }) => band.reference !== 0) ? await readReferences(queries) : new Map();
  return {
    instance,
    batchNumber: ledger.batchNumber + 1,
    timestamp: Math.max(now(), ledger.timestamp),
    rewardRecipient: `0x${'00'.repeat(20)}`,
    rides: new Map([...rides].map(([ticket, { ride }]) => [ticket, ride])),
    references: referencesOf(references),
    // As if the fact were there: it may come later.
    facts: new Set(request.kind === 'conditionalTransfer' ? [request.fact] : []),
    verifySignature,
  };
}

/** What the rules would refuse today. */
function requireAcceptable({ ledger, operatorAccount, instance }: IntakeOptions, request: Request, context: BatchContext): void {
  if (request.kind === 'order') {
    requireSigner(ledger, instance, request);
    refuseWith(checkOrder(ledger.state, context, request.order, true));
    return;
  }
  const outcome = applyTransaction(ledger.state, transactionOf(ledger, request, operatorAccount), context);
  if (!outcome.ok) refuseWith(outcome.refusal);
}

/** With what the operator adds, as it would be today. */
function transactionOf(ledger: Ledger, request: Exclude<Request, OrderRequest>, operatorAccount: number): Transaction {
  switch (request.kind) {
    case 'openAccount': {
      const { tree, ...fields } = request;
      return { ...fields, account: ledger.nextIn(tree) };
    }
    case 'moveAccount':
      return { ...request, destination: destinationIn(ledger.state, ledger.nextIn(1 - treeOf(request.account))) };
    default:
      return completed(ledger.state, request, ledger.accountsLike(operatorAccount));
  }
}

function requireSigner({ state }: Ledger, instance: readonly number[], request: OrderRequest): void {
  const { account, keyVersion } = request.order;
  const header = readHeader(state, account);
  if (header.keyVersion === 0) refuseWith({ code: 'ACCOUNT_NOT_OPEN', account });
  if (keyVersion !== header.keyVersion) refuseWith({ code: 'KEY_VERSION_MISMATCH', signed: keyVersion, current: header.keyVersion });
  if (!verifySignature(request.signature, requestDigest(instance, request), header.ownerKey)) refuseWith({ code: 'SIGNATURE_INVALID' });
}

function refuseWith(refusal: Refusal | undefined): void {
  if (refusal === undefined) return;
  const { code, ...numbers } = refusal;
  throw new CodedError(code, `the rules refuse this: ${code}`, numbers);
}
