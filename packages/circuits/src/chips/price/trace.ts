import type { PotReceipt } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import { splitBits } from '@weir/stark/air/gadgets';
import { bit, checkedLimbs, inverseOf, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { Step } from '../../trace/witness.ts';
import type { Market } from '../clearing/trace.ts';
import { COARSE_BITS, LIMB_STEPS, sumCarries } from '../identity.ts';
import { stepUpCells } from '../order.ts';
import { ASSET_BITS } from './air.ts';
import type { PRICE_COLUMNS } from './columns.ts';
import { flowTerms, takeTerms } from './identities.ts';

/** Low 16 and high 14 bits of an asset, as the list compares it. */
export const assetHalves = (asset: number): [number, number] => [asset % 2 ** ASSET_BITS[0], Math.floor(asset / 2 ** ASSET_BITS[0])];

export interface PriceRowCells {
  readonly pot: PotReceipt;
  readonly previous: PotReceipt | undefined;
  /** The payment's tick, or the next one. */
  readonly tick: number;
  /** The payment, if there is one. */
  readonly step: Step | undefined;
}

export function putPrice(
  { col }: ReturnType<typeof newTrace<typeof PRICE_COLUMNS>>,
  row: number,
  { pot, previous, tick, step }: PriceRowCells,
  { pots, priceUses, tickets }: Market,
  ledger: Ledger,
): void {
  const { asset, price, feeAccount, feeSlot } = pot.row;
  const [low, high] = assetHalves(asset);
  const [previousLow, previousHigh] = assetHalves(previous?.row.asset ?? 0);
  const gap = stepUpCells({ value: low, previous: previousLow, bits: ASSET_BITS[0] }, { value: high, previous: previousHigh });
  ledger.rangeLimbs([low, high, gap.low, gap.high], [...ASSET_BITS, ...ASSET_BITS]);
  put([col.active, col.assetLow, col.assetHigh, col.previousLow, col.previousHigh], row, [1, low, high, previousLow, previousHigh]);
  put([col.orderBorrow, col.tick, col.feeAccount, col.feeSlot], row, [gap.borrow, tick, feeAccount, feeSlot]);
  const priceLimbs = checkedLimbs(ledger, price);
  put([...col.price, col.priceInverse], row, [...priceLimbs, inverseOf(total(priceLimbs))]);
  put([col.uses, col.isTicket], row, [priceUses.get(asset) ?? 0, bit(tickets.has(asset))]);

  const [flow, fees] = [pots.read(asset, 'flow'), pots.read(asset, 'fees')];
  put([...col.flow, ...col.fees], row, [...flow, ...fees]);
  const remainder = splitBits(BigInt.asUintN(64, pot.remainder), COARSE_BITS);
  ledger.rangeLimbs(remainder, COARSE_BITS);
  put(col.remainder, row, remainder);
  put(col.flowCarryLow, row, sumCarries(ledger, 'price/flow', flowTerms(flow, remainder), LIMB_STEPS));
  const take = checkedLimbs(ledger, pot.take);
  put(col.take, row, take);
  sumCarries(ledger, 'price/take', takeTerms(remainder, fees, take), LIMB_STEPS);
  put([col.pays, col.takeInverse], row, [bit(step !== undefined), inverseOf(total(take))]);
  if (step !== undefined) ledger.credits.push({ access: step.slots[0], asset, amount: pot.take, own: false });
}
