/** Deposits from a wallet into an account: token approval if needed, then the core's queue. Returns when L1 has it. */
import { governanceAbi } from '@weir/abi/governance';
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { digestBytes } from '@weir/protocol/statement/header';
import { type Account, erc20Abi, parseEventLogs, zeroAddress } from 'viem';
import type { L1Client } from '../l1.ts';
import { type AccountState, slotFor } from './getAccount.ts';

const governanceErrors = governanceAbi.filter(({ type }) => type === 'error');

export interface DepositParameters {
  readonly wallet: Account;
  readonly account: AccountState;
  readonly asset: number;
  /** In quanta. */
  readonly amount: bigint;
  readonly slot?: number;
}

export interface DepositReturnType {
  /** Its place in the core's queue. */
  readonly index: number;
  readonly transaction: string;
  readonly gasUsed: bigint;
}

/** Throws `CodedError`: ASSET_UNKNOWN, ACCOUNT_FULL, DEPOSIT_REVERTED; viem's error with the core's custom error if L1 refuses. */
export async function deposit(client: L1Client, parameters: DepositParameters): Promise<DepositReturnType> {
  const { wallet, account, asset, amount } = parameters;
  const walletClient = client.walletOf(wallet);
  const { token, quantum } = await client.publicClient.readContract({
    address: client.core,
    abi: weirAbi,
    functionName: 'asset',
    args: [BigInt(asset)],
  });
  if (token === zeroAddress) throw new CodedError('ASSET_UNKNOWN', `asset ${asset} is no token of L1's registry`, { asset });
  const units = amount * quantum;
  const allowance = await client.publicClient.readContract({
    address: token,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [wallet.address, client.core],
  });
  let gasUsed = 0n;
  if (allowance < units) {
    const hash = await walletClient.writeContract({ address: token, abi: erc20Abi, functionName: 'approve', args: [client.core, units] });
    gasUsed += (await client.publicClient.waitForTransactionReceipt({ hash })).gasUsed;
  }
  const slot = parameters.slot ?? slotFor(account, asset);
  const digest = toHex(digestBytes(account.headerDigest));
  const { request } = await client.publicClient.simulateContract({
    account: wallet,
    address: client.core,
    // What governance refuses comes through the core.
    abi: [...weirAbi, ...governanceErrors],
    functionName: 'deposit',
    args: [asset, amount, account.account, digest, slot],
  });
  const hash = await walletClient.writeContract(request);
  const receipt = await client.publicClient.waitForTransactionReceipt({ hash });
  const [queued] = parseEventLogs({ abi: weirAbi, eventName: 'DepositQueued', logs: receipt.logs });
  if (receipt.status !== 'success' || queued === undefined)
    throw new CodedError('DEPOSIT_REVERTED', `deposit reverted in ${hash}`, { hash });
  return { index: Number(queued.args.index), transaction: hash, gasUsed: gasUsed + receipt.gasUsed };
}
