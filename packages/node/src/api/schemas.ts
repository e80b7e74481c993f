/**
 * Schemas of the API, for its OpenAPI document and for what it answers. Requests are *read* by `protocol` (`requestFromJson`), which
 * names the field at fault; their schema here is derived from the same shapes.
 */
import { REQUEST_SHAPES } from '@weir/protocol/api/requests';
import type { Leaf, Shape } from '@weir/protocol/shape';
import { z } from 'zod';

const uint = (bound: number) =>
  z
    .int()
    .min(0)
    .max(bound - 1);
const amount = z.string().regex(/^(0|[1-9][0-9]*)$/);
const hex = (bytes: number) => z.string().regex(new RegExp(`^0x[0-9a-fA-F]{${2 * bytes}}$`));
const anyHex = z.string().regex(/^0x([0-9a-f]{2})*$/);
const element = uint(2_130_706_433);
const elements = (count: number) => z.array(element).length(count);

/** What the leaves of `protocol`'s shapes are called, as JSON schema. */
const LEAVES: Readonly<Record<string, z.ZodType>> = {
  account: uint(2 ** 27).describe('index, plus 2^26 in the validium tree'),
  tree: uint(2),
  slot: uint(16),
  asset: uint(2 ** 30).describe('number in the asset registry of L1'),
  nonce: uint(2 ** 30),
  keyVersion: uint(2 ** 30),
  time: uint(2 ** 40).describe('seconds since 1970'),
  amount: amount.describe('quanta below 2^64, decimal'),
  scalar: amount.describe('below the group order, decimal'),
  digest: elements(8),
  ownerKey: elements(7),
  address: hex(20),
  reference: uint(2 ** 16),
  bps: uint(2 ** 14),
  fact: hex(28).describe('low 28 bytes of a fact of the L1 registry'),
};

function schemaOf(shape: Shape, kind: string): z.ZodType {
  if (shape.type === 'leaf') return leafSchema(shape, kind);
  if (shape.type === 'list') return z.array(schemaOf(shape.item, kind)).max(shape.maxLength);
  return z.strictObject(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, schemaOf(field, kind)])));
}

function leafSchema({ name }: Leaf, kind: string): z.ZodType {
  if (name === 'kind') return z.literal(kind);
  const schema = LEAVES[name];
  if (schema === undefined) throw new RangeError(`the API has no schema for "${name}"`);
  return schema;
}

export const RequestBody = z.union(Object.entries(REQUEST_SHAPES).map(([kind, shape]) => schemaOf(shape, kind)));

export const Fault = z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) });

export const Accepted = z.object({ id: hex(32), seq: z.int(), status: z.string() });

const FillView = z.object({
  batch: z.int(),
  sold: amount,
  bought: amount,
  boarded: amount,
  fee: amount,
  ticket: z.int().describe('ride whose tickets were boarded; 0 = none'),
  leg: z.int().describe('which leg of the order, from 0'),
});

export const RequestView = z.object({
  id: hex(32),
  kind: z.enum(Object.keys(REQUEST_SHAPES)),
  status: z.enum(['waiting', 'accepted', 'open', 'batched', 'proven', 'settled', 'final', 'refused', 'expired', 'dead']),
  batchNumber: z.int().nullable(),
  refusal: z.looseObject({ code: z.string() }).nullable(),
  fills: z.array(FillView),
});

const SlotView = z.object({ slot: z.int(), asset: z.int(), nonce: z.int(), balance: amount, filled: amount });

export const AccountView = z.object({
  account: z.int(),
  data: z
    .enum(['rollup', 'validium'])
    .describe('rollup: its diffs are on L1. validium: with the data committee, and lost if operator and committee both go silent'),
  ownerKey: elements(7),
  keyVersion: z.int(),
  l1Owner: hex(20),
  headerDigest: elements(8),
  slots: z.array(SlotView),
});

export const RideView = z.object({
  ticket: z.int(),
  terms: z.object({
    adapter: hex(20),
    direction: z.int(),
    assetIn: z.int(),
    assetOut: z.int(),
    referenceIn: amount,
    referenceOut: amount,
    worstIn: amount,
    worstOut: amount,
    minSize: amount,
    maxSize: amount,
    boardBy: z.int(),
    departBy: z.int(),
    settleBy: z.int(),
  }),
  outcome: z.object({ outTotal: amount, inReturned: amount, tickets: amount }).nullable(),
  boarded: amount,
  closed: z.boolean(),
});

export const ReferenceView = z.object({
  feed: z.int(),
  inAsset: z.int(),
  outAsset: z.int(),
  entry: z.int(),
  num: amount,
  den: amount.describe('one quantum of outAsset is worth num/den quanta of inAsset'),
  readAt: z.int(),
});

