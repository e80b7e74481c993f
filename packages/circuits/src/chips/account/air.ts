/**
 * One row per touched account: joins header memory and the account's slot tree to the account tree (depth 26, domain 26).
 *
 * There is one row per account because its parent takes one tuple (tree/air.ts), so header memory starts and ends once per account. The tree bit
 * and the path's bits make the account id: no second id names the same account.
 *
 * Headers change seldom: the old one of a changed header stands in a `headerChange` row, which starts its memory.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, scale, sub } from '@weir/stark/air/expr';
import { NODE_KIND } from '../tree/kind.ts';
import { ACCOUNT_COLUMNS } from './columns.ts';

/** Depth of the account nodes, and of the root of an account's slots. */
export const ACCOUNT_NODE_DEPTH = 26;
export const SLOTS_ROOT_DEPTH = 27;

export const accountChip = defineChip({
  name: 'account',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: ACCOUNT_COLUMNS,
  build(b) {
    const { active, tree, index, silent, changed, stated, key, keyVersion, l1Owner, headerDigest, oldDigest } = b.col;
    const { slotsTouched, oldSlots, newSlots, oldNode, newNode, lastClock } = b.col;
    for (const [name, flag] of Object.entries({ active, tree, silent, changed, slotsTouched })) b.boolean(`${name}-is-a-bit`, flag);
    for (const [name, flag] of Object.entries({ tree, changed, slotsTouched }))
      b.constraint(`padding-has-no-${name}`, mul(flag, not(active)));
    const account = add(index, scale(2 ** 26, tree));
    const header = [...key, keyVersion, ...l1Owner];

    // silent = in the validium tree and its diffs are not in the body: the flag as L1 reads it. What changes silently is with the committee, or L1 refuses.
    b.receive('validium', tree, [silent], 'take-validium');
    b.constraint('only-validium-is-silent', mul(silent, not(tree)));
    b.equal('stated-is-changed-and-not-silent', stated, mul(changed, not(silent)));

    // Memory starts from the old header at clock 0 and ends in the new one. Equal digests are equal headers.
    b.send('header', sub(active, changed), [account, 0, ...header], 'start');
    b.send('headerChange', changed, [account, stated, ...oldDigest, ...header], 'start-changed');
    b.receive('header', active, [account, lastClock, ...header], 'end');
    oldDigest.forEach((value, i) => {
      b.constraint(`unchanged-header-stays[${i}]`, mul(not(changed), sub(value, headerDigest[i])));
    });

    b.send('compress', active, [DOMAIN.header, ...header, 0, 0, ...headerDigest], 'hash-header');
    b.send('compress', active, [ACCOUNT_NODE_DEPTH, ...oldDigest, ...oldSlots, ...oldNode], 'hash-old');
    b.send('compress', active, [ACCOUNT_NODE_DEPTH, ...headerDigest, ...newSlots, ...newNode], 'hash-new');

    b.send('node', active, [NODE_KIND.accounts, tree, ACCOUNT_NODE_DEPTH, index, ...oldNode, ...newNode], 'give-node');
    b.receive('node', slotsTouched, [add(silent, NODE_KIND.slots), account, SLOTS_ROOT_DEPTH, 0, ...oldSlots, ...newSlots], 'take-slots');
    newSlots.forEach((value, i) => {
      b.constraint(`untouched-slots-stay[${i}]`, mul(not(slotsTouched), sub(value, oldSlots[i])));
    });
  },
});
