/** Accounts as the node's last sealed batch has them. */
import { CodedError } from '@weir/foundation/codedError';
import { headerDigest } from '@weir/protocol/state/account';
import type { Digest, OwnerKey, Slot } from '@weir/protocol/types';
import type { Hex } from 'viem';
import type { WeirClient } from '../client.ts';

export interface AccountState {
  readonly account: number;
  readonly ownerKey: OwnerKey;
  readonly keyVersion: number;
  readonly l1Owner: Hex;
  readonly headerDigest: Digest;
  readonly slots: readonly (Slot & { readonly slot: number })[];
}

type AccountJson = Omit<AccountState, 'slots'> & {
  slots: { slot: number; asset: number; nonce: number; balance: string; filled: string }[];
};

/**
 * Money goes to whoever the digest stands for, so it is computed here: a node that shows one header and the digest of another could turn
 * a deposit to an account of its own.
 */
function read(json: AccountJson): AccountState {
  const digest = headerDigest(json);
  if (json.headerDigest.join() !== digest.join())
    throw new CodedError('HEADER_MISMATCH', `the node's digest of account ${json.account} is not that of its header`, {
      account: json.account,
    });
  return { ...json, slots: json.slots.map((slot) => ({ ...slot, balance: BigInt(slot.balance), filled: BigInt(slot.filled) })) };
}

export async function getAccount(client: WeirClient, account: number): Promise<AccountState> {
  return read(await client.request<AccountJson>(`/v1/accounts/${account}`));
}

/** Accounts whose header names this address; anybody can open one that does. */
export async function getAccountsOf(client: WeirClient, owner: Hex): Promise<AccountState[]> {
  const { accounts } = await client.request<{ accounts: AccountJson[] }>(`/v1/accounts?owner=${owner}`);
  return accounts.map(read);
}

/** The account of this address with this key. Throws `CodedError('NOT_FOUND')`. */
export async function findAccount(client: WeirClient, owner: Hex, ownerKey: OwnerKey): Promise<AccountState> {
  const found = (await getAccountsOf(client, owner)).find(
    (account) => account.ownerKey.join() === ownerKey.join() && account.l1Owner.toLowerCase() === owner.toLowerCase(),
  );
  if (found === undefined) throw new CodedError('NOT_FOUND', 'this wallet has no account here yet', { owner });
  return found;
}

/** The slot that holds an asset, else the first that may take it. Throws `CodedError('ACCOUNT_FULL')`. */
export function slotFor({ account, slots }: AccountState, asset: number, taken: readonly number[] = []): number {
  const holding = slots.find((slot) => slot.asset === asset);
  if (holding !== undefined) return holding.slot;
  for (let slot = 0; slot < 16; slot++) {
    const value = slots.find((used) => used.slot === slot);
    if (!taken.includes(slot) && (value === undefined || value.balance === 0n)) return slot;
  }
  throw new CodedError('ACCOUNT_FULL', `account ${account} has no free slot`, { account });
}
