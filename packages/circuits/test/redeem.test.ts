/** Redemptions in their place in the whole circuit: true batches are accepted, with the executor's roots and statement; false chains are not. */

import { P } from '@weir/crypto/field';
import { stateRoots } from '@weir/protocol/state/state';
import { EFFECT_KINDS } from '@weir/protocol/statement/effects';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choice, start, toTransaction, within } from '../../protocol/test/randomWorld.ts';
import { outcomeChip } from '../src/chips/outcome/air.ts';
import { redeemChip } from '../src/chips/redeem/air.ts';
import { shareChip } from '../src/chips/share/air.ts';
import { Ledger } from '../src/trace/ledger.ts';
import type { BatchWitness } from '../src/trace/witness.ts';
import { CHIPS, PARTS } from '../src/weirAir.ts';
import { BIG_TICKET, redemptionBatch } from './support/redemptions.ts';
import { type Filled, failureNames, fill, witnessOf, world } from './support/world.ts';

function expectRootsOf({ publicValues, witness }: Filled): void {
  expect([...publicValues.slice(0, 8)]).toEqual(stateRoots(witness.before).rollup);
  expect([...publicValues.slice(8, 16)]).toEqual(stateRoots(witness.after).rollup);
}

describe('the trace of a batch with redemptions satisfies every constraint and bus', () => {
  it('with both parts credited, one withdrawn, and shares of 0', () => {
    const filled = fill(redemptionBatch());
    const { statement, executed, redeemWords } = filled.witness;
    expect(executed).toHaveLength(8);
    expect(statement.effects.map(({ kind }) => kind)).toEqual(['deposit', 'withdrawal', 'withdrawal', 'redeem', 'redeem']);
    expect([...redeemWords.keys()]).toEqual([world.TICKET, BIG_TICKET]);
    expect(failureNames(filled)).toEqual([]);
    expectRootsOf(filled);
  });

  /** The protocol's random histories, of the kinds that nobody signs. */
  const UNSIGNED: readonly Choice['kind'][] = ['deposit', 'redeem', 'forcedExit'];
  const choices = choice
    .filter(({ kind }) => UNSIGNED.includes(kind))
    .map((c) => (c.pick % 4 === 0 ? c : { ...c, kind: 'redeem' as const }));

  for (const seed of [1, 2, 3]) {
    it(`in random batches, seed ${seed}`, () => {
      let state = start;
      let redeemed = 0;
      for (const batch of fc.sample(fc.array(choices, { minLength: 30, maxLength: 30 }), { seed, numRuns: 3 })) {
        // Each step is drawn in the state that the steps before it leave.
        let next = state;
        const transactions = batch.flatMap((c) => {
          const transaction = toTransaction(next, { signed: [], orders: [] }, c);
          if (transaction === undefined) return [];
          const outcome = applyTransaction(next, transaction, within);
          if (outcome.ok) next = outcome.state;
          return [transaction];
        });
        const filled = fill(witnessOf(state, transactions, within));
        expect(failureNames(filled)).toEqual([]);
        expectRootsOf(filled);
        redeemed += filled.witness.executed.filter(({ transaction }) => transaction.kind === 'redeem').length;
        state = filled.witness.after;
      }
      expect(redeemed).toBeGreaterThan(2);
    });
  }
});

/** Traces of which one chip's was changed before the parts after it were filled. */
function fillWithLie(witness: BatchWitness, chip: string, lie: (cells: Cells, ledger: Ledger) => void): Filled {
  const ledger = new Ledger({ strict: false });
  const traces: Filled['traces'] = [];
  for (const part of PARTS) {
    const own = part.fill(witness, ledger);
    const at = part.chips.findIndex(({ name }) => name === chip);
    if (at >= 0) lie((column, row, value) => write(chip, own[at].columns, column, row, value), ledger);
    traces.push(...own);
  }
  return { witness, traces, publicValues: Uint32Array.from(witness.binding.publicValues) };
}

