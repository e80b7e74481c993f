/**
 * The L2 state as the sequencer sees it, after the last sealed batch: the batches of the database replayed, with a few indexes beside
 * it. A restart builds it again from the last snapshot and checks every root on the way.
 */
import { invariant } from '@weir/foundation/assert';
import { equalBytes } from '@weir/foundation/bytes';
import { getSlot, isOpen } from '@weir/protocol/state/account';
import { hashState } from '@weir/protocol/state/hashState';
import { restoreState, snapshotState } from '@weir/protocol/state/snapshot';
import {
  ACCOUNTS,
  accountsOf,
  EMPTY_STATE,
  indexOf,
  readHeader,
  readSlot,
  type State,
  stateRoots,
  treeOf,
} from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { AccountId, Effect, Header, SlotDiff } from '@weir/protocol/types';
import { asc, desc, eq, gt, lt } from 'drizzle-orm';
import { compressMany } from '../kernels.ts';
import type { Queries } from '../storage/database.ts';
import { batches, stateSnapshots } from '../storage/schema.ts';
import { replayRow, type SettledBatch } from './batchRecord.ts';

/** What batches have done to a ride so far. */
export interface RideBook {
  readonly boarded: bigint;
  readonly closed: boolean;
}

export interface TicketHolding {
  readonly account: AccountId;
  readonly slot: number;
  readonly ticket: number;
}

/** What a snapshot keeps beside the state. */
interface BooksJson {
  readonly timestamp: number;
  readonly depositCursor: number;
  readonly forcedCursor: number;
  readonly nextAccounts: readonly number[];
  readonly rides: readonly (readonly [ticket: number, boarded: string, closed: boolean])[];
  readonly totals: readonly (readonly [asset: number, total: string])[];
  /** Absent in snapshots from before L1 orders. */
  readonly l1Sold?: readonly (readonly [order: number, sold: string])[];
}

const SLOTS = 16;

export class Ledger {
  state: State = EMPTY_STATE;
  batchNumber = 0;
  timestamp = 0;
  /** First entries of L1's queues that no batch has consumed. */
  depositCursor = 0;
  forcedCursor = 0;
  readonly rides = new Map<number, RideBook>();
  /** L1 order → what batches have sold of it. */
  readonly l1Sold = new Map<number, bigint>();
  /** asset → what all accounts hold of it together, as L1 books it. */
  readonly totals = new Map<number, bigint>();
  /** Lowest index that was never used, by tree. */
  #nextAccounts: number[] = [0, 0];
  /** account·16 + slot → ticket, for slots that hold tickets of a known ride. */
  readonly #tickets = new Map<number, number>();
  readonly #accountsByOwner = new Map<string, Set<AccountId>>();
  readonly #owners = new Map<AccountId, string>();

  static async load(queries: Queries): Promise<Ledger> {
    const ledger = new Ledger();
    await ledger.#restore(queries);
    await ledger.sync(queries);
    return ledger;
  }

  /** Lowest rollup index that was never used. */
  get nextAccount(): AccountId {
    return this.nextIn(0);
  }

  /** Lowest id of a tree that was never opened. */
  nextIn(tree: number): AccountId {
    return ACCOUNTS * tree + this.#nextAccounts[tree];
  }

  /**
   * Catches up with the database: batches that it has and we have not (a commit whose answer got lost, a batch that somebody else
   * settled) are replayed; if the one that we stand on is gone or another one (stale ones were discarded), everything since the last
   * snapshot is.
   */
  async sync(queries: Queries): Promise<void> {
    if (this.batchNumber > 0) {
      const { number, newRollupRoot } = batches;
      const [last] = await queries.select({ newRollupRoot }).from(batches).where(eq(number, this.batchNumber));
      const root = digestBytes(stateRoots(this.state).rollup);
      if (last === undefined || !equalBytes(last.newRollupRoot, root)) {
        this.#reset();
        await this.#restore(queries);
      }
    }
    const rows = await queries.select().from(batches).where(gt(batches.number, this.batchNumber)).orderBy(asc(batches.number));
    for (const row of rows) this.advance(replayRow(this.state, row));
  }

