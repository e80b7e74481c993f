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
import { type Abi, type Hex, type LocalAccount, parseEventLogs, parseUnits, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { type Development, OPERATOR, type RegisteredStrategy, STATA, startDevelopment, USDC } from '../development.ts';
import { deployVaults, disperse, supply, WHALE } from '../devnet/vaults.ts';
import type { StoryContext, StoryReport } from '../story.ts';
import { balanceOf, DAY, now, poll, QUOTE_SIZE, usdc, waitUntilIdle } from './people.ts';

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
  readonly gasPerOrder: number;
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
  readonly direct: { readonly join: bigint; readonly leave: bigint };
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
const PATIENCE_MS_EACH = 200;
const LONG_MS = 3_600_000;

export async function thousand({ dataDirectory, log, flag }: StoryContext): Promise<ThousandReport> {
  const count = flag('traders', 1_000);
  const development = await startDevelopment({
    dataDirectory,
    log,
    maxBatchAgeMs: PATIENCE_MS + PATIENCE_MS_EACH * count,
    strategies: deployVaults,
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
  const markets = await openMarkets(development, strategies);
  for (const { name, direct } of markets) log(`     ${name}: join ${direct.join} gas, leave ${direct.leave} gas`);

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
  const redeemedAt = await waitForTickets(development, traders);

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
    return {
      strategy: market.name,
      ...{ joins: kindOf('join'), leaves: kindOf('leave'), switches: kindOf('switch') },
      netted: inUsdc(own.reduce((sum, { trader, fills }) => sum + worthOf(trader.wish, fills, 'sold'), 0n)),
      crossed: inUsdc(crossed),
      l1Calls: calls,
      gasPerOrder: Math.round(total / Math.max(1, own.length)),
      directJoin: Number(market.direct.join),
      directLeave: Number(market.direct.leave),
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

async function openMarkets(development: Development, count: number): Promise<Market[]> {
  const { adapters, devnet, strategies } = development;
  const aave = { name: 'Aave v3.6 (StataTokenV2)', vault: devnet.addresses.stataUsdc, asset: STATA, adapter: adapters.stata };
  const markets: Market[] = [];
  for (const strategy of [aave, ...strategies].slice(0, count)) {
    const direct = await goDirect(development, strategy.vault);
    markets.push({ ...strategy, ...(await pricesOf(development, strategy.vault)), direct, joinRide: 0, leaveRide: 0 });
  }
  return markets;
}

/** What the vault would give now, less a hundredth of a percent for the interest that accrues until departure. */
async function pricesOf({ chain, devnet }: Development, vault: Hex): Promise<Pick<Market, 'join' | 'leave'>> {
  const preview = (name: string, amount: bigint) => chain.read<bigint>(vault, devnet.abis.erc4626, name, [amount]);
  const shares = await preview('previewDeposit', QUOTE_SIZE);
  const back = await preview('previewRedeem', shares);
  const cautious = (amount: bigint) => (amount * 9_999n) / 10_000n;
  return { join: { inAmount: QUOTE_SIZE, outAmount: cautious(shares) }, leave: { inAmount: shares, outAmount: cautious(back) } };
}

async function goDirect({ chain, devnet }: Development, vault: Hex): Promise<Market['direct']> {
  const person = chain.account(5);
  const amount = usdc('1000');
  await devnet.mintUsdc(person.address, amount);
  const approve = await chain.send(person, devnet.addresses.usdc, devnet.abis.erc20, 'approve', [vault, amount]);
  const join = await chain.send(person, vault, devnet.abis.erc4626, 'deposit', [amount, person.address]);
  const shares = await chain.read<bigint>(vault, devnet.abis.erc20, 'balanceOf', [person.address]);
  const leave = await chain.send(person, vault, devnet.abis.erc4626, 'redeem', [shares, person.address, person.address]);
  return { join: approve.gasUsed + join.gasUsed, leave: leave.gasUsed };
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
  const tokens = new Map([[USDC, devnet.addresses.usdc], ...markets.map(({ asset, vault }) => [asset, vault] as const)]);
  const needed = (asset: number) => traders.reduce((sum, { wish }) => sum + (wish.sellAsset === asset ? wish.deposit : 0n), 0n);
  for (const { asset, vault, join } of markets) {
    const held = await chain.read<bigint>(vault, devnet.abis.erc20, 'balanceOf', [chain.account(WHALE).address]);
    const missing = needed(asset) - held;
    if (missing > 0n) await supply(chain, devnet, vault, (missing * join.inAmount * 102n) / (join.outAmount * 100n));
  }
  const gifts = traders.map(({ wallet, wish }) => ({ token: tokens.get(wish.sellAsset)!, to: wallet.address, amount: wish.deposit }));
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
async function waitForTickets({ client }: Development, traders: readonly Trader[]): Promise<number> {
  const filled = await inParallel(traders, async ({ id, account }) => ({
    account: account!.account,
    fills: (await getRequest(client, id)).fills,
  }));
  for (const { account, fills } of filled) {
    const ticket = fills.find((fill) => fill.ticket > 0)?.ticket;
    if (ticket === undefined) continue;
    const redeemed = async () => (balanceOf(await getAccount(client, account), ticket) === 0n ? true : undefined);
    await poll(redeemed, `tickets of ride ${ticket} to be redeemed`, LONG_MS);
  }
  await waitUntilIdle({ client });
  return performance.now();
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
  const tokens = [{ asset: USDC, token: devnet.addresses.usdc }, ...markets.map(({ asset, vault }) => ({ asset, token: vault }))];
  const problems: string[] = [];
  for (const { asset, token } of tokens) {
    const held = accounts.reduce((sum, account) => sum + balanceOf(account, asset), 0n);
    const escrow = await chain.read<bigint>(token, devnet.abis.erc20, 'balanceOf', [deployment.core]);
    if (escrow < held || escrow - held > BigInt(accounts.length))
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
