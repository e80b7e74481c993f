/**
 * Sends proven batches to L1, in order, one at a time. It never decides that a batch is settled: the follower does, from L1's event.
 *
 * The hash of a settle transaction is written down before it is sent. Killed anywhere, the next start finds it on L1, in the mempool, or
 * nowhere, and sends again only in the last case, under the same nonce; should two be sent all the same, L1 refuses the second
 * (`WrongBatchNumber`). One that stays in the mempool is replaced by a dearer one.
 */
import { iVerifierErrorsAbi } from '@weir/abi/iVerifierErrors';
import { weirAbi } from '@weir/abi/weir';
import { bytesToBigint, fromHex, toHex } from '@weir/foundation/bytes';
import { evaluationPoint } from '@weir/protocol/statement/binding';
import { decodeHeader, HEADER_BYTES } from '@weir/protocol/statement/header';
import { and, eq, gte, inArray, max } from 'drizzle-orm';
import { BaseError, ContractFunctionRevertedError, encodeFunctionData, type Hex } from 'viem';
import type { BlobArchive } from '../da/archive.ts';
import type { KzgThread } from '../da/kzg.ts';
import { readPrices } from '../da/publisher.ts';
import type { Sidecar, SidecarForm } from '../da/sidecars.ts';
import { blobsTooDear, type CarrierPolicy } from '../da/volition.ts';
import { lockBatches, type Queries } from '../storage/database.ts';
import { batches, fills, transactions } from '../storage/schema.ts';
import { type Availability, CALLDATA_ONLY } from './availability.ts';
import { type L1, l1Time } from './client.ts';
import { sendAttempt, stateOf } from './sender.ts';

/** L1's caps: EIP-7825 for gas, what public nodes relay for bytes. */
const MAX_TRANSACTION_GAS = 16_777_216n;
export const MAX_TRANSACTION_BYTES = 131_072;
/** The core settles a batch within two hours of its timestamp. */
const SETTLE_WINDOW_SECONDS = 7_200;
/** This much of it is left for the transaction to be mined. */
const MINING_SECONDS = 300;
const DATA_DIGEST_BYTES = 32;

export interface SettleOptions {
  readonly l1: L1;
  readonly queries: Queries;
  readonly instance: Uint8Array;
  readonly archive: BlobArchive;
  readonly kzg: KzgThread;
  readonly sidecarForm: SidecarForm;
  readonly policy: CarrierPolicy;
  /** A transaction that has been in the mempool for this long is replaced. */
  readonly replaceAfterMs: number;
}

export type SettleResult =
  | { readonly outcome: 'submitted'; readonly number: number; readonly transaction: Hex; readonly replaces: Hex | undefined }
  /** The verifier refuses its proof: it is to be proven again. */
  | { readonly outcome: 'unproven'; readonly number: number; readonly reason: string }
  /** It can't settle any more, or not as it is: it and those after it are to be taken apart (`discardFrom`) and sealed again. */
  | { readonly outcome: 'discard'; readonly number: number; readonly reason: string };

type BatchRow = typeof batches.$inferSelect;

/** Sends the next batch if it is proven; undefined if there is nothing to do. Throws with the decoded custom error if L1 would refuse it. */
export async function settleOnce(options: SettleOptions): Promise<SettleResult | undefined> {
  const { l1, queries, replaceAfterMs, policy } = options;
  const [lastNumber] = await l1.client.readContract({ address: l1.core, abi: weirAbi, functionName: 'lastBatch' });
  const number = Number(lastNumber) + 1;
  const [batch] = await queries.select().from(batches).where(eq(batches.number, number));
  if (batch === undefined || batch.origin !== 'own') return undefined;
  const sent = batch.status === 'submitted' ? await stateOf(l1, batch) : 'nowhere';
  if (sent === 'mined') return undefined;
  const last = batch.attempts.at(-1);
  const isStuck = sent === 'waiting' && last !== undefined && Date.now() - last.sentAt > replaceAfterMs;
  if (sent === 'waiting' && !isStuck) return undefined;
  // What was sent once may be mined by somebody we do not see until L1 itself refuses it: taken apart earlier, the batch could settle all the same.
  const window = batch.status === 'submitted' ? SETTLE_WINDOW_SECONDS : SETTLE_WINDOW_SECONDS - MINING_SECONDS;
  if ((await l1Time(l1)) > batch.timestamp + window) return { outcome: 'discard', number, reason: 'it waited for too long' };
  if (batch.proof === null || isUnattested(batch)) return undefined;
  if (batch.status === 'proven' && policy === 'auto' && (await isTooDear(l1, batch)))
    return { outcome: 'discard', number, reason: 'blobs have become too dear' };
  return submit(options, batch, batch.proof, isStuck);
}

/** The validium root moves, and neither the body nor the committee vouches for the data (yet). */
export function isUnattested({
  validiumData,
  attestation,
  statement,
}: Pick<BatchRow, 'validiumData' | 'attestation' | 'statement'>): boolean {
  return validiumData !== null && attestation === null && !decodeHeader(statement).validiumData;
}

