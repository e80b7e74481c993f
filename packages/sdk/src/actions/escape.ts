/**
 * Everything out, by L1 alone: what an escape of some addresses will do, cost and pay (`planEscape`), and doing it (`runEscape`). Anybody may run
 * it for anybody: every payment goes to the account's l1Owner, the depositor or the holder, never to the sender.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import { arrivalAt, completesBy } from '@weir/protocol/rides/departure';
import { type Abi, type Account, BaseError, decodeErrorResult, encodeFunctionData, erc20Abi, type Hex, isHex, zeroAddress } from 'viem';
import { type Entitlements, type EscapableAccount, readEntitlements } from '../escape/entitlements.ts';
import { escapeOpening } from '../escape/openings.ts';
import type { L1Client } from '../l1.ts';
import { findDeployBlock } from '../rebuild/settlements.ts';
import type { Rebuilt } from '../rebuild/stateFile.ts';
import { readRequestedRide } from '../requestedRide.ts';

export type StepKind =
  | 'claim'
  | 'freeze'
  | 'escape'
  | 'abort'
  | 'arrive'
  | 'redeemTickets'
  | 'withdrawEscaped'
  | 'reclaimDeposit'
  | 'reclaimForcedFee'
  | 'withdrawReward';

export interface EscapeStep {
  readonly kind: StepKind;
  /** In words. */
  readonly what: string;
  readonly to: Hex;
  readonly data: Hex;
  /** Expected, on the high side: later steps can only be simulated once earlier ones are mined. */
  readonly gas: bigint;
}

/** What somebody will be paid of one token. `symbol` is the token's own word. */
export interface Payout {
  readonly owner: Hex;
  readonly asset: number;
  readonly token: Hex;
  readonly symbol: string;
  readonly decimals: number;
  /** In units of the token. */
  readonly units: bigint;
}

export interface EscapePlan {
  readonly owners: readonly Hex[];
  readonly accounts: readonly EscapableAccount[];
  readonly payouts: readonly Payout[];
  /** Wei of forced-request fees that come back. */
  readonly feesBack: bigint;
  readonly steps: readonly EscapeStep[];
  readonly gas: bigint;
  readonly gasPrice: bigint;
  /** What the sender pays, at today's gas price. */
  readonly cost: bigint;
  readonly frozen: boolean;
  /** Withdrawals that L1 holds for 24 hours (outflow limit), rides whose target has not answered: run it again after this time. */
  readonly laterAt: number | null;
}

export interface PlanEscapeParameters {
  /** The last settled state: of `rebuild`, or a state file that a rebuild would end with. */
  readonly rebuilt: Rebuilt;
  readonly owners: readonly Hex[];
}

/** EIP-7825 caps a transaction; openings are put together up to here. */
const MAX_STEP_GAS = 12_000_000n;
/** Upper bounds (contracts/test/core/Escape.t.sol measures them): an account with its 26 levels, each further node of slots, bookkeeping. */
const GAS = {
  transaction: 60_000n,
  account: 900_000n,
  slotNode: 30_000n,
  slot: 60_000n,
  freeze: 80_000n,
  abort: 90_000n,
  arrive: 700_000n,
  redeemTickets: 220_000n,
  withdrawEscaped: 140_000n,
  claim: 110_000n,
  reclaimDeposit: 140_000n,
  reclaimForcedFee: 80_000n,
  withdrawReward: 60_000n,
} as const;

/** IRidePool.Stage */
const STAGE = { boarding: 1, closed: 2, departed: 3, aborted: 4, requested: 5 } as const;

interface AssetInfo {
  readonly token: Hex;
  readonly quantum: bigint;
  readonly symbol: string;
  readonly decimals: number;
}

interface RideInfo {
  readonly stage: number;
  readonly tickets: bigint;
  readonly outTotal: bigint;
  readonly inReturned: bigint;
  readonly assetIn: number;
  readonly assetOut: number;
  readonly adapter: Hex;
  readonly settleBy: number;
}

