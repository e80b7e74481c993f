import { mul } from '@weir/crypto/field';
import { splitTime } from '@weir/protocol/statement/limbs';
import { rateOf } from '@weir/protocol/transactions/band';
import type { FillReceipt, VerifiedSignature } from '@weir/protocol/types';
import type { newTrace } from '@weir/stark/air/builder';
import {
  bit,
  checkedCoarse,
  checkedLimbs,
  gapCells,
  headerCells,
  inverseOf,
  limbs,
  sumCarries as pieceCarries,
  pieces,
  put,
  slotCells,
  total,
} from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { Step, TimedSlot } from '../../trace/witness.ts';
import { count, type Market } from '../clearing/trace.ts';
import { COARSE_128_BITS, COARSE_BITS, COARSE_STEPS, MIXED_STEPS, PIECE_STEPS, productCarries, sumCarries } from '../identity.ts';
import { notAfterCells, stepUpCells } from '../order.ts';
import type { FILL_COLUMNS } from './columns.ts';
import { atLeastTerms, balanceTerms, leftTerms, minimumTerms, remainderTerms, valueTerms } from './identities.ts';

type FillTrace = ReturnType<typeof newTrace<typeof FILL_COLUMNS>>;
type Columns = FillTrace['col'];

const negative = (values: readonly number[]): number[] => values.map((value) => -value);

export interface FillRow {
  readonly receipt: FillReceipt;
  readonly previous: FillReceipt | undefined;
  readonly step: Step;
  readonly signed: VerifiedSignature;
}

export function putFill(
  { col }: FillTrace,
  row: number,
  { receipt, previous, step, signed }: FillRow,
  market: Market,
  ledger: Ledger,
): void {
  const { fill, leg } = receipt;
  const { sold, boarded } = fill;
  const [sells, boards] = [sold > 0n, boarded > 0n];
  const [spent, ...credited] = step.slots;
  put([col.active, col.sells, col.boards, col.tick, col.account], row, [1, bit(sells), bit(boards), step.tick, fill.order.account]);
  putPlace(col, row, receipt, previous, ledger);
  putSigner(col, row, receipt, step, market, ledger);
  ledger.messages.push({ tick: step.tick, elements: signed.elements, key: signed.key, signature: signed.signature });
  const several = fill.order.legs.length > 1;
  put([col.several], row, [bit(several)]);
  if (several) ledger.orderLegs.push({ tick: step.tick, fill, leg, signed: signed.elements });
  putLeg(col, row, receipt, ledger);
  put(col.sold, row, checkedLimbs(ledger, sold));
  put(col.bought, row, checkedLimbs(ledger, fill.bought));
  put(col.fee, row, checkedLimbs(ledger, fill.fee));
  put(col.boarded, row, checkedLimbs(ledger, boarded));
  const [soldSum, boughtSum, boardedSum] = [sold, fill.bought, boarded].map((amount) => total(limbs(amount)));
  put([col.soldAndBoughtInverse, col.boardedInverse], row, [inverseOf(mul(soldSum, boughtSum)), inverseOf(boardedSum)]);
  putSlot(col, row, receipt, spent, ledger);

  put(col.sellPrice, row, limbs(receipt.sellPrice));
  count(market.priceUses, leg.sellAsset);
  if (sells) putPotPart(col, row, receipt, market, ledger);
  if (boards) putTicketPart(col, row, receipt, market, ledger);
  putBand(col, row, receipt, ledger);

  const { pots } = market;
  const tickets = limbs(boarded);
  put(
    col.sellFlow,
    row,
    pots.move(
      leg.sellAsset,
      'flow',
      limbs(sold).map((limb, i) => limb + tickets[i]),
    ),
  );
  if (sells) {
    put(col.sellFees, row, pots.move(leg.sellAsset, 'fees', limbs(fill.fee)));
    put(col.buyFlow, row, pots.move(leg.buyAsset, 'flow', negative(limbs(fill.bought))));
    ledger.credits.push({ access: credited[0], asset: leg.buyAsset, amount: fill.bought, own: true });
  }
  if (boards) {
    put(col.ticketFlow, row, pots.move(fill.ticket, 'flow', negative(tickets)));
    ledger.credits.push({ access: credited[bit(sells)], asset: fill.ticket, amount: boarded, own: true });
  }
}

