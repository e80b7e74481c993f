/**
 * Writes everything that is generated and committed, in the order in which one needs another:
 *   npx tsx scripts/generate.ts [--check]
 *
 * kernels and Poseidon constants → the verifier's sources → its compiled parts → its code hash, found on a throw-away chain → the core,
 * into whose code that hash is compiled → the sizes of all. `--check` writes nothing and fails on any difference; a generator whose
 * input is stale is still compared with what is committed, so one run names everything.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const tsx = ['--import', 'tsx'];

const GENERATORS: readonly (readonly string[])[] = [
  ['scripts/buildKernels.mjs'],
  ['scripts/generatePoseidonConstants.mjs'],
  [...tsx, 'scripts/generateVerifier.ts'],
  ['scripts/generateAbi.mjs', '--verifier'],
  [...tsx, 'scripts/generateCodeHash.ts'],
  ['scripts/generateAbi.mjs'],
  ['scripts/checkDeployable.mjs'],
];

let failed = 0;
for (const generator of GENERATORS) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, check ? [...generator, '--check'] : generator, { cwd: root, stdio: 'inherit' });
  const name = generator.filter((argument) => !tsx.includes(argument)).join(' ');
  const verdict = status === 0 ? (check ? 'fresh' : 'done ') : check ? 'STALE' : 'FAILED';
  console.log(`${verdict}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status === 0) continue;
  failed++;
  // What follows would be generated from something that is not there.
  if (!check) break;
}
if (check && failed > 0) console.error('run npx tsx scripts/generate.ts');
process.exit(failed === 0 ? 0 : 1);
