/**
 * A thousand people join, leave and switch between six strategies at once: one clearing nets them, what is left over crosses in one L1 call
 * per strategy and direction, and everything is proven and settled as in production. Seeded: the same people every time.
 *
 * In one strategy as many join as leave, to the unit: nothing of it may cross. Some limits are too tight for any ride: those orders must
 * neither trade nor hold up anybody.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { keccak256 } from '@weir/crypto/keccak';
import { toHex } from '@weir/foundation/bytes';
import type { KeyPair } from '@weir/protocol/keys';
import { deposit } from '@weir/sdk/actions/deposit';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { type AccountState, getAccount, getAccountsOf } from '@weir/sdk/actions/getAccount';
import { getRequest } from '@weir/sdk/actions/getRequest';
import { getRides } from '@weir/sdk/actions/getRides';
import { type BatchState, getBatches } from '@weir/sdk/actions/getStatus';
import { openAccount } from '@weir/sdk/actions/openAccount';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { type Abi, type LocalAccount, parseEventLogs, parseUnits, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { type Development, OPERATOR, type RegisteredStrategy, STATA, startDevelopment, USDC } from '../development.ts';
import { cross, deployStrategies, stata } from '../devnet/strategies.ts';
import { disperse, WHALE } from '../devnet/vaults.ts';
import type { StoryContext, StoryReport } from '../story.ts';
import { balanceOf, DAY, now, poll, usdc, waitUntilIdle } from './people.ts';

export interface ThousandReport extends StoryReport {
  readonly story: 'thousand';
  readonly traders: number;
  readonly strategies: readonly StrategyReport[];
  /** Of the value that changed hands or crossed. */
  readonly nettedShare: string;
  readonly l1Calls: number;
  readonly filledOrders: number;
  /** Seconds from signing to the settled trade, and to the redeemed ticket. */
  readonly waiting: { readonly traded: Wait; readonly rode: Wait };
  /** Hours that the story let pass because a ride's reference price was not to be had: its limit relaxes from there to the worst. */
  readonly hoursUntilDeparture: number;
  /** Once per person, before the first order. */
  readonly setupGas: { readonly depositByPerson: number; readonly batchesByPerson: number };
  readonly batches: readonly Pick<BatchState, 'number' | 'transactions' | 'proofBytes' | 'proveSeconds' | 'gasUsed' | 'blobs'>[];
}

interface StrategyReport {
  readonly strategy: string;
  readonly joins: number;
  readonly leaves: number;
  readonly switches: number;
  /** In USDC. */
  readonly netted: string;
  readonly crossed: string;
  readonly l1Calls: number;
  /** Gas: of the average order, of one that found others, of one that rode (departure, and redemption in a further batch). */
  readonly gasPerOrder: number;
  readonly gasPerNetted: number;
  readonly gasPerRider: number | null;
  readonly riders: number;
  /** So many would have to share the departure to pay less than directly; null: not even then, or nobody rode. */
  readonly ridersToBeatDirect: number | null;
  readonly directJoin: number;
  readonly directLeave: number;
}

interface Wait {
  readonly people: number;
  readonly mean: number;
  readonly most: number;
}

interface Price {
  readonly inAmount: bigint;
  readonly outAmount: bigint;
}

interface Market extends RegisteredStrategy {
  /** USDC into shares, and back. */
  readonly join: Price;
  readonly leave: Price;
  joinRide: number;
  leaveRide: number;
}

interface Wish {
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly deposit: bigint;
  readonly sellAmount: bigint;
  readonly minBuyAmount: bigint;
  readonly maxFee: bigint;
  readonly tickets: boolean;
  readonly tooTight: boolean;
  /** Strategies that it joins or leaves. */
  readonly markets: readonly Market[];
}

interface Trader {
  readonly wallet: LocalAccount;
  readonly key: KeyPair;
  readonly wish: Wish;
  account: AccountState | undefined;
  id: string;
  /** performance.now() */
  placedAt: number;
}

