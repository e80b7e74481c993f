import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, gapCells, headerCells, inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, executedOf } from '../../trace/witness.ts';
import { forcedExitChip } from './air.ts';

export function fillForcedExit(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = executedOf(witness, 'forcedExit');
  const trace = newTrace(forcedExitChip, logHeightFor(forcedExitChip, executed.length));
  const { col } = trace;
  executed.forEach(
    (
      {
        transaction,
        receipt,
        steps: [
          {
            tick,
            clock,
            headers: [access],
            slots,
          },
        ],
      },
      row,
    ) => {
      const served = transaction.status === 'served';
      const requester = addressLimbs(transaction.requester);
      const owner = addressLimbs(access.before.l1Owner);
      put([col.served, col.refuted, col.tick, col.account], row, [bit(served), bit(!served), tick, transaction.account]);
      put(col.requester, row, requester);
      put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(access.before));
      put(col.gap, row, gapCells(ledger, access));
      const differs = requester.findIndex((limb, i) => limb !== owner[i]);
      if (!served && differs >= 0) put([col.weight[differs]], row, [inverseOf(requester[differs] - owner[differs])]);
      put([col.word], row, [witness.effectWords.get(receipt.effects[0]) ?? 0]);
      if (served) ledger.exits.push({ clock, l1Owner: access.before.l1Owner, slots, withdrawals: receipt.effects.slice(1) });
    },
  );
  return trace;
}
