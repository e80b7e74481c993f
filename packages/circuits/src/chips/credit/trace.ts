import { mul } from '@weir/crypto/field';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, gapCells, inverseOf, pieces, put, residue, slotCells, sumCarries } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { creditChip } from './air.ts';

export function fillCredit(ledger: Ledger): ChipTrace {
  const trace = newTrace(creditChip, logHeightFor(creditChip, ledger.credits.length));
  const { col } = trace;
  ledger.credits.forEach(({ access, asset, amount, own }, row) => {
    const { account, slot, clock, before } = access;
    const opened = before.asset !== asset;
    const foreign = opened && !own;
    put([col.active, col.account, col.slot, col.clock, col.asset, col.own], row, [1, account, slot, clock, asset, bit(own)]);
    put(col.gap, row, gapCells(ledger, access));
    put(col.amount, row, pieces(amount));
    put([col.oldAsset, col.nonce, ...col.balance, ...col.filled], row, slotCells(before));
    const inverse = opened ? inverseOf(mul(residue(before.asset - asset), residue(before.nonce - (2 ** 30 - 1)))) : 0;
    put([col.opened, col.foreign, col.inverse], row, [bit(opened), bit(foreign), inverse]);
    if (foreign) ledger.range(slot - 12, 8);
    put(col.after, row, checkedLimbs(ledger, before.balance + amount));
    put(col.carry, row, sumCarries([before.balance, amount]));
  });
  return trace;
}
