/**
 * Moves an account with everything in it to the other tree, which decides where its data is: a rollup account's on L1, a validium
 * account's with the data committee. It gets a new id there; orders signed for the old one die.
 */
import type { KeyPair } from '@weir/protocol/keys';
import type { WeirClient } from '../client.ts';
import type { AccountState } from './getAccount.ts';
import { type SendRequestReturnType, sendRequest } from './sendRequest.ts';

/** To be shown wherever somebody chooses a validium account. */
export const VALIDIUM_NOTICE =
  'A validium account is cheaper because its data is not on L1. It is lost if the operator and the data committee both go silent: nobody could then prove what was in it. A rollup account can always be taken out with L1 alone.';

export interface MoveAccountParameters {
  readonly key: KeyPair;
  readonly account: AccountState;
  /** Seconds; the move may happen until then. */
  readonly until: number;
}

export function moveAccount(client: WeirClient, { key, account, until }: MoveAccountParameters): Promise<SendRequestReturnType> {
  const { account: id, keyVersion } = account;
  return sendRequest(client, key.secret, { kind: 'moveAccount', account: id, keyVersion, until });
}
