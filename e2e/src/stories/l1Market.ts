/**
 * A wallet without an account here sells its shares to somebody who has one, and somebody withdraws in one L1 block through a provider. Both are proven and settled like
 * everything else. What the order has not sold goes back to the wallet, and at the end every unit of everybody is accounted for.
 */
import { weirAbi } from '@weir/abi/weir';
import { offerFastWithdrawal, serveFastWithdrawal } from '@weir/sdk/actions/fastWithdrawal';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { type BatchState, getBatches } from '@weir/sdk/actions/getStatus';
import { collectL1Order, getL1Balance, getL1Order, placeL1Order, releaseL1Order, withdrawL1Balance } from '@weir/sdk/actions/l1Orders';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { type Abi, formatUnits, type LocalAccount } from 'viem';
import { type Development, OPERATOR, STATA, USDC } from '../development.ts';
import { Balances } from './model.ts';
import {
  balanceOf,
  buyStata,
  DAY,
  depositAll,
  now,
  openPeople,
  type Person,
  poll,
  quote,
  tokenBalance,
  usdc,
  waitUntilIdle,
} from './people.ts';

export interface L1MarketReport {
  readonly story: 'l1-market';
  readonly ok: boolean;
  /** The order: what of it was sold, for what; and the least that its limit allows for that. */
  readonly order: { readonly sells: string; readonly sold: string; readonly bought: string; readonly atLeast: string };
  readonly fastWithdrawal: { readonly paid: string; readonly received: string; readonly paidIn: string };
  /** Everything that anybody has, wherever it is. */
  readonly holdings: readonly Holding[];
  readonly batches: readonly Pick<BatchState, 'number' | 'transactions' | 'proofBytes' | 'proveSeconds' | 'gasUsed'>[];
  readonly problems: readonly string[];
}

