import { splitTime } from '@weir/protocol/statement/limbs';
import type { RideReceipt } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import { bit, checkedLimbs, inverseOf, limbs, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { count, type Market } from '../clearing/trace.ts';
import { notAfterCells, stepUpCells } from '../order.ts';
import type { RIDE_COLUMNS } from './columns.ts';

/** Low 24 and high 6 bits of an asset, as words state it. */
export const ticketHalves = (asset: number): [number, number] => [asset % 2 ** 24, Math.floor(asset / 2 ** 24)];

export interface RideRowCells {
  readonly receipt: RideReceipt;
  readonly previous: RideReceipt | undefined;
  /** Number of the effect's first word. */
  readonly word: number;
}

export function putRide(
  { col }: ReturnType<typeof newTrace<typeof RIDE_COLUMNS>>,
  row: number,
  { receipt, previous, word }: RideRowCells,
  market: Market,
  ledger: Ledger,
): void {
  const { terms, net } = receipt;
  const { ticket, board, close } = receipt.row;
  const [low, high] = ticketHalves(ticket);
  const [previousLow, previousHigh] = ticketHalves(previous?.row.ticket ?? 0);
  const gap = stepUpCells({ value: low, previous: previousLow, bits: 24 }, { value: high, previous: previousHigh });
  put([col.active, col.boards, col.closes, col.ticketLow, col.ticketHigh], row, [1, bit(board), bit(close), low, high]);
  put([col.ticketLowLow], row, [ledger.splitRange(low, 12, 12)]);
  put([col.previousLow, col.previousHigh, col.orderBorrow, col.orderLow], row, [
    previousLow,
    previousHigh,
    gap.borrow,
    ledger.splitRange(gap.low, 12, 12),
  ]);
  ledger.range(gap.high, 8);

  const [[inLow, inHigh], [outLow, outHigh]] = [ticketHalves(terms.inAsset), ticketHalves(terms.outAsset)];
  ledger.range(high, 8);
  ledger.range(inHigh, 6, 8);
  ledger.range(outHigh, 8);
  put([col.inLow, col.inHigh, col.outLow, col.outHigh], row, [inLow, inHigh, outLow, outHigh]);
  put(col.worstIn, row, checkedLimbs(ledger, terms.worstIn));
  put(col.worstOut, row, checkedLimbs(ledger, terms.worstOut));
  put([col.boardByLo, col.boardByHi, col.settleByLo, col.settleByHi], row, [...splitTime(terms.boardBy), ...splitTime(terms.settleBy)]);
  put([col.word], row, [word]);

  const sign = net < 0n ? -1 : 1;
  const size = net < 0n ? -net : net;
  const netLimbs = checkedLimbs(ledger, size);
  const signedNet = netLimbs.map((limb) => sign * limb);
  put(col.net, row, netLimbs);
  put(col.signedNet, row, signedNet);
  put([col.negative, col.netInverse], row, [bit(net < 0n), inverseOf(total(netLimbs))]);
  put([col.uses], row, [market.termsUses.get(ticket) ?? 0]);
  if (!board) return;

  put([col.timestampLo, col.timestampHi], row, splitTime(market.timestamp));
  put([col.boardByBorrow, col.boardByLoLow, col.boardByHiLow], row, notAfterCells(ledger, market.timestamp, terms.boardBy));
  ledger.timeUses++;
  put(col.price, row, limbs(market.prices.get(terms.inAsset) ?? 0n));
  count(market.priceUses, terms.inAsset);
  put(col.ticketFlow, row, market.pots.move(ticket, 'flow', signedNet));
  put(
    col.inFlow,
    row,
    market.pots.move(
      terms.inAsset,
      'flow',
      signedNet.map((limb) => -limb),
    ),
  );
}
