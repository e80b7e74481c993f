import { type Logger, pino } from 'pino';

/** Logs go to stderr: stdout belongs to whoever runs the node. */
export const defaultLogger = (): Logger => pino({ level: 'info' }, pino.destination(2));
