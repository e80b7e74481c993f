/** Batches of the protocol's small test world, as witnesses. */
import { EMPTY_STATE, type State } from '@weir/protocol/state/state';
import { instanceHash } from '@weir/protocol/statement/binding';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Publication, Transaction } from '@weir/protocol/types';
import { checkTraces } from '@weir/stark/air/check';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { INSTANCE } from '../../../protocol/test/statementCases.ts';
import * as world from '../../../protocol/test/world.ts';
import { Ledger } from '../../src/trace/ledger.ts';
import { type BatchWitness, batchWitness } from '../../src/trace/witness.ts';
import { fillTraces, weirAir } from '../../src/weirAir.ts';

export { EMPTY_STATE, world };
export const instance = instanceHash(INSTANCE.chainId, INSTANCE.core);

export interface Filled {
  readonly witness: BatchWitness;
  readonly traces: ChipTrace[];
  readonly publicValues: Uint32Array;
}

export function witnessOf(state: State, transactions: readonly Transaction[], context: BatchContext = world.context()): BatchWitness {
  return batchWitness(applyBatch(state, transactions, context), context, instance);
}

/** `strict: false` writes false traces instead of throwing. */
export function fill(witness: BatchWitness, options: { readonly strict?: boolean } = {}): Filled {
  return { witness, traces: fillTraces(witness, new Ledger(options)), publicValues: Uint32Array.from(witness.binding.publicValues) };
}

/**
 * Names of all that fails: `chip/constraint`, and `BUS: chip/interaction` for each end of an unbalanced tuple (a value outside a range table
 * has one end only).
 */
export function failureNames({ traces, publicValues }: Filled, air: Air = weirAir): string[] {
  const names = checkTraces(air, traces, publicValues, { maxFailures: 500 }).flatMap((failure) => {
    if (failure.kind === 'constraint') return [`${failure.chip}/${failure.constraint}`];
    if (failure.kind === 'shape') return [`shape ${failure.message}`];
    return failure.sources.map(({ chip, interaction }) => `${failure.bus}: ${chip}/${interaction}`);
  });
  return [...new Set(names)].sort();
}

/** An opening, three kinds of deposit, transfers with and without fee, a withdrawal, a cancel, both forced exits. */
export function smallBatch(): BatchWitness {
  const { alice, bob, carol, operator, openAccount, deposit, transfer, withdraw, cancel, person, USDC, WETH } = world;
  return witnessOf(world.settledWorld(), [
    openAccount(person(9)),
    deposit(alice, 3, WETH, 5_000_000_000n),
    deposit(bob, 12, WETH, 7n, { depositor: alice.l1Owner }),
    deposit(person(8), 3, USDC, 5n, { status: 'returned' }),
    transfer(alice, bob, 0, { slot: 0, asset: USDC, nonce: 1, amount: 1_000n, fee: 3n }, operator, 12),
    transfer(bob, bob, 4, { slot: 0, asset: USDC, nonce: 5, amount: 10n }),
    withdraw(alice, { slot: 0, asset: USDC, nonce: 2, amount: 400_000n, fee: 5n }, operator, 12),
    cancel(carol, 0, 2),
    world.forcedExit(bob),
    world.forcedExit(person(20), 'refuted', { requester: bob.l1Owner }),
  ]);
}

/** Everything about both trees: openings, moves there and back, rotations, masks, transfers across, refuted requests of tombstones. */
export function movingBatch(publication?: Publication): BatchWitness {
  const { alice, bob, carol, operator, at, withKeyOf, validium, openAccount, deposit, transfer, withdraw, cancel, person, USDC } = world;
  const moved = at(alice, validium(77));
  const back = at(moved, 2 ** 26 - 1);
  const rotated = withKeyOf(bob, carol);
  const stranger = person(9);
  return witnessOf(
    world.settledWorld(),
    [
      openAccount({ ...at(stranger, validium(2 ** 26 - 1)), keyVersion: 2 ** 29 - 1 }),
      transfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 1_000n, fee: 3n }, operator, 12),
      world.moveAccount(alice, moved.account),
      world.forcedExit(alice, 'refuted'),
      world.rotateKey(bob, carol),
      world.rotateKey(alice, carol, 'refuted'),
      world.rotateKey(person(20), carol, 'refuted', { requester: bob.l1Owner }),
      deposit(moved, 3, USDC, 5n),
      transfer(moved, rotated, 12, { slot: 0, asset: USDC, nonce: 2, amount: 7n }),
      cancel(rotated, 0, 2),
      withdraw(moved, { slot: 3, asset: USDC, nonce: 1, amount: 2n }),
      world.moveAccount(carol, validium(5)),
      world.moveAccount(at(carol, validium(5)), 41),
      world.moveAccount(moved, back.account),
      world.rotateKey(at(carol, 41), bob),
      world.forcedExit(back, 'served', { slots: 0b1000_0000_0000_1001 }),
      world.forcedExit(rotated, 'served', { slots: 1 }),
      world.openAccount(at(person(30), validium(7))),
    ],
    world.context([], { publication }),
  );
}
