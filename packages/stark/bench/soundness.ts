/**
 * Prints the calculator's table, in bits up to the Johnson bound and up to half the minimum distance:
 *   npx tsx packages/stark/bench/soundness.ts [--profile NAME] [--variables 24] [--json]
 * Without --profile: the table of every profile, at its largest N.
 */
import { SIGNATURE_SECURITY_BITS } from '@weir/crypto/schnorr';
import { PROFILES, type SecurityProfile, scheduleFor } from '../src/profile.ts';
import { expectedWhirBytes, securityOf, soundnessTable } from '../src/soundness.ts';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const number = (bits: number): string => (Number.isFinite(bits) ? bits.toFixed(2) : '–').padStart(8);

function report(profile: SecurityProfile, variables: number) {
  const schedule = scheduleFor(profile, variables);
  if (!schedule) throw new RangeError(`profile ${profile.name} allows ${profile.minVariables} … ${profile.maxVariables} variables`);
  const unique = soundnessTable(profile, schedule, 'unique');
  const rounds = soundnessTable(profile, schedule).map(({ round, bits, grinding }, i) => ({
    round,
    johnson: bits,
    unique: unique[i].bits,
    grinding,
  }));
  return {
    profile: profile.name,
    schedule,
    bytes: Math.round(expectedWhirBytes(profile, schedule)),
    rounds,
    security: securityOf(profile, schedule, SIGNATURE_SECURITY_BITS),
  };
}

function print({ profile, schedule, bytes, rounds, security }: ReturnType<typeof report>): void {
  console.log(`profile ${profile}, N = ${schedule.variables}: ${schedule.rounds.length} rounds, about ${bytes} bytes`);
  for (const [i, { fold, logDomain, variables, multiplicity, queries }] of schedule.rounds.entries()) {
    console.log(
      `  oracle ${i}: fold ${fold}, domain 2^${logDomain}, rate 2^-${logDomain + fold - variables}, m = ${multiplicity}, ${queries} queries`,
    );
  }
  console.log(' Johnson   unique');
  for (const { round, johnson, unique, grinding } of rounds) {
    console.log(`${number(johnson)} ${number(unique)}  ${round}${grinding > 0 ? ` (${grinding} of them ground)` : ''}`);
  }
  const { total, argument: proof, digests, signatures } = security;
  console.log(`${number(total)} bits: the least of argument ${proof.toFixed(2)}, digests ${digests}, signatures ${signatures}\n`);
}

const named = argument('profile');
const chosen = named === undefined ? Object.values(PROFILES) : [PROFILES[named]];
const reports = chosen.map((profile) =>
  report(profile, Number(argument('variables') ?? (named === undefined ? profile.maxVariables : 24))),
);
if (process.argv.includes('--json')) console.log(JSON.stringify(reports));
else reports.forEach(print);
