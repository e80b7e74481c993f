/** Batches of the protocol's small test world, as witnesses. */
import { EMPTY_STATE, type State } from '@weir/protocol/state/state';
import { instanceHash, PUBLIC_GROUPS } from '@weir/protocol/statement/binding';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Publication, Transaction } from '@weir/protocol/types';
import { type CheckOptions, checkTraces, describeFailure, type Failure } from '@weir/stark/air/check';
import { compileAir, withoutConstraint } from '@weir/stark/air/compileAir';
import type { Air, ChipTrace } from '@weir/stark/air/ir';
import { INSTANCE } from '../../../protocol/test/statementCases.ts';
import * as world from '../../../protocol/test/world.ts';
import { buses } from '../../src/buses.ts';
import { JOINED, type Union, usedRows } from '../../src/chips/union.ts';
import { Ledger } from '../../src/trace/ledger.ts';
import { type BatchWitness, batchWitness } from '../../src/trace/witness.ts';
import { assemble, CHIPS, fillChips, UNIONS, weirAir } from '../../src/weirAir.ts';

export { EMPTY_STATE, world };
export const instance = instanceHash(INSTANCE.chainId, INSTANCE.core);

export interface Filled {
  readonly witness: BatchWitness;
  /** One per chip of `CHIPS`: false traces are written before the chips come into their unions. */
  readonly traces: ChipTrace[];
  readonly publicValues: Uint32Array;
}

export function witnessOf(state: State, transactions: readonly Transaction[], context: BatchContext = world.context()): BatchWitness {
  return batchWitness(applyBatch(state, transactions, context), context, instance);
}

/** `strict: false` writes false traces instead of throwing. */
export function fill(witness: BatchWitness, options: { readonly strict?: boolean } = {}): Filled {
  return { witness, traces: fillChips(witness, new Ledger(options)), publicValues: Uint32Array.from(witness.binding.publicValues) };
}

export function check({ traces, publicValues }: Filled, options: CheckOptions = {}, air: Air = weirAir): Failure[] {
  return checkTraces(air, assemble(traces), publicValues, options);
}

/** The first few failures, in words. */
export const failures = (filled: Filled): string[] => check(filled, { maxFailures: 5 }).map(describeFailure);

const isUnion = (chip: string): boolean => UNIONS.some((union) => union.chip.name === chip);
/** `chip/name` whether or not the chip is a member of a union; an interaction of several members has all their names. */
const namesOf = (chip: string, name: string): string[] => (isUnion(chip) ? name.split(JOINED) : [`${chip}/${name}`]);

/**
 * Names of all that fails: `chip/constraint`, and `BUS: chip/interaction` for each end of an unbalanced tuple (a value outside a range table
 * has one end only).
 */
export function failureNames(filled: Filled, air: Air = weirAir): string[] {
  const names = check(filled, { maxFailures: 500 }, air).flatMap((failure) => {
    if (failure.kind === 'constraint') return namesOf(failure.chip, failure.constraint);
    if (failure.kind === 'shape') return [`shape ${failure.message}`];
    return failure.sources.flatMap(({ chip, interaction, row }) =>
      namesOf(chip, interaction)
        .filter((name) => !isUnion(chip) || name.startsWith(`${memberAt(filled, chip, row)}/`))
        .map((name) => `${failure.bus}: ${name}`),
    );
  });
  return [...new Set(names)].sort();
}

/** Whose row it is: members' rows stand one after another. */
function memberAt({ traces }: Filled, union: string, row: number): string {
  const { members } = UNIONS.find(({ chip }) => chip.name === union) as Union;
  let end = 0;
  const found = members.find(({ chip }) => {
    end += usedRows(traces[CHIPS.findIndex(({ name }) => name === chip.name)]);
    return row < end;
  });
  return found?.chip.name ?? 'nobody';
}

/** The AIR without a constraint of a chip, wherever that chip is. */
export function without(air: Air, chip: string, constraint: string): Air {
  const union = UNIONS.find(({ members }) => members.some((member) => member.chip.name === chip));
  return union === undefined ? withoutConstraint(air, chip, constraint) : withoutConstraint(air, union.chip.name, `${chip}/${constraint}`);
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

/**
 * Every chip in a table of its own: what the unions are made of. A row of a union is a row of its member (test/union.test.ts), so whatever is searched row by row is searched here.
 */
export const chipsAir = compileAir({ name: 'chips', buses, chips: CHIPS, publicGroups: PUBLIC_GROUPS });
