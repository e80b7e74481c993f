/** A local chain with the production contracts and a token that anybody mints. */
import { createRequire } from 'node:module';
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { digestBytes } from '@weir/protocol/statement/header';
import {
  type Abi,
  type Account,
  type Chain,
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type TestClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { type Deployment, deployWeir, launch } from '../../src/l1/deploy.ts';
import { startAnvil } from '../../src/l1/embeddedL1.ts';
import type { Person } from './people.ts';

/** anvil's first published development key. */
export const OPERATOR_KEY: Hex = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';

const TOKEN = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;
contract Token {
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;
  event Transfer(address indexed from, address indexed to, uint256 value);
  function decimals() external pure returns (uint8) { return 6; }
  function totalSupply() external pure returns (uint256) { return 1e30; }
  function mint(address to, uint256 amount) external { balanceOf[to] += amount; emit Transfer(address(0), to, amount); }
  function approve(address spender, uint256 amount) external returns (bool) { allowance[msg.sender][spender] = amount; return true; }
  function transfer(address to, uint256 amount) external returns (bool) { return _move(msg.sender, to, amount); }
  function transferFrom(address from, address to, uint256 amount) external returns (bool) {
    allowance[from][msg.sender] -= amount;
    return _move(from, to, amount);
  }
  function _move(address from, address to, uint256 amount) private returns (bool) {
    balanceOf[from] -= amount;
    balanceOf[to] += amount;
    emit Transfer(from, to, amount);
    return true;
  }
}`;

function compileToken(): { abi: Abi; bytecode: Hex } {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string };
  const input = {
    language: 'Solidity',
    sources: { 'Token.sol': { content: TOKEN } },
    settings: { outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as {
    contracts: { 'Token.sol': { Token: { abi: Abi; evm: { bytecode: { object: string } } } } };
  };
  const { abi, evm } = output.contracts['Token.sol'].Token;
  return { abi, bytecode: `0x${evm.bytecode.object}` };
}

export interface TestChain extends Deployment {
  readonly rpcUrl: string;
  readonly client: PublicClient;
  readonly test: TestClient<'anvil'>;
  readonly operator: Account;
  /** Number of the token in the asset registry. */
  readonly asset: number;
  readonly token: Hex;
  send(to: Hex, abi: Abi, functionName: string, args: readonly unknown[], value?: bigint): Promise<void>;
  /** From the operator's wallet into somebody's account; returns the place in the queue. */
  deposit(who: Person, amount: bigint, slot: number): Promise<number>;
  lastBatch(): Promise<number>;
  stop(): Promise<void>;
}

export async function startTestChain(): Promise<TestChain> {
  const anvil = await startAnvil();
  const transport = http(anvil.rpcUrl);
  const chain = defineChain({
    id: 31_337,
    name: 'test',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.rpcUrl] } },
  });
  const client = createPublicClient({ chain, transport, pollingInterval: 20, cacheTime: 0 }) as PublicClient;
  const operator = privateKeyToAccount(OPERATOR_KEY);
  const wallet = createWalletClient({ chain, transport, account: operator }) as WalletClient<Transport, Chain, Account>;
  const deployment = await deployWeir({ client, wallet, owner: operator.address, operator: operator.address });
  const { abi: tokenAbi, bytecode } = compileToken();
  const creation = await client.waitForTransactionReceipt({ hash: await wallet.deployContract({ abi: tokenAbi, bytecode }) });
  const token = creation.contractAddress!;
  const send = async (to: Hex, abi: Abi, functionName: string, args: readonly unknown[], value = 0n): Promise<void> => {
    const { request } = await client.simulateContract({ account: operator, address: to, abi, functionName, args, value });
    const { status } = await client.waitForTransactionReceipt({ hash: await wallet.writeContract(request) });
    if (status !== 'success') throw new Error(`${functionName} reverted`);
  };
  await send(deployment.core, weirAbi as Abi, 'registerAsset', [token, 1n]);
  await launch(client, wallet, deployment.governance);
  const read = <T>(functionName: string) =>
    client.readContract({ address: deployment.core, abi: weirAbi as Abi, functionName }) as Promise<T>;
  return {
    ...deployment,
    rpcUrl: anvil.rpcUrl,
    client,
    test: createTestClient({ chain, transport, mode: 'anvil' }),
    operator,
    asset: 1,
    token,
    send,
    deposit: async (who, amount, slot) => {
      await send(token, tokenAbi, 'mint', [operator.address, amount]);
      await send(token, tokenAbi, 'approve', [deployment.core, amount]);
      await send(deployment.core, weirAbi as Abi, 'deposit', [1, amount, who.account, toHex(digestBytes(who.digest)), slot]);
      return Number((await read<readonly bigint[]>('queues'))[0]) - 1;
    },
    lastBatch: async () => Number((await read<readonly bigint[]>('lastBatch'))[0]),
    stop: () => anvil.stop(),
  };
}
