import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { leaveRide } from '@weir/sdk/actions/leaveRide';
import type { Command } from 'commander';
import { accountOf, amount, globalOptions, print, run, signer, untilIn, whole } from '../context.ts';

interface LeaveOptions {
  readonly minBuy?: string;
  readonly maxFee: string;
  readonly minutes: string;
  readonly wait?: boolean;
}

/** `weir leave TICKET [AMOUNT]`: off a ride, before it closes 1:1, afterwards to whoever buys. */
export function leaveCommand(program: Command): void {
  program
    .command('leave')
    .argument('<ticket>', 'ride to leave')
    .argument('[amount]', 'tickets to give back; all of them unless told otherwise')
    .option('--min-buy <amount>', 'at least this for all of them; what they cost unless told otherwise')
    .option('--max-fee <amount>', 'at most this, in tickets', '0')
    .option('--minutes <n>', 'valid for', '60')
    .option('--wait', 'wait until it is settled on L1')
    .description('give tickets back to a ride that still boards, 1:1; once it is closed, sell them to other people')
    .action(
      run(async (ticket: string, tickets: string | undefined, own: LeaveOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const sent = await leaveRide(who.client, {
          key: who.key,
          account: await accountOf(who),
          ticket: whole('ticket', ticket),
          ...(tickets === undefined ? {} : { amount: amount('amount', tickets) }),
          ...(own.minBuy === undefined ? {} : { minBuyAmount: amount('--min-buy', own.minBuy) }),
          maxFee: amount('--max-fee', own.maxFee),
          until: await untilIn(who.client, whole('--minutes', own.minutes)),
        });
        const state = own.wait === true ? await waitForRequest(who.client, { id: sent.id, status: 'settled' }) : sent;
        print(options, state, [`order ${sent.id} is ${state.status}`]);
      }),
    );
}
