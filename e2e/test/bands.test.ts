/**
 * Orders with a price band on the production core, through a real node: L1 compares each batch's reference with its own feed. Proofs are not
 * what this is about (`npm run story -- round` has real ones with bands): the verifier's code is replaced by one that accepts.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { referencePricesAbi } from '@weir/abi/referencePrices';
import { weirAbi } from '@weir/abi/weir';
import { loadConfig } from '@weir/node/config';
import { deployWeir, launch } from '@weir/node/l1/deploy';
import { type Anvil, startAnvil } from '@weir/node/l1/embeddedL1';
import { startNode, type WeirNode } from '@weir/node/node';
import { type Database, openDatabase } from '@weir/node/storage/database';
import { batches } from '@weir/node/storage/schema';
import type { KeyPair } from '@weir/protocol/keys';
import { ENTRY_MAX_AGE, ENTRY_MAX_STALE, READING_POLICY } from '@weir/protocol/prices/readings';
import { decodeStatement } from '@weir/protocol/statement/statement';
import { deposit } from '@weir/sdk/actions/deposit';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { findAccount, getAccount } from '@weir/sdk/actions/getAccount';
import { getQuote } from '@weir/sdk/actions/getQuote';
import { getRequest, waitForRequest } from '@weir/sdk/actions/getRequest';
import { Keeper } from '@weir/sdk/actions/keeper';
import { openAccount } from '@weir/sdk/actions/openAccount';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { transfer } from '@weir/sdk/actions/spend';
import { createWeirClient, type WeirClient } from '@weir/sdk/client';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import {
  type Abi,
  type Account,
  type Hex,
  type LocalAccount,
  parseEther,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorKey } from '../src/development.ts';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { compileDevnetContracts } from '../src/devnet/compile.ts';

const [MONEY, SHARE] = [1, 2];
const FEED = 1;

interface Trader {
  readonly wallet: LocalAccount;
  readonly key: KeyPair;
  readonly account: number;
}

const folder = mkdtempSync(join(tmpdir(), 'weir-bands-'));
// As root the database runs as another user, who must get in.
chmodSync(folder, 0o755);
const vaultAbi = compileDevnetContracts()['Vault'].abi;
let anvil: Anvil;
let chain: Chain;
let node: WeirNode;
let client: WeirClient;
let database: Database;
let proving: NodeJS.Timeout;
let vault: Hex;
let prices: Hex;
let [ann, bob]: Trader[] = [];

beforeAll(async () => {
  anvil = await startAnvil({});
  chain = await connect(anvil.rpcUrl);
  const operator = chain.account(0);
  const artifacts = compileDevnetContracts();
  const deploy = (name: string, args: readonly unknown[] = []) =>
    chain.deploy(operator, { abi: artifacts[name].abi, bytecode: artifacts[name].bytecode as Hex }, args);
  const token = await deploy('Collateral');
  vault = await deploy('Vault', [token, 'Vault', 0]);
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  const { core, pool, governance, verifier } = await deployWeir({
    ...{ client: chain.publicClient, wallet, owner: operator.address, operator: operator.address },
  });
  for (const asset of [token, vault]) await chain.send(operator, core, weirAbi as Abi, 'registerAsset', [asset, 1n]);
  const adapter = await chain.deploy(operator, { abi: erc4626AdapterAbi as Abi, bytecode: erc4626AdapterBytecode }, [
    pool,
    vault,
    1n << 60n,
  ]);
  await chain.send(operator, governance, governanceAbi as Abi, 'registerStrategy', [adapter, 300_000]);
  await launch(chain.publicClient, wallet, governance);
  await chain.test.setCode({ address: verifier, bytecode: '0x00' });

  // Two people; a share is worth one.
  for (const index of [1, 2]) {
    const person = chain.account(index);
    await chain.send(operator, token, artifacts['Collateral'].abi, 'mint', [person.address, 2_000_000n]);
    await chain.send(person, token, artifacts['Collateral'].abi, 'approve', [vault, 1_000_000n]);
    await chain.send(person, vault, vaultAbi, 'deposit', [1_000_000n, person.address]);
  }
  prices = await chain.read<Hex>(core, weirAbi as Abi, 'referencePrices');
  await chain.send(chain.account(3), prices, referencePricesAbi as Abi, 'open', [adapter, MONEY, SHARE]);

  const config = { rpcUrl: anvil.rpcUrl, core, operatorKey: operatorKey(chain), dataDirectory: folder, port: 0, proverThreads: 0 };
  node = await startNode(loadConfig({ ...config, maxBatchAgeMs: 100, pollMs: 50 }), pino({ level: 'silent' }));
  client = await createWeirClient({ api: node.url, rpc: anvil.rpcUrl, core });
  database = await openDatabase(node.databaseUrl);
  const proven = { status: 'proven', proof: Uint8Array.of(1) } as const;
  proving = setInterval(() => void database.queries.update(batches).set(proven).where(eq(batches.status, 'sealed')).execute(), 100);
  await open(0);
  [ann, bob] = [await open(1), await open(2)];
  await deposit(client, { wallet: ann.wallet, account: await getAccount(client, ann.account), asset: MONEY, amount: 500_000n });
  await deposit(client, { wallet: bob.wallet, account: await getAccount(client, bob.account), asset: SHARE, amount: 500_000n });
  await eventually(async () => (await held(ann, MONEY)) > 0n && (await held(bob, SHARE)) > 0n);
}, 240_000);

afterAll(async () => {
  clearInterval(proving);
  await database?.close();
  await node?.stop();
  await anvil?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(index: number): Promise<Trader> {
  const wallet = chain.account(index) as LocalAccount;
  const key = await deriveOwnerKey(client, { account: wallet });
  await waitForRequest(client, { id: (await openAccount(client, { key, l1Owner: wallet.address })).id, status: 'batched' });
  return { wallet, key, account: (await findAccount(client, wallet.address, key.ownerKey)).account };
}

async function eventually(look: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await look()); i++) {
    if (i > 600) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const held = async ({ account }: Trader, asset: number): Promise<bigint> =>
  (await getAccount(client, account)).slots.filter((slot) => slot.asset === asset).reduce((sum, { balance }) => sum + balance, 0n);
const time = async (): Promise<number> => Number((await chain.publicClient.getBlock({ blockTag: 'pending' })).timestamp);

interface Deal {
  readonly sellAmount: bigint;
  readonly minBuyAmount: bigint;
  readonly bps?: number;
}

const termsOf = async (who: Trader, [sellAsset, buyAsset]: readonly number[], { bps, ...deal }: Deal) => ({
  ...{ key: who.key, account: await getAccount(client, who.account), sellAsset, buyAsset, ...deal, atAnyPrice: true },
  ...{ until: (await time()) + 3 * 86_400, ticketsUntil: 0 },
  ...(bps === undefined ? {} : { band: { reference: FEED, bps } }),
});
const buys = async (deal: Deal) => (await placeOrder(client, await termsOf(ann, [MONEY, SHARE], deal))).id;
const sells = async (deal: Deal) => (await placeOrder(client, await termsOf(bob, [SHARE, MONEY], deal))).id;
const fillsOf = async (id: string) => (await getRequest(client, id)).fills;
/** What L1 was told in the batch that settled this order's fill. */
async function referencesOf(id: string) {
  await waitForRequest(client, { id, status: 'settled' });
  const { batchNumber } = await getRequest(client, id);
  const [{ statement }] = await database.queries.select().from(batches).where(eq(batches.number, batchNumber!));
  return decodeStatement(statement).effects.filter(({ kind }) => kind === 'reference');
}

