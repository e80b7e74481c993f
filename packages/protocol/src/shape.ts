/**
 * What a value may look like at all: field by field, one description for two uses. `checkShape` asks it of typed values (the range
 * checks that the circuit makes); `api/json.ts` reads untrusted JSON with it.
 *
 * Amounts travel as decimal strings in JSON, everything else as it is.
 */
import { P } from '@weir/crypto/field';

/** A leaf: how JSON spells it, and which values it has. */
export interface Leaf {
  readonly type: 'leaf';
  readonly name: string;
  /** The value that JSON spells, or undefined if it is not of this type. */
  readonly fromJson: (json: unknown) => unknown;
  readonly holds: (value: unknown) => boolean;
}

export interface RecordShape {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, Shape>>;
  /** Fields that may be absent. */
  readonly optional: ReadonlySet<string>;
}

export interface ListShape {
  readonly type: 'list';
  readonly item: Shape;
  readonly maxLength: number;
}

export type Shape = Leaf | RecordShape | ListShape;

const leaf = (name: string, fromJson: Leaf['fromJson'], holds: Leaf['holds']): Leaf => ({ type: 'leaf', name, fromJson, holds });
const same = (json: unknown): unknown => json;

const uint = (name: string, bound: number): Leaf =>
  leaf(
    name,
    (json) => (typeof json === 'number' ? json : undefined),
    (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < bound,
  );

const bigUint = (name: string, bits: bigint): Leaf =>
  leaf(
    name,
    (json) => (typeof json === 'string' && /^(0|[1-9][0-9]{0,79})$/.test(json) ? BigInt(json) : undefined),
    (value) => typeof value === 'bigint' && value >= 0n && value < 1n << bits,
  );

const isElement = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) < P;
const elements = (name: string, count: number): Leaf =>
  leaf(
    name,
    (json) => (Array.isArray(json) && json.every((item) => typeof item === 'number') ? json : undefined),
    (value) => Array.isArray(value) && value.length === count && value.every(isElement),
  );

export const oneOf = (name: string, ...values: readonly string[]): Leaf =>
  leaf(
    name,
    (json) => (typeof json === 'string' ? json : undefined),
    (value) => values.includes(value as string),
  );

export const record = (fields: Readonly<Record<string, Shape>>, optional: readonly string[] = []): RecordShape => ({
  type: 'record',
  fields,
  optional: new Set(optional),
});
export const list = (item: Shape, maxLength: number): ListShape => ({ type: 'list', item, maxLength });

export const account = uint('account', 2 ** 27);
export const tree = uint('tree', 2);
export const slot = uint('slot', 16);
export const slotOrNull = leaf(
  'slotOrNull',
  (json) => (json === null ? null : slot.fromJson(json)),
  (value) => value === null || slot.holds(value),
);
export const asset = uint('asset', 2 ** 30);
export const nonce = uint('nonce', 2 ** 30);
export const keyVersion = uint('keyVersion', 2 ** 30);
export const time = uint('time', 2 ** 40);
export const amount = bigUint('amount', 64n);
export const digest = elements('digest', 8);
export const ownerKey = elements('ownerKey', 7);
const l1OrderId = uint('l1Order', 2 ** 28);
/** Which of the 16 slots. */
const slotMask = uint('slots', 2 ** 16);
export const bool = leaf('boolean', same, (value) => typeof value === 'boolean');
export const address = leaf(
  'address',
  (json) => (typeof json === 'string' ? json.toLowerCase() : undefined),
  (value) => typeof value === 'string' && /^0x[0-9a-f]{40}$/.test(value),
);
export const fact = leaf(
  'fact',
  (json) => (typeof json === 'string' ? json.toLowerCase() : undefined),
  (value) => typeof value === 'string' && /^0x[0-9a-f]{56}$/.test(value),
);
export const signature = record({ nonceX: ownerKey, s: bigUint('scalar', 224n) });

export const MAX_LEGS = 3;
const MAX_CLEARING_ROWS = 2 ** 20;

const leg = record({
  sellSlot: slot,
  sellAsset: asset,
  sellNonce: nonce,
  sellAmount: amount,
  buySlot: slot,
  buyAsset: asset,
  minBuyAmount: amount,
  maxFee: amount,
  minFill: amount,
  ticketSlot: slot,
  ticketsUntil: time,
  band: record({ reference: uint('reference', 2 ** 16), bps: uint('bps', 2 ** 14) }),
});

