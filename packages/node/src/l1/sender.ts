/** Signs and sends the settler's transactions: fees, nonces, blobs, and the replacement of one that is stuck for its low fee. */
import { versionedHash } from '@weir/protocol/statement/kzg';
import type { Hex } from 'viem';
import { keccak256, toHex } from 'viem';
import { type Sidecar, type SidecarForm, withSidecars } from '../da/sidecars.ts';
import type { SettleAttempt } from '../storage/schema.ts';
import type { L1 } from './client.ts';

/** Nodes replace a transaction only for this much more: a tenth and a little, or, if it carries blobs, double. */
const REPLACE_PERCENT = 113n;
const REPLACE_BLOBS_PERCENT = 200n;
/** A transaction that offers this much more than the market asks is not stuck for its fee: it is left alone. */
const MAX_OVERBID = 20n;

/** mined: with success, the follower will see the event. waiting: in the mempool. nowhere: to be sent (again). */
export type AttemptState = 'mined' | 'waiting' | 'nowhere';

interface Sent {
  readonly l1Transaction: string | null;
  readonly attempts: readonly SettleAttempt[];
}

/** Of all transactions that were signed for one batch, any may be mined. */
export async function stateOf(l1: L1, { l1Transaction, attempts }: Sent): Promise<AttemptState> {
  const hashes = new Set([...attempts.map(({ hash }) => hash), ...(l1Transaction === null ? [] : [l1Transaction as Hex])]);
  let state: AttemptState = 'nowhere';
  for (const hash of hashes) {
    const known = await l1.client.getTransaction({ hash }).catch(unlessMissing('TransactionNotFoundError'));
    if (known === undefined) continue;
    const receipt = await l1.client.getTransactionReceipt({ hash }).catch(unlessMissing('TransactionReceiptNotFoundError'));
    if (receipt?.status === 'success') return 'mined';
    // Mined and reverted: send again.
    if (receipt === undefined) state = 'waiting';
  }
  return state;
}

/** "Not there" is an answer; anything else (no connection) is not. */
const unlessMissing =
  (name: string) =>
  (error: Error): undefined => {
    if (error.name !== name) throw error;
  };

export interface AttemptOptions {
  readonly to: Hex;
  readonly data: Hex;
  readonly gas: bigint;
  readonly sidecars: readonly Sidecar[];
  readonly sidecarForm: SidecarForm;
  /** Earlier transactions for the same batch, newest last. */
  readonly before: readonly SettleAttempt[];
  /** The newest of those is in the mempool: this one takes its place. */
  readonly isStuck: boolean;
  /** What is written down here survives a crash before the transaction is out. */
  readonly record: (attempt: SettleAttempt, bytes: number) => Promise<void>;
}

interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
  readonly maxFeePerBlobGas: bigint;
}

/** Undefined if the one that is stuck already offers far more than L1 asks. */
export function sendAttempt(l1: L1, options: AttemptOptions): Promise<SettleAttempt | undefined> {
  return l1.exclusive(async () => {
    const { to, data, gas, sidecars, sidecarForm, before, isStuck, record } = options;
    const market = await marketFees(l1, sidecars.length > 0);
    const last = before.at(-1);
    const fees = isStuck && last !== undefined ? outbid(last, market, sidecars.length > 0) : market;
    if (fees.maxFeePerGas > MAX_OVERBID * market.maxFeePerGas) return undefined;
    const nonce = await nonceOf(l1, last, isStuck);
    const { maxFeePerGas, maxPriorityFeePerGas, maxFeePerBlobGas } = fees;
    const common = { chainId: l1.chainId, nonce, to, data, gas, maxFeePerGas, maxPriorityFeePerGas };
    const hashes = sidecars.length === 0 ? undefined : sidecarHashes(sidecars);
    const signed = await l1.account.signTransaction(
      (hashes === undefined
        ? { ...common, type: 'eip1559' }
        : { ...common, type: 'eip4844', maxFeePerBlobGas, blobVersionedHashes: hashes }) as Parameters<
        typeof l1.account.signTransaction
      >[0],
    );
    const hash = keccak256(signed);
    const attempt: SettleAttempt = {
      ...{ hash, nonce, sentAt: Date.now() },
      maxFeePerGas: `${maxFeePerGas}`,
      maxPriorityFeePerGas: `${maxPriorityFeePerGas}`,
      maxFeePerBlobGas: hashes === undefined ? null : `${maxFeePerBlobGas}`,
    };
    await record(attempt, (signed.length - 2) / 2);
    const raw = hashes === undefined ? signed : withSidecars(signed, sidecars, sidecarForm);
    await l1.client.request({ method: 'eth_sendRawTransaction', params: [raw] }).catch(unlessKnown(l1, hash));
    return attempt;
  });
}

/** A node that answers late is asked again by the transport, and then refuses what it has taken already: that is no failure. */
const unlessKnown =
  ({ client }: L1, hash: Hex) =>
  async (error: Error): Promise<void> => {
    const known = await client.getTransaction({ hash }).catch(unlessMissing('TransactionNotFoundError'));
    if (known === undefined) throw error;
  };

const sidecarHashes = (sidecars: readonly Sidecar[]): Hex[] => sidecars.map(({ commitment }) => toHex(versionedHash(commitment)));

/** Room for blob fees to double between two blocks that are full. */
async function marketFees({ client }: L1, hasBlobs: boolean): Promise<Fees> {
  const [{ maxFeePerGas, maxPriorityFeePerGas }, blobBaseFee] = await Promise.all([
    client.estimateFeesPerGas(),
    hasBlobs ? client.getBlobBaseFee() : 0n,
  ]);
  return { maxFeePerGas, maxPriorityFeePerGas, maxFeePerBlobGas: 2n * blobBaseFee };
}

function outbid(last: SettleAttempt, market: Fees, hasBlobs: boolean): Fees {
  const percent = hasBlobs ? REPLACE_BLOBS_PERCENT : REPLACE_PERCENT;
  const more = (old: string, now: bigint): bigint => {
    const least = (BigInt(old) * percent) / 100n + 1n;
    return least > now ? least : now;
  };
  return {
    maxFeePerGas: more(last.maxFeePerGas, market.maxFeePerGas),
    maxPriorityFeePerGas: more(last.maxPriorityFeePerGas, market.maxPriorityFeePerGas),
    maxFeePerBlobGas: more(last.maxFeePerBlobGas ?? '0', market.maxFeePerBlobGas),
  };
}

/** One that was dropped, or is stuck, is followed under its own nonce: only one of them can be mined. */
async function nonceOf({ client, account }: L1, last: SettleAttempt | undefined, isStuck: boolean): Promise<number> {
  const { address } = account;
  if (last !== undefined && (isStuck || last.nonce >= (await client.getTransactionCount({ address, blockTag: 'latest' }))))
    return last.nonce;
  return client.getTransactionCount({ address, blockTag: 'pending' });
}
