/** Batches of the protocol's small test world, as witnesses. */
import { EMPTY_STATE, type State } from '@weir/protocol/state/state';
import { instanceHash } from '@weir/protocol/statement/binding';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Transaction } from '@weir/protocol/types';
import { checkTraces } from '@weir/stark/air/check';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { INSTANCE } from '../../../protocol/test/statementCases.ts';
import * as world from '../../../protocol/test/world.ts';
import { Ledger } from '../../src/trace/ledger.ts';
import { type BatchWitness, batchWitness } from '../../src/trace/witness.ts';
import { fillTraces, weirAir } from '../../src/weirAir.ts';

export { EMPTY_STATE, world };
export const instance = instanceHash(INSTANCE.chainId, INSTANCE.core);

/** Kinds whose chips exist. */
export function isProvable(tx: Transaction): boolean {
  return tx.kind === 'forcedExit' ? tx.slots === world.ALL_SLOTS : tx.kind !== 'rotateKey' && tx.kind !== 'moveAccount';
}

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
