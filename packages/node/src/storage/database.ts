/** The node's connection to PostgreSQL: pool, typed queries (drizzle), migrations. One per process. */
import { CodedError } from '@weir/foundation/codedError';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema.ts';

/** Any constants: two processes starting on one database migrate one after the other; of two nodes, one runs. */
const MIGRATION_LOCK = 0x57656972;
const NODE_LOCK = 0x57656973;
const BATCHES_LOCK = 0x57656974;
/** A killed node's connection takes a moment to be noticed. */
const NODE_LOCK_ATTEMPTS = 50;
const NODE_LOCK_PAUSE_MS = 100;

export type Queries = NodePgDatabase<typeof schema>;

export interface Database {
  readonly url: string;
  readonly queries: Queries;
  close(): Promise<void>;
}

export async function openDatabase(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  // An idle client's connection may drop (server restart); the pool replaces it, the next query reports it.
  pool.on('error', () => undefined);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { url, queries: drizzle(pool, { schema }), close: () => pool.end() };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('create table if not exists migrations (id integer primary key, applied_at timestamptz not null default now())');
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from migrations');
    for (let id = rows[0].count; id < schema.migrations.length; id++) {
      await client.query('begin');
      await client.query(schema.migrations[id]);
      await client.query('insert into migrations (id) values ($1)', [id]);
      await client.query('commit');
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

/**
 * One node per database: two sequencers would seal two different batches of one number. Held by a connection, so a killed node frees it.
 * Throws `CodedError('ALREADY_RUNNING')`.
 */
export async function lockDatabase(url: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', onLost);
  await client.connect();
  for (let attempt = 0; attempt < NODE_LOCK_ATTEMPTS; attempt++) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [NODE_LOCK]);
    if (rows[0].locked) return () => client.end();
    await new Promise((resolve) => setTimeout(resolve, NODE_LOCK_PAUSE_MS));
  }
  await client.end();
  throw new CodedError('ALREADY_RUNNING', 'another node works on this database');
}

/** Whoever changes the list of batches holds this until his transaction ends; what a batch was composed on must still be there when it is written down. */
export async function lockBatches(tx: Pick<Queries, 'execute'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${BATCHES_LOCK})`);
}