interface Holding {
  readonly who: string;
  readonly asset: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

const ASSETS = [
  [USDC, 'USDC'],
  [STATA, 'stataUSDC'],
] as const;
/** L1 gives back what an expired order has left after this: batches stamped before its end may still settle. */
const EXPIRY_DELAY = 4 * 3600;
const PATIENCE = 6 * 3600;

export async function l1Market(development: Development, log: (line: string) => void): Promise<L1MarketReport> {
  const { chain, client, devnet } = development;
  const problems: string[] = [];
  const must = (condition: boolean, what: string): void => {
    if (!condition) problems.push(what);
  };
  const people = await openPeople(development, [
    ['operator', OPERATOR],
    ['Ann', 1],
    ['Bob', 2],
    ['Cid', 3],
  ]);
  const [, ann, bob, cid] = people;
  await depositAll(development, [
    [ann, USDC, usdc('1000')],
    [cid, USDC, usdc('1000')],
  ]);
  const wallet = chain.account(5) as LocalAccount;
  const shares = await buyStata(development, { ...ann, name: 'wallet', wallet }, usdc('300'));
  await devnet.mintUsdc(bob.wallet.address, usdc('500'));
  const before = await holdingsOf(development, people, wallet, undefined);
  const until = (await now(development)) + PATIENCE;

  log('1/5 a wallet that has no account here places an order on L1: its shares for USDC, at 2 % under their price or better');
  const price = await quote(development);
  const worth = (shares * price.inAmount) / price.outAmount;
  const minBuyAmount = (worth * 98n) / 100n;
  const { id } = await placeL1Order(client, { wallet, sellAsset: STATA, buyAsset: USDC, sellAmount: shares, minBuyAmount, until });

  log('2/5 Ann, who has one, buys some of them for 100 USDC; one clearing, one proof');
  const sellAmount = usdc('100');
  const annsLeast = (sellAmount * price.outAmount * 98n) / (price.inAmount * 100n);
  await placeOrder(client, {
    ...{ key: ann.key, account: await getAccount(client, ann.account), sellAsset: USDC, buyAsset: STATA, sellAmount },
    ...{ minBuyAmount: annsLeast, maxFee: 0n, until },
  });
  await poll(async () => (balanceOf(await getAccount(client, ann.account), STATA) > 0n ? true : undefined), 'the clearing');
  await waitUntilIdle(development);
  const { left, bought } = await getL1Order(client, id);
  const sold = shares - left;
  must(sold > 0n && bought * shares >= sold * minBuyAmount, `the order's limit: ${sold} for ${bought}`);
  const annsShares = balanceOf(await getAccount(client, ann.account), STATA);
  const spent = usdc('1000') - balanceOf(await getAccount(client, ann.account), USDC);
  must(annsShares * sellAmount >= spent * annsLeast, `Ann's limit: ${spent} for ${annsShares}`);

  log('3/5 Cid withdraws 501 USDC through Bob, who pays him 500 on L1 at once');
  const offer = await offerFastWithdrawal(client, {
    ...{ key: cid.key, account: await getAccount(client, cid.account), provider: await getAccount(client, bob.account) },
    ...{ asset: USDC, amount: usdc('501'), receive: usdc('500'), to: cid.wallet.address, until: (await now(development)) + 3600 },
  });
  const account = await getAccount(client, bob.account);
  const served = await serveFastWithdrawal(client, { wallet: bob.wallet, account, offer, minMargin: usdc('1') });
  const paid = await tokenBalance(development, devnet.addresses.usdc, cid.wallet.address);
  must(paid === usdc('500'), `Cid is paid in the same block: ${paid}`);
  must(balanceOf(account, USDC) === 0n, 'Bob has nothing on the L2 before L1 knows');

  log('4/5 and gets the funds on the L2, because L1 knows that he paid');
  await waitForRequest(client, { id: served.id, status: 'settled', timeoutMs: 900_000 });
  const received = balanceOf(await getAccount(client, bob.account), USDC);
  must(received === usdc('501'), `Bob has what he bought: ${received}`);
  must(balanceOf(await getAccount(client, cid.account), USDC) === usdc('499'), 'Cid has the rest');
  await waitUntilIdle(development);

  log('5/5 the order expires: what it has not sold goes back to the wallet, with what it bought');
  await chain.test.increaseTime({ seconds: PATIENCE + EXPIRY_DELAY + 60 });
  await chain.test.mine({ blocks: 1 });
  await releaseL1Order(client, wallet, id);
  const { heldUntil } = await getL1Order(client, id);
  if (heldUntil > (await now(development))) {
    await chain.test.increaseTime({ seconds: DAY });
    await chain.test.mine({ blocks: 1 });
  }
  await collectL1Order(client, wallet, id);
  for (const [asset] of ASSETS)
    await withdrawL1Balance(client, { wallet, asset, amount: await getL1Balance(client, wallet.address, asset) });
  const after = await holdingsOf(development, people, wallet, id);
  const changeOf = (who: string, asset: number): bigint => after.of(who, asset) - before.of(who, asset);
  must(changeOf('wallet, L1', USDC) === bought && changeOf('wallet, L1', STATA) === -sold, 'all that is the wallet’s is in the wallet');
  for (const [asset, label] of ASSETS) {
    const sum = before.names().reduce((total, who) => total + changeOf(who, asset), 0n);
    must(sum === 0n, `${label}: ${sum} has come from nowhere or gone nowhere`);
    must(changeOf('operator, L2', asset) <= 1n, `${label}: the operator has ${changeOf('operator, L2', asset)} of dust`);
    const { owed, l2Total } = await chain.read<{ owed: bigint; l2Total: bigint }>(client.core, weirAbi as Abi, 'books', [BigInt(asset)]);
    const onL2 = people.reduce((total, { name }) => total + after.of(`${name}, L2`, asset), 0n);
    const escrow = await tokenBalance(development, tokenOf(development, asset), client.core);
    must(
      escrow === onL2 && l2Total === onL2 && owed === 0n,
      `${label}: the core has ${escrow}, accounts ${onL2}, its books ${l2Total} + ${owed}`,
    );
  }
  const holdings = before.names().flatMap((who) =>
    ASSETS.filter(([asset]) => before.of(who, asset) !== 0n || after.of(who, asset) !== 0n).map(([asset, label]) => ({
      ...{ who, asset: label, before: amount(before.of(who, asset)), after: amount(after.of(who, asset)) },
      change: amount(changeOf(who, asset)),
    })),
  );
  return {
    ...{ story: 'l1-market', ok: problems.length === 0 },
    order: {
      sells: amount(shares),
      sold: amount(sold),
      bought: amount(bought),
      atLeast: amount((sold * minBuyAmount + shares - 1n) / shares),
    },
    fastWithdrawal: { paid: amount(paid), received: amount(received), paidIn: served.transaction },
    holdings,
    batches: (await getBatches(client)).toReversed().map(({ number, transactions, proofBytes, proveSeconds, gasUsed }) => {
      return { number, transactions, proofBytes, proveSeconds, gasUsed };
    }),
    problems,
  };
}

/** Both assets have six decimals. */
const amount = (quanta: bigint): string => formatUnits(quanta, 6);

const tokenOf = ({ devnet }: Development, asset: number) => (asset === USDC ? devnet.addresses.usdc : devnet.addresses.stataUsdc);

/** Wallets, accounts, and what the wallet has in L1's order book: free, for sale and bought. */
async function holdingsOf(
  development: Development,
  people: readonly Person[],
  wallet: LocalAccount,
  order: number | undefined,
): Promise<Balances> {
  const { client } = development;
  const holdings = new Balances();
  const placed = order === undefined ? undefined : await getL1Order(client, order);
  for (const [asset] of ASSETS) {
    const token = tokenOf(development, asset);
    holdings.add('wallet, L1', asset, await tokenBalance(development, token, wallet.address));
    holdings.add('wallet, order book', asset, await getL1Balance(client, wallet.address, asset));
    if (placed?.sellAsset === asset) holdings.add('wallet, order book', asset, placed.left);
    if (placed?.buyAsset === asset) holdings.add('wallet, order book', asset, placed.bought);
    for (const { name, wallet: own, account } of people) {
      holdings.add(`${name}, L2`, asset, balanceOf(await getAccount(client, account), asset));
      // The operator's wallet belongs to nobody in this story.
      if (name !== 'operator') holdings.add(`${name}, L1`, asset, await tokenBalance(development, token, own.address));
    }
  }
  return holdings;
}

export function printL1Market(
  { order, fastWithdrawal, holdings, batches, problems, ok }: L1MarketReport,
  log: (line: string) => void,
): void {
  const row = (cells: readonly string[], left: number): void =>
    log(cells.map((cell, i) => (i < left ? cell.padEnd(18) : cell.padStart(14))).join(' '));
  log('');
  log(`order: ${order.sold} of ${order.sells} stataUSDC for ${order.bought} USDC (at least ${order.atLeast})`);
  log(
    `fast withdrawal: Cid had ${fastWithdrawal.paid} USDC in the block of ${fastWithdrawal.paidIn.slice(0, 18)}…, Bob ${fastWithdrawal.received} a batch later`,
  );
  log('');
  row(['who and where', 'asset', 'before', 'after', 'change'], 2);
  for (const { who, asset, before, after, change } of holdings) row([who, asset, before, after, change], 2);
  log('');
  row(['batch', 'transactions', 'proof bytes', 'proving s', 'L1 gas'], 1);
  for (const { number, transactions, proofBytes, proveSeconds, gasUsed } of batches)
    row([`${number}`, `${transactions}`, `${proofBytes ?? ''}`, (proveSeconds ?? 0).toFixed(1), `${gasUsed ?? ''}`], 1);
  log('');
  for (const problem of problems) log(`PROBLEM: ${problem}`);
  log(ok ? 'every unit is accounted for' : 'the market did NOT come out right');
}
