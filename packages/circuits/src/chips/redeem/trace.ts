import type { Redeem, RedeemReceipt } from '@weir/protocol/types';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedPieces, gapCells, headerCells, inverseOf, pieces, put, slotCells, sumCarries, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, executedOf } from '../../trace/witness.ts';
import { redeemChip } from './air.ts';
import { SUMS } from './columns.ts';

export function fillRedeem(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = executedOf(witness, 'redeem');
  const trace = newTrace(redeemChip, logHeightFor(redeemChip, executed.length));
  const { col } = trace;
  const sumsByTicket = new Map<number, readonly bigint[]>();
  executed.forEach(
    (
      {
        transaction,
        receipt,
        steps: [
          {
            tick,
            headers: [header],
            slots,
          },
        ],
      },
      row,
    ) => {
      const { ticket, terms, outcome, redeemed, outShare, inShare } = receipt;
      put([col.active, col.tick, col.account, col.ticketSlot], row, [1, tick, transaction.account, transaction.ticketSlot]);
      put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(header.before));
      put([col.versionInverse], row, [inverseOf(header.before.keyVersion)]);
      put(col.headerGap, row, gapCells(ledger, header));
      put(col.slotGap, row, gapCells(ledger, slots[0]));
      put([col.ticket, col.nonce, ...col.redeemed, ...col.filled], row, slotCells(slots[0].before));
      put([col.redeemedInverse], row, [inverseOf(total(pieces(redeemed)))]);
      put([col.inAsset, col.outAsset], row, [terms.inAsset, terms.outAsset]);
      put(
        [...col.outTotal, ...col.inReturned, ...col.tickets],
        row,
        [outcome.outTotal, outcome.inReturned, outcome.tickets].flatMap(pieces),
      );
      put([...col.outShare, ...col.inShare], row, [outShare, inShare].flatMap(pieces));
      const { outTotal, inReturned, tickets } = outcome;
      ledger.shares.push({ redeemed, total: outTotal, tickets }, { redeemed, total: inReturned, tickets });

      const ways = waysOut(transaction, receipt);
      put([col.outCredited, col.outWithdrawn, col.inCredited, col.inWithdrawn], row, ways.map(bit));
      put([col.outSlot, col.inSlot], row, [transaction.outSlot ?? 0, transaction.inSlot ?? 0]);
      const [outCredited, , inCredited] = ways;
      if (outCredited) ledger.credits.push({ access: slots[1], asset: terms.outAsset, amount: outShare, own: true });
      if (inCredited) ledger.credits.push({ access: slots[slots.length - 1], asset: terms.inAsset, amount: inShare, own: true });
      for (const effect of receipt.effects) if (effect.kind === 'withdrawal') ledger.withdraw(effect, witness.effectWords);

      const amounts = [redeemed, outShare, inShare];
      const before = sumsByTicket.get(ticket) ?? new Array<bigint>(SUMS).fill(0n);
      const after = before.map((sum, k) => sum + amounts[k]);
      sumsByTicket.set(ticket, after);
      put(col.sums, row, before.flatMap(pieces));
      put(
        col.afterLow,
        row,
        after.flatMap((sum) => checkedPieces(ledger, sum)),
      );
      put(
        col.carry,
        row,
        before.flatMap((sum, k) => sumCarries([sum, amounts[k]])),
      );
    },
  );
  return trace;
}

/** outCredited, outWithdrawn, inCredited, inWithdrawn */
function waysOut({ outSlot, inSlot }: Redeem, { outShare, inShare }: RedeemReceipt): boolean[] {
  return [
    outShare > 0n && outSlot !== null,
    outShare > 0n && outSlot === null,
    inShare > 0n && inSlot !== null,
    inShare > 0n && inSlot === null,
  ];
}
