import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { CodedError } from '@weir/foundation/codedError';
import { type EscapePlan, planEscape, runEscape } from '@weir/sdk/actions/escape';
import { type Rebuilt, readStateFile } from '@weir/sdk/rebuild/stateFile';
import type { Command } from 'commander';
import { formatEther, formatUnits, getAddress, type Hex, isAddress } from 'viem';
import { connectL1, globalOptions, log, print, run, walletOf } from '../context.ts';
import { completeValidium, type RebuildOptions, rebuildOptions, rebuildState } from './rebuild.ts';

interface EscapeOptions extends RebuildOptions {
  readonly state?: string;
  readonly for?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Addresses given one by one, or files with one a line. */
function ownersOf(places: readonly string[], own: Hex): Hex[] {
  if (places.length === 0) return [own];
  const lines = places.flatMap((place) => (existsSync(place) ? readFileSync(place, 'utf8').split(/\s+/).filter(Boolean) : [place]));
  return lines.map((line) => {
    if (!isAddress(line)) throw new CodedError('USAGE', `--for takes addresses or files of them, not "${line}"`);
    return getAddress(line);
  });
}

function describe({ accounts, payouts, steps, gas, gasPrice, cost, feesBack, laterAt, frozen }: EscapePlan): string[] {
  const slots = accounts.reduce((sum, { slots: own }) => sum + own.length, 0);
  return [
    `${frozen ? '' : 'freezes the core; '}${accounts.length} accounts, ${slots} slots, ${steps.length} transactions`,
    ...payouts.map(
      ({ owner, symbol, decimals, units, token }) => `  pays ${formatUnits(units, decimals)} ${symbol} (${token}) to ${owner}`,
    ),
    ...(feesBack > 0n ? [`  pays back ${formatEther(feesBack)} ETH of forced-request fees`] : []),
    `costs up to ${formatEther(cost)} ETH (${gas} gas at ${gasPrice} wei)`,
    ...(laterAt === null
      ? []
      : [
          `some amounts are held by the outflow limit or by a ride whose target has not answered: run it again after ${new Date(1000 * laterAt).toISOString()}`,
        ]),
  ];
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CodedError('USAGE', 'nobody to ask: give --yes to go ahead, or --dry-run to only look');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('go ahead? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** `weir escape`: a wallet and L1, nothing else. */
export function escapeCommand(program: Command): void {
  rebuildOptions(program.command('escape'))
    .option('--state <file>', 'the state that `rebuild --out` wrote (default: rebuild now)')
    .option('--for <owners...>', 'addresses, or files with one a line (default: the wallet of --key-file)')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'only print what it would do, cost and pay')
    .description('get everything out when the operator is gone: freezes if due, escapes, claims, reclaims, redeems, pays out')
    .addHelpText(
      'after',
      `
Needs --rpc, --core and a --key-file that pays the gas; no node, no website, no operator. Rebuilds the accounts from L1 (--blobs: where
old blobs are kept), finds everything that belongs to the owners, prints the cost, asks, and does it. It pays only to the owners
themselves, so anybody can run it for anybody, many in one transaction (--for). Validium accounts need --validium-data, a committee
member's URL or its snapshot: L1 does not have their data. While the core works it says from when on it can be frozen; \`weir
forced-exit\` starts that clock. What L1 refuses is reported and the rest goes on; run it again at any time.`,
    )
    .action(
      run(async (own: EscapeOptions, command: Command) => {
        const options = globalOptions(command);
        const wallet = walletOf(options);
        const client = await connectL1(options);
        const owners = ownersOf(own.for ?? [], wallet.address);
        let rebuilt: Rebuilt = own.state === undefined ? await rebuildState(client, own) : await readStateFile(own.state);
        if (own.state !== undefined && own.validiumData !== undefined && rebuilt.validiumMissingFrom !== null)
          rebuilt = await completeValidium(rebuilt, own.validiumData);
        if (rebuilt.validiumMissingFrom !== null)
          log(`validium accounts are left out: their data since batch ${rebuilt.validiumMissingFrom} is not on L1 (--validium-data)`);
        const plan = await planEscape(client, { rebuilt, owners });
        const { steps: _, ...about } = plan;
        const lines = describe(plan);
        if (own.dryRun === true) return print(options, { ...about, transactions: plan.steps.length }, lines);
        if (own.yes !== true) {
          for (const line of lines) log(line);
          if (!(await confirmed())) throw new CodedError('DECLINED', 'nothing was sent');
        }
        const result = await runEscape(client, wallet, {
          steps: plan.steps,
          onStep: ({ what, transaction, error }) => log(`${what}: ${error ?? transaction ?? 'done by somebody else already'}`),
        });
        if (result.failed > 0)
          throw new CodedError('ESCAPE_INCOMPLETE', `${result.failed} of ${result.steps.length} steps were refused; the others are done`, {
            ...about,
            ...result,
          });
        print(options, { ...about, ...result }, [...lines, `done: ${result.gasUsed} gas`]);
      }),
    );
}
