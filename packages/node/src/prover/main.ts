/** The local proving process: separate from the node, so that proving never delays an acknowledgement. Configured by its environment. */
import { fromHex } from '@weir/foundation/bytes';
import { openDatabase } from '../storage/database.ts';
import { openJobs } from './jobs.ts';
import { startWorker } from './worker.ts';

const { DATABASE_URL, WEIR_INSTANCE, WEIR_PROVER_THREADS } = process.env;
if (DATABASE_URL === undefined || WEIR_INSTANCE === undefined) {
  process.stderr.write('DATABASE_URL and WEIR_INSTANCE must be set\n');
  process.exit(2);
}

const fail = (error: Error): void => {
  process.stderr.write(`prover: ${error.stack ?? error.message}\n`);
  process.exit(1);
};
const database = await openDatabase(DATABASE_URL);
const boss = await openJobs(DATABASE_URL, fail);
await startWorker({
  boss,
  queries: database.queries,
  instance: fromHex(WEIR_INSTANCE),
  threads: Number(WEIR_PROVER_THREADS ?? '1'),
  onProgress: (progress) => process.send?.({ type: 'progress', ...progress }),
});
process.send?.({ type: 'ready' });
// The parent's end of the channel closes when it dies, however it dies: a prover without a node would hold its job for nothing.
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => {
  void boss
    .stop({ graceful: false })
    .then(() => database.close())
    .then(() => process.exit(0));
});
