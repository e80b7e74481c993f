/**
 * One row per touched account: joins header memory and the account's slot tree to the account tree (depth 26, domain 26).
 *
 * There is one row per account because its parent takes one tuple (tree/air.ts), so header memory starts and ends once per account. The tree bit
 * and the path's bits make the account id: no second id names the same account.
 *
 * A header changes only from unopened (zeros) to opened, so instead of 22 columns for the old one the row says which of the two it was.
 */
import { compress, DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, scale, sub } from '@weir/stark/air/expr';
import { ACCOUNT_COLUMNS } from './columns.ts';

/** Depth of the account nodes, and of the root of an account's slots. */
export const ACCOUNT_NODE_DEPTH = 26;
export const SLOTS_ROOT_DEPTH = 27;
const zeros = (length: number): number[] => new Array<number>(length).fill(0);
/** What an account without a header has in its place. */
const UNOPENED_DIGEST = compress(DOMAIN.header, zeros(8), zeros(8));

export const accountChip = defineChip({
  name: 'account',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: ACCOUNT_COLUMNS,
  build(b) {
    const { active, tree, index, opened, key, keyVersion, l1Owner, headerDigest, slotsTouched, lastClock } = b.col;
    const { oldSlots, newSlots, oldNode, newNode } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('tree-is-a-bit', tree);
    b.boolean('opened-is-a-bit', opened);
    b.boolean('slots-touched-is-a-bit', slotsTouched);
    b.constraint('padding-opens-nothing', mul(opened, not(active)));
    b.constraint('padding-touches-no-slots', mul(slotsTouched, not(active)));
    const account = add(index, scale(2 ** 26, tree));
    const header = [...key, keyVersion, ...l1Owner];
    const unchanged = sub(active, opened);

    // Memory starts from the old header at clock 0 and ends in the new one.
    b.send('header', unchanged, [account, 0, ...header], 'start-unchanged');
    b.send('header', opened, [account, 0, ...zeros(14)], 'start-unopened');
    b.receive('header', active, [account, lastClock, ...header], 'end');

    b.send('compress', active, [DOMAIN.header, ...header, 0, 0, ...headerDigest], 'hash-header');
    b.send('compress', unchanged, [ACCOUNT_NODE_DEPTH, ...headerDigest, ...oldSlots, ...oldNode], 'hash-old-unchanged');
    b.send('compress', opened, [ACCOUNT_NODE_DEPTH, ...UNOPENED_DIGEST, ...oldSlots, ...oldNode], 'hash-old-unopened');
    b.send('compress', active, [ACCOUNT_NODE_DEPTH, ...headerDigest, ...newSlots, ...newNode], 'hash-new');

    b.send('node', active, [tree, ACCOUNT_NODE_DEPTH, index, ...oldNode, ...newNode], 'give-node');
    b.receive('node', slotsTouched, [add(account, 2), SLOTS_ROOT_DEPTH, 0, ...oldSlots, ...newSlots], 'take-slots');
    newSlots.forEach((value, i) => {
      b.constraint(`untouched-slots-stay[${i}]`, mul(not(slotsTouched), sub(value, oldSlots[i])));
    });
  },
});
