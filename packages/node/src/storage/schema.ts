/**
 * Every stage of the pipeline is a row state in PostgreSQL; nothing acknowledged lives only in memory.
 *
 * transactions  seq → what a person sent, in order of acknowledgement
 * batches       number → the ordered transactions, statement and proof of one batch
 * l1_deposits / l1_forced_exits  queue index → an entry of the core's queue, as read from L1
 * l1_rides      ticket → terms and outcome of a ride
 * l1_orders     id → an order that lives on L1
 * l1_facts      what L1's fact registry has
 * l1_feeds      number → whose share price it records; l1_prices: its entries, but for those that nothing can need any more
 * l1_assets     number → token and quantum
 * l1_blocks     number → hash of a block up to which all events are in the tables above; the highest one is the follower's cursor, the
 *               others say where to go back to after a reorg
 *
 * state_snapshots  number → the state after that batch
 *
 * The L2 state is the batches replayed (from the last snapshot on), and its root is checked against every batch at start.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CarrierChoice } from '../da/volition.ts';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/**
 * `waiting`: a conditional transfer whose fact L1 does not have yet; then accepted.
 * accepted → batched → proven → settled → final, or refused. An order stays `open` while it can still be filled: it may take part in
 * several batches; then it goes the same way, or ends `expired` or `dead` (its nonce was passed, or another order used up the amount).
 */
export type TransactionStatus =
  | 'waiting'
  | 'accepted'
  | 'open'
  | 'batched'
  | 'proven'
  | 'settled'
  | 'final'
  | 'refused'
  | 'expired'
  | 'dead';

/** sealed → proven → submitted → settled → final. Batches prove in any order and settle in theirs. */
export type BatchStatus = 'sealed' | 'proven' | 'submitted' | 'settled' | 'final';

export const transactions = pgTable(
  'transactions',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    /** Hash of the signed content: sending the same thing twice is one row. */
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    body: jsonb('body').notNull(),
    status: text('status').$type<TransactionStatus>().notNull(),
    /** What a transfer, withdrawal or cancel spends; null for other kinds. */
    account: integer('account'),
    slot: integer('slot'),
    nonce: integer('nonce'),
    /** Last batch that it took part in. */
    batch: integer('batch'),
    refusal: jsonb('refusal'),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [
    uniqueIndex('transactions_id').on(table.id),
    index('transactions_status').on(table.status, table.seq),
    index('transactions_batch').on(table.batch),
    // Of two requests that spend one nonce, one can wait: the database itself says so, whatever arrives at the same moment.
    // A slot is promised to one waiting transfer at a time.
    uniqueIndex('transactions_promise').on(table.account, table.slot).where(sql`status = 'waiting'`),
    uniqueIndex('transactions_spend').on(table.account, table.slot, table.nonce).where(sql`status = 'accepted'`),
  ],
);

export interface BlobRecord {
  readonly hash: `0x${string}`;
  readonly commitment: `0x${string}`;
}

/** Fees in wei per gas, as decimal strings. */
export interface SettleAttempt {
  readonly hash: `0x${string}`;
  readonly nonce: number;
  readonly maxFeePerGas: string;
  readonly maxPriorityFeePerGas: string;
  readonly maxFeePerBlobGas: string | null;
  /** Milliseconds since 1970, by our clock. */
  readonly sentAt: number;
}

