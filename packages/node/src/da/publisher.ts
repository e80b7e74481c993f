/** What the sequencer needs to know about where data can go, and the place where blobs are kept. */
import { toHex } from '@weir/foundation/bytes';
import { versionedHash } from '@weir/protocol/statement/kzg';
import type { PublicClient } from 'viem';
import type { BlobRecord } from '../storage/schema.ts';
import type { BlobArchive } from './archive.ts';
import type { KzgThread } from './kzg.ts';
import type { CarrierPolicy, GasPrices } from './volition.ts';

export interface Publisher {
  readonly policy: CarrierPolicy;
  prices(): Promise<GasPrices>;
  /** Whether the next batch publishes validium diffs too, because the committee does not sign. */
  validiumData(): boolean;
  /** Commits to the blobs and keeps them. */
  store(blobs: readonly Uint8Array[]): Promise<BlobRecord[]>;
}

export interface PublisherOptions {
  readonly client: PublicClient;
  readonly archive: BlobArchive;
  readonly kzg: KzgThread;
  readonly policy: CarrierPolicy;
  readonly validiumData: () => boolean;
}

export function createPublisher({ client, archive, kzg, policy, validiumData }: PublisherOptions): Publisher {
  return {
    policy,
    prices: () => readPrices(client),
    validiumData,
    store: async (blobs) => {
      const records: BlobRecord[] = [];
      for (const blob of blobs) {
        const commitment = await kzg.commit(blob);
        const record = { hash: toHex(versionedHash(commitment)), commitment: toHex(commitment) };
        await archive.put(record.hash, blob);
        records.push(record);
      }
      return records;
    },
  };
}

/** What the next block asks. A chain that has no blob base fee takes no blobs. */
export async function readPrices(client: PublicClient): Promise<GasPrices> {
  const [fees, blobGas] = await Promise.all([client.estimateFeesPerGas(), client.getBlobBaseFee().catch(() => undefined)]);
  // viem offers 1.2 times the base fee, and the tip.
  return { gas: ((fees.maxFeePerGas - fees.maxPriorityFeePerGas) * 5n) / 6n + fees.maxPriorityFeePerGas, blobGas };
}
