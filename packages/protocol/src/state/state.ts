/**
 * The state: two trees of 2^26 accounts. An immutable value; `before` and `after` of a batch share what did not change.
 */
import type { AccountId, Diffs, Digest, Header, HeaderDiff, Slot, SlotDiff } from '../types.ts';
import type { Account } from './account.ts';
import { accountDigest, EMPTY_ACCOUNT, getSlot, SLOTS, sameHeader, sameSlot, setHeader, setSlot } from './account.ts';
import type { Tree, TreeShape } from './merkle.ts';
import { changedLeaves, emptyTree, getLeaf, leafPath, rootDigest, setLeaf } from './merkle.ts';

export const ACCOUNT_DEPTH = 26;
export const ACCOUNTS = 2 ** ACCOUNT_DEPTH;

export interface State {
  readonly rollup: Tree<Account>;
  readonly validium: Tree<Account>;
}

export const ACCOUNT_TREE: TreeShape<Account> = { depth: ACCOUNT_DEPTH, domain: 0, emptyLeaf: EMPTY_ACCOUNT, leafDigest: accountDigest };

export const EMPTY_STATE: State = { rollup: emptyTree(ACCOUNT_TREE), validium: emptyTree(ACCOUNT_TREE) };

export const treeOf = (account: AccountId): number => Math.floor(account / ACCOUNTS);
export const indexOf = (account: AccountId): number => account % ACCOUNTS;
export const accountId = (tree: number, index: number): AccountId => index + ACCOUNTS * tree;

const treeAt = (state: State, account: AccountId): Tree<Account> => (treeOf(account) === 0 ? state.rollup : state.validium);

export const readAccount = (state: State, account: AccountId): Account => getLeaf(treeAt(state, account), indexOf(account));
export const readHeader = (state: State, account: AccountId): Header => readAccount(state, account).header;
export const readSlot = (state: State, account: AccountId, slot: number): Slot => getSlot(readAccount(state, account), slot);

export function writeAccount(state: State, account: AccountId, value: Account): State {
  const tree = setLeaf(treeAt(state, account), indexOf(account), value);
  return treeOf(account) === 0 ? { ...state, rollup: tree } : { ...state, validium: tree };
}

export function writeSlot(state: State, account: AccountId, slot: number, value: Slot): State {
  return writeAccount(state, account, setSlot(readAccount(state, account), slot, value));
}

export function writeHeader(state: State, account: AccountId, header: Header): State {
  return writeAccount(state, account, setHeader(readAccount(state, account), header));
}

export interface Roots {
  readonly rollup: Digest;
  readonly validium: Digest;
}

/** Hashes what changed since digests were last asked for, and nothing else. */
export const stateRoots = (state: State): Roots => ({ rollup: rootDigest(state.rollup), validium: rootDigest(state.validium) });

/** 26 sibling digests, from the account's own sibling up. */
export const accountPath = (state: State, account: AccountId): Digest[] => leafPath(treeAt(state, account), indexOf(account));
/** 4 sibling digests, from the slot's own sibling up. */
export const slotPath = (state: State, account: AccountId, slot: number): Digest[] => leafPath(readAccount(state, account).slots, slot);

/** Every header and slot whose value differs, in statement order. Costs what differs. */
export function diffStates(before: State, after: State): Diffs {
  const headers: HeaderDiff[] = [];
  const slots: SlotDiff[] = [];
  for (const [tree, a, b] of [
    [0, before.rollup, after.rollup],
    [1, before.validium, after.validium],
  ] as const) {
    changedLeaves(a, b, (index, old, now) => {
      const account = accountId(tree, index);
      if (!sameHeader(old.header, now.header)) headers.push({ account, header: now.header });
      changedLeaves(old.slots, now.slots, (slot, was, value) => {
        if (!sameSlot(was, value)) slots.push({ account, slot, value });
      });
    });
  }
  return { headers, slots };
}

/** What anyone does with the diffs of a settled statement to follow the state. */
export function applyDiffs(state: State, diffs: Diffs): State {
  let next = state;
  for (const { account, header } of diffs.headers) next = writeHeader(next, account, header);
  for (const { account, slot, value } of diffs.slots) next = writeSlot(next, account, slot, value);
  return next;
}

/** All accounts that were ever written, ascending. */
export function accountsOf(state: State): (readonly [AccountId, Account])[] {
  const found: [AccountId, Account][] = [];
  changedLeaves(EMPTY_STATE.rollup, state.rollup, (index, _, account) => found.push([index, account]));
  changedLeaves(EMPTY_STATE.validium, state.validium, (index, _, account) => found.push([accountId(1, index), account]));
  return found;
}

/** Σ balances per asset. */
export function totals(state: State): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const [, account] of accountsOf(state)) {
    for (let slot = 0; slot < SLOTS; slot++) {
      const { asset, balance } = getSlot(account, slot);
      if (balance > 0n) sums.set(asset, (sums.get(asset) ?? 0n) + balance);
    }
  }
  return sums;
}