describe('a band', () => {
  it('is quoted, filled within it, and settled by a core that has the entry', async () => {
    const quote = await getQuote(client, await termsOf(ann, [MONEY, SHARE], { sellAmount: 10_000n, minBuyAmount: 0n, bps: 100 }));
    expect(quote.reference).toMatchObject({ feed: FEED, entry: 0, usable: true, worth: 10_000n, least: 9_900n });
    const sold = await sells({ sellAmount: 10_000n, minBuyAmount: 9_950n });
    const bought = await buys({ sellAmount: 10_000n, minBuyAmount: 0n, bps: 100 });
    expect(await referencesOf(sold)).toMatchObject([{ feed: FEED, inAsset: MONEY, outAsset: SHARE, entry: 0 }]);
    const [fill] = await fillsOf(bought);
    expect(BigInt(fill.bought) * 100n >= BigInt(fill.sold) * 99n).toBe(true);
  });

  it('keeps an order from a price outside it, until a keeper has a price read that brings it within', async () => {
    const before = await fillsOf(await sells({ sellAmount: 10_000n, minBuyAmount: 0n, bps: 50 }));
    expect(before).toEqual([]);
    const cheap = await buys({ sellAmount: 9_000n, minBuyAmount: 9_980n });
    // Batches go on without them.
    const gift = { key: ann.key, account: await getAccount(client, ann.account), to: await getAccount(client, bob.account) };
    const moved = await transfer(client, { ...gift, asset: SHARE, amount: 1n, until: (await time()) + 3_600 });
    await waitForRequest(client, { id: moved.id, status: 'settled' });
    expect(await fillsOf(cheap)).toEqual([]);

    // A tenth is lost: it counts at once, and the node has it read as soon as a reading is due.
    await chain.send(chain.account(3), vault, vaultAbi, 'lose', [200_000n]);
    await chain.test.increaseTime({ seconds: READING_POLICY.spacing });
    await eventually(async () => (await fillsOf(cheap)).length > 0);
    expect(await referencesOf(cheap)).toMatchObject([{ feed: FEED, entry: 1 }]);
    const [{ sold, bought }] = await fillsOf(cheap);
    expect(BigInt(sold) * 10_000n >= (BigInt(bought) * 9_000n * 995n) / 1_000n).toBe(true);
  });

  it('is read by anybody: what `weir keeper` does', async () => {
    const wallet = privateKeyToAccount(generatePrivateKey());
    await chain.test.setBalance({ address: wallet.address, value: parseEther('1') });
    const keeper = new Keeper({ client, wallet, policy: { kind: 'immediate' }, minReward: 0n, fromBlock: 0n, prices: READING_POLICY });
    expect(await keeper.readPrices()).toEqual([]);
    await chain.test.increaseTime({ seconds: READING_POLICY.maxAge + 1 });
    await chain.test.mine({ blocks: 1 });
    expect(await keeper.readPrices()).toMatchObject([{ feed: FEED, action: 'append' }]);
    expect(await keeper.readPrices()).toEqual([]);
    const ask = (name: string) => chain.read<bigint>(prices, referencePricesAbi as Abi, name);
    expect([await ask('MAX_AGE'), await ask('MAX_STALE')]).toEqual([BigInt(ENTRY_MAX_AGE), BigInt(ENTRY_MAX_STALE)]);
  });
});
