import type { ChipTrace } from '@weir/stark/air/ir';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { Pots } from './pot.ts';
/** What the rows of one clearing share. */
export interface Market {
    readonly timestamp: number;
    readonly pots: Pots;
    readonly prices: ReadonlyMap<number, bigint>;
    /** Lookups so far, by asset and by ticket. */
    readonly priceUses: Map<number, number>;
    readonly termsUses: Map<number, number>;
    /** Tickets of rides that board. */
    readonly tickets: ReadonlySet<number>;
}
export declare function count(uses: Map<number, number>, key: number): void;
export interface ClearingTraces {
    readonly clearing: ChipTrace;
    readonly fill: ChipTrace;
    readonly ride: ChipTrace;
    readonly price: ChipTrace;
}
/** A batch has at most one clearing; more are written all the same, for the flag to refuse. */
export declare function fillClearings(witness: BatchWitness, ledger: Ledger): ClearingTraces;
