/**
 * Proving jobs: pg-boss on the node's own PostgreSQL, so that any number of machines can take them. A job is a batch number; everything
 * else is in the database. Taking one twice is harmless: the second finds the proof already there.
 */
import PgBoss from 'pg-boss';

export const PROVE_QUEUE = 'prove';

/** A worker that died without a word: its job goes to another one after this long. */
const JOB_EXPIRES_SECONDS = 900;

export interface ProveJob {
  readonly number: number;
}

export async function openJobs(databaseUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4 });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(PROVE_QUEUE);
  return boss;
}

export async function enqueueProof(boss: PgBoss, number: number): Promise<void> {
  await boss.send(PROVE_QUEUE, { number } satisfies ProveJob, {
    retryLimit: 10,
    retryDelay: 1,
    expireInSeconds: JOB_EXPIRES_SECONDS,
    priority: -number,
  });
}
