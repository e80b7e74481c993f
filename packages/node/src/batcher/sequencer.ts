/**
 * Seals batches: collects what L1 queued and what people sent, in a fixed order, executes it, and writes batch and statuses in one
 * database transaction. Until that commits nothing has happened; after it the batch is the truth that prover and settler work from.
 *
 * Order inside a batch: openings, deposits, forced exits, transfers / cancels / withdrawals by arrival, redemptions, the clearing.
 * Forced exits come before the clearing, so an exit can't be dodged by trading.
 */
import { invariant } from '@weir/foundation/assert';
import { bytesToBigint, fromHex } from '@weir/foundation/bytes';
import { toJson } from '@weir/protocol/api/json';
import { type OpenAccountRequest, type OrderRequest, type Request, requestFromJson } from '@weir/protocol/api/requests';
import { readSlot, type State } from '@weir/protocol/state/state';
import { bindStatement } from '@weir/protocol/statement/binding';
import { digestBytes } from '@weir/protocol/statement/header';
import { encodeStatement } from '@weir/protocol/statement/statement';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { AccountId, BatchContext, Clearing, Refusal, Ride, Transaction } from '@weir/protocol/types';
import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { DepositContent, RideContent, RideOutcomeContent } from '../l1/follower.ts';
import { match, type OpenOrder } from '../matching/matcher.ts';
import type { Queries } from '../storage/database.ts';
import { batches, fills, l1Deposits, l1ForcedExits, l1Rides, transactions } from '../storage/schema.ts';
import { encodeRecord } from './batchRecord.ts';
import type { Ledger } from './ledger.ts';

/** L1 refuses to take a deposit 44 h after a cancel was requested (monotone rule). */
const CANCEL_GRACE_SECONDS = 44 * 3600;

/**
 * A batch's statement must leave room for the proof in one transaction of 131,072 bytes. A word is 31 bytes; a transaction touches at
 * most four slots and emits at most five effect words.
 */
export interface SequencerOptions {
  readonly queries: Queries;
  readonly instance: Uint8Array;
  readonly instanceLimbs: readonly number[];
  readonly rewardRecipient: `0x${string}`;
  readonly operatorAccount: AccountId;
  readonly maxTransactions: number;
  /** Statement bytes that fit beside a proof. */
  readonly maxStatementBytes: number;
  /** Seal when the oldest waiting request is this old, or the batch is full. */
  readonly maxAgeMs: number;
  /** A ride with enough passengers closes this long before its boarding ends; 0 = at once. */
  readonly rideWaitSeconds: number;
}

export interface Sealed {
  readonly number: number;
  readonly transactions: number;
}

interface Pending {
  readonly seq: number;
  readonly request: Request;
  readonly receivedAt: Date;
}

/** One batch under construction. */
interface Draft {
  state: State;
  readonly context: BatchContext;
  readonly executed: Transaction[];
  /** seq of the request behind executed[i], if a person sent it. */
  readonly seqs: (number | undefined)[];
  readonly refused: { seq: number; refusal: Refusal }[];
}

/** Seals a batch at this L1 time, or returns undefined if there is nothing to do. */
export async function sealBatch(options: SequencerOptions, ledger: Ledger, now: number): Promise<Sealed | undefined> {
  const { queries } = options;
  const rides = await readRides(queries, ledger);
  const context: BatchContext = {
    instance: options.instanceLimbs,
    batchNumber: ledger.batchNumber + 1,
    timestamp: Math.max(now, ledger.timestamp),
    rewardRecipient: options.rewardRecipient,
    rides: new Map([...rides].map(([ticket, { ride }]) => [ticket, ride])),
  };
  const pending = await readPending(queries, options.maxTransactions);
  if (!(await isDue(options, ledger, pending, context))) return undefined;
  const draft: Draft = { state: ledger.state, context, executed: [], seqs: [], refused: [] };

  openAccounts(draft, ledger, pending);
  await takeDeposits(options, draft, ledger);
  await serveForcedExits(options, draft, ledger);
  for (const { seq, request } of pending)
    if (request.kind !== 'openAccount' && request.kind !== 'order') execute(draft, ledger, options, seq, request);
  redeemTickets(draft, ledger);
  const orders = await sortOrders(options, draft, pending, ledger);
  const orderSeqs = clear(options, draft, ledger, orders, rides);

  if (draft.executed.length === 0) {
    if (draft.refused.length > 0) await recordRefusals(queries, draft.refused);
    return undefined;
  }
  const batch = fitStatement(options, ledger, draft);
  await persist(options, draft, batch, orderSeqs);
  ledger.advance(batch);
  return { number: context.batchNumber, transactions: batch.transactions.length };
}

