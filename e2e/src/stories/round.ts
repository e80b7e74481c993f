/**
 * The round: three people, one strategy. Ann holds strategy tokens and leaves; Bob and Cid join. What they can give each other is netted in
 * one clearing; the difference boards a ride in the same clearing, which closes, departs, settles and is redeemed. Bob gives Cid some, Cid
 * withdraws. A second ride, whose strategy refuses everything, is aborted and refunded.
 *
 * It passes only if every balance equals the independent model's, to the unit, and a replay of what L1 settled gives every root.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import type { KeyPair } from '@weir/protocol/keys';
import { readSlot } from '@weir/protocol/state/state';
import { claimWithdrawal, getWithdrawals } from '@weir/sdk/actions/claimWithdrawal';
import { deposit } from '@weir/sdk/actions/deposit';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { type AccountState, findAccount, getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { getRides, type RideState } from '@weir/sdk/actions/getRides';
import { type BatchState, getBatches } from '@weir/sdk/actions/getStatus';
import { openAccount } from '@weir/sdk/actions/openAccount';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { rebuild } from '@weir/sdk/actions/rebuild';
import { transfer, withdraw } from '@weir/sdk/actions/spend';
import { type Abi, type Hex, type LocalAccount, parseEventLogs, parseUnits, zeroAddress } from 'viem';
import { type Development, HOSTILE, OPERATOR, STATA, USDC } from '../development.ts';
import { Balances, net, type Price, share } from './model.ts';

const usdc = (amount: string): bigint => parseUnits(amount, 6);

/** A price is quoted for this much of the in asset. */
const QUOTE_SIZE = 1_000_000_000_000n;
const DAY = 86_400;

interface Person {
  readonly name: string;
  readonly wallet: LocalAccount;
  readonly key: KeyPair;
  account: number;
}

export interface RoundReport {
  readonly story: 'round';
  readonly ok: boolean;
  readonly people: readonly { name: string; asset: string; before: string; after: string; expected: string }[];
  readonly batches: readonly BatchState[];
  readonly direct: { readonly joinGas: string; readonly exitGas: string };
  readonly orders: number;
  readonly gasPerOrder: string;
  readonly replayedBatches: number;
  readonly problems: readonly string[];
}

