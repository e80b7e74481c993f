import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@weir/foundation/codedError';
import type { Command } from 'commander';
import { globalOptions, run } from '../context.ts';

/** `weir bench`: the benchmark of the clone, as its own process (nothing imports it). */
export function benchCommand(program: Command): void {
  program
    .command('bench')
    .option('--orders <n>', 'signed orders in the batch', '256')
    .option('--threads <n>', 'threads of the prover', '1')
    .description('prove N signed orders that board a ride, settle that proof on a throw-away chain, print what it took')
    .action(
      run(async (own: { orders: string; threads: string }, command: Command) => {
        const script = fileURLToPath(new URL('../../../../bench/src/bench.ts', import.meta.url));
        const args = [
          '--import',
          'tsx',
          script,
          '--orders',
          own.orders,
          '--threads',
          own.threads,
          ...(globalOptions(command).json === true ? ['--json'] : []),
        ];
        const child = spawn(process.execPath, args, { stdio: 'inherit' });
        const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
        if (code === 2) throw new CodedError('USAGE', 'the benchmark does not take these numbers');
        if (code !== 0) throw new CodedError('BENCH_FAILED', `the benchmark ended with ${code}`);
      }),
    );
}