async function readPending(queries: Queries, limit: number): Promise<Pending[]> {
  const rows = await queries
    .select()
    .from(transactions)
    .where(inArray(transactions.status, ['accepted', 'open']))
    .orderBy(asc(transactions.seq))
    .limit(4 * limit);
  return rows.map(({ seq, body, receivedAt }) => ({ seq, request: requestFromJson(body), receivedAt }));
}

/** A full batch, or somebody who has waited long enough; L1's queues and finished rides do not wait for company. */
async function isDue(
  { queries, maxTransactions, maxAgeMs }: SequencerOptions,
  ledger: Ledger,
  pending: readonly Pending[],
  context: BatchContext,
): Promise<boolean> {
  if (pending.length >= maxTransactions) return true;
  if (pending.some(({ receivedAt }) => Date.now() - receivedAt.getTime() >= maxAgeMs)) return true;
  if (ledger.ticketHoldings().some(({ ticket }) => context.rides.get(ticket)?.outcome != null)) return true;
  const deposits = await queries.$count(l1Deposits, gte(l1Deposits.index, ledger.depositCursor));
  const exits = await queries.$count(l1ForcedExits, gte(l1ForcedExits.index, ledger.forcedCursor));
  return (
    deposits + exits > 0 ||
    [...context.rides.values()].some(({ closed, outcome, terms }) => !closed && outcome === null && context.timestamp > terms.boardBy)
  );
}

interface KnownRide {
  readonly ride: Ride;
  readonly content: RideContent;
}

async function readRides(queries: Queries, ledger: Ledger): Promise<Map<number, KnownRide>> {
  const rows = await queries.select().from(l1Rides).orderBy(asc(l1Rides.ticket));
  const rides = new Map<number, KnownRide>();
  for (const { ticket, content: json, outcome: outcomeJson } of rows) {
    const content = json as RideContent;
    const outcome = outcomeJson as RideOutcomeContent | null;
    const book = ledger.rides.get(ticket) ?? { boarded: 0n, closed: false };
    const ride: Ride = {
      terms: {
        ticket,
        inAsset: content.assetIn,
        outAsset: content.assetOut,
        worstIn: BigInt(content.worstIn),
        worstOut: BigInt(content.worstOut),
        boardBy: content.boardBy,
        settleBy: content.settleBy,
      },
      maxSize: BigInt(content.maxSize),
      boarded: book.boarded,
      closed: book.closed,
      outcome:
        outcome === null
          ? null
          : { outTotal: BigInt(outcome.outTotal), inReturned: BigInt(outcome.inReturned), tickets: BigInt(outcome.tickets) },
    };
    // A ride whose outcome is known can only be redeemed, and one without passengers has nothing to redeem.
    if (outcome !== null && ride.outcome!.tickets === 0n) continue;
    rides.set(ticket, { ride, content });
  }
  return rides;
}

/** Executes if the rules allow; otherwise records why not. */
function attempt(draft: Draft, transaction: Transaction, seq?: number): boolean {
  const outcome = applyTransaction(draft.state, transaction, draft.context);
  if (outcome.ok) {
    draft.state = outcome.state;
    draft.executed.push(transaction);
    draft.seqs.push(seq);
    return true;
  }
  if (seq !== undefined) draft.refused.push({ seq, refusal: outcome.refusal });
  return false;
}

function openAccounts(draft: Draft, ledger: Ledger, pending: readonly Pending[]): void {
  let next = ledger.nextAccount;
  for (const { seq, request } of pending) {
    if (request.kind !== 'openAccount') continue;
    const opened = attempt(draft, { ...(request as OpenAccountRequest), account: next }, seq);
    if (opened) next++;
  }
}

