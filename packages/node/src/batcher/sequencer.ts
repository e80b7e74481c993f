/**
 * Seals batches: collects what L1 queued and what people sent, in a fixed order, executes it, and writes batch and statuses in one
 * database transaction. Until that commits nothing has happened; after it the batch is the truth that prover and settler work from.
 *
 * Order inside a batch: forced requests, openings, deposits, transfers / cancels / withdrawals / moves by arrival, redemptions, the
 * clearing. Forced requests come before everything that people ask of the operator, so they can't be dodged.
 *
 * A batch is composed for what its carrier holds: as many words as fit into calldata, or, where blobs are worth it, effects in calldata and
 * diffs in blobs. Which of the two it is, is decided when it is whole (`da/volition.ts`).
 */
import { invariant } from '@weir/foundation/assert';
import { bytesToBigint, equalBytes, fromHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import {
  type MoveAccountRequest,
  type OpenAccountRequest,
  type OrderRequest,
  type Request,
  requestFromJson,
} from '@weir/protocol/api/requests';
import type { DeparturePolicy } from '@weir/protocol/rides/departure';
import { EMPTY_SLOT, isUnopened, sameSlot } from '@weir/protocol/state/account';
import { readHeader, readSlot, type State, treeOf } from '@weir/protocol/state/state';
import { encodeValidiumData } from '@weir/protocol/statement/availability';
import { wordChain } from '@weir/protocol/statement/binding';
import { BLOB_WORDS, blobsFromWords, MAX_BLOBS } from '@weir/protocol/statement/blobs';
import { digestBytes, HEADER_BYTES } from '@weir/protocol/statement/header';
import { WORD_BYTES } from '@weir/protocol/statement/limbs';
import { encodeBody, encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { applyBatch, type Batch, publishBatch } from '@weir/protocol/transactions/applyBatch';
import { applyTransaction, type Outcome } from '@weir/protocol/transactions/applyTransaction';
import { rateOf } from '@weir/protocol/transactions/band';
import type {
  AccountId,
  BatchContext,
  Clearing,
  Effect,
  Fact,
  Fill,
  ForcedExit,
  OrderLeg,
  OrderMessage,
  Reference,
  Refusal,
  Ride,
  Transaction,
  TransactionKind,
} from '@weir/protocol/types';
import { and, asc, count, desc, eq, gt, gte, inArray, min, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Publisher } from '../da/publisher.ts';
import { encodeValidiumRecord } from '../da/validiumRecord.ts';
import { blobsPay, type CarrierChoice, chooseCarrier, type GasPrices } from '../da/volition.ts';
import { compressMany, verifySignature } from '../kernels.ts';
import type { DepositContent, ForcedContent } from '../l1/follower.ts';
import { checkOrder, liveLegs } from '../matching/checkOrder.ts';
import { l1OfferOf } from '../matching/l1Offer.ts';
import { type Match, matches, type OpenOrder } from '../matching/matcher.ts';
import { lockBatches, type Queries } from '../storage/database.ts';
import { type BlobRecord, batches, fills, l1Deposits, l1ForcedExits, transactions } from '../storage/schema.ts';
import { encodeRecord, settledOf } from './batchRecord.ts';
import { feePlaces, feeSlotOf } from './feePlaces.ts';
import { readFacts, readL1Orders } from './l1Orders.ts';
import { type Ledger, slotFor, totalChanges } from './ledger.ts';
import { type KnownReference, type References, readReferences, referencesOf, usableReferences } from './references.ts';
import { type ClosingOptions, type KnownRide, readRides, shouldClose } from './rides.ts';

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
/** L1 books less than this of each asset on the L2, all accounts together. */
const TOTAL_LIMIT = 1n << 64n;
/** Parts of a batch that stay free for what comes later in it, if anything does: nobody can crowd out those behind. */
const RESERVE = { forcedExit: 1 / 2, openAccount: 3 / 4, deposit: 1 / 2 } as const;

/** Statement words of effects and of diffs. */
interface Words {
  readonly effects: number;
  readonly diffs: number;
}

/** Statement words that a transaction causes at most; `wordsOf` looks at the state where that is far from what it will be. */
const WORDS: Readonly<Record<Exclude<TransactionKind, 'clearing'>, Words>> = {
  openAccount: { effects: 0, diffs: 2 },
  deposit: { effects: 3, diffs: 1 },
  transfer: { effects: 0, diffs: 3 },
  conditionalTransfer: { effects: 2, diffs: 3 },
  withdraw: { effects: 2, diffs: 2 },
  cancel: { effects: 0, diffs: 1 },
  forcedExit: { effects: 2 + 16 * 2, diffs: 16 },
  rotateKey: { effects: 3, diffs: 2 },
  /** Both headers and all slots of both ids. */
  moveAccount: { effects: 0, diffs: 2 * 2 + 2 * 16 },
  redeem: { effects: 3 + 2 * 2, diffs: 3 },
};
/** L1 refuses a batch whose effects name more assets. */
const MAX_ASSETS = 128;
const ASSETS_PER_RIDE = 3;
/**
 * Gas of one settle transaction (EIP-7825) less a tenth for safety, and less what every batch costs whatever is in it: the verifier, its
 * calldata at the transaction's byte limit and the polynomial over all words (10.9 M measured at 256 orders, `npm run bench`). The rest is
 * for effects; their costs are upper bounds of contracts/snapshots/settle.json.
 */
const EFFECTS_GAS = 15_100_000 - 12_400_000;
const GAS_PER_NEW_ASSET = 15_000;
/** The day's outflow and the hold of an asset, once a batch: contracts/snapshots/exits.json has both, per slot of an exit. */
const GAS_PER_WITHDRAWN_ASSET = 45_000;
const GAS_PER_EFFECT: Readonly<Record<Effect['kind'], number>> = {
  deposit: 6_000,
  withdrawal: 2_500,
  ride: 80_000,
  redeem: 80_000,
  forcedExit: 20_000,
  rotateKey: 20_000,
  reference: 15_000,
  l1Order: 40_000,
  fact: 6_000,
};
/** The most that a transaction's effects cost, all of its assets new to the batch; a forced exit's: `gasOf`. */
const GAS: Readonly<Record<Exclude<TransactionKind, 'clearing' | 'forcedExit'>, number>> = {
  openAccount: 0,
  deposit: GAS_PER_EFFECT.deposit + GAS_PER_NEW_ASSET,
  transfer: 0,
  conditionalTransfer: GAS_PER_EFFECT.fact,
  withdraw: GAS_PER_EFFECT.withdrawal + GAS_PER_NEW_ASSET + GAS_PER_WITHDRAWN_ASSET,
  cancel: 0,
  rotateKey: GAS_PER_EFFECT.rotateKey,
  moveAccount: 0,
  redeem: GAS_PER_EFFECT.redeem + 2 * GAS_PER_EFFECT.withdrawal + 3 * GAS_PER_NEW_ASSET + 2 * GAS_PER_WITHDRAWN_ASSET,
};
/** So many forced requests fill a batch, whatever they are. */
const FULL_OF_FORCED = Math.ceil(EFFECTS_GAS / GAS_PER_EFFECT.forcedExit);
const GAS_PER_RIDE = GAS_PER_EFFECT.ride + ASSETS_PER_RIDE * GAS_PER_NEW_ASSET;
const DIFFS_PER_FILL = 3;
const DIFFS_PER_PRICE = 1;
const EFFECTS_PER_RIDE = 3;
const EFFECTS_PER_L1_FILL = 2;
const ASSETS_PER_L1_FILL = 2;
const EFFECTS_PER_REFERENCE = 2;
/** Feeds that the fills of one clearing are held to, at most. */
const MAX_FEEDS = 32;
const GAS_PER_L1_FILL = GAS_PER_EFFECT.l1Order + ASSETS_PER_L1_FILL * GAS_PER_NEW_ASSET;
/** Rows of the circuit. */
const MAX_L1_FILLS = 2 ** 8;
/** Calldata of six openings and their encoding, which calldata words could have used. */
const OPENINGS_BYTES = 6 * 10 * 32;
/** Ids tried as a moved account's destination: somebody's fee may have landed under an unopened one. */
const MAX_DESTINATIONS = 64;
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
  /** How this batch's data is published. */
  readonly publisher: Publisher;
  /** Seal when the oldest waiting request is this old, or the batch is full. */
  readonly maxAgeMs: number;
  /** What is only in L1's forced queue waits this long, by L1's clock, unless it fills a batch: somebody else's request a block must not cost a batch a block. */
  readonly forcedWaitSeconds: number;
  /** Seal nothing while this many batches wait for their proof: batches grow instead. */
  readonly maxUnproven: number;
  /** A ride with enough passengers closes this long before its boarding ends; 0 = when `ridePolicy` says so. */
  readonly rideWaitSeconds: number;
  readonly ridePolicy: DeparturePolicy;
}

export interface Sealed {
  readonly number: number;
  readonly transactions: number;
  readonly blobs: number;
}

interface Pending {
  readonly seq: number;
  readonly request: Request;
}

/** A batch with its data where it is to be. */
interface Published {
  readonly batch: Batch;
  readonly carrier: CarrierChoice;
  readonly blobs: readonly BlobRecord[];
}

type DepositRow = typeof l1Deposits.$inferSelect;
type ExitRow = typeof l1ForcedExits.$inferSelect;

/** What a batch's words may fill. */
interface Capacity {
  /** Words of the whole body in calldata. */
  readonly calldata: number;
  /** With diffs in blobs: effect words in calldata, diff words in blobs; undefined if blobs are not worth it. */
  readonly blobs: Words | undefined;
}

/** One batch under construction. */
interface Draft {
  state: State;
  /** Statement words used so far, at most. */
  words: Words;
  readonly capacity: Capacity;
  readonly prices: GasPrices;
  readonly validiumData: boolean;
  /** Lowest id that was never opened, by tree. */
  readonly next: [AccountId, AccountId];
  /** Gas left for effects. */
  gas: number;
  /** Rides whose redemption this batch pays for already: L1 sums them up in one effect. */
  readonly redeemed: Set<number>;
  /** asset → change of its L2 total so far. */
  readonly booked: Map<number, bigint>;
  /** Named by effects so far. */
  readonly assets: Set<number>;
  readonly withdrawn: Set<number>;
  readonly context: BatchContext;
  /** Of every feed the newest entry, usable in this batch or not. */
  readonly references: References;
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

interface Proposal {
  readonly found: { readonly match: Match; readonly words: Words; readonly outcome: Extract<Outcome, { ok: true }> } | undefined;
  readonly refused: readonly AccountId[];
}

export interface Quoted {
  /** The order itself is not acceptable. */
  readonly refusal: Refusal | undefined;
  /** What it would get in the next clearing; undefined = it would wait. */
  readonly fill: Fill | undefined;
  /** Whether the ride that it boards would close at once. */
  readonly closes: boolean;
  readonly rides: ReadonlyMap<number, KnownRide>;
  readonly gasPrice: bigint;
  /** Of that clearing. */
  readonly fills: number;
  /** What the order's first leg is, or could be, held to, and whether a batch sealed now may hold it to that. */
  readonly reference: (KnownReference & { readonly usable: boolean }) | undefined;
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

  /**
   * Seals a batch at this L1 time, or returns undefined if there is nothing to do. `seenUntil`: the L1 time up to which everything on L1 has
   * been read.
   */
  async seal(now: number, seenUntil = now): Promise<Sealed | undefined> {
    const { queries, maxUnproven } = this.#options;
    await this.#ledger.sync(queries);
    await expireOrders(queries, now);
    await endWaiting(queries, now);
    if ((await queries.$count(batches, eq(batches.status, 'sealed'))) >= maxUnproven) return undefined;
    const rides = await readRides(queries, this.#ledger);
    const draft = await this.#newDraft({ now, seenUntil }, rides);
    if (!(await this.#isDue(draft, rides))) return undefined;

    const pending = await readPending(queries, this.#options.maxTransactions);
    const deposits = await this.#waitingDeposits();
    const exits = await this.#waitingExits();
    const people = pending.some(({ request }) => request.kind !== 'openAccount') || (await hasOpenOrders(queries));
    const openings = pending.some(({ request }) => request.kind === 'openAccount');
    const exitsOverdue = this.#serveForced(draft, exits, people || openings || deposits.length > 0);
    // What the queue has left is shared by the others as the whole batch would be.
    const left = 1 - shareOf(draft, this.#options.maxTransactions);
    this.#openAccounts(draft, pending, people || deposits.length > 0 ? left * RESERVE.openAccount : 0);
    this.#takeDeposits(draft, deposits, people ? left * RESERVE.deposit : 0);
    for (const { seq, request } of pending) this.#execute(draft, seq, request);
    await this.#redeemTickets(draft);
    const orders = await this.#liveOrders(draft);
    // L1 refuses a trading batch that passes over an exit for long: then exits go first.
    const orderSeqs = exitsOverdue ? [] : this.#clear(draft, orders, rides);

    if (draft.executed.length === 0) {
      await recordRefusals(queries, draft.refused);
      const until = this.#sitOut().size > 0 ? Date.now() + SITTING_OUT_MS : Number.POSITIVE_INFINITY;
      this.#idle = {
        batchNumber: this.#ledger.batchNumber,
        rides: newsKey(rides, draft.context),
        seq: orders[orders.length - 1]?.seq ?? 0,
        until,
      };
      return undefined;
    }
    const batch = this.#finish(draft);
    const published = await this.#publish(draft, batch);
    await this.#persist(draft, published, orderSeqs);
    this.#ledger.advance(settledOf(published.batch));
    return { number: draft.context.batchNumber, transactions: batch.transactions.length, blobs: published.blobs.length };
  }

  async #newDraft(
    { now, seenUntil }: { readonly now: number; readonly seenUntil: number },
    rides: ReadonlyMap<number, KnownRide>,
    verify = verifySignature,
  ): Promise<Draft> {
    const { queries, instanceLimbs, rewardRecipient, maxStatementBytes, publisher } = this.#options;
    const timestamp = Math.max(now, this.#ledger.timestamp);
    const prices = await publisher.prices();
    const references = await readReferences(queries);
    const context: BatchContext = {
      instance: instanceLimbs,
      batchNumber: this.#ledger.batchNumber + 1,
      timestamp,
      rewardRecipient,
      rides: new Map([...rides].map(([ticket, { ride }]) => [ticket, ride])),
      references: usableReferences(references, timestamp, seenUntil),
      l1Orders: await readL1Orders(queries, this.#ledger, timestamp),
      facts: await readFacts(queries, await wantedFacts(queries)),
      verifySignature: verify,
    };
    const wordsIn = (bytes: number) => Math.floor((bytes - HEADER_BYTES) / WORD_BYTES);
    const inBlobs = { effects: wordsIn(maxStatementBytes - OPENINGS_BYTES), diffs: MAX_BLOBS * BLOB_WORDS };
    return {
      state: this.#ledger.state,
      words: { effects: 0, diffs: 0 },
      capacity: { calldata: wordsIn(maxStatementBytes), blobs: blobsPay(prices, publisher.policy) ? inBlobs : undefined },
      prices,
      validiumData: publisher.validiumData(),
      next: [this.#ledger.nextIn(0), this.#ledger.nextIn(1)],
      gas: EFFECTS_GAS,
      redeemed: new Set(),
      booked: new Map(),
      assets: new Set(),
      withdrawn: new Set(),
      context,
      references,
      executed: [],
      seqs: [],
      refused: [],
    };
  }

  /** A full batch, or somebody who has waited long enough (by itself a forced request waits longer); finished and overdue rides do not wait for company. */
  async #isDue(draft: Draft, rides: ReadonlyMap<number, KnownRide>): Promise<boolean> {
    const { context } = draft;
    const { queries, maxTransactions, maxAgeMs, forcedWaitSeconds } = this.#options;
    const ledger = this.#ledger;
    if (ledger.ticketHoldings().some(({ ticket }) => context.rides.get(ticket)?.outcome != null)) return true;
    if (this.#dueToClose(draft, rides)) return true;
    const unchanged = this.#idle.batchNumber === ledger.batchNumber && this.#idle.rides === newsKey(rides, context);
    const idle = unchanged && Date.now() < this.#idle.until;
    const fresh = or(
      eq(transactions.status, 'accepted'),
      and(eq(transactions.status, 'open'), gt(transactions.seq, idle ? this.#idle.seq : 0)),
    );
    const age = <T extends typeof transactions.receivedAt | typeof l1Deposits.seenAt | typeof l1ForcedExits.seenAt>(column: T) => ({
      waiting: count(),
      since: min(column),
    });
    const forced = { ...age(l1ForcedExits.seenAt), requestedAt: min(l1ForcedExits.requestedAt) };
    const [[requests], [deposits], [exits]] = await Promise.all([
      queries.select(age(transactions.receivedAt)).from(transactions).where(fresh),
      queries.select(age(l1Deposits.seenAt)).from(l1Deposits).where(gte(l1Deposits.index, ledger.depositCursor)),
      queries.select(forced).from(l1ForcedExits).where(gte(l1ForcedExits.index, ledger.forcedCursor)),
    ]);
    if (requests.waiting + deposits.waiting + exits.waiting >= maxTransactions || exits.waiting >= FULL_OF_FORCED) return true;
    const patience = exits.requestedAt === null || context.timestamp - exits.requestedAt < forcedWaitSeconds;
    const queues = patience ? [requests, deposits] : [requests, deposits, exits];
    return queues.some(({ since }) => since !== null && Date.now() - since.getTime() >= maxAgeMs);
  }

  /** Time alone can make a ride's turn come. */
  #dueToClose(draft: Draft, rides: ReadonlyMap<number, KnownRide>): boolean {
    const waiting = [...rides.values()].filter(({ ride }) => !ride.closed && ride.outcome === null && ride.boarded > 0n);
    return waiting.some((known) => shouldClose(known, known.ride.boarded, 0, this.#closing(draft)));
  }

  #closing({ context, prices }: Draft): ClosingOptions {
    const { rideWaitSeconds, ridePolicy: policy } = this.#options;
    return { policy, rideWaitSeconds, gasPrice: prices.gas, timestamp: context.timestamp };
  }

  /** Executes if the rules allow and there is room; otherwise records why not. Without room the request just waits. */
  #attempt(draft: Draft, transaction: Exclude<Transaction, Clearing>, seq?: number): boolean {
    const words = wordsOf(draft.state, transaction);
    if (!this.#hasRoom(draft, transaction)) return false;
    const outcome = applyTransaction(draft.state, transaction, draft.context);
    if (!outcome.ok) {
      if (seq !== undefined) draft.refused.push({ seq, refusal: outcome.refusal });
      return false;
    }
    const { effects } = outcome.receipt;
    if (!this.#isBookable(draft, effects)) return false;
    draft.state = outcome.state;
    draft.words = sum(draft.words, words);
    book(draft, effects);
    draft.executed.push(transaction);
    draft.seqs.push(seq);
    return true;
  }

  /** `reserve`: the part of the batch that is to stay free. */
  #hasRoom(draft: Draft, transaction: Exclude<Transaction, Clearing>, reserve = 0): boolean {
    const { maxTransactions } = this.#options;
    const { state, words, capacity, gas, assets, withdrawn, executed } = draft;
    const room = executed.length < maxTransactions - Math.floor(reserve * maxTransactions);
    const needed = assetsNamed(state, transaction);
    const newAssets = needed.filter((asset) => !assets.has(asset)).length;
    const newlyWithdrawn = needed.filter((asset) => !withdrawn.has(asset)).length;
    const fits = room && fitsWords(capacity, sum(words, wordsOf(state, transaction)), reserve);
    return fits && assets.size + newAssets <= MAX_ASSETS && gasOf(transaction.kind, needed.length, newAssets, newlyWithdrawn) <= gas;
  }

  /** Whether L1's books have room for it: if not, the batch could never settle, however well it is proven. */
  #isBookable({ booked }: Draft, effects: readonly Effect[]): boolean {
    const { totals } = this.#ledger;
    const totalOf = (asset: number) => (totals.get(asset) ?? 0n) + (booked.get(asset) ?? 0n);
    return [...totalChanges(effects)].every(([asset, change]) => totalOf(asset) + change < TOTAL_LIMIT);
  }

  #openAccounts(draft: Draft, pending: readonly Pending[], reserve: number): void {
    for (const { seq, request } of pending) {
      if (request.kind !== 'openAccount') continue;
      const { tree, ...fields } = request as OpenAccountRequest;
      const opening = { ...fields, account: draft.next[tree] } as const;
      if (!this.#hasRoom(draft, opening, reserve)) return;
      if (this.#attempt(draft, opening, seq)) draft.next[tree]++;
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

  #takeDeposits(draft: Draft, rows: readonly DepositRow[], reserve: number): void {
    const { depositCursor } = this.#ledger;
    for (const [i, row] of rows.entries()) {
      invariant(row.index === depositCursor + i, `deposit ${depositCursor + i} is missing`);
      const { headerDigest, ...content } = row.content as DepositContent;
      const digest = fromHex(headerDigest);
      const deposit = {
        kind: 'deposit',
        ...content,
        amount: BigInt(content.amount),
        headerDigest: Array.from({ length: 8 }, (_, e) => Number(bytesToBigint(digest.subarray(4 * e, 4 * e + 4)))),
      } as const;
      if (!this.#hasRoom(draft, { ...deposit, status: 'taken' }, reserve)) return;
      const late = row.cancelRequestedAt !== null && draft.context.timestamp > row.cancelRequestedAt + CANCEL_GRACE_SECONDS;
      const taken = row.reclaimedBlock === null && !late && this.#attempt(draft, { ...deposit, status: 'taken' });
      // With its own slot: L1 compares all of the entry, taken or returned.
      const done = taken || this.#attempt(draft, { ...deposit, status: 'returned' });
      invariant(done, `deposit ${row.index} can be neither taken nor returned`);
    }
  }

  /**
   * In queue order, each served or refuted. Others keep half of the batch while no request is old; then requests fill it to its limits.
   * Returns true if one that has waited for long must wait on: no batch should trade past it.
   */
  #serveForced(draft: Draft, rows: readonly ExitRow[], othersWait: boolean): boolean {
    const isOld = ({ requestedAt }: ExitRow) => requestedAt + EXIT_PATIENCE_SECONDS < draft.context.timestamp;
    for (const row of rows) {
      const { served, refuted } = forcedTransactions(row.content as ForcedContent);
      if (!this.#hasRoom(draft, served, othersWait && !isOld(row) ? RESERVE.forcedExit : 0)) return isOld(row);
      const done = this.#attempt(draft, served) || this.#attempt(draft, refuted);
      invariant(done, `forced request ${row.index} can be neither served nor refuted`);
    }
    return false;
  }

  #execute(draft: Draft, seq: number, request: Request): void {
    if (request.kind === 'openAccount' || request.kind === 'order') return;
    if (request.kind === 'moveAccount') this.#move(draft, seq, request);
    else this.#attempt(draft, completed(draft.state, request, this.#ledger.accountsLike(this.#options.operatorAccount)), seq);
  }

  /** To the lowest id of the other tree that nobody has and nothing has landed under. */
  #move(draft: Draft, seq: number, request: MoveAccountRequest): void {
    const tree = 1 - treeOf(request.account);
    const destination = destinationIn(draft.state, draft.next[tree]);
    if (this.#attempt(draft, { ...request, destination }, seq)) draft.next[tree] = destination + 1;
  }

  /** Every ticket whose ride is over becomes what it is worth, in the next batch; where the leg wants it that boarded, if it has more legs to come. */
  async #redeemTickets(draft: Draft): Promise<void> {
    if (!this.#ledger.ticketHoldings().some(({ ticket }) => draft.context.rides.get(ticket)?.outcome != null)) return;
    const boarders = await this.#boarders();
    for (const { account, slot: ticketSlot, ticket } of this.#ledger.ticketHoldings()) {
      const ride = draft.context.rides.get(ticket);
      const { asset, balance } = readSlot(draft.state, account, ticketSlot);
      if (ride?.outcome == null || asset !== ticket || balance === 0n) continue;
      const { outAsset, inAsset } = ride.terms;
      const leg = boarders.get(16 * account + ticketSlot);
      const outOfLeg = leg?.buyAsset === outAsset ? slotIfTakes(draft.state, account, leg.buySlot, outAsset) : undefined;
      const inOfLeg = leg?.sellAsset === inAsset ? slotIfTakes(draft.state, account, leg.sellSlot, inAsset) : undefined;
      const outSlot =
        ride.outcome.outTotal > 0n ? (outOfLeg ?? slotFor(draft.state, account, outAsset, { own: true }) ?? ticketSlot) : null;
      const inSlot =
        ride.outcome.inReturned === 0n
          ? null
          : inOfLeg !== undefined && inOfLeg !== outSlot
            ? inOfLeg
            : otherSlot(draft.state, account, inAsset, ticketSlot, outSlot);
      const redemption = { kind: 'redeem', account, ticketSlot, outSlot, inSlot } as const;
      if (!this.#hasRoom(draft, redemption)) return;
      const done = this.#attempt(draft, redemption);
      if (!done) this.#options.logger.error({ account, ticketSlot, ticket, outSlot, inSlot }, 'redemption refused');
    }
  }

  /** Legs of open orders of several, by 16·account + ticket slot. */
  async #boarders(): Promise<ReadonlyMap<number, OrderLeg>> {
    const { body, status } = transactions;
    const several = and(eq(status, 'open'), sql`jsonb_array_length(${body} #> '{order,legs}') > 1`);
    const rows = await this.#options.queries.select({ body }).from(transactions).where(several);
    const orders = rows.map((row) => (requestFromJson(row.body) as OrderRequest).order);
    return new Map(orders.flatMap(({ account, legs }) => legs.map((leg) => [16 * account + leg.ticketSlot, leg] as const)));
  }

  /** Orders that can trade now; those that never can again get their final status. */
  async #liveOrders(draft: Draft): Promise<OpenOrder[]> {
    const { queries } = this.#options;
    const { live, dead } = await this.#openOrders(draft);
    if (dead.length > 0)
      await queries
        .update(transactions)
        .set({ status: 'dead' })
        .where(inArray(transactions.seq, [...dead]));
    return live;
  }

  async #openOrders(draft: Draft): Promise<{ live: OpenOrder[]; dead: readonly number[] }> {
    const { queries } = this.#options;
    const rows = await queries.select().from(transactions).where(eq(transactions.status, 'open')).orderBy(asc(transactions.seq));
    const live: OpenOrder[] = [];
    const dead: number[] = [];
    for (const { seq, body } of rows) {
      const { order, signature } = requestFromJson(body) as OrderRequest;
      const legs = liveLegs(draft.state, draft.context, order);
      if (Array.isArray(legs)) live.push({ seq, order, signature, legs });
      // Executed in this very batch or before: certain only once the batch is, so not from the draft's state.
      else if (isDead(this.#ledger.state, order)) dead.push(seq);
    }
    return { live, dead };
  }

  /** Returns the seq behind each fill of the clearing, if there is one. */
  #clear(draft: Draft, orders: readonly OpenOrder[], rides: ReadonlyMap<number, KnownRide>): readonly number[] {
    if (this.#fillRoom(draft) <= 0) return [];
    this.#clearings++;
    const { found, refused } = this.#propose(draft, orders, rides);
    for (const account of refused) this.#bench(account);
    if (found === undefined) return [];
    const { match, words, outcome } = found;
    draft.state = outcome.state;
    draft.words = words;
    book(draft, outcome.receipt.effects);
    draft.executed.push(match.clearing);
    draft.seqs.push(undefined);
    this.#served.set(match.pair, draft.context.batchNumber);
    return match.seqs;
  }

  #fillRoom(draft: Draft): number {
    return Math.min(this.#options.maxTransactions - draft.executed.length, Math.floor((diffsLeft(draft) - CLEARING_ROOM) / DIFFS_PER_FILL));
  }

  /** The first proposed clearing that the rules accept and the batch has room for, and whose orders they refused on the way. */
  #propose(draft: Draft, orders: readonly OpenOrder[], rides: ReadonlyMap<number, KnownRide>): Proposal {
    const { logger } = this.#options;
    const maxFills = this.#fillRoom(draft);
    const refused: AccountId[] = [];
    const leftOut = this.#sitOut();
    search: while (refused.length <= MAX_LEFT_OUT) {
      const considered = orders.filter(({ order }) => !leftOut.has(order.account));
      for (const match of matches(this.#market(draft, withinFeeds(considered, MAX_FEEDS), rides, maxFills))) {
        const { pair, clearing, seqs } = match;
        const l1Fills = clearing.l1Fills?.length ?? 0;
        const feeds = feedsOf(clearing);
        const words = sum(draft.words, {
          effects: EFFECTS_PER_RIDE * clearing.rides.length + EFFECTS_PER_L1_FILL * l1Fills + EFFECTS_PER_REFERENCE * feeds,
          diffs: DIFFS_PER_FILL * clearing.fills.length + DIFFS_PER_PRICE * clearing.prices.length,
        });
        if (
          !fitsWords(draft.capacity, words) ||
          draft.assets.size + ASSETS_PER_RIDE * clearing.rides.length + ASSETS_PER_L1_FILL * l1Fills > MAX_ASSETS
        )
          continue;
        const gas = GAS_PER_RIDE * clearing.rides.length + GAS_PER_L1_FILL * l1Fills + GAS_PER_EFFECT.reference * feeds;
        if (gas > draft.gas) continue;
        const outcome = applyTransaction(draft.state, clearing, draft.context);
        if (outcome.ok && !this.#isBookable(draft, outcome.receipt.effects)) continue;
        if (outcome.ok) return { found: { match, words, outcome }, refused };
        const { code, fill } = outcome.refusal;
        logger.warn({ code, pair, seq: typeof fill === 'number' ? seqs[fill] : undefined }, 'clearing refused');
        if (typeof fill !== 'number') continue;
        const { account } = clearing.fills[fill].order;
        leftOut.add(account);
        refused.push(account);
        continue search;
      }
      break;
    }
    return { found: undefined, refused };
  }

  /**
   * What a batch sealed now would make of an order that nobody has signed yet: the matcher and the rules that will execute it, on a state
   * that is thrown away. Requests that wait for the next batch are not counted in. Refusals of the order itself are values.
   */
  async quote(order: OrderMessage, now: number): Promise<Quoted> {
    const { queries } = this.#options;
    const rides = await readRides(queries, this.#ledger);
    const draft = await this.#newDraft({ now, seenUntil: now }, rides, () => true);
    const reference = referenceFor(draft, order.legs[0]);
    const about = { rides, gasPrice: draft.prices.gas, reference };
    // Of a feed that nobody has read lately, too: an order waits until somebody does.
    const refusal = checkOrder(draft.state, { ...draft.context, references: referencesOf(draft.references) }, order, true);
    if (refusal !== undefined) return { refusal, fill: undefined, closes: false, fills: 0, ...about };
    const { live } = await this.#openOrders(draft);
    const legs = liveLegs(draft.state, draft.context, order);
    const signature = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };
    const quoted: OpenOrder[] = Array.isArray(legs) ? [{ seq: Number.MAX_SAFE_INTEGER, order, signature, legs }] : [];
    const clearing = this.#propose(draft, [...live, ...quoted], rides).found?.match.clearing;
    const fill = clearing?.fills.find((candidate) => candidate.order === order);
    const closes = clearing?.rides.some(({ ticket, close }) => close && ticket === fill?.ticket) ?? false;
    return { refusal: undefined, fill, closes, fills: clearing?.fills.length ?? 0, ...about };
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
    const { operatorAccount } = this.#options;
    const feeAccounts = this.#ledger.accountsLike(operatorAccount);
    const usedByOrders = slotsBoughtInto(orders, new Set(feeAccounts));
    const { timestamp } = draft.context;
    const closing = this.#closing(draft);
    const open = [...rides].filter(([, { ride }]) => ride.outcome === null);
    const l1Room = Math.min(draft.gas / GAS_PER_L1_FILL, (MAX_ASSETS - draft.assets.size) / ASSETS_PER_L1_FILL, MAX_L1_FILLS);
    return {
      orders,
      l1Offers: [...(draft.context.l1Orders ?? new Map()).values()].flatMap((order) => l1OfferOf(order, timestamp) ?? []),
      // Half of what is left, so that rides board beside them.
      maxL1Fills: Math.floor(l1Room / 2),
      slot: (account: AccountId, slot: number) => readSlot(draft.state, account, slot),
      rides: new Map(open.map(([ticket, { ride }]) => [ticket, ride])),
      referenceOf: (ticket: number) => rides.get(ticket)?.reference,
      ...(draft.context.references === undefined ? {} : { references: draft.context.references }),
      timestamp,
      feePlaces: (assets: ReadonlySet<number>) => {
        const places = feePlaces(draft.state, feeAccounts, assets, usedByOrders);
        const without = [...assets].filter((asset) => !places.has(asset));
        if (without.length > 0) this.#options.logger.warn({ code: 'FEE_SLOTS_SHORT', assets: without }, 'open another fee account');
        return places;
      },
      operatorAccount,
      closes: (ticket: number, boarded: bigint, boarding: number) => shouldClose(rides.get(ticket)!, boarded, boarding, closing),
      lastServed: (pair: string) => this.#served.get(pair) ?? 0,
      maxFills,
      maxRides: Math.floor(Math.min(draft.gas / GAS_PER_RIDE, (MAX_ASSETS - draft.assets.size) / ASSETS_PER_RIDE)),
    };
  }

  #finish({ executed, context, validiumData }: Draft): Batch {
    const publication = { validiumData, blobs: false };
    const batch = applyBatch(this.#ledger.state, executed, { ...context, publication, verifySignature: () => true }, compressMany);
    invariant(batch.refused.length === 0, `sealed batch refuses ${batch.refused[0]?.refusal.code}`);
    return batch;
  }

  /** Decides where the diffs go. Blobs are on disk before anything says that they exist. */
  async #publish({ prices, validiumData }: Draft, batch: Batch): Promise<Published> {
    const { maxStatementBytes, publisher } = this.#options;
    const { header, words } = batch.statement;
    const carrier = chooseCarrier({
      diffs: encodeBody(words.slice(header.effectWords)),
      fitsCalldata: encodeStatement(batch.statement).length <= maxStatementBytes,
      prices,
      policy: publisher.policy,
    });
    this.#options.logger.info({ batch: header.batchNumber, reason: carrier.reason }, 'data availability');
    const inBlobs = carrier.carrier === 'blobs';
    const published = inBlobs ? publishBatch(batch, { validiumData, blobs: true }) : batch;
    const blobs = inBlobs ? await publisher.store(blobsFromWords(splitBody(published.statement).blobs)) : [];
    const room = maxStatementBytes - (inBlobs ? OPENINGS_BYTES : 0);
    invariant(encodeStatement(published.statement).length <= room, 'the statement outgrew its word count');
    return { batch: published, carrier, blobs };
  }

  async #persist({ context, seqs, refused, validiumData }: Draft, published: Published, orderSeqs: readonly number[]): Promise<void> {
    const { batch, carrier, blobs } = published;
    const { queries } = this.#options;
    const number = context.batchNumber;
    const publication = { validiumData, blobs: blobs.length > 0 };
    const validium = encodeValidiumData(batch.diffs);
    const clearing = batch.transactions.find((tx): tx is Clearing => tx.kind === 'clearing');
    const done = fillRows(batch, clearing?.fills ?? [], orderSeqs);
    const batched = [
      ...seqs.filter((seq): seq is number => seq !== undefined),
      ...done.filter(({ complete }) => complete).map(({ seq }) => seq),
    ];
    const open = done.filter(({ complete }) => !complete).map(({ seq }) => seq);
    await queries.transaction(async (tx) => {
      await requireLast(tx, number - 1, digestBytes(batch.oldRoots.rollup));
      await tx.insert(batches).values({
        number,
        status: 'sealed',
        timestamp: context.timestamp,
        ...encodeRecord(batch.transactions, {
          ...context,
          publication,
          rides: usedRides(batch, context.rides),
          references: usedReferences(batch),
          ...usedMarket(batch, context),
        }),
        transactionCount:
          batch.transactions.length - (clearing === undefined ? 0 : 1) + Math.max(clearing?.fills.length ?? 0, clearing ? 1 : 0),
        statement: encodeStatement(batch.statement),
        digest: digestBytes(wordChain(batch.statement.header, batch.statement.words).digest),
        newRollupRoot: digestBytes(batch.newRoots.rollup),
        newValidiumRoot: digestBytes(batch.newRoots.validium),
        carrier,
        blobs,
        validiumData: validium.words.length === 0 ? null : encodeValidiumRecord(validium),
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

/** A conditional transfer waits for its fact, or until its time is over. */
async function endWaiting(queries: Queries, now: number): Promise<void> {
  const { status, body, account, slot, nonce } = transactions;
  const waiting = eq(status, 'waiting');
  await queries
    .update(transactions)
    .set({ status: 'expired' })
    .where(and(waiting, sql`(${body} ->> 'until')::bigint < ${now}`));
  // Of two that spend one nonce, one can be accepted: the other waits on.
  const free = sql`not exists (select 1 from transactions other where other.status = 'accepted' and other.account = ${account} and other.slot = ${slot} and other.nonce = ${nonce})`;
  await queries
    .update(transactions)
    .set({ status: 'accepted' })
    .where(and(waiting, sql`lower(${body} ->> 'fact') in (select id from l1_facts)`, free));
}

/** What conditional transfers that are next rely on. */
async function wantedFacts(queries: Queries): Promise<Fact[]> {
  const fact = sql<Fact>`${transactions.body} ->> 'fact'`;
  const rows = await queries
    .selectDistinct({ fact })
    .from(transactions)
    .where(and(eq(transactions.status, 'accepted'), eq(transactions.kind, 'conditionalTransfer')));
  return rows.map((row) => row.fact.toLowerCase() as Fact);
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

/** Changes when a ride appears, closes or ends, an L1 order comes or goes, a price is read: then orders that waited in vain are worth another look. */
function newsKey(rides: ReadonlyMap<number, KnownRide>, { l1Orders = new Map(), references = new Map() }: BatchContext): string {
  const known = [...rides].map(([ticket, { ride }]) => `${ticket}${ride.closed ? 'c' : ''}${ride.outcome === null ? '' : 'o'}`);
  const prices = [...references.values()].map(({ feed, entry }) => `p${feed}:${entry}`);
  return [...known, ...[...l1Orders.keys()].map((id) => `l1:${id}`), ...prices].join();
}

// ---- composing

const sum = (a: Words, b: Words): Words => ({ effects: a.effects + b.effects, diffs: a.diffs + b.diffs });

/** Whether so many words fit, in one way or the other, with a part of the batch to spare. */
function fitsWords({ calldata, blobs }: Capacity, { effects, diffs }: Words, reserve = 0): boolean {
  const left = 1 - reserve;
  if (effects + diffs <= left * calldata) return true;
  return blobs !== undefined && effects <= left * blobs.effects && diffs <= left * blobs.diffs;
}

/** How much of the batch is used, by what is scarcest. */
function shareOf({ words, capacity: { calldata, blobs }, executed }: Draft, maxTransactions: number): number {
  const inCalldata = (words.effects + words.diffs) / calldata;
  const used = blobs === undefined ? inCalldata : Math.max(words.effects / blobs.effects, words.diffs / blobs.diffs);
  return Math.max(executed.length / maxTransactions, used);
}

function diffsLeft({ words, capacity: { calldata, blobs } }: Draft): number {
  const inCalldata = calldata - words.effects - words.diffs;
  return blobs === undefined || words.effects > blobs.effects ? inCalldata : Math.max(inCalldata, blobs.diffs - words.diffs);
}

const slotsOf = (state: State, account: AccountId) => Array.from({ length: 16 }, (_, slot) => readSlot(state, account, slot));

/** The assets in the slots that a forced exit empties. */
function exitedAssets(state: State, { account, slots }: Pick<ForcedExit, 'account' | 'slots'>): number[] {
  return slotsOf(state, account).flatMap(({ asset, balance }, slot) => (((slots >> slot) & 1) === 1 && balance > 0n ? [asset] : []));
}

/** Statement words that a transaction causes at most, in this state. */
function wordsOf(state: State, transaction: Exclude<Transaction, Clearing>): Words {
  if (transaction.kind === 'forcedExit') {
    const count = transaction.status === 'served' ? exitedAssets(state, transaction).length : 0;
    return { effects: 2 + 2 * count, diffs: count };
  }
  if (transaction.kind === 'moveAccount') {
    const used = slotsOf(state, transaction.account).filter(({ asset }) => asset !== 0).length;
    return { effects: 0, diffs: 2 * 2 + 2 * used };
  }
  return WORDS[transaction.kind];
}

/** Assets that its effects name; the same one may stand there twice. */
function assetsNamed(state: State, transaction: Exclude<Transaction, Clearing>): readonly number[] {
  switch (transaction.kind) {
    case 'deposit':
    case 'withdraw':
      return [transaction.asset];
    case 'forcedExit':
      return transaction.status === 'served' ? exitedAssets(state, transaction) : [];
    case 'redeem':
      // The ticket, what comes out and what comes back: which ones those are does not matter to an upper bound.
      return [-1, -2, -3];
    default:
      return [];
  }
}

/** The most that its effects cost, `assets` of them withdrawn, `newAssets` of those new to the batch, `newlyWithdrawn` to its withdrawals. */
function gasOf(kind: Exclude<TransactionKind, 'clearing'>, assets: number, newAssets: number, newlyWithdrawn: number): number {
  if (kind !== 'forcedExit') return GAS[kind];
  const ofAssets = newAssets * GAS_PER_NEW_ASSET + newlyWithdrawn * GAS_PER_WITHDRAWN_ASSET;
  return GAS_PER_EFFECT.forcedExit + assets * GAS_PER_EFFECT.withdrawal + ofAssets;
}

/** Both answers to an entry of L1's forced queue. */
function forcedTransactions(content: ForcedContent) {
  if (content.kind === 'rotateKey')
    return { served: { ...content, status: 'applied' }, refuted: { ...content, status: 'refuted' } } as const;
  return { served: { ...content, status: 'served' }, refuted: { ...content, status: 'refuted' } } as const;
}

/** The first id from here on that was never opened and holds nothing. */
export function destinationIn(state: State, from: AccountId): AccountId {
  const candidates = Array.from({ length: MAX_DESTINATIONS }, (_, i) => from + i);
  const isEmpty = (account: AccountId) =>
    isUnopened(readHeader(state, account)) && slotsOf(state, account).every((slot) => sameSlot(slot, EMPTY_SLOT));
  return candidates.find(isEmpty) ?? from;
}

function book(draft: Draft, effects: readonly Effect[]): void {
  const { assets, withdrawn, booked, redeemed } = draft;
  const [known, left] = [assets.size, withdrawn.size];
  for (const asset of effects.flatMap(assetsOf)) assets.add(asset);
  for (const effect of effects) if (effect.kind === 'withdrawal') withdrawn.add(effect.asset);
  draft.gas -= GAS_PER_NEW_ASSET * (assets.size - known) + GAS_PER_WITHDRAWN_ASSET * (withdrawn.size - left);
  for (const effect of effects) {
    if (effect.kind === 'redeem' && redeemed.has(effect.ticket)) continue;
    if (effect.kind === 'redeem') redeemed.add(effect.ticket);
    draft.gas -= GAS_PER_EFFECT[effect.kind];
  }
  for (const [asset, change] of totalChanges(effects)) booked.set(asset, (booked.get(asset) ?? 0n) + change);
}

/** Feeds that a clearing's fills are held to. */
const feedsOf = ({ fills: done }: Clearing): number =>
  new Set(done.map(({ order, leg }) => order.legs[leg].band.reference).filter((feed) => feed !== 0)).size;

/** Legs that are held to more feeds than a batch has room for wait: those of the orders that came last. */
export function withinFeeds(orders: readonly OpenOrder[], most: number): OpenOrder[] {
  const feeds = new Set<number>();
  const hasRoom = ({ band: { reference } }: OrderLeg): boolean => {
    if (reference !== 0 && feeds.size < most) feeds.add(reference);
    return reference === 0 || feeds.has(reference);
  };
  return orders.flatMap((open) => {
    const legs = (open.legs ?? [...open.order.legs.keys()]).filter((index) => hasRoom(open.order.legs[index]));
    return legs.length === 0 ? [] : [{ ...open, legs }];
  });
}

/** The one that the leg's band names; without a band, one that it could name. */
function referenceFor({ references, context }: Draft, { band, sellAsset, buyAsset }: OrderLeg): Quoted['reference'] {
  const between = [...references.values()].find(({ reference }) => rateOf(reference, sellAsset, buyAsset) !== undefined);
  const found = band.reference === 0 ? between : references.get(band.reference);
  return found && { ...found, usable: context.references!.has(found.reference.feed) };
}

/** Slots of these accounts that their own orders may fill. */
function slotsBoughtInto(orders: readonly OpenOrder[], accounts: ReadonlySet<AccountId>): Set<number> {
  const own = orders.filter(({ order }) => accounts.has(order.account));
  return new Set(
    own.flatMap(({ order: { account, legs } }) => legs.flatMap((leg) => [leg.buySlot, leg.ticketSlot].map((s) => 16 * account + s))),
  );
}

/** A signed spend with what the operator adds: slots for recipient and fee. */
export function completed(
  state: State,
  request: Exclude<Request, { kind: 'openAccount' | 'order' | 'moveAccount' }>,
  feeAccounts: readonly AccountId[],
) {
  switch (request.kind) {
    case 'transfer':
    case 'conditionalTransfer': {
      const toSlot = slotFor(state, request.to, request.asset, { own: request.to === request.account }) ?? 15;
      return { ...request, toSlot, ...feeSlotOf(state, feeAccounts, request.asset) };
    }
    case 'withdraw':
      return { ...request, ...feeSlotOf(state, feeAccounts, request.asset) };
    case 'cancel':
      return request;
  }
}

function slotIfTakes(state: State, account: AccountId, slot: number, asset: number): number | undefined {
  const held = readSlot(state, account, slot);
  return held.asset === asset || held.balance === 0n ? slot : undefined;
}

/** A slot for a redemption's second part that the first does not use; the ticket slot is free by then; null = to L1. */
function otherSlot(state: State, account: AccountId, asset: number, ticketSlot: number, taken: number | null): number | null {
  const slots = Array.from({ length: 16 }, (_, slot) => slot).filter((slot) => slot !== taken);
  const holding = slots.find((slot) => readSlot(state, account, slot).asset === asset);
  const free = slots.find((slot) => readSlot(state, account, slot).balance === 0n);
  return holding ?? free ?? (taken === ticketSlot ? null : ticketSlot);
}

function assetsOf(effect: Effect): readonly number[] {
  switch (effect.kind) {
    case 'deposit':
    case 'withdrawal':
      return [effect.asset];
    case 'ride':
    case 'redeem':
      return [effect.ticket, effect.inAsset, effect.outAsset];
    case 'l1Order':
      return [effect.sellAsset, effect.buyAsset];
    case 'forcedExit':
    case 'rotateKey':
    case 'reference':
    case 'fact':
      return [];
  }
}

/** Of every leg the nonce was passed, or the amount is used up: in the sealed state, so for good. */
function isDead(state: State, { account, legs }: OrderRequest['order']): boolean {
  return legs.every((leg) => {
    const slot = readSlot(state, account, leg.sellSlot);
    return slot.nonce > leg.sellNonce || (slot.nonce === leg.sellNonce && slot.filled >= leg.sellAmount);
  });
}

function usedRides(batch: Batch, rides: ReadonlyMap<number, Ride>): Map<number, Ride> {
  const used = batch.effects.flatMap((effect) => (effect.kind === 'ride' || effect.kind === 'redeem' ? [effect.ticket] : []));
  return new Map(used.map((ticket) => [ticket, rides.get(ticket)!]));
}

function usedReferences({ effects }: Batch): Map<number, Reference> {
  const stated = effects.flatMap((effect) => (effect.kind === 'reference' ? [effect] : []));
  return new Map(stated.map(({ kind: _, ...reference }) => [reference.feed, reference]));
}

function usedMarket({ effects }: Batch, { l1Orders }: BatchContext): Pick<BatchContext, 'l1Orders' | 'facts'> {
  const ids = effects.flatMap((effect) => (effect.kind === 'l1Order' ? [effect.order] : []));
  const facts = effects.flatMap((effect) => (effect.kind === 'fact' ? [effect.fact] : []));
  return { l1Orders: new Map(ids.map((id) => [id, l1Orders!.get(id)!])), facts: new Set(facts) };
}

function fillRows(batch: Batch, done: Clearing['fills'], seqs: readonly number[]) {
  return done.map(({ order, leg, sold, bought, boarded, fee, ticket }, i) => {
    const complete = isDead(batch.after, order);
    const numbers = { sold: `${sold}`, bought: `${bought}`, boarded: `${boarded}`, fee: `${fee}` };
    return { seq: seqs[i], complete, row: { batch: batch.statement.header.batchNumber, seq: seqs[i], leg, ticket, ...numbers } };
  });
}

/** Throws `CodedError('BATCHES_CHANGED')`: somebody else settled meanwhile. The next round composes on what is there then. */
async function requireLast(tx: Pick<Queries, 'select' | 'execute'>, number: number, root: Uint8Array): Promise<void> {
  await lockBatches(tx);
  const [last] = await tx
    .select({ number: batches.number, newRollupRoot: batches.newRollupRoot })
    .from(batches)
    .orderBy(desc(batches.number))
    .limit(1);
  const isSame = last === undefined ? number === 0 : last.number === number && equalBytes(last.newRollupRoot, root);
  if (!isSame) throw new CodedError('BATCHES_CHANGED', `batch ${number} is not the last one any more`, { number });
}

async function recordRefusals(queries: Pick<Queries, 'update'>, refused: Draft['refused']): Promise<void> {
  for (const { seq, refusal } of refused) {
    await queries
      .update(transactions)
      .set({ status: 'refused', refusal: toJson(refusal) })
      .where(eq(transactions.seq, seq));
  }
}
