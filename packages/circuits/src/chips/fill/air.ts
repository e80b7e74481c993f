/**
 * fill: one execution of a signed order at the clearing's prices. The pot part sells `sold` for `bought`, the ticket part `boarded` for
 * as many tickets; one signature, one access to the sell slot, one limit.
 *
 * Every signed element is an expression of the columns that the row acts on. Prices and ride terms are looked up, so all fills of a
 * clearing see the same. What the signer alone chose and only he can be hurt by (minFill, until) is not range-checked; what is packed or
 * multiplied is.
 */
import { MESSAGE_ELEMENTS, MESSAGE_KINDS } from '@weir/protocol/messages';
import { defineChip } from '@weir/stark/air/builder';
import { add, type Expr, mul, neg, not, ONE, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { STAGE } from '../clearing/air.ts';
import { FILL_LOG_ROWS, movePot } from '../clearing/pot.ts';
import { amountRange, rangeCheckLimbs, splitRange, sumPieces } from '../gadgets.ts';
import { COARSE_128_BITS, COARSE_BITS, COARSE_STEPS, constrainProducts, constrainSum, MIXED_STEPS, PIECE_STEPS } from '../identity.ts';
import { accessHeader, accessSlot, clockOf, openHeader } from '../memory.ts';
import { notAfter, stepUp } from '../order.ts';
import { FILL_COLUMNS } from './columns.ts';
import { atLeastTerms, balanceTerms, leftTerms, minimumTerms, remainderTerms, valueTerms } from './identities.ts';

/** Kind and element count of an order with one leg: one with several has another kind (`orderLegs`). */
const ORDER = [MESSAGE_KINDS.order, MESSAGE_ELEMENTS.order] as const;

export const fillChip = defineChip({
  name: 'fill',
  minLogHeight: 0,
  maxLogHeight: FILL_LOG_ROWS,
  columns: FILL_COLUMNS,
  build(b) {
    const { active, sells, boards, tick, account, key, keyVersion, l1Owner } = b.col;
    const { several, sellsInBand, boardsInBand, band } = b.col;
    const { sellSlot, sellAsset, sellNonce, buySlot, buyAsset, ticketSlot, ticketsUntilLo, ticketsUntilHi, ticket } = b.col;
    const { sellAmount, minBuyAmount, maxFee, minFill, sold, bought, fee, boarded, balance, filled, nonce, sameNonce, completes } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    b.boolean('sells-is-a-bit', sells);
    b.boolean('boards-is-a-bit', boards);
    b.constraint('padding-sells-nothing', mul(sells, not(active)));
    b.constraint('padding-boards-nothing', mul(boards, not(active)));
    b.receive('tick', active, [tick], 'take-tick');

    /*
     * The list: (account, sell slot) above the previous fill's, at the next tick. So a slot sells once in a clearing, and a fill cannot
     * be cut into many floors. Slot < 16 and account < 2^27 because memory has such keys only.
     */
    const gap = stepUp(
      b,
      b.col.orderBorrow,
      { value: sellSlot, previous: b.col.previousSlot, bits: 4 },
      { value: account, previous: b.col.previousAccount },
    );
    rangeCheck(b, 'ascending/slot', gap.low, 4, { tableBits: 8, when });
    splitRange(b, 'ascending/account', gap.high, b.col.orderLow, 14, 14, { when });
    b.receive('stage', active, [STAGE.fills, tick, b.col.previousAccount, b.col.previousSlot], 'after-previous');
    b.send('stage', active, [STAGE.fills, add(tick, 1), account, sellSlot], 'before-next');

    // The signer: an open header, whose key and version are the signed ones because they are the same columns.
    accessHeader(b, 'signer', { account, clock: clockOf(tick), gap: b.col.headerGap, when }, [...key, keyVersion, ...l1Owner]);
    openHeader(b, 'signer-is-open', keyVersion, b.col.versionInverse, active);
    b.send('messageKey', active, [tick, ...key], 'signed-by');
    const now = [b.col.timestampLo, b.col.timestampHi];
    const until = [b.col.untilLo, b.col.untilHi];
    b.receive('time', active, now, 'take-time');
    notAfter(b, 'until', now, until, { borrow: b.col.untilBorrow, loLow: b.col.untilLoLow, hiLow: b.col.untilHiLow }, active);

    /*
     * What is signed. ticketsUntil (20 + 20 bits) shares two elements with three slots: one reading only, because ticketsUntilLo and
     * buySlot are in range here and sellSlot is (by memory); ticketSlot and ticketsUntilHi are when they are used, that is when the fill
     * boards.
     */
    for (const [name, limbs] of Object.entries({ sellAmount, minBuyAmount, maxFee, sold, bought, fee, boarded }))
      amountRange(b, name, limbs, { when });
    rangeCheck(b, 'buy-slot', buySlot, 4, { tableBits: 8, when });
    splitRange(b, 'tickets-until-lo', ticketsUntilLo, b.col.ticketsUntilLoLow, 10, 10, { when });
    splitRange(b, 'tickets-until-hi', ticketsUntilHi, b.col.ticketsUntilHiLow, 10, 10, { when: boards });
    const sellPieces = u64Pieces(sellAmount);
    const feeLimit = u64Pieces(maxFee);
    const [feeLow, feeMiddle, feeHigh] = feeLimit;
    const slotsAndTickets = add(ticketsUntilLo, scale(2 ** 20, sellSlot), scale(2 ** 24, buySlot));
    const ticketSlotAndTickets = add(ticketsUntilHi, scale(2 ** 20, ticketSlot));
    /*
     * One leg: the row signs for itself. Several: it gives its leg to `orderLegs`, which signs for it, under the same step. An order of
     * several that said it has one would need a signature of kind 5, and the other way round.
     */
    b.boolean('several-is-a-bit', several);
    b.constraint('padding-has-no-legs', mul(several, not(active)));
    const alone = sub(active, several);
    const amounts = [...sellPieces, ...u64Pieces(minBuyAmount), feeLow];
    const rest = [feeMiddle, feeHigh, ...minFill, slotsAndTickets, ticketSlotAndTickets, band];
    b.send('message', alone, [tick, 1, 0, ...ORDER, account, keyVersion, ...until, sellAsset, sellNonce], 'sign-block-1');
    b.send('message', alone, [tick, 2, 0, buyAsset, ...amounts], 'sign-block-2');
    b.send('message', alone, [tick, 3, 1, ...rest], 'sign-block-3');
    const leg = [sellAsset, sellNonce, buyAsset, ...amounts, ...rest];
    b.send('orderLeg', several, [tick, account, keyVersion, ...until, ...leg], 'give-leg');

    /*
     * Parts. sells iff sold and bought are positive, and else all three numbers of the pot part are 0; boards iff boarded is; at least
     * one part. Limbs are below 2^11, so their sum is 0 only if all are, and a product of two sums is 0 only if one is.
     */
    b.constraint('a-part-at-least', mul(active, not(sells), not(boards)));
    b.constraint('no-pot-part', mul(not(sells), sum([...sold, ...bought, ...fee])));
    b.equal('sold-and-bought-are-not-zero', mul(sum(sold), sum(bought), b.col.soldAndBoughtInverse), sells);
    b.constraint('no-ticket-part', mul(not(boards), sum(boarded)));
    b.equal('boarded-is-not-zero', mul(sum(boarded), b.col.boardedInverse), boards);
    b.constraint('no-ticket', mul(not(boards), ticket));

    /*
     * The sell slot. n = m, or n − m − 1 ∈ [0, 2^16); m < 2^30, so it cannot wrap. n needs no range of its own: a nonce beyond 2^30 has
     * no diff word, and a nonce that has left its old value cannot return to it. The slot holds the sell asset, which has a price row and
     * so is not 0.
     */
    const step = sub(sellNonce, nonce);
    b.boolean('same-nonce-is-a-bit', sameNonce);
    b.constraint('same-nonce-is-equal', mul(sameNonce, step));
    rangeCheck(b, 'nonce-step', add(sub(step, 1), sameNonce), 16, { when });
    const balanceAfter = u64Pieces(b.col.balanceAfter);
    const filledAfter = u64Pieces(b.col.filledAfter);
    accessSlot(
      b,
      'sell-slot',
      { account, slot: sellSlot, clock: clockOf(tick), gap: b.col.slotGap, when },
      [sellAsset, nonce, ...balance, ...filled],
      [{ value: [sellAsset, sellNonce, ...balanceAfter, ...filledAfter], when: active }],
    );
    amountRange(b, 'balanceAfter', b.col.balanceAfter, { when });
    constrainSum(b, 'balance-covers', balanceTerms(b.col.balanceAfter, sold, boarded, fee, balance), PIECE_STEPS, { when });
    // What was filled counts only at its own nonce.
    amountRange(b, 'filledAfter', b.col.filledAfter, { when });
    const filledBefore = filled.map((piece) => mul(sameNonce, piece));
    sumPieces(b, 'filled-grows', [filledBefore, u64Pieces(sold), u64Pieces(boarded)], filledAfter, b.col.filledCarry);
    rangeCheckLimbs(b, 'left', b.col.left, COARSE_BITS, { when });
    constrainSum(b, 'filled-within-sell-amount', leftTerms(sellAmount, b.col.filledAfter, b.col.left), COARSE_STEPS, { when });
    // At least minFill, unless nothing is left. completes = 1 on a padding row would turn lookups off below zero, so it is excluded.
    b.boolean('completes-is-a-bit', completes);
    b.constraint('padding-completes-nothing', mul(completes, not(active)));
    b.constraint('completes-leaves-nothing', mul(completes, sum(b.col.left)));
    rangeCheckLimbs(b, 'aboveMinimum', b.col.aboveMinimum, COARSE_BITS, { when });
    constrainSum(b, 'minimum-or-completes', minimumTerms(sold, boarded, minFill, b.col.aboveMinimum), MIXED_STEPS, {
      when: sub(active, completes),
    });

    // The pot part: bought = ⌊sold·P[sell] / P[buy]⌋, within the limit and the fee. Price limbs are in range in their own row.
    const { sellPrice, buyPrice, remainder, remainderGap } = b.col;
    b.receive('price', active, [sellAsset, ...sellPrice], 'sell-price');
    b.receive('price', sells, [buyAsset, ...buyPrice], 'buy-price');
    rangeCheckLimbs(b, 'remainder', remainder, COARSE_BITS, { when: sells });
    rangeCheckLimbs(b, 'remainderGap', remainderGap, COARSE_BITS, { when: sells });
    constrainProducts(b, 'bought-is-the-floor', valueTerms(sold, sellPrice, bought, buyPrice, remainder), b.col.valueCarry, sells);
    constrainSum(b, 'remainder-below-price', remainderTerms<Expr>(remainder, remainderGap, ONE, buyPrice), COARSE_STEPS, { when: sells });
    rangeCheckLimbs(b, 'limitGap', b.col.limitGap, COARSE_128_BITS, { when: sells });
    constrainProducts(b, 'limit', atLeastTerms(bought, sellAmount, sold, minBuyAmount, b.col.limitGap), b.col.limitCarry, sells);
    rangeCheckLimbs(b, 'feeGap', b.col.feeGap, COARSE_128_BITS, { when: sells });
    constrainProducts(b, 'fee', atLeastTerms(maxFee, sold, fee, sellAmount, b.col.feeGap), b.col.feeCarry, sells);

    // The ticket part: a ride that boards in this clearing, from the sell asset to the buy asset, at worst within the limit, settled in
    // time.
    const { worstIn, worstOut } = b.col;
    const settleBy = [b.col.settleByLo, b.col.settleByHi];
    b.receive('rideTerms', boards, [ticket, sellAsset, buyAsset, ...worstIn, ...worstOut, ...settleBy], 'ride-terms');
    notAfter(
      b,
      'settles',
      settleBy,
      [ticketsUntilLo, ticketsUntilHi],
      { borrow: b.col.settleBorrow, loLow: b.col.settleLoLow, hiLow: b.col.settleHiLow },
      boards,
    );
    rangeCheckLimbs(b, 'worstGap', b.col.worstGap, COARSE_128_BITS, { when: boards });
    constrainProducts(
      b,
      'worst-price',
      atLeastTerms(worstOut, sellAmount, worstIn, minBuyAmount, b.col.worstGap),
      b.col.worstCarry,
      boards,
    );

    /*
     * The band, checked by a row of its own for each part: `band` reads the element, whose feed L1 knows. inBand = part where band ≠ 0: a
     * banded fill that is not given to `band` would be held to nothing. An element of 0 is given to nobody who could take it (no feed 0).
     */
    b.boolean('sells-in-band-is-a-bit', sellsInBand);
    b.constraint('sells-in-band-sells', mul(sellsInBand, not(sells)));
    b.constraint('banded-sale-is-in-band', mul(sub(sells, sellsInBand), band));
    b.send('band', sellsInBand, [sellAsset, buyAsset, band, ...sold, ...bought], 'pot-part-in-band');
    b.boolean('boards-in-band-is-a-bit', boardsInBand);
    b.constraint('boards-in-band-boards', mul(boardsInBand, not(boards)));
    b.constraint('banded-boarding-is-in-band', mul(sub(boards, boardsInBand), band));
    b.send('band', boardsInBand, [sellAsset, buyAsset, band, ...worstIn, ...worstOut], 'ticket-part-in-band');

    // What arrives: the owner has signed for both slots.
    b.send('credit', sells, [account, buySlot, clockOf(tick, 1), buyAsset, ...u64Pieces(bought), 1], 'credit-bought');
    b.send('credit', boards, [account, ticketSlot, clockOf(tick, add(1, sells)), ticket, ...u64Pieces(boarded), 1], 'credit-tickets');

    // Into the pot of what is sold; out of the pots of what is bought.
    movePot(
      b,
      'sell-pot',
      { asset: sellAsset, side: 'flow', when: active },
      b.col.sellFlow,
      sold.map((limb, i) => add(limb, boarded[i])),
    );
    movePot(b, 'fee-pot', { asset: sellAsset, side: 'fees', when: sells }, b.col.sellFees, fee);
    movePot(b, 'buy-pot', { asset: buyAsset, side: 'flow', when: sells }, b.col.buyFlow, bought.map(neg));
    movePot(b, 'ticket-pot', { asset: ticket, side: 'flow', when: boards }, b.col.ticketFlow, boarded.map(neg));
  },
});
