/**
 * More strategies over USDC beside Aave's wrapper: a plain ERC-4626 vault, Aave and Morpho Blue through positions of ours, liquidity on
 * Uniswap v2 and v3, and a swap; all against the protocols' own code. What going direct costs is measured on the same chain, beside each.
 */
import { aaveV3PositionAbi, aaveV3PositionBytecode } from '@weir/abi/aaveV3Position';
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { lendingAdapterAbi, lendingAdapterBytecode } from '@weir/abi/lendingAdapter';
import { morphoBluePositionAbi, morphoBluePositionBytecode } from '@weir/abi/morphoBluePosition';
import { positionAdapterAbi, positionAdapterBytecode } from '@weir/abi/positionAdapter';
import { uniswapV2AdapterAbi, uniswapV2AdapterBytecode } from '@weir/abi/uniswapV2Adapter';
import { uniswapV3PositionAbi, uniswapV3PositionBytecode } from '@weir/abi/uniswapV3Position';
import { uniswapV3SwapAdapterAbi, uniswapV3SwapAdapterBytecode } from '@weir/abi/uniswapV3SwapAdapter';
import { type Abi, type Account, type Hex, maxUint128, maxUint256, parseUnits, zeroAddress } from 'viem';
import type { Chain } from './chain.ts';
import { type Artifact, compileDevnetContracts, compileMorpho } from './compile.ts';
import type { Devnet } from './devnet.ts';
import { built } from './targets.ts';
import { deployEvenVault, WHALE } from './vaults.ts';

export interface Strategy {
  readonly name: string;
  readonly adapter: Hex;
  /** The same adapter with the whale as its pool: what it gives the whale, a ride would get. */
  readonly doorway: Hex;
  /** Whether the adapter names a share price (`IPriced`), so that a feed of it can be opened. */
  readonly priced: boolean;
  /** What a join gives, and the quantum to register it with. */
  readonly share: Hex;
  readonly quantum: bigint;
  /** A bit more than a crossing needs. */
  readonly gasFloor: number;
  /** What one person pays without us, at the target's own entry points: approvals included. */
  readonly direct: { readonly joinGas: bigint; readonly exitGas: bigint };
}

/** Deep beside what a round of a thousand people brings, so that a crossing's size moves no price by much. */
const LIQUIDITY = parseUnits('50000000', 6);
const DIRECT = parseUnits('1000', 6);
const CAP = parseUnits('1000000000', 6);
const FEE = 3000;
const FULL_RANGE = 887_220;
/** 2^96: one for one. */
const PAR = 1n << 96n;
const NEVER = maxUint256;

interface Place {
  readonly chain: Chain;
  readonly devnet: Devnet;
  readonly pool: Hex;
  readonly provider: Account;
  /** Sends from the provider and answers what it cost. */
  gas(to: Hex, abi: Abi, functionName: string, args: readonly unknown[]): Promise<bigint>;
  deploy(abi: unknown, bytecode: Hex, args?: readonly unknown[]): Promise<Hex>;
  /** An adapter for the pool, and one for the whale. `args`: what its constructor takes between pool and cap. */
  adapters(abi: unknown, bytecode: Hex, args: readonly unknown[]): Promise<Pick<Strategy, 'adapter' | 'doorway' | 'priced'>>;
}

function placeOf(chain: Chain, devnet: Devnet, pool: Hex): Place {
  const provider = chain.account(WHALE);
  const deploy: Place['deploy'] = (abi, bytecode, args = []) => chain.deploy(provider, { abi: abi as Abi, bytecode }, args);
  return {
    ...{ chain, devnet, pool, provider, deploy },
    gas: async (to, abi, functionName, args) => (await chain.send(provider, to, abi, functionName, args)).gasUsed,
    adapters: async (abi, bytecode, args) => ({
      adapter: await deploy(abi, bytecode, [pool, ...args, CAP]),
      doorway: await deploy(abi, bytecode, [provider.address, ...args, CAP]),
      priced: (abi as Abi).some((item) => item.type === 'function' && item.name === 'guardPrice'),
    }),
  };
}

