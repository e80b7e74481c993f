#!/usr/bin/env node
// What may be deployed: no core but the one whose verifier is compiled in, nothing that accepts without checking, no contract over
// EIP-170's 24,576 bytes. It reads the compiler's own syntax trees in contracts/out (scripts/generateAbi.mjs has just filled it, and
// compares packages/abi with it), so neither names nor layout of the sources can hide an inheritance.
//
// Also writes contracts/snapshots/sizes.json, so that a change of any contract's size shows up in diffs; `--check` compares instead.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forgeBinary } from './forge.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const contracts = join(root, 'contracts');
const out = resolve(contracts, process.env.FOUNDRY_OUT ?? 'out');
const snapshot = join(contracts, 'snapshots/sizes.json');
const check = process.argv.includes('--check');

const MAX_CODE_BYTES = 24_576;
/** EIP-3860 */
const MAX_CREATION_BYTES = 49_152;
const CORE = 'WeirCore';
const PRODUCTION_CORE = 'src/core/Weir.sol:Weir';
const CODE_HASH_SOURCE = 'src/verifier/generated/VerifierCodeHash.sol';
const VERIFIER_INTERFACE = 'IStarkVerifier';
const VERIFIER_BASE = 'StarkVerifier';
const TEST_PROFILE = 'test/verifier/generated/TestProfile.sol';
/** Names under which cheat codes and stand-ins come in. */
const FORBIDDEN = /\bvm\s*\.|hevm cheat code|forge-std|\bmocks?\b|mock[A-Z]|Mock[A-Z]|AcceptAll|console2?\.log/;

const failures = [];
const fail = (text) => failures.push(text);

function solidityFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.sol'))
    .map((name) => join(folder, name))
    .sort();
}

/** Comments are prose; a rule about code must neither trip over them nor be satisfied by them. */
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ');

const sources = solidityFiles(join(contracts, 'src'));
const text = new Map(sources.map((file) => [relative(contracts, file), readFileSync(file, 'utf8')]));