/** Of what is sold. */
const FEE_BPS = 5n;
const WIDTH = 24;
/** Orders of all of them meet in one clearing: it is sealed when the last has come, or after this and so much for each. */
const PATIENCE_MS = 15_000;
const PATIENCE_MS_EACH = 100;
const LONG_MS = 3_600_000;
/** USDC by trader: worth of the shares of each strategy that are handed out, and what may cross of it. */
const STOCK_EACH = usdc('600');
const CROSSING_EACH = usdc('60');
/** Strategies that trade on the way. */
const TRADES = /Uniswap/;
/** Without news from any ride for this long the story lets time pass. */
const STILL_MS = 60_000;
const HOURS_AT_ONCE = 6;

export async function thousand({ dataDirectory, log, flag }: StoryContext): Promise<ThousandReport> {
  const count = flag('traders', 1_000);
  const development = await startDevelopment({
    dataDirectory,
    log,
    maxBatchAgeMs: PATIENCE_MS + PATIENCE_MS_EACH * count,
    strategies: deployStrategies,
    states: 400,
    // The diffs of a thousand people do not fit beside a proof.
    node: { maxBatchTransactions: count, dataCarrier: 'blobs' },
  });
  const stopListening = development.node.subscribe((event) => {
    if (event.type === 'sealed') log(`     batch ${event.batch} sealed: ${String(event['transactions'])} transactions`);
    else if (event.type === 'settled') log(`     batch ${event.batch} settled on L1`);
    else if (event.type === 'ride') log(`     ride ${String(event['ticket'])}: ${String(event['action'])}`);
  });
  try {
    return await play(development, { log, count, strategies: flag('strategies', 6), seed: flag('seed', 1) });
  } finally {
    stopListening();
    await development.stop();
  }
}

interface Options {
  readonly log: (line: string) => void;
  readonly count: number;
  readonly strategies: number;
  readonly seed: number;
}

