import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { splitChip } from './air.ts';

export function fillSplit(ledger: Ledger): ChipTrace {
  const trace = newTrace(splitChip, logHeightFor(splitChip, ledger.splits.length));
  const { col } = trace;
  ledger.splits.forEach((value, row) => {
    const [low, middle, top, hi] = [
      value % 2 ** 12,
      Math.floor(value / 2 ** 12) % 2 ** 12,
      Math.floor(value / 2 ** 24) % 16,
      Math.floor(value / 2 ** 28),
    ];
    put([col.active, col.low, col.middle, col.top, col.hi, col.inverse], row, [1, low, middle, top, hi, inverseOf(127 - top - 16 * hi)]);
    ledger.range(low, 12);
    ledger.range(middle, 12);
    ledger.range(top, 4, 8);
    ledger.range(hi, 3, 8);
  });
  return trace;
}