function putPlace(col: Columns, row: number, { fill, leg }: FillReceipt, previous: FillReceipt | undefined, ledger: Ledger): void {
  const [account, slot] = previous === undefined ? [0, -1] : [previous.fill.order.account, previous.leg.sellSlot];
  const gap = stepUpCells({ value: leg.sellSlot, previous: slot, bits: 4 }, { value: fill.order.account, previous: account });
  ledger.range(gap.low, 4, 8);
  const low = ledger.splitRange(gap.high, 14, 14);
  put([col.previousAccount, col.previousSlot, col.orderBorrow, col.orderLow], row, [account, slot, gap.borrow, low]);
}

function putSigner(
  col: Columns,
  row: number,
  { fill }: FillReceipt,
  { headers: [signer] }: Step,
  { timestamp }: Market,
  ledger: Ledger,
): void {
  put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(signer.before));
  // The version that was signed: a false one is not the header's.
  put([col.versionInverse], row, [inverseOf(signer.before.keyVersion)]);
  put(col.headerGap, row, gapCells(ledger, signer));
  put([col.timestampLo, col.timestampHi], row, splitTime(timestamp));
  put([col.untilLo, col.untilHi], row, splitTime(fill.order.until));
  put([col.untilBorrow, col.untilLoLow, col.untilHiLow], row, notAfterCells(ledger, timestamp, fill.order.until));
  ledger.timeUses++;
}

function putLeg(col: Columns, row: number, { leg, fill }: FillReceipt, ledger: Ledger): void {
  put([col.sellSlot, col.sellAsset, col.sellNonce], row, [leg.sellSlot, leg.sellAsset, leg.sellNonce]);
  put([col.buySlot, col.buyAsset, col.ticketSlot, col.ticket], row, [leg.buySlot, leg.buyAsset, leg.ticketSlot, fill.ticket]);
  ledger.range(leg.buySlot, 4, 8);
  const [lo, hi] = splitTime(leg.ticketsUntil);
  put([col.ticketsUntilLo, col.ticketsUntilHi, col.ticketsUntilLoLow], row, [lo, hi, ledger.splitRange(lo, 10, 10)]);
  if (fill.boarded > 0n) put([col.ticketsUntilHiLow], row, [ledger.splitRange(hi, 10, 10)]);
  put(col.sellAmount, row, checkedLimbs(ledger, leg.sellAmount));
  put(col.minBuyAmount, row, checkedLimbs(ledger, leg.minBuyAmount));
  put(col.maxFee, row, checkedLimbs(ledger, leg.maxFee));
  put(col.minFill, row, pieces(leg.minFill));
}

function putSlot(col: Columns, row: number, { fill, leg, filledBefore }: FillReceipt, spent: TimedSlot, ledger: Ledger): void {
  const { before, after } = spent;
  const same = bit(leg.sellNonce === before.nonce);
  put(col.slotGap, row, gapCells(ledger, spent));
  put([col.nonce, ...col.balance, ...col.filled], row, slotCells(before).slice(1));
  put([col.sameNonce], row, [same]);
  ledger.range(leg.sellNonce - before.nonce - 1 + same, 16);

  const [sold, boarded, fee] = [fill.sold, fill.boarded, fill.fee].map(limbs);
  const balanceAfter = checkedLimbs(ledger, after.balance);
  put(col.balanceAfter, row, balanceAfter);
  sumCarries(ledger, 'fill/balance', balanceTerms(balanceAfter, sold, boarded, fee, pieces(before.balance)), PIECE_STEPS);
  const filledAfter = checkedLimbs(ledger, after.filled);
  put(col.filledAfter, row, filledAfter);
  put(col.filledCarry, row, pieceCarries([filledBefore, fill.sold, fill.boarded]));
  const left = leg.sellAmount - after.filled;
  const leftCells = checkedCoarse(ledger, left, COARSE_BITS);
  put(col.left, row, leftCells);
  sumCarries(ledger, 'fill/left', leftTerms(limbs(leg.sellAmount), filledAfter, leftCells), COARSE_STEPS);

  const completes = left === 0n;
  const aboveMinimum = checkedCoarse(ledger, completes ? 0n : fill.sold + fill.boarded - leg.minFill, COARSE_BITS);
  put([col.completes, ...col.aboveMinimum], row, [bit(completes), ...aboveMinimum]);
  if (!completes) sumCarries(ledger, 'fill/minimum', minimumTerms(sold, boarded, pieces(leg.minFill), aboveMinimum), MIXED_STEPS);
}

