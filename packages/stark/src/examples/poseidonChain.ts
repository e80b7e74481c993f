/**
 * Example: a chain of Poseidon hashes. Prove knowledge of 2^n steps s ← F(s), F(x) = P(x) + x, from a public first state to a
 * public last one.
 *
 * Each row is one step. Rows cannot see each other: step k takes (k, state) off the bus `state` and puts (k + 1, next state) on it.
 * Everything cancels but the two ends, which the `ends` chip ties to the public values.
 */

import { invariant } from '@weir/foundation/assert';
import { defineChip, group, newTrace } from '../air/builder.ts';
import { compileAir, defineBuses } from '../air/compileAir.ts';
import { add, canonical } from '../air/expr.ts';
import { POSEIDON_CELLS, poseidonCells, poseidonPermutation } from '../air/gadgets.ts';
import type { ChipTrace } from '../air/ir.ts';

const WIDTH = 16;
const buses = defineBuses({ state: { tag: 2, length: 1 + WIDTH } });

/** One step per row. All rows are active: a chain has exactly as many steps as the chip has rows. */
export const step = defineChip({
  name: 'step',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: [group('input', WIDTH), group('sbox', POSEIDON_CELLS)],
  build(b) {
    const { input, sbox } = b.col;
    // output = P(input) + input: the feed-forward makes the step one-way.
    const permuted = poseidonPermutation(b, 'permutation', input, sbox);
    const output = permuted.map((lane, i) => add(lane, input[i]));
    // The step's number is the row's number, so no two rows can swap or share a place in the chain.
    b.receive('state', 1, [b.rowIndex, ...input], 'take this state');
    b.send('state', 1, [add(b.rowIndex, 1), ...output], 'give the next');
  },
});

/** One row: the chain's ends and its length, public as groups 0–1 (first state), 2–3 (last state) and 4 (number of steps). */
export const ends = defineChip({
  name: 'ends',
  minLogHeight: 0,
  maxLogHeight: 0,
  columns: [group('first', WIDTH), group('last', WIDTH), 'steps'],
  build(b) {
    const { first, last, steps } = b.col;
    b.send('state', 1, [0, ...first], 'start');
    b.receive('state', 1, [steps, ...last], 'finish');
    b.receive('public', 1, [0, ...first.slice(0, 8)], 'first state, low half');
    b.receive('public', 1, [1, ...first.slice(8)], 'first state, high half');
    b.receive('public', 1, [2, ...last.slice(0, 8)], 'last state, low half');
    b.receive('public', 1, [3, ...last.slice(8)], 'last state, high half');
    b.receive('public', 1, [4, steps, 0, 0, 0, 0, 0, 0, 0], 'number of steps');
  },
});

export const poseidonChain = compileAir({ name: 'poseidon-chain', buses, chips: [step, ends], publicGroups: 5 });

/** A true trace of 2^logSteps steps from `first`. */
export function poseidonChainTrace(
  first: ArrayLike<number>,
  logSteps: number,
): { readonly traces: ChipTrace[]; readonly publicValues: Uint32Array } {
  invariant(first.length === WIDTH, 'a state has 16 elements');
  const steps = newTrace(step, logSteps);
  let state = Uint32Array.from(first);
  for (let row = 0; row < 2 ** logSteps; row++) {
    const { sboxes, outputs } = poseidonCells(state);
    for (let i = 0; i < WIDTH; i++) steps.col.input[i][row] = state[i];
    for (let i = 0; i < POSEIDON_CELLS; i++) steps.col.sbox[i][row] = sboxes[i];
    state = outputs.map((lane, i) => canonical(lane + state[i]));
  }
  const boundary = newTrace(ends, 0);
  for (let i = 0; i < WIDTH; i++) {
    boundary.col.first[i][0] = first[i];
    boundary.col.last[i][0] = state[i];
  }
  boundary.col.steps[0] = 2 ** logSteps;
  const publicValues = Uint32Array.from([...Array.from(first), ...state, 2 ** logSteps, 0, 0, 0, 0, 0, 0, 0]);
  return { traces: [steps, boundary], publicValues };
}
