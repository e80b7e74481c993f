import { readSlot } from '@weir/protocol/state/state';
import { claimWithdrawal, getWithdrawals } from '@weir/sdk/actions/claimWithdrawal';
import { type AccountState, getAccount } from '@weir/sdk/actions/getAccount';
import { getQuote } from '@weir/sdk/actions/getQuote';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import type { RideState } from '@weir/sdk/actions/getRides';
import { type BatchState, getBatches } from '@weir/sdk/actions/getStatus';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { rebuild } from '@weir/sdk/actions/rebuild';
import { transfer, withdraw } from '@weir/sdk/actions/spend';
import { type Development, HOSTILE, OPERATOR, STATA, USDC } from '../development.ts';
import { Balances, net, type Price, share } from './model.ts';
import {
  balanceOf,
  buyStata,
  createRide,
  DAY,
  depositAll,
  now,
  openPeople,
  type Person,
  QUOTE_SIZE,
  quote,
  snapshot,
  tokenBalance,
  usdc,
  waitForNoTickets,
  waitForOutcome,
  waitUntilIdle,
} from './people.ts';

/** Looser than the orders' own limits: it changes no fill, and the proof keeps it. */
const BAND_BPS = 100;

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
  const people = await openPeople(development, [
    ['operator', OPERATOR],
    ['Ann', 1],
    ['Bob', 2],
    ['Cid', 3],
  ]);
  const [operator, ann, bob, cid] = people;
  for (const { name, account } of people) log(`     ${name}: account ${account}`);

  log('3/8 deposits: Ann brings strategy tokens, Bob and Cid bring USDC');
  const stake = usdc('600');
  const annShares = await buyStata(development, ann, stake);
  await depositAll(development, [
    [ann, STATA, annShares],
    [bob, USDC, usdc('1200')],
    [cid, USDC, usdc('500')],
  ]);
  const before = await snapshot(development, [operator, ann, bob, cid]);

  log(
    '4/8 orders: Ann leaves with all of it, Bob joins with 1,000 and Cid with 500 USDC; one signature each, within 1 % of the share price',
  );
  const price = await quote(development);
  const ticket = await createRide(development, development.adapters.stata, STATA, price);
  const until = (await now(development)) + 12 * 3600;
  const ticketsUntil = (await now(development)) + 60 * DAY;
  const states = new Map<Person, AccountState>();
  /** With a band on the share price of what is traded, if L1 has one. */
  const order = async (person: Person, sellAsset: number, buyAsset: number, sellAmount: bigint, minBuyAmount: bigint, tickets: boolean) => {
    const terms = {
      key: person.key,
      account: states.get(person) ?? (await getAccount(client, person.account)),
      sellAsset,
      buyAsset,
      sellAmount,
      minBuyAmount,
      until,
      ticketsUntil: tickets ? ticketsUntil : 0,
    };
    const { reference } = await getQuote(client, terms);
    return (await placeOrder(client, reference === null ? terms : { ...terms, band: { reference: reference.feed, bps: BAND_BPS } })).id;
  };
  const worst = (amount: bigint, { inAmount, outAmount }: Price) => (amount * outAmount * 994n) / (inAmount * 1000n);
  // One right after another: the last quantum of a shared fill goes to who came first, and all of them meet in one clearing.
  for (const person of [ann, bob, cid]) states.set(person, await getAccount(client, person.account));
  const orders = [
    await order(ann, STATA, USDC, annShares, worst(annShares, { inAmount: price.outAmount, outAmount: price.inAmount }), false),
    await order(bob, USDC, STATA, usdc('1000'), worst(usdc('1000'), price), true),
    await order(cid, USDC, STATA, usdc('500'), worst(usdc('500'), price), true),
  ];
  states.clear();

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