async function play(development: Development, { log, count, strategies, seed }: Options): Promise<ThousandReport> {
  const { client } = development;
  log('1/7 direct: what each strategy costs somebody alone');
  const markets = await openMarkets(development, strategies, count);
  for (const { name, direct } of markets) log(`     ${name}: join ${direct.joinGas} gas, leave ${direct.exitGas} gas`);

  log(`2/7 accounts: the operator's two, for fees in seven assets, and ${count} more`);
  const wishes = wishesOf(markets, count, seed);
  const operator = await keyOf(development, development.chain.account(OPERATOR) as LocalAccount);
  for (const keyVersion of [1, 2]) await openAccount(client, { key: operator.key, l1Owner: operator.wallet.address, keyVersion });
  const traders = await inParallel(wishes, async (wish, i): Promise<Trader> => {
    const wallet = privateKeyToAccount(toHex(keccak256(new TextEncoder().encode(`weir trader ${seed} ${i}`))));
    return { ...(await keyOf(development, wallet)), wish, account: undefined, id: '', placedAt: 0 };
  });
  for (const { key, wallet } of traders) await openAccount(client, { key, l1Owner: wallet.address });

  log('3/7 deposits: everybody brings what the order is to sell');
  await giveTokens(development, markets, traders);
  const depositGas = await depositAll(development, traders);
  await waitUntilIdle(development);
  const setup = await getBatches(client);

  log('4/7 rides: one each way for each strategy; orders: one signature each');
  for (const market of markets) await createRides(development, market);
  await placeAll(development, traders);

  log('5/7 one clearing nets them; prove, settle; the rest departs');
  const settledAt = await waitForTrades(development, traders);
  const { redeemedAt, hours } = await waitForTickets(development, traders, log);

  log('6/7 check: limits, conservation, crossings');
  const problems: string[] = [];
  const trades = await inParallel(traders, async (trader) => {
    return { trader, after: await getAccount(client, trader.account!.account), fills: (await getRequest(client, trader.id)).fills };
  });
  for (const trade of trades) problems.push(...problemsOf(trade));
  const fees = await getAccountsOf(client, operator.wallet.address);
  problems.push(...(await conservationProblems(development, markets, [...trades.map(({ after }) => after), ...fees])));
  const crossings = await crossingsOf(development, markets, trades);
  problems.push(...crossings.problems);

  log('7/7 gas');
  const later = (await getBatches(client)).filter(({ number }) => setup.every((before) => before.number !== number)).reverse();
  const filled = trades.filter(({ fills }) => fills.length > 0);
  const riders = filled.filter(({ fills }) => fills.some(({ ticket }) => ticket > 0));
  const gas = (batches: readonly BatchState[]) => batches.reduce((sum, { gasUsed }) => sum + (gasUsed ?? 0), 0);
  // The batch of the clearing is everybody's, what follows it the riders'.
  const trading = gas(later.slice(0, 1)) / Math.max(1, filled.length);
  const redeeming = gas(later.slice(1)) / Math.max(1, riders.length);
  const reports = markets.map((market): StrategyReport => {
    const own = filled.filter(({ trader }) => trader.wish.markets.includes(market));
    const rode = own.filter(({ fills }) => fills.some(({ ticket }) => ticket === market.joinRide || ticket === market.leaveRide));
    const { calls, callGas, crossed } = crossings.of.get(market)!;
    const kindOf = (kind: 'join' | 'leave' | 'switch') => own.filter(({ trader }) => kindOfWish(trader.wish) === kind).length;
    const total = own.reduce((sum, { trader }) => sum + trading / trader.wish.markets.length, 0) + rode.length * redeeming + callGas;
    const direct = Number(
      rode.some(({ fills }) => fills.some(({ ticket }) => ticket === market.leaveRide)) ? market.direct.exitGas : market.direct.joinGas,
    );
    const spare = direct - trading - redeeming;
    return {
      strategy: market.name,
      ...{ joins: kindOf('join'), leaves: kindOf('leave'), switches: kindOf('switch') },
      netted: inUsdc(own.reduce((sum, { trader, fills }) => sum + worthOf(trader.wish, fills, 'sold'), 0n)),
      crossed: inUsdc(crossed),
      l1Calls: calls,
      gasPerOrder: Math.round(total / Math.max(1, own.length)),
      gasPerNetted: Math.round(trading),
      gasPerRider: rode.length === 0 ? null : Math.round(trading + redeeming + callGas / rode.length),
      riders: rode.length,
      ridersToBeatDirect: rode.length === 0 || spare <= 0 ? null : Math.ceil(callGas / spare),
      directJoin: Number(market.direct.joinGas),
      directLeave: Number(market.direct.exitGas),
    };
  });
  const netted = filled.reduce((sum, { trader, fills }) => sum + worthOf(trader.wish, fills, 'sold'), 0n);
  const rode = filled.reduce((sum, { trader, fills }) => sum + worthOf(trader.wish, fills, 'boarded'), 0n);
  return {
    story: 'thousand',
    ok: problems.length === 0,
    problems,
    traders: traders.length,
    strategies: reports,
    nettedShare: `${(Number((netted * 10_000n) / (netted + rode || 1n)) / 100).toFixed(2)} %`,
    l1Calls: reports.reduce((sum, { l1Calls }) => sum + l1Calls, 0),
    filledOrders: filled.length,
    waiting: { traded: waitOf(filled, settledAt), rode: waitOf(riders, redeemedAt) },
    hoursUntilDeparture: hours,
    setupGas: {
      depositByPerson: Math.round(depositGas / traders.length),
      batchesByPerson: Math.round(gas(setup) / traders.length),
    },
    batches: [...setup.toReversed(), ...later].map(({ number, transactions, proofBytes, proveSeconds, gasUsed, blobs }) => {
      return { number, transactions, proofBytes, proveSeconds, gasUsed, blobs };
    }),
  };
}

