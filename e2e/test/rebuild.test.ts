/** Rebuilding from L1 alone, against real transactions: every way in which a statement gets there, and every way in which data is gone. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hex, toHex } from '@weir/foundation/bytes';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { snapshotState } from '@weir/protocol/state/snapshot';
import { ACCOUNTS, applyDiffs, diffStates, EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { blobCommitment, blobProof, versionedHash } from '@weir/protocol/statement/kzg';
import { buildStatement, encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import type { Diffs, Publication } from '@weir/protocol/types';
import { rebuild, withValidium } from '@weir/sdk/actions/rebuild';
import { createL1Client, type L1Client } from '@weir/sdk/l1';
import { archiveDirectory } from '@weir/sdk/rebuild/blobSources';
import { type Rebuilt, readStateFile, writeStateFile } from '@weir/sdk/rebuild/stateFile';
import { encodeFunctionData, parseGwei } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { deployOpenCore, type OpenCore } from './support/openCore.ts';

const OWNER: Hex = `0x${'a1'.repeat(20)}`;
const slot = (asset: number, balance: bigint, nonce = 1) => ({ asset, nonce, balance, filled: 0n });
const header = (seed: number) => ({ ownerKey: [seed, 2, 3, 4, 5, 6, 7], keyVersion: 1, l1Owner: OWNER });
/** Four batches: openings, payments, an emptied slot, a change of both in one account far away. */
const HISTORY: readonly Diffs[] = [
  { headers: [0, 1, 2].map((account) => ({ account, header: header(account + 1) })), slots: [] },
  { headers: [], slots: [0, 1].map((account) => ({ account, slot: account, value: slot(1, 1000n + BigInt(account)) })) },
  { headers: [], slots: [{ account: 1, slot: 1, value: slot(1, 0n, 2) }] },
  {
    headers: [{ account: 2 ** 26 - 1, header: header(9) }],
    slots: [{ account: 2 ** 26 - 1, slot: 15, value: slot(2 ** 30 - 1, 2n ** 64n - 1n, 2 ** 30 - 1) }],
  },
];

interface Built {
  readonly statement: Uint8Array;
  readonly blobs: readonly Uint8Array[];
  readonly state: State;
}

function build(before: State, number: number, diffs: Diffs, publication?: Publication): Built {
  const state = applyDiffs(before, diffs);
  const [from, to] = [stateRoots(before), stateRoots(state)];
  const roots = { oldRollupRoot: from.rollup, newRollupRoot: to.rollup, oldValidiumRoot: from.validium, newValidiumRoot: to.validium };
  const fields = { batchNumber: number, timestamp: 1_000 + number, rewardRecipient: OWNER, hasClearing: false, ...roots };
  const built = buildStatement(fields, [], diffs, publication);
  return { statement: encodeStatement(built), blobs: blobsFromWords(splitBody(built).blobs), state };
}

