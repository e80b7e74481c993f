import type { ChipTrace } from '@weir/stark/air/ir';
import type { BatchWitness } from '../../trace/witness.ts';
export declare function fillTicks({ ticks }: BatchWitness): ChipTrace;