/** In order, a few at a time. */
async function inParallel<T, R>(items: readonly T[], work: (item: T, i: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i], i);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return results;
}

async function keyOf({ client }: Development, wallet: LocalAccount): Promise<{ wallet: LocalAccount; key: KeyPair }> {
  return { wallet, key: await deriveOwnerKey(client, { account: wallet }) };
}

// ---- strategies

async function openMarkets(development: Development, count: number, traders: number): Promise<Market[]> {
  const { adapters, chain, deployment, devnet, strategies } = development;
  const first = { ...(await stata(chain, devnet, adapters.stata, deployment.pool)), asset: STATA };
  const markets: Market[] = [];
  const used = [first, ...strategies].slice(0, count);
  // The whale gets the shares that it will hand out before anything is quoted: two strategies may trade in one market.
  for (const strategy of used) await cross(development, strategy, 0, STOCK_EACH * BigInt(traders));
  for (const strategy of used)
    markets.push({ ...strategy, ...(await pricesOf(development, strategy, traders)), joinRide: 0, leaveRide: 0 });
  return markets;
}

/**
 * What the strategy gives now for about what may cross, there and back, less a hundredth of a percent for the interest that accrues until
 * departure, or a tenth where the size of what crosses moves the price.
 */
async function pricesOf(development: Development, strategy: RegisteredStrategy, traders: number): Promise<Pick<Market, 'join' | 'leave'>> {
  const crossing = CROSSING_EACH * BigInt(traders);
  const shares = await cross(development, strategy, 0, crossing);
  const back = await cross(development, strategy, 1, shares);
  const cautious = (amount: bigint) => (amount * (10_000n - (TRADES.test(strategy.name) ? 10n : 1n))) / 10_000n;
  const quanta = shares / strategy.quantum;
  return { join: { inAmount: crossing, outAmount: cautious(quanta) }, leave: { inAmount: quanta, outAmount: cautious(back) } };
}

async function createRides(development: Development, market: Market): Promise<void> {
  const { chain, deployment, client } = development;
  const start = await now(development);
  const create = async (direction: number, assetIn: number, assetOut: number, { inAmount, outAmount }: Price): Promise<number> => {
    const terms = {
      ...{ adapter: market.adapter, direction, assetIn, assetOut, feeBps: 0 },
      ...{ referenceIn: inAmount, referenceOut: outAmount, worstIn: inAmount, worstOut: (outAmount * 995n) / 1_000n },
      ...{ minSize: 1n, maxSize: 1n << 60n, keeperReward: 0n, feeRecipient: zeroAddress },
      ...{ boardBy: start + 6 * 3_600, departBy: start + 2 * DAY, settleBy: start + 20 * DAY },
    };
    const receipt = await chain.send(chain.account(OPERATOR), deployment.pool, ridePoolAbi as Abi, 'createRide', [terms]);
    return Number(parseEventLogs({ abi: ridePoolAbi, eventName: 'RideCreated', logs: receipt.logs })[0].args.ride);
  };
  market.joinRide = await create(0, USDC, market.asset, market.join);
  market.leaveRide = await create(1, market.asset, USDC, market.leave);
  await poll(async () => (await getRides(client)).find(({ ticket }) => ticket === market.leaveRide), 'the node to see the rides');
}

// ---- people

/** Strategies whose share is worth one USDC to the unit: as many join as leave. */
const isEven = ({ name }: RegisteredStrategy): boolean => name.endsWith('even');
/** Of those who do not switch, per strategy. */
const JOINING = [0.65, 0.5, 0.35, 0.6, 0.7, 0.4];

