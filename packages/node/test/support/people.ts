/** People with keys, and what they sign: requests as they come over the wire. */
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { toJson } from '@weir/protocol/api/json';
import { type Request, requestElements } from '@weir/protocol/api/requests';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import type { Digest, OrderLeg, OwnerKey } from '@weir/protocol/types';

export const instance = instanceHash(31_337n, `0x${'c0'.repeat(20)}`);
export const limbs = instanceLimbs(instance);

export interface Person {
  readonly account: number;
  readonly secret: bigint;
  readonly ownerKey: OwnerKey;
  readonly l1Owner: `0x${string}`;
  readonly digest: Digest;
}

export function person(account: number): Person {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(account + 7));
  const l1Owner = `0x${(0xa11ce000 + account).toString(16).padStart(40, '0')}` as const;
  const ownerKey = [...publicKey(secret)];
  return { account, secret, ownerKey, l1Owner, digest: headerDigest({ ownerKey, keyVersion: 1, l1Owner }) };
}

type Unsigned<T> = T extends Request ? Omit<T, 'signature'> : never;

/** JSON as a client sends it. */
export function signed(who: Person, message: Unsigned<Request>, within: readonly number[] = limbs): Record<string, unknown> {
  const unsigned = { ...message, signature: { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n } } as Request;
  return toJson({ ...unsigned, signature: signElements(who.secret, requestElements(within, unsigned)) }) as Record<string, unknown>;
}

export const openRequest = (who: Person) =>
  signed(who, { kind: 'openAccount', tree: 0, keyVersion: 1, l1Owner: who.l1Owner, ownerKey: who.ownerKey });

interface Spend {
  readonly slot?: number;
  readonly asset?: number;
  readonly nonce?: number;
  readonly amount?: bigint;
  readonly fee?: bigint;
  readonly until?: number;
}

export const LATER = 2_000_000_000;
const spend = (who: Person, fields: Spend) => ({
  account: who.account,
  keyVersion: 1,
  slot: 0,
  asset: 1,
  nonce: 1,
  amount: 10n,
  fee: 0n,
  until: LATER,
  ...fields,
});

export const transferRequest = (from: Person, to: Person, fields: Spend = {}) =>
  signed(from, { kind: 'transfer', ...spend(from, fields), to: to.account, toHeaderDigest: to.digest });

export const withdrawRequest = (who: Person, fields: Spend = {}) => signed(who, { kind: 'withdraw', ...spend(who, fields) });

export const cancelRequest = (who: Person, slot: number, nonce: number) =>
  signed(who, { kind: 'cancel', account: who.account, keyVersion: 1, slot, nonce });

export function orderRequest(who: Person, leg: Partial<OrderLeg>, until = LATER) {
  const whole: OrderLeg = {
    sellSlot: 0,
    sellAsset: 1,
    sellNonce: 1,
    sellAmount: 100n,
    buySlot: 1,
    buyAsset: 2,
    minBuyAmount: 0n,
    maxFee: 0n,
    minFill: 0n,
    ticketSlot: 2,
    ticketsUntil: 0,
    band: { reference: 0, bps: 0 },
    ...leg,
  };
  return signed(who, { kind: 'order', order: { account: who.account, keyVersion: 1, until, legs: [whole] } });
}
