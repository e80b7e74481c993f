/**
 * What L1 owes, or would owe once frozen, to some addresses: slots of the last state, unclaimed withdrawals, deposits to reclaim, tickets on
 * L1, escaped amounts, fees. From L1's events and views alone.
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { getSlot, isOpen, SLOTS } from '@weir/protocol/state/account';
import { accountsOf, type State } from '@weir/protocol/state/state';
import type { Abi, Hex } from 'viem';
import { type SettledWithdrawal, withdrawalsOf } from '../actions/claimWithdrawal.ts';
import type { L1Client } from '../l1.ts';
import { type BlockRange, type L1Event, readAllEvents } from '../rebuild/events.ts';
import { readSettlements } from '../rebuild/settlements.ts';
import { GENESIS_ROOTS, type RootsBefore, readStatement } from '../rebuild/statementBytes.ts';

export interface EscapableSlot {
  readonly slot: number;
  readonly asset: number;
  readonly balance: bigint;
}

export interface EscapableAccount {
  readonly account: number;
  readonly l1Owner: Hex;
  /** Slots with a balance that have not escaped yet. */
  readonly slots: readonly EscapableSlot[];
}

export interface QueuedDeposit {
  readonly index: number;
  readonly asset: number;
  readonly amount: bigint;
  readonly account: number;
  readonly slot: number;
  readonly headerDigest: Hex;
  readonly depositor: Hex;
}

/** An amount of an asset on L1: tickets in the pool, or what has escaped. */
export interface Holding {
  readonly asset: number;
  readonly owner: Hex;
  readonly amount: bigint;
}

export interface Entitlements {
  readonly accounts: readonly EscapableAccount[];
  readonly withdrawals: readonly SettledWithdrawal[];
  readonly deposits: readonly QueuedDeposit[];
  readonly tickets: readonly Holding[];
  readonly escaped: readonly Holding[];
  /** Forced requests of theirs that no batch has served, whose fee is not credited back yet. */
  readonly requests: readonly { readonly index: number; readonly owner: Hex; readonly fee: bigint }[];
  /** Wei that the core holds for them. */
  readonly rewards: readonly { readonly owner: Hex; readonly amount: bigint }[];
}

/** Above this many owners, events are read unfiltered. */
const MAX_FILTER = 50;
/** Requests at once. */
const CHUNK = 64;
const FEE_UNIT = 100_000_000_000n;

interface Reader {
  readonly client: L1Client;
  readonly owners: readonly Hex[];
  readonly isOwner: (address: unknown) => boolean;
  readonly range: BlockRange;
}

/** `owners` in any case. `state` must be the last settled one. */
export async function readEntitlements(client: L1Client, state: State, owners: readonly Hex[], range: BlockRange): Promise<Entitlements> {
  const wanted = new Set(owners.map((owner) => owner.toLowerCase()));
  const reader = { client, owners, range, isOwner: (address: unknown) => wanted.has(String(address).toLowerCase()) };
  return {
    accounts: await accounts(reader, state),
    withdrawals: await unclaimedWithdrawals(reader),
    deposits: await reclaimableDeposits(reader),
    tickets: await holdings(reader, 'tickets'),
    escaped: await holdings(reader, 'escaped'),
    requests: await unservedRequests(reader),
    rewards: await rewards(reader),
  };
}

async function inChunks<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += CHUNK) results.push(...(await Promise.all(items.slice(at, at + CHUNK).map(work))));
  return results;
}

async function readCore<T>({ client }: Pick<Reader, 'client'>, functionName: string, args: readonly unknown[] = []): Promise<T> {
  return (await client.publicClient.readContract({ address: client.core, abi: weirAbi as Abi, functionName, args })) as T;
}

/** Events in which `name` is one of the owners. */
async function eventsOf(
  { client, owners, isOwner, range }: Reader,
  from: 'core' | 'pool',
  eventName: string,
  name: string,
): Promise<L1Event[]> {
  const abi = (from === 'core' ? weirAbi : ridePoolAbi) as Abi;
  const args = owners.length <= MAX_FILTER ? { args: { [name]: owners } } : {};
  const events = await readAllEvents(client, { ...range, address: client[from], abi, eventName, ...args });
  return events.filter((event) => isOwner(event.args[name]));
}

/** What stands under an unopened id, or one that has moved, belongs to nobody. */
async function accounts(reader: Reader, state: State): Promise<EscapableAccount[]> {
  const found: EscapableAccount[] = [];
  for (const [account, value] of accountsOf(state)) {
    const { header } = value;
    if (!isOpen(header) || !reader.isOwner(header.l1Owner)) continue;
    const slots = Array.from({ length: SLOTS }, (_, slot) => {
      const { asset, balance } = getSlot(value, slot);
      return { slot, asset, balance };
    }).filter(({ balance }) => balance > 0n);
    if (slots.length > 0) found.push({ account, l1Owner: header.l1Owner, slots });
  }
  const left = await inChunks(found, async (own) => {
    const escaped = await readCore<number>(reader, 'escapedSlots', [own.account]);
    return { ...own, slots: own.slots.filter(({ slot }) => (escaped >> slot) % 2 === 0) };
  });
  return left.filter(({ slots }) => slots.length > 0);
}

