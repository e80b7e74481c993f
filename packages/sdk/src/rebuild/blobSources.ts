/**
 * Where the blobs of settled batches may still be: an archive (the node keeps every blob it sends as `<versioned hash>.blob`), a consensus
 * client's API, or a development chain's RPC. L1 itself forgets them after 18 days.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHex, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { sha256 } from 'viem';
import type { L1Client } from '../l1.ts';

export interface BlobSource {
  /** As people know it. */
  readonly name: string;
  /** The blob, or why not. `timestamp` is its block's. */
  get(versionedHash: Hex, timestamp: () => Promise<bigint>): Promise<Uint8Array | { readonly missing: string }>;
}

const missing = (reason: string) => ({ missing: reason });

/** `<directory>/<versioned hash>.blob` */
export function archiveDirectory(directory: string): BlobSource {
  return {
    name: `archive ${directory}`,
    get: async (hash) => {
      const file = join(directory, `${hash}.blob`);
      return existsSync(file) ? new Uint8Array(await readFile(file)) : missing(`no file ${file}`);
    },
  };
}

/** The archive of a node: `GET /v1/blobs/HASH`. */
export const nodeBlobs = (api: string): BlobSource => ({ name: api, get: (hash) => fetchBlob(`${api}/v1/blobs/${hash}`) });

/** A consensus client's API if there is one at this URL, else an archive that serves `<url>/<versioned hash>.blob`. */
export function blobUrl(url: string): BlobSource {
  const base = url.replace(/\/$/, '');
  let clock: Promise<BeaconClock | undefined> | undefined;
  return {
    name: base,
    get: async (hash, timestamp) => {
      clock ??= beaconClock(base);
      const beacon = await clock;
      if (beacon === undefined) return fetchBlob(`${base}/${hash}.blob`);
      const slot = (Number(await timestamp()) - beacon.genesisTime) / beacon.secondsPerSlot;
      return fromBeacon(base, hash, slot);
    },
  };
}

/** anvil serves the blobs that it has mined; other execution clients have no such call. */
export function rpcBlobs({ publicClient }: L1Client): BlobSource {
  return {
    name: 'the RPC of L1',
    get: async (hash) => {
      try {
        const blob = (await publicClient.request({ method: 'anvil_getBlobByHash', params: [hash] } as never)) as Hex | null;
        return blob === null ? missing('unknown there') : fromHex(blob);
      } catch {
        return missing('it serves no blobs');
      }
    },
  };
}

interface BeaconClock {
  readonly genesisTime: number;
  readonly secondsPerSlot: number;
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  return response.json().catch(() => undefined);
}

async function beaconClock(base: string): Promise<BeaconClock | undefined> {
  const genesis = (await getJson(`${base}/eth/v1/beacon/genesis`)) as { data?: { genesis_time?: string } } | undefined;
  if (genesis?.data?.genesis_time === undefined) return undefined;
  const spec = (await getJson(`${base}/eth/v1/config/spec`)) as { data?: { SECONDS_PER_SLOT?: string } } | undefined;
  return { genesisTime: Number(genesis.data.genesis_time), secondsPerSlot: Number(spec?.data?.SECONDS_PER_SLOT ?? 12) };
}

async function fromBeacon(base: string, hash: Hex, slot: number): Promise<Uint8Array | { readonly missing: string }> {
  const byHash = (await getJson(`${base}/eth/v1/beacon/blobs/${slot}?versioned_hashes=${hash}`)) as { data?: Hex[] } | undefined;
  if (byHash?.data?.length === 1) return fromHex(byHash.data[0]);
  const all = (await getJson(`${base}/eth/v1/beacon/blob_sidecars/${slot}`)) as { data?: { blob: Hex; kzg_commitment: Hex }[] } | undefined;
  const sidecar = all?.data?.find(({ kzg_commitment }) => `0x01${sha256(kzg_commitment).slice(4)}` === hash);
  if (sidecar !== undefined) return fromHex(sidecar.blob);
  return missing(`slot ${slot} has no such blob there (consensus clients prune after 18 days)`);
}

async function fetchBlob(url: string): Promise<Uint8Array | { readonly missing: string }> {
  const response = await fetch(url).catch(() => undefined);
  if (response === undefined) return missing('it does not answer');
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : missing(`HTTP ${response.status} for ${url}`);
}

export interface BlobRequest {
  readonly batch: number;
  readonly versionedHash: Hex;
  readonly timestamp: () => Promise<bigint>;
  /** Recompute each commitment (0.5 s a blob): done when something read without it did not give the root that L1 has. */
  readonly verify: boolean;
}

/** The first source that has it. Throws `CodedError('BLOB_MISSING')` naming batch, hash and every place with its answer. */
export async function readBlob(sources: readonly BlobSource[], request: BlobRequest): Promise<Uint8Array> {
  const { batch, versionedHash, timestamp, verify } = request;
  // The ceremony's setup is large: only who compares commitments loads it.
  const isBlob = verify ? (await import('@weir/protocol/statement/kzg')).isBlob : () => true;
  const looked: { where: string; answer: string }[] = [];
  for (const source of sources) {
    const found = await source.get(versionedHash, timestamp).catch((error: Error) => missing(error.message));
    if ('missing' in found) looked.push({ where: source.name, answer: found.missing });
    else if (!isBlob(found, fromHex(versionedHash))) looked.push({ where: source.name, answer: 'it has other bytes under this hash' });
    else return found;
  }
  const places = looked.map(({ where, answer }) => `${where}: ${answer}`).join('; ');
  throw new CodedError('BLOB_MISSING', `batch ${batch} needs blob ${versionedHash}; looked in ${places}`, { batch, versionedHash, looked });
}
