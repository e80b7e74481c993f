/** Clearings of the protocol's test worlds satisfy every constraint and bus of the whole circuit. */
import { checkTraces, describeFailure } from '@weir/stark/air/check';
import { describe, expect, it } from 'vitest';
import { clearingCase } from '../../protocol/test/refusalCases.ts';
import { weirAir } from '../src/weirAir.ts';
import { fill, type Filled, witnessOf, world } from './support/world.ts';

const failures = ({ traces, publicValues }: Filled): string[] => checkTraces(weirAir, traces, publicValues, { maxFailures: 5 }).map(describeFailure);

describe('the trace of a clearing satisfies every constraint and bus', () => {
  it('two fills and a ride that boards', () => {
    const { state, tx, context } = clearingCase();
    const witness = witnessOf(state, [tx], context);
    expect(witness.executed).toHaveLength(1);
    expect(failures(fill(witness))).toEqual([]);
  });
});
