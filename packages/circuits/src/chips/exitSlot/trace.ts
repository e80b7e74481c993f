import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, gapCells, inverseOf, pieces, put, slotCells, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { exitSlotChip } from './air.ts';

export function fillExitSlot({ effectWords }: BatchWitness, ledger: Ledger): ChipTrace {
  const rows = ledger.exits.flatMap((exit) => exit.slots.map((access) => ({ exit, access })));
  const trace = newTrace(exitSlotChip, logHeightFor(exitSlotChip, rows.length));
  const { col } = trace;
  rows.forEach(({ exit, access }, row) => {
    const { account, slot, before } = access;
    put([col.active, col.account, col.slot, col.firstClock], row, [1, account, slot, exit.clock]);
    put(col.l1Owner, row, addressLimbs(exit.l1Owner));
    put(col.gap, row, gapCells(ledger, access));
    put([col.asset, col.nonce, ...col.balance, ...col.filled], row, slotCells(before));
    put([col.isPositive, col.inverse], row, [bit(before.balance > 0n), inverseOf(total(pieces(before.balance)))]);
  });
  for (const { withdrawals } of ledger.exits) for (const effect of withdrawals) ledger.withdraw(effect, effectWords);
  return trace;
}