export const QuoteView = z.object({
  now: z
    .object({ sold: amount, bought: amount, fee: amount, boarded: amount, ticket: z.int() })
    .describe('the fill in a clearing of all open orders and rides as they are; all 0: it would wait'),
  ride: z
    .object({
      ticket: z.int(),
      referenceOut: amount.describe('what the ride quotes for what boards'),
      worstOut: amount.describe('the least that its terms leave, net of its fees'),
      closesNow: z.boolean(),
      boardBy: z.int(),
      departBy: z.int(),
      settleBy: z.int(),
      passengers: z.int().describe('this order among them'),
      gasShare: z.int(),
    })
    .nullable(),
  reference: z
    .object({
      feed: z.int(),
      entry: z.int(),
      num: amount,
      den: amount,
      readAt: z.int(),
      usable: z.boolean().describe('false: read too long ago; an order with a band on it waits for the next reading'),
      worth: amount.describe('what all of sellAmount is worth'),
      least: amount.describe('what the band leaves of that at least; 0 without a band'),
    })
    .nullable()
    .describe('the share price on L1 that a band is measured by: a unit of what is bought is worth num/den of what is sold'),
  worst: z
    .object({ price: z.object({ sell: amount, buy: amount }), bought: amount })
    .describe('the signed limit, and the least in all if everything is filled'),
  wait: z.object({ batchSeconds: z.int(), rideAtMostSeconds: z.int() }),
  gas: z
    .object({ price: amount, batch: z.int(), ride: z.int() })
    .describe('what falls on this order of the L1 gas of its batch and its ride'),
  fallback: z
    .object({ rest: amount, openUntil: z.int(), refund: amount, refundBy: z.int() })
    .describe('rest: stays an open order, to be cancelled at any time. refund: comes back 1:1 if the ride cannot depart by then'),
});

export const AssetView = z.object({ number: z.int(), token: hex(20), quantum: amount });

const CarrierView = z.object({
  carrier: z.enum(['calldata', 'blobs']),
  reason: z.string(),
  calldataCost: amount.nullable().describe('wei; null = does not fit'),
  blobCost: amount.nullable().describe('wei; null = not possible'),
  gasPrice: amount,
  blobGasPrice: amount.nullable(),
});

export const BatchView = z.object({
  number: z.int(),
  status: z.enum(['sealed', 'proven', 'submitted', 'settled', 'final']),
  timestamp: z.int(),
  transactions: z.int().describe('fills count one by one'),
  statementBytes: z.int(),
  proofBytes: z.int().nullable(),
  proveSeconds: z.number().nullable(),
  l1Transaction: hex(32).nullable(),
  l1Block: z.int().nullable(),
  gasUsed: z.int().nullable(),
  transactionBytes: z.int().nullable(),
  origin: z.enum(['own', 'l1']).describe('l1: somebody else settled it'),
  carrier: CarrierView.nullable().describe('where its diffs went, and why'),
  blobs: z.array(hex(32)).describe('versioned hashes; GET /v1/blobs/{hash}'),
  committee: z.boolean().describe('the data committee has signed for its validium diffs'),
});

export const ProofView = z.object({ number: z.int(), statement: anyHex, digest: hex(32), proof: anyHex, blobs: z.array(hex(32)) });

export const StatusView = z.object({
  chainId: z.int(),
  core: hex(20),
  pool: hex(20),
  profile: z.string(),
  operatorAccount: z.int(),
  batch: z.int().describe('last sealed'),
  settledBatch: z.int().describe('last settled on L1'),
  waiting: z.int(),
  nextAccount: z.int(),
  rollupRoot: elements(8).describe('after the last sealed batch'),
  validiumRoot: elements(8),
  volition: z
    .object({ policy: z.enum(['auto', 'calldata', 'blobs']), committee: z.int(), threshold: z.int(), publishes: z.boolean() })
    .describe('what the operator wants; members and threshold of the data committee; publishes: validium diffs go to L1 too'),
  carrier: CarrierView.nullable().describe('where the diffs of the last sealed batch went, and why'),
  l1Time: z.int().describe('seconds, of the newest block'),
  sunset: z.int().nullable().describe('seconds; no batch is stamped later'),
  frozen: z.boolean(),
  alarms: z.array(z.string()).describe('what the operator should look at'),
  unwell: z.array(z.string()).describe('components whose last round failed'),
});

export const HealthView = z.object({ ok: z.boolean(), unwell: z.array(z.string()) });

export const AccountParams = z.object({ account: z.coerce.number().pipe(uint(2 ** 27)) });
export const NumberParams = z.object({ number: z.coerce.number().pipe(uint(2 ** 30)) });
export const IdParams = z.object({ id: z.string().regex(/^0x[0-9a-f]{64}$/) });
export const OwnerQuery = z.object({ owner: hex(20) });
export const BlobParams = z.object({ hash: z.string().regex(/^0x01[0-9a-f]{62}$/) });
