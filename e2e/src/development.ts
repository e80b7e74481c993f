/**
 * A whole Weir on one machine: the embedded chain with real strategies, the production contracts, PostgreSQL and a node. On a fixed data
 * folder it resumes what was there; on a throw-away folder everything goes with it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncVaultFactoryAbi, asyncVaultFactoryBytecode } from '@weir/abi/asyncVaultFactory';
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { weirAbi } from '@weir/abi/weir';
import { type Config, loadConfig } from '@weir/node/config';
import { type Deployment, deployWeir, launch } from '@weir/node/l1/deploy';
import { type Anvil, startAnvil } from '@weir/node/l1/embeddedL1';
import { startNode, type WeirNode } from '@weir/node/node';
import { createWeirClient, type WeirClient } from '@weir/sdk/client';
import { pino } from 'pino';
import {
  type Abi,
  type Account,
  bytesToHex,
  type Hex,
  parseEventLogs,
  parseUnits,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem';
import { type Chain, connect } from './devnet/chain.ts';
import { type Devnet, type DevnetAddresses, deployDevnet, openDevnet } from './devnet/devnet.ts';
import type { Strategy } from './devnet/strategies.ts';

/** Development account numbers. Traders start at 1; 7, 8, 9 play in the Aave market. */
export const OPERATOR = 0;

/** Numbers in the asset registry. */
export const USDC = 1;
export const STATA = 2;
export const HOSTILE = 3;

export interface Adapters {
  readonly stata: Hex;
  readonly hostile: Hex;
}

/** The Aave market's wrapper for contracts that do not know Weir, and where to find and make others. */
export interface Facade {
  readonly factory: Hex;
  readonly stata: Hex;
}

export interface RegisteredStrategy extends Strategy {
  /** Number of its share in the asset registry. */
  readonly asset: number;
}

/** L1 with real strategies and the production contracts. */
export interface L1Place {
  readonly chain: Chain;
  readonly devnet: Devnet;
  readonly deployment: Deployment;
  readonly adapters: Adapters;
}

export interface Development extends L1Place {
  /** Beside the Aave market's. */
  readonly strategies: readonly RegisteredStrategy[];
  readonly facade: Facade;
  readonly node: WeirNode;
  readonly client: WeirClient;
  /** True if the data folder held an earlier deployment. */
  readonly resumed: boolean;
  stop(): Promise<void>;
}

type DeployStrategies = (chain: Chain, devnet: Devnet, pool: Hex) => Promise<readonly Strategy[]>;

export interface DevelopmentOptions {
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
  readonly port?: number;
  readonly proverThreads?: number;
  readonly maxBatchAgeMs?: number;
  /** Old states that the chain keeps; all of them if not given. */
  readonly states?: number;
  /** Further settings of the node. */
  readonly node?: Partial<Config>;
  /** Strategies to be registered beside the Aave market's: only on a fresh data folder. */
  readonly strategies?: DeployStrategies;
}

interface Saved {
  readonly api: string;
  readonly rpc: string;
  readonly core: Hex;
  readonly deployment: Deployment;
  readonly devnet: DevnetAddresses;
  readonly adapters: Adapters;
  readonly facade: Facade;
}

