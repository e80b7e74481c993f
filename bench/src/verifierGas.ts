/**
 * `npx tsx bench/src/verifierGas.ts --orders N [--profile reserve] [--threads T] [--save FILE | --load FILE]`: proves a batch of N
 * signed orders, made in memory, and verifies that proof on a local chain by the production verifier alone, without settling. Prints gas by
 * stage and bytes by message: the tables of docs/verifier-gas.md. A proof can be kept in a file and measured again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { weirAir } from '@weir/circuits/weirAir';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { PROFILES } from '@weir/stark/profile';
import { deriveShape } from '@weir/stark/stack';
import { bytesByMessage, proveOrders } from './verification.ts';
import { measureVerification, type Verification } from './verifierChain.ts';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
};

function load(file: string): Verification {
  const json = JSON.parse(readFileSync(file, 'utf8'));
  return {
    profile: json.profile,
    context: fromHex(json.context),
    publicValues: Uint32Array.from(json.publicValues),
    proof: fromHex(json.proof),
  };
}

function save(file: string, { profile, context, publicValues, proof }: Verification): void {
  writeFileSync(file, JSON.stringify({ profile, context: toHex(context), publicValues: [...publicValues], proof: toHex(proof) }));
}

function printTable(title: string, rows: Iterable<readonly [string, number]>): void {
  console.log(`\n| ${title} | |\n|---|---:|`);
  for (const [name, value] of rows) console.log(`| ${name} | ${value.toLocaleString('en-US')} |`);
}

const file = argument('--load');
const saved = file
  ? load(file)
  : await proveOrders(
      Number(argument('--orders') ?? 16),
      argument('--profile') === 'reserve' ? 'reserve' : 'default',
      Number(argument('--threads') ?? 1),
    );
const keep = argument('--save');
if (keep !== undefined) save(keep, saved);
const profile = PROFILES[saved.profile];
const shape = deriveShape(weirAir, profile, [...saved.proof.subarray(0, weirAir.chips.length)]);
console.log(
  `profile ${saved.profile}, N = ${shape?.variables}, L = ${shape?.fractionVariables}, proof ${saved.proof.length.toLocaleString('en-US')} bytes`,
);
printTable('message', bytesByMessage(saved));
printTable('stage (gas)', await measureVerification(saved));
process.exit(0);
