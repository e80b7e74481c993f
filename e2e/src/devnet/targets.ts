/**
 * Writes the bytecode of the real protocols that the adapters' forge tests cross to, as hex text in node_modules/.weir/targets:
 * `NAME.hex` is creation code, `aave-libraries.json` what Aave's creation codes are linked to. Nothing of it is copied into the repository.
 *
 * `node --import tsx e2e/src/devnet/targets.ts`; scripts/forge.mjs runs it before tests. ~30 s the first time, milliseconds afterwards.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getAddress, type Hex, keccak256, stringToHex } from 'viem';
import { type Artifacts, compileDevnetContracts, compileMorpho, link } from './compile.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules/.weir/targets');
const require = createRequire(import.meta.url);

const FROM_AAVE = [
  'PoolAddressesProvider',
  'ACLManager',
  'PoolInstance',
  'PoolConfiguratorInstance',
  'ATokenInstance',
  'VariableDebtTokenInstance',
  'AaveOracle',
  'DefaultReserveInterestRateStrategyV2',
  'RewardsController',
  'EmissionManager',
  'StataTokenV2',
  'PriceFeed',
  'TransparentProxyFactory',
];
const FROM_MORPHO = ['Morpho', 'IrmMock', 'OracleMock'];
/** Built code in npm packages. */
export const BUILT = {
  UniswapV2Factory: '@uniswap/v2-core/build/UniswapV2Factory.json',
  UniswapV2Router02: '@uniswap/v2-periphery/build/UniswapV2Router02.json',
  WETH9: '@uniswap/v2-periphery/build/WETH9.json',
  UniswapV3Factory: '@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json',
  UniswapV3Pool: '@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json',
  SwapRouter: '@uniswap/v3-periphery/artifacts/contracts/SwapRouter.sol/SwapRouter.json',
  NonfungiblePositionManager: '@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json',
} as const;

/** ABI and creation code of a built contract. */
export function built(name: keyof typeof BUILT): { abi: readonly unknown[]; bytecode: Hex } {
  const { abi, bytecode } = JSON.parse(readFileSync(require.resolve(BUILT[name]), 'utf8')) as {
    abi: readonly unknown[];
    bytecode: string;
  };
  return { abi, bytecode: (bytecode.startsWith('0x') ? bytecode : `0x${bytecode}`) as Hex };
}

/** Where the tests put a library: an address that only its name decides, so that linking needs no deployment. */
function libraryAddress(name: string): Hex {
  return getAddress(`0x${keccak256(stringToHex(`aave.${name}`)).slice(26)}`);
}

function writeAave(artifacts: Artifacts): void {
  const libraries: Record<string, Hex> = {};
  const visit = (name: string): void => {
    for (const library of Object.values(artifacts[name].linkReferences).flatMap((byName) => Object.keys(byName))) {
      if (libraries[library] !== undefined) continue;
      libraries[library] = libraryAddress(library);
      visit(library);
    }
  };
  for (const name of FROM_AAVE) {
    visit(name);
    writeFileSync(join(folder, `${name}.hex`), link(artifacts[name], libraries));
  }
  const codes = Object.keys(libraries).map((name) => link(artifacts[name].deployed, libraries));
  writeFileSync(join(folder, 'aave-libraries.json'), JSON.stringify({ addresses: Object.values(libraries), codes }));
}

function writeTargets(): void {
  mkdirSync(folder, { recursive: true });
  writeAave(compileDevnetContracts());
  const morpho = compileMorpho();
  for (const name of FROM_MORPHO) writeFileSync(join(folder, `${name}.hex`), morpho[name].bytecode);
  for (const name of Object.keys(BUILT) as (keyof typeof BUILT)[]) writeFileSync(join(folder, `${name}.hex`), built(name).bytecode);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTargets();
