/** deposit: one entry of L1's queue, taken into a slot or returned to the depositor. */
import { require } from '../refusals.ts';
import { headerDigest } from '../state/account.ts';
import type { Deposit, DepositReceipt, Digest, Header } from '../types.ts';
import type { Draft } from './draft.ts';
import { accessOpenHeader, credit, receiptBase } from './draft.ts';

/** Whoever sends to an account names its header, so that funds cannot land under another key than he saw. */
export function requireHeaderDigest(header: Header, named: Digest): void {
  const digest = headerDigest(header);
  require(digest.every((element, i) => element === named[i]), 'HEADER_MISMATCH', () => ({ named, digest }));
}

export function deposit(draft: Draft, tx: Deposit): DepositReceipt {
  const { status, slot, account, asset, amount, depositor } = tx;
  if (status === 'taken') {
    require(amount > 0n, 'AMOUNT_ZERO');
    const header = accessOpenHeader(draft, account);
    requireHeaderDigest(header, tx.headerDigest);
    credit(draft, { account, slot, asset, amount }, depositor === header.l1Owner);
  }
  draft.effects.push({ kind: 'deposit', status, slot, account, asset, amount, headerDigest: tx.headerDigest, depositor });
  return { kind: 'deposit', ...receiptBase(draft) };
}
