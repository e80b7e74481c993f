import { logHeightFor, newTrace, type WritableTrace } from '@weir/stark/air/builder';
import { splitBits } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, inverseOf, put, total as sumOf } from '../../trace/cells.ts';
import type { Ledger, ShareCall } from '../../trace/ledger.ts';
import { remainderTerms, valueTerms } from '../fill/identities.ts';
import { COARSE_BITS, COARSE_STEPS, productCarries, sumCarries } from '../identity.ts';
import { shareChip } from './air.ts';
import type { SHARE_COLUMNS } from './columns.ts';

/** redeemed·total = share·tickets + remainder */
export interface Division extends ShareCall {
  readonly share: bigint;
  readonly remainder: bigint;
}

export function fillShare(ledger: Ledger): ChipTrace {
  const trace = newTrace(shareChip, logHeightFor(shareChip, ledger.shares.length));
  ledger.shares.forEach((call, row) => {
    const dividend = call.redeemed * call.total;
    putShare(trace, row, { ...call, share: dividend / call.tickets, remainder: dividend % call.tickets }, ledger);
  });
  return trace;
}

/** One row for any numbers that satisfy the equation (a false share does too, with a false remainder). */
export function putShare({ col }: WritableTrace<typeof SHARE_COLUMNS>, row: number, division: Division, ledger: Ledger): void {
  const amounts = [division.redeemed, division.total, division.tickets, division.share];
  const [redeemed, total, tickets, share] = amounts.map((amount) => checkedLimbs(ledger, amount));
  const remainder = checkedCoarse(ledger, division.remainder);
  const slack = checkedCoarse(ledger, division.tickets - 1n - division.remainder);
  put([col.active, col.positive, col.inverse], row, [1, bit(division.share > 0n), inverseOf(sumOf(share))]);
  put([...col.redeemed, ...col.total, ...col.tickets, ...col.share], row, [redeemed, total, tickets, share].flat());
  put([...col.remainder, ...col.slack], row, [...remainder, ...slack]);
  put(col.carry, row, productCarries(ledger, 'share/division', valueTerms(redeemed, total, share, tickets, remainder)));
  sumCarries(ledger, 'share/remainder', remainderTerms(remainder, slack, 1, tickets), COARSE_STEPS);
}

function checkedCoarse(ledger: Ledger, value: bigint): number[] {
  const cells = splitBits(BigInt.asUintN(64, value), COARSE_BITS);
  ledger.rangeLimbs(cells, COARSE_BITS);
  return cells;
}
