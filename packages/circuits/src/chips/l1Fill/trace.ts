import type { L1FillReceipt } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import { checkedCoarse, checkedLimbs, inverseOf, limbs, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { count, type Market } from '../clearing/trace.ts';
import { remainderTerms, valueTerms } from '../fill/identities.ts';
import { COARSE_BITS, COARSE_STEPS, productCarries, sumCarries } from '../identity.ts';
import { ticketHalves } from '../ride/trace.ts';
import type { L1_FILL_COLUMNS } from './columns.ts';

export interface L1FillRow {
  readonly receipt: L1FillReceipt;
  readonly previous: L1FillReceipt | undefined;
  /** Number of the effect's first word. */
  readonly word: number;
}

export function putL1Fill(
  { col }: ReturnType<typeof newTrace<typeof L1_FILL_COLUMNS>>,
  row: number,
  { receipt, previous, word }: L1FillRow,
  market: Market,
  ledger: Ledger,
): void {
  const { sellAsset, buyAsset, fill } = receipt;
  const before = previous?.fill.order ?? 0;
  put([col.active, col.order, col.previous, col.word], row, [1, fill.order, before, word]);
  put([col.orderLow], row, [ledger.splitRange(fill.order - before - 1, 14, 14)]);
  const [[sellLow, sellHigh], [buyLow, buyHigh]] = [ticketHalves(sellAsset), ticketHalves(buyAsset)];
  put([col.sellLow, col.sellHigh, col.buyLow, col.buyHigh], row, [sellLow, sellHigh, buyLow, buyHigh]);
  ledger.range(sellHigh, 6, 8);
  ledger.range(buyHigh, 8);

  const [sold, bought] = [checkedLimbs(ledger, fill.sold), checkedLimbs(ledger, fill.bought)];
  put([...col.sold, ...col.bought], row, [...sold, ...bought]);
  put([col.soldInverse, col.boughtInverse], row, [inverseOf(total(sold)), inverseOf(total(bought))]);

  const [sellPrice, buyPrice] = [limbs(receipt.sellPrice), limbs(receipt.buyPrice)];
  put([...col.sellPrice, ...col.buyPrice], row, [...sellPrice, ...buyPrice]);
  count(market.priceUses, sellAsset);
  count(market.priceUses, buyAsset);
  const remainder = checkedCoarse(ledger, receipt.remainder, COARSE_BITS);
  const remainderGap = checkedCoarse(ledger, receipt.buyPrice - 1n - receipt.remainder, COARSE_BITS);
  put([...col.remainder, ...col.remainderGap], row, [...remainder, ...remainderGap]);
  put(col.valueCarry, row, productCarries(ledger, 'fill/value', valueTerms(sold, sellPrice, bought, buyPrice, remainder)));
  sumCarries(ledger, 'fill/remainder', remainderTerms(remainder, remainderGap, 1, buyPrice), COARSE_STEPS);

  put(col.sellFlow, row, market.pots.move(sellAsset, 'flow', sold));
  put(
    col.buyFlow,
    row,
    market.pots.move(
      buyAsset,
      'flow',
      bought.map((limb) => -limb),
    ),
  );
}
