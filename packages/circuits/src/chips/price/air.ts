/**
 * price: one priced asset of the clearing and its pot. Assets ascend strictly, so an asset has one price and one pot.
 *
 * The remainder of the pot is what the floors leave; it and the fees go to the fee slot that the row names. A pot with a negative
 * remainder would pay out what nobody paid in.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, fromLimbs, mul, not, sum } from '@weir/stark/air/expr';
import { u64Pieces } from '@weir/stark/air/gadgets';
import { STAGE } from '../clearing/air.ts';
import { POT } from '../clearing/pot.ts';
import { amountRange, rangeCheckLimbs } from '../gadgets.ts';
import { COARSE_BITS, constrainSum, LIMB_STEPS } from '../identity.ts';
import { clockOf } from '../memory.ts';
import { stepUp } from '../order.ts';
import { PRICE_COLUMNS } from './columns.ts';
import { flowTerms, takeTerms } from './identities.ts';

export const ASSET_BITS = [16, 14] as const;
const NOTHING = [0, 0, 0, 0, 0, 0];

export const priceChip = defineChip({
  name: 'price',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: PRICE_COLUMNS,
  build(b) {
    const { active, assetLow, assetHigh, previousLow, previousHigh, price, uses, isTicket, flow, fees, remainder, take, pays, tick } =
      b.col;
    const when = active;
    const asset = fromLimbs([assetLow, assetHigh], [...ASSET_BITS]);
    b.boolean('active-is-a-bit', active);

    // The list: above the previous asset, and so above 0. Both keys are integers below 2^30 by their halves.
    rangeCheckLimbs(b, 'asset', [assetLow, assetHigh], ASSET_BITS, { when });
    const gap = stepUp(
      b,
      b.col.orderBorrow,
      { value: assetLow, previous: previousLow, bits: ASSET_BITS[0] },
      { value: assetHigh, previous: previousHigh },
    );
    rangeCheckLimbs(b, 'ascending', [gap.low, gap.high], ASSET_BITS, { when });
    b.receive('stage', active, [STAGE.prices, tick, previousHigh, previousLow], 'after-previous');
    b.send('stage', active, [STAGE.prices, add(tick, pays), assetHigh, assetLow], 'before-next');

    // The price, for whoever looks it up. Its limbs are below 2^11: their sum is 0 only if the price is.
    amountRange(b, 'price', price, { when });
    b.equal('price-is-not-zero', mul(sum(price), b.col.priceInverse), active);
    b.constraint('padding-is-never-used', mul(uses, not(active)));
    b.send('price', uses, [asset, ...price], 'give-price');

    /*
     * A ride that boards finds its ticket's price here and not among the others: this row then knows that the asset is its ticket, whose
     * pot must come out even, because the ride's net is what people took minus what they gave and nothing else.
     */
    b.boolean('is-ticket-is-a-bit', isTicket);
    b.constraint('padding-is-no-ticket', mul(isTicket, not(active)));
    b.receive('ticketPrice', isTicket, [asset, ...price], 'give-ticket-price');
    b.constraint('ticket-pot-is-even', mul(isTicket, sum(remainder)));

    // The pot, from nothing to its sums (clearing/pot.ts).
    b.send('pot', active, [asset, POT.flow, ...NOTHING], 'start-flow');
    b.receive('pot', active, [asset, POT.flow, ...flow], 'end-flow');
    b.send('pot', active, [asset, POT.fees, ...NOTHING], 'start-fees');
    b.receive('pot', active, [asset, POT.fees, ...fees], 'end-fees');
    rangeCheckLimbs(b, 'remainder', remainder, COARSE_BITS, { when });
    constrainSum(b, 'inflow-covers-outflow', flowTerms(flow, remainder), LIMB_STEPS, { when, lows: b.col.flowCarryLow });
    amountRange(b, 'take', take, { when });
    constrainSum(b, 'take-is-remainder-and-fees', takeTerms(remainder, fees, take), LIMB_STEPS, { when });

    // It is credited iff it is positive: crediting 0 would still open somebody's slot. The operator has not signed for the slot: own = 0.
    b.boolean('pays-is-a-bit', pays);
    b.constraint('padding-pays-nothing', mul(pays, not(active)));
    b.constraint('pays-if-not-zero', mul(not(pays), sum(take)));
    b.equal('not-zero-if-pays', mul(sum(take), b.col.takeInverse), pays);
    b.receive('tick', pays, [tick], 'take-tick');
    b.send('credit', pays, [b.col.feeAccount, b.col.feeSlot, clockOf(tick), asset, ...u64Pieces(take), 0], 'credit-take');
  },
});
