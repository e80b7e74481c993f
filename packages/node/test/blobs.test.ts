import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { blobCommitment, isBlob, openBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { createPublicClient, http, keccak256, type PublicClient } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobArchive } from '../src/da/archive.ts';
import { archiveSource, type BlobSource, beaconSource, readBlobs, rpcSource } from '../src/da/blobSources.ts';
import { KzgThread } from '../src/da/kzg.ts';
import { withSidecars } from '../src/da/sidecars.ts';
import { type Anvil, startAnvil } from '../src/l1/embeddedL1.ts';

const folder = mkdtempSync(join(tmpdir(), 'weir-blobs-'));
const kzg = new KzgThread();
const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');
const blobs = [...blobsFromWords([1n, 2n, 3n]), ...blobsFromWords([4n])];
const commitments = blobs.map(blobCommitment);
const hashes = commitments.map((commitment) => toHex(versionedHash(commitment)));
const place = { transaction: `0x${'11'.repeat(32)}`, timestamp: 1_000, blockNumber: 1n } as const;
const reader = (...sources: readonly BlobSource[]) => ({ sources, isBlob: (blob: Uint8Array, hash: Uint8Array) => kzg.isBlob(blob, hash) });
const source = (name: string, read: BlobSource['read']): BlobSource => ({ name, read });

afterAll(async () => {
  await kzg.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the KZG thread', () => {
  it('gives the same answers as the calling thread, which stays free', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    const [commitment, opening] = await Promise.all([kzg.commit(blobs[0]), kzg.open(blobs[0], 77n)]);
    clearInterval(timer);
    expect(commitment).toEqual(commitments[0]);
    expect(opening).toEqual(openBlob(blobs[0], 77n));
    expect(ticks).toBeGreaterThan(20);
  });

  it('reports what cannot be computed, and goes on', async () => {
    await expect(kzg.commit(new Uint8Array(5))).rejects.toThrow();
    expect(await kzg.isBlob(blobs[0], fromHex(hashes[0]))).toBe(true);
    expect(await kzg.isBlob(blobs[0], fromHex(hashes[1]))).toBe(false);
  });
});

describe('the archive', () => {
  const archive = new BlobArchive(join(folder, 'archive'));

  it('keeps the raw bytes under their versioned hash', async () => {
    await archive.put(hashes[0], blobs[0]);
    await archive.put(hashes[0], blobs[0]);
    expect(readdirSync(join(folder, 'archive'))).toEqual([`${hashes[0]}.blob`]);
    expect(new Uint8Array(readFileSync(join(folder, 'archive', `${hashes[0]}.blob`)))).toEqual(blobs[0]);
    expect(await archive.get(hashes[0])).toEqual(blobs[0]);
    expect(await archive.get(hashes[1])).toBeUndefined();
  });

  it('does not leave its folder, and takes a damaged file for a missing one', async () => {
    expect(await archive.read('../secret')).toBeUndefined();
    expect(await archive.read(`0x01${'/'.repeat(62)}`)).toBeUndefined();
    const damaged = blobs[0].slice();
    damaged[31] ^= 1;
    writeFileSync(join(folder, 'archive', `${hashes[1]}.blob`), damaged);
    expect(await archive.get(hashes[1])).toBeUndefined();
  });
});

describe('sources', () => {
  it('are asked in order, each for what is still missing, and nothing is believed', async () => {
    const asked: [string, number][] = [];
    const tell = (name: string, answer: readonly Uint8Array[]) =>
      source(name, (wanted) => {
        asked.push([name, wanted.length]);
        return Promise.resolve(answer);
      });
    const liar = tell('liar', [blobsFromWords([9n])[0], new Uint8Array(3)]);
    const down = source('down', () => Promise.reject(new Error('no route')));
    const half = tell('half', [blobs[1]]);
    const rest = tell('rest', [blobs[1], blobs[0]]);
    expect(await readBlobs(reader(liar, down, half, rest), hashes, place)).toEqual(blobs);
    expect(asked).toEqual([
      ['liar', 2],
      ['half', 2],
      ['rest', 1],
    ]);
    await expect(readBlobs(reader(liar, down, half), hashes, place)).rejects.toMatchObject({
      code: 'BLOB_MISSING',
      details: { missing: [hashes[0]], said: { liar: '0 of 2', down: 'no route', half: '1 of 2' } },
    });
  });

  describe('a beacon node', () => {
    let server: Server;
    const seen: string[] = [];
    let modern = true;
    beforeAll(async () => {
      const answers: Record<string, () => unknown> = {
        '/eth/v1/beacon/genesis': () => ({ data: { genesis_time: '400' } }),
        '/eth/v1/config/spec': () => ({ data: { SECONDS_PER_SLOT: '12' } }),
        '/eth/v1/beacon/blobs/50': () => (modern ? { data: blobs.map(toHex) } : undefined),
        '/eth/v1/beacon/blob_sidecars/50': () => ({ data: blobs.map((blob) => ({ blob: toHex(blob) })) }),
      };
      server = createServer((request, response) => {
        const path = (request.url ?? '').split('?')[0];
        seen.push(path);
        const answer = answers[path]?.();
        response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it.each([true, false])('is asked by slot (blobs endpoint: %s)', async (isModern) => {
      modern = isModern;
      const beacon = beaconSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(await readBlobs(reader(beacon), hashes, place)).toEqual(blobs);
      expect(seen.at(-1)).toBe(isModern ? '/eth/v1/beacon/blobs/50' : '/eth/v1/beacon/blob_sidecars/50');
    });
  });
});

describe('blobs on a chain', () => {
  let anvil: Anvil;
  let client: PublicClient;
  beforeAll(async () => {
    anvil = await startAnvil();
    client = createPublicClient({ transport: http(anvil.rpcUrl), pollingInterval: 50 });
  });
  afterAll(() => anvil.stop());

  it.each(['blob', 'cells'] as const)('travel with %s proofs, and come back', async (form) => {
    const proofs = await Promise.all(blobs.map((blob, i) => kzg.prove(blob, commitments[i], form)));
    expect(proofs.map(({ length }) => length)).toEqual(form === 'cells' ? [128, 128] : [1, 1]);
    const signed = await account.signTransaction({
      type: 'eip4844',
      chainId: 31_337,
      nonce: await client.getTransactionCount({ address: account.address }),
      to: account.address,
      gas: 100_000n,
      maxFeePerGas: 10n ** 10n,
      maxPriorityFeePerGas: 10n ** 9n,
      maxFeePerBlobGas: 10n ** 9n,
      blobVersionedHashes: hashes,
    } as unknown as Parameters<typeof account.signTransaction>[0]);
    const sidecars = blobs.map((blob, i) => ({ blob, commitment: commitments[i], proofs: proofs[i] }));
    const raw = withSidecars(signed, sidecars, form);
    const transaction = (await client.request({ method: 'eth_sendRawTransaction', params: [raw] } as never)) as Hex;
    expect(transaction).toBe(keccak256(signed));
    const receipt = await client.waitForTransactionReceipt({ hash: transaction });
    expect([receipt.status, receipt.blobGasUsed]).toEqual(['success', 262_144n]);
    expect(await readBlobs(reader(rpcSource(client)), hashes, { ...place, transaction })).toEqual(blobs);
    const archive = new BlobArchive(join(folder, form));
    for (const [i, hash] of hashes.entries()) await archive.put(hash, blobs[i]);
    expect(await readBlobs(reader(archiveSource(archive)), hashes, place)).toEqual(blobs);
    expect(isBlob(blobs[0], fromHex(hashes[0]))).toBe(true);
  });
});
