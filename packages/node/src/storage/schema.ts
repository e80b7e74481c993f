/**
 * Every stage of the pipeline is a row state in PostgreSQL; nothing acknowledged lives only in memory.
 *
 * transactions  seq → what a person sent, in order of acknowledgement
 * batches       number → the ordered transactions, statement and proof of one batch
 * l1_deposits / l1_forced_exits  queue index → an entry of the core's queue, as read from L1
 * l1_rides      ticket → terms and outcome of a ride
 * l1_assets     number → token and quantum
 * l1_blocks     number → hash of a block up to which all events are in the tables above; the highest one is the follower's cursor, the
 *               others say where to go back to after a reorg
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
 * several batches; then it goes the same way, or ends `expired` or `dead` (its nonce was passed, or another order used up the amount).
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
    uniqueIndex('transactions_spend').on(table.account, table.slot, table.nonce).where(sql`status = 'accepted'`),
  ],
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
];
