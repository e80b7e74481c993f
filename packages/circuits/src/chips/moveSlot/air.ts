/** One slot of a moving account: it goes over whole onto a slot that was never used; the old one keeps asset, nonce and filled, and nothing else. */
import { defineChip } from '@weir/stark/air/builder';
import { add } from '@weir/stark/air/expr';
import { accessSlot } from '../memory.ts';
import { MOVE_SLOT_COLUMNS } from './columns.ts';

export const moveSlotChip = defineChip({
  name: 'moveSlot',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: MOVE_SLOT_COLUMNS,
  build(b) {
    const { active, account, destination, slot, firstClock, gap, newGap, asset, nonce, balance, filled } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('moveSlot', active, [account, destination, slot, firstClock], 'asked');
    b.send('moveSlot', active, [account, destination, add(slot, 1), firstClock], 'ask-next');
    const clock = add(firstClock, slot);
    const value = [asset, nonce, ...balance, ...filled];
    const emptied = [asset, nonce, 0, 0, 0, ...filled];
    accessSlot(b, 'source', { account, slot, clock, gap, when: active }, value, [{ value: emptied, when: active }]);
    // All zeros before: a nonce must not fall, and nothing may be covered up.
    const unused = new Array<number>(8).fill(0);
    accessSlot(b, 'destination', { account: destination, slot, clock, gap: newGap, when: active }, unused, [{ value, when: active }]);
  },
});
