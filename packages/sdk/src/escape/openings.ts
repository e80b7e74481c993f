/** Openings of accounts and slots as L1's `escape` takes them. */
import { type Hex, toHex } from '@weir/foundation/bytes';
import { accountOpening, slotsOpening } from '@weir/protocol/state/opening';
import type { State } from '@weir/protocol/state/state';
import type { AccountId } from '@weir/protocol/types';

export interface EscapeOpening {
  readonly account: number;
  readonly header: Hex;
  readonly slots: Hex;
}

/** `mask`: bit i is slot i; not 0. */
export function escapeOpening(state: State, account: AccountId, mask: number): EscapeOpening {
  return { account, header: toHex(accountOpening(state, account)), slots: toHex(slotsOpening(state, account, mask)) };
}