export const order = record({ account, keyVersion, until: time, legs: list(leg, MAX_LEGS) });

const spend = { account, keyVersion, slot, asset, nonce, amount, fee: amount, until: time };
const feeSlot = { feeAccount: account, feeSlot: slot };

/** What is signed, by kind. */
export const MESSAGE_SHAPES = {
  openAccount: { tree, keyVersion, l1Owner: address },
  transfer: { ...spend, to: account, toHeaderDigest: digest },
  conditionalTransfer: { ...spend, to: account, toHeaderDigest: digest, fact },
  withdraw: spend,
  cancel: { account, keyVersion, slot, nonce },
  moveAccount: { account, keyVersion, until: time },
} as const;

const { tree: _, ...openFields } = MESSAGE_SHAPES.openAccount;
const kind = (name: string) => ({ kind: oneOf('kind', name) });

export const TRANSACTION_SHAPES = {
  openAccount: record({ ...kind('openAccount'), account, ownerKey, ...openFields, signature }),
  deposit: record({
    ...kind('deposit'),
    status: oneOf('status', 'taken', 'returned'),
    account,
    headerDigest: digest,
    asset,
    amount,
    depositor: address,
    slot,
  }),
  transfer: record({ ...kind('transfer'), ...MESSAGE_SHAPES.transfer, toSlot: slot, ...feeSlot, signature }),
  conditionalTransfer: record({
    ...kind('conditionalTransfer'),
    ...MESSAGE_SHAPES.conditionalTransfer,
    toSlot: slot,
    ...feeSlot,
    signature,
  }),
  withdraw: record({ ...kind('withdraw'), ...MESSAGE_SHAPES.withdraw, ...feeSlot, signature }),
  cancel: record({ ...kind('cancel'), ...MESSAGE_SHAPES.cancel, signature }),
  clearing: record(
    {
      ...kind('clearing'),
      prices: list(record({ asset, price: amount, ...feeSlot }), MAX_CLEARING_ROWS),
      rides: list(record({ ticket: asset, board: bool, close: bool }), MAX_CLEARING_ROWS),
      fills: list(
        record({ order, signature, leg: uint('leg', MAX_LEGS), sold: amount, bought: amount, fee: amount, ticket: asset, boarded: amount }),
        MAX_CLEARING_ROWS,
      ),
      l1Fills: list(record({ order: l1OrderId, sold: amount, bought: amount }), MAX_CLEARING_ROWS),
    },
    ['l1Fills'],
  ),
  redeem: record({ ...kind('redeem'), account, ticketSlot: slot, outSlot: slotOrNull, inSlot: slotOrNull }),
  forcedExit: record({
    ...kind('forcedExit'),
    status: oneOf('status', 'served', 'refuted'),
    account,
    slots: slotMask,
    requester: address,
  }),
  rotateKey: record({ ...kind('rotateKey'), status: oneOf('status', 'applied', 'refuted'), account, requester: address, ownerKey }),
  moveAccount: record({ ...kind('moveAccount'), ...MESSAGE_SHAPES.moveAccount, destination: account, signature }),
} as const;

/** Path and value of the first field out of range, or undefined. Fields that the shape does not name are not looked at. */
export function findOutOfRange(shape: Shape, value: unknown, path = ''): { readonly field: string; readonly value: unknown } | undefined {
  if (shape.type === 'leaf') return shape.holds(value) ? undefined : { field: path, value };
  if (shape.type === 'list') {
    if (!Array.isArray(value) || value.length > shape.maxLength) return { field: path, value: Array.isArray(value) ? value.length : value };
    return firstOf(value, (item, i) => findOutOfRange(shape.item, item, `${path}[${i}]`));
  }
  if (typeof value !== 'object' || value === null) return { field: path, value };
  return firstOf(Object.entries(shape.fields), ([name, field]) => {
    const inner = (value as Record<string, unknown>)[name];
    if (inner === undefined && shape.optional.has(name)) return undefined;
    return findOutOfRange(field, inner, path === '' ? name : `${path}.${name}`);
  });
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item, index: number) => Found | undefined): Found | undefined {
  for (let i = 0; i < items.length; i++) {
    const found = find(items[i], i);
    if (found !== undefined) return found;
  }
  return undefined;
}
