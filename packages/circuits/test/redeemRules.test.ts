/** The rules of redeem one by one: an executor without the rule makes a batch whose trace fails in one constraint, and passes without it. */

import { writeSlot } from '@weir/protocol/state/state';
import type { RefusalCode } from '@weir/protocol/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { REFUSAL_CASES } from '../../protocol/test/refusalCases.ts';
import { CHIPS, weirAir } from '../src/weirAir.ts';
import { skipped } from './support/mutant.ts';
import { redeem } from './support/redemptions.ts';
import { type Filled, failureNames, fill, without, witnessOf, world } from './support/world.ts';

vi.mock(import('@weir/protocol/refusals'), async (original) => (await import('./support/mutant.ts')).refusalsWithGaps(await original()));
vi.mock(import('@weir/protocol/statement/limbs'), async (original) =>
  (await import('./support/mutant.ts')).limbsThatWrap(await original()),
);

afterEach(() => skipped.clear());

/** The trace of the batch that the executor accepts without the rule. */
function falseTrace(code: RefusalCode, title: string): Filled {
  const found = REFUSAL_CASES[code].find((refused) => refused.tx.kind === 'redeem' && refused.title === title);
  if (found === undefined) throw new Error(`${code} has no case "${title}"`);
  skipped.add(code);
  const witness = witnessOf(found.state, [found.tx], found.context);
  expect(witness.executed).toHaveLength(1);
  return fill(witness, { strict: false });
}

function cell(filled: Filled, column: string, value: number): void {
  const j = CHIPS.findIndex(({ name }) => name === 'redeem');
  filled.traces[j].columns[CHIPS[j].columnNames.indexOf(column)][0] = value;
}

function expectStoppedOnlyBy(filled: Filled, constraint: string): void {
  expect(failureNames(filled)).toEqual([`redeem/${constraint}`]);
  expect(failureNames(filled, without(weirAir, 'redeem', constraint))).toEqual([]);
}

describe('one constraint stops', () => {
  it('a redemption of nothing: such rows could form a ring with any outcome, outside of every effect', () => {
    expectStoppedOnlyBy(falseTrace('NOTHING_TO_REDEEM', 'no tickets left'), 'something-is-redeemed');
  });

  it('a redemption for an account that nobody has opened', () => {
    expectStoppedOnlyBy(falseTrace('ACCOUNT_NOT_OPEN', 'tickets under an unopened header'), 'account-is-open');
  });

  it('a withdrawal while the ticket slot is free', () => {
    const filled = falseTrace('REDEEM_NEEDS_SLOT', 'a part without a slot while the ticket slot is free');
    expectStoppedOnlyBy(filled, 'withdrawn-if-the-other-takes-the-ticket-slot');
  });

  it('a withdrawal beside nothing, although the other part names the ticket slot', () => {
    const filled = falseTrace('REDEEM_NEEDS_SLOT', 'the only part without a slot');
    cell(filled, 'inSlot', 2);
    expectStoppedOnlyBy(filled, 'withdrawn-beside-a-credit');
  });

  it('two withdrawals, although both parts name the ticket slot', () => {
    const filled = falseTrace('REDEEM_NEEDS_SLOT', 'both parts without a slot');
    cell(filled, 'inSlot', 2);
    cell(filled, 'outSlot', 2);
    expectStoppedOnlyBy(filled, 'withdrawn-beside-a-credit');
  });
});

describe('sums over a ride', () => {
  it('stay below 2^64: a sum that wraps would let L1 book fewer tickets as redeemed', () => {
    skipped.add('RIDE_OUTCOME_TOO_SMALL');
    const { alice, bob, TICKET, USDC, SHARES } = world;
    const held = [alice, bob].reduce(
      (state, { account }) => writeSlot(state, account, 5, { asset: TICKET, nonce: 1, balance: 1n << 63n, filled: 0n }),
      world.settledWorld(),
    );
    const outcome = { outTotal: 10n, inReturned: 0n, tickets: (1n << 64n) - 1n };
    const within = world.context([world.ride(TICKET, USDC, SHARES, { closed: true, outcome })]);
    const batch = [alice, bob].map(({ account }) => redeem(account, 5, 5, null));
    const names = failureNames(fill(witnessOf(held, batch, within), { strict: false }));
    expect(names).toContain('range10: redeem/sum-redeemed/after-2/high/range');
  });
});
