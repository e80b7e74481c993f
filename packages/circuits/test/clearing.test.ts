/** Clearings, built by hand and at random, satisfy every constraint and bus of the whole circuit. */
import type { Transaction } from '@weir/protocol/types';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { TEST_PROFILE } from '@weir/stark/profile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, type Memory, start, toTransaction, within } from '../../protocol/test/randomWorld.ts';
import { proveBatch, verifyBatch } from '../src/prove.ts';
import { CLEARINGS, randomClearing, sign, variedClearing } from './support/clearings.ts';
import { failures, fill, instance, witnessOf } from './support/world.ts';

function randomSource(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the trace of a clearing satisfies every constraint and bus', () => {
  for (const clearing of CLEARINGS) {
    it(clearing.name, () => {
      const witness = clearing();
      expect(witness.executed.some(({ transaction }) => transaction.kind === 'clearing')).toBe(true);
      expect(failures(fill(witness))).toEqual([]);
    });
  }

  it('and so is proven and accepted', async () => {
    const witness = variedClearing();
    const { proof } = await proveBatch(witness, { profile: TEST_PROFILE, backend: await createKernelBackend(), check: true });
    expect(verifyBatch({ instance, statement: witness.statement, proof, profile: TEST_PROFILE })).toEqual({ accepted: true });
  });

  it('at prices and amounts of any size', () => {
    let cleared = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const witness = randomClearing(randomSource(seed * 7919));
      if (witness === undefined) continue;
      cleared += witness.executed.length;
      expect(failures(fill(witness))).toEqual([]);
    }
    expect(cleared).toBeGreaterThan(8);
  });

  it('among all other transactions, in random histories', () => {
    const choices = fc.sample(choice, { seed: 45, numRuns: 120 });
    let state = start;
    let cleared = 0;
    for (let batch = 0; batch < 12; batch++) {
      const memory: Memory = { signed: [], orders: [] };
      const transactions = choices
        .slice(10 * batch, 10 * batch + 10)
        .map((one) => toTransaction(state, memory, one))
        .filter((tx): tx is Transaction => tx !== undefined);
      const witness = witnessOf(state, transactions.map(sign), within);
      cleared += witness.executed.filter(({ transaction }) => transaction.kind === 'clearing').length;
      expect(failures(fill(witness))).toEqual([]);
      state = witness.after;
    }
    expect(cleared).toBeGreaterThan(3);
  });
});
