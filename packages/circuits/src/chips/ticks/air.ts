/**
 * Gives each step of execution (a transaction, a fill, …) a number of its own: row t offers (t) once. Two steps with one number could interleave
 * their accesses, which is no order of execution, and could mix the blocks of their messages.
 */
import { defineChip } from '@weir/stark/air/builder';
import { TICKS_COLUMNS } from './columns.ts';

export const ticksChip = defineChip({
  name: 'ticks',
  minLogHeight: 0,
  // Clocks are 16·tick + 1 … 16·tick + 16: at most 2^24, the range of a gap between accesses.
  maxLogHeight: 20,
  columns: TICKS_COLUMNS,
  build(b) {
    b.boolean('active-is-a-bit', b.col.active);
    b.send('tick', b.col.active, [b.rowIndex], 'give');
  },
});
