import { indexOf, treeOf } from '@weir/protocol/state/state';
import { splitTime } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { gapCells, headerCells, inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, executedOf } from '../../trace/witness.ts';
import { notAfterCells } from '../order.ts';
import { moveAccountChip } from './air.ts';

export function fillMoveAccount(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = executedOf(witness, 'moveAccount');
  const trace = newTrace(moveAccountChip, logHeightFor(moveAccountChip, executed.length));
  const { col } = trace;
  const { timestamp } = witness.context;
  executed.forEach(({ transaction, receipt, steps: [{ tick, clock, headers, slots }] }, row) => {
    const { account, destination, until } = transaction;
    const [source, target] = headers;
    put([col.active, col.tick, col.tree], row, [1, tick, treeOf(account)]);
    const [index, newIndex] = [indexOf(account), indexOf(destination)];
    put([col.index, col.indexLow], row, [index, ledger.splitRange(index, 12, 14)]);
    put([col.newIndex, col.newIndexLow], row, [newIndex, ledger.splitRange(newIndex, 12, 14)]);
    put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(source.before));
    put(col.gap, row, gapCells(ledger, source));
    put(col.newGap, row, gapCells(ledger, target));
    put([col.versionInverse], row, [inverseOf(source.before.keyVersion)]);
    ledger.timeUses++;
    put([col.timestampLo, col.timestampHi, col.untilLo, col.untilHi], row, [...splitTime(timestamp), ...splitTime(until)]);
    put([col.borrow, col.leftLoLow, col.leftHiLow], row, notAfterCells(ledger, timestamp, until));
    const [{ elements, key, signature }] = receipt.signatures;
    ledger.messages.push({ tick, elements, key, signature });
    ledger.moves.push({ account, destination, clock, slots });
  });
  return trace;
}