/**
 * Throws `CodedError`: STATE_FILE_OFF_CHAIN if the state is not the last one; ESCAPE_NOT_DUE (with the time from which anybody can freeze, if a
 * forced request waits) while the core works: then `withdraw`, or demand it with a forced exit.
 */
export async function planEscape(client: L1Client, { rebuilt, owners }: PlanEscapeParameters): Promise<EscapePlan> {
  const toBlock = await client.publicClient.getBlockNumber({ cacheTime: 0 });
  const [rollupRoot, frozen] = [await readCore<Hex>(client, 'rollupRoot'), await readCore<boolean>(client, 'frozen')];
  if (rollupRoot !== rebuilt.rollupRoot)
    throw new CodedError('STATE_FILE_OFF_CHAIN', `L1 has settled batches after ${rebuilt.batchNumber}: rebuild (or --resume) first`);
  if (!frozen) await requireFreezable(client);
  const range = { fromBlock: await findDeployBlock(client), toBlock };
  const owed = await readEntitlements(client, rebuilt.state, owners, range);
  const books = new Books(client);
  const { steps, laterAt, payouts } = await assemble(client, { owed, rebuilt, frozen, books });
  const gas = steps.reduce((sum, step) => sum + step.gas, 0n);
  const gasPrice = await client.publicClient.getGasPrice();
  const feesBack = [...owed.requests.map(({ fee }) => fee), ...owed.rewards.map(({ amount }) => amount)].reduce((a, b) => a + b, 0n);
  return { owners, accounts: owed.accounts, payouts, feesBack, steps, gas, gasPrice, cost: gas * gasPrice, frozen, laterAt };
}

async function readCore<T>({ publicClient, core }: L1Client, functionName: string, args: readonly unknown[] = []): Promise<T> {
  return (await publicClient.readContract({ address: core, abi: weirAbi as Abi, functionName, args })) as T;
}

const FREEZE_GRACE = 7 * 86_400;

/** Asks L1 itself: a freeze that would succeed now. */
export async function requireFreezable(client: L1Client): Promise<void> {
  const data = encodeFunctionData({ abi: weirAbi as Abi, functionName: 'freeze' });
  const now = Number((await client.publicClient.getBlock()).timestamp);
  try {
    await client.publicClient.call({ to: client.core, data });
  } catch {
    const [, , forcedCount, forcedCursor] = await readCore<readonly bigint[]>(client, 'queues');
    const waits = forcedCount > forcedCursor;
    const { requestedAt } = waits ? await readCore<{ requestedAt: number }>(client, 'forcedRequest', [forcedCursor]) : { requestedAt: 0 };
    const freezeAt = waits ? Number(requestedAt) + FREEZE_GRACE : null;
    throw new CodedError(
      'ESCAPE_NOT_DUE',
      freezeAt === null
        ? 'the core is not frozen and no forced request waits: withdraw, or demand it with `weir forced-exit`; unserved for 7 days, anybody can freeze'
        : `the core is not frozen; its oldest forced request can be answered until ${new Date(1000 * freezeAt).toISOString()}, then anybody can freeze`,
      { freezeAt, now },
    );
  }
}

/** Assets and rides, asked once. */
class Books {
  readonly #client: L1Client;
  readonly #assets = new Map<number, Promise<AssetInfo>>();
  readonly #rides = new Map<number, Promise<RideInfo>>();

  constructor(client: L1Client) {
    this.#client = client;
  }

  asset(number: number): Promise<AssetInfo> {
    const known = this.#assets.get(number) ?? this.#readAsset(number);
    this.#assets.set(number, known);
    return known;
  }

  ride(number: number): Promise<RideInfo> {
    const known = this.#rides.get(number) ?? this.#readRide(number);
    this.#rides.set(number, known);
    return known;
  }

