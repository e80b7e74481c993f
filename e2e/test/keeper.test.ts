/** A keeper with nothing but a wallet and an RPC, on the production pool; boarding and closing are what a settled batch would tell it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { erc7540AdapterAbi, erc7540AdapterBytecode } from '@weir/abi/erc7540Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { connectL1 } from '@weir/node/l1/client';
import { type Deployment, deployWeir, launch } from '@weir/node/l1/deploy';
import { type Anvil, startAnvil } from '@weir/node/l1/embeddedL1';
import { Keeper as NodeKeeper } from '@weir/node/l1/keeper';
import { openDatabase } from '@weir/node/storage/database';
import { startEmbeddedPostgres } from '@weir/node/storage/embeddedPostgres';
import { l1Rides } from '@weir/node/storage/schema';
import { type DeparturePolicy, type DepartureTerms, keeperRewardAt, limitAt } from '@weir/protocol/rides/departure';
import { Keeper } from '@weir/sdk/actions/keeper';
import { createL1Client, type L1Client } from '@weir/sdk/l1';
import {
  type Abi,
  type Account,
  type Hex,
  parseEther,
  parseEventLogs,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
  zeroAddress,
} from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { compileDevnetContracts } from '../src/devnet/compile.ts';

const [TOKEN, SHARE, LATER_SHARE] = [1, 2, 3];
const DAY = 86_400;
const prices = { referenceIn: 1_000n, referenceOut: 1_000n, worstIn: 1_000n, worstOut: 900n };

let anvil: Anvil;
let chain: Chain;
let deployment: Deployment;
let adapter: Hex;
/** A vault that answers later, and its adapter. */
let later: { readonly vault: Hex; readonly abi: Abi; readonly adapter: Hex };
let client: L1Client;

beforeAll(async () => {
  anvil = await startAnvil({});
  chain = await connect(anvil.rpcUrl);
  const operator = chain.account(0);
  const artifacts = compileDevnetContracts();
  const deploy = (name: string, args: readonly unknown[] = []) =>
    chain.deploy(operator, { abi: artifacts[name].abi, bytecode: artifacts[name].bytecode as Hex }, args);
  const token = await deploy('Collateral');
  const vault = await deploy('Vault', [token, 'Vault', 0]);
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  deployment = await deployWeir({ client: chain.publicClient, wallet, owner: operator.address, operator: operator.address });
  const { core, pool, governance } = deployment;
  const laterVault = await deploy('LaterVault', [token]);
  for (const asset of [token, vault, laterVault]) await chain.send(operator, core, weirAbi as Abi, 'registerAsset', [asset, 1n]);
  adapter = await chain.deploy(operator, { abi: erc4626AdapterAbi as Abi, bytecode: erc4626AdapterBytecode }, [pool, vault, 1n << 60n]);
  const laterArgs = [pool, laterVault, false, 1n << 60n];
  const laterAdapter = await chain.deploy(operator, { abi: erc7540AdapterAbi as Abi, bytecode: erc7540AdapterBytecode }, laterArgs);
  later = { vault: laterVault, abi: artifacts['LaterVault'].abi, adapter: laterAdapter };
  for (const strategy of [adapter, laterAdapter])
    await chain.send(operator, governance, governanceAbi as Abi, 'registerStrategy', [strategy, 300_000]);
  await launch(chain.publicClient, wallet, governance);
  for (const address of [core, pool]) {
    await chain.test.impersonateAccount({ address });
    await chain.test.setBalance({ address, value: parseEther('10') });
  }
  // What people have boarded is in the core, booked as the pool's.
  await chain.send(operator, token, artifacts['Collateral'].abi, 'mint', [pool, 10_000n]);
  await as(pool, token, artifacts['Collateral'].abi, 'approve', [core, 10_000n]);
  await as(pool, core, weirAbi as Abi, 'receiveIntoPool', [BigInt(TOKEN), 10_000n]);
  client = await createL1Client({ rpc: anvil.rpcUrl, core });
}, 300_000);

afterAll(() => anvil.stop());

/** Sends as a contract that the chain lets us be. */
async function as(address: Hex, to: Hex, abi: Abi, functionName: string, args: readonly unknown[]): Promise<void> {
  const hash = await chain.wallet.writeContract({ account: address, chain: null, address: to, abi, functionName, args });
  const { status } = await chain.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  expect(status).toBe('success');
}

