/** An ERC-4626 vault whose share is worth one USDC to the unit, and handing out tokens to many wallets at once. */
import { type Abi, type Hex, parseUnits } from 'viem';
import type { Chain } from './chain.ts';
import { compileDevnetContracts } from './compile.ts';
import type { Devnet } from './devnet.ts';

/** Development account that owns the liquidity of all strategies, goes direct, and hands out tokens. */
export const WHALE = 6;
const STAKE = parseUnits('5000000', 6);

/** OpenZeppelin's. It has neither earned nor lost. */
export async function deployEvenVault(chain: Chain, devnet: Devnet): Promise<Hex> {
  const whale = chain.account(WHALE);
  const { usdc } = devnet.addresses;
  const { abi, bytecode } = compileDevnetContracts()['Vault'];
  const vault = await chain.deploy(whale, { abi, bytecode: bytecode as Hex }, [usdc, 'Even', 0]);
  await devnet.mintUsdc(whale.address, STAKE);
  await chain.send(whale, usdc, devnet.abis.erc20, 'approve', [vault, STAKE]);
  await chain.send(whale, vault, devnet.abis.erc4626, 'deposit', [STAKE, whale.address]);
  return vault;
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
