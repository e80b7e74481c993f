/**
 * `npm run bench:rebuild [-- --batches N] [--updates N] [--accounts N] [--json]`: how fast a state is rebuilt, by the code that `weir rebuild` runs: statement and
 * blob bytes in, words decoded, diffs applied, every touched path hashed, roots compared. What is left out is waiting for L1. Each batch
 * touches random slots of random accounts; CPU time is the process's, all threads.
 */
import { compressMany } from '@weir/crypto/compressKernel';
import { hashState } from '@weir/protocol/state/hashState';
import { accountsOf, applyDiffs, EMPTY_STATE, type State, stateRoots } from '@weir/protocol/state/state';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { buildStatement, encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import type { Diffs, Header } from '@weir/protocol/types';
import { type BatchData, replayBatch } from '@weir/sdk/rebuild/replay';
import { type Rebuilt, rollupRootOf, validiumRootOf } from '@weir/sdk/rebuild/stateFile';

const flag = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [batches, updates, accounts] = [flag('batches', 12), flag('updates', 4_096), flag('accounts', 100_000)];

let seed = 1n;
/** splitmix64 */
function below(bound: number): number {
  seed = (seed + 0x9e3779b97f4a7c15n) & 0xffff_ffff_ffff_ffffn;
  let z = seed;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffff_ffff_ffff_ffffn;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & 0xffff_ffff_ffff_ffffn;
  return Number((z ^ (z >> 31n)) % BigInt(bound));
}

const headerOf = (account: number): Header => ({
  ownerKey: [account + 1, 2, 3, 4, 5, 6, 7],
  keyVersion: 1,
  l1Owner: `0x${(account + 1).toString(16).padStart(40, '0')}`,
});

function genesis(): State {
  const indices = Array.from({ length: accounts }, (_, account) => account);
  const state = applyDiffs(EMPTY_STATE, {
    headers: indices.map((account) => ({ account, header: headerOf(account) })),
    slots: indices.map((account) => ({ account, slot: 0, value: { asset: 1, nonce: 1, balance: BigInt(account + 1), filled: 0n } })),
  });
  hashState(state, compressMany);
  return state;
}

/** Random slots, each once, in statement order. */
function randomDiffs(nonce: number): Diffs {
  const keys = new Set<number>();
  while (keys.size < updates) keys.add(below(accounts) * 16 + below(16));
  const slots = [...keys]
    .sort((a, b) => a - b)
    .map((key) => ({
      account: Math.floor(key / 16),
      slot: key % 16,
      value: { asset: 1 + (key % 3), nonce, balance: BigInt(below(2 ** 40)) << 20n, filled: 0n },
    }));
  return { headers: [], slots };
}

/** Batches as L1 has them: bytes in calldata, and blobs. */
function makeBatches(start: State, inBlobs: boolean): BatchData[] {
  let state = start;
  return Array.from({ length: batches }, (_, i) => {
    const diffs = randomDiffs(i + 2);
    const before = stateRoots(state);
    state = applyDiffs(state, diffs);
    hashState(state, compressMany);
    const after = stateRoots(state);
    const fields = {
      ...{ batchNumber: i + 1, timestamp: 1_800_000_000 + i, rewardRecipient: `0x${'00'.repeat(20)}` as const, hasClearing: false },
      ...{ oldRollupRoot: before.rollup, newRollupRoot: after.rollup },
      ...{ oldValidiumRoot: before.validium, newValidiumRoot: after.validium },
    };
    const statement = buildStatement(fields, [], diffs, { validiumData: false, blobs: inBlobs });
    return { statement: encodeStatement(statement), blobs: inBlobs ? blobsFromWords(splitBody(statement).blobs) : [] };
  });
}

const state = genesis();
const origin: Rebuilt = {
  ...{ chainId: 1, core: `0x${'c0'.repeat(20)}`, batchNumber: 0, block: 0n },
  ...{ rollupRoot: rollupRootOf(state), validiumRoot: validiumRootOf(state), validiumMissingFrom: null, state },
};
const rows = [];
for (const carrier of ['calldata', 'blobs'] as const) {
  const data = makeBatches(state, carrier === 'blobs');
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  let rebuilt = origin;
  for (const [i, batch] of data.entries()) rebuilt = replayBatch(rebuilt, batch, BigInt(i + 1));
  const { user, system } = process.cpuUsage(cpu);
  const [wallSeconds, cpuSeconds] = [(performance.now() - started) / 1000, (user + system) / 1e6];
  const total = batches * updates;
  rows.push({
    ...{ carrier, accounts: accountsOf(rebuilt.state).length, batches, updates: total, wallSeconds, cpuSeconds },
    ...{ updatesPerWallSecond: Math.round(total / wallSeconds), updatesPerCpuSecond: Math.round(total / cpuSeconds) },
  });
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else console.table(rows);