export const batches = pgTable('batches', {
  number: integer('number').primaryKey(),
  status: text('status').$type<BatchStatus>().notNull(),
  timestamp: bigint('timestamp', { mode: 'number' }).notNull(),
  /** Ordered transactions and the context they were applied in: replaying them gives statement and roots again. */
  transactions: jsonb('transactions').notNull(),
  context: jsonb('context').notNull(),
  transactionCount: integer('transaction_count').notNull(),
  statement: bytea('statement').notNull(),
  digest: bytea('digest').notNull(),
  newRollupRoot: bytea('new_rollup_root').notNull(),
  proof: bytea('proof'),
  proveSeconds: doublePrecision('prove_seconds'),
  l1Transaction: text('l1_transaction'),
  l1Block: bigint('l1_block', { mode: 'number' }),
  gasUsed: bigint('gas_used', { mode: 'number' }),
  transactionBytes: integer('transaction_bytes'),
  /** `l1`: somebody else settled it. It has no transactions and no proof here, only what L1 published. */
  origin: text('origin').$type<'own' | 'l1'>().notNull().default('own'),
  newValidiumRoot: bytea('new_validium_root'),
  /** Why the diffs are where they are (`da/volition.ts`). */
  carrier: jsonb('carrier').$type<CarrierChoice>(),
  /** Versioned hash and commitment of each blob. The bytes are in the archive. */
  blobs: jsonb('blobs').$type<readonly BlobRecord[]>().notNull().default([]),
  /** Of a batch of somebody else: the diff words that were in blobs. */
  blobWords: bytea('blob_words'),
  /** The validium diffs, as the committee stores them; null if the batch has none. `da/validiumRecord.ts`. */
  validiumData: bytea('validium_data'),
  /** What the committee signed: data digest (32 bytes) and signatures; null if not needed, or not there yet. */
  attestation: bytea('attestation'),
  /** Settle transactions that were signed for this batch, newest last: any of them may be mined. */
  attempts: jsonb('attempts').$type<readonly SettleAttempt[]>().notNull().default([]),
  sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull().default(sql`now()`),
});

/** Which transaction did what in which batch (an order may be filled in several). */
export const fills = pgTable(
  'fills',
  {
    batch: integer('batch').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    sold: text('sold').notNull(),
    bought: text('bought').notNull(),
    boarded: text('boarded').notNull(),
    fee: text('fee').notNull(),
    ticket: integer('ticket').notNull(),
    leg: integer('leg').notNull().default(0),
  },
  (table) => [uniqueIndex('fills_batch_seq_leg').on(table.batch, table.seq, table.leg)],
);

