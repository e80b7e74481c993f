import type { AccountState } from '@weir/sdk/actions/getAccount';
import { findAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { openAccount } from '@weir/sdk/actions/openAccount';
import type { Command } from 'commander';
import { accountOf, globalOptions, log, print, run, signer } from '../context.ts';

export function describe(account: AccountState): string[] {
  const slots = account.slots.map(({ slot, asset, balance, nonce }) => `  slot ${slot}: ${balance} of asset ${asset} (nonce ${nonce})`);
  return [
    `account ${account.account}, owner ${account.l1Owner}, key version ${account.keyVersion}`,
    ...(slots.length > 0 ? slots : ['  empty']),
  ];
}

/** `weir account [open]`: the wallet's account, opened first if asked. */
export function accountCommand(program: Command): void {
  const account = program
    .command('account')
    .description("show the wallet's account: its id and what every slot holds")
    .action(
      run(async (_options: object, command: Command) => {
        const options = globalOptions(command);
        const state = await accountOf(await signer(options));
        print(options, state, describe(state));
      }),
    );
  account
    .command('open')
    .description("open a rollup account for the wallet, with the key that the wallet's signature gives")
    .action(
      run(async (_options: object, command: Command) => {
        const options = globalOptions(command);
        const { client, wallet, key } = await signer(options);
        const sent = await openAccount(client, { key, l1Owner: wallet.address });
        log(`request ${sent.id} is ${sent.status}`);
        await waitForRequest(client, { id: sent.id, status: 'batched' });
        const state = await findAccount(client, wallet.address, key.ownerKey);
        print(options, state, describe(state));
      }),
    );
}
