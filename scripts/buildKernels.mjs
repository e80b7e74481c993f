// Compiles every packages/NAME/assembly/kernels.ts (AssemblyScript) to packages/NAME/src/generated/kernels.wasm.
// `--check` compiles to memory and fails if a committed module differs. Package names as arguments build only those.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = new URL('..', import.meta.url);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const packages = (named.length > 0 ? named : ['crypto', 'stark']).filter((name) =>
  existsSync(new URL(`packages/${name}/assembly/kernels.ts`, root)),
);

// One imported shared memory for all modules of all threads; no runtime, no static data, no start function.
const OPTIONS = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--enable',
  'bulk-memory',
  '--use',
  'abort=',
];

async function compile(name) {
  let binary;
  const { error, stderr } = await asc.main(['kernels.ts', '--outFile', 'kernels.wasm', ...OPTIONS], {
    readFile(file) {
      const path = new URL(`packages/${name}/assembly/${file}`, root);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile(file, contents) {
      if (file === 'kernels.wasm') binary = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  const text = stderr.toString();
  if (text) process.stderr.write(text);
  if (error || !binary) throw new Error(`${name}: kernels do not compile`, { cause: error });
  return binary;
}

let stale = 0;
for (const name of packages) {
  const target = new URL(`packages/${name}/src/generated/kernels.wasm`, root);
  const binary = await compile(name);
  if (process.argv.includes('--check')) {
    const same = existsSync(target) && readFileSync(target).equals(binary);
    if (!same) stale++;
    console.log(`${fileURLToPath(target)}: ${same ? 'up to date' : 'STALE, run node scripts/buildKernels.mjs'}`);
  } else {
    mkdirSync(new URL('.', target), { recursive: true });
    writeFileSync(target, binary);
    console.log(`${fileURLToPath(target)}: ${binary.length} bytes`);
  }
}
process.exit(stale ? 1 : 0);