function wishesOf(markets: readonly Market[], count: number, seed: number): Wish[] {
  let state = 2_654_435_761 * seed;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const others = markets.filter((market) => !isEven(market));
  const even = markets.find(isEven);
  const wishes: Wish[] = [];
  for (let turn = 0; wishes.length < count; turn++) {
    const place = turn % markets.length;
    const value = parseUnits((50 + 4_950 * random() ** 3).toFixed(6), 6);
    if (markets[place] === even && wishes.length + 2 <= count) {
      wishes.push(joinOf(even, value, 0.01), leaveOf(even, value, 0.01));
      continue;
    }
    const market = markets[place] === even ? others[0] : markets[place];
    const slack = [0.006, 0.01, 0.02][Math.floor(3 * random())];
    const [kind, mood] = [random(), random()];
    if (kind < 0.1 && others.length > 1) {
      wishes.push(switchOf(market, others[(others.indexOf(market) + 1) % others.length], value));
    } else {
      const make = random() < JOINING[place] ? joinOf : leaveOf;
      wishes.push(make(market, value, mood < 0.03 ? -0.03 : slack));
    }
  }
  return wishes;
}

const sharesOf = ({ join }: Market, value: bigint): bigint => (value * join.outAmount) / join.inAmount;

function wishOf(markets: readonly Market[], sellAsset: number, buyAsset: number, sellAmount: bigint, fair: bigint, slack: number): Wish {
  const maxFee = (sellAmount * FEE_BPS) / 10_000n;
  const minBuyAmount = (fair * BigInt(Math.round(1e6 * (1 - slack)))) / 1_000_000n;
  return {
    ...{ markets, sellAsset, buyAsset, sellAmount, minBuyAmount, maxFee },
    deposit: sellAmount + maxFee,
    tickets: markets.length === 1,
    tooTight: slack < 0,
  };
}

const joinOf = (market: Market, value: bigint, slack: number): Wish =>
  wishOf([market], USDC, market.asset, value, sharesOf(market, value), slack);

function leaveOf(market: Market, value: bigint, slack: number): Wish {
  const shares = isEven(market) ? value : sharesOf(market, value);
  return wishOf([market], market.asset, USDC, shares, (shares * market.leave.outAmount) / market.leave.inAmount, slack);
}

function switchOf(from: Market, to: Market, value: bigint): Wish {
  return wishOf([from, to], from.asset, to.asset, sharesOf(from, value), sharesOf(to, value), 0.02);
}

function kindOfWish({ markets, sellAsset }: Wish): 'join' | 'leave' | 'switch' {
  return markets.length > 1 ? 'switch' : sellAsset === USDC ? 'join' : 'leave';
}

async function giveTokens(development: Development, markets: readonly Market[], traders: readonly Trader[]): Promise<void> {
  const { chain, devnet } = development;
  const tokens = new Map([[USDC, devnet.addresses.usdc], ...markets.map(({ asset, share }) => [asset, share] as const)]);
  const quantumOf = (asset: number) => markets.find((market) => market.asset === asset)?.quantum ?? 1n;
  const needed = (asset: number) => traders.reduce((sum, { wish }) => sum + (wish.sellAsset === asset ? wish.deposit : 0n), 0n);
  for (const market of markets) {
    const { asset, share, quantum, join } = market;
    const held = (await chain.read<bigint>(share, devnet.abis.erc20, 'balanceOf', [chain.account(WHALE).address])) / quantum;
    const missing = needed(asset) - held;
    if (missing > 0n) await cross(development, market, 0, (missing * join.inAmount * 102n) / (join.outAmount * 100n));
  }
  const gifts = traders.map(({ wallet, wish }) => ({
    ...{ token: tokens.get(wish.sellAsset)!, to: wallet.address, amount: wish.deposit * quantumOf(wish.sellAsset) },
  }));
  await disperse(chain, devnet, gifts);
  await inParallel(traders, ({ wallet }) => chain.test.setBalance({ address: wallet.address, value: parseUnits('1', 18) }));
}

