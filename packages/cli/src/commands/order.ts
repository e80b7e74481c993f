import { getQuote, type Quote } from '@weir/sdk/actions/getQuote';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { type PlaceOrderParameters, placeOrder } from '@weir/sdk/actions/placeOrder';
import type { Command } from 'commander';
import { accountOf, amount, bandOf, globalOptions, print, run, signer, untilIn, whole } from '../context.ts';

interface OrderOptions {
  readonly minBuy: string;
  readonly anyPrice?: boolean;
  readonly maxFee: string;
  readonly minFill: string;
  readonly minutes: string;
  readonly ticketsMinutes: string;
  readonly band?: string;
  readonly wait?: boolean;
}

/** Arguments and options that an order and its quote share. */
function orderTerms(program: Command, name: string): Command {
  return program
    .command(name)
    .argument('<sellAsset>', 'asset to sell')
    .argument('<sellAmount>', 'at most this, in quanta')
    .argument('<buyAsset>', 'asset to buy')
    .option('--min-buy <amount>', 'at least this for all of sellAmount, in quanta (the price limit)', '0')
    .option('--any-price', 'allow --min-buy 0: sell at any price')
    .option('--max-fee <amount>', 'at most this for all of sellAmount, in the sell asset', '0')
    .option('--min-fill <amount>', 'smallest partial fill', '0')
    .option('--minutes <n>', 'valid for', '60')
    .option('--tickets-minutes <n>', 'accept tickets of rides that are over within this time (0 = none)', '0')
    .option('--band <feed:bps>', 'fill only within so many basis points of a price feed on L1');
}

async function termsOf(
  who: Awaited<ReturnType<typeof signer>>,
  [sellAsset, sellAmount, buyAsset]: readonly [string, string, string],
  own: OrderOptions,
): Promise<PlaceOrderParameters> {
  const ticketsMinutes = whole('--tickets-minutes', own.ticketsMinutes);
  return {
    key: who.key,
    account: await accountOf(who),
    sellAsset: whole('sellAsset', sellAsset),
    buyAsset: whole('buyAsset', buyAsset),
    sellAmount: amount('sellAmount', sellAmount),
    minBuyAmount: amount('--min-buy', own.minBuy),
    atAnyPrice: own.anyPrice === true,
    maxFee: amount('--max-fee', own.maxFee),
    minFill: amount('--min-fill', own.minFill),
    ...(own.band === undefined ? {} : { band: bandOf(own.band) }),
    until: await untilIn(who.client, whole('--minutes', own.minutes)),
    ticketsUntil: ticketsMinutes === 0 ? 0 : await untilIn(who.client, ticketsMinutes),
  };
}

/** `weir order SELL_ASSET AMOUNT BUY_ASSET --min-buy N`: one signature for netting and riding. */
export function orderCommand(program: Command): void {
  orderTerms(program, 'order')
    .option('--wait', 'wait until it is settled on L1')
    .description('sell one asset for another at a limit: netted with other people, or on a ride, or both')
    .action(
      run(async (sellAsset: string, sellAmount: string, buyAsset: string, own: OrderOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const sent = await placeOrder(who.client, await termsOf(who, [sellAsset, sellAmount, buyAsset], own));
        const state = own.wait === true ? await waitForRequest(who.client, { id: sent.id, status: 'settled' }) : sent;
        print(options, state, [`order ${sent.id} is ${state.status}`]);
      }),
    );
}

/** `weir quote`: the same arguments as an order; nothing is sent. */
export function quoteCommand(program: Command): void {
  orderTerms(program, 'quote')
    .description('what an order would get now, at worst, what it would cost and how long it would wait; nothing is signed or sent')
    .action(
      run(async (sellAsset: string, sellAmount: string, buyAsset: string, own: OrderOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const quote = await getQuote(who.client, await termsOf(who, [sellAsset, sellAmount, buyAsset], own));
        print(options, quote, linesOf(quote));
      }),
    );
}

function linesOf({ now, ride, reference, worst, wait, gas, fallback }: Quote): string[] {
  const time = (seconds: number): string => new Date(1_000 * seconds).toISOString();
  return [
    now.sold === 0n ? 'now: nobody takes the other side' : `now: ${now.sold} trade for ${now.bought}, fee ${now.fee}`,
    ...(ride === null
      ? []
      : [
          `ride ${ride.ticket}: ${now.boarded} board, for about ${ride.referenceOut} and at least ${ride.worstOut}; ${ride.passengers} aboard; ${
            ride.closesNow ? 'it closes now' : `boards until ${time(ride.boardBy)}`
          }`,
        ]),
    ...(reference === null
      ? []
      : [
          `feed ${reference.feed}: all of it is worth ${reference.worth}${reference.least === 0n ? '' : `, at least ${reference.least} within the band`}; read ${time(
            reference.readAt,
          )}${reference.usable ? '' : ', too long ago: orders with a band on it wait'}`,
        ]),
    `worst: ${worst.price.buy} for ${worst.price.sell}; ${worst.bought} in all`,
    `wait: about ${wait.batchSeconds} s until the trade is settled${ride === null ? '' : `, the ride at most ${wait.rideAtMostSeconds} s`}`,
    `gas: ${gas.batch + gas.ride} at ${gas.price} wei falls on this order (batch ${gas.batch}, ride ${gas.ride})`,
    ...(fallback.rest > 0n ? [`rest: ${fallback.rest} stay open until ${time(fallback.openUntil)}, or until cancelled`] : []),
    ...(fallback.refund > 0n ? [`if the ride cannot depart by ${time(fallback.refundBy)}: ${fallback.refund} come back`] : []),
  ];
}
