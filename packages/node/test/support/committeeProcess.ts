/** A committee member in a process of its own, to be killed. Says its URL on stdout. */
import type { Hex } from '@weir/foundation/bytes';
import { pino } from 'pino';
import { startCommitteeMember } from '../../src/committee/start.ts';

const { KEY, DIRECTORY, CORE, OPERATOR } = process.env;
const member = await startCommitteeMember({
  dataDirectory: DIRECTORY!,
  key: KEY as Hex,
  chainId: 31_337,
  core: CORE as Hex,
  operators: [OPERATOR as Hex],
  host: '127.0.0.1',
  port: 0,
  logger: pino({ level: 'silent' }),
});
process.stdout.write(`${member.url}\n`);
