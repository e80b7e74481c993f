import {
  cancelL1Order,
  collectL1Order,
  getL1Balance,
  getL1Order,
  placeL1Order,
  releaseL1Order,
  withdrawL1Balance,
} from '@weir/sdk/actions/l1Orders';
import type { Command } from 'commander';
import { amount, connectL1, type GlobalOptions, globalOptions, print, run, walletOf, whole } from '../context.ts';

interface PlaceOptions {
  readonly minFill: string;
  readonly minutes: string;
}

/** `weir l1-order place|cancel|release|collect|show|balance|withdraw`: orders of the wallet itself, on L1; no account and no node needed. */
export function l1OrderCommand(program: Command): void {
  const group = program.command('l1-order').description('limit orders that live on L1 and trade against L2 orders');
  group
    .command('place')
    .argument('<sell>', 'asset number')
    .argument('<buy>', 'asset number')
    .argument('<sell-amount>', 'in quanta')
    .argument('<min-buy-amount>', 'for all of it, in quanta; 0 = at any price')
    .option('--min-fill <amount>', 'at least so much at once, or the rest', '0')
    .option('--minutes <n>', 'valid for', '1440')
    .description('lock an amount and register the order')
    .action(
      run(async (sell: string, buy: string, sellAmount: string, minBuyAmount: string, own: PlaceOptions, command: Command) => {
        const options = globalOptions(command);
        const [wallet, client] = [walletOf(options), await connectL1(options)];
        const { timestamp } = await client.publicClient.getBlock();
        const placed = await placeL1Order(client, {
          wallet,
          sellAsset: whole('sell', sell),
          buyAsset: whole('buy', buy),
          sellAmount: amount('sell-amount', sellAmount),
          minBuyAmount: amount('min-buy-amount', minBuyAmount),
          minFill: amount('--min-fill', own.minFill),
          until: Number(timestamp) + 60 * whole('--minutes', own.minutes),
        });
        print(options, placed, [`L1 order ${placed.id} is placed (${placed.transaction})`]);
      }),
    );
  byId(group, 'cancel', 'ask for it back: batches of the next 44 hours may still fill it', async (options, id) => {
    const transaction = await cancelL1Order(await connectL1(options), walletOf(options), id);
    print(options, { id, transaction }, [`cancel of L1 order ${id} is requested (${transaction}); release it in 48 hours`]);
  });
  byId(group, 'release', 'give back what is left, once it is cancelled for 48 hours or expired for 4', async (options, id) => {
    const transaction = await releaseL1Order(await connectL1(options), walletOf(options), id);
    print(options, { id, transaction }, [`L1 order ${id} is released (${transaction})`]);
  });
  byId(group, 'collect', "bring what it has bought into the wallet's balance", async (options, id) => {
    const transaction = await collectL1Order(await connectL1(options), walletOf(options), id);
    print(options, { id, transaction }, [`what L1 order ${id} bought is in the balance (${transaction})`]);
  });
  byId(group, 'show', 'what L1 knows of it', async (options, id) => {
    const order = await getL1Order(await connectL1(options), id);
    const cancelled = order.cancelRequestedAt === 0 ? '' : `, cancel requested at ${order.cancelRequestedAt}`;
    print(options, order, [
      `L1 order ${id} of ${order.owner}: sells ${order.sellAmount} of asset ${order.sellAsset} for at least ${order.minBuyAmount} of asset ${order.buyAsset}`,
      `${order.left} left, until ${order.until}${cancelled}`,
      `${order.bought} bought and not collected${order.bought === 0n || order.heldUntil === 0 ? '' : `, held until ${order.heldUntil}`}`,
    ]);
  });
  group
    .command('balance')
    .argument('<asset>', 'asset number')
    .description("the wallet's balance beside its orders")
    .action(
      run(async (asset: string, _own: object, command: Command) => {
        const options = globalOptions(command);
        const balance = await getL1Balance(await connectL1(options), walletOf(options).address, whole('asset', asset));
        print(options, { balance }, [`${balance} of asset ${asset}`]);
      }),
    );
  group
    .command('withdraw')
    .argument('<asset>', 'asset number')
    .argument('<amount>', 'in quanta')
    .description('from that balance to the wallet')
    .action(
      run(async (asset: string, quanta: string, _own: object, command: Command) => {
        const options = globalOptions(command);
        const transaction = await withdrawL1Balance(await connectL1(options), {
          wallet: walletOf(options),
          asset: whole('asset', asset),
          amount: amount('amount', quanta),
        });
        print(options, { transaction }, [`withdrawn (${transaction})`]);
      }),
    );
}

function byId(group: Command, name: string, description: string, action: (options: GlobalOptions, id: number) => Promise<void>): void {
  group
    .command(name)
    .argument('<id>', 'id of the order')
    .description(description)
    .action(run((id: string, _own: object, command: Command) => action(globalOptions(command), whole('id', id))));
}
