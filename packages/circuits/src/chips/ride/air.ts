/**
 * ride: one ride of the clearing. It states the ride's terms and its net to L1 (effect kind 3), offers the terms to fills if it boards,
 * and moves the net between the ticket's pot and the in asset's: tickets are made for what people took and paid with what they gave.
 *
 * L1 compares the stated terms with its own, limb by limb, so that they are those of a ride that exists, canonical and in range. The
 * circuit proves that what was stated is what was used.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, neg, not, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { STAGE } from '../clearing/air.ts';
import { movePot, RIDE_LOG_ROWS } from '../clearing/pot.ts';
import { amountRange, splitRange } from '../gadgets.ts';
import { notAfter, stepUp } from '../order.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { RIDE_COLUMNS } from './columns.ts';

const KIND = 3;

export const rideChip = defineChip({
  name: 'ride',
  minLogHeight: 0,
  maxLogHeight: RIDE_LOG_ROWS,
  columns: RIDE_COLUMNS,
  build(b) {
    const { active, boards, closes, ticketLow, ticketHigh, previousLow, previousHigh, inLow, inHigh, outLow, outHigh, word } = b.col;
    const { worstIn, worstOut, boardByLo, boardByHi, settleByLo, settleByHi, net, negative, signedNet, price, uses } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    b.boolean('boards-is-a-bit', boards);
    b.boolean('closes-is-a-bit', closes);
    b.boolean('negative-is-a-bit', negative);
    b.constraint('padding-boards-nothing', mul(boards, not(active)));
    const [ticket, inAsset, outAsset] = [
      [ticketLow, ticketHigh],
      [inLow, inHigh],
      [outLow, outHigh],
    ].map(([low, high]) => add(low, scale(2 ** 24, high)));

    // The list: tickets ascend, so a ride has one row.
    splitRange(b, 'ticket-low', ticketLow, b.col.ticketLowLow, 12, 12, { when });
    const gap = stepUp(
      b,
      b.col.orderBorrow,
      { value: ticketLow, previous: previousLow, bits: 24 },
      { value: ticketHigh, previous: previousHigh },
    );
    splitRange(b, 'ascending/low', gap.low, b.col.orderLow, 12, 12, { when });
    rangeCheck(b, 'ascending/high', gap.high, 8, { when });
    b.receive('stage', active, [STAGE.rides, 0, previousHigh, previousLow], 'after-previous');
    b.send('stage', active, [STAGE.rides, 0, ticketHigh, ticketLow], 'before-next');

    /*
     * The effect. High parts have one reading beside what they share a limb with: ticketHigh < 2^6 because it is below 2^8 and l2 < 2^28
     * (`words`); inHigh < 2^6.
     */
    rangeCheck(b, 'ticket-high', ticketHigh, 8, { when });
    rangeCheck(b, 'in-high', inHigh, 6, { tableBits: 8, when });
    rangeCheck(b, 'out-high', outHigh, 8, { when });
    for (const [name, limbs] of Object.entries({ net, worstIn, worstOut })) amountRange(b, name, limbs, { when });
    const netPieces = u64Pieces(net);
    const first = [
      linear([2 ** 8, 2 ** 9], [closes, negative], KIND),
      ticketLow,
      add(netPieces[0], scale(2 ** 22, ticketHigh)),
      netPieces[1],
      netPieces[2],
      inLow,
      outLow,
      add(inHigh, scale(2 ** 6, outHigh)),
      0,
    ];
    b.receive('word', active, [word, SECTION.effect, ...first], 'word-0');
    b.receive(
      'word',
      active,
      [add(word, 1), SECTION.effect, ...u64Pieces(worstIn), ...u64Pieces(worstOut), boardByLo, boardByHi, 0],
      'word-1',
    );
    b.receive('word', active, [add(word, 2), SECTION.effect, settleByLo, settleByHi, 0, 0, 0, 0, 0, 0, 0], 'word-2');

    // While it boards: not after boardBy, and tickets cost what the in asset costs.
    const now = [b.col.timestampLo, b.col.timestampHi];
    b.receive('time', boards, now, 'take-time');
    notAfter(
      b,
      'board-by',
      now,
      [boardByLo, boardByHi],
      { borrow: b.col.boardByBorrow, loLow: b.col.boardByLoLow, hiLow: b.col.boardByHiLow },
      boards,
    );
    b.send('ticketPrice', boards, [ticket, ...price], 'ticket-price');
    b.receive('price', boards, [inAsset, ...price], 'in-price');
    b.constraint('terms-only-while-boarding', mul(uses, not(boards)));
    b.send('rideTerms', uses, [ticket, inAsset, outAsset, ...worstIn, ...worstOut, settleByLo, settleByHi], 'give-terms');

    /*
     * The net: into the ticket's pot and out of the in asset's, with its sign. How large it is follows from the ticket's pot, which must
     * come out even (price/air.ts). Zero is not negative, so the effect has one form.
     */
    b.constraint('no-net-without-boarding', mul(not(boards), sum(net)));
    b.constraint('zero-is-not-negative', mul(negative, sub(mul(sum(net), b.col.netInverse), 1)));
    for (const [i, limb] of signedNet.entries()) b.equal(`signed-net[${i}]`, limb, mul(net[i], sub(1, scale(2, negative))));
    movePot(b, 'ticket-pot', { asset: ticket, side: 'flow', when: boards }, b.col.ticketFlow, signedNet);
    movePot(b, 'in-pot', { asset: inAsset, side: 'flow', when: boards }, b.col.inFlow, signedNet.map(neg));
  },
});
