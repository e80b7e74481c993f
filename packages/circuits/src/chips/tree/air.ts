/**
 * The Merkle update of a whole batch: one row per touched inner node (docs/circuits.md, "State").
 *
 * A row offers (kind, tree, depth, index, old, new) to its parent on bus `node` and takes the like from each touched child. What `publicValues` takes at depth 0 starts
 * a chain down. Each level takes what the next one offers, so a row of depth d + 1 exists once for the one place that takes it: **every node
 * has at most one row**, by induction from the root. Going down, `depth` grows by one and only `account` rows (depth 26, tree bit) and `slotLeaf` rows
 * (depth 31) offer without taking; and going up, only depth 0 and depth 27 (by `account`) end. So account trees have rows of depth 0 … 25 and slot
 * trees of depth 27 … 30 without any range check, and index < 2^26 (or < 2^4) because it is the path's bits.
 *
 * `kind` goes down unchanged: 0 from the public roots, 1 or 2 from an account row, which alone turns one into the other. A row of depth 26 in an account row's place (that
 * node too is a compression of two digests) has kind 0 below it, where no leaf offers anything: its path never ends (test/slotName.test.ts).
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, scale, sub } from '@weir/stark/air/expr';
import { exclusive } from '../gadgets.ts';
import { TREE_COLUMNS } from './columns.ts';

export const treeChip = defineChip({
  name: 'tree',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: TREE_COLUMNS,
  build(b) {
    const { leftOnly, rightOnly, both, kind, tree, depth, index, oldLeft, oldRight, newLeft, newRight } = b.col;
    const active = exclusive(b, 'touched', [leftOnly, rightOnly, both]);
    const leftTouched = add(leftOnly, both);
    const rightTouched = add(rightOnly, both);

    // The same siblings serve old and new: an untouched child may not change on the way.
    newLeft.forEach((value, i) => {
      b.constraint(`untouched-left-stays[${i}]`, mul(not(leftTouched), sub(value, oldLeft[i])));
    });
    newRight.forEach((value, i) => {
      b.constraint(`untouched-right-stays[${i}]`, mul(not(rightTouched), sub(value, oldRight[i])));
    });

    // Domain = depth: a node of one level is no node of another.
    b.send('compress', active, [depth, ...oldLeft, ...oldRight, ...b.col.old], 'hash-old');
    b.send('compress', active, [depth, ...newLeft, ...newRight, ...b.col.new], 'hash-new');

    b.send('node', active, [kind, tree, depth, index, ...b.col.old, ...b.col.new], 'give-node');
    const below = add(depth, 1);
    b.receive('node', leftTouched, [kind, tree, below, scale(2, index), ...oldLeft, ...newLeft], 'take-left');
    b.receive('node', rightTouched, [kind, tree, below, add(scale(2, index), 1), ...oldRight, ...newRight], 'take-right');
  },
});