/** Returns the gas of all deposits. */
async function depositAll(development: Development, traders: readonly Trader[]): Promise<number> {
  const { client } = development;
  let gas = 0;
  await inParallel(traders, async (trader) => {
    const { wallet, key, wish } = trader;
    const find = async () => (await getAccountsOf(client, wallet.address)).find(({ ownerKey }) => ownerKey.join() === key.ownerKey.join());
    const account = await poll(find, 'the account to be open', LONG_MS);
    trader.account = account;
    const { gasUsed } = await deposit(client, { wallet, account, asset: wish.sellAsset, amount: wish.deposit });
    gas += Number(gasUsed);
  });
  await inParallel(traders, async (trader) => {
    const arrived = async () => {
      const account = await getAccount(client, trader.account!.account);
      return balanceOf(account, trader.wish.sellAsset) >= trader.wish.deposit ? account : undefined;
    };
    trader.account = await poll(arrived, 'deposits to arrive', LONG_MS);
  });
  return gas;
}

async function placeAll(development: Development, traders: readonly Trader[]): Promise<void> {
  const { client } = development;
  const start = await now(development);
  await inParallel(traders, async (trader) => {
    const { key, account, wish } = trader;
    const { sellAsset, buyAsset, sellAmount, minBuyAmount, maxFee } = wish;
    trader.placedAt = performance.now();
    const sent = await placeOrder(client, {
      ...{ key, account: account!, sellAsset, buyAsset, sellAmount, minBuyAmount, maxFee },
      until: start + 12 * 3_600,
      ticketsUntil: wish.tickets ? start + 60 * DAY : 0,
    });
    trader.id = sent.id;
  });
}

/** performance.now() when the clearing was settled: all orders that could trade are filled by then. */
async function waitForTrades({ client }: Development, traders: readonly Trader[]): Promise<number> {
  // Somebody who trades or rides in any case.
  const rider = traders.find(({ wish }) => wish.tickets && !wish.tooTight)!;
  await poll(
    async () => {
      const batches = await getBatches(client);
      const { fills } = await getRequest(client, rider.id);
      const batch = batches.find(({ number }) => number === fills[0]?.batch);
      return batch?.status === 'settled' || batch?.status === 'final' ? batch : undefined;
    },
    'the clearing to settle',
    LONG_MS,
  );
  return performance.now();
}

/** performance.now() when every ride with passengers was over and all its tickets were redeemed. */
async function waitForTickets(
  { client, chain }: Development,
  traders: readonly Trader[],
  log: (line: string) => void,
): Promise<{ redeemedAt: number; hours: number }> {
  const filled = await inParallel(traders, async ({ id, account }) => ({
    account: account!.account,
    fills: (await getRequest(client, id)).fills,
  }));
  let [hours, over, since] = [0, 0, Date.now()];
  const letTimePass = async (): Promise<void> => {
    const rides = await getRides(client);
    const now = rides.filter(({ outcome }) => outcome !== null).length;
    if (now !== over) [over, since] = [now, Date.now()];
    if (Date.now() - since < STILL_MS || !rides.some(({ closed, outcome }) => closed && outcome === null)) return;
    hours += HOURS_AT_ONCE;
    log(`     a ride's limit is not to be had yet: ${HOURS_AT_ONCE} hours pass`);
    await chain.test.increaseTime({ seconds: HOURS_AT_ONCE * 3_600 });
    await chain.test.mine({ blocks: 1 });
    since = Date.now();
  };
  for (const { account, fills } of filled) {
    for (const { ticket } of fills.filter((fill) => fill.ticket > 0)) {
      const redeemed = async () => {
        if (balanceOf(await getAccount(client, account), ticket) === 0n) return true;
        await letTimePass();
        return undefined;
      };
      await poll(redeemed, `tickets of ride ${ticket} to be redeemed`, LONG_MS);
    }
  }
  await waitUntilIdle({ client });
  return { redeemedAt: performance.now(), hours };
}

// ---- checks

interface Trade {
  readonly trader: Trader;
  readonly after: AccountState;
  readonly fills: Awaited<ReturnType<typeof getRequest>>['fills'];
}