const time = async (): Promise<number> => Number((await chain.publicClient.getBlock()).timestamp);
const pass = async (seconds: number): Promise<void> => {
  await chain.test.increaseTime({ seconds });
  await chain.test.mine({ blocks: 1 });
};

interface Closed {
  readonly ticket: number;
  readonly terms: DepartureTerms;
  readonly closedAt: number;
}

/** A ride with passengers, closed. */
async function closedRide(
  tickets: bigint,
  changes: Partial<DepartureTerms & { minSize: bigint; adapter: Hex; assetOut: number }> = {},
): Promise<Closed> {
  const start = await time();
  const times = { boardBy: start + 3_600, departBy: start + 4 * DAY, settleBy: start + 6 * DAY };
  const sizes = { minSize: 100n, maxSize: 1_000n, keeperReward: 80n };
  const strategy = { adapter, direction: 0, assetIn: TOKEN, assetOut: SHARE, feeBps: 0, feeRecipient: zeroAddress };
  const terms = { ...strategy, ...prices, ...sizes, ...times, ...changes };
  const receipt = await chain.send(chain.account(0), deployment.pool, ridePoolAbi as Abi, 'createRide', [terms]);
  const ticket = Number(parseEventLogs({ abi: ridePoolAbi, eventName: 'RideCreated', logs: receipt.logs })[0].args.ride);
  const { assetIn, assetOut, worstIn, worstOut, boardBy, settleBy } = terms;
  const effect = { ticket, assetIn, assetOut, net: tickets, negative: false, close: true, worstIn, worstOut, boardBy, settleBy };
  await as(deployment.core, deployment.pool, ridePoolAbi as Abi, 'applyRide', [effect, BigInt(start)]);
  return { ticket, terms, closedAt: await time() };
}

async function keeper(options: { policy?: DeparturePolicy; minReward?: bigint } = {}) {
  const wallet = privateKeyToAccount(generatePrivateKey());
  await chain.test.setBalance({ address: wallet.address, value: parseEther('1') });
  const made = new Keeper({ client, wallet, policy: { kind: 'immediate' }, minReward: 0n, fromBlock: 0n, ...options });
  const of = async ({ ticket }: Closed) => (await made.round()).find((action) => action.ticket === ticket);
  return { wallet, of };
}

const stageOf = async ({ ticket }: Closed) =>
  (await chain.read<{ stage: number }>(deployment.pool, ridePoolAbi as Abi, 'ride', [BigInt(ticket)])).stage;
const [DEPARTED, ABORTED, REQUESTED] = [3, 4, 5];

