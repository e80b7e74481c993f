/**
 * clearing: the batch's auction. One row if the header says that there is one; four lists hang on it, each strictly ascending:
 * fills by (account, sell slot), prices by asset, rides by ticket, L1 orders by id.
 *
 * A list is a chain on bus `stage`: a row takes the tuple that the row before it left and leaves its own. The keys ascend (in every
 * chip), so there is no cycle that hangs on nothing: without this row there are no fills, prices, rides or L1 orders at all. A clearing without rows
 * is a clearing.
 *
 * Fills and paying pots take consecutive ticks, so no other transaction comes between: the clearing happens as one.
 */
import { defineChip } from '@weir/stark/air/builder';
import { CLEARING_COLUMNS } from './columns.ts';

/** Which list a tuple on bus `stage` belongs to. */
export const STAGE = { fills: 1, prices: 2, rides: 3, l1Orders: 4 } as const;

export const clearingChip = defineChip({
  name: 'clearing',
  minLogHeight: 0,
  // One row is used; a second one finds no flag to take.
  maxLogHeight: 1,
  columns: CLEARING_COLUMNS,
  build(b) {
    const { active, firstTick, fillsEnd, pricesEnd } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('clearing', active, [1], 'take-flag');

    // Slot 0 of account 0 is above (0, −1); asset 0, ticket 0 and L1 order 0 are not above (0, 0): they exist in no list.
    b.send('stage', active, [STAGE.fills, firstTick, 0, -1], 'start-fills');
    b.receive('stage', active, [STAGE.fills, fillsEnd, b.col.lastAccount, b.col.lastSlot], 'end-fills');
    b.send('stage', active, [STAGE.prices, fillsEnd, 0, 0], 'start-prices');
    b.receive('stage', active, [STAGE.prices, pricesEnd, b.col.lastAssetHigh, b.col.lastAssetLow], 'end-prices');
    b.send('stage', active, [STAGE.rides, 0, 0, 0], 'start-rides');
    b.receive('stage', active, [STAGE.rides, 0, b.col.lastTicketHigh, b.col.lastTicketLow], 'end-rides');
    b.send('stage', active, [STAGE.l1Orders, 0, 0, 0], 'start-l1-orders');
    b.receive('stage', active, [STAGE.l1Orders, 0, 0, b.col.lastL1Order], 'end-l1-orders');
  },
});
