/** The command line: one command per file in `commands/`. */
import { CodedError } from '@weir/foundation/codedError';
import { Command, CommanderError } from 'commander';
import { accountCommand, moveAccountCommand } from './commands/account.ts';
import { benchCommand } from './commands/bench.ts';
import { committeeCommand } from './commands/committee.ts';
import { depositCommand } from './commands/deposit.ts';
import { escapeCommand } from './commands/escape.ts';
import { fastWithdrawalCommand } from './commands/fastWithdrawal.ts';
import { forcedExitCommand, freezeCommand, rotateKeyCommand } from './commands/forced.ts';
import { keeperCommand } from './commands/keeper.ts';
import { l1OrderCommand } from './commands/l1Order.ts';
import { leaveCommand } from './commands/leave.ts';
import { orderCommand, quoteCommand } from './commands/order.ts';
import { proveCommand } from './commands/prove.ts';
import { rebalanceCommand, rebalanceStopCommand } from './commands/rebalance.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { cancelCommand, conditionalTransferCommand, transferCommand, withdrawCommand } from './commands/spend.ts';
import { pricesCommand, ridesCommand, statusCommand } from './commands/status.ts';
import { upCommand } from './commands/up.ts';
import { verifyCommand } from './commands/verify.ts';
import { report } from './context.ts';

const program = new Command('weir')
  .description('Pool, net, ride: a validity-proven layer 2 for DeFi orders')
  .option('--json', 'one JSON object on stdout, logs on stderr')
  .option('--rpc <url>', 'JSON-RPC of L1')
  .option('--core <address>', 'core contract that the node must serve')
  .option('--api <url>', 'base URL of a node')
  .option('--key-file <file>', "file with the wallet's private key in hexadecimal")
  .option('--key-version <n>', "the account's key version, more than 1 once its key was rotated", '1')
  .option('--data <folder>', 'data folder of a local node', '.weir')
  .exitOverride();

for (const register of [
  upCommand,
  proveCommand,
  committeeCommand,
  accountCommand,
  depositCommand,
  quoteCommand,
  orderCommand,
  rebalanceCommand,
  rebalanceStopCommand,
  leaveCommand,
  keeperCommand,
  l1OrderCommand,
  transferCommand,
  conditionalTransferCommand,
  fastWithdrawalCommand,
  cancelCommand,
  withdrawCommand,
  ridesCommand,
  pricesCommand,
  statusCommand,
  verifyCommand,
  moveAccountCommand,
  forcedExitCommand,
  rotateKeyCommand,
  freezeCommand,
  rebuildCommand,
  escapeCommand,
  benchCommand,
]) {
  register(program);
}

/** commander has told people on stderr what is wrong already; machines get the object. */
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) process.exitCode = 0;
  else report(process.argv.includes('--json'), new CodedError('USAGE', error.message.replace(/^error: /, '')));
}