async function isTooDear(l1: L1, { blobs, statement }: BatchRow): Promise<boolean> {
  if (blobs.length === 0) return false;
  const { headerDiffs, slotDiffs } = decodeHeader(statement);
  return blobsTooDear(blobs.length, 2 * headerDiffs + slotDiffs, await readPrices(l1.client));
}

async function submit(options: SettleOptions, batch: BatchRow, proof: Uint8Array, isStuck: boolean): Promise<SettleResult | undefined> {
  const { l1, queries, sidecarForm } = options;
  const { number } = batch;
  const sidecars = await sidecarsOf(options, batch);
  if (sidecars === undefined) return { outcome: 'discard', number, reason: 'the archive has lost its blobs' };
  const availability = await availabilityOf(options, batch, sidecars);
  const args = [toHex(batch.statement), toHex(batch.digest), toHex(proof), availability] as const;
  const abi = [...weirAbi, ...iVerifierErrorsAbi];
  const carried = batch.blobs.length === 0 ? {} : { blobVersionedHashes: batch.blobs.map(({ hash }) => hash) };
  const call = {
    account: l1.account.address,
    address: l1.core,
    abi,
    functionName: 'settle',
    args,
    gas: MAX_TRANSACTION_GAS,
    ...carried,
  } as const;
  let gas: bigint;
  try {
    gas = await l1.client.estimateContractGas(call as Parameters<typeof l1.client.estimateContractGas>[0]);
  } catch (error) {
    const reason = verifierRejection(error);
    if (reason === undefined) throw error;
    await queries.update(batches).set({ proof: null, status: 'sealed' }).where(eq(batches.number, number));
    return { outcome: 'unproven', number, reason };
  }
  const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
  const replaces = isStuck ? batch.attempts.at(-1)?.hash : undefined;
  const attempt = await sendAttempt(l1, {
    ...{ to: l1.core, data, gas: min((gas * 11n) / 10n, MAX_TRANSACTION_GAS), sidecars, sidecarForm, before: batch.attempts, isStuck },
    record: async (written, bytes) => {
      await queries
        .update(batches)
        .set({
          ...{ status: 'submitted', l1Transaction: written.hash, transactionBytes: bytes },
          attempts: [...batch.attempts, written],
        })
        .where(and(eq(batches.number, number), inArray(batches.status, ['proven', 'submitted'])));
    },
  });
  return attempt === undefined ? undefined : { outcome: 'submitted', number, transaction: attempt.hash, replaces };
}

/** The blobs as they travel; undefined if the archive does not have them any more. */
async function sidecarsOf({ archive, kzg, sidecarForm }: SettleOptions, { blobs }: BatchRow): Promise<Sidecar[] | undefined> {
  const sidecars: Sidecar[] = [];
  for (const { hash, commitment } of blobs) {
    const blob = await archive.read(hash);
    if (blob === undefined || !(await kzg.isBlob(blob, fromHex(hash)))) return undefined;
    sidecars.push({ blob, commitment: fromHex(commitment), proofs: await kzg.prove(blob, fromHex(commitment), sidecarForm) });
  }
  return sidecars;
}

async function availabilityOf({ instance, kzg }: SettleOptions, batch: BatchRow, sidecars: readonly Sidecar[]): Promise<Availability> {
  const openings: Availability['blobs'][number][] = [];
  const z = pointOf(instance, batch);
  for (const { blob, commitment } of sidecars) {
    const { y, proof } = await kzg.open(blob, z);
    openings.push({ y: `0x${y.toString(16).padStart(64, '0')}`, commitment: toHex(commitment), proof: toHex(proof) });
  }
  if (batch.attestation === null) return { ...CALLDATA_ONLY, blobs: openings };
  return {
    blobs: openings,
    dataDigest: toHex(batch.attestation.subarray(0, DATA_DIGEST_BYTES)),
    signatures: toHex(batch.attestation.subarray(DATA_DIGEST_BYTES)),
  };
}

/** The statement's z, from its bytes. */
function pointOf(instance: Uint8Array, { statement, digest, blobs }: BatchRow): bigint {
  const elements = Array.from({ length: 8 }, (_, i) => Number(bytesToBigint(digest.subarray(4 * i, 4 * i + 4))));
  const hashes = blobs.map(({ hash }) => fromHex(hash));
  return evaluationPoint(instance, statement.subarray(0, HEADER_BYTES), elements, statement.subarray(HEADER_BYTES), hashes);
}

/** Name of the verifier's custom error, if that is what stopped the call. */
function verifierRejection(error: unknown): string | undefined {
  const reverted = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
  const name = reverted instanceof ContractFunctionRevertedError ? reverted.data?.errorName : undefined;
  return iVerifierErrorsAbi.some((item) => item.type === 'error' && item.name === name) ? name : undefined;
}

/**
 * Takes unsettled batches apart: their requests wait again, in their old order, with the fills of settled batches kept. Deposits, exits
 * and redemptions need nothing: they are read from L1 and the state.
 */
export async function discardFrom(queries: Queries, number: number): Promise<void> {
  await queries.transaction((tx) => discardIn(tx, number));
}

/** The same inside a database transaction. */
export async function discardIn(tx: Tx, number: number): Promise<void> {
  await lockBatches(tx);
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
}

type Tx = Parameters<Parameters<Queries['transaction']>[0]>[0];

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
