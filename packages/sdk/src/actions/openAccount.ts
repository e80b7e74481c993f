/** Opens a rollup account for a wallet: signed by the owner key, listed as the wallet's once the wallet has acted on L1. */
import type { KeyPair } from '@weir/protocol/keys';
import type { Hex } from 'viem';
import type { WeirClient } from '../client.ts';
import { type SendRequestReturnType, sendRequest } from './sendRequest.ts';

export interface OpenAccountParameters {
  readonly key: KeyPair;
  readonly l1Owner: Hex;
  readonly keyVersion?: number;
}

export function openAccount(client: WeirClient, { key, l1Owner, keyVersion = 1 }: OpenAccountParameters): Promise<SendRequestReturnType> {
  const owner = l1Owner.toLowerCase() as Hex;
  return sendRequest(client, key.secret, { kind: 'openAccount', tree: 0, keyVersion, l1Owner: owner, ownerKey: key.ownerKey });
}
