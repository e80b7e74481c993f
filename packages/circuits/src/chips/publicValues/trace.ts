import { treeOf } from '@weir/protocol/state/state';
import { newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { publicValuesChip } from './air.ts';

/** Last of all callers: it gives what the others have counted. */
export function fillPublicValues({ binding, accounts }: BatchWitness, ledger: Ledger): ChipTrace {
  const trace = newTrace(publicValuesChip, 0);
  const { col } = trace;
  const group = (t: number, count = 8): readonly number[] => binding.publicValues.slice(8 * t, 8 * t + count);
  put([col.active], 0, [1]);
  put(col.oldRollupRoot, 0, group(0));
  put(col.newRollupRoot, 0, group(1));
  put(col.oldValidiumRoot, 0, group(2));
  put(col.newValidiumRoot, 0, group(3));
  put(col.instance, 0, group(4));
  const { batchNumber, timestampLo, timestampHi, hasClearing, validiumData, effectWords, headerDiffs, slotDiffs } = col;
  const [number, lo, hi, flags, ...counts] = group(5, 7);
  put([batchNumber, timestampLo, timestampHi, hasClearing, validiumData], 0, [number, lo, hi, flags % 2, Math.floor(flags / 2)]);
  put([effectWords, headerDiffs, slotDiffs], 0, counts);
  put(col.digest, 0, group(6));
  put(col.z, 0, group(7, 22));
  put(col.y, 0, group(10, 22));
  const inTree = [0, 1].map((tree) => accounts.filter(({ account }) => treeOf(account) === tree).length);
  put(
    col.touched,
    0,
    inTree.map((count) => bit(count > 0)),
  );
  const { instanceUses, timeUses, validiumUses } = col;
  put([instanceUses, timeUses, validiumUses], 0, [ledger.instanceUses, ledger.timeUses, inTree[1]]);
  return trace;
}
