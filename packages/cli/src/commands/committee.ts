import { CodedError } from '@weir/foundation/codedError';
import type { Command } from 'commander';
import { type Hex, isAddress } from 'viem';
import { globalOptions, log, print, readKeyFile, run, untilInterrupted, whole } from '../context.ts';

interface CommitteeOptions {
  readonly chainId: string;
  readonly operator: readonly string[];
  readonly host: string;
  readonly port: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `weir committee`: one member of the data availability committee. Its key signs, its data folder is what it can serve. */
export function committeeCommand(program: Command): void {
  program
    .command('committee')
    .description("store validium accounts' data, serve it, and sign for it, until Ctrl-C (one member of the committee)")
    .requiredOption('--chain-id <n>', 'chain of the core (with --core: the deployment that it signs for)')
    .requiredOption('--operator <address>', 'operator whose batches it takes (may be given several times)', collect, [])
    .option('--host <address>', 'address that it listens on', '127.0.0.1')
    .option('--port <port>', 'port (0 = any free one)', '0')
    .action(
      run(async (own: CommitteeOptions, command: Command) => {
        const options = globalOptions(command);
        const core = options.core ?? process.env['WEIR_CORE'];
        if (core === undefined || !isAddress(core)) throw new CodedError('USAGE', 'give the core contract with --core');
        const wrong = own.operator.find((address) => !isAddress(address));
        if (wrong !== undefined) throw new CodedError('USAGE', `--operator is not an address: ${wrong}`);
        const keyFile = options.keyFile ?? process.env['WEIR_KEY_FILE'];
        if (keyFile === undefined) throw new CodedError('USAGE', "give the member's key with --key-file");
        const { startCommitteeMember } = await import('@weir/node/committee/start');
        const { defaultLogger } = await import('@weir/node/logger');
        const member = await startCommitteeMember({
          dataDirectory: options.data,
          key: readKeyFile(keyFile),
          chainId: whole('--chain-id', own.chainId),
          core: core as Hex,
          operators: own.operator as readonly Hex[],
          host: own.host,
          port: whole('--port', own.port),
          logger: defaultLogger(),
        });
        print(options, { url: member.url, signer: member.address }, [`member ${member.address} at ${member.url}; Ctrl-C ends it`]);
        await untilInterrupted();
        log('stopping');
        await member.stop();
      }),
    );
}
