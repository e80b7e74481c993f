/**
 * A keeper: sends closed rides off, aborts those that cannot go, closes those that nobody closed, fetches what targets that answer later have
 * ready, has share prices read. Needs L1 and a wallet with some ether, no node and nobody's leave. Every attempt is simulated first; a failed
 * one costs nothing and changes nothing.
 *
 * The reward of a departure grows from 0 at close to the ride's keeperReward at departBy, while the amount that it must bring relaxes
 * (packages/protocol/src/rides/departure.ts). So a keeper chooses: at once, for its passengers; or when the reward is worth the gas.
 */
import { iPricedAbi } from '@weir/abi/iPriced';
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { isReadingDue, numeratorOf, type ReadingPolicy } from '@weir/protocol/prices/readings';
import {
  arrivalAt,
  type DeparturePolicy,
  type DepartureTerms,
  keeperRewardAt,
  limitAt,
  shouldDepart,
} from '@weir/protocol/rides/departure';
import { type Abi, type Account, BaseError, ContractFunctionRevertedError, type Hex, type PublicClient } from 'viem';
import type { L1Client } from '../l1.ts';
import { readAllEvents } from '../rebuild/events.ts';
import { readRequestedRide } from '../requestedRide.ts';

/** IRidePool.Stage */
const STAGE = { boarding: 1, closed: 2, departed: 3, aborted: 4, requested: 5 } as const;
/** Boarding ends by itself this long after boardBy. */
const CLOSE_BY_TIME_SECONDS = 24 * 3600;
/** Without an answer from the chain: a vault's crossing and what the pool does around it. */
const DEPARTURE_GAS = 500_000;

export interface KeeperOptions {
  readonly client: L1Client;
  readonly wallet: Account;
  /** In units of tickets that have waited since close; `immediate` departs as soon as the limit allows. */
  readonly policy: DeparturePolicy;
  /** Departs only for a reward of at least this many out quanta, until half of the window is left for somebody else. */
  readonly minReward: bigint;
  /** Pool events are read from here on. */
  readonly fromBlock: bigint;
  /** When a share price is worth the gas of reading it; undefined: never, which leaves it to others. */
  readonly prices?: ReadingPolicy | undefined;
}

export interface KeeperAction {
  readonly ticket: number;
  readonly action: 'depart' | 'arrive' | 'abort' | 'closeByTime' | 'wait';
  readonly transaction?: Hex;
  /** The custom error that stopped it, or why it waits. */
  readonly reason?: string;
  /** What a departure must bring now, and what it would earn: out quanta. */
  readonly limit?: bigint;
  readonly reward?: bigint;
}

export interface PriceAction {
  readonly feed: number;
  readonly action: 'append' | 'wait';
  readonly transaction?: Hex;
  /** The custom error that stopped it. */
  readonly reason?: string;
}

interface Terms extends DepartureTerms {
  readonly minSize: bigint;
  readonly boardBy: number;
  readonly settleBy: number;
  readonly adapter: Hex;
}

interface Call {
  readonly address: Hex;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

interface Feed {
  readonly adapter: Hex;
  readonly assetIn: number;
  readonly assetOut: number;
}

interface PriceEntry {
  readonly num: bigint;
  readonly den: bigint;
  readonly time: number;
}

interface RideOnL1 {
  readonly stage: number;
  readonly closedAt: number;
  readonly tickets: bigint;
}

export class Keeper {
  readonly #options: KeeperOptions;
  readonly #open = new Map<number, Terms>();
  #nextBlock: bigint;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#nextBlock = options.fromBlock;
  }

  /** One look at every ride that is not over. */
  async round(): Promise<KeeperAction[]> {
    const { client } = this.#options;
    const block = await client.publicClient.getBlock();
    await this.#findRides(block.number);
    const actions: KeeperAction[] = [];
    for (const [ticket, terms] of this.#open) {
      const ride = (await this.#read('ride', ticket)) as RideOnL1;
      if (ride.stage === STAGE.departed || ride.stage === STAGE.aborted) this.#open.delete(ticket);
      const now = Number(block.timestamp);
      const action =
        ride.stage === STAGE.requested
          ? await this.#judgeArrival(ticket, terms, now)
          : this.#judge(ticket, terms, ride, now, block.baseFeePerGas ?? 0n);
      if (action === undefined) continue;
      actions.push(action.action === 'wait' ? action : await this.#act(action));
    }
    return actions;
  }

  /** Appends to every feed for which it is time. */
  async readPrices(): Promise<PriceAction[]> {
    const { client, prices: policy } = this.#options;
    if (policy === undefined) return [];
    const prices = await readOf(client, client.core, weirAbi as Abi, 'referencePrices', []);
    const ask = (name: string, ...args: readonly bigint[]) => readOf(client, prices as Hex, referencePricesAbi as Abi, name, args);
    const now = Number((await client.publicClient.getBlock()).timestamp);
    const actions: PriceAction[] = [];
    for (let feed = 1n; feed <= ((await ask('feedCount')) as bigint); feed++) {
      const last = (await ask('entry', feed, ((await ask('length', feed)) as bigint) - 1n)) as PriceEntry;
      const outcome = await this.#attempt(async () => {
        const num = await numeratorNow(client, (await ask('feed', feed)) as Feed, last.den);
        return isReadingDue(last, num, now, policy)
          ? { address: prices as Hex, abi: referencePricesAbi as Abi, functionName: 'append', args: [feed] }
          : undefined;
      });
      if (outcome !== undefined) actions.push({ feed: Number(feed), action: 'append', ...outcome });
    }
    return actions;
  }

