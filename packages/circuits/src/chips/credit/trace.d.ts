import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
export declare function fillCredit(ledger: Ledger): ChipTrace;
