#!/usr/bin/env node
// Compiles the contracts and writes packages/abi/src: per contract its ABI, and for those that are deployed their
// creation bytecode and (where no immutable is filled in at deployment) the hash of their runtime code.
// `--check` writes nothing and fails if what is committed differs. `--verifier` stops at the verifier and its parts, which must be
// there before the core compiles: the verifier's code hash is a constant of the core.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forgeBinary } from './forge.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const contracts = join(root, 'contracts');
const target = join(root, 'packages/abi/src');
const out = resolve(contracts, process.env.FOUNDRY_OUT ?? 'out');

/** Arachnid's; see packages/node/src/l1/deployVerifier.ts. */
const DEPLOYMENT_PROXY = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
/** Written by scripts/generateCodeHash.ts, which needs a chain. */
const CODE_HASH = 'verifierCodeHash.ts';

/** The contracts that TypeScript talks to; `deployed` ones get their bytecode too. */
const ALL_CONTRACTS = [
  { name: 'Weir', source: 'src/core/Weir.sol', deployed: true },
  { name: 'Effects', source: 'src/core/Effects.sol', deployed: true },
  { name: 'Governance', source: 'src/governance/Governance.sol', deployed: false },
  { name: 'MarketFactory', source: 'src/market/MarketFactory.sol', deployed: true },
  { name: 'L1Orders', source: 'src/market/L1Orders.sol', deployed: false },
  { name: 'Facts', source: 'src/market/Facts.sol', deployed: false },
  { name: 'TransferRegistry', source: 'src/market/TransferRegistry.sol', deployed: false },
  { name: 'GovernanceFactory', source: 'src/governance/GovernanceFactory.sol', deployed: true },
  { name: 'RidePool', source: 'src/pool/RidePool.sol', deployed: false },
  { name: 'ERC4626Adapter', source: 'src/adapters/ERC4626Adapter.sol', deployed: true },
  { name: 'ERC7540Adapter', source: 'src/adapters/ERC7540Adapter.sol', deployed: true },
  { name: 'LendingAdapter', source: 'src/adapters/LendingAdapter.sol', deployed: true },
  { name: 'PositionAdapter', source: 'src/adapters/PositionAdapter.sol', deployed: true },
  { name: 'CompoundV2Adapter', source: 'src/adapters/CompoundV2Adapter.sol', deployed: true },
  { name: 'UniswapV2Adapter', source: 'src/adapters/UniswapV2Adapter.sol', deployed: true },
  { name: 'UniswapV3SwapAdapter', source: 'src/adapters/UniswapV3SwapAdapter.sol', deployed: true },
  { name: 'BalancerV2Adapter', source: 'src/adapters/BalancerV2Adapter.sol', deployed: true },
  { name: 'AaveV3Position', source: 'src/adapters/positions/AaveV3Position.sol', deployed: true },
  { name: 'MorphoBluePosition', source: 'src/adapters/positions/MorphoBluePosition.sol', deployed: true },
  { name: 'UniswapV3Position', source: 'src/adapters/positions/UniswapV3Position.sol', deployed: true },
  { name: 'ReferencePrices', source: 'src/market/ReferencePrices.sol', deployed: false },
  { name: 'IPriced', source: 'src/interfaces/IPriced.sol', deployed: false },
  { name: 'AsyncVault', source: 'src/facade/AsyncVault.sol', deployed: false },
  { name: 'AsyncVaultFactory', source: 'src/facade/AsyncVaultFactory.sol', deployed: true },
  { name: 'IAdapter', source: 'src/interfaces/IAdapter.sol', deployed: false },
  { name: 'IStarkVerifier', source: 'src/interfaces/IStarkVerifier.sol', deployed: false },
  { name: 'IVerifierErrors', source: 'src/verifier/IVerifierErrors.sol', deployed: false },
  { name: 'AirEvaluator', source: 'src/verifier/AirEvaluator.sol', deployed: true },
  { name: 'CompiledEvaluator', source: 'src/verifier/CompiledEvaluator.sol', deployed: true },
  { name: 'DefaultWhirVerifier', source: 'src/verifier/generated/DefaultProfile.sol', deployed: true },
  { name: 'StateProof', source: 'src/verifier/StateProof.sol', deployed: true },
  { name: 'ReserveWhirVerifier', source: 'src/verifier/generated/ReserveProfile.sol', deployed: true },
  ...generatedVerifiers(),
];

