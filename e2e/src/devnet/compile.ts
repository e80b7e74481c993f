/**
 * Compiles the Solidity that only development and tests need (Aave v3.6 and Morpho Blue from their npm sources, and our few helpers in
 * e2e/contracts) with the exact compilers that these protocols pin, and caches the result by the hash of lock file, entries and settings.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Abi, Hex } from 'viem';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const aave = '@aave-dao/aave-v3-origin/src/contracts';

interface Project {
  /** npm alias of the compiler. */
  readonly compiler: string;
  /** Entry points; libraries and bases come along by import. */
  readonly entries: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}

const aaveEntries = [
  `${aave}/protocol/configuration/PoolAddressesProvider.sol`,
  `${aave}/protocol/configuration/ACLManager.sol`,
  `${aave}/instances/PoolInstance.sol`,
  `${aave}/instances/PoolConfiguratorInstance.sol`,
  `${aave}/instances/ATokenInstance.sol`,
  `${aave}/instances/VariableDebtTokenInstance.sol`,
  `${aave}/misc/AaveOracle.sol`,
  `${aave}/misc/DefaultReserveInterestRateStrategyV2.sol`,
  `${aave}/helpers/AaveProtocolDataProvider.sol`,
  `${aave}/rewards/RewardsController.sol`,
  `${aave}/rewards/EmissionManager.sol`,
  `${aave}/extensions/stata-token/StataTokenV2.sol`,
  `${aave}/extensions/stata-token/StataTokenFactory.sol`,
  '@bgd-labs/solidity-utils/src/contracts/transparent-proxy/TransparentProxyFactory.sol',
  'e2e/contracts/PriceFeed.sol',
  'e2e/contracts/Collateral.sol',
  'e2e/contracts/HostileVault.sol',
  'e2e/contracts/Joiner.sol',
  'e2e/contracts/Vaults.sol',
];

const remappings = [
  'openzeppelin-contracts-upgradeable/contracts/=@openzeppelin/contracts-upgradeable/',
  'openzeppelin-contracts/contracts/=@openzeppelin/contracts/',
  'solidity-utils/=@bgd-labs/solidity-utils/src/',
];

const aaveProject: Project = {
  compiler: 'solc-0.8.27',
  entries: aaveEntries,
  settings: { remappings, optimizer: { enabled: true, runs: 200 }, evmVersion: 'cancun' },
};

const morpho = '@morpho-org/morpho-blue/src';

const morphoProject: Project = {
  compiler: 'solc-0.8.19',
  entries: [`${morpho}/Morpho.sol`, `${morpho}/mocks/IrmMock.sol`, `${morpho}/mocks/OracleMock.sol`],
  settings: { optimizer: { enabled: true, runs: 200 }, viaIR: true, evmVersion: 'paris' },
};

export interface Linkable {
  readonly bytecode: string;
  /** file → library name → byte offsets of its 20-byte placeholder in the bytecode */
  readonly linkReferences: Readonly<Record<string, Readonly<Record<string, readonly { start: number; length: number }[]>>>>;
}

export interface Artifact extends Linkable {
  readonly abi: Abi;
  /** The code that a deployment leaves, for a test chain that places a library at an address of its choice. */
  readonly deployed: Linkable;
}

export type Artifacts = Readonly<Record<string, Artifact>>;

type LinkReferences = Artifact['linkReferences'];

interface SolcOutput {
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
  readonly contracts: Record<
    string,
    Record<
      string,
      {
        abi: Abi;
        evm: {
          bytecode: { object: string; linkReferences: LinkReferences };
          deployedBytecode: { object: string; linkReferences: LinkReferences };
        };
      }
    >
  >;
}

function readSource(name: string): string {
  const inRepository = join(root, name);
  return readFileSync(name.startsWith('e2e/') ? inRepository : join(root, 'node_modules', name), 'utf8');
}

/** Aave v3.6 and our helpers: contract name → artifact. Takes ~15 s the first time, milliseconds afterwards. */
export function compileDevnetContracts(): Artifacts {
  return compile(aaveProject);
}

/** Morpho Blue with its rate model and oracle for tests. ~10 s the first time. */
export function compileMorpho(): Artifacts {
  return compile(morphoProject);
}

function compile({ compiler, entries, settings }: Project): Artifacts {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const outputSelection = {
    '*': {
      '*': ['abi', ...['bytecode', 'deployedBytecode'].flatMap((code) => [`evm.${code}.object`, `evm.${code}.linkReferences`])],
    },
  };
  const key = createHash('sha256')
    .update(lock)
    .update(JSON.stringify([compiler, entries, settings, outputSelection]));
  for (const entry of entries) key.update(readSource(entry));
  const cacheFile = join(root, 'node_modules', '.weir', `${compiler}-${key.digest('hex').slice(0, 16)}.json`);
  if (existsSync(cacheFile)) return JSON.parse(readFileSync(cacheFile, 'utf8')) as Artifacts;

  const solc = createRequire(import.meta.url)(compiler) as {
    compile(input: string, callbacks: { import(name: string): { contents: string } | { error: string } }): string;
  };
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(entries.map((name) => [name, { content: readSource(name) }])),
    settings: { ...settings, outputSelection },
  };
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), {
      import: (name) => {
        try {
          return { contents: readSource(name) };
        } catch {
          return { error: `not found: ${name}` };
        }
      },
    }),
  ) as SolcOutput;
  const errors = (output.errors ?? []).filter((error) => error.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));

  const artifacts: Record<string, Artifact> = {};
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, { abi, evm }] of Object.entries(contracts)) {
      if (evm.bytecode.object === '') continue;
      artifacts[name] = {
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        linkReferences: evm.bytecode.linkReferences,
        deployed: { bytecode: `0x${evm.deployedBytecode.object}`, linkReferences: evm.deployedBytecode.linkReferences },
      };
    }
  }
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(artifacts));
  return artifacts;
}

/** Replaces every library placeholder by its address; throws if one is missing. */
export function link(code: Linkable, libraries: Readonly<Record<string, Hex>>): Hex {
  let linked = code.bytecode;
  for (const byName of Object.values(code.linkReferences)) {
    for (const [name, places] of Object.entries(byName)) {
      const address = libraries[name];
      if (address === undefined) throw new Error(`library ${name} is not deployed`);
      for (const { start, length } of places) {
        const from = 2 + 2 * start;
        linked = linked.slice(0, from) + address.slice(2).toLowerCase() + linked.slice(from + 2 * length);
      }
    }
  }
  return linked as Hex;
}
