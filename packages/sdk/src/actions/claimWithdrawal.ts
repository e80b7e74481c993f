/**
 * Pays settled withdrawals out on L1. Needs no node: the statement that L1 settled is read back from the settle transaction's calldata,
 * and the path is computed from its withdrawal words.
 */
import { weirAbi } from '@weir/abi/weir';
import { keccak256 } from '@weir/crypto/keccak';
import { bigintToBytes, fromHex, tagBytes, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { encodeEffect } from '@weir/protocol/statement/effects';
import { wordFromLimbs } from '@weir/protocol/statement/limbs';
import { decodeStatement } from '@weir/protocol/statement/statement';
import type { WithdrawalEffect } from '@weir/protocol/types';
import { type Account, decodeFunctionData, encodeFunctionData, type Hex } from 'viem';
import type { WeirClient } from '../client.ts';

export interface SettledWithdrawal extends WithdrawalEffect {
  readonly batchNumber: number;
  /** Place among the batch's withdrawals. */
  readonly index: number;
  readonly word0: bigint;
  readonly word1: bigint;
  readonly path: readonly Hex[];
}

/** Statement bytes of a settled batch, from L1 alone. Throws `CodedError('NOT_SETTLED')`. */
export async function readSettledStatement(client: WeirClient, batchNumber: number): Promise<Uint8Array> {
  const [event] = await client.publicClient.getContractEvents({
    address: client.core,
    abi: weirAbi,
    eventName: 'BatchSettled',
    args: { batchNumber: BigInt(batchNumber) },
    fromBlock: 0n,
  });
  if (event === undefined) throw new CodedError('NOT_SETTLED', `batch ${batchNumber} is not settled`, { batchNumber });
  const { input } = await client.publicClient.getTransaction({ hash: event.transactionHash });
  const { args } = decodeFunctionData({ abi: weirAbi, data: input });
  return fromHex((args as readonly [Hex, Hex, Hex])[0]);
}

export async function getWithdrawals(client: WeirClient, batchNumber: number): Promise<SettledWithdrawal[]> {
  const { effects } = decodeStatement(await readSettledStatement(client, batchNumber));
  const withdrawals = effects.filter((effect): effect is WithdrawalEffect => effect.kind === 'withdrawal');
  const words = withdrawals.map((effect) => encodeEffect(effect).map(wordFromLimbs));
  const leaves = words.map(([word0, word1], index) => hash('weir.withdrawal.v1', BigInt(index), word0, word1));
  return withdrawals.map((effect, index) => ({
    ...effect,
    batchNumber,
    index,
    word0: words[index][0],
    word1: words[index][1],
    path: pathOf(leaves, index),
  }));
}

export async function claimWithdrawal(client: WeirClient, wallet: Account, withdrawal: SettledWithdrawal): Promise<Hex> {
  const { batchNumber, index, word0, word1, path } = withdrawal;
  const data = encodeFunctionData({
    abi: weirAbi,
    functionName: 'claim',
    args: [{ batchNumber: BigInt(batchNumber), index: BigInt(index), word0, word1, path }],
  });
  await client.publicClient.call({ account: wallet, to: client.core, data });
  const transaction = await client.walletOf(wallet).sendTransaction({ to: client.core, data });
  const receipt = await client.publicClient.waitForTransactionReceipt({ hash: transaction });
  if (receipt.status !== 'success') throw new CodedError('CLAIM_REVERTED', `claim reverted in ${transaction}`, { transaction });
  return transaction;
}

function hash(tag: string, ...items: readonly (bigint | Uint8Array)[]): Uint8Array {
  return keccak256(tagBytes(tag), ...items.map((item) => (typeof item === 'bigint' ? bigintToBytes(item, 32) : item)));
}

/** Siblings from the leaf up (docs/statements.md, "withdrawals root"); a missing right sibling is zero. */
function pathOf(leaves: readonly Uint8Array[], leafIndex: number): Hex[] {
  const path: Hex[] = [];
  let level = leaves;
  for (let index = leafIndex; level.length > 1; index >>= 1) {
    const at = (i: number) => level[i] ?? new Uint8Array(32);
    path.push(toHex(at(index ^ 1)));
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => hash('weir.withdrawals.node.v1', at(2 * i), at(2 * i + 1)));
  }
  return path;
}
