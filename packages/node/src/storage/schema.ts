/**
 * Every stage of the pipeline is a row state in PostgreSQL; nothing acknowledged lives only in memory.
 *
 * transactions  seq → what a person sent, in order of acknowledgement
 * batches       number → the ordered transactions, statement and proof of one batch
 * l1_deposits / l1_forced_exits  queue index → an entry of the core's queue, as read from L1
 * l1_rides      ticket → terms and outcome of a ride
 * l1_assets     number → token and quantum
 * l1_cursor     1 → the last L1 block whose events are in the tables above
 *
 * The L2 state itself is not stored: it is the batches replayed, and its root is checked against every batch at start.
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
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/**
 * accepted → batched → proven → settled → final, or refused. An order stays `open` while it can still be filled: it may take part in
 * several batches, and ends `filled`, `expired` or `dead` (its nonce was passed).
 */
export type TransactionStatus = 'accepted' | 'open' | 'batched' | 'proven' | 'settled' | 'final' | 'refused' | 'expired' | 'dead';

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
    /** Last batch that it took part in. */
    batch: integer('batch'),
    refusal: jsonb('refusal'),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [uniqueIndex('transactions_id').on(table.id), index('transactions_status').on(table.status, table.seq)],
);

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
  },
  (table) => [uniqueIndex('fills_batch_seq').on(table.batch, table.seq)],
);

export const l1Deposits = pgTable('l1_deposits', {
  index: integer('index').primaryKey(),
  content: jsonb('content').notNull(),
  cancelRequestedAt: bigint('cancel_requested_at', { mode: 'number' }),
  cancelled: integer('cancelled').notNull().default(0),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1ForcedExits = pgTable('l1_forced_exits', {
  index: integer('index').primaryKey(),
  content: jsonb('content').notNull(),
  requestedAt: bigint('requested_at', { mode: 'number' }).notNull(),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Rides = pgTable('l1_rides', {
  ticket: integer('ticket').primaryKey(),
  content: jsonb('content').notNull(),
  outcome: jsonb('outcome'),
  outcomeBlock: bigint('outcome_block', { mode: 'number' }),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Assets = pgTable('l1_assets', {
  number: integer('number').primaryKey(),
  token: text('token').notNull(),
  quantum: text('quantum').notNull(),
  block: bigint('block', { mode: 'number' }).notNull(),
});

export const l1Cursor = pgTable('l1_cursor', {
  id: integer('id').primaryKey(),
  block: bigint('block', { mode: 'number' }).notNull(),
  blockHash: text('block_hash').notNull(),
});

/** Applied in order at start, each once, under an advisory lock. Append only. */
export const migrations: readonly string[] = [
  `
  create table transactions (
    seq bigserial primary key, id text not null, kind text not null, body jsonb not null, status text not null,
    batch integer, refusal jsonb, received_at timestamptz not null default now());
  create unique index transactions_id on transactions (id);
  create index transactions_status on transactions (status, seq);
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
    index integer primary key, content jsonb not null, cancel_requested_at bigint, cancelled integer not null default 0,
    block bigint not null);
  create table l1_forced_exits (index integer primary key, content jsonb not null, requested_at bigint not null, block bigint not null);
  create table l1_rides (ticket integer primary key, content jsonb not null, outcome jsonb, outcome_block bigint, block bigint not null);
  create table l1_assets (number integer primary key, token text not null, quantum text not null, block bigint not null);
  create table l1_cursor (id integer primary key, block bigint not null, block_hash text not null);
  `,
];
