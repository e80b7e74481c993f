import { indexOf, treeOf } from '@weir/protocol/state/state';
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
  executed.forEach(({ transaction: { account }, receipt, steps: [{ tick, headers }] }, row) => {
    const [access] = headers;
    const header = headerCells(access.after);
    const { keyVersion } = access.after;
    const index = indexOf(account);
    put([col.active, col.tick, col.tree, col.index], row, [1, tick, treeOf(account), index]);
    put([col.indexLow, col.versionLow], row, [ledger.splitRange(index, 12, 14), ledger.splitRange(2 * keyVersion, 14, 16)]);
    put([...col.key, col.keyVersion, ...col.l1Owner], row, header);
    put(col.gap, row, gapCells(ledger, access));
    put([col.versionInverse, col.ownerTopLow], row, [inverseOf(keyVersion), ledger.splitRange(header[13], 10, 10)]);
    const [{ elements, key, signature }] = receipt.signatures;
    ledger.messages.push({ tick, elements, key, signature });
  });
  return trace;
}
