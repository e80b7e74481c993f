/**
 * Where the operator takes fees and dust. Four slots of an account are open to fees, and anybody can fill them by deposits; then the
 * operator opens another account with the same key.
 */
import { readSlot, type State } from '@weir/protocol/state/state';
import type { AccountId } from '@weir/protocol/types';
import type { FeePlace } from '../matching/matcher.ts';
import { slotFor } from './ledger.ts';

/** Slots that somebody else's credit may open: docs/protocol.md, "Credit". */
const PUBLIC_SLOTS = [12, 13, 14, 15];
const HIGHEST_NONCE = 2 ** 30 - 1;

/**
 * Of one asset: the first of the operator's accounts that holds it, else the first that has room. Without any room it is slot 15, which
 * the rules refuse if anything is due.
 */
export function feeSlotOf(state: State, feeAccounts: readonly AccountId[], asset: number): FeePlace {
  const found = feeAccounts.map((feeAccount) => ({ feeAccount, feeSlot: slotFor(state, feeAccount, asset, { own: false }) }));
  const holds = found.find(({ feeAccount, feeSlot }) => feeSlot !== undefined && readSlot(state, feeAccount, feeSlot).asset === asset);
  const { feeAccount, feeSlot } = holds ?? found.find((place) => place.feeSlot !== undefined) ?? found[0];
  return { feeAccount, feeSlot: feeSlot ?? 15 };
}

/**
 * Of all assets of a clearing: each its own, for they are credited one after another. An asset keeps the slot that is its own already;
 * the others get free ones in the order of `assets`, as far as there are any. `taken`: slots (16·account + slot) that others fill meanwhile.
 */
export function feePlaces(
  state: State,
  feeAccounts: readonly AccountId[],
  assets: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): Map<number, FeePlace> {
  const places = new Map<number, FeePlace>();
  const free: FeePlace[] = [];
  for (const feeAccount of feeAccounts) {
    for (let feeSlot = 0; feeSlot < 16; feeSlot++) {
      const { asset, balance, nonce } = readSlot(state, feeAccount, feeSlot);
      if (taken.has(16 * feeAccount + feeSlot)) continue;
      if (assets.has(asset) && !places.has(asset)) places.set(asset, { feeAccount, feeSlot });
      else if (PUBLIC_SLOTS.includes(feeSlot) && balance === 0n && nonce + 1 < HIGHEST_NONCE) free.push({ feeAccount, feeSlot });
    }
  }
  for (const asset of assets) {
    const next = places.has(asset) ? undefined : free.shift();
    if (next !== undefined) places.set(asset, next);
  }
  return places;
}
