import { DOMAIN } from '@weir/crypto/poseidon';
import { sameHeader } from '@weir/protocol/state/account';
import { readHeader } from '@weir/protocol/state/state';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, headerCells, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { headerChangeChip } from './air.ts';

export function fillHeaderChange({ before, after, accounts, headerWords, silent }: BatchWitness, ledger: Ledger): ChipTrace {
  const changes = accounts
    .map(({ account }) => ({ account, old: readHeader(before, account), now: readHeader(after, account) }))
    .filter(({ old, now }) => !sameHeader(old, now));
  const trace = newTrace(headerChangeChip, logHeightFor(headerChangeChip, changes.length));
  const { col } = trace;
  changes.forEach(({ account, old, now }, row) => {
    const stated = !silent(account);
    put([col.active, col.stated, col.account], row, [1, bit(stated), account]);
    put(col.old, row, headerCells(old));
    put(col.headerDigest, row, ledger.compress(DOMAIN.header, [...headerCells(old), 0, 0]));
    put([...col.key, col.keyVersion, ...col.l1Owner], row, headerCells(now));
    if (!stated) return;
    const versionHi = Math.floor(now.keyVersion / 2 ** 24);
    ledger.range(versionHi, 6, 8);
    put([col.versionHi, col.word], row, [versionHi, headerWords.get(account) ?? 0]);
    put(
      col.keyHi,
      row,
      now.ownerKey.map((element) => Math.floor(element / 2 ** 28)),
    );
    ledger.splits.push(...now.ownerKey);
  });
  return trace;
}
