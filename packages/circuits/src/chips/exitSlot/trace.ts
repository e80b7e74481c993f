import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, gapCells, inverseOf, pieces, put, slotCells, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { exitSlotChip } from './air.ts';

const SLOTS = 16;

export function fillExitSlot({ effectWords }: BatchWitness, ledger: Ledger): ChipTrace {
  const trace = newTrace(exitSlotChip, logHeightFor(exitSlotChip, SLOTS * ledger.exits.length));
  const { col } = trace;
  ledger.exits.forEach(({ account, mask, clock, l1Owner, slots, withdrawals }, exit) => {
    for (let slot = 0; slot < SLOTS; slot++) {
      const row = SLOTS * exit + slot;
      put([col.active, col.account, col.slot, col.firstClock], row, [1, account, slot, clock]);
      put([col.selected, col.rest], row, [(mask >> slot) & 1, mask >> (slot + 1)]);
      put(col.l1Owner, row, addressLimbs(l1Owner));
      const access = slots.find((one) => one.slot === slot);
      if (access === undefined) continue;
      const { before } = access;
      put(col.gap, row, gapCells(ledger, access));
      put([col.asset, col.nonce, ...col.balance, ...col.filled], row, slotCells(before));
      put([col.isPositive, col.inverse], row, [bit(before.balance > 0n), inverseOf(total(pieces(before.balance)))]);
    }
    for (const effect of withdrawals) ledger.withdraw(effect, effectWords);
  });
  return trace;
}