/** Deploys targets, positions and adapters for `pool`; registering them is the caller's (before launch). */
export async function deployStrategies(chain: Chain, devnet: Devnet, pool: Hex): Promise<Strategy[]> {
  const place = placeOf(chain, devnet, pool);
  await devnet.mintUsdc(place.provider.address, 10n * LIQUIDITY);
  const second = await secondToken(place);
  return [
    await evenVault(place),
    await morpho(place),
    await uniswapV2(place, second),
    ...(await uniswapV3(place, second)),
    await aave(place),
  ];
}

/** The development chain's own strategy, which it registers itself. */
export async function stata(chain: Chain, devnet: Devnet, adapter: Hex, pool: Hex): Promise<Strategy> {
  const place = placeOf(chain, devnet, pool);
  await devnet.mintUsdc(place.provider.address, LIQUIDITY);
  const share = devnet.addresses.stataUsdc;
  const { doorway, priced, direct } = await vaultOf(place, share);
  return { name: "Aave v3.6's wrapper", adapter, doorway, priced, share, quantum: 1n, gasFloor: 600_000, direct };
}

/** The whale crosses as a ride would: what `amount` of units brings it. */
export async function cross(
  { chain, devnet }: Pick<Place, 'chain' | 'devnet'>,
  { doorway, share }: Strategy,
  direction: 0 | 1,
  amount: bigint,
): Promise<bigint> {
  const whale = chain.account(WHALE);
  const { usdc } = devnet.addresses;
  const [from, to] = direction === 0 ? [usdc, share] : [share, usdc];
  const held = () => chain.read<bigint>(to, devnet.abis.erc20, 'balanceOf', [whale.address]);
  if (direction === 0) await devnet.mintUsdc(whale.address, amount);
  const before = await held();
  await chain.send(whale, from, devnet.abis.erc20, 'transfer', [doorway, amount]);
  await chain.send(whale, doorway, erc4626AdapterAbi as Abi, 'convert', [direction, from, to, amount, whale.address, '0x']);
  return (await held()) - before;
}

async function vaultOf(place: Place, share: Hex): Promise<Pick<Strategy, 'adapter' | 'doorway' | 'priced' | 'direct'>> {
  const { devnet, gas, provider } = place;
  const allow = await approve(place, devnet.addresses.usdc, share, DIRECT);
  const joinGas = allow + (await gas(share, devnet.abis.erc4626, 'deposit', [DIRECT, provider.address]));
  const exitGas = await gas(share, devnet.abis.erc4626, 'redeem', [DIRECT / 2n, provider.address, provider.address]);
  return { ...(await place.adapters(erc4626AdapterAbi, erc4626AdapterBytecode, [share])), direct: { joinGas, exitGas } };
}

async function evenVault(place: Place): Promise<Strategy> {
  const share = await deployEvenVault(place.chain, place.devnet);
  return { name: 'ERC-4626 vault, even', share, quantum: 1n, gasFloor: 400_000, ...(await vaultOf(place, share)) };
}

/** 18 decimals would do as well; six keep prices readable. */
async function secondToken({ chain, provider, deploy }: Place): Promise<Hex> {
  const { abi, bytecode } = compileDevnetContracts()['Collateral'];
  const token = await deploy(abi, bytecode as Hex);
  await chain.send(provider, token, abi, 'mint', [provider.address, 10n * LIQUIDITY]);
  return token;
}

const approve = ({ gas, devnet }: Place, token: Hex, spender: Hex, amount: bigint): Promise<bigint> =>
  gas(token, devnet.abis.erc20, 'approve', [spender, amount]);

async function aave(place: Place): Promise<Strategy> {
  const { devnet, deploy, gas, provider } = place;
  const { usdc, aavePool } = devnet.addresses;
  const share = await deploy(aaveV3PositionAbi, aaveV3PositionBytecode, [aavePool, usdc, 'Aave v3 USDC position', 'pAaveUSDC']);
  const doors = await place.adapters(lendingAdapterAbi, lendingAdapterBytecode, [share]);
  const allow = await approve(place, usdc, aavePool, DIRECT);
  const joinGas = allow + (await gas(aavePool, devnet.abis.aavePool, 'supply', [usdc, DIRECT, provider.address, 0]));
  const exitGas = await gas(aavePool, devnet.abis.aavePool, 'withdraw', [usdc, DIRECT / 2n, provider.address]);
  return { name: 'Aave v3', ...doors, share, quantum: 1n, gasFloor: 600_000, direct: { joinGas, exitGas } };
}

