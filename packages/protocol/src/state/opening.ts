/**
 * What L1's `escape` takes: an account and its slots with what leads from them to a root (contracts/src/interfaces/IStateProof.sol has
 * the layout; both are exact, so one account or slot has one opening).
 */
import { bigintToBytes, concatBytes, fromHex } from '@weir/foundation/bytes';
import { digestBytes } from '../statement/header.ts';
import type { AccountId, Digest } from '../types.ts';
import { SLOTS } from './account.ts';
import { getLeaf, nodeDigest, rootDigest } from './merkle.ts';
import { accountPath, readAccount, type State } from './state.ts';

const uint = (value: number | bigint, bytes: number): Uint8Array => bigintToBytes(BigInt(value), bytes);

/** ownerKey ‖ keyVersion ‖ l1Owner ‖ slotsRoot ‖ siblings from the account up: 916 bytes. */
export function accountOpening(state: State, account: AccountId): Uint8Array {
  const { header, slots } = readAccount(state, account);
  return concatBytes(
    digestBytes([...header.ownerKey, header.keyVersion] as Digest),
    fromHex(header.l1Owner),
    digestBytes(rootDigest(slots)),
    ...accountPath(state, account).map(digestBytes),
  );
}

/** mask ‖ the slots of the mask (asset, nonce, balance, filled) ‖ the siblings that they do not give, level by level upwards. */
export function slotsOpening(state: State, account: AccountId, mask: number): Uint8Array {
  const { slots } = readAccount(state, account);
  const masked = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => (mask >> slot) % 2 === 1);
  const values = masked.map((slot) => {
    const { asset, nonce, balance, filled } = getLeaf(slots, slot);
    return concatBytes(uint(asset, 4), uint(nonce, 4), uint(balance, 8), uint(filled, 8));
  });
  const siblings: Uint8Array[] = [];
  for (let level = 4, known = masked; level > 0; level--) {
    for (const node of known) {
      const sibling = node % 2 === 0 ? node + 1 : node - 1;
      if (!known.includes(sibling)) siblings.push(digestBytes(nodeDigest(slots, level, sibling)));
    }
    known = [...new Set(known.map((node) => Math.floor(node / 2)))];
  }
  return concatBytes(uint(mask, 2), ...values, ...siblings);
}
