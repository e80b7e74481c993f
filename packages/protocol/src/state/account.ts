/** An account: header and 16 slots, and how both are hashed (docs/statements.md, "Hashing the state"). */
import { compress, DOMAIN } from '@weir/crypto/poseidon';
import { addressFromLimbs, addressLimbs, amountPieces } from '../statement/limbs.ts';
import type { AccountId, Digest, Header, Slot } from '../types.ts';
import type { Tree, TreeShape } from './merkle.ts';
import { emptyTree, getLeaf, rootDigest, setLeaf } from './merkle.ts';

export const SLOTS = 16;
/** Somebody else's deposit, transfer or fee may open only slots from here on. */
export const FIRST_PUBLIC_SLOT = 12;

export const EMPTY_SLOT: Slot = { asset: 0, nonce: 0, balance: 0n, filled: 0n };
export const UNOPENED_HEADER: Header = {
  ownerKey: [0, 0, 0, 0, 0, 0, 0],
  keyVersion: 0,
  l1Owner: '0x0000000000000000000000000000000000000000',
};

export interface Account {
  readonly header: Header;
  readonly slots: Tree<Slot>;
  /** Both filled in on demand; the header's survives a change of slots. */
  headerDigest?: Digest;
  digest?: Digest;
}

/** (asset, nonce, balance 3, filled 3): a slot is its own digest. */
export function slotElements(slot: Slot): number[] {
  return [slot.asset, slot.nonce, ...amountPieces(slot.balance), ...amountPieces(slot.filled)];
}

/** 16 elements: ownerKey 7, keyVersion, l1Owner 6, 0, 0. */
export function headerElements(header: Header): number[] {
  return [...header.ownerKey, header.keyVersion, ...addressLimbs(header.l1Owner), 0, 0];
}

export function headerDigest(header: Header): Digest {
  const elements = headerElements(header);
  return compress(DOMAIN.header, elements.slice(0, 8), elements.slice(8));
}

export const SLOT_TREE: TreeShape<Slot> = { depth: 4, domain: DOMAIN.slotsRoot, emptyLeaf: EMPTY_SLOT, leafDigest: slotElements };

export const EMPTY_ACCOUNT: Account = { header: UNOPENED_HEADER, slots: emptyTree(SLOT_TREE) };

export const getSlot = (account: Account, slot: number): Slot => getLeaf(account.slots, slot);

export function setSlot(account: Account, slot: number, value: Slot): Account {
  return { header: account.header, headerDigest: account.headerDigest, slots: setLeaf(account.slots, slot, value) };
}

export function setHeader(account: Account, header: Header): Account {
  return { header, slots: account.slots };
}

function accountHeaderDigest(account: Account): Digest {
  account.headerDigest ??= headerDigest(account.header);
  return account.headerDigest;
}

export function accountDigest(account: Account): Digest {
  account.digest ??= compress(DOMAIN.accountNode, accountHeaderDigest(account), rootDigest(account.slots));
  return account.digest;
}

export const isOpen = (header: Header): boolean => header.keyVersion !== 0;
/** All zeros: a tombstone is neither open nor this. */
export const isUnopened = (header: Header): boolean => sameHeader(header, UNOPENED_HEADER);

/** Top 20 bits of a tombstone's owner: an address that nobody can have. */
const TOMBSTONE_TOP = 2 ** 20 - 1;

/** What an account that has moved leaves behind: never open, never openable again, and it says where the account is. */
export function tombstone(destination: AccountId): Header {
  return { ...UNOPENED_HEADER, l1Owner: addressFromLimbs([destination, 0, 0, 0, 0, TOMBSTONE_TOP]) };
}

export const sameSlot = (a: Slot, b: Slot): boolean =>
  a.asset === b.asset && a.nonce === b.nonce && a.balance === b.balance && a.filled === b.filled;

export const sameHeader = (a: Header, b: Header): boolean =>
  a.keyVersion === b.keyVersion && a.l1Owner === b.l1Owner && a.ownerKey.every((element, i) => element === b.ownerKey[i]);

/** Where an account has gone that left this header behind; undefined if it is no tombstone. */
export function destinationOf(header: Header): AccountId | undefined {
  if (isOpen(header)) return undefined;
  const limbs = addressLimbs(header.l1Owner);
  return limbs[5] === TOMBSTONE_TOP && sameHeader(header, tombstone(limbs[0])) ? limbs[0] : undefined;
}