async function morpho(place: Place): Promise<Strategy> {
  const { chain, devnet, deploy, gas, provider } = place;
  const artifacts = compileMorpho();
  const of = (name: string, args: readonly unknown[] = []) =>
    deploy(artifacts[name].abi, (artifacts[name] as Artifact).bytecode as Hex, args);
  const { abi } = artifacts['Morpho'];
  const blue = await of('Morpho', [provider.address]);
  const market = {
    loanToken: devnet.addresses.usdc,
    collateralToken: await secondToken(place),
    oracle: await of('OracleMock'),
    irm: await of('IrmMock'),
    lltv: parseUnits('0.8', 18),
  };
  await chain.send(provider, market.oracle, artifacts['OracleMock'].abi, 'setPrice', [10n ** 36n]);
  await chain.send(provider, blue, abi, 'enableIrm', [market.irm]);
  await chain.send(provider, blue, abi, 'enableLltv', [market.lltv]);
  await chain.send(provider, blue, abi, 'createMarket', [market]);
  await approve(place, market.loanToken, blue, LIQUIDITY);
  await chain.send(provider, blue, abi, 'supply', [market, LIQUIDITY, 0n, provider.address, '0x']);
  await approve(place, market.collateralToken, blue, LIQUIDITY);
  await chain.send(provider, blue, abi, 'supplyCollateral', [market, LIQUIDITY, provider.address, '0x']);
  await chain.send(provider, blue, abi, 'borrow', [market, LIQUIDITY / 2n, 0n, provider.address, provider.address]);

  const share = await deploy(morphoBluePositionAbi, morphoBluePositionBytecode, [blue, market, 'Morpho USDC position', 'pMorphoUSDC']);
  const doors = await place.adapters(lendingAdapterAbi, lendingAdapterBytecode, [share]);
  const allow = await approve(place, market.loanToken, blue, DIRECT);
  const joinGas = allow + (await gas(blue, abi, 'supply', [market, DIRECT, 0n, provider.address, '0x']));
  const exitGas = await gas(blue, abi, 'withdraw', [market, DIRECT, 0n, provider.address, provider.address]);
  // A share is 10^-6 of a unit of USDC at the start.
  return { name: 'Morpho Blue', ...doors, share, quantum: 10n ** 6n, gasFloor: 400_000, direct: { joinGas, exitGas } };
}

async function uniswapV2(place: Place, second: Hex): Promise<Strategy> {
  const { chain, devnet, deploy, gas, provider } = place;
  const { usdc } = devnet.addresses;
  const code = { factory: built('UniswapV2Factory'), router: built('UniswapV2Router02'), weth: built('WETH9') };
  const weth = await deploy(code.weth.abi, code.weth.bytecode);
  const factory = await deploy(code.factory.abi, code.factory.bytecode, [provider.address]);
  const router = await deploy(code.router.abi, code.router.bytecode, [factory, weth]);
  const abi = code.router.abi as Abi;
  await approve(place, usdc, router, LIQUIDITY);
  await approve(place, second, router, LIQUIDITY);
  const both = (amount: bigint) => [usdc, second, amount, amount, 0n, 0n, provider.address, NEVER];
  await chain.send(provider, router, abi, 'addLiquidity', both(LIQUIDITY));
  const share = await chain.read<Hex>(factory, code.factory.abi as Abi, 'getPair', [usdc, second]);
  const doors = await place.adapters(uniswapV2AdapterAbi, uniswapV2AdapterBytecode, [share, usdc]);

  const half = DIRECT / 2n;
  const swap = (from: Hex, to: Hex, amount: bigint) =>
    gas(router, abi, 'swapExactTokensForTokens', [amount, 0n, [from, to], provider.address, NEVER]);
  let joinGas = (await approve(place, usdc, router, DIRECT)) + (await swap(usdc, second, half));
  joinGas += await approve(place, second, router, half);
  joinGas += await gas(router, abi, 'addLiquidity', both((half * 99n) / 100n));
  let exitGas = await approve(place, share, router, maxUint256);
  exitGas += await gas(router, abi, 'removeLiquidity', [usdc, second, half, 0n, 0n, provider.address, NEVER]);
  exitGas += (await approve(place, second, router, half)) + (await swap(second, usdc, half));
  return { name: 'Uniswap v2 liquidity', ...doors, share, quantum: 1n, gasFloor: 400_000, direct: { joinGas, exitGas } };
}

