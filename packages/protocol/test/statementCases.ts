/** One statement with an effect of every kind and limbs at their bounds, one without any word. */

import type { HeaderFields } from '../src/statement/statement.ts';
import type { Diffs, Effect } from '../src/types.ts';

const P_MINUS_1 = 0x7f000000;
const U64_MAX = (1n << 64n) - 1n;
const elements = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (seed * 1_000_003 + i * 97_654_321) % P_MINUS_1);

export const INSTANCE = { chainId: 31337n, core: '0x5fbdb2315678afecb367f032d93f642f64180aa3' } as const;
const ALICE = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8' as const;
const BOB = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc' as const;
const EVERY_BIT = '0xffffffffffffffffffffffffffffffffffffffff' as const;
const SMALL_MAX = 2 ** 30 - 1;
const TIME_MAX = 2 ** 40 - 1;

export const fields: HeaderFields = {
  batchNumber: 7,
  timestamp: 1_790_000_000,
  oldRollupRoot: elements(1, 8),
  newRollupRoot: elements(2, 8),
  oldValidiumRoot: elements(3, 8),
  newValidiumRoot: elements(3, 8),
  rewardRecipient: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  hasClearing: true,
};

export const effects: Effect[] = [
  {
    kind: 'deposit',
    status: 'taken',
    slot: 12,
    account: 5,
    asset: 3,
    amount: 1_000_000n,
    headerDigest: elements(4, 8),
    depositor: ALICE,
  },
  {
    kind: 'deposit',
    status: 'returned',
    slot: 0,
    account: 2 ** 27 - 1,
    asset: SMALL_MAX,
    amount: U64_MAX,
    headerDigest: Array.from({ length: 8 }, () => P_MINUS_1),
    depositor: EVERY_BIT,
  },
  { kind: 'withdrawal', account: 6, asset: 3, amount: 250_000n, l1Owner: BOB },
  { kind: 'withdrawal', account: 2 ** 26 - 1, asset: SMALL_MAX, amount: U64_MAX, l1Owner: EVERY_BIT },
  {
    kind: 'ride',
    ticket: 9,
    inAsset: 3,
    outAsset: 4,
    close: true,
    net: 123_456_789_012n,
    worstIn: 1_000n,
    worstOut: 970n,
    boardBy: 1_790_003_600,
    settleBy: 1_790_090_000,
  },
  {
    kind: 'ride',
    ticket: SMALL_MAX,
    inAsset: SMALL_MAX - 1,
    outAsset: SMALL_MAX - 2,
    close: false,
    net: -U64_MAX,
    worstIn: U64_MAX,
    worstOut: U64_MAX - 1n,
    boardBy: TIME_MAX,
    settleBy: TIME_MAX - 1,
  },
  {
    kind: 'redeem',
    ticket: 8,
    inAsset: 3,
    outAsset: 4,
    redeemed: 5_000n,
    outTotal: 9_700n,
    inReturned: 3n,
    tickets: 10_000n,
    outCredited: 4_849n,
    inCredited: 1n,
  },
  { kind: 'forcedExit', status: 'served', account: 11, slots: 1, requester: ALICE },
  { kind: 'rotateKey', status: 'applied', account: 12, requester: ALICE, ownerKey: elements(8, 7) },
  { kind: 'forcedExit', status: 'refuted', account: 2 ** 27 - 2, slots: 2 ** 16 - 1, requester: BOB },
  {
    kind: 'rotateKey',
    status: 'refuted',
    account: 2 ** 27 - 1,
    requester: EVERY_BIT,
    ownerKey: Array.from({ length: 7 }, () => P_MINUS_1),
  },
  { kind: 'reference', feed: 1, inAsset: 3, outAsset: 4, num: 1_050_000n, den: 1_000_000n, entry: 0 },
  {
    kind: 'reference',
    feed: 2 ** 16 - 1,
    inAsset: SMALL_MAX,
    outAsset: SMALL_MAX - 1,
    num: U64_MAX,
    den: U64_MAX - 1n,
    entry: 2 ** 28 - 1,
  },
  { kind: 'l1Order', order: 1, sellAsset: 3, buyAsset: 4, sold: 1n, bought: 1n },
  { kind: 'l1Order', order: 2 ** 28 - 1, sellAsset: SMALL_MAX, buyAsset: SMALL_MAX - 1, sold: U64_MAX, bought: U64_MAX },
  { kind: 'fact', fact: `0x${'00'.repeat(27)}01` },
  { kind: 'fact', fact: `0x${'ff'.repeat(28)}` },
];