async function takeDeposits({ queries, maxTransactions }: SequencerOptions, draft: Draft, ledger: Ledger): Promise<void> {
  const rows = await queries
    .select()
    .from(l1Deposits)
    .where(gte(l1Deposits.index, ledger.depositCursor))
    .orderBy(asc(l1Deposits.index))
    .limit(maxTransactions);
  for (const [i, row] of rows.entries()) {
    invariant(row.index === ledger.depositCursor + i, `deposit ${ledger.depositCursor + i} is missing`);
    const content = row.content as DepositContent;
    const digest = fromHex(content.headerDigest);
    const deposit = {
      kind: 'deposit',
      account: content.account,
      asset: content.asset,
      amount: BigInt(content.amount),
      headerDigest: Array.from({ length: 8 }, (_, e) => Number(bytesToBigint(digest.subarray(4 * e, 4 * e + 4)))),
      depositor: content.depositor,
    } as const;
    const cancelled =
      row.cancelled !== 0 || (row.cancelRequestedAt !== null && draft.context.timestamp > row.cancelRequestedAt + CANCEL_GRACE_SECONDS);
    const taken = !cancelled && attempt(draft, { ...deposit, status: 'taken', slot: content.slot });
    if (!taken)
      invariant(attempt(draft, { ...deposit, status: 'returned', slot: content.slot }), `deposit ${row.index} can be neither taken nor returned`);
  }
}

async function serveForcedExits({ queries, maxTransactions }: SequencerOptions, draft: Draft, ledger: Ledger): Promise<void> {
  const rows = await queries
    .select()
    .from(l1ForcedExits)
    .where(gte(l1ForcedExits.index, ledger.forcedCursor))
    .orderBy(asc(l1ForcedExits.index))
    .limit(maxTransactions);
  for (const row of rows) {
    const content = row.content as { account: AccountId; requester: `0x${string}` };
    const exit = { kind: 'forcedExit', ...content } as const;
    const done = attempt(draft, { ...exit, status: 'served' }) || attempt(draft, { ...exit, status: 'refuted' });
    invariant(done, `forced exit ${row.index} can be neither served nor refuted`);
  }
}

function execute(draft: Draft, ledger: Ledger, options: SequencerOptions, seq: number, request: Request): void {
  if (draft.executed.length >= options.maxTransactions) return;
  const fee = (asset: number) => ({
    feeAccount: options.operatorAccount,
    feeSlot: ledger.slotFor(draft.state, options.operatorAccount, asset, { own: false }) ?? 15,
  });
  switch (request.kind) {
    case 'transfer': {
      const toSlot = ledger.slotFor(draft.state, request.to, request.asset, { own: request.to === request.account }) ?? 15;
      attempt(draft, { ...request, toSlot, ...fee(request.asset) }, seq);
      break;
    }
    case 'withdraw':
      attempt(draft, { ...request, ...fee(request.asset) }, seq);
      break;
    case 'cancel':
      attempt(draft, request, seq);
      break;
    default:
      break;
  }
}

/** Every ticket whose ride is over becomes what it is worth, in the next batch. */
function redeemTickets(draft: Draft, ledger: Ledger): void {
  for (const { account, slot, ticket } of ledger.ticketHoldings()) {
    const ride = draft.context.rides.get(ticket);
    if (ride?.outcome == null || readSlot(draft.state, account, slot).balance === 0n) continue;
    const slotFor = (asset: number) => ledger.slotFor(draft.state, account, asset, { own: true }) ?? slot;
    const { outAsset, inAsset } = ride.terms;
    const outSlot = ride.outcome.outTotal > 0n ? slotFor(outAsset) : null;
    const inSlot = ride.outcome.inReturned > 0n ? slotFor(inAsset) : null;
    attempt(draft, { kind: 'redeem', account, ticketSlot: slot, outSlot, inSlot: inSlot === outSlot && outSlot !== null ? null : inSlot });
  }
}

/** Orders that can still trade; the others get their final status. */
async function sortOrders({ queries }: SequencerOptions, draft: Draft, pending: readonly Pending[], _ledger: Ledger): Promise<OpenOrder[]> {
  const live: OpenOrder[] = [];
  for (const { seq, request } of pending) {
    if (request.kind !== 'order') continue;
    const { order, signature } = request as OrderRequest;
    const leg = order.legs[0];
    const slot = readSlot(draft.state, order.account, leg.sellSlot);
    const filled = slot.nonce === leg.sellNonce && slot.filled >= leg.sellAmount;
    if (order.until < draft.context.timestamp) {
      await queries.update(transactions).set({ status: 'expired' }).where(eq(transactions.seq, seq));
    } else if (slot.nonce > leg.sellNonce) {
      await queries.update(transactions).set({ status: 'dead' }).where(eq(transactions.seq, seq));
    } else if (!filled) {
      live.push({ seq, order, signature });
    }
  }
  return live;
}