  /** Starts from the newest snapshot whose batch is still the one it was taken of. */
  async #restore(queries: Queries): Promise<void> {
    const { number, newRollupRoot } = batches;
    const found = await queries
      .select({ number: stateSnapshots.number, newRollupRoot })
      .from(stateSnapshots)
      .innerJoin(batches, eq(number, stateSnapshots.number))
      .orderBy(desc(stateSnapshots.number));
    for (const candidate of found) {
      const [snapshot] = await queries.select().from(stateSnapshots).where(eq(stateSnapshots.number, candidate.number));
      const state = restoreState(snapshot.state);
      hashState(state, compressMany);
      if (!equalBytes(digestBytes(stateRoots(state).rollup), candidate.newRollupRoot)) continue;
      this.#resume(candidate.number, state, snapshot.books as BooksJson);
      return;
    }
  }

  #resume(number: number, state: State, books: BooksJson): void {
    this.state = state;
    this.batchNumber = number;
    this.timestamp = books.timestamp;
    this.depositCursor = books.depositCursor;
    this.forcedCursor = books.forcedCursor;
    this.#nextAccounts = [...books.nextAccounts];
    for (const [ticket, boarded, closed] of books.rides) this.rides.set(ticket, { boarded: BigInt(boarded), closed });
    for (const [order, sold] of books.l1Sold ?? []) this.l1Sold.set(order, BigInt(sold));
    for (const [asset, total] of books.totals) this.totals.set(asset, BigInt(total));
    for (const [account, { header, ...held }] of accountsOf(state)) {
      this.#own(account, header);
      for (let slot = 0; slot < SLOTS; slot++) this.#ticket({ account, slot, value: getSlot({ header, ...held }, slot) });
    }
  }

  /** Keeps the state of this moment for the next start; older snapshots go. */
  async snapshot(queries: Queries): Promise<void> {
    const books: BooksJson = {
      timestamp: this.timestamp,
      depositCursor: this.depositCursor,
      forcedCursor: this.forcedCursor,
      nextAccounts: this.#nextAccounts,
      rides: [...this.rides].map(([ticket, { boarded, closed }]) => [ticket, `${boarded}`, closed] as const),
      totals: [...this.totals].map(([asset, total]) => [asset, `${total}`] as const),
      l1Sold: [...this.l1Sold].map(([order, sold]) => [order, `${sold}`] as const),
    };
    const values = { number: this.batchNumber, state: snapshotState(this.state), books };
    await queries.transaction(async (tx) => {
      await tx.insert(stateSnapshots).values(values).onConflictDoUpdate({ target: stateSnapshots.number, set: values });
      // The one before stays: the newest may be of a batch that is taken apart.
      const kept = await tx
        .select({ number: stateSnapshots.number })
        .from(stateSnapshots)
        .orderBy(desc(stateSnapshots.number))
        .offset(1)
        .limit(1);
      if (kept.length > 0) await tx.delete(stateSnapshots).where(lt(stateSnapshots.number, kept[0].number));
    });
  }

  #reset(): void {
    this.state = EMPTY_STATE;
    this.batchNumber = 0;
    this.timestamp = 0;
    this.depositCursor = 0;
    this.forcedCursor = 0;
    this.#nextAccounts = [0, 0];
    this.rides.clear();
    this.l1Sold.clear();
    this.totals.clear();
    this.#tickets.clear();
    this.#accountsByOwner.clear();
    this.#owners.clear();
  }

  /** Moves on to the state after a batch that is now durable. */
  advance({ header, effects, diffs, after }: SettledBatch): void {
    invariant(header.batchNumber === this.batchNumber + 1, `batch ${header.batchNumber} does not follow ${this.batchNumber}`);
    this.state = after;
    this.batchNumber = header.batchNumber;
    this.timestamp = header.timestamp;
    for (const effect of effects) {
      if (effect.kind === 'deposit') this.depositCursor++;
      else if (effect.kind === 'forcedExit' || effect.kind === 'rotateKey') this.forcedCursor++;
      else if (effect.kind === 'l1Order') this.l1Sold.set(effect.order, (this.l1Sold.get(effect.order) ?? 0n) + effect.sold);
      else if (effect.kind === 'ride') {
        const book = this.rides.get(effect.ticket) ?? { boarded: 0n, closed: false };
        this.rides.set(effect.ticket, { boarded: book.boarded + effect.net, closed: book.closed || effect.close });
      }
    }
    for (const [asset, change] of totalChanges(effects)) this.totals.set(asset, (this.totals.get(asset) ?? 0n) + change);
    for (const { account, header: value } of diffs.headers) {
      this.#own(account, value);
      const tree = treeOf(account);
      this.#nextAccounts[tree] = Math.max(this.#nextAccounts[tree], indexOf(account) + 1);
    }
    for (const diff of diffs.slots) this.#ticket(diff);
  }

  /** An account that has moved away belongs to nobody any more. */
  #own(account: AccountId, header: Header): void {
    this.#accountsByOwner.get(this.#owners.get(account) ?? '')?.delete(account);
    this.#owners.delete(account);
    if (!isOpen(header)) return;
    const owned = this.#accountsByOwner.get(header.l1Owner) ?? new Set();
    this.#accountsByOwner.set(header.l1Owner, owned.add(account));
    this.#owners.set(account, header.l1Owner);
  }

  #ticket({ account, slot, value }: SlotDiff): void {
    const key = account * SLOTS + slot;
    if (value.balance > 0n && this.rides.has(value.asset)) this.#tickets.set(key, value.asset);
    else this.#tickets.delete(key);
  }

  accountsOf(l1Owner: string): AccountId[] {
    return [...(this.#accountsByOwner.get(l1Owner.toLowerCase()) ?? [])].sort((a, b) => a - b);
  }

  /** An account and all others of the same key and l1Owner, in order of opening. Only who has the key can have opened them. */
  accountsLike(account: AccountId): AccountId[] {
    const { ownerKey, l1Owner } = readHeader(this.state, account);
    const isAlike = (other: AccountId) => readHeader(this.state, other).ownerKey.every((element, i) => element === ownerKey[i]);
    return [account, ...this.accountsOf(l1Owner).filter((other) => other !== account && isAlike(other))];
  }

  ticketHoldings(): TicketHolding[] {
    return [...this.#tickets].map(([key, ticket]) => ({ account: Math.floor(key / 16), slot: key % 16, ticket }));
  }
}

/** asset → what the effects change of its L2 total: the assets and sums that L1 books at settle (contracts/src/core/Effects.sol). */
export function totalChanges(effects: readonly Effect[]): Map<number, bigint> {
  const changes = new Map<number, bigint>();
  const add = (asset: number, change: bigint) => changes.set(asset, (changes.get(asset) ?? 0n) + change);
  for (const effect of effects) {
    if (effect.kind === 'deposit' && effect.status === 'taken') add(effect.asset, effect.amount);
    else if (effect.kind === 'withdrawal') add(effect.asset, -effect.amount);
    else if (effect.kind === 'ride') {
      add(effect.inAsset, -effect.net);
      add(effect.ticket, effect.net);
    } else if (effect.kind === 'redeem') {
      add(effect.ticket, -effect.redeemed);
      add(effect.outAsset, effect.outCredited);
      add(effect.inAsset, effect.inCredited);
    } else if (effect.kind === 'l1Order') {
      add(effect.sellAsset, effect.sold);
      add(effect.buyAsset, -effect.bought);
    }
  }
  return changes;
}

/** The slot that holds the asset, else the first one that may take it; undefined if the account is full. */
export function slotFor(state: State, account: AccountId, asset: number, { own }: { own: boolean }): number | undefined {
  const slots = Array.from({ length: 16 }, (_, slot) => ({ slot, value: readSlot(state, account, slot) }));
  const holding = slots.find(({ value }) => value.asset === asset);
  if (holding !== undefined) return holding.slot;
  return slots.find(({ slot, value }) => value.balance === 0n && (own || slot >= 12))?.slot;
}
