/**
 * Pays settled withdrawals out on L1. Needs no node: the statement that L1 settled is read back from the settle transaction's calldata,
 * and the path is computed from its withdrawal words.
 */
import { weirAbi } from '@weir/abi/weir';
import { keccak256 } from '@weir/crypto/keccak';
import { bigintToBytes, tagBytes, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { encodeEffect } from '@weir/protocol/statement/effects';
import { decodeHeader } from '@weir/protocol/statement/header';
import { wordFromLimbs } from '@weir/protocol/statement/limbs';
import type { WithdrawalEffect } from '@weir/protocol/types';
import { type Abi, type Account, encodeFunctionData, type Hex } from 'viem';
import type { L1Client } from '../l1.ts';
import { readAllEvents } from '../rebuild/events.ts';
import { settlementOf } from '../rebuild/settlements.ts';
import { effectsOf, GENESIS_ROOTS, readStatement, type SettledStatement } from '../rebuild/statementBytes.ts';

export interface SettledWithdrawal extends WithdrawalEffect {
  readonly batchNumber: number;
  /** Place among the batch's withdrawals. */
  readonly index: number;
  readonly word0: bigint;
  readonly word1: bigint;
  readonly path: readonly Hex[];
}

/** A settled batch as L1 has it: its bytes in calldata, and its blobs' hashes. Throws `CodedError`: NOT_SETTLED, STATEMENT_NOT_FOUND. */
export async function readSettled(client: L1Client, batchNumber: number): Promise<SettledStatement> {
  const events = await readAllEvents(client, {
    address: client.core,
    abi: weirAbi as Abi,
    eventName: 'BatchSettled',
    args: { batchNumber: [BigInt(batchNumber - 1), BigInt(batchNumber)] },
    fromBlock: 0n,
    toBlock: await client.publicClient.getBlockNumber({ cacheTime: 0 }),
  });
  const [settlement, before] = events.map(settlementOf).reverse();
  if (settlement?.batchNumber !== batchNumber) throw new CodedError('NOT_SETTLED', `batch ${batchNumber} is not settled`, { batchNumber });
  return readStatement(client, settlement, before ?? GENESIS_ROOTS);
}

export async function getWithdrawals(client: L1Client, batchNumber: number): Promise<SettledWithdrawal[]> {
  return withdrawalsOf((await readSettled(client, batchNumber)).bytes);
}

/** Every withdrawal of a statement with its path, computed from the statement alone. */
export function withdrawalsOf(statement: Uint8Array): SettledWithdrawal[] {
  const { batchNumber } = decodeHeader(statement);
  const withdrawals = effectsOf(statement).filter((effect): effect is WithdrawalEffect => effect.kind === 'withdrawal');
  const words = withdrawals.map((effect) => encodeEffect(effect).map(wordFromLimbs));
  const levels = treeOf(words.map(([word0, word1], index) => hash('weir.withdrawal.v1', BigInt(index), word0, word1)));
  return withdrawals.map((effect, index) => ({
    ...effect,
    batchNumber,
    index,
    word0: words[index][0],
    word1: words[index][1],
    path: pathOf(levels, index),
  }));
}

export async function claimWithdrawal(client: L1Client, wallet: Account, withdrawal: SettledWithdrawal): Promise<Hex> {
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

/** Leaves first (docs/statements.md, "withdrawals root"); a missing right sibling is zero. */
function treeOf(leaves: readonly Uint8Array[]): (readonly Uint8Array[])[] {
  const levels = [leaves];
  for (let level = leaves; level.length > 1; levels.push(level)) {
    const at = (i: number) => level[i] ?? new Uint8Array(32);
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => hash('weir.withdrawals.node.v1', at(2 * i), at(2 * i + 1)));
  }
  return levels;
}

/** Siblings from the leaf up. */
function pathOf(levels: readonly (readonly Uint8Array[])[], leaf: number): Hex[] {
  return levels.slice(0, -1).map((level, height) => toHex(level[(leaf >> height) ^ 1] ?? new Uint8Array(32)));
}
