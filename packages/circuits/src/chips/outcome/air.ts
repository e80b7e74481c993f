/**
 * The effect redeem(ticket, assets, outcome, sums): what L1 knows of a ride enters here, and what this batch redeemed of it leaves. L1 compares terms and outcome
 * with its record and checks credited ≤ ⌊redeemed·outcome / tickets⌋; the redemptions of the chain used exactly these numbers.
 *
 * Two rows of one ride are harmless: redemptions are spread over their chains, each redemption on one, and L1 adds the effects up. A row whose chain has no
 * redemption states sums of 0.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { splitRange } from '../gadgets.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { OUTCOME_COLUMNS } from './columns.ts';

const KIND = 4;

export const outcomeChip = defineChip({
  name: 'outcome',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: OUTCOME_COLUMNS,
  build(b) {
    const { active, ticket, ticketHi, ticketLow, inAsset, inHi, inLow, outAsset, outHi, outLow, word } = b.col;
    const { outTotal, inReturned, tickets, redeemed, outCredited, inCredited } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);

    // From sums of 0 through the ride's redemptions to the sums that are stated. Sums are in range: 0, or as `redeem` checks them.
    const ride = [ticket, inAsset, outAsset, ...outTotal, ...inReturned, ...tickets];
    b.send('outcome', active, [...ride, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'start');
    b.receive('outcome', active, [...ride, ...redeemed, ...outCredited, ...inCredited], 'end');

    // One encoding of each asset, lo 24 + hi 6 bits: L1 reads the very number that was credited. inHi shares its limb with outHi, so it may not reach it.
    const lo = (name: string, asset: typeof ticket, hi: typeof ticket, low: typeof ticket) => {
      rangeCheck(b, `${name}-hi`, hi, 6, { tableBits: 8, when });
      const value = sub(asset, scale(2 ** 24, hi));
      splitRange(b, `${name}-lo`, value, low, 12, 12, { when });
      return value;
    };
    const ticketLo = lo('ticket', ticket, ticketHi, ticketLow);
    const inLo = lo('in', inAsset, inHi, inLow);
    const outLo = lo('out', outAsset, outHi, outLow);

    const section = SECTION.effect;
    const amount = [add(redeemed[0], scale(2 ** 22, ticketHi)), redeemed[1], redeemed[2]];
    b.receive('word', active, [word, section, KIND, ticketLo, ...amount, inLo, outLo, linear([1, 2 ** 6], [inHi, outHi]), 0], 'word-0');
    b.receive('word', active, [add(word, 1), section, ...outTotal, ...inReturned, ...tickets], 'word-1');
    b.receive('word', active, [add(word, 2), section, ...outCredited, ...inCredited, 0, 0, 0], 'word-2');
  },
});
