/**
 * One slot of a served forced exit. If the mask has it, it is emptied: asset, nonce and filled stay; a positive balance becomes a withdrawal, an empty slot none.
 *
 * mask = selected + 2·rest, from the request's mask at slot 0 to 0 behind slot 15: with 16 bits the only way is its binary digits.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, not, sub, sum } from '@weir/stark/air/expr';
import { accessSlot } from '../memory.ts';
import { EXIT_SLOT_COLUMNS } from './columns.ts';

export const exitSlotChip = defineChip({
  name: 'exitSlot',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: EXIT_SLOT_COLUMNS,
  build(b) {
    const { active, account, slot, firstClock, l1Owner, selected, rest, gap, asset, nonce, balance, filled, isPositive, inverse } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('exit', active, [account, slot, firstClock, linear([1, 2], [selected, rest]), ...l1Owner], 'asked');
    b.send('exit', active, [account, add(slot, 1), firstClock, rest, ...l1Owner], 'ask-next');
    b.boolean('selected-is-a-bit', selected);
    b.constraint('padding-selects-nothing', mul(selected, not(active)));
    accessSlot(
      b,
      'slot',
      { account, slot, clock: add(firstClock, slot), gap, when: selected },
      [asset, nonce, ...balance, ...filled],
      [{ value: [asset, nonce, 0, 0, 0, ...filled], when: selected }],
    );

    // isPositive = (balance ≠ 0), so the balance leaves whole or there was none. Pieces are below 2^22: their sum is 0 only if all are.
    const held = sum(balance);
    b.boolean('is-positive-is-a-bit', isPositive);
    b.constraint('unselected-withdraws-nothing', mul(isPositive, not(selected)));
    b.constraint('positive-if-not-zero', mul(sub(selected, isPositive), held));
    b.equal('not-zero-if-positive', mul(held, inverse), isPositive);
    b.send('withdrawal', isPositive, [account, asset, ...balance, ...l1Owner], 'withdrawal');
  },
});
