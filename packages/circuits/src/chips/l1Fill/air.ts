/**
 * l1Fill: one execution of an L1 order at the clearing's prices. It is a fill whose two sides are on L1: what it sells comes out of the order's escrow there, what it
 * buys goes to its owner's balance there, so it has no slot, no signature and no fee. It states (order, sell, buy, sold, bought) to L1 (effect kind 8).
 *
 * The circuit proves that the stated amounts are the clearing's: sold went into the sell pot, bought = ⌊sold·P[sell] / P[buy]⌋ came out of the buy pot. Whether there is
 * such an order, with these assets, that much left, within its limit and its time, is L1's to look up.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, type Expr, mul, neg, ONE, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { STAGE } from '../clearing/air.ts';
import { L1_FILL_LOG_ROWS, movePot } from '../clearing/pot.ts';
import { remainderTerms, valueTerms } from '../fill/identities.ts';
import { amountRange, rangeCheckLimbs, splitRange } from '../gadgets.ts';
import { COARSE_BITS, COARSE_STEPS, constrainProducts, constrainSum } from '../identity.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { L1_FILL_COLUMNS } from './columns.ts';

const KIND = 8;

export const l1FillChip = defineChip({
  name: 'l1Fill',
  minLogHeight: 0,
  maxLogHeight: L1_FILL_LOG_ROWS,
  columns: L1_FILL_COLUMNS,
  build(b) {
    const { active, order, previous, sellLow, sellHigh, buyLow, buyHigh, sold, bought, word } = b.col;
    const { sellPrice, buyPrice, remainder, remainderGap } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    const [sellAsset, buyAsset] = [add(sellLow, scale(2 ** 24, sellHigh)), add(buyLow, scale(2 ** 24, buyHigh))];

    /*
     * The list: order − previous − 1 ∈ [0, 2^28). Both are limbs of words (or the start, 0), so below 2^28: the difference cannot wrap, ids ascend from 1 and an order has
     * one row. Without it one order could be filled in many small parts, each with a floor of its own against the pot's other side, and minFill be met by none of them.
     */
    splitRange(b, 'ascending', sub(order, previous, 1), b.col.orderLow, 14, 14, { when });
    b.receive('stage', active, [STAGE.l1Orders, 0, 0, previous], 'after-previous');
    b.send('stage', active, [STAGE.l1Orders, 0, 0, order], 'before-next');

    /*
     * The effect. sellHigh has one reading beside buyHigh, with which it shares a limb; what the two numbers of an asset add up to is looked up below, and that the low one has 24
     * bits is L1's mask. Without ranges of the amounts' limbs a field element could be stated that is no such integer.
     */
    rangeCheck(b, 'sell-high', sellHigh, 6, { tableBits: 8, when });
    rangeCheck(b, 'buy-high', buyHigh, 8, { when });
    amountRange(b, 'sold', sold, { when });
    amountRange(b, 'bought', bought, { when });
    const assets = [sellLow, buyLow, add(sellHigh, scale(2 ** 6, buyHigh))];
    b.receive('word', active, [word, SECTION.effect, KIND, order, ...assets, 0, 0, 0, 0], 'word-0');
    b.receive('word', active, [add(word, 1), SECTION.effect, ...u64Pieces(sold), ...u64Pieces(bought), 0, 0, 0], 'word-1');

    // sold, bought ≥ 1: limbs are below 2^11, so their sum is 0 only if all are. Else escrow could be sold for nothing, where no limit was set.
    b.equal('sold-is-not-zero', mul(sum(sold), b.col.soldInverse), active);
    b.equal('bought-is-not-zero', mul(sum(bought), b.col.boughtInverse), active);

    // bought = ⌊sold·P[sell] / P[buy]⌋: sold·P[sell] = bought·P[buy] + r, r + r' + 1 = P[buy]. Price limbs are in range in their own row; both assets have one.
    b.receive('price', active, [sellAsset, ...sellPrice], 'sell-price');
    b.receive('price', active, [buyAsset, ...buyPrice], 'buy-price');
    rangeCheckLimbs(b, 'remainder', remainder, COARSE_BITS, { when });
    rangeCheckLimbs(b, 'remainderGap', remainderGap, COARSE_BITS, { when });
    constrainProducts(b, 'bought-is-the-floor', valueTerms(sold, sellPrice, bought, buyPrice, remainder), b.col.valueCarry, when);
    constrainSum(b, 'remainder-below-price', remainderTerms<Expr>(remainder, remainderGap, ONE, buyPrice), COARSE_STEPS, { when });

    // Into the pot of what is sold, out of the pot of what is bought: what L1 books is what the pots saw.
    movePot(b, 'sell-pot', { asset: sellAsset, side: 'flow', when }, b.col.sellFlow, sold);
    movePot(b, 'buy-pot', { asset: buyAsset, side: 'flow', when }, b.col.buyFlow, bought.map(neg));
  },
});
