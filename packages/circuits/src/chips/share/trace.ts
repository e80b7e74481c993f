import { logHeightFor, newTrace, type WritableTrace } from '@weir/stark/air/builder';
import { identityCarries, U64_PIECE_BITS } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, checkedPieces, inverseOf, limbs, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { shareChip } from './air.ts';
import type { SHARE_COLUMNS } from './columns.ts';
import { type Division, divisionTerms, SHARE_IDENTITY } from './identity.ts';

export function fillShare(ledger: Ledger): ChipTrace {
  const trace = newTrace(shareChip, logHeightFor(shareChip, ledger.shares.length));
  ledger.shares.forEach((call, row) => {
    const dividend = call.redeemed * call.total;
    putShare(trace, row, { ...call, share: dividend / call.tickets, remainder: dividend % call.tickets }, ledger);
  });
  return trace;
}

/** One row for any numbers that satisfy the identity (a false share does too, with a false remainder). */
export function putShare({ col }: WritableTrace<typeof SHARE_COLUMNS>, row: number, division: Division<bigint>, ledger: Ledger): void {
  const { tickets, share, remainder } = division;
  put([col.active, col.positive, col.inverse], row, [1, bit(share > 0n), inverseOf(total(limbs(share)))]);
  const cells = mapDivision(division, (value) => checkedLimbs(ledger, value));
  for (const name of Object.keys(cells) as (keyof typeof cells)[]) put(col[name], row, cells[name]);
  put(col.slackLow, row, checkedPieces(ledger, tickets - 1n - remainder));
  put(col.borrow, row, borrows(tickets, remainder));

  const carries = identityCarries(divisionTerms(mapDivision(cells, (amount) => amount.map(BigInt))), SHARE_IDENTITY);
  carries.forEach(({ cell, bits }, i) => {
    put([col.carry[i]], row, [cell]);
    ledger.range(cell, bits, SHARE_IDENTITY.tableBits);
  });
}

function mapDivision<A, B>({ redeemed, total, tickets, share, remainder }: Division<A>, to: (value: A) => B): Division<B> {
  return { redeemed: to(redeemed), total: to(total), tickets: to(tickets), share: to(share), remainder: to(remainder) };
}

/** Of tickets − remainder − 1, out of the first and the second piece. */
function borrows(tickets: bigint, remainder: bigint): number[] {
  const low = (value: bigint, bits: number): bigint => value % (1n << BigInt(bits));
  const [first, second] = U64_PIECE_BITS;
  return [first, first + second].map((bits) => bit(low(tickets, bits) <= low(remainder, bits)));
}