  async #findRides(toBlock: bigint): Promise<void> {
    const { client } = this.#options;
    if (toBlock < this.#nextBlock) return;
    const filter = { address: client.pool, abi: ridePoolAbi as Abi, eventName: 'RideCreated', fromBlock: this.#nextBlock, toBlock };
    for (const { args } of await readAllEvents(client, filter)) this.#open.set(Number(args['ride']), args['terms'] as Terms);
    this.#nextBlock = toBlock + 1n;
  }

  #judge(ticket: number, terms: Terms, { stage, closedAt, tickets }: RideOnL1, now: number, gasPrice: bigint): KeeperAction | undefined {
    // Nobody aboard: nobody to serve.
    if (tickets === 0n) return undefined;
    if (stage === STAGE.boarding) return now > terms.boardBy + CLOSE_BY_TIME_SECONDS ? { ticket, action: 'closeByTime' } : undefined;
    if (stage !== STAGE.closed) return undefined;
    if (tickets < terms.minSize || now > terms.departBy) return { ticket, action: 'abort' };
    const { policy, minReward } = this.#options;
    const waited = Math.max(0, now - closedAt);
    const prices = { limit: limitAt(terms, tickets, closedAt, now), reward: keeperRewardAt(terms, tickets, closedAt, now) };
    // In the second half of the window passengers come first, whatever the keeper hoped for.
    const isLate = 2 * waited >= terms.departBy - closedAt;
    const units = Number(tickets);
    const waiting = { units, unitSeconds: units * waited, firstSeconds: waited, gas: DEPARTURE_GAS, gasPrice };
    if (!isLate && prices.reward < minReward) return { ticket, action: 'wait', reason: 'REWARD_TOO_SMALL', ...prices };
    if (!isLate && !shouldDepart(policy, waiting)) return { ticket, action: 'wait', reason: 'GAS_TOO_DEAR', ...prices };
    return { ticket, action: 'depart', ...prices };
  }

  /** Whoever completes gets half of the ride's reward, however late; passengers wait for it. */
  async #judgeArrival(ticket: number, terms: Terms, now: number): Promise<KeeperAction | undefined> {
    const requested = await readRequestedRide(this.#options.client, ticket, terms);
    return arrivalAt(requested, now) === 'wait' ? undefined : { ticket, action: 'arrive' };
  }

  async #act(due: KeeperAction): Promise<KeeperAction> {
    const { ticket, action } = due;
    const args = action === 'depart' ? [BigInt(ticket), '0x'] : [BigInt(ticket)];
    const call = { address: this.#options.client.pool, abi: ridePoolAbi as Abi, functionName: action, args };
    return { ...due, ...(await this.#attempt(() => Promise.resolve(call))) };
  }

  /** Simulates, then sends; undefined if there is nothing to do. */
  async #attempt(
    due: () => Promise<Call | undefined>,
  ): Promise<{ transaction: Hex; reason?: string } | { action: 'wait'; reason: string } | undefined> {
    const { client, wallet } = this.#options;
    try {
      const call = await due();
      if (call === undefined) return undefined;
      const simulated = { account: wallet, ...call } as Parameters<PublicClient['simulateContract']>[0];
      const { request } = await client.publicClient.simulateContract(simulated);
      const transaction = await client.walletOf(wallet).writeContract(request as never);
      const receipt = await client.publicClient.waitForTransactionReceipt({ hash: transaction });
      // Somebody else was first: nothing is lost but gas.
      return receipt.status === 'success' ? { transaction } : { transaction, reason: 'REVERTED' };
    } catch (error) {
      const reverted = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
      if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
      return { action: 'wait', reason: reverted.data?.errorName ?? reverted.signature ?? 'REVERTED' };
    }
  }

  #read(functionName: string, ticket: number): Promise<unknown> {
    const { client } = this.#options;
    return readOf(client, client.pool, ridePoolAbi as Abi, functionName, [BigInt(ticket)]);
  }
}

const readOf = ({ publicClient }: L1Client, address: Hex, abi: Abi, functionName: string, args: readonly unknown[]): Promise<unknown> =>
  publicClient.readContract({ address, abi, functionName, args });

/** What L1 would append now: the adapter's guarded price, in quanta. */
async function numeratorNow(client: L1Client, { adapter, assetIn, assetOut }: Feed, den: bigint): Promise<bigint> {
  const quantum = async (asset: number) =>
    ((await readOf(client, client.core, weirAbi as Abi, 'asset', [BigInt(asset)])) as { readonly quantum: bigint }).quantum;
  const { result } = await client.publicClient.simulateContract({ address: adapter, abi: iPricedAbi, functionName: 'guardPrice' });
  return numeratorOf(result, den, { in: await quantum(assetIn), out: await quantum(assetOut) });
}
