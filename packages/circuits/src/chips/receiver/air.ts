/** Reads the header of an account that somebody names by its digest: it is open, and the digest is its header's. */
import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { exclusive } from '../gadgets.ts';
import { accessHeader, openHeader } from '../memory.ts';
import { RECEIVER_COLUMNS } from './columns.ts';

export const receiverChip = defineChip({
  name: 'receiver',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: RECEIVER_COLUMNS,
  build(b) {
    const { forTransfer, forDeposit, account, clock, gap, key, keyVersion, l1Owner, headerDigest, versionInverse } = b.col;
    const active = exclusive(b, 'use', [forTransfer, forDeposit]);
    b.receive('receiver', forTransfer, [account, clock, ...headerDigest], 'asked-by-transfer');
    b.receive('receiverOwner', forDeposit, [account, clock, ...l1Owner, ...headerDigest], 'asked-by-deposit');
    const header = [...key, keyVersion, ...l1Owner];
    accessHeader(b, 'header', { account, clock, gap, when: active }, header);
    // The empty header has a digest too: naming it must not reach an account that nobody owns yet.
    openHeader(b, 'account-is-open', keyVersion, versionInverse, active);
    b.send('compress', active, [DOMAIN.header, ...header, 0, 0, ...headerDigest], 'hash-header');
  },
});
