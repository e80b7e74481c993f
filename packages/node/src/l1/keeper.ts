/**
 * The keeper: sends rides off, refunds those that cannot go, closes those that nobody closed. Every call is open to anyone; nothing here
 * needs the operator's key, and a failed attempt changes nothing.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { asc, isNull } from 'drizzle-orm';
import { BaseError, ContractFunctionRevertedError } from 'viem';
import type { Queries } from '../storage/database.ts';
import { l1Rides } from '../storage/schema.ts';
import { callPool, type L1 } from './client.ts';
import type { RideContent } from './follower.ts';

/** IRidePool.Stage */
const STAGE = { boarding: 1, closed: 2 } as const;
/** Boarding ends by itself this long after boardBy. */
const CLOSE_BY_TIME_SECONDS = 24 * 3600;

export interface KeeperAction {
  readonly ticket: number;
  readonly action: 'depart' | 'abort' | 'closeByTime';
  /** Transaction, or the custom error that stopped it. */
  readonly transaction?: string;
  readonly refusal?: string;
}

/** A refused attempt is repeated this much later: the limit relaxes with time, not with the number of attempts. */
const RETRY_MS = 3_000;

export class Keeper {
  readonly #l1: L1;
  readonly #queries: Queries;
  /** ticket → when it may be tried again. */
  readonly #pause = new Map<number, number>();

  constructor(l1: L1, queries: Queries) {
    this.#l1 = l1;
    this.#queries = queries;
  }

  /** One round over all rides without an outcome, at this L1 time. */
  async round(now: number): Promise<KeeperAction[]> {
    const rows = await this.#queries.select().from(l1Rides).where(isNull(l1Rides.outcome)).orderBy(asc(l1Rides.ticket));
    const actions: KeeperAction[] = [];
    for (const { ticket, content } of rows) {
      if (Date.now() < (this.#pause.get(ticket) ?? 0)) continue;
      const action = await due(this.#l1, ticket, content as RideContent, now);
      if (action === undefined) continue;
      const done = await act(this.#l1, ticket, action);
      if (done.refusal !== undefined) this.#pause.set(ticket, Date.now() + RETRY_MS);
      actions.push(done);
    }
    return actions;
  }
}

async function due(l1: L1, ticket: number, terms: RideContent, now: number): Promise<KeeperAction['action'] | undefined> {
  const ride = await l1.client.readContract({ address: l1.pool, abi: ridePoolAbi, functionName: 'ride', args: [BigInt(ticket)] });
  // Nobody aboard: nobody to serve.
  if (ride.tickets === 0n) return undefined;
  if (ride.stage === STAGE.boarding) return now > terms.boardBy + CLOSE_BY_TIME_SECONDS ? 'closeByTime' : undefined;
  if (ride.stage !== STAGE.closed) return undefined;
  const tooSmall = ride.tickets < BigInt(terms.minSize);
  return tooSmall || now > terms.departBy ? 'abort' : 'depart';
}

async function act(l1: L1, ticket: number, action: KeeperAction['action']): Promise<KeeperAction> {
  try {
    const args = action === 'depart' ? [BigInt(ticket), '0x'] : [BigInt(ticket)];
    return { ticket, action, transaction: await callPool(l1, action, args) };
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
    if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
    return { ticket, action, refusal: reverted.data?.errorName ?? reverted.signature ?? 'reverted' };
  }
}
