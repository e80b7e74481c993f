/** Fills the traces of a clearing: the lists, each in its own chip, with the pots that run through them. */

import type { ClearingReceipt } from '@weir/protocol/types';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness, Executed } from '../../trace/witness.ts';
import { executedOf } from '../../trace/witness.ts';
import { fillChip } from '../fill/air.ts';
import { putFill } from '../fill/trace.ts';
import { l1FillChip } from '../l1Fill/air.ts';
import { putL1Fill } from '../l1Fill/trace.ts';
import { priceChip } from '../price/air.ts';
import { assetHalves, putPrice } from '../price/trace.ts';
import { rideChip } from '../ride/air.ts';
import { putRide, ticketHalves } from '../ride/trace.ts';
import { clearingChip } from './air.ts';
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

export function count(uses: Map<number, number>, key: number): void {
  uses.set(key, (uses.get(key) ?? 0) + 1);
}

export interface ClearingTraces {
  readonly clearing: ChipTrace;
  readonly fill: ChipTrace;
  readonly l1Fill: ChipTrace;
  readonly ride: ChipTrace;
  readonly price: ChipTrace;
}

/** A batch has at most one clearing; more are written all the same, for the flag to refuse. */
export function fillClearings(witness: BatchWitness, ledger: Ledger): ClearingTraces {
  const clearings = executedOf(witness, 'clearing');
  const rows = (list: (receipt: ClearingReceipt) => readonly unknown[]): number =>
    clearings.reduce((sum, { receipt }) => sum + list(receipt).length, 0);
  const clearing = newTrace(clearingChip, logHeightFor(clearingChip, clearings.length));
  const fill = newTrace(
    fillChip,
    logHeightFor(
      fillChip,
      rows(({ fills }) => fills),
    ),
  );
  const l1Fill = newTrace(
    l1FillChip,
    logHeightFor(
      l1FillChip,
      rows(({ l1Fills }) => l1Fills),
    ),
  );
  const ride = newTrace(
    rideChip,
    logHeightFor(
      rideChip,
      rows(({ rides }) => rides),
    ),
  );
  const price = newTrace(
    priceChip,
    logHeightFor(
      priceChip,
      rows(({ pots }) => pots),
    ),
  );
  let [fillRow, l1Row, rideRow, priceRow] = [0, 0, 0, 0];

  clearings.forEach((executed, row) => {
    const { receipt, steps } = executed;
    const market = openMarket(witness, receipt);
    for (const [i, one] of receipt.fills.entries()) {
      putFill(
        fill,
        fillRow++,
        { receipt: one, previous: receipt.fills[i - 1], step: steps[i], signed: receipt.signatures[i] },
        market,
        ledger,
      );
    }
    for (const [i, one] of receipt.l1Fills.entries()) {
      const word = witness.effectWords.get(one.effect) as number;
      putL1Fill(l1Fill, l1Row++, { receipt: one, previous: receipt.l1Fills[i - 1], word }, market, ledger);
    }
    for (const [i, one] of receipt.rides.entries()) {
      const word = witness.rideWords.get(one.row.ticket) as number;
      putRide(ride, rideRow++, { receipt: one, previous: receipt.rides[i - 1], word }, market, ledger);
    }
    let tick = firstTick(executed) + receipt.fills.length;
    let paid = receipt.fills.length;
    receipt.pots.forEach((pot, i) => {
      const step = pot.access < 0 ? undefined : steps[paid++];
      putPrice(price, priceRow++, { pot, previous: receipt.pots[i - 1], tick, step }, market, ledger);
      if (step !== undefined) tick++;
    });
    putClearing(clearing, row, executed, tick);
  });
  return { clearing, fill, l1Fill, ride, price };
}

function openMarket({ context: { timestamp } }: BatchWitness, { pots, rides }: ClearingReceipt): Market {
  const prices = new Map(pots.map(({ row }) => [row.asset, row.price]));
  const tickets = new Set(rides.filter(({ row }) => row.board).map(({ row }) => row.ticket));
  return { timestamp, pots: new Pots(), prices, priceUses: new Map(), termsUses: new Map(), tickets };
}

const firstTick = ({ steps }: Executed<'clearing'>): number => steps[0]?.tick ?? 0;

function putClearing(
  { col }: ReturnType<typeof newTrace<typeof import('./columns.ts').CLEARING_COLUMNS>>,
  row: number,
  executed: Executed<'clearing'>,
  pricesEnd: number,
): void {
  const { fills, l1Fills, pots, rides } = executed.receipt;
  const first = firstTick(executed);
  put([col.active, col.firstTick, col.fillsEnd, col.pricesEnd], row, [1, first, first + fills.length, pricesEnd]);
  const lastFill = fills.at(-1);
  put([col.lastAccount, col.lastSlot], row, lastFill === undefined ? [0, -1] : [lastFill.fill.order.account, lastFill.leg.sellSlot]);
  put([col.lastAssetLow, col.lastAssetHigh], row, assetHalves(pots.at(-1)?.row.asset ?? 0));
  put([col.lastTicketLow, col.lastTicketHigh], row, ticketHalves(rides.at(-1)?.row.ticket ?? 0));
  put([col.lastL1Order], row, [l1Fills.at(-1)?.fill.order ?? 0]);
}
