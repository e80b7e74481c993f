/**
 * A slot under a second name. The tree alone would allow it: an account's node is a compression of two digests like any other, so a `tree` row of
 * depth 26 may stand in the account row's place, slot rows may follow under tree 0 instead of 2 + account, and the `slotLeaf` row is then (−2, 32·account + 16 + slot).
 * What such a name reaches has no header (no account row has id −2), so it can only be credited, which always changes the leaf; and a changed leaf states
 * its account in a word, whose limbs are below 2^28.
 */
import { P } from '@weir/crypto/field';
import { DOMAIN } from '@weir/crypto/poseidon';
import type { ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../src/trace/ledger.ts';
import { PARTS, weirAir } from '../src/weirAir.ts';
import { failureNames, witnessOf, world } from './support/world.ts';

const { alice, bob, operator, transfer, USDC } = world;
const ALIAS = P - 2;

function chipOf(traces: readonly ChipTrace[], name: string) {
  const j = weirAir.chips.findIndex((chip) => chip.name === name);
  const at = (column: string): Uint32Array => traces[j].columns[weirAir.chips[j].columnNames.indexOf(column)];
  return {
    at,
    columns: traces[j].columns,
    rows: (column: string, value: number): number[] => [...at(column).keys()].filter((row) => at(column)[row] === value),
    group: (column: string, row: number, length: number): number[] => Array.from({ length }, (_, i) => at(`${column}[${i}]`)[row]),
    put(column: string, row: number, values: readonly number[]): void {
      for (const [i, value] of values.entries()) at(`${column}[${i}]`)[row] = value;
    },
  };
}

const secondName = (slot: number): number => 32 * operator.account + 16 + slot;

/** The operator's account row becomes an inner node; his slots are reached through it. */
function rename(traces: readonly ChipTrace[], ledger: Ledger): void {
  const [tree, account, leaf, credit, move] = ['tree', 'account', 'slotLeaf', 'credit', 'move'].map((name) => chipOf(traces, name));
  for (const chip of [leaf, credit]) {
    for (const row of chip.rows('account', operator.account)) {
      chip.at('slot')[row] = secondName(chip.at('slot')[row]);
      chip.at('account')[row] = ALIAS;
    }
  }
  // The slot is opened: the range that keeps strangers out of 0 … 11 looks at its second name.
  const range = ledger.ranges.trace(8).col.multiplicity;
  range[0]--;
  range[secondName(12) - 12]++;
  move.at('feeSlot')[0] = secondName(move.at('feeSlot')[0]);
  move.at('feeAccount')[0] = ALIAS;

  for (const row of tree.rows('tree', operator.account + 2)) {
    const depth = tree.at('depth')[row];
    tree.at('index')[row] += (2 * operator.account + 1) * 2 ** (depth - 27);
    tree.at('tree')[row] = 0;
  }
  const [old] = account.rows('index', operator.account);
  const free = tree.at('leftOnly').findIndex((_, row) => ['leftOnly', 'rightOnly', 'both'].every((flag) => tree.at(flag)[row] === 0));
  expect(free).toBeGreaterThan(0);
  tree.at('rightOnly')[free] = 1;
  tree.at('depth')[free] = 26;
  tree.at('index')[free] = operator.account;
  for (const side of ['old', 'new']) {
    tree.put(`${side}Left`, free, account.group('headerDigest', old, 8));
    tree.put(`${side}Right`, free, account.group(`${side}Slots`, old, 8));
    tree.put(side, free, account.group(`${side}Node`, old, 8));
  }
  const header = [...account.group('key', old, 7), account.at('keyVersion')[old], ...account.group('l1Owner', old, 6)];
  ledger.compressions.compress(DOMAIN.header, [...header, 0, 0], -1);
  for (const cells of account.columns) cells[old] = 0;
}

describe('a slot under a second name', () => {
  it('is stopped by its diff word, and by nothing else', () => {
    const fee = { slot: 0, asset: USDC, nonce: 1, amount: 1_000n, fee: 3n };
    const witness = witnessOf(world.settledWorld(), [transfer(alice, bob, 0, fee, operator, 12)]);
    const ledger = new Ledger();
    const traces: ChipTrace[] = [];
    for (const part of PARTS) {
      traces.push(...part.fill(witness, ledger));
      if (part.chips.some(({ name }) => name === 'tree')) rename(traces, ledger);
    }
    const publicValues = Uint32Array.from(witness.binding.publicValues);
    expect(failureNames({ witness, traces, publicValues })).toEqual(['word: slotLeaf/diff-word', 'word: words/give-word']);
  });
});
