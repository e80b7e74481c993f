import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import type { Command } from 'commander';
import { accountOf, amount, globalOptions, print, run, signer, untilIn, whole } from '../context.ts';

interface OrderOptions {
  readonly minBuy: string;
  readonly anyPrice?: boolean;
  readonly maxFee: string;
  readonly minFill: string;
  readonly minutes: string;
  readonly ticketsMinutes: string;
  readonly wait?: boolean;
}

/** `weir order SELL_ASSET AMOUNT BUY_ASSET --min-buy N`: one signature for netting and riding. */
export function orderCommand(program: Command): void {
  program
    .command('order')
    .argument('<sellAsset>', 'asset to sell')
    .argument('<sellAmount>', 'at most this, in quanta')
    .argument('<buyAsset>', 'asset to buy')
    .option('--min-buy <amount>', 'at least this for all of sellAmount, in quanta (the price limit)', '0')
    .option('--any-price', 'allow --min-buy 0: sell at any price')
    .option('--max-fee <amount>', 'at most this for all of sellAmount, in the sell asset', '0')
    .option('--min-fill <amount>', 'smallest partial fill', '0')
    .option('--minutes <n>', 'valid for', '60')
    .option('--tickets-minutes <n>', 'accept tickets of rides that are over within this time (0 = none)', '0')
    .option('--wait', 'wait until it is settled on L1')
    .description('sell one asset for another at a limit: netted with other people, or on a ride, or both')
    .action(
      run(async (sellAsset: string, sellAmount: string, buyAsset: string, own: OrderOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const ticketsMinutes = whole('--tickets-minutes', own.ticketsMinutes);
        const sent = await placeOrder(who.client, {
          key: who.key,
          account: await accountOf(who),
          sellAsset: whole('sellAsset', sellAsset),
          buyAsset: whole('buyAsset', buyAsset),
          sellAmount: amount('sellAmount', sellAmount),
          minBuyAmount: amount('--min-buy', own.minBuy),
          atAnyPrice: own.anyPrice === true,
          maxFee: amount('--max-fee', own.maxFee),
          minFill: amount('--min-fill', own.minFill),
          until: await untilIn(who.client, whole('--minutes', own.minutes)),
          ticketsUntil: ticketsMinutes === 0 ? 0 : await untilIn(who.client, ticketsMinutes),
        });
        const state = own.wait === true ? await waitForRequest(who.client, { id: sent.id, status: 'settled' }) : sent;
        print(options, state, [`order ${sent.id} is ${state.status}`]);
      }),
    );
}
