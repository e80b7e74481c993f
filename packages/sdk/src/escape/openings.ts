/** Openings of accounts and slots as L1's `StateProof` reads them: the exact bytes, one form per account and mask. */
import { bigintToBytes, concatBytes, type Hex, toHex } from '@weir/foundation/bytes';
import { getSlot, SLOT_TREE, SLOTS } from '@weir/protocol/state/account';
import { nodeDigest, rootDigest } from '@weir/protocol/state/merkle';
import { accountPath, readAccount, type State } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { AccountId } from '@weir/protocol/types';

export interface EscapeOpening {
  readonly account: number;
  readonly header: Hex;
  readonly slots: Hex;
}

/** ownerKey ‖ keyVersion ‖ l1Owner ‖ slotsRoot ‖ 26 siblings from the account up: 916 bytes. */
function headerOpening(state: State, account: AccountId): Uint8Array {
  const { header, slots } = readAccount(state, account);
  return concatBytes(
    digestBytes(header.ownerKey),
    bigintToBytes(BigInt(header.keyVersion), 4),
    bigintToBytes(BigInt(header.l1Owner), 20),
    digestBytes(rootDigest(slots)),
    ...accountPath(state, account).map(digestBytes),
  );
}

/** mask ‖ the slots of it ‖ the siblings that they do not give, level by level upwards, from left to right. */
function slotsOpening(state: State, account: AccountId, mask: number): Uint8Array {
  const { slots } = readAccount(state, account);
  const values = chosen(mask).map((slot) => {
    const { asset, nonce, balance, filled } = getSlot({ ...readAccount(state, account), slots }, slot);
    return concatBytes(
      ...[BigInt(asset), BigInt(nonce)].map((value) => bigintToBytes(value, 4)),
      ...[balance, filled].map((value) => bigintToBytes(value, 8)),
    );
  });
  const siblings: Uint8Array[] = [];
  let known = chosen(mask);
  for (let level = SLOT_TREE.depth; level > 0; level--) {
    for (const index of known) {
      if (!known.includes(index ^ 1)) siblings.push(digestBytes(nodeDigest(slots, level, index ^ 1)));
    }
    known = [...new Set(known.map((index) => index >> 1))];
  }
  return concatBytes(bigintToBytes(BigInt(mask), 2), ...values, ...siblings);
}

const chosen = (mask: number): number[] => Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => (mask >> slot) % 2 === 1);

/** `mask`: bit i is slot i; not 0. */
export function escapeOpening(state: State, account: AccountId, mask: number): EscapeOpening {
  return { account, header: toHex(headerOpening(state, account)), slots: toHex(slotsOpening(state, account, mask)) };
}
