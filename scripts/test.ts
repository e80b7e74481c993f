/**
 * `npm test`: everything that CI runs, stage by stage, with a table at the end.
 *
 * A stage is a command; the run goes on after a failure so that one push shows every problem, and exits non-zero if any failed.
 * `npm test -- --only NAME[,NAME]` runs some of them.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Stage {
  readonly name: string;
  readonly what: string;
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const tsx = [process.execPath, '--import', 'tsx'] as const;

const stages: readonly Stage[] = [
  { name: 'types', what: 'tsc -b, strict, project references', command: [bin('tsc'), '-b'] },
  { name: 'format', what: 'Biome format and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'promises', what: 'ESLint: no floating promises', command: [bin('eslint'), '.'] },
  { name: 'arrows', what: "DESIGN's import arrows", command: [process.execPath, 'scripts/checkArrows.mjs'] },
  { name: 'unused', what: 'knip: dead files and dependencies', command: [bin('knip'), '--no-config-hints'] },
  { name: 'generated', what: 'committed generated files are fresh', command: [...tsx, 'scripts/checkGenerated.ts'] },
  { name: 'unit', what: 'Vitest', command: [bin('vitest'), 'run'] },
  {
    name: 'contracts',
    what: 'forge: unit, fuzz, invariants, gas as in contracts/snapshots',
    command: [process.execPath, 'scripts/forge.mjs', 'test'],
    env: { FORGE_SNAPSHOT_CHECK: 'true' },
  },
  {
    name: 'drills',
    what: 'npm run story -- drills: operator gone, committee dead, blobs dear, sunset',
    command: [...tsx, 'e2e/src/story.ts', 'drills'],
  },
  { name: 'start', what: 'npm start -- --exit', command: [...tsx, 'scripts/start.ts', '--exit', '--ci'] },
];

function runStage(stage: Stage): Promise<number> {
  return new Promise((resolve) => {
    const [command, ...args] = stage.command;
    const child = spawn(command, args, {
      cwd: stage.cwd ?? root,
      env: { ...process.env, ...stage.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const onlyFlag = process.argv.indexOf('--only');
const only = onlyFlag === -1 ? undefined : new Set(process.argv[onlyFlag + 1].split(','));
const chosen = stages.filter((stage) => only === undefined || only.has(stage.name));
const rows: { name: string; what: string; ok: boolean; seconds: number }[] = [];
for (const [index, stage] of chosen.entries()) {
  console.log(`\n━━ ${index + 1}/${chosen.length} ${stage.name}: ${stage.what}`);
  const started = Date.now();
  const code = await runStage(stage);
  rows.push({ name: stage.name, what: stage.what, ok: code === 0, seconds: (Date.now() - started) / 1000 });
}

console.log('\nstage       result   seconds  what');
for (const row of rows) {
  console.log(`${row.name.padEnd(11)} ${(row.ok ? 'passed' : 'FAILED').padEnd(8)} ${row.seconds.toFixed(1).padStart(7)}  ${row.what}`);
}
const failed = rows.filter((row) => !row.ok).length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && rows.length > 0 ? 0 : 1);