export async function startDevelopment(options: DevelopmentOptions): Promise<Development> {
  const { dataDirectory, log } = options;
  mkdirSync(dataDirectory, { recursive: true });
  const savedFile = join(dataDirectory, 'deployment.json');
  const saved = existsSync(savedFile) ? (JSON.parse(readFileSync(savedFile, 'utf8')) as Saved) : undefined;

  const anvil: Anvil = await startAnvil({ stateFile: join(dataDirectory, 'l1.json'), states: options.states });
  const chain = await connect(anvil.rpcUrl);
  log(`L1: anvil at ${anvil.rpcUrl}${saved === undefined ? '' : ', resumed'}`);
  try {
    const devnet = saved === undefined ? await deployDevnet(chain) : openDevnet(chain, saved.devnet);
    if (saved === undefined) log('L1: USDC, Aave v3.6 with a borrower, StataTokenV2 and a hostile vault are deployed');
    const { deployment, adapters, strategies, facade } =
      saved === undefined ? await deployAndRegister(chain, devnet, options.strategies) : { ...saved, strategies: [] };
    log(`L1: core ${deployment.core}, verifier ${deployment.verifier}, ERC-7540 vault of StataTokenV2 ${facade.stata}`);
    const node = await startNode(
      loadConfig({
        rpcUrl: anvil.rpcUrl,
        core: deployment.core,
        operatorKey: operatorKey(chain),
        dataDirectory,
        port: options.port ?? 0,
        proverThreads: options.proverThreads ?? 2,
        maxBatchAgeMs: options.maxBatchAgeMs ?? 1_000,
        forcedWaitSeconds: 0,
        ...options.node,
      }),
      pino({ level: 'warn' }, { write: (line: string) => log(shortLine(line)) }),
    );
    const state: Saved = {
      api: node.url,
      rpc: anvil.rpcUrl,
      core: deployment.core,
      deployment,
      devnet: devnet.addresses,
      adapters,
      facade,
    };
    writeFileSync(savedFile, JSON.stringify(state, null, 2));
    log(`node: ${node.url}`);
    const client = await createWeirClient({ api: node.url, rpc: anvil.rpcUrl, core: deployment.core });
    const stop = async (): Promise<void> => {
      await node.stop();
      await anvil.stop();
    };
    return { chain, devnet, deployment, adapters, strategies, facade, node, client, resumed: saved !== undefined, stop };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** The node's log is JSON for machines; here a person reads along. */
export function shortLine(line: string): string {
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
  return `     node: ${msg ?? ''}${err?.message === undefined ? '' : `: ${err.message.split('\n')[0]}`}`;
}

/** Progress of proofs and batches, as they happen. */
export function narrate(node: WeirNode, log: (line: string) => void): () => void {
  return node.subscribe((event) => {
    if (event.type === 'sealed') log(`     batch ${event.batch} sealed: ${String(event['transactions'])} transactions`);
    else if (event.type === 'proving' && event['percent'] === 100) log(`     batch ${event.batch} proven`);
    else if (event.type === 'settled') log(`     batch ${event.batch} settled on L1`);
    else if (event.type === 'ride') log(`     ride ${String(event['ticket'])}: ${String(event['action'])}`);
  });
}

/** Of a development account. */
export function privateKeyOf(account: Account): Hex {
  const key = (account as Account & { getHdKey?: () => { privateKey: Uint8Array | null } }).getHdKey?.().privateKey;
  if (key == null) throw new Error('the development mnemonic gives no private key');
  return bytesToHex(key);
}

export const operatorKey = (chain: Chain): Hex => privateKeyOf(chain.account(OPERATOR));

interface Registered {
  readonly deployment: Deployment;
  readonly adapters: Adapters;
  readonly strategies: readonly RegisteredStrategy[];
  readonly facade: Facade;
}

export async function deployAndRegister(chain: Chain, devnet: Devnet, deployMore?: DeployStrategies): Promise<Registered> {
  const operator = chain.account(OPERATOR);
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  const deployment = await deployWeir({ client: chain.publicClient, wallet, owner: operator.address, operator: operator.address });
  const { core, pool, governance } = deployment;
  const registerAsset = (token: Hex, quantum: bigint) => chain.send(operator, core, weirAbi as Abi, 'registerAsset', [token, quantum]);
  const registerStrategy = (adapter: Hex, gasFloor: number) =>
    chain.send(operator, governance, governanceAbi as Abi, 'registerStrategy', [adapter, gasFloor]);
  const { usdc, stataUsdc, hostileVault } = devnet.addresses;
  for (const token of [usdc, stataUsdc, hostileVault]) await registerAsset(token, 1n);
  const adapterOf = async (vault: Hex): Promise<Hex> => {
    const adapter = await chain.deploy(operator, { abi: erc4626AdapterAbi as Abi, bytecode: erc4626AdapterBytecode }, [
      pool,
      vault,
      parseUnits('1000000000', 6),
    ]);
    await registerStrategy(adapter, 600_000);
    return adapter;
  };
  const adapters = { stata: await adapterOf(stataUsdc), hostile: await adapterOf(hostileVault) };
  const strategies: RegisteredStrategy[] = [];
  for (const [i, strategy] of ((await deployMore?.(chain, devnet, pool)) ?? []).entries()) {
    await registerAsset(strategy.share, strategy.quantum);
    await registerStrategy(strategy.adapter, strategy.gasFloor);
    strategies.push({ ...strategy, asset: HOSTILE + 1 + i });
  }
  // From here on a further strategy would wait for two weeks.
  await launch(chain.publicClient, wallet, governance);
  // What orders with a band on a share price are held to; anybody could open them.
  const prices = await chain.read<Hex>(core, weirAbi as Abi, 'referencePrices');
  const feeds = [{ adapter: adapters.stata, asset: STATA }, ...strategies.filter(({ priced }) => priced)];
  for (const { adapter, asset } of feeds) await chain.send(operator, prices, referencePricesAbi as Abi, 'open', [adapter, USDC, asset]);
  return { deployment, adapters, strategies, facade: await deployFacade(chain, core, adapters.stata) };
}

/** Anybody may, any time. */
async function deployFacade(chain: Chain, core: Hex, adapter: Hex): Promise<Facade> {
  const abi = asyncVaultFactoryAbi as Abi;
  const operator = chain.account(OPERATOR);
  const factory = await chain.deploy(operator, { abi, bytecode: asyncVaultFactoryBytecode }, [core]);
  const { logs } = await chain.send(operator, factory, abi, 'create', [adapter]);
  const [created] = parseEventLogs({ abi: asyncVaultFactoryAbi, eventName: 'VaultCreated', logs });
  return { factory, stata: created.args.vault };
}
