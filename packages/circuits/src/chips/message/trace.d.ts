import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
export interface MessageTraces {
  readonly message: ChipTrace;
  readonly prefix: ChipTrace;
}
export declare function fillMessages({ context }: BatchWitness, ledger: Ledger): MessageTraces;
