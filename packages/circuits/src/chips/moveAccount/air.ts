/**
 * moveAccount: the header goes from an open account to an unopened id of the other tree and leaves a tombstone; the slots follow in `moveSlot` rows. Signed by the account's
 * key; the destination is the operator's choice.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, not, scale } from '@weir/stark/air/expr';
import { splitRange } from '../gadgets.ts';
import { accessHeader, clockOf, openHeader } from '../memory.ts';
import { notAfter } from '../order.ts';
import { MOVE_ACCOUNT_COLUMNS } from './columns.ts';

/** Kind and element count of the message. */
const MOVE_ACCOUNT = [6, 14] as const;
const SLOTS = 16;
const TREE = 2 ** 26;
const TOMBSTONE_TOP = 2 ** 20 - 1;
const zeros = (length: number): number[] => new Array<number>(length).fill(0);

export const moveAccountChip = defineChip({
  name: 'moveAccount',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: MOVE_ACCOUNT_COLUMNS,
  build(b) {
    const { active, tick, tree, index, indexLow, newIndex, newIndexLow, key, keyVersion, l1Owner, gap, newGap, versionInverse } = b.col;
    const { timestampLo, timestampHi, untilLo, untilHi, borrow, leftLoLow: loLow, leftHiLow: hiLow } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    b.receive('tick', active, [tick], 'take-tick');

    // Into the other tree: both indices are below 2^26, so the tree bits are those of the ids.
    b.boolean('tree-is-a-bit', tree);
    splitRange(b, 'index', index, indexLow, 12, 14, { when });
    splitRange(b, 'new-index', newIndex, newIndexLow, 12, 14, { when });
    const account = add(index, scale(TREE, tree));
    const destination = add(newIndex, scale(TREE, not(tree)));

    // The tombstone is not open (version 0), not all zeros, and its owner is an address without a key.
    const header = [...key, keyVersion, ...l1Owner];
    const tombstone = [...zeros(8), destination, ...zeros(4), TOMBSTONE_TOP];
    accessHeader(b, 'source', { account, clock: clockOf(tick), gap, when }, header, [{ value: tombstone, when, name: 'write' }]);
    openHeader(b, 'signer-is-open', keyVersion, versionInverse, active);
    // All zeros before: neither an account nor a tombstone is overwritten.
    const at = { account: destination, clock: clockOf(tick, 1), gap: newGap, when };
    accessHeader(b, 'destination', at, zeros(14), [{ value: header, when, name: 'write' }]);

    b.receive('time', active, [timestampLo, timestampHi], 'take-time');
    notAfter(b, 'until', [timestampLo, timestampHi], [untilLo, untilHi], { borrow, loLow, hiLow }, when);
    b.send('message', active, [tick, 1, 1, ...MOVE_ACCOUNT, account, keyVersion, untilLo, untilHi, 0, 0], 'sign');
    b.send('messageKey', active, [tick, ...key], 'signed-by');

    // Slot 0 is asked for here, slot k + 1 by the row of slot k; only the row of slot 15 leaves what is taken back.
    b.send('moveSlot', active, [account, destination, 0, clockOf(tick)], 'start-slots');
    b.receive('moveSlot', active, [account, destination, SLOTS, clockOf(tick)], 'end-slots');
  },
});
