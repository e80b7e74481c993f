/** The local proving process: separate from the node, so that proving never delays an acknowledgement. Configured by its environment. */
import { fromHex } from '@weir/foundation/bytes';
import { runWorker } from './worker.ts';

const { DATABASE_URL, WEIR_INSTANCE, WEIR_PROVER_THREADS } = process.env;
if (DATABASE_URL === undefined || WEIR_INSTANCE === undefined) {
  process.stderr.write('DATABASE_URL and WEIR_INSTANCE must be set\n');
  process.exit(2);
}

// The parent's end of the channel closes when it dies, however it dies, be it while we start: a prover without a node would hold its job
// for nothing.
process.on('disconnect', () => process.exit(0));
if (!process.connected) process.exit(0);

const worker = await runWorker({
  databaseUrl: DATABASE_URL,
  instance: fromHex(WEIR_INSTANCE),
  threads: Number(WEIR_PROVER_THREADS ?? '1'),
  onProgress: (progress) => process.send?.({ type: 'progress', ...progress }),
  onFailure: (failure) => process.send?.({ type: 'failure', ...failure }),
  onError: (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  },
});
// A proof that is being made is not waited for: its job goes back, and somebody makes it again.
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
// Ctrl-C reaches the whole process group; the node tells us when.
process.on('SIGINT', () => undefined);
