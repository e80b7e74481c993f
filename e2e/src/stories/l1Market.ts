/**
 * A wallet without an account here sells its shares to somebody who has one, and somebody withdraws in one L1 block through a provider. Both are proven and settled like
 * everything else.
 */
import { offerFastWithdrawal, serveFastWithdrawal } from '@weir/sdk/actions/fastWithdrawal';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { getL1Balance, getL1Order, placeL1Order, withdrawL1Balance } from '@weir/sdk/actions/l1Orders';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import type { LocalAccount } from 'viem';
import { type Development, OPERATOR, STATA, USDC } from '../development.ts';
import { balanceOf, buyStata, depositAll, now, openPeople, poll, quote, tokenBalance, usdc, waitUntilIdle } from './people.ts';

export interface L1MarketReport {
  readonly story: 'l1-market';
  readonly ok: boolean;
  readonly sold: string;
  readonly bought: string;
  readonly paidIn: string;
  readonly problems: readonly string[];
}

export async function l1Market(development: Development, log: (line: string) => void): Promise<L1MarketReport> {
  const { chain, client, devnet } = development;
  const problems: string[] = [];
  const must = (condition: boolean, what: string): void => {
    if (!condition) problems.push(what);
  };
  const [, ann, bob, cid] = await openPeople(development, [
    ['operator', OPERATOR],
    ['Ann', 1],
    ['Bob', 2],
    ['Cid', 3],
  ]);
  await depositAll(development, [
    [ann, USDC, usdc('1000')],
    [cid, USDC, usdc('1000')],
  ]);
  const until = (await now(development)) + 6 * 3600;

  log('1/4 a wallet that has no account here places an order on L1: its shares for USDC');
  const wallet = chain.account(5) as LocalAccount;
  const shares = await buyStata(development, { ...ann, name: 'wallet', wallet }, usdc('300'));
  const price = await quote(development);
  const worth = (shares * price.inAmount) / price.outAmount;
  const minBuyAmount = (worth * 98n) / 100n;
  const { id } = await placeL1Order(client, { wallet, sellAsset: STATA, buyAsset: USDC, sellAmount: shares, minBuyAmount, until });

  log('2/4 Ann, who has one, buys some of them');
  const sellAmount = usdc('100');
  const order = {
    ...{ key: ann.key, account: await getAccount(client, ann.account), sellAsset: USDC, buyAsset: STATA, sellAmount },
    ...{ minBuyAmount: (sellAmount * price.outAmount * 98n) / (price.inAmount * 100n), maxFee: 0n, until },
  };
  await placeOrder(client, order);
  await poll(async () => (balanceOf(await getAccount(client, ann.account), STATA) > 0n ? true : undefined), 'the clearing');
  await waitUntilIdle(development);
  const after = await getL1Order(client, id);
  const { balance } = await getL1Balance(client, wallet.address, USDC);
  const sold = shares - after.left;
  must(sold > 0n && balance * shares >= sold * minBuyAmount, `the order's limit: ${sold} for ${balance}`);
  must(balanceOf(await getAccount(client, ann.account), STATA) <= sold, 'Ann has no more than was sold');
  await withdrawL1Balance(client, { wallet, asset: USDC, amount: balance });
  must((await tokenBalance(development, devnet.addresses.usdc, wallet.address)) === balance, 'what it bought is in its wallet');

  log('3/4 Cid withdraws through Bob, who pays him on L1 at once');
  await devnet.mintUsdc(bob.wallet.address, usdc('500'));
  const before = await tokenBalance(development, devnet.addresses.usdc, cid.wallet.address);
  const offer = await offerFastWithdrawal(client, {
    ...{ key: cid.key, account: await getAccount(client, cid.account), provider: await getAccount(client, bob.account) },
    ...{ asset: USDC, amount: usdc('501'), receive: usdc('500'), to: cid.wallet.address, until: (await now(development)) + 3600 },
  });
  const account = await getAccount(client, bob.account);
  const served = await serveFastWithdrawal(client, { wallet: bob.wallet, account, offer, minMargin: usdc('1') });
  must(
    (await tokenBalance(development, devnet.addresses.usdc, cid.wallet.address)) - before === usdc('500'),
    'Cid is paid in the same block',
  );

  log('4/4 and gets his funds on the L2, because L1 knows that he paid');
  await waitForRequest(client, { id: served.id, status: 'settled', timeoutMs: 900_000 });
  must(balanceOf(await getAccount(client, bob.account), USDC) === usdc('501'), 'Bob has what he bought');
  return { story: 'l1-market', ok: problems.length === 0, sold: `${sold}`, bought: `${balance}`, paidIn: served.transaction, problems };
}