  async #readAsset(number: number): Promise<AssetInfo> {
    const { token, quantum } = await readCore<{ token: Hex; quantum: bigint }>(this.#client, 'asset', [number]);
    if (token === zeroAddress) return { token, quantum, symbol: `ticket ${number}`, decimals: 0 };
    // A token may refuse to say its name; nobody's money depends on it.
    const ask = (functionName: 'symbol' | 'decimals') =>
      this.#client.publicClient.readContract({ address: token, abi: erc20Abi, functionName }).catch(() => undefined);
    const [symbol, decimals] = [await ask('symbol'), await ask('decimals')];
    return { token, quantum, symbol: typeof symbol === 'string' ? symbol : `asset ${number}`, decimals: Number(decimals ?? 0) };
  }

  async #readRide(number: number): Promise<RideInfo> {
    const read = <T>(functionName: string) =>
      this.#client.publicClient.readContract({
        address: this.#client.pool,
        abi: ridePoolAbi as Abi,
        functionName,
        args: [number],
      }) as Promise<T>;
    const [{ assetIn, assetOut, adapter, settleBy }, ride] = await Promise.all([
      read<Pick<RideInfo, 'assetIn' | 'assetOut' | 'adapter' | 'settleBy'>>('terms'),
      read<{ stage: number; tickets: bigint; outTotal: bigint; inReturned: bigint }>('ride'),
    ]);
    return { ...ride, assetIn, assetOut, adapter, settleBy };
  }
}

interface Assembly {
  readonly owed: Entitlements;
  readonly rebuilt: Rebuilt;
  readonly frozen: boolean;
  readonly books: Books;
}

/** (owner, asset) → amount. */
class Sums {
  readonly #sums = new Map<string, { owner: Hex; asset: number; amount: bigint }>();

  add(owner: Hex, asset: number, amount: bigint): void {
    const key = `${owner.toLowerCase()} ${asset}`;
    const known = this.#sums.get(key);
    this.#sums.set(key, { owner, asset, amount: amount + (known?.amount ?? 0n) });
  }

