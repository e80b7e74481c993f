/** ERC-4626 vaults of several makes over USDC, with shares at prices that their past has left: what the story of a thousand trades in. */
import { type Abi, type Hex, parseUnits } from 'viem';
import type { Chain } from './chain.ts';
import { compileDevnetContracts } from './compile.ts';
import type { Devnet } from './devnet.ts';

export interface Strategy {
  readonly name: string;
  readonly vault: Hex;
}

/** Development account that supplies the vaults and hands out tokens. */
export const WHALE = 6;
const STAKE = parseUnits('5000000', 6);

/** A share of the first is worth exactly one USDC; the others have earned, charge, have another scale, or have lost. */
export async function deployVaults(chain: Chain, devnet: Devnet): Promise<Strategy[]> {
  const artifacts = compileDevnetContracts();
  const whale = chain.account(WHALE);
  const { usdc } = devnet.addresses;
  const deploy = async (contract: string, args: readonly unknown[]): Promise<Hex> => {
    const { abi, bytecode } = artifacts[contract];
    return chain.deploy(whale, { abi, bytecode: bytecode as Hex }, args);
  };
  const strategies: Strategy[] = [
    { name: 'OpenZeppelin, even', vault: await deploy('Vault', [usdc, 'Even', 0]) },
    { name: 'OpenZeppelin, earned', vault: await deploy('Vault', [usdc, 'Earned', 0]) },
    { name: 'OpenZeppelin, fees', vault: await deploy('FeeVault', [usdc, 'Fees']) },
    { name: 'OpenZeppelin, 9 decimals, lost', vault: await deploy('Vault', [usdc, 'Lost', 3]) },
    { name: 'Solady', vault: await deploy('SoladyVault', [usdc]) },
  ];
  for (const { vault } of strategies) await supply(chain, devnet, vault, STAKE);
  const [, earned, , lost, solady] = strategies;
  await devnet.mintUsdc(earned.vault, parseUnits('412345.678901', 6));
  await devnet.mintUsdc(solady.vault, parseUnits('98765.432109', 6));
  await chain.send(whale, lost.vault, artifacts['Vault'].abi, 'lose', [parseUnits('123456.789012', 6)]);
  return strategies;
}

/** The whale pays in; its shares are handed out to those who are to leave. */
export async function supply(chain: Chain, devnet: Devnet, vault: Hex, amount: bigint): Promise<void> {
  const whale = chain.account(WHALE);
  await devnet.mintUsdc(whale.address, amount);
  await chain.send(whale, devnet.addresses.usdc, devnet.abis.erc20, 'approve', [vault, amount]);
  await chain.send(whale, vault, devnet.abis.erc4626, 'deposit', [amount, whale.address]);
}

/** Tokens of the whale's to many wallets, a few hundred in one transaction. */
export async function disperse(chain: Chain, devnet: Devnet, gifts: readonly { token: Hex; to: Hex; amount: bigint }[]): Promise<void> {
  const { abi, bytecode } = compileDevnetContracts()['Disperse'];
  const whale = chain.account(WHALE);
  const contract = await chain.deploy(whale, { abi: abi as Abi, bytecode: bytecode as Hex });
  for (const token of new Set(gifts.map((gift) => gift.token))) {
    const own = gifts.filter((gift) => gift.token === token);
    const sum = own.reduce((total, { amount }) => total + amount, 0n);
    if (token === devnet.addresses.usdc) await devnet.mintUsdc(whale.address, sum);
    await chain.send(whale, token, devnet.abis.erc20, 'approve', [contract, sum]);
    for (let i = 0; i < own.length; i += 150) {
      const some = own.slice(i, i + 150);
      await chain.send(whale, contract, abi as Abi, 'disperse', [token, some.map(({ to }) => to), some.map(({ amount }) => amount)]);
    }
  }
}
