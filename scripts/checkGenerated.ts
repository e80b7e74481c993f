/** Everything generated and committed is rebuilt and compared: kernels, Poseidon constants, verifiers, ABIs. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const checks: readonly (readonly string[])[] = [
  ['scripts/buildKernels.mjs', '--check'],
  ['scripts/generatePoseidonConstants.mjs', '--check'],
  ['--import', 'tsx', 'scripts/generateVerifier.ts', '--check'],
  ['scripts/generateAbi.mjs', '--check'],
];

let failed = 0;
for (const args of checks) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'fresh' : 'STALE'}  ${args.filter((arg) => arg.startsWith('scripts/')).join()}  ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
