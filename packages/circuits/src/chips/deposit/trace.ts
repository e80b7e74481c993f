import { mul } from '@weir/crypto/field';
import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, inverseOf, pieces, put, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, executedOf } from '../../trace/witness.ts';
import { depositChip } from './air.ts';

export function fillDeposit(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = executedOf(witness, 'deposit');
  const trace = newTrace(depositChip, logHeightFor(depositChip, executed.length));
  const { col } = trace;
  executed.forEach(({ transaction, receipt, steps: [step] }, row) => {
    const { account, slot, asset, amount, depositor, headerDigest } = transaction;
    const assetHi = Math.floor(asset / 2 ** 24);
    put([col.taken, col.returned, col.account, col.slot, col.asset, col.assetHi], row, [
      bit(step !== undefined),
      bit(step === undefined),
      account,
      slot,
      asset,
      assetHi,
    ]);
    ledger.range(slot, 4, 8);
    ledger.range(assetHi, 8);
    put([col.assetLow], row, [ledger.splitRange(asset % 2 ** 24, 12, 12)]);
    put(col.amount, row, checkedLimbs(ledger, amount));
    put(col.depositor, row, addressLimbs(depositor));
    put(col.headerDigest, row, headerDigest);
    put(
      col.digestHi,
      row,
      headerDigest.map((element) => Math.floor(element / 2 ** 28)),
    );
    put([col.word], row, [witness.effectWords.get(receipt.effects[0]) ?? 0]);
    if (step === undefined) return;
    const [{ before }] = step.headers;
    const own = depositor === before.l1Owner;
    put(col.l1Owner, row, addressLimbs(before.l1Owner));
    put([col.tick, col.own, col.nonZeroInverse], row, [step.tick, bit(own), inverseOf(mul(asset, total(pieces(amount))))]);
    ledger.splits.push(...headerDigest);
    ledger.receivers.push({ access: step.headers[0], by: 'deposit' });
    ledger.credits.push({ access: step.slots[0], asset, amount, own });
  });
  return trace;
}
