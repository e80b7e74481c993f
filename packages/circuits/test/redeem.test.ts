/** Redemptions in their place in the whole circuit: true batches are accepted, every cell is bound. */
import { stateRoots } from '@weir/protocol/state/state';
import { describe, expect, it } from 'vitest';
import { BIG_TICKET, redemptionBatch } from './support/redemptions.ts';
import { failureNames, fill, world } from './support/world.ts';

describe('the trace of a batch with redemptions', () => {
  const filled = fill(redemptionBatch());

  it('satisfies every constraint and bus, with the executor’s roots and statement', () => {
    const { witness, publicValues } = filled;
    expect(witness.executed).toHaveLength(8);
    expect(witness.statement.effects.map(({ kind }) => kind)).toEqual(['deposit', 'withdrawal', 'withdrawal', 'redeem', 'redeem']);
    expect([...witness.redeemWords.keys()]).toEqual([world.TICKET, BIG_TICKET]);
    expect(failureNames(filled)).toEqual([]);
    expect([...publicValues.slice(8, 16)]).toEqual(stateRoots(witness.after).rollup);
  });
});
