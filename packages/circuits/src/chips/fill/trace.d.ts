import type { FillReceipt, VerifiedSignature } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import type { Ledger } from '../../trace/ledger.ts';
import type { Step } from '../../trace/witness.ts';
import { type Market } from '../clearing/trace.ts';
import type { FILL_COLUMNS } from './columns.ts';
type FillTrace = ReturnType<typeof newTrace<typeof FILL_COLUMNS>>;
export declare function putFill({ col }: FillTrace, row: number, receipt: FillReceipt, previous: FillReceipt | undefined, step: Step, signed: VerifiedSignature, market: Market, ledger: Ledger): void;
export {};
