/**
 * Prints the calculator's table for one profile and N:
 *   npx tsx packages/stark/bench/soundness.ts [--profile default] [--variables 24]
 */
import { PROFILES, scheduleFor } from '../src/profile.ts';
import { expectedWhirBytes, provableBits, soundnessTable } from '../src/soundness.ts';

const argument = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const profile = PROFILES[argument('profile', 'default')];
const schedule = scheduleFor(profile, Number(argument('variables', '24')));
if (!schedule) throw new RangeError(`profile ${profile.name} allows ${profile.minVariables} … ${profile.maxVariables} variables`);

console.log(
  `profile ${profile.name}, N = ${schedule.variables}: ${schedule.rounds.length} rounds, about ${Math.round(expectedWhirBytes(profile, schedule))} bytes`,
);
for (const [i, round] of schedule.rounds.entries()) {
  console.log(
    `  oracle ${i}: fold ${round.fold}, domain 2^${round.logDomain}, rate 2^-${round.logDomain + round.fold - round.variables}, m = ${round.multiplicity}, ${round.queries} queries`,
  );
}
for (const { round, bits, grinding } of soundnessTable(profile, schedule)) {
  console.log(`${bits.toFixed(2).padStart(8)} bits  ${round}${grinding > 0 ? ` (${grinding} of them ground)` : ''}`);
}
console.log(`${provableBits(profile, schedule).toFixed(2).padStart(8)} bits  weakest round or digests (${4 * profile.digestBytes})`);
