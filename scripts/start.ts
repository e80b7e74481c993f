/**
 * `npm start`: a whole Weir on this machine. Starts L1, PostgreSQL and the node on the data folder `.weir`, plays a first round and stays
 * up; a second start resumes the same data. `npm start -- --exit`: the same on throw-away data, ends after the round, non-zero if anything
 * did not come out right. (`scripts/ensure.mjs` has set everything up before.)
 */
import { narrate, startDevelopment } from '../e2e/src/development.ts';
import { round } from '../e2e/src/stories/round.ts';
import { playStory, printRound } from '../e2e/src/story.ts';

const log = (line: string): void => void process.stdout.write(`${line}\n`);

async function stayUp(): Promise<number> {
  const development = await startDevelopment({ dataDirectory: '.weir', log });
  narrate(development.node, log);
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  if (development.resumed) log('the data of the last start is here again');
  else printRound(await round(development, log), log);
  log('');
  log(`node   ${development.node.url}  (API description at ${development.node.url}/docs/json)`);
  log(`L1     ${development.chain.rpcUrl}, core ${development.deployment.core}`);
  log('try    npm run weir -- status        Ctrl-C ends everything; the data stays in .weir');
  await interrupted;
  log('stopping');
  await development.stop();
  return 0;
}

process.exit(process.argv.includes('--exit') ? await playStory('round', { json: process.argv.includes('--json'), log }) : await stayUp());
