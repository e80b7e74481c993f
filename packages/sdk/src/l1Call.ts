/** A call of a contract from a wallet: simulated first, so that a refusal has L1's custom error and costs nothing; returns when it is mined. */
import { CodedError } from '@weir/foundation/codedError';
import type { Abi, Account, Hex, Log } from 'viem';
import { erc20Abi } from 'viem';
import type { L1Client } from './l1.ts';

export interface L1Call {
  readonly wallet: Account;
  readonly address: Hex;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly value?: bigint;
}

export interface L1CallReturnType {
  readonly transaction: Hex;
  readonly gasUsed: bigint;
  readonly logs: readonly Log[];
}

export async function callL1({ publicClient, walletOf }: L1Client, { wallet, value = 0n, ...call }: L1Call): Promise<L1CallReturnType> {
  const { request } = await publicClient.simulateContract({ account: wallet, ...call, ...(value === 0n ? {} : { value }) });
  const transaction = await walletOf(wallet).writeContract(request as never);
  const { status, gasUsed, logs } = await publicClient.waitForTransactionReceipt({ hash: transaction });
  if (status !== 'success') throw new CodedError('REVERTED', `${call.functionName} reverted in ${transaction}`, { transaction });
  return { transaction, gasUsed, logs };
}

/** Lets `spender` take `amount` of the wallet's tokens, if it may not yet. */
export async function allow(client: L1Client, wallet: Account, token: Hex, spender: Hex, amount: bigint): Promise<void> {
  const allowance = await client.publicClient.readContract({
    address: token,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [wallet.address, spender],
  });
  if (allowance >= amount) return;
  await callL1(client, { wallet, address: token, abi: erc20Abi as Abi, functionName: 'approve', args: [spender, amount] });
}