async function uniswapV3(place: Place, second: Hex): Promise<Strategy[]> {
  const { chain, devnet, deploy, gas, provider } = place;
  const { usdc } = devnet.addresses;
  const code = {
    factory: built('UniswapV3Factory'),
    router: built('SwapRouter'),
    manager: built('NonfungiblePositionManager'),
    weth: built('WETH9'),
    pool: built('UniswapV3Pool'),
  };
  const weth = await deploy(code.weth.abi, code.weth.bytecode);
  const factory = await deploy(code.factory.abi, code.factory.bytecode);
  const router = await deploy(code.router.abi, code.router.bytecode, [factory, weth]);
  const manager = await deploy(code.manager.abi, code.manager.bytecode, [factory, weth, zeroAddress]);
  await chain.send(provider, factory, code.factory.abi as Abi, 'createPool', [usdc, second, FEE]);
  const target = await chain.read<Hex>(factory, code.factory.abi as Abi, 'getPool', [usdc, second, FEE]);
  await chain.send(provider, target, code.pool.abi as Abi, 'initialize', [PAR]);

  const [token0, token1] = usdc.toLowerCase() < second.toLowerCase() ? [usdc, second] : [second, usdc];
  const managerAbi = code.manager.abi as Abi;
  const mint = (amount: bigint) => [
    {
      token0,
      token1,
      fee: FEE,
      tickLower: -FULL_RANGE,
      tickUpper: FULL_RANGE,
      amount0Desired: amount,
      amount1Desired: amount,
      amount0Min: 0n,
      amount1Min: 0n,
      recipient: provider.address,
      deadline: NEVER,
    },
  ];
  const swap = (from: Hex, to: Hex, amountIn: bigint) =>
    gas(router, code.router.abi as Abi, 'exactInputSingle', [
      {
        tokenIn: from,
        tokenOut: to,
        fee: FEE,
        recipient: provider.address,
        deadline: NEVER,
        amountIn,
        amountOutMinimum: 0n,
        sqrtPriceLimitX96: 0n,
      },
    ]);
  await approve(place, usdc, manager, LIQUIDITY);
  await approve(place, second, manager, LIQUIDITY);
  await chain.send(provider, manager, managerAbi, 'mint', mint(LIQUIDITY));

  const share = await deploy(uniswapV3PositionAbi, uniswapV3PositionBytecode, [
    target,
    manager,
    router,
    usdc,
    'Uniswap v3 full range position',
    'pUni3',
  ]);
  const liquidity = await place.adapters(positionAdapterAbi, positionAdapterBytecode, [share]);
  const swapper = await place.adapters(uniswapV3SwapAdapterAbi, uniswapV3SwapAdapterBytecode, [router, target, usdc]);

  const half = DIRECT / 2n;
  const swapIn = (await approve(place, usdc, router, half)) + (await swap(usdc, second, half));
  const swapOut = (await approve(place, second, router, half)) + (await swap(second, usdc, half));
  let joinGas = swapIn + (await approve(place, usdc, manager, half)) + (await approve(place, second, manager, half));
  joinGas += await gas(manager, managerAbi, 'mint', mint((half * 99n) / 100n));
  const decrease = { tokenId: 2n, liquidity: half / 2n, amount0Min: 0n, amount1Min: 0n, deadline: NEVER };
  let exitGas = swapOut + (await gas(manager, managerAbi, 'decreaseLiquidity', [decrease]));
  const collect = { tokenId: 2n, recipient: provider.address, amount0Max: maxUint128, amount1Max: maxUint128 };
  exitGas += await gas(manager, managerAbi, 'collect', [collect]);
  return [
    // A share is 10^-6 of a unit of liquidity at the start.
    {
      name: 'Uniswap v3 liquidity',
      ...liquidity,
      share,
      quantum: 10n ** 6n,
      gasFloor: 1_500_000,
      direct: { joinGas, exitGas },
    },
    {
      name: 'Uniswap v3 swap',
      ...swapper,
      share: second,
      quantum: 1n,
      gasFloor: 300_000,
      direct: { joinGas: swapIn, exitGas: swapOut },
    },
  ];
}