export async function round(development: Development, log: (line: string) => void): Promise<RoundReport> {
  const { chain, devnet, client } = development;
  const problems: string[] = [];
  const firstBatch = (await getBatches(client)).reduce((max, { number }) => Math.max(max, number), 0) + 1;

  log('1/8 direct: what joining and leaving the strategy costs somebody alone on this chain');
  const direct = await goDirect(development);
  log(`     join ${direct.join} gas (approve + deposit), exit ${direct.exit} gas`);

  log('2/8 accounts: the operator and three people open theirs');
  const [operator, ann, bob, cid] = await openAccounts(development, log);

  log('3/8 deposits: Ann brings strategy tokens, Bob and Cid bring USDC');
  const stake = usdc('600');
  const annShares = await buyStata(development, ann, stake);
  await depositAll(development, [
    [ann, STATA, annShares],
    [bob, USDC, usdc('1200')],
    [cid, USDC, usdc('500')],
  ]);
  const before = await snapshot(development, [operator, ann, bob, cid]);

  log('4/8 orders: Ann leaves with all of it, Bob joins with 1,000 and Cid with 500 USDC; one signature each');
  const price = await quote(development);
  const ticket = await createRide(development, development.adapters.stata, STATA, price);
  const until = (await now(development)) + 12 * 3600;
  const ticketsUntil = (await now(development)) + 60 * DAY;
  const order = async (person: Person, sellAsset: number, buyAsset: number, sellAmount: bigint, minBuyAmount: bigint, tickets: boolean) => {
    const account = await getAccount(client, person.account);
    const terms = {
      key: person.key,
      account,
      sellAsset,
      buyAsset,
      sellAmount,
      minBuyAmount,
      until,
      ticketsUntil: tickets ? ticketsUntil : 0,
    };
    return (await placeOrder(client, terms)).id;
  };
  const worst = (amount: bigint, { inAmount, outAmount }: Price) => (amount * outAmount * 994n) / (inAmount * 1000n);
  const orders = await Promise.all([
    order(ann, STATA, USDC, annShares, worst(annShares, { inAmount: price.outAmount, outAmount: price.inAmount }), false),
    order(bob, USDC, STATA, usdc('1000'), worst(usdc('1000'), price), true),
    order(cid, USDC, STATA, usdc('500'), worst(usdc('500'), price), true),
  ]);

  log('5/8 the clearing nets them, the rest boards; prove, settle, depart, redeem');
  for (const id of orders) await waitForRequest(client, { id, status: 'settled' });
  const ride = await waitForOutcome(development, ticket);
  await waitForNoTickets(development, [bob, cid], ticket);

  log('6/8 Bob gives Cid 50 strategy tokens; Cid withdraws everything of it to the wallet');
  const gift = usdc('50');
  const sent = await transfer(client, {
    key: bob.key,
    account: await getAccount(client, bob.account),
    to: await getAccount(client, cid.account),
    asset: STATA,
    amount: gift,
    until,
  });
  await waitForRequest(client, { id: sent.id, status: 'settled' });
  const cidStata = balanceOf(await getAccount(client, cid.account), STATA);
  const walletBefore = await tokenBalance(development, devnet.addresses.stataUsdc, cid.wallet.address);
  const leaving = await withdraw(client, {
    key: cid.key,
    account: await getAccount(client, cid.account),
    asset: STATA,
    amount: cidStata,
    until,
  });
  const { batchNumber } = await waitForRequest(client, { id: leaving.id, status: 'settled' });
  for (const withdrawal of await getWithdrawals(client, batchNumber!)) await claimWithdrawal(client, cid.wallet, withdrawal);
  const walletGain = (await tokenBalance(development, devnet.addresses.stataUsdc, cid.wallet.address)) - walletBefore;

  log('7/8 a second ride, to a strategy that refuses every deposit: closed, never departs, aborted, refunded');
  const doomed = await createRide(development, development.adapters.hostile, HOSTILE, { inAmount: QUOTE_SIZE, outAmount: QUOTE_SIZE });
  const doomedOrder = await order(bob, USDC, HOSTILE, usdc('100'), usdc('90'), true);
  await waitForRequest(client, { id: doomedOrder, status: 'settled' });
  await chain.test.increaseTime({ seconds: 3 * DAY });
  await chain.test.mine({ blocks: 1 });
  const refunded = await waitForOutcome(development, doomed);
  await waitForNoTickets(development, [bob], doomed);
  await waitUntilIdle(development);

  log('8/8 check: every balance against the model, every root against a replay from L1');
  const model = expectedBalances({ price, annShares, ride, refunded, gift, bobStart: usdc('1200'), cidStart: usdc('500') });
  const after = await snapshot(development, [operator, ann, bob, cid]);
  const rows: RoundReport['people'][number][] = [];
  for (const person of [ann, bob, cid]) {
    for (const [asset, label] of [
      [USDC, 'USDC'],
      [STATA, 'stataUSDC'],
      [HOSTILE, 'hUSDC'],
      [ticket, 'ticket'],
      [doomed, 'ticket 2'],
    ] as const) {
      const held = after.of(person.name, asset);
      const expected = model.of(person.name, asset);
      if (held !== expected) problems.push(`${person.name} has ${held} ${label}, the model says ${expected}`);
      if (held !== 0n || before.of(person.name, asset) !== 0n)
        rows.push({
          name: person.name,
          asset: label,
          before: `${before.of(person.name, asset)}`,
          after: `${held}`,
          expected: `${expected}`,
        });
    }
  }
  const expectedGain = model.of('Cid wallet', STATA);
  if (walletGain !== expectedGain) problems.push(`Cid's wallet grew by ${walletGain}, the model says ${expectedGain}`);
  rows.push({ name: 'Cid wallet', asset: 'stataUSDC', before: '0', after: `${walletGain}`, expected: `${expectedGain}` });
  if (refunded.outcome!.inReturned !== `${usdc('100')}` || refunded.outcome!.outTotal !== '0')
    problems.push('the hostile ride was not refunded 1:1');

  const replay = await rebuild(client).catch((error: Error) => {
    problems.push(error.message);
    return { batchNumber: 0, state: undefined };
  });
  for (const person of [operator, ann, bob, cid]) {
    const account = await getAccount(client, person.account);
    for (const slot of account.slots) {
      if (replay.state !== undefined && readSlot(replay.state, account.account, slot.slot).balance !== slot.balance) {
        problems.push(`slot ${slot.slot} of ${person.name} differs between node and L1 replay`);
      }
    }
  }
  const batches = (await getBatches(client)).filter(({ number }) => number >= firstBatch).sort((a, b) => a.number - b.number);
  const trading = batches.reduce((sum, { gasUsed }) => sum + (gasUsed ?? 0), 0);
  return {
    story: 'round',
    ok: problems.length === 0,
    people: rows,
    batches,
    direct: { joinGas: `${direct.join}`, exitGas: `${direct.exit}` },
    // The three of the first clearing, and the one of the ride that was refunded.
    orders: orders.length + 1,
    gasPerOrder: `${Math.round(trading / (orders.length + 1))}`,
    replayedBatches: replay.batchNumber,
    problems,
  };
}