/** Every contract of contracts/src as the compiler saw it. */
function compiledContracts() {
  const options = { cwd: contracts, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync(forgeBinary(), ['build', '--no-metadata', '--quiet', ...text.keys()], options);
  const found = [];
  for (const source of text.keys()) {
    const folder = join(out, source.split('/').at(-1));
    const artifacts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    for (const name of artifacts) {
      const artifact = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      // A folder in `out` is named after the file alone, so one in contracts/test could share it; and it keeps what was renamed.
      if (artifact.ast?.absolutePath !== source) continue;
      const contract = name.slice(0, -'.json'.length);
      const node = artifact.ast.nodes.find((n) => n.nodeType === 'ContractDefinition' && n.name === contract);
      const imports = artifact.ast.nodes.filter((n) => n.nodeType === 'ImportDirective');
      if (node !== undefined) found.push({ id: `${source}:${contract}`, name: contract, source, node, imports, artifact });
    }
  }
  return found;
}

const all = compiledContracts();
const bytes = (code) => (code.object.length - 2) / 2;
/** A library that is only inlined has the code of an empty one. */
const hasEntryPoint = ({ node }) =>
  node.nodes.some((n) => n.nodeType === 'FunctionDefinition' && (n.visibility === 'external' || n.visibility === 'public'));
const deployable = all.filter(
  (contract) =>
    (contract.node.contractKind === 'contract' || (contract.node.contractKind === 'library' && hasEntryPoint(contract))) &&
    !contract.node.abstract &&
    bytes(contract.artifact.bytecode) > 0,
);

/** Direct bases by name, from the syntax tree. */
const baseNames = (node) => node.baseContracts.map(({ baseName }) => baseName.name ?? baseName.path);
const named = new Map(all.map((contract) => [contract.name, contract]));
function ancestors(name, known = new Set()) {
  for (const base of named.has(name) ? baseNames(named.get(name).node) : []) {
    const plain = base.split('.').at(-1);
    if (known.has(plain)) continue;
    known.add(plain);
    ancestors(plain, known);
  }
  return known;
}

// ---- it looked at something ----

if (sources.length === 0 || all.length === 0) fail('no contract was looked at');
if (named.size !== all.length) fail('two contracts in contracts/src share a name');
const declared = [...text].flatMap(([source, code]) =>
  [...withoutComments(code).matchAll(/^\s*(?:abstract\s+)?(?:contract|library|interface)\s+(\w+)/gm)].map(
    ([, name]) => `${source}:${name}`,
  ),
);
const seen = new Set(all.map(({ id }) => id));
for (const id of declared) if (!seen.has(id)) fail(`${id} was not compiled, so it was not looked at`);
if (declared.length !== all.length) fail(`${declared.length} contracts are declared, ${all.length} were compiled`);

// Bases are followed by their names, which no import may change.
for (const { id, imports } of all) {
  const renamed = imports.some(({ unitAlias, symbolAliases }) => unitAlias || symbolAliases.some(({ local }) => local));
  if (renamed) fail(`${id} imports under another name`);
}

// ---- one core, whose verifier is a constant ----

// By what it inherits at any depth: a core assembled anew from the core's own parts, or from its interface, is one too.
const CORE_PARTS = [CORE, 'IWeir', 'CoreState', 'ForcedExits'];
for (const part of CORE_PARTS) if (!named.has(part)) fail(`${part} is gone: the scan no longer knows what a core is`);
const cores = deployable.filter(({ name }) => CORE_PARTS.some((part) => ancestors(name).has(part))).map(({ id }) => id);
if (cores.join() !== PRODUCTION_CORE) fail(`deployable cores: ${cores.join(', ') || 'none'}; there must be ${PRODUCTION_CORE} alone`);
if (named.get(CORE)?.node.abstract !== true) fail(`${CORE} is not abstract`);
const heirs = all.filter(({ name }) => ancestors(name).has(CORE)).map(({ id }) => id);
if (heirs.join() !== PRODUCTION_CORE) fail(`${heirs.join(', ')} extend ${CORE}`);
const deciders = all.filter(({ node }) => node.nodes.some((n) => n.nodeType === 'FunctionDefinition' && n.name === '_verifierCodeHash'));
if (
  deciders
    .map(({ name }) => name)
    .sort()
    .join() !== `Weir,${CORE}`
)
  fail('another contract answers _verifierCodeHash');
if (
  !/function _verifierCodeHash\(\) internal pure override returns \(bytes32\) \{\s*return VERIFIER_CODE_HASH;\s*\}/.test(
    text.get('src/core/Weir.sol'),
  )
) {
  fail('Weir._verifierCodeHash does not return the generated constant');
}
const hash = /bytes32 constant VERIFIER_CODE_HASH = 0x([0-9a-f]{64});/.exec(text.get(CODE_HASH_SOURCE) ?? '')?.[1];
if (hash === undefined) fail(`${CODE_HASH_SOURCE} holds no hash`);
// The compiler pushes a constant without its leading zero bytes.
else if (!named.get('Weir').artifact.deployedBytecode.object.includes(hash.replace(/^(00)+/, '')))
  fail("the hash is not in the core's code");

// ---- every verifier verifies ----

for (const { id, name } of deployable) {
  const above = ancestors(name);
  if (above.has(VERIFIER_INTERFACE) && !above.has(VERIFIER_BASE)) fail(`${id} is a verifier that is not a ${VERIFIER_BASE}`);
}
const overriders = all.filter(
  ({ name, node }) =>
    (name === VERIFIER_BASE || ancestors(name).has(VERIFIER_BASE)) &&
    node.nodes.some((n) => n.nodeType === 'FunctionDefinition' && n.name === 'verify'),
);
if (overriders.map(({ name }) => name).join() !== VERIFIER_BASE) fail(`verify is implemented outside ${VERIFIER_BASE}`);

// ---- nothing of the tests ----

const testProfileId = /PROFILE_ID = 0x([0-9a-f]{64})/.exec(readFileSync(join(contracts, TEST_PROFILE), 'utf8'))?.[1];
if (testProfileId === undefined) fail(`${TEST_PROFILE} holds no profile id to look for`);
for (const [source, code] of text) {
  const bare = withoutComments(code);
  const forbidden = FORBIDDEN.exec(bare);
  if (forbidden !== null) fail(`${source} contains "${forbidden[0]}"`);
  if (/import[^;]*["'][^"']*\btest\//.test(bare)) fail(`${source} imports from the tests`);
  if (testProfileId !== undefined && code.toLowerCase().includes(testProfileId)) fail(`${source} contains the id of the test profile`);
}
for (const { id, artifact } of deployable) {
  if (testProfileId !== undefined && artifact.bytecode.object.includes(testProfileId))
    fail(`the code of ${id} contains the id of the test profile`);
}

// ---- delays ----

// The docs name each constant that is a time, with its value, and none that is not there.
const DELAY_TABLE = 'docs/security.md';
const delays = all.flatMap(({ name, node }) =>
  node.nodes
    .filter((n) => n.nodeType === 'VariableDeclaration' && n.constant && /minutes|hours|days/.test(n.value?.subdenomination ?? ''))
    .map((n) => `| \`${name}.${n.name}\` | ${n.value.value} ${n.value.subdenomination} |`),
);
const documented = readFileSync(join(root, DELAY_TABLE), 'utf8').match(/^\| `\w+\.[A-Z_]+` \| [^|]* \|/gm) ?? [];
if (delays.length === 0) fail('no constant is a time: the scan does not see them');
for (const row of delays) if (!documented.includes(row)) fail(`${DELAY_TABLE} lacks ${row}`);
for (const row of documented) if (!delays.includes(row)) fail(`${DELAY_TABLE} has ${row}, the code has not`);

// ---- sizes ----

const sizes = Object.fromEntries(
  deployable
    .map(({ name, artifact }) => [name, { code: bytes(artifact.deployedBytecode), creation: bytes(artifact.bytecode) }])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
for (const [name, { code, creation }] of Object.entries(sizes)) {
  if (code > MAX_CODE_BYTES) fail(`${name} has ${code} bytes of code; EIP-170 allows ${MAX_CODE_BYTES}`);
  if (creation > MAX_CREATION_BYTES) fail(`${name} has ${creation} bytes of creation code; EIP-3860 allows ${MAX_CREATION_BYTES}`);
}
const rendered = `${JSON.stringify(sizes, null, 2)}\n`;
if (!check) {
  mkdirSync(dirname(snapshot), { recursive: true });
  writeFileSync(snapshot, rendered);
} else if (!existsSync(snapshot) || readFileSync(snapshot, 'utf8') !== rendered) {
  fail('contracts/snapshots/sizes.json is stale');
  console.error(rendered);
}

for (const failure of failures) console.error(`contracts: ${failure}`);
console.log(`${all.length} contracts in ${sources.length} files, ${deployable.length} deployable, one core: ${failures.length} objections`);
process.exit(failures.length === 0 ? 0 : 1);
