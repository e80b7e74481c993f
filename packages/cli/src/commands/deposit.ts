import { deposit } from '@weir/sdk/actions/deposit';
import type { Command } from 'commander';
import { accountOf, amount, globalOptions, print, run, signer, whole } from '../context.ts';

/** `weir deposit ASSET AMOUNT`: from the wallet into its account. */
export function depositCommand(program: Command): void {
  program
    .command('deposit')
    .argument('<asset>', 'number in the asset registry')
    .argument('<amount>', 'in quanta')
    .option('--slot <slot>', 'slot to credit (default: the one that holds the asset, or the first free one)')
    .description("deposit from the wallet into the wallet's account")
    .action(
      run(async (asset: string, quanta: string, own: { slot?: string }, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const result = await deposit(who.client, {
          wallet: who.wallet,
          account: await accountOf(who),
          asset: whole('asset', asset),
          amount: amount('amount', quanta),
          ...(own.slot === undefined ? {} : { slot: whole('slot', own.slot) }),
        });
        print(options, result, [`deposit ${result.index} is queued on L1 (${result.transaction}, ${result.gasUsed} gas)`]);
      }),
    );
}
