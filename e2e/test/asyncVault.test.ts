/**
 * A contract that knows ERC-7540 alone joins a strategy and leaves it: its requests are orders like any other to the node, which fills them with
 * people's. L1 is the production contracts; what a settled batch would tell them about the orders is told by the core's own address.
 */
import { asyncVaultAbi } from '@weir/abi/asyncVault';
import { asyncVaultFactoryAbi, asyncVaultFactoryBytecode } from '@weir/abi/asyncVaultFactory';
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { l1OrdersAbi } from '@weir/abi/l1Orders';
import { weirAbi } from '@weir/abi/weir';
import { type Deployment, deployWeir, launch } from '@weir/node/l1/deploy';
import { type Anvil, startAnvil } from '@weir/node/l1/embeddedL1';
import { recordMarketLogs } from '@weir/node/l1/market';
import { batches } from '@weir/node/storage/schema';
import { readSlot } from '@weir/protocol/state/state';
import { decodeStatement } from '@weir/protocol/statement/statement';
import { eq } from 'drizzle-orm';
import {
  type Abi,
  type Account,
  type Hex,
  parseEther,
  type TransactionReceipt,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderRequest, person } from '../../packages/node/test/support/people.ts';
import { createWorld, SHARES, USDC, type World } from '../../packages/node/test/support/world.ts';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { type Artifacts, compileDevnetContracts } from '../src/devnet/compile.ts';

const [operator, bob] = [0, 1].map(person);
const ON_L2 = 1_000_000n;

let anvil: Anvil;
let chain: Chain;
let artifacts: Artifacts;
let deployment: Deployment;
let world: World;
let [token, share, vault, joiner, orders]: Hex[] = [];

beforeAll(async () => {
  anvil = await startAnvil({});
  chain = await connect(anvil.rpcUrl);
  artifacts = compileDevnetContracts();
  const owner = chain.account(0);
  const deploy = (name: string, args: readonly unknown[] = []) =>
    chain.deploy(owner, { abi: artifacts[name].abi, bytecode: artifacts[name].bytecode as Hex }, args);
  token = await deploy('Collateral');
  share = await deploy('Vault', [token, 'Vault', 0]);
  const wallet = chain.walletOf(owner) as WalletClient<Transport, ViemChain, Account>;
  deployment = await deployWeir({ client: chain.publicClient, wallet, owner: owner.address, operator: owner.address });
  const { core, pool, governance } = deployment;
  for (const asset of [token, share]) await chain.send(owner, core, weirAbi as Abi, 'registerAsset', [asset, 1n]);
  const adapter = await chain.deploy(owner, { abi: erc4626AdapterAbi as Abi, bytecode: erc4626AdapterBytecode }, [pool, share, 1n << 60n]);
  await chain.send(owner, governance, governanceAbi as Abi, 'registerStrategy', [adapter, 300_000]);
  await launch(chain.publicClient, wallet, governance);
  orders = await chain.read<Hex>(core, weirAbi as Abi, 'l1Orders');
  const factory = await chain.deploy(owner, { abi: asyncVaultFactoryAbi as Abi, bytecode: asyncVaultFactoryBytecode }, [core]);
  await chain.send(owner, factory, asyncVaultFactoryAbi as Abi, 'create', [adapter]);
  vault = await chain.read<Hex>(factory, asyncVaultFactoryAbi as Abi, 'vault', [share, token]);
  joiner = await deploy('Joiner', [vault]);

  // What the L2 holds is in the core, booked as owed: it leaves through L1's orders.
  await chain.send(owner, token, artifacts['Collateral'].abi, 'mint', [owner.address, 10n * ON_L2]);
  await chain.send(owner, token, artifacts['Collateral'].abi, 'approve', [share, 10n * ON_L2]);
  await chain.send(owner, share, artifacts['Vault'].abi, 'deposit', [ON_L2, owner.address]);
  await chain.send(owner, token, artifacts['Collateral'].abi, 'mint', [joiner, 10_000n]);
  for (const address of [core, orders]) {
    await chain.test.impersonateAccount({ address });
    await chain.test.setBalance({ address, value: parseEther('10') });
  }
  for (const [number, asset] of [token, share].entries()) {
    await chain.send(owner, asset, artifacts['Vault'].abi, 'approve', [core, ON_L2]);
    await as(orders, core, weirAbi as Abi, 'receiveOwed', [BigInt(number + 1), ON_L2, owner.address]);
  }

  world = await createWorld();
  world.now = Number((await chain.publicClient.getBlock()).timestamp);
  await world.open(operator, bob);
  await world.deposit(bob, USDC, ON_L2);
  await world.deposit(bob, SHARES, ON_L2);
  await world.seal();
}, 300_000);