/** From balances alone, but for the fee: what went out and what came in keeps the signed limit. */
function problemsOf({ trader: { wish, account }, after, fills }: Trade): string[] {
  const { sellAsset, buyAsset, sellAmount, minBuyAmount, maxFee, deposit: before } = wish;
  const who = `account ${account!.account}`;
  const problems: string[] = [];
  const fee = fills.reduce((sum, fill) => sum + BigInt(fill.fee), 0n);
  const sold = before - balanceOf(after, sellAsset) - fee;
  const bought = balanceOf(after, buyAsset);
  const strange = after.slots.filter(({ asset, balance }) => balance > 0n && asset !== sellAsset && asset !== buyAsset);
  // A ride's outcome is shared out in whole quanta: one may be missing.
  if ((bought + 1n) * sellAmount < sold * minBuyAmount)
    problems.push(`${who} sold ${sold} for ${bought}, its limit is ${minBuyAmount}/${sellAmount}`);
  if (fee * sellAmount > maxFee * sold) problems.push(`${who} paid ${fee} for selling ${sold}`);
  if (sold < 0n || sold > sellAmount) problems.push(`${who} sold ${sold} of ${sellAmount}`);
  if (strange.length > 0) problems.push(`${who} still holds asset ${strange[0].asset}`);
  if (wish.tooTight && fills.some(({ ticket }) => ticket > 0)) problems.push(`${who} boarded although no ride meets its limit`);
  return problems;
}

/** What all accounts hold is what the core holds, but for the remainders of redemptions: less than a quantum each. */
async function conservationProblems(
  { chain, devnet, deployment }: Development,
  markets: readonly Market[],
  accounts: readonly AccountState[],
): Promise<string[]> {
  const usdcToken = { asset: USDC, share: devnet.addresses.usdc, quantum: 1n };
  const problems: string[] = [];
  for (const { asset, share, quantum } of [usdcToken, ...markets]) {
    const held = accounts.reduce((sum, account) => sum + balanceOf(account, asset), 0n) * quantum;
    const escrow = await chain.read<bigint>(share, devnet.abis.erc20, 'balanceOf', [deployment.core]);
    if (escrow < held || escrow - held > BigInt(accounts.length) * quantum)
      problems.push(`asset ${asset}: accounts hold ${held}, the core ${escrow}`);
  }
  return problems;
}

interface Crossing {
  readonly calls: number;
  readonly callGas: number;
  readonly crossed: bigint;
}

async function crossingsOf({ chain, deployment }: Development, markets: readonly Market[], trades: readonly Trade[]) {
  const problems: string[] = [];
  const of = new Map<Market, Crossing>();
  const events = await chain.publicClient.getContractEvents({
    address: deployment.pool,
    abi: ridePoolAbi,
    eventName: 'RideDeparted',
    fromBlock: 0n,
  });
  for (const market of markets) {
    let [calls, callGas, crossed] = [0, 0, 0n];
    for (const ticket of [market.joinRide, market.leaveRide]) {
      const passengers = trades.filter(({ fills }) => fills.some((fill) => fill.ticket === ticket));
      const departures = events.filter(({ args }) => Number(args.ride) === ticket);
      if (departures.length !== (passengers.length > 0 ? 1 : 0))
        problems.push(`ride ${ticket} of ${market.name} departed ${departures.length} times with ${passengers.length} passengers`);
      for (const { transactionHash } of departures)
        callGas += Number((await chain.publicClient.getTransactionReceipt({ hash: transactionHash })).gasUsed);
      calls += departures.length;
      crossed += passengers.reduce((sum, { trader, fills }) => sum + worthOf(trader.wish, fills, 'boarded'), 0n);
    }
    if (calls > (isEven(market) ? 0 : 1))
      problems.push(`${market.name}: ${calls} L1 calls, where a difference needs at most one and none needs none`);
    of.set(market, { calls, callGas, crossed });
  }
  return { of, problems };
}

