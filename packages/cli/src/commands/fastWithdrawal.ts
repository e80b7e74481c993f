import { readFileSync, writeFileSync } from 'node:fs';
import { CodedError } from '@weir/foundation/codedError';
import { parseJson, toJson } from '@weir/protocol/api/json';
import { requestFromJson } from '@weir/protocol/api/requests';
import { type FastWithdrawalOffer, offerFastWithdrawal, serveFastWithdrawal } from '@weir/sdk/actions/fastWithdrawal';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import type { Command } from 'commander';
import type { Hex } from 'viem';
import { accountOf, amount, globalOptions, log, print, run, signer, untilIn, whole } from '../context.ts';

interface OfferOptions {
  readonly minutes: string;
  readonly out: string;
}

/** `weir fast-withdrawal offer|serve`: a liquidity provider pays on L1 at once and gets the funds on the L2. */
export function fastWithdrawalCommand(program: Command): void {
  const group = program.command('fast-withdrawal').description('withdraw in one L1 block, through a liquidity provider');
  group
    .command('offer')
    .argument('<provider>', 'account id of the provider')
    .argument('<asset>', 'asset number')
    .argument('<amount>', 'in quanta, on the L2')
    .argument('<receive>', 'in quanta, on L1; the difference is the provider’s')
    .option('--minutes <n>', 'valid for', '60')
    .option('--out <file>', 'where the signed offer goes', 'offer.json')
    .description('sign an offer and write it to a file; nothing is sent')
    .action(
      run(async (provider: string, asset: string, quanta: string, receive: string, own: OfferOptions, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const offer = await offerFastWithdrawal(who.client, {
          key: who.key,
          account: await accountOf(who),
          provider: await getAccount(who.client, whole('provider', provider)),
          asset: whole('asset', asset),
          amount: amount('amount', quanta),
          receive: amount('receive', receive),
          to: who.wallet.address,
          until: await untilIn(who.client, whole('--minutes', own.minutes)),
        });
        writeFileSync(own.out, `${JSON.stringify(toJson(offer))}\n`);
        print(options, { file: own.out, ...offer }, [`offer written to ${own.out}: give it to the provider`]);
      }),
    );
  group
    .command('serve')
    .argument('<file>', 'an offer')
    .option('--min-margin <amount>', 'in quanta: pay only if this much is earned', '0')
    .description('check an offer, have the node reserve it, pay on L1, wait until a batch includes it')
    .action(
      run(async (file: string, own: { minMargin: string }, command: Command) => {
        const options = globalOptions(command);
        const who = await signer(options);
        const served = await serveFastWithdrawal(who.client, {
          wallet: who.wallet,
          account: await accountOf(who),
          offer: readOffer(file),
          minMargin: amount('--min-margin', own.minMargin),
        });
        log(`paid in ${served.transaction}; waiting for the transfer`);
        const { status, batchNumber } = await waitForRequest(who.client, { id: served.id, status: 'batched' });
        print(options, { ...served, status, batchNumber }, [
          `paid in ${served.transaction}; transfer ${served.id} is ${status} in batch ${batchNumber}`,
        ]);
      }),
    );
}

/** Throws `CodedError('USAGE')`. */
function readOffer(file: string): FastWithdrawalOffer {
  const { payment, request } = parseJson(readFileSync(file, 'utf8')) as { payment?: Record<string, string>; request?: unknown };
  const signed = requestFromJson(request);
  if (signed.kind !== 'conditionalTransfer' || payment === undefined) throw new CodedError('USAGE', `${file} is no offer`);
  const { token, to, amount: units, salt } = payment;
  return {
    payment: { token: token as Hex, to: to as Hex, amount: amount('payment.amount', units), salt: amount('payment.salt', salt) },
    request: signed,
  };
}
