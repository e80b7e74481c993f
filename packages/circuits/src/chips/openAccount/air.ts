/**
 * openAccount: an unopened header (zeros) becomes (key, keyVersion, l1Owner), signed by the key for the tree that the account is in. An account is opened once,
 * and a tombstone, which is not all zeros, never.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, scale } from '@weir/stark/air/expr';
import { splitRange } from '../gadgets.ts';
import { accessHeader, clockOf, openHeader } from '../memory.ts';
import { OPEN_ACCOUNT_COLUMNS } from './columns.ts';

const KIND = 1;
const ELEMENTS = 18;

export const openAccountChip = defineChip({
  name: 'openAccount',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: OPEN_ACCOUNT_COLUMNS,
  build(b) {
    const { active, tick, tree, index, indexLow, key, keyVersion, l1Owner, gap, versionInverse, versionLow, ownerTopLow } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    b.receive('tick', active, [tick], 'take-tick');

    // The signed tree is the account's: index < 2^26, so there is one way to cut the id.
    b.boolean('tree-is-a-bit', tree);
    splitRange(b, 'index', index, indexLow, 12, 14, { when });
    const account = add(index, scale(2 ** 26, tree));

    // Unopened before: all zeros. A second opening would find a key there.
    const header = [...key, keyVersion, ...l1Owner];
    accessHeader(b, 'header', { account, clock: clockOf(tick), gap, when }, new Array<number>(14).fill(0), [
      { value: header, when, name: 'write' },
    ]);
    // Version 0 would leave the account unopened, to be opened again over its slots. Below 2^29: rotations raise it, and 30 bits must hold it.
    openHeader(b, 'key-version-is-not-zero', keyVersion, versionInverse, active);
    splitRange(b, 'key-version', scale(2, keyVersion), versionLow, 14, 16, { when });
    // The others are below 2^28 as limbs of the header diff's word; silent accounts' headers are checked by whoever keeps their data.
    splitRange(b, 'owner-top', l1Owner[5], ownerTopLow, 10, 10, { when });

    b.send('message', active, [tick, 1, 0, KIND, ELEMENTS, tree, keyVersion, ...l1Owner.slice(0, 4)], 'sign-block-1');
    b.send('message', active, [tick, 2, 1, l1Owner[4], l1Owner[5], 0, 0, 0, 0, 0, 0], 'sign-block-2');
    b.send('messageKey', active, [tick, ...key], 'signed-by');
  },
});
