import type { RideReceipt } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { type Market } from '../clearing/trace.ts';
import type { RIDE_COLUMNS } from './columns.ts';
/** Low 24 and high 6 bits of an asset, as words state it. */
export declare const ticketHalves: (asset: number) => [number, number];
export declare function putRide({ col }: ReturnType<typeof newTrace<typeof RIDE_COLUMNS>>, row: number, { row: { ticket, board, close }, terms, net }: RideReceipt, previous: RideReceipt | undefined, witness: BatchWitness, market: Market, ledger: Ledger): void;
