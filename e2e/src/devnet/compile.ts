/**
 * Compiles the Solidity that only the development chain needs (Aave v3.6 from its npm sources, and our few helpers in e2e/contracts)
 * with the exact compiler that Aave pins, and caches the result by the hash of every source read.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Abi, Hex } from 'viem';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const aave = '@aave-dao/aave-v3-origin/src/contracts';

/** Entry points; libraries and bases come along by import. */
const entries = [
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
  'e2e/contracts/Vaults.sol',
];

const remappings = [
  'openzeppelin-contracts-upgradeable/contracts/=@openzeppelin/contracts-upgradeable/',
  'openzeppelin-contracts/contracts/=@openzeppelin/contracts/',
  'solidity-utils/=@bgd-labs/solidity-utils/src/',
];

export interface Artifact {
  readonly abi: Abi;
  readonly bytecode: string;
  /** file → library name → byte offsets of its 20-byte placeholder in the bytecode */
  readonly linkReferences: Readonly<Record<string, Readonly<Record<string, readonly { start: number; length: number }[]>>>>;
}

export type Artifacts = Readonly<Record<string, Artifact>>;

interface SolcOutput {
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
  readonly contracts: Record<
    string,
    Record<string, { abi: Abi; evm: { bytecode: { object: string; linkReferences: Artifact['linkReferences'] } } }>
  >;
}

function readSource(name: string): string {
  const inRepository = join(root, name);
  return readFileSync(name.startsWith('e2e/') ? inRepository : join(root, 'node_modules', name), 'utf8');
}

/** Contract name → artifact. Takes ~15 s the first time, milliseconds afterwards. */
export function compileDevnetContracts(): Artifacts {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const key = createHash('sha256')
    .update(lock)
    .update(JSON.stringify([entries, remappings]));
  for (const entry of entries) key.update(readSource(entry));
  const cacheFile = join(root, 'node_modules', '.weir', `devnet-${key.digest('hex').slice(0, 16)}.json`);
  if (existsSync(cacheFile)) return JSON.parse(readFileSync(cacheFile, 'utf8')) as Artifacts;

  const solc = createRequire(import.meta.url)('solc-0.8.27') as {
    compile(input: string, callbacks: { import(name: string): { contents: string } | { error: string } }): string;
  };
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(entries.map((name) => [name, { content: readSource(name) }])),
    settings: {
      remappings,
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'cancun',
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.bytecode.linkReferences'] } },
    },
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
      artifacts[name] = { abi, bytecode: `0x${evm.bytecode.object}`, linkReferences: evm.bytecode.linkReferences };
    }
  }
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(artifacts));
  return artifacts;
}

/** Replaces every library placeholder by its address; throws if one is missing. */
export function link(artifact: Artifact, libraries: Readonly<Record<string, Hex>>): Hex {
  let code = artifact.bytecode;
  for (const byName of Object.values(artifact.linkReferences)) {
    for (const [name, places] of Object.entries(byName)) {
      const address = libraries[name];
      if (address === undefined) throw new Error(`library ${name} is not deployed`);
      for (const { start, length } of places) {
        const from = 2 + 2 * start;
        code = code.slice(0, from) + address.slice(2).toLowerCase() + code.slice(from + 2 * length);
      }
    }
  }
  return code as Hex;
}
