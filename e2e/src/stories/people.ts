/** What people do in the stories, on whatever devnet and node the story has. */
import { ridePoolAbi } from '@weir/abi/ridePool';
import type { KeyPair } from '@weir/protocol/keys';
import { deposit } from '@weir/sdk/actions/deposit';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { type AccountState, findAccount, getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { getRides, type RideState } from '@weir/sdk/actions/getRides';
import { getBatches } from '@weir/sdk/actions/getStatus';
import { openAccount } from '@weir/sdk/actions/openAccount';
import type { WeirClient } from '@weir/sdk/client';
import { type Abi, type Hex, type LocalAccount, parseEventLogs, parseUnits, zeroAddress } from 'viem';
import { type L1Place, OPERATOR, USDC } from '../development.ts';
import { Balances, type Price } from './model.ts';

export const usdc = (amount: string): bigint => parseUnits(amount, 6);

/** A price is quoted for this much of the in asset. */
export const QUOTE_SIZE = 1_000_000_000_000n;
export const DAY = 86_400;

export interface Person {
  readonly name: string;
  readonly wallet: LocalAccount;
  readonly key: KeyPair;
  readonly account: number;
  /** As it was opened. */
  readonly state: AccountState;
}

/** A chain with strategies and contracts, and a node that answers. */
export interface Place extends L1Place {
  readonly client: WeirClient;
  /** True if the data folder held an earlier deployment. */
  readonly resumed: boolean;
}

/** The operator's account is number 0 and comes first: it takes fees and dust. */
export async function openPeople(place: Place, names: readonly (readonly [name: string, index: number])[]): Promise<Person[]> {
  const [first, ...others] = names;
  return [await openPerson(place, ...first), ...(await Promise.all(others.map((other) => openPerson(place, ...other))))];
}

async function openPerson({ chain, client, resumed }: Place, name: string, index: number): Promise<Person> {
  const wallet = chain.account(index) as LocalAccount;
  const key = await deriveOwnerKey(client, { account: wallet });
  const known = resumed ? await findAccount(client, wallet.address, key.ownerKey).catch(() => undefined) : undefined;
  if (known === undefined)
    await waitForRequest(client, { id: (await openAccount(client, { key, l1Owner: wallet.address })).id, status: 'batched' });
  const state = await findAccount(client, wallet.address, key.ownerKey);
  return { name, wallet, key, account: state.account, state };
}

export async function buyStata({ chain, devnet }: Place, { wallet }: Person, amount: bigint): Promise<bigint> {
  const { usdc: token, stataUsdc } = devnet.addresses;
  await devnet.mintUsdc(wallet.address, amount);
  await chain.send(wallet, token, devnet.abis.erc20, 'approve', [stataUsdc, amount]);
  await chain.send(wallet, stataUsdc, devnet.abis.erc4626, 'deposit', [amount, wallet.address]);
  return chain.read<bigint>(stataUsdc, devnet.abis.erc20, 'balanceOf', [wallet.address]);
}

export async function depositAll(development: Place, deposits: readonly (readonly [Person, number, bigint])[]): Promise<void> {
  const { client, devnet } = development;
  for (const [person, asset, amount] of deposits) {
    if (asset === USDC) await devnet.mintUsdc(person.wallet.address, amount);
    await deposit(client, { wallet: person.wallet, account: await getAccount(client, person.account), asset, amount });
  }
  await poll(async () => {
    for (const [person, asset, amount] of deposits)
      if (balanceOf(await getAccount(client, person.account), asset) < amount) return undefined;
    return true;
  }, 'deposits to arrive');
}

/** What the strategy would give now, less a hundredth of a percent for the interest that accrues until departure. */
export async function quote({ chain, devnet }: Place): Promise<Price> {
  const shares = await chain.read<bigint>(devnet.addresses.stataUsdc, devnet.abis.erc4626, 'convertToShares', [QUOTE_SIZE]);
  return { inAmount: QUOTE_SIZE, outAmount: (shares * 9_999n) / 10_000n };
}

export async function createRide(development: Place, adapter: Hex, outAsset: number, price: Price): Promise<number> {
  const { chain, deployment, client } = development;
  const start = await now(development);
  const terms = {
    adapter,
    direction: 0,
    assetIn: USDC,
    assetOut: outAsset,
    feeBps: 0,
    referenceIn: price.inAmount,
    referenceOut: price.outAmount,
    worstIn: price.inAmount,
    worstOut: (price.outAmount * 995n) / 1000n,
    minSize: 1n,
    maxSize: usdc('1000000'),
    keeperReward: 0n,
    boardBy: start + 6 * 3600,
    departBy: start + 2 * DAY,
    settleBy: start + 20 * DAY,
    feeRecipient: zeroAddress,
  };
  const receipt = await chain.send(chain.account(OPERATOR), deployment.pool, ridePoolAbi as Abi, 'createRide', [terms]);
  const [created] = parseEventLogs({ abi: ridePoolAbi, eventName: 'RideCreated', logs: receipt.logs });
  const ticket = Number(created.args.ride);
  await poll(async () => (await getRides(client)).find((ride) => ride.ticket === ticket), 'the node to see the ride');
  return ticket;
}

export function waitForOutcome({ client }: Place, ticket: number): Promise<RideState> {
  return poll(
    async () => (await getRides(client)).find((ride) => ride.ticket === ticket && ride.outcome !== null),
    `the outcome of ride ${ticket}`,
  );
}

export async function waitForNoTickets({ client }: Place, people: readonly Person[], ticket: number): Promise<void> {
  await poll(async () => {
    for (const { account } of people) if (balanceOf(await getAccount(client, account), ticket) > 0n) return undefined;
    return true;
  }, `ride ${ticket} to be redeemed`);
}

/** All sealed batches settled. */
export async function waitUntilIdle({ client }: Pick<Place, 'client'>): Promise<void> {
  await poll(
    async () => ((await getBatches(client)).every(({ status }) => status === 'settled' || status === 'final') ? true : undefined),
    'everything to settle',
    3_600_000,
  );
}

export async function snapshot({ client }: Place, people: readonly Person[]): Promise<Balances> {
  const balances = new Balances();
  for (const { name, account } of people)
    for (const slot of (await getAccount(client, account)).slots) balances.add(name, slot.asset, slot.balance);
  return balances;
}

export function balanceOf({ slots }: AccountState, asset: number): bigint {
  return slots.filter((slot) => slot.asset === asset).reduce((sum, { balance }) => sum + balance, 0n);
}

export function tokenBalance({ chain, devnet }: Place, token: Hex, owner: Hex): Promise<bigint> {
  return chain.read<bigint>(token, devnet.abis.erc20, 'balanceOf', [owner]);
}

export async function now({ chain }: Place): Promise<number> {
  return Number((await chain.publicClient.getBlock()).timestamp);
}

export async function poll<T>(look: () => Promise<T | undefined>, what: string, timeoutMs = 900_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
