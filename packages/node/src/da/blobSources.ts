/**
 * Where the blobs of a settled batch can be had: an archive folder, the archive of a node, L1's own RPC (development chains), a beacon node. Each answer is
 * checked against the versioned hash that L1 has; a source that is down, has forgotten or lies is passed over for the next.
 */
import { fromHex, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { PublicClient } from 'viem';
import type { BlobArchive } from './archive.ts';

export interface BlobPlace {
  readonly transaction: Hex;
  /** Of the block that the transaction is in. */
  readonly timestamp: number;
  readonly parentBeaconBlockRoot?: Hex | undefined;
  readonly blockNumber: bigint;
}

/** Some of these blobs, in any order; throws or gives none if it has none. */
export interface BlobSource {
  readonly name: string;
  read(hashes: readonly Hex[], place: BlobPlace): Promise<readonly Uint8Array[]>;
}

export const archiveSource = (archive: BlobArchive): BlobSource => ({
  name: 'archive',
  read: async (hashes) => {
    const found = await Promise.all(hashes.map((hash) => archive.read(hash)));
    return found.filter((blob): blob is Uint8Array => blob !== undefined);
  },
});

/** `anvil_getBlobsByTransactionHash`: development chains only. */
export const rpcSource = (client: PublicClient): BlobSource => ({
  name: 'rpc',
  read: async (_, { transaction }) => {
    const request = { method: 'anvil_getBlobsByTransactionHash', params: [transaction] };
    const blobs = (await client.request(request as never)) as readonly Hex[] | null;
    return (blobs ?? []).map(fromHex);
  },
});

interface BeaconGenesis {
  readonly time: number;
  readonly slotSeconds: number;
}

/** A consensus node: `/eth/v1/beacon/blobs/{slot}` (since Fusaka), else `/eth/v1/beacon/blob_sidecars/{slot}`. */
export function beaconSource(url: string, timeoutMs = 30_000): BlobSource {
  let genesis: Promise<BeaconGenesis> | undefined;
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new CodedError('BEACON_FAILED', `${path}: ${response.status}`, { status: response.status });
    return (await response.json()) as Record<string, unknown>;
  };
  const readGenesis = async (): Promise<BeaconGenesis> => {
    const [{ data: start }, { data: spec }] = await Promise.all([get('/eth/v1/beacon/genesis'), get('/eth/v1/config/spec')]);
    const { genesis_time: time } = start as { genesis_time: string };
    const { SECONDS_PER_SLOT: slotSeconds } = spec as { SECONDS_PER_SLOT: string };
    return { time: Number(time), slotSeconds: Number(slotSeconds) };
  };
  return {
    name: 'beacon',
    read: async (hashes, { timestamp }) => {
      genesis ??= readGenesis();
      const { time, slotSeconds } = await genesis.catch((error: unknown) => {
        genesis = undefined;
        throw error;
      });
      const slot = Math.floor((timestamp - time) / slotSeconds);
      const wanted = hashes.map((hash) => `versioned_hashes=${hash}`).join('&');
      const { data } = await get(`/eth/v1/beacon/blobs/${slot}?${wanted}`).catch(() => get(`/eth/v1/beacon/blob_sidecars/${slot}`));
      return (data as readonly (Hex | { blob: Hex })[]).map((item) => fromHex(typeof item === 'string' ? item : item.blob));
    },
  };
}

/** BLOB_MISSING: no source has it; the details say which, and what each source said. */
export type BlobSourceFault = 'BLOB_MISSING';

export interface BlobReader {
  /** Sources in order of preference. */
  readonly sources: readonly BlobSource[];
  readonly isBlob: (blob: Uint8Array, hash: Uint8Array) => Promise<boolean>;
}

/** The blobs in the order of their hashes. Throws `CodedError<BlobSourceFault>`. */
export async function readBlobs({ sources, isBlob }: BlobReader, hashes: readonly Hex[], place: BlobPlace): Promise<Uint8Array[]> {
  const found = new Map<Hex, Uint8Array>();
  const said: Record<string, string> = {};
  for (const { name, read } of sources) {
    const missing = hashes.filter((hash) => !found.has(hash));
    if (missing.length === 0) break;
    try {
      for (const blob of await read(missing, place)) {
        for (const hash of missing) if (!found.has(hash) && (await isBlob(blob, fromHex(hash)))) found.set(hash, blob);
      }
      said[name] = `${missing.filter((hash) => found.has(hash)).length} of ${missing.length}`;
    } catch (error) {
      said[name] = error instanceof Error ? error.message.split('\n')[0] : String(error);
    }
  }
  const missing = hashes.filter((hash) => !found.has(hash));
  if (missing.length > 0)
    throw new CodedError<BlobSourceFault>('BLOB_MISSING', `no source has ${missing.length} of ${hashes.length} blobs`, { missing, said });
  return hashes.map((hash) => found.get(hash)!);
}