export const diffs: Diffs = {
  headers: [
    { account: 5, header: { ownerKey: elements(5, 7), keyVersion: 1, l1Owner: ALICE } },
    { account: 2 ** 26 - 1, header: { ownerKey: Array.from({ length: 7 }, () => P_MINUS_1), keyVersion: SMALL_MAX, l1Owner: EVERY_BIT } },
  ],
  slots: [
    { account: 5, slot: 12, value: { asset: 3, nonce: 1, balance: 1_000_000n, filled: 0n } },
    { account: 5, slot: 13, value: { asset: 9, nonce: 2, balance: 77n, filled: 1n } },
    { account: 2 ** 26 - 1, slot: 15, value: { asset: SMALL_MAX, nonce: SMALL_MAX, balance: U64_MAX, filled: U64_MAX } },
  ],
};

/** Small numbers whose low and high pieces all differ: two pieces that change places are noticed. */
const small = (seed: number): number => seed * 2 ** 24 + 1_000 + seed;

export const distinctEffects: Effect[] = [
  {
    kind: 'deposit',
    status: 'taken',
    slot: 9,
    account: 2 ** 26 + 77,
    asset: small(1),
    amount: 0x0123456789abcdefn,
    headerDigest: elements(6, 8),
    depositor: ALICE,
  },
  { kind: 'withdrawal', account: 78, asset: small(2), amount: 0xfedcba9876543210n, l1Owner: BOB },
  {
    kind: 'ride',
    ticket: small(3),
    inAsset: small(4),
    outAsset: small(5),
    close: false,
    net: 0x1122334455667788n,
    worstIn: 0x2233445566778899n,
    worstOut: 0x33445566778899aan,
    boardBy: 3 * 2 ** 20 + 11,
    settleBy: 5 * 2 ** 20 + 13,
  },
  {
    kind: 'redeem',
    ticket: small(6),
    inAsset: small(7),
    outAsset: small(8),
    redeemed: 0x445566778899aabbn,
    outTotal: 0x5566778899aabbccn,
    inReturned: 0x66778899aabbccddn,
    tickets: 0x778899aabbccddeen,
    outCredited: 0x0899aabbccddeeffn,
    inCredited: 0x09aabbccddeeff00n,
  },
  { kind: 'forcedExit', status: 'served', account: 79, slots: 0x1234, requester: BOB },
  { kind: 'rotateKey', status: 'refuted', account: 2 ** 26 + 82, requester: ALICE, ownerKey: elements(9, 7) },
  {
    kind: 'reference',
    feed: 0x5678,
    inAsset: small(17),
    outAsset: small(18),
    num: 0x0ddeeff001122334n,
    den: 0x0eeff00112233445n,
    entry: 0x9abcdef,
  },
  { kind: 'l1Order', order: 0x1234567, sellAsset: small(15), buyAsset: small(16), sold: 0x0123456789abcdefn, bought: 0xfedcba9876543210n },
  { kind: 'fact', fact: '0x0123456789abcdef00112233445566778899aabbccddeeff01234567' },
];

export const distinctDiffs: Diffs = {
  headers: [{ account: 80, header: { ownerKey: elements(7, 7), keyVersion: small(9), l1Owner: BOB } }],
  slots: [
    { account: 81, slot: 6, value: { asset: small(10), nonce: small(11), balance: 0x0abbccddeeff0011n, filled: 0x0bccddeeff001122n } },
  ],
};

/** Of both trees, headers and slots. */
export const validiumDiffs: Diffs = {
  headers: [
    ...distinctDiffs.headers,
    { account: 2 ** 26 + 83, header: { ownerKey: elements(10, 7), keyVersion: small(12), l1Owner: ALICE } },
  ],
  slots: [
    ...distinctDiffs.slots,
    { account: 2 ** 26 + 84, slot: 7, value: { asset: small(13), nonce: small(14), balance: 0x0cddeeff00112233n, filled: 0n } },
  ],
};