interface ModelInput {
  readonly price: Price;
  readonly annShares: bigint;
  readonly ride: RideState;
  readonly refunded: RideState;
  readonly gift: bigint;
  readonly bobStart: bigint;
  readonly cidStart: bigint;
}

/** The round's end from its beginning: netting, riding, the gift, the withdrawal, the refund. */
function expectedBalances({ price, annShares, ride, refunded, gift, bobStart, cidStart }: ModelInput): Balances {
  const netted = net({
    price,
    leaver: { name: 'Ann', sells: annShares },
    joiners: [
      { name: 'Bob', sells: usdc('1000') },
      { name: 'Cid', sells: usdc('500') },
    ],
  });
  const balances = new Balances();
  balances.add('Ann', USDC, netted.leaverGets);
  balances.add('Bob', USDC, bobStart);
  balances.add('Cid', USDC, cidStart);
  const tickets = netted.joiners.reduce((sum, { boarded }) => sum + boarded, 0n);
  for (const { name, traded, got, boarded } of netted.joiners) {
    balances.add(name, USDC, -traded - boarded + share(boarded, BigInt(ride.outcome!.inReturned), tickets));
    balances.add(name, STATA, got + share(boarded, BigInt(ride.outcome!.outTotal), tickets));
  }
  balances.add('Bob', STATA, -gift);
  balances.add('Cid', STATA, gift);
  const leaving = balances.of('Cid', STATA);
  balances.add('Cid', STATA, -leaving);
  balances.add('Cid wallet', STATA, leaving);
  const doomed = usdc('100');
  balances.add('Bob', USDC, -doomed + share(doomed, BigInt(refunded.outcome!.inReturned), doomed));
  return balances;
}

// ---- steps

async function goDirect({ chain, devnet }: Development): Promise<{ join: bigint; exit: bigint }> {
  const person = chain.account(5);
  const { usdc: token, stataUsdc } = devnet.addresses;
  const amount = usdc('1000');
  await devnet.mintUsdc(person.address, amount);
  const approve = await chain.send(person, token, devnet.abis.erc20, 'approve', [stataUsdc, amount]);
  const join = await chain.send(person, stataUsdc, devnet.abis.erc4626, 'deposit', [amount, person.address]);
  const shares = await chain.read<bigint>(stataUsdc, devnet.abis.erc20, 'balanceOf', [person.address]);
  const exit = await chain.send(person, stataUsdc, devnet.abis.erc4626, 'redeem', [shares, person.address, person.address]);
  return { join: approve.gasUsed + join.gasUsed, exit: exit.gasUsed };
}

/** The operator's account is number 0: it takes fees and dust. */
async function openAccounts(
  { chain, client, resumed }: Development,
  log: (line: string) => void,
): Promise<[Person, Person, Person, Person]> {
  const open = async (name: string, index: number): Promise<Person> => {
    const wallet = chain.account(index) as LocalAccount;
    const key = await deriveOwnerKey(client, { account: wallet });
    const known = resumed ? await findAccount(client, wallet.address, key.ownerKey).catch(() => undefined) : undefined;
    if (known === undefined)
      await waitForRequest(client, { id: (await openAccount(client, { key, l1Owner: wallet.address })).id, status: 'batched' });
    const { account } = await findAccount(client, wallet.address, key.ownerKey);
    log(`     ${name}: account ${account}`);
    return { name, wallet, key, account };
  };
  const operator = await open('operator', OPERATOR);
  const [ann, bob, cid] = await Promise.all([open('Ann', 1), open('Bob', 2), open('Cid', 3)]);
  return [operator, ann, bob, cid];
}