  all(): { owner: Hex; asset: number; amount: bigint }[] {
    return [...this.#sums.values()].filter(({ amount }) => amount > 0n);
  }
}

/** The steps in the order in which they can succeed, and what they pay. */
async function assemble(client: L1Client, { owed, rebuilt, frozen, books }: Assembly) {
  const steps: EscapeStep[] = [];
  const step = (kind: StepKind, what: string, gas: bigint, args: readonly unknown[]): void => {
    const inPool = kind === 'abort' || kind === 'arrive' || kind === 'redeemTickets';
    const [to, abi] = inPool ? [client.pool, ridePoolAbi as Abi] : [client.core, weirAbi as Abi];
    const functionName = kind === 'claim' ? 'claimMany' : kind;
    steps.push({ kind, what, to, data: encodeFunctionData({ abi, functionName, args }), gas: gas + GAS.transaction });
  };
  const [paid, tickets, escaped] = [new Sums(), new Sums(), new Sums()];
  const isTicket = async (asset: number): Promise<boolean> => (await books.asset(asset)).token === zeroAddress;
  const credit = async (owner: Hex, asset: number, amount: bigint, toEscaped: boolean): Promise<void> => {
    if (await isTicket(asset)) tickets.add(owner, asset, amount);
    else {
      paid.add(owner, asset, amount);
      if (toEscaped) escaped.add(owner, asset, amount);
    }
  };

  // 1. What batches have paid out already.
  let laterAt: number | null = null;
  const now = Number((await client.publicClient.getBlock()).timestamp);
  for (const withdrawal of owed.withdrawals) {
    const { batchNumber, index, word0, word1, path, asset, amount, l1Owner } = withdrawal;
    const held = Number(await readCore<bigint>(client, 'heldUntil', [batchNumber, asset]));
    if (held > now) {
      laterAt = Math.max(laterAt ?? 0, held);
      continue;
    }
    await credit(l1Owner, asset, amount, false);
    // One a transaction: a token that refuses one recipient must not stop the others.
    step('claim', `claim withdrawal ${index} of batch ${batchNumber}`, GAS.claim, [[{ batchNumber, index, word0, word1, path }]]);
  }

  // 2. Freeze, and open what the last state holds.
  if (!frozen) step('freeze', 'freeze the core', GAS.freeze, []);
  let [openings, gas]: [ReturnType<typeof escapeOpening>[], bigint] = [[], 0n];
  const flush = (): void => {
    if (openings.length > 0) step('escape', `escape ${openings.length} account${openings.length > 1 ? 's' : ''}`, gas, [openings]);
    [openings, gas] = [[], 0n];
  };
  for (const { account, l1Owner, slots } of owed.accounts) {
    const mask = slots.reduce((sum, { slot }) => sum | (1 << slot), 0);
    const own = GAS.account + GAS.slotNode * BigInt(nodesAbove(mask)) + GAS.slot * BigInt(slots.length);
    if (gas + own > MAX_STEP_GAS) flush();
    openings.push(escapeOpening(rebuilt.state, account, mask));
    gas += own;
    for (const { asset, balance } of slots) await credit(l1Owner, asset, balance, true);
  }
  flush();
  for (const { owner, asset, amount } of owed.escaped) await credit(owner, asset, amount, true);

  // 3. Tickets at their ride's outcome; a ride without one is refunded.
  for (const { owner, asset, amount } of owed.tickets) tickets.add(owner, asset, amount);
  const open = new Set<number>();
  for (const ride of new Set(tickets.all().map(({ asset }) => asset))) {
    const { stage } = await books.ride(ride);
    if (stage === STAGE.boarding || stage === STAGE.closed) step('abort', `refund ride ${ride}`, GAS.abort, [ride]);
    if (stage !== STAGE.requested) continue;
    const requested = await readRequestedRide(client, ride, await books.ride(ride));
    const arrival = arrivalAt(requested, now);
    if (arrival !== 'wait') step('arrive', `fetch what the target of ride ${ride} has ready`, GAS.arrive, [ride]);
    if (arrival === 'complete') continue;
    open.add(ride);
    laterAt = Math.max(laterAt ?? 0, completesBy(requested, now));
  }
  for (const { owner, asset, amount } of tickets.all()) {
    if (open.has(asset)) continue;
    const ride = await books.ride(asset);
    const refund = { outTotal: 0n, inReturned: ride.tickets };
    // What a target brings that answers later is known once it is here.
    const outcome = ride.stage === STAGE.boarding || ride.stage === STAGE.closed ? refund : ride;
    paid.add(owner, ride.assetOut, (amount * outcome.outTotal) / ride.tickets);
    paid.add(owner, ride.assetIn, (amount * outcome.inReturned) / ride.tickets);
    step('redeemTickets', `redeem ${amount} tickets of ride ${asset} of ${owner}`, GAS.redeemTickets, [asset, owner]);
  }

  // 4. Pay out.
  for (const { owner, asset } of escaped.all()) {
    const { symbol } = await books.asset(asset);
    step('withdrawEscaped', `pay ${symbol} to ${owner}`, GAS.withdrawEscaped, [asset, owner]);
  }
  for (const { index, ...content } of owed.deposits) {
    await credit(content.depositor, content.asset, content.amount, false);
    step('reclaimDeposit', `reclaim deposit ${index}`, GAS.reclaimDeposit, [index, content]);
  }
  for (const { index } of owed.requests)
    step('reclaimForcedFee', `take back the fee of forced request ${index}`, GAS.reclaimForcedFee, [index]);
  const payees = new Set([...owed.requests, ...owed.rewards].map(({ owner }) => owner.toLowerCase() as Hex));
  for (const owner of payees) step('withdrawReward', `pay fees back to ${owner}`, GAS.withdrawReward, [owner]);

  const payouts: Payout[] = [];
  for (const { owner, asset, amount } of paid.all()) {
    const { token, quantum, symbol, decimals } = await books.asset(asset);
    payouts.push({ owner, asset, token, symbol, decimals, units: amount * quantum });
  }
  return { steps, laterAt, payouts };
}

/** Inner nodes of the 16-leaf tree above the slots of a mask. */
function nodesAbove(mask: number): number {
  let [count, level] = [0, mask];
  for (let width = 8; width >= 1; width /= 2) {
    level = Array.from({ length: width }, (_, i) => ((level >> (2 * i)) & 3) !== 0).reduce((sum, set, i) => sum + (set ? 2 ** i : 0), 0);
    count += level.toString(2).replaceAll('0', '').length;
  }
  return count;
}

export interface StepResult {
  readonly kind: StepKind;
  readonly what: string;
  readonly transaction: Hex | null;
  readonly gasUsed: bigint;
  /** Why L1 refused; null if it did not. */
  readonly error: string | null;
}

export interface EscapeReturnType {
  readonly steps: readonly StepResult[];
  readonly gasUsed: bigint;
  readonly failed: number;
}

/** A step that somebody else has done in the meantime is no failure. */
const DONE_BY_OTHERS = new Set([
  'CoreFrozen',
  'NothingToWithdraw',
  'NoTickets',
  'WithdrawalAlreadyClaimed',
  'DepositAlreadyReclaimed',
  'RideNotClosed',
]);

/** Steps of one kind do not depend on each other: so many are in flight at once. */
const WAVE = 32;

/** Sends the steps in order. One that L1 refuses is reported, and the others go on: a bad token stops only itself. */
export async function runEscape(
  client: L1Client,
  wallet: Account,
  { steps, onStep }: { readonly steps: readonly EscapeStep[]; readonly onStep?: (result: StepResult) => void },
): Promise<EscapeReturnType> {
  const results: StepResult[] = [];
  for (let at = 0; at < steps.length; ) {
    const next = steps.slice(at, at + WAVE).findIndex(({ kind }) => kind !== steps[at].kind);
    const wave = steps.slice(at, at + (next === -1 ? WAVE : next));
    for (const result of await runWave(client, wallet, wave)) {
      results.push(result);
      onStep?.(result);
    }
    at += wave.length;
  }
  return {
    steps: results,
    gasUsed: results.reduce((sum, { gasUsed }) => sum + gasUsed, 0n),
    failed: results.filter(({ error }) => error !== null).length,
  };
}

async function runWave(client: L1Client, account: Account, wave: readonly EscapeStep[]): Promise<StepResult[]> {
  const { publicClient } = client;
  const outcome = async (work: Promise<bigint | Hex>): Promise<{ value: bigint | Hex } | { error: string }> =>
    work.then(
      (value) => ({ value }),
      (error: unknown) => ({ error: reasonOf(error) }),
    );
  const estimates = await Promise.all(wave.map(({ to, data }) => outcome(publicClient.estimateGas({ account, to, data }))));
  let nonce = await publicClient.getTransactionCount({ address: account.address, blockTag: 'pending' });
  const sent: ({ value: bigint | Hex } | { error: string })[] = [];
  for (const [i, estimate] of estimates.entries()) {
    if ('error' in estimate) {
      sent.push(estimate);
      continue;
    }
    const { to, data } = wave[i];
    const gas = ((estimate.value as bigint) * 11n) / 10n;
    const transaction = await outcome(client.walletOf(account).sendTransaction({ to, data, gas, nonce }));
    if ('value' in transaction) nonce++;
    sent.push(transaction);
  }
  return Promise.all(
    sent.map(async (result, i) => {
      const { kind, what } = wave[i];
      if ('error' in result)
        return { kind, what, transaction: null, gasUsed: 0n, error: DONE_BY_OTHERS.has(result.error) ? null : result.error };
      const transaction = result.value as Hex;
      const { status, gasUsed } = await publicClient.waitForTransactionReceipt({ hash: transaction });
      return { kind, what, transaction, gasUsed, error: status === 'success' ? null : 'REVERTED' };
    }),
  );
}

/** Name of L1's custom error, else what the RPC says. */
function reasonOf(error: unknown): string {
  if (error instanceof CodedError) return error.code;
  if (!(error instanceof BaseError)) return String(error);
  const carrier = error.walk((cause) => isHex((cause as { data?: unknown }).data)) as { data?: Hex } | null;
  if (carrier?.data === undefined) return error.shortMessage;
  try {
    return decodeErrorResult({ abi: [...weirAbi, ...ridePoolAbi] as Abi, data: carrier.data }).errorName;
  } catch {
    return error.shortMessage;
  }
}
