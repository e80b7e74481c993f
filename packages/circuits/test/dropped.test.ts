/** Structural constraints, each with the false trace that it alone stops: drop it and the trace passes. */

import { describe, expect, it } from 'vitest';
import { CHIPS } from '../src/weirAir.ts';
import { cells, expectStoppedOnlyBy, fillWithLie } from './support/lies.ts';
import { failureNames, fill, witnessOf, world } from './support/world.ts';

const { alice, bob, deposit, transfer, USDC, WETH } = world;

const all = (name: string, length: number): string[] => Array.from({ length }, (_, i) => `${name}[${i}]`);

describe('dropping a structural constraint lets a false trace through', () => {
  for (const [tree, name] of ['Rollup', 'Validium'].entries()) {
    const constraint = `untouched-${name.toLowerCase()}-root-stays`;
    it(`publicValues/${constraint}: a new root in a batch that touches nothing there`, () => {
      const filled = fill(witnessOf(world.settledWorld(), []));
      filled.publicValues[16 * tree + 8] += 1;
      cells(filled.traces, 'publicValues').set(`new${name}Root[0]`, 0, filled.publicValues[16 * tree + 8]);
      expectStoppedOnlyBy(filled, 'publicValues', all(constraint, 8));
    });
  }

  it('account/unchanged-header-stays: the old node is of another header than memory starts from', () => {
    const witness = witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n)]);
    const filled = fillWithLie(witness, 'tree', (traces, ledger) => {
      const account = cells(traces, 'account');
      const [digest, slots] = [account.group('oldDigest', 0, 8), account.group('oldSlots', 0, 8)];
      ledger.compressions.compress(26, [...digest, ...slots], -1);
      digest[0] += 1;
      account.set('oldDigest[0]', 0, digest[0]);
      const tree = cells(traces, 'tree');
      ledger.compress(26, [...digest, ...slots]).forEach((value, i) => {
        account.set(`oldNode[${i}]`, 0, value);
      });
      // Up to the old root, which the verifier is told is this one.
      let child = account.group('oldNode', 0, 8);
      for (let depth = 25; depth >= 0; depth--) {
        const row = Array.from({ length: 64 }, (_, at) => at).find(
          (at) => tree.get('kind', at) === 0 && tree.get('depth', at) === depth && tree.get('leftOnly', at) === 1,
        ) as number;
        ledger.compressions.compress(depth, [...tree.group('oldLeft', row, 8), ...tree.group('oldRight', row, 8)], -1);
        child.forEach((value, i) => {
          tree.set(`oldLeft[${i}]`, row, value);
        });
        child = ledger.compress(depth, [...child, ...tree.group('oldRight', row, 8)]);
        child.forEach((value, i) => {
          tree.set(`old[${i}]`, row, value);
        });
      }
      (witness.binding.publicValues as number[]).splice(0, 8, ...child);
    });
    expectStoppedOnlyBy(filled, 'account', all('unchanged-header-stays', 8));
  });

  it('tree/untouched-right-stays: an untouched half of the tree is replaced on the way up', () => {
    const witness = witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n)]);
    const filled = fillWithLie(witness, 'tree', (traces, ledger) => {
      const tree = cells(traces, 'tree');
      const root = Array.from({ length: 64 }, (_, row) => row).find(
        (row) => tree.get('leftOnly', row) === 1 && tree.get('depth', row) === 0,
      ) as number;
      const left = tree.group('newLeft', root, 8);
      const right = tree.group('newRight', root, 8);
      ledger.compressions.compress(0, [...left, ...right], -1);
      right[0] += 1;
      tree.set('newRight[0]', root, right[0]);
      const lied = ledger.compress(0, [...left, ...right]);
      lied.forEach((value, i) => {
        tree.set(`new[${i}]`, root, value);
      });
      (witness.binding.publicValues as number[]).splice(8, 8, ...lied);
    });
    expectStoppedOnlyBy(filled, 'tree', all('untouched-right-stays', 8));
  });

  it('deposit/own-is-the-owner: a stranger opens a reserved slot as if he were the owner', () => {
    const witness = witnessOf(world.settledWorld(), [deposit(alice, 12, WETH, 1n, { depositor: bob.l1Owner })]);
    const filled = fillWithLie(witness, 'credit', (traces, ledger) => {
      cells(traces, 'deposit').set('own', 0, 1);
      const credit = cells(traces, 'credit');
      credit.set('own', 0, 1);
      credit.set('foreign', 0, 0);
      ledger.ranges.trace(8).col.multiplicity[0]--;
    });
    expectStoppedOnlyBy(filled, 'deposit', all('own-is-the-owner', 6));
  });

  it('move/own-is-the-same-account: a transfer opens a reserved slot as if it were one’s own', () => {
    const witness = witnessOf(world.settledWorld(), [transfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n })]);
    const filled = fillWithLie(witness, 'credit', (traces, ledger) => {
      cells(traces, 'move').set('own', 0, 1);
      const credit = cells(traces, 'credit');
      credit.set('own', 0, 1);
      credit.set('foreign', 0, 0);
      ledger.ranges.trace(8).col.multiplicity[0]--;
    });
    expectStoppedOnlyBy(filled, 'move', ['own-is-the-same-account']);
  });
});

describe('what changes is stated', () => {
  it('slotLeaf/no-diff-no-change: a changed slot without its diff word (its data would be lost)', () => {
    const filled = fill(witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n)]));
    cells(filled.traces, 'slotLeaf').set('changed', 0, 0);
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['slotLeaf/no-diff-no-change[2]', 'word: words/give-word']));
  });
});

describe('a value cannot be used twice', () => {
  it('two rows for one slot: the tree takes one', () => {
    const filled = fill(witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n), deposit(bob, 0, USDC, 1n)]));
    const leaf = cells(filled.traces, 'slotLeaf');
    for (const name of CHIPS.find(({ name: chip }) => chip === 'slotLeaf')?.columnNames ?? []) leaf.set(name, 1, leaf.get(name, 0));
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['node: slotLeaf/give-node', 'slot: slotLeaf/start']));
  });

  it('two steps with one tick', () => {
    const filled = fill(witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n), deposit(bob, 0, USDC, 1n)]));
    cells(filled.traces, 'deposit').set('tick', 1, 0);
    expect(failureNames(filled)).toContain('tick: deposit/take-tick');
  });

  it('an access that reads what comes later', () => {
    const filled = fill(witnessOf(world.settledWorld(), [deposit(alice, 0, USDC, 1n), deposit(alice, 0, USDC, 2n)]));
    const credit = cells(filled.traces, 'credit');
    // Row 0 claims to follow row 1: the gap is negative, which no table holds.
    credit.set('gap[0]', 0, 0x7f000001 - 17);
    expect(failureNames(filled)).toContain('range12: credit/slot/gap[0]/range');
  });
});
