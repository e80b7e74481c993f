import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness } from '../../trace/witness.ts';
export interface StateTraces {
  readonly tree: ChipTrace;
  readonly account: ChipTrace;
  readonly slotLeaf: ChipTrace;
}
export declare function fillState(witness: BatchWitness, ledger: Ledger): StateTraces;
