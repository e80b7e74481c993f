/**
 * Example: two chips hold the same multiset of pairs, in any order. No sorting and no challenge in the AIR: one side sends each of
 * its active rows to a bus, the other receives. No public values.
 */

import { mul as mulModP } from '@weir/crypto/field';
import { defineChip, logHeightFor, newTrace } from '../air/builder.ts';
import { compileAir, defineBuses } from '../air/compileAir.ts';
import { mul, not } from '../air/expr.ts';
import type { ChipTrace } from '../air/ir.ts';

const buses = defineBuses({ pair: { tag: 2, length: 2 } });

const COLUMNS = ['active', 'key', 'value'] as const;

/** A padding row is a row like any other: its multiplicity is 0 because `active` is boolean, not because nobody would cheat. */
export const left = defineChip({
  name: 'left',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: COLUMNS,
  build(b) {
    const { active, key, value } = b.col;
    // Relied on by the bus: with active = 2 one row could stand for two.
    b.boolean('active-is-a-bit', active);
    // Not needed for soundness: one encoding per multiset, so that every cell of the trace counts.
    b.constraint('padding-has-no-key', mul(not(active), key));
    b.constraint('padding-has-no-value', mul(not(active), value));
    b.send('pair', active, [key, value], 'give');
  },
});

/** The other side also demands value = key³, to have a constraint of degree 3; the bus carries it over to `left`. */
export const right = defineChip({
  name: 'right',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: COLUMNS,
  build(b) {
    const { active, key, value } = b.col;
    b.boolean('active-is-a-bit', active);
    b.equal('value-is-key-cubed', value, mul(key, key, key));
    b.receive('pair', active, [key, value], 'take');
  },
});

export const permutation = compileAir({ name: 'permutation', buses, chips: [left, right], publicGroups: 0 });

/** Fills `left` with the keys in order and `right` in the order of `order` (a permutation of 0 … keys.length − 1). */
export function permutationTrace(
  keys: readonly number[],
  order: readonly number[],
): { readonly traces: ChipTrace[]; readonly publicValues: Uint32Array } {
  const fill = (chip: typeof left, list: readonly number[]): ChipTrace => {
    const trace = newTrace(chip, logHeightFor(chip, list.length));
    list.forEach((key, row) => {
      trace.col.active[row] = 1;
      trace.col.key[row] = key;
      trace.col.value[row] = mulModP(mulModP(key, key), key);
    });
    return trace;
  };
  return {
    traces: [
      fill(left, keys),
      fill(
        right,
        order.map((i) => keys[i]),
      ),
    ],
    publicValues: new Uint32Array(0),
  };
}
