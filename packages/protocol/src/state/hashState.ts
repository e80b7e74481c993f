/**
 * Hashes what is new in a state with a batch kernel, level by level, so that `stateRoots` finds every digest there. Purely a matter
 * of speed: without it each digest is computed on demand, one compression at a time.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import type { Slot } from '../types.ts';
import type { Account } from './account.ts';
import { headerElements, SLOT_TREE } from './account.ts';
import type { CompressMany, PendingBranches } from './merkle.ts';
import { collectPending, compressPairs, hashPending, rootDigest } from './merkle.ts';
import type { State } from './state.ts';
import { ACCOUNT_TREE } from './state.ts';

export function hashState(state: State, compressMany: CompressMany): void {
  const pending: PendingBranches<Account> = [];
  const accounts: Account[] = [];
  const keep = (account: Account): void => {
    if (account.digest === undefined) accounts.push(account);
  };
  collectPending(state.rollup, pending, keep);
  collectPending(state.validium, pending, keep);
  hashSlots(accounts, compressMany);
  hashHeaders(accounts, compressMany);
  hashAccounts(accounts, compressMany);
  hashPending(ACCOUNT_TREE, pending, compressMany);
}

function hashSlots(accounts: readonly Account[], compressMany: CompressMany): void {
  const pending: PendingBranches<Slot> = [];
  for (const account of accounts) collectPending(account.slots, pending);
  hashPending(SLOT_TREE, pending, compressMany);
}

function hashHeaders(accounts: readonly Account[], compressMany: CompressMany): void {
  const open = accounts.filter((account) => account.headerDigest === undefined);
  const pairs = open.map(({ header }) => {
    const elements = headerElements(header);
    return [elements.slice(0, 8), elements.slice(8)] as const;
  });
  compressPairs(DOMAIN.header, pairs, compressMany).forEach((digest, i) => {
    open[i].headerDigest = digest;
  });
}

function hashAccounts(accounts: readonly Account[], compressMany: CompressMany): void {
  const pairs = accounts.map((account) => [account.headerDigest ?? [], rootDigest(account.slots)] as const);
  compressPairs(DOMAIN.accountNode, pairs, compressMany).forEach((digest, i) => {
    accounts[i].digest = digest;
  });
}
