/** L1 orders and conditional transfers: what a prover could write besides, and what stops it. */
import { conditionalTransferElements, messageDigest, transferElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import type { ClearingReceipt, L1FillReceipt, VerifiedSignature } from '@weir/protocol/types';
import { describe, expect, it } from 'vitest';
import type { BatchWitness } from '../src/trace/witness.ts';
import { CHIPS, weirAir } from '../src/weirAir.ts';
import { l1OrderBatch } from './support/l1Orders.ts';
import { type Filled, failureNames, fill, without, witnessOf, world } from './support/world.ts';

const { alice, bob, conditionalTransfer, context, instance, settledWorld, transfer, FACT, USDC } = world;
const spend = { slot: 0, asset: USDC, nonce: 1, amount: 1_000n };
const OTHER = `0x${'0'.repeat(55)}7` as const;

function set({ traces }: Filled, chip: string, column: string, row: number, value: number): void {
  const j = CHIPS.findIndex(({ name }) => name === chip);
  traces[j].columns[CHIPS[j].columnNames.indexOf(column)][row] = value;
}

/** The batch's trace with other L1 fills than its statement's words say, or the pots know. */
function falsified(change: (fills: readonly L1FillReceipt[]) => readonly L1FillReceipt[]): readonly string[] {
  const witness = l1OrderBatch();
  const executed = witness.executed.map((entry) =>
    entry.receipt.kind === 'clearing'
      ? { ...entry, receipt: { ...entry.receipt, l1Fills: change(entry.receipt.l1Fills) } as ClearingReceipt as never }
      : entry,
  );
  return failureNames(fill({ ...witness, executed }, { strict: false }));
}

describe('L1 orders in a clearing', () => {
  it('the batch is true', () => {
    const witness = l1OrderBatch();
    expect(witness.executed).toHaveLength(7);
    expect(failureNames(fill(witness))).toEqual([]);
  });

  it('one left out: its words have no taker', () => {
    expect(falsified((fills) => fills.slice(1))).toContain('word: words/give-word');
  });

  it('one too many: there are no words for it', () => {
    expect(falsified((fills) => [...fills, { ...fills[0], fill: { ...fills[0].fill, order: 2 ** 28 - 1 + 1 } }])).toContain(
      'word: l1Fill/word-0',
    );
  });

  it('another amount than L1 is told of', () => {
    const [sold, bought] = [10n * 20n, 10n * 21n];
    const names = falsified(([first, ...rest]) => [
      { ...first, fill: { ...first.fill, sold: first.fill.sold + sold, bought: first.fill.bought + bought }, soldValue: 0n },
      ...rest,
    ]);
    expect(names).toContain('word: l1Fill/word-1');
  });

  it('another order than L1 is told of', () => {
    expect(falsified(([first, ...rest]) => [{ ...first, fill: { ...first.fill, order: 2 } }, ...rest])).toContain('word: l1Fill/word-0');
  });

  it('not in the order of their ids', () => {
    expect(falsified(([first, second, third]) => [second, first, third])).toContain('range14: l1Fill/ascending/high/range');
  });
});

/** A batch of one transfer whose signature is over `elements`. */
function signedAs(witness: BatchWitness, elements: readonly number[]): BatchWitness {
  const [{ receipt, ...rest }] = witness.executed;
  const signed: VerifiedSignature = {
    elements,
    digest: messageDigest(elements),
    key: alice.ownerKey,
    signature: signElements(alice.secret, elements),
  };
  return { ...witness, executed: [{ ...rest, receipt: { ...receipt, signatures: [signed] } as never }] };
}

describe('a conditional transfer', () => {
  const within = context([], { facts: new Set([FACT, OTHER]) });
  const tx = conditionalTransfer(alice, bob, 12, spend);
  const conditional = (): BatchWitness => witnessOf(settledWorld(), [tx], within);

  it('states the fact that was signed', () => {
    const elements = conditionalTransferElements(instance, { ...tx, fact: OTHER });
    expect(failureNames(fill(signedAs(conditional(), elements)))).toEqual(
      ['message: message/take-block', 'message: move/sign-block-3', 'message: move/sign-block-4'].sort(),
    );
  });

  it('states a fact at all: as a transfer it has another message', () => {
    const filled = fill(conditional());
    set(filled, 'move', 'conditional', 0, 0);
    set(filled, 'move', 'transfer', 0, 1);
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['word: words/give-word', 'message: move/sign-block-1']));
  });

  it('move/transfer-pads-with-zero-fact: dropped, a signature of something longer passes as a transfer’s', () => {
    const plain = transfer(alice, bob, 12, spend);
    const longer = [...transferElements(instance, plain), 7];
    const filled = fill(signedAs(witnessOf(settledWorld(), [plain]), longer));
    set(filled, 'move', 'factFirst', 0, 7);
    expect(failureNames(filled)).toEqual(['move/transfer-pads-with-zero-fact']);
    expect(failureNames(filled, without(weirAir, 'move', 'transfer-pads-with-zero-fact'))).toEqual([]);
  });
});
