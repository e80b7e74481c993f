import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { pieces, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { withdrawalChip } from './air.ts';

export function fillWithdrawal(ledger: Ledger): ChipTrace {
  const trace = newTrace(withdrawalChip, logHeightFor(withdrawalChip, ledger.withdrawals.length));
  const { col } = trace;
  ledger.withdrawals.forEach(({ effect, word }, row) => {
    const { account, asset, amount, l1Owner } = effect;
    const assetHi = Math.floor(asset / 2 ** 24);
    put([col.active, col.account, col.asset, col.assetHi, col.word], row, [1, account, asset, assetHi, word]);
    ledger.range(assetHi, 8);
    put([col.assetLow], row, [ledger.splitRange(asset % 2 ** 24, 12, 12)]);
    put(col.amount, row, pieces(amount));
    put(col.l1Owner, row, addressLimbs(l1Owner));
  });
  return trace;
}
