/**
 * Sends proven batches to L1, in order, one at a time. It never decides that a batch is settled: the follower does, from L1's event.
 *
 * Killed between sending and recording, it may send the same batch again after a restart; L1 refuses the second one
 * (`WrongBatchNumber`), so nothing is settled twice.
 */
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { eq } from 'drizzle-orm';
import { encodeFunctionData, type Hex, hexToBytes } from 'viem';
import type { Queries } from '../storage/database.ts';
import { batches } from '../storage/schema.ts';
import type { L1 } from './client.ts';

/** L1's caps: EIP-7825 for gas, what public nodes relay for bytes. */
export const MAX_TRANSACTION_GAS = 16_777_216n;
export const MAX_TRANSACTION_BYTES = 131_072;

export interface SettleResult {
  readonly number: number;
  readonly transaction: Hex;
}

/** Sends the next batch if it is proven; undefined if there is nothing to do. Throws with the decoded custom error if L1 would refuse it. */
export async function settleOnce(l1: L1, queries: Queries): Promise<SettleResult | undefined> {
  const [lastNumber] = await l1.client.readContract({ address: l1.core, abi: weirAbi, functionName: 'lastBatch' });
  const number = Number(lastNumber) + 1;
  const [batch] = await queries.select().from(batches).where(eq(batches.number, number));
  if (batch?.proof == null) return undefined;
  if (batch.status === 'submitted' && (await isPending(l1, batch.l1Transaction))) return undefined;

  const args = [toHex(batch.statement), toHex(batch.digest), toHex(batch.proof)] as const;
  const call = { account: l1.account, address: l1.core, abi: weirAbi, functionName: 'settle', args, gas: MAX_TRANSACTION_GAS } as const;
  await l1.client.simulateContract(call);
  const gas = await l1.client.estimateContractGas(call);
  const request = await l1.wallet.prepareTransactionRequest({
    to: l1.core,
    data: encodeFunctionData({ abi: weirAbi, functionName: 'settle', args }),
    gas: min((gas * 11n) / 10n, MAX_TRANSACTION_GAS),
  });
  const raw = await l1.wallet.signTransaction(request);
  const transaction = await l1.client.sendRawTransaction({ serializedTransaction: raw });
  await queries
    .update(batches)
    .set({ status: 'submitted', l1Transaction: transaction, transactionBytes: hexToBytes(raw).length })
    .where(eq(batches.number, number));
  return { number, transaction };
}

async function isPending(l1: L1, transaction: string | null): Promise<boolean> {
  if (transaction === null) return false;
  const known = await l1.client.getTransaction({ hash: transaction as Hex }).catch(() => undefined);
  if (known === undefined) return false;
  const receipt = await l1.client.getTransactionReceipt({ hash: transaction as Hex }).catch(() => undefined);
  // Mined with success: the follower will see the event. Mined and reverted: send again.
  return receipt === undefined || receipt.status === 'success';
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