/** Proposes a clearing and keeps it if the rules accept it. Returns the seq behind each of its fills. */
function clear(
  options: SequencerOptions,
  draft: Draft,
  ledger: Ledger,
  orders: readonly OpenOrder[],
  rides: ReadonlyMap<number, KnownRide>,
): readonly number[] {
  const boarding = new Map([...rides].filter(([, { ride }]) => ride.outcome === null).map(([ticket, { ride }]) => [ticket, ride]));
  const found = match({
    orders,
    slot: (account, slot) => readSlot(draft.state, account, slot),
    rides: boarding,
    referenceOf: (ticket) => {
      const content = rides.get(ticket)?.content;
      return content === undefined ? undefined : { inAmount: BigInt(content.referenceIn), outAmount: BigInt(content.referenceOut) };
    },
    timestamp: draft.context.timestamp,
    feeSlotOf: (asset) => ({
      feeAccount: options.operatorAccount,
      feeSlot: ledger.slotFor(draft.state, options.operatorAccount, asset, { own: false }) ?? 15,
    }),
    closes: (ticket, boarded) => {
      const content = rides.get(ticket)?.content;
      if (content === undefined) return false;
      const over = draft.context.timestamp > content.boardBy;
      const waited = options.rideWaitSeconds === 0 || draft.context.timestamp + options.rideWaitSeconds >= content.boardBy;
      return over || (boarded > 0n && boarded >= BigInt(content.minSize) && waited);
    },
    maxFills: Math.max(1, options.maxTransactions - draft.executed.length),
  });
  if (found === undefined) return [];
  return attempt(draft, found.clearing) ? found.seqs : [];
}

/** Drops transactions from the back until the statement fits; deposits and forced exits come first and always fit. */
function fitStatement(options: SequencerOptions, ledger: Ledger, draft: Draft): Batch {
  for (;;) {
    const batch = applyBatch(ledger.state, draft.executed, { ...draft.context, verifySignature: () => true });
    invariant(batch.refused.length === 0, `sealed batch refuses ${batch.refused[0]?.refusal.code}`);
    if (encodeStatement(batch.statement).length <= options.maxStatementBytes || draft.executed.length === 1) return batch;
    draft.executed.pop();
    draft.seqs.pop();
  }
}

async function persist(options: SequencerOptions, draft: Draft, batch: Batch, orderSeqs: readonly number[]): Promise<void> {
  const { queries } = options;
  const binding = bindStatement(options.instance, batch.statement);
  const number = batch.statement.header.batchNumber;
  const clearing = batch.transactions.find((tx): tx is Clearing => tx.kind === 'clearing');
  await queries.transaction(async (tx) => {
    await tx.insert(batches).values({
      number,
      status: 'sealed',
      timestamp: batch.statement.header.timestamp,
      ...encodeRecord(batch.transactions, draft.context),
      transactionCount: batch.transactions.reduce((sum, item) => sum + (item.kind === 'clearing' ? Math.max(1, item.fills.length) : 1), 0),
      statement: encodeStatement(batch.statement),
      digest: digestBytes(binding.digest),
      newRollupRoot: digestBytes(batch.newRoots.rollup),
    });
    const done = draft.seqs.filter((seq): seq is number => seq !== undefined);
    if (done.length > 0) await tx.update(transactions).set({ status: 'batched', batch: number }).where(inArray(transactions.seq, done));
    for (const [i, fill] of (clearing?.fills ?? []).entries()) {
      const seq = orderSeqs[i];
      const leg = fill.order.legs[fill.leg];
      const after = readSlot(batch.after, fill.order.account, leg.sellSlot);
      const complete = after.nonce !== leg.sellNonce || after.filled >= leg.sellAmount;
      await tx
        .update(transactions)
        .set({ status: complete ? 'batched' : 'open', batch: number })
        .where(and(eq(transactions.seq, seq)));
      const { sold, bought, boarded, fee, ticket } = fill;
      await tx
        .insert(fills)
        .values({ batch: number, seq, sold: `${sold}`, bought: `${bought}`, boarded: `${boarded}`, fee: `${fee}`, ticket });
    }
    for (const { seq, refusal } of draft.refused) {
      await tx
        .update(transactions)
        .set({ status: 'refused', refusal: toJson(refusal) })
        .where(eq(transactions.seq, seq));
    }
  });
}

async function recordRefusals(queries: Queries, refused: Draft['refused']): Promise<void> {
  for (const { seq, refusal } of refused) {
    await queries
      .update(transactions)
      .set({ status: 'refused', refusal: toJson(refusal) })
      .where(eq(transactions.seq, seq));
  }
}
