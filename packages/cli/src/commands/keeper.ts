import { READING_POLICY } from '@weir/protocol/prices/readings';
import type { DeparturePolicy } from '@weir/protocol/rides/departure';
import { Keeper, type KeeperAction, type PriceAction } from '@weir/sdk/actions/keeper';
import type { Command } from 'commander';
import { amount, connectL1, globalOptions, log, print, run, untilInterrupted, walletOf, whole } from '../context.ts';

interface KeeperOptions {
  readonly once?: boolean;
  readonly minReward: string;
  readonly waitPrice: string;
  readonly fromBlock: string;
  readonly seconds: string;
  readonly priceHours: string;
}

/** `weir keeper`: departures for anybody with a wallet. */
export function keeperCommand(program: Command): void {
  program
    .command('keeper')
    .option('--once', 'one look at every ride, then end')
    .option(
      '--min-reward <amount>',
      'depart only for this reward, in quanta of what the ride brings, until half of its window is over',
      '0',
    )
    .option(
      '--wait-price <wei>',
      "what an hour of one boarded quantum's waiting is worth: depart once that has cost what the gas costs (0 = at once)",
      '0',
    )
    .option('--from-block <n>', 'rides created from this block on', '0')
    .option('--price-hours <n>', 'have share prices read that are older than this, or have moved since (0 = leave it to others)', '12')
    .option('--seconds <n>', 'look this often', '12')
    .description(
      'send closed rides off, abort those that cannot go, close those that nobody closed, fetch what targets that answer later have ready, have share prices read; needs L1 and a wallet only',
    )
    .action(
      run(async (own: KeeperOptions, command: Command) => {
        const options = globalOptions(command);
        const weiPerHour = Number(own.waitPrice);
        const policy: DeparturePolicy = weiPerHour > 0 ? { kind: 'adaptive', weiPerHour } : { kind: 'immediate' };
        const priceHours = whole('--price-hours', own.priceHours);
        const keeper = new Keeper({
          client: await connectL1(options),
          wallet: walletOf(options),
          policy,
          minReward: amount('--min-reward', own.minReward),
          fromBlock: amount('--from-block', own.fromBlock),
          prices: priceHours === 0 ? undefined : { ...READING_POLICY, maxAge: 3_600 * priceHours },
        });
        const look = async (): Promise<(KeeperAction | PriceAction)[]> => [...(await keeper.round()), ...(await keeper.readPrices())];
        if (own.once === true) {
          const actions = await look();
          print(options, { actions }, actions.length === 0 ? ['no ride needs anybody'] : actions.map(line));
          return;
        }
        const seconds = Math.max(1, whole('--seconds', own.seconds));
        let stopped = false;
        const interrupted = untilInterrupted().then(() => (stopped = true));
        const done: (KeeperAction | PriceAction)[] = [];
        while (!stopped) {
          for (const action of await look().catch(unreachable)) {
            if (action.action !== 'wait') done.push(action);
            log(line(action));
          }
          await Promise.race([interrupted, new Promise((resolve) => setTimeout(resolve, 1_000 * seconds))]);
        }
        print(options, { actions: done }, [`${done.length} calls`]);
      }),
    );
}

function unreachable(error: Error): never[] {
  log(`keeper: ${error.message.split('\n')[0]}`);
  return [];
}

function line(done: KeeperAction | PriceAction): string {
  const { action, transaction, reason } = done;
  const [what, prices] =
    'feed' in done
      ? [`feed ${done.feed}`, '']
      : [`ride ${done.ticket}`, done.limit === undefined ? '' : `, must bring ${done.limit}, earns up to ${done.reward}`];
  return `${what}: ${action}${reason === undefined ? '' : ` (${reason})`}${prices}${transaction === undefined ? '' : `, ${transaction}`}`;
}
