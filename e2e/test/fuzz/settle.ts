/**
 * `npm run fuzz:settle -- [--stride N] [--blob-flips N] [--seed N] [--json]`: see settleFuzz.ts. Every byte unless a stride is given. Exits with 1 if one of
 * these is accepted, or the true settlement is not.
 */
import { fuzzSettle } from './settleFuzz.ts';

const flag = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const { honest, tried, accepted, verdicts } = await fuzzSettle({
  ...{ stride: flag('stride', 1), blobFlips: flag('blob-flips', 64), seed: flag('seed', 1) },
  log: (line) => void process.stderr.write(`${line}\n`),
});
if (process.argv.includes('--json')) console.log(JSON.stringify({ honest, tried, accepted, verdicts }));
else {
  console.log(`the true settlement: ${honest}; ${tried} with one byte flipped, ${accepted.length} accepted`);
  for (const [name, counts] of Object.entries(verdicts)) {
    const list = Object.entries(counts).sort((a, b) => b[1] - a[1]);
    console.log(`  ${name.padEnd(14)} ${list.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`);
  }
}
process.exit(honest === 'accepted' && accepted.length === 0 ? 0 : 1);
