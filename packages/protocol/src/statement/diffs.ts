/** State diffs as words (docs/statements.md, "Diff words"): two per changed header, one per changed slot. */
import { P } from '@weir/crypto/field';
import { CodedError } from '@weir/foundation/codedError';
import { treeOf } from '../state/state.ts';
import type { Diffs, HeaderDiff, SlotDiff } from '../types.ts';
import type { StatementFault } from './errors.ts';
import type { Limbs } from './limbs.ts';
import { addressFromLimbs, addressLimbs, amountFromPieces, amountPieces, keyFromLimbs, keyLimbs, padLimbs, splitSmall } from './limbs.ts';

const HI = 2 ** 22;

export function encodeHeaderDiff({ account, header }: HeaderDiff): [Limbs, Limbs] {
  const [versionLo, versionHi] = splitSmall(header.keyVersion);
  const key = keyLimbs(header.ownerKey);
  return [[...key.slice(0, 7), key[7] + 2 ** 21 * versionHi, versionLo], padLimbs([...addressLimbs(header.l1Owner), account])];
}

export function encodeSlotDiff({ account, slot, value }: SlotDiff): Limbs {
  const [balance0, balance1, balance2] = amountPieces(value.balance);
  const [filled0, filled1, filled2] = amountPieces(value.filled);
  const [nonceLo, nonceHi] = splitSmall(value.nonce);
  const [assetLo, assetHi] = splitSmall(value.asset);
  return [balance0 + HI * nonceHi, balance1, balance2, filled0 + HI * assetHi, filled1, filled2, account, slot + 2 ** 4 * assetLo, nonceLo];
}

export function decodeHeaderDiff(first: Limbs, second: Limbs): HeaderDiff {
  const ownerKey = keyFromLimbs(first);
  const keyVersion = first[8] + 2 ** 24 * Math.floor(first[7] / 2 ** 21);
  return { account: second[6], header: { ownerKey, keyVersion, l1Owner: addressFromLimbs(second.slice(0, 6)) } };
}

export function decodeSlotDiff(limbs: Limbs): SlotDiff {
  return {
    account: limbs[6],
    slot: limbs[7] % 2 ** 4,
    value: {
      asset: Math.floor(limbs[7] / 2 ** 4) + 2 ** 24 * Math.floor(limbs[3] / HI),
      nonce: limbs[8] + 2 ** 24 * Math.floor(limbs[0] / HI),
      balance: amountFromPieces(limbs[0] % HI, limbs[1], limbs[2]),
      filled: amountFromPieces(limbs[3] % HI, limbs[4], limbs[5]),
    },
  };
}

/** The diffs of one tree. */
export function diffsOfTree(tree: number, { headers, slots }: Diffs): Diffs {
  const inTree = ({ account }: { readonly account: number }): boolean => treeOf(account) === tree;
  return { headers: headers.filter(inTree), slots: slots.filter(inTree) };
}

export function encodeDiffs(diffs: Diffs): Limbs[] {
  return [...diffs.headers.flatMap(encodeHeaderDiff), ...diffs.slots.map(encodeSlotDiff)];
}

const fault = (code: StatementFault, message: string, details: Record<string, unknown>) => new CodedError(code, message, details);
const sameLimbs = (a: Limbs, b: Limbs): boolean => a.every((limb, i) => limb === b[i]);
const fitsU64 = (value: bigint): boolean => value < 1n << 64n;

function isCanonicalHeader(diff: HeaderDiff, first: Limbs, second: Limbs): boolean {
  if (diff.account >= 2 ** 27 || diff.header.keyVersion >= 2 ** 30 || diff.header.l1Owner.length !== 42) return false;
  if (diff.header.ownerKey.some((element) => element >= P)) return false;
  const again = encodeHeaderDiff(diff);
  return sameLimbs(again[0], first) && sameLimbs(again[1], second);
}

function isCanonicalSlot(diff: SlotDiff, limbs: Limbs): boolean {
  const { value } = diff;
  if (diff.account >= 2 ** 27 || value.asset >= 2 ** 30 || value.nonce >= 2 ** 30) return false;
  return fitsU64(value.balance) && fitsU64(value.filled) && sameLimbs(encodeSlotDiff(diff), limbs);
}

/**
 * Throws `CodedError<StatementFault>` on a non-canonical word. Any order is read: the circuit proves one diff per changed key, not their
 * order, and a rebuild must follow whatever L1 has settled.
 */
export function decodeDiffs(words: readonly Limbs[], headerDiffs: number): Diffs {
  const headers: HeaderDiff[] = [];
  for (let i = 0; i < headerDiffs; i++) {
    const diff = decodeHeaderDiff(words[2 * i], words[2 * i + 1]);
    if (!isCanonicalHeader(diff, words[2 * i], words[2 * i + 1])) throw fault('STATEMENT_NOT_CANONICAL', 'header diff', { index: i });
    headers.push(diff);
  }
  const slots = words.slice(2 * headerDiffs).map((limbs, index) => {
    const diff = decodeSlotDiff(limbs);
    if (!isCanonicalSlot(diff, limbs)) throw fault('STATEMENT_NOT_CANONICAL', 'slot diff', { index });
    return diff;
  });
  return { headers, slots };
}

/** Orders slots by (account, slot). */
export const slotKey = (at: { readonly account: number; readonly slot: number }): number => at.account * 16 + at.slot;
