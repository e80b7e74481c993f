import type { AccountState } from '@weir/sdk/actions/getAccount';
import { findAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { moveAccount, VALIDIUM_NOTICE } from '@weir/sdk/actions/moveAccount';
import { openAccount } from '@weir/sdk/actions/openAccount';
import type { Command } from 'commander';
import { accountOf, globalOptions, log, print, run, signer, untilIn, whole } from '../context.ts';

/** First id of the validium tree. */
const VALIDIUM_START = 2 ** 26;

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
    .option('--validium', 'keep its data with the data committee instead of on L1')
    .description("open an account for the wallet, with the key that the wallet's signature gives")
    .addHelpText('after', `\n${VALIDIUM_NOTICE}`)
    .action(
      run(async (own: { validium?: boolean }, command: Command) => {
        const options = globalOptions(command);
        if (own.validium === true) log(VALIDIUM_NOTICE);
        const { client, wallet, key } = await signer(options);
        const keyVersion = whole('--key-version', options.keyVersion);
        const sent = await openAccount(client, { key, l1Owner: wallet.address, keyVersion, tree: own.validium === true ? 1 : 0 });
        log(`request ${sent.id} is ${sent.status}`);
        await waitForRequest(client, { id: sent.id, status: 'batched' });
        const state = await findAccount(client, wallet.address, key.ownerKey);
        print(options, state, describe(state));
      }),
    );
}

/** `weir move-account`: to the other tree. */
export function moveAccountCommand(program: Command): void {
  program
    .command('move-account')
    .option('--minutes <n>', 'valid for', '60')
    .description("move the wallet's account with everything in it between rollup (data on L1) and validium (data with the committee)")
    .addHelpText('after', `\nIt gets a new id; orders signed for the old one die. ${VALIDIUM_NOTICE}`)
    .action(
      run(async (own: { minutes: string }, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const account = await accountOf(who);
        if (account.account < VALIDIUM_START) log(VALIDIUM_NOTICE);
        const sent = await moveAccount(who.client, {
          key: who.key,
          account,
          until: await untilIn(who.client, whole('--minutes', own.minutes)),
        });
        print(options, sent, [`move ${sent.id} is ${sent.status}`]);
      }),
    );
}
