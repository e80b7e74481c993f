import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import { splitBits } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { limbs, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { productCarries } from '../identity.ts';
import { bandChip, UNIT } from './air.ts';
import { BAND_STEPS, BPS_BITS, bandTerms, GAP_BITS, SCALED_BITS, SCALED_STEPS, scaledTerms } from './identities.ts';

export function fillBand(ledger: Ledger): ChipTrace {
  const trace = newTrace(bandChip, logHeightFor(bandChip, ledger.bands.length));
  const { col } = trace;
  ledger.bands.forEach(({ sellAsset, buyAsset, band: { reference: feed, bps }, rate, sold, bought }, row) => {
    put([col.active, col.sellAsset, col.buyAsset, col.feed, col.bps], row, [1, sellAsset, buyAsset, feed, bps]);
    ledger.range(feed, 16);
    ledger.range(bps, BPS_BITS);
    ledger.range(UNIT - bps, BPS_BITS);
    const [soldLimbs, boughtLimbs, num, den] = [sold, bought, rate.num, rate.den].map(limbs);
    put([...col.sold, ...col.bought, ...col.num, ...col.den], row, [...soldLimbs, ...boughtLimbs, ...num, ...den]);

    const split = (value: bigint, bits: readonly number[]): number[] => {
      const cells = splitBits(BigInt.asUintN(total(bits), value), bits);
      ledger.rangeLimbs(cells, bits);
      return cells;
    };
    const [worthValue, leastValue] = [bought * BigInt(UNIT), sold * BigInt(UNIT - bps)];
    const worth = split(worthValue, SCALED_BITS);
    const worthCarry = productCarries(ledger, 'band/worth', scaledTerms(boughtLimbs, UNIT, UNIT, worth), SCALED_STEPS);
    const least = split(leastValue, SCALED_BITS);
    const leastTerms = scaledTerms(soldLimbs, UNIT - bps, 2 ** BPS_BITS - 1, least);
    const leastCarry = productCarries(ledger, 'band/least', leastTerms, SCALED_STEPS);
    const gap = split(worthValue * rate.num - leastValue * rate.den, GAP_BITS);
    const carry = productCarries(ledger, 'band/within', bandTerms(worth, num, least, den, gap), BAND_STEPS);
    put([...col.worth, ...col.worthCarry, ...col.least, ...col.leastCarry], row, [...worth, ...worthCarry, ...least, ...leastCarry]);
    put([...col.gap, ...col.carry], row, [...gap, ...carry]);
  });
  return trace;
}

const total = (bits: readonly number[]): number => bits.reduce((sum, width) => sum + width, 0);
