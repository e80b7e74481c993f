/**
 * A slot under a second name. An account's node is a compression of two digests like any other, so a `tree` row of depth 26 could stand in the account row's place, slot
 * rows follow below it with the tree's number for an account, and the `slotLeaf` row be (tree, 32·index + 16 + slot). In the validium tree it would not even need a
 * diff word. `kind` on bus `node` stops it: below that row it is 0, and leaves offer 1 or 2.
 */
import { P } from '@weir/crypto/field';
import { DOMAIN } from '@weir/crypto/poseidon';
import type { ChipTrace } from '@weir/stark/air/ir';
import { describe, expect, it } from 'vitest';
import { NODE_KIND } from '../src/chips/tree/kind.ts';
import { Ledger } from '../src/trace/ledger.ts';
import type { BatchWitness } from '../src/trace/witness.ts';
import { CHIPS, PARTS } from '../src/weirAir.ts';
import { failureNames, witnessOf, world } from './support/world.ts';

const { alice, at, openAccount, transfer, USDC, validium } = world;
const INDEX = 5;
const operator = at(world.person(INDEX), validium(INDEX));
/** What stands in an account's place: the number of the tree. */
const ALIAS = 1;

function chipOf(traces: readonly ChipTrace[], name: string) {
  const j = CHIPS.findIndex((chip) => chip.name === name);
  const at = (column: string): Uint32Array => traces[j].columns[CHIPS[j].columnNames.indexOf(column)];
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

const secondName = (slot: number): number => 32 * INDEX + 16 + slot;

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

  for (const row of tree.rows('tree', operator.account)) {
    const depth = tree.at('depth')[row];
    tree.at('index')[row] += (2 * INDEX + 1) * 2 ** (depth - 27);
    tree.at('tree')[row] = ALIAS;
    tree.at('kind')[row] = NODE_KIND.accounts;
  }
  const [old] = account.rows('index', INDEX);
  const free = tree.at('leftOnly').findIndex((_, row) => ['leftOnly', 'rightOnly', 'both'].every((flag) => tree.at(flag)[row] === 0));
  expect(free).toBeGreaterThan(0);
  tree.at('rightOnly')[free] = 1;
  tree.at('depth')[free] = 26;
  tree.at('tree')[free] = ALIAS;
  tree.at('index')[free] = INDEX;
  for (const side of ['old', 'new']) {
    tree.put(`${side}Left`, free, account.group('headerDigest', old, 8));
    tree.put(`${side}Right`, free, account.group(`${side}Slots`, old, 8));
    tree.put(side, free, account.group(`${side}Node`, old, 8));
  }
  const header = [...account.group('key', old, 7), account.at('keyVersion')[old], ...account.group('l1Owner', old, 6)];
  ledger.compressions.compress(DOMAIN.header, [...header, 0, 0], -1);
  for (const cells of account.columns) cells[old] = 0;
}

/** The false trace: a fee arrives in the operator's slot under its second name. */
function aliased(): { readonly witness: BatchWitness; readonly traces: ChipTrace[]; readonly publicValues: Uint32Array } {
  const fee = { slot: 0, asset: USDC, nonce: 1, amount: 1_000n, fee: 3n };
  const state = world.run(world.settledWorld(), [openAccount(operator)]).state;
  const witness = witnessOf(state, [transfer(alice, alice, 1, fee, operator, 12)]);
  const ledger = new Ledger();
  const traces: ChipTrace[] = [];
  for (const part of PARTS) {
    traces.push(...part.fill(witness, ledger));
    if (part.chips.some(({ name }) => name === 'tree')) rename(traces, ledger);
  }
  // One account row less asks for the flag.
  chipOf(traces, 'publicValues').at('validiumUses')[0]--;
  return { witness, traces, publicValues: Uint32Array.from(witness.binding.publicValues) };
}

describe('a slot under a second name', () => {
  it('is stopped by the kind of its node, and by nothing else', () => {
    expect(failureNames(aliased())).toEqual(['node: slotLeaf/give-node', 'node: tree/take-left']);
    // Were the leaf's kind a column that a prover may choose, the trace would be true.
    const filled = aliased();
    const silent = chipOf(filled.traces, 'slotLeaf');
    const [row] = silent.rows('account', ALIAS);
    silent.at('silent')[row] = P - 1;
    expect(failureNames(filled)).toEqual([...[0, 1, 2].map((i) => `slotLeaf/no-diff-no-change[${i}]`), 'slotLeaf/silent-is-a-bit']);
  });
});
