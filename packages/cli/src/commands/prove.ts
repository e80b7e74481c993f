import { CodedError } from '@weir/foundation/codedError';
import { instanceHash } from '@weir/protocol/statement/binding';
import type { Command } from 'commander';
import { type Hex, isAddress } from 'viem';
import { globalOptions, log, print, run, untilInterrupted, whole } from '../context.ts';

interface ProveOptions {
  readonly chainId: string;
  readonly threads: string;
}

/** `weir prove`: a proving worker for a node elsewhere. It needs the node's database and no key; a wrong proof is refused by L1. */
export function proveCommand(program: Command): void {
  program
    .command('prove')
    .description('take proving jobs from the database in DATABASE_URL until Ctrl-C (any number of machines may)')
    .requiredOption('--chain-id <n>', 'chain of the core (with --core: the deployment whose batches are proven)')
    .option('--threads <n>', 'threads', '1')
    .action(
      run(async (own: ProveOptions, command: Command) => {
        const options = globalOptions(command);
        const databaseUrl = process.env['DATABASE_URL'];
        if (databaseUrl === undefined || databaseUrl === '') throw new CodedError('USAGE', 'DATABASE_URL is not set');
        const core = options.core ?? process.env['WEIR_CORE'];
        if (core === undefined || !isAddress(core)) throw new CodedError('USAGE', 'give the core contract with --core');
        const threads = whole('--threads', own.threads);
        if (threads < 1) throw new CodedError('USAGE', '--threads must be at least 1');
        const chainId = whole('--chain-id', own.chainId);
        const { runWorker } = await import('@weir/node/prover/worker');
        const worker = await runWorker({
          databaseUrl,
          instance: instanceHash(BigInt(chainId), core.toLowerCase() as Hex),
          threads,
          onProgress: ({ number, stage, percent }) => percent === 100 && log(`batch ${number}: ${stage}`),
          onError: (error) => log(`job queue: ${error.message}`),
        }).catch((cause: Error) => {
          throw new CodedError('DATABASE_UNREACHABLE', `no database answers: ${cause.message}`, {}, { cause });
        });
        print(options, { core, chainId, threads }, [`proving for ${core} on chain ${chainId} with ${threads} threads; Ctrl-C ends it`]);
        await untilInterrupted();
        await worker.stop();
      }),
    );
}
