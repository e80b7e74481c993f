import { poseidonCompressTwin } from '@weir/crypto/kernelTwins';
import { compress } from '@weir/crypto/poseidon';
import { describe, expect, it } from 'vitest';
import { accountDigest, headerDigest, slotElements, UNOPENED_HEADER } from '../src/state/account.ts';
import { hashState } from '../src/state/hashState.ts';
import { nodeDigest, rootDigest } from '../src/state/merkle.ts';
import { restoreState, snapshotState } from '../src/state/snapshot.ts';
import {
  accountPath,
  applyDiffs,
  diffStates,
  EMPTY_STATE,
  readAccount,
  readHeader,
  readSlot,
  slotPath,
  stateRoots,
  totals,
  writeSlot,
} from '../src/state/state.ts';
import type { Digest } from '../src/types.ts';
import { expectVectorFile } from './vectorFile.ts';
import { alice, openAccount, operator, person, run, SHARES, settledWorld, USDC } from './world.ts';

/** Climbs a path: domain of the parent level falls from `domain + depth − 1` to `domain`. */
function climb(leaf: Digest, index: number, path: readonly Digest[], domain: number): Digest {
  return path.reduce((node, sibling, i) => {
    const level = domain + path.length - 1 - i;
    return Math.floor(index / 2 ** i) % 2 === 0 ? compress(level, node, sibling) : compress(level, sibling, node);
  }, leaf);
}

describe('the state tree', () => {
  it('matches the vectors', () => {
    const state = settledWorld();
    const account = readAccount(state, alice.account);
    expectVectorFile('protocol-state.json', {
      emptyByDepth: Array.from({ length: 27 }, (_, depth) => nodeDigest(EMPTY_STATE.rollup, depth, 0)),
      emptySlotsRoot: rootDigest(readAccount(EMPTY_STATE, 0).slots),
      unopenedHeaderDigest: headerDigest(UNOPENED_HEADER),
      alice: {
        header: account.header,
        headerDigest: headerDigest(account.header),
        slot0: readSlot(state, alice.account, 0),
        slotsRoot: rootDigest(account.slots),
        accountDigest: accountDigest(account),
        accountPath: accountPath(state, alice.account),
        slotPath: slotPath(state, alice.account, 0),
      },
      roots: stateRoots(state),
    });
  });

  it('opens every account and slot by its path', () => {
    const state = settledWorld();
    for (const index of [0, 1, 3, 4, 2 ** 26 - 1]) {
      const account = readAccount(state, index);
      expect(climb(accountDigest(account), index, accountPath(state, index), 0)).toEqual(stateRoots(state).rollup);
      for (const slot of [0, 7, 15]) {
        expect(climb(slotElements(readSlot(state, index, slot)), slot, slotPath(state, index, slot), 27)).toEqual(
          rootDigest(account.slots),
        );
      }
    }
  });

  it('keeps the old state when a new one is made', () => {
    const state = settledWorld();
    const roots = stateRoots(state);
    const next = writeSlot(state, alice.account, 0, { asset: USDC, nonce: 9, balance: 1n, filled: 0n });
    expect(stateRoots(next)).not.toEqual(roots);
    expect(stateRoots(state)).toEqual(roots);
    expect(stateRoots(writeSlot(next, alice.account, 0, readSlot(state, alice.account, 0)))).toEqual(roots);
  });

  it('is restored from its snapshot', () => {
    const state = settledWorld();
    const restored = restoreState(snapshotState(state));
    expect(stateRoots(restored)).toEqual(stateRoots(state));
    expect(readHeader(restored, operator.account)).toEqual(readHeader(state, operator.account));
    expect(() => restoreState(new Uint8Array(7))).toThrow(expect.objectContaining({ code: 'SNAPSHOT_MALFORMED' }));
  });

  it('has the same roots when a batch kernel hashes it', () => {
    const state = writeSlot(run(settledWorld(), [openAccount(person(2 ** 26 - 1))]).state, 40, 9, {
      asset: 5,
      nonce: 1,
      balance: 1n,
      filled: 0n,
    });
    const fresh = restoreState(snapshotState(state));
    hashState(fresh, poseidonCompressTwin);
    expect(stateRoots(fresh)).toEqual(stateRoots(state));
    const next = writeSlot(fresh, 40, 9, { asset: 5, nonce: 1, balance: 2n, filled: 0n });
    hashState(next, (domain, input) => {
      expect(input).toHaveLength(16);
      return poseidonCompressTwin(domain, input);
    });
    expect(stateRoots(next)).toEqual(stateRoots(restoreState(snapshotState(next))));
  });

  it('is reproduced from its diffs and knows its totals', () => {
    const state = settledWorld();
    const next = run(state, [openAccount(person(77))]).state;
    expect(stateRoots(applyDiffs(state, diffStates(state, next)))).toEqual(stateRoots(next));
    expect(totals(next)).toEqual(
      new Map([
        [USDC, 2_000_000n],
        [SHARES, 1_000_000n],
      ]),
    );
  });
});
