/**
/**
 * The keeper: sends rides off, refunds those that cannot go, closes those that nobody closed, fetches what targets that answer later have ready,
 * and has the share prices read that open orders are held to. Every call is open to anyone; nothing here needs the operator's key, and a failed
 * attempt changes nothing.
 */
import { erc7540AdapterAbi } from '@weir/abi/erc7540Adapter';
import { iPricedAbi } from '@weir/abi/iPriced';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { isReadingDue, numeratorOf, READING_POLICY, type ReadingPolicy } from '@weir/protocol/prices/readings';
import { arrivalAt } from '@weir/protocol/rides/departure';
import type { Reference } from '@weir/protocol/types';
import { asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { BaseError, ContractFunctionRevertedError, type Hex } from 'viem';
import { readReferences } from '../batcher/references.ts';
import type { Queries } from '../storage/database.ts';
import { l1Assets, l1Feeds, l1Rides, transactions } from '../storage/schema.ts';
import { appendPrice, callPool, type L1 } from './client.ts';
import type { RideContent } from './follower.ts';

/** IRidePool.Stage */
const STAGE = { boarding: 1, closed: 2, requested: 5 } as const;
/** Boarding ends by itself this long after boardBy. */
const CLOSE_BY_TIME_SECONDS = 24 * 3600;

export interface KeeperAction {
  readonly ticket: number;
  readonly action: 'depart' | 'arrive' | 'abort' | 'closeByTime';
  /** Transaction, or the custom error that stopped it. */
  readonly transaction?: string;
  readonly refusal?: string;
}

export interface PriceAction {
  readonly feed: number;
  readonly action: 'append';
  readonly transaction?: string;
  readonly refusal?: string;
}

/** Prices are looked at this often; after an attempt, the follower gets this long to read what came of it. */
const PRICE_LOOK_MS = 5_000;
const PRICE_PAUSE_MS = 30_000;

/** A refused attempt is repeated this much later: the limit relaxes with time, not with the number of attempts. */
const RETRY_MS = 3_000;

export class Keeper {
  readonly #l1: L1;
  readonly #queries: Queries;
  /** ticket → when it may be tried again. */
  readonly #pause = new Map<number, number>();
  readonly #policy: ReadingPolicy;
  /** feed → when it may be looked at again. */
  readonly #pricePause = new Map<number, number>();
  #pricesAt = 0;

  constructor(l1: L1, queries: Queries, policy: ReadingPolicy = READING_POLICY) {
    this.#l1 = l1;
    this.#queries = queries;
    this.#policy = policy;
  }

  /** Appends to each feed that an open order is held to, if it is time. A price that nobody asks for costs nothing. */
  async readPrices(now: number): Promise<PriceAction[]> {
    if (Date.now() < this.#pricesAt + PRICE_LOOK_MS) return [];
    this.#pricesAt = Date.now();
    const wanted = (await wantedFeeds(this.#queries)).filter((feed) => Date.now() >= (this.#pricePause.get(feed) ?? 0));
    if (wanted.length === 0) return [];
    const known = await readReferences(this.#queries);
    const actions: PriceAction[] = [];
    for (const feed of wanted) {
      const last = known.get(feed);
      if (last === undefined) continue;
      const done = await outcomeOf(async () => {
        const num = await numeratorNow(this.#l1, this.#queries, last.reference);
        const isDue = isReadingDue({ num: last.reference.num, time: last.time }, num, now, this.#policy);
        return isDue ? appendPrice(this.#l1, feed) : undefined;
      });
      if (done === undefined) continue;
      this.#pricePause.set(feed, Date.now() + PRICE_PAUSE_MS);
      actions.push({ feed, action: 'append', ...done });
    }
    return actions;
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
  if (ride.stage === STAGE.requested) return (await isArrivalDue(l1, ticket, terms, now)) ? 'arrive' : undefined;
  if (ride.stage !== STAGE.closed) return undefined;
  const tooSmall = ride.tickets < BigInt(terms.minSize);
  return tooSmall || now > terms.departBy ? 'abort' : 'depart';
}

async function isArrivalDue(l1: L1, ticket: number, { adapter, settleBy }: RideContent, now: number): Promise<boolean> {
  const args = [BigInt(ticket)] as const;
  const [{ cancelAskedAt }, answered] = await Promise.all([
    l1.client.readContract({ address: l1.pool, abi: ridePoolAbi, functionName: 'arrival', args }),
    // A target that fails has not answered.
    l1.client.readContract({ address: adapter, abi: erc7540AdapterAbi, functionName: 'isAnswered', args }).catch((error: unknown) => {
      refusalOf(error);
      return false;
    }),
  ]);
  return arrivalAt({ settleBy, cancelAskedAt, answered }, now) !== 'wait';
}

async function act(l1: L1, ticket: number, action: KeeperAction['action']): Promise<KeeperAction> {
  const args = action === 'depart' ? [BigInt(ticket), '0x'] : [BigInt(ticket)];
  return { ticket, action, ...(await outcomeOf(() => callPool(l1, action, args))) };
}

/** The transaction, or the custom error that stopped it; undefined if there was nothing to send. */
async function outcomeOf(call: () => Promise<Hex | undefined>) {
  try {
    const transaction = await call();
    return transaction && { transaction };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** What L1 would append now: the adapter's guarded price, in quanta. */
async function numeratorNow({ client }: L1, queries: Queries, { feed, inAsset, outAsset, den }: Reference): Promise<bigint> {
  const [{ adapter }] = await queries.select({ adapter: l1Feeds.adapter }).from(l1Feeds).where(eq(l1Feeds.feed, feed));
  const assets = await queries
    .select()
    .from(l1Assets)
    .where(inArray(l1Assets.number, [inAsset, outAsset]));
  const quantum = (asset: number) => BigInt(assets.find(({ number }) => number === asset)!.quantum);
  const { result } = await client.simulateContract({ address: adapter as Hex, abi: iPricedAbi, functionName: 'guardPrice' });
  return numeratorOf(result, den, { in: quantum(inAsset), out: quantum(outAsset) });
}

/** Feeds that open orders' bands name. */
async function wantedFeeds(queries: Queries): Promise<number[]> {
  const leg = sql`jsonb_array_elements(${transactions.body} #> '{order,legs}')`;
  const rows = await queries
    .selectDistinct({ feed: sql<number>`(${leg} #>> '{band,reference}')::int` })
    .from(transactions)
    .where(eq(transactions.status, 'open'));
  return rows.map(({ feed }) => feed).filter((feed) => feed !== 0);
}

/** The custom error that L1 refused with; throws what is no answer of L1's. */
function refusalOf(error: unknown): string {
  const reverted = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
  if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
  return reverted.data?.errorName ?? reverted.signature ?? 'reverted';
}
