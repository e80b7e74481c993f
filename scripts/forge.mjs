/**
 * Runs forge in contracts/ with the given arguments: `node scripts/forge.mjs test`.
 *
 * The npm package's own launcher exits with 0 whatever forge says, so a failing test or build would pass. This runs the binary itself.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** The binary of the package for this platform, an optional dependency of @foundry-rs/forge. */
export function forgeBinary() {
  const architecture = ARCHITECTURES[process.arch] ?? process.arch;
  const name = process.platform === 'win32' ? 'forge.exe' : 'forge';
  const fromForge = createRequire(join(root, 'node_modules/@foundry-rs/forge/package.json'));
  return fromForge.resolve(`@foundry-rs/forge-${process.platform}-${architecture}/bin/${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // The tests of the adapters run against real protocols, whose code comes from npm packages.
  if (process.argv[2] === 'test') {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'e2e/src/devnet/targets.ts'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  const { status, error } = spawnSync(forgeBinary(), process.argv.slice(2), { cwd: join(root, 'contracts'), stdio: 'inherit' });
  if (error) console.error(error.message);
  process.exit(status ?? 1);
}
