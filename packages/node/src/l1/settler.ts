/**
 * Sends proven batches to L1, in order, one at a time. It never decides that a batch is settled: the follower does, from L1's event.
 *
 * The hash of a settle transaction is written down before it is sent. Killed anywhere, the next start finds it on L1, in the mempool, or
 * nowhere, and sends again only in the last case; should two be sent all the same, L1 refuses the second (`WrongBatchNumber`).
 */
import { iVerifierErrorsAbi } from '@weir/abi/iVerifierErrors';
import { weirAbi } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { and, eq, gte, inArray, max } from 'drizzle-orm';
import { BaseError, ContractFunctionRevertedError, encodeFunctionData, type Hex } from 'viem';
import type { Queries } from '../storage/database.ts';
import { batches, fills, transactions } from '../storage/schema.ts';
import { type L1, l1Time, send } from './client.ts';

/** L1's caps: EIP-7825 for gas, what public nodes relay for bytes. */
const MAX_TRANSACTION_GAS = 16_777_216n;
export const MAX_TRANSACTION_BYTES = 131_072;
/** The core settles a batch within two hours of its timestamp. */
const SETTLE_WINDOW_SECONDS = 7_200;
/** This much of it is left for the transaction to be mined. */
const MINING_SECONDS = 300;

export type SettleResult =
  | { readonly outcome: 'submitted'; readonly number: number; readonly transaction: Hex }
  /** The verifier refuses its proof: it is to be proven again. */
  | { readonly outcome: 'unproven'; readonly number: number; readonly reason: string }
  /** It waited too long for its proof or for L1: it and those after it are to be taken apart (`discardFrom`) and sealed again. */
  | { readonly outcome: 'stale'; readonly number: number };

type BatchRow = typeof batches.$inferSelect;

/** Sends the next batch if it is proven; undefined if there is nothing to do. Throws with the decoded custom error if L1 would refuse it. */
export async function settleOnce(l1: L1, queries: Queries): Promise<SettleResult | undefined> {
  const [lastNumber] = await l1.client.readContract({ address: l1.core, abi: weirAbi, functionName: 'lastBatch' });
  const number = Number(lastNumber) + 1;
  const [batch] = await queries.select().from(batches).where(eq(batches.number, number));
  if (batch === undefined) return undefined;
  if (batch.status === 'submitted' && (await isPending(l1, batch.l1Transaction))) return undefined;
  // What was sent once may be mined by somebody we do not see until L1 itself refuses it: taken apart earlier, the batch could settle all the same.
  const window = batch.status === 'submitted' ? SETTLE_WINDOW_SECONDS : SETTLE_WINDOW_SECONDS - MINING_SECONDS;
  if ((await l1Time(l1)) > batch.timestamp + window) return { outcome: 'stale', number };
  if (batch.proof === null) return undefined;
  return submit(l1, queries, batch, batch.proof);
}

async function submit(l1: L1, queries: Queries, batch: BatchRow, proof: Uint8Array): Promise<SettleResult> {
  const { number } = batch;
  const args = [toHex(batch.statement), toHex(batch.digest), toHex(proof)] as const;
  const abi = [...weirAbi, ...iVerifierErrorsAbi];
  const call = { account: l1.account, address: l1.core, abi, functionName: 'settle', args, gas: MAX_TRANSACTION_GAS } as const;
  let gas: bigint;
  try {
    gas = await l1.client.estimateContractGas(call);
  } catch (error) {
    const reason = verifierRejection(error);
    if (reason === undefined) throw error;
    await queries.update(batches).set({ proof: null, status: 'sealed' }).where(eq(batches.number, number));
    return { outcome: 'unproven', number, reason };
  }
  const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
  const transaction = await send(l1, { to: l1.core, data, gas: min((gas * 11n) / 10n, MAX_TRANSACTION_GAS) }, async (hash, bytes) => {
    await queries
      .update(batches)
      .set({ status: 'submitted', l1Transaction: hash, transactionBytes: bytes })
      .where(and(eq(batches.number, number), inArray(batches.status, ['proven', 'submitted'])));
  });
  return { outcome: 'submitted', number, transaction };
}

/** Name of the verifier's custom error, if that is what stopped the call. */
function verifierRejection(error: unknown): string | undefined {
  const reverted = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
  const name = reverted instanceof ContractFunctionRevertedError ? reverted.data?.errorName : undefined;
  return iVerifierErrorsAbi.some((item) => item.type === 'error' && item.name === name) ? name : undefined;
}

async function isPending(l1: L1, transaction: string | null): Promise<boolean> {
  if (transaction === null) return false;
  const hash = transaction as Hex;
  const known = await l1.client.getTransaction({ hash }).catch(unlessMissing('TransactionNotFoundError'));
  if (known === undefined) return false;
  const receipt = await l1.client.getTransactionReceipt({ hash }).catch(unlessMissing('TransactionReceiptNotFoundError'));
  // Mined with success: the follower will see the event. Mined and reverted: send again.
  return receipt === undefined || receipt.status === 'success';
}

/** "Not there" is an answer; anything else (no connection) is not. */
const unlessMissing =
  (name: string) =>
  (error: Error): undefined => {
    if (error.name !== name) throw error;
  };

/**
 * Takes unsettled batches apart (only the sequencer may call it, between two batches): their requests wait again, in their old order, with the fills of settled batches kept. Deposits, exits
 * and redemptions need nothing: they are read from L1 and the state.
 */
export async function discardFrom(queries: Queries, number: number): Promise<void> {
  await queries.transaction(async (tx) => {
    await tx.delete(batches).where(gte(batches.number, number));
    await tx.delete(fills).where(gte(fills.batch, number));
    const waiting = await tx
      .update(transactions)
      .set({ status: 'accepted', batch: null })
      .where(and(gte(transactions.batch, number), inArray(transactions.status, ['batched', 'proven', 'open'])))
      .returning({ seq: transactions.seq, kind: transactions.kind });
    const orders = waiting.filter(({ kind }) => kind === 'order').map(({ seq }) => seq);
    if (orders.length === 0) return;
    await tx.update(transactions).set({ status: 'open' }).where(inArray(transactions.seq, orders));
    const kept = await tx
      .select({ seq: fills.seq, batch: max(fills.batch) })
      .from(fills)
      .where(inArray(fills.seq, orders))
      .groupBy(fills.seq);
    for (const { seq, batch } of kept) await tx.update(transactions).set({ batch }).where(eq(transactions.seq, seq));
  });
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
