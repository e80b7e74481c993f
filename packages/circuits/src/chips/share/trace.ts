import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import { identityCarries, U64_PIECE_BITS } from '@weir/stark/air/gadgets';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, checkedPieces, inverseOf, limbs, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { shareChip } from './air.ts';
import { divisionTerms, SHARE_IDENTITY } from './identity.ts';

export function fillShare(ledger: Ledger): ChipTrace {
  const trace = newTrace(shareChip, logHeightFor(shareChip, ledger.shares.length));
  const { col } = trace;
  ledger.shares.forEach((call, row) => {
    const { redeemed, total: whole, tickets } = call;
    const share = (redeemed * whole) / tickets;
    const remainder = (redeemed * whole) % tickets;
    put([col.active, col.positive, col.inverse], row, [1, bit(share > 0n), inverseOf(total(limbs(share)))]);
    const values = { redeemed, total: whole, tickets, share, remainder };
    for (const name of Object.keys(values) as (keyof typeof values)[]) put(col[name], row, checkedLimbs(ledger, values[name]));
    put(col.slackLow, row, checkedPieces(ledger, tickets - 1n - remainder));
    put(col.borrow, row, borrows(tickets, remainder));

    const big = (value: bigint): bigint[] => limbs(value).map(BigInt);
    const terms = divisionTerms({
      redeemed: big(redeemed),
      total: big(whole),
      tickets: big(tickets),
      share: big(share),
      remainder: big(remainder),
    });
    const carries = identityCarries(terms, SHARE_IDENTITY);
    put(
      col.carry,
      row,
      carries.map(({ cell }) => cell),
    );
    for (const { cell, bits } of carries) ledger.range(cell, bits, SHARE_IDENTITY.tableBits);
  });
  return trace;
}

/** Of tickets − remainder − 1, out of the first and the second piece. */
function borrows(tickets: bigint, remainder: bigint): number[] {
  const low = (value: bigint, bits: number): bigint => value % (1n << BigInt(bits));
  const [first, second] = U64_PIECE_BITS;
  return [first, first + second].map((bits) => bit(low(tickets, bits) <= low(remainder, bits)));
}
