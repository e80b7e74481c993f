/** Empties one slot of a served forced exit: asset, nonce and filled stay; a positive balance becomes a withdrawal, an empty slot none. */
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, sum } from '@weir/stark/air/expr';
import { accessSlot } from '../memory.ts';
import { EXIT_SLOT_COLUMNS } from './columns.ts';

export const exitSlotChip = defineChip({
  name: 'exitSlot',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: EXIT_SLOT_COLUMNS,
  build(b) {
    const { active, account, slot, firstClock, l1Owner, gap, asset, nonce, balance, filled, isPositive, inverse } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('exit', active, [account, slot, firstClock, ...l1Owner], 'asked');
    b.send('exit', active, [account, add(slot, 1), firstClock, ...l1Owner], 'ask-next');
    accessSlot(
      b,
      'slot',
      { account, slot, clock: add(firstClock, slot), gap, when: active },
      [asset, nonce, ...balance, ...filled],
      [{ value: [asset, nonce, 0, 0, 0, ...filled], when: active }],
    );

    // isPositive = (balance ≠ 0), so the balance leaves whole or there was none. Pieces are below 2^22: their sum is 0 only if all are.
    const held = sum(balance);
    b.boolean('is-positive-is-a-bit', isPositive);
    b.constraint('padding-withdraws-nothing', mul(isPositive, not(active)));
    b.constraint('positive-if-not-zero', mul(not(isPositive), held));
    b.equal('not-zero-if-positive', mul(held, inverse), isPositive);
    b.send('withdrawal', isPositive, [account, asset, ...balance, ...l1Owner], 'withdrawal');
  },
});
