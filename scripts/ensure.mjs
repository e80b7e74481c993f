/**
 * Self-setup for every entry point (`npm start`, `npm test`, `npm run story|bench|weir`), with Node built-ins only.
 *
 * Each step has a stamp: the hash of its inputs. A step whose stamp matches is skipped, so a warm start costs milliseconds.
 * `--quiet` prints only what is actually done; `--no-contracts` stops after the install.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const flags = new Set(process.argv.slice(2));
const log = (line) => process.stderr.write(`[setup] ${line}\n`);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  log(`Node ${process.versions.node} is too old: Weir needs 20.19 or newer.`);
  process.exit(2);
}

/** Every file under `path` (or the file itself), sorted, so that hashes do not depend on directory order. */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  log(`failed: ${command} ${args.join(' ')}${result.error ? ` (${result.error.message})` : ''}`);
  process.exit(1);
}

/** Runs `work` unless `output` exists and the stamp says that nothing in `inputs` has changed since. */
function step({ name, stamp, inputs, output, work }) {
  const stampFile = join(root, 'node_modules', '.weir', stamp);
  const wanted = hashOf(inputs);
  if (existsSync(join(root, output)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) {
    if (!flags.has('--quiet')) log(`${name}: up to date`);
    return;
  }
  const started = Date.now();
  log(`${name} …`);
  work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  log(`${name}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

requireNode();

const manifests = [
  'package.json',
  'package-lock.json',
  ...['packages', 'apps'].flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`) : [],
  ),
  'e2e/package.json',
  'bench/package.json',
];

step({
  name: 'install packages (npm ci)',
  stamp: 'install',
  inputs: manifests,
  output: 'node_modules/tsx/package.json',
  work: () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
});

if (!flags.has('--no-contracts')) {
  step({
    name: 'build WebAssembly kernels',
    stamp: 'kernels',
    inputs: ['packages/crypto/assembly', 'packages/stark/assembly', 'scripts/buildKernels.mjs'],
    output: 'packages/crypto/src/generated',
    work: () => run(process.execPath, ['scripts/buildKernels.mjs']),
  });
  step({
    name: 'compile contracts (forge, npm solc)',
    stamp: 'contracts',
    inputs: ['contracts/src', 'contracts/foundry.toml', 'contracts/bin', 'scripts/forge.mjs'],
    output: 'contracts/out',
    work: () => run(process.execPath, ['scripts/forge.mjs', 'build', '--skip', 'test']),
  });
}
