/**
 * How fast settled batches are applied: decoding, hashing and comparing roots, without waiting for any RPC.
 * `npx tsx packages/sdk/bench/rebuild.ts [--accounts N] [--batches N] [--updates N] [--blobs]`
 */
import { parseArgs } from 'node:util';
import { compressMany } from '@weir/crypto/compressKernel';
import { hashState } from '@weir/protocol/state/hashState';
import { applyDiffs, EMPTY_STATE, stateRoots } from '@weir/protocol/state/state';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { encodeDiffs } from '@weir/protocol/statement/diffs';
import { wordFromLimbs } from '@weir/protocol/statement/limbs';
import { buildStatement, encodeStatement } from '@weir/protocol/statement/statement';
import type { SlotDiff } from '@weir/protocol/types';
import { type BatchData, replayBatch } from '../src/rebuild/replay.ts';
import { type Rebuilt, rollupRootOf, validiumRootOf } from '../src/rebuild/stateFile.ts';

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '200000' },
    batches: { type: 'string', default: '16' },
    updates: { type: 'string', default: '4096' },
    blobs: { type: 'boolean', default: false },
  },
});
const [accounts, batches, updates] = [values.accounts, values.batches, values.updates].map(Number);

let seed = 1;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

function randomSlots(): SlotDiff[] {
  const keys = new Set<number>();
  while (keys.size < updates) keys.add(16 * random(accounts) + random(4));
  return [...keys]
    .sort((a, b) => a - b)
    .map((key) => ({
      account: Math.floor(key / 16),
      slot: key % 16,
      value: { asset: 1 + random(64), nonce: 1 + random(1000), balance: BigInt(random(2 ** 31)) << 20n, filled: BigInt(random(2 ** 20)) },
    }));
}

function makeBatches(): BatchData[] {
  let state = EMPTY_STATE;
  return Array.from({ length: batches }, (_, i) => {
    const diffs = { headers: [], slots: randomSlots() };
    const before = stateRoots(state);
    state = applyDiffs(state, diffs);
    hashState(state, compressMany);
    const after = stateRoots(state);
    const roots = {
      oldRollupRoot: before.rollup,
      newRollupRoot: after.rollup,
      oldValidiumRoot: before.validium,
      newValidiumRoot: after.validium,
    };
    const fields = { batchNumber: i + 1, timestamp: i, rewardRecipient: `0x${'00'.repeat(20)}` as const, hasClearing: false };
    const statement = encodeStatement(buildStatement({ ...fields, ...roots }, [], diffs, { validiumData: false, blobs: values.blobs }));
    const blobs = values.blobs ? blobsFromWords(encodeDiffs(diffs).map(wordFromLimbs)) : [];
    return { statement, blobs };
  });
}

const data = makeBatches();
console.log(`${batches} batches of ${updates} slot updates over ${accounts} accounts${values.blobs ? ', from blobs' : ''}`);
let current: Rebuilt = {
  chainId: 1,
  core: `0x${'00'.repeat(20)}`,
  batchNumber: 0,
  block: 0n,
  rollupRoot: rollupRootOf(EMPTY_STATE),
  validiumRoot: validiumRootOf(EMPTY_STATE),
  validiumMissingFrom: null,
  state: EMPTY_STATE,
};
const [wall, cpu] = [performance.now(), process.cpuUsage()];
for (const batch of data) current = replayBatch(current, batch, 0n);
const { user, system } = process.cpuUsage(cpu);
const rate = (milliseconds: number) => Math.round((1000 * batches * updates) / milliseconds);
console.log(`${rate((user + system) / 1000)} slot updates per second of CPU time, ${rate(performance.now() - wall)} by the clock`);
