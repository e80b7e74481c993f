/**
 * The Merkle update of a whole batch: one row per touched inner node (docs/circuits.md, "State").
 *
 * A row offers (tree, depth, index, old, new) to its parent on bus `node` and takes the like from each touched child. What `publicValues` takes at depth 0 starts
 * a chain down. Each level takes what the next one offers, so a row of depth d + 1 exists once for the one place that takes it: **every node
 * has at most one row**, by induction from the root. Going down, `depth` grows by one and only `account` rows (depth 26, tree bit) and `slotLeaf` rows
 * (depth 31, 2 + account) offer without taking; and going up, only depth 0 and depth 27 (by `account`) end. So account trees have rows of depth 0 … 25 and slot
 * trees of depth 27 … 30 without any range check, and index < 2^26 (or < 2^4) because it is the path's bits. The tree field of slots starts at 2, so no
 * path below an account row can be mistaken for an account path.
 *
 * One other path exists: a row of depth 26 in an account row's place (that node too is a compression of two digests), its right child's subtree under tree 0, and
 * a `slotLeaf` row of account −2. It leads nowhere: −2 has no header, so such a slot can only be credited, which changes it, and a changed slot states
 * its account in a word's limb, below 2^28 (test/slotName.test.ts).
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
    const { leftOnly, rightOnly, both, tree, depth, index, oldLeft, oldRight, newLeft, newRight } = b.col;
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

    b.send('node', active, [tree, depth, index, ...b.col.old, ...b.col.new], 'give-node');
    const below = add(depth, 1);
    b.receive('node', leftTouched, [tree, below, scale(2, index), ...oldLeft, ...newLeft], 'take-left');
    b.receive('node', rightTouched, [tree, below, add(scale(2, index), 1), ...oldRight, ...newRight], 'take-right');
  },
});
