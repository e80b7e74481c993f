import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { gapCells, headerCells, inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, executedOf } from '../../trace/witness.ts';
import { openAccountChip } from './air.ts';

export function fillOpenAccount(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = executedOf(witness, 'openAccount');
  const trace = newTrace(openAccountChip, logHeightFor(openAccountChip, executed.length));
  const { col } = trace;
  executed.forEach(({ transaction, receipt, steps: [{ tick, headers }] }, row) => {
    const [access] = headers;
    const header = headerCells(access.after);
    const version = access.after.keyVersion;
    const versionHi = Math.floor(version / 2 ** 24);
    put([col.active, col.tick, col.account, ...col.key, col.keyVersion, ...col.l1Owner], row, [1, tick, transaction.account, ...header]);
    put(col.gap, row, gapCells(ledger, access));
    put([col.versionInverse, col.versionHi], row, [inverseOf(version), versionHi]);
    ledger.range(versionHi, 5, 8);
    put([col.ownerTopLow], row, [ledger.splitRange(header[13], 10, 10)]);
    put(
      col.keyHi,
      row,
      access.after.ownerKey.map((element) => Math.floor(element / 2 ** 28)),
    );
    ledger.splits.push(...access.after.ownerKey);
    put([col.word], row, [witness.headerWords.get(transaction.account) ?? 0]);
    const [{ elements, key, signature }] = receipt.signatures;
    ledger.messages.push({ tick, elements, key, signature });
  });
  return trace;
}
