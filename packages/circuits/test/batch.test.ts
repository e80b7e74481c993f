import { stateRoots } from '@weir/protocol/state/state';
import type { Transaction } from '@weir/protocol/types';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, failures, fill, movingBatch, smallBatch, witnessOf, world } from './support/world.ts';

const { alice, bob, carol, operator, person, USDC, SHARES, WETH } = world;

function randomSource(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Mostly sensible transactions over few slots, so that slots are reused, emptied, reassigned; refused ones are left out by `applyBatch`. */
function randomTransaction(random: (below: number) => number): Transaction {
  const people = [alice, bob, carol, operator];
  const who = people[random(4)];
  const other = people[random(4)];
  const asset = [USDC, SHARES, WETH][random(3)];
  const slot = random(3);
  const spend = { slot, asset, nonce: 1 + random(12), amount: BigInt(1 + random(400_000)), fee: BigInt(random(2) * random(50)) };
  switch (random(10)) {
    case 0:
      return world.openAccount(person(5 + random(4)));
    case 1:
      return world.deposit(who, slot, asset, BigInt(1 + random(2 ** 20)) << BigInt(random(40)));
    case 2:
      return world.deposit(who, 12 + random(4), asset, 9n, { depositor: other.l1Owner });
    case 3:
    case 4:
      return world.transfer(who, other, random(2) * (12 + random(4)), spend, operator, 12 + random(4));
    case 5:
    case 8:
    case 9:
      return world.withdraw(who, spend, operator, 12 + random(4));
    case 6:
      return world.cancel(who, slot, 1 + random(12));
    default: {
      const { account } = who;
      const requester = random(2) === 0 ? who.l1Owner : other.l1Owner;
      return {
        kind: 'forcedExit',
        status: requester === who.l1Owner ? 'served' : 'refuted',
        account,
        slots: 1 + random(world.ALL_SLOTS),
        requester,
      };
    }
  }
}

describe('the trace of a batch satisfies every constraint and bus, and its roots are the executor’s', () => {
  it('a batch with every kind of simple transaction', () => {
    const filled = fill(smallBatch());
    expect(filled.witness.executed).toHaveLength(10);
    expect(failures(filled)).toEqual([]);
    const roots = stateRoots(filled.witness.after);
    expect([...filled.publicValues.slice(8, 16)]).toEqual(roots.rollup);
  });

  for (const validiumData of [false, true]) {
    it(`a batch in both trees, the validium accounts’ diffs ${validiumData ? 'in the body' : 'with the committee'}`, () => {
      const filled = fill(movingBatch({ validiumData, blobs: false }));
      expect(filled.witness.executed).toHaveLength(18);
      expect(failures(filled)).toEqual([]);
      const roots = stateRoots(filled.witness.after);
      expect([...filled.publicValues.slice(8, 16)]).toEqual(roots.rollup);
      expect([...filled.publicValues.slice(24, 32)]).toEqual(roots.validium);
    });
  }

  it('an account that moves there and back in one batch, from and to nowhere else', () => {
    const { alice: who, at, validium, moveAccount } = world;
    const there = at(who, validium(3));
    expect(failures(fill(witnessOf(world.settledWorld(), [moveAccount(who, there.account), moveAccount(there, 44)])))).toEqual([]);
  });

  it('an empty batch, in which no root may move', () => {
    expect(failures(fill(witnessOf(world.settledWorld(), [])))).toEqual([]);
  });

  it('a batch of refused transactions only', () => {
    const witness = witnessOf(world.settledWorld(), [world.cancel(alice, 0, 0)]);
    expect(witness.executed).toEqual([]);
    expect(failures(fill(witness))).toEqual([]);
  });

  it('the first batch of an instance, from the empty state', () => {
    const witness = witnessOf(EMPTY_STATE, [world.openAccount(alice), world.deposit(alice, 0, USDC, (1n << 64n) - 1n)]);
    expect(failures(fill(witness))).toEqual([]);
  });

  it('the same slot read and written again and again, also twice by one transaction', () => {
    const spend = (nonce: number) => ({ slot: 0, asset: USDC, nonce, amount: 5n, fee: 1n });
    const fees = { slot: 12, asset: USDC, nonce: 3, amount: 1n };
    const witness = witnessOf(world.settledWorld(), [
      world.transfer(alice, operator, 12, spend(1), operator, 12),
      world.transfer(alice, alice, 0, spend(2), operator, 12),
      world.withdraw(operator, fees),
      world.cancel(alice, 0, 3),
    ]);
    expect(witness.executed).toHaveLength(4);
    expect(failures(fill(witness))).toEqual([]);
  });

  const executedKinds = new Set<string>();
  for (const seed of [1, 2, 3, 4, 5, 7]) {
    it(`random batches, seed ${seed}`, () => {
      const random = randomSource(seed);
      let state = world.settledWorld();
      for (let batch = 0; batch < 2; batch++) {
        const witness = witnessOf(
          state,
          Array.from({ length: 14 }, () => randomTransaction(random)),
        );
        expect(failures(fill(witness))).toEqual([]);
        for (const { transaction } of witness.executed) executedKinds.add(transaction.kind);
        state = witness.after;
      }
    });
  }

  it('and those batches held every simple kind', () => {
    const kinds = ['openAccount', 'deposit', 'transfer', 'withdraw', 'cancel', 'forcedExit'];
    expect(kinds.filter((kind) => !executedKinds.has(kind))).toEqual([]);
  });
});