const verifierOnly = process.argv.includes('--verifier');
const CONTRACTS = ALL_CONTRACTS.filter(({ source }) => !verifierOnly || source.startsWith('src/verifier/'));

/** The pinned verifiers, one file each: their names are the generator's. */
function generatedVerifiers() {
  const folder = 'src/verifier/generated';
  return readdirSync(join(contracts, folder))
    .filter((file) => file.endsWith('Verifier.sol'))
    .map((file) => ({ name: file.slice(0, -'.sol'.length), source: `${folder}/${file}`, deployed: true }));
}

function compile() {
  const sources = CONTRACTS.map(({ source }) => source);
  execFileSync(forgeBinary(), ['build', '--no-metadata', '--quiet', ...sources], { cwd: contracts, stdio: 'inherit' });
}

/** `ERC4626Adapter` → `erc4626Adapter`, `RidePool` → `ridePool`, `IAdapter` → `iAdapter`. */
function camelCase(name) {
  const head = /^([A-Z0-9]+)(?=[A-Z][a-z])|^[A-Z]/.exec(name)[0];
  return head.toLowerCase() + name.slice(head.length);
}

/** The artifact of `name`, declared in `source`. */
const artifactOf = (source, name) => JSON.parse(readFileSync(join(out, source.split('/').at(-1), `${name}.json`), 'utf8'));

/**
 * Creation code with the addresses of its libraries: where the deterministic deployment proxy puts them (salt 0), so they follow from
 * the libraries' code alone. `deployWeir` deploys them there.
 */
function link({ object, linkReferences }) {
  let linked = object;
  for (const [source, libraries] of Object.entries(linkReferences ?? {})) {
    for (const [name, places] of Object.entries(libraries)) {
      const bytecode = link(artifactOf(source, name).bytecode);
      const address = getCreate2Address({ from: DEPLOYMENT_PROXY, salt: `0x${'00'.repeat(32)}`, bytecode })
        .slice(2)
        .toLowerCase();
      for (const { start, length } of places) {
        linked = linked.slice(0, 2 + 2 * start) + address + linked.slice(2 + 2 * (start + length));
      }
    }
  }
  return linked;
}

function render({ name, source, deployed }) {
  const artifact = artifactOf(source, name);
  const id = camelCase(name);
  const lines = [
    `// Generated from contracts/${source} by scripts/generateAbi.mjs. Do not edit.`,
    '',
    `export const ${id}Abi = ${JSON.stringify(artifact.abi, null, 2)} as const;`,
  ];
  if (deployed) {
    const object = link(artifact.bytecode);
    lines.push('', '/** Creation code: constructor arguments are appended to it. */', `export const ${id}Bytecode = '${object}' as const;`);
    if (Object.keys(artifact.deployedBytecode.immutableReferences ?? {}).length === 0) {
      lines.push('', '/** keccak256 of the runtime code: what `extcodehash` gives after deployment. */');
      lines.push(`export const ${id}CodeHash = '${keccak256(artifact.deployedBytecode.object)}' as const;`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const { getCreate2Address, keccak256 } = createRequire(join(root, 'packages/abi/package.json'))('viem');

compile();
const files = new Map(CONTRACTS.map((contract) => [`${camelCase(contract.name)}.ts`, render(contract)]));

if (process.argv.includes('--check')) {
  const committed = readdirSync(target);
  const stale = [...files].filter(([name, text]) => {
    return !committed.includes(name) || readFileSync(join(target, name), 'utf8') !== text;
  });
  const extra = verifierOnly ? [] : committed.filter((name) => !files.has(name) && name !== CODE_HASH);
  const wrong = [...stale.map(([name]) => name), ...extra];
  if (wrong.length > 0) {
    console.error(`packages/abi/src is not what the contracts compile to: ${wrong.join(', ')}`);
    process.exit(1);
  }
  console.log(`packages/abi/src: ${files.size} files as generated`);
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, name), text);
  console.log(`wrote ${files.size} files to packages/abi/src`);
}
