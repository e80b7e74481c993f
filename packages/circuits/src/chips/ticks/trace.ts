import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import type { BatchWitness } from '../../trace/witness.ts';
import { ticksChip } from './air.ts';

export function fillTicks({ ticks }: BatchWitness): ChipTrace {
  const trace = newTrace(ticksChip, logHeightFor(ticksChip, ticks));
  trace.col.active.fill(1, 0, ticks);
  return trace;
}
