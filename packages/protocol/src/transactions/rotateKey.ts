/** rotateKey: one entry of L1's forced queue. The account's l1Owner names a new key; what the old one signed is worth nothing from then on. */
import { require } from '../refusals.ts';
import { isOpen } from '../state/account.ts';
import { readHeader } from '../state/state.ts';
import type { RotateKey, RotateKeyReceipt } from '../types.ts';
import type { Draft } from './draft.ts';
import { receiptBase, VERSION_LIMIT, writeHeaderAccess } from './draft.ts';

export function rotateKey(draft: Draft, tx: RotateKey): RotateKeyReceipt {
  const { status, account, requester, ownerKey } = tx;
  const before = readHeader(draft.state, account);
  const { l1Owner } = before;
  draft.effects.push({ kind: 'rotateKey', status, account, requester, ownerKey });
  if (status === 'refuted') {
    require(requester !== l1Owner, 'REQUESTER_IS_OWNER', () => ({ requester }));
    writeHeaderAccess(draft, account, before, before);
    return { kind: 'rotateKey', ...receiptBase(draft) };
  }
  require(requester === l1Owner, 'REQUESTER_NOT_OWNER', () => ({ requester, l1Owner }));
  // Nobody's l1Owner is 0 or a tombstone's address; without this an unopened header would become one that is half open.
  require(isOpen(before), 'ACCOUNT_NOT_OPEN', () => ({ account }));
  const keyVersion = before.keyVersion + 1;
  // Out of reach: accounts open in the lower half of the range, and a request costs a fee.
  require(keyVersion < VERSION_LIMIT, 'KEY_VERSION_TOO_LARGE', () => ({ keyVersion }));
  writeHeaderAccess(draft, account, before, { ownerKey, keyVersion, l1Owner });
  return { kind: 'rotateKey', ...receiptBase(draft) };
}
