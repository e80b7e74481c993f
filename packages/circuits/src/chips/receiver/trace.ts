import { DOMAIN } from '@weir/crypto/poseidon';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, gapCells, headerCells, inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { receiverChip } from './air.ts';

export function fillReceiver(ledger: Ledger): ChipTrace {
  const trace = newTrace(receiverChip, logHeightFor(receiverChip, ledger.receivers.length));
  const { col } = trace;
  ledger.receivers.forEach(({ access, by }, row) => {
    const header = headerCells(access.before);
    put([col.forTransfer, col.forDeposit, col.account, col.clock], row, [
      bit(by === 'transfer'),
      bit(by === 'deposit'),
      access.account,
      access.clock,
    ]);
    put(col.gap, row, gapCells(ledger, access));
    put([...col.key, col.keyVersion, ...col.l1Owner], row, header);
    put(col.headerDigest, row, ledger.compress(DOMAIN.header, [...header, 0, 0]));
    put([col.versionInverse], row, [inverseOf(access.before.keyVersion)]);
  });
  return trace;
}
