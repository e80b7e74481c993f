import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
/** Last of all callers: it gives what the others have counted. */
export declare function fillPublicValues({ binding, accounts }: BatchWitness, ledger: Ledger): ChipTrace;
