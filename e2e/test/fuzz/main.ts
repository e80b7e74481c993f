/**
 * `npm run fuzz:proof -- [--seconds N | --minutes N] [--seed N] [--json]`: spoiled proofs of the production circuit, drawn at random, for the deployed verifier
 * and the one in TypeScript. Exits with 1 if they disagree on one, or accept one.
 */
import { setScene } from '../support/hostile.ts';
import { fuzz, subjectOf } from './fuzz.ts';

const flag = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const minutes = flag('minutes', 0);
const seconds = minutes > 0 ? 60 * minutes : flag('seconds', 60);
const seed = flag('seed', Date.now() % 2 ** 31);
const scene = await setScene();
try {
  process.stderr.write(`seed ${seed}, ${seconds} s\n`);
  const report = await fuzz(scene, await subjectOf(scene), seed, { seconds });
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else {
    console.log(`${report.tried} spoiled proofs in ${report.seconds} s, ${report.disagreements.length} disagreements (seed ${seed})`);
    for (const [field, verdicts] of Object.entries(report.byField).sort()) {
      const list = Object.entries(verdicts).sort((a, b) => b[1] - a[1]);
      console.log(`  ${field.padEnd(26)} ${list.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`);
    }
    for (const one of report.disagreements) console.log(JSON.stringify(one));
  }
  process.exitCode = report.disagreements.length > 0 ? 1 : 0;
} finally {
  await scene.stop();
}
process.exit();
