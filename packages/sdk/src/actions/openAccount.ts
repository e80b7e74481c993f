/** Opens an account for a wallet: signed by the owner key, listed as the wallet's once the wallet has acted on L1. */
import type { KeyPair } from '@weir/protocol/keys';
import type { Hex } from 'viem';
import type { WeirClient } from '../client.ts';
import { type SendRequestReturnType, sendRequest } from './sendRequest.ts';

export interface OpenAccountParameters {
  readonly key: KeyPair;
  readonly l1Owner: Hex;
  readonly keyVersion?: number;
  /** 0 rollup (default), 1 validium: then show `VALIDIUM_NOTICE`. */
  readonly tree?: 0 | 1;
}

export function openAccount(
  client: WeirClient,
  { key, l1Owner, keyVersion = 1, tree = 0 }: OpenAccountParameters,
): Promise<SendRequestReturnType> {
  const owner = l1Owner.toLowerCase() as Hex;
  return sendRequest(client, key.secret, { kind: 'openAccount', tree, keyVersion, l1Owner: owner, ownerKey: key.ownerKey });
}
