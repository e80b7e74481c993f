import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
export declare function fillSplit(ledger: Ledger): ChipTrace;
