import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness } from '../../trace/witness.ts';
export declare function fillDeposit(witness: BatchWitness, ledger: Ledger): ChipTrace;
