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
import { digestBytes, HEADER_BYTES } from '@weir/protocol/statement/header';
import { WORD_BYTES } from '@weir/protocol/statement/limbs';
import { encodeStatement } from '@weir/protocol/statement/statement';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { AccountId, BatchContext, Clearing, Effect, Refusal, Ride, Transaction, TransactionKind } from '@weir/protocol/types';
import { and, asc, count, eq, gt, gte, inArray, isNull, min, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { compressMany, verifySignature } from '../kernels.ts';
import type { DepositContent, ForcedExitContent } from '../l1/follower.ts';
import { checkOrder } from '../matching/checkOrder.ts';
import { matches, type OpenOrder } from '../matching/matcher.ts';
import type { Queries } from '../storage/database.ts';
import { batches, fills, l1Deposits, l1ForcedExits, transactions } from '../storage/schema.ts';
import { encodeRecord } from './batchRecord.ts';
import { type Ledger, slotFor, totalChanges } from './ledger.ts';
import { type KnownRide, readRides } from './rides.ts';

/** L1 refuses to take a deposit 44 h after a cancel was requested (monotone rule). */
const CANCEL_GRACE_SECONDS = 44 * 3600;
/** A clearing leaves out this many accounts whose orders the rules refuse before it gives up until the next batch. */
const MAX_LEFT_OUT = 64;
/** Clearings that an account sits out at most after its orders were refused again and again. */
const MAX_BENCH = 1_024;
/** Orders that waited in vain are looked at again after this long if somebody sat out: what made his refused may have passed. */
const SITTING_OUT_MS = 5_000;
/** L1 refuses to trade past a forced exit of 24 h; half of that is left for those in front of it. */
const EXIT_PATIENCE_SECONDS = 12 * 3600;
/** L1's requests are for whole accounts. */
const ALL_SLOTS = 2 ** 16 - 1;
/** L1 books less than this of each asset on the L2, all accounts together. */
const TOTAL_LIMIT = 1n << 64n;
/** Parts of a batch that stay free for what comes later in it, if anything does: nobody can crowd out those behind. */
const RESERVE = { openAccount: 3 / 4, deposit: 1 / 2, forcedExit: 1 / 4 } as const;

/** Statement words that a transaction causes at most: effects and touched slots. */
const WORDS: Readonly<Record<Exclude<TransactionKind, 'clearing'>, number>> = {
  openAccount: 2,
  deposit: 3 + 1,
  transfer: 3,
  withdraw: 2 + 2,
  cancel: 1,
  /** With every slot in use; `wordsOf` looks. */
  forcedExit: 2 + 16 * (2 + 1),
  rotateKey: 3 + 2,
  /** Both headers and all slots of both ids, with every slot in use. */
  moveAccount: 2 * 2 + 2 * 16,
  redeem: 3 + 3 + 2 * 2,
};
/** Assets that a transaction's effects name at most; L1 refuses a batch whose effects name more than `MAX_ASSETS`. */
const ASSETS: Readonly<Record<Exclude<TransactionKind, 'clearing'>, number>> = {
  openAccount: 0,
  deposit: 1,
  transfer: 0,
  withdraw: 1,
  cancel: 0,
  forcedExit: 16,
  rotateKey: 0,
  moveAccount: 0,
  redeem: 3,
};
const ASSETS_PER_RIDE = 3;
const MAX_ASSETS = 128;
/**
 * Gas of one settle transaction (EIP-7825) less a tenth for safety, and less what every batch costs whatever is in it: the verifier, its
 * calldata at the transaction's byte limit and the polynomial over all words (10.9 M measured at 256 orders, `npm run bench`). The rest is
 * for effects; their costs are upper bounds of contracts/snapshots/settle.json.
 */
const EFFECTS_GAS = 15_100_000 - 12_400_000;
const GAS_PER_NEW_ASSET = 15_000;
const GAS_PER_EFFECT: Readonly<Record<Effect['kind'], number>> = {
  deposit: 6_000,
  withdrawal: 2_500,
  ride: 80_000,
  redeem: 80_000,
  forcedExit: 20_000,
  rotateKey: 20_000,
};
/** The most that a transaction's effects cost, all of its assets new to the batch. */
const GAS: Readonly<Record<Exclude<TransactionKind, 'clearing'>, number>> = {
  openAccount: 0,
  deposit: GAS_PER_EFFECT.deposit + ASSETS.deposit * GAS_PER_NEW_ASSET,
  transfer: 0,
  withdraw: GAS_PER_EFFECT.withdrawal + ASSETS.withdraw * GAS_PER_NEW_ASSET,
  cancel: 0,
  forcedExit: GAS_PER_EFFECT.forcedExit + 16 * GAS_PER_EFFECT.withdrawal + ASSETS.forcedExit * GAS_PER_NEW_ASSET,
  rotateKey: GAS_PER_EFFECT.rotateKey,
  moveAccount: 0,
  redeem: GAS_PER_EFFECT.redeem + 2 * GAS_PER_EFFECT.withdrawal + ASSETS.redeem * GAS_PER_NEW_ASSET,
};
const GAS_PER_RIDE = GAS_PER_EFFECT.ride + ASSETS_PER_RIDE * GAS_PER_NEW_ASSET;
const WORDS_PER_FILL = 3;
const WORDS_PER_PRICE = 1;
const WORDS_PER_RIDE = 3;
/** Price rows of a clearing: the pair, and ride tickets with their in assets. */
const CLEARING_ROOM = 64;

export interface SequencerOptions {
  readonly queries: Queries;
  readonly logger: Logger;
  readonly instance: Uint8Array;
  readonly instanceLimbs: readonly number[];
  readonly rewardRecipient: `0x${string}`;
  readonly operatorAccount: AccountId;
  readonly maxTransactions: number;
  /** Statement bytes that fit beside a proof. */
  readonly maxStatementBytes: number;
  /** Seal when the oldest waiting request is this old, or the batch is full. */
  readonly maxAgeMs: number;
  /** Seal nothing while this many batches wait for their proof: batches grow instead. */
  readonly maxUnproven: number;
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
}

type DepositRow = typeof l1Deposits.$inferSelect;
type ExitRow = typeof l1ForcedExits.$inferSelect;

/** One batch under construction. */
interface Draft {
  state: State;
  /** Statement words left, of `capacity`. */
  words: number;
  readonly capacity: number;
  /** Gas left for effects. */
  gas: number;
  /** Rides whose redemption this batch pays for already: L1 sums them up in one effect. */
  readonly redeemed: Set<number>;
  /** asset → change of its L2 total so far. */
  readonly booked: Map<number, bigint>;
  /** Named by effects so far. */
  readonly assets: Set<number>;
  readonly context: BatchContext;
  readonly executed: Transaction[];
  /** seq of the request behind executed[i], if a person sent it. */
  readonly seqs: (number | undefined)[];
  readonly refused: { seq: number; refusal: Refusal }[];
}

/** What the last attempt looked at in vain: those orders wait for something new, not for another attempt. */
interface Idle {
  readonly batchNumber: number;
  readonly rides: string;
  readonly seq: number;
  /** Date.now() until which they wait. */
  readonly until: number;
}

export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #ledger: Ledger;
  readonly #served = new Map<string, number>();
  /** Accounts whose orders the rules refused in a clearing: how often, and the last clearing that they sit out. */
  readonly #benched = new Map<number, { readonly times: number; readonly until: number }>();
  #clearings = 0;
  #idle: Idle = { batchNumber: -1, rides: '', seq: 0, until: 0 };

  constructor(options: SequencerOptions, ledger: Ledger) {
    this.#options = options;
    this.#ledger = ledger;
  }

  /** Seals a batch at this L1 time, or returns undefined if there is nothing to do. */
  async seal(now: number): Promise<Sealed | undefined> {
    const { queries, maxUnproven } = this.#options;
    await this.#ledger.sync(queries);
    await expireOrders(queries, now);
    if ((await queries.$count(batches, isNull(batches.proof))) >= maxUnproven) return undefined;
    const rides = await readRides(queries, this.#ledger);
    const draft = this.#newDraft(now, rides);
    if (!(await this.#isDue(draft, rides))) return undefined;

    const pending = await readPending(queries, this.#options.maxTransactions);
    const deposits = await this.#waitingDeposits();
    const exits = await this.#waitingExits();
    const people = pending.some(({ request }) => request.kind !== 'openAccount') || (await hasOpenOrders(queries));
    this.#openAccounts(draft, pending, people || exits.length > 0 || deposits.length > 0);
    this.#takeDeposits(draft, deposits, people || exits.length > 0);
    const exitsOverdue = this.#serveForcedExits(draft, exits, people);
    for (const { seq, request } of pending) this.#execute(draft, seq, request);
    this.#redeemTickets(draft);
    const orders = await this.#liveOrders(draft);
    // L1 refuses a trading batch that passes over an exit for long: then exits go first.
    const orderSeqs = exitsOverdue ? [] : this.#clear(draft, orders, rides);

    if (draft.executed.length === 0) {
      await recordRefusals(queries, draft.refused);
      const until = this.#sitOut().size > 0 ? Date.now() + SITTING_OUT_MS : Number.POSITIVE_INFINITY;
      this.#idle = { batchNumber: this.#ledger.batchNumber, rides: ridesKey(rides), seq: orders[orders.length - 1]?.seq ?? 0, until };
      return undefined;
    }
    const batch = this.#finish(draft);
    await this.#persist(draft, batch, orderSeqs);
    this.#ledger.advance(batch);
    return { number: draft.context.batchNumber, transactions: batch.transactions.length };
  }

  #newDraft(now: number, rides: ReadonlyMap<number, KnownRide>): Draft {
    const { instanceLimbs, rewardRecipient, maxStatementBytes } = this.#options;
    const context: BatchContext = {
      instance: instanceLimbs,
      batchNumber: this.#ledger.batchNumber + 1,
      timestamp: Math.max(now, this.#ledger.timestamp),
      rewardRecipient,
      rides: new Map([...rides].map(([ticket, { ride }]) => [ticket, ride])),
      verifySignature,
    };
    const words = Math.floor((maxStatementBytes - HEADER_BYTES) / WORD_BYTES);
    return {
      state: this.#ledger.state,
      words,
      capacity: words,
      gas: EFFECTS_GAS,
      redeemed: new Set(),
      booked: new Map(),
      assets: new Set(),
      context,
      executed: [],
      seqs: [],
      refused: [],
    };
  }

  /** A full batch, or somebody who has waited long enough; finished and overdue rides do not wait for company. */
  async #isDue({ context }: Draft, rides: ReadonlyMap<number, KnownRide>): Promise<boolean> {
    const { queries, maxTransactions, maxAgeMs } = this.#options;
    const ledger = this.#ledger;
    if (ledger.ticketHoldings().some(({ ticket }) => context.rides.get(ticket)?.outcome != null)) return true;
    if ([...rides].some(([, { ride }]) => isOverdue(ride, context.timestamp))) return true;
    const unchanged = this.#idle.batchNumber === ledger.batchNumber && this.#idle.rides === ridesKey(rides);
    const idle = unchanged && Date.now() < this.#idle.until;
    const fresh = or(
      eq(transactions.status, 'accepted'),
      and(eq(transactions.status, 'open'), gt(transactions.seq, idle ? this.#idle.seq : 0)),
    );
    const age = <T extends typeof transactions.receivedAt | typeof l1Deposits.seenAt | typeof l1ForcedExits.seenAt>(column: T) => ({
      waiting: count(),
      since: min(column),
    });
    const found = await Promise.all([
      queries.select(age(transactions.receivedAt)).from(transactions).where(fresh),
      queries.select(age(l1Deposits.seenAt)).from(l1Deposits).where(gte(l1Deposits.index, ledger.depositCursor)),
      queries.select(age(l1ForcedExits.seenAt)).from(l1ForcedExits).where(gte(l1ForcedExits.index, ledger.forcedCursor)),
    ]);
    const queues = found.map(([queue]) => queue);
    if (queues.reduce((sum, { waiting }) => sum + waiting, 0) >= maxTransactions) return true;
    return queues.some(({ since }) => since !== null && Date.now() - since.getTime() >= maxAgeMs);
  }

  /** Executes if the rules allow and there is room; otherwise records why not. Without room the request just waits. */
  #attempt(draft: Draft, transaction: Exclude<Transaction, Clearing>, seq?: number): boolean {
    const words = wordsOf(draft.state, transaction);
    if (!this.#hasRoom(draft, transaction.kind, words)) return false;
    const outcome = applyTransaction(draft.state, transaction, draft.context);
    if (!outcome.ok) {
      if (seq !== undefined) draft.refused.push({ seq, refusal: outcome.refusal });
      return false;
    }
    const { effects } = outcome.receipt;
    if (!this.#isBookable(draft, effects)) return false;
    draft.state = outcome.state;
    draft.words -= words;
    book(draft, effects);
    draft.executed.push(transaction);
    draft.seqs.push(seq);
    return true;
  }

  /** `reserve`: the part of the batch that is to stay free. */
  #hasRoom(
    { words, capacity, gas, assets, executed }: Draft,
    kind: Exclude<TransactionKind, 'clearing'>,
    needed = WORDS[kind],
    reserve = 0,
  ): boolean {
    const { maxTransactions } = this.#options;
    const fits =
      words - needed >= Math.floor(reserve * capacity) && executed.length < maxTransactions - Math.floor(reserve * maxTransactions);
    return fits && assets.size + ASSETS[kind] <= MAX_ASSETS && GAS[kind] <= gas;
  }

  /** Whether L1's books have room for it: if not, the batch could never settle, however well it is proven. */
  #isBookable({ booked }: Draft, effects: readonly Effect[]): boolean {
    const { totals } = this.#ledger;
    const totalOf = (asset: number) => (totals.get(asset) ?? 0n) + (booked.get(asset) ?? 0n);
    return [...totalChanges(effects)].every(([asset, change]) => totalOf(asset) + change < TOTAL_LIMIT);
  }

  #openAccounts(draft: Draft, pending: readonly Pending[], othersWait: boolean): void {
    let next = this.#ledger.nextAccount;
    for (const { seq, request } of pending) {
      if (request.kind !== 'openAccount') continue;
      if (!this.#hasRoom(draft, 'openAccount', WORDS.openAccount, othersWait ? RESERVE.openAccount : 0)) return;
      const { tree: _, ...fields } = request as OpenAccountRequest;
      if (this.#attempt(draft, { ...fields, account: next }, seq)) next++;
    }
  }

  #waitingDeposits(): Promise<DepositRow[]> {
    const { queries, maxTransactions } = this.#options;
    const waiting = gte(l1Deposits.index, this.#ledger.depositCursor);
    return queries.select().from(l1Deposits).where(waiting).orderBy(asc(l1Deposits.index)).limit(maxTransactions);
  }

  /** One more than a batch can serve: the age of the first that must wait on says whether the batch may trade. */
  #waitingExits(): Promise<ExitRow[]> {
    const { queries, maxTransactions } = this.#options;
    const waiting = gte(l1ForcedExits.index, this.#ledger.forcedCursor);
    return queries
      .select()
      .from(l1ForcedExits)
      .where(waiting)
      .orderBy(asc(l1ForcedExits.index))
      .limit(maxTransactions + 1);
  }

  #takeDeposits(draft: Draft, rows: readonly DepositRow[], othersWait: boolean): void {
    const { depositCursor } = this.#ledger;
    for (const [i, row] of rows.entries()) {
      if (!this.#hasRoom(draft, 'deposit', WORDS.deposit, othersWait ? RESERVE.deposit : 0)) return;
      invariant(row.index === depositCursor + i, `deposit ${depositCursor + i} is missing`);
      const { headerDigest, ...content } = row.content as DepositContent;
      const digest = fromHex(headerDigest);
      const deposit = {
        kind: 'deposit',
        ...content,
        amount: BigInt(content.amount),
        headerDigest: Array.from({ length: 8 }, (_, e) => Number(bytesToBigint(digest.subarray(4 * e, 4 * e + 4)))),
      } as const;
      const late = row.cancelRequestedAt !== null && draft.context.timestamp > row.cancelRequestedAt + CANCEL_GRACE_SECONDS;
      const taken = row.reclaimedBlock === null && !late && this.#attempt(draft, { ...deposit, status: 'taken' });
      // With its own slot: L1 compares all of the entry, taken or returned.
      const done = taken || this.#attempt(draft, { ...deposit, status: 'returned' });
      invariant(done, `deposit ${row.index} can be neither taken nor returned`);
    }
  }

  /** Returns true if one that has waited for long must wait on: no batch should trade past it. */
  #serveForcedExits(draft: Draft, rows: readonly ExitRow[], othersWait: boolean): boolean {
    const isOld = ({ requestedAt }: ExitRow) => requestedAt + EXIT_PATIENCE_SECONDS < draft.context.timestamp;
    for (const row of rows) {
      const exit = { kind: 'forcedExit', slots: ALL_SLOTS, ...(row.content as ForcedExitContent) } as const;
      const words = wordsOf(draft.state, { ...exit, status: 'served' });
      if (!this.#hasRoom(draft, 'forcedExit', words, othersWait && !isOld(row) ? RESERVE.forcedExit : 0)) return isOld(row);
      const done = this.#attempt(draft, { ...exit, status: 'served' }) || this.#attempt(draft, { ...exit, status: 'refuted' });
      invariant(done, `forced exit ${row.index} can be neither served nor refuted`);
    }
    return false;
  }

  #execute(draft: Draft, seq: number, request: Request): void {
    if (request.kind === 'openAccount' || request.kind === 'order' || request.kind === 'moveAccount') return;
    this.#attempt(draft, completed(draft.state, request, this.#ledger.accountsLike(this.#options.operatorAccount)), seq);
  }

  /** Every ticket whose ride is over becomes what it is worth, in the next batch. */
  #redeemTickets(draft: Draft): void {
    for (const { account, slot: ticketSlot, ticket } of this.#ledger.ticketHoldings()) {
      const ride = draft.context.rides.get(ticket);
      const { asset, balance } = readSlot(draft.state, account, ticketSlot);
      if (ride?.outcome == null || asset !== ticket || balance === 0n || !this.#hasRoom(draft, 'redeem')) continue;
      const { outAsset, inAsset } = ride.terms;
      const outSlot = ride.outcome.outTotal > 0n ? (slotFor(draft.state, account, outAsset, { own: true }) ?? ticketSlot) : null;
      const inSlot = ride.outcome.inReturned > 0n ? otherSlot(draft.state, account, inAsset, ticketSlot, outSlot) : null;
      const done = this.#attempt(draft, { kind: 'redeem', account, ticketSlot, outSlot, inSlot });
      if (!done) this.#options.logger.error({ account, ticketSlot, ticket, outSlot, inSlot }, 'redemption refused');
    }
  }

  /** Orders that can trade now; those that never can again get their final status. */
  async #liveOrders(draft: Draft): Promise<OpenOrder[]> {
    const { queries } = this.#options;
    const rows = await queries.select().from(transactions).where(eq(transactions.status, 'open')).orderBy(asc(transactions.seq));
    const live: OpenOrder[] = [];
    const dead: number[] = [];
    for (const { seq, body } of rows) {
      const { order, signature } = requestFromJson(body) as OrderRequest;
      const refusal = checkOrder(draft.state, draft.context, order, false);
      if (refusal === undefined) live.push({ seq, order, signature });
      // Executed in this very batch or before: certain only once the batch is, so not from the draft's state.
      else if (isDead(this.#ledger.state, order)) dead.push(seq);
    }
    if (dead.length > 0) await queries.update(transactions).set({ status: 'dead' }).where(inArray(transactions.seq, dead));
    return live;
  }

  /** Keeps the first proposed clearing that the rules accept. Returns the seq behind each of its fills. */
  #clear(draft: Draft, orders: readonly OpenOrder[], rides: ReadonlyMap<number, KnownRide>): readonly number[] {
    const { logger, maxTransactions } = this.#options;
    const maxFills = Math.min(maxTransactions - draft.executed.length, Math.floor((draft.words - CLEARING_ROOM) / WORDS_PER_FILL));
    if (maxFills <= 0) return [];
    this.#clearings++;
    const leftOut = this.#sitOut();
    const most = leftOut.size + MAX_LEFT_OUT;
    search: while (leftOut.size <= most) {
      const considered = orders.filter(({ order }) => !leftOut.has(order.account));
      for (const { pair, clearing, seqs } of matches(this.#market(draft, considered, rides, maxFills))) {
        const words =
          WORDS_PER_FILL * clearing.fills.length + WORDS_PER_PRICE * clearing.prices.length + WORDS_PER_RIDE * clearing.rides.length;
        if (words > draft.words || draft.assets.size + ASSETS_PER_RIDE * clearing.rides.length > MAX_ASSETS) continue;
        if (GAS_PER_RIDE * clearing.rides.length > draft.gas) continue;
        const outcome = applyTransaction(draft.state, clearing, draft.context);
        if (outcome.ok && !this.#isBookable(draft, outcome.receipt.effects)) continue;
        if (outcome.ok) {
          draft.state = outcome.state;
          draft.words -= words;
          book(draft, outcome.receipt.effects);
          draft.executed.push(clearing);
          draft.seqs.push(undefined);
          this.#served.set(pair, draft.context.batchNumber);
          return seqs;
        }
        const { code, fill } = outcome.refusal;
        logger.warn({ code, pair, seq: typeof fill === 'number' ? seqs[fill] : undefined }, 'clearing refused');
        if (typeof fill !== 'number') continue;
        const { account } = clearing.fills[fill].order;
        leftOut.add(account);
        this.#bench(account);
        continue search;
      }
      return [];
    }
    return [];
  }

  #sitOut(): Set<AccountId> {
    return new Set([...this.#benched].filter(([, { until }]) => until >= this.#clearings).map(([account]) => account));
  }

  /** Whoever makes a clearing fail sits out: that one, and with every further time about twice as many as the time before. */
  #bench(account: AccountId): void {
    const times = (this.#benched.get(account)?.times ?? 0) + 1;
    this.#benched.set(account, { times, until: this.#clearings + Math.min(2 ** (times - 1) - 1, MAX_BENCH) });
  }

  #market(draft: Draft, orders: readonly OpenOrder[], rides: ReadonlyMap<number, KnownRide>, maxFills: number) {
    const { rideWaitSeconds, operatorAccount } = this.#options;
    const feeAccounts = this.#ledger.accountsLike(operatorAccount);
    const { timestamp } = draft.context;
    const open = [...rides].filter(([, { ride }]) => ride.outcome === null);
    return {
      orders,
      slot: (account: AccountId, slot: number) => readSlot(draft.state, account, slot),
      rides: new Map(open.map(([ticket, { ride }]) => [ticket, ride])),
      referenceOf: (ticket: number) => rides.get(ticket)?.reference,
      timestamp,
      feeSlotOf: (asset: number) => feeSlotOf(draft.state, feeAccounts, asset),
      closes: (ticket: number, boarded: bigint) => {
        const { ride, minSize } = rides.get(ticket)!;
        const waited = rideWaitSeconds === 0 || timestamp + rideWaitSeconds >= ride.terms.boardBy;
        return timestamp > ride.terms.boardBy || (boarded >= minSize && waited);
      },
      lastServed: (pair: string) => this.#served.get(pair) ?? 0,
      maxFills,
      maxRides: Math.floor(Math.min(draft.gas / GAS_PER_RIDE, (MAX_ASSETS - draft.assets.size) / ASSETS_PER_RIDE)),
    };
  }

  #finish({ executed, context }: Draft): Batch {
    const batch = applyBatch(this.#ledger.state, executed, { ...context, verifySignature: () => true }, compressMany);
    invariant(batch.refused.length === 0, `sealed batch refuses ${batch.refused[0]?.refusal.code}`);
    invariant(encodeStatement(batch.statement).length <= this.#options.maxStatementBytes, 'the statement outgrew its word count');
    return batch;
  }

  async #persist({ context, seqs, refused }: Draft, batch: Batch, orderSeqs: readonly number[]): Promise<void> {
    const { queries, instance } = this.#options;
    const number = context.batchNumber;
    const clearing = batch.transactions.find((tx): tx is Clearing => tx.kind === 'clearing');
    const done = fillRows(batch, clearing?.fills ?? [], orderSeqs);
    const batched = [
      ...seqs.filter((seq): seq is number => seq !== undefined),
      ...done.filter(({ complete }) => complete).map(({ seq }) => seq),
    ];
    const open = done.filter(({ complete }) => !complete).map(({ seq }) => seq);
    await queries.transaction(async (tx) => {
      await tx.insert(batches).values({
        number,
        status: 'sealed',
        timestamp: context.timestamp,
        ...encodeRecord(batch.transactions, { ...context, rides: usedRides(batch, context.rides) }),
        transactionCount:
          batch.transactions.length - (clearing === undefined ? 0 : 1) + Math.max(clearing?.fills.length ?? 0, clearing ? 1 : 0),
        statement: encodeStatement(batch.statement),
        digest: digestBytes(bindStatement(instance, batch.statement).digest),
        newRollupRoot: digestBytes(batch.newRoots.rollup),
      });
      if (batched.length > 0)
        await tx.update(transactions).set({ status: 'batched', batch: number }).where(inArray(transactions.seq, batched));
      if (open.length > 0) await tx.update(transactions).set({ batch: number }).where(inArray(transactions.seq, open));
      if (done.length > 0) await tx.insert(fills).values(done.map(({ row }) => row));
      await recordRefusals(tx, refused);
    });
  }
}

// ---- reading

/** The first of each: openings cost nothing to send, so they have a line of their own and hold up nobody else. */
async function readPending(queries: Queries, limit: number): Promise<Pending[]> {
  const first = (kind: SQL) =>
    queries
      .select({ seq: transactions.seq, body: transactions.body })
      .from(transactions)
      .where(and(eq(transactions.status, 'accepted'), kind))
      .orderBy(asc(transactions.seq))
      .limit(limit);
  const openings = await first(eq(transactions.kind, 'openAccount'));
  const others = await first(ne(transactions.kind, 'openAccount'));
  return [...openings, ...others].map(({ seq, body }) => ({ seq, request: requestFromJson(body) }));
}

async function hasOpenOrders(queries: Queries): Promise<boolean> {
  const rows = await queries.select({ seq: transactions.seq }).from(transactions).where(eq(transactions.status, 'open')).limit(1);
  return rows.length > 0;
}

async function expireOrders(queries: Queries, now: number): Promise<void> {
  await queries
    .update(transactions)
    .set({ status: 'expired' })
    .where(and(eq(transactions.status, 'open'), sql`(${transactions.body} #>> '{order,until}')::bigint < ${now}`));
}

/** Changes when a ride appears, closes or ends: then orders that waited in vain are worth another look. */
function ridesKey(rides: ReadonlyMap<number, KnownRide>): string {
  return [...rides].map(([ticket, { ride }]) => `${ticket}${ride.closed ? 'c' : ''}${ride.outcome === null ? '' : 'o'}`).join();
}

function isOverdue({ boarded, closed, outcome, terms }: Ride, timestamp: number): boolean {
  return !closed && outcome === null && boarded > 0n && timestamp > terms.boardBy;
}

// ---- composing

/** Statement words that a transaction causes at most, in this state. */
function wordsOf(state: State, transaction: Exclude<Transaction, Clearing>): number {
  if (transaction.kind !== 'forcedExit') return WORDS[transaction.kind];
  if (transaction.status === 'refuted') return 2;
  return (
    2 + 3 * Array.from({ length: 16 }, (_, slot) => readSlot(state, transaction.account, slot)).filter(({ balance }) => balance > 0n).length
  );
}

function book(draft: Draft, effects: readonly Effect[]): void {
  const { assets, booked, redeemed } = draft;
  const known = assets.size;
  for (const asset of effects.flatMap(assetsOf)) assets.add(asset);
  draft.gas -= GAS_PER_NEW_ASSET * (assets.size - known);
  for (const effect of effects) {
    if (effect.kind === 'redeem' && redeemed.has(effect.ticket)) continue;
    if (effect.kind === 'redeem') redeemed.add(effect.ticket);
    draft.gas -= GAS_PER_EFFECT[effect.kind];
  }
  for (const [asset, change] of totalChanges(effects)) booked.set(asset, (booked.get(asset) ?? 0n) + change);
}

/**
 * Where the operator takes an asset: the first of his accounts that holds it, else the first that has room. Four slots of an account are
 * open to fees, and anybody can fill them by deposits; then the operator opens another account with the same key. Without any room it is
 * slot 15, which the rules refuse if anything is due.
 */
export function feeSlotOf(state: State, feeAccounts: readonly AccountId[], asset: number) {
  const found = feeAccounts.map((feeAccount) => ({ feeAccount, feeSlot: slotFor(state, feeAccount, asset, { own: false }) }));
  const holds = found.find(({ feeAccount, feeSlot }) => feeSlot !== undefined && readSlot(state, feeAccount, feeSlot).asset === asset);
  const { feeAccount, feeSlot } = holds ?? found.find((place) => place.feeSlot !== undefined) ?? found[0];
  return { feeAccount, feeSlot: feeSlot ?? 15 };
}

/** A signed spend with what the operator adds: slots for recipient and fee. */
export function completed(
  state: State,
  request: Exclude<Request, { kind: 'openAccount' | 'order' | 'moveAccount' }>,
  feeAccounts: readonly AccountId[],
) {
  switch (request.kind) {
    case 'transfer': {
      const toSlot = slotFor(state, request.to, request.asset, { own: request.to === request.account }) ?? 15;
      return { ...request, toSlot, ...feeSlotOf(state, feeAccounts, request.asset) };
    }
    case 'withdraw':
      return { ...request, ...feeSlotOf(state, feeAccounts, request.asset) };
    case 'cancel':
      return request;
  }
}

/** A slot for a redemption's second part that the first does not use; the ticket slot is free by then; null = to L1. */
function otherSlot(state: State, account: AccountId, asset: number, ticketSlot: number, taken: number | null): number | null {
  const slots = Array.from({ length: 16 }, (_, slot) => slot).filter((slot) => slot !== taken);
  const holding = slots.find((slot) => readSlot(state, account, slot).asset === asset);
  const free = slots.find((slot) => readSlot(state, account, slot).balance === 0n);
  return holding ?? free ?? (taken === ticketSlot ? null : ticketSlot);
}

function assetsOf(effect: Effect): readonly number[] {
  if (effect.kind === 'deposit' || effect.kind === 'withdrawal') return [effect.asset];
  return effect.kind === 'forcedExit' || effect.kind === 'rotateKey' ? [] : [effect.ticket, effect.inAsset, effect.outAsset];
}

/** Its nonce was passed, or its amount is used up: in the sealed state, so for good. */
function isDead(state: State, { account, legs }: OrderRequest['order']): boolean {
  const [leg] = legs;
  const slot = readSlot(state, account, leg.sellSlot);
  return slot.nonce > leg.sellNonce || (slot.nonce === leg.sellNonce && slot.filled >= leg.sellAmount);
}

function usedRides(batch: Batch, rides: ReadonlyMap<number, Ride>): Map<number, Ride> {
  const used = batch.effects.flatMap((effect) => (effect.kind === 'ride' || effect.kind === 'redeem' ? [effect.ticket] : []));
  return new Map(used.map((ticket) => [ticket, rides.get(ticket)!]));
}

function fillRows(batch: Batch, done: Clearing['fills'], seqs: readonly number[]) {
  return done.map(({ order, leg, sold, bought, boarded, fee, ticket }, i) => {
    const { sellSlot, sellNonce, sellAmount } = order.legs[leg];
    const after = readSlot(batch.after, order.account, sellSlot);
    const complete = after.nonce !== sellNonce || after.filled >= sellAmount;
    const numbers = { sold: `${sold}`, bought: `${bought}`, boarded: `${boarded}`, fee: `${fee}` };
    return { seq: seqs[i], complete, row: { batch: batch.statement.header.batchNumber, seq: seqs[i], ticket, ...numbers } };
  });
}

async function recordRefusals(queries: Pick<Queries, 'update'>, refused: Draft['refused']): Promise<void> {
  for (const { seq, refusal } of refused) {
    await queries
      .update(transactions)
      .set({ status: 'refused', refusal: toJson(refusal) })
      .where(eq(transactions.seq, seq));
  }
}