describe('rebuild from L1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weir-rebuild-'));
  let stop: () => Promise<void> = async () => undefined;
  let chain: Chain;
  let open: OpenCore;
  let client: L1Client;
  let state = EMPTY_STATE;
  let number = 0;

  beforeAll(async () => {
    const anvil = await startAnvil();
    stop = () => anvil.stop();
    chain = await connect(anvil.rpcUrl);
    open = await deployOpenCore(chain);
    client = await createL1Client({ rpc: chain.rpcUrl, core: open.core });
  }, 60_000);
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const next = (diffs: Diffs): Hex => {
    const built = build(state, ++number, diffs);
    state = built.state;
    const args = [toHex(built.statement), `0x${'00'.repeat(32)}`, '0x1234'];
    return encodeFunctionData({ abi: open.abi, functionName: 'settle', args });
  };
  const send = (to: Hex, data: Hex) =>
    chain.wallet
      .sendTransaction({ account: chain.account(0), to, data, chain: client.walletOf(chain.account(0)).chain })
      .then((hash) => chain.publicClient.waitForTransactionReceipt({ hash }));
  const through = (functionName: 'pass' | 'hidden', data: Hex) =>
    chain.send(chain.account(0), open.sender, open.senderAbi, functionName, [
      functionName === 'pass' ? data : toHex(Uint8Array.from(Buffer.from(data.slice(2), 'hex'), (byte) => 255 - byte)),
    ]);

  it('gives the state that was settled, also of batches that another contract passed on or put together', async () => {
    await send(open.core, next(HISTORY[0]));
    await through('pass', next(HISTORY[1]));
    await through('hidden', next(HISTORY[2]));
    await send(open.core, next(HISTORY[3]));
    const rebuilt = await rebuild(client);
    expect(rebuilt).toMatchObject({ batchNumber: 4, updates: 3 + 2 + 1 + 2, validiumMissingFrom: null, blobBatches: 0 });
    expect(diffStates(rebuilt.state, state)).toEqual({ headers: [], slots: [] });
  });

  it('says which statement it can not see without traces', async () => {
    const blind: L1Client = { ...client, publicClient: without('trace', client) };
    await expect(rebuild(blind)).rejects.toMatchObject({ code: 'STATEMENT_NOT_FOUND', details: { batch: 3 } });
  });

  it('goes on from a checkpoint, and believes none that is damaged or of another chain', async () => {
    const file = join(folder, 'state');
    const seen: Rebuilt[] = [];
    await rebuild(client, { onState: (at) => void seen.push(at) });
    writeStateFile(file, seen[1]);
    const from = await readStateFile(file);
    const resumed: number[] = [];
    const rebuilt = await rebuild(client, { from, onProgress: ({ batch }) => void resumed.push(batch) });
    expect(resumed).toEqual([3, 4]);
    expect(diffStates(rebuilt.state, state)).toEqual({ headers: [], slots: [] });

    const bytes = readFileSync(file);
    for (const at of [bytes.length - 20, bytes.indexOf('rollupRoot') + 20]) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] ^= at < 200 ? 1 : 4;
      writeFileSync(`${file}.damaged`, damaged);
      await expect(readStateFile(`${file}.damaged`)).rejects.toMatchObject({ name: 'CodedError' });
    }
    writeFileSync(`${file}.damaged`, 'nothing');
    await expect(readStateFile(`${file}.damaged`)).rejects.toMatchObject({ code: 'STATE_FILE_MALFORMED' });
    await expect(rebuild(client, { from: { ...from, core: OWNER } })).rejects.toMatchObject({ code: 'WRONG_DEPLOYMENT' });
    const forked = build(EMPTY_STATE, 1, HISTORY[1]).state;
    await expect(rebuild(client, { from: { ...from, state: forked, rollupRoot: seen[0].rollupRoot } })).rejects.toMatchObject({
      code: 'STATE_FILE_OFF_CHAIN',
    });
  });

  it('refuses a batch whose diffs do not give the settled root', async () => {
    const snapshot = await chain.test.snapshot();
    const built = build(state, number + 1, HISTORY[1]);
    const wrong = Uint8Array.from(built.statement);
    wrong[50] ^= 1;
    const args = [toHex(wrong), `0x${'00'.repeat(32)}`, '0x'];
    await send(open.core, encodeFunctionData({ abi: open.abi, functionName: 'settle', args }));
    await expect(rebuild(client)).rejects.toMatchObject({ code: 'ROOT_MISMATCH', details: { batch: 5 } });
    await chain.test.revert({ id: snapshot });
  });

  it('reads blobs where they still are, passes over a place with other bytes, and says what is nowhere', async () => {
    const built = build(state, ++number, CHANGE, { validiumData: false, blobs: true });
    state = built.state;
    const commitment = blobCommitment(built.blobs[0]);
    const hash = toHex(versionedHash(commitment));
    const args = [toHex(built.statement), `0x${'00'.repeat(32)}`, '0x'];
    await chain.publicClient.waitForTransactionReceipt({
      hash: await client.walletOf(chain.account(0)).sendTransaction({
        to: open.core,
        data: encodeFunctionData({ abi: open.abi, functionName: 'settle', args }),
        blobs: built.blobs,
        kzg: { blobToKzgCommitment: () => commitment, computeBlobKzgProof: blobProof },
        maxFeePerBlobGas: parseGwei('30'),
      }),
    });
    expect(await rebuild(client)).toMatchObject({ batchNumber: 5, blobBatches: 1 });

    const pruned: L1Client = { ...client, publicClient: without('anvil_getBlob', client) };
    const [empty, lying, good] = ['empty', 'lying', 'good'].map((name) => join(folder, name));
    for (const place of [empty, lying, good]) mkdirSync(place);
    writeFileSync(join(good, `${hash}.blob`), built.blobs[0]);
    const other = Uint8Array.from(built.blobs[0]);
    other[40] ^= 1;
    writeFileSync(join(lying, `${hash}.blob`), other);
    const from = (...places: string[]) => rebuild(pruned, { blobs: places.map(archiveDirectory) });
    expect(diffStates((await from(empty, lying, good)).state, state)).toEqual({ headers: [], slots: [] });
    const looked = (...answers: string[]) => answers.map((answer) => ({ answer: expect.stringContaining(answer) as string }));
    await expect(from(empty)).rejects.toMatchObject({
      code: 'BLOB_MISSING',
      details: { batch: 5, versionedHash: hash, looked: looked('serves no blobs', 'no file') },
    });
    await expect(from(lying)).rejects.toMatchObject({
      code: 'BLOB_MISSING',
      details: { looked: looked('serves no blobs', 'other bytes') },
    });
  });

  it('follows the validium accounts while their data is on L1, then takes them from a member, checked', async () => {
    const account = ACCOUNTS + 3;
    const opened: Diffs = { headers: [{ account, header: header(5) }], slots: [{ account, slot: 0, value: slot(1, 7n) }] };
    const settle = (diffs: Diffs, validiumData: boolean) => {
      const built = build(state, ++number, diffs, { validiumData, blobs: false });
      state = built.state;
      return send(
        open.core,
        encodeFunctionData({ abi: open.abi, functionName: 'settle', args: [toHex(built.statement), `0x${'00'.repeat(32)}`, '0x'] }),
      );
    };
    await settle(opened, true);
    const whole = await rebuild(client);
    expect(whole.validiumMissingFrom).toBeNull();
    expect(diffStates(whole.state, state)).toEqual({ headers: [], slots: [] });

    await settle(
      {
        headers: [],
        slots: [
          { account, slot: 0, value: slot(1, 9n) },
          { account: 0, slot: 0, value: slot(1, 1n) },
        ],
      },
      false,
    );
    await settle(
      {
        headers: [],
        slots: [
          { account, slot: 1, value: slot(2, 4n) },
          { account: 0, slot: 0, value: slot(1, 2n) },
        ],
      },
      true,
    );
    const partial = await rebuild(client);
    expect(partial).toMatchObject({ batchNumber: 8, validiumMissingFrom: 7 });
    expect(diffStates({ ...state, validium: whole.state.validium }, partial.state)).toEqual({ headers: [], slots: [] });
    expect(() => withValidium(partial, snapshotState(whole.state))).toThrow(
      expect.objectContaining({ code: 'VALIDIUM_DATA_WRONG' }) as Error,
    );
    const filled = withValidium(partial, snapshotState({ ...EMPTY_STATE, validium: state.validium }));
    expect(filled.validiumMissingFrom).toBeNull();
    expect(diffStates(filled.state, state)).toEqual({ headers: [], slots: [] });
    // A checkpoint of a partial state stays partial.
    writeStateFile(join(folder, 'partial'), partial);
    expect(await readStateFile(join(folder, 'partial'))).toMatchObject({ validiumMissingFrom: 7 });
  });
});

/** A change that differs from the state that the first tests leave. */
const CHANGE: Diffs = { headers: [], slots: [{ account: 2, slot: 3, value: slot(4, 5n) }] };

/** The same RPC without the calls of this name. */
function without(method: string, { publicClient }: L1Client): L1Client['publicClient'] {
  return new Proxy(publicClient, {
    get: (target, key) =>
      key === 'request'
        ? (request: { method: string }) =>
            request.method.includes(method) ? Promise.reject(new Error('method not found')) : target.request(request as never)
        : (Reflect.get(target, key) as unknown),
  });
}
