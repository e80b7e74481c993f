import { CodedError } from '@weir/foundation/codedError';
import type { Fact } from '@weir/protocol/types';
import { claimWithdrawal, getWithdrawals } from '@weir/sdk/actions/claimWithdrawal';
import { findAccount, getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { cancel, conditionalTransfer, type TransferParameters, transfer, withdraw } from '@weir/sdk/actions/spend';
import type { Command } from 'commander';
import { accountOf, amount, globalOptions, log, print, run, type Signer, signer, untilIn, whole } from '../context.ts';

interface SpendOptions {
  readonly fee: string;
  readonly minutes: string;
}

function spendOptions(command: Command): Command {
  return command.option('--fee <amount>', 'exact fee, in the same asset', '0').option('--minutes <n>', 'valid for', '60');
}

/** `weir transfer TO ASSET AMOUNT` */
export function transferCommand(program: Command): void {
  spendOptions(program.command('transfer'))
    .argument('<to>', 'account id of the recipient')
    .argument('<asset>', 'asset number')
    .argument('<amount>', 'in quanta')
    .description('send an asset to another account')
    .action(
      run(async (to: string, asset: string, quanta: string, own: SpendOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const sent = await transfer(who.client, await payment(who, to, asset, quanta, own));
        print(options, sent, [`transfer ${sent.id} is ${sent.status}`]);
      }),
    );
}

/** `weir conditional-transfer TO ASSET AMOUNT FACT` */
export function conditionalTransferCommand(program: Command): void {
  spendOptions(program.command('conditional-transfer'))
    .argument('<to>', 'account id of the recipient')
    .argument('<asset>', 'asset number')
    .argument('<amount>', 'in quanta')
    .argument('<fact>', 'fact that L1 must have registered: 32 bytes, or their low 28, in hexadecimal')
    .description('send an asset to another account once L1 has registered a fact')
    .action(
      run(async (to: string, asset: string, quanta: string, fact: string, own: SpendOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const sent = await conditionalTransfer(who.client, { ...(await payment(who, to, asset, quanta, own)), fact: factOf(fact) });
        print(options, sent, [`conditional transfer ${sent.id} is ${sent.status}`]);
      }),
    );
}

/** What a transfer says, on a condition or not. */
async function payment(who: Signer, to: string, asset: string, quanta: string, own: SpendOptions): Promise<TransferParameters> {
  return {
    key: who.key,
    account: await accountOf(who),
    to: await getAccount(who.client, whole('to', to)),
    asset: whole('asset', asset),
    amount: amount('amount', quanta),
    fee: amount('--fee', own.fee),
    until: await untilIn(who.client, whole('--minutes', own.minutes)),
  };
}

function factOf(text: string): Fact {
  if (!/^0x([0-9a-fA-F]{56}|[0-9a-fA-F]{64})$/.test(text))
    throw new CodedError('USAGE', `"${text}" is no fact: 32 or 28 bytes of hexadecimal`);
  return `0x${text.slice(-56).toLowerCase()}`;
}

/** `weir withdraw ASSET AMOUNT [--claim]` */
export function withdrawCommand(program: Command): void {
  spendOptions(program.command('withdraw'))
    .argument('<asset>', 'asset number')
    .argument('<amount>', 'in quanta')
    .option('--claim', 'wait until it is settled, then pay it out to the wallet')
    .description("withdraw to the account's l1Owner")
    .action(
      run(async (asset: string, quanta: string, own: SpendOptions & { claim?: boolean }, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const account = await accountOf(who);
        const sent = await withdraw(who.client, {
          key: who.key,
          account,
          asset: whole('asset', asset),
          amount: amount('amount', quanta),
          fee: amount('--fee', own.fee),
          until: await untilIn(who.client, whole('--minutes', own.minutes)),
        });
        if (own.claim !== true) return print(options, sent, [`withdrawal ${sent.id} is ${sent.status}`]);
        log(`withdrawal ${sent.id} is ${sent.status}; waiting for settlement`);
        const { batchNumber } = await waitForRequest(who.client, { id: sent.id, status: 'settled' });
        const mine = (await getWithdrawals(who.client, batchNumber!)).filter((effect) => effect.account === account.account);
        if (mine.length === 0) throw new CodedError('NOT_FOUND', `batch ${batchNumber} has no withdrawal of account ${account.account}`);
        const transactions: string[] = [];
        for (const withdrawal of mine) transactions.push(await claimWithdrawal(who.client, who.wallet, withdrawal));
        print(options, { ...sent, status: 'claimed', transactions }, [`withdrawal ${sent.id} is paid out: ${transactions.join(', ')}`]);
      }),
    );
}

/** `weir cancel SLOT NONCE` */
export function cancelCommand(program: Command): void {
  program
    .command('cancel')
    .argument('<slot>', 'slot that the order sells from')
    .argument('<nonce>', 'nonce of the order')
    .description('cancel everything signed for a slot up to a nonce; certain once settled')
    .action(
      run(async (slot: string, nonce: string, _own: object, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const account = await findAccount(who.client, who.wallet.address, who.key.ownerKey);
        const sent = await cancel(who.client, { key: who.key, account, slot: whole('slot', slot), nonce: whole('nonce', nonce) });
        print(options, sent, [`cancel ${sent.id} is ${sent.status}`]);
      }),
    );
}
