/**
 * `npm run mutate -- [--chip NAME[,NAME]] [--mutant TEXT] [--json] [--seed N] [--effort N]`: every mutant of the AIR, what kills it, the score, and the survivors with the reason why
 * each is redundant. Survivors that
 * nobody has decided on count against the score. Exits with 1 if a survivor is on no list.
 */
import { chipsAir } from '../support/world.ts';
import { corpus } from './corpus.ts';
import { Hunt, mutantsOf, type Outcome } from './mutants.ts';
import { REDUNDANT, UNDECIDED } from './survivors.ts';

const flag = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const effort = Number(flag('effort') ?? 1500);
const text = flag('mutant');
const only = flag('chip')?.split(',');
const hunt = new Hunt(corpus(), Number(flag('seed') ?? 1));
const outcomes: (Outcome & { readonly operator: string; readonly reason?: string })[] = [];
const started = process.cpuUsage();
chipsAir.chips.forEach(({ name }, chip) => {
  if (only && !only.includes(name)) return;
  const mutants = mutantsOf(chipsAir).filter((mutant) => mutant.chip === chip && (text === undefined || mutant.name.includes(text)));
  if (mutants.length === 0) return;
  for (const mutant of mutants) {
    const reason = REDUNDANT.find(({ mutants: names }) => names.test(mutant.name))?.reason;
    // What is argued to be redundant gets the same search: were it killed, the argument would be wrong.
    const outcome = hunt.kill(mutant, { batchAttempts: 5, chipAttempts: reason ? effort / 5 : effort });
    outcomes.push({ ...outcome, operator: mutant.operator, ...(outcome.killedBy === 'nothing' && reason ? { reason } : {}) });
  }
  const mine = outcomes.slice(-mutants.length);
  process.stderr.write(`${name}: ${mine.filter(({ killedBy }) => killedBy !== 'nothing').length} of ${mine.length} killed\n`);
  for (const { mutant } of mine.filter(({ killedBy, reason }) => killedBy === 'nothing' && !reason))
    process.stderr.write(`  survives: ${mutant}\n`);
});

const count = (holds: (outcome: (typeof outcomes)[number]) => boolean): number => outcomes.filter(holds).length;
const killed = count(({ killedBy }) => killedBy !== 'nothing');
const redundant = count(({ reason }) => reason !== undefined);
const survivors = outcomes.filter(({ killedBy }) => killedBy === 'nothing');
const undecided = (mutant: string): string | undefined => UNDECIDED.find(({ mutants }) => mutants.test(mutant))?.reason;
const report = {
  mutants: outcomes.length,
  killed,
  byBatch: count(({ killedBy }) => killedBy === 'batch'),
  byChip: count(({ killedBy }) => killedBy === 'chip'),
  byTrueTrace: count(({ killedBy }) => killedBy === 'true trace'),
  redundant,
  score: Math.round((10_000 * (killed + redundant)) / outcomes.length) / 100,
  operators: Object.fromEntries(
    ['drop', 'swap', 'silent', 'unchecked'].map((operator) => [
      operator,
      `${count((o) => o.operator === operator && o.killedBy !== 'nothing')} of ${count((o) => o.operator === operator)}`,
    ]),
  ),
  cpuSeconds: Math.round(process.cpuUsage(started).user / 1e6),
  survivors: survivors.map(({ mutant, reason }) => ({ mutant, reason: reason ?? `NOT KILLED, ${undecided(mutant) ?? 'and not listed'}` })),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  const { survivors: list, operators, ...numbers } = report;
  for (const [name, value] of Object.entries({ ...numbers, ...operators })) console.log(`${name.padEnd(12)} ${value}`);
  for (const { mutant, reason } of list) console.log(`survives     ${mutant}\n             ${reason}`);
}
process.exit(survivors.some(({ mutant, reason }) => reason === undefined && undecided(mutant) === undefined) ? 1 : 0);