describe('a keeper', () => {
  it("sends a closed ride off at once, without anybody's leave", async () => {
    const ride = await closedRide(500n);
    const { of } = await keeper();
    expect(await of(ride)).toMatchObject({ action: 'depart', limit: 500n });
    expect(await stageOf(ride)).toBe(DEPARTED);
    expect(await of(ride)).toBeUndefined();
  });

  it('waits for the reward that it asks for, and gets what has grown by then', async () => {
    const ride = await closedRide(500n);
    const { wallet, of } = await keeper({ minReward: 10n });
    expect(await of(ride)).toMatchObject({ action: 'wait', reason: 'REWARD_TOO_SMALL', reward: 0n });
    await pass(DAY + 600);
    const action = await of(ride);
    expect(action).toMatchObject({ action: 'depart' });
    const { blockNumber } = await chain.publicClient.getTransactionReceipt({ hash: action!.transaction! });
    const departed = Number((await chain.publicClient.getBlock({ blockNumber })).timestamp);
    const vault = await chain.read<Hex>(adapter, erc4626AdapterAbi as Abi, 'vault');
    const earned = await chain.read<bigint>(deployment.pool, ridePoolAbi as Abi, 'earned', [vault, wallet.address]);
    expect(earned).toBe(keeperRewardAt(ride.terms, 500n, ride.closedAt, departed));
    expect(earned).toBeGreaterThanOrEqual(10n);
  });

  it('waits for cheaper gas while little waits, but not beyond half of the window', async () => {
    const ride = await closedRide(500n);
    const { of } = await keeper({ policy: { kind: 'adaptive', weiPerHour: 1 } });
    expect(await of(ride)).toMatchObject({ action: 'wait', reason: 'GAS_TOO_DEAR' });
    await pass(2 * DAY + 60);
    expect(await of(ride)).toMatchObject({ action: 'depart' });
  });

  it('leaves a ride that brings too little alone, costs nothing meanwhile, and aborts it in the end', async () => {
    const ride = await closedRide(500n, { referenceOut: 2_000n, worstOut: 1_500n });
    const { wallet, of } = await keeper();
    expect(await of(ride)).toMatchObject({ action: 'wait', reason: 'BelowLimit', limit: 1_000n });
    expect(await chain.publicClient.getBalance({ address: wallet.address })).toBe(parseEther('1'));
    await pass(4 * DAY + 600);
    expect(await of(ride)).toMatchObject({ action: 'abort' });
    expect(await stageOf(ride)).toBe(ABORTED);
  });

  it('aborts what closed with too few aboard', async () => {
    const ride = await closedRide(50n);
    const { of } = await keeper();
    expect(await of(ride)).toMatchObject({ action: 'abort' });
    expect(await stageOf(ride)).toBe(ABORTED);
  });

  it('knows what L1 asks at every moment', async () => {
    const ride = await closedRide(777n, { referenceOut: 997n, worstOut: 899n });
    for (const seconds of [0, 1, 3_601, DAY, 3 * DAY + 7, 5 * DAY]) {
      const asked = await chain.read<bigint>(deployment.pool, ridePoolAbi as Abi, 'limitAt', [
        BigInt(ride.ticket),
        BigInt(ride.closedAt + seconds),
      ]);
      expect(limitAt(ride.terms, 777n, ride.closedAt, ride.closedAt + seconds)).toBe(asked);
    }
  });

  describe('of a ride whose target answers later', () => {
    const requested = () => closedRide(500n, { adapter: later.adapter, assetOut: LATER_SHARE, worstOut: 0n });
    const courierOf = ({ ticket }: Closed) => chain.read<Hex>(later.adapter, erc7540AdapterAbi as Abi, 'courierOf', [BigInt(ticket)]);

    it('requests, and fetches the answer as soon as there is one', async () => {
      const ride = await requested();
      const { of } = await keeper();
      expect(await of(ride)).toMatchObject({ action: 'depart' });
      expect(await stageOf(ride)).toBe(REQUESTED);
      expect(await of(ride)).toBeUndefined();
      await chain.send(chain.account(0), later.vault, later.abi, 'answer', [await courierOf(ride)]);
      expect(await of(ride)).toMatchObject({ action: 'arrive' });
      expect(await stageOf(ride)).toBe(DEPARTED);
    });

    it('asks a silent one to cancel after settleBy, and gives the passengers an outcome a week after that', async () => {
      const ride = await requested();
      const { of } = await keeper();
      await of(ride);
      await pass(6 * DAY + 60);
      expect(await of(ride)).toMatchObject({ action: 'arrive' });
      expect(await of(ride)).toBeUndefined();
      expect(await stageOf(ride)).toBe(REQUESTED);
      await pass(7 * DAY + 60);
      expect(await of(ride)).toMatchObject({ action: 'arrive' });
      expect(await stageOf(ride)).toBe(DEPARTED);
    });

    it("is a node's own keeper, too", async () => {
      const folder = mkdtempSync(join(tmpdir(), 'weir-keeper-'));
      // PostgreSQL may run as another user: it must be able to walk into the folder.
      chmodSync(folder, 0o755);
      const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined });
      const { queries, close } = await openDatabase(server.url);
      const operatorKey = generatePrivateKey();
      await chain.test.setBalance({ address: privateKeyToAccount(operatorKey).address, value: parseEther('1') });
      const l1 = await connectL1({ rpcUrl: anvil.rpcUrl, core: deployment.core, operatorKey });
      const ride = await requested();
      const content = JSON.parse(JSON.stringify(ride.terms, (_, value) => (typeof value === 'bigint' ? `${value}` : value)));
      await queries.insert(l1Rides).values({ ticket: ride.ticket, content, block: 1 });
      const nodes = new NodeKeeper(l1, queries);
      const round = async () => (await nodes.round(await time())).map(({ action, refusal }) => refusal ?? action);
      expect(await round()).toEqual(['depart']);
      expect(await round()).toEqual([]);
      await chain.send(chain.account(0), later.vault, later.abi, 'answer', [await courierOf(ride)]);
      expect(await round()).toEqual(['arrive']);
      expect(await stageOf(ride)).toBe(DEPARTED);
      await close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
  });
});
