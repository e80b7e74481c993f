import { addressLimbs } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, gapCells, headerCells, inverseOf, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness, Executed } from '../../trace/witness.ts';
import { forcedRequestChip } from './air.ts';

type Request = Executed<'forcedExit' | 'rotateKey'>;

export function fillForcedRequest(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const executed = witness.executed.filter(
    ({ transaction: { kind } }) => kind === 'forcedExit' || kind === 'rotateKey',
  ) as unknown as Request[];
  const trace = newTrace(forcedRequestChip, logHeightFor(forcedRequestChip, executed.length));
  const { col } = trace;
  executed.forEach(({ transaction, receipt, steps: [{ tick, clock, headers, slots }] }, row) => {
    const [access] = headers;
    const isExit = transaction.kind === 'forcedExit';
    const granted = transaction.status !== 'refuted';
    const { keyVersion, l1Owner } = access.before;
    const requester = addressLimbs(transaction.requester);
    const owner = addressLimbs(l1Owner);
    put(
      [col.exitServed, col.exitRefuted, col.keyApplied, col.keyRefuted],
      row,
      [isExit && granted, isExit && !granted, !isExit && granted, !isExit && !granted].map(bit),
    );
    put([col.tick, col.account, col.word], row, [tick, transaction.account, witness.effectWords.get(receipt.effects[0]) ?? 0]);
    put(col.requester, row, requester);
    put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(access.before));
    put(col.gap, row, gapCells(ledger, access));
    const differs = requester.findIndex((limb, i) => limb !== owner[i]);
    if (!granted && differs >= 0) put([col.weight[differs]], row, [inverseOf(requester[differs] - owner[differs])]);
    if (isExit) {
      put([col.mask], row, [transaction.slots]);
      if (granted)
        ledger.exits.push({
          account: transaction.account,
          mask: transaction.slots,
          clock,
          l1Owner,
          slots,
          withdrawals: receipt.effects.slice(1),
        });
    } else {
      put(col.newKey, row, transaction.ownerKey);
      put(
        col.newKeyHi,
        row,
        transaction.ownerKey.map((element) => Math.floor(element / 2 ** 28)),
      );
      ledger.splits.push(...transaction.ownerKey);
      put([col.versionInverse], row, [granted ? inverseOf(keyVersion) : 0]);
    }
  });
  return trace;
}
