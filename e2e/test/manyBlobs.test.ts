/**
 * A batch whose diffs need more than one blob, settled by the production core: blob hashes in order, every blob opened at the statement's z
 * by the precompile, then rebuilt by the command line from L1 and an archive alone. In the verifier's place stands one that believes everything:
 * `npm run bench` settles such batches with their proofs.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weirAbi } from '@weir/abi/weir';
import { compressMany } from '@weir/crypto/compressKernel';
import { bigintToBytes, type Hex, toHex } from '@weir/foundation/bytes';
import { type Sidecar, withSidecars } from '@weir/node/da/sidecars';
import { CALLDATA_ONLY } from '@weir/node/l1/availability';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { hashState } from '@weir/protocol/state/hashState';
import { applyDiffs, diffStates, EMPTY_STATE, stateRoots } from '@weir/protocol/state/state';
import { bindStatement, instanceHash } from '@weir/protocol/statement/binding';
import { BLOB_WORDS, blobsFromWords } from '@weir/protocol/statement/blobs';
import { digestBytes } from '@weir/protocol/statement/header';
import { blobCommitment, blobProof, openBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { buildStatement, encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import type { Diffs } from '@weir/protocol/types';
import { readStateFile } from '@weir/sdk/rebuild/stateFile';
import { decodeErrorResult, encodeFunctionData, type PrivateKeyAccount, parseGwei } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weir } from '../src/commands.ts';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { deployForDrills } from '../src/stories/drill.ts';

const ACCOUNTS = 16;
/** One slot more than a blob has words: 4,097 slots of 257 accounts, and two header words for each of those that open here. */
const SLOTS = BLOB_WORDS + 1;

function manyDiffs(): Diffs {
  const headers = Array.from({ length: ACCOUNTS }, (_, account) => ({
    account,
    header: { ownerKey: [account + 1, 2, 3, 4, 5, 6, 7], keyVersion: 1, l1Owner: `0x${'a1'.repeat(20)}` as Hex },
  }));
  const slots = Array.from({ length: SLOTS }, (_, i) => ({
    account: i >> 4,
    slot: i & 15,
    value: { asset: 1 + (i & 15), nonce: 1, balance: BigInt(1_000_003 * i + 1), filled: 0n },
  }));
  return { headers, slots };
}

describe('a batch of more than one blob', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weir-blobs-'));
  let stop: () => Promise<void> = async () => undefined;
  let chain: Chain;
  let core: Hex;

  beforeAll(async () => {
    const anvil = await startAnvil();
    stop = () => anvil.stop();
    chain = await connect(anvil.rpcUrl);
    const { deployment } = await deployForDrills(chain);
    core = deployment.core;
    // STOP: returns, and says nothing.
    await chain.test.setCode({ address: deployment.verifier, bytecode: '0x00' });
  });
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('settles if every blob is there, in order, and opens to what is claimed; `weir rebuild` gives the state from them', async () => {
    const diffs = manyDiffs();
    const state = applyDiffs(EMPTY_STATE, diffs);
    hashState(state, compressMany);
    const [before, after] = [stateRoots(EMPTY_STATE), stateRoots(state)];
    const { timestamp } = await chain.publicClient.getBlock();
    const built = buildStatement(
      {
        ...{ batchNumber: 1, timestamp: Number(timestamp), rewardRecipient: `0x${'a1'.repeat(20)}`, hasClearing: false },
        ...{ oldRollupRoot: before.rollup, newRollupRoot: after.rollup },
        ...{ oldValidiumRoot: before.validium, newValidiumRoot: after.validium },
      },
      [],
      diffs,
      { validiumData: false, blobs: true },
    );
    const blobs = blobsFromWords(splitBody(built).blobs);
    expect([built.header.blobs, blobs.length, built.header.slotDiffs]).toEqual([2, 2, SLOTS]);

    const sidecars = blobs.map((blob): Sidecar => {
      const commitment = blobCommitment(blob);
      return { blob, commitment, proofs: [blobProof(blob, commitment)] };
    });
    const hashes = sidecars.map(({ commitment }) => versionedHash(commitment));
    const instance = instanceHash(BigInt(await chain.publicClient.getChainId()), core.toLowerCase() as Hex);
    const { digest, z } = bindStatement(instance, built, hashes);
    const openings = sidecars.map(({ blob, commitment }) => {
      const { y, proof } = openBlob(blob, z);
      return { y: toHex(bigintToBytes(y, 32)), commitment: toHex(commitment), proof: toHex(proof) };
    });
    const callOf = (some: typeof openings): Hex => {
      const args = [toHex(encodeStatement(built)), toHex(digestBytes(digest)), '0x', { ...CALLDATA_ONLY, blobs: some }] as const;
      return encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
    };
    const from = chain.account(0) as PrivateKeyAccount;

    const answer = async (some: typeof openings, carried: readonly Uint8Array[]): Promise<string> => {
      const call = { from: from.address, to: core, data: callOf(some), gas: '0xffffff', maxFeePerBlobGas: '0x3b9aca00' };
      const body = { jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ ...call, blobVersionedHashes: carried.map(toHex) }, 'latest'] };
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(chain.rpcUrl, { method: 'POST', headers, body: JSON.stringify(body) });
      const { error } = (await response.json()) as { error?: { message: string; data?: Hex } };
      return error === undefined ? 'settles' : decodeErrorResult({ abi: weirAbi, data: error.data! }).errorName;
    };
    const [one, two] = openings;
    const [first, second] = hashes;
    expect(await answer([one, two], [first, second])).toBe('settles');
    expect(await answer([one, two], [first])).toBe('BlobMissing');
    expect(await answer([one, two], [first, second, first])).toBe('BlobUnexpected');
    expect(await answer([one], [first, second])).toBe('WrongBlobCount');
    expect(await answer([one, two], [second, first])).toBe('BlobOpeningRefused');
    expect(await answer([two, one], [first, second])).toBe('BlobOpeningRefused');
    expect(await answer([two, one], [second, first])).toBe('BlobOpeningRefused');
    expect(await answer([one, { ...two, y: one.y }], [first, second])).toBe('BlobOpeningRefused');

    const { maxFeePerGas, maxPriorityFeePerGas } = await chain.publicClient.estimateFeesPerGas();
    const signed = await from.signTransaction({
      ...{ type: 'eip4844', chainId: await chain.publicClient.getChainId(), to: core, data: callOf(openings), gas: 16_777_216n },
      ...{ nonce: await chain.publicClient.getTransactionCount({ address: from.address }), maxFeePerGas, maxPriorityFeePerGas },
      ...{ maxFeePerBlobGas: parseGwei('1'), blobVersionedHashes: hashes.map(toHex) },
    });
    const hash = await chain.publicClient.sendRawTransaction({ serializedTransaction: withSidecars(signed, sidecars, 'blob') });
    const { status, blobGasUsed } = await chain.publicClient.waitForTransactionReceipt({ hash });
    expect([status, blobGasUsed]).toEqual(['success', 2n * 131_072n]);

    const archive = join(folder, 'blobs');
    mkdirSync(archive);
    for (const [i, blob] of blobs.entries()) writeFileSync(join(archive, `${toHex(hashes[i])}.blob`), blob);
    const file = join(folder, 'state');
    const told = await weir<object>(['--rpc', chain.rpcUrl, '--core', core, 'rebuild', '--out', file, '--blobs', archive]);
    expect(told).toMatchObject({ batchNumber: 1, updates: SLOTS + ACCOUNTS, blobBatches: 1 });
    expect(diffStates((await readStateFile(file)).state, state)).toEqual({ headers: [], slots: [] });
  });
});