afterAll(async () => {
  await world.close();
  await anvil.stop();
});

/** Sends as a contract that the chain lets us be. */
async function as(address: Hex, to: Hex, abi: Abi, functionName: string, args: readonly unknown[]): Promise<void> {
  const hash = await chain.wallet.writeContract({ account: address, chain: null, address: to, abi, functionName, args });
  expect((await chain.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 })).status).toBe('success');
}

const act = (functionName: string, args: readonly unknown[] = []): Promise<TransactionReceipt> =>
  chain.send(chain.account(3), joiner, artifacts['Joiner'].abi, functionName, args);
const ofVault = (functionName: string, args: readonly unknown[] = []) =>
  chain.read<bigint>(vault, asyncVaultAbi as Abi, functionName, args);
const held = (asset: Hex) => chain.read<bigint>(asset, artifacts['Vault'].abi, 'balanceOf', [joiner]);

/** What the follower does with the block. */
async function follow({ logs }: TransactionReceipt): Promise<void> {
  const [facts, prices] = await Promise.all(
    ['facts', 'referencePrices'].map((name) => chain.read<Hex>(deployment.core, weirAbi as Abi, name)),
  );
  const reading = { logs, keptFrom: 0, timeOf: async () => world.now };
  await world.queries.transaction((tx) => recordMarketLogs(tx, { orders, facts, prices }, reading));
}

interface Fill {
  readonly order: number;
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly sold: bigint;
  readonly bought: bigint;
}

/** Seals a batch and tells L1 what it does with orders that live there. */
async function settle(): Promise<Fill[]> {
  const number = await world.seal();
  const [row] = await world.queries.select().from(batches).where(eq(batches.number, number!));
  const effects = decodeStatement(row.statement).effects as unknown as (Fill & { kind: string })[];
  const fills = effects.filter(({ kind }) => kind === 'l1Order');
  for (const { order, sellAsset, buyAsset, sold, bought } of fills) {
    const fill = { id: BigInt(order), sellAsset, buyAsset, sold, bought };
    await as(deployment.core, orders, l1OrdersAbi as Abi, 'applyFill', [fill, BigInt(world.now), BigInt(number!)]);
  }
  return fills;
}

describe('a contract that knows ERC-7540 alone', () => {
  it('joins with an order of the L2 against it, in part, and claims its shares', async () => {
    await follow(await act('join', [1_000n]));
    expect(await ofVault('pendingDepositRequest', [1n, joiner])).toBe(1_000n);
    const sell = { sellAsset: SHARES, sellSlot: 1, buyAsset: USDC, buySlot: 0, sellAmount: 600n, minBuyAmount: 598n };
    await world.send(orderRequest(bob, sell));
    const [fill] = await settle();
    expect(fill).toMatchObject({ order: 1, sellAsset: USDC, buyAsset: SHARES });
    // Bob sells all that he offered, at about the share price; what the last quantum rounds to belongs to the clearing.
    expect(Number(fill.bought)).toBeGreaterThanOrEqual(599);
    expect(Number(fill.bought)).toBeLessThanOrEqual(600);
    expect(Number(fill.sold)).toBeGreaterThanOrEqual(598);
    expect(Number(fill.sold)).toBeLessThanOrEqual(603);
    expect(await ofVault('claimableDepositRequest', [1n, joiner])).toBe(fill.sold);
    expect(await ofVault('pendingDepositRequest', [1n, joiner])).toBe(1_000n - fill.sold);
    await act('claim');
    expect(await held(share)).toBe(fill.bought);
    expect(await ofVault('maxDeposit', [joiner])).toBe(0n);
    expect(readSlot(world.ledger.state, bob.account, 1).balance).toBe(ON_L2 - 600n);
  });

  it('leaves the same way', async () => {
    const before = await held(token);
    await follow(await act('leave', [500n]));
    const buy = { sellAsset: USDC, sellSlot: 0, buyAsset: SHARES, buySlot: 1, sellAmount: 505n, minBuyAmount: 500n };
    await world.send(orderRequest(bob, buy));
    const fills = await settle();
    const fill = fills.find(({ order }) => order === 2)!;
    expect(fill.sold).toBe(500n);
    await act('claim');
    expect((await held(token)) - before).toBe(fill.bought);
    expect(Number(fill.bought)).toBeGreaterThanOrEqual(498);
    expect(await chain.read<readonly number[]>(vault, asyncVaultAbi as Abi, 'openRequests', [joiner, true])).toEqual([]);
  });
});
