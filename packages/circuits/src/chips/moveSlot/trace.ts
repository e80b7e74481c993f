import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { gapCells, put, slotCells } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { moveSlotChip } from './air.ts';

const SLOTS = 16;

export function fillMoveSlot(ledger: Ledger): ChipTrace {
  const trace = newTrace(moveSlotChip, logHeightFor(moveSlotChip, SLOTS * ledger.moves.length));
  const { col } = trace;
  ledger.moves.forEach(({ account, destination, clock, slots }, move) => {
    for (let slot = 0; slot < SLOTS; slot++) {
      const row = SLOTS * move + slot;
      const [source, target] = [slots[2 * slot], slots[2 * slot + 1]];
      put([col.active, col.account, col.destination, col.slot, col.firstClock], row, [1, account, destination, slot, clock]);
      put(col.gap, row, gapCells(ledger, source));
      put(col.newGap, row, gapCells(ledger, target));
      put([col.asset, col.nonce, ...col.balance, ...col.filled], row, slotCells(source.before));
    }
  });
  return trace;
}
