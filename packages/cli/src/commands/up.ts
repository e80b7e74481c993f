import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@weir/foundation/codedError';
import { type Config, loadConfig, settings } from '@weir/node/config';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import type { Command } from 'commander';
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  isAddress,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { globalOptions, LOCAL_DEPLOYMENT_FILE, log, print, readKeyFile, run, untilInterrupted, whole } from '../context.ts';

/** anvil's first published development key: worthless anywhere else. */
const DEVELOPMENT_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';

interface UpOptions {
  readonly port?: string;
  readonly operatorKeyFile?: string;
  readonly batchSize?: string;
  readonly batchAge?: string;
  readonly proverThreads?: string;
}

/** Every setting, from the records that the node itself reads. */
function settingsHelp(): string {
  const rows = Object.values(settings).map(({ env, description }) => `  ${env.padEnd(22)} ${description}`);
  return ['', 'Settings from the environment:', ...rows].join('\n');
}

/** `weir up`: a node until Ctrl-C. With `--rpc` and `--core` on that chain, without on an embedded one, deployed fresh in the data folder. */
export function upCommand(program: Command): void {
  program
    .command('up')
    .description('run a node: intake, matcher, prover, settler, keeper (embedded L1 and PostgreSQL unless told otherwise)')
    .option('--port <port>', 'port of the API (0 = any free one)')
    .option('--operator-key-file <file>', 'private key that settles; needed with --rpc')
    .option('--batch-size <n>', 'seal a batch at this many transactions')
    .option('--batch-age <ms>', 'seal a batch when its oldest transaction has waited this long')
    .option('--prover-threads <n>', 'threads of the local prover (0 = none)')
    .addHelpText('after', settingsHelp())
    .action(
      run(async (own: UpOptions, command: Command) => {
        const options = globalOptions(command);
        const flags = flagSettings(own);
        mkdirSync(options.data, { recursive: true });
        const l1 = options.rpc === undefined ? await embeddedL1(options.data) : remoteL1(options.rpc, options.core, own.operatorKeyFile);
        try {
          const config = loadConfig({
            rpcUrl: l1.rpc,
            core: l1.core,
            operatorKey: l1.key,
            dataDirectory: options.data,
            ...l1.settings,
            ...flags,
          });
          // Loaded only when needed: the other commands start faster without the prover.
          const { startNode } = await import('@weir/node/node');
          const node = await startNode(config);
          const deployment = { ...readSaved(options.data), api: node.url, rpc: l1.rpc, core: l1.core };
          writeFileSync(join(options.data, LOCAL_DEPLOYMENT_FILE), JSON.stringify(deployment, null, 2));
          print(options, { api: node.url, rpc: l1.rpc, core: l1.core }, [
            `node at ${node.url}, core ${l1.core} on ${l1.rpc}; Ctrl-C ends it`,
          ]);
          await untilInterrupted();
          log('stopping');
          await node.stop();
        } finally {
          await l1.stop();
        }
      }),
    );
}

function flagSettings({ port, batchSize, batchAge, proverThreads }: UpOptions): Partial<Config> {
  const given = (name: keyof Config, flag: string, text: string | undefined) => (text === undefined ? {} : { [name]: whole(flag, text) });
  return {
    ...given('port', '--port', port),
    ...given('maxBatchTransactions', '--batch-size', batchSize),
    ...given('maxBatchAgeMs', '--batch-age', batchAge),
    ...given('proverThreads', '--prover-threads', proverThreads),
  };
}

interface RunningL1 {
  readonly rpc: string;
  readonly core: Hex;
  readonly key: Hex;
  /** What this L1 needs of the node. */
  readonly settings: Partial<Config>;
  stop(): Promise<void>;
}

function readSaved(data: string): { core?: Hex } & Record<string, unknown> {
  const file = join(data, LOCAL_DEPLOYMENT_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { core?: Hex }) : {};
}

async function embeddedL1(data: string): Promise<RunningL1> {
  const anvil = await startAnvil({ stateFile: join(data, 'l1.json') });
  try {
    const core = readSaved(data).core ?? (await deployOn(anvil.rpcUrl, DEVELOPMENT_KEY));
    // No consensus here, and no blocks without transactions.
    return { rpc: anvil.rpcUrl, core, key: DEVELOPMENT_KEY, settings: { finalDepth: 0 }, stop: () => anvil.stop() };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

async function deployOn(rpc: string, key: Hex): Promise<Hex> {
  const transport = http(rpc);
  const id = await createPublicClient({ transport }).getChainId();
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const account = privateKeyToAccount(key);
  const client = createPublicClient({ chain, transport, pollingInterval: 50 }) as PublicClient;
  const wallet = createWalletClient({ chain, transport, account }) as WalletClient<Transport, Chain, Account>;
  const { deployWeir, launch } = await import('@weir/node/l1/deploy');
  const { core, governance } = await deployWeir({ client, wallet, owner: account.address, operator: account.address });
  await launch(client, wallet, governance);
  return core;
}

function remoteL1(rpc: string, core: string | undefined, keyFile: string | undefined): RunningL1 {
  if (core === undefined || keyFile === undefined) throw new CodedError('USAGE', '--rpc needs --core and --operator-key-file');
  if (!isAddress(core)) throw new CodedError('USAGE', `--core is not an address: ${core}`);
  return { rpc, core, key: readKeyFile(keyFile), settings: {}, stop: () => Promise.resolve() };
}
