/**
 * A real node in a process of its own, which kills itself (SIGKILL: no handler, no cleaning up) at the first event of the type that
 * WEIR_TEST_KILL_AT names. Everything else comes from the environment, as in production.
 */
import { pino } from 'pino';
import { loadConfig } from '../../src/config.ts';
import { startNode } from '../../src/node.ts';

const node = await startNode(loadConfig(), pino({ level: 'info' }, pino.destination(2)));
node.subscribe((event) => {
  if (event.type === process.env['WEIR_TEST_KILL_AT']) process.kill(process.pid, 'SIGKILL');
  process.send?.(event);
});
process.send?.({ type: 'up', url: node.url, databaseUrl: node.databaseUrl });
process.on('SIGTERM', () => void node.stop().then(() => process.exit(0)));