/** Against a reference that is none of these two assets, in a false trace, the numbers are its own. */
function putBand(col: Columns, row: number, { fill, leg, ride, reference }: FillReceipt, ledger: Ledger): void {
  const { sellAsset, buyAsset, band } = leg;
  const inBand = band.reference !== 0 || band.bps !== 0;
  put([col.band, col.sellsInBand, col.boardsInBand], row, [
    band.reference + 2 ** 16 * band.bps,
    bit(inBand && fill.sold > 0n),
    bit(inBand && fill.boarded > 0n),
  ]);
  if (reference === null) return;
  const rate = rateOf(reference, sellAsset, buyAsset) ?? reference;
  const hold = (sold: bigint, bought: bigint) => ledger.bands.push({ sellAsset, buyAsset, band, rate, sold, bought });
  if (fill.sold > 0n) hold(fill.sold, fill.bought);
  if (fill.boarded > 0n && ride !== null) hold(ride.worstIn, ride.worstOut);
}

function putPotPart(col: Columns, row: number, receipt: FillReceipt, market: Market, ledger: Ledger): void {
  const { leg, fill } = receipt;
  const [sold, bought, fee, sellAmount] = [fill.sold, fill.bought, fill.fee, leg.sellAmount].map(limbs);
  const [minBuyAmount, maxFee, sellPrice, buyPrice] = [leg.minBuyAmount, leg.maxFee, receipt.sellPrice, receipt.buyPrice].map(limbs);
  count(market.priceUses, leg.buyAsset);
  put(col.buyPrice, row, buyPrice);
  const remainder = checkedCoarse(ledger, receipt.remainder, COARSE_BITS);
  const remainderGap = checkedCoarse(ledger, receipt.buyPrice - 1n - receipt.remainder, COARSE_BITS);
  put([...col.remainder, ...col.remainderGap], row, [...remainder, ...remainderGap]);
  put(col.valueCarry, row, productCarries(ledger, 'fill/value', valueTerms(sold, sellPrice, bought, buyPrice, remainder)));
  sumCarries(ledger, 'fill/remainder', remainderTerms(remainder, remainderGap, 1, buyPrice), COARSE_STEPS);
  const limitGap = checkedCoarse(ledger, receipt.limitLeft - receipt.limitRight, COARSE_128_BITS);
  put(col.limitGap, row, limitGap);
  put(col.limitCarry, row, productCarries(ledger, 'fill/atLeast', atLeastTerms(bought, sellAmount, sold, minBuyAmount, limitGap)));
  const feeGap = checkedCoarse(ledger, receipt.feeRight - receipt.feeLeft, COARSE_128_BITS);
  put(col.feeGap, row, feeGap);
  put(col.feeCarry, row, productCarries(ledger, 'fill/atLeast', atLeastTerms(maxFee, sold, fee, sellAmount, feeGap)));
}

function putTicketPart(col: Columns, row: number, receipt: FillReceipt, market: Market, ledger: Ledger): void {
  const { leg, fill, ride } = receipt;
  count(market.termsUses, fill.ticket);
  const { worstIn, worstOut, settleBy } = ride ?? { worstIn: 0n, worstOut: 0n, settleBy: 0 };
  const [worstInLimbs, worstOutLimbs] = [limbs(worstIn), limbs(worstOut)];
  put([...col.worstIn, ...col.worstOut], row, [...worstInLimbs, ...worstOutLimbs]);
  put([col.settleByLo, col.settleByHi], row, splitTime(settleBy));
  put([col.settleBorrow, col.settleLoLow, col.settleHiLow], row, notAfterCells(ledger, settleBy, leg.ticketsUntil));
  const worstGap = checkedCoarse(ledger, receipt.worstLeft - receipt.worstRight, COARSE_128_BITS);
  put(col.worstGap, row, worstGap);
  put(
    col.worstCarry,
    row,
    productCarries(
      ledger,
      'fill/atLeast',
      atLeastTerms(worstOutLimbs, limbs(leg.sellAmount), worstInLimbs, limbs(leg.minBuyAmount), worstGap),
    ),
  );
}
