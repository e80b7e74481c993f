import { type Anvil, startAnvil } from '@weir/node/l1/embeddedL1';
import { parseUnits } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { type Devnet, deployDevnet } from '../src/devnet/devnet.ts';

let anvil: Anvil;
let chain: Chain;
let devnet: Devnet;

beforeAll(async () => {
  anvil = await startAnvil();
  chain = await connect(anvil.rpcUrl);
  devnet = await deployDevnet(chain);
}, 180_000);
afterAll(() => anvil?.stop());

test('the share price of the Aave wrapper rises while the borrower pays interest', async () => {
  const price = () => chain.read<bigint>(devnet.addresses.stataUsdc, devnet.abis.erc4626, 'convertToAssets', [parseUnits('1000000', 6)]);
  const before = await price();
  await chain.test.increaseTime({ seconds: 30 * 86_400 });
  await chain.test.mine({ blocks: 1 });
  expect(await price()).toBeGreaterThan(before);
});

test('somebody who goes direct pays for approve, deposit and redeem', async () => {
  const person = chain.account(1);
  const amount = parseUnits('1000', 6);
  await devnet.mintUsdc(person.address, amount);
  const approve = await chain.send(person, devnet.addresses.usdc, devnet.abis.erc20, 'approve', [devnet.addresses.stataUsdc, amount]);
  const join = await chain.send(person, devnet.addresses.stataUsdc, devnet.abis.erc4626, 'deposit', [amount, person.address]);
  const shares = await chain.read<bigint>(devnet.addresses.stataUsdc, devnet.abis.erc20, 'balanceOf', [person.address]);
  const exit = await chain.send(person, devnet.addresses.stataUsdc, devnet.abis.erc4626, 'redeem', [
    shares,
    person.address,
    person.address,
  ]);
  expect(approve.gasUsed).toBeGreaterThan(40_000n);
  expect(join.gasUsed).toBeGreaterThan(150_000n);
  expect(exit.gasUsed).toBeGreaterThan(100_000n);
});

test('the hostile vault refuses deposits', async () => {
  const person = chain.account(2);
  await devnet.mintUsdc(person.address, 1n);
  await chain.send(person, devnet.addresses.usdc, devnet.abis.erc20, 'approve', [devnet.addresses.hostileVault, 1n]);
  await expect(chain.send(person, devnet.addresses.hostileVault, devnet.abis.erc4626, 'deposit', [1n, person.address])).rejects.toThrow();
});