/** Writes a cell if a value is given; returns what it holds. */
type Cells = (column: string, row: number, value?: number) => number;

function write(chip: string, columns: readonly Uint32Array[], column: string, row: number, value?: number): number {
  const cells = columns[CHIPS.find(({ name }) => name === chip)!.columnNames.indexOf(column)];
  if (value !== undefined) cells[row] = value;
  return cells[row];
}

describe('a false account of a ride’s redemptions', () => {
  const witness = redemptionBatch();

  it('states less tickets than were redeemed', () => {
    const filled = fillWithLie(witness, 'outcome', (cells) => cells('redeemed[0]', 0, cells('redeemed[0]', 0) - 1));
    expect(failureNames(filled)).toEqual([
      'outcome: outcome/end',
      'outcome: redeem/chain-out',
      'word: outcome/word-0',
      'word: words/give-word',
    ]);
  });

  it('leaves one redemption out of the sums', () => {
    const filled = fillWithLie(witness, 'redeem', (cells) => {
      for (let i = 0; i < 9; i++) cells(`sums[${i}]`, 1, 0);
    });
    expect(failureNames(filled)).toContain('outcome: redeem/chain-in');
  });

  it('divides by other numbers than those that L1 has', () => {
    const filled = fillWithLie(witness, 'redeem', (cells, ledger) => {
      cells('inReturned[0]', 0, cells('inReturned[0]', 0) + 3);
      ledger.shares[1] = { ...ledger.shares[1], total: ledger.shares[1].total + 3n };
    });
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['outcome: redeem/chain-in', 'share: redeem/divide-in']));
  });

  it('redeems without an effect', () => {
    const filled = fillWithLie(witness, 'outcome', (cells) => cells('active', 1, 0));
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['outcome: redeem/chain-in', 'word: words/give-word']));
  });

  it('shares a limb between two assets', () => {
    const filled = fillWithLie(witness, 'outcome', (cells, ledger) => {
      // in asset + 2^30 and out asset − 2^24 have the same limb inHi + 2^6·outHi.
      expect(cells('inHi', 1)).toBe(63);
      cells('inHi', 1, 63 + 64);
      cells('outHi', 1, cells('outHi', 1) - 1);
      cells('inAsset', 1, (cells('inAsset', 1) + 2 ** 30) % P);
      cells('outAsset', 1, cells('outAsset', 1) - 2 ** 24);
      ledger.ranges.count(127, 8);
    });
    const names = failureNames(filled);
    expect(names).toContain('range8: outcome/in-hi/range-shifted');
    expect(names.filter((name) => name.startsWith('word'))).toEqual([]);
  });

  it('pays from a padding row', () => {
    const rows = 8;
    expect(witness.executed.filter(({ transaction }) => transaction.kind === 'redeem').length).toBeLessThan(rows);
    const out = fillWithLie(witness, 'redeem', (cells) => cells('outCredited', rows - 1, 1));
    expect(failureNames(out)).toContain('redeem/padding-gives-no-out');
    const back = fillWithLie(witness, 'redeem', (cells) => cells('inWithdrawn', rows - 1, 1));
    expect(failureNames(back)).toContain('redeem/padding-gives-no-in');
  });

  it('pays one part twice', () => {
    const filled = fillWithLie(witness, 'redeem', (cells) => cells('outWithdrawn', 0, 1));
    expect(failureNames(filled)).toEqual(expect.arrayContaining(['redeem/out-at-most-one', 'withdrawal: redeem/withdraw-out']));
  });
});

describe('the chips of a redemption', () => {
  it('are as small as planned', () => {
    expect([redeemChip, shareChip, outcomeChip].map(({ columnNames }) => columnNames.length)).toEqual([79, 45, 29]);
    expect(EFFECT_KINDS.redeem.words).toBe(3);
  });
});