async function unclaimedWithdrawals(reader: Reader): Promise<SettledWithdrawal[]> {
  const found: SettledWithdrawal[] = [];
  let before: RootsBefore = GENESIS_ROOTS;
  for await (const settlements of readSettlements(reader.client, { ...reader.range, after: 0 })) {
    for (const settlement of settlements) {
      if (settlement.withdrawals > 0) {
        const { bytes } = await readStatement(reader.client, settlement, before);
        found.push(...withdrawalsOf(bytes).filter(({ l1Owner }) => reader.isOwner(l1Owner)));
      }
      before = settlement;
    }
  }
  const claimed = await inChunks(found, ({ batchNumber, index }) => readCore<boolean>(reader, 'isClaimed', [batchNumber, index]));
  return found.filter((_, i) => !claimed[i]);
}

/** Those that a batch returned, and those that no batch has consumed: a frozen core gives these back too. */
async function reclaimableDeposits(reader: Reader): Promise<QueuedDeposit[]> {
  const queued = await eventsOf(reader, 'core', 'DepositQueued', 'depositor');
  const reclaimed = new Set((await eventsOf(reader, 'core', 'DepositReclaimed', 'depositor')).map(({ args }) => Number(args['index'])));
  const [, cursor] = await readCore<readonly bigint[]>(reader, 'queues');
  const open = queued.filter(({ args }) => !reclaimed.has(Number(args['index'])));
  const back = await inChunks(open, async ({ args }) => {
    const index = args['index'] as bigint;
    return index >= cursor || (await readCore<boolean>(reader, 'isDepositReturned', [index]));
  });
  return open
    .filter((_, i) => back[i])
    .map(({ args }) => ({
      index: Number(args['index']),
      asset: Number(args['asset']),
      amount: args['amount'] as bigint,
      account: Number(args['account']),
      slot: Number(args['slot']),
      headerDigest: args['headerDigest'] as Hex,
      depositor: args['depositor'] as Hex,
    }));
}

async function holdings(reader: Reader, kind: 'tickets' | 'escaped'): Promise<Holding[]> {
  const { client } = reader;
  const tickets = kind === 'tickets';
  const events = tickets
    ? await eventsOf(reader, 'pool', 'Transfer', 'receiver')
    : await eventsOf(reader, 'core', 'SlotEscaped', 'l1Owner');
  const keys = new Map<string, { asset: number; owner: Hex }>();
  for (const { args } of events) {
    const key = { asset: Number(args[tickets ? 'id' : 'asset']), owner: args[tickets ? 'receiver' : 'l1Owner'] as Hex };
    keys.set(`${key.asset} ${key.owner}`, key);
  }
  const found = await inChunks([...keys.values()], async ({ asset, owner }) => {
    const view = tickets
      ? { address: client.pool, abi: ridePoolAbi as Abi, functionName: 'balanceOf', args: [owner, asset] }
      : { address: client.core, abi: weirAbi as Abi, functionName: 'escapedOf', args: [asset, owner] };
    return { asset, owner, amount: (await client.publicClient.readContract(view)) as bigint };
  });
  return found.filter(({ amount }) => amount > 0n);
}

async function unservedRequests(reader: Reader): Promise<Entitlements['requests']> {
  const events = [
    ...(await eventsOf(reader, 'core', 'ForcedExitRequested', 'requester')),
    ...(await eventsOf(reader, 'core', 'KeyRotationRequested', 'requester')),
  ];
  const [, , , cursor] = await readCore<readonly bigint[]>(reader, 'queues');
  const unserved = events.filter(({ args }) => (args['index'] as bigint) >= cursor);
  const found = await inChunks(unserved, async ({ args }) => {
    const { feeUnits } = await readCore<{ feeUnits: number }>(reader, 'forcedRequest', [args['index']]);
    return { index: Number(args['index']), owner: args['requester'] as Hex, fee: BigInt(feeUnits) * FEE_UNIT };
  });
  return found.filter(({ fee }) => fee > 0n);
}

async function rewards(reader: Reader): Promise<Entitlements['rewards']> {
  const found = await inChunks(reader.owners, async (owner) => ({ owner, amount: await readCore<bigint>(reader, 'rewardOf', [owner]) }));
  return found.filter(({ amount }) => amount > 0n);
}