/** In quanta of USDC, at the strategies' prices. */
function worthOf({ sellAsset, markets }: Wish, fills: Trade['fills'], part: 'sold' | 'boarded'): bigint {
  const amount = fills.reduce((sum, fill) => sum + BigInt(fill[part]), 0n);
  if (sellAsset === USDC) return amount;
  const { leave } = markets.find(({ asset }) => asset === sellAsset)!;
  return (amount * leave.outAmount) / leave.inAmount;
}

const inUsdc = (quanta: bigint): string => (Number(quanta) / 1e6).toFixed(2);

function waitOf(trades: readonly Trade[], at: number): Wait {
  const waits = trades.map(({ trader }) => (at - trader.placedAt) / 1_000);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length);
  return { people: waits.length, mean: Number(mean.toFixed(1)), most: Number(Math.max(0, ...waits).toFixed(1)) };
}

export function printThousand(report: ThousandReport, log: (line: string) => void): void {
  const { strategies, batches, waiting, setupGas, hoursUntilDeparture } = report;
  const number = (value: number | null) => (value === null ? '–' : value.toLocaleString('en-US'));
  const table = (rows: readonly (readonly string[])[]): void => {
    const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
    for (const row of rows) log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  };
  log('');
  table([
    ['strategy', 'joins', 'leaves', 'switches', 'netted USDC', 'crossed USDC', 'L1 calls', 'riders'],
    ...strategies.map((own) => [
      ...[own.strategy, number(own.joins), number(own.leaves), number(own.switches), own.netted, own.crossed],
      ...[number(own.l1Calls), number(own.riders)],
    ]),
  ]);
  log('');
  table([
    ['gas an order', 'all', 'netted', 'riders', 'direct join', 'direct exit', 'riders to beat direct'],
    ...strategies.map((own) => [
      ...[own.strategy, number(own.gasPerOrder), number(own.gasPerNetted), number(own.gasPerRider)],
      ...[number(own.directJoin), number(own.directLeave), number(own.ridersToBeatDirect)],
    ]),
  ]);
  log('');
  table([
    ['batch', 'transactions', 'proof bytes', 'proving s', 'L1 gas', 'blobs'],
    ...batches.map(({ number: batch, transactions, proofBytes, proveSeconds, gasUsed, blobs }) => [
      ...[number(batch), number(transactions), number(proofBytes), (proveSeconds ?? 0).toFixed(1), number(gasUsed), number(blobs.length)],
    ]),
  ]);
  log('');
  log(
    `${number(report.filledOrders)} of ${number(report.traders)} orders filled; ${report.nettedShare} of the value netted; ${report.l1Calls} calls of strategies on L1`,
  );
  log(
    `from signature to settled trade: ${waiting.traded.mean} s on average, ${waiting.traded.most} s at most; to the redeemed ticket: ${waiting.rode.mean} s, ${waiting.rode.most} s`,
  );
  if (hoursUntilDeparture > 0) log(`${hoursUntilDeparture} hours were let pass until the last ride could depart within its limit`);
  log(
    `once per person, before: ${number(setupGas.depositByPerson)} gas for the deposit, ${number(setupGas.batchesByPerson)} of the batches that open and fund accounts`,
  );
  const thin = strategies.filter(
    ({ gasPerRider, directJoin, directLeave }) => gasPerRider !== null && gasPerRider > Math.min(directJoin, directLeave),
  );
  if (thin.length > 0)
    log(
      `riders paid more than directly in: ${thin.map(({ strategy }) => strategy).join('; ')}. Few share one departure and one redeeming batch there; rides closed at once (WEIR_WAIT_PRICE 0), a ride that waits for company would have cost them less.`,
    );
  for (const problem of report.problems) log(`PROBLEM: ${problem}`);
  log(report.ok ? 'every limit is kept, every unit is there' : 'the thousand did NOT come out right');
}
