/**
 * Processes that the stories start. Whoever stops a story (Ctrl-C, CI's time limit) stops them too: nothing outlives it but what SIGKILL on the
 * story itself leaves behind.
 */
import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();

/** On our end it is told to end. */
export function keepInMind(child: ChildProcess): ChildProcess {
  if (children.size === 0) process.once('exit', endAll);
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function endAll(): void {
  for (const child of children) child.kill('SIGTERM');
}

/** A signal ends us as a return would: what `exit` handlers stop is stopped. */
export function endOnSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}
