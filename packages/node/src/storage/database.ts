/** The node's connection to PostgreSQL: pool, typed queries (drizzle), migrations. One per process. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema.ts';

/** Any constant: two nodes starting on one database migrate one after the other. */
const MIGRATION_LOCK = 0x57656972;

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
  await migrate(pool);
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