async function buyStata({ chain, devnet }: Development, { wallet }: Person, amount: bigint): Promise<bigint> {
  const { usdc: token, stataUsdc } = devnet.addresses;
  await devnet.mintUsdc(wallet.address, amount);
  await chain.send(wallet, token, devnet.abis.erc20, 'approve', [stataUsdc, amount]);
  await chain.send(wallet, stataUsdc, devnet.abis.erc4626, 'deposit', [amount, wallet.address]);
  return chain.read<bigint>(stataUsdc, devnet.abis.erc20, 'balanceOf', [wallet.address]);
}

async function depositAll(development: Development, deposits: readonly (readonly [Person, number, bigint])[]): Promise<void> {
  const { client, devnet } = development;
  for (const [person, asset, amount] of deposits) {
    if (asset === USDC) await devnet.mintUsdc(person.wallet.address, amount);
    await deposit(client, { wallet: person.wallet, account: await getAccount(client, person.account), asset, amount });
  }
  await poll(async () => {
    for (const [person, asset, amount] of deposits)
      if (balanceOf(await getAccount(client, person.account), asset) < amount) return undefined;
    return true;
  }, 'deposits to arrive');
}

/** What the strategy would give now, less a hundredth of a percent for the interest that accrues until departure. */
async function quote({ chain, devnet }: Development): Promise<Price> {
  const shares = await chain.read<bigint>(devnet.addresses.stataUsdc, devnet.abis.erc4626, 'convertToShares', [QUOTE_SIZE]);
  return { inAmount: QUOTE_SIZE, outAmount: (shares * 9_999n) / 10_000n };
}

async function createRide(development: Development, adapter: Hex, outAsset: number, price: Price): Promise<number> {
  const { chain, deployment, client } = development;
  const start = await now(development);
  const terms = {
    adapter,
    direction: 0,
    assetIn: USDC,
    assetOut: outAsset,
    feeBps: 0,
    referenceIn: price.inAmount,
    referenceOut: price.outAmount,
    worstIn: price.inAmount,
    worstOut: (price.outAmount * 995n) / 1000n,
    minSize: 1n,
    maxSize: usdc('1000000'),
    keeperReward: 0n,
    boardBy: start + 6 * 3600,
    departBy: start + 2 * DAY,
    settleBy: start + 20 * DAY,
    feeRecipient: zeroAddress,
  };
  const receipt = await chain.send(chain.account(OPERATOR), deployment.pool, ridePoolAbi as Abi, 'createRide', [terms]);
  const [created] = parseEventLogs({ abi: ridePoolAbi, eventName: 'RideCreated', logs: receipt.logs });
  const ticket = Number(created.args.ride);
  await poll(async () => (await getRides(client)).find((ride) => ride.ticket === ticket), 'the node to see the ride');
  return ticket;
}

function waitForOutcome({ client }: Development, ticket: number): Promise<RideState> {
  return poll(
    async () => (await getRides(client)).find((ride) => ride.ticket === ticket && ride.outcome !== null),
    `the outcome of ride ${ticket}`,
  );
}

async function waitForNoTickets({ client }: Development, people: readonly Person[], ticket: number): Promise<void> {
  await poll(async () => {
    for (const { account } of people) if (balanceOf(await getAccount(client, account), ticket) > 0n) return undefined;
    return true;
  }, `ride ${ticket} to be redeemed`);
}

/** All sealed batches settled. */
async function waitUntilIdle({ client }: Development): Promise<void> {
  await poll(
    async () => ((await getBatches(client)).every(({ status }) => status === 'settled' || status === 'final') ? true : undefined),
    'everything to settle',
  );
}

async function snapshot({ client }: Development, people: readonly Person[]): Promise<Balances> {
  const balances = new Balances();
  for (const { name, account } of people)
    for (const slot of (await getAccount(client, account)).slots) balances.add(name, slot.asset, slot.balance);
  return balances;
}

function balanceOf({ slots }: AccountState, asset: number): bigint {
  return slots.filter((slot) => slot.asset === asset).reduce((sum, { balance }) => sum + balance, 0n);
}

function tokenBalance({ chain, devnet }: Development, token: Hex, owner: Hex): Promise<bigint> {
  return chain.read<bigint>(token, devnet.abis.erc20, 'balanceOf', [owner]);
}

async function now({ chain }: Development): Promise<number> {
  return Number((await chain.publicClient.getBlock()).timestamp);
}

async function poll<T>(look: () => Promise<T | undefined>, what: string, timeoutMs = 900_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
