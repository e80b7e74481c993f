import { mul } from '@weir/crypto/field';
import { factLimbs, splitTime } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, checkedLimbs, gapCells, headerCells, inverseOf, pieces, put, slotCells, sumCarries, total } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness, Executed } from '../../trace/witness.ts';
import { moveChip } from './air.ts';

const KINDS = ['transfer', 'withdraw', 'cancel', 'conditionalTransfer'] as const;
type Move = Executed<(typeof KINDS)[number]>;

export function fillMove(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const moves = witness.executed.filter(({ transaction: { kind } }) => (KINDS as readonly string[]).includes(kind)) as unknown as Move[];
  const trace = newTrace(moveChip, logHeightFor(moveChip, moves.length));
  const { col } = trace;
  const { timestamp } = witness.context;

  moves.forEach(({ transaction, receipt, steps: [step] }, row) => {
    const {
      tick,
      headers: [signer],
      slots: [spent],
    } = step;
    put(
      [col.transfer, col.withdraw, col.cancel, col.conditional],
      row,
      KINDS.map((kind) => bit(transaction.kind === kind)),
    );
    put([col.tick, col.account, col.slot], row, [tick, transaction.account, transaction.slot]);
    put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(signer.before));
    put([col.versionInverse], row, [inverseOf(signer.before.keyVersion)]);
    put(col.headerGap, row, gapCells(ledger, signer));
    put(col.slotGap, row, gapCells(ledger, spent));
    const [{ elements, key, signature }] = receipt.signatures;
    ledger.messages.push({ tick, elements, key, signature });

    const { asset, amount, fee, until } =
      transaction.kind === 'cancel' ? { asset: spent.before.asset, amount: 0n, fee: 0n, until: timestamp } : transaction;
    put([col.asset, col.nonce, ...col.balance, ...col.filled], row, [asset, ...slotCells(spent.before).slice(1)]);
    put([col.next, col.nextLow], row, [transaction.nonce + 1, ledger.splitRange(transaction.nonce + 1, 14, 16)]);
    const same = bit(transaction.nonce === spent.before.nonce);
    put([col.sameNonce], row, [same]);
    ledger.range(transaction.nonce - spent.before.nonce - 1 + same, 16);
    put(col.amount, row, checkedLimbs(ledger, amount));
    put(col.fee, row, checkedLimbs(ledger, fee));
    put(col.after, row, checkedLimbs(ledger, spent.after.balance));
    put(col.carry, row, sumCarries([spent.after.balance, amount, fee]));
    putUntil(col, row, until, timestamp, ledger);

    const amountSum = total(pieces(amount));
    const feeSum = total(pieces(fee));
    put([col.nonZeroInverse], row, [transaction.kind === 'cancel' ? 0 : inverseOf(mul(asset, amountSum))]);
    put([col.feeIsPositive, col.feeInverse], row, [bit(fee > 0n), inverseOf(feeSum)]);
    if (transaction.kind === 'cancel') return;
    put([col.feeAccount, col.feeSlot], row, [transaction.feeAccount, transaction.feeSlot]);
    if (transaction.kind === 'withdraw') ledger.withdraw(receipt.effects[0], witness.effectWords);
    else {
      const own = transaction.to === transaction.account;
      put([col.to, col.toSlot, col.own], row, [transaction.to, transaction.toSlot, bit(own)]);
      put(col.toDigest, row, transaction.toHeaderDigest);
      ledger.receivers.push({ access: step.headers[1], by: 'transfer' });
      ledger.credits.push({ access: step.slots[1], asset, amount, own });
    }
    if (transaction.kind === 'conditionalTransfer') {
      put([col.factFirst, ...col.factRest], row, factLimbs(transaction.fact));
      put([col.word], row, [witness.effectWords.get(receipt.effects[0]) as number]);
    }
    if (fee > 0n) ledger.credits.push({ access: step.slots[step.slots.length - 1], asset, amount: fee, own: false });
  });
  return trace;
}

type MoveColumns = ReturnType<typeof newTrace<typeof import('./columns.ts').MOVE_COLUMNS>>['col'];

function putUntil(col: MoveColumns, row: number, until: number, timestamp: number, ledger: Ledger): void {
  const [untilLo, untilHi] = splitTime(until);
  const [timestampLo, timestampHi] = splitTime(timestamp);
  const borrow = bit(untilLo < timestampLo);
  ledger.timeUses++;
  put([col.untilLo, col.untilHi, col.timestampLo, col.timestampHi, col.borrow], row, [untilLo, untilHi, timestampLo, timestampHi, borrow]);
  put([col.untilLow, col.leftLoLow, col.leftHiLow], row, [
    ledger.splitRange(untilLo, 10, 10),
    ledger.splitRange(untilLo - timestampLo + 2 ** 20 * borrow, 10, 10),
    ledger.splitRange(untilHi - timestampHi - borrow, 10, 10),
  ]);
}
