import type { PotReceipt } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import type { Ledger } from '../../trace/ledger.ts';
import type { Step } from '../../trace/witness.ts';
import type { Market } from '../clearing/trace.ts';
import type { PRICE_COLUMNS } from './columns.ts';
/** Low 16 and high 14 bits of an asset, as the list compares it. */
export declare const assetHalves: (asset: number) => [number, number];
/** `step` is the payment, if there is one; `tick` its tick, or the next one. */
export declare function putPrice({ col }: ReturnType<typeof newTrace<typeof PRICE_COLUMNS>>, row: number, pot: PotReceipt, previous: PotReceipt | undefined, tick: number, step: Step | undefined, { pots, priceUses, tickets }: Market, ledger: Ledger): void;
