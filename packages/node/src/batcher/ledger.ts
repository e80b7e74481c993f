/**
 * The L2 state as the sequencer sees it, after the last sealed batch: the batches of the database replayed, with a few indexes beside
 * it. Nothing here is stored; a restart builds it again and checks every root on the way.
 */
import { invariant } from '@weir/foundation/assert';
import { equalBytes } from '@weir/foundation/bytes';
import { EMPTY_STATE, readHeader, readSlot, type State } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { Batch } from '@weir/protocol/transactions/applyBatch';
import type { AccountId, Effect } from '@weir/protocol/types';
import { asc, gt, sql } from 'drizzle-orm';
import type { Queries } from '../storage/database.ts';
import { batches } from '../storage/schema.ts';
import { replayRecord } from './batchRecord.ts';

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

export class Ledger {
  state: State = EMPTY_STATE;
  batchNumber = 0;
  timestamp = 0;
  /** First entries of L1's queues that no batch has consumed. */
  depositCursor = 0;
  forcedCursor = 0;
  /** Lowest rollup index that was never used. */
  nextAccount = 0;
  readonly rides = new Map<number, RideBook>();
  /** asset → what all accounts hold of it together, as L1 books it. */
  readonly totals = new Map<number, bigint>();
  /** account·16 + slot → ticket, for slots that hold tickets of a known ride. */
  readonly #tickets = new Map<number, number>();
  readonly #accountsByOwner = new Map<string, Set<AccountId>>();

  static async load(queries: Queries): Promise<Ledger> {
    const ledger = new Ledger();
    await ledger.sync(queries);
    return ledger;
  }

  /**
   * Catches up with the database: batches that it has and we have not (a commit whose answer got lost) are replayed; if it has fewer
   * (stale ones were discarded), everything is.
   */
  async sync(queries: Queries): Promise<void> {
    const [{ last }] = await queries.select({ last: sql<number>`coalesce(max(${batches.number}), 0)::int` }).from(batches);
    if (last === this.batchNumber) return;
    const known = last < this.batchNumber ? 0 : this.batchNumber;
    const rows = await queries.select().from(batches).where(gt(batches.number, known)).orderBy(asc(batches.number));
    if (known === 0) this.#reset();
    for (const row of rows) {
      const batch = replayRecord(this.state, row);
      invariant(batch.refused.length === 0, `batch ${row.number} does not replay: ${JSON.stringify(batch.refused[0]?.refusal.code)}`);
      invariant(equalBytes(digestBytes(batch.newRoots.rollup), row.newRollupRoot), `batch ${row.number} replays to another root`);
      this.advance(batch);
    }
  }

  #reset(): void {
    this.state = EMPTY_STATE;
    this.batchNumber = 0;
    this.timestamp = 0;
    this.depositCursor = 0;
    this.forcedCursor = 0;
    this.nextAccount = 0;
    this.rides.clear();
    this.totals.clear();
    this.#tickets.clear();
    this.#accountsByOwner.clear();
  }

  /** Moves on to the state after a batch that is now durable. */
  advance(batch: Batch): void {
    const { header } = batch.statement;
    invariant(header.batchNumber === this.batchNumber + 1, `batch ${header.batchNumber} does not follow ${this.batchNumber}`);
    this.state = batch.after;
    this.batchNumber = header.batchNumber;
    this.timestamp = header.timestamp;
    for (const effect of batch.effects) {
      if (effect.kind === 'deposit') this.depositCursor++;
      else if (effect.kind === 'forcedExit') this.forcedCursor++;
      else if (effect.kind === 'ride') {
        const book = this.rides.get(effect.ticket) ?? { boarded: 0n, closed: false };
        this.rides.set(effect.ticket, { boarded: book.boarded + effect.net, closed: book.closed || effect.close });
      }
    }
    for (const [asset, change] of totalChanges(batch.effects)) this.totals.set(asset, (this.totals.get(asset) ?? 0n) + change);
    for (const { account, header: value } of batch.diffs.headers) {
      const owned = this.#accountsByOwner.get(value.l1Owner) ?? new Set();
      this.#accountsByOwner.set(value.l1Owner, owned.add(account));
      this.nextAccount = Math.max(this.nextAccount, account + 1);
    }
    for (const { account, slot, value } of batch.diffs.slots) {
      const key = account * 16 + slot;
      if (value.balance > 0n && this.rides.has(value.asset)) this.#tickets.set(key, value.asset);
      else this.#tickets.delete(key);
    }
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
