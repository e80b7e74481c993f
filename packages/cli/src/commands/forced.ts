import { CodedError } from '@weir/foundation/codedError';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { ALL_SLOTS, type ForcedRequestReturnType, freeze, requestForcedExit, requestKeyRotation } from '@weir/sdk/actions/forcedRequests';
import type { Command } from 'commander';
import { formatEther } from 'viem';
import { connectL1, type GlobalOptions, globalOptions, print, run, walletOf, whole } from '../context.ts';

function printRequest(options: GlobalOptions, what: string, request: ForcedRequestReturnType): void {
  print(options, request, [
    `${what} is number ${request.index} in L1's queue (${request.transaction}); it cost ${formatEther(request.fee)} ETH`,
    `if no batch has answered it by ${new Date(1000 * request.freezeAt).toISOString()}, anybody can freeze the core: \`weir escape\` does it and gets everything out`,
  ]);
}

function slotMask(text: string): number {
  const mask = text.split(',').reduce((sum, slot) => {
    const number = whole('--slots', slot);
    if (number > 15) throw new CodedError('USAGE', `slots are 0 to 15, not "${slot}"`);
    return sum | (1 << number);
  }, 0);
  return mask;
}

/** `weir forced-exit ACCOUNT`: L1 demands it; the operator can only obey, or stop trading after a day and be frozen after a week. */
export function forcedExitCommand(program: Command): void {
  program
    .command('forced-exit')
    .argument('<account>', 'account id')
    .option('--slots <list>', 'only these slots, e.g. 0,3 (fewer cost less)')
    .description("demand on L1 that an account is emptied to its l1Owner's wallet")
    .addHelpText(
      'after',
      `
Needs --rpc, --core and the --key-file of the account's l1Owner; no node. The next batches must serve it in order, at whatever the slots
hold then: after 24 hours unserved nobody can trade, after 7 days anybody can freeze the core and everybody escapes. Claim what it pays with
\`weir escape\` (it finds every unclaimed withdrawal), or \`weir withdraw --claim\`. The fee goes to whoever serves it.`,
    )
    .action(
      run(async (account: string, own: { slots?: string }, command: Command) => {
        const options = globalOptions(command);
        const wallet = walletOf(options);
        const mask = own.slots === undefined ? ALL_SLOTS : slotMask(own.slots);
        const request = await requestForcedExit(await connectL1(options), { wallet, account: whole('account', account), mask });
        printRequest(options, `the exit of account ${account}`, request);
      }),
    );
}

/** `weir rotate-key ACCOUNT --version N` */
export function rotateKeyCommand(program: Command): void {
  program
    .command('rotate-key')
    .argument('<account>', 'account id')
    .requiredOption('--to-version <n>', "the account's key version after it: one more than now")
    .description("demand on L1 that an account gets a new key, derived from the l1Owner's wallet")
    .addHelpText(
      'after',
      `
For a key that may have leaked: the wallet on L1 stays in command of the account. Everything signed with the old key dies once a batch has
applied it (within 24 hours if the operator wants to trade). Afterwards use --key-version with the other commands. Needs no node.`,
    )
    .action(
      run(async (account: string, own: { toVersion: string }, command: Command) => {
        const options = globalOptions(command);
        const [wallet, client] = [walletOf(options), await connectL1(options)];
        const { ownerKey } = await deriveOwnerKey(client, { account: wallet, keyVersion: whole('--to-version', own.toVersion) });
        printRequest(
          options,
          `the new key of account ${account}`,
          await requestKeyRotation(client, { wallet, account: whole('account', account), ownerKey }),
        );
      }),
    );
}

/** `weir freeze` */
export function freezeCommand(program: Command): void {
  program
    .command('freeze')
    .description('end the L2 for good if a forced request is unserved for 7 days: then everybody can escape')
    .action(
      run(async (_own: object, command: Command) => {
        const options = globalOptions(command);
        const transaction = await freeze(await connectL1(options), walletOf(options));
        print(options, { transaction }, [`frozen in ${transaction}: \`weir escape\` gets everything out`]);
      }),
    );
}