export const l1Deposits = pgTable('l1_deposits', {
  index: integer('index').primaryKey(),
  content: jsonb('content').notNull(),
  cancelRequestedAt: bigint('cancel_requested_at', { mode: 'number' }),
  cancelBlock: bigint('cancel_block', { mode: 'number' }),
  /** Block in which L1 paid it back: it can only be returned any more. */
  reclaimedBlock: bigint('reclaimed_block', { mode: 'number' }),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull().default(sql`now()`),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1ForcedExits = pgTable('l1_forced_exits', {
  index: integer('index').primaryKey(),
  content: jsonb('content').notNull(),
  requestedAt: bigint('requested_at', { mode: 'number' }).notNull(),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull().default(sql`now()`),
  block: bigint('block', { mode: 'number' }).notNull(),
});

/** The state after a batch, so that a start replays only what came later (`batcher/ledger.ts`). */
export const stateSnapshots = pgTable('state_snapshots', {
  number: integer('number').primaryKey(),
  state: bytea('state').notNull(),
  books: jsonb('books').notNull(),
});

export const l1Rides = pgTable('l1_rides', {
  ticket: integer('ticket').primaryKey(),
  content: jsonb('content').notNull(),
  outcome: jsonb('outcome'),
  outcomeBlock: bigint('outcome_block', { mode: 'number' }),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Orders = pgTable('l1_orders', {
  id: integer('id').primaryKey(),
  content: jsonb('content').notNull(),
  cancelRequestedAt: bigint('cancel_requested_at', { mode: 'number' }),
  cancelBlock: bigint('cancel_block', { mode: 'number' }),
  /** Block in which what was left went back to its owner. */
  releasedBlock: bigint('released_block', { mode: 'number' }),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Facts = pgTable('l1_facts', {
  /** 28 bytes, as statements name it. */
  id: text('id').primaryKey(),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Feeds = pgTable('l1_feeds', {
  feed: integer('feed').primaryKey(),
  adapter: text('adapter').notNull(),
  assetIn: integer('asset_in').notNull(),
  assetOut: integer('asset_out').notNull(),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Prices = pgTable(
  'l1_prices',
  {
    feed: integer('feed').notNull(),
    entry: integer('entry').notNull(),
    num: text('num').notNull(),
    den: text('den').notNull(),
    /** Of the block that has it. */
    time: bigint('time', { mode: 'number' }).notNull(),
    block: bigint('block', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.entry] })],
);

export const l1Assets = pgTable('l1_assets', {
  number: integer('number').primaryKey(),
  token: text('token').notNull(),
  quantum: text('quantum').notNull(),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Blocks = pgTable('l1_blocks', {
  number: bigint('number', { mode: 'number' }).primaryKey(),
  hash: text('hash').notNull(),
});

/** Applied in order at start, each once, under an advisory lock. Append only. */
export const migrations: readonly string[] = [
  `
  create table transactions (
    seq bigserial primary key, id text not null, kind text not null, body jsonb not null, status text not null,
    account integer, slot integer, nonce integer, batch integer, refusal jsonb, received_at timestamptz not null default now());
  create unique index transactions_id on transactions (id);
  create index transactions_status on transactions (status, seq);
  create index transactions_batch on transactions (batch);
  create unique index transactions_spend on transactions (account, slot, nonce) where status = 'accepted';
  create table batches (
    number integer primary key, status text not null, timestamp bigint not null, transactions jsonb not null, context jsonb not null,
    transaction_count integer not null, statement bytea not null, digest bytea not null, new_rollup_root bytea not null,
    proof bytea, prove_seconds double precision, l1_transaction text, l1_block bigint, gas_used bigint, transaction_bytes integer,
    sealed_at timestamptz not null default now());
  create table fills (
    batch integer not null, seq bigint not null, sold text not null, bought text not null, boarded text not null, fee text not null,
    ticket integer not null);
  create unique index fills_batch_seq on fills (batch, seq);
  create table l1_deposits (
    index integer primary key, content jsonb not null, cancel_requested_at bigint, cancel_block bigint,
    reclaimed_block bigint, seen_at timestamptz not null default now(), block bigint not null);
  create table l1_forced_exits (
    index integer primary key, content jsonb not null, requested_at bigint not null, seen_at timestamptz not null default now(),
    block bigint not null);
  create table l1_rides (ticket integer primary key, content jsonb not null, outcome jsonb, outcome_block bigint, block bigint not null);
  create table l1_assets (number integer primary key, token text not null, quantum text not null, block bigint not null);
  create table l1_blocks (number bigint primary key, hash text not null);
  `,
  // Open orders by account: intake counts them.
  `create index transactions_open_orders on transactions (((body #>> '{order,account}')::bigint)) where status = 'open';`,
  // Where the data is, batches of others, and state snapshots.
  `
  alter table batches
    add column origin text not null default 'own', add column new_validium_root bytea, add column carrier jsonb,
    add column blobs jsonb not null default '[]', add column blob_words bytea, add column validium_data bytea,
    add column attestation bytea, add column attempts jsonb not null default '[]';
  create table state_snapshots (number integer primary key, state bytea not null, books jsonb not null);
  `,
  // A clearing may fill several legs of one order.
  `
  alter table fills add column leg integer not null default 0;
  drop index fills_batch_seq;
  create unique index fills_batch_seq_leg on fills (batch, seq, leg);
  `,
  // Orders that live on L1, and facts.
  `
  create table l1_orders (
    id integer primary key, content jsonb not null, cancel_requested_at bigint, cancel_block bigint, released_block bigint,
    block bigint not null);
  create table l1_facts (id text primary key, block bigint not null);
  create unique index transactions_promise on transactions (account, slot) where status = 'waiting';
  `,
  // Reference prices.
  `
  create table l1_feeds (
    feed integer primary key, adapter text not null, asset_in integer not null, asset_out integer not null, block bigint not null);
  create table l1_prices (
    feed integer not null, entry integer not null, num text not null, den text not null, time bigint not null, block bigint not null,
    primary key (feed, entry));
  `,
];
